use Shape::{
    Any, Anys, Count, Email, Flag, Many, Map, Number, One, SchemaOrFlag, Text, TextMap, Texts, Uri,
    Word,
};

use serde_json::Value;

use super::style::STYLES;
use super::{Kind, Status};

/// A fixed field of an object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) shape: Shape,
    required: bool,
    /// The types that a keyword of a schema applies to; empty for every type.
    pub(crate) applies_to: &'static [&'static str],
    /// The variants of the object that have the field, such as the `type` of a security scheme;
    /// empty for all of them.
    variants: &'static [&'static str],
    /// Whether the list or object in it must have a member.
    pub(crate) non_empty: bool,
}

impl Field {
    /// Whether a variant of the object has the field.
    pub(crate) fn is_of(&self, variant: Option<&str>) -> bool {
        let of = |variant| self.variants.contains(&variant);
        self.variants.is_empty() || variant.is_none_or(of)
    }

    /// Whether a variant of the object must have the field.
    pub(crate) fn is_required_of(&self, variant: Option<&str>) -> bool {
        let is_known = self.variants.is_empty() || variant.is_some();
        self.required && is_known && self.is_of(variant)
    }

    const fn about(mut self, types: &'static [&'static str]) -> Self {
        self.applies_to = types;
        self
    }

    const fn of(mut self, variants: &'static [&'static str]) -> Self {
        self.variants = variants;
        self
    }

    const fn non_empty(mut self) -> Self {
        self.non_empty = true;
        self
    }
}

/// Expected value of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Anything.
    Any,
    Text,
    /// A URI reference (RFC 3986), perhaps relative.
    Uri,
    Email,
    Flag,
    Number,
    /// A whole number from 0.
    Count,
    /// One of these words.
    Word(&'static [&'static str]),
    Texts,
    /// A list of anything.
    Anys,
    /// Strings by name.
    TextMap,
    One(Kind),
    Many(Kind),
    /// Objects by name.
    Map(Kind),
    /// `additionalProperties`.
    SchemaOrFlag,
}

impl Shape {
    /// Whether the value is a string of any content, perhaps of a certain form.
    pub(crate) fn is_text(self) -> bool {
        matches!(self, Text | Uri | Email)
    }

    /// Whether a value has the shape. Objects within it are not checked.
    pub(crate) fn accepts(self, value: &Value) -> bool {
        let items =
            |of: fn(&Value) -> bool| value.as_array().is_some_and(|items| items.iter().all(of));
        let members = |of: fn(&Value) -> bool| {
            let members = value.as_object();
            members.is_some_and(|members| members.values().all(of))
        };
        match self {
            Any => true,
            Text | Uri | Email => value.is_string(),
            Word(words) => value.as_str().is_some_and(|word| words.contains(&word)),
            Flag => value.is_boolean(),
            Number => value.is_number(),
            Count => value.is_u64(),
            Texts => items(Value::is_string),
            Anys => value.is_array(),
            TextMap => members(Value::is_string),
            One(_) => value.is_object(),
            Many(_) => items(Value::is_object),
            Map(_) => members(Value::is_object),
            SchemaOrFlag => value.is_object() || value.is_boolean(),
        }
    }

    /// Whether there may be further objects of the specification in the value.
    pub(crate) fn holds_objects(self) -> bool {
        matches!(self, One(_) | Many(_) | Map(_) | SchemaOrFlag)
    }
}

impl Kind {
    /// The fixed fields.
    pub(crate) fn fields(self) -> &'static [Field] {
        match self {
            Self::Document => DOCUMENT,
            Self::Info => INFO,
            Self::Contact => CONTACT,
            Self::License => LICENSE,
            Self::Server => SERVER,
            Self::ServerVariable => SERVER_VARIABLE,
            Self::Components => COMPONENTS,
            Self::PathItem => PATH_ITEM,
            Self::Operation => OPERATION,
            Self::ExternalDocs => EXTERNAL_DOCS,
            Self::Parameter => PARAMETER,
            Self::RequestBody => REQUEST_BODY,
            Self::MediaType => MEDIA_TYPE,
            Self::Encoding => ENCODING,
            Self::Response => RESPONSE,
            Self::Example => EXAMPLE,
            Self::Link => LINK,
            // A header is a parameter without `name` and `in` (§4.7.21).
            Self::Header => &PARAMETER[2..],
            Self::Tag => TAG,
            Self::Schema => SCHEMA,
            Self::Discriminator => DISCRIMINATOR,
            Self::Xml => XML,
            Self::SecurityScheme => SECURITY_SCHEME,
            Self::OAuthFlows => OAUTH_FLOWS,
            Self::OAuthFlow => OAUTH_FLOW,
            Self::Paths | Self::Responses | Self::Callback | Self::SecurityRequirement => &[],
        }
    }

    /// Returns the value expected under a key with a pattern (path, status, name); `None` if the
    /// key does not match.
    pub(crate) fn pattern(self, key: &str) -> Option<Shape> {
        match self {
            Self::Paths if key.starts_with('/') => Some(One(Self::PathItem)),
            Self::Responses if Status::parse(key).is_some() => Some(One(Self::Response)),
            Self::Callback => Some(One(Self::PathItem)),
            Self::SecurityRequirement => Some(Texts),
            _ => None,
        }
    }

    /// Returns the value expected under a key.
    pub(crate) fn shape(self, key: &str) -> Option<Shape> {
        if key.starts_with("x-") && self.has_extensions() {
            return None;
        }
        let field = self.fields().iter().find(|field| field.name == key);
        field.map(|field| field.shape).or_else(|| self.pattern(key))
    }
}

const fn req(name: &'static str, shape: Shape) -> Field {
    Field {
        name,
        shape,
        required: true,
        ..OPTIONAL
    }
}

const fn opt(name: &'static str, shape: Shape) -> Field {
    Field {
        name,
        shape,
        ..OPTIONAL
    }
}

const OPTIONAL: Field = Field {
    name: "",
    shape: Any,
    required: false,
    applies_to: &[],
    variants: &[],
    non_empty: false,
};

/// Keywords of schemas that apply to the same value together.
pub(crate) const COMPOSITION: [&str; 3] = ["allOf", "anyOf", "oneOf"];

/// Values of `type`.
pub(crate) const TYPES: &[&str] = &["array", "boolean", "integer", "number", "object", "string"];

const DOCUMENT: &[Field] = &[
    req("openapi", Text),
    req("info", One(Kind::Info)),
    opt("servers", Many(Kind::Server)),
    req("paths", One(Kind::Paths)),
    opt("components", One(Kind::Components)),
    opt("security", Many(Kind::SecurityRequirement)),
    opt("tags", Many(Kind::Tag)),
    opt("externalDocs", One(Kind::ExternalDocs)),
];

const INFO: &[Field] = &[
    req("title", Text),
    opt("description", Text),
    opt("termsOfService", Uri),
    opt("contact", One(Kind::Contact)),
    opt("license", One(Kind::License)),
    req("version", Text),
];

const COMPONENTS: &[Field] = &[
    opt("schemas", Map(Kind::Schema)),
    opt("responses", Map(Kind::Response)),
    opt("parameters", Map(Kind::Parameter)),
    opt("examples", Map(Kind::Example)),
    opt("requestBodies", Map(Kind::RequestBody)),
    opt("headers", Map(Kind::Header)),
    opt("securitySchemes", Map(Kind::SecurityScheme)),
    opt("links", Map(Kind::Link)),
    opt("callbacks", Map(Kind::Callback)),
];

const PATH_ITEM: &[Field] = &[
    opt("$ref", Text),
    opt("summary", Text),
    opt("description", Text),
    opt("get", One(Kind::Operation)),
    opt("put", One(Kind::Operation)),
    opt("post", One(Kind::Operation)),
    opt("delete", One(Kind::Operation)),
    opt("options", One(Kind::Operation)),
    opt("head", One(Kind::Operation)),
    opt("patch", One(Kind::Operation)),
    opt("trace", One(Kind::Operation)),
    opt("servers", Many(Kind::Server)),
    opt("parameters", Many(Kind::Parameter)),
];

const OPERATION: &[Field] = &[
    opt("tags", Texts),
    opt("summary", Text),
    opt("description", Text),
    opt("externalDocs", One(Kind::ExternalDocs)),
    opt("operationId", Text),
    opt("parameters", Many(Kind::Parameter)),
    opt("requestBody", One(Kind::RequestBody)),
    req("responses", One(Kind::Responses)).non_empty(),
    opt("callbacks", Map(Kind::Callback)),
    opt("deprecated", Flag),
    opt("security", Many(Kind::SecurityRequirement)),
    opt("servers", Many(Kind::Server)),
];

const PARAMETER: &[Field] = &[
    req("name", Text),
    req("in", Word(&["query", "header", "path", "cookie"])),
    opt("description", Text),
    opt("required", Flag),
    opt("deprecated", Flag),
    opt("allowEmptyValue", Flag),
    opt("style", Word(STYLES)),
    opt("explode", Flag),
    opt("allowReserved", Flag),
    opt("schema", One(Kind::Schema)),
    opt("example", Any),
    opt("examples", Map(Kind::Example)),
    opt("content", Map(Kind::MediaType)),
];

const OBJECTS: &[&str] = &["object"];
const ARRAYS: &[&str] = &["array"];
const STRINGS: &[&str] = &["string"];
const NUMBERS: &[&str] = &["number", "integer"];

const SCHEMA: &[Field] = &[
    opt("title", Text),
    opt("type", Word(TYPES)),
    opt("format", Text),
    opt("description", Text),
    opt("nullable", Flag),
    opt("enum", Anys).non_empty(),
    opt("default", Any),
    opt("example", Any),
    opt("properties", Map(Kind::Schema)).about(OBJECTS),
    opt("required", Texts).about(OBJECTS).non_empty(),
    opt("additionalProperties", SchemaOrFlag).about(OBJECTS),
    opt("items", One(Kind::Schema)).about(ARRAYS),
    opt("allOf", Many(Kind::Schema)),
    opt("oneOf", Many(Kind::Schema)),
    opt("anyOf", Many(Kind::Schema)),
    opt("not", One(Kind::Schema)),
    opt("minimum", Number).about(NUMBERS),
    opt("maximum", Number).about(NUMBERS),
    opt("exclusiveMinimum", Flag).about(NUMBERS),
    opt("exclusiveMaximum", Flag).about(NUMBERS),
    opt("multipleOf", Number).about(NUMBERS),
    opt("minLength", Count).about(STRINGS),
    opt("maxLength", Count).about(STRINGS),
    opt("pattern", Text).about(STRINGS),
    opt("minItems", Count).about(ARRAYS),
    opt("maxItems", Count).about(ARRAYS),
    opt("uniqueItems", Flag).about(ARRAYS),
    opt("minProperties", Count).about(OBJECTS),
    opt("maxProperties", Count).about(OBJECTS),
    opt("discriminator", One(Kind::Discriminator)),
    opt("readOnly", Flag),
    opt("writeOnly", Flag),
    opt("deprecated", Flag),
    opt("externalDocs", One(Kind::ExternalDocs)),
    opt("xml", One(Kind::Xml)),
];

const SERVER: &[Field] = &[
    req("url", Text),
    opt("description", Text),
    opt("variables", Map(Kind::ServerVariable)),
];

const SERVER_VARIABLE: &[Field] = &[
    opt("enum", Texts),
    req("default", Text),
    opt("description", Text),
];

const REQUEST_BODY: &[Field] = &[
    opt("description", Text),
    req("content", Map(Kind::MediaType)),
    opt("required", Flag),
];

const MEDIA_TYPE: &[Field] = &[
    opt("schema", One(Kind::Schema)),
    opt("example", Any),
    opt("examples", Map(Kind::Example)),
    opt("encoding", Map(Kind::Encoding)),
];

const ENCODING: &[Field] = &[
    opt("contentType", Text),
    opt("headers", Map(Kind::Header)),
    opt("style", Word(STYLES)),
    opt("explode", Flag),
    opt("allowReserved", Flag),
];

const RESPONSE: &[Field] = &[
    req("description", Text),
    opt("headers", Map(Kind::Header)),
    opt("content", Map(Kind::MediaType)),
    opt("links", Map(Kind::Link)),
];

const EXAMPLE: &[Field] = &[
    opt("summary", Text),
    opt("description", Text),
    opt("value", Any),
    opt("externalValue", Uri),
];

const LINK: &[Field] = &[
    opt("operationRef", Uri),
    opt("operationId", Text),
    opt("parameters", Any),
    opt("requestBody", Any),
    opt("description", Text),
    opt("server", One(Kind::Server)),
];

const TAG: &[Field] = &[
    req("name", Text),
    opt("description", Text),
    opt("externalDocs", One(Kind::ExternalDocs)),
];

const XML: &[Field] = &[
    opt("name", Text),
    opt("namespace", Uri),
    opt("prefix", Text),
    opt("attribute", Flag),
    opt("wrapped", Flag),
];

const SECURITY_SCHEME: &[Field] = &[
    req("type", Word(&["apiKey", "http", "oauth2", "openIdConnect"])),
    opt("description", Text),
    req("name", Text).of(&["apiKey"]),
    req("in", Word(&["query", "header", "cookie"])).of(&["apiKey"]),
    req("scheme", Text).of(&["http"]),
    opt("bearerFormat", Text).of(&["http"]),
    req("flows", One(Kind::OAuthFlows)).of(&["oauth2"]),
    req("openIdConnectUrl", Uri).of(&["openIdConnect"]),
];

const OAUTH_FLOWS: &[Field] = &[
    opt("implicit", One(Kind::OAuthFlow)),
    opt("password", One(Kind::OAuthFlow)),
    opt("clientCredentials", One(Kind::OAuthFlow)),
    opt("authorizationCode", One(Kind::OAuthFlow)),
];

const OAUTH_FLOW: &[Field] = &[
    req("authorizationUrl", Uri).of(&["implicit", "authorizationCode"]),
    req("tokenUrl", Uri).of(&["password", "clientCredentials", "authorizationCode"]),
    opt("refreshUrl", Uri),
    req("scopes", TextMap),
];

const CONTACT: &[Field] = &[opt("name", Text), opt("url", Uri), opt("email", Email)];

const LICENSE: &[Field] = &[req("name", Text), opt("url", Uri)];

const EXTERNAL_DOCS: &[Field] = &[opt("description", Text), req("url", Uri)];

const DISCRIMINATOR: &[Field] = &[req("propertyName", Text), opt("mapping", TextMap)];
