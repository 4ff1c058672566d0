//! Generated source as others see it: cut into parts for snapshots, and as a list of public items to compare.

mod items;
mod parts;
mod public;
mod types;

pub use items::{Item, Kind};
pub use parts::{Part, parts};
pub use public::Surface;
