use std::collections::{HashMap, hash_map::Entry};

use oas::Pointer;
use serde_json::{Value, value::RawValue};
use tasks_client::types::NewPrototypeTask;

use super::{
    error::InputError,
    nulls::dropped,
    overrides::Overrides,
    reader,
    schema::TaskSchema,
    source::{Location, Source},
    values::{miswritten, undocumented},
};

/// The tasks of an input, all of them valid.
#[derive(Debug)]
pub(crate) struct Tasks {
    pub(crate) inputs: Vec<Input>,
    /// Whether the input is a list, even of one task.
    pub(crate) is_list: bool,
    /// Warnings without duplicates.
    pub(crate) warnings: Vec<String>,
}

/// One task, and its location in the input.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    pub(crate) location: Option<Location>,
    pub(crate) task: NewPrototypeTask,
}

impl Tasks {
    /// The task of the flags alone.
    pub(crate) fn of_flags(overrides: &Overrides) -> Result<Self, Vec<InputError>> {
        let nothing = Source::new("", "{}".to_owned());
        let mut tasks = Self::read(&nothing, overrides).map_err(|mut errors| {
            errors.iter_mut().for_each(|error| error.location = None);
            errors
        })?;
        tasks
            .inputs
            .iter_mut()
            .for_each(|input| input.location = None);
        Ok(tasks)
    }

    /// Reads one JSON object, a JSON array of them, or one after the other (JSON Lines).
    ///
    /// # Errors
    /// All input errors: nothing is sent unless all tasks are valid.
    pub(crate) fn read(source: &Source, overrides: &Overrides) -> Result<Self, Vec<InputError>> {
        let mut errors = Vec::new();
        let (values, is_list) = split(source, &mut errors);
        let mut tasks = Self {
            inputs: Vec::with_capacity(values.len()),
            is_list,
            warnings: Vec::new(),
        };
        for raw in values {
            match read_one(source, raw, overrides) {
                Ok(input) => {
                    for warning in undocumented(&input.task) {
                        if !tasks.warnings.contains(&warning) {
                            tasks.warnings.push(warning);
                        }
                    }
                    tasks.inputs.push(input);
                }
                Err(found) => errors.extend(found),
            }
        }
        if errors.is_empty() {
            tasks.warnings.extend(repeated(&tasks.inputs));
            Ok(tasks)
        } else {
            errors.sort_by(|one, other| one.location.cmp(&other.location));
            Err(errors)
        }
    }
}

const A_TASK: &str = r#"expected a JSON object such as {"title": "Review the 10-K"}"#;

fn split<'t>(source: &'t Source, errors: &mut Vec<InputError>) -> (Vec<&'t RawValue>, bool) {
    let mut values = Vec::new();
    let mut is_list = false;
    for value in serde_json::Deserializer::from_str(source.text()).into_iter::<&RawValue>() {
        match value {
            Ok(list) if list.get().starts_with('[') => {
                is_list = true;
                match serde_json::from_str::<Vec<&RawValue>>(list.get()) {
                    Ok(elements) => values.extend(elements),
                    Err(error) => errors.push(not_json(source, &error)),
                }
            }
            Ok(value) => values.push(value),
            Err(error) => errors.push(not_json(source, &error)),
        }
    }
    is_list |= values.len() > 1;
    if values.is_empty() && !is_list && errors.is_empty() {
        errors.push(InputError {
            location: None,
            message: format!("{} is empty: {A_TASK}", source.name()),
        });
    }
    (values, is_list)
}

/// Returns a warning if the list contains a task twice, which may be intended.
fn repeated(inputs: &[Input]) -> Option<String> {
    let mut seen: HashMap<String, &Input> = HashMap::with_capacity(inputs.len());
    let mut again = Vec::new();
    for input in inputs {
        match seen.entry(serde_json::to_string(&input.task).ok()?) {
            Entry::Vacant(entry) => drop(entry.insert(input)),
            Entry::Occupied(entry) => again.push((input, *entry.get())),
        }
    }
    let (input, earlier) = again.first()?;
    let (location, earlier) = (input.location.as_ref()?, earlier.location.as_ref()?);
    Some(match again.len() {
        1 => format!("{location}: same task as {earlier}; both are sent"),
        count => format!(
            "{count} tasks equal earlier ones, the first at {location} equals {earlier}; all are sent"
        ),
    })
}

/// Returns the error of a source that is not JSON, or not the JSON of a task.
pub(super) fn not_json(source: &Source, error: &serde_json::Error) -> InputError {
    let reason = match source.text().trim_start().starts_with(['{', '[']) {
        true => reader::message_of(error),
        false => A_TASK.to_owned(),
    };
    InputError {
        location: Some(source.location_of(error)),
        message: format!("not JSON: {reason}"),
    }
}

/// Reads one JSON object as a task, and validates it against the document.
pub(super) fn read_one(
    source: &Source,
    raw: &RawValue,
    overrides: &Overrides,
) -> Result<Input, Vec<InputError>> {
    let location = source.location(source.offset_of(raw.get()));
    let error = |message: String| InputError {
        location: Some(location.clone()),
        message,
    };
    let task: NewPrototypeTask = reader::read(source, raw, overrides.properties())?;

    let failed = |problem: serde_json::Error| vec![error(problem.to_string())];
    let written: Value = serde_json::from_str(raw.get()).map_err(failed)?;
    let sent = serde_json::to_value(&task).map_err(failed)?;
    let mut errors = Vec::new();
    for pointer in dropped(&written, &sent) {
        errors.push(error(format!("`{pointer}` must not be null: remove it")));
    }
    let schema = TaskSchema::get().map_err(|problem| vec![error(format!("{problem:#}"))])?;
    let violations = schema.violations(&sent).into_iter();
    let violations = violations.map(|violation| (violation.instance, violation.message));
    for (pointer, message) in violations.chain(unacceptable(&task)) {
        errors.push(InputError {
            location: Some(location_in(source, raw, &pointer)),
            message,
        });
    }
    match errors.is_empty() {
        true => Ok(Input {
            location: Some(location),
            task,
        }),
        false => Err(errors),
    }
}

/// Returns the violations of rules that are stricter than the schema.
pub(super) fn unacceptable(task: &NewPrototypeTask) -> Vec<(Pointer, String)> {
    let title = task.title.trim().is_empty().then(|| {
        let title = Pointer::root().join("title");
        (title, "`title` is blank".to_owned())
    });
    title.into_iter().chain(miswritten(task)).collect()
}

/// Returns the location of the value at a pointer, or of its closest existing parent.
fn location_in(source: &Source, raw: &RawValue, pointer: &Pointer) -> Location {
    let document = oas::Document::parse("", raw.get());
    let start = document.map_or(0, |document| document.locate(pointer).span.start);
    source.location(source.offset_of(raw.get()) + start)
}
