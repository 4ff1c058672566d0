use crate::lint::codegen::type_name;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "component-name-clash",
    category: Category::Codegen,
    severity: Severity::Warning,
    summary: "A component is called like a type that the generated client brings along",
    documentation: r#"
Beside its `types`, a generated client has types of its own: `Client`, `Error`, `ResponseValue`, `ByteStream` and more. A component
of such a name makes two types of one name, and whoever imports both modules, as one does, has neither.

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
          description: Refused.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Error'}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {name: {description: Its name., type: string}}}
    Error: {description: What is wrong., type: object, properties: {code: {description: A code., type: string}}}
```

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
          description: Refused.
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

/// What the generated client has beside its `types`.
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
            let message = format!("the client has a type `{rust}` beside the one of `{name}`");
            let help = match name {
                "Error" => "name it otherwise: `ErrorResponse`, say",
                _ => "name it otherwise",
            };
            out.push(cx.finding(Label::key(schema.pointer), message).help(help));
        }
    }
}
