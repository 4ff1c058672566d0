use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "nullable-without-type",
    category: Category::Schemas,
    severity: Severity::Warning,
    summary: "`nullable` has no `type` beside it",
    documentation: r#"
## What it does

Reports `nullable: true` on a schema without a `type`.

## Why is this bad?

By OpenAPI 3.0.3, `nullable` adds null to the `type` beside it, and has no effect without one. The validator of this workspace
accepts null there, as authors mean it; other tools differ.

## Example

```yaml,bad
components:
  schemas:
    Owner: {description: An owner., type: string}
    Pet:
      description: A pet.
      type: object
      properties:
        owner:
          description: Who has it.
          nullable: true
          allOf: [{$ref: '#/components/schemas/Owner'}]
```

## Use instead

```yaml,good
components:
  schemas:
    Owner: {description: An owner., type: string, nullable: true}
    Pet:
      description: A pet.
      type: object
      properties:
        owner:
          description: Who has it.
          allOf: [{$ref: '#/components/schemas/Owner'}]
```
"#,
    equivalents: &[Equivalent::redocly("nullable-type-sibling")],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in cx.objects_of(Kind::Schema) {
        if schema.node.is_true("nullable") && schema.node.value.get("type").is_none() {
            let at = Label::key(schema.node.pointer.join("nullable"));
            out.push(
                cx.diagnostic(at, "`nullable` has no `type` to add null to")
                    .help("add the `type`"),
            );
        }
    }
}
