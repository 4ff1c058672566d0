use std::collections::HashMap;

use crate::diff::pair::Pair;

/// Security schemes that have another name in the revision, and equal fields.
#[derive(Debug, Default)]
pub(super) struct Schemes<'d> {
    /// The name in the revision, by that in the base.
    pub(super) renamed: HashMap<&'d str, &'d str>,
    /// One name for those that are equal, on each side.
    pub(super) alike: Pair<HashMap<&'d str, &'d str>>,
}
