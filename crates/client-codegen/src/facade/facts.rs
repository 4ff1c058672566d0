use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use crate::{
    document::{Operation, at, child, members, operations, resolve},
    lifecycle::successor,
    note::Note,
};

/// The facts of one operation, as the document states them.
pub(crate) struct Facts<'d> {
    document: &'d Value,
    operation: &'d Operation<'d>,
}

impl<'d> Facts<'d> {
    pub(crate) fn new(document: &'d Value, operation: &'d Operation<'d>) -> Self {
        Self {
            document,
            operation,
        }
    }

    /// The constant expression of the facts.
    pub(crate) fn tokens(&self, dates: (TokenStream, TokenStream)) -> TokenStream {
        let operation = self.operation;
        let (id, path) = (operation.id(), operation.path);
        let method = operation.method.to_uppercase();
        let class = self.class();
        let successes = self.successes();
        let mut facts = quote! {
            ::client_runtime::Facts::new(#id, #method, #path, ::client_runtime::Class::#class)
                .successes(&[#(#successes),*])
        };
        let security = self.security();
        if !security.is_empty() {
            facts.extend(quote!(.security(&[#(#security),*])));
        }
        if let Some(server) = self.server() {
            facts.extend(quote!(.server(#server)));
        }
        if let Some(bytes) = self.max_body_bytes() {
            facts.extend(quote!(.max_body_bytes(#bytes)));
        }
        let pinned = self.pinned_headers();
        if !pinned.is_empty() {
            let pinned = pinned.iter().map(|(name, value)| {
                let name = name.to_ascii_lowercase();
                quote!(::client_runtime::Pinned::new(#name, #value))
            });
            facts.extend(quote!(.pinned(&[#(#pinned),*])));
        }
        if self.has_id() {
            facts.extend(quote!(.id_property("id")));
        }
        let is_stream = self
            .success_media_types()
            .iter()
            .any(|name| is_stream(name));
        if is_stream || !self.downloads().is_empty() {
            facts.extend(quote!(.unbounded()));
        }
        if operation.value.get("deprecated") == Some(&Value::Bool(true)) {
            let (on, sunset) = dates;
            facts.extend(quote!(.deprecated(#on, #sunset)));
        }
        if let Some(successor) = successor(self.document, operation) {
            let (id, path) = (successor.id().to_owned(), successor.path);
            let method = successor.method.to_uppercase();
            facts.extend(quote!(.successor(::client_runtime::Successor::new(#id, #method, #path))));
        }
        facts
    }

    /// The class of the method, unless `x-idempotent` overrides it.
    fn class(&self) -> TokenStream {
        let class = match self.operation.method {
            "get" | "head" | "options" | "trace" => quote!(Safe),
            "put" | "delete" => quote!(Idempotent),
            _ => quote!(Unsafe),
        };
        match self
            .operation
            .value
            .get("x-idempotent")
            .and_then(Value::as_bool)
        {
            Some(false) => quote!(Unsafe),
            Some(true) if class.to_string() == "Unsafe" => quote!(Idempotent),
            Some(true) | None => class,
        }
    }

    /// Single statuses first, then ranges; `default` only if no 2XX is listed.
    fn successes(&self) -> Vec<TokenStream> {
        let responses = child(&self.operation.pointer, "responses");
        let responses = members(self.document, &responses);
        let success = |first: u16, last: u16, pointer: &str| {
            // The response to a HEAD has no body.
            let media_types = match self.operation.method {
                "head" => Vec::new(),
                _ => self.media_types(pointer),
            };
            quote!(::client_runtime::Success::new(#first, #last, &[#(#media_types),*]))
        };
        let single = responses.iter().filter_map(|(status, pointer, _)| {
            let status: u16 = status
                .parse()
                .ok()
                .filter(|code| (200..300).contains(code))?;
            Some(success(status, status, pointer))
        });
        let range = responses
            .iter()
            .filter(|(status, ..)| status.eq_ignore_ascii_case("2XX"))
            .map(|(_, pointer, _)| success(200, 299, pointer));
        let listed: Vec<_> = single.chain(range).collect();
        if !listed.is_empty() {
            return listed;
        }
        let default = responses.iter().filter(|(status, ..)| *status == "default");
        default
            .map(|(_, pointer, _)| success(200, 299, pointer))
            .collect()
    }

    fn media_types(&self, response: &str) -> Vec<&'d str> {
        let response = resolve(self.document, response);
        let content = members(self.document, &child(&response, "content"));
        content.into_iter().map(|(name, ..)| name).collect()
    }

    /// The media types of all successes.
    pub(crate) fn success_media_types(&self) -> Vec<&'d str> {
        let content = self.success_content().into_iter();
        content.map(|(name, _)| name).collect()
    }

    /// The media types of all successes, with their pointers.
    fn success_content(&self) -> Vec<(&'d str, String)> {
        let responses = child(&self.operation.pointer, "responses");
        let successes = members(self.document, &responses).into_iter();
        let is_success = |status: &str| status.starts_with('2') || status == "default";
        successes
            .filter(|(status, ..)| is_success(status))
            .flat_map(|(_, pointer, _)| {
                let response = resolve(self.document, &pointer);
                members(self.document, &child(&response, "content"))
            })
            .map(|(name, pointer, _)| (name, pointer))
            .collect()
    }

    /// The pointers of the successes that are files of any size.
    fn downloads(&self) -> Vec<String> {
        let is_download = |(_, media_type): &(&str, String)| {
            let schema = resolve(self.document, &child(media_type, "schema"));
            let keyword = |key: &str| at(self.document, &child(&schema, key));
            keyword("format") == Some(&Value::from("binary")) && keyword("maxLength").is_none()
        };
        let content = self.success_content().into_iter();
        content
            .filter(is_download)
            .map(|(_, pointer)| pointer)
            .collect()
    }

    fn security(&self) -> Vec<TokenStream> {
        requirements(self.document, self.operation)
            .iter()
            .map(|requirement| {
                let schemes = requirement.as_object().into_iter().flatten();
                let schemes = schemes.map(|(name, scopes)| {
                    let kind = scheme_kind(self.document, name);
                    let scopes = scopes.as_array().into_iter().flatten();
                    let scopes = scopes.filter_map(Value::as_str);
                    quote!(::client_runtime::Scheme::new(#name, ::client_runtime::SchemeKind::#kind, &[#(#scopes),*]))
                });
                quote!(&[#(#schemes),*])
            })
            .collect()
    }

    /// The first server of the operation or of its path, if it can be used.
    fn server(&self) -> Option<&'d str> {
        own_servers(self.document, self.operation).and_then(|(_, url)| usable(url))
    }

    fn max_body_bytes(&self) -> Option<u64> {
        at(self.document, &self.max_body_bytes_pointer())?.as_u64()
    }

    fn max_body_bytes_pointer(&self) -> String {
        let body = child(&self.operation.pointer, "requestBody");
        child(&resolve(self.document, &body), "x-max-body-bytes")
    }

    fn pinned_headers(&self) -> Vec<(&'d str, &'d str)> {
        let parameters = parameters(self.document, self.operation).into_iter();
        parameters
            .filter(|parameter| parameter.location == "header")
            .filter_map(|parameter| Some((parameter.name, parameter.pinned()?)))
            .collect()
    }

    /// The pointers of the extensions whose value is ignored, with a description of valid values.
    fn invalid_extensions(&self) -> Vec<(String, &'static str)> {
        let is_ignored = |pointer: &str, is_valid: fn(&Value) -> bool| {
            at(self.document, pointer).is_some_and(|value| !is_valid(value))
        };
        let mut invalid = Vec::new();
        let pointer = child(&self.operation.pointer, "x-idempotent");
        if is_ignored(&pointer, Value::is_boolean) {
            invalid.push((pointer, "true or false"));
        }
        let pointer = self.max_body_bytes_pointer();
        if is_ignored(&pointer, Value::is_u64) {
            invalid.push((pointer, "a number of bytes"));
        }
        for parameter in parameters(self.document, self.operation) {
            if parameter.pinned.is_some() && parameter.pinned().is_none() {
                let pointer = child(&parameter.pointer, "x-pinned-value");
                invalid.push((pointer, "a string of visible ASCII characters"));
            }
        }
        invalid
    }

    /// Whether the JSON of a create has a property `id`.
    fn has_id(&self) -> bool {
        if self.operation.method != "post" {
            return false;
        }
        let responses = child(&self.operation.pointer, "responses");
        let successes = members(self.document, &responses).into_iter();
        successes
            .filter(|(status, ..)| status.starts_with('2'))
            .any(|(_, pointer, _)| {
                let response = resolve(self.document, &pointer);
                let json = child(&child(&response, "content"), "application/json");
                has_id(self.document, &child(&json, "schema"), 0)
            })
    }
}

fn has_id(document: &Value, schema: &str, depth: usize) -> bool {
    const MAX_DEPTH: usize = 8;
    let schema = resolve(document, schema);
    let id = child(&child(&schema, "properties"), "id");
    if at(document, &resolve(document, &id)).is_some() {
        return true;
    }
    let all = child(&schema, "allOf");
    let count = at(document, &all)
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    depth < MAX_DEPTH
        && (0..count).any(|index| has_id(document, &child(&all, &index.to_string()), depth + 1))
}

/// A parameter of an operation.
pub(crate) struct Parameter<'d> {
    pub(crate) name: &'d str,
    pub(crate) location: &'d str,
    pub(crate) description: &'d str,
    pub(crate) is_deprecated: bool,
    pub(crate) pointer: String,
    pinned: Option<&'d Value>,
}

impl<'d> Parameter<'d> {
    /// The value of `x-pinned-value`: a string of visible ASCII characters.
    pub(crate) fn pinned(&self) -> Option<&'d str> {
        self.pinned?.as_str().filter(|text| {
            !text.is_empty() && text.bytes().all(|byte| (0x20..0x7f).contains(&byte))
        })
    }
}

/// The parameters in document order: those of the path, then those of the operation, which override
/// them.
pub(crate) fn parameters<'d>(document: &'d Value, operation: &Operation<'_>) -> Vec<Parameter<'d>> {
    let path = operation
        .pointer
        .rsplit_once('/')
        .map_or("", |(path, _)| path);
    let mut parameters: Vec<Parameter<'d>> = Vec::new();
    for list in [
        child(path, "parameters"),
        child(&operation.pointer, "parameters"),
    ] {
        let count = at(document, &list)
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        for index in 0..count {
            let pointer = resolve(document, &child(&list, &index.to_string()));
            let text = |key: &str| {
                let value = at(document, &child(&pointer, key));
                value.and_then(Value::as_str).unwrap_or_default()
            };
            let is_deprecated = [
                child(&pointer, "deprecated"),
                format!("{pointer}/schema/deprecated"),
            ]
            .iter()
            .any(|pointer| at(document, pointer) == Some(&Value::Bool(true)));
            let parameter = Parameter {
                is_deprecated,
                name: text("name"),
                location: text("in"),
                description: text("description"),
                pinned: at(document, &child(&pointer, "x-pinned-value")),
                pointer: pointer.clone(),
            };
            let same = |known: &Parameter<'_>| {
                (known.name, known.location) == (parameter.name, parameter.location)
            };
            match parameters.iter_mut().find(|known| same(known)) {
                Some(known) => *known = parameter,
                None => parameters.push(parameter),
            }
        }
    }
    parameters
}

fn requirements<'d>(document: &'d Value, operation: &Operation<'d>) -> &'d [Value] {
    let own = operation.value.get("security");
    let requirements = own.or_else(|| at(document, "#/security"));
    requirements
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

fn scheme_kind(document: &Value, name: &str) -> TokenStream {
    let pointer = resolve(document, &child("#/components/securitySchemes", name));
    let text = |key: &str| {
        let value = at(document, &child(&pointer, key));
        value.and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let name = text("name");
    match (text("type").as_str(), text("in").as_str()) {
        ("oauth2" | "openIdConnect", _) => quote!(Bearer),
        ("http", _) => match text("scheme").to_ascii_lowercase().as_str() {
            "bearer" => quote!(Bearer),
            "basic" => quote!(Basic),
            _ => quote!(Unsupported),
        },
        ("apiKey", "header") => quote!(HeaderKey(#name)),
        ("apiKey", "query") => quote!(QueryKey(#name)),
        _ => quote!(Unsupported),
    }
}

/// Whether the body of a media type is read item by item.
pub(super) fn is_stream(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    matches!(
        essence.to_ascii_lowercase().as_str(),
        "text/event-stream"
            | "application/x-ndjson"
            | "application/jsonl"
            | "application/json-seq"
            | "multipart/x-mixed-replace"
    )
}

/// The first server of an operation, or else of its path, with its pointer.
fn own_servers<'d>(document: &'d Value, operation: &Operation<'_>) -> Option<(String, &'d str)> {
    let path = operation
        .pointer
        .rsplit_once('/')
        .map_or("", |(path, _)| path);
    [&*operation.pointer, path].into_iter().find_map(|owner| {
        let pointer = child(&child(owner, "servers"), "0");
        let url = at(document, &child(&pointer, "url"))?.as_str()?;
        Some((pointer, url))
    })
}

/// A server that is absolute and has no variables.
fn usable(url: &str) -> Option<&str> {
    let is_absolute = url.starts_with("https://") || url.starts_with("http://");
    (is_absolute && !url.contains('{')).then_some(url)
}

/// Reports the extensions, servers and security schemes that the client cannot use, and the bodies
/// that it does not read completely.
pub(super) fn notes(document: &Value, notes: &mut Vec<Note>) {
    for operation in operations(document) {
        let facts = Facts::new(document, &operation);
        for (pointer, expected) in facts.invalid_extensions() {
            notes.push(Note::lossy(pointer, format!("expected {expected}")));
        }
        for pointer in facts.downloads() {
            let message =
                "the facade reads at most 16 MiB of this body; the client below it has no limit";
            notes.push(Note::lossy(pointer, message));
        }
        if let Some((pointer, url)) = own_servers(document, &operation)
            && usable(url).is_none()
        {
            let message =
                "the server is relative or has variables; the base URL of the client is used";
            notes.push(Note::lossy(pointer, message));
        }
    }
    for (name, pointer, _) in members(document, "#/components/securitySchemes") {
        let scheme = resolve(document, &pointer);
        let text = |key: &str| at(document, &child(&scheme, key)).and_then(Value::as_str);
        let flow = child(&child(&scheme, "flows"), "clientCredentials");
        let kind = text("type").unwrap_or_default();
        let is_token = kind == "oauth2" && at(document, &flow).is_none() || kind == "openIdConnect";
        if scheme_kind(document, name).to_string() == "Unsupported" {
            let message = format!("security scheme `{name}` is not supported by the client");
            notes.push(Note::lossy(pointer, message));
        } else if is_token {
            let message = format!(
                "security scheme `{name}`: the client cannot request tokens; supply one with `token` or `token_source`"
            );
            notes.push(Note::lowered(pointer, message));
        }
    }
}

/// The constant `SERVICE` with the facts of the whole document.
pub(crate) fn constants(document: &Value, generated: &[&Operation<'_>]) -> TokenStream {
    let servers = at(document, "#/servers").and_then(Value::as_array);
    let servers = servers.into_iter().flatten();
    let servers = servers.filter_map(|server| usable(server.get("url")?.as_str()?));
    let token_url = members(document, "#/components/securitySchemes")
        .into_iter()
        .find_map(|(_, pointer, _)| {
            let scheme = resolve(document, &pointer);
            let url = format!("{scheme}/flows/clientCredentials/tokenUrl");
            at(document, &url)?.as_str()
        })
        .map(|url| quote!(.token_url(#url)));
    let needs_credentials = |operation: &&Operation<'_>| {
        let requirements = requirements(document, operation);
        let is_optional = |requirement: &Value| {
            requirement
                .as_object()
                .is_none_or(serde_json::Map::is_empty)
        };
        !requirements.is_empty() && !requirements.iter().any(is_optional)
    };
    let needs_credentials = !generated.is_empty() && generated.iter().all(needs_credentials);
    let needs_credentials = needs_credentials.then(|| quote!(.needs_credentials()));
    quote! {
        /// The facts that a client is built with.
        pub const SERVICE: ::client_runtime::Service = ::client_runtime::Service::new(
            concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
        )
        .servers(&[#(#servers),*])
        #token_url
        #needs_credentials;
    }
}
