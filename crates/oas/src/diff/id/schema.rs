use chrono::NaiveDate;

use super::{announcement, became, setting, turn, verb};
use crate::Direction;
use crate::diff::change::{Change, Edit, Property, SchemaKind};
use crate::diff::relation::Relation;
use crate::diff::schema::{Bound, ChoiceKeyword};
use crate::diff::site::Place;
use crate::diff::walk::{Cap, Met};

/// Where in the API a schema's keyword stands: `request-body`, `response-property`, ….
fn subject(met: &Met) -> &'static str {
    let nested = met.site.is_nested();
    let request = met.site.direction == Some(Direction::Request);
    match (&met.site.place, nested, met.manner.cap) {
        (Place::Parameter { .. }, false, _) => "request-parameter",
        (Place::Parameter { .. }, true, _) => "request-parameter-property",
        (Place::Header { .. }, ..) => "response-header",
        // In a callback the server sends the request, so to the client it is a response.
        (_, false, _) if request => "request-body",
        (_, true, Some(Cap::ReadOnly)) if request => "request-read-only-property",
        (_, true, _) if request => "request-property",
        (_, false, _) => "response-body",
        (_, true, Some(Cap::WriteOnly)) => "response-write-only-property",
        (_, true, _) => "response-property",
    }
}

/// The subject of a property of the schema at hand.
fn property_subject(met: &Met) -> String {
    match subject(met) {
        "request-body" => "request-property".to_owned(),
        "response-body" => "response-property".to_owned(),
        subject if subject.ends_with("property") => subject.to_owned(),
        subject => format!("{subject}-property"),
    }
}

pub(super) fn schema(kind: &SchemaKind, change: &Change, met: &Met, today: NaiveDate) -> String {
    if met.manner.cap == Some(Cap::Unused) {
        return "component-changed".to_owned();
    }
    let subject = subject(met);
    let edit = change.edit;
    let verb = verb(edit);
    let rest = match kind {
        SchemaKind::Property(property) => return self::property(property, edit, met, today),
        SchemaKind::Required(property) => return required(property, edit, met),
        SchemaKind::RequiredUndeclared(_) => {
            return format!("{}-undeclared-{}", property_subject(met), became(edit));
        }
        SchemaKind::ReadOnly | SchemaKind::WriteOnly => {
            let required = if met.manner.required {
                "required"
            } else {
                "optional"
            };
            let subject = subject.replace("-property", &format!("-{required}-property"));
            let not = if edit == Edit::Removed { "not-" } else { "" };
            let what = if *kind == SchemaKind::ReadOnly {
                "read-only"
            } else {
                "write-only"
            };
            return format!("{subject}-became-{not}{what}");
        }
        SchemaKind::Type => format!("type-{}", turn(change.relation)),
        SchemaKind::Enum if edit == Edit::Removed => "became-not-enum".to_owned(),
        SchemaKind::Enum => "became-enum".to_owned(),
        SchemaKind::EnumValue(_) => format!("enum-value-{verb}"),
        SchemaKind::ExtensibleValue(_) => format!("x-extensible-enum-value-{verb}"),
        SchemaKind::Bound(bound) => bound_edit(*bound, change),
        SchemaKind::Exclusive(bound) => {
            let set = if change.relation == Relation::NARROWED {
                "set"
            } else {
                "unset"
            };
            format!("exclusive-{}-{set}", slug(*bound))
        }
        SchemaKind::MultipleOf if edit == Edit::Changed => {
            format!("multiple-of-{}", turn(change.relation))
        }
        SchemaKind::MultipleOf => format!("multiple-of-{}", setting(edit)),
        SchemaKind::Pattern if edit == Edit::Changed => {
            format!("pattern-{}", turn(change.relation))
        }
        SchemaKind::Pattern => format!("pattern-{verb}"),
        SchemaKind::UniqueItems => format!("unique-items-{}", setting(edit)),
        SchemaKind::Items => format!("items-{verb}"),
        SchemaKind::AdditionalProperties => {
            let narrowed = change.relation == Relation::NARROWED;
            let became = if narrowed { "restricted" } else { "relaxed" };
            format!("additional-properties-{became}")
        }
        SchemaKind::Nullable if edit == Edit::Removed => "became-not-nullable".to_owned(),
        SchemaKind::Nullable => "became-nullable".to_owned(),
        SchemaKind::Default => format!("default-value-{verb}"),
        SchemaKind::Alternative(keyword, _) => format!("{}-{verb}", choice(*keyword)),
        SchemaKind::ChoiceKeyword => "choice-keyword-changed".to_owned(),
        SchemaKind::Choice(keyword) => format!("{}-choice-{verb}", choice(*keyword)),
        SchemaKind::Wrapped(keyword) if edit == Edit::Removed => {
            format!("unwrapped-from-{}", choice(*keyword))
        }
        SchemaKind::Wrapped(keyword) => format!("wrapped-in-{}", choice(*keyword)),
        SchemaKind::Not => format!("not-{verb}"),
        SchemaKind::Discriminator => format!("discriminator-{verb}"),
        SchemaKind::DiscriminatorProperty => "discriminator-property-name-changed".to_owned(),
        SchemaKind::DiscriminatorMapping(_) if edit == Edit::Removed => {
            "discriminator-mapping-deleted".to_owned()
        }
        SchemaKind::DiscriminatorMapping(_) => format!("discriminator-mapping-{verb}"),
        SchemaKind::Xml => "xml-changed".to_owned(),
        SchemaKind::Reference => "reference-changed".to_owned(),
        SchemaKind::Ignored(_) => "ignored-keyword-changed".to_owned(),
        SchemaKind::Keyword(_) => format!("keyword-{verb}"),
    };
    format!("{subject}-{rest}")
}

fn required(property: &Property, edit: Edit, met: &Met) -> String {
    let mut subject = property_subject(met);
    if property.read_only {
        subject = subject.replace("request-property", "request-read-only-property");
    }
    if property.write_only {
        subject = subject.replace("response-property", "response-write-only-property");
    }
    let default = property.has_default && edit == Edit::Added;
    let default = if default { "-with-default" } else { "" };
    format!("{subject}-{}{default}", became(edit))
}

fn property(property: &Property, edit: Edit, met: &Met, today: NaiveDate) -> String {
    let subject = property_subject(met);
    let required = if property.required {
        "required"
    } else {
        "optional"
    };
    let request = met.site.direction == Some(Direction::Request);
    match edit {
        Edit::Removed if request || property.lifecycle.deprecated => {
            format!(
                "{subject}-removed{}",
                announcement(&property.lifecycle, today)
            )
        }
        // The short name is for what is met most: nothing has to be required of a response.
        Edit::Removed if !property.required && !property.write_only => format!("{subject}-removed"),
        _ if request => {
            let default = property.required && property.has_default;
            let default = if default { "-with-default" } else { "" };
            format!("new-{required}-{subject}{default}")
        }
        _ => {
            let only = if property.write_only {
                "-write-only"
            } else {
                ""
            };
            let subject = subject.replace("-property", &format!("-{required}{only}-property"));
            format!("{subject}-{}", verb(edit))
        }
    }
}

fn bound_edit(bound: Bound, change: &Change) -> String {
    let widened = change.relation == Relation::WIDENED;
    let what = match (change.edit, bound.is_upper() == widened) {
        (Edit::Added | Edit::Removed, _) => setting(change.edit),
        (Edit::Changed, true) => "increased",
        (Edit::Changed, false) => "decreased",
    };
    format!("{}-{what}", slug(bound))
}

fn slug(bound: Bound) -> &'static str {
    match bound {
        Bound::Maximum => "max",
        Bound::Minimum => "min",
        Bound::MaxLength => "max-length",
        Bound::MinLength => "min-length",
        Bound::MaxItems => "max-items",
        Bound::MinItems => "min-items",
        Bound::MaxProperties => "max-properties",
        Bound::MinProperties => "min-properties",
    }
}

fn choice(keyword: ChoiceKeyword) -> &'static str {
    match keyword {
        ChoiceKeyword::OneOf => "one-of",
        ChoiceKeyword::AnyOf => "any-of",
    }
}
