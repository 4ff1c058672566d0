//! `cargo xtask review` and `cargo xtask release` in repositories of their own.

mod base;
mod release;
mod support;
mod text;
mod unreadable;
mod version;
