/// The same text as far as a reader sees, with nothing left that rustdoc would compile.
///
/// A code block without a language, and an indented one, are Rust to rustdoc; they become `text`.
pub(crate) fn harmless(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut fence: Option<String> = None;
    let mut in_indented = false;
    let mut after_blank = true;
    for line in text.trim_end().lines() {
        let trimmed = line.trim_start();
        if let Some(mark) = &fence {
            if trimmed.trim_end() == mark {
                fence = None;
            }
            lines.push(line.to_owned());
            continue;
        }
        let indented = line.starts_with("    ") || line.starts_with('\t');
        if in_indented && !indented && !trimmed.is_empty() {
            lines.push("```".to_owned());
            in_indented = false;
        }
        if indented && after_blank && !trimmed.is_empty() && !in_indented {
            lines.push("```text".to_owned());
            in_indented = true;
        }
        if in_indented {
            lines.push(line.strip_prefix("    ").unwrap_or(trimmed).to_owned());
        } else if let Some(mark) = fence_mark(trimmed) {
            let indent = &line[..line.len() - trimmed.len()];
            lines.push(format!("{indent}{mark}text"));
            fence = Some(mark);
        } else {
            lines.push(line.to_owned());
        }
        after_blank = trimmed.is_empty();
    }
    if in_indented {
        lines.push("```".to_owned());
    }
    lines.join("\n")
}

/// The run of backticks or tildes that opens a fenced block.
fn fence_mark(line: &str) -> Option<String> {
    let first = line.chars().next().filter(|c| *c == '`' || *c == '~')?;
    let run: String = line.chars().take_while(|c| *c == first).collect();
    (run.len() >= 3).then_some(run)
}
