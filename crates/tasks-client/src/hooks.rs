use std::sync::Arc;

use progenitor_client::{ClientHooks, Error, OperationInfo};
use reqwest::{
    Request, Response, StatusCode,
    header::{ACCEPT_ENCODING, AUTHORIZATION, HeaderValue},
};

use crate::{
    answer::without_bom,
    call::Call,
    core::Core,
    drive::drive,
    generated::Client,
    report::{End, Report},
};

/// What the [generated client](crate::generated::Client) carries.
///
/// [`Client::generated`](crate::Client::generated) gives one that adds the access token to each request. The default adds
/// nothing, for those who bring their own `reqwest::Client` with its headers.
#[derive(Clone, Debug, Default)]
pub struct CallContext(Inner);

#[derive(Clone, Debug, Default)]
enum Inner {
    #[default]
    Bare,
    Direct(Arc<Core>),
    Call(Arc<Call>),
}

/// The service reads no more of a body.
const MOST_OF_A_REQUEST: usize = 10_485_760;

impl CallContext {
    pub(crate) fn direct(core: Arc<Core>) -> Self {
        Self(Inner::Direct(core))
    }

    pub(crate) fn call(call: Arc<Call>) -> Self {
        Self(Inner::Call(call))
    }
}

impl ClientHooks<CallContext> for Client {
    async fn pre<E>(&self, request: &mut Request, _: &OperationInfo) -> Result<(), Error<E>> {
        // The generator sends `info.version` under this name; the service documents no such header.
        request.headers_mut().remove("api-version");
        match &self.inner.0 {
            Inner::Bare => {}
            Inner::Direct(core) => {
                let lease = core.tokens.lease(&*core.clock, || core.options.time_budget);
                let lease = lease
                    .await
                    .map_err(|error| Error::Custom(error.to_string()))?;
                request.headers_mut().insert(AUTHORIZATION, lease.header);
                *request.timeout_mut() = Some(core.options.attempt_timeout);
            }
            Inner::Call(call) => {
                // A compressed body could not be decoded.
                let identity = HeaderValue::from_static("identity");
                request.headers_mut().insert(ACCEPT_ENCODING, identity);
                for (name, value) in &call.options.headers {
                    request.headers_mut().insert(name.clone(), value.clone());
                }
            }
        }
        Ok(())
    }

    async fn exec(&self, request: Request, _: &OperationInfo) -> reqwest::Result<Response> {
        let Inner::Call(call) = &self.inner.0 else {
            return self.client.execute(request).await;
        };
        let length = request
            .body()
            .and_then(|body| body.as_bytes())
            .map(<[u8]>::len);
        let report = match length {
            Some(length) if length > MOST_OF_A_REQUEST => Report::refused(format!(
                "its body of {length} bytes is longer than the {MOST_OF_A_REQUEST} that the service reads"
            )),
            _ => drive(&call.core, &call.options, &request).await,
        };
        let response = response(&report);
        call.end(report);
        Ok(response)
    }
}

/// What the generated client is to decode. Whatever is not a whole 201 is already in the report, and only has to be
/// something that is not a success.
fn response(report: &Report) -> Response {
    let mut response = http::Response::new(bytes::Bytes::new());
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    if let End::Answered(answer) = &report.end
        && answer.status == StatusCode::CREATED
        && answer.broken.is_none()
    {
        *response.status_mut() = answer.status;
        *response.body_mut() = answer.body.slice_ref(without_bom(&answer.body));
    }
    response.into()
}
