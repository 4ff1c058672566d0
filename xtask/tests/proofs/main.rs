//! What each rule about the generator says of it is so: the generator refuses the rule's bad document at the very place,
//! or what it makes of it cannot be compiled, or the client that it makes is compiled here, used, and seen to fail.

mod blocks;
mod generators;
mod unfit;
mod used;

#[expect(
    dead_code,
    unused_imports,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "all of it is public, and not all of it is used here; progenitor's own source is as it is"
)]
mod generated {
    include!("generated.rs");
}

use std::{collections::BTreeSet, error::Error};

use oas::{
    Document,
    lint::{Category, Lint, RULES, Rule, Selection},
};

type Result = std::result::Result<(), Box<dyn Error>>;

/// Evidence for the defect of a bad document.
#[derive(Clone, Copy)]
enum Proof {
    /// progenitor by itself rejects it, or panics, with this reason.
    Fails(&'static str),
    /// The generator refuses this part of it, and says this of it.
    Refused(&'static str, &'static str),
    /// What the generator makes of it is no source that a compiler takes, as this sees.
    Unfit(&'static str, fn(&str) -> Result),
    /// What progenitor by itself makes of it was compiled, and this sees it go wrong.
    Used(&'static str, fn() -> Result),
}

use Proof::{Fails, Refused, Unfit, Used};

/// A proof with its own name, so that no rule is given that of another.
macro_rules! unfit {
    ($name:ident) => {
        Unfit(stringify!($name), unfit::$name)
    };
}

/// A proof with its own name, too.
macro_rules! used {
    ($name:ident) => {
        Used(stringify!($name), used::$name)
    };
}

/// For each rule, the proof of each of its bad blocks.
const PROOFS: &[(&str, &[Proof])] = &[
    (
        "additional-properties-false-on-response",
        &[used!(additional_properties_false_on_response)],
    ),
    (
        "additional-properties-true-dropped",
        &[used!(additional_properties_true_dropped)],
    ),
    ("any-of-scalars", &[used!(any_of_scalars)]),
    ("component-name-clash", &[used!(component_name_clash)]),
    (
        "component-name-collision",
        &[unfit!(component_name_collision)],
    ),
    (
        "cookie-parameter-unsupported",
        &[Fails("cookie parameters are not supported")],
    ),
    ("default-always-sent", &[used!(default_always_sent)]),
    ("default-response-beside-success", &[MIXED]),
    (
        "description-breaks-doctest",
        &[unfit!(description_breaks_doctest)],
    ),
    ("enum-closed-in-response", &[used!(enum_closed_in_response)]),
    ("error-without-body", &[MIXED]),
    (
        "form-property-not-scalar",
        &[used!(form_property_not_scalar)],
    ),
    (
        "header-parameter-nullable",
        &[unfit!(header_parameter_nullable)],
    ),
    (
        "inline-type-name-collision",
        &[used!(inline_type_name_collision)],
    ),
    (
        "json-media-type-not-decoded",
        &[used!(json_media_type_not_decoded)],
    ),
    (
        "length-limit-on-response",
        &[used!(length_limit_on_response)],
    ),
    (
        "media-type-encoding-unsupported",
        &[Fails("media type encoding not empty")],
    ),
    (
        "media-type-schema-missing",
        &[Fails("no schema"), Fails("No schema specified")],
    ),
    ("minimum-one-in-response", &[used!(minimum_one_in_response)]),
    (
        "not-unsupported",
        &[Fails("unhandled not schema"), used!(not_unsupported)],
    ),
    ("one-of-overlapping", &[used!(one_of_overlapping)]),
    (
        "operation-name-collision",
        &[Refused(
            "#/paths/~1pets/get/operationId",
            "becomes the type `ListPets`",
        )],
    ),
    (
        "parameter-content-unsupported",
        &[Fails("unexpected content")],
    ),
    (
        "parameter-explode-ignored",
        &[used!(parameter_explode_ignored)],
    ),
    (
        "parameter-name-collision",
        &[unfit!(parameter_name_collision)],
    ),
    ("parameter-name-shared", &[used!(parameter_name_shared)]),
    (
        "parameter-not-text",
        &[
            unfit!(parameter_not_text),
            Fails("entered unreachable code"),
        ],
    ),
    ("parameter-style-unsupported", &[Fails("unsupported style")]),
    (
        "path-item-reference-unsupported",
        &[Fails("path /animals uses reference")],
    ),
    (
        "property-name-collision",
        &[unfit!(property_name_collision)],
    ),
    (
        "raw-request-body-constrained",
        &[Fails("invalid schema for text/plain")],
    ),
    (
        "read-only-required-in-request",
        &[used!(read_only_required_in_request)],
    ),
    (
        "request-media-type-unsupported",
        &[Fails("unexpected content type")],
    ),
    (
        "request-media-types-multiple",
        &[Fails("more media types than expected")],
    ),
    ("response-types-mixed", &[MIXED]),
    (
        "variant-name-collision",
        &[Fails("Failed to make unique variant names")],
    ),
];

/// Any two types where there may be one.
const MIXED: Proof = Fails("response_types.len() <= 1");

fn codegen() -> impl Iterator<Item = &'static Rule> {
    let rules = RULES.iter().copied();
    rules.filter(|rule| rule.category == Category::Codegen)
}

fn found(rule: &Rule, text: &str) -> std::result::Result<bool, Box<dyn Error>> {
    let document = Document::parse(rule.id, text)?;
    let lint = Lint {
        selection: Selection::all(),
        ..Lint::new(&document)
    };
    Ok(lint.run().iter().any(|found| found.id == rule.id))
}

fn generate(text: &str) -> anyhow::Result<String> {
    generators::ours(text, "crate::generated")
}

fn prove(proof: Proof, text: &str) -> Result {
    let (pointer, reason) = match proof {
        Refused(pointer, reason) => (pointer, reason),
        Fails(reason) => {
            let failure = generators::failure_of_progenitor(text);
            return match failure.contains(reason) {
                true => Ok(()),
                false => Err(format!("not {reason}, but: {failure}").into()),
            };
        }
        Unfit(_, shown) => return shown(text),
        Used(_, shown) => return shown(),
    };
    let said = match generate(text) {
        Ok(_) => return Err("it is generated".into()),
        Err(error) => error.to_string(),
    };
    match said.contains(&format!("`{pointer}`: ")) && said.contains(reason) {
        true => Ok(()),
        false => Err(format!("not `{pointer}`, {reason}, but: {said}").into()),
    }
}

#[test]
fn every_codegen_rule_has_a_proof_for_each_bad_example() {
    let proven: BTreeSet<_> = PROOFS
        .iter()
        .map(|(id, proofs)| (*id, proofs.len()))
        .collect();
    let rules = codegen().map(|rule| (rule.id, blocks::blocks(rule, "bad").len()));
    assert_eq!(proven, rules.collect());
    for (id, proofs) in PROOFS {
        for proof in *proofs {
            if let Unfit(name, _) | Used(name, _) = proof {
                assert_eq!(name.replace('_', "-"), *id, "the proof of another rule");
            }
        }
    }
}

#[test]
fn bad_examples_have_the_reported_defect() -> Result {
    let mut wrong = Vec::new();
    for (id, proofs) in PROOFS {
        for (index, proof) in proofs.iter().enumerate() {
            let text = blocks::bad(id, index).ok_or(*id)?;
            if let Err(error) = prove(*proof, &text) {
                wrong.push(format!("{id}, bad document {index}: {error}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn rules_report_bad_examples_and_generate_good_ones() -> Result {
    for rule in codegen() {
        for text in blocks::blocks(rule, "bad") {
            assert!(found(rule, &text)?, "{}: {text}", rule.id);
        }
        for text in blocks::blocks(rule, "good") {
            assert!(!found(rule, &text)?, "{}: {text}", rule.id);
            generate(&text).map_err(|error| format!("{}: {error}", rule.id))?;
        }
    }
    Ok(())
}

/// The same evidence does not exist for the good documents.
#[test]
fn good_examples_do_not_have_the_defect() -> Result {
    for (id, proofs) in PROOFS {
        let rule = codegen().find(|rule| rule.id == *id).ok_or(*id)?;
        for proof in *proofs {
            let Unfit(_, shown) = proof else { continue };
            for text in blocks::blocks(rule, "good") {
                assert!(shown(&text).is_err(), "{id}");
            }
        }
    }
    Ok(())
}
