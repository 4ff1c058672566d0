use serde_json::Map;

use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::objects::Object;
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "keyword-unknown",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "A keyword is not part of OpenAPI 3.0",
    documentation: r#"
## What it does

Reports a key that the object does not have, and a path that does not begin with `/`. Keys that begin with `x-` are extensions.

## Why is this bad?

Tools ignore unknown keys: a misspelled `maxLenght` limits nothing.

## Example

```yaml,bad
components:
  schemas:
    Name:
      description: A name.
      type: string
      maxLenght: 40
      const: x
```

## Use instead

```yaml,good
components:
  schemas:
    Name:
      description: A name.
      type: string
      maxLength: 40
      x-owner: team-names
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-schema"),
        Equivalent::redocly("struct"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for object in cx.objects().iter().filter(|object| !object.is_reference()) {
        for key in object
            .node
            .value
            .as_object()
            .into_iter()
            .flat_map(Map::keys)
        {
            let extension = key.starts_with("x-") && object.kind.has_extensions();
            // `value-invalid` reports a reference that is not a string.
            let is_reference = key == "$ref" && object.kind.can_be_reference();
            let is_known = is_reference || object.kind.shape(key).is_some();
            let variant = object.variant();
            let mut fields = object.kind.fields().iter();
            let field = fields.find(|field| field.name == key);
            let is_of_other = field.is_some_and(|field| !field.is_of(variant.as_deref()));
            if extension || (is_known && !is_of_other) {
                continue;
            }
            let article = object.kind.with_article();
            let message = match (&variant, object.kind) {
                (_, Kind::Paths) => format!("the path `{key}` does not begin with `/`"),
                (Some(variant), _) if is_of_other => {
                    format!("`{key}` is not a keyword of {article} of type `{variant}`")
                }
                _ => format!("`{key}` is not a keyword of {article}"),
            };
            let diagnostic = cx.diagnostic(Label::key(object.node.pointer.join(key)), message);
            out.push(match advice(object, key) {
                Some(advice) => diagnostic.help(advice),
                None => diagnostic,
            });
        }
    }
}

fn advice(object: &Object<'_>, key: &str) -> Option<String> {
    let fields = object.kind.fields().iter().map(|field| field.name);
    let missing = fields.filter(|field| object.node.value.get(field).is_none());
    match object.kind {
        Kind::Document if matches!(key, "webhooks" | "jsonSchemaDialect") => {
            Some(format!("`{key}` is for OpenAPI 3.1"))
        }
        Kind::Schema if key == "const" => {
            Some("`const` is for OpenAPI 3.1: in 3.0, an `enum` with one value".to_owned())
        }
        Kind::Schema if LATER.contains(&key) => {
            Some(format!("`{key}` is for JSON Schema and OpenAPI 3.1"))
        }
        Kind::Operation if Kind::Responses.shape(key).is_some() => {
            Some("a status belongs below `responses`".to_owned())
        }
        Kind::Response | Kind::RequestBody if key.contains('/') => {
            Some("a media type belongs below `content`".to_owned())
        }
        Kind::Paths => Some(format!(
            "write `/{}`, or `x-` before a key that is not a path",
            key.trim_start_matches('/')
        )),
        Kind::Responses => {
            Some("write a status such as `201`, a range such as `4XX`, or `default`".to_owned())
        }
        _ => crate::suggest::closest(key, missing).map(|name| format!("did you mean `{name}`?")),
    }
}

/// Keywords of JSON Schema that OpenAPI 3.0 left out and 3.1 has.
const LATER: &[&str] = &[
    "$anchor",
    "$comment",
    "$defs",
    "$id",
    "$schema",
    "additionalItems",
    "contains",
    "contentEncoding",
    "contentMediaType",
    "definitions",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "else",
    "examples",
    "if",
    "patternProperties",
    "prefixItems",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
];
