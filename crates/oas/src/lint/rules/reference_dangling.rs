use std::collections::HashSet;

use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::suggest::closest;
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Node, Pointer, Reason, Severity, Unresolved};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "reference-dangling",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "Unresolved reference",
    documentation: r#"
## What it does

Reports a `$ref`, or an entry of a `mapping`, whose target does not exist: in the same file, or in another one that is given by a
relative path. Other files are read only below the root (the git work tree, or the folder of the document), and only if they are
neither hidden nor ignored by git.

## Why is this bad?

Tools cannot read the document.

## Example

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

## Use instead

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
    let unresolved = cx.document().unresolved();
    out.extend(unresolved.iter().map(|one| in_other_file(cx, one)));
    let reported: HashSet<_> = unresolved.iter().map(|one| &one.at).collect();
    let dangling = |at: Pointer, reference: &str| match reported.contains(&at) {
        true => None,
        false => dangling(cx, at, reference),
    };
    for object in cx.objects() {
        let may_refer = object.is_reference() || object.kind == Kind::PathItem;
        if let Some(reference) = object.node.reference().filter(|_| may_refer) {
            let at = object.node.pointer.join("$ref");
            out.extend(dangling(at, reference));
        }
        if object.kind == Kind::Discriminator {
            for (_, target) in object.node.members_of("mapping") {
                let Some(text) = target.value.as_str() else {
                    continue;
                };
                if cx.document().mapping_target(text).is_none()
                    && !reported.contains(&target.pointer)
                {
                    out.push(unmapped(cx, target.pointer, text));
                }
            }
        }
    }
}

/// A target of a mapping: a reference, or the bare name of a component.
fn unmapped(cx: &Context<'_>, at: Pointer, text: &str) -> Diagnostic {
    if text.contains(['#', '/']) {
        if let Some(diagnostic) = dangling(cx, at.clone(), text) {
            return diagnostic;
        }
        let message = format!("`{text}` never resolves to a schema");
        return cx.diagnostic(Label::value(at), message);
    }
    let message = format!("`{text}` is not the name of a component schema");
    let diagnostic = cx.diagnostic(Label::value(at), message);
    let names = cx.document().schemas().map(|(name, _)| name);
    match closest(text, names) {
        Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
        None => diagnostic,
    }
}

fn dangling(cx: &Context<'_>, at: Pointer, reference: &str) -> Option<Diagnostic> {
    let at = Label::value(at);
    let Some(target) = Pointer::from_reference(reference) else {
        let message = format!("unresolved reference: `{reference}` is not a JSON pointer");
        return Some(cx.diagnostic(at, message));
    };
    if cx.document().get(&target).is_some() {
        return None;
    }
    let diagnostic = cx.diagnostic(
        at,
        format!("unresolved reference: `{reference}` does not exist"),
    );
    Some(with_suggestion(cx, diagnostic, &target))
}

/// Names the member most similar to one that does not exist.
fn with_suggestion(cx: &Context<'_>, diagnostic: Diagnostic, missing: &Pointer) -> Diagnostic {
    let siblings = missing
        .parent()
        .and_then(|parent| cx.document().node(&parent));
    let names = siblings
        .iter()
        .flat_map(Node::members)
        .map(|(name, _)| name)
        .collect::<Vec<_>>();
    let name = missing.last().unwrap_or_default();
    match closest(&name, names) {
        Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
        None => diagnostic,
    }
}

fn is_url(reference: &str) -> bool {
    let scheme = reference.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| {
        ["http", "https"]
            .iter()
            .any(|it| scheme.eq_ignore_ascii_case(it))
    })
}

/// A reference that could not be followed to another file, or in it.
fn in_other_file(cx: &Context<'_>, unresolved: &Unresolved) -> Diagnostic {
    let written = &unresolved.written;
    let diagnostic = |what: &str| {
        let at = Label::value(unresolved.at.clone());
        cx.diagnostic(at, format!("unresolved reference: {what}"))
    };
    match &unresolved.reason {
        Reason::NotRead => diagnostic(&format!("`{written}` is in another file, which is not read"))
            .help("bundle the files into one with `oas bundle`"),
        Reason::NotRelative if is_url(written) => diagnostic(&format!("`{written}` is a URL, and nothing is downloaded"))
            .help("bundle the files into one, for example with `npx @redocly/cli bundle`, or save the target next to the document"),
        Reason::NotRelative => diagnostic(&format!("`{written}` is not a relative path"))
            .help("bundle the files into one, for example with `npx @redocly/cli bundle`, or save the target next to the document"),
        Reason::Malformed => diagnostic(&format!("`{written}` is not a relative path"))
            .help("separate folders with `/`, and percent-encode other special characters"),
        Reason::Outside => diagnostic(&format!("`{written}` is outside the root"))
            .help("only files below the git work tree or the folder of the document are read; choose another root with `--root`"),
        Reason::Hidden => diagnostic(&format!("`{written}` is hidden"))
            .help("files and folders whose names begin with a dot are not read"),
        Reason::Extension => {
            let diagnostic = diagnostic(&format!("`{written}` is not a .yaml, .yml or .json file"));
            let mut schemas = cx.document().schemas();
            match schemas.any(|(name, _)| name == written) {
                true => diagnostic.help(format!("did you mean `#/components/schemas/{written}`?")),
                false => diagnostic,
            }
        }
        Reason::Unavailable => diagnostic(&format!("there is no readable file `{written}`"))
            .help("the file must exist below the root, and git must not ignore it; with `--tracked`, git must track it"),
        Reason::Failed(reason) => diagnostic(&format!("`{written}` cannot be read: {reason}")),
        Reason::Unreadable(at) => diagnostic(&format!("`{written}` is not readable YAML or JSON"))
            .label(Label::span(*at).with_message("reading ended here")),
        Reason::NotAPointer => diagnostic(&format!("the fragment of `{written}` is not a JSON pointer")),
        Reason::Missing { pointer, file } => {
            let diagnostic = diagnostic(&format!("`#{pointer}` does not exist in `{file}`"));
            with_suggestion(cx, diagnostic, &Pointer::of_part(file).concat(pointer))
        }
        Reason::Circular => diagnostic(&format!("the content of `{written}` contains itself"))
            .help("only an object that may be a reference may contain itself"),
        Reason::Limit(limit) => diagnostic(&format!("`{written}` exceeds a limit: {limit}")),
    }
}
