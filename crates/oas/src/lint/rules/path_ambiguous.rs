use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use crate::lint::{Category, Check, Context, Equivalent, Rule, paths};
use crate::{Diagnostic, Direction, Label, Operation, Pointer, Severity, Validators};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "path-ambiguous",
    category: Category::Operations,
    severity: Severity::Warning,
    summary: "Two paths match the same request, and neither is the more concrete one",
    documentation: r#"
## What it does

Reports two paths that can match the same request, where neither is more concrete than the other: `/{kind}/mine` and `/pets/{petId}`
both match `/pets/mine`. Paths that share no method are not reported, nor those where the schema of a parameter excludes the text of
the other path.

## Why is this bad?

OpenAPI leaves the choice to the tools (OpenAPI 3.0.3, section 4.7.8.1): a server and a mock server may differ.

## Example

```yaml,bad
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      summary: Get a pet
      description: Gets a pet.
      parameters:
        - {name: petId, in: path, required: true, description: Its id., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
  /{kind}/mine:
    get:
      operationId: listMine
      summary: List mine
      description: Lists all that is mine.
      parameters:
        - {name: kind, in: path, required: true, description: Its id., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```

## Use instead

```yaml,good
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      summary: Get a pet
      description: Gets a pet.
      parameters:
        - {name: petId, in: path, required: true, description: Its id., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
  /mine/by-kind/{kind}:
    get:
      operationId: listMine
      summary: List mine
      description: Lists all that is mine.
      parameters:
        - {name: kind, in: path, required: true, description: Its id., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[Equivalent::redocly("no-ambiguous-paths")],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut parameters = Parameters {
        validators: Validators::new(cx.document()),
        accepted: HashMap::new(),
    };
    let mut operations: HashMap<&str, Vec<Operation<'_>>> = HashMap::new();
    for operation in cx.document().operations() {
        operations
            .entry(operation.path())
            .or_default()
            .push(operation);
    }
    let paths = paths::paths(cx.document());
    let paths = paths.map(|(path, item)| (path, path.split('/').collect::<Vec<_>>(), item));
    // Only paths with a parameter, and of the same length, can match the same request.
    let mut by_length: BTreeMap<usize, Vec<_>> = BTreeMap::new();
    for path in paths.filter(|(path, ..)| path.contains('{')) {
        by_length.entry(path.1.len()).or_default().push(path);
    }
    for paths in by_length.values() {
        for (index, (path, segments, item)) in paths.iter().enumerate() {
            let mut before = paths[..index].iter();
            let other = before.find_map(|(other_path, other_segments, other)| {
                if !is_undecided(segments, other_segments) {
                    return None;
                }
                let own = operations.get(path)?;
                let others = operations.get(other_path)?;
                let mut pairs = own
                    .iter()
                    .flat_map(|own| others.iter().map(move |other| (own, other)));
                let (own, _) = pairs.find(|(own, other)| {
                    let mut segments = segments.iter().zip(other_segments);
                    own.method() == other.method()
                        && segments.all(|(segment, other_segment)| {
                            let sides = [(*segment, *own), (*other_segment, *other)];
                            parameters.can_match(sides)
                        })
                })?;
                Some((*other_path, other, own.method()))
            });
            if let Some((path, other, method)) = other {
                let message = format!(
                    "ambiguous paths: this path and `{path}` can match the same {method} request"
                );
                let diagnostic = cx.diagnostic(Label::key(item.pointer.clone()), message);
                out.push(
                    diagnostic
                        .label(Label::key(other.pointer.clone()).with_message("the other path")),
                );
            }
        }
    }
}

/// Whether neither of two paths of the same length is the more concrete one.
fn is_undecided(left: &[&str], right: &[&str]) -> bool {
    let is_template = |segment: &str| segment.contains('{');
    let pairs = || left.iter().zip(right);
    pairs().all(|(left, right)| left == right || is_template(left) || is_template(right))
        && pairs().any(|(left, right)| !is_template(left) && is_template(right))
        && pairs().any(|(left, right)| is_template(left) && !is_template(right))
}

/// The strings that path parameters accept.
struct Parameters<'d> {
    validators: Validators<'d>,
    /// Cached results, by schema and text.
    accepted: HashMap<(Pointer, String), bool>,
}

impl<'d> Parameters<'d> {
    /// Whether some text matches the same segment of two paths: each with the operation that it is
    /// a path of.
    fn can_match(&mut self, sides: [(&str, &Operation<'d>); 2]) -> bool {
        let [(left, left_operation), (right, right_operation)] = sides;
        match (parameter(left), parameter(right)) {
            _ if !left.contains('{') && !right.contains('{') => left == right,
            (Some(name), None) if !right.contains('{') => self.accepts(left_operation, name, right),
            (None, Some(name)) if !left.contains('{') => self.accepts(right_operation, name, left),
            (Some(left), Some(right)) => {
                // Two schemas may have no string in common: a number and a UUID.
                let left = SAMPLES.map(|text| self.accepts(left_operation, left, text));
                let right = SAMPLES.map(|text| self.accepts(right_operation, right, text));
                let is_unknown = |accepted: &[bool]| !accepted.contains(&true);
                let mut pairs = left.iter().zip(&right);
                is_unknown(&left)
                    || is_unknown(&right)
                    || pairs.any(|(left, right)| *left && *right)
            }
            // A parameter within a segment: the text around it decides.
            _ => fixed(left, right),
        }
    }

    /// Whether a path parameter can have a text: as a string, number or boolean that its schema
    /// accepts.
    fn accepts(&mut self, operation: &Operation<'d>, name: &str, text: &str) -> bool {
        let mut parameters = operation.parameters().into_iter();
        let parameter =
            parameters.find(|parameter| parameter.location() == "path" && parameter.name() == name);
        let Some(schema) = parameter.and_then(|parameter| parameter.schema()) else {
            return true;
        };
        let key = (schema.pointer, text.to_owned());
        if let Some(known) = self.accepted.get(&key) {
            return *known;
        }
        let validator = self.validators.compile(&key.0, Direction::Request);
        let accepts = validator.map_or(true, |validator| {
            let typed = serde_json::from_str::<Value>(text).ok();
            let typed = typed.filter(|value| value.is_number() || value.is_boolean());
            let texts = [Some(Value::from(text)), typed];
            let mut texts = texts.into_iter().flatten();
            texts.any(|value| validator.is_valid(&(&value).into()))
        });
        self.accepted.insert(key, accepts);
        accepts
    }
}

/// Texts of kinds that parameters of paths have.
const SAMPLES: [&str; 8] = [
    "1",
    "1.5",
    "true",
    "2026-01-31",
    "2026-01-31T12:00:00Z",
    "123e4567-e89b-12d3-a456-426614174000",
    "192.0.2.1",
    "a",
];

/// The parameter that makes up a segment.
fn parameter(segment: &str) -> Option<&str> {
    let name = segment.strip_prefix('{')?.strip_suffix('}')?;
    (!name.contains(['{', '}'])).then_some(name)
}

/// Whether the text before the first and after the last parameter of two segments leaves a common
/// match.
fn fixed(left: &str, right: &str) -> bool {
    let ends = |segment: &str| {
        let start = segment.find('{').unwrap_or(segment.len());
        let end = segment.rfind('}').map_or(0, |end| end + 1);
        (segment[..start].to_owned(), segment[end..].to_owned())
    };
    let ((left_start, left_end), (right_start, right_end)) = (ends(left), ends(right));
    let is_start = left_start.starts_with(&right_start) || right_start.starts_with(&left_start);
    let is_end = left_end.ends_with(&right_end) || right_end.ends_with(&left_end);
    is_start && is_end
}
