use reqwest::Method;
use tracing::{Span, field::Empty, info_span};

use crate::{base_url::BaseUrl, effect::Effect, facts::Facts, report::End};

/// The span of one call.
pub(crate) fn call(facts: &Facts) -> Span {
    info_span!(
        "call",
        otel.name = facts.id,
        operation = facts.id,
        attempts = Empty,
        effect = Empty
    )
}

pub(crate) fn called(span: &Span, attempts: usize, effect: Effect) {
    span.record("attempts", attempts);
    span.record("effect", tracing::field::display(effect));
}

/// The span of one attempt, with OpenTelemetry's names for an HTTP client. It contains no header
/// and no body.
pub(crate) fn attempt(facts: &Facts, base: &BaseUrl, resends: usize) -> Span {
    let url = base.url();
    let method = Method::from_bytes(facts.method.as_bytes()).unwrap_or_default();
    info_span!(
        "attempt",
        otel.name = facts.method,
        otel.kind = "client",
        http.request.method = %method,
        http.request.resend_count = (resends > 0).then_some(resends),
        server.address = url.host_str(),
        server.port = url.port_or_known_default(),
        url.full = Empty,
        url.template = facts.path,
        http.response.status_code = Empty,
        error.r#type = Empty,
        effect = Empty,
    )
}

pub(crate) fn attempted(span: &Span, end: &End, effect: Effect) {
    span.record("effect", tracing::field::display(effect));
    let kind = match end {
        End::Foreign(raw) => {
            span.record("http.response.status_code", raw.status.as_u16());
            "mismatch"
        }
        End::Response(raw) => {
            let status = raw.status;
            span.record("http.response.status_code", status.as_u16());
            if status.is_client_error() || status.is_server_error() {
                span.record("error.type", status.as_str());
            }
            return;
        }
        End::NoToken(_) => "token",
        End::NotConnected(_) => "connect",
        End::Failed(error) if error.is_timeout() => "timeout",
        End::Failed(_) => "interrupted",
        End::Invalid(_) | End::Rejected(_) | End::Paused | End::TimedOut => "not_sent",
    };
    span.record("error.type", kind);
}
