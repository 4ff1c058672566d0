use std::borrow::Cow;

use http::HeaderValue;
use oas::{Direction, Document, Json, MediaType, Node, Pointer, Validator, Validators};
use serde_json::Value;

use super::media::{Accepted, Media};
use super::operation::Input;
use super::shape::member;

/// How one media type of a response is answered.
///
/// - What the request and the answer share is echoed.
/// - What the document marks `readOnly: true` is made: a fresh id, date-times now, the rest from the example.
/// - What else is required comes from the example, or from a sample of the schema. The rest stays out.
/// - Without an object to echo, the answer is the example, or a sample.
///
/// - Where the media type is no way to say an object or a list, only a text is answered: an example of it as it is sent, or a sample.
///
/// Every answer is checked against the schema before it is given.
pub(crate) struct Answer {
    content_type: HeaderValue,
    /// The media type of the answer: one out of the range, where the document has a range.
    pub(crate) media: Media,
    range: Option<Media>,
    examples: Vec<(Option<String>, Json<'static>)>,
    sample: Option<Json<'static>>,
    properties: Vec<Property>,
    validator: Option<Validator>,
    /// Whether the media type is no way to say an object or a list.
    opaque: bool,
}

/// Stands for a media type of the document that is no value of a header.
const UNSPEAKABLE: HeaderValue = HeaderValue::from_static("application/octet-stream");

struct Property {
    name: String,
    role: Role,
}

enum Role {
    Echo {
        required: Option<Json<'static>>,
    },
    Id {
        example: Json<'static>,
    },
    Made {
        example: Json<'static>,
        times: Vec<Pointer>,
    },
}

impl Answer {
    pub(crate) fn new(
        document: &Document,
        validators: &Validators<'_>,
        media_type: &MediaType<'_>,
    ) -> Self {
        let schema = media_type.schema.as_ref();
        let validator = schema.and_then(|schema| {
            validators
                .compile(&schema.pointer, Direction::Response)
                .ok()
        });
        let written = Media::parse(media_type.name).unwrap_or_else(Media::any);
        let opaque = match written.concrete(false) {
            Some(concrete) => Media::parse(concrete).is_some_and(|media| !media.holds_structures()),
            None => !written.holds_structures(),
        };
        // The schema of XML describes what is in it, and the example may be the XML itself.
        let is_text = schema.is_some_and(|schema| {
            document
                .all_of(schema.clone())
                .any(|part| part.str("type") == Some("string"))
        });
        let valid = |value: &Value| match value {
            Value::Object(_) | Value::Array(_) if opaque => false,
            Value::String(_) if opaque && !is_text => true,
            _ => validator
                .as_ref()
                .is_none_or(|validator| validator.is_valid(&value.into())),
        };
        let examples = media_type
            .examples
            .iter()
            .map(|example| (example.name.map(str::to_owned), example.value.value.clone()));
        let mut examples: Vec<_> = examples.filter(|(_, value)| valid(value)).collect();
        let own = schema.and_then(|schema| {
            document
                .all_of(schema.clone())
                .find_map(|part| part.value.get("example").cloned())
        });
        examples.extend(own.filter(valid).map(|value| (None, value)));
        let sample = match schema {
            Some(schema) => oas::sample(document, &schema.pointer, Direction::Response),
            None if opaque => Some("string".into()),
            None => Some(Value::Object(serde_json::Map::new())),
        };
        let sample = sample.filter(|value| !opaque || !(value.is_object() || value.is_array()));
        let model = examples.first().map(|(_, value)| value).or(sample.as_ref());
        let properties = schema
            .filter(|_| !opaque)
            .map(|schema| properties(document, schema, model))
            .unwrap_or_default();
        let concrete = written.concrete(model.is_some_and(Value::is_string));
        let content_type = concrete.unwrap_or(media_type.name);
        let examples = examples.into_iter();
        Self {
            media: Media::parse(content_type).unwrap_or_else(Media::any),
            content_type: HeaderValue::from_str(content_type).unwrap_or(UNSPEAKABLE),
            range: concrete.map(|_| written),
            opaque,
            examples: examples.map(|(name, value)| (name, value.into())).collect(),
            sample: sample.map(Json::from),
            properties,
            validator,
        }
    }

    /// Whether there is a way to say it in its media type.
    pub(crate) fn can_be_said(&self) -> bool {
        !self.opaque || self.documented().is_some()
    }

    /// The media type when the caller has no say in it.
    pub(crate) fn content_type(&self) -> HeaderValue {
        self.content_type.clone()
    }

    /// The media type as the document writes it.
    pub(crate) fn name(&self) -> Cow<'_, str> {
        match &self.range {
            Some(range) => range.essence().into(),
            None => String::from_utf8_lossy(self.content_type.as_bytes()),
        }
    }

    /// The media type that the caller gets, where it is another than the answer's own, and its weight: out of a range the one that the
    /// caller likes best.
    pub(crate) fn offer<'a>(&self, accepted: Option<&'a Accepted>) -> (Option<&'a Media>, f32) {
        let Some(accepted) = accepted else {
            return (None, 1.0);
        };
        let mut best = (None, accepted.weight(&self.media));
        if let Some(range) = &self.range {
            let text = matches!(self.documented(), Some(Json::String(_)));
            for (media, weight) in accepted.within(range) {
                if weight > best.1 && (text || media.holds_structures()) {
                    best = (Some(media), weight);
                }
            }
        }
        best
    }

    /// The example of this name.
    pub(crate) fn example(&self, name: &str) -> Option<&Json<'static>> {
        let mut examples = self.examples.iter();
        examples
            .find(|(key, _)| key.as_deref() == Some(name))
            .map(|(_, value)| value)
    }

    /// Whether the schema does.
    pub(crate) fn accepts(&self, value: &Json<'_>) -> bool {
        self.validator
            .as_ref()
            .is_none_or(|validator| validator.is_valid(value))
    }

    /// The example, or else a sample; `None` when the schema accepts neither.
    pub(crate) fn documented(&self) -> Option<&Json<'static>> {
        self.examples
            .first()
            .map(|(_, value)| value)
            .or(self.sample.as_ref())
    }

    /// An answer to a request that came at this date-time.
    pub(crate) fn to<'a>(&'a self, input: Input<'a>, now: &'a str) -> Option<Json<'a>> {
        let Input { mut body, path } = input;
        let mut names = self.properties.iter().map(|property| &property.name);
        if !names.any(|name| body.get(name).is_some() || path.get(name).is_some()) {
            return self.documented().map(Json::borrowed);
        }
        let made = self.properties.iter().filter_map(|property| {
            let name = property.name.as_str();
            let in_path = || path.get(name).cloned();
            let value = match &property.role {
                Role::Echo { required } => {
                    let echo = body.get_mut(name).map(std::mem::take);
                    echo.or_else(in_path)
                        .or_else(|| required.as_ref().map(Json::borrowed))?
                }
                Role::Id { example } => in_path().unwrap_or_else(|| fresh_id(example)),
                Role::Made { example, times } => at(example, times, now),
            };
            Some((name.into(), value))
        });
        let mut members = Vec::with_capacity(self.properties.len());
        members.extend(made);
        let answer = Json::Object(members.into());
        let Some(validator) = &self.validator else {
            return Some(answer);
        };
        if validator.is_valid(&answer) {
            Some(answer)
        } else {
            self.mended(answer, validator)
        }
    }

    /// Without what the schema of the answer refuses, though that of the request accepted it; else the documented answer.
    fn mended<'a>(&'a self, answer: Json<'a>, validator: &Validator) -> Option<Json<'a>> {
        let violations = validator.violations(&answer);
        let refused = |name: &str| {
            let mut places = violations.iter().map(|violation| &violation.instance);
            places.any(|place| place.tokens().next().is_some_and(|token| token == name))
        };
        let Json::Object(members) = answer else {
            return None;
        };
        let documented = |name: &str| match self.documented() {
            Some(Json::Object(members)) => members.get(name).map(Json::borrowed),
            _ => None,
        };
        let members = members.into_iter().filter_map(|(name, value)| {
            let value = if refused(&name) {
                documented(&name)?
            } else {
                value
            };
            Some((name, value))
        });
        let answer = Json::Object(members.collect());
        if validator.is_valid(&answer) {
            Some(answer)
        } else {
            self.documented().map(Json::borrowed)
        }
    }
}

fn properties(document: &Document, schema: &Node<'_>, model: Option<&Value>) -> Vec<Property> {
    let mut properties: Vec<Property> = Vec::new();
    let required = |name: &str| {
        let mut lists = document
            .all_of(schema.clone())
            .flat_map(|part| part.items_of("required").collect::<Vec<_>>());
        lists.any(|required| required.value == name)
    };
    for part in document.all_of(schema.clone()) {
        for (name, node) in part.members_of("properties") {
            let marked = |key| document.all_of(node.clone()).any(|part| part.is_true(key));
            if marked("writeOnly") || properties.iter().any(|property| property.name == name) {
                continue;
            }
            let example = || {
                let modelled = model.and_then(|model| model.get(name)).cloned();
                modelled.or_else(|| oas::sample(document, &node.pointer, Direction::Response))
            };
            let role = if !marked("readOnly") {
                Role::Echo {
                    required: if required(name) {
                        example().map(Json::from)
                    } else {
                        None
                    },
                }
            } else if let Some(example) = example() {
                let mut times = Vec::new();
                date_times(document, &node, &example, &Pointer::root(), &mut times);
                let example = example.into();
                if ["id", "uuid"].contains(&name) {
                    Role::Id { example }
                } else {
                    Role::Made { example, times }
                }
            } else {
                continue;
            };
            properties.push(Property {
                name: name.to_owned(),
                role,
            });
        }
    }
    properties
}

/// Where an example has date-times, by its schema.
fn date_times(
    document: &Document,
    schema: &Node<'_>,
    value: &Value,
    at: &Pointer,
    found: &mut Vec<Pointer>,
) {
    match value {
        Value::String(_)
            if document
                .all_of(schema.clone())
                .any(|part| part.str("format") == Some("date-time")) =>
        {
            found.push(at.clone());
        }
        Value::Object(members) => {
            for (name, value) in members {
                if let Some(node) = member(document, schema, name) {
                    date_times(document, &node, value, &at.join(name), found);
                }
            }
        }
        Value::Array(items) => {
            let Some(node) = document
                .all_of(schema.clone())
                .find_map(|part| part.get("items"))
            else {
                return;
            };
            for (index, value) in items.iter().enumerate() {
                date_times(document, &node, value, &at.index(index), found);
            }
        }
        _ => {}
    }
}

/// What is made by an example, with its date-times at this one.
fn at<'a>(example: &'a Json<'static>, times: &[Pointer], now: &'a str) -> Json<'a> {
    let mut value = example.borrowed();
    for time in times {
        if let Some(place) = value.at_mut(time) {
            *place = Json::String(now.into());
        }
    }
    value
}

/// An id that nobody has seen, in the form of the example: a UUID, a number, or hexadecimal digits.
fn fresh_id(example: &Json<'_>) -> Json<'static> {
    let id = match example {
        Json::Number(_) => return Json::Number(fastrand::u32(1..=i32::MAX as u32).into()),
        Json::String(text) if is_uuid(text) => {
            let number = (fastrand::u128(..) & !(0xf << 76) & !(0x3 << 62)) | 0x4 << 76 | 0x2 << 62;
            let digits = format!("{number:032x}");
            [
                &digits[..8],
                &digits[8..12],
                &digits[12..16],
                &digits[16..20],
                &digits[20..],
            ]
            .join("-")
        }
        _ => format!("{:032x}", fastrand::u128(..)),
    };
    Json::String(id.into())
}

fn is_uuid(text: &str) -> bool {
    let groups = text.split('-').map(str::len);
    groups.eq([8, 4, 4, 4, 12])
        && text
            .bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}
