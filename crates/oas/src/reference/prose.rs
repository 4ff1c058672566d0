//! Descriptions are CommonMark by the specification, and are kept as such, except for what would
//! break the layout.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd, TextMergeStream};
use std::ops::Range;

use super::markdown::{code, destination, fenced, text};

/// Maximum number of times that a description is parsed again after a change, before it is shown as
/// written: escaping one piece of HTML may uncover the next.
const MAX_READINGS: usize = 16;

/// A description as blocks of its own, below a heading of the given level: its HTML is shown as
/// text, and its headings are below that level.
pub(super) fn blocks(description: &str, level: usize) -> String {
    let mut prose = description
        .replace("\r\n", "\n")
        .trim_matches('\n')
        .trim_end()
        .to_owned();
    for _ in 0..MAX_READINGS {
        let edits = edits(&prose, level);
        if edits.is_empty() {
            return if is_closed(&prose) {
                prose
            } else {
                fenced("", description)
            };
        }
        for (range, replacement) in edits.into_iter().rev() {
            prose.replace_range(range, &replacement);
        }
    }
    fenced("", description)
}

/// A description in one line, for a cell of a table.
pub(super) fn line(description: &str) -> String {
    let mut line = Line::default();
    for event in TextMergeStream::new(Parser::new(description)) {
        line.event(event);
    }
    line.out
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

fn edits(prose: &str, level: usize) -> Vec<(Range<usize>, String)> {
    let mut edits = Vec::new();
    for (event, range) in Parser::new_ext(prose, options()).into_offset_iter() {
        match event {
            // A line break on a line of its own begins a block of HTML, and is not needed.
            Event::Html(html) if is_break(&html) => edits.push((range, "\n".to_owned())),
            Event::InlineHtml(html) if is_break(&html) => {}
            Event::Html(_) | Event::InlineHtml(_) => {
                let brackets = prose[range.clone()].match_indices('<');
                edits.extend(
                    brackets.map(|(at, _)| (range.start + at..range.start + at, "\\".to_owned())),
                );
            }
            Event::Start(Tag::Heading { level: own, .. }) if own as usize <= level => {
                let hashes = "#".repeat((own as usize + level).min(6));
                let heading = prose[range.clone()].trim_end();
                let title = match heading.rsplit_once('\n') {
                    Some((title, _underline)) if !heading.starts_with('#') => {
                        title.replace('\n', " ")
                    }
                    _ => heading.trim_start_matches('#').trim_start().to_owned(),
                };
                edits.push((
                    range.start..range.start + heading.len(),
                    format!("{hashes} {title}"),
                ));
            }
            _ => {}
        }
    }
    edits.sort_by_key(|(range, _)| range.start);
    // The content of a heading is escaped in the next pass.
    let mut end = 0;
    edits.retain(|(range, _)| {
        let apart = range.start >= end;
        end = end.max(range.end);
        apart
    });
    edits
}

/// Whether what follows the description is no part of it, as after a fence that is never closed.
fn is_closed(prose: &str) -> bool {
    let followed = format!("{prose}\n\nend");
    let mut depth = 0_usize;
    let mut last = None;
    for event in Parser::new_ext(&followed, options()) {
        match event {
            Event::Start(tag) => {
                depth += 1;
                last = (depth == 1 && tag == Tag::Paragraph).then(String::new);
            }
            Event::End(_) => depth -= 1,
            Event::Text(text) => {
                if let Some(last) = &mut last {
                    last.push_str(&text);
                }
            }
            _ => {}
        }
    }
    last.as_deref() == Some("end")
}

fn is_break(html: &str) -> bool {
    matches!(html.trim(), "<br>" | "<br/>" | "<br />")
}

#[derive(Default)]
struct Line {
    out: String,
    in_code: bool,
    links: Vec<String>,
}

impl Line {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::HtmlBlock) => self.new_line(),
            Event::Start(Tag::Item) => {
                self.new_line();
                self.out.push_str("• ");
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented)) => {
                self.new_line();
                self.in_code = true;
            }
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) => self.out.push('*'),
            Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => self.out.push_str("**"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.out.push('[');
                self.links.push(dest_url.into_string());
            }
            Event::End(TagEnd::Link) => {
                let address = self.links.pop().unwrap_or_default();
                self.out.push_str(&format!("]({})", destination(&address)));
            }
            Event::Text(content) if self.in_code => {
                let lines = content.lines().map(code).collect::<Vec<_>>();
                self.out.push_str(&lines.join("<br>"));
            }
            Event::Text(content) => self.inner(&content),
            Event::Code(content) => self.out.push_str(&code(&content)),
            Event::Html(html) | Event::InlineHtml(html) if is_break(&html) => self.new_line(),
            Event::Html(html) | Event::InlineHtml(html) => self.inner(&html),
            Event::SoftBreak => self.out.push(' '),
            Event::HardBreak => self.new_line(),
            _ => {}
        }
    }

    /// Text with the spaces at its ends, which separate it from its neighbours.
    fn inner(&mut self, content: &str) {
        let space = |found: bool| if found { " " } else { "" };
        self.out
            .push_str(space(content.starts_with(char::is_whitespace)));
        self.out.push_str(&text(content));
        if !content.trim().is_empty() {
            self.out
                .push_str(space(content.ends_with(char::is_whitespace)));
        }
    }

    fn new_line(&mut self) {
        let begun = self.out.is_empty() || self.out.ends_with("<br>") || self.out.ends_with("• ");
        if !begun {
            self.out.push_str("<br>");
        }
    }
}
