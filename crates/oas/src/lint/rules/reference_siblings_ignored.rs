use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "reference-siblings-ignored",
    category: Category::Schemas,
    severity: Severity::Warning,
    summary: "A keyword beside a `$ref` is ignored",
    documentation: r#"
## What it does

Reports a keyword beside a `$ref`.

## Why is this bad?

In OpenAPI 3.0, a reference replaces the whole object, and its siblings have no effect (OpenAPI 3.0.3, section 4.7.23). To describe
a property that refers to a schema, wrap the reference in `allOf`.

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
          $ref: '#/components/schemas/Owner'
```

## Use instead

```yaml,good
components:
  schemas:
    Owner: {description: An owner., type: string}
    Pet:
      description: A pet.
      type: object
      properties:
        owner:
          description: Who has it.
          allOf: [{$ref: '#/components/schemas/Owner'}]
```
"#,
    equivalents: &[
        Equivalent::spectral("no-$ref-siblings"),
        Equivalent::redocly("spec-ref-siblings"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for object in cx.objects().iter().filter(|object| object.is_reference()) {
        for (key, sibling) in object.node.members().filter(|(key, _)| *key != "$ref") {
            let at = Label::key(sibling.pointer);
            let diagnostic = cx.diagnostic(at, format!("`{key}` has no effect beside `$ref`"));
            let diagnostic = diagnostic.label(Label::key(object.node.pointer.join("$ref")));
            out.push(match object.kind {
                Kind::Schema => diagnostic.help("wrap the reference: `allOf: [{$ref: …}]`"),
                _ => diagnostic.help(format!(
                    "delete it, or move it to the target of the reference: {}",
                    object.kind.with_article()
                )),
            });
        }
    }
}
