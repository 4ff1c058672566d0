use crate::{
    Error, Note, Settings, constants, degrade, document, error, open_enum, operation_ids, pass,
    prepare, progenitor, quiet, schema,
};

/// The source of a client, and what distinguishes it from the document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Generated {
    /// Formatted Rust.
    pub source: String,
    /// Every part of the document that was lowered, lost values or was left out, by pointer.
    pub notes: Vec<Note>,
}

/// Generates a client for the OpenAPI 3.0 document in `text`, YAML or JSON.
///
/// The same document gives the same source, in whatever order its keys are written.
///
/// # Errors
///
/// [`Error`] names in one line the parts of the document that could not be generated, and the reasons. A panic of the
/// generator is such an error too; nothing of it is printed.
pub fn generate(text: &str, settings: &Settings) -> Result<Generated, Error> {
    quiet::deep(|| on_this_thread(text, settings)).map_err(|reason| Error::part("#", reason))?
}

fn on_this_thread(text: &str, settings: &Settings) -> Result<Generated, Error> {
    let source = document::read(text)?;
    if let Some(pointer) = schema::endless(&source) {
        return Err(Error::part(pointer, "the schema contains itself"));
    }
    operation_ids::check(&source, settings)?;
    let mut notes = Vec::new();
    let mut lowered = source.clone();
    prepare::prepare(&mut lowered);
    let enums = open_enum::collect(&lowered);
    let generator = progenitor::Progenitor::new(&enums, settings)?;
    let run = |document: &_| quiet::catch(|| generator.run(document)).and_then(|result| result);
    let mut file = match run(&lowered) {
        Ok(file) => file,
        Err(_) => {
            degrade::degrade(&mut lowered, &|document| run(document).err(), &mut notes)?;
            run(&lowered).map_err(|reason| Error::part("#", error::reason(&reason)))?
        }
    };
    pass::rewrite(&mut file, &lowered, &enums, settings, &mut notes)?;
    file.items.push(constants::module(&source, &lowered)?);
    for note in &mut notes {
        note.pointer = document::existing(&source, std::mem::take(&mut note.pointer));
    }
    notes.sort();
    notes.dedup();
    if settings.is_strict() && !notes.is_empty() {
        return Err(Error::parts(notes));
    }
    Ok(Generated {
        source: prettyplease::unparse(&file),
        notes,
    })
}
