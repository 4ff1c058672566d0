use crate::lint::{Category, Check, Context, Rule};
use indexmap::IndexSet;

use crate::vocabulary::{Kind, Method};
use crate::{Diagnostic, Document, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "link-operation-unresolved",
    category: Category::Operations,
    severity: Severity::Error,
    summary: "A link does not identify one operation",
    documentation: r#"
## What it does

Reports a link whose `operationId` or `operationRef` does not resolve to an operation of the document, or that has both or neither of
them. An `operationRef` to another document is not followed.

## Why is this bad?

A link must identify the operation that it refers to (OpenAPI 3.0.3, section 4.7.20): a client cannot follow it.

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
          links:
            next: {operationId: listMorePets}
            first: {operationRef: '#/paths/~1dogs/get'}
        4XX: {description: Rejected.}
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
          links:
            next: {operationId: listPets}
            first: {operationRef: '#/paths/~1pets/get'}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let ids = cx
        .document()
        .operations()
        .filter_map(|operation| operation.id());
    let ids = ids.collect::<IndexSet<_>>();
    for link in cx.objects_of(Kind::Link).map(|object| &object.node) {
        let (id, reference) = (link.get("operationId"), link.get("operationRef"));
        match (&id, &reference) {
            (Some(_), Some(reference)) => {
                let message = "`operationRef` and `operationId` exclude each other";
                out.push(cx.diagnostic(Label::key(reference.pointer.clone()), message));
            }
            (None, None) => {
                let message = "the link has neither `operationId` nor `operationRef`";
                out.push(cx.diagnostic(Label::key(link.pointer.clone()), message));
            }
            _ => {}
        }
        if let Some(id) = id
            && let Some(text) = id.value.as_str()
            && !ids.contains(text)
        {
            let message = format!("no operation has the id `{text}`");
            let diagnostic = cx.diagnostic(Label::value(id.pointer), message);
            out.push(match crate::suggest::closest(text, ids.iter().copied()) {
                Some(close) => diagnostic.help(format!("did you mean `{close}`?")),
                None => diagnostic,
            });
        }
        if let Some(reference) = reference
            && let Some(text) = reference.value.as_str()
            && text.starts_with('#')
            && !is_operation(cx.document(), text)
        {
            let message = format!("`{text}` is not an operation of the document");
            let diagnostic = cx.diagnostic(Label::value(reference.pointer), message);
            out.push(diagnostic.help(
                "write `#/paths/` with each `/` of the path as `~1`, then `/` and the method",
            ));
        }
    }
}

fn is_operation(document: &Document, reference: &str) -> bool {
    let target = Pointer::from_reference(reference);
    let method = target.as_ref().and_then(Pointer::last);
    let is_method = method.is_some_and(|key| Method::from_key(&key).is_some());
    let value = target.and_then(|target| document.get(&target));
    is_method && value.is_some_and(serde_json::Value::is_object)
}
