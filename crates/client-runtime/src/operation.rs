use crate::{
    exchange::Exchange, facts::Facts, lifecycle::Notices, response::Response, unknowns::Unknowns,
};

/// One operation with its arguments: its facts, one attempt, and its decoded output.
///
/// Generated code implements it for each operation of a document. [`Call`](crate::Call) adds the
/// attempts.
#[diagnostic::on_unimplemented(message = "`{Self}` is not an operation of a generated client")]
pub trait Operation: Send + Sync + 'static {
    /// The decoded body of a success.
    type Output: Send + 'static;
    /// The result of a successful call.
    type Response: Send + 'static;
    /// The generated client that makes one attempt.
    type Wire: Wire;

    /// The facts of the operation. They may depend on the arguments, not on anything else.
    fn facts(&self) -> &'static Facts;

    /// Sends one request.
    fn attempt(&self, wire: &Self::Wire) -> impl Future<Output = Sent<Self::Output>> + Send;

    /// Converts a response into the result of the call. `notices` limits reports to one per client.
    fn response(&self, response: Response<Self::Output>, notices: &Notices) -> Self::Response;

    /// Checks the arguments before anything is sent.
    ///
    /// # Errors
    /// The reason, as a sentence without a period.
    fn validate(&self) -> Result<(), String> {
        Ok(())
    }

    /// Whether the body of a success evidently belongs to another request. A connection that has
    /// lost its order returns the response to the one before. `output` is the decoded body, if
    /// it can be decoded.
    fn is_foreign(&self, _body: &[u8], _output: Option<&Self::Output>) -> bool {
        false
    }

    /// The location and the reason why a body cannot be decoded; none if it can, or if nothing more
    /// is known.
    fn explain(&self, _body: &[u8]) -> Option<String> {
        None
    }

    /// Collects the fields and enum values of an output that the document does not describe.
    fn unknowns(_output: &Self::Output, _unknowns: &mut Unknowns) {}

    /// The change with which a caller selects the successor, as code; by default the name of its
    /// method.
    fn migration(&self) -> Option<&'static str> {
        None
    }
}

/// The generated client that makes one attempt.
pub trait Wire: Send + Sync + Sized {
    /// A client for one attempt.
    fn new(base: &str, http: &reqwest::Client, exchange: Exchange) -> Self;

    /// Its exchange, with the result of the attempt.
    fn exchange(&mut self) -> &mut Exchange;
}

/// Result of one attempt, as the generated client reports it.
#[derive(Debug)]
pub enum Sent<T> {
    /// A success, decoded.
    Decoded(T),
    /// The request could not be built; nothing was sent.
    Invalid(String),
    /// There was no response.
    Failed(reqwest::Error),
    /// There was a response that is not a success or cannot be decoded.
    Other,
}
