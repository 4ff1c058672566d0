use super::site::{Part, Site};
use crate::pointer::Pointer;
use crate::validator::Direction;

/// An occurrence of a change: where it is, and what its severity depends on there.
#[derive(Debug, Clone)]
pub(super) struct Occurrence {
    pub(super) site: Site,
    /// The reason why the change cannot break a client here.
    pub(super) exclusion: Option<Exclusion>,
    pub(super) context: Context,
    /// The schemas of both sides at which the steps of the site begin.
    pub(super) roots: Option<(Pointer, Pointer)>,
}

/// Surroundings of a change, as far as its severity depends on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct Context {
    /// Whether the change is below a `not`, where fewer values are more.
    pub(super) negated: bool,
    /// Whether the property or parameter is required in the base, and in the revision.
    pub(super) required: (bool, bool),
    /// Whether the schema is that of a whole parameter.
    pub(super) parameter: bool,
    /// Whether the value is sent as XML.
    pub(super) xml: bool,
}

/// Reason why a change cannot break a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Exclusion {
    /// A `readOnly` property is not part of a request.
    ReadOnly,
    /// A `writeOnly` property is not part of a response.
    WriteOnly,
    /// The base calls it `draft` or `alpha`.
    Unstable,
    /// Nothing refers to it.
    Unused,
}

/// The part of an operation that the id of a change names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Subject {
    /// An operation, a path or the document.
    Api,
    /// A body that the client sends.
    RequestBody,
    /// A property in a body that the client sends.
    RequestProperty,
    /// A schema in a `readOnly` property of a request.
    RequestReadOnlyProperty,
    /// A parameter.
    RequestParameter,
    /// A property in a parameter.
    RequestParameterProperty,
    /// A body that the client receives.
    ResponseBody,
    /// A property in a body that the client receives.
    ResponseProperty,
    /// A schema in a `writeOnly` property of a response.
    ResponseWriteOnlyProperty,
    /// A header of a response.
    ResponseHeader,
    /// A property in a header of a response.
    ResponseHeaderProperty,
}

impl Occurrence {
    /// An occurrence outside of schemas.
    pub(super) fn at(site: Site, unstable: bool) -> Self {
        Self {
            site,
            exclusion: unstable.then_some(Exclusion::Unstable),
            context: Context::default(),
            roots: None,
        }
    }

    /// The direction in which the values in question travel. Below a `not`, the other one: there,
    /// fewer values are more.
    pub(super) fn direction(&self) -> Option<Direction> {
        let direction = self.site.direction;
        if self.context.negated {
            direction.map(super::site::turned)
        } else {
            direction
        }
    }

    pub(super) fn subject(&self) -> Subject {
        let nested = self.site.is_nested();
        // In a callback the server sends the request, so it is a response to the client.
        let request = self.site.direction == Some(Direction::Request);
        match (&self.site.part, nested, self.exclusion) {
            (Part::Parameter { .. }, false, _) => Subject::RequestParameter,
            (Part::Parameter { .. }, true, _) => Subject::RequestParameterProperty,
            (Part::Header { .. }, false, _) => Subject::ResponseHeader,
            (Part::Header { .. }, true, _) => Subject::ResponseHeaderProperty,
            (Part::Document | Part::Path(_) | Part::Operation | Part::Callback(_), ..) => {
                Subject::Api
            }
            (_, false, _) if request => Subject::RequestBody,
            (_, true, Some(Exclusion::ReadOnly)) if request => Subject::RequestReadOnlyProperty,
            (_, true, _) if request => Subject::RequestProperty,
            (_, false, _) => Subject::ResponseBody,
            (_, true, Some(Exclusion::WriteOnly)) => Subject::ResponseWriteOnlyProperty,
            (_, true, _) => Subject::ResponseProperty,
        }
    }
}
