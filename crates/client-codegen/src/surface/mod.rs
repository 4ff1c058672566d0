//! Generated source as others see it: cut into parts for snapshots, and as a list of public items to compare.

mod compare;
mod items;
mod origins;
mod parts;
mod public;
mod tree;
mod types;

pub use compare::{Change, Level, compare, compare_renamed};
pub use items::{Item, Kind};
pub use origins::Origins;
pub use parts::{Part, parts};
pub use public::{Surface, index};
pub use tree::tree;
