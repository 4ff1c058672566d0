use serde_json::Value;

use crate::lint::codegen::{Effective, called, decoded, effective};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Document, Label, Node, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "one-of-overlapping",
    category: Category::Codegen,
    severity: Severity::Warning,
    summary: "An alternative of a response accepts the values of a later one",
    documentation: r#"
## What it does

Reports an alternative of a `oneOf` in a response that requires nothing that a later alternative lacks.

## Why is this bad?

The generated client tries alternatives in order and uses the first match; it does not read the `discriminator`. A value of the
later alternative is decoded as the earlier one, and loses properties. A required property with an `enum` of one value separates
them.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
        '200':
          description: The pets.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
        4XX: {description: Rejected.}
components:
  schemas:
    Pet:
      description: A pet.
      oneOf:
        - $ref: '#/components/schemas/Cat'
        - $ref: '#/components/schemas/Dog'
      discriminator: {propertyName: kind}
    Cat: {description: A cat., type: object, required: [kind], properties: {kind: {description: What it is., type: string}}}
    Dog: {description: A dog., type: object, required: [kind], properties: {kind: {description: What it is., type: string}, tricks: {description: What it can., type: integer}}}
```

## Use instead

```yaml,good
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
        '200':
          description: The pets.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
        4XX: {description: Rejected.}
components:
  schemas:
    Pet:
      description: A pet.
      oneOf:
        - $ref: '#/components/schemas/Cat'
        - $ref: '#/components/schemas/Dog'
      discriminator: {propertyName: kind}
    Cat: {description: A cat., type: object, required: [kind], properties: {kind: {description: What it is., type: string, enum: [cat]}}}
    Dog: {description: A dog., type: object, required: [kind], properties: {kind: {description: What it is., type: string, enum: [dog]}, tricks: {description: What it can., type: integer}}}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

/// Maximum number of alternatives that are compared.
const MAX_ALTERNATIVES: usize = 32;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in decoded(cx.document()) {
        let nodes = schema
            .items_of("oneOf")
            .take(MAX_ALTERNATIVES)
            .collect::<Vec<_>>();
        let alternatives = nodes
            .iter()
            .map(|node| effective(cx.document(), node.clone()))
            .collect::<Vec<_>>();
        let pairs = (0..nodes.len()).flat_map(|later| (0..later).map(move |first| (first, later)));
        let mut taken = pairs.filter(|&(first, later)| {
            takes(cx.document(), &alternatives[first], &alternatives[later])
        });
        // One pair suffices: its fix may resolve the others.
        if let Some((first, later)) = taken.next() {
            let message = format!(
                "an alternative of {} is never decoded: an earlier one accepts its values",
                called(&schema.pointer)
            );
            let before = Label::value(nodes[first].pointer.clone())
                .with_message("requires nothing that the other lacks");
            let diagnostic = cx
                .diagnostic(Label::value(nodes[later].pointer.clone()), message)
                .label(before);
            out.push(diagnostic.help("give each a required property with an `enum` of one value, or put the one that requires more first"));
        }
    }
}

/// Whether values of the later alternative are decoded as the first one, with a loss.
fn takes(document: &Document, first: &Effective<'_>, later: &Effective<'_>) -> bool {
    let is_object =
        |one: &Effective<'_>| one.kind == Some("object") && one.properties().next().is_some();
    let is_strict = first.parts.iter().any(|part| {
        part.value
            .get("additionalProperties")
            .is_some_and(|value| !value.is_boolean() || *value == Value::Bool(false))
    });
    let is_choice = |one: &Effective<'_>| {
        one.parts.iter().any(|part| {
            ["oneOf", "anyOf"]
                .iter()
                .any(|key| part.value.get(*key).is_some())
        })
    };
    if !is_object(first) || !is_object(later) || is_strict || is_choice(first) || is_choice(later) {
        return false;
    }
    let in_later = |name: &str| {
        later
            .properties()
            .find(|(other, _)| *other == name)
            .map(|(_, node)| node)
    };
    let in_first = |name: &str| first.properties().any(|(other, _)| other == name);
    let required = first
        .parts
        .iter()
        .flat_map(|part| part.items_of("required"));
    let asks_for_more = required
        .filter_map(|name| name.value.as_str())
        .any(|name| in_later(name).is_none());
    let differs = first
        .properties()
        .any(|(name, node)| in_later(name).is_some_and(|other| !overlap(document, &node, &other)));
    let loses = later.properties().any(|(name, _)| !in_first(name));
    !asks_for_more && !differs && loses
}

/// Whether a value may be of both schemas, as far as types and enumerations tell.
fn overlap(document: &Document, one: &Node<'_>, other: &Node<'_>) -> bool {
    let (one, other) = (
        effective(document, one.clone()),
        effective(document, other.clone()),
    );
    let of = |effective: &Effective<'_>| {
        let listed = effective
            .parts
            .iter()
            .find(|part| part.value.get("enum").is_some());
        listed.map(|part| {
            part.items_of("enum")
                .map(|value| value.value.clone())
                .collect::<Vec<_>>()
        })
    };
    let kinds = one
        .kind
        .zip(other.kind)
        .is_none_or(|(one, other)| one == other);
    let values = of(&one)
        .zip(of(&other))
        .is_none_or(|(one, other)| one.iter().any(|value| other.contains(value)));
    kinds && values
}
