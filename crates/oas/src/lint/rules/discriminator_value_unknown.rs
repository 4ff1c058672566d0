use crate::lint::{Category, Check, Context, Rule, published};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Pointer, Severity, Validators, Violation};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "discriminator-value-unknown",
    category: Category::Examples,
    severity: Severity::Warning,
    summary: "An example has an unknown discriminator value",
    documentation: r#"
## What it does

Reports an `example`, `default` or published example in which the property of a `discriminator` selects no schema. Known values are
the keys of the `mapping` and the names of the component schemas: the members of `oneOf` and `anyOf`, or those that refer to the
schema in their `allOf`, and the schema itself.

## Why is this bad?

"If the discriminator value does not match an implicit or explicit mapping, no schema can be determined and validation SHOULD fail"
(OpenAPI 3.0.3, section 4.7.25). The mock server rejects such a value.

## Example

```yaml,bad
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      required: [kind]
      properties:
        kind: {description: What it is., type: string}
      discriminator: {propertyName: kind, mapping: {cat: Cat}}
      example: {kind: kat}
    Cat:
      description: A cat.
      allOf:
        - {$ref: '#/components/schemas/Pet'}
```

## Use instead

```yaml,good
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      required: [kind]
      properties:
        kind: {description: What it is., type: string}
      discriminator: {propertyName: kind, mapping: {cat: Cat}}
      example: {kind: cat}
    Cat:
      description: A cat.
      allOf:
        - {$ref: '#/components/schemas/Pet'}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for checked in cx.checked_examples() {
        for violation in &checked.violations {
            let at = violation.label(&checked.example.value);
            out.extend(unknown(cx, violation, at));
        }
    }
    let has_any = || cx.objects_of(Kind::Discriminator).next().is_some();
    if cx.published().is_none() || !has_any() {
        return;
    }
    let validators = Validators::new(cx.document());
    for file in published::files(cx) {
        let schema = file
            .media_type()
            .and_then(|media_type| media_type.schema.as_ref());
        let compile = |schema: &Pointer| validators.compile(schema, file.direction).ok();
        let Some(validator) = schema.and_then(|schema| compile(&schema.pointer)) else {
            continue;
        };
        for violation in validator.violations(&file.document.root().into()) {
            let at = violation.label(&file.document.root_node());
            out.extend(unknown(cx, &violation, at.in_source(file.source)));
        }
    }
}

fn unknown(cx: &Context<'_>, violation: &Violation, at: Label) -> Option<Diagnostic> {
    let discriminator = Label::key(violation.schema.clone()).with_message("the discriminator");
    let diagnostic = || {
        cx.diagnostic(at, violation.message.clone())
            .label(discriminator)
    };
    violation.is_unknown_variant().then(diagnostic)
}
