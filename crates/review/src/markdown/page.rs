/// Maximum number of rows of a table.
pub(super) const MAX_ROWS: usize = 50;

/// Maximum number of bytes. GitHub rejects a comment of more than 65,536 characters, and the tool
/// that posts it may add some.
const MAX_BYTES: usize = 60_000;

/// A comment within the limit of a code host: blocks that do not fit are left out and counted.
pub(super) struct Page {
    text: String,
    left_out: Vec<(String, usize)>,
}

impl Page {
    pub(super) fn new(head: String) -> Self {
        Self {
            text: head,
            left_out: Vec::new(),
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
            self.left_out.push((title.to_owned(), total - shown));
        }
    }

    pub(super) fn finish(mut self) -> String {
        if self.left_out.is_empty() {
            return self.text;
        }
        let left_out = self
            .left_out
            .iter()
            .map(|(title, count)| match title.as_str() {
                "" => format!("{count} lists"),
                title => format!("{count} below “{title}”"),
            });
        let left_out: Vec<String> = left_out.collect();
        self.text.push_str(&format!(
            "\n_Too long for a comment: {} left out. `cargo xtask review` shows everything._\n",
            left_out.join(", ")
        ));
        self.text
    }
}
