use std::env::{self, VarError};

use crate::{
    build_error::BuildError,
    token::{ClientCredentials, Token},
};

/// The environment variables of a client, which share a prefix such as `TASKS`.
///
/// | Variable | Meaning |
/// |---|---|
/// | `<PREFIX>_TOKEN` | an access token |
/// | `<PREFIX>_CLIENT_ID`, `<PREFIX>_CLIENT_SECRET` | client credentials; not beside a token |
/// | `<PREFIX>_BASE_URL` | another server |
///
/// An empty variable counts as not set.
pub struct Environment<'r> {
    prefix: &'static str,
    read: Read<'r>,
}

/// Returns the value of a variable.
type Read<'r> = Box<dyn Fn(&str) -> Result<String, VarError> + 'r>;

/// Identity in the environment.
pub(crate) enum Identity {
    Token(Token),
    Credentials(ClientCredentials),
}

impl Environment<'static> {
    /// The environment of this process.
    pub fn new(prefix: &'static str) -> Self {
        Self::of(prefix, |name| env::var(name))
    }
}

impl<'r> Environment<'r> {
    /// An environment that is read by a function, for tests.
    pub fn of(prefix: &'static str, read: impl Fn(&str) -> Result<String, VarError> + 'r) -> Self {
        Self {
            prefix,
            read: Box::new(read),
        }
    }

    /// The value of a variable, by its name without the prefix; none if it is not set or empty.
    ///
    /// # Errors
    /// The value is not Unicode.
    pub fn get(&self, name: &str) -> Result<Option<String>, BuildError> {
        let name = self.name(name);
        match (self.read)(&name) {
            Ok(value) => Ok(Some(value).filter(|value| !value.is_empty())),
            Err(VarError::NotPresent) => Ok(None),
            Err(VarError::NotUnicode(_)) => Err(BuildError::Environment {
                name,
                reason: "it is not Unicode".to_owned(),
            }),
        }
    }

    /// The token or the client credentials; none if neither is set.
    pub(crate) fn identity(&self) -> Result<Option<Identity>, BuildError> {
        let credentials = (self.get("CLIENT_ID")?, self.get("CLIENT_SECRET")?);
        match (self.get("TOKEN")?, credentials) {
            (Some(_), (Some(_), _) | (_, Some(_))) => Err(self.unusable(
                "TOKEN",
                format!(
                    "{} or {} is set as well: unset one or the other",
                    self.name("CLIENT_ID"),
                    self.name("CLIENT_SECRET")
                ),
            )),
            (Some(token), _) => Ok(Some(Identity::Token(Token::new(token)))),
            (None, (Some(id), Some(secret))) => {
                let credentials = ClientCredentials::new(id, secret);
                Ok(Some(Identity::Credentials(credentials)))
            }
            (None, (Some(_), None)) => Err(self.incomplete("CLIENT_SECRET", "CLIENT_ID")),
            (None, (None, Some(_))) => Err(self.incomplete("CLIENT_ID", "CLIENT_SECRET")),
            (None, (None, None)) => Ok(None),
        }
    }

    fn incomplete(&self, missing: &str, set: &str) -> BuildError {
        let reason = format!("it is not set, and {} is", self.name(set));
        self.unusable(missing, reason)
    }

    fn unusable(&self, name: &str, reason: String) -> BuildError {
        BuildError::Environment {
            name: self.name(name),
            reason,
        }
    }

    fn name(&self, name: &str) -> String {
        format!("{}_{name}", self.prefix)
    }
}

impl std::fmt::Debug for Environment<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Environment")
            .field("prefix", &self.prefix)
            .finish_non_exhaustive()
    }
}
