use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Server and identity with which the tasks of a journal were created. A task that exists at one
/// destination may not exist at another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Destination {
    /// `mock` for the mock server inside the program.
    pub(crate) base_url: String,
    /// Hash of the client id. `None` with an access token, which does not contain it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) client: Option<String>,
}

impl Destination {
    pub(crate) fn new(base_url: &str, client_id: Option<&str>) -> Self {
        let hash = |id: &str| {
            let digest = Sha256::digest(id.as_bytes());
            let digits = digest.iter().take(8);
            digits.map(|byte| format!("{byte:02x}")).collect()
        };
        Self {
            base_url: base_url.trim_end_matches('/').to_owned(),
            client: client_id.map(hash),
        }
    }

    /// The mock server inside the program, whose port is different in every run.
    pub(crate) fn mock() -> Self {
        Self::new("mock", None)
    }
}

impl fmt::Display for Destination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::mock() {
            return f.write_str("the mock server (--mock)");
        }
        match &self.client {
            Some(hash) => write!(f, "{} with the client id of hash {hash}", self.base_url),
            None => write!(f, "{} with an access token", self.base_url),
        }
    }
}
