use std::fmt::Write as _;

/// Markdown under construction: blocks, each followed by an empty line.
///
/// The dialect is GitHub's. Text of a document is added through [`text`], [`code`],
/// [`literal`](super::facts::literal) or [`prose`](super::prose), so that it stays in the cell,
/// line or fence that contains it.
#[derive(Debug, Default)]
pub(super) struct Markdown(String);

impl Markdown {
    /// A paragraph, or finished blocks; nothing if it is empty.
    pub(super) fn block(&mut self, block: &str) {
        if !block.is_empty() {
            self.0.push_str(block);
            self.0.push_str("\n\n");
        }
    }

    pub(super) fn heading(&mut self, level: usize, inline: &str) {
        self.block(&format!("{} {inline}", "#".repeat(level)));
    }

    /// A heading that links can lead to.
    pub(super) fn target(&mut self, level: usize, anchor: &str, inline: &str) {
        self.heading(level, &format!("<a name=\"{anchor}\"></a>{inline}"));
    }

    pub(super) fn code_block(&mut self, language: &str, code: &str) {
        self.block(&fenced(language, code));
    }

    /// A table; nothing, when it has no rows.
    pub(super) fn table<const N: usize>(&mut self, head: [&str; N], rows: &[[String; N]]) {
        if rows.is_empty() {
            return;
        }
        let mut table = format!("| {} |\n|{}", head.join(" | "), "---|".repeat(N));
        for row in rows {
            // Writing to a string does not fail.
            let _ = write!(table, "\n| {} |", row.join(" | "));
        }
        self.block(&table);
    }

    pub(super) fn finish(self) -> String {
        let mut text = self.0;
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }
}

/// A fenced code block. Its fence is longer than any run of backticks inside, which is the only
/// thing that could end it early.
pub(super) fn fenced(language: &str, code: &str) -> String {
    let fence = "`".repeat(longest_run(code, '`').max(2) + 1);
    let known = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '#' | '.');
    let language: String = language.to_lowercase().chars().filter(known).collect();
    let code = code.trim_end_matches('\n');
    format!("{fence}{language}\n{code}\n{fence}")
}

/// Text that is not Markdown, for the inside of a line of it: what Markdown, HTML or a table would
/// read as markup is escaped.
pub(super) fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before: Option<char> = None;
    let mut characters = text.trim().chars().peekable();
    while let Some(character) = characters.next() {
        let after = characters.peek();
        let in_word =
            before.is_some_and(char::is_alphanumeric) && after.is_some_and(|c| c.is_alphanumeric());
        let markup = match character {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '$' => true,
            '_' => !in_word,
            '&' => after.is_some_and(|c| *c == '#' || c.is_ascii_alphabetic()),
            '#' => before.is_none_or(char::is_whitespace),
            _ => false,
        };
        if markup {
            escaped.push('\\');
        }
        match character {
            // A pipe ends the cell, with a backslash or without: renderers differ in how they count
            // backslashes.
            '|' => escaped.push_str("&#124;"),
            control if control.is_control() => escaped.push(' '),
            other => escaped.push(other),
        }
        before = Some(character);
    }
    escaped
}

/// Words as a sentence.
pub(super) fn sentence(words: &str) -> String {
    let mut characters = words.chars();
    let first = characters
        .next()
        .map(|first| first.to_uppercase().to_string())
        .unwrap_or_default();
    format!("{first}{}.", characters.as_str())
}

/// A code span.
pub(super) fn code(code: &str) -> String {
    if code.trim().is_empty() || code.contains('|') || code.contains(char::is_control) {
        // A code span can hold neither nothing nor, inside a table, a pipe.
        return format!("<code>{}</code>", text(code));
    }
    let ticks = "`".repeat(longest_run(code, '`') + 1);
    let pad = if code.starts_with(['`', ' ']) || code.ends_with(['`', ' ']) {
        " "
    } else {
        ""
    };
    format!("{ticks}{pad}{code}{pad}{ticks}")
}

/// A link to an anchor in the page.
pub(super) fn link(inline: &str, anchor: &str) -> String {
    format!("[{inline}](#{anchor})")
}

/// An external link; the address as code unless it is an HTTP URL.
pub(super) fn web_link(inline: &str, address: &str) -> String {
    if address.starts_with("https://") || address.starts_with("http://") {
        format!("[{inline}]({})", destination(address))
    } else {
        format!("{inline}: {}", code(address))
    }
}

/// The address of a link, with everything percent-encoded that could end it, or the cell around it.
pub(super) fn destination(address: &str) -> String {
    let mut encoded = String::from("<");
    for character in address.chars() {
        match character {
            '<' | '>' | '|' | '\\' | '`' | ' ' => {
                let _ = write!(encoded, "%{:02X}", u32::from(character));
            }
            control if control.is_control() => {}
            other => encoded.push(other),
        }
    }
    encoded.push('>');
    encoded
}

/// The name of an anchor in the page, different for different names.
pub(super) fn anchor(kind: &str, name: &str) -> String {
    let mut anchor = format!("{kind}-");
    for character in name.chars() {
        match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' => anchor.push(character),
            other => {
                let _ = write!(anchor, "_{:x}_", u32::from(other));
            }
        }
    }
    anchor
}

fn longest_run(text: &str, character: char) -> usize {
    text.split(|c| c != character)
        .map(str::len)
        .max()
        .unwrap_or(0)
}
