//! The values that the generated types send and accept, compared with the document: the JSON
//! Schema that schemars derives from them replaces the document's schemas, and the two documents
//! are compared.
#![cfg(feature = "schemars")]

use std::{collections::BTreeMap, error::Error, fmt::Write as _};

use oas::{
    Document,
    diff::{Certainty, Difference, Edit, Fact, Kind, differences},
};
use schemars::generate::{Contract, SchemaSettings};
use serde_json::Value;
use tasks_client::generated::types::{ErrorResponse, NewPrototypeTask, PrototypeTask};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// By component and property.
type Verdicts = BTreeMap<(String, String), String>;

const SCHEMAS: &str = "/components/schemas/";

/// A known difference, and the reason why it is accepted.
struct Class {
    name: &'static str,
    reason: &'static str,
    /// Whether a difference of a property, which may be required, is in this class.
    contains: fn(&Difference, bool) -> bool,
}

const CLASSES: [Class; 2] = [
    Class {
        name: "optional-null",
        reason: "an optional property also reads null, as absent, so that no response is lost; none is sent, but schemars \
                 cannot derive it from the Option",
        contains: |difference, required| difference.is(Kind::BecameNullable) && !required,
    },
    Class {
        name: "read-only",
        reason: "a Rust type does not distinguish read-only properties: the request has a separate type",
        contains: |difference, _| {
            difference.fact == Fact::ReadOnly && difference.edit == Edit::Removed
        },
    },
];

/// The document with the schemas of the generated types.
fn derived(base: &Document, contract: Contract) -> Result<Document> {
    let mut generator = SchemaSettings::openapi3()
        .with(|settings| settings.contract = contract)
        .into_generator();
    // These refer to all others.
    generator.subschema_for::<NewPrototypeTask>();
    generator.subschema_for::<PrototypeTask>();
    generator.subschema_for::<ErrorResponse>();
    let mut document = base.root().clone();
    document["components"]["schemas"] = generator.take_definitions(true).into();
    Ok(Document::parse("derived.json", document.to_string())?)
}

/// Outcome for each property, and the unclassified changes.
fn compare(base: &Document, contract: Contract) -> Result<(Verdicts, Vec<String>)> {
    let differences = differences(base, &derived(base, contract)?);
    let mut verdicts = Verdicts::new();
    for (component, schema) in base.root()["components"]["schemas"]
        .as_object()
        .into_iter()
        .flatten()
    {
        for property in schema["properties"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, _)| name)
        {
            verdicts.insert((component.clone(), property.clone()), "kept".to_owned());
        }
    }
    let mut unknown = Vec::new();
    // Neither descriptions nor confidentiality change what is sent and accepted.
    let is_on_the_wire = |difference: &&Difference| {
        let is_marked =
            difference.is(Kind::ExtensionChanged) && difference.fact.name() == "x-sensitive";
        !difference.is(Kind::DocumentationChanged) && !is_marked
    };
    for difference in differences.iter().filter(is_on_the_wire) {
        let tokens: Vec<_> = difference
            .base
            .as_str()
            .trim_start_matches(SCHEMAS)
            .split('/')
            .collect();
        let [component, "properties", property, ..] = tokens.as_slice() else {
            unknown.push(described(difference));
            continue;
        };
        let required = base.root()["components"]["schemas"][*component]["required"].as_array();
        let required = required.is_some_and(|names| names.contains(&(*property).into()));
        let Some(class) = CLASSES
            .iter()
            .find(|class| (class.contains)(difference, required))
        else {
            unknown.push(described(difference));
            continue;
        };
        let verdict = verdicts
            .entry(((*component).to_owned(), (*property).to_owned()))
            .or_default();
        let now = format!("{} ({})", word(difference), class.name);
        // A component occurs once for every use; it is reported once.
        if verdict == "kept" {
            *verdict = now;
        } else if !verdict.contains(&now) {
            *verdict = format!("{verdict}, {now}");
        }
    }
    Ok((verdicts, unknown))
}

fn described(difference: &Difference) -> String {
    format!(
        "{}: {}, {:?}",
        difference.base,
        word(difference),
        difference.fact
    )
}

fn word(difference: &Difference) -> &'static str {
    match (
        difference.edit,
        difference.relation.loses,
        difference.relation.gains,
    ) {
        (_, Certainty::No, Certainty::Yes) => "widened",
        (_, Certainty::Yes, Certainty::No) => "narrowed",
        (Edit::Added, Certainty::No, Certainty::No) => "added",
        (Edit::Removed, Certainty::No, Certainty::No) => "dropped",
        _ => "changed",
    }
}

#[test]
fn every_property_is_kept_or_in_a_known_class() -> Result {
    let base = Document::parse("tasks.yaml", tasks_client::DOCUMENT)?;
    let (sent, not_sent_so) = compare(&base, Contract::Serialize)?;
    let (read, not_read_so) = compare(&base, Contract::Deserialize)?;
    assert_eq!(
        (not_sent_so, not_read_so),
        (vec![], vec![]),
        "a difference in no class"
    );

    let mut report = String::new();
    for class in &CLASSES {
        writeln!(report, "{}: {}", class.name, class.reason)?;
    }
    let mut last = "";
    for ((component, property), verdict) in &sent {
        if component != last {
            writeln!(report, "\n{component}")?;
            last = component;
        }
        match &read[&(component.clone(), property.clone())] {
            same if same == verdict => writeln!(report, "  {property:22} {verdict}")?,
            other => writeln!(report, "  {property:22} sent: {verdict}; read: {other}")?,
        }
    }
    assert_snapshot!(report);
    Ok(())
}

/// A control of the comparison: the types lack each of these edits, and no class contains it.
#[test]
fn reports_differences_outside_of_known_classes() -> Result {
    let base = Document::parse("tasks.yaml", tasks_client::DOCUMENT)?;
    let edits: [(&str, &str, Value); 5] = [
        ("PrototypeTask", "/properties/id/type", "integer".into()),
        ("PrototypeTask", "/properties/dueAt/format", "date".into()),
        (
            "NewPrototypeTask",
            "/required",
            vec!["title", "status"].into(),
        ),
        (
            "ApprovalStep",
            "/properties/participants/items",
            serde_json::json!({"type": "string"}),
        ),
        ("ErrorResponse", "/additionalProperties", false.into()),
    ];
    for (component, pointer, value) in edits {
        let mut root = base.root().clone();
        let target = root
            .pointer_mut(&format!("{SCHEMAS}{component}{pointer}"))
            .ok_or(pointer)?;
        *target = value;
        let edited = Document::parse("edited.json", root.to_string())?;
        let (_, unknown) = compare(&edited, Contract::Deserialize)?;
        assert!(!unknown.is_empty(), "{component}{pointer}");
    }
    Ok(())
}
