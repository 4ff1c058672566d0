/// What came of one attempt: all that the decision about the next one depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Something in the call itself was wrong, and nothing was sent.
    Refused,
    /// There was no token to send.
    NoToken {
        /// Whether the token endpoint's trouble may pass.
        transient: bool,
    },
    /// No connection: DNS, refused, timeout while connecting, TLS handshake.
    NotConnected,
    /// The request may have been sent, and no response came: timeout, reset, closed.
    Interrupted,
    /// A status, and for 201 a body that was understood. For other statuses the body does not matter.
    Answered {
        /// The status code.
        status: u16,
        /// Whether `Retry-After` was there and could be read.
        told_when: bool,
        /// Whether a new token can be had in place of the one that was sent.
        renewable: bool,
    },
    /// The status 201, and a body that could not be read or understood.
    Garbled,
}
