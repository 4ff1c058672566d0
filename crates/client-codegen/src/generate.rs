use crate::{Error, Settings, constants, document, open_enum, pass, prepare, progenitor};

/// Formatted Rust source of a client for the OpenAPI 3.0 document in `text`, YAML or JSON.
///
/// The same document gives the same source, in whatever order its keys are written.
///
/// # Errors
///
/// [`Error`] says in one line which part of the document could not be generated, and why.
pub fn generate(text: &str, settings: &Settings) -> Result<String, Error> {
    let prepared = prepare::prepare(document::read(text)?);
    let enums = open_enum::collect(&prepared.document);
    let mut file = progenitor::run(&prepared.document, &enums, settings)?;
    pass::mend(&mut file, &prepared, &enums, settings)?;
    file.items.push(constants::module(&prepared.document)?);
    Ok(prettyplease::unparse(&file))
}
