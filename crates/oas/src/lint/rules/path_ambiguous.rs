use std::collections::BTreeMap;

use crate::lint::{Category, Check, Context, Equivalent, Rule, paths};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "path-ambiguous",
    category: Category::Operations,
    severity: Severity::Warning,
    summary: "Two paths match the same request, and neither is the more concrete one",
    documentation: r#"
Of `/pets/mine` and `/pets/{petId}` the concrete one goes first (OpenAPI 3.0.3, section 4.7.8.1). For `/{kind}/mine` and
`/pets/{petId}` nobody says which of them `/pets/mine` means: it is left to each server and each tool.

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
        4XX: {description: Refused.}
  /{kind}/mine:
    get:
      operationId: listMine
      summary: List mine
      description: Lists all that is mine.
      parameters:
        - {name: kind, in: path, required: true, description: Its id., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Refused.}
```

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
        4XX: {description: Refused.}
  /mine/by-kind/{kind}:
    get:
      operationId: listMine
      summary: List mine
      description: Lists all that is mine.
      parameters:
        - {name: kind, in: path, required: true, description: Its id., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Refused.}
```
"#,
    equivalents: &[Equivalent::redocly("no-ambiguous-paths")],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let paths = paths::paths(cx.document()).map(|(path, item)| (path, segments(path), item));
    // Only paths with a parameter, and of the same length, can meet.
    let mut by_length: BTreeMap<usize, Vec<_>> = BTreeMap::new();
    for path in paths.filter(|(path, ..)| path.contains('{')) {
        by_length.entry(path.1.len()).or_default().push(path);
    }
    for paths in by_length.values() {
        for (index, (_, segments, item)) in paths.iter().enumerate() {
            let other = paths[..index]
                .iter()
                .find(|(_, other, _)| are_ambiguous(segments, other));
            if let Some((path, _, other)) = other {
                out.push(
                    cx.finding(
                        Label::key(item.pointer.clone()),
                        format!(
                            "a request may match this path and `{path}`, and neither goes first"
                        ),
                    )
                    .label(Label::key(other.pointer.clone()).saying("the other one")),
                );
            }
        }
    }
}

/// The segments of a path; one with a parameter in it, which matches any text here, is `None`.
fn segments(path: &str) -> Vec<Option<&str>> {
    let segments = path.split('/');
    segments
        .map(|segment| (!segment.contains('{')).then_some(segment))
        .collect()
}

fn are_ambiguous(left: &[Option<&str>], right: &[Option<&str>]) -> bool {
    let (mut left_is_concrete, mut right_is_concrete) = (false, false);
    for pair in left.iter().zip(right) {
        match pair {
            (Some(left), Some(right)) if left != right => return false,
            (Some(_), None) => left_is_concrete = true,
            (None, Some(_)) => right_is_concrete = true,
            _ => {}
        }
    }
    left_is_concrete && right_is_concrete
}
