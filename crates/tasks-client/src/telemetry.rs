use reqwest::Request;
use tracing::{Span, field::Empty, info_span};

use crate::{Effect, core::Core, report::End};

/// The span of one call.
pub(crate) fn call() -> Span {
    info_span!("create_task", tasks.attempts = Empty, tasks.effect = Empty)
}

pub(crate) fn called(span: &Span, attempts: usize, effect: Effect) {
    span.record("tasks.attempts", attempts);
    span.record("tasks.effect", tracing::field::display(effect));
}

/// The span of one attempt, by the names that OpenTelemetry gives an HTTP client's. No header and no body is in it.
pub(crate) fn attempt(core: &Core, request: &Request, resends: usize) -> Span {
    let url = core.base.url();
    info_span!(
        "POST",
        otel.kind = "client",
        http.request.method = %request.method(),
        http.request.resend_count = (resends > 0).then_some(resends),
        server.address = url.host_str(),
        server.port = url.port_or_known_default(),
        url.full = %request.url(),
        http.response.status_code = Empty,
        error.r#type = Empty,
        tasks.effect = Empty,
    )
}

pub(crate) fn attempted(span: &Span, end: &End, effect: Effect) {
    span.record("tasks.effect", tracing::field::display(effect));
    let kind = match end {
        End::Answered(answer) => {
            let status = answer.status;
            span.record("http.response.status_code", status.as_u16());
            if !status.is_client_error() && !status.is_server_error() {
                return;
            }
            span.record("error.type", status.as_str());
            return;
        }
        End::NoToken(_) => "token",
        End::NotConnected(_) => "connect",
        End::Failed(error) if error.is_timeout() => "timeout",
        End::Failed(_) => "interrupted",
        End::Refused(_) | End::Paused | End::TimedOut => "not_sent",
    };
    span.record("error.type", kind);
}
