use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Document, Label, Pointer, Severity, Span};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "description-breaks-doctest",
    category: Category::Codegen,
    severity: Severity::Warning,
    summary: "A description has a code block that Rust compiles as a test",
    documentation: r#"
## What it does

Reports an indented code block, or a fence without a language, in a description that becomes documentation of the client.

## Why is this bad?

rustdoc takes such a block for Rust, and `cargo test` fails to compile it. A language on the fence is correct everywhere.

client-codegen labels such blocks as text.

## Example

```yaml,bad
components:
  schemas:
    Pet:
      type: object
      description: |
        A pet, as in this example:

            {"name": "Rex"}
      properties: {name: {description: Its name., type: string}}
```

## Use instead

```yaml,good
components:
  schemas:
    Pet:
      type: object
      description: |
        A pet, as in this example:

        ~~~json
        {"name": "Rex"}
        ~~~
      properties: {name: {description: Its name., type: string}}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for object in cx.objects().iter().filter(|object| !object.is_reference()) {
        let keys: &[&str] = match object.kind {
            Kind::Info | Kind::Schema | Kind::Parameter => &["description"],
            Kind::Operation => &["summary", "description"],
            _ => continue,
        };
        for key in keys {
            let Some(line) = object.node.str(key).and_then(tested) else {
                continue;
            };
            let what = match line.is_empty() {
                true => "an empty code block".to_owned(),
                false => format!("the code block that begins with `{line}`"),
            };
            let message = format!("{what} is compiled as a test");
            let place = object.node.pointer.join(key);
            let code = line_of(cx.document(), &place, line)
                .map(|span| Label::span(span).with_message("here"));
            let diagnostic = cx.diagnostic(Label::value(place), message);
            let diagnostic = code.into_iter().fold(diagnostic, Diagnostic::label);
            out.push(diagnostic.help("use a fence with a language, such as `text`"));
        }
    }
}

/// The first line of the first code block that rustdoc compiles.
fn tested(text: &str) -> Option<&str> {
    // Without these there is no code block, and most descriptions need not be parsed.
    if !["    ", "\t", "```", "~~~"]
        .iter()
        .any(|mark| text.contains(mark))
    {
        return None;
    }
    let mut events = Parser::new(text).into_offset_iter();
    events.find_map(|(event, range)| {
        let is_rust = match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => true,
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => is_rust(&info),
            _ => false,
        };
        let code = is_rust.then(|| text.get(range))??;
        let lines = code.lines().map(str::trim);
        Some(
            lines
                .clone()
                .find(|line| !line.starts_with(['`', '~']))
                .unwrap_or_default(),
        )
    })
}

/// Position of a line of a description in the text of the document, if it is written the same way
/// there.
fn line_of(document: &Document, description: &Pointer, line: &str) -> Option<Span> {
    let span = document.source_map().value(description)?;
    let (file, local) = document.file_at(span);
    let text = file.text().get(local.start..local.end)?;
    let start = span.start + text.find(line).filter(|at| *at > 0 && !line.is_empty())?;
    Some(Span {
        start,
        end: start + line.len(),
    })
}

/// Whether rustdoc compiles a block with this info string: it is empty, or consists of attributes
/// of Rust blocks.
fn is_rust(info: &str) -> bool {
    const RUST: [&str; 8] = [
        "rust",
        "should_panic",
        "no_run",
        "compile_fail",
        "edition2015",
        "edition2018",
        "edition2021",
        "edition2024",
    ];
    info.split([',', ' '])
        .map(str::trim)
        .all(|word| word.is_empty() || RUST.contains(&word))
}
