use std::sync::Arc;

use oas::Document;

use crate::api::{Api, Options};
use crate::body_reader::BodyReader;
use crate::fault::{Faults, Limiter};
use crate::ledger::{Received, Records};
use crate::page::Pages;
use crate::shared::Shared;
use crate::stub::Stubs;
use crate::token::TokenStore;

/// State that all connections share.
pub(crate) struct State {
    pub(crate) served: Shared<Arc<Served>>,
    pub(crate) options: Options,
    pub(crate) bodies: BodyReader,
    /// Maximum number of open connections.
    pub(crate) connections: usize,
    /// Maximum number of bytes that are kept of a body.
    pub(crate) kept: usize,
    pub(crate) observer: Option<Observer>,
    pub(crate) records: Shared<Records>,
    pub(crate) limiter: Shared<Option<Limiter>>,
    pub(crate) faults: Shared<Faults>,
    pub(crate) token_faults: Shared<Faults>,
    pub(crate) tokens: Shared<TokenStore>,
    pub(crate) stubs: Shared<Stubs>,
}

pub(crate) type Observer = Box<dyn Fn(&Received) + Send + Sync>;

/// The served document, with its built-in pages.
pub(crate) struct Served {
    pub(crate) api: Api,
    pub(crate) pages: Pages,
}

impl Served {
    pub(crate) fn new(document: Arc<Document>, options: &Options) -> Self {
        let api = Api::new(document, options);
        let pages = Pages::of(&api);
        Self { api, pages }
    }
}

impl State {
    /// The document that is currently served.
    pub(crate) fn served(&self) -> Arc<Served> {
        Arc::clone(&self.served.lock())
    }
}
