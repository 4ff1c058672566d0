//! SARIF as code hosts read it: valid by the official schema, and the same diagnostic keeps its
//! fingerprint when lines move.

use std::collections::BTreeSet;

use indoc::{formatdoc, indoc};
use jsonschema::Validator;
use oas::Document;
use oas::lint::{Lint, RULES};
use oas::report::{Format, Report};
use serde_json::Value;

/// Diagnostics of every severity, with secondary labels, notes, a location without a pointer, and a
/// name that is not a URI.
const DOCUMENT: &str = "\
openapi: 3.0.3
info: {title: Größe | 100% <b>, version: '1', version: '2'}
paths:
  /pets/{id}:
    get:
      operationId: get pet
      tags: [Pets]
      responses:
        '200':
          description: One.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
              example: {nmae: Rex, born: soon}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: {type: string}
        born: {type: string, format: date}
";

fn sarif(text: &str) -> Value {
    let document = Document::parse("a dir/ünï [1]%.yaml", text).expect("readable");
    let lint = Lint::new(&document);
    let (found, sources) = (lint.run(), lint.sources());
    let rules = RULES.iter().map(|rule| rule.info()).collect::<Vec<_>>();
    let report = Report {
        sources: &sources,
        diagnostics: &found,
        rules: &rules,
    };
    serde_json::from_str(&report.render(Format::Sarif, false)).expect("JSON")
}

fn official() -> Validator {
    let schema = include_str!("../fixtures/sarif/sarif-schema-2.1.0.json");
    // Its pattern for languages has a bracket too many, which no strict reader of regular
    // expressions accepts.
    let schema = schema.replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&schema).expect("a schema")
}

fn assert_valid(log: &Value) {
    let errors = official()
        .iter_errors(log)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect::<Vec<_>>();
    assert!(errors.is_empty(), "{errors:#?}\n{log:#}");
}

fn results(log: &Value) -> &[Value] {
    log["runs"][0]["results"].as_array().expect("results")
}

#[test]
fn reports_conform_to_the_official_schema() {
    let log = sarif(DOCUMENT);
    let levels = results(&log).iter().map(|one| one["level"].as_str());
    assert_eq!(
        levels.collect::<BTreeSet<_>>(),
        BTreeSet::from([Some("error"), Some("note"), Some("warning")])
    );
    assert_valid(&log);
}

#[test]
fn empty_report_conforms_to_the_official_schema() {
    let log = sarif(indoc! {"
        openapi: 3.0.3
        info: {title: T, version: '1', description: D}
        paths: {}
    "});
    assert_eq!(results(&log), &[] as &[Value]);
    assert_valid(&log);
}

#[test]
fn each_result_points_to_its_rule() {
    let log = sarif(DOCUMENT);
    let rules = &log["runs"][0]["tool"]["driver"]["rules"];
    for result in results(&log) {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
}

/// The fingerprint of each result, with its line.
fn fingerprints(log: &Value) -> Vec<(String, u64)> {
    let mut all = Vec::new();
    for result in results(log) {
        let prints = result["partialFingerprints"].as_object().expect("some");
        let print = prints.values().next().and_then(Value::as_str);
        let region = &result["locations"][0]["physicalLocation"]["region"];
        all.push((
            print.expect("text").to_owned(),
            region["startLine"].as_u64().expect("a line"),
        ));
    }
    all
}

#[test]
fn fingerprint_is_independent_of_lines() {
    let before = fingerprints(&sarif(DOCUMENT));
    let after = fingerprints(&sarif(&format!("# A comment.\n\n{DOCUMENT}")));
    let moved = before.iter().cloned();
    assert_eq!(
        moved
            .map(|(print, line)| (print, line + 2))
            .collect::<Vec<_>>(),
        after
    );
}

#[test]
fn different_diagnostics_have_different_fingerprints() {
    let found = fingerprints(&sarif(&formatdoc! {"
        {DOCUMENT}        name: {{type: string, a: 1, a: 2}}
                other: {{type: string, a: 1, a: 2}}
    "}));
    let unique = found
        .iter()
        .map(|(print, _)| print)
        .collect::<BTreeSet<_>>();
    assert_eq!(unique.len(), found.len());
}
