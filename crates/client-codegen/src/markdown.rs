/// Returns Markdown that renders as the same text, without anything that rustdoc compiles, resolves
/// or reports.
///
/// A code block that is indented, or fenced without a language, is a Rust example to rustdoc: it is
/// labelled `text`. A link to a Rust item or an HTML tag is escaped, and a bare URL becomes a link.
/// A text with more than paragraphs, headings, code blocks and flat lists is escaped as a whole.
pub(crate) fn escaped(text: &str) -> String {
    let text = text.trim_end().replace('\t', "    ");
    blocks(&text).unwrap_or_else(|| literal(&text))
}

/// The block that a line belongs to.
enum Block {
    Prose,
    Code,
    /// After a fence of this run of backticks or tildes.
    Fence(String),
}

fn blocks(text: &str) -> Option<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut place = Block::Prose;
    // The column at which the content of the list item starts; outside of a list, 0.
    let mut content = 0;
    let mut is_after_blank = true;
    for line in text.lines() {
        let text = line.trim();
        let indent = line.len() - line.trim_start().len();
        if let Block::Fence(mark) = &place {
            let is_end = indent < 4
                && text.starts_with(mark.as_str())
                && text.trim_start_matches(&mark[..1]).is_empty();
            lines.push(line.to_owned());
            if is_end {
                place = Block::Prose;
                is_after_blank = true;
            }
            continue;
        }
        if text.is_empty() {
            lines.push(String::new());
            is_after_blank = true;
            continue;
        }
        if is_after_blank && indent < content {
            content = 0;
        }
        if indent >= 4 && content == 0 && (is_after_blank || matches!(place, Block::Code)) {
            if !matches!(place, Block::Code) {
                lines.push("```text".to_owned());
                place = Block::Code;
            }
            if text.contains("```") {
                return None;
            }
            lines.push(line[4..].to_owned());
            is_after_blank = false;
            continue;
        }
        end_code(&mut lines, &mut place);
        if let Some(mark) = fence_mark(text).filter(|_| content == 0 && indent < 4) {
            lines.push(format!("{mark}text"));
            place = Block::Fence(mark);
            continue;
        }
        let item = item_content(text);
        let is_unusual = text.starts_with('>')
            || text.contains("```")
            || text.contains("~~~")
            || is_table_rule(text);
        let is_nested = item.is_some_and(|at| {
            item_content(&text[at..]).is_some() || text[at..].starts_with(['>', ' '])
        });
        if is_unusual
            || is_nested
            || (item.is_some() && indent > 3)
            || (is_after_blank && indent >= content + 4)
        {
            return None;
        }
        let column = if item.is_some() {
            indent
        } else {
            content.min(indent)
        };
        content = item.map_or(content, |at| indent + at);
        lines.push(format!("{}{}", " ".repeat(column), inline(text)));
        is_after_blank = false;
    }
    end_code(&mut lines, &mut place);
    if let Block::Fence(mark) = place {
        lines.push(mark);
    }
    Some(lines.join("\n"))
}

/// Closes an indented block before the blank lines that follow it, which are not part of it.
fn end_code(lines: &mut Vec<String>, place: &mut Block) {
    if matches!(place, Block::Code) {
        let blank = lines
            .iter()
            .rev()
            .take_while(|line| line.is_empty())
            .count();
        lines.insert(lines.len() - blank, "```".to_owned());
        *place = Block::Prose;
    }
}

/// Escapes every line as a whole: CommonMark allows any ASCII punctuation to be escaped.
fn literal(text: &str) -> String {
    let escape = |c: char| {
        if c.is_ascii_punctuation() {
            format!("\\{c}")
        } else {
            c.to_string()
        }
    };
    let lines = text
        .lines()
        .map(|line| line.trim().chars().map(escape).collect::<String>());
    lines.collect::<Vec<_>>().join("\n")
}

/// The run of backticks or tildes that opens a fenced block.
fn fence_mark(line: &str) -> Option<String> {
    let first = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let run: String = line.chars().take_while(|c| *c == first).collect();
    (run.len() >= 3 && !line[run.len()..].contains('`')).then_some(run)
}

/// The column at which the text of a list item starts.
fn item_content(line: &str) -> Option<usize> {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let marks = if digits > 0 {
        &['.', ')'][..]
    } else {
        &['-', '*', '+']
    };
    let rest = line[digits..].strip_prefix(marks)?;
    (rest.is_empty() || rest.starts_with(' ')).then_some((digits + 2).min(line.len()))
}

fn is_table_rule(line: &str) -> bool {
    line.contains('-') && line.contains(['|', ':']) && line.chars().all(|c| "-:| ".contains(c))
}

/// Escapes the brackets, tags and URLs of a line, except in code spans.
fn inline(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let kept = match c {
            '\\' => rest
                .char_indices()
                .nth(2)
                .map_or(rest.len(), |(end, _)| end),
            '`' => code_span(rest),
            '<' => autolink(rest),
            '[' => link(rest),
            _ => 0,
        };
        let is_word_start = !out.ends_with(char::is_alphanumeric);
        if kept > 0 {
            out.push_str(&rest[..kept]);
            rest = &rest[kept..];
        } else if let Some(url) = url(rest).filter(|_| is_word_start) {
            out.push_str(&format!("<{url}>"));
            rest = &rest[url.len()..];
        } else {
            if matches!(c, '<' | '[' | ']' | '`') {
                out.push('\\');
            }
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// The length of the code span at the start, if it is closed.
fn code_span(text: &str) -> usize {
    let run = |text: &str| text.len() - text.trim_start_matches('`').len();
    let opening = run(text);
    let mut at = opening;
    while let Some(start) = text[at..].find('`').map(|offset| at + offset) {
        at = start + run(&text[start..]);
        if at - start == opening {
            return at;
        }
    }
    0
}

/// The length of `<https://…>` at the start.
fn autolink(text: &str) -> usize {
    let inside = text[1..].split_once('>').map_or("", |(inside, _)| inside);
    if url(inside).is_some_and(|url| url == inside) {
        inside.len() + 2
    } else {
        0
    }
}

/// The length of `[text](https://…)` at the start. Another target would be the path of a Rust item.
fn link(text: &str) -> usize {
    let parts = text[1..]
        .split_once("](")
        .and_then(|(label, rest)| Some((label, rest.split_once(')')?.0)));
    match parts {
        Some((label, target))
            if url(target) == Some(target) && !label.contains(['[', ']', '<', '`', '\\', ':']) =>
        {
            label.len() + target.len() + 4
        }
        _ => 0,
    }
}

/// The URL at the start, without the punctuation that ends the sentence.
fn url(text: &str) -> Option<&str> {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))?;
    let end = host
        .find(|c: char| c.is_whitespace() || "<>()[]{}\"'`\\^|".contains(c))
        .unwrap_or(host.len());
    let host = host[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '~']);
    let scheme = text.find("//").unwrap_or_default() + 2;
    host.starts_with(char::is_alphanumeric)
        .then(|| &text[..scheme + host.len()])
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::*, test_runner::RngSeed};
    use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};

    use super::escaped;

    /// Those of rustdoc.
    const OPTIONS: Options = Options::ENABLE_TABLES
        .union(Options::ENABLE_FOOTNOTES)
        .union(Options::ENABLE_STRIKETHROUGH)
        .union(Options::ENABLE_TASKLISTS)
        .union(Options::ENABLE_SMART_PUNCTUATION);

    /// The parts that rustdoc compiles, resolves or reports.
    fn defects(text: &str) -> Vec<String> {
        let mut defects = Vec::new();
        let mut broken = |link: pulldown_cmark::BrokenLink<'_>| {
            defects.push(format!("broken link {}", link.reference));
            None
        };
        let parser = Parser::new_with_broken_link_callback(text, OPTIONS, Some(&mut broken));
        let mut found = Vec::new();
        for event in parser {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                    found.push("indented code".to_owned())
                }
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(label))) if &*label != "text" => {
                    found.push(format!("code labelled {label:?}"));
                }
                Event::Html(html) | Event::InlineHtml(html) => found.push(format!("html {html}")),
                Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    ..
                }) if link_type != LinkType::Autolink && !dest_url.contains("://") => {
                    found.push(format!("link {dest_url}"));
                }
                _ => {}
            }
        }
        defects.extend(found);
        defects
    }

    #[test]
    fn escapes_code_blocks() {
        let text = "Before.\n\n    indented();\n\n    more();\n\nBetween.\n\n```\nfenced();\n```\n\n~~~rust\nrust();\n~~~";
        insta::assert_snapshot!(escaped(text), @r"
        Before.

        ```text
        indented();

        more();
        ```

        Between.

        ```text
        fenced();
        ```

        ~~~text
        rust();
        ~~~
        ");
    }

    #[test]
    fn escapes_intra_doc_links() {
        let text = "See [Order], [the page](https://example.com/a) and [it](Order): <id> at https://example.com/x.\n\
                    `[code] <b>` stays, and <https://example.com> too.";
        insta::assert_snapshot!(escaped(text), @r"
        See \[Order\], [the page](https://example.com/a) and \[it\](Order): \<id> at <https://example.com/x>.
        `[code] <b>` stays, and <https://example.com> too.
        ");
    }

    #[test]
    fn keeps_paragraphs_of_list_items() {
        let text = "- one\n\n  more of one\n- two\n  of two\n\n1. first\n\n   more";
        assert_eq!(escaped(text), text);
    }

    #[test]
    fn shows_unknown_markup_as_text() {
        assert_eq!(
            escaped("> ```\n> code"),
            r"\> \`\`\`
\> code"
        );
    }

    #[test]
    fn keeps_plain_text() {
        let text =
            "`null` means that it has *no* due date (RFC 9110, section 10.2.3); 1 < 2 & 3 > 2.";
        assert_eq!(escaped(text), text.replace('<', "\\<"));
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: 2_000,
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(1),
            ..ProptestConfig::default()
        })]
        #[test]
        fn output_has_no_code_blocks_links_or_html(text in "([ab<>`~\\[\\](): -]|\n|    |# |```|https://a\\.b/c|<b>|- |1\\. ){0,24}") {
            let result = escaped(&text);
            prop_assert_eq!(defects(&result), Vec::<String>::new(), "{:?} became {:?}", text, result);
        }
    }
}
