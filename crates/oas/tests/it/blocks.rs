//! The examples in the documentation of the lint rules, as documents.

use oas::Document;
use oas::lint::Rule;

/// An example, and the published files that belong to it.
pub(crate) struct Block {
    pub(crate) document: Document,
    pub(crate) published: Vec<Document>,
}

/// The examples of a rule with the given mark, `bad` or `good`.
pub(crate) fn blocks(rule: &Rule, mark: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut wanted = false;
    for piece in rule.documentation.split("\n```").skip(1) {
        let (info, text) = piece.split_once('\n').unwrap_or((piece, ""));
        if let Some(name) = info.strip_prefix("json,file=") {
            if let (true, Some(block)) = (wanted, blocks.last_mut()) {
                block
                    .published
                    .push(Document::parse(name, text).expect("readable"));
            }
        } else if info.starts_with("yaml") {
            wanted = info == format!("yaml,{mark}");
            if wanted {
                let name = format!("{}.{mark}.yaml", rule.id);
                let document = Document::parse(name, whole(text)).expect("readable");
                let published = Vec::new();
                blocks.push(Block {
                    document,
                    published,
                });
            }
        }
    }
    blocks
}

/// An example with what it leaves out.
fn whole(block: &str) -> String {
    let mut whole = String::new();
    if !block.contains("openapi:") && !block.contains("swagger:") {
        whole.push_str("openapi: 3.0.3\n");
    }
    for (key, line) in [
        ("info:", "info: {title: T, version: '1', description: D}\n"),
        ("paths:", "paths: {}\n"),
    ] {
        if !block.lines().any(|line| line.starts_with(key)) {
            whole.push_str(line);
        }
    }
    whole.push_str(block);
    // These come last, so that the lines of the block keep their numbers.
    for (word, line) in [("servers", SERVERS), ("security", "security: []\n")] {
        if !block.contains(word) {
            whole.push('\n');
            whole.push_str(line);
        }
    }
    whole
}

const SERVERS: &str = "servers: [{url: https://api.example.com}]\n";
