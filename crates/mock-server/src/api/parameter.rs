use http::HeaderName;
use http::header::COOKIE;
use oas::{Direction, Document, Json, Validator, Validators};
use serde_json::Value;

use super::complaint::Complaint;
use super::media::joined;
use super::style::{Coding, Style, Unreadable};
use super::typing::Typing;
use super::{PathParameters, Request};

/// A parameter of an operation, ready to be read.
pub(crate) struct Parameter {
    name: String,
    place: Place,
    /// The place and the name, as a complaint names it.
    part: String,
    required: bool,
    allow_empty: bool,
    /// `None` for a parameter that is serialised as JSON.
    style: Option<Style>,
    typing: Typing,
    validator: Option<Validator>,
}

#[derive(Clone, PartialEq)]
enum Place {
    Path,
    Query,
    Header(HeaderName),
    Cookie,
}

impl Parameter {
    /// `None` for what is no parameter: one without a name or place, or a header that OpenAPI leaves to HTTP.
    pub(crate) fn new(
        document: &Document,
        validators: &Validators<'_>,
        parameter: &oas::Parameter<'_>,
    ) -> Option<Self> {
        let place = match parameter.place() {
            "path" => Place::Path,
            "query" => Place::Query,
            "header" => Place::Header(parameter.name().parse().ok()?),
            "cookie" => Place::Cookie,
            _ => return None,
        };
        let name = parameter.name();
        let ignored = ["accept", "content-type", "authorization"];
        let is_ignored = match &place {
            Place::Header(name) => ignored.contains(&name.as_str()),
            _ => name.is_empty(),
        };
        if is_ignored {
            return None;
        }
        let schema = parameter.schema();
        let validator = schema
            .as_ref()
            .and_then(|schema| validators.compile(&schema.pointer, Direction::Request).ok());
        let style = parameter.media_types().is_empty().then(|| {
            let default = if matches!(place, Place::Query | Place::Cookie) {
                "form"
            } else {
                "simple"
            };
            let style = parameter.node().str("style").unwrap_or(default);
            let explode = parameter
                .node()
                .get("explode")
                .and_then(|node| node.value.as_bool());
            Style::new(style, explode.unwrap_or(style == "form"))
        });
        Some(Self {
            name: name.to_owned(),
            part: format!("{} {name}", parameter.place()),
            required: parameter.is_required() || place == Place::Path,
            place,
            allow_empty: parameter.node().is_true("allowEmptyValue"),
            style,
            typing: Typing::of(document, schema.as_ref()),
            validator,
        })
    }

    /// The name of a parameter of the path.
    pub(crate) fn path_name(&self) -> Option<&str> {
        (self.place == Place::Path).then_some(&self.name)
    }

    /// The value in a request; `None` when it is not there, or is not as it should be.
    pub(crate) fn read(
        &self,
        request: &Request<'_>,
        path: &PathParameters<'_>,
        complaints: &mut Vec<Complaint>,
    ) -> Option<Json<'static>> {
        let value = match self.raw(request, path) {
            Ok(Some(value)) => Json::from(value),
            Ok(None) => {
                if self.required {
                    complaints.push(Complaint::about(
                        &self.part,
                        "required",
                        "the request needs this parameter",
                    ));
                }
                return None;
            }
            Err(Unreadable(reason)) => {
                complaints.push(Complaint::about(&self.part, "syntax", reason));
                return None;
            }
        };
        if self.allow_empty && matches!(&value, Json::String(text) if text.is_empty()) {
            return Some(value);
        }
        let violations = self
            .validator
            .as_ref()
            .map(|validator| validator.violations(&value))
            .unwrap_or_default();
        if violations.is_empty() {
            return Some(value);
        }
        complaints.extend(
            violations
                .into_iter()
                .map(|violation| Complaint::of(&self.part, violation)),
        );
        None
    }

    fn raw(
        &self,
        request: &Request<'_>,
        path: &PathParameters<'_>,
    ) -> Result<Option<Value>, Unreadable> {
        match &self.place {
            Place::Path => {
                let found = path.iter().find(|(name, _)| *name == self.name);
                found
                    .map(|(_, text)| self.single(text, Coding::Percent))
                    .transpose()
            }
            Place::Header(name) => {
                let headers = &request.head.headers;
                let lines = headers.get_all(name).iter().count();
                if lines > 1 && !matches!(self.typing, Typing::Array(_)) {
                    return Err(Unreadable("the header is there more than once".to_owned()));
                }
                let text = joined(headers, name);
                text.map(|text| self.single(text.trim(), Coding::Plain))
                    .transpose()
            }
            Place::Query => self.pairs(&query(request), Coding::Form),
            Place::Cookie => {
                let header = joined(&request.head.headers, &COOKIE).unwrap_or_default();
                let cookies = header
                    .split([';', ','])
                    .filter_map(|cookie| cookie.trim().split_once('='));
                self.pairs(&cookies.collect::<Vec<_>>(), Coding::Percent)
            }
        }
    }

    fn single(&self, text: &str, coding: Coding) -> Result<Value, Unreadable> {
        match &self.style {
            Some(style) => style.single(&self.name, text, &self.typing, coding),
            None => json(&coding.decode(text)?),
        }
    }

    fn pairs(&self, pairs: &[(&str, &str)], coding: Coding) -> Result<Option<Value>, Unreadable> {
        match &self.style {
            Some(style) => style.pairs(&self.name, pairs, &self.typing, coding),
            None => {
                let is_own = |name| coding.decode(name).is_ok_and(|name| name == self.name);
                let found = pairs.iter().find(|(name, _)| is_own(name));
                found
                    .map(|(_, text)| json(&coding.decode(text)?))
                    .transpose()
            }
        }
    }
}

/// The names and values of a query, not yet decoded.
fn query<'r>(request: &Request<'r>) -> Vec<(&'r str, &'r str)> {
    let pairs = request
        .head
        .uri
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .collect()
}

fn json(text: &str) -> Result<Value, Unreadable> {
    serde_json::from_str(text)
        .map_err(|error| Unreadable(format!("the value is not JSON: {error}")))
}
