use serde_json::Value;

use super::examples::{is_form, of_schema, value};
use super::serialization::{fields, percent_encoded, query, single};
use crate::text::one_line;
use crate::vocabulary::media_type::MULTIPART_FORM;
use crate::{Direction, Document, MediaType, Method, Operation, Parameter};

/// A request to show: to the first server, with everything that is required, and with what the
/// document has examples for. Values that only the caller knows are in braces.
#[derive(Debug)]
pub(super) struct SampleRequest {
    pub(super) method: Method,
    pub(super) url: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Option<Body>,
    /// Whether a success response is JSON.
    pub(super) has_json_response: bool,
}

#[derive(Debug)]
pub(super) enum Body {
    Json(Value),
    Form(Vec<(String, String)>),
    Multipart(Vec<Field>),
    Text(String),
    /// The bytes of a file, which the caller has.
    File,
}

#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    /// The name of a file, where one is sent.
    pub(super) is_file: bool,
    pub(super) value: String,
}

impl SampleRequest {
    pub(super) fn new(document: &Document, operation: &Operation<'_>) -> Self {
        let mut request = Self {
            method: operation.method(),
            url: server(operation),
            headers: Vec::new(),
            body: None,
            has_json_response: false,
        };
        request.accept(operation);
        request.body(document, operation);
        let mut pairs = request.credentials(document, operation);
        let mut path = operation.path().to_owned();
        for parameter in operation.parameters() {
            let Some(value) = parameter_value(document, &parameter) else {
                continue;
            };
            match parameter.location() {
                "path" => {
                    path = path.replace(
                        &format!("{{{}}}", parameter.name()),
                        &single(&parameter, &value),
                    )
                }
                "query" => pairs.extend(query(&parameter, &value)),
                "header" => request.header(parameter.name(), &single(&parameter, &value)),
                "cookie" => request.cookie(parameter.name(), &single(&parameter, &value)),
                _ => {}
            }
        }
        request.url.push_str(&path);
        if !pairs.is_empty() {
            request.url.push('?');
            request.url.push_str(&pairs.join("&"));
        }
        request.url = one_line(&request.url);
        request
    }

    fn header(&mut self, name: &str, value: &str) {
        self.headers.push((one_line(name), one_line(value)));
    }

    fn cookie(&mut self, name: &str, value: &str) {
        let pair = one_line(&format!("{name}={value}"));
        match self.headers.iter_mut().find(|(name, _)| name == "Cookie") {
            Some((_, cookies)) => cookies.push_str(&format!("; {pair}")),
            None => self.headers.push(("Cookie".to_owned(), pair)),
        }
    }

    fn accept(&mut self, operation: &Operation<'_>) {
        let Some(success) = operation.responses().find(|response| response.is_success()) else {
            return;
        };
        let media_types = success.media_types();
        let json = media_types.iter().find(|media_type| media_type.is_json());
        self.has_json_response = json.is_some();
        if let Some(media_type) = json.or(media_types.first()) {
            self.header("Accept", media_type.name);
        }
    }

    fn body(&mut self, document: &Document, operation: &Operation<'_>) {
        let Some(body) = operation.request_body() else {
            return;
        };
        let media_types = body.media_types();
        let json = media_types.iter().find(|media_type| media_type.is_json());
        let Some(media_type) = json.or(media_types.first()) else {
            return;
        };
        let value = value(document, media_type, Direction::Request);
        let essence = media_type.essence();
        // The tools write the Content-Type of a form themselves: it may contain the boundary of its
        // parts.
        if !is_form(&essence) {
            self.header("Content-Type", media_type.name);
        }
        self.body = Some(match value {
            Some(value) if media_type.is_json() => Body::Json(value),
            Some(value) if essence == MULTIPART_FORM => {
                Body::Multipart(parts(document, media_type, &value))
            }
            Some(value) if is_form(&essence) => Body::Form(fields(&value)),
            Some(Value::String(text)) => Body::Text(text),
            _ => Body::File,
        });
    }

    /// Adds the credentials of the first alternative, and returns its query parameters.
    fn credentials(&mut self, document: &Document, operation: &Operation<'_>) -> Vec<String> {
        let mut pairs = Vec::new();
        let alternatives = operation.security();
        let names = alternatives
            .first()
            .into_iter()
            .flat_map(|requirement| &requirement.schemes);
        for (name, _) in names {
            let known = document.security_schemes().find(|(known, _)| known == name);
            let Some((_, scheme)) = known else { continue };
            let scheme_name = scheme.str("scheme").unwrap_or("bearer");
            match (scheme.str("type"), scheme.str("in"), scheme.str("name")) {
                (Some("oauth2" | "openIdConnect"), ..) => {
                    self.header("Authorization", "Bearer {access-token}")
                }
                (Some("http"), ..) if scheme_name.eq_ignore_ascii_case("bearer") => {
                    self.header("Authorization", "Bearer {access-token}");
                }
                (Some("http"), ..) => {
                    self.header("Authorization", &format!("{scheme_name} {{credentials}}"))
                }
                (Some("apiKey"), Some("query"), Some(key)) => {
                    pairs.push(format!("{}={{api-key}}", percent_encoded(key)))
                }
                (Some("apiKey"), Some("cookie"), Some(key)) => self.cookie(key, "{api-key}"),
                (Some("apiKey"), Some(_), Some(key)) => self.header(key, "{api-key}"),
                _ => {}
            }
        }
        pairs
    }
}

/// The base of the URL, with the defaults of its variables; a relative one is relative to a URL
/// that only the caller knows.
fn server(operation: &Operation<'_>) -> String {
    let servers = operation.servers();
    let mut url = servers.first().map_or("/", |server| server.url).to_owned();
    for (name, variable) in servers
        .first()
        .into_iter()
        .flat_map(|server| server.node.members_of("variables"))
    {
        url = url.replace(
            &format!("{{{name}}}"),
            variable.str("default").unwrap_or_default(),
        );
    }
    let url = url.trim_end_matches('/');
    if url.contains("://") {
        url.to_owned()
    } else {
        format!("https://{{host}}{url}")
    }
}

/// Returns the value of a parameter: always for a required one, otherwise only from an example.
fn parameter_value(document: &Document, parameter: &Parameter<'_>) -> Option<Value> {
    let schema = parameter.schema();
    let documented = parameter
        .examples()
        .first()
        .map(|example| example.value.value.clone());
    let documented = documented.or_else(|| {
        schema
            .as_ref()?
            .get("example")
            .map(|node| node.value.clone())
    });
    let made = || of_schema(document, schema.as_ref()?, Direction::Request);
    documented.or_else(|| parameter.is_required().then(made).flatten())
}

fn parts(document: &Document, media_type: &MediaType<'_>, value: &Value) -> Vec<Field> {
    let is_file = |name: &str| {
        let schema = media_type.schema.clone();
        let parts = schema
            .into_iter()
            .flat_map(|schema| document.all_of(schema));
        let mut properties = parts.filter_map(|part| part.get("properties")?.get(name));
        let property = properties
            .next()
            .and_then(|property| document.resolve(property));
        property.is_some_and(|property| {
            property.str("format") == Some("binary")
                || property
                    .get("items")
                    .is_some_and(|items| items.str("format") == Some("binary"))
        })
    };
    let field = |(name, value): (String, String)| Field {
        is_file: is_file(&name),
        name,
        value,
    };
    fields(value).into_iter().map(field).collect()
}
