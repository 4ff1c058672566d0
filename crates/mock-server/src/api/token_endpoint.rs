use oas::{Document, Node};
use url::Url;

use super::note::Note;

/// A token endpoint of a flow of the document.
pub(crate) struct TokenEndpoint {
    pub(crate) path: String,
    pub(crate) scopes: Vec<String>,
    pub(crate) grants: Vec<Grant>,
}

/// A grant of RFC 6749.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Grant {
    ClientCredentials,
    Password,
    AuthorizationCode,
    RefreshToken,
}

impl Grant {
    /// The value of `grant_type`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::ClientCredentials => "client_credentials",
            Self::Password => "password",
            Self::AuthorizationCode => "authorization_code",
            Self::RefreshToken => "refresh_token",
        }
    }

    /// The grants of a flow, by its key in `flows`.
    fn of_flow(flow: &str) -> &'static [Self] {
        match flow {
            "clientCredentials" => &[Self::ClientCredentials],
            "password" => &[Self::Password, Self::RefreshToken],
            "authorizationCode" => &[Self::AuthorizationCode, Self::RefreshToken],
            _ => &[],
        }
    }
}

/// The token endpoints of a document, with a note for each feature that they do not offer.
pub(crate) fn token_endpoints(document: &Document, notes: &mut Vec<Note>) -> Vec<TokenEndpoint> {
    let mut endpoints: Vec<TokenEndpoint> = Vec::new();
    for (name, scheme) in document.security_schemes() {
        if scheme.str("type") == Some("openIdConnect") {
            let message = format!("`{name}` is OpenID Connect: any bearer token is accepted");
            notes.push(Note::new(document, &scheme.pointer, message));
        }
        for (kind, flow) in scheme.members_of("flows") {
            if let Some(url) = flow.str("tokenUrl") {
                add(&mut endpoints, url, &flow, Grant::of_flow(kind));
            }
            if let Some(url) = flow.str("refreshUrl") {
                add(&mut endpoints, url, &flow, &[Grant::RefreshToken]);
            }
            let message = match kind {
                "implicit" => format!(
                    "the flow `implicit` of `{name}` has no token endpoint, and its authorization page is not served"
                ),
                "authorizationCode" => format!(
                    "the authorization page of `{name}` is not served: the token endpoint accepts any code"
                ),
                _ => continue,
            };
            notes.push(Note::new(document, &flow.pointer, message));
        }
    }
    endpoints
}

fn add(endpoints: &mut Vec<TokenEndpoint>, url: &str, flow: &Node<'_>, grants: &[Grant]) {
    let path = url_path(url);
    let number = endpoints
        .iter()
        .position(|known| known.path == path)
        .unwrap_or_else(|| {
            endpoints.push(TokenEndpoint {
                path,
                scopes: Vec::new(),
                grants: Vec::new(),
            });
            endpoints.len() - 1
        });
    let endpoint = &mut endpoints[number];
    for (scope, _) in flow.members_of("scopes") {
        if !endpoint.scopes.iter().any(|known| known == scope) {
            endpoint.scopes.push(scope.to_owned());
        }
    }
    for grant in grants {
        if !endpoint.grants.contains(grant) {
            endpoint.grants.push(*grant);
        }
    }
}

/// The path of a URL that may be relative, without its query.
pub(crate) fn url_path(url: &str) -> String {
    let base = Url::parse("http://localhost/");
    let url = Url::parse(url).or_else(|_| base?.join(url));
    url.map_or_else(|_| "/".to_owned(), |url| url.path().to_owned())
}
