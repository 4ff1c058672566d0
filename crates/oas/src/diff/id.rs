use chrono::NaiveDate;

use super::change::{
    ApiKind, Change, Edit, Kind, Lifecycle, LifecycleKind, Property, SchemaKind, SecurityKind,
};
use super::classify::{Stability, Sunset, stability_change, sunset};
use super::lifecycle::Removal;
use super::relation::{Certainty, Relation};
use super::schema::{Bound, ChoiceKeyword};
use super::site::{Place, Site};
use super::walk::{Cap, Met};
use crate::Direction;

/// The name of a kind of change, in the vocabulary that people know from other differs of OpenAPI
/// documents: where it is met, what it is about, what became of it.
pub(super) fn id(change: &Change, met: &Met, today: NaiveDate) -> String {
    match &change.kind {
        Kind::Schema(SchemaKind::Property(property)) => {
            self::property(property, change.edit, met, today)
        }
        Kind::Schema(kind) => schema(kind, change, met),
        Kind::Lifecycle(kind) => lifecycle(*kind, change, &met.site),
        Kind::Security(kind) => security(kind, change.edit),
        Kind::Api(kind) => api(kind, change, met, today),
        Kind::Documentation(_) => "documentation-changed".to_owned(),
        Kind::Extension(_) => "extension-changed".to_owned(),
        Kind::Unclassified => "unclassified-change".to_owned(),
    }
}

/// Where in the API a schema's keyword stands: `request-body`, `response-property`, ….
fn subject(met: &Met) -> String {
    let site = &met.site;
    let nested = site.is_nested();
    let usual = match &site.place {
        Place::Parameter { .. } | Place::RequestBody { .. } => Direction::Request,
        _ => Direction::Response,
    };
    // In a callback, requests and responses are turned round.
    let callback = site.direction.is_some_and(|direction| direction != usual);
    let place = match (&site.place, nested, met.cap) {
        (Place::Parameter { .. }, false, _) => "request-parameter",
        (Place::Parameter { .. }, true, _) => "request-parameter-property",
        (Place::RequestBody { .. }, false, _) => "request-body",
        (Place::RequestBody { .. }, true, Some(Cap::ReadOnly)) => "request-read-only-property",
        (Place::RequestBody { .. }, true, _) => "request-property",
        (Place::Response { .. }, false, _) => "response-body",
        (Place::Response { .. }, true, Some(Cap::WriteOnly)) => "response-write-only-property",
        (Place::Response { .. }, true, _) => "response-property",
        (Place::Header { .. }, false, _) => "response-header",
        (Place::Header { .. }, true, _) => "response-header-property",
        (_, false, _) => "component",
        (_, true, _) => "component-property",
    };
    if callback {
        format!("callback-{place}")
    } else {
        place.to_owned()
    }
}

/// The subject of a property of the schema at hand.
fn property_subject(met: &Met) -> String {
    let subject = subject(met);
    for body in ["request-body", "response-body"] {
        if let Some(before) = subject.strip_suffix(body) {
            let direction = body.trim_end_matches("-body");
            return format!("{before}{direction}-property");
        }
    }
    if subject.ends_with("property") {
        subject
    } else {
        format!("{subject}-property")
    }
}

fn schema(kind: &SchemaKind, change: &Change, met: &Met) -> String {
    let subject = subject(met);
    let edit = change.edit;
    let verb = verb(edit);
    let rest = match kind {
        SchemaKind::Property(_) => format!("property-{verb}"),
        SchemaKind::Required(property) => {
            let subject = match (property_subject(met).as_str(), property) {
                (
                    "request-property",
                    Property {
                        read_only: true, ..
                    },
                ) => "request-read-only-property".to_owned(),
                (
                    "response-property",
                    Property {
                        write_only: true, ..
                    },
                ) => "response-write-only-property".to_owned(),
                (subject, _) => subject.to_owned(),
            };
            let became = if edit == Edit::Removed {
                "optional"
            } else {
                "required"
            };
            let default = property.has_default && edit == Edit::Added;
            let default = if default { "-with-default" } else { "" };
            return format!("{subject}-became-{became}{default}");
        }
        SchemaKind::RequiredUndeclared(_) => {
            let subject = property_subject(met);
            let became = if edit == Edit::Removed {
                "optional"
            } else {
                "required"
            };
            return format!("{subject}-undeclared-became-{became}");
        }
        SchemaKind::ReadOnly | SchemaKind::WriteOnly => {
            let required = if met.required { "required" } else { "optional" };
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

fn lifecycle(kind: LifecycleKind, change: &Change, site: &Site) -> String {
    let subject = match &site.place {
        Place::Operation | Place::Document | Place::Path(_) | Place::Callback(_) => "api",
        Place::Parameter { .. } if site.steps.is_empty() => "request-parameter",
        Place::Parameter { .. } => "request-parameter-property",
        Place::RequestBody { .. } => "request-property",
        Place::Response { .. } => "response-property",
        Place::Header { .. } => "response-header",
        Place::SecurityScheme(_) | Place::Component { .. } => "component",
    };
    let endpoint = if subject == "api" {
        "endpoint"
    } else {
        subject
    };
    match kind {
        LifecycleKind::Deprecated if change.edit == Edit::Removed => {
            format!("{endpoint}-reactivated")
        }
        LifecycleKind::Deprecated => format!("{endpoint}-deprecated"),
        LifecycleKind::Sunset {
            was_deprecated,
            is_deprecated,
        } => match sunset(change, was_deprecated, is_deprecated) {
            Sunset::Unreadable => format!("{subject}-deprecated-sunset-parse"),
            Sunset::Sooner => format!("{subject}-sunset-date-changed-too-small"),
            Sunset::Later => format!("{subject}-sunset-date-postponed"),
            Sunset::Announced => format!("{subject}-sunset-added"),
            Sunset::Withdrawn if subject == "api" => "sunset-deleted".to_owned(),
            Sunset::Withdrawn => format!("{subject}-sunset-deleted"),
            Sunset::Meaningless => format!("{subject}-sunset-without-deprecation"),
        },
        LifecycleKind::Stability => match stability_change(change) {
            Stability::Unreadable => "api-invalid-stability-level".to_owned(),
            Stability::Increased => format!("{subject}-stability-increased"),
            Stability::Decreased => format!("{subject}-stability-decreased"),
        },
    }
}

fn security(kind: &SecurityKind, edit: Edit) -> String {
    let verb = verb(edit);
    let scope = |global: &bool| {
        if *global {
            "api-global-security"
        } else {
            "api-security"
        }
    };
    match kind {
        SecurityKind::Requirement { global, .. } => format!("{}-{verb}", scope(global)),
        SecurityKind::Scope { global, .. } => format!("{}-scope-{verb}", scope(global)),
        SecurityKind::Scheme { .. } => format!("api-security-component-{verb}"),
        SecurityKind::SchemeField { field, .. } => {
            let component = "api-security-component";
            match field.split('/').collect::<Vec<_>>().as_slice() {
                [_, "scopes", _] => format!("{component}-oauth-scope-{verb}"),
                [_, "tokenUrl"] => format!("{component}-oauth-token-url-changed"),
                [_, _] => format!("{component}-oauth-url-changed"),
                ["type"] => format!("{component}-type-changed"),
                ["flows" | "implicit" | "password" | "clientCredentials" | "authorizationCode"] => {
                    format!("{component}-oauth-flow-{verb}")
                }
                _ => format!("{component}-changed"),
            }
        }
    }
}

/// How a removal was announced, if it was.
fn announcement(lifecycle: &Lifecycle, today: NaiveDate) -> &'static str {
    match lifecycle.removal(today) {
        Removal::Announced => "-with-deprecation",
        Removal::TooEarly(_) => "-before-sunset",
        Removal::BadDate => "-sunset-parse",
        Removal::Unstable | Removal::Unannounced => "",
    }
}

fn api(kind: &ApiKind, change: &Change, met: &Met, today: NaiveDate) -> String {
    let verb = verb(change.edit);
    let removed = change.edit == Edit::Removed;
    let became = if removed {
        "became-optional"
    } else {
        "became-required"
    };
    let turned = match &met.site.place {
        Place::Response { .. } | Place::Header { .. } => Direction::Request,
        _ => Direction::Response,
    };
    let callback = if met.site.direction == Some(turned) {
        "callback-"
    } else {
        ""
    };
    let side = match &met.site.place {
        Place::Response { .. } => "response",
        Place::Header { .. } => "response-header",
        Place::Parameter { .. } => "request-parameter",
        _ => "request-body",
    };
    let id = match kind {
        ApiKind::OpenApiVersion => "openapi-version-changed".to_owned(),
        ApiKind::Version => "api-version-changed".to_owned(),
        ApiKind::Server(_) => format!("server-{verb}"),
        ApiKind::DocumentTag(_) => format!("tag-{verb}"),
        ApiKind::PathParameterName => "path-parameter-renamed".to_owned(),
        ApiKind::Operation { .. } if !removed => "endpoint-added".to_owned(),
        ApiKind::Operation {
            lifecycle,
            with_path,
        } => {
            let subject = if *with_path { "api-path" } else { "api" };
            let how = match announcement(lifecycle, today) {
                "" => "-without-deprecation",
                how => how,
            };
            format!("{subject}-removed{how}")
        }
        ApiKind::OperationId => format!("api-operation-id-{verb}"),
        ApiKind::Tag(_) => format!("api-tag-{verb}"),
        ApiKind::Parameter(parameter) if removed => {
            let how = announcement(&parameter.lifecycle, today);
            format!("request-parameter-removed{how}")
        }
        ApiKind::Parameter(parameter) => match (parameter.location.as_str(), parameter.required) {
            ("path", _) => "new-request-path-parameter".to_owned(),
            (_, true) => "new-required-request-parameter".to_owned(),
            (_, false) => "new-optional-request-parameter".to_owned(),
        },
        ApiKind::ParameterRequired => format!("request-parameter-{became}"),
        ApiKind::ParameterStyle => format!("{side}-style-changed"),
        ApiKind::AllowReserved => format!("{side}-allow-reserved-{}", setting(change.edit)),
        ApiKind::AllowEmptyValue => format!("{side}-allow-empty-value-{}", setting(change.edit)),
        ApiKind::ParameterForm => format!("{side}-content-changed"),
        ApiKind::RequestBody { required } if !removed => {
            format!(
                "request-body-added-{}",
                if *required { "required" } else { "optional" }
            )
        }
        ApiKind::RequestBody { .. } => "request-body-removed".to_owned(),
        ApiKind::RequestBodyRequired => format!("request-body-{became}"),
        ApiKind::MediaType(_) => format!("{side}-media-type-{verb}"),
        ApiKind::MediaTypeName => {
            let turn = if change.relation.is_equal() {
                "changed"
            } else {
                turn(change.relation)
            };
            format!("{side}-media-type-name-{turn}")
        }
        ApiKind::MediaTypeSchema => format!("{side}-media-type-schema-{verb}"),
        ApiKind::Encoding(_) => format!("{side}-encoding-{verb}"),
        ApiKind::Response { success, .. } => {
            let success = if *success { "success" } else { "non-success" };
            format!("response-{success}-status-{verb}")
        }
        ApiKind::Header { required, .. } if removed => {
            let required = if *required { "required" } else { "optional" };
            format!("{required}-response-header-removed")
        }
        ApiKind::Header { .. } => "response-header-added".to_owned(),
        ApiKind::HeaderRequired => format!("response-header-{became}"),
        ApiKind::Link(_) => format!("link-{verb}"),
        ApiKind::Callback(_) => format!("callback-{verb}"),
        ApiKind::Component { kind, .. } if kind == "schemas" => format!("api-schema-{verb}"),
        ApiKind::Component { .. } => format!("component-{verb}"),
        ApiKind::ComponentName { .. } => "component-renamed".to_owned(),
    };
    if id.starts_with("callback") {
        id
    } else {
        format!("{callback}{id}")
    }
}

fn verb(edit: Edit) -> &'static str {
    match edit {
        Edit::Added => "added",
        Edit::Removed => "removed",
        Edit::Changed => "changed",
    }
}

fn setting(edit: Edit) -> &'static str {
    match edit {
        Edit::Added => "set",
        Edit::Removed => "unset",
        Edit::Changed => "changed",
    }
}

fn turn(relation: Relation) -> &'static str {
    match (relation.loses, relation.gains) {
        (Certainty::No, Certainty::No) => "changed",
        (_, Certainty::No) => "specialized",
        (Certainty::No, _) => "generalized",
        _ => "changed",
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
