use client_runtime::Lifecycle;

use crate::create::FACTS;

/// A version of the API, and with it the endpoint that creates tasks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApiVersion {
    /// `POST /prototype/platform/tasks`.
    #[default]
    V2022_01_01,
}

impl ApiVersion {
    /// The documented lifecycle of the endpoint.
    pub fn lifecycle(self) -> Lifecycle {
        Lifecycle::documented(&FACTS)
    }
}
