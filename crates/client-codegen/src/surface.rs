//! The public surface of generated source: its parts, for snapshots, and its public items, for
//! comparison.

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
