/// Result of one attempt: everything that the decision about the next one depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The call itself is invalid, and nothing was sent.
    NotSent,
    /// There was no token to send.
    NoToken {
        /// Whether the failure of the token endpoint is transient.
        transient: bool,
    },
    /// No connection: DNS, connection refused, timeout while connecting, TLS handshake.
    NotConnected,
    /// The request may have been sent, and there was no response: timeout, reset, closed.
    NoResponse,
    /// A status that is not a success.
    Status {
        /// The status code.
        status: u16,
        /// Whether there was a readable `Retry-After`.
        has_retry_after: bool,
        /// Whether a new token can replace the one that was sent.
        renewable: bool,
    },
    /// A success with a body of a media type that the document does not describe: a proxy page.
    Page,
    /// A success whose body is incomplete.
    Truncated {
        /// The status code.
        status: u16,
    },
    /// A success whose body cannot be decoded.
    Undecodable {
        /// The status code.
        status: u16,
    },
    /// A success that belongs to another request.
    Foreign,
    /// A success.
    Success,
}
