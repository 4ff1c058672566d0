use std::collections::{HashMap, hash_map::Entry};

use serde_json::{Value, value::RawValue};
use tasks_client::types::NewPrototypeTask;

use super::{Mistake, Overrides, Place, Source, nulls::lost, reader, values::undocumented};

/// The tasks of an input, all of them fit to be sent.
#[derive(Debug)]
pub(crate) struct Tasks {
    pub(crate) inputs: Vec<Input>,
    /// Whether the input is a list, be it of one.
    pub(crate) is_list: bool,
    /// What is odd about them, each thing once.
    pub(crate) warnings: Vec<String>,
}

/// One task, and where it stands in the input.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    pub(crate) place: Option<Place>,
    pub(crate) task: NewPrototypeTask,
}

impl Tasks {
    /// The one task that the flags describe by themselves.
    pub(crate) fn of_flags(overrides: &Overrides) -> Result<Self, Vec<Mistake>> {
        let nothing = Source::new("", "{}".to_owned());
        let mut tasks = Self::read(&nothing, overrides).map_err(|mut mistakes| {
            mistakes.iter_mut().for_each(|mistake| mistake.place = None);
            mistakes
        })?;
        tasks.inputs.iter_mut().for_each(|input| input.place = None);
        Ok(tasks)
    }

    /// Reads one JSON object, a JSON array of them, or one after the other (JSON Lines).
    ///
    /// Either every task is fit to be sent, or all the mistakes come back: half a list sent is hard to send again.
    pub(crate) fn read(source: &Source, overrides: &Overrides) -> Result<Self, Vec<Mistake>> {
        let mut mistakes = Vec::new();
        let (values, is_list) = split(source, &mut mistakes);
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
                Err(found) => mistakes.extend(found),
            }
        }
        if mistakes.is_empty() {
            tasks.warnings.extend(repeated(&tasks.inputs));
            Ok(tasks)
        } else {
            mistakes.sort_by(|one, other| one.place.cmp(&other.place));
            Err(mistakes)
        }
    }
}

const A_TASK: &str = r#"a task is a JSON object such as {"title": "Review the 10-K"}"#;

fn split<'t>(source: &'t Source, mistakes: &mut Vec<Mistake>) -> (Vec<&'t RawValue>, bool) {
    let mut values = Vec::new();
    let mut is_list = false;
    let begins_well = source.text().trim_start().starts_with(['{', '[']);
    let mut mistake = |error: &serde_json::Error| {
        let reason = match begins_well {
            true => reader::plain(error),
            false => A_TASK.to_owned(),
        };
        mistakes.push(Mistake {
            place: Some(source.place_of(error)),
            message: format!("not JSON: {reason}"),
        });
    };
    for value in serde_json::Deserializer::from_str(source.text()).into_iter::<&RawValue>() {
        match value {
            Ok(list) if list.get().starts_with('[') => {
                is_list = true;
                match serde_json::from_str::<Vec<&RawValue>>(list.get()) {
                    Ok(elements) => values.extend(elements),
                    Err(error) => mistake(&error),
                }
            }
            Ok(value) => values.push(value),
            Err(error) => mistake(&error),
        }
    }
    is_list |= values.len() > 1;
    if values.is_empty() && !is_list && mistakes.is_empty() {
        mistakes.push(Mistake {
            place: None,
            message: format!("{} is empty: {A_TASK}", source.name()),
        });
    }
    (values, is_list)
}

/// A list that was put together by hand or by a program may hold a task twice; who sends it twice may have meant to.
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
    let (place, earlier) = (input.place.as_ref()?, earlier.place.as_ref()?);
    Some(match again.len() {
        1 => format!("{place} is the same task as {earlier}; both are sent"),
        count => format!(
            "{count} tasks are the same as earlier ones, the first of them {place} as {earlier}; all are sent"
        ),
    })
}

fn read_one(source: &Source, raw: &RawValue, overrides: &Overrides) -> Result<Input, Vec<Mistake>> {
    let place = source.place(source.offset_of(raw.get()));
    let mistake = |message: String| Mistake {
        place: Some(place.clone()),
        message,
    };
    let task: NewPrototypeTask = reader::read(source, raw, overrides.properties())?;

    let mut mistakes = Vec::new();
    if task.title.trim().is_empty() {
        mistakes.push(mistake("the title is blank".to_owned()));
    }
    let failed = |error: serde_json::Error| vec![mistake(error.to_string())];
    let written: Value = serde_json::from_str(raw.get()).map_err(failed)?;
    let sent = serde_json::to_value(&task).map_err(failed)?;
    for pointer in lost(&written, &sent) {
        let message = format!("{pointer} must not be null: leave it out");
        mistakes.push(mistake(message));
    }
    if mistakes.is_empty() {
        Ok(Input {
            place: Some(place),
            task,
        })
    } else {
        Err(mistakes)
    }
}
