use super::Report;

pub(super) fn render(report: &Report<'_>) -> String {
    let mut out = format!("**{}**\n", report.summary());
    if report.diagnostics.is_empty() {
        return out;
    }
    out.push_str("\n| severity | id | where | what |\n|---|---|---|---|\n");
    for diagnostic in report.diagnostics {
        let Some(at) = report.sources.locate(&diagnostic.primary) else {
            continue;
        };
        let mut what = text(&diagnostic.message);
        for note in diagnostic.notes.iter().chain(&diagnostic.help) {
            what.push_str("<br>");
            what.push_str(&text(note));
        }
        out.push_str(&format!(
            "| {} | {} | {} | {what} |\n",
            diagnostic.severity,
            text(&diagnostic.id),
            text(&format!("{}:{}", at.name(), at.location)),
        ));
    }
    out
}

/// Text from a document as Markdown that shows just that text, in one cell of a table: a code span where it was one, and
/// nothing else that Markdown or HTML would read.
pub fn text(source: &str) -> String {
    let mut out = String::new();
    // An odd backtick is no code span, and several in a row pair with as many only; they are shown as they are.
    let paired = source.matches('`').count().is_multiple_of(2) && !source.contains("``");
    let mut in_code = false;
    for c in source.chars() {
        match c {
            '`' if paired => {
                in_code = !in_code;
                out.push('`');
            }
            '|' => out.push_str("\\|"),
            c if c.is_control() => out.push(' '),
            c if in_code => out.push(c),
            // A name in a document calls nobody in.
            '@' => out.push_str("@\u{200b}"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '~' | '!' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}
