//! `cargo xtask review` and `cargo xtask release` in temporary repositories.

mod base;
mod release;
mod support;
mod text;
mod unreadable;
mod version;
