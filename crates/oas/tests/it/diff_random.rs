//! Random edits of whole documents: the comparison ends, is mirrored, and reports every new value.

use std::path::Path;
use std::sync::LazyLock;

use chrono::NaiveDate;
use oas::diff::{Change, Options, diff};
use oas::{Document, Pointer};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

use crate::mirrored::assert_mirrored;

/// An edit of a document.
#[derive(Debug, Clone)]
enum Edit {
    Remove(Index),
    Replace(Index, Value),
    /// Copies the value of one location to another.
    Copy(Index, Index),
    Insert(Index, String, Value),
}

static DOCUMENTS: LazyLock<Vec<Value>> = LazyLock::new(documents);

fn documents() -> Vec<Value> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut documents = Vec::new();
    for directory in ["diff", "fixtures", "../../../openapi"] {
        let entries = tests
            .join(directory)
            .read_dir()
            .expect("the directory exists");
        let mut paths: Vec<_> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        paths.retain(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml")
        });
        paths.sort();
        for path in paths {
            let root = Document::load(&path)
                .expect("a document is readable")
                .root()
                .clone();
            match (root.get("base"), root.get("revision")) {
                (Some(base), Some(revision)) => documents.extend([base.clone(), revision.clone()]),
                _ => documents.push(root),
            }
        }
    }
    documents
}

fn places(value: &Value, at: &Pointer, places: &mut Vec<Pointer>) {
    places.push(at.clone());
    match value {
        Value::Object(members) => {
            members
                .iter()
                .for_each(|(key, member)| self::places(member, &at.join(key), places));
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(index, item)| self::places(item, &at.index(index), places));
        }
        _ => {}
    }
}

impl Edit {
    fn apply(&self, document: &mut Value) {
        let mut all = Vec::new();
        places(document, &Pointer::root(), &mut all);
        match self {
            Self::Remove(at) => {
                let at = at.get(&all);
                let (Some(parent), Some(last)) = (at.parent(), at.last()) else {
                    return;
                };
                match document.pointer_mut(parent.as_str()) {
                    Some(Value::Object(members)) => drop(members.remove(last.as_ref())),
                    Some(Value::Array(items)) => drop(items.remove(last.parse().unwrap_or(0))),
                    _ => {}
                }
            }
            Self::Replace(at, value) => replace(document, at.get(&all), value.clone()),
            Self::Copy(from, to) => {
                let value = document.pointer(from.get(&all).as_str()).cloned();
                replace(document, to.get(&all), value.unwrap_or_default());
            }
            Self::Insert(at, key, value) => {
                let objects = all
                    .iter()
                    .filter(|at| document.pointer(at.as_str()).is_some_and(Value::is_object));
                let objects: Vec<&Pointer> = objects.collect();
                if objects.is_empty() {
                    return;
                }
                let object = at.get(&objects).as_str().to_owned();
                if let Some(Value::Object(members)) = document.pointer_mut(&object) {
                    members.insert(key.clone(), value.clone());
                }
            }
        }
    }
}

fn replace(document: &mut Value, at: &Pointer, value: Value) {
    if let Some(place) = document.pointer_mut(at.as_str()) {
        *place = value;
    }
}

fn values() -> impl Strategy<Value = Value> {
    proptest::sample::select(vec![
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(2.5),
        json!("text"),
        json!([]),
        json!({}),
        json!(["text", 1]),
        json!({"$ref": "#/components/schemas/Plant"}),
        json!({"$ref": "#/paths"}),
        json!({"type": "object", "properties": {"name": {"type": "string"}}}),
        json!({"oneOf": [{"type": "string"}, {"type": "integer"}]}),
    ])
}

fn keywords() -> impl Strategy<Value = String> {
    let keys = [
        "$ref",
        "allOf",
        "anyOf",
        "callbacks",
        "content",
        "default",
        "deprecated",
        "discriminator",
        "enum",
        "headers",
        "items",
        "mapping",
        "maxLength",
        "not",
        "nullable",
        "oneOf",
        "parameters",
        "properties",
        "required",
        "responses",
        "schema",
        "security",
        "servers",
        "type",
        "x-sunset",
        "x-extensible-enum",
        "unheard-of",
    ];
    proptest::sample::select(keys.map(str::to_owned).to_vec())
}

/// Keywords with values that have no effect in a schema, or in a parameter or operation.
fn ineffective() -> impl Strategy<Value = (String, Value)> {
    let members = [
        ("deprecated", json!(false)),
        ("nullable", json!(false)),
        ("readOnly", json!(false)),
        ("minLength", json!(0)),
        ("uniqueItems", json!(false)),
        ("required", json!([])),
        ("allOf", json!([{}])),
    ];
    let members = members.map(|(key, value)| (key.to_owned(), value));
    proptest::sample::select(members.to_vec())
}

/// Whether each difference is below a change, equal by a normalisation, or unreadable.
fn is_explained(base: &Document, revision: &Document) -> bool {
    let options = Options::new(NaiveDate::default()).without_witnesses();
    let found = diff(base, revision, &options);
    !found.changes.is_empty()
        || !found.normalised.is_empty()
        || !found.unreadable.is_empty()
        || base.root() == revision.root()
}

fn edits() -> impl Strategy<Value = Edit> {
    let place = any::<Index>;
    prop_oneof![
        place().prop_map(Edit::Remove),
        (place(), values()).prop_map(|(at, value)| Edit::Replace(at, value)),
        (place(), place()).prop_map(|(from, to)| Edit::Copy(from, to)),
        (place(), keywords(), values()).prop_map(|(at, key, value)| Edit::Insert(at, key, value)),
    ]
}

fn load(name: &str, value: &Value) -> Document {
    Document::parse(name, value.to_string()).expect("the text is JSON")
}

fn changes(base: &Document, revision: &Document) -> Vec<Change> {
    let options = Options::new(NaiveDate::default()).without_witnesses();
    diff(base, revision, &options).changes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, rng_seed: RngSeed::Fixed(20270131), ..ProptestConfig::default() })]

    #[test]
    fn compares_any_edits_and_mirrors_them(
        document in any::<Index>(),
        edits in proptest::collection::vec(edits(), 1..6),
    ) {
        let base = document.get(&DOCUMENTS);
        let mut revision = base.clone();
        edits.iter().for_each(|edit| edit.apply(&mut revision));
        let (base, revision) = (load("base", base), load("revision", &revision));
        assert_mirrored("random", &base, &revision);
        prop_assert!(changes(&revision, &revision).is_empty());
        prop_assert!(is_explained(&base, &revision));
    }

    /// Most of these edits change nothing, so that a normalisation has to be named.
    #[test]
    fn explains_edits_without_effect(document in any::<Index>(), at in any::<Index>(), member in ineffective()) {
        let base = document.get(&DOCUMENTS);
        let mut revision = base.clone();
        Edit::Insert(at, member.0, member.1).apply(&mut revision);
        let (base, revision) = (load("base", base), load("revision", &revision));
        prop_assert!(is_explained(&base, &revision));
    }

    /// An inserted value that occurs nowhere else is always a change.
    #[test]
    fn reports_every_new_value(document in any::<Index>(), at in any::<Index>(), key in keywords(), insert in any::<bool>()) {
        let base = document.get(&DOCUMENTS);
        let mut revision = base.clone();
        let value = json!("a value that is nowhere else");
        let edit = if insert { Edit::Insert(at, key, value) } else { Edit::Replace(at, value) };
        edit.apply(&mut revision);
        let (base, revision) = (load("base", base), load("revision", &revision));
        let place = revision.text().find("a value that is nowhere else");
        // An edit without a location changes nothing.
        prop_assume!(place.is_some());
        let around = place.and_then(|at| revision.text().get(at.saturating_sub(200)..at + 40));
        let options = Options::new(NaiveDate::default()).without_witnesses();
        let found = diff(&base, &revision, &options);
        let is_reported = !found.changes.is_empty() || !found.is_complete();
        prop_assert!(is_reported, "{edit:?} near {around:?}");
    }
}
