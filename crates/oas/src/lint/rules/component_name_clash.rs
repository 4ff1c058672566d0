use crate::lint::codegen::type_name;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "component-name-clash",
    category: Category::Codegen,
    severity: Severity::Warning,
    summary: "A component name shadows a type of the generated client",
    documentation: r#"
## What it does

Reports a component schema whose Rust name is that of a type that the generated client contains, such as `Client`, `Error`,
`ResponseValue` or `ByteStream`.

## Why is this bad?

A program that imports both modules cannot use either name.

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
        4XX:
          description: Rejected.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Error'}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {name: {description: Its name., type: string}}}
    Error: {description: What is wrong., type: object, properties: {code: {description: A code., type: string}}}
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
        4XX:
          description: Rejected.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ErrorResponse'}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {name: {description: Its name., type: string}}}
    ErrorResponse: {description: What is wrong., type: object, properties: {code: {description: A code., type: string}}}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

/// Names in the generated client beside `types`.
const OWN: [&str; 7] = [
    "ByteStream",
    "Client",
    "ClientHooks",
    "ClientInfo",
    "Error",
    "OperationInfo",
    "ResponseValue",
];

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let components = cx.document().root_node().get("components");
    for (name, schema) in components
        .iter()
        .flat_map(|node| node.members_of("schemas"))
    {
        let rust = type_name(name);
        if OWN.contains(&&*rust) {
            let message =
                format!("component name shadows a built-in client type: `{name}` becomes `{rust}`");
            let help = match name {
                "Error" => "rename it, for example to `ErrorResponse`",
                _ => "choose another name",
            };
            out.push(
                cx.diagnostic(Label::key(schema.pointer), message)
                    .help(help),
            );
        }
    }
}
