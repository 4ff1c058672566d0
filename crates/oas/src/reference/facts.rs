use serde_json::Value;

use super::markdown::{code, sentence};
use super::prose;
use crate::vocabulary::extension::EXTENSIBLE_ENUM;
use crate::{Document, Example, Node};

/// Returns the facts of a schema beyond its type and description: one sentence each, in Markdown.
///
/// The keywords of an object are described in the section of its component, so a reference does not
/// repeat them.
pub(super) fn facts(document: &Document, schema: &Node<'_>) -> Vec<String> {
    let all = document.all_of(schema.clone()).collect::<Vec<_>>();
    let own = all
        .iter()
        .filter(|part| part.pointer.starts_with(&schema.pointer));
    let own = Keywords(own.cloned().collect());
    let all = Keywords(all);
    let mut facts = all.marks();
    facts.extend(all.values());
    facts.extend(all.bounds());
    facts.extend(all.sizes());
    facts.extend(all.labelled());
    facts.extend(own.other_properties());
    facts.extend(own.discriminator());
    for (name, part) in own.inner() {
        let inner = self::facts(document, &part);
        if !inner.is_empty() {
            facts.push(format!("{name}: {}", inner.join(" ")));
        }
    }
    facts
}

/// The description of a schema where it is used, or else that of the schema it refers to; and the
/// facts, on a line of their own.
pub(super) fn described(document: &Document, schema: &Node<'_>) -> String {
    let mut parts = document.all_of(schema.clone());
    let description = parts.find_map(|part| part.str("description"));
    with_facts(description, &facts(document, schema))
}

/// The same for a parameter or header, whose own description comes first.
pub(super) fn usage(
    document: &Document,
    used: &Node<'_>,
    schema: Option<&Node<'_>>,
    examples: &[Example<'_>],
) -> String {
    let mut parts = schema
        .into_iter()
        .flat_map(|schema| document.all_of(schema.clone()));
    let description = used
        .str("description")
        .or_else(|| parts.find_map(|part| part.str("description")));
    let mut facts = schema
        .map(|schema| facts(document, schema))
        .unwrap_or_default();
    if used.is_true("deprecated") {
        facts.insert(0, DEPRECATED.to_owned());
    }
    facts.extend(examples.iter().map(|example| {
        // Values in headers and URLs are strings.
        let sent = match example.value.value {
            Value::String(text) if !text.is_empty() => code(text),
            other => literal(other),
        };
        format!("Example: {sent}.")
    }));
    with_facts(description, &facts)
}

fn with_facts(description: Option<&str>, facts: &[String]) -> String {
    let description = prose::line(description.unwrap_or_default());
    let between = if description.is_empty() || facts.is_empty() {
        ""
    } else {
        "<br>"
    };
    format!("{description}{between}{}", facts.join(" "))
}

const DEPRECATED: &str = "**Deprecated.**";

/// A JSON value as code: a text without its quotation marks, where it cannot be taken for anything
/// else.
pub(super) fn literal(value: &Value) -> String {
    match value {
        Value::String(text) if is_plain(text) => code(text),
        other => code(&other.to_string()),
    }
}

fn is_plain(text: &str) -> bool {
    let edges = text.trim() == text && !text.is_empty();
    edges && !text.contains(char::is_control) && serde_json::from_str::<Value>(text).is_err()
}

/// The keywords of the parts of a schema, the outermost first: it is the one that counts.
struct Keywords<'d>(Vec<Node<'d>>);

impl<'d> Keywords<'d> {
    fn get(&self, key: &str) -> Option<&'d Value> {
        self.0.iter().find_map(|part| part.value.get(key))
    }

    fn is_true(&self, key: &str) -> bool {
        self.get(key) == Some(&Value::Bool(true))
    }

    fn marks(&self) -> Vec<String> {
        let marks = [
            ("deprecated", DEPRECATED),
            ("readOnly", "Read-only."),
            ("writeOnly", "Write-only."),
            ("uniqueItems", "No item twice."),
        ];
        let marks = marks.into_iter().filter(|(key, _)| self.is_true(key));
        marks.map(|(_, sentence)| sentence.to_owned()).collect()
    }

    fn values(&self) -> Option<String> {
        let list = |key: &str| {
            let values = self
                .get(key)?
                .as_array()
                .filter(|values| !values.is_empty())?;
            Some(values.iter().map(literal).collect::<Vec<_>>().join(", "))
        };
        let closed = list("enum").map(|values| format!("One of {values}."));
        let open = || {
            list(EXTENSIBLE_ENUM)
                .map(|values| format!("Known values: {values}. More may be added."))
        };
        closed.or_else(open)
    }

    fn sizes(&self) -> Vec<String> {
        let sizes = [
            ("minLength", "maxLength", ["character", "characters"]),
            ("minItems", "maxItems", ["item", "items"]),
            ("minProperties", "maxProperties", ["property", "properties"]),
        ];
        let sizes = sizes
            .into_iter()
            .filter_map(|(least, most, units)| range(self.get(least), self.get(most), units));
        sizes.collect()
    }

    /// An example adds nothing to a list of values.
    fn labelled(&self) -> Vec<String> {
        let example = self
            .get("example")
            .filter(|value| !value.is_object() && !value.is_array());
        let labelled = [
            ("A multiple of", self.get("multipleOf")),
            ("Matches", self.get("pattern")),
            ("Default:", self.get("default")),
            ("Example:", example.filter(|_| self.values().is_none())),
        ];
        let sentence =
            |(label, value): (&str, Option<&Value>)| Some(format!("{label} {}.", literal(value?)));
        labelled.into_iter().filter_map(sentence).collect()
    }

    fn other_properties(&self) -> Option<String> {
        let sentence = match self.get("additionalProperties")? {
            Value::Bool(false) => "No other properties.",
            Value::Bool(true) => "Other properties may be present.",
            Value::Object(schema) if schema.is_empty() => "Other properties may be present.",
            _ => return None,
        };
        Some(sentence.to_owned())
    }

    /// Facts without a row in a table: the items of an array, and alternatives.
    fn inner(&self) -> Vec<(String, Node<'d>)> {
        let items = self
            .0
            .iter()
            .filter_map(|part| Some(("Each item".to_owned(), part.get("items")?)));
        let variants = self.0.iter().flat_map(|part| {
            part.items_of("oneOf")
                .chain(part.items_of("anyOf"))
                .enumerate()
        });
        let variants = variants.map(|(index, variant)| (format!("Variant {}", index + 1), variant));
        items.chain(variants).collect()
    }

    /// In OpenAPI 3.0, `exclusiveMinimum` is a flag beside `minimum`.
    fn bounds(&self) -> Option<String> {
        let bound = |key: &str, exclusive: &str, open: &str, closed: &str| {
            let words = if self.is_true(exclusive) {
                open
            } else {
                closed
            };
            self.get(key)
                .map(|value| format!("{words} {}", literal(value)))
        };
        let least = bound("minimum", "exclusiveMinimum", "more than", "at least");
        let most = bound("maximum", "exclusiveMaximum", "less than", "at most");
        let bounds = least.into_iter().chain(most).collect::<Vec<_>>();
        (!bounds.is_empty()).then(|| sentence(&bounds.join(" and ")))
    }

    fn discriminator(&self) -> Option<String> {
        let property = self.get("discriminator")?.get("propertyName")?;
        let mapping = self
            .get("discriminator")?
            .get("mapping")
            .and_then(Value::as_object);
        let pairs = mapping.into_iter().flatten().map(|(value, schema)| {
            let schema = schema.as_str().unwrap_or_default();
            format!(
                "{} is {}",
                code(value),
                code(schema.rsplit('/').next().unwrap_or(schema))
            )
        });
        let pairs = pairs.collect::<Vec<_>>();
        let colon = if pairs.is_empty() { "" } else { ": " };
        Some(format!(
            "Distinguished by {}{colon}{}.",
            literal(property),
            pairs.join(", ")
        ))
    }
}

fn range(least: Option<&Value>, most: Option<&Value>, units: [&str; 2]) -> Option<String> {
    let range = match (least, most) {
        (None, None) => return None,
        (Some(least), Some(most)) if least == most => format!("exactly {}", literal(least)),
        (Some(least), Some(most)) => format!("{} to {}", literal(least), literal(most)),
        (Some(least), None) => format!("at least {}", literal(least)),
        (None, Some(most)) => format!("at most {}", literal(most)),
    };
    let is_one = most.or(least).and_then(Value::as_u64) == Some(1);
    Some(sentence(&format!(
        "{range} {}",
        units[usize::from(!is_one)]
    )))
}
