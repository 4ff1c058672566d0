use std::error::Error;

/// The causes of an error, the nearest first.
pub(crate) fn causes(error: &dyn Error) -> impl Iterator<Item = &dyn Error> {
    let mut next = error.source();
    std::iter::from_fn(move || {
        let cause = next?;
        next = cause.source();
        Some(cause)
    })
}
