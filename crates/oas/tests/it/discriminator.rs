//! Discriminators: the schemas that they select, and validation against them.

use indoc::{formatdoc, indoc};
use oas::{Direction, DiscriminatorForm, Document, Pointer, Validators, Violation};
use serde_json::{Value, json};

fn schemas(text: &str) -> Document {
    let indented: String = text.lines().map(|line| format!("    {line}\n")).collect();
    let text = formatdoc! {"
        openapi: 3.0.3
        components:
          schemas:
        {indented}"};
    Document::parse("test.yaml", text).expect("the text is readable")
}

fn pointer(schema: &str) -> Pointer {
    Pointer::root()
        .join("components")
        .join("schemas")
        .join(schema)
}

/// The variants of a schema: value, `mapping` if that names it, and schema.
fn variants(document: &Document, schema: &str) -> Vec<String> {
    let node = document.node(&pointer(schema)).expect("there is a schema");
    let discriminator = document.discriminator(&node).expect("there is one");
    let variants = discriminator.variants.iter();
    let shown = variants.map(|variant| {
        let by = variant.mapping.as_ref().map_or("", |_| " (mapping)");
        let schema = variant
            .schema
            .as_ref()
            .map(|node| node.pointer.last().expect("well-formed"));
        format!(
            "{}{by}: {}",
            variant.value,
            schema.as_deref().unwrap_or("-")
        )
    });
    shown.collect()
}

fn violations(document: &Document, schema: &str, value: Value) -> Vec<String> {
    let validators = Validators::new(document);
    let validator = validators
        .compile(&pointer(schema), Direction::Response)
        .expect("well-formed");
    let found = validator.violations(&(&value).into());
    assert_eq!(
        found.is_empty(),
        validator.is_valid(&(&value).into()),
        "{value}"
    );
    let line = |violation: &Violation| {
        let schema = violation.schema.as_str();
        let schema = schema.trim_start_matches("/components/schemas/");
        format!("{} · {schema} · {}", violation.instance, violation.message)
    };
    found.iter().map(line).collect()
}

#[track_caller]
fn accepts(document: &Document, schema: &str, value: Value) {
    assert_eq!(violations(document, schema, value), [""; 0]);
}

#[track_caller]
fn rejects(document: &Document, schema: &str, value: Value, expected: &[&str]) {
    let mut found = violations(document, schema, value);
    // The order among the schemas that a value is validated against is not fixed.
    found.sort();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

const VEHICLES: &str = "\
Vehicle:
  type: object
  required: [kind]
  properties: {kind: {type: string}, wheels: {type: integer}}
  discriminator: {propertyName: kind, mapping: {lorry: Truck, ghost: '#/components/schemas/Nowhere'}}
Truck:
  allOf:
    - {$ref: '#/components/schemas/Vehicle'}
    - {type: object, required: [load], properties: {load: {type: integer}}}
Bike:
  allOf: [{$ref: '#/components/schemas/Vehicle'}]
  properties: {gears: {type: integer}}
Tandem:
  allOf:
    - {$ref: '#/components/schemas/Bike'}
    - {type: object, required: [seats], properties: {seats: {type: integer}}}
Garage: {type: object, properties: {stored: {type: array, items: {$ref: '#/components/schemas/Vehicle'}}}}
Rented: {type: object, properties: {vehicle: {nullable: true, allOf: [{$ref: '#/components/schemas/Vehicle'}]}}}
";

#[test]
fn inheriting_components_and_the_schema_itself_are_known_by_name() {
    let document = schemas(VEHICLES);
    assert_eq!(
        variants(&document, "Vehicle"),
        [
            "lorry (mapping): Truck",
            "ghost (mapping): -",
            "Truck: Truck",
            "Bike: Bike",
            "Tandem: Tandem",
            "Vehicle: Vehicle"
        ]
    );
    let node = document
        .node(&pointer("Vehicle"))
        .expect("there is a schema");
    let discriminator = document.discriminator(&node).expect("there is one");
    assert_eq!(discriminator.form, DiscriminatorForm::Inheritance);
    let truck = pointer("Truck");
    let values = discriminator.values_of(&truck);
    assert_eq!(values.collect::<Vec<_>>(), ["lorry", "Truck"]);
}

#[test]
fn mapping_replaces_the_implicit_name() {
    let document = schemas(
        "A: {type: object, properties: {t: {type: string}}, discriminator: {propertyName: t, mapping: {A: B}}}\n\
         B: {allOf: [{$ref: '#/components/schemas/A'}], required: [b]}",
    );
    assert_eq!(variants(&document, "A"), ["A (mapping): B", "B: B"]);
    rejects(
        &document,
        "A",
        json!({"t": "A"}),
        &[" · B/required · `b` is required"],
    );
}

#[test]
fn validates_against_the_selected_child() {
    let document = schemas(VEHICLES);
    for value in [
        json!({"kind": "lorry", "load": 1}),
        json!({"kind": "Truck", "load": 1, "wheels": 6}),
        json!({"kind": "Bike"}),
        json!({"kind": "Vehicle", "load": "any"}),
        json!({"kind": "ghost"}),
    ] {
        accepts(&document, "Vehicle", value);
    }
    rejects(
        &document,
        "Vehicle",
        json!({"kind": "lorry", "load": "x"}),
        &["/load · Truck/allOf/1/properties/load/type · expected an integer, found string \"x\""],
    );
    rejects(
        &document,
        "Vehicle",
        json!({"kind": "Truck"}),
        &[" · Truck/allOf/1/required · `load` is required"],
    );
    // A grandchild, as a value of its parent and of its grandparent.
    for schema in ["Vehicle", "Bike"] {
        rejects(
            &document,
            schema,
            json!({"kind": "Tandem", "gears": "x", "wheels": "y"}),
            &[
                "/wheels · Vehicle/properties/wheels/type · expected an integer, found string \"y\"",
                "/gears · Bike/properties/gears/type · expected an integer, found string \"x\"",
                " · Tandem/allOf/1/required · `seats` is required",
            ],
        );
    }
    rejects(
        &document,
        "Garage",
        json!({"stored": [{"kind": "Bike"}, {"kind": "Truck"}]}),
        &["/stored/1 · Truck/allOf/1/required · `load` is required"],
    );
    accepts(&document, "Rented", json!({"vehicle": null}));
    rejects(
        &document,
        "Rented",
        json!({"vehicle": {"kind": "Truck"}}),
        &["/vehicle · Truck/allOf/1/required · `load` is required"],
    );
}

#[test]
fn validates_a_referenced_child_once() {
    let document = schemas(VEHICLES);
    rejects(
        &document,
        "Truck",
        json!({"kind": "Truck"}),
        &[" · Truck/allOf/1/required · `load` is required"],
    );
    accepts(&document, "Truck", json!({"kind": "lorry", "load": 1}));
}

#[test]
fn rejects_an_unknown_value_and_lists_the_known_ones() {
    let document = schemas(VEHICLES);
    rejects(
        &document,
        "Vehicle",
        json!({"kind": "Plane"}),
        &[
            "/kind · Vehicle/discriminator · unknown discriminator value \"Plane\": expected one of `lorry`, `ghost`, `Truck`, `Bike`, \
           `Tandem`, `Vehicle`",
        ],
    );
    rejects(
        &document,
        "Vehicle",
        json!({"kind": 1}),
        &["/kind · Vehicle/properties/kind/type · expected a string, found number 1"],
    );
}

const SHAPES: &str = "\
Shape:
  oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]
  discriminator: {propertyName: form, mapping: {round: '#/components/schemas/Circle'}}
Circle: {type: object, required: [form], properties: {form: {type: string}, size: {type: integer}}}
Square: {type: object, required: [form, side], properties: {form: {type: string}, side: {type: integer}}}
";

#[test]
fn selects_by_value_if_several_members_match() {
    let document = schemas(SHAPES);
    assert_eq!(
        variants(&document, "Shape"),
        [
            "round (mapping): Circle",
            "Circle: Circle",
            "Square: Square"
        ]
    );
    // A circle by its form, though a square as well by its properties.
    accepts(&document, "Shape", json!({"form": "round", "side": 1}));
    accepts(&document, "Shape", json!({"form": "Square", "side": 1}));
    rejects(
        &document,
        "Shape",
        json!({"form": "Square", "size": 1}),
        &[" · Square/required · `side` is required"],
    );
    rejects(
        &document,
        "Shape",
        json!({"form": "flat"}),
        &[
            "/form · Shape/discriminator · unknown discriminator value \"flat\": expected one of `round`, `Circle`, `Square`",
        ],
    );
}

#[test]
fn tries_members_if_the_property_is_absent() {
    let document = schemas(SHAPES);
    rejects(
        &document,
        "Shape",
        json!({}),
        &[" · Circle/required · `form` is required"],
    );
    rejects(
        &document,
        "Shape",
        json!(1),
        &[" · Shape/oneOf · 1 matches none of the schemas of `oneOf`"],
    );
}

/// Members without a name cannot be selected, so that a value which selects none may still be one
/// of them.
#[test]
fn tries_inline_members_for_unmapped_values() {
    let document = schemas(indoc! {"
            A:
              nullable: true
              anyOf: [{$ref: '#/components/schemas/B'}, {type: object, required: [c]}]
              discriminator: {propertyName: t}
            B: {type: object, required: [b]}"});
    accepts(&document, "A", json!({"t": "other", "c": 1}));
    accepts(&document, "A", json!(null));
    rejects(
        &document,
        "A",
        json!({"t": "B", "c": 1}),
        &[" · B/required · `b` is required"],
    );
    assert_eq!(violations(&document, "A", json!({"t": "other"})).len(), 1);
}

/// `oneOf` and `allOf` that refer to each other are common, and must end.
#[test]
fn resolves_members_that_inherit_from_the_choice() {
    let document = schemas(indoc! {"
            Pet:
              type: object
              required: [t]
              properties: {t: {type: string}, age: {type: integer}}
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
              discriminator: {propertyName: t}
            Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {required: [claws]}]}
            Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {required: [bark]}]}"});
    accepts(&document, "Pet", json!({"t": "Dog", "bark": 1}));
    accepts(&document, "Dog", json!({"t": "Dog", "bark": 1}));
    rejects(
        &document,
        "Pet",
        json!({"t": "Cat", "bark": 1, "age": "x"}),
        &[
            "/age · Pet/properties/age/type · expected an integer, found string \"x\"",
            " · Cat/allOf/1/required · `claws` is required",
        ],
    );
}

/// A child can have a discriminator with the property of its parent: the parent then accepts the
/// values of both, and the child also accepts the value that selects it.
#[test]
fn discriminators_of_one_property_are_nested() {
    let document = schemas(indoc! {"
            A: {type: object, properties: {t: {type: string}}, discriminator: {propertyName: t, mapping: {b: B}}}
            B:
              allOf: [{$ref: '#/components/schemas/A'}]
              required: [b]
              discriminator: {propertyName: t, mapping: {c: C}}
            C: {allOf: [{$ref: '#/components/schemas/B'}], required: [c]}"});
    assert_eq!(
        variants(&document, "A"),
        ["b (mapping): B", "B: B", "C: C", "A: A", "c: B"]
    );
    accepts(&document, "A", json!({"t": "b", "b": 1}));
    rejects(
        &document,
        "A",
        json!({"t": "c", "b": 1}),
        &[" · C/required · `c` is required"],
    );
    rejects(
        &document,
        "A",
        json!({"t": "C"}),
        &[
            " · B/required · `b` is required",
            " · C/required · `c` is required",
        ],
    );
}

/// Two discriminators of different properties both select.
#[test]
fn applies_the_discriminator_of_a_child() {
    let document = schemas(indoc! {"
            A: {type: object, properties: {t: {type: string}}, discriminator: {propertyName: t}}
            B:
              allOf: [{$ref: '#/components/schemas/A'}]
              properties: {u: {type: string}}
              discriminator: {propertyName: u}
            C: {allOf: [{$ref: '#/components/schemas/B'}], required: [c]}"});
    rejects(
        &document,
        "A",
        json!({"t": "B", "u": "C"}),
        &[" · C/required · `c` is required"],
    );
    assert_eq!(
        violations(&document, "A", json!({"t": "B", "u": "X"})).len(),
        1
    );
    accepts(&document, "A", json!({"t": "A", "u": "X"}));
}
