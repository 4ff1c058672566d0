use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "nullable-without-type",
    category: Category::Schemas,
    severity: Severity::Warning,
    summary: "`nullable` stands beside no `type`",
    documentation: r#"
Read strictly, OpenAPI 3.0.3 has `nullable` add null to the `type` beside it, and do nothing where there is none. What people
mean by it is clear, and the validator here takes it so; other tools take it the one way or the other.

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
                cx.finding(at, "`nullable` has no `type` to add null to")
                    .help("add the `type`"),
            );
        }
    }
}
