//! Deprecations of operations: their dates and successors.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use crate::{
    document::{Operation, child, operations},
    idents::method_name,
    note::Note,
};

/// The note of a deprecated operation; nothing for one that is not.
pub(crate) fn deprecation_note(document: &Value, operation: &Operation<'_>) -> Option<String> {
    let text = |key: &str| operation.value.get(key).and_then(Value::as_str);
    operation
        .value
        .get("deprecated")
        .filter(|value| **value == Value::Bool(true))?;
    let note = match (text("x-deprecated-on"), text("x-sunset")) {
        (Some(since), Some(sunset)) => format!("since {since}, sunset on {sunset}"),
        (Some(since), None) => format!("since {since}"),
        (None, Some(sunset)) => format!("sunset on {sunset}"),
        (None, None) => "by the service".to_owned(),
    };
    Some(match successor(document, operation) {
        Some(successor) => format!("{note}; use `{}`", method_name(successor.id())),
        None => note,
    })
}

/// The operation that `x-successor` names.
pub(crate) fn successor<'d>(
    document: &'d Value,
    operation: &Operation<'_>,
) -> Option<Operation<'d>> {
    let id = operation.value.get("x-successor")?.as_str()?;
    operations(document)
        .into_iter()
        .find(|known| known.id() == id && known.pointer != operation.pointer)
}

/// Notes the extensions with an invalid value.
pub(crate) fn notes(document: &Value, notes: &mut Vec<Note>) {
    for operation in operations(document) {
        for key in ["x-deprecated-on", "x-sunset"] {
            let value = operation.value.get(key);
            if let Some(value) = value.filter(|value| parts(value).is_none()) {
                let message = format!("expected a day as YYYY-MM-DD, found {}", shown(value));
                notes.push(Note::lossy(child(&operation.pointer, key), message));
            }
        }
        let id = operation.value.get("x-successor");
        if let Some(id) = id.filter(|_| successor(document, &operation).is_none()) {
            let message = format!("no other operation has the id {}", shown(id));
            notes.push(Note::lossy(
                child(&operation.pointer, "x-successor"),
                message,
            ));
        }
    }
}

/// The value of an extension, in backticks.
fn shown(value: &Value) -> String {
    match value {
        Value::String(string) => format!("`{string}`"),
        value => format!("`{value}`"),
    }
}

/// The day that an extension of an operation names, as an expression.
pub(crate) fn day(operation: &Operation<'_>, key: &str) -> TokenStream {
    match operation.value.get(key).and_then(parts) {
        Some((year, month, day)) => quote!(::chrono::NaiveDate::from_ymd_opt(#year, #month, #day)),
        None => quote!(::std::option::Option::None),
    }
}

/// Year, month and day of `YYYY-MM-DD`.
fn parts(value: &Value) -> Option<(i32, u32, u32)> {
    value.as_str().and_then(|text| {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let is_form = (year.len(), month.len(), day.len()) == (4, 2, 2);
        let date: (i32, u32, u32) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        (is_form && date.2 >= 1 && date.2 <= days(date.0, date.1)).then_some(date)
    })
}

fn days(year: i32, month: u32) -> u32 {
    let is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}
