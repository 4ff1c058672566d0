use std::borrow::Cow;
use std::collections::HashMap;

use super::Json;

/// The members of an object in the order in which they were written, each name once.
#[derive(Debug, Clone, Default)]
pub struct Members<'t> {
    list: Vec<(Cow<'t, str>, Json<'t>)>,
    /// Indices of the members, sorted by name. Only for objects with many members: few are found
    /// faster one by one.
    by_name: Box<[u32]>,
}

/// Maximum number of members that are searched one by one.
const MAX_SEARCHED: usize = 16;

impl<'t> Members<'t> {
    pub(super) fn new(list: Vec<(Cow<'t, str>, Json<'t>)>) -> Self {
        let few = list.len() <= MAX_SEARCHED;
        let by_name = if few {
            Vec::new()
        } else {
            numbers_by_name(&list)
        };
        let repeats = if few {
            let mut names = list.iter().enumerate();
            names.any(|(number, (name, _))| list[..number].iter().any(|(other, _)| other == name))
        } else {
            let name = |number: u32| &list[number as usize].0;
            by_name
                .windows(2)
                .any(|pair| name(pair[0]) == name(pair[1]))
        };
        if repeats {
            return Self::new(without_repeats(list));
        }
        Self {
            list,
            by_name: by_name.into(),
        }
    }

    /// A view of these members.
    pub(super) fn borrowed(&self) -> Members<'_> {
        let list = self.list.iter();
        Members {
            list: list
                .map(|(name, value)| (Cow::Borrowed(&**name), value.borrowed()))
                .collect(),
            by_name: self.by_name.clone(),
        }
    }

    /// Number of members.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The value of a member.
    pub fn get(&self, name: &str) -> Option<&Json<'t>> {
        Some(&self.list[self.number(name)?].1)
    }

    /// The value of a member.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Json<'t>> {
        let number = self.number(name)?;
        Some(&mut self.list[number].1)
    }

    /// Names and values, in order.
    pub fn iter(&self) -> MembersIter<'_> {
        MembersIter(self.list.iter())
    }

    fn number(&self, name: &str) -> Option<usize> {
        if self.by_name.is_empty() {
            return self.list.iter().position(|(own, _)| own == name);
        }
        let found = self
            .by_name
            .binary_search_by(|number| (*self.list[*number as usize].0).cmp(name));
        Some(self.by_name[found.ok()?] as usize)
    }
}

/// Names and values of an object's members.
#[derive(Debug)]
pub struct MembersIter<'m>(std::slice::Iter<'m, (Cow<'m, str>, Json<'m>)>);

impl<'m> Iterator for MembersIter<'m> {
    type Item = (&'m str, &'m Json<'m>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, value)| (&**name, value))
    }
}

/// An object has no more members than a `u32` counts: its text would have more than 16 GiB.
fn numbers_by_name(list: &[(Cow<'_, str>, Json<'_>)]) -> Vec<u32> {
    let mut numbers: Vec<u32> = (0..list.len() as u32).collect();
    numbers.sort_unstable_by(|a, b| list[*a as usize].0.cmp(&list[*b as usize].0));
    numbers
}

/// Each name where it is first, with the value that it has last, as `serde_json::Value` has it.
fn without_repeats<'t>(list: Vec<(Cow<'t, str>, Json<'t>)>) -> Vec<(Cow<'t, str>, Json<'t>)> {
    let few = list.len() <= MAX_SEARCHED;
    let mut kept: Vec<(Cow<'t, str>, Json<'t>)> = Vec::with_capacity(list.len());
    let mut places = HashMap::new();
    for (name, value) in list {
        let place = if few {
            kept.iter().position(|(own, _)| *own == name)
        } else {
            places.get(&name).copied()
        };
        match place {
            Some(place) => kept[place].1 = value,
            None => {
                if !few {
                    places.insert(name.clone(), kept.len());
                }
                kept.push((name, value));
            }
        }
    }
    kept
}

impl<'t> From<Vec<(Cow<'t, str>, Json<'t>)>> for Members<'t> {
    fn from(members: Vec<(Cow<'t, str>, Json<'t>)>) -> Self {
        Self::new(members)
    }
}

impl<'t> FromIterator<(Cow<'t, str>, Json<'t>)> for Members<'t> {
    fn from_iter<I: IntoIterator<Item = (Cow<'t, str>, Json<'t>)>>(members: I) -> Self {
        Self::new(members.into_iter().collect())
    }
}

impl<'t> IntoIterator for Members<'t> {
    type Item = (Cow<'t, str>, Json<'t>);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}
