use chrono::NaiveDate;

use super::difference::{Difference, Fact, ParameterFacts, Property};
use super::kinds::Kind;
use super::lifecycle::{Lifecycle, Removal, StabilityChange, SunsetChange};
use super::message;
use super::occurrence::{Exclusion, Occurrence, Subject};
use super::relation::Edit;
use crate::diagnostic::Severity;
use crate::validator::Direction;

/// The kind of a change where it occurs, with its id and severity there.
#[derive(Debug)]
pub(super) struct Judgement {
    pub(super) kind: Kind,
    pub(super) id: String,
    pub(super) severity: Severity,
}

impl Judgement {
    pub(super) fn of(difference: &Difference, occurrence: &Occurrence, today: NaiveDate) -> Self {
        let kind = kind_of(difference, occurrence, today);
        let is_excluded = is_excluded(&difference.fact, occurrence, today);
        let severity = if is_excluded {
            Severity::Info
        } else {
            kind.severity(occurrence, difference.relation)
        };
        // Nothing refers to it, so that the id does not matter; the message states the change.
        let id = match occurrence.exclusion {
            Some(Exclusion::Unused) => Kind::ComponentChanged.id(Subject::Api),
            _ => kind.id(subject(&difference.fact, occurrence)),
        };
        Self { kind, id, severity }
    }

    pub(super) fn message(&self, difference: &Difference, occurrence: &Occurrence) -> String {
        message::of(self.kind, difference, &occurrence.site)
    }
}

/// The kind of a change where it occurs.
fn kind_of(difference: &Difference, occurrence: &Occurrence, today: NaiveDate) -> Kind {
    let edit = difference.edit;
    match &difference.fact {
        Fact::Plain(kind, _) | Fact::Renamed(kind, ..) => *kind,
        Fact::Property(property) => property_kind(property, edit, occurrence, today),
        Fact::Required(property) => match edit {
            Edit::Removed => Kind::PropertyBecameOptional,
            _ if property.has_default => Kind::PropertyBecameRequiredWithDefault,
            _ => Kind::PropertyBecameRequired,
        },
        Fact::ReadOnly => {
            let became = edit != Edit::Removed;
            match (is_required(occurrence, edit, Direction::Request), became) {
                (true, true) => Kind::RequiredBecameReadOnly,
                (true, false) => Kind::RequiredBecameNotReadOnly,
                (false, true) => Kind::OptionalBecameReadOnly,
                (false, false) => Kind::OptionalBecameNotReadOnly,
            }
        }
        Fact::WriteOnly => {
            let became = edit != Edit::Removed;
            match (is_required(occurrence, edit, Direction::Response), became) {
                (true, true) => Kind::RequiredBecameWriteOnly,
                (true, false) => Kind::RequiredBecameNotWriteOnly,
                (false, true) => Kind::OptionalBecameWriteOnly,
                (false, false) => Kind::OptionalBecameNotWriteOnly,
            }
        }
        Fact::Sunset {
            was_deprecated,
            is_deprecated,
        } => {
            let texts = (difference.before.as_deref(), difference.after.as_deref());
            let deprecated = (*was_deprecated, *is_deprecated);
            match SunsetChange::between(texts, deprecated, today) {
                SunsetChange::Unreadable => Kind::DeprecatedSunsetParse,
                SunsetChange::Sooner => Kind::SunsetDateChangedTooSmall,
                SunsetChange::Later => Kind::SunsetDatePostponed,
                SunsetChange::Announced => Kind::SunsetAdded,
                SunsetChange::TooSoon => Kind::SunsetDateTooSmall,
                SunsetChange::Withdrawn if occurrence.subject() == Subject::Api => {
                    Kind::SunsetDeleted
                }
                SunsetChange::Withdrawn => Kind::PartSunsetDeleted,
                SunsetChange::Meaningless => Kind::SunsetWithoutDeprecation,
            }
        }
        Fact::Stability => {
            match StabilityChange::between(
                difference.before.as_deref(),
                difference.after.as_deref(),
            ) {
                StabilityChange::Unreadable => Kind::InvalidStabilityLevel,
                StabilityChange::Increased => Kind::StabilityIncreased,
                StabilityChange::Decreased => Kind::StabilityDecreased,
            }
        }
        Fact::Operation { .. } if edit != Edit::Removed => Kind::EndpointAdded,
        Fact::Operation {
            lifecycle,
            with_path,
        } => match (announcement(lifecycle, today), with_path) {
            (Announcement::None, true) => Kind::PathRemovedWithoutDeprecation,
            (Announcement::None, false) => Kind::OperationRemovedWithoutDeprecation,
            (Announcement::Past, true) => Kind::PathRemovedWithDeprecation,
            (Announcement::Past, false) => Kind::OperationRemovedWithDeprecation,
            (Announcement::Future, true) => Kind::PathRemovedBeforeSunset,
            (Announcement::Future, false) => Kind::OperationRemovedBeforeSunset,
            (Announcement::Unreadable, true) => Kind::PathRemovedSunsetParse,
            (Announcement::Unreadable, false) => Kind::OperationRemovedSunsetParse,
        },
        Fact::Parameter(parameter) => parameter_kind(parameter, edit, today),
    }
}

fn property_kind(
    property: &Property,
    edit: Edit,
    occurrence: &Occurrence,
    today: NaiveDate,
) -> Kind {
    let request = occurrence.site.direction == Some(Direction::Request);
    if edit == Edit::Removed && (request || property.lifecycle.deprecated) {
        return match announcement(&property.lifecycle, today) {
            Announcement::None => Kind::PropertyRemoved,
            Announcement::Past => Kind::PropertyRemovedWithDeprecation,
            Announcement::Future => Kind::PropertyRemovedBeforeSunset,
            Announcement::Unreadable => Kind::PropertyRemovedSunsetParse,
        };
    }
    if request {
        return match (property.required, property.has_default) {
            (true, true) => Kind::NewRequiredRequestPropertyWithDefault,
            (true, false) => Kind::NewRequiredRequestProperty,
            (false, _) => Kind::NewOptionalRequestProperty,
        };
    }
    let removed = edit == Edit::Removed;
    match (property.required, property.write_only, removed) {
        (false, false, true) => Kind::PropertyRemoved,
        (true, false, true) => Kind::ResponseRequiredPropertyRemoved,
        (false, true, true) => Kind::ResponseOptionalWriteOnlyPropertyRemoved,
        (true, true, true) => Kind::ResponseRequiredWriteOnlyPropertyRemoved,
        (false, false, false) => Kind::ResponseOptionalPropertyAdded,
        (true, false, false) => Kind::ResponseRequiredPropertyAdded,
        (false, true, false) => Kind::ResponseOptionalWriteOnlyPropertyAdded,
        (true, true, false) => Kind::ResponseRequiredWriteOnlyPropertyAdded,
    }
}

fn parameter_kind(parameter: &ParameterFacts, edit: Edit, today: NaiveDate) -> Kind {
    if edit == Edit::Removed {
        return match announcement(&parameter.lifecycle, today) {
            Announcement::None => Kind::ParameterRemoved,
            Announcement::Past => Kind::ParameterRemovedWithDeprecation,
            Announcement::Future => Kind::ParameterRemovedBeforeSunset,
            Announcement::Unreadable => Kind::ParameterRemovedSunsetParse,
        };
    }
    match (parameter.location.as_str(), parameter.required) {
        ("path", true) => Kind::NewRequestPathParameter,
        (_, true) => Kind::NewRequiredRequestParameter,
        (_, false) => Kind::NewOptionalRequestParameter,
    }
}

/// Whether a property whose `readOnly` or `writeOnly` changed is required where that matters: in
/// the request that now has to contain it, in the response that no longer does; elsewhere, on
/// either side.
fn is_required(occurrence: &Occurrence, edit: Edit, barred: Direction) -> bool {
    let is_property = matches!(
        occurrence.subject(),
        Subject::RequestProperty
            | Subject::RequestReadOnlyProperty
            | Subject::RequestParameterProperty
            | Subject::ResponseProperty
            | Subject::ResponseWriteOnlyProperty
            | Subject::ResponseHeaderProperty
    );
    let (base, revision) = occurrence.context.required;
    let required = match (barred, edit) {
        (Direction::Request, Edit::Removed) => revision,
        (Direction::Response, Edit::Added) => base,
        _ => base || revision,
    };
    is_property && required
}

/// Whether a change cannot break a client because of what it is about.
fn is_excluded(fact: &Fact, occurrence: &Occurrence, today: NaiveDate) -> bool {
    let is_unstable = |lifecycle: &Lifecycle| lifecycle.removal(today) == Removal::Unstable;
    match fact {
        Fact::Property(property) => {
            is_absent(property, occurrence) || is_unstable(&property.lifecycle)
        }
        Fact::Required(property) => is_absent(property, occurrence),
        Fact::Operation { lifecycle, .. } => is_unstable(lifecycle),
        Fact::Parameter(parameter) => parameter.ignored || is_unstable(&parameter.lifecycle),
        _ => false,
    }
}

/// Whether a property is not part of what is sent.
fn is_absent(property: &Property, occurrence: &Occurrence) -> bool {
    match occurrence.direction() {
        Some(Direction::Request) => property.read_only,
        Some(Direction::Response) => property.write_only,
        None => true,
    }
}

/// The subject that the id names: that of the property itself if it is `readOnly` or `writeOnly`.
fn subject(fact: &Fact, occurrence: &Occurrence) -> Subject {
    let subject = occurrence.subject();
    let Fact::Required(property) = fact else {
        return subject;
    };
    match subject {
        Subject::RequestBody | Subject::RequestProperty if property.read_only => {
            Subject::RequestReadOnlyProperty
        }
        Subject::ResponseBody | Subject::ResponseProperty if property.write_only => {
            Subject::ResponseWriteOnlyProperty
        }
        subject => subject,
    }
}

/// Announcement of a removal.
enum Announcement {
    None,
    Past,
    Future,
    Unreadable,
}

fn announcement(lifecycle: &Lifecycle, today: NaiveDate) -> Announcement {
    match lifecycle.removal(today) {
        Removal::Announced => Announcement::Past,
        Removal::TooEarly(_) => Announcement::Future,
        Removal::BadDate => Announcement::Unreadable,
        Removal::Unstable | Removal::Unannounced => Announcement::None,
    }
}
