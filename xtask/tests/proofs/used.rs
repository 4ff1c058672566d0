//! Clients of bad documents, compiled and used. A proof is named like its rule, and so is the
//! module of its client.

use std::{
    cell::RefCell,
    future::Future,
    pin::pin,
    task::{Context, Poll, Waker},
};

use progenitor_client::{ByteStream, ClientHooks, Error, OperationInfo};
use reqwest::{Request, Response};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, from_value, json, to_value};

use crate::{Result, generated};

pub(crate) fn additional_properties_false_on_response() -> Result {
    use generated::additional_properties_false_on_response::types::Pet;
    unreadable::<Pet>(
        json!({"name": "Rex"}),
        json!({"name": "Rex", "age": 3}),
        "unknown field `age`",
    )
}

pub(crate) fn additional_properties_true_dropped() -> Result {
    use generated::additional_properties_true_dropped::types::Pet;
    lost::<Pet>(json!({"name": "Rex", "age": 3}), json!({"name": "Rex"}))
}

pub(crate) fn any_of_scalars() -> Result {
    use generated::any_of_scalars::types::Pet;
    unreadable::<Pet>(
        json!({}),
        json!({"size": "small"}),
        "invalid type: string \"small\"",
    )?;
    unreadable::<Pet>(
        json!({}),
        json!({"size": "huge"}),
        "invalid type: string \"huge\"",
    )
}

/// Two types with the same name: this compiles because both are imported with their module.
pub(crate) fn component_name_clash() -> Result {
    use generated::component_name_clash as client;
    let described = std::any::type_name::<client::types::Error>();
    let failed = std::any::type_name::<client::Error<()>>();
    let name = |path: &'static str| path.split('<').next()?.rsplit("::").next();
    same(&[name(described), name(failed)], &[Some("Error"); 2])?;
    same(&(described == failed), &false)
}

pub(crate) fn default_always_sent() -> Result {
    use generated::default_always_sent as generated;
    let sent = exchange(204, "", "");
    let client = generated::Client::new_with_client(BASE, http()?);
    let call = client.create_pet();
    now(call.body(generated::types::Pet::builder()).send())?.map_err(|error| error.to_string())?;
    let body = sent().and_then(|request| Some(request.body()?.as_bytes()?.to_vec()));
    let body: Value = serde_json::from_slice(&body.ok_or("nothing was sent")?)?;
    same(&body, &json!({"wild": true}))
}

pub(crate) fn enum_closed_in_response() -> Result {
    use generated::enum_closed_in_response::types::Pet;
    unreadable::<Pet>(
        json!({"size": "small"}),
        json!({"size": "huge"}),
        "unknown variant `huge`",
    )
}

pub(crate) fn form_property_not_scalar() -> Result {
    use generated::form_property_not_scalar as generated;
    let pet = generated::types::Pet::builder();
    for (pet, is_sent) in [(pet.clone(), true), (pet.tags(["good".to_owned()]), false)] {
        let sent = exchange(204, "", "");
        let client = generated::Client::new_with_client(BASE, http()?);
        let call = client.create_pet();
        let result = now(call.body(pet).send())?;
        same(&(result.is_ok(), sent().is_some()), &(is_sent, is_sent))?;
    }
    Ok(())
}

pub(crate) fn inline_type_name_collision() -> Result {
    use generated::inline_type_name_collision as generated;
    let _ = exchange(400, "application/json", r#"{"code": "too many"}"#);
    let client = generated::Client::new_with_client(BASE, http()?);
    let call = client.list_pets();
    match now(call.send())? {
        Err(Error::ErrorResponse(response)) => same(&to_value(response.into_inner())?, &json!({})),
        other => Err(format!("it is {other:?}").into()),
    }
}

pub(crate) fn json_media_type_not_decoded() -> Result {
    use generated::json_media_type_not_decoded as generated;
    let _ = exchange(400, "application/problem+json", r#"{"code": "too many"}"#);
    let client = generated::Client::new_with_client(BASE, http()?);
    let call = client.list_pets();
    let result: std::result::Result<_, Error<ByteStream>> = now(call.send())?;
    match result {
        Err(Error::ErrorResponse(_)) => Ok(()),
        _ => Err("it is no documented error".into()),
    }
}

pub(crate) fn length_limit_on_response() -> Result {
    use generated::length_limit_on_response::types::Pet;
    unreadable::<Pet>(
        json!({"name": "x".repeat(40)}),
        json!({"name": "x".repeat(41)}),
        "longer than 40 characters",
    )
}

pub(crate) fn minimum_one_in_response() -> Result {
    use generated::minimum_one_in_response::types::Pet;
    unreadable::<Pet>(json!({"legs": 1}), json!({"legs": 0}), "nonzero")
}

pub(crate) fn not_unsupported() -> Result {
    use generated::not_unsupported::types::Pet;
    lost::<Pet>(json!({"chip": "1"}), json!({}))?;
    lost::<Pet>(json!({"mark": "white"}), json!({}))
}

pub(crate) fn one_of_overlapping() -> Result {
    use generated::one_of_overlapping::types::Pet;
    lost::<Pet>(json!({"kind": "dog", "tricks": 3}), json!({"kind": "dog"}))
}

pub(crate) fn parameter_explode_ignored() -> Result {
    use generated::parameter_explode_ignored as generated;
    let sent = exchange(204, "", "");
    let client = generated::Client::new_with_client(BASE, http()?);
    let call = client.list_pets();
    let call = call.tags(vec!["a".to_owned(), "b".to_owned()]);
    now(call.send())?.map_err(|error| error.to_string())?;
    let request = sent().ok_or("nothing was sent")?;
    same(&request.url().query(), &Some("tags=a&tags=b"))
}

pub(crate) fn parameter_name_shared() -> Result {
    use generated::parameter_name_shared as generated;
    let sent = exchange(204, "", "");
    let client = generated::Client::new_with_client(BASE, http()?);
    let call = client.list_pets();
    now(call.id("7").send())?.map_err(|error| error.to_string())?;
    let request = sent().ok_or("nothing was sent")?;
    let header = request.headers().get("id").is_some();
    same(&(request.url().query(), header), &(None, true))
}

pub(crate) fn read_only_required_in_request() -> Result {
    use generated::read_only_required_in_request::types::Pet;
    unreadable::<Pet>(json!({"id": "1"}), json!({}), "missing field `id`")
}

/// Decodes the documented response, and fails for a permitted future one.
fn unreadable<T: DeserializeOwned>(today: Value, tomorrow: Value, reason: &str) -> Result {
    from_value::<T>(today)?;
    match from_value::<T>(tomorrow) {
        Ok(_) => Err("it is read".into()),
        Err(error) if error.to_string().contains(reason) => Ok(()),
        Err(error) => Err(format!("it is not read, but since {error}").into()),
    }
}

/// Asserts that a caller receives only `kept` of a response.
fn lost<T: DeserializeOwned + Serialize>(response: Value, kept: Value) -> Result {
    same(&to_value(from_value::<T>(response)?)?, &kept)
}

fn same<T: PartialEq + std::fmt::Debug>(seen: &T, expected: &T) -> Result {
    match seen == expected {
        true => Ok(()),
        false => Err(format!("it is {seen:?}, not {expected:?}").into()),
    }
}

const BASE: &str = "http://localhost";

thread_local! {
    static RESPONSE: RefCell<Option<Response>> = const { RefCell::new(None) };
    static SENT: RefCell<Option<Request>> = const { RefCell::new(None) };
}

/// Prepares the response to the next call. The returned function returns the request of that call,
/// if it sent one.
fn exchange(
    status: u16,
    media_type: &str,
    body: &'static str,
) -> impl Fn() -> Option<Request> + use<> {
    let mut response = http::Response::new(body);
    if let Ok(status) = status.try_into() {
        *response.status_mut() = status;
    }
    if let Ok(media_type) = media_type.try_into() {
        response.headers_mut().insert("content-type", media_type);
    }
    RESPONSE.set(Some(response.into()));
    SENT.set(None);
    || SENT.take()
}

/// The output of a future that is ready immediately.
fn now<F: Future>(future: F) -> std::result::Result<F::Output, &'static str> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => Ok(output),
        Poll::Pending => Err("it waits for something"),
    }
}

fn http() -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder().no_proxy().build()
}

/// Clients whose requests do not leave the process.
macro_rules! intercepted {
    ($($name:ident)*) => {$(
        impl ClientHooks<()> for generated::$name::Client {
            async fn exec(&self, request: Request, _: &OperationInfo) -> reqwest::Result<Response> {
                SENT.set(Some(request));
                Ok(RESPONSE.take().unwrap_or_else(|| http::Response::new("").into()))
            }
        }
    )*};
}

intercepted! {
    default_always_sent form_property_not_scalar inline_type_name_collision json_media_type_not_decoded
    parameter_explode_ignored parameter_name_shared
}
