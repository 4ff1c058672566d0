use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Node, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "reference-dangling",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "A reference leads nowhere",
    documentation: r#"
What a `$ref` leads to must be in the same document: nothing else is read.

```yaml,bad
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      properties:
        owner: {$ref: '#/components/schemas/Ownr'}
        food: {$ref: 'food.yaml#/Food'}
    Owner: {description: An owner., type: string}
```

```yaml,good
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      properties:
        owner: {$ref: '#/components/schemas/Owner'}
    Owner: {description: An owner., type: string}
```
"#,
    equivalents: &[
        Equivalent::spectral("invalid-ref"),
        Equivalent::redocly("no-unresolved-refs"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for object in cx.objects() {
        let may_refer = object.is_reference() || object.kind == Kind::PathItem;
        if let Some(reference) = object.node.reference().filter(|_| may_refer) {
            let at = object.node.pointer.join("$ref");
            out.extend(dangling(cx, at, reference));
        }
        if object.kind == Kind::Discriminator {
            for (_, target) in object.node.members_of("mapping") {
                let Some(text) = target.value.as_str() else {
                    continue;
                };
                if cx.document().mapping_target(text).is_none() {
                    out.push(unmapped(cx, target.pointer, text));
                }
            }
        }
    }
}

/// A target of a mapping: a reference, or the bare name of a component.
fn unmapped(cx: &Context<'_>, at: Pointer, text: &str) -> Diagnostic {
    if text.contains(['#', '/']) {
        if let Some(finding) = dangling(cx, at.clone(), text) {
            return finding;
        }
        let message = format!("`{text}` never resolves to a schema");
        return cx.finding(Label::value(at), message);
    }
    let message = format!("`{text}` is not the name of a component schema");
    let finding = cx.finding(Label::value(at), message);
    let names = cx.document().schemas().map(|(name, _)| name);
    match crate::suggest::closest(text, names) {
        Some(name) => finding.help(format!("did you mean `{name}`?")),
        None => finding,
    }
}

fn dangling(cx: &Context<'_>, at: Pointer, reference: &str) -> Option<Diagnostic> {
    let at = Label::value(at);
    let Some(target) = Pointer::from_reference(reference) else {
        return Some(if reference.starts_with('#') {
            cx.finding(at, format!("`{reference}` is not a JSON pointer"))
        } else {
            let finding = cx.finding(at, format!("`{reference}` leads out of the document"));
            finding.help("bundle the files into one, for example by `npx @redocly/cli bundle`, and lint that")
        });
    };
    if cx.document().get(&target).is_some() {
        return None;
    }
    let finding = cx.finding(at, format!("there is nothing at `{reference}`"));
    let siblings = target
        .parent()
        .and_then(|parent| cx.document().node(&parent));
    let names = siblings
        .iter()
        .flat_map(Node::members)
        .map(|(name, _)| name)
        .collect::<Vec<_>>();
    let name = target.last().unwrap_or_default();
    Some(match crate::suggest::closest(&name, names) {
        Some(name) => finding.help(format!("did you mean `{name}`?")),
        None => finding,
    })
}
