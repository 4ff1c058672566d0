use std::{fmt, sync::Arc};

use crate::{
    Clock,
    base_url::BaseUrl,
    lifecycle::Notices,
    options::Options,
    retry::{Bucket, Gate},
    token::TokenCache,
};

/// What all clones of a client share.
pub(crate) struct Core {
    pub(crate) http: reqwest::Client,
    pub(crate) base: BaseUrl,
    pub(crate) tokens: TokenCache,
    pub(crate) options: Options,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) gate: Gate,
    pub(crate) bucket: Bucket,
    pub(crate) notices: Notices,
}

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Core")
            .field("base_url", &self.base.as_str())
            .finish_non_exhaustive()
    }
}
