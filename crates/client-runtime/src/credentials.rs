use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use reqwest::header::{AUTHORIZATION, HeaderName, HeaderValue};
use secrecy::{ExposeSecret, SecretString};

use crate::{
    clock::Clock,
    facts::{Facts, Scheme, SchemeKind},
    token::{Endpoint, Lease, Pause, Token, TokenCache, TokenError},
};

/// The credentials of a client, for every operation of its document.
#[derive(Default)]
pub(crate) struct Credentials {
    pub(crate) tokens: Option<Tokens>,
    pub(crate) basic: Option<Basic>,
    /// By the name of their scheme.
    pub(crate) keys: Vec<(String, SecretString)>,
}

/// A user name and a password.
pub(crate) struct Basic {
    pub(crate) header: HeaderValue,
    /// Both, as they are before their encoding.
    pub(crate) pair: SecretString,
    pub(crate) password: SecretString,
}

/// Source of access tokens.
pub(crate) enum Tokens {
    /// One token for every operation.
    One(Arc<TokenCache>),
    /// One token per set of scopes.
    PerScopes(Box<Scopes>),
}

/// The tokens of an endpoint, by the scopes that they were requested for.
pub(crate) struct Scopes {
    endpoint: Endpoint,
    pause: Arc<Pause>,
    caches: Mutex<Vec<Scoped>>,
}

type Scoped = (&'static [&'static str], Arc<TokenCache>);

/// The credentials for one call.
#[derive(Default)]
pub(crate) struct Grant {
    tokens: Option<Arc<TokenCache>>,
    fixed: Authorization,
    /// The values that `fixed` encodes.
    secrets: Vec<SecretString>,
}

/// Everything that authorizes one request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Authorization {
    /// The access token.
    pub(crate) bearer: Option<HeaderValue>,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) query: Vec<(&'static str, SecretString)>,
}

impl Credentials {
    /// Returns the credentials of the first security requirement that can be satisfied; anonymous
    /// access only if none can.
    pub(crate) fn grant(&self, facts: &Facts) -> Result<Grant, String> {
        let mut alternatives = facts.security.iter().filter(|schemes| !schemes.is_empty());
        let satisfied = alternatives.find(|schemes| schemes.iter().all(|scheme| self.has(scheme)));
        let is_optional = facts.security.iter().any(|schemes| schemes.is_empty());
        let schemes = match satisfied {
            Some(schemes) => schemes,
            None if is_optional || facts.security.is_empty() => &[][..],
            None => return Err(missing(facts)),
        };
        let mut grant = Grant {
            tokens: None,
            fixed: Authorization::default(),
            secrets: Vec::new(),
        };
        for scheme in schemes {
            match scheme.kind {
                SchemeKind::Bearer => {
                    let tokens = self.tokens.as_ref();
                    grant.tokens = tokens.map(|tokens| tokens.cache(scheme.scopes));
                }
                SchemeKind::Basic => {
                    if let Some(basic) = &self.basic {
                        let header = (AUTHORIZATION, basic.header.clone());
                        grant.fixed.headers.push(header);
                        let secrets = [basic.pair.clone(), basic.password.clone()];
                        grant.secrets.extend(secrets);
                    }
                }
                SchemeKind::HeaderKey(name) => {
                    let key = self.key(scheme).map(|key| key.expose_secret());
                    let value = key.and_then(|key| HeaderValue::from_str(key).ok());
                    let mut value = value.ok_or("the API key cannot be sent in a header")?;
                    value.set_sensitive(true);
                    let name = HeaderName::from_bytes(name.as_bytes());
                    let name = name.map_err(|_| "the header of the API key is invalid")?;
                    grant.fixed.headers.push((name, value));
                }
                SchemeKind::QueryKey(name) => {
                    let key = self.key(scheme).cloned();
                    grant.fixed.query.extend(key.map(|key| (name, key)));
                }
                SchemeKind::Unsupported => {}
            }
        }
        Ok(grant)
    }

    /// Fetches an access token for an operation, without a request that uses it; `None` without a
    /// source of tokens.
    pub(crate) async fn fetch(&self, facts: &Facts) -> Result<Option<Token>, TokenError> {
        let schemes = facts.security.iter().flat_map(|schemes| schemes.iter());
        let mut bearers = schemes.filter(|scheme| matches!(scheme.kind, SchemeKind::Bearer));
        match self.tokens.as_ref().zip(bearers.next()) {
            Some((tokens, scheme)) => tokens.cache(scheme.scopes).fetch_token().await,
            None => Ok(None),
        }
    }

    /// Ends the pauses that the token endpoint requested.
    pub(crate) fn clear_pause(&self) {
        match &self.tokens {
            None => {}
            Some(Tokens::One(cache)) => cache.clear_pause(),
            Some(Tokens::PerScopes(scopes)) => scopes.pause.clear(),
        }
    }

    /// Whether there are any.
    pub(crate) fn is_empty(&self) -> bool {
        self.tokens.is_none() && self.basic.is_none() && self.keys.is_empty()
    }

    fn has(&self, scheme: &Scheme) -> bool {
        match scheme.kind {
            SchemeKind::Bearer => self.tokens.is_some(),
            SchemeKind::Basic => self.basic.is_some(),
            SchemeKind::HeaderKey(_) | SchemeKind::QueryKey(_) => self.key(scheme).is_some(),
            SchemeKind::Unsupported => false,
        }
    }

    fn key(&self, scheme: &Scheme) -> Option<&SecretString> {
        let key = self.keys.iter().find(|(name, _)| name == scheme.name);
        key.map(|(_, key)| key)
    }
}

fn missing(facts: &Facts) -> String {
    let alternative = |schemes: &&[Scheme]| {
        let names = schemes.iter().map(|scheme| format!("`{}`", scheme.name));
        names.collect::<Vec<_>>().join(" and ")
    };
    let alternatives: Vec<String> = facts.security.iter().map(alternative).collect();
    format!(
        "no credentials for the security scheme {}",
        alternatives.join(" or ")
    )
}

impl Tokens {
    fn cache(&self, scopes: &'static [&'static str]) -> Arc<TokenCache> {
        match self {
            Self::One(cache) => Arc::clone(cache),
            Self::PerScopes(per_scopes) => per_scopes.cache(scopes),
        }
    }
}

impl Scopes {
    pub(crate) fn new(endpoint: Endpoint) -> Self {
        Self {
            endpoint,
            pause: Arc::default(),
            caches: Mutex::default(),
        }
    }

    fn cache(&self, scopes: &'static [&'static str]) -> Arc<TokenCache> {
        let mut caches = self.caches.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, cache)) = caches.iter().find(|(known, _)| *known == scopes) {
            return Arc::clone(cache);
        }
        let source = Arc::new(self.endpoint.with_scope(scopes.join(" ")));
        let cache = TokenCache::new(source).sharing(Arc::clone(&self.pause));
        let cache = Arc::new(cache);
        caches.push((scopes, Arc::clone(&cache)));
        cache
    }
}

impl Grant {
    /// The token to send now; none if the operation needs none.
    pub(crate) async fn lease(
        &self,
        clock: &dyn Clock,
        left: impl Fn() -> Duration,
    ) -> Result<Option<Lease>, TokenError> {
        match &self.tokens {
            Some(tokens) => tokens.lease(clock, left).await.map(Some),
            None => Ok(None),
        }
    }

    /// Whether nothing is sent.
    pub(crate) fn is_empty(&self) -> bool {
        self.tokens.is_none() && self.fixed.headers.is_empty() && self.fixed.query.is_empty()
    }

    /// The cache that the token comes from; none if the operation needs no token.
    pub(crate) fn tokens(&self) -> Option<&TokenCache> {
        self.tokens.as_deref()
    }

    pub(crate) fn authorization(&self, lease: Option<&Lease>) -> Authorization {
        let mut authorization = self.fixed.clone();
        authorization.bearer = lease.map(|lease| lease.header.clone());
        authorization
    }

    /// Returns the secrets that are sent, to be redacted from messages.
    pub(crate) fn secrets(&self, lease: Option<&Lease>) -> Vec<String> {
        let headers = self.fixed.headers.iter();
        let headers = headers.filter_map(|(_, value)| value.to_str().ok());
        let keys = self.fixed.query.iter().map(|(_, key)| key.expose_secret());
        let encoded = self.secrets.iter().map(ExposeSecret::expose_secret);
        let tokens = lease.into_iter().map(Lease::text);
        let all = headers.chain(keys).chain(encoded).chain(tokens);
        all.map(|secret| secret.trim_start_matches("Basic ").to_owned())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{facts::Class, token::Token};

    const OAUTH: Scheme = Scheme::new("oauth", SchemeKind::Bearer, &["a"]);
    const KEY: Scheme = Scheme::new("key", SchemeKind::HeaderKey("x-key"), &[]);
    const OTHER: Scheme = Scheme::new("mutual", SchemeKind::Unsupported, &[]);

    fn names(credentials: &Credentials, security: &'static [&'static [Scheme]]) -> Vec<String> {
        let facts = Facts::new("a", "GET", "/", Class::Safe).security(security);
        match credentials.grant(&facts) {
            Ok(grant) => {
                let token = grant.tokens.iter().map(|_| "token".to_owned());
                let fixed = grant.fixed.headers.iter().map(|(name, _)| name.to_string());
                token.chain(fixed).collect()
            }
            Err(reason) => vec![reason],
        }
    }

    #[test]
    fn uses_the_first_requirement_that_can_be_satisfied() {
        let key = || vec![("key".to_owned(), SecretString::from("k".to_owned()))];
        let cache = Arc::new(TokenCache::constant(&Token::new("t")).unwrap());
        let both = Credentials {
            tokens: Some(Tokens::One(cache)),
            keys: key(),
            ..Credentials::default()
        };
        let keyed = Credentials {
            keys: key(),
            ..Credentials::default()
        };
        let none = Credentials::default();
        let either: &[&[Scheme]] = &[&[OAUTH], &[KEY]];
        assert_eq!(names(&both, either), ["token"]);
        assert_eq!(names(&keyed, either), ["x-key"]);
        assert_eq!(
            names(&none, either),
            ["no credentials for the security scheme `oauth` or `key`"]
        );
        assert_eq!(names(&both, &[&[OAUTH, KEY]]), ["token", "x-key"]);
        assert_eq!(names(&both, &[]), [""; 0], "none is required");
        assert_eq!(names(&keyed, &[&[], &[KEY]]), ["x-key"], "optional");
        assert_eq!(names(&none, &[&[], &[KEY]]), [""; 0]);
        assert_eq!(
            names(&both, &[&[OTHER]]),
            ["no credentials for the security scheme `mutual`"]
        );
    }

    #[test]
    fn scopes_do_not_share_tokens() {
        let tokens = Tokens::PerScopes(Box::new(Scopes::new(Endpoint::for_tests())));
        let (read, write) = (tokens.cache(&["read"]), tokens.cache(&["write"]));
        assert!(!Arc::ptr_eq(&read, &write));
        assert!(Arc::ptr_eq(&read, &tokens.cache(&["read"])));
    }
}
