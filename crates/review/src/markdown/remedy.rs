use client_codegen::surface::{Change, Kind, Level};

use crate::outcome::RustChange;

/// The action required of callers of the item, as a sentence; `None` if their code still compiles.
pub(super) fn remedy(change: &Change, together: &[&RustChange]) -> Option<String> {
    if change.level != Level::Major {
        return None;
    }
    let action = match (&change.base, &change.revision) {
        (Some(_), None) => match successor(change, together) {
            Some(path) => format!("Use `{path}` instead."),
            None => "Remove all uses.".to_owned(),
        },
        (Some(_), Some(_)) if change.what.starts_with("was renamed") => {
            "Use the new name.".to_owned()
        }
        (Some(base), Some(revision)) => match (&base.kind, &revision.kind) {
            (Kind::Field(old), Kind::Field(new)) => field(old, new),
            (Kind::Function(_), Kind::Function(_)) => {
                "Adapt calls to the new signature.".to_owned()
            }
            (Kind::Struct { .. }, Kind::Struct { .. }) => {
                "Construct it with the builder.".to_owned()
            }
            (Kind::Enum { .. }, Kind::Enum { .. }) => "Add a `_` arm to each match.".to_owned(),
            _ => "Adapt all uses.".to_owned(),
        },
        (None, Some(item)) => match item.kind {
            Kind::Field(_) => "Add it to struct literals.".to_owned(),
            _ => "Add it to each exhaustive match.".to_owned(),
        },
        (None, None) => return None,
    };
    Some(action)
}

fn field(old: &str, new: &str) -> String {
    if inner(old) == Some(new) {
        "Always set it, and remove the handling of an absent value.".to_owned()
    } else if inner(new) == Some(old) {
        "Wrap the value in `Some`, and handle `None` when reading.".to_owned()
    } else {
        format!("Its type is now `{new}`.")
    }
}

fn inner(ty: &str) -> Option<&str> {
    ["Option<", "Nullable<"]
        .iter()
        .find_map(|wrapper| ty.strip_prefix(wrapper)?.strip_suffix('>'))
}

/// The replacement of a removed item: the only added item of the same kind and parent.
fn successor<'r>(gone: &Change, together: &[&'r RustChange]) -> Option<&'r str> {
    let kind = |change: &Change| {
        let item = change.base.as_ref().or(change.revision.as_ref())?;
        Some(std::mem::discriminant(&item.kind))
    };
    let holder = |change: &Change| {
        change
            .path
            .rsplit_once("::")
            .map(|(holder, _)| holder.to_owned())
    };
    let beside = |other: &Change| kind(other) == kind(gone) && holder(other) == holder(gone);
    let all = together.iter().map(|one| &one.change);
    let lost = all
        .clone()
        .filter(|one| one.revision.is_none() && beside(one));
    let mut fresh = all.filter(|one| one.base.is_none() && beside(one));
    let first = fresh.next()?;
    (lost.count() == 1 && fresh.next().is_none()).then_some(first.path.as_str())
}
