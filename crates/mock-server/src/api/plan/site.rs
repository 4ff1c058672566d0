use http::StatusCode;

/// The response of an operation that a plan is for.
pub(crate) struct Site<'d> {
    pub(crate) operation: &'d oas::Operation<'d>,
    pub(crate) status: StatusCode,
    /// The parameter of the path of one item, if this is the path of the list: `petId` of
    /// `/pets/{petId}` for `/pets`.
    pub(crate) item: Option<&'d str>,
}

/// The parameter that is the last segment of a path.
pub(crate) fn last_parameter(path: &str) -> Option<&str> {
    let (_, segment) = path.rsplit_once('/')?;
    let name = segment.strip_prefix('{')?.strip_suffix('}')?;
    (!name.contains(['{', '}'])).then_some(name)
}

/// Whether a name is that of an identifier, by convention.
pub(super) fn is_id(name: &str) -> bool {
    name == "id" || ["Id", "_id", "-id"].iter().any(|end| name.ends_with(end))
}
