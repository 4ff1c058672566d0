/// Where a call failed. What that did to the service is [`Error::effect`](crate::Error::effect).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The call itself is wrong: a blank title, an incomplete builder, a body or a header that cannot be sent.
    Invalid,
    /// There was no access token.
    Token,
    /// No connection came about.
    Connect,
    /// The service, by a 429, paused this client for longer than the call may last.
    Paused,
    /// The time budget ended before anything could be sent.
    Timeout,
    /// The request was on its way, and no response came.
    Interrupted,
    /// The service, or something before it, answered with another status than 201.
    Status,
    /// The task was created, and the answer that says so could not be read.
    Unreadable,
    /// A blocking client was used inside an async runtime, or an async one outside.
    Runtime,
}
