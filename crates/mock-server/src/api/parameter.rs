use http::HeaderName;
use oas::Json;
use serde_json::Value;

use super::media::joined;
use super::request::{PathParameters, Request, pairs};
use super::source::{Schema, Source};
use super::style::{Coding, Style, Unreadable, path_of};
use super::typing::{Typing, Typings};
use super::violation::{SYNTAX, Violation};

pub(crate) struct Parameter {
    name: String,
    location: Location,
    /// The location and the name, for violations.
    part: String,
    required: bool,
    allow_empty: bool,
    /// `None` for a parameter that is serialised as JSON.
    style: Option<Style>,
    typings: Typings,
    schema: Option<Schema>,
    /// The names of the other parameters in the same location, which do not belong to an exploded
    /// object.
    claimed: Vec<String>,
}

#[derive(Clone, PartialEq)]
enum Location {
    Path,
    Query,
    Header(HeaderName),
    Cookie,
}

impl Parameter {
    /// `None` for one without a name or location, or a header that OpenAPI ignores.
    pub(crate) fn new(parameter: &oas::Parameter<'_>, all: &[oas::Parameter<'_>]) -> Option<Self> {
        let location = match parameter.location() {
            "path" => Location::Path,
            "query" => Location::Query,
            "header" => Location::Header(parameter.name().parse().ok()?),
            "cookie" => Location::Cookie,
            _ => return None,
        };
        let name = parameter.name();
        let ignored = ["accept", "content-type", "authorization"];
        let is_ignored = match &location {
            Location::Header(name) => ignored.contains(&name.as_str()),
            _ => name.is_empty(),
        };
        if is_ignored {
            return None;
        }
        let schema = parameter.schema();
        let has_style = parameter.media_types().is_empty();
        let style = has_style.then(|| Style::from(parameter.style()));
        Some(Self {
            name: name.to_owned(),
            part: format!("{} {name}", parameter.location()),
            required: parameter.is_required() || location == Location::Path,
            location,
            allow_empty: parameter.node().is_true("allowEmptyValue"),
            style,
            typings: Typings::of(schema.as_ref()),
            schema: schema.map(|schema| Schema::new(schema.pointer)),
            claimed: all
                .iter()
                .filter(|other| other.location() == parameter.location() && other.name() != name)
                .map(|other| other.name().to_owned())
                .collect(),
        })
    }

    /// The name of a parameter of the path.
    pub(crate) fn path_name(&self) -> Option<&str> {
        (self.location == Location::Path).then_some(&self.name)
    }

    /// The value in a request; `None` if it is absent or invalid.
    ///
    /// It is the value of the first typing that the schema accepts.
    pub(crate) fn read(
        &self,
        source: &Source,
        request: &Request<'_>,
        path: &PathParameters,
        violations: &mut Vec<Violation>,
    ) -> Option<Json<'static>> {
        let mut rejected: Option<Vec<Violation>> = None;
        let mut is_present = false;
        for typing in self.typings.get(source) {
            let found = match self.raw(request, path, typing) {
                Ok(Some(value)) => self.validated(source, value.into()),
                Ok(None) => continue,
                Err(Unreadable(reason)) => Err(vec![Violation::about(&self.part, SYNTAX, reason)]),
            };
            is_present = true;
            match found {
                Ok(value) => return Some(value),
                Err(found) => {
                    let is_closer = rejected
                        .as_ref()
                        .is_none_or(|known| found.len() < known.len());
                    if is_closer {
                        rejected = Some(found);
                    }
                }
            }
        }
        violations.extend(rejected.into_iter().flatten());
        if !is_present && self.required {
            violations.push(Violation::about(
                &self.part,
                "required",
                "the required parameter is missing",
            ));
        }
        None
    }

    fn validated(
        &self,
        source: &Source,
        value: Json<'static>,
    ) -> Result<Json<'static>, Vec<Violation>> {
        if self.allow_empty && matches!(&value, Json::String(text) if text.is_empty()) {
            return Ok(value);
        }
        let Some(schema) = &self.schema else {
            return Ok(value);
        };
        let found = schema.request(source, &value).violations;
        if found.is_empty() {
            return Ok(value);
        }
        let found = found.into_iter();
        Err(found
            .map(|violation| Violation::of(&self.part, violation))
            .collect())
    }

    fn raw(
        &self,
        request: &Request<'_>,
        path: &PathParameters,
        typing: &Typing,
    ) -> Result<Option<Value>, Unreadable> {
        match &self.location {
            Location::Path => {
                let found = path.iter().find(|(name, _)| name == &self.name);
                found
                    .map(|(_, text)| self.single(text, typing, Coding::Percent))
                    .transpose()
            }
            Location::Header(name) => {
                let headers = &request.head.headers;
                let lines = headers.get_all(name).iter().count();
                if lines > 1 && !matches!(typing, Typing::Array(_)) {
                    return Err(Unreadable("the header is repeated".to_owned()));
                }
                let text = joined(headers, name);
                text.map(|text| self.single(text.trim(), typing, Coding::Plain))
                    .transpose()
            }
            Location::Query => {
                let query: Vec<_> = request.query().collect();
                self.pairs(&query, typing, Coding::Form)
            }
            Location::Cookie => {
                let cookies = request.cookies();
                let cookies: Vec<_> = pairs(&cookies).collect();
                self.pairs(&cookies, typing, Coding::Percent)
            }
        }
    }

    fn single(&self, text: &str, typing: &Typing, coding: Coding) -> Result<Value, Unreadable> {
        match &self.style {
            Some(style) => style.single(&self.name, text, typing, coding),
            None => json(&coding.decode(text)?),
        }
    }

    fn pairs(
        &self,
        pairs: &[(&str, &str)],
        typing: &Typing,
        coding: Coding,
    ) -> Result<Option<Value>, Unreadable> {
        let is_claimed = |key: &str| {
            let mut claimed = self.claimed.iter();
            claimed.any(|name| name == key || path_of(key, name).is_some())
        };
        match &self.style {
            Some(style) => style.pairs(&self.name, pairs, typing, coding, &is_claimed),
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

fn json(text: &str) -> Result<Value, Unreadable> {
    serde_json::from_str(text).map_err(|error| Unreadable(format!("not JSON: {error}")))
}
