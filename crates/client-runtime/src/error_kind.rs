use serde::Serialize;

/// Kind of failure of a call. Its effect on the service is [`Error::effect`](crate::Error::effect)
/// alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorKind {
    /// The call itself is invalid: an argument, an incomplete builder, a body or a header that
    /// cannot be sent.
    Invalid,
    /// The callback of [`before_send`](crate::Call::before_send) rejected the request.
    BeforeSend,
    /// There was no access token.
    Token,
    /// No connection was established.
    Connect,
    /// A 429 paused this client for longer than the time budget.
    Paused,
    /// The time budget was used up before anything could be sent.
    Deadline,
    /// The request may have been sent, and there was no response.
    NoResponse,
    /// The service, or a gateway in front of it, returned a status that is not a documented
    /// success.
    Status,
    /// The response is a success that evidently belongs to another request.
    Mismatch,
    /// The service returned a success that could not be read.
    Unreadable,
    /// A blocking client was used inside an async runtime, or an async one outside.
    Runtime,
}
