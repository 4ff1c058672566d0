use chrono::NaiveDate;

use super::change::{ApiKind, Change, Edit, Kind, LifecycleKind, SchemaKind, SecurityKind};
use super::classify::{Sunset, sunset};
use super::schema::{Bound, Step};
use super::site::{Place, Site};
use super::walk::Met;

/// One sentence, without a full stop, that tells a change to somebody who knows the API.
pub(super) fn message(change: &Change, met: &Met, today: NaiveDate) -> String {
    let site = &met.site;
    match &change.kind {
        Kind::Schema(kind) => schema(kind, change, site),
        Kind::Lifecycle(kind) => lifecycle(*kind, change, site, today),
        Kind::Security(kind) => security(kind, change, site),
        Kind::Api(kind) => api(kind, change, site),
        Kind::Documentation(word) => {
            format!("the {word} of {} {}", whole(site), verb(change.edit))
        }
        Kind::Extension(name) => format!("`{name}` of {} {}", whole(site), verb(change.edit)),
        Kind::Unclassified => {
            let place = if change.edit == Edit::Removed {
                &change.base
            } else {
                &change.revision
            };
            format!(
                "`{place}` {}, which this comparison knows no meaning of",
                verb(change.edit)
            )
        }
    }
}

/// The part of the API, with its operation: `the request body of createTask`.
fn place(site: &Site) -> String {
    match (&site.operation, &site.place) {
        (Some(operation), Place::Operation) => operation.label(),
        (Some(operation), place) => format!("{place} of {}", operation.label()),
        (None, place) => place.to_string(),
    }
}

/// The schema at hand: a property by its path, and where that is.
fn whole(site: &Site) -> String {
    let path = site.path();
    if path.is_empty() {
        place(site)
    } else {
        format!("`{path}` in {}", place(site))
    }
}

/// A property of the schema at hand.
fn member(site: &Site, name: &str) -> String {
    let mut site = site.clone();
    site.steps.push(Step::Property(name.to_owned()));
    format!("`{}`", site.path())
}

fn schema(kind: &SchemaKind, change: &Change, site: &Site) -> String {
    let it = whole(site);
    let edit = change.edit;
    let verb = verb(edit);
    let before = change.before.as_deref().unwrap_or("none");
    let after = change.after.as_deref().unwrap_or("none");
    match kind {
        SchemaKind::Property(property) => {
            let (name, place) = (member(site, &property.name), place(site));
            let required = if property.required {
                "required"
            } else {
                "optional"
            };
            match edit {
                Edit::Removed => format!("{name} is gone from {place}"),
                _ => format!("{name} is new in {place}, {required}"),
            }
        }
        SchemaKind::Required(property) => {
            let (name, place) = (member(site, &property.name), place(site));
            let now = if edit == Edit::Removed {
                "no longer required"
            } else {
                "now required"
            };
            format!("{name} is {now} in {place}")
        }
        SchemaKind::RequiredUndeclared(name) => {
            let (name, place) = (member(site, name), place(site));
            let now = if edit == Edit::Removed {
                "no longer required"
            } else {
                "now required"
            };
            format!("{name}, which nothing describes, is {now} in {place}")
        }
        SchemaKind::Type => format!("{it} changed from {before} to {after}"),
        SchemaKind::Enum if edit == Edit::Removed => {
            format!("{it} is no longer limited to {before}")
        }
        SchemaKind::Enum => format!("{it} is now limited to {after}"),
        SchemaKind::EnumValue(value) if edit == Edit::Removed => {
            format!("`{value}` is no longer a value of {it}")
        }
        SchemaKind::EnumValue(value) => format!("`{value}` is a new value of {it}"),
        SchemaKind::ExtensibleValue(value) if edit == Edit::Removed => {
            format!("`{value}` is no longer a known value of {it}")
        }
        SchemaKind::ExtensibleValue(value) => format!("`{value}` is a new known value of {it}"),
        SchemaKind::Bound(bound) | SchemaKind::Exclusive(bound) => {
            limit(*bound, edit, &it, before, after)
        }
        SchemaKind::MultipleOf => format!("the multipleOf of {it} went from {before} to {after}"),
        SchemaKind::Pattern => format!("the pattern of {it} went from {before} to {after}"),
        SchemaKind::UniqueItems if edit == Edit::Removed => {
            format!("the items of {it} need no longer be unique")
        }
        SchemaKind::UniqueItems => format!("the items of {it} have to be unique now"),
        SchemaKind::Items if edit == Edit::Removed => {
            format!("the items of {it} may now be anything")
        }
        SchemaKind::Items => {
            format!("the items of {it}, which could be anything, have a schema now")
        }
        SchemaKind::AdditionalProperties => {
            format!("additionalProperties of {it} went from {before} to {after}")
        }
        SchemaKind::Nullable if edit == Edit::Removed => format!("{it} can no longer be null"),
        SchemaKind::Nullable => format!("{it} can be null now"),
        SchemaKind::Default => format!("the default of {it} went from {before} to {after}"),
        SchemaKind::ReadOnly | SchemaKind::WriteOnly => {
            let what = if *kind == SchemaKind::ReadOnly {
                "readOnly"
            } else {
                "writeOnly"
            };
            let now = if edit == Edit::Removed {
                "no longer"
            } else {
                "now"
            };
            format!("{it} is {now} {what}")
        }
        SchemaKind::Alternative(keyword, name) => {
            let keyword = keyword.name();
            let now = if edit == Edit::Removed {
                "no longer"
            } else {
                "now"
            };
            format!("`{name}` is {now} an alternative ({keyword}) of {it}")
        }
        SchemaKind::ChoiceKeyword => format!("{before} became {after} in {it}"),
        SchemaKind::Choice(keyword) if edit == Edit::Removed => {
            format!(
                "{it} no longer has to match one of several schemas ({})",
                keyword.name()
            )
        }
        SchemaKind::Choice(keyword) => {
            format!(
                "{it} has to match one of several schemas besides ({})",
                keyword.name()
            )
        }
        SchemaKind::Wrapped(keyword) if edit == Edit::Removed => {
            format!(
                "{it} is no longer a choice of several schemas ({})",
                keyword.name()
            )
        }
        SchemaKind::Wrapped(keyword) => {
            format!(
                "{it} is now a choice of several schemas ({})",
                keyword.name()
            )
        }
        SchemaKind::Not => format!("`not` of {it} {verb}"),
        SchemaKind::Discriminator => format!("the discriminator of {it} {verb}"),
        SchemaKind::DiscriminatorProperty => {
            format!("the discriminator of {it} is `{after}` instead of `{before}`")
        }
        SchemaKind::DiscriminatorMapping(key) => {
            format!("`{key}` in the discriminator's mapping of {it} {verb}")
        }
        SchemaKind::Xml => format!("the XML form of {it} {verb}"),
        SchemaKind::Reference => format!("{it} refers to {after} instead of {before}"),
        SchemaKind::Ignored(keyword) => {
            format!("`{keyword}` beside the `$ref` of {it} {verb}, which OpenAPI 3.0 ignores")
        }
        SchemaKind::Keyword(keyword) => format!("`{keyword}` of {it} {verb}"),
    }
}

fn limit(bound: Bound, edit: Edit, it: &str, before: &str, after: &str) -> String {
    let keyword = bound.keyword();
    match edit {
        Edit::Added => format!("{it} has a {keyword} now: {after}"),
        Edit::Removed => format!("{it} has no {keyword} any more; it was {before}"),
        Edit::Changed => format!("the {keyword} of {it} went from {before} to {after}"),
    }
}

fn lifecycle(kind: LifecycleKind, change: &Change, site: &Site, today: NaiveDate) -> String {
    let it = whole(site);
    let before = change.before.as_deref().unwrap_or("none");
    let after = change.after.as_deref().unwrap_or("none");
    match kind {
        LifecycleKind::Deprecated if change.edit == Edit::Removed => {
            format!("{it} is no longer deprecated")
        }
        LifecycleKind::Deprecated => format!("{it} is deprecated now"),
        LifecycleKind::Sunset {
            was_deprecated,
            is_deprecated,
        } => match sunset(change, (was_deprecated, is_deprecated), today) {
            Sunset::Unreadable => {
                format!("the sunset of {it} went from {before} to {after}: not both are dates")
            }
            Sunset::Sooner => format!("the sunset of {it} moved closer, from {before} to {after}"),
            Sunset::Later => format!("the sunset of {it} moved away, from {before} to {after}"),
            Sunset::Announced => format!("the sunset of {it} is announced for {after}"),
            Sunset::TooSoon => {
                format!("the sunset of {it} is announced for {after}, which leaves no time")
            }
            Sunset::Withdrawn => format!("{it} is deprecated, but its sunset {before} is gone"),
            Sunset::Meaningless => {
                format!("the sunset of {it} went from {before} to {after}; it is not deprecated")
            }
        },
        LifecycleKind::Stability => {
            format!("the stability level of {it} went from {before} to {after}")
        }
    }
}

fn security(kind: &SecurityKind, change: &Change, site: &Site) -> String {
    let verb = verb(change.edit);
    match kind {
        SecurityKind::Requirement { name, .. } => match change.edit {
            Edit::Removed => format!("proving {name} no longer gives access to {}", place(site)),
            _ => format!(
                "{} can be called by proving {name}, which is new",
                place(site)
            ),
        },
        SecurityKind::Scope { name, .. } => match change.edit {
            Edit::Removed => format!("{} no longer asks for the scope `{name}`", place(site)),
            _ => format!("{} asks for the scope `{name}` now", place(site)),
        },
        SecurityKind::Scheme { .. } => format!("{} {verb}", place(site)),
        SecurityKind::SchemeField { field, .. } => {
            format!("`{field}` of {} {verb}{}", place(site), from_to(change))
        }
    }
}

fn api(kind: &ApiKind, change: &Change, site: &Site) -> String {
    let it = place(site);
    let verb = verb(change.edit);
    let removed = change.edit == Edit::Removed;
    let before = change.before.as_deref().unwrap_or("none");
    let after = change.after.as_deref().unwrap_or("none");
    let now = if removed { "no longer" } else { "now" };
    match kind {
        ApiKind::OpenApiVersion => format!("the OpenAPI version went from {before} to {after}"),
        ApiKind::Version => format!("the API's version went from {before} to {after}"),
        ApiKind::Server(url) => format!("the server {url} of {it} {verb}"),
        ApiKind::DocumentTag(name) | ApiKind::Tag(name) => {
            format!("the tag `{name}` of {it} {verb}")
        }
        ApiKind::PathParameterName => format!("the path `{before}` is written `{after}` now"),
        ApiKind::Operation { .. } => match &site.operation {
            Some(operation) if removed => format!("{operation} is gone"),
            Some(operation) => format!("{operation} is new"),
            None => format!("an operation {verb}"),
        },
        ApiKind::OperationId => format!("the operationId {before} became {after}"),
        ApiKind::Parameter(_) if removed => format!("{it} is gone"),
        ApiKind::Parameter(parameter) => {
            let required = if parameter.required {
                "required"
            } else {
                "optional"
            };
            format!("{it} is new, {required}")
        }
        ApiKind::ParameterRequired | ApiKind::RequestBodyRequired | ApiKind::HeaderRequired => {
            format!("{it} is {now} required")
        }
        ApiKind::ParameterStyle => format!("{it} is written {after} instead of {before}"),
        ApiKind::AllowReserved => format!("{it} may {now} hold reserved characters as they are"),
        ApiKind::AllowEmptyValue => format!("{it} may {now} be empty"),
        ApiKind::ParameterForm => format!("{it} is written in another way: schema or content"),
        ApiKind::RequestBody { .. } if removed => format!("{it} is gone"),
        ApiKind::RequestBody { required } => {
            format!(
                "{it} is new, {}",
                if *required { "required" } else { "optional" }
            )
        }
        ApiKind::MediaType(name) => format!("{it} may {now} be {name}"),
        ApiKind::MediaTypeName => format!("{it} is {after} instead of {before}"),
        ApiKind::MediaTypeSchema if removed => format!("{it} has no schema any more"),
        ApiKind::MediaTypeSchema => format!("{it} has a schema now"),
        ApiKind::Encoding(part) => format!("the encoding of `{part}` in {it} {verb}"),
        ApiKind::Response { .. } if removed => format!("{it} is gone"),
        ApiKind::Response { .. } => format!("{it} is new"),
        ApiKind::Header { .. } if removed => format!("{it} is gone"),
        ApiKind::Header { .. } => format!("{it} is new"),
        ApiKind::Link(name) => format!("the link `{name}` of {it} {verb}"),
        ApiKind::Callback(name) if site.place == Place::Callback(name.clone()) => {
            format!("{it} {verb}")
        }
        ApiKind::Callback(name) => format!("`{name}` of {it} {verb}"),
        ApiKind::Component { .. } => format!("{it} {verb}"),
        ApiKind::ComponentName { kind } => {
            format!("`{before}` in components/{kind} is called `{after}` now")
        }
    }
}

fn from_to(change: &Change) -> String {
    match (&change.before, &change.after) {
        (Some(before), Some(after)) => format!(" from {before} to {after}"),
        _ => String::new(),
    }
}

fn verb(edit: Edit) -> &'static str {
    match edit {
        Edit::Added => "was added",
        Edit::Removed => "was removed",
        Edit::Changed => "changed",
    }
}
