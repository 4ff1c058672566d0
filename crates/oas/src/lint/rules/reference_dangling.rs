use crate::grammar::Kind;
use crate::lint::{Category, Check, Context, Equivalent, Rule};
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
                // A value of a mapping is a reference, or the bare name of a schema.
                if let Some(reference) = target
                    .value
                    .as_str()
                    .filter(|text| text.contains(['#', '/']))
                {
                    out.extend(dangling(cx, target.pointer, reference));
                }
            }
        }
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
