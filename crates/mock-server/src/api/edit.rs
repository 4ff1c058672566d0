//! Changes to the members of an object that keep it valid.

use oas::{Json, Members};

pub(crate) enum Edit<'a> {
    Set(&'a str, Json<'a>),
    Remove(&'a str),
}

impl<'a> Edit<'a> {
    fn name(&self) -> &'a str {
        match self {
            Self::Set(name, _) | Self::Remove(name) => name,
        }
    }
}

/// Applies the changes that keep the object valid, and returns it with the names of the others.
///
/// The changes are tried one by one only if all of them together are invalid.
pub(crate) fn edited<'a>(
    model: &'a Json<'_>,
    edits: Vec<Edit<'a>>,
    is_valid: &dyn Fn(&Json<'_>) -> bool,
) -> (Json<'a>, Vec<&'a str>) {
    let Json::Object(members) = model else {
        return (model.borrowed(), Vec::new());
    };
    let mut all = members_of(members);
    for edit in &edits {
        apply(&mut all, edit);
    }
    let all = Json::Object(all.into_iter().collect());
    if is_valid(&all) {
        return (all, Vec::new());
    }
    let mut rejected = Vec::new();
    let mut members = members_of(members);
    for edit in &edits {
        let mut candidate = members.clone();
        apply(&mut candidate, edit);
        let object = Json::Object(candidate.iter().cloned().collect());
        if is_valid(&object) {
            members = candidate;
        } else {
            rejected.push(edit.name());
        }
    }
    (Json::Object(members.into_iter().collect()), rejected)
}

type List<'a> = Vec<(std::borrow::Cow<'a, str>, Json<'a>)>;

fn members_of<'a>(members: &'a Members<'_>) -> List<'a> {
    let members = members.iter();
    members
        .map(|(name, value)| (name.into(), value.borrowed()))
        .collect()
}

fn apply<'a>(members: &mut List<'a>, edit: &Edit<'a>) {
    match edit {
        Edit::Set(name, value) => match members.iter_mut().find(|(known, _)| known == name) {
            Some((_, current)) => *current = value.clone(),
            None => members.push(((*name).into(), value.clone())),
        },
        Edit::Remove(name) => members.retain(|(known, _)| known != name),
    }
}
