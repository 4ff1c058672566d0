//! XML from a value and its schema (OpenAPI 3.0, "XML Object").

use oas::{Document, Json, Node};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::properties::{member, parts};
use super::scalar::scalar;

/// The document of a value.
pub(crate) fn write(document: &Document, schema: Option<&Node<'_>>, value: &Json<'_>) -> Vec<u8> {
    let mut xml = Xml {
        document,
        writer: Writer::new(Vec::new()),
    };
    let declaration = BytesDecl::new("1.0", Some("UTF-8"), None);
    xml.event(Event::Decl(declaration));
    let name = match (schema, value) {
        // The elements of an array need a root element.
        (Some(schema), Json::Array(_)) => {
            let own = name_of(document, schema);
            own.or_else(|| component(schema))
                .unwrap_or("items".to_owned())
        }
        (Some(schema), _) => {
            let own = name_of(document, schema);
            own.or_else(|| component(schema))
                .unwrap_or("root".to_owned())
        }
        (None, _) => "root".to_owned(),
    };
    match value {
        Json::Array(items) => {
            xml.event(Event::Start(BytesStart::new(name.as_str())));
            xml.items(schema, "item", items);
            xml.event(Event::End(BytesEnd::new(name.as_str())));
        }
        value => xml.element(schema, &name, value),
    }
    xml.writer.into_inner()
}

struct Xml<'d> {
    document: &'d Document,
    writer: Writer<Vec<u8>>,
}

impl Xml<'_> {
    fn event(&mut self, event: Event<'_>) {
        // Writing to memory does not fail.
        let _ = self.writer.write_event(event);
    }

    fn element(&mut self, schema: Option<&Node<'_>>, name: &str, value: &Json<'_>) {
        let name = self.qualified(schema, name);
        let mut start = BytesStart::new(name.as_str());
        if let Some(namespace) = self.mark(schema, "namespace") {
            let prefix = self.mark(schema, "prefix");
            let key = prefix.map_or("xmlns".to_owned(), |prefix| format!("xmlns:{prefix}"));
            start.push_attribute((key.as_str(), namespace.as_str()));
        }
        let Json::Object(members) = value else {
            if matches!(value, Json::Null) {
                self.event(Event::Empty(start));
                return;
            }
            self.event(Event::Start(start));
            self.event(Event::Text(BytesText::new(&scalar(value))));
            self.event(Event::End(BytesEnd::new(name.as_str())));
            return;
        };
        let described = |name: &str| schema.and_then(|schema| member(self.document, schema, name));
        let mut elements = Vec::new();
        for (name, value) in members.iter() {
            let schema = described(name);
            if self.is_marked(schema.as_ref(), "attribute") {
                let name = self.qualified(schema.as_ref(), name);
                start.push_attribute((name.as_str(), scalar(value).as_str()));
            } else {
                elements.push((name, schema, value));
            }
        }
        self.event(Event::Start(start));
        for (name, schema, value) in elements {
            match value {
                Json::Array(items) if self.is_marked(schema.as_ref(), "wrapped") => {
                    let wrapper = self.qualified(schema.as_ref(), name);
                    self.event(Event::Start(BytesStart::new(wrapper.as_str())));
                    self.items(schema.as_ref(), name, items);
                    self.event(Event::End(BytesEnd::new(wrapper.as_str())));
                }
                // Without a wrapper, the name of an array is that of its items or of its property.
                Json::Array(items) => self.items(schema.as_ref(), name, items),
                value => self.element(schema.as_ref(), name, value),
            }
        }
        self.event(Event::End(BytesEnd::new(name.as_str())));
    }

    fn items(&mut self, schema: Option<&Node<'_>>, name: &str, items: &[Json<'_>]) {
        let schema = schema.and_then(|schema| {
            let mut parts = parts(self.document, schema).into_iter();
            parts.find_map(|part| part.get("items"))
        });
        for item in items {
            self.element(schema.as_ref(), name, item);
        }
    }

    /// The name that the schema has, or else the given one, with its prefix.
    fn qualified(&self, schema: Option<&Node<'_>>, name: &str) -> String {
        let own = schema.and_then(|schema| name_of(self.document, schema));
        let name = own.unwrap_or_else(|| name.to_owned());
        let name = valid(&name);
        match self.mark(schema, "prefix") {
            Some(prefix) => format!("{prefix}:{name}"),
            None => name,
        }
    }

    fn mark(&self, schema: Option<&Node<'_>>, key: &str) -> Option<String> {
        let mut parts = self.document.all_of(schema?.clone());
        parts.find_map(|part| Some(part.get("xml")?.str(key)?.to_owned()))
    }

    fn is_marked(&self, schema: Option<&Node<'_>>, key: &str) -> bool {
        let Some(schema) = schema else { return false };
        let mut parts = self.document.all_of(schema.clone());
        parts.any(|part| part.get("xml").is_some_and(|xml| xml.is_true(key)))
    }
}

/// The name that a schema gives to its element.
fn name_of(document: &Document, schema: &Node<'_>) -> Option<String> {
    let mut parts = document.all_of(schema.clone());
    parts.find_map(|part| Some(part.get("xml")?.str("name")?.to_owned()))
}

/// The name of the component that a schema refers to.
fn component(schema: &Node<'_>) -> Option<String> {
    let target = schema.reference()?.rsplit('/').next()?.to_owned();
    Some(valid(&target))
}

/// The name with the characters replaced that XML does not allow.
fn valid(name: &str) -> String {
    let mut valid: String = name
        .chars()
        .map(|character| match character {
            '-' | '_' | '.' | ':' => character,
            character if character.is_alphanumeric() => character,
            _ => '_',
        })
        .collect();
    if !valid.starts_with(|first: char| first.is_alphabetic() || first == '_') {
        valid.insert(0, '_');
    }
    valid
}
