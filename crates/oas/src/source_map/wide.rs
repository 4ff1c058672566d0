use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use serde_json::Value;

use super::entry::Entry;

/// Minimum number of members of a wide container: stepping over them one by one would make many
/// lookups quadratic.
pub(crate) const WIDE: usize = 64;

/// Entries of the members of wide containers. Created at the first lookup: a document without
/// diagnostics never needs it.
#[derive(Debug, Clone, Default)]
pub(crate) struct WideIndex {
    hasher: RandomState,
    /// Members by the entry of the container. Keys are hashes, in order.
    objects: HashMap<usize, Box<[(u64, u32)]>>,
    arrays: HashMap<usize, Box<[u32]>>,
}

impl WideIndex {
    pub(super) fn new(root: &Value, entries: &[Entry]) -> Self {
        let mut index = Self::default();
        let mut open = vec![(root, 0)];
        while let Some((value, container)) = open.pop() {
            let mut at = container + 1;
            let mut next = |member| {
                let member_at = at;
                at += entries.get(at).map_or(1, |entry| entry.size as usize);
                open.push((member, member_at));
                member_at as u32
            };
            match value {
                Value::Object(members) => {
                    let places = members
                        .iter()
                        .map(|(key, member)| (index.hasher.hash_one(key.as_str()), next(member)));
                    let mut places = places.collect::<Vec<_>>();
                    if places.len() >= WIDE {
                        places.sort_unstable();
                        index.objects.insert(container, places.into());
                    }
                }
                Value::Array(items) => {
                    let places = items.iter().map(next).collect::<Vec<_>>();
                    if places.len() >= WIDE {
                        index.arrays.insert(container, places.into());
                    }
                }
                _ => {}
            }
        }
        index
    }

    /// The entry of a member that the object at `container` is known to have; `None` when two keys
    /// share a hash.
    pub(super) fn member(&self, container: usize, key: &str) -> Option<usize> {
        let places = self.objects.get(&container)?;
        let hash = self.hasher.hash_one(key);
        let first = places.partition_point(|(other, _)| *other < hash);
        let (found, at) = *places.get(first)?;
        let alone = places.get(first + 1).is_none_or(|(next, _)| *next != hash);
        (found == hash && alone).then_some(at as usize)
    }

    /// The entry of an item.
    pub(super) fn item(&self, container: usize, index: usize) -> Option<usize> {
        Some(*self.arrays.get(&container)?.get(index)? as usize)
    }
}
