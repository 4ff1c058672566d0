/// A code span for arbitrary text, which is also valid in a table cell.
pub(super) fn code(source: &str) -> String {
    let shown = oas::one_line(source);
    let fence = "`".repeat(longest_run(&shown) + 1);
    let space = if shown.starts_with('`') || shown.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{space}{}{space}{fence}", shown.replace('|', "\\|"))
}

/// A code block for arbitrary text.
pub(super) fn block(language: &str, shown: &str) -> String {
    let fence = "`".repeat((longest_run(shown) + 1).max(3));
    format!(
        "{fence}{language}\n{}\n{fence}\n",
        shown.trim_end_matches('\n')
    )
}

fn longest_run(shown: &str) -> usize {
    let runs = shown.split(|c| c != '`').map(str::len);
    runs.max().unwrap_or_default()
}
