use chrono::NaiveDate;

use super::change::{
    ApiKind, Change, Edit, Kind, LifecycleKind, ParameterFacts, Property, SchemaKind,
};
use super::lifecycle::{Removal, date, stability};
use super::relation::{Certainty, Relation};
use super::site::turned;
use super::walk::{Cap, Met};
use crate::{Direction, Severity};

/// Judges a change where it is met: an error breaks a client that was right, a warning may break
/// one and the documents cannot tell, an info breaks nobody.
pub(super) fn severity(change: &Change, met: &Met, today: NaiveDate) -> Severity {
    let judge = Judge {
        change,
        met,
        today,
        direction: direction(met),
    };
    let level = judge.kind();
    match met.manner.cap {
        // Whether the level of stability can be read has nothing to do with how stable it is.
        Some(_) if judge.is_unreadable_stability() => level,
        Some(_) => Severity::Info,
        None => level,
    }
}

/// What must not hold travels, as it were, the other way: fewer values are more.
fn direction(met: &Met) -> Option<Direction> {
    let direction = met.site.direction;
    if met.manner.negated {
        direction.map(turned)
    } else {
        direction
    }
}

struct Judge<'c> {
    change: &'c Change,
    met: &'c Met,
    today: NaiveDate,
    direction: Option<Direction>,
}

impl Judge<'_> {
    fn kind(&self) -> Severity {
        match &self.change.kind {
            Kind::Schema(kind) => self.schema(kind),
            Kind::Lifecycle(kind) => self.lifecycle(*kind),
            Kind::Security(_) => by(self.change.relation.loses),
            Kind::Api(kind) => self.api(kind),
            Kind::Documentation(_) | Kind::Extension(_) => Severity::Info,
            Kind::Unclassified => Severity::Warning,
        }
    }

    /// The law: who sends must not lose a value, who reads must not gain one.
    fn law(&self, relation: Relation) -> Severity {
        match self.direction {
            Some(Direction::Request) => by(relation.loses),
            Some(Direction::Response) => by(relation.gains),
            None => Severity::Info,
        }
    }

    fn schema(&self, kind: &SchemaKind) -> Severity {
        let law = self.law(self.change.relation);
        let request = self.direction == Some(Direction::Request);
        let added = self.change.edit == Edit::Added;
        let removed = self.change.edit == Edit::Removed;
        match kind {
            SchemaKind::Property(property) if added => self.property_added(property),
            SchemaKind::Property(property) => self.property_removed(property),
            SchemaKind::Required(property) if self.is_absent(property) => Severity::Info,
            // Validators demand it, generators never send it.
            SchemaKind::RequiredUndeclared(_) => law.min(Severity::Warning),
            // Readers are expected to pass over what they do not know.
            SchemaKind::AdditionalProperties if !request => law.min(Severity::Warning),
            SchemaKind::Default => self.default_value(request),
            SchemaKind::ReadOnly | SchemaKind::WriteOnly => self.mutability(kind, request, added),
            // An open list only tells a sender what is understood.
            SchemaKind::ExtensibleValue(_) if request && removed => Severity::Error,
            SchemaKind::ExtensibleValue(_) => Severity::Info,
            SchemaKind::DiscriminatorMapping(_) if added => Severity::Info,
            SchemaKind::Xml if !self.met.manner.xml => Severity::Info,
            SchemaKind::Reference
            | SchemaKind::Ignored(_)
            | SchemaKind::Type
            | SchemaKind::Enum
            | SchemaKind::EnumValue(_)
            | SchemaKind::Bound(_)
            | SchemaKind::Exclusive(_)
            | SchemaKind::MultipleOf
            | SchemaKind::Pattern
            | SchemaKind::UniqueItems
            | SchemaKind::Items
            | SchemaKind::Required(_)
            | SchemaKind::AdditionalProperties
            | SchemaKind::Nullable
            | SchemaKind::Alternative(..)
            | SchemaKind::ChoiceKeyword
            | SchemaKind::Choice(_)
            | SchemaKind::Wrapped(_)
            | SchemaKind::Not
            | SchemaKind::Discriminator
            | SchemaKind::DiscriminatorProperty
            | SchemaKind::DiscriminatorMapping(_)
            | SchemaKind::Xml
            | SchemaKind::Keyword(_) => law,
        }
    }

    /// Whether a property is not part of what travels here at all.
    fn is_absent(&self, property: &Property) -> bool {
        match self.direction {
            Some(Direction::Request) => property.read_only,
            Some(Direction::Response) => property.write_only,
            None => true,
        }
    }

    fn property_added(&self, property: &Property) -> Severity {
        match self.direction {
            _ if self.is_absent(property) => Severity::Info,
            // Strictly read, an open object accepted anything under the new name. Nobody sent it.
            Some(Direction::Request) if !property.required => Severity::Info,
            Some(Direction::Request) => Severity::Error,
            // A reader that was told of all properties there are may refuse another.
            Some(Direction::Response) if property.closed => Severity::Warning,
            _ => Severity::Info,
        }
    }

    fn property_removed(&self, property: &Property) -> Severity {
        if self.is_absent(property) {
            return Severity::Info;
        }
        match property.lifecycle.removal(self.today) {
            Removal::Unstable | Removal::Announced => Severity::Info,
            Removal::TooEarly(_) | Removal::BadDate => Severity::Error,
            // Whether a server refuses what it no longer knows is not said, unless the object is
            // closed.
            Removal::Unannounced if self.direction == Some(Direction::Request) => {
                if property.closed {
                    Severity::Error
                } else {
                    Severity::Warning
                }
            }
            // Nothing comes under that name any more, and that it may be absent was known.
            Removal::Unannounced if property.closed && !property.required => Severity::Warning,
            // Anything may come under that name now.
            Removal::Unannounced => Severity::Error,
        }
    }

    fn default_value(&self, request: bool) -> Severity {
        match request {
            // The server reads its default into every request that leaves the parameter out, so an
            // unchanged request means something else.
            true if self.met.manner.parameter => {
                if self.met.manner.required {
                    Severity::Info
                } else if self.change.edit == Edit::Changed {
                    Severity::Error
                } else {
                    // What it read without one is not said; it may have been the same.
                    Severity::Warning
                }
            }
            // Many clients fill the defaults of a body in themselves.
            true => Severity::Warning,
            false => Severity::Info,
        }
    }

    /// OpenAPI 3.0 says that a `readOnly` property SHOULD NOT be sent in a request, and a
    /// `writeOnly` one not in a response: whether it was, the documents cannot tell.
    fn mutability(&self, kind: &SchemaKind, request: bool, added: bool) -> Severity {
        let read_only = *kind == SchemaKind::ReadOnly;
        match (self.direction.is_some(), request == read_only) {
            // It may be missing now: from the request that a server understands, or from the
            // response.
            (true, true) if added => Severity::Warning,
            (true, true) if self.met.manner.required && request => Severity::Warning,
            _ => Severity::Info,
        }
    }

    fn lifecycle(&self, kind: LifecycleKind) -> Severity {
        match kind {
            LifecycleKind::Deprecated => Severity::Info,
            LifecycleKind::Sunset {
                was_deprecated,
                is_deprecated,
            } => match sunset(self.change, (was_deprecated, is_deprecated), self.today) {
                Sunset::Unreadable | Sunset::Sooner | Sunset::Withdrawn | Sunset::TooSoon => {
                    Severity::Error
                }
                Sunset::Later | Sunset::Announced | Sunset::Meaningless => Severity::Info,
            },
            LifecycleKind::Stability => match stability_change(self.change) {
                Stability::Unreadable | Stability::Decreased => Severity::Error,
                Stability::Increased => Severity::Info,
            },
        }
    }

    fn is_unreadable_stability(&self) -> bool {
        self.change.kind == Kind::Lifecycle(LifecycleKind::Stability)
            && matches!(self.met.manner.cap, Some(Cap::ReadOnly | Cap::WriteOnly))
            && stability_change(self.change) == Stability::Unreadable
    }

    fn api(&self, kind: &ApiKind) -> Severity {
        let law = self.law(self.change.relation);
        let added = self.change.edit == Edit::Added;
        let removed = self.change.edit == Edit::Removed;
        let request = self.direction == Some(Direction::Request);
        match kind {
            ApiKind::Operation { .. } if added => Severity::Info,
            ApiKind::Operation { lifecycle, .. } => match lifecycle.removal(self.today) {
                Removal::Unstable | Removal::Announced => Severity::Info,
                Removal::Unannounced | Removal::TooEarly(_) | Removal::BadDate => Severity::Error,
            },
            ApiKind::Server(_) if added => Severity::Info,
            ApiKind::Server(_) => Severity::Warning,
            // In a callback, the server sends the request and the client answers.
            ApiKind::Parameter(_) | ApiKind::RequestBody { .. } if !request => Severity::Info,
            ApiKind::Parameter(parameter) => self.parameter(parameter, added),
            ApiKind::RequestBody { required } if added => {
                if *required {
                    Severity::Error
                } else {
                    Severity::Info
                }
            }
            ApiKind::RequestBody { .. } => Severity::Error,
            ApiKind::AllowEmptyValue => law.min(Severity::Warning),
            // A response's media type, status and header are the caller's to choose from or to
            // rely on: taking one away is what breaks.
            ApiKind::MediaType(_) if !request => {
                if removed {
                    Severity::Error
                } else {
                    Severity::Info
                }
            }
            ApiKind::Response { .. } if request => law,
            ApiKind::Response { success, .. } => match (success, removed) {
                (true, true) => Severity::Error,
                (true, false) => Severity::Warning,
                (false, _) => Severity::Info,
            },
            ApiKind::Header { required, .. } if !request && removed => {
                if *required {
                    Severity::Error
                } else {
                    Severity::Warning
                }
            }
            ApiKind::Header { .. } => Severity::Info,
            ApiKind::Callback(_) if removed => Severity::Error,
            ApiKind::ParameterRequired
            | ApiKind::ParameterStyle
            | ApiKind::AllowReserved
            | ApiKind::ParameterForm
            | ApiKind::RequestBodyRequired
            | ApiKind::MediaType(_)
            | ApiKind::MediaTypeName
            | ApiKind::MediaTypeSchema
            | ApiKind::Encoding(_)
            | ApiKind::HeaderRequired => law,
            ApiKind::OpenApiVersion
            | ApiKind::Version
            | ApiKind::DocumentTag(_)
            | ApiKind::PathParameterName
            | ApiKind::OperationId
            | ApiKind::Tag(_)
            | ApiKind::Link(_)
            | ApiKind::Callback(_)
            | ApiKind::Component { .. }
            | ApiKind::ComponentName { .. } => Severity::Info,
        }
    }

    fn parameter(&self, parameter: &ParameterFacts, added: bool) -> Severity {
        if parameter.ignored {
            return Severity::Info;
        }
        if added {
            return if parameter.required {
                Severity::Error
            } else {
                Severity::Info
            };
        }
        match parameter.lifecycle.removal(self.today) {
            Removal::Unstable | Removal::Announced => Severity::Info,
            Removal::TooEarly(_) | Removal::BadDate => Severity::Error,
            // Whether a server refuses what it no longer knows is not said.
            Removal::Unannounced => Severity::Warning,
        }
    }
}

fn by(certainty: Certainty) -> Severity {
    match certainty {
        Certainty::No => Severity::Info,
        Certainty::Maybe => Severity::Warning,
        Certainty::Yes => Severity::Error,
    }
}

/// What became of a sunset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sunset {
    Unreadable,
    Sooner,
    Later,
    Announced,
    /// Announced for a day that leaves callers no time.
    TooSoon,
    Withdrawn,
    /// Nothing is deprecated, so there is nothing that could end.
    Meaningless,
}

pub(super) fn sunset(
    change: &Change,
    (was_deprecated, is_deprecated): (bool, bool),
    today: NaiveDate,
) -> Sunset {
    let read = |text: &Option<String>| text.as_deref().map(|text| date(text.trim_matches('"')));
    match (read(&change.before), read(&change.after)) {
        _ if !is_deprecated => Sunset::Meaningless,
        (_, Some(None)) => Sunset::Unreadable,
        (Some(_), None) if was_deprecated => Sunset::Withdrawn,
        (Some(None), Some(_)) if was_deprecated => Sunset::Unreadable,
        (Some(Some(before)), Some(Some(after))) if was_deprecated => {
            if after < before {
                Sunset::Sooner
            } else {
                Sunset::Later
            }
        }
        (_, Some(Some(after))) if after <= today => Sunset::TooSoon,
        _ => Sunset::Announced,
    }
}

/// What became of a stability level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stability {
    Unreadable,
    Increased,
    Decreased,
}

pub(super) fn stability_change(change: &Change) -> Stability {
    // A level is a text; what is written without quotes, as a number, is none.
    let read =
        |text: &Option<String>| stability(text.as_deref().map(|text| text.trim_matches('"')));
    match (read(&change.before), read(&change.after)) {
        (Some(before), Some(after)) if after < before => Stability::Decreased,
        (Some(_), Some(_)) => Stability::Increased,
        _ => Stability::Unreadable,
    }
}
