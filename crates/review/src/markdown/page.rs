/// Maximum number of rows of a table.
pub(super) const MAX_ROWS: usize = 50;

/// Maximum number of bytes. GitHub rejects a comment of more than 65,536 characters, and the tool
/// that posts it may append some.
const MAX_BYTES: usize = 60_000;

/// A comment within the limit of a code host: blocks that do not fit are omitted and counted.
pub(super) struct Page {
    text: String,
    omitted: Vec<(String, usize)>,
}

impl Page {
    pub(super) fn new(head: String) -> Self {
        Self {
            text: head,
            omitted: Vec::new(),
        }
    }

    /// Adds blocks below a title, the most important first.
    pub(super) fn section(&mut self, title: &str, blocks: Vec<String>) {
        let total = blocks.len();
        let mut shown = 0;
        for block in blocks {
            let heading = if shown == 0 && !title.is_empty() {
                format!("\n### {title}\n")
            } else {
                String::new()
            };
            if self.text.len() + heading.len() + block.len() > MAX_BYTES {
                continue;
            }
            self.text.push_str(&heading);
            self.text.push_str(&block);
            shown += 1;
        }
        if shown < total {
            self.omitted.push((title.to_owned(), total - shown));
        }
    }

    pub(super) fn finish(mut self) -> String {
        if self.omitted.is_empty() {
            return self.text;
        }
        let omitted = self
            .omitted
            .iter()
            .map(|(title, count)| match title.as_str() {
                "" => format!("{count} tables"),
                title => format!("{count} of “{title}”"),
            });
        let omitted: Vec<String> = omitted.collect();
        self.text.push_str(&format!(
            "\n_Truncated, omitted: {}. Run `cargo xtask review` for the complete review._\n",
            omitted.join(", ")
        ));
        self.text
    }
}
