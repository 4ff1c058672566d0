use std::fmt::Write as _;

use super::left_out::LEFT_OUT;
use super::{Category, RULES, Rule};
use crate::report::markdown_text;

/// Every rule with its documentation, as a Markdown page.
pub fn page() -> String {
    let mut page = format!(
        "<!-- Generated from the rules by `cargo xtask generate`. Edit crates/oas/src/lint/rules instead. -->\n\n\
         # The {} rules\n\n\
         `cargo xtask rules ID` shows one of them. A diagnostic is allowed by `x-lint-allow: {{<rule-id>: <reason>}}` on the \
         nearest object that takes extensions, for what lies below it.\n",
        RULES.len()
    );
    for category in Category::ALL {
        let rules = RULES.iter().filter(|rule| rule.category == category);
        let rules = rules.collect::<Vec<_>>();
        if rules.is_empty() {
            continue;
        }
        let _ = write!(
            page,
            "\n## {category}\n\n| rule | severity | summary | equivalent rules |\n|---|---|---|---|\n"
        );
        for rule in &rules {
            let _ = writeln!(
                page,
                "| [{id}](#{id}) | {} | {} | {} |",
                rule.severity,
                markdown_text(rule.summary),
                equivalents(rule),
                id = rule.id,
            );
        }
        for rule in rules {
            let _ = write!(page, "\n### {}\n\n", rule.id);
            for line in rule.documentation.trim().lines() {
                // The headings of a rule are below its own one here.
                let demoted = if line.starts_with("## ") { "##" } else { "" };
                let _ = writeln!(page, "{demoted}{line}");
            }
        }
    }
    page.push_str(
        "\n## Left out\n\nRules of Spectral's `oas` ruleset and of Redocly's `recommended` that concern OpenAPI 3.0 and have no \
         equivalent here.\n\n| linter | rule | reason |\n|---|---|---|\n",
    );
    for (equivalent, why) in LEFT_OUT {
        let (tool, rule) = (equivalent.tool, equivalent.rule);
        let _ = writeln!(page, "| {tool} | `{rule}` | {} |", markdown_text(why));
    }
    page
}

fn equivalents(rule: &Rule) -> String {
    let names = rule.equivalents.iter();
    let names = names.map(|one| format!("{} `{}`", one.tool, one.rule));
    names.collect::<Vec<_>>().join(", ")
}
