use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "keyword-ignored",
    category: Category::Schemas,
    severity: Severity::Warning,
    summary: "A keyword says nothing about values of the schema's type",
    documentation: r#"
`minLength` is about strings, `items` about arrays: beside another `type` they are ignored, and what was meant does not hold.
An exclusive bound modifies `minimum` or `maximum` and says nothing alone (in OpenAPI 3.1 it is a number of its own).

```yaml,bad
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      items: {$ref: '#/components/schemas/Pet'}
      properties:
        age: {description: In years., type: integer, minLength: 1}
        weight: {description: In grams., type: number, exclusiveMinimum: true}
```

```yaml,good
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      properties:
        age: {description: In years., type: integer, minimum: 1}
        weight: {description: In grams., type: number, minimum: 0, exclusiveMinimum: true}
        name: {description: Its name., type: string, minLength: 1}
```
"#,
    equivalents: &[Equivalent::redocly("no-schema-type-mismatch")],
    check: Check::Document(check),
};

/// Keywords about values of some types only.
const ABOUT: &[(&[&str], &[&str])] = &[
    (
        &["number", "integer"],
        &[
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
        ],
    ),
    (&["string"], &["minLength", "maxLength", "pattern"]),
    (
        &["array"],
        &["items", "minItems", "maxItems", "uniqueItems"],
    ),
    (
        &["object"],
        &[
            "properties",
            "required",
            "additionalProperties",
            "minProperties",
            "maxProperties",
        ],
    ),
];

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in cx.objects_of(Kind::Schema).map(|object| &object.node) {
        let Some(kind) = schema.str("type").filter(|kind| {
            ABOUT.iter().any(|(kinds, _)| kinds.contains(kind)) || *kind == "boolean"
        }) else {
            continue;
        };
        for (kinds, keywords) in ABOUT.iter().filter(|(kinds, _)| !kinds.contains(&kind)) {
            for keyword in keywords
                .iter()
                .filter(|keyword| schema.value.get(keyword).is_some())
            {
                let at = Label::key(schema.pointer.join(keyword));
                let message = format!(
                    "`{keyword}` is about type `{}`, and the type is `{kind}`",
                    kinds[0]
                );
                out.push(
                    cx.finding(at, message)
                        .label(Label::value(schema.pointer.join("type")).saying("the type")),
                );
            }
        }
        for (exclusive, bound) in [
            ("exclusiveMinimum", "minimum"),
            ("exclusiveMaximum", "maximum"),
        ] {
            if matches!(kind, "number" | "integer")
                && schema.is_true(exclusive)
                && schema.value.get(bound).is_none()
            {
                let at = Label::key(schema.pointer.join(exclusive));
                out.push(cx.finding(at, format!("`{exclusive}` says nothing without `{bound}`")));
            }
        }
    }
}
