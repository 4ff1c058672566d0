use std::sync::{Mutex, PoisonError};

use crate::{base_url::BaseUrl, transport::Transport};

/// The HTTP client of all clones, which can be replaced to discard its connections.
pub(crate) struct Pool {
    http: Mutex<reqwest::Client>,
    transport: Transport,
    base: BaseUrl,
}

impl Pool {
    pub(crate) fn new(http: reqwest::Client, transport: Transport, base: BaseUrl) -> Self {
        Self {
            http: Mutex::new(http),
            transport,
            base,
        }
    }

    /// The current HTTP client.
    pub(crate) fn http(&self) -> reqwest::Client {
        let http = self.http.lock();
        http.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Lets later requests use new connections.
    pub(crate) fn discard_connections(&self) {
        if let Ok(fresh) = self.transport.client(&self.base) {
            *self.http.lock().unwrap_or_else(PoisonError::into_inner) = fresh;
        }
    }
}
