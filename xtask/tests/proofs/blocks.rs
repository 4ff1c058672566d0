use indoc::formatdoc;
use oas::lint::{RULES, Rule};

/// The `yaml,bad` or `yaml,good` blocks of a rule, each completed to a document.
pub(crate) fn blocks(rule: &Rule, mark: &str) -> Vec<String> {
    let pieces = rule.documentation.split("\n```yaml,").skip(1);
    let blocks = pieces.filter_map(|piece| piece.strip_prefix(mark)?.strip_prefix('\n'));
    let blocks = blocks.map(|piece| piece.split("\n```").next().unwrap_or_default());
    blocks.map(whole).collect()
}

/// A bad block of the rule with this id; empty if there is no such rule or block.
pub(crate) fn bad(id: &str, index: usize) -> Option<String> {
    let rule = RULES.iter().find(|rule| rule.id == id)?;
    blocks(rule, "bad").into_iter().nth(index)
}

fn whole(block: &str) -> String {
    let paths = match block.contains("paths:\n") {
        true => "",
        false => "paths: {}\n",
    };
    formatdoc! {"
        openapi: 3.0.3
        info: {{title: T, version: '1'}}
        {paths}{block}
    "}
}
