use serde_json::{Map, Number, Value};

use super::tree::{Step, Tree};
use crate::{
    due::{Due, Zone},
    input::{
        schema::{Kind, Shape, TaskSchema},
        suggest::closest,
    },
};

/// Columns of a table, each with the property of a task that it fills.
#[derive(Debug, Default)]
pub(super) struct Columns {
    columns: Vec<Option<Column>>,
}

/// A column of `--map COLUMN=FIELD`; without a field, the column is ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mapping {
    pub(crate) column: String,
    pub(crate) field: String,
}

#[derive(Debug)]
struct Column {
    path: Vec<Step>,
    shape: Shape,
}

/// Input error of a column or a cell, by the index of the column.
pub(super) type CellError = (usize, String);

impl std::str::FromStr for Mapping {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (column, field) = text
            .rsplit_once('=')
            .ok_or_else(|| "expected COLUMN=FIELD, such as 'Due date=dueDate'".to_owned())?;
        Ok(Self {
            column: column.trim().to_owned(),
            field: field.trim().to_owned(),
        })
    }
}

impl Columns {
    pub(super) fn new<'h>(
        header: impl Iterator<Item = &'h str>,
        mappings: &[Mapping],
        schema: &TaskSchema,
    ) -> Result<Self, Vec<CellError>> {
        let mut columns: Vec<Option<Column>> = Vec::new();
        let mut errors = Vec::new();
        let mut unused: Vec<&Mapping> = mappings.iter().collect();
        for (index, name) in header.enumerate() {
            let name = name.trim();
            let mapping = mappings.iter().find(|mapping| mapping.column == name);
            unused.retain(|mapping| mapping.column != name);
            let field = mapping.map_or(name, |mapping| &mapping.field);
            let column = match mapping {
                Some(mapping) if mapping.field.is_empty() => Ok(None),
                _ if name.is_empty() => Ok(None),
                _ => column(field, schema).map(Some),
            };
            let column = column.unwrap_or_else(
                |UnknownColumn {
                     mut message,
                     suggestion,
                 }| {
                    if mapping.is_none() {
                        let field = suggestion.as_deref().unwrap_or("field");
                        message += &format!(
                            " (--map '{name}={field}' maps it, --map '{name}=' ignores it)"
                        );
                    }
                    errors.push((index, message));
                    None
                },
            );
            let repeated = column.as_ref().is_some_and(|column| {
                let earlier = columns.iter().flatten();
                earlier.into_iter().any(|other| other.path == column.path)
            });
            if repeated {
                errors.push((index, format!("duplicate column for `{field}`")));
            }
            columns.push(column);
        }
        for mapping in unused {
            errors.push((0, format!("--map: unknown column `{}`", mapping.column)));
        }
        let has_title = columns.iter().flatten().any(|column| column.is("title"));
        if !has_title && errors.is_empty() {
            errors.push((
                0,
                "missing column `title` (--map 'Column=title' selects one)".to_owned(),
            ));
        }
        match errors.is_empty() {
            true => Ok(Self { columns }),
            false => Err(errors),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.columns.len()
    }

    /// The task of a row. Properties with empty cells are absent.
    pub(super) fn value<'c>(
        &self,
        cells: impl Iterator<Item = &'c str>,
        zone: Option<&Zone>,
    ) -> Result<Value, Vec<CellError>> {
        let mut root = Tree::default();
        let mut errors = Vec::new();
        for (index, (column, cell)) in self.columns.iter().zip(cells).enumerate() {
            let Some(column) = column else { continue };
            if cell.trim().is_empty() {
                continue;
            }
            if let Err(error) = column.fill(cell, zone, &mut root) {
                errors.push((index, error));
            }
        }
        match errors.is_empty() {
            true => Ok(root.into_value()),
            false => Err(errors),
        }
    }

    /// The column that fills the value at a JSON pointer, a part of it, or a value around it.
    pub(super) fn at(&self, pointer: &oas::Pointer) -> Option<usize> {
        let tokens: Vec<String> = pointer.tokens().map(|token| token.into_owned()).collect();
        let match_length = |column: &Column| {
            let steps = column.path.iter().zip(&tokens);
            let matching = steps
                .take_while(|(step, token)| step.matches(token))
                .count();
            let is_whole = matching == tokens.len().min(column.path.len());
            (is_whole && matching > 0).then_some(matching)
        };
        let columns = self.columns.iter().enumerate();
        let matches = columns.filter_map(|(index, column)| {
            Some((match_length(column.as_ref()?)?, std::cmp::Reverse(index)))
        });
        matches.max().map(|(_, index)| index.0)
    }
}

/// Error of a name that is not a property.
struct UnknownColumn {
    message: String,
    /// The most similar field.
    suggestion: Option<String>,
}

impl UnknownColumn {
    fn new(field: &str, reason: &str) -> Self {
        Self {
            message: format!("unknown column `{field}`: {reason}"),
            suggestion: None,
        }
    }
}

/// The column of a property, whose name is a path with dots.
fn column(field: &str, schema: &TaskSchema) -> Result<Column, UnknownColumn> {
    let unknown = |reason: &str| UnknownColumn::new(field, reason);
    let mut names: Vec<&str> = Vec::new();
    let mut path = Vec::new();
    let mut shape = schema
        .root()
        .ok_or_else(|| unknown("the document describes no task"))?;
    for name in field.split('.') {
        if let Kind::List(item) = &shape.kind {
            let item = (**item).clone();
            match name.parse() {
                Ok(number) => {
                    path.push(Step::Item(number));
                    shape = item;
                    continue;
                }
                Err(_) => path.push(Step::Each),
            }
            shape = item;
        }
        let Kind::Object(properties) = &shape.kind else {
            return Err(unknown(&format!("`{}` has no properties", names.join("."))));
        };
        let properties: Vec<&str> = properties.iter().map(String::as_str).collect();
        if !properties.contains(&name) {
            let Some(suggestion) = closest(name, &properties) else {
                let reason = format!("expected one of `{}`", properties.join("`, `"));
                return Err(unknown(&reason));
            };
            let suggestion = [&names[..], &[suggestion]].concat().join(".");
            return Err(UnknownColumn {
                suggestion: Some(suggestion.clone()),
                ..unknown(&format!("did you mean `{suggestion}`?"))
            });
        }
        names.push(name);
        path.push(Step::Property(name.to_owned()));
        shape = schema
            .at(&names)
            .ok_or_else(|| unknown("the document does not describe it"))?;
    }
    let lists = path.iter().filter(|step| **step == Step::Each).count();
    let is_list = matches!(&shape.kind, Kind::List(_));
    if lists + usize::from(is_list) > 1 {
        let reason = format!(
            "nested list: number the outer one, such as `{}`",
            numbered(&path)
        );
        return Err(unknown(&reason));
    }
    Ok(Column { path, shape })
}

fn numbered(path: &[Step]) -> String {
    let mut lists = path.iter().filter(|step| **step == Step::Each).count();
    let mut parts = Vec::new();
    for step in path {
        match step {
            Step::Property(name) => parts.push(name.clone()),
            Step::Item(number) => parts.push(number.to_string()),
            Step::Each => {
                lists -= 1;
                if lists > 0 || parts.len() == 1 {
                    parts.push("0".to_owned());
                }
            }
        }
    }
    parts.join(".")
}

impl Column {
    fn is(&self, property: &str) -> bool {
        self.path == [Step::Property(property.to_owned())]
    }

    fn fill(&self, cell: &str, zone: Option<&Zone>, root: &mut Tree) -> Result<(), String> {
        let structured = matches!(self.shape.kind, Kind::List(_) | Kind::Object(_));
        if structured && cell.trim_start().starts_with(['[', '{']) {
            let value =
                serde_json::from_str(cell).map_err(|error| format!("invalid JSON: {error}"))?;
            root.set(&self.path, None, Tree::Value(value));
            return Ok(());
        }
        match &self.shape.kind {
            Kind::List(item) => {
                for (index, part) in parts(cell) {
                    let value = item_value(item, part, zone)?;
                    root.set(
                        &[&self.path[..], &[Step::Each]].concat(),
                        Some(index),
                        value,
                    );
                }
            }
            Kind::Object(properties) if properties.iter().any(|name| name == "id") => {
                root.set(
                    &self.path,
                    None,
                    item_value(&self.shape, cell.trim(), zone)?,
                );
            }
            Kind::Object(_) if self.shape.is_nullable && cell.trim() == "null" => {
                root.set(&self.path, None, Tree::Value(Value::Null));
            }
            Kind::Object(properties) => {
                return Err(format!(
                    "expected a JSON object; separate columns fill its properties: {}",
                    properties.join(", ")
                ));
            }
            _ if self.path.contains(&Step::Each) => {
                for (index, part) in parts(cell) {
                    let value = scalar(&self.shape, part, zone)?;
                    root.set(&self.path, Some(index), Tree::Value(value));
                }
            }
            _ => root.set(
                &self.path,
                None,
                Tree::Value(scalar(&self.shape, cell, zone)?),
            ),
        }
        Ok(())
    }
}

/// Splits a cell into the items of a list.
fn parts(cell: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = cell.split(';').map(str::trim).enumerate();
    parts.filter(|(_, part)| !part.is_empty())
}

/// The identity of an item of a list: the value itself, or the id of a user.
fn item_value(shape: &Shape, text: &str, zone: Option<&Zone>) -> Result<Tree, String> {
    let Kind::Object(properties) = &shape.kind else {
        return scalar(shape, text, zone).map(Tree::Value);
    };
    let has = |name: &str| properties.iter().any(|property| property == name);
    if !has("id") {
        return Err("expected JSON, or one column per property".to_owned());
    }
    let mut item = Map::new();
    item.insert("id".to_owned(), text.into());
    if has("type") {
        // As for `tasks create --assignee`.
        item.insert("type".to_owned(), "USER".into());
    }
    Ok(Tree::Value(Value::Object(item)))
}

fn scalar(shape: &Shape, text: &str, zone: Option<&Zone>) -> Result<Value, String> {
    let trimmed = text.trim();
    if shape.is_nullable && trimmed == "null" && shape.kind != Kind::Text {
        return Ok(Value::Null);
    }
    match shape.kind {
        Kind::Boolean => match trimmed.to_ascii_lowercase().as_str() {
            "true" => Ok(true.into()),
            "false" => Ok(false.into()),
            _ => Err(format!("expected `true` or `false`, found `{trimmed}`")),
        },
        Kind::Number => {
            let number: Result<Number, _> = serde_json::from_str(trimmed);
            number
                .map(Value::Number)
                .map_err(|_| format!("expected a number, found `{trimmed}`"))
        }
        Kind::DateTime => date(trimmed, zone),
        _ => Ok(text.into()),
    }
}

/// Parses a date and time. The local time zone is not used for a date alone: a row is identified by
/// its content, which must be the same in every run.
fn date(text: &str, zone: Option<&Zone>) -> Result<Value, String> {
    match (text.parse(), zone) {
        (Ok(Due::EndOf(day)), Some(zone)) => Ok(zone.end_of(day)?.to_rfc3339().into()),
        (Ok(Due::EndOf(_)), None) => Err(format!(
            "`{text}` has no time: --time-zone ZONE reads it as the end of that day"
        )),
        (Ok(Due::At(_)), _) => Ok(text.into()),
        _ => Err(format!(
            "expected a date and time with an offset, such as 2026-12-24T17:00:00Z, found `{text}`"
        )),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn columns(header: &[&str]) -> Result<Columns, Vec<CellError>> {
        Columns::new(header.iter().copied(), &[], TaskSchema::get().unwrap())
    }

    fn value(header: &[&str], cells: &[&str]) -> Result<Value, Vec<CellError>> {
        columns(header)?.value(cells.iter().copied(), None)
    }

    #[test]
    fn nested_properties_and_lists_are_filled() {
        let header = [
            "title",
            "dueDate",
            "location.resource",
            "location.segment",
            "notificationsDisabled",
            "assignees",
            "approvalSteps.0.completionMode",
            "approvalSteps.0.participants.id",
            "approvalSteps.1.completionMode",
            "approvalSteps.1.participants",
        ];
        let cells = [
            " A ; B ", "null", "R", "null", "TRUE", "U1; U2;", "ONE", "P1;P2", "ALL", "P3",
        ];
        let user = |id: &str| json!({"id": id, "type": "USER"});
        assert_eq!(
            value(&header, &cells).unwrap(),
            json!({
                "title": " A ; B ",
                "dueDate": null,
                "location": {"resource": "R", "segment": "null"},
                "notificationsDisabled": true,
                "assignees": [user("U1"), user("U2")],
                "approvalSteps": [
                    {"completionMode": "ONE", "participants": [{"id": "P1"}, {"id": "P2"}]},
                    {"completionMode": "ALL", "participants": [user("P3")]},
                ],
            })
        );
        let lists = ["title", "assignees.id", "assignees.type", "approvalSteps"];
        let cells = [
            "A",
            "U1;U2",
            "USER;USER",
            r#"[{"completionMode": "ONE", "participants": []}]"#,
        ];
        assert_eq!(
            value(&lists, &cells).unwrap(),
            json!({
                "title": "A",
                "assignees": [user("U1"), user("U2")],
                "approvalSteps": [{"completionMode": "ONE", "participants": []}],
            })
        );
        assert_eq!(
            value(&["title", "description"], &["A", " "]).unwrap(),
            json!({"title": "A"})
        );
    }

    #[test]
    fn unknown_columns_and_cells_are_reported() {
        let errors: Vec<String> = [
            columns(&[
                "Title",
                "due_date",
                "status",
                "status",
                "location.resourceId",
                "title.x",
                "id",
            ])
            .unwrap_err(),
            columns(&["description"]).unwrap_err(),
            columns(&["title", "approvalSteps.participants"]).unwrap_err(),
            value(
                &[
                    "title",
                    "dueDate",
                    "notificationsDisabled",
                    "location",
                    "approvalSteps",
                    "assignees",
                ],
                &["A", "2026-12-24", "yes", "R", "R", "[{]"],
            )
            .unwrap_err(),
        ]
        .into_iter()
        .flatten()
        .map(|(index, error)| format!("{index}: {error}"))
        .collect();
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(errors.join("\n"));
        });
    }

    #[test]
    fn maps_pointers_to_columns() {
        let header = [
            "title",
            "assignees.id",
            "approvalSteps.0.completionMode",
            "location",
        ];
        let columns = columns(&header).unwrap();
        for (pointer, column) in [
            ("/title", Some(0)),
            ("/assignees/3/id", Some(1)),
            ("/assignees/3", Some(1)),
            ("/approvalSteps/0/completionMode", Some(2)),
            ("/approvalSteps/0", Some(2)),
            ("/location/resource", Some(3)),
            ("", None),
            ("/description", None),
        ] {
            let pointer = oas::Pointer::parse(pointer).unwrap();
            assert_eq!(columns.at(&pointer), column, "{pointer}");
        }
    }
}
