use pulldown_cmark::{Event, Parser, Tag};

use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "markdown-unsafe",
    category: Category::Security,
    severity: Severity::Warning,
    summary: "A description contains active HTML",
    documentation: r#"
## What it does

Reports a description with `<script>` or another element that loads code, an attribute such as `onclick`, or a `javascript:` URL.
Code spans and blocks are not reported.

## Why is this bad?

Descriptions are Markdown, which may contain HTML. A page that does not sanitise it runs the script.

## Example

```yaml,bad
tags:
  - name: Pets
    description: Pets. <img src="x" onerror="alert(1)">
  - name: Owners
    description: Who [owns](javascript:alert(1)) pets.
```

## Use instead

```yaml,good
tags:
  - name: Pets
    description: Pets. They may not have `<script>` in their names. <br> See [the page](https://example.com).
```
"#,
    equivalents: &[
        Equivalent::spectral("no-script-tags-in-markdown"),
        Equivalent::redocly("no-unsafe-markdown"),
    ],
    check: Check::Document(check),
};

/// Elements that run or load code.
const ELEMENTS: &[&str] = &["script", "iframe", "object", "embed"];

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for object in cx.objects().iter().filter(|object| !object.is_reference()) {
        for key in ["description", "summary", "title"] {
            let Some(text) = object.node.str(key) else {
                continue;
            };
            // Fast path: most descriptions contain no HTML.
            if !text.contains('<') && !text.to_ascii_lowercase().contains("javascript") {
                continue;
            }
            if let Some(what) = unsafe_part(text) {
                let at = Label::value(object.node.pointer.join(key));
                out.push(cx.diagnostic(at, format!("{what} may run a script")));
            }
        }
    }
}

fn unsafe_part(text: &str) -> Option<String> {
    Parser::new(text).find_map(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) => in_html(&html),
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            is_script(&dest_url).then(|| "the URL of a link".to_owned())
        }
        _ => None,
    })
}

fn in_html(html: &str) -> Option<String> {
    let html = html.to_ascii_lowercase();
    html.split('<').skip(1).find_map(|tag| {
        let name = tag
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default();
        if ELEMENTS.contains(&name) {
            return Some(format!("`<{name}>`"));
        }
        let attributes = tag
            .split(|c: char| c.is_ascii_whitespace() || c == '/')
            .skip(1);
        let mut named = attributes.filter_map(|attribute| attribute.split_once('='));
        named.find_map(|(name, value)| {
            let runs = name.starts_with("on") || is_script(value.trim_start_matches(['"', '\'']));
            runs.then(|| format!("the attribute `{name}`"))
        })
    })
}

fn is_script(address: &str) -> bool {
    let address = address
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control());
    address
        .collect::<String>()
        .to_ascii_lowercase()
        .starts_with("javascript:")
}
