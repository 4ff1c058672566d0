use super::difference::{Difference, Fact};
use super::kinds::Kind;
use super::relation::Edit;
use super::site::{Part, Site, Step};

/// Fills in the message of a kind:
///
/// | Placeholder | Text |
/// |---|---|
/// | `{it}` | the schema, or the part of the operation if it is not in a schema |
/// | `{member}` | the property in question, with its path |
/// | `{part}` | the part of the operation |
/// | `{operation}` | method and path |
/// | `{name}` | the name of the fact |
/// | `{before}`, `{after}` | the texts of both sides |
/// | `{changed}` | `was added`, `was removed` or `changed` |
/// | `{pointer}` | the JSON pointer |
pub(super) fn of(kind: Kind, difference: &Difference, site: &Site) -> String {
    let template = kind.row().message;
    let mut message = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((literal, tail)) = rest.split_once('{') {
        message.push_str(literal);
        let Some((word, tail)) = tail.split_once('}') else {
            break;
        };
        message.push_str(&filled(word, difference, site));
        rest = tail;
    }
    message + rest
}

fn filled(word: &str, difference: &Difference, site: &Site) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "none".to_owned());
    match word {
        "it" => whole(site),
        "member" => member(site, difference.fact.name()),
        "part" => part(site),
        "operation" => match &site.operation {
            Some(operation) => operation.to_string(),
            None => "an operation".to_owned(),
        },
        "name" => difference.fact.name().to_owned(),
        "before" => renames(difference).map_or_else(|| text(&difference.before), |(base, _)| base),
        "after" => renames(difference).map_or_else(|| text(&difference.after), |(_, new)| new),
        "changed" => difference
            .edit
            .pick("was added", "was removed", "changed")
            .to_owned(),
        _ => match difference.edit {
            Edit::Removed => format!("`{}`", difference.base.shown()),
            Edit::Added | Edit::Changed => format!("`{}`", difference.revision.shown()),
        },
    }
}

/// The names on both sides, in the same order.
fn renames(difference: &Difference) -> Option<(String, String)> {
    let Fact::Renamed(_, _, renames) = &difference.fact else {
        return None;
    };
    let listed = |names: Vec<String>| names.join(", ");
    let name =
        |pointer: &crate::pointer::Pointer| format!("`{}`", pointer.last().unwrap_or_default());
    Some((
        listed(renames.iter().map(|(base, _)| name(base)).collect()),
        listed(renames.iter().map(|(_, new)| name(new)).collect()),
    ))
}

/// The part of the API, with its operation: "the request body of `createTask`".
fn part(site: &Site) -> String {
    match (&site.operation, &site.part) {
        (Some(operation), Part::Operation) => operation.label(),
        (Some(operation), part) => format!("{part} of {}", operation.label()),
        (None, part) => part.to_string(),
    }
}

/// The schema in question: a property by its path, with the part that it is in.
fn whole(site: &Site) -> String {
    let path = site.path();
    if path.is_empty() {
        part(site)
    } else {
        format!("`{path}` in {}", part(site))
    }
}

fn member(site: &Site, name: &str) -> String {
    let mut site = site.clone();
    site.steps.push(Step::Property(name.to_owned()));
    format!("`{}`", site.path())
}
