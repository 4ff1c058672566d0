use serde_json::Value;
use std::collections::HashMap;

use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::COMPOSITION;
use crate::{Diagnostic, Label, Node, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "reference-circular",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "A reference cycle never resolves to a schema",
    documentation: r#"
## What it does

Reports a reference that resolves to itself through references, `allOf`, `anyOf`, `oneOf` and `not` alone. A schema may contain
itself in a property or as an item.

## Why is this bad?

The cycle describes nothing, and tools that follow it do not terminate.

## Example

```yaml,bad
components:
  schemas:
    Chicken: {$ref: '#/components/schemas/Egg'}
    Egg:
      description: An egg.
      allOf:
        - $ref: '#/components/schemas/Chicken'
```

## Use instead

```yaml,good
components:
  schemas:
    Tree:
      description: A tree.
      type: object
      properties:
        branches:
          description: The trees below.
          type: array
          items: {$ref: '#/components/schemas/Tree'}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut colors = HashMap::new();
    for object in cx.objects() {
        search(cx, &object.node, &mut colors, out);
    }
}

/// Progress of the search of a node.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Color {
    /// The search is below the schema.
    Open,
    Done,
}

/// Schemas are identified by the address of their value, which is cheaper than by pointer.
type Colors = HashMap<*const Value, Color>;

/// Searches depth-first from a schema, without recursion; a reference to an open schema closes a
/// cycle.
fn search<'d>(cx: &Context<'d>, from: &Node<'d>, colors: &mut Colors, out: &mut Vec<Diagnostic>) {
    if colors.contains_key(&std::ptr::from_ref(from.value)) {
        return;
    }
    let mut stack = vec![(from.clone(), None)];
    while let Some((node, steps)) = stack.pop() {
        let id = std::ptr::from_ref(node.value);
        let mut steps = match steps {
            Some(steps) => steps,
            None => {
                colors.insert(id, Color::Open);
                in_place(cx, &node)
            }
        };
        let Some(step) = steps.pop() else {
            colors.insert(id, Color::Done);
            continue;
        };
        stack.push((node.clone(), Some(steps)));
        match colors.get(&std::ptr::from_ref(step.value)) {
            None => stack.push((step, None)),
            Some(Color::Open) => {
                let at = Label::value(node.pointer.join("$ref"));
                out.push(cx.diagnostic(at, "reference cycle never resolves to a schema"));
            }
            Some(Color::Done) => {}
        }
    }
}

/// Returns the nodes that determine the meaning of a node, in reverse order.
fn in_place<'d>(cx: &Context<'d>, node: &Node<'d>) -> Vec<Node<'d>> {
    if let Some(reference) = node.reference() {
        let target = Pointer::from_reference(reference);
        return target
            .and_then(|target| cx.document().node(&target))
            .into_iter()
            .collect();
    }
    let members = COMPOSITION
        .into_iter()
        .flat_map(|keyword| node.items_of(keyword));
    let mut steps: Vec<_> = members.chain(node.get("not")).collect();
    steps.reverse();
    steps
}
