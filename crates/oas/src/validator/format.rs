use super::options::Options;
use crate::vocabulary::FORMATS;

/// Adds formats that the draft does not define: those of OpenAPI 3.0, and those of later drafts
/// that documents use.
pub(super) fn with_formats(options: Options<'_>) -> Options<'_> {
    let options = options
        .should_validate_formats(true)
        .should_ignore_unknown_formats(true);
    let checked = FORMATS
        .iter()
        .filter_map(|format| Some((format.name, format.check?)));
    checked.fold(options, |options, (name, check)| {
        options.with_format(name, check)
    })
}
