mod schema;

use chrono::NaiveDate;

use super::change::{ApiKind, Change, Edit, Kind, Lifecycle, LifecycleKind, SecurityKind};
use super::classify::{Stability, Sunset, stability_change, sunset};
use super::lifecycle::Removal;
use super::relation::{Certainty, Relation};
use super::site::{Place, Site};
use super::walk::{Cap, Met};
use crate::Direction;

/// The name of a kind of change, in the vocabulary that people know from other differs of OpenAPI
/// documents: where it is met, what it is about, what became of it.
pub(super) fn id(change: &Change, met: &Met, today: NaiveDate) -> String {
    match &change.kind {
        Kind::Schema(kind) => schema::schema(kind, change, met, today),
        Kind::Lifecycle(_) if met.manner.cap == Some(Cap::Unused) => "component-changed".to_owned(),
        Kind::Lifecycle(kind) => lifecycle(*kind, change, &met.site, today),
        Kind::Security(kind) => security(kind, change.edit),
        Kind::Api(kind) => api(kind, change, met, today),
        Kind::Documentation(_) => "documentation-changed".to_owned(),
        Kind::Extension(_) => "extension-changed".to_owned(),
        Kind::Unclassified => "unclassified-change".to_owned(),
    }
}

fn lifecycle(kind: LifecycleKind, change: &Change, site: &Site, today: NaiveDate) -> String {
    let subject = match &site.place {
        Place::Operation | Place::Document | Place::Path(_) | Place::Callback(_) => "api",
        Place::Parameter { .. } if site.steps.is_empty() => "request-parameter",
        Place::Parameter { .. } => "request-parameter-property",
        Place::Header { .. } => "response-header",
        _ if site.direction == Some(Direction::Request) => "request-property",
        _ => "response-property",
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
        } => match sunset(change, (was_deprecated, is_deprecated), today) {
            Sunset::Unreadable => format!("{subject}-deprecated-sunset-parse"),
            Sunset::Sooner => format!("{subject}-sunset-date-changed-too-small"),
            Sunset::Later => format!("{subject}-sunset-date-postponed"),
            Sunset::TooSoon => format!("{subject}-sunset-date-too-small"),
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
    let became = became(change.edit);
    let side = match &met.site.place {
        Place::Response { .. } => "response",
        Place::Header { .. } => "response-header",
        Place::Parameter { .. } => "request-parameter",
        _ => "request-body",
    };
    match kind {
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
    }
}

fn became(edit: Edit) -> &'static str {
    match edit {
        Edit::Removed => "became-optional",
        Edit::Added | Edit::Changed => "became-required",
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
