use crate::{
    Error, Settings, constants, document, isolate::isolate, open_enum, pass, prepare, progenitor,
    quiet, schema,
};

/// Formatted Rust source of a client for the OpenAPI 3.0 document in `text`, YAML or JSON.
///
/// The same document gives the same source, in whatever order its keys are written.
///
/// # Errors
///
/// [`Error`] says in one line which part of the document could not be generated, and why. A panic of the generator is
/// such an error too; nothing of it is printed.
pub fn generate(text: &str, settings: &Settings) -> Result<String, Error> {
    let whole = |reason| Error::Part {
        pointer: "#".to_owned(),
        reason,
    };
    quiet::deep(|| on_this_thread(text, settings)).map_err(whole)?
}

fn on_this_thread(text: &str, settings: &Settings) -> Result<String, Error> {
    let source = document::read(text)?;
    if let Some(pointer) = schema::endless(&source) {
        return Err(Error::Part {
            pointer,
            reason: "the schema contains itself".to_owned(),
        });
    }
    let prepared = prepare::prepare(source.clone());
    let enums = open_enum::collect(&prepared.document);
    let generator = progenitor::Progenitor::new(&enums, settings)?;
    let run = |document: &_| quiet::catch(|| generator.run(document)).and_then(|result| result);
    let mut file = run(&prepared.document).map_err(|_| {
        let (pointer, reason) = isolate(&prepared.document, &|document| run(document).err());
        Error::Part {
            pointer: document::existing(&source, pointer),
            reason: prepare::plain(&reason),
        }
    })?;
    pass::mend(&mut file, &prepared, &enums, settings)?;
    file.items.push(constants::module(&source)?);
    Ok(prettyplease::unparse(&file))
}
