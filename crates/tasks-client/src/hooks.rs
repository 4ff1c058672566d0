use progenitor_client::{ClientHooks, OperationInfo};

use crate::generated::Client;

/// What one call carries through the generated client.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CallContext {}

impl ClientHooks<CallContext> for Client {
    async fn exec(
        &self,
        request: reqwest::Request,
        _: &OperationInfo,
    ) -> reqwest::Result<reqwest::Response> {
        self.client.execute(request).await
    }
}
