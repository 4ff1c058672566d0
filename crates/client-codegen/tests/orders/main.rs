//! The client of a small service with unusual schemas, compiled and used. `client.rs` is generated.

#[expect(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "all of it is public, and not all of it is used here"
)]
mod client {
    include!("client.rs");
}

use std::error::Error;

use chrono::{DateTime, FixedOffset, Utc};
use client::{
    Nullable, document,
    types::{Address, Card, Colour, Item, Kept, NewOrder, NewOrderPayment, Order, Pin, builder},
};
use serde_json::{Value, from_value, json, to_value};

type Result = std::result::Result<(), Box<dyn Error>>;

/// A builder with the required properties only.
fn new_order() -> builder::NewOrder {
    NewOrder::builder()
        .title("t")
        .terms(None)
        .since(DateTime::<Utc>::UNIX_EPOCH)
}

fn sent(order: builder::NewOrder) -> std::result::Result<Value, Box<dyn Error>> {
    Ok(to_value(NewOrder::try_from(order)?)?)
}

#[test]
fn omits_unset_properties() -> Result {
    assert_eq!(
        sent(new_order())?,
        json!({"title": "t", "terms": null, "since": "1970-01-01T00:00:00Z"})
    );
    Ok(())
}

#[test]
fn setters_convert_their_arguments() -> Result {
    let utc: DateTime<Utc> = "2030-01-02T03:04:05Z".parse()?;
    let fixed: DateTime<FixedOffset> = "2030-01-02T05:04:05+02:00".parse()?;
    for order in [
        new_order().due(utc),
        new_order().due(fixed),
        new_order().due(Some(utc)),
    ] {
        assert_eq!(sent(order)?["due"], "2030-01-02T03:04:05Z");
    }
    assert_eq!(
        sent(new_order().since(fixed))?["since"],
        "2030-01-02T03:04:05Z"
    );
    let address: Address = Address::builder().street("Main St").try_into()?;
    for order in [
        new_order().address(address.clone()),
        new_order().address(Address::builder().street("Main St")),
    ] {
        assert_eq!(sent(order)?["address"], json!({"street": "Main St"}));
    }
    let order = new_order()
        .note("n")
        .type_("k".to_owned())
        .colour(Colour::DarkBlue)
        .colours(["red".into(), "new".into()])
        .items([Item::builder().sku("s").count(1).try_into()?])
        .priority(5)
        .parent(new_order());
    let expected = json!({
        "title": "t", "terms": null, "since": "1970-01-01T00:00:00Z", "note": "n", "type": "k", "colour": "dark blue",
        "colours": ["red", "new"], "items": [{"sku": "s", "count": 1}], "priority": 5,
        "parent": {"title": "t", "terms": null, "since": "1970-01-01T00:00:00Z"},
    });
    assert_eq!(sent(order)?, expected);
    Ok(())
}

#[test]
fn rejects_nested_builder_without_required_value() {
    let result = NewOrder::try_from(new_order().parent(NewOrder::builder()));
    assert!(result.is_err_and(|error| error.to_string().contains("no value supplied for")));
}

#[test]
fn distinguishes_absent_null_and_value() -> Result {
    assert_eq!(
        sent(new_order().due(None).address(None).note(None))?["due"],
        Value::Null
    );
    for name in [
        "address", "anything", "colours", "due", "inline", "maybe", "note",
    ] {
        let absent = json!({"title": "t", "terms": "x", "since": "1970-01-01T00:00:00Z"});
        let mut null = absent.clone();
        null[name] = Value::Null;
        for body in [absent, null] {
            assert_eq!(
                to_value(from_value::<NewOrder>(body.clone())?)?,
                body,
                "{name}"
            );
        }
    }
    let deep = json!({"title": "t", "terms": "x", "since": "1970-01-01T00:00:00Z", "inline": {"depth": null}});
    assert_eq!(to_value(from_value::<NewOrder>(deep.clone())?)?, deep);
    Ok(())
}

#[test]
fn distinguishes_absent_null_and_value_in_variants() -> Result {
    for payment in [
        json!({"iban": "i"}),
        json!({"iban": "i", "reference": null}),
        json!({"number": "n", "holder": null}),
    ] {
        let mut body = json!({"title": "t", "terms": "x", "since": "1970-01-01T00:00:00Z"});
        body["payment"] = payment;
        assert_eq!(to_value(from_value::<NewOrder>(body.clone())?)?, body);
    }
    Ok(())
}

#[test]
fn distinguishes_absent_and_empty_collections() -> Result {
    for body in [
        json!({}),
        json!({"items": []}),
        json!({"labels": {}}),
        json!({"items": [{"tags": []}]}),
    ] {
        assert_eq!(to_value(from_value::<Order>(body.clone())?)?, body);
    }
    assert_eq!(sent(new_order().items([]))?["items"], json!([]));
    Ok(())
}

#[test]
fn decodes_null_in_a_response_as_absent() -> Result {
    for name in [
        "id", "due", "colour", "items", "labels", "priority", "place", "parent", "maybe",
    ] {
        let order: Order = from_value(json!({ name: null }))?;
        assert_eq!(order, Order::default(), "{name}");
    }
    Ok(())
}

#[test]
fn keeps_undocumented_values() -> Result {
    let body = json!({"colour": "mauve", "place": {"name": "n", "x": "y"}, "z": [1, {"a": null}]});
    let order: Order = from_value(body.clone())?;
    assert_eq!(order.colour, Some(Colour::Other("mauve".to_owned())));
    assert_eq!(to_value(order)?, body);
    Ok(())
}

#[test]
fn builder_does_not_require_unknown_fields() -> Result {
    assert_eq!(Order::try_from(Order::builder())?, Order::default());
    let kept: Kept = Kept::builder().name("n").try_into()?;
    assert_eq!(to_value(kept)?, json!({"name": "n"}));
    Ok(())
}

#[test]
fn open_enum_has_a_variant_per_documented_value() {
    for value in Colour::KNOWN {
        let colour = Colour::from(*value);
        assert!(!matches!(colour, Colour::Other(_)), "{value}");
        assert_eq!(
            (colour.as_str(), colour.to_string().as_str()),
            (*value, *value)
        );
    }
    assert_eq!(format!("{:>5}", Colour::Red), "  red");
    assert_eq!(
        "mauve".parse::<Colour>(),
        Ok(Colour::Other("mauve".to_owned()))
    );
}

#[test]
fn nullable_has_three_states() {
    assert_eq!(
        Nullable::<i32>::from(Some(1)).map(|n| n + 1).into_option(),
        Some(2)
    );
    assert_eq!(Nullable::<i32>::from(None), Nullable::Null);
    assert_eq!(Nullable::<i32>::default().value(), None);
    assert!(Nullable::<i32>::Null.is_null() && Nullable::<i32>::Absent.is_absent());
}

#[test]
fn debug_omits_sensitive_values() -> Result {
    let (number, iban) = ("5105105105105100", "DE02120300000000202051");
    let card = Card::builder().number(number).pin(Pin(iban.to_owned()));
    let builder = format!("{card:?}");
    let card: Card = card.try_into()?;
    let payment: NewOrderPayment = from_value(json!({"iban": iban, "reference": "r-1"}))?;
    let pin = Pin(iban.to_owned());
    let text = format!("{builder}{card:?}{payment:?}{pin:?}");
    assert!(!text.contains(number) && !text.contains(iban), "{text}");
    assert_eq!(
        format!("{card:?}"),
        r#"Card { holder: Absent, number: "[redacted]", pin: Some("[redacted]") }"#
    );
    assert_eq!(Card::SENSITIVE, ["number", "pin"]);
    assert_eq!(to_value(&card)?["number"], number);
    Ok(())
}

#[test]
fn facts_of_the_document_are_constants() {
    let place = document::operations::PLACE_ORDER;
    assert_eq!(
        (place.id, place.method, place.path),
        ("placeOrder", "POST", "/orders")
    );
    assert_eq!(
        place.deprecated_on.map(|day| day.to_string()).as_deref(),
        Some("2026-02-12")
    );
    assert_eq!(
        place.sunset.map(|day| day.to_string()).as_deref(),
        Some("2027-01-31")
    );
    assert_eq!(place.scopes, ["order:write"]);
    assert_eq!(document::operations::LIST_ORDERS.scopes, ["order:read"]);
    assert!(
        document::operations::CANCEL.deprecated && document::operations::CANCEL.sunset.is_none()
    );
    assert_eq!(
        document::SERVERS.iter().map(|s| s.url).collect::<Vec<_>>(),
        ["https://eu.example.com", "https://us.example.com"]
    );
    assert_eq!(
        document::CLIENT_CREDENTIALS[0].token_url,
        "https://eu.example.com/token"
    );
    assert_eq!(document::VERSION, "2024-01-01");
}
