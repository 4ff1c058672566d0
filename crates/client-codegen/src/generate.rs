use serde_json::Value;

use crate::{
    bound, constants, degrade, document, error,
    error::Error,
    facade, lifecycle,
    lower::{self, Marks, Plan},
    note::Note,
    open_enum::{self, OpenEnum},
    operation_ids, panics, pass, prepare, progenitor, schema,
    settings::Settings,
};

/// The source of a client, and its deviations from the document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Generated {
    /// Formatted Rust.
    pub source: String,
    /// Every part of the document that was lowered, lost values or was left out, by pointer.
    pub notes: Vec<Note>,
    /// Crates that the source names beside those that every source does: `uuid`, `regress`,
    /// `base64`, `rand`, `futures`. With the facade, these are the features of client-runtime
    /// that it needs.
    pub features: Vec<&'static str>,
}

/// Crates that only some documents need, by the start of a path into them.
const OPTIONAL_CRATES: [(&str, &str); 5] = [
    ("base64", "::base64::"),
    ("futures", "futures::"),
    ("rand", "::rand::"),
    ("regress", "::regress::"),
    ("uuid", "::uuid::"),
];

/// Generates a client for the OpenAPI 3.0 document in `text`, YAML or JSON.
///
/// The same document gives the same source, in whatever order its keys are written.
///
/// # Errors
///
/// [`Error`] names in one line the parts of the document that could not be generated, and the
/// reasons. A panic of the generator is such an error too; nothing of it is printed.
pub fn generate(text: &str, settings: &Settings) -> Result<Generated, Error> {
    panics::deep(|| on_this_thread(text, settings)).map_err(|reason| Error::part("#", reason))?
}

fn on_this_thread(text: &str, settings: &Settings) -> Result<Generated, Error> {
    let mut source = document::read(text)?;
    if let Some((pointer, reference)) = document::other_file(&source) {
        let reason = format!(
            "`{reference}` is in another file, which is not read; bundle the files into one with `oas bundle`"
        );
        return Err(Error::part(pointer, error::reason(&reason)));
    }
    let mut notes = Vec::new();
    let path_items = lower::path_items(&mut source, &mut notes);
    let origin = |pointer: &str| lower::origin(&path_items, pointer);
    let mut generated = of_source(&source, settings, notes).map_err(|error| error.at(origin))?;
    for note in &mut generated.notes {
        note.pointer = origin(&note.pointer);
    }
    Ok(generated)
}

/// Generates a client for a document whose paths are no references.
fn of_source(
    source: &Value,
    settings: &Settings,
    mut notes: Vec<Note>,
) -> Result<Generated, Error> {
    if let Some(pointer) = schema::endless(source) {
        return Err(Error::part(pointer, "the schema contains itself"));
    }
    operation_ids::check(source, settings)?;
    let marks = Marks::of(source)
        .ok_or_else(|| Error::part("#", "the document contains every private character"))?;
    lifecycle::notes(source, &mut notes);
    for pointer in schema::infinite(source) {
        notes.push(Note::lossy(
            pointer,
            "no finite value satisfies the schema, which requires itself",
        ));
    }
    let mut lowered = source.clone();
    let mut plan = lower::lower(&mut lowered, marks, &mut notes);
    let rewritten = notes.len();
    let at_source = |plan: &Plan, pointer: &str| document::existing(source, plan.origin(pointer));
    bound::check(&lowered).map_err(|error| error.at(|pointer| at_source(&plan, pointer)))?;
    prepare::prepare(&mut lowered);
    lower::end_recursion(&mut lowered, &mut plan, &mut notes);
    let (mut file, enums) = generated(&mut lowered, &mut plan, settings, &mut notes)
        .map_err(|error| error.at(|pointer| at_source(&plan, pointer)))?;
    pass::rewrite(&mut file, &lowered, &plan, &enums, settings, &mut notes)?;
    file.items
        .push(constants::module(source, &lowered, settings.has_facade()));
    if settings.has_facade() {
        facade::write(&mut file, source, &lowered, &plan, settings, &mut notes)?;
        facade::through_runtime(&mut file)?;
    }
    for (index, note) in notes.iter_mut().enumerate() {
        // Notes of the rewriting have pointers into the source.
        let pointer = match index < rewritten {
            true => std::mem::take(&mut note.pointer),
            false => plan.origin(&note.pointer),
        };
        note.pointer = document::existing(source, pointer);
    }
    notes.sort();
    notes.dedup();
    if settings.is_strict() && !notes.is_empty() {
        return Err(Error::parts(notes));
    }
    let source = prettyplease::unparse(&file);
    let features = OPTIONAL_CRATES
        .iter()
        .filter(|(_, path)| source.contains(path));
    let features: Vec<_> = features.map(|(name, _)| *name).collect();
    let source = match settings.has_facade() {
        true => facade::with_checks(&source, &features),
        false => source,
    };
    Ok(Generated {
        source,
        notes,
        features,
    })
}

/// Runs the generator without what it cannot handle.
fn degraded(
    document: &mut Value,
    run: &dyn Fn(&Value) -> Result<syn::File, String>,
    notes: &mut Vec<Note>,
) -> Result<syn::File, Error> {
    let attempt = |document: &Value| run(document).err();
    let culprits = degrade::components(document, &attempt, notes)?;
    if !document::operations(document).is_empty()
        && let Ok(file) = run(document)
    {
        return Ok(file);
    }
    degrade::operations(document, culprits, &attempt, notes)?;
    run(document).map_err(|reason| Error::part("#", error::reason(&reason)))
}

/// Runs the generator, first on all of the document, then without what it cannot handle, and again
/// with other names for components whose type was generated twice.
fn generated(
    document: &mut Value,
    plan: &mut Plan,
    settings: &Settings,
    notes: &mut Vec<Note>,
) -> Result<(syn::File, Vec<OpenEnum>), Error> {
    const MAX_RUNS: usize = 3;
    for _ in 0..MAX_RUNS {
        // Members that were added are not in order if another crate enables `preserve_order`.
        document.sort_all_objects();
        let enums = open_enum::collect(document);
        let generator = progenitor::Progenitor::new(&enums, plan.marks, settings)?;
        let run =
            |document: &_| panics::catch(|| generator.run(document)).and_then(|result| result);
        let file = match run(document) {
            Ok(file) => file,
            Err(_) => degraded(document, &run, notes)?,
        };
        let clashes = pass::clashes(&file, document, &enums);
        if clashes.is_empty() {
            return Ok((file, enums));
        }
        lower::rename_components(document, &clashes, plan, notes);
    }
    Err(Error::part(
        "#/components/schemas",
        "two types have the same name",
    ))
}
