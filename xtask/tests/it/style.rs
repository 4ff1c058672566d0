//! The language of sources and documents, as far as a list of phrases can check it, and the width
//! of comments, which rustfmt does not check.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace::{files, root};

/// Phrases, and the standard term. `*` at the end of a word matches any ending.
const PHRASES: &[(&str, &str)] = &[
    ("answer*", "response"),
    ("anybody", "any client or caller"),
    ("at hand", "current or available"),
    ("be had", "obtained"),
    ("bring along", "include"),
    ("came about", "was established"),
    ("come about", "be established"),
    ("comes about", "is established"),
    ("complain*", "report"),
    ("door*", "listener"),
    ("goes wrong", "fails"),
    ("graver", "more severe"),
    ("gravest", "most severe"),
    ("harmless", "safe"),
    ("held to", "validated against"),
    ("hold to", "validate against"),
    ("holds to", "validates against"),
    ("in doubt", "if the outcome is unknown"),
    ("in vain", "without effect"),
    ("journey", "call"),
    ("law", "rule or invariant"),
    ("laws", "rules or invariants"),
    ("leads nowhere", "is unresolved"),
    ("lest", "so that … not"),
    ("luck*", "the actual cause"),
    ("manner", "form"),
    ("mend", "fix"),
    ("mended", "fixed"),
    ("mending", "fixing"),
    ("mends", "fixes"),
    ("nobody", "no client or caller"),
    ("obey*", "follow"),
    ("refusal*", "rejection"),
    ("replied", "responded"),
    ("replies", "responses"),
    ("reply", "response"),
    ("scrape*", "parse"),
    ("settle*", "decide or resolve"),
    ("shut out", "reject"),
    ("so to speak", "nothing"),
    ("somebody", "a client or caller"),
    ("told", "reported"),
    ("turns away", "rejects"),
    ("was had", "was obtained"),
    ("were had", "were obtained"),
    ("whoever", "a client, caller or reader"),
];

/// Maximum number of characters of a line with a comment: `max_width` of `.rustfmt.toml`.
const MAX_WIDTH: usize = 100;

/// Files that are third-party, generated, or quote banned phrases.
const EXCLUDED: &[&str] = &[
    "crates/client-codegen/tests/facade/client.rs",
    "crates/client-codegen/tests/lowered/client.rs",
    "crates/client-codegen/tests/orders/client.rs",
    "crates/oas/tests/fixtures/",
    "xtask/tests/it/style.rs",
    "xtask/tests/proofs/generated.rs",
];

#[test]
fn uses_standard_terms() {
    let root = root();
    let mut hits = String::new();
    for path in texts(&root) {
        let name = path.strip_prefix(&root).unwrap_or(&path).display();
        let text = fs::read_to_string(&path).expect("UTF-8");
        for (line, phrase, instead) in found(&text) {
            let _ = writeln!(hits, "{name}:{line}: `{phrase}`, write {instead}");
        }
    }
    assert!(hits.is_empty(), "\n{hits}");
}

#[test]
fn finds_phrases_in_prose_and_identifiers_and_across_lines() {
    let text = "fn the_door() {} // It obeys.\nstruct MyLaw; // lawful\n/// A token that was\n/// had elsewhere.\n";
    let lines = found(text)
        .into_iter()
        .map(|(line, phrase, _)| (line, phrase));
    let expected = [(1, "door*"), (1, "obey*"), (2, "law"), (3, "was had")];
    assert_eq!(lines.collect::<Vec<_>>(), expected);
}

#[test]
fn comments_are_no_wider_than_code() {
    let root = root();
    let mut hits = String::new();
    for path in texts(&root) {
        if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(&root).unwrap_or(&path).display();
            let text = fs::read_to_string(&path).expect("UTF-8");
            for line in wide_comments(&text) {
                let _ = writeln!(
                    hits,
                    "{name}:{line}: wrap the comment at {MAX_WIDTH} columns"
                );
            }
        }
    }
    assert!(hits.is_empty(), "\n{hits}");
}

#[test]
fn finds_wide_comments_except_tables_links_and_code() {
    let wide = "word ".repeat(20);
    let text = [
        format!("/// {wide}"),
        format!("/// | {wide} |"),
        format!("/// <https://example.com/{}>", "a".repeat(MAX_WIDTH)),
        "/// ```".to_owned(),
        format!("/// let x = \"{wide}\";"),
        "/// ```".to_owned(),
        format!("    // {wide}"),
    ];
    assert_eq!(wide_comments(&text.join("\n")), [1, 7]);
}

/// The lines of comments that are too wide and can be wrapped.
fn wide_comments(text: &str) -> Vec<usize> {
    let mut is_code = false;
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let comment = line.trim_start();
        let Some(content) = comment.strip_prefix("//") else {
            is_code = false;
            continue;
        };
        let content = content.trim_start_matches(['/', '!']);
        is_code ^= content.trim_start().starts_with("```");
        let is_verbatim = is_code || content.starts_with("    ") || content.starts_with(" |");
        if line.chars().count() > MAX_WIDTH && !is_verbatim && !line.contains("https://") {
            lines.push(index + 1);
        }
    }
    lines
}

/// The files with text of this workspace.
fn texts(root: &Path) -> Vec<PathBuf> {
    let mut texts = Vec::new();
    for extension in ["rs", "md", "yaml", "toml"] {
        texts.extend(files(root, extension));
    }
    texts.extend(files(&root.join(".github"), "yml"));
    texts.extend([root.join(".ci/run"), root.join(".ci/e2e")]);
    let is_excluded = |path: &PathBuf| {
        let name = path.strip_prefix(root).unwrap_or(path).to_string_lossy();
        let name = name.replace('\\', "/");
        EXCLUDED.iter().any(|excluded| name.starts_with(excluded))
    };
    texts.retain(|path| !is_excluded(path));
    texts
}

/// The phrases in a text, with their lines.
fn found(text: &str) -> Vec<(usize, &'static str, &'static str)> {
    let words = words(text);
    let mut found = Vec::new();
    for (phrase, instead) in PHRASES {
        let parts: Vec<&str> = phrase.split(' ').collect();
        for window in words.windows(parts.len()) {
            let mut pairs = parts.iter().zip(window);
            if pairs.all(|(part, (_, word))| matches(part, word)) {
                found.push((window[0].0, *phrase, *instead));
            }
        }
    }
    found.sort();
    found
}

fn matches(part: &str, word: &str) -> bool {
    match part.strip_suffix('*') {
        Some(beginning) => word.starts_with(beginning),
        None => word == part,
    }
}

/// The words of a text in lower case, with their lines: parts of identifiers are words, too.
fn words(text: &str) -> Vec<(usize, String)> {
    let mut words = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let mut word = String::new();
        let mut was_lower = false;
        for c in line.chars().chain([' ']) {
            let begins = c.is_uppercase() && was_lower;
            if (begins || !c.is_alphabetic()) && !word.is_empty() {
                words.push((index + 1, std::mem::take(&mut word)));
            }
            if c.is_alphabetic() {
                word.extend(c.to_lowercase());
            }
            was_lower = c.is_lowercase();
        }
    }
    words
}
