use http::{HeaderValue, StatusCode};
use oas::{Json, MediaRange, MediaType, Node, Pointer};
use serde_json::Value;

use super::edit::edited;
use super::encoding::Encoding;
use super::example::{Example, parsed};
use super::media::{Accepted, concrete};
use super::mock_response::MockResponse;
use super::note::Note;
use super::plan::{Input, Plan, Site};
use super::properties::has_type;
use super::source::{Schema, Source};

/// One media type of a response.
pub(crate) struct Content {
    content_type: HeaderValue,
    /// The media type of the response: one of the range, where the document has a range.
    pub(crate) media: MediaRange,
    range: Option<MediaRange>,
    encoding: Encoding,
    schema: Option<Schema>,
    examples: Vec<(Option<String>, Json<'static>)>,
    /// A complete value of the schema, if there is no example.
    sample: Option<Json<'static>>,
    plan: Option<Plan>,
    variants: Option<Variants>,
    /// Reason why the media type cannot be produced.
    unavailable: Option<String>,
}

/// The models of a schema with a discriminator, by the value of its property.
struct Variants {
    property: String,
    models: Vec<(String, Json<'static>)>,
}

impl Variants {
    fn of(source: &Source, schema: &Node<'_>) -> Option<Self> {
        let document = source.document();
        let schema = document.resolve(schema.clone())?;
        let discriminator = document.discriminator(&schema)?;
        let property = discriminator.property;
        let models = discriminator.variants.into_iter().filter_map(|variant| {
            let mut sample = source.sample(&variant.schema?.pointer)?;
            let members = sample.as_object_mut()?;
            members.insert(property.to_owned(), variant.value.into());
            Some((variant.value.to_owned(), Json::from(sample)))
        });
        Some(Self {
            property: property.to_owned(),
            models: models.collect(),
        })
    }
}

/// The string member of an object.
fn string<'v>(value: &'v Json<'_>, name: &str) -> Option<&'v str> {
    match value {
        Json::Object(members) => match members.get(name)? {
            Json::String(text) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// Replacement for a media type that is not a valid header value.
const INVALID: HeaderValue = HeaderValue::from_static("application/octet-stream");

impl Content {
    /// Errors have no `site`: they contain nothing of the request.
    pub(crate) fn new(
        source: &Source,
        media_type: &MediaType<'_>,
        site: Option<&Site<'_>>,
        notes: &mut Vec<Note>,
    ) -> Self {
        let document = source.document();
        let schema = media_type.schema.as_ref();
        let written = MediaRange::parse(media_type.name).unwrap_or_else(MediaRange::any);
        let expected = concrete(&written, false).and_then(MediaRange::parse);
        let encoding = Encoding::of(expected.as_ref().unwrap_or(&written));
        let is_string = schema.is_some_and(|schema| has_type(document, schema, "string"));
        let mut examples: Vec<(Option<String>, Json<'static>)> = Vec::new();
        let documented = media_type.examples.iter();
        let documented = documented.map(|example| (example.name, example.value.clone()));
        let own = schema.and_then(|schema| document.resolve(schema.clone())?.get("example"));
        for (name, node) in documented.chain(own.map(|node| (None, node))) {
            let value = usable(source, schema, encoding, is_string, &node, notes);
            examples.extend(value.map(|value| (name.map(str::to_owned), value.into())));
        }
        let sample = match (examples.is_empty(), schema) {
            (false, _) => None,
            (true, Some(schema)) => source.sample(&schema.pointer),
            (true, None) if matches!(encoding, Encoding::Json | Encoding::JsonLines) => {
                Some(Value::Object(serde_json::Map::new()))
            }
            (true, None) => Some("string".into()),
        };
        let sample = sample.map(Json::from);
        let model = examples.first().map(|(_, value)| value).or(sample.as_ref());
        let concrete = concrete(&written, matches!(model, Some(Json::String(_))));
        let content_type = concrete.unwrap_or(media_type.name);
        let media = MediaRange::parse(content_type).unwrap_or_else(MediaRange::any);
        let encoding = Encoding::of(&media);
        let unavailable = unavailable(media_type.name, encoding, schema, model);
        if let Some(reason) = &unavailable {
            let reason = format!("{reason}; requests for it are rejected with 406");
            notes.push(Note::new(document, &media_type.node.pointer, reason));
        }
        let plan = site.map(|site| Plan::new(source, site, schema, model));
        let replaces = plan.as_ref().is_some_and(Plan::replaces_model);
        let variants = schema.filter(|_| replaces);
        let variants = variants.and_then(|schema| Variants::of(source, schema));
        Self {
            media,
            content_type: HeaderValue::from_str(content_type).unwrap_or(INVALID),
            range: concrete.map(|_| written),
            encoding,
            schema: schema.map(|schema| Schema::new(schema.pointer.clone())),
            examples,
            sample,
            plan,
            variants,
            unavailable,
        }
    }

    /// Reason why the media type cannot be produced; `None` if it can.
    pub(crate) fn unavailable(&self) -> Option<&str> {
        self.unavailable.as_deref()
    }

    pub(crate) fn is_create(&self) -> bool {
        self.plan.as_ref().is_some_and(Plan::is_create)
    }

    pub(crate) fn is_json(&self) -> bool {
        self.media.is_json()
    }

    /// Whether an error can be described in this media type, beside JSON.
    pub(crate) fn describes_errors(&self) -> bool {
        self.unavailable.is_none()
            && match self.encoding {
                Encoding::Xml => matches!(self.model(), Some(Json::Object(_))),
                Encoding::Text => matches!(self.model(), Some(Json::String(_))),
                _ => false,
            }
    }

    /// The media type as in the document.
    pub(crate) fn name(&self) -> String {
        let range = self.range.as_ref().unwrap_or(&self.media);
        range.essence().to_owned()
    }

    /// The media type of the response, if it is another one of the range of the content, and its
    /// weight.
    pub(crate) fn offer<'a>(
        &self,
        accepted: Option<&'a Accepted>,
    ) -> (Option<&'a MediaRange>, f32) {
        let Some(accepted) = accepted else {
            return (None, 1.0);
        };
        let mut best = (None, accepted.weight(&self.media));
        if let Some(range) = &self.range {
            let is_string = matches!(self.model(), Some(Json::String(_)));
            for (media, weight) in accepted.within(range) {
                // Browsers list XML before `*/*`, but expect JSON.
                let can_write = is_string || Encoding::of(media) == Encoding::Json;
                if weight > best.1 && can_write {
                    best = (Some(media), weight);
                }
            }
        }
        best
    }

    /// The weight of the media type for a client that does not list it, but can read it.
    pub(crate) fn loose_offer(&self, accepted: Option<&Accepted>) -> f32 {
        accepted.map_or(0.0, |accepted| accepted.loose_weight(&self.media))
    }

    pub(crate) fn example(&self, name: &str) -> Option<&Json<'static>> {
        let mut examples = self.examples.iter();
        examples
            .find(|(key, _)| key.as_deref() == Some(name))
            .map(|(_, value)| value)
    }

    /// The first example, or else the sample.
    pub(crate) fn model(&self) -> Option<&Json<'static>> {
        let first = self.examples.first().map(|(_, value)| value);
        first.or(self.sample.as_ref())
    }

    /// Whether the model was generated.
    pub(crate) fn is_sample(&self) -> bool {
        self.examples.is_empty()
    }

    pub(crate) fn random(
        &self,
        source: &Source,
        draw: &mut dyn FnMut(u64) -> u64,
    ) -> Option<Json<'static>> {
        let schema = self.schema.as_ref()?;
        source.random(&schema.pointer, draw).map(Json::from)
    }

    /// The model after the changes that a request makes to it.
    pub(crate) fn value<'a>(
        &'a self,
        source: &Source,
        model: &'a Json<'a>,
        input: &'a Input<'_>,
        now: &'a str,
        notes: &mut Vec<String>,
    ) -> Json<'a> {
        let Some(plan) = &self.plan else {
            return model.borrowed();
        };
        let model = self.selected(input, model).unwrap_or(model);
        let edits = plan.edits(source, input, model, now);
        if edits.is_empty() {
            return model.borrowed();
        }
        let (value, rejected) = edited(model, edits, &|value| self.accepts(source, value));
        notes.extend(rejected.into_iter().map(|name| {
            format!("kept `{name}` of the model: the value of the request would make the response invalid")
        }));
        let is_empty = |value: &Json<'_>| matches!(value, Json::Object(members) if members.iter().next().is_none());
        if is_empty(&value) && !is_empty(model) {
            notes.push("kept the model: the request has none of its members".to_owned());
            return model.borrowed();
        }
        value
    }

    /// The model that the discriminator in a request selects, if it is another one.
    fn selected<'a>(&'a self, input: &Input<'_>, model: &Json<'_>) -> Option<&'a Json<'a>> {
        let Variants { property, models } = self.variants.as_ref()?;
        let value = string(input.body.as_ref()?, property)?;
        if string(model, property) == Some(value) {
            return None;
        }
        let mut examples = self.examples.iter().map(|(_, example)| example);
        let example = examples.find(|example| string(example, property) == Some(value));
        let sample = || models.iter().find(|(name, _)| name == value);
        example.or_else(|| sample().map(|(_, sample)| sample))
    }

    pub(crate) fn accepts(&self, source: &Source, value: &Json<'_>) -> bool {
        let schema = self.schema.as_ref();
        schema.is_none_or(|schema| schema.accepts_response(source, value))
    }

    /// A response with this value, in another media type of the range of the content if one is
    /// given.
    pub(crate) fn response(
        &self,
        source: &Source,
        status: StatusCode,
        media: Option<&MediaRange>,
        value: &Json<'_>,
    ) -> MockResponse {
        let other = media.and_then(|media| {
            let content_type = HeaderValue::try_from(media.essence()).ok()?;
            Some((content_type, Encoding::of(media)))
        });
        let (content_type, encoding) =
            other.unwrap_or_else(|| (self.content_type.clone(), self.encoding));
        let schema = self.schema.as_ref().map(|schema| &schema.pointer);
        let bytes = encoding.write(source.document(), schema, value);
        MockResponse::new(status, content_type, bytes.into())
    }
}

/// The value of an example, with a note if it is corrected or not used.
fn usable(
    source: &Source,
    schema: Option<&Node<'_>>,
    encoding: Encoding,
    is_string: bool,
    node: &Node<'_>,
    notes: &mut Vec<Note>,
) -> Option<Value> {
    let document = source.document();
    let pointer = schema.map(|schema| &schema.pointer);
    let is_json = encoding == Encoding::Json;
    if let Value::String(text) = node.value {
        // The schema describes the content of the string, not the string.
        if encoding.is_raw(text) && parsed(node.value).is_none() {
            return Some(node.value.clone());
        }
        // A schema without a type may mean a string as well as a structure.
        if !is_json && (is_string || schema.is_none()) {
            return Some(node.value.clone());
        }
    }
    let example = match pointer {
        None if !is_json => Example::Valid(node.value.clone()),
        pointer => Example::of(source, pointer, node.value),
    };
    match example {
        Example::Valid(value) => Some(value),
        Example::Corrected(value, reason) => {
            let message = format!("example corrected: {reason}");
            notes.push(Note::example(document, &node.pointer, message));
            Some(value)
        }
        Example::Unusable(reason) => {
            let message = format!("example not used: {reason}");
            notes.push(Note::example(document, &node.pointer, message));
            None
        }
    }
}

fn unavailable(
    name: &str,
    encoding: Encoding,
    schema: Option<&Node<'_>>,
    model: Option<&Json<'_>>,
) -> Option<String> {
    match model {
        None => {
            let schema = schema.map_or(Pointer::root(), |schema| schema.pointer.clone());
            Some(format!(
                "found no value for the schema at `{schema}`; add an example"
            ))
        }
        Some(model) if !encoding.can_write(model) => Some(format!(
            "`{name}` cannot be produced from a schema; add an example, as a string"
        )),
        Some(_) => None,
    }
}
