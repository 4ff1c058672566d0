use oas::Json;

/// The parts of a request that a response depends on.
#[derive(Default)]
pub(crate) struct Input<'r> {
    pub(crate) body: Option<Json<'r>>,
    pub(crate) patch: Patch,
    /// The parameters of its path.
    pub(crate) path: oas::Members<'r>,
}

/// Format of a body that describes a change.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) enum Patch {
    /// Its members are those of the resource.
    #[default]
    Members,
    /// The same, and `null` removes a member (RFC 7396).
    Merge,
    /// It is a list of operations (RFC 6902).
    Operations,
}
