//! Cross-origin requests (Fetch standard, section 3.3): any web page may call the operations.

use std::convert::Infallible;
use std::future::ready;
use std::time::Duration;

use http::header::{
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_REQUEST_HEADERS, ACCESS_CONTROL_REQUEST_METHOD,
    AUTHORIZATION, COOKIE, ORIGIN,
};
use http::request::Parts;
use http::{HeaderName, HeaderValue, Method, Request, Response};
use tower::{Layer, ServiceExt, service_fn};
use tower_http::cors::{AllowHeaders, AllowMethods, AllowOrigin, CorsLayer};

use super::outgoing::Outgoing;

/// The parts of a cross-origin request that the protocol depends on.
pub(crate) struct CrossOrigin {
    request: Request<()>,
    has_credentials: bool,
}

/// Time for which browsers may cache a preflight response.
const MAX_AGE: Duration = Duration::from_secs(600);

impl CrossOrigin {
    /// `None` if the request is not one of a web page. `has_credentials`: whether the document
    /// describes credentials or cookies.
    pub(crate) fn of(head: &Parts, has_credentials: bool) -> Option<Self> {
        let mut request = Request::new(());
        for name in [
            ORIGIN,
            ACCESS_CONTROL_REQUEST_METHOD,
            ACCESS_CONTROL_REQUEST_HEADERS,
        ] {
            if let Some(value) = head.headers.get(&name) {
                request.headers_mut().insert(name, value.clone());
            }
        }
        let is_preflight = head.method == Method::OPTIONS
            && head.headers.contains_key(ACCESS_CONTROL_REQUEST_METHOD);
        // The layer treats every OPTIONS as a preflight request, but the document may describe
        // OPTIONS.
        if is_preflight {
            *request.method_mut() = Method::OPTIONS;
        }
        let sends_credentials = [COOKIE, AUTHORIZATION]
            .iter()
            .any(|name| head.headers.contains_key(name));
        request.headers().contains_key(ORIGIN).then_some(Self {
            request,
            has_credentials: has_credentials || sends_credentials,
        })
    }

    pub(crate) fn is_preflight(&self) -> bool {
        self.request.method() == Method::OPTIONS
    }

    /// Allows the web page to read the response with its headers. With credentials, no value may be
    /// `*`.
    pub(crate) async fn allowed(self, response: Response<Outgoing>) -> Response<Outgoing> {
        let names: Vec<_> = response.headers().keys().map(HeaderName::as_str).collect();
        let exposed = HeaderValue::from_str(&names.join(", "));
        let cors = CorsLayer::new()
            .allow_methods(AllowMethods::mirror_request())
            .allow_headers(AllowHeaders::mirror_request())
            .allow_credentials(self.has_credentials)
            .max_age(MAX_AGE);
        let cors = match self.has_credentials {
            true => cors.allow_origin(AllowOrigin::mirror_request()),
            false => cors.allow_origin(AllowOrigin::any()),
        };
        let mut response = Some(response);
        let service = service_fn(|_: Request<()>| {
            let response = response.take().unwrap_or_default();
            ready(Ok::<_, Infallible>(response))
        });
        let Ok(mut allowed) = cors.layer(service).oneshot(self.request).await;
        if let Ok(exposed) = exposed {
            let headers = allowed.headers_mut();
            headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
        }
        allowed
    }
}
