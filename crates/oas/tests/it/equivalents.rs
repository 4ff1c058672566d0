//! Every rule of other linters has an equivalent here, or a reason why it has none.

use std::collections::BTreeSet;

use oas::lint::{RULES, Tool, page};

/// The rules of Spectral's ruleset `oas` that apply to OpenAPI 3.0 (@stoplight/spectral-rulesets
/// 1.23.1).
const SPECTRAL: &[&str] = &[
    "array-items",
    "contact-properties",
    "duplicated-entry-in-enum",
    "info-contact",
    "info-description",
    "info-license",
    "license-url",
    "no-$ref-siblings",
    "no-eval-in-markdown",
    "no-script-tags-in-markdown",
    "oas3-api-servers",
    "oas3-callbacks-in-callbacks",
    "oas3-examples-value-or-externalValue",
    "oas3-operation-security-defined",
    "oas3-parameter-description",
    "oas3-schema",
    "oas3-server-not-example.com",
    "oas3-server-trailing-slash",
    "oas3-server-variables",
    "oas3-unused-component",
    "oas3-valid-media-example",
    "oas3-valid-schema-example",
    "openapi-tags",
    "openapi-tags-alphabetical",
    "openapi-tags-uniqueness",
    "operation-description",
    "operation-operationId",
    "operation-operationId-unique",
    "operation-operationId-valid-in-url",
    "operation-parameters",
    "operation-singular-tag",
    "operation-success-response",
    "operation-tag-defined",
    "operation-tags",
    "path-declarations-must-exist",
    "path-keys-no-trailing-slash",
    "path-not-include-query",
    "path-params",
    "tag-description",
    "typed-enum",
];

/// Diagnostics of Spectral before any rule runs (@stoplight/spectral-core).
const SPECTRAL_CORE: &[&str] = &["invalid-ref", "parser"];

/// The rules of Redocly's ruleset `recommended` that are on for OpenAPI 3.0 (@redocly/openapi-core
/// 2.64.0).
const REDOCLY: &[&str] = &[
    "info-license",
    "info-license-strict",
    "no-ambiguous-paths",
    "no-duplicated-enum-values",
    "no-duplicated-tag-names",
    "no-empty-servers",
    "no-enum-type-mismatch",
    "no-example-value-and-externalValue",
    "no-identical-paths",
    "no-illogical-composition-keywords",
    "no-invalid-media-type-examples",
    "no-invalid-parameter-examples",
    "no-invalid-schema-examples",
    "no-path-trailing-slash",
    "no-required-schema-properties-undefined",
    "no-schema-type-mismatch",
    "no-server-example.com",
    "no-server-trailing-slash",
    "no-server-variables-empty-enum",
    "no-undefined-server-variable",
    "no-unresolved-refs",
    "no-unsafe-markdown",
    "no-unused-components",
    "nullable-type-sibling",
    "operation-2xx-response",
    "operation-4xx-response",
    "operation-operationId",
    "operation-operationId-unique",
    "operation-operationId-url-safe",
    "operation-parameters-unique",
    "operation-summary",
    "path-declaration-must-exist",
    "path-not-include-query",
    "path-parameters-defined",
    "security-defined",
    "security-scopes-defined",
    "spec-components-invalid-map-name",
    "spec-ref-siblings",
    "struct",
    "tag-description",
];

/// Some that it has and leaves off.
const REDOCLY_OFF: &[&str] = &[
    "operation-description",
    "operation-tag-defined",
    "parameter-description",
];

fn equivalents(tool: Tool) -> BTreeSet<&'static str> {
    let all = RULES.iter().flat_map(|rule| rule.equivalents);
    all.filter(|equivalent| equivalent.tool == tool)
        .map(|equivalent| equivalent.rule)
        .collect()
}

/// The rules of a linter in the page's table of omitted rules.
fn left_out(page: &str, tool: Tool) -> BTreeSet<&str> {
    let (_, table) = page.split_once("\n## Left out\n").expect("the section");
    let start = format!("| {tool} | `");
    let rows = table.lines().filter_map(|line| line.strip_prefix(&start));
    rows.filter_map(|row| row.split_once("` | ").filter(|(_, why)| why.len() > 20))
        .map(|(rule, _)| rule)
        .collect()
}

fn assert_covered(tool: Tool, rules: &[&str]) {
    let page = page();
    let (has, lacks) = (equivalents(tool), left_out(&page, tool));
    for rule in rules {
        assert!(
            has.contains(rule) != lacks.contains(rule),
            "{tool} `{rule}` must either be the equivalent of a rule or be left out for a reason"
        );
    }
    for rule in lacks {
        assert!(
            rules.contains(&rule),
            "{tool} has no rule `{rule}` to leave out"
        );
    }
}

fn assert_exist(tool: Tool, known: &[&[&str]]) {
    for rule in equivalents(tool) {
        assert!(
            known.iter().any(|list| list.contains(&rule)),
            "{tool} has no rule `{rule}`"
        );
    }
}

#[test]
fn every_rule_of_spectral_is_covered_or_left_out() {
    assert_covered(Tool::Spectral, SPECTRAL);
    assert_exist(Tool::Spectral, &[SPECTRAL, SPECTRAL_CORE]);
}

#[test]
fn every_rule_of_redocly_is_covered_or_left_out() {
    assert_covered(Tool::Redocly, REDOCLY);
    assert_exist(Tool::Redocly, &[REDOCLY, REDOCLY_OFF]);
}
