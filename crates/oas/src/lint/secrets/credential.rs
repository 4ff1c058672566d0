use super::shape::{is_placeholder, is_random};

/// Names of credentials, in small letters and without what separates words.
const NAMES: &[&str] = &[
    "accesskey",
    "accesstoken",
    "apikey",
    "apisecret",
    "apitoken",
    "authtoken",
    "bearertoken",
    "clientsecret",
    "passphrase",
    "passwd",
    "password",
    "privatekey",
    "refreshtoken",
    "secret",
    "secretaccesskey",
    "secretkey",
    "sessiontoken",
    "signingsecret",
    "token",
    "webhooksecret",
];

/// Other query parameters with credentials.
const QUERY_NAMES: &[&str] = &[
    "sig",
    "signature",
    "xamzsecuritytoken",
    "xamzsignature",
    "xgoogsignature",
];

/// Prefixes of the keys of some services, with the minimum number of characters that follow.
const KEYS: &[(&str, usize, &str)] = &[
    ("AKIA", 16, "an access key of AWS"),
    ("ASIA", 16, "an access key of AWS"),
    ("AIza", 35, "an API key of Google"),
    ("ghp_", 36, "a token of GitHub"),
    ("gho_", 36, "a token of GitHub"),
    ("ghs_", 36, "a token of GitHub"),
    ("github_pat_", 36, "a token of GitHub"),
    ("glpat-", 20, "a token of GitLab"),
    ("sk_live_", 16, "a live key of Stripe"),
    ("rk_live_", 16, "a live key of Stripe"),
    ("xoxb-", 20, "a token of Slack"),
    ("xoxp-", 20, "a token of Slack"),
];

/// Minimum length of a secret.
const SHORTEST: usize = 12;

/// Whether a name, in whatever spelling, is that of a credential.
pub(crate) fn is_name(name: &str) -> bool {
    let name = normal(name);
    NAMES.contains(&name.strip_prefix('x').unwrap_or(&name))
}

/// Returns the kind of secret a value resembles. `name` is that of its property or parameter.
pub(crate) fn find(name: &str, value: &str) -> Option<&'static str> {
    if value.len() < SHORTEST {
        return None;
    }
    let named = || (is_name(name) && is_random(value, SHORTEST)).then_some("a real credential");
    (jwt(value).or_else(|| private_key(value)))
        .or_else(|| service_key(value))
        .or_else(|| bearer(value))
        .or_else(|| in_query(value))
        .or_else(named)
}

fn normal(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

/// Three parts in base64url, of which the first two begin as JSON objects do.
fn jwt(text: &str) -> Option<&'static str> {
    let words = text.split(|c: char| !(is_token(c) || c == '.'));
    let is_jwt = |word: &str| {
        let parts = word.split('.').collect::<Vec<_>>();
        let [header, payload, signature] = parts[..] else {
            return false;
        };
        [header, payload]
            .iter()
            .all(|part| part.starts_with("eyJ") && part.len() >= 10)
            && signature.len() >= 16
    };
    words.into_iter().any(is_jwt).then_some("a JSON Web Token")
}

/// A private key in PEM, with a first line of base64.
fn private_key(text: &str) -> Option<&'static str> {
    let (_, after) = text.split_once("-----BEGIN ")?;
    let (_, body) = after.split_once("PRIVATE KEY-----")?;
    let body = body.trim_start().chars();
    let is_key = body
        .take_while(|c| c.is_ascii_alphanumeric() || "+/=".contains(*c))
        .count()
        >= 32;
    is_key.then_some("a private key")
}

fn service_key(text: &str) -> Option<&'static str> {
    let mut words = text.split(|c: char| !is_token(c));
    words.find_map(|word| {
        let (_, _, what) = KEYS.iter().find(|(prefix, least, _)| {
            word.strip_prefix(prefix)
                .is_some_and(|rest| rest.len() >= *least)
        })?;
        (!is_placeholder(word)).then_some(*what)
    })
}

fn bearer(text: &str) -> Option<&'static str> {
    let scheme = text.get(.."bearer ".len())?;
    let token = text["bearer ".len()..].trim();
    (scheme.eq_ignore_ascii_case("bearer ") && is_random(token, 16)).then_some("a bearer token")
}

/// A value in the query or the fragment of a URL whose name is that of a credential.
fn in_query(text: &str) -> Option<&'static str> {
    let (_, query) = text.split_once(['?', '#'])?;
    let pairs = query
        .split(['&', ';', '#', '?'])
        .filter_map(|pair| pair.split_once('='));
    let mut secret =
        pairs.filter(|(name, _)| is_name(name) || QUERY_NAMES.contains(&&*normal(name)));
    secret
        .any(|(_, value)| is_random(value, SHORTEST))
        .then_some("a URL with a token in it")
}

/// The characters of tokens and keys.
fn is_token(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}
