//! The server's own pages: the ledger, the document, and Swagger UI.

use http::header::HOST;
use http::request::Parts;
use http::{Method, StatusCode};
use serde_json::{Value, json};
use url::Url;

use crate::api::Reply;
use crate::state::State;

/// A page that a request asks for.
pub(crate) fn page(state: &State, head: &Parts) -> Option<Reply> {
    let path = head.uri.path();
    // All of them begin so, and requests to operations should not pay for the comparison.
    if !path.starts_with("/_mock/") && !path.starts_with("/docs") {
        return None;
    }
    let reply = match path {
        "/_mock/ledger" => {
            let ledger = serde_json::to_value(state.books.lock().ledger()).unwrap_or_default();
            Reply::json(StatusCode::OK, "application/json", &ledger)
        }
        "/_mock/openapi.json" => {
            let host = head
                .headers
                .get(HOST)
                .and_then(|host| host.to_str().ok())
                .unwrap_or("localhost");
            Reply::json(
                StatusCode::OK,
                "application/json",
                &served(&state.document, &format!("http://{host}")),
            )
        }
        #[cfg(feature = "docs")]
        _ => crate::docs::page(path)?,
        #[cfg(not(feature = "docs"))]
        _ => return None,
    };
    Some(match head.method {
        Method::GET | Method::HEAD => reply,
        _ => Reply::empty(StatusCode::METHOD_NOT_ALLOWED).with("allow", "GET, HEAD"),
    })
}

/// The document with its servers and the URLs of its OAuth flows pointed at this server.
fn served(document: &Value, origin: &str) -> Value {
    let mut document = document.clone();
    let base = document
        .pointer("/servers/0/url")
        .and_then(Value::as_str)
        .map(path)
        .unwrap_or_default();
    document["servers"] = json!([{ "url": format!("{origin}{}", base.trim_end_matches('/')), "description": "This mock server" }]);
    for path_item in members(document.get_mut("paths")) {
        for operation in members(Some(&mut *path_item)) {
            remove_servers(operation);
        }
        remove_servers(path_item);
    }
    for scheme in members(document.pointer_mut("/components/securitySchemes")) {
        for flow in members(scheme.get_mut("flows")) {
            for key in ["tokenUrl", "authorizationUrl", "refreshUrl"] {
                if let Some(Value::String(url)) = flow.get_mut(key) {
                    *url = format!("{origin}{}", path(url));
                }
            }
        }
    }
    document
}

fn members(value: Option<&mut Value>) -> impl Iterator<Item = &mut Value> {
    value
        .and_then(Value::as_object_mut)
        .into_iter()
        .flat_map(|object| object.values_mut())
}

fn remove_servers(value: &mut Value) {
    if let Value::Object(object) = value {
        object.remove("servers");
    }
}

/// The path of a URL that may be relative.
fn path(url: &str) -> String {
    Url::parse(url).map_or_else(|_| url.to_owned(), |url| url.path().to_owned())
}
