// The clients of documents that rules warn of. Written by `cargo xtask generate`.
pub mod additional_properties_false_on_response {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///A pet.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[serde(deny_unknown_fields)]
    #[non_exhaustive]
    pub struct Pet {
        ///Its name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl Pet {
        ///A builder with nothing set.
        pub fn builder() -> builder::Pet {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        ///Builder for [`Pet`](super::Pet).
        #[derive(Clone, Debug)]
        pub struct Pet {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Pet {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                }
            }
        }
        impl Pet {
            ///Sets `name`: Its name.
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::generated::additional_properties_false_on_response::Nullable<
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map(
                        crate::generated::additional_properties_false_on_response::Nullable::into_option,
                    )
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Pet> for super::Pet {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::Pet> for Pet {
            fn from(value: super::Pet) -> Self {
                Self { name: Ok(value.name) }
            }
        }
        impl ::std::convert::TryFrom<Pet>
        for crate::generated::additional_properties_false_on_response::Nullable<
            super::Pet,
        > {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Pet::try_from(value).map(Self::Value)
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for T

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**List pets

Lists all pets.

Sends a `GET` request to `/pets`


```text
let response = client.list_pets()
    .send()
    .await;
```*/
    pub fn list_pets(&self) -> builder::ListPets<'_> {
        builder::ListPets::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::list_pets`]

[`Client::list_pets`]: super::Client::list_pets*/
    #[derive(Debug, Clone)]
    pub struct ListPets<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListPets<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/pets`
        pub async fn send(self) -> Result<ResponseValue<types::Pet>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/pets", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_pets",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(Error::ErrorResponse(ResponseValue::empty(response)))
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// An optional property that also accepts `null`: left out, `null`, or a value. The three stay distinct on the wire.
///
/// ```text
/// Absent     →  {}
/// Null       →  {"due": null}
/// Value(due) →  {"due": "2030-01-01T00:00:00Z"}
/// ```
///
/// `From<T>` makes a value, and `From<Option<T>>` makes `None` into `null`. To leave a property out, do not set it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The property is left out.
    #[default]
    Absent,
    /// The property is there, and `null`.
    Null,
    /// The property has a value.
    Value(T),
}
impl<T> Nullable<T> {
    /// Whether the property is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Whether the property is there and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
    /// The value by reference, if there is one.
    pub fn value(&self) -> ::std::option::Option<&T> {
        self.as_ref().into_option()
    }
    /// The value, if there is one. The difference between absent and `null` is lost.
    pub fn into_option(self) -> ::std::option::Option<T> {
        match self {
            Self::Value(value) => ::std::option::Option::Some(value),
            Self::Absent | Self::Null => ::std::option::Option::None,
        }
    }
    /// The same state with a reference to the value.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }
    /// The same state with the value changed by `f`.
    pub fn map<U>(self, f: impl ::std::ops::FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}
impl<T> ::std::convert::From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
impl<T> ::std::convert::From<::std::option::Option<T>> for Nullable<T> {
    fn from(value: ::std::option::Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}
impl ::std::convert::From<&str> for Nullable<::std::string::String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}
impl<T, const N: usize> ::std::convert::From<[T; N]> for Nullable<::std::vec::Vec<T>> {
    fn from(value: [T; N]) -> Self {
        Self::Value(value.into())
    }
}
impl ::std::convert::From<::chrono::DateTime<::chrono::FixedOffset>>
for Nullable<::chrono::DateTime<::chrono::Utc>> {
    fn from(value: ::chrono::DateTime<::chrono::FixedOffset>) -> Self {
        Self::Value(value.into())
    }
}
impl<T: ::serde::Serialize> ::serde::Serialize for Nullable<T> {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
impl<'de, T: ::serde::Deserialize<'de>> ::serde::Deserialize<'de> for Nullable<T> {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        ::std::option::Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
/// What the document says about the service besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "T";
    /// `info.version`.
    pub const VERSION: &str = "1";
    /// A base URL of the service.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Server {
        /// The URL as the document gives it.
        pub url: &'static str,
        /// What the document says of it, or nothing.
        pub description: &'static str,
    }
    /// The servers, in the order of the document.
    pub const SERVERS: &[Server] = &[];
    /// An OAuth 2 security scheme with the client credentials flow.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct ClientCredentials {
        /// The name of the security scheme.
        pub scheme: &'static str,
        /// Where a token is asked for.
        pub token_url: &'static str,
        /// All scopes that the scheme declares.
        pub scopes: &'static [&'static str],
    }
    /// The security schemes with the client credentials flow, by name.
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[];
    /// An operation, and how long it will be there.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Operation {
        /// The operationId.
        pub id: &'static str,
        /// The HTTP method, in capitals.
        pub method: &'static str,
        /// The path template.
        pub path: &'static str,
        /// The OAuth 2 scopes that a token needs for it.
        pub scopes: &'static [&'static str],
        /// Whether the document marks it as deprecated.
        pub deprecated: bool,
        /// The day it was deprecated, from `x-deprecated-on`.
        pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
        /// The day it will be gone, from `x-sunset`.
        pub sunset: ::std::option::Option<::chrono::NaiveDate>,
    }
    /// The operations, one constant each.
    pub mod operations {
        use super::Operation;
        ///`GET /pets`.
        pub const LIST_PETS: Operation = Operation {
            id: "listPets",
            method: "GET",
            path: "/pets",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
    }
}
}
pub mod additional_properties_true_dropped {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///A pet.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Pet {
        ///Its name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl Pet {
        ///A builder with nothing set.
        pub fn builder() -> builder::Pet {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        ///Builder for [`Pet`](super::Pet).
        #[derive(Clone, Debug)]
        pub struct Pet {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Pet {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                }
            }
        }
        impl Pet {
            ///Sets `name`: Its name.
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::generated::additional_properties_true_dropped::Nullable<
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map(
                        crate::generated::additional_properties_true_dropped::Nullable::into_option,
                    )
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Pet> for super::Pet {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::Pet> for Pet {
            fn from(value: super::Pet) -> Self {
                Self { name: Ok(value.name) }
            }
        }
        impl ::std::convert::TryFrom<Pet>
        for crate::generated::additional_properties_true_dropped::Nullable<super::Pet> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Pet::try_from(value).map(Self::Value)
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for T

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**List pets

Lists all pets.

Sends a `GET` request to `/pets`


```text
let response = client.list_pets()
    .send()
    .await;
```*/
    pub fn list_pets(&self) -> builder::ListPets<'_> {
        builder::ListPets::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::list_pets`]

[`Client::list_pets`]: super::Client::list_pets*/
    #[derive(Debug, Clone)]
    pub struct ListPets<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListPets<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/pets`
        pub async fn send(self) -> Result<ResponseValue<types::Pet>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/pets", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_pets",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(Error::ErrorResponse(ResponseValue::empty(response)))
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// An optional property that also accepts `null`: left out, `null`, or a value. The three stay distinct on the wire.
///
/// ```text
/// Absent     →  {}
/// Null       →  {"due": null}
/// Value(due) →  {"due": "2030-01-01T00:00:00Z"}
/// ```
///
/// `From<T>` makes a value, and `From<Option<T>>` makes `None` into `null`. To leave a property out, do not set it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The property is left out.
    #[default]
    Absent,
    /// The property is there, and `null`.
    Null,
    /// The property has a value.
    Value(T),
}
impl<T> Nullable<T> {
    /// Whether the property is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Whether the property is there and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
    /// The value by reference, if there is one.
    pub fn value(&self) -> ::std::option::Option<&T> {
        self.as_ref().into_option()
    }
    /// The value, if there is one. The difference between absent and `null` is lost.
    pub fn into_option(self) -> ::std::option::Option<T> {
        match self {
            Self::Value(value) => ::std::option::Option::Some(value),
            Self::Absent | Self::Null => ::std::option::Option::None,
        }
    }
    /// The same state with a reference to the value.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }
    /// The same state with the value changed by `f`.
    pub fn map<U>(self, f: impl ::std::ops::FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}
impl<T> ::std::convert::From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
impl<T> ::std::convert::From<::std::option::Option<T>> for Nullable<T> {
    fn from(value: ::std::option::Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}
impl ::std::convert::From<&str> for Nullable<::std::string::String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}
impl<T, const N: usize> ::std::convert::From<[T; N]> for Nullable<::std::vec::Vec<T>> {
    fn from(value: [T; N]) -> Self {
        Self::Value(value.into())
    }
}
impl ::std::convert::From<::chrono::DateTime<::chrono::FixedOffset>>
for Nullable<::chrono::DateTime<::chrono::Utc>> {
    fn from(value: ::chrono::DateTime<::chrono::FixedOffset>) -> Self {
        Self::Value(value.into())
    }
}
impl<T: ::serde::Serialize> ::serde::Serialize for Nullable<T> {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
impl<'de, T: ::serde::Deserialize<'de>> ::serde::Deserialize<'de> for Nullable<T> {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        ::std::option::Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
/// What the document says about the service besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "T";
    /// `info.version`.
    pub const VERSION: &str = "1";
    /// A base URL of the service.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Server {
        /// The URL as the document gives it.
        pub url: &'static str,
        /// What the document says of it, or nothing.
        pub description: &'static str,
    }
    /// The servers, in the order of the document.
    pub const SERVERS: &[Server] = &[];
    /// An OAuth 2 security scheme with the client credentials flow.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct ClientCredentials {
        /// The name of the security scheme.
        pub scheme: &'static str,
        /// Where a token is asked for.
        pub token_url: &'static str,
        /// All scopes that the scheme declares.
        pub scopes: &'static [&'static str],
    }
    /// The security schemes with the client credentials flow, by name.
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[];
    /// An operation, and how long it will be there.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Operation {
        /// The operationId.
        pub id: &'static str,
        /// The HTTP method, in capitals.
        pub method: &'static str,
        /// The path template.
        pub path: &'static str,
        /// The OAuth 2 scopes that a token needs for it.
        pub scopes: &'static [&'static str],
        /// Whether the document marks it as deprecated.
        pub deprecated: bool,
        /// The day it was deprecated, from `x-deprecated-on`.
        pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
        /// The day it will be gone, from `x-sunset`.
        pub sunset: ::std::option::Option<::chrono::NaiveDate>,
    }
    /// The operations, one constant each.
    pub mod operations {
        use super::Operation;
        ///`GET /pets`.
        pub const LIST_PETS: Operation = Operation {
            id: "listPets",
            method: "GET",
            path: "/pets",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
    }
}
}
pub mod any_of_scalars {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///A pet.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Pet {
        ///Its size.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<PetSize>,
    }
    impl Pet {
        ///A builder with nothing set.
        pub fn builder() -> builder::Pet {
            Default::default()
        }
    }
    ///Its size.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PetSize {
        ///The property `subtype_0`.
        #[serde(flatten, skip_serializing_if = "::std::option::Option::is_none")]
        pub subtype_0: ::std::option::Option<PetSizeSubtype0>,
        ///The property `subtype_1`.
        #[serde(flatten, skip_serializing_if = "::std::option::Option::is_none")]
        pub subtype_1: ::std::option::Option<::std::string::String>,
    }
    impl PetSize {
        ///A builder with nothing set.
        pub fn builder() -> builder::PetSize {
            Default::default()
        }
    }
    ///`PetSizeSubtype0`
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    #[non_exhaustive]
    pub enum PetSizeSubtype0 {
        #[serde(rename = "small")]
        Small,
        #[serde(rename = "large")]
        Large,
    }
    impl ::std::fmt::Display for PetSizeSubtype0 {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Small => f.write_str("small"),
                Self::Large => f.write_str("large"),
            }
        }
    }
    impl ::std::str::FromStr for PetSizeSubtype0 {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "small" => Ok(Self::Small),
                "large" => Ok(Self::Large),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for PetSizeSubtype0 {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for PetSizeSubtype0 {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        ///Builder for [`Pet`](super::Pet).
        #[derive(Clone, Debug)]
        pub struct Pet {
            size: ::std::result::Result<
                ::std::option::Option<super::PetSize>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Pet {
            fn default() -> Self {
                Self {
                    size: Ok(Default::default()),
                }
            }
        }
        impl Pet {
            ///Sets `size`: Its size.
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::generated::any_of_scalars::Nullable<super::PetSize>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.size = value
                    .try_into()
                    .map(crate::generated::any_of_scalars::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for size: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Pet> for super::Pet {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { size: value.size? })
            }
        }
        impl ::std::convert::From<super::Pet> for Pet {
            fn from(value: super::Pet) -> Self {
                Self { size: Ok(value.size) }
            }
        }
        ///Builder for [`PetSize`](super::PetSize).
        #[derive(Clone, Debug)]
        pub struct PetSize {
            subtype_0: ::std::result::Result<
                ::std::option::Option<super::PetSizeSubtype0>,
                ::std::string::String,
            >,
            subtype_1: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for PetSize {
            fn default() -> Self {
                Self {
                    subtype_0: Ok(Default::default()),
                    subtype_1: Ok(Default::default()),
                }
            }
        }
        impl PetSize {
            ///Sets `subtype_0`.
            pub fn subtype_0<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::generated::any_of_scalars::Nullable<super::PetSizeSubtype0>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.subtype_0 = value
                    .try_into()
                    .map(crate::generated::any_of_scalars::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for subtype_0: {e}")
                    });
                self
            }
            ///Sets `subtype_1`.
            pub fn subtype_1<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::generated::any_of_scalars::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.subtype_1 = value
                    .try_into()
                    .map(crate::generated::any_of_scalars::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for subtype_1: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PetSize> for super::PetSize {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PetSize,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    subtype_0: value.subtype_0?,
                    subtype_1: value.subtype_1?,
                })
            }
        }
        impl ::std::convert::From<super::PetSize> for PetSize {
            fn from(value: super::PetSize) -> Self {
                Self {
                    subtype_0: Ok(value.subtype_0),
                    subtype_1: Ok(value.subtype_1),
                }
            }
        }
        impl ::std::convert::TryFrom<Pet>
        for crate::generated::any_of_scalars::Nullable<super::Pet> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Pet::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<PetSize>
        for crate::generated::any_of_scalars::Nullable<super::PetSize> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PetSize,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::PetSize::try_from(value).map(Self::Value)
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for T

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**List pets

Lists all pets.

Sends a `GET` request to `/pets`


```text
let response = client.list_pets()
    .send()
    .await;
```*/
    pub fn list_pets(&self) -> builder::ListPets<'_> {
        builder::ListPets::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::list_pets`]

[`Client::list_pets`]: super::Client::list_pets*/
    #[derive(Debug, Clone)]
    pub struct ListPets<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListPets<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/pets`
        pub async fn send(self) -> Result<ResponseValue<types::Pet>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/pets", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_pets",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(Error::ErrorResponse(ResponseValue::empty(response)))
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// An optional property that also accepts `null`: left out, `null`, or a value. The three stay distinct on the wire.
///
/// ```text
/// Absent     →  {}
/// Null       →  {"due": null}
/// Value(due) →  {"due": "2030-01-01T00:00:00Z"}
/// ```
///
/// `From<T>` makes a value, and `From<Option<T>>` makes `None` into `null`. To leave a property out, do not set it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The property is left out.
    #[default]
    Absent,
    /// The property is there, and `null`.
    Null,
    /// The property has a value.
    Value(T),
}
impl<T> Nullable<T> {
    /// Whether the property is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Whether the property is there and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
    /// The value by reference, if there is one.
    pub fn value(&self) -> ::std::option::Option<&T> {
        self.as_ref().into_option()
    }
    /// The value, if there is one. The difference between absent and `null` is lost.
    pub fn into_option(self) -> ::std::option::Option<T> {
        match self {
            Self::Value(value) => ::std::option::Option::Some(value),
            Self::Absent | Self::Null => ::std::option::Option::None,
        }
    }
    /// The same state with a reference to the value.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }
    /// The same state with the value changed by `f`.
    pub fn map<U>(self, f: impl ::std::ops::FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}
impl<T> ::std::convert::From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
impl<T> ::std::convert::From<::std::option::Option<T>> for Nullable<T> {
    fn from(value: ::std::option::Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}
impl ::std::convert::From<&str> for Nullable<::std::string::String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}
impl<T, const N: usize> ::std::convert::From<[T; N]> for Nullable<::std::vec::Vec<T>> {
    fn from(value: [T; N]) -> Self {
        Self::Value(value.into())
    }
}
impl ::std::convert::From<::chrono::DateTime<::chrono::FixedOffset>>
for Nullable<::chrono::DateTime<::chrono::Utc>> {
    fn from(value: ::chrono::DateTime<::chrono::FixedOffset>) -> Self {
        Self::Value(value.into())
    }
}
impl<T: ::serde::Serialize> ::serde::Serialize for Nullable<T> {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
impl<'de, T: ::serde::Deserialize<'de>> ::serde::Deserialize<'de> for Nullable<T> {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        ::std::option::Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
/// What the document says about the service besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "T";
    /// `info.version`.
    pub const VERSION: &str = "1";
    /// A base URL of the service.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Server {
        /// The URL as the document gives it.
        pub url: &'static str,
        /// What the document says of it, or nothing.
        pub description: &'static str,
    }
    /// The servers, in the order of the document.
    pub const SERVERS: &[Server] = &[];
    /// An OAuth 2 security scheme with the client credentials flow.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct ClientCredentials {
        /// The name of the security scheme.
        pub scheme: &'static str,
        /// Where a token is asked for.
        pub token_url: &'static str,
        /// All scopes that the scheme declares.
        pub scopes: &'static [&'static str],
    }
    /// The security schemes with the client credentials flow, by name.
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[];
    /// An operation, and how long it will be there.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Operation {
        /// The operationId.
        pub id: &'static str,
        /// The HTTP method, in capitals.
        pub method: &'static str,
        /// The path template.
        pub path: &'static str,
        /// The OAuth 2 scopes that a token needs for it.
        pub scopes: &'static [&'static str],
        /// Whether the document marks it as deprecated.
        pub deprecated: bool,
        /// The day it was deprecated, from `x-deprecated-on`.
        pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
        /// The day it will be gone, from `x-sunset`.
        pub sunset: ::std::option::Option<::chrono::NaiveDate>,
    }
    /// The operations, one constant each.
    pub mod operations {
        use super::Operation;
        ///`GET /pets`.
        pub const LIST_PETS: Operation = Operation {
            id: "listPets",
            method: "GET",
            path: "/pets",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
    }
}
}
pub mod component_name_clash {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///What is wrong.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Error {
        ///A code.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<::std::string::String>,
    }
    impl Error {
        ///A builder with nothing set.
        pub fn builder() -> builder::Error {
            Default::default()
        }
    }
    ///A pet.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Pet {
        ///Its name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl Pet {
        ///A builder with nothing set.
        pub fn builder() -> builder::Pet {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        ///Builder for [`Error`](super::Error).
        #[derive(Clone, Debug)]
        pub struct Error {
            code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Error {
            fn default() -> Self {
                Self {
                    code: Ok(Default::default()),
                }
            }
        }
        impl Error {
            ///Sets `code`: A code.
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::generated::component_name_clash::Nullable<
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map(crate::generated::component_name_clash::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Error> for super::Error {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Error,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { code: value.code? })
            }
        }
        impl ::std::convert::From<super::Error> for Error {
            fn from(value: super::Error) -> Self {
                Self { code: Ok(value.code) }
            }
        }
        ///Builder for [`Pet`](super::Pet).
        #[derive(Clone, Debug)]
        pub struct Pet {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Pet {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                }
            }
        }
        impl Pet {
            ///Sets `name`: Its name.
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::generated::component_name_clash::Nullable<
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map(crate::generated::component_name_clash::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Pet> for super::Pet {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::Pet> for Pet {
            fn from(value: super::Pet) -> Self {
                Self { name: Ok(value.name) }
            }
        }
        impl ::std::convert::TryFrom<Error>
        for crate::generated::component_name_clash::Nullable<super::Error> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Error,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Error::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Pet>
        for crate::generated::component_name_clash::Nullable<super::Pet> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Pet::try_from(value).map(Self::Value)
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for T

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**List pets

Lists all pets.

Sends a `GET` request to `/pets`


```text
let response = client.list_pets()
    .send()
    .await;
```*/
    pub fn list_pets(&self) -> builder::ListPets<'_> {
        builder::ListPets::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::list_pets`]

[`Client::list_pets`]: super::Client::list_pets*/
    #[derive(Debug, Clone)]
    pub struct ListPets<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListPets<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/pets`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Pet>, Error<types::Error>> {
            let Self { client } = self;
            let url = format!("{}/pets", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_pets",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// An optional property that also accepts `null`: left out, `null`, or a value. The three stay distinct on the wire.
///
/// ```text
/// Absent     →  {}
/// Null       →  {"due": null}
/// Value(due) →  {"due": "2030-01-01T00:00:00Z"}
/// ```
///
/// `From<T>` makes a value, and `From<Option<T>>` makes `None` into `null`. To leave a property out, do not set it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The property is left out.
    #[default]
    Absent,
    /// The property is there, and `null`.
    Null,
    /// The property has a value.
    Value(T),
}
impl<T> Nullable<T> {
    /// Whether the property is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Whether the property is there and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
    /// The value by reference, if there is one.
    pub fn value(&self) -> ::std::option::Option<&T> {
        self.as_ref().into_option()
    }
    /// The value, if there is one. The difference between absent and `null` is lost.
    pub fn into_option(self) -> ::std::option::Option<T> {
        match self {
            Self::Value(value) => ::std::option::Option::Some(value),
            Self::Absent | Self::Null => ::std::option::Option::None,
        }
    }
    /// The same state with a reference to the value.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }
    /// The same state with the value changed by `f`.
    pub fn map<U>(self, f: impl ::std::ops::FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}
impl<T> ::std::convert::From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
impl<T> ::std::convert::From<::std::option::Option<T>> for Nullable<T> {
    fn from(value: ::std::option::Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}
impl ::std::convert::From<&str> for Nullable<::std::string::String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}
impl<T, const N: usize> ::std::convert::From<[T; N]> for Nullable<::std::vec::Vec<T>> {
    fn from(value: [T; N]) -> Self {
        Self::Value(value.into())
    }
}
impl ::std::convert::From<::chrono::DateTime<::chrono::FixedOffset>>
for Nullable<::chrono::DateTime<::chrono::Utc>> {
    fn from(value: ::chrono::DateTime<::chrono::FixedOffset>) -> Self {
        Self::Value(value.into())
    }
}
impl<T: ::serde::Serialize> ::serde::Serialize for Nullable<T> {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
impl<'de, T: ::serde::Deserialize<'de>> ::serde::Deserialize<'de> for Nullable<T> {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        ::std::option::Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
/// What the document says about the service besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "T";
    /// `info.version`.
    pub const VERSION: &str = "1";
    /// A base URL of the service.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Server {
        /// The URL as the document gives it.
        pub url: &'static str,
        /// What the document says of it, or nothing.
        pub description: &'static str,
    }
    /// The servers, in the order of the document.
    pub const SERVERS: &[Server] = &[];
    /// An OAuth 2 security scheme with the client credentials flow.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct ClientCredentials {
        /// The name of the security scheme.
        pub scheme: &'static str,
        /// Where a token is asked for.
        pub token_url: &'static str,
        /// All scopes that the scheme declares.
        pub scopes: &'static [&'static str],
    }
    /// The security schemes with the client credentials flow, by name.
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[];
    /// An operation, and how long it will be there.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Operation {
        /// The operationId.
        pub id: &'static str,
        /// The HTTP method, in capitals.
        pub method: &'static str,
        /// The path template.
        pub path: &'static str,
        /// The OAuth 2 scopes that a token needs for it.
        pub scopes: &'static [&'static str],
        /// Whether the document marks it as deprecated.
        pub deprecated: bool,
        /// The day it was deprecated, from `x-deprecated-on`.
        pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
        /// The day it will be gone, from `x-sunset`.
        pub sunset: ::std::option::Option<::chrono::NaiveDate>,
    }
    /// The operations, one constant each.
    pub mod operations {
        use super::Operation;
        ///`GET /pets`.
        pub const LIST_PETS: Operation = Operation {
            id: "listPets",
            method: "GET",
            path: "/pets",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
    }
}
}
pub mod enum_closed_in_response {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///A pet.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Pet {
        ///Its size.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<PetSize>,
    }
    impl Pet {
        ///A builder with nothing set.
        pub fn builder() -> builder::Pet {
            Default::default()
        }
    }
    ///Its size.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    #[non_exhaustive]
    pub enum PetSize {
        #[serde(rename = "small")]
        Small,
        #[serde(rename = "large")]
        Large,
    }
    impl ::std::fmt::Display for PetSize {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Small => f.write_str("small"),
                Self::Large => f.write_str("large"),
            }
        }
    }
    impl ::std::str::FromStr for PetSize {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "small" => Ok(Self::Small),
                "large" => Ok(Self::Large),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for PetSize {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for PetSize {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        ///Builder for [`Pet`](super::Pet).
        #[derive(Clone, Debug)]
        pub struct Pet {
            size: ::std::result::Result<
                ::std::option::Option<super::PetSize>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Pet {
            fn default() -> Self {
                Self {
                    size: Ok(Default::default()),
                }
            }
        }
        impl Pet {
            ///Sets `size`: Its size.
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::generated::enum_closed_in_response::Nullable<super::PetSize>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.size = value
                    .try_into()
                    .map(
                        crate::generated::enum_closed_in_response::Nullable::into_option,
                    )
                    .map_err(|e| {
                        format!("error converting supplied value for size: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Pet> for super::Pet {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { size: value.size? })
            }
        }
        impl ::std::convert::From<super::Pet> for Pet {
            fn from(value: super::Pet) -> Self {
                Self { size: Ok(value.size) }
            }
        }
        impl ::std::convert::TryFrom<Pet>
        for crate::generated::enum_closed_in_response::Nullable<super::Pet> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Pet::try_from(value).map(Self::Value)
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for T

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**List pets

Lists all pets.

Sends a `GET` request to `/pets`


```text
let response = client.list_pets()
    .send()
    .await;
```*/
    pub fn list_pets(&self) -> builder::ListPets<'_> {
        builder::ListPets::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::list_pets`]

[`Client::list_pets`]: super::Client::list_pets*/
    #[derive(Debug, Clone)]
    pub struct ListPets<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListPets<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/pets`
        pub async fn send(self) -> Result<ResponseValue<types::Pet>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/pets", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_pets",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(Error::ErrorResponse(ResponseValue::empty(response)))
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// An optional property that also accepts `null`: left out, `null`, or a value. The three stay distinct on the wire.
///
/// ```text
/// Absent     →  {}
/// Null       →  {"due": null}
/// Value(due) →  {"due": "2030-01-01T00:00:00Z"}
/// ```
///
/// `From<T>` makes a value, and `From<Option<T>>` makes `None` into `null`. To leave a property out, do not set it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The property is left out.
    #[default]
    Absent,
    /// The property is there, and `null`.
    Null,
    /// The property has a value.
    Value(T),
}
impl<T> Nullable<T> {
    /// Whether the property is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Whether the property is there and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
    /// The value by reference, if there is one.
    pub fn value(&self) -> ::std::option::Option<&T> {
        self.as_ref().into_option()
    }
    /// The value, if there is one. The difference between absent and `null` is lost.
    pub fn into_option(self) -> ::std::option::Option<T> {
        match self {
            Self::Value(value) => ::std::option::Option::Some(value),
            Self::Absent | Self::Null => ::std::option::Option::None,
        }
    }
    /// The same state with a reference to the value.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }
    /// The same state with the value changed by `f`.
    pub fn map<U>(self, f: impl ::std::ops::FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}
impl<T> ::std::convert::From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
impl<T> ::std::convert::From<::std::option::Option<T>> for Nullable<T> {
    fn from(value: ::std::option::Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}
impl ::std::convert::From<&str> for Nullable<::std::string::String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}
impl<T, const N: usize> ::std::convert::From<[T; N]> for Nullable<::std::vec::Vec<T>> {
    fn from(value: [T; N]) -> Self {
        Self::Value(value.into())
    }
}
impl ::std::convert::From<::chrono::DateTime<::chrono::FixedOffset>>
for Nullable<::chrono::DateTime<::chrono::Utc>> {
    fn from(value: ::chrono::DateTime<::chrono::FixedOffset>) -> Self {
        Self::Value(value.into())
    }
}
impl<T: ::serde::Serialize> ::serde::Serialize for Nullable<T> {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
impl<'de, T: ::serde::Deserialize<'de>> ::serde::Deserialize<'de> for Nullable<T> {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        ::std::option::Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
/// What the document says about the service besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "T";
    /// `info.version`.
    pub const VERSION: &str = "1";
    /// A base URL of the service.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Server {
        /// The URL as the document gives it.
        pub url: &'static str,
        /// What the document says of it, or nothing.
        pub description: &'static str,
    }
    /// The servers, in the order of the document.
    pub const SERVERS: &[Server] = &[];
    /// An OAuth 2 security scheme with the client credentials flow.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct ClientCredentials {
        /// The name of the security scheme.
        pub scheme: &'static str,
        /// Where a token is asked for.
        pub token_url: &'static str,
        /// All scopes that the scheme declares.
        pub scopes: &'static [&'static str],
    }
    /// The security schemes with the client credentials flow, by name.
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[];
    /// An operation, and how long it will be there.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Operation {
        /// The operationId.
        pub id: &'static str,
        /// The HTTP method, in capitals.
        pub method: &'static str,
        /// The path template.
        pub path: &'static str,
        /// The OAuth 2 scopes that a token needs for it.
        pub scopes: &'static [&'static str],
        /// Whether the document marks it as deprecated.
        pub deprecated: bool,
        /// The day it was deprecated, from `x-deprecated-on`.
        pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
        /// The day it will be gone, from `x-sunset`.
        pub sunset: ::std::option::Option<::chrono::NaiveDate>,
    }
    /// The operations, one constant each.
    pub mod operations {
        use super::Operation;
        ///`GET /pets`.
        pub const LIST_PETS: Operation = Operation {
            id: "listPets",
            method: "GET",
            path: "/pets",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
    }
}
}
pub mod form_property_not_scalar {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///A pet.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Pet {
        ///Its tags.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub tags: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    }
    impl Pet {
        ///A builder with nothing set.
        pub fn builder() -> builder::Pet {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        ///Builder for [`Pet`](super::Pet).
        #[derive(Clone, Debug)]
        pub struct Pet {
            tags: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Pet {
            fn default() -> Self {
                Self {
                    tags: Ok(Default::default()),
                }
            }
        }
        impl Pet {
            ///Sets `tags`: Its tags.
            pub fn tags<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::generated::form_property_not_scalar::Nullable<
                        ::std::vec::Vec<::std::string::String>,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.tags = value
                    .try_into()
                    .map(
                        crate::generated::form_property_not_scalar::Nullable::into_option,
                    )
                    .map_err(|e| {
                        format!("error converting supplied value for tags: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Pet> for super::Pet {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { tags: value.tags? })
            }
        }
        impl ::std::convert::From<super::Pet> for Pet {
            fn from(value: super::Pet) -> Self {
                Self { tags: Ok(value.tags) }
            }
        }
        impl ::std::convert::TryFrom<Pet>
        for crate::generated::form_property_not_scalar::Nullable<super::Pet> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Pet::try_from(value).map(Self::Value)
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for T

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**Create a pet

Creates a pet.

Sends a `POST` request to `/pets`


```text
let response = client.create_pet()
    .body(body)
    .send()
    .await;
```*/
    pub fn create_pet(&self) -> builder::CreatePet<'_> {
        builder::CreatePet::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::create_pet`]

[`Client::create_pet`]: super::Client::create_pet*/
    #[derive(Debug, Clone)]
    pub struct CreatePet<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Pet, String>,
    }
    impl<'a> CreatePet<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        ///Sets the body: a value, or a builder of one.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Pet>,
            <V as std::convert::TryInto<types::Pet>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Pet` for body failed: {}", s));
            self
        }
        ///Changes the builder of the body.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Pet) -> types::builder::Pet,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/pets`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| types::Pet::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/pets", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .form_urlencoded(&body)?
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_pet",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16..=499u16 => {
                    Err(Error::ErrorResponse(ResponseValue::empty(response)))
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// An optional property that also accepts `null`: left out, `null`, or a value. The three stay distinct on the wire.
///
/// ```text
/// Absent     →  {}
/// Null       →  {"due": null}
/// Value(due) →  {"due": "2030-01-01T00:00:00Z"}
/// ```
///
/// `From<T>` makes a value, and `From<Option<T>>` makes `None` into `null`. To leave a property out, do not set it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The property is left out.
    #[default]
    Absent,
    /// The property is there, and `null`.
    Null,
    /// The property has a value.
    Value(T),
}
impl<T> Nullable<T> {
    /// Whether the property is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Whether the property is there and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
    /// The value by reference, if there is one.
    pub fn value(&self) -> ::std::option::Option<&T> {
        self.as_ref().into_option()
    }
    /// The value, if there is one. The difference between absent and `null` is lost.
    pub fn into_option(self) -> ::std::option::Option<T> {
        match self {
            Self::Value(value) => ::std::option::Option::Some(value),
            Self::Absent | Self::Null => ::std::option::Option::None,
        }
    }
    /// The same state with a reference to the value.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }
    /// The same state with the value changed by `f`.
    pub fn map<U>(self, f: impl ::std::ops::FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}
impl<T> ::std::convert::From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
impl<T> ::std::convert::From<::std::option::Option<T>> for Nullable<T> {
    fn from(value: ::std::option::Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}
impl ::std::convert::From<&str> for Nullable<::std::string::String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}
impl<T, const N: usize> ::std::convert::From<[T; N]> for Nullable<::std::vec::Vec<T>> {
    fn from(value: [T; N]) -> Self {
        Self::Value(value.into())
    }
}
impl ::std::convert::From<::chrono::DateTime<::chrono::FixedOffset>>
for Nullable<::chrono::DateTime<::chrono::Utc>> {
    fn from(value: ::chrono::DateTime<::chrono::FixedOffset>) -> Self {
        Self::Value(value.into())
    }
}
impl<T: ::serde::Serialize> ::serde::Serialize for Nullable<T> {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
impl<'de, T: ::serde::Deserialize<'de>> ::serde::Deserialize<'de> for Nullable<T> {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        ::std::option::Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
/// What the document says about the service besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "T";
    /// `info.version`.
    pub const VERSION: &str = "1";
    /// A base URL of the service.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Server {
        /// The URL as the document gives it.
        pub url: &'static str,
        /// What the document says of it, or nothing.
        pub description: &'static str,
    }
    /// The servers, in the order of the document.
    pub const SERVERS: &[Server] = &[];
    /// An OAuth 2 security scheme with the client credentials flow.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct ClientCredentials {
        /// The name of the security scheme.
        pub scheme: &'static str,
        /// Where a token is asked for.
        pub token_url: &'static str,
        /// All scopes that the scheme declares.
        pub scopes: &'static [&'static str],
    }
    /// The security schemes with the client credentials flow, by name.
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[];
    /// An operation, and how long it will be there.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Operation {
        /// The operationId.
        pub id: &'static str,
        /// The HTTP method, in capitals.
        pub method: &'static str,
        /// The path template.
        pub path: &'static str,
        /// The OAuth 2 scopes that a token needs for it.
        pub scopes: &'static [&'static str],
        /// Whether the document marks it as deprecated.
        pub deprecated: bool,
        /// The day it was deprecated, from `x-deprecated-on`.
        pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
        /// The day it will be gone, from `x-sunset`.
        pub sunset: ::std::option::Option<::chrono::NaiveDate>,
    }
    /// The operations, one constant each.
    pub mod operations {
        use super::Operation;
        ///`POST /pets`.
        pub const CREATE_PET: Operation = Operation {
            id: "createPet",
            method: "POST",
            path: "/pets",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
    }
}
}
pub mod inline_type_name_collision {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///`ListPetsResponse`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct ListPetsResponse {
        ///Their names.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub names: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    }
    impl ListPetsResponse {
        ///A builder with nothing set.
        pub fn builder() -> builder::ListPetsResponse {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        ///Builder for [`ListPetsResponse`](super::ListPetsResponse).
        #[derive(Clone, Debug)]
        pub struct ListPetsResponse {
            names: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ListPetsResponse {
            fn default() -> Self {
                Self {
                    names: Ok(Default::default()),
                }
            }
        }
        impl ListPetsResponse {
            ///Sets `names`: Their names.
            pub fn names<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::generated::inline_type_name_collision::Nullable<
                        ::std::vec::Vec<::std::string::String>,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.names = value
                    .try_into()
                    .map(
                        crate::generated::inline_type_name_collision::Nullable::into_option,
                    )
                    .map_err(|e| {
                        format!("error converting supplied value for names: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ListPetsResponse> for super::ListPetsResponse {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ListPetsResponse,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { names: value.names? })
            }
        }
        impl ::std::convert::From<super::ListPetsResponse> for ListPetsResponse {
            fn from(value: super::ListPetsResponse) -> Self {
                Self { names: Ok(value.names) }
            }
        }
        impl ::std::convert::TryFrom<ListPetsResponse>
        for crate::generated::inline_type_name_collision::Nullable<
            super::ListPetsResponse,
        > {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ListPetsResponse,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::ListPetsResponse::try_from(value).map(Self::Value)
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for T

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**List pets

Lists all pets.

Sends a `GET` request to `/pets`


```text
let response = client.list_pets()
    .send()
    .await;
```*/
    pub fn list_pets(&self) -> builder::ListPets<'_> {
        builder::ListPets::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::list_pets`]

[`Client::list_pets`]: super::Client::list_pets*/
    #[derive(Debug, Clone)]
    pub struct ListPets<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListPets<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/pets`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<types::ListPetsResponse>,
            Error<types::ListPetsResponse>,
        > {
            let Self { client } = self;
            let url = format!("{}/pets", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_pets",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// An optional property that also accepts `null`: left out, `null`, or a value. The three stay distinct on the wire.
///
/// ```text
/// Absent     →  {}
/// Null       →  {"due": null}
/// Value(due) →  {"due": "2030-01-01T00:00:00Z"}
/// ```
///
/// `From<T>` makes a value, and `From<Option<T>>` makes `None` into `null`. To leave a property out, do not set it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The property is left out.
    #[default]
    Absent,
    /// The property is there, and `null`.
    Null,
    /// The property has a value.
    Value(T),
}
impl<T> Nullable<T> {
    /// Whether the property is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Whether the property is there and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
    /// The value by reference, if there is one.
    pub fn value(&self) -> ::std::option::Option<&T> {
        self.as_ref().into_option()
    }
    /// The value, if there is one. The difference between absent and `null` is lost.
    pub fn into_option(self) -> ::std::option::Option<T> {
        match self {
            Self::Value(value) => ::std::option::Option::Some(value),
            Self::Absent | Self::Null => ::std::option::Option::None,
        }
    }
    /// The same state with a reference to the value.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }
    /// The same state with the value changed by `f`.
    pub fn map<U>(self, f: impl ::std::ops::FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}
impl<T> ::std::convert::From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
impl<T> ::std::convert::From<::std::option::Option<T>> for Nullable<T> {
    fn from(value: ::std::option::Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}
impl ::std::convert::From<&str> for Nullable<::std::string::String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}
impl<T, const N: usize> ::std::convert::From<[T; N]> for Nullable<::std::vec::Vec<T>> {
    fn from(value: [T; N]) -> Self {
        Self::Value(value.into())
    }
}
impl ::std::convert::From<::chrono::DateTime<::chrono::FixedOffset>>
for Nullable<::chrono::DateTime<::chrono::Utc>> {
    fn from(value: ::chrono::DateTime<::chrono::FixedOffset>) -> Self {
        Self::Value(value.into())
    }
}
impl<T: ::serde::Serialize> ::serde::Serialize for Nullable<T> {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
impl<'de, T: ::serde::Deserialize<'de>> ::serde::Deserialize<'de> for Nullable<T> {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        ::std::option::Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
/// What the document says about the service besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "T";
    /// `info.version`.
    pub const VERSION: &str = "1";
    /// A base URL of the service.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Server {
        /// The URL as the document gives it.
        pub url: &'static str,
        /// What the document says of it, or nothing.
        pub description: &'static str,
    }
    /// The servers, in the order of the document.
    pub const SERVERS: &[Server] = &[];
    /// An OAuth 2 security scheme with the client credentials flow.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct ClientCredentials {
        /// The name of the security scheme.
        pub scheme: &'static str,
        /// Where a token is asked for.
        pub token_url: &'static str,
        /// All scopes that the scheme declares.
        pub scopes: &'static [&'static str],
    }
    /// The security schemes with the client credentials flow, by name.
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[];
    /// An operation, and how long it will be there.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Operation {
        /// The operationId.
        pub id: &'static str,
        /// The HTTP method, in capitals.
        pub method: &'static str,
        /// The path template.
        pub path: &'static str,
        /// The OAuth 2 scopes that a token needs for it.
        pub scopes: &'static [&'static str],
        /// Whether the document marks it as deprecated.
        pub deprecated: bool,
        /// The day it was deprecated, from `x-deprecated-on`.
        pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
        /// The day it will be gone, from `x-sunset`.
        pub sunset: ::std::option::Option<::chrono::NaiveDate>,
    }
    /// The operations, one constant each.
    pub mod operations {
        use super::Operation;
        ///`GET /pets`.
        pub const LIST_PETS: Operation = Operation {
            id: "listPets",
            method: "GET",
            path: "/pets",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
    }
}
}
pub mod json_media_type_not_decoded {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///What is wrong.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Problem {
        ///A code.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<::std::string::String>,
    }
    impl Problem {
        ///A builder with nothing set.
        pub fn builder() -> builder::Problem {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        ///Builder for [`Problem`](super::Problem).
        #[derive(Clone, Debug)]
        pub struct Problem {
            code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Problem {
            fn default() -> Self {
                Self {
                    code: Ok(Default::default()),
                }
            }
        }
        impl Problem {
            ///Sets `code`: A code.
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::generated::json_media_type_not_decoded::Nullable<
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map(
                        crate::generated::json_media_type_not_decoded::Nullable::into_option,
                    )
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Problem> for super::Problem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Problem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { code: value.code? })
            }
        }
        impl ::std::convert::From<super::Problem> for Problem {
            fn from(value: super::Problem) -> Self {
                Self { code: Ok(value.code) }
            }
        }
        impl ::std::convert::TryFrom<Problem>
        for crate::generated::json_media_type_not_decoded::Nullable<super::Problem> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Problem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Problem::try_from(value).map(Self::Value)
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for T

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**List pets

Lists all pets.

Sends a `GET` request to `/pets`


```text
let response = client.list_pets()
    .send()
    .await;
```*/
    pub fn list_pets(&self) -> builder::ListPets<'_> {
        builder::ListPets::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::list_pets`]

[`Client::list_pets`]: super::Client::list_pets*/
    #[derive(Debug, Clone)]
    pub struct ListPets<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListPets<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/pets`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::std::string::String>>,
            Error<ByteStream>,
        > {
            let Self { client } = self;
            let url = format!("{}/pets", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_pets",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(Error::ErrorResponse(ResponseValue::stream(response)))
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// An optional property that also accepts `null`: left out, `null`, or a value. The three stay distinct on the wire.
///
/// ```text
/// Absent     →  {}
/// Null       →  {"due": null}
/// Value(due) →  {"due": "2030-01-01T00:00:00Z"}
/// ```
///
/// `From<T>` makes a value, and `From<Option<T>>` makes `None` into `null`. To leave a property out, do not set it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The property is left out.
    #[default]
    Absent,
    /// The property is there, and `null`.
    Null,
    /// The property has a value.
    Value(T),
}
impl<T> Nullable<T> {
    /// Whether the property is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Whether the property is there and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
    /// The value by reference, if there is one.
    pub fn value(&self) -> ::std::option::Option<&T> {
        self.as_ref().into_option()
    }
    /// The value, if there is one. The difference between absent and `null` is lost.
    pub fn into_option(self) -> ::std::option::Option<T> {
        match self {
            Self::Value(value) => ::std::option::Option::Some(value),
            Self::Absent | Self::Null => ::std::option::Option::None,
        }
    }
    /// The same state with a reference to the value.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }
    /// The same state with the value changed by `f`.
    pub fn map<U>(self, f: impl ::std::ops::FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}
impl<T> ::std::convert::From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
impl<T> ::std::convert::From<::std::option::Option<T>> for Nullable<T> {
    fn from(value: ::std::option::Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}
impl ::std::convert::From<&str> for Nullable<::std::string::String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}
impl<T, const N: usize> ::std::convert::From<[T; N]> for Nullable<::std::vec::Vec<T>> {
    fn from(value: [T; N]) -> Self {
        Self::Value(value.into())
    }
}
impl ::std::convert::From<::chrono::DateTime<::chrono::FixedOffset>>
for Nullable<::chrono::DateTime<::chrono::Utc>> {
    fn from(value: ::chrono::DateTime<::chrono::FixedOffset>) -> Self {
        Self::Value(value.into())
    }
}
impl<T: ::serde::Serialize> ::serde::Serialize for Nullable<T> {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
impl<'de, T: ::serde::Deserialize<'de>> ::serde::Deserialize<'de> for Nullable<T> {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        ::std::option::Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
/// What the document says about the service besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "T";
    /// `info.version`.
    pub const VERSION: &str = "1";
    /// A base URL of the service.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Server {
        /// The URL as the document gives it.
        pub url: &'static str,
        /// What the document says of it, or nothing.
        pub description: &'static str,
    }
    /// The servers, in the order of the document.
    pub const SERVERS: &[Server] = &[];
    /// An OAuth 2 security scheme with the client credentials flow.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct ClientCredentials {
        /// The name of the security scheme.
        pub scheme: &'static str,
        /// Where a token is asked for.
        pub token_url: &'static str,
        /// All scopes that the scheme declares.
        pub scopes: &'static [&'static str],
    }
    /// The security schemes with the client credentials flow, by name.
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[];
    /// An operation, and how long it will be there.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Operation {
        /// The operationId.
        pub id: &'static str,
        /// The HTTP method, in capitals.
        pub method: &'static str,
        /// The path template.
        pub path: &'static str,
        /// The OAuth 2 scopes that a token needs for it.
        pub scopes: &'static [&'static str],
        /// Whether the document marks it as deprecated.
        pub deprecated: bool,
        /// The day it was deprecated, from `x-deprecated-on`.
        pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
        /// The day it will be gone, from `x-sunset`.
        pub sunset: ::std::option::Option<::chrono::NaiveDate>,
    }
    /// The operations, one constant each.
    pub mod operations {
        use super::Operation;
        ///`GET /pets`.
        pub const LIST_PETS: Operation = Operation {
            id: "listPets",
            method: "GET",
            path: "/pets",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
    }
}
}
pub mod length_limit_on_response {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///A pet.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Pet {
        ///Its name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<PetName>,
    }
    impl Pet {
        ///A builder with nothing set.
        pub fn builder() -> builder::Pet {
            Default::default()
        }
    }
    ///Its name.
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct PetName(::std::string::String);
    impl ::std::ops::Deref for PetName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<PetName> for ::std::string::String {
        fn from(value: PetName) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for PetName {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 40usize {
                return Err("longer than 40 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for PetName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for PetName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for PetName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        ///Builder for [`Pet`](super::Pet).
        #[derive(Clone, Debug)]
        pub struct Pet {
            name: ::std::result::Result<
                ::std::option::Option<super::PetName>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Pet {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                }
            }
        }
        impl Pet {
            ///Sets `name`: Its name.
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::generated::length_limit_on_response::Nullable<super::PetName>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map(
                        crate::generated::length_limit_on_response::Nullable::into_option,
                    )
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Pet> for super::Pet {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::Pet> for Pet {
            fn from(value: super::Pet) -> Self {
                Self { name: Ok(value.name) }
            }
        }
        impl ::std::convert::TryFrom<Pet>
        for crate::generated::length_limit_on_response::Nullable<super::Pet> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Pet::try_from(value).map(Self::Value)
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for T

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**List pets

Lists all pets.

Sends a `GET` request to `/pets`


```text
let response = client.list_pets()
    .send()
    .await;
```*/
    pub fn list_pets(&self) -> builder::ListPets<'_> {
        builder::ListPets::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::list_pets`]

[`Client::list_pets`]: super::Client::list_pets*/
    #[derive(Debug, Clone)]
    pub struct ListPets<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListPets<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/pets`
        pub async fn send(self) -> Result<ResponseValue<types::Pet>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/pets", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_pets",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(Error::ErrorResponse(ResponseValue::empty(response)))
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// An optional property that also accepts `null`: left out, `null`, or a value. The three stay distinct on the wire.
///
/// ```text
/// Absent     →  {}
/// Null       →  {"due": null}
/// Value(due) →  {"due": "2030-01-01T00:00:00Z"}
/// ```
///
/// `From<T>` makes a value, and `From<Option<T>>` makes `None` into `null`. To leave a property out, do not set it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The property is left out.
    #[default]
    Absent,
    /// The property is there, and `null`.
    Null,
    /// The property has a value.
    Value(T),
}
impl<T> Nullable<T> {
    /// Whether the property is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Whether the property is there and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
    /// The value by reference, if there is one.
    pub fn value(&self) -> ::std::option::Option<&T> {
        self.as_ref().into_option()
    }
    /// The value, if there is one. The difference between absent and `null` is lost.
    pub fn into_option(self) -> ::std::option::Option<T> {
        match self {
            Self::Value(value) => ::std::option::Option::Some(value),
            Self::Absent | Self::Null => ::std::option::Option::None,
        }
    }
    /// The same state with a reference to the value.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }
    /// The same state with the value changed by `f`.
    pub fn map<U>(self, f: impl ::std::ops::FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}
impl<T> ::std::convert::From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
impl<T> ::std::convert::From<::std::option::Option<T>> for Nullable<T> {
    fn from(value: ::std::option::Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}
impl ::std::convert::From<&str> for Nullable<::std::string::String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}
impl<T, const N: usize> ::std::convert::From<[T; N]> for Nullable<::std::vec::Vec<T>> {
    fn from(value: [T; N]) -> Self {
        Self::Value(value.into())
    }
}
impl ::std::convert::From<::chrono::DateTime<::chrono::FixedOffset>>
for Nullable<::chrono::DateTime<::chrono::Utc>> {
    fn from(value: ::chrono::DateTime<::chrono::FixedOffset>) -> Self {
        Self::Value(value.into())
    }
}
impl<T: ::serde::Serialize> ::serde::Serialize for Nullable<T> {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
impl<'de, T: ::serde::Deserialize<'de>> ::serde::Deserialize<'de> for Nullable<T> {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        ::std::option::Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
/// What the document says about the service besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "T";
    /// `info.version`.
    pub const VERSION: &str = "1";
    /// A base URL of the service.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Server {
        /// The URL as the document gives it.
        pub url: &'static str,
        /// What the document says of it, or nothing.
        pub description: &'static str,
    }
    /// The servers, in the order of the document.
    pub const SERVERS: &[Server] = &[];
    /// An OAuth 2 security scheme with the client credentials flow.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct ClientCredentials {
        /// The name of the security scheme.
        pub scheme: &'static str,
        /// Where a token is asked for.
        pub token_url: &'static str,
        /// All scopes that the scheme declares.
        pub scopes: &'static [&'static str],
    }
    /// The security schemes with the client credentials flow, by name.
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[];
    /// An operation, and how long it will be there.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Operation {
        /// The operationId.
        pub id: &'static str,
        /// The HTTP method, in capitals.
        pub method: &'static str,
        /// The path template.
        pub path: &'static str,
        /// The OAuth 2 scopes that a token needs for it.
        pub scopes: &'static [&'static str],
        /// Whether the document marks it as deprecated.
        pub deprecated: bool,
        /// The day it was deprecated, from `x-deprecated-on`.
        pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
        /// The day it will be gone, from `x-sunset`.
        pub sunset: ::std::option::Option<::chrono::NaiveDate>,
    }
    /// The operations, one constant each.
    pub mod operations {
        use super::Operation;
        ///`GET /pets`.
        pub const LIST_PETS: Operation = Operation {
            id: "listPets",
            method: "GET",
            path: "/pets",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
    }
}
}
pub mod minimum_one_in_response {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///A pet.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Pet {
        ///How many legs it has.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub legs: ::std::option::Option<::std::num::NonZeroU64>,
    }
    impl Pet {
        ///A builder with nothing set.
        pub fn builder() -> builder::Pet {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        ///Builder for [`Pet`](super::Pet).
        #[derive(Clone, Debug)]
        pub struct Pet {
            legs: ::std::result::Result<
                ::std::option::Option<::std::num::NonZeroU64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Pet {
            fn default() -> Self {
                Self {
                    legs: Ok(Default::default()),
                }
            }
        }
        impl Pet {
            ///Sets `legs`: How many legs it has.
            pub fn legs<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::generated::minimum_one_in_response::Nullable<
                        ::std::num::NonZeroU64,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.legs = value
                    .try_into()
                    .map(
                        crate::generated::minimum_one_in_response::Nullable::into_option,
                    )
                    .map_err(|e| {
                        format!("error converting supplied value for legs: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Pet> for super::Pet {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { legs: value.legs? })
            }
        }
        impl ::std::convert::From<super::Pet> for Pet {
            fn from(value: super::Pet) -> Self {
                Self { legs: Ok(value.legs) }
            }
        }
        impl ::std::convert::TryFrom<Pet>
        for crate::generated::minimum_one_in_response::Nullable<super::Pet> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Pet::try_from(value).map(Self::Value)
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for T

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**List pets

Lists all pets.

Sends a `GET` request to `/pets`


```text
let response = client.list_pets()
    .send()
    .await;
```*/
    pub fn list_pets(&self) -> builder::ListPets<'_> {
        builder::ListPets::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::list_pets`]

[`Client::list_pets`]: super::Client::list_pets*/
    #[derive(Debug, Clone)]
    pub struct ListPets<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListPets<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/pets`
        pub async fn send(self) -> Result<ResponseValue<types::Pet>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/pets", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_pets",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(Error::ErrorResponse(ResponseValue::empty(response)))
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// An optional property that also accepts `null`: left out, `null`, or a value. The three stay distinct on the wire.
///
/// ```text
/// Absent     →  {}
/// Null       →  {"due": null}
/// Value(due) →  {"due": "2030-01-01T00:00:00Z"}
/// ```
///
/// `From<T>` makes a value, and `From<Option<T>>` makes `None` into `null`. To leave a property out, do not set it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The property is left out.
    #[default]
    Absent,
    /// The property is there, and `null`.
    Null,
    /// The property has a value.
    Value(T),
}
impl<T> Nullable<T> {
    /// Whether the property is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Whether the property is there and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
    /// The value by reference, if there is one.
    pub fn value(&self) -> ::std::option::Option<&T> {
        self.as_ref().into_option()
    }
    /// The value, if there is one. The difference between absent and `null` is lost.
    pub fn into_option(self) -> ::std::option::Option<T> {
        match self {
            Self::Value(value) => ::std::option::Option::Some(value),
            Self::Absent | Self::Null => ::std::option::Option::None,
        }
    }
    /// The same state with a reference to the value.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }
    /// The same state with the value changed by `f`.
    pub fn map<U>(self, f: impl ::std::ops::FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}
impl<T> ::std::convert::From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
impl<T> ::std::convert::From<::std::option::Option<T>> for Nullable<T> {
    fn from(value: ::std::option::Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}
impl ::std::convert::From<&str> for Nullable<::std::string::String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}
impl<T, const N: usize> ::std::convert::From<[T; N]> for Nullable<::std::vec::Vec<T>> {
    fn from(value: [T; N]) -> Self {
        Self::Value(value.into())
    }
}
impl ::std::convert::From<::chrono::DateTime<::chrono::FixedOffset>>
for Nullable<::chrono::DateTime<::chrono::Utc>> {
    fn from(value: ::chrono::DateTime<::chrono::FixedOffset>) -> Self {
        Self::Value(value.into())
    }
}
impl<T: ::serde::Serialize> ::serde::Serialize for Nullable<T> {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
impl<'de, T: ::serde::Deserialize<'de>> ::serde::Deserialize<'de> for Nullable<T> {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        ::std::option::Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
/// What the document says about the service besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "T";
    /// `info.version`.
    pub const VERSION: &str = "1";
    /// A base URL of the service.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Server {
        /// The URL as the document gives it.
        pub url: &'static str,
        /// What the document says of it, or nothing.
        pub description: &'static str,
    }
    /// The servers, in the order of the document.
    pub const SERVERS: &[Server] = &[];
    /// An OAuth 2 security scheme with the client credentials flow.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct ClientCredentials {
        /// The name of the security scheme.
        pub scheme: &'static str,
        /// Where a token is asked for.
        pub token_url: &'static str,
        /// All scopes that the scheme declares.
        pub scopes: &'static [&'static str],
    }
    /// The security schemes with the client credentials flow, by name.
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[];
    /// An operation, and how long it will be there.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Operation {
        /// The operationId.
        pub id: &'static str,
        /// The HTTP method, in capitals.
        pub method: &'static str,
        /// The path template.
        pub path: &'static str,
        /// The OAuth 2 scopes that a token needs for it.
        pub scopes: &'static [&'static str],
        /// Whether the document marks it as deprecated.
        pub deprecated: bool,
        /// The day it was deprecated, from `x-deprecated-on`.
        pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
        /// The day it will be gone, from `x-sunset`.
        pub sunset: ::std::option::Option<::chrono::NaiveDate>,
    }
    /// The operations, one constant each.
    pub mod operations {
        use super::Operation;
        ///`GET /pets`.
        pub const LIST_PETS: Operation = Operation {
            id: "listPets",
            method: "GET",
            path: "/pets",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
    }
}
}
pub mod not_unsupported {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///A pet.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    pub struct Pet {}
    impl Pet {
        ///A builder with nothing set.
        pub fn builder() -> builder::Pet {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        ///Builder for [`Pet`](super::Pet).
        #[derive(Clone, Debug)]
        pub struct Pet {}
        impl ::std::default::Default for Pet {
            fn default() -> Self {
                Self {}
            }
        }
        impl Pet {}
        impl ::std::convert::TryFrom<Pet> for super::Pet {
            type Error = super::error::ConversionError;
            fn try_from(
                _value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {})
            }
        }
        impl ::std::convert::From<super::Pet> for Pet {
            fn from(_value: super::Pet) -> Self {
                Self {}
            }
        }
        impl ::std::convert::TryFrom<Pet>
        for crate::generated::not_unsupported::Nullable<super::Pet> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Pet::try_from(value).map(Self::Value)
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for T

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// An optional property that also accepts `null`: left out, `null`, or a value. The three stay distinct on the wire.
///
/// ```text
/// Absent     →  {}
/// Null       →  {"due": null}
/// Value(due) →  {"due": "2030-01-01T00:00:00Z"}
/// ```
///
/// `From<T>` makes a value, and `From<Option<T>>` makes `None` into `null`. To leave a property out, do not set it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The property is left out.
    #[default]
    Absent,
    /// The property is there, and `null`.
    Null,
    /// The property has a value.
    Value(T),
}
impl<T> Nullable<T> {
    /// Whether the property is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Whether the property is there and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
    /// The value by reference, if there is one.
    pub fn value(&self) -> ::std::option::Option<&T> {
        self.as_ref().into_option()
    }
    /// The value, if there is one. The difference between absent and `null` is lost.
    pub fn into_option(self) -> ::std::option::Option<T> {
        match self {
            Self::Value(value) => ::std::option::Option::Some(value),
            Self::Absent | Self::Null => ::std::option::Option::None,
        }
    }
    /// The same state with a reference to the value.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }
    /// The same state with the value changed by `f`.
    pub fn map<U>(self, f: impl ::std::ops::FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}
impl<T> ::std::convert::From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
impl<T> ::std::convert::From<::std::option::Option<T>> for Nullable<T> {
    fn from(value: ::std::option::Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}
impl ::std::convert::From<&str> for Nullable<::std::string::String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}
impl<T, const N: usize> ::std::convert::From<[T; N]> for Nullable<::std::vec::Vec<T>> {
    fn from(value: [T; N]) -> Self {
        Self::Value(value.into())
    }
}
impl ::std::convert::From<::chrono::DateTime<::chrono::FixedOffset>>
for Nullable<::chrono::DateTime<::chrono::Utc>> {
    fn from(value: ::chrono::DateTime<::chrono::FixedOffset>) -> Self {
        Self::Value(value.into())
    }
}
impl<T: ::serde::Serialize> ::serde::Serialize for Nullable<T> {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
impl<'de, T: ::serde::Deserialize<'de>> ::serde::Deserialize<'de> for Nullable<T> {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        ::std::option::Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
/// What the document says about the service besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "T";
    /// `info.version`.
    pub const VERSION: &str = "1";
    /// A base URL of the service.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Server {
        /// The URL as the document gives it.
        pub url: &'static str,
        /// What the document says of it, or nothing.
        pub description: &'static str,
    }
    /// The servers, in the order of the document.
    pub const SERVERS: &[Server] = &[];
    /// An OAuth 2 security scheme with the client credentials flow.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct ClientCredentials {
        /// The name of the security scheme.
        pub scheme: &'static str,
        /// Where a token is asked for.
        pub token_url: &'static str,
        /// All scopes that the scheme declares.
        pub scopes: &'static [&'static str],
    }
    /// The security schemes with the client credentials flow, by name.
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[];
    /// An operation, and how long it will be there.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Operation {
        /// The operationId.
        pub id: &'static str,
        /// The HTTP method, in capitals.
        pub method: &'static str,
        /// The path template.
        pub path: &'static str,
        /// The OAuth 2 scopes that a token needs for it.
        pub scopes: &'static [&'static str],
        /// Whether the document marks it as deprecated.
        pub deprecated: bool,
        /// The day it was deprecated, from `x-deprecated-on`.
        pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
        /// The day it will be gone, from `x-sunset`.
        pub sunset: ::std::option::Option<::chrono::NaiveDate>,
    }
    /// The operations, one constant each.
    pub mod operations {
        use super::Operation;
    }
}
}
pub mod one_of_overlapping {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///A cat.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Cat {
        ///What it is.
        pub kind: ::std::string::String,
    }
    impl Cat {
        ///A builder with nothing set.
        pub fn builder() -> builder::Cat {
            Default::default()
        }
    }
    ///A dog.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Dog {
        ///What it is.
        pub kind: ::std::string::String,
        ///What it can.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tricks: ::std::option::Option<i64>,
    }
    impl Dog {
        ///A builder with nothing set.
        pub fn builder() -> builder::Dog {
            Default::default()
        }
    }
    ///A pet.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Pet {
        Cat(Cat),
        Dog(Dog),
    }
    impl ::std::convert::From<Cat> for Pet {
        fn from(value: Cat) -> Self {
            Self::Cat(value)
        }
    }
    impl ::std::convert::From<Dog> for Pet {
        fn from(value: Dog) -> Self {
            Self::Dog(value)
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        ///Builder for [`Cat`](super::Cat).
        #[derive(Clone, Debug)]
        pub struct Cat {
            kind: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Cat {
            fn default() -> Self {
                Self {
                    kind: Err("no value supplied for kind".to_string()),
                }
            }
        }
        impl Cat {
            ///Sets `kind`: What it is.
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kind: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Cat> for super::Cat {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Cat,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { kind: value.kind? })
            }
        }
        impl ::std::convert::From<super::Cat> for Cat {
            fn from(value: super::Cat) -> Self {
                Self { kind: Ok(value.kind) }
            }
        }
        ///Builder for [`Dog`](super::Dog).
        #[derive(Clone, Debug)]
        pub struct Dog {
            kind: ::std::result::Result<::std::string::String, ::std::string::String>,
            tricks: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Dog {
            fn default() -> Self {
                Self {
                    kind: Err("no value supplied for kind".to_string()),
                    tricks: Ok(Default::default()),
                }
            }
        }
        impl Dog {
            ///Sets `kind`: What it is.
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kind: {e}")
                    });
                self
            }
            ///Sets `tricks`: What it can.
            pub fn tricks<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::generated::one_of_overlapping::Nullable<i64>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.tricks = value
                    .try_into()
                    .map(crate::generated::one_of_overlapping::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for tricks: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Dog> for super::Dog {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Dog,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    kind: value.kind?,
                    tricks: value.tricks?,
                })
            }
        }
        impl ::std::convert::From<super::Dog> for Dog {
            fn from(value: super::Dog) -> Self {
                Self {
                    kind: Ok(value.kind),
                    tricks: Ok(value.tricks),
                }
            }
        }
        impl ::std::convert::TryFrom<Cat>
        for crate::generated::one_of_overlapping::Nullable<super::Cat> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Cat,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Cat::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Dog>
        for crate::generated::one_of_overlapping::Nullable<super::Dog> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Dog,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Dog::try_from(value).map(Self::Value)
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for T

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**List pets

Lists all pets.

Sends a `GET` request to `/pets`


```text
let response = client.list_pets()
    .send()
    .await;
```*/
    pub fn list_pets(&self) -> builder::ListPets<'_> {
        builder::ListPets::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::list_pets`]

[`Client::list_pets`]: super::Client::list_pets*/
    #[derive(Debug, Clone)]
    pub struct ListPets<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListPets<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/pets`
        pub async fn send(self) -> Result<ResponseValue<types::Pet>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/pets", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_pets",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16..=499u16 => {
                    Err(Error::ErrorResponse(ResponseValue::empty(response)))
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// An optional property that also accepts `null`: left out, `null`, or a value. The three stay distinct on the wire.
///
/// ```text
/// Absent     →  {}
/// Null       →  {"due": null}
/// Value(due) →  {"due": "2030-01-01T00:00:00Z"}
/// ```
///
/// `From<T>` makes a value, and `From<Option<T>>` makes `None` into `null`. To leave a property out, do not set it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The property is left out.
    #[default]
    Absent,
    /// The property is there, and `null`.
    Null,
    /// The property has a value.
    Value(T),
}
impl<T> Nullable<T> {
    /// Whether the property is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Whether the property is there and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
    /// The value by reference, if there is one.
    pub fn value(&self) -> ::std::option::Option<&T> {
        self.as_ref().into_option()
    }
    /// The value, if there is one. The difference between absent and `null` is lost.
    pub fn into_option(self) -> ::std::option::Option<T> {
        match self {
            Self::Value(value) => ::std::option::Option::Some(value),
            Self::Absent | Self::Null => ::std::option::Option::None,
        }
    }
    /// The same state with a reference to the value.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }
    /// The same state with the value changed by `f`.
    pub fn map<U>(self, f: impl ::std::ops::FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}
impl<T> ::std::convert::From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
impl<T> ::std::convert::From<::std::option::Option<T>> for Nullable<T> {
    fn from(value: ::std::option::Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}
impl ::std::convert::From<&str> for Nullable<::std::string::String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}
impl<T, const N: usize> ::std::convert::From<[T; N]> for Nullable<::std::vec::Vec<T>> {
    fn from(value: [T; N]) -> Self {
        Self::Value(value.into())
    }
}
impl ::std::convert::From<::chrono::DateTime<::chrono::FixedOffset>>
for Nullable<::chrono::DateTime<::chrono::Utc>> {
    fn from(value: ::chrono::DateTime<::chrono::FixedOffset>) -> Self {
        Self::Value(value.into())
    }
}
impl<T: ::serde::Serialize> ::serde::Serialize for Nullable<T> {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
impl<'de, T: ::serde::Deserialize<'de>> ::serde::Deserialize<'de> for Nullable<T> {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        ::std::option::Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
/// What the document says about the service besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "T";
    /// `info.version`.
    pub const VERSION: &str = "1";
    /// A base URL of the service.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Server {
        /// The URL as the document gives it.
        pub url: &'static str,
        /// What the document says of it, or nothing.
        pub description: &'static str,
    }
    /// The servers, in the order of the document.
    pub const SERVERS: &[Server] = &[];
    /// An OAuth 2 security scheme with the client credentials flow.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct ClientCredentials {
        /// The name of the security scheme.
        pub scheme: &'static str,
        /// Where a token is asked for.
        pub token_url: &'static str,
        /// All scopes that the scheme declares.
        pub scopes: &'static [&'static str],
    }
    /// The security schemes with the client credentials flow, by name.
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[];
    /// An operation, and how long it will be there.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Operation {
        /// The operationId.
        pub id: &'static str,
        /// The HTTP method, in capitals.
        pub method: &'static str,
        /// The path template.
        pub path: &'static str,
        /// The OAuth 2 scopes that a token needs for it.
        pub scopes: &'static [&'static str],
        /// Whether the document marks it as deprecated.
        pub deprecated: bool,
        /// The day it was deprecated, from `x-deprecated-on`.
        pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
        /// The day it will be gone, from `x-sunset`.
        pub sunset: ::std::option::Option<::chrono::NaiveDate>,
    }
    /// The operations, one constant each.
    pub mod operations {
        use super::Operation;
        ///`GET /pets`.
        pub const LIST_PETS: Operation = Operation {
            id: "listPets",
            method: "GET",
            path: "/pets",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
    }
}
}
pub mod parameter_explode_ignored {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for T

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**List pets

Lists all pets.

Sends a `GET` request to `/pets`

Arguments:
- `tags`: Tags.

```text
let response = client.list_pets()
    .tags(tags)
    .send()
    .await;
```*/
    pub fn list_pets(&self) -> builder::ListPets<'_> {
        builder::ListPets::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::list_pets`]

[`Client::list_pets`]: super::Client::list_pets*/
    #[derive(Debug, Clone)]
    pub struct ListPets<'a> {
        client: &'a super::Client,
        tags: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
    }
    impl<'a> ListPets<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                tags: Ok(None),
            }
        }
        ///Sets `tags`.
        pub fn tags<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.tags = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for tags failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/pets`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, tags } = self;
            let tags = tags.map_err(Error::InvalidRequest)?;
            let url = format!("{}/pets", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .query(&progenitor_client::QueryParam::new("tags", &tags))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_pets",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16..=499u16 => {
                    Err(Error::ErrorResponse(ResponseValue::empty(response)))
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// An optional property that also accepts `null`: left out, `null`, or a value. The three stay distinct on the wire.
///
/// ```text
/// Absent     →  {}
/// Null       →  {"due": null}
/// Value(due) →  {"due": "2030-01-01T00:00:00Z"}
/// ```
///
/// `From<T>` makes a value, and `From<Option<T>>` makes `None` into `null`. To leave a property out, do not set it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The property is left out.
    #[default]
    Absent,
    /// The property is there, and `null`.
    Null,
    /// The property has a value.
    Value(T),
}
impl<T> Nullable<T> {
    /// Whether the property is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Whether the property is there and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
    /// The value by reference, if there is one.
    pub fn value(&self) -> ::std::option::Option<&T> {
        self.as_ref().into_option()
    }
    /// The value, if there is one. The difference between absent and `null` is lost.
    pub fn into_option(self) -> ::std::option::Option<T> {
        match self {
            Self::Value(value) => ::std::option::Option::Some(value),
            Self::Absent | Self::Null => ::std::option::Option::None,
        }
    }
    /// The same state with a reference to the value.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }
    /// The same state with the value changed by `f`.
    pub fn map<U>(self, f: impl ::std::ops::FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}
impl<T> ::std::convert::From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
impl<T> ::std::convert::From<::std::option::Option<T>> for Nullable<T> {
    fn from(value: ::std::option::Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}
impl ::std::convert::From<&str> for Nullable<::std::string::String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}
impl<T, const N: usize> ::std::convert::From<[T; N]> for Nullable<::std::vec::Vec<T>> {
    fn from(value: [T; N]) -> Self {
        Self::Value(value.into())
    }
}
impl ::std::convert::From<::chrono::DateTime<::chrono::FixedOffset>>
for Nullable<::chrono::DateTime<::chrono::Utc>> {
    fn from(value: ::chrono::DateTime<::chrono::FixedOffset>) -> Self {
        Self::Value(value.into())
    }
}
impl<T: ::serde::Serialize> ::serde::Serialize for Nullable<T> {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
impl<'de, T: ::serde::Deserialize<'de>> ::serde::Deserialize<'de> for Nullable<T> {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        ::std::option::Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
/// What the document says about the service besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "T";
    /// `info.version`.
    pub const VERSION: &str = "1";
    /// A base URL of the service.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Server {
        /// The URL as the document gives it.
        pub url: &'static str,
        /// What the document says of it, or nothing.
        pub description: &'static str,
    }
    /// The servers, in the order of the document.
    pub const SERVERS: &[Server] = &[];
    /// An OAuth 2 security scheme with the client credentials flow.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct ClientCredentials {
        /// The name of the security scheme.
        pub scheme: &'static str,
        /// Where a token is asked for.
        pub token_url: &'static str,
        /// All scopes that the scheme declares.
        pub scopes: &'static [&'static str],
    }
    /// The security schemes with the client credentials flow, by name.
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[];
    /// An operation, and how long it will be there.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Operation {
        /// The operationId.
        pub id: &'static str,
        /// The HTTP method, in capitals.
        pub method: &'static str,
        /// The path template.
        pub path: &'static str,
        /// The OAuth 2 scopes that a token needs for it.
        pub scopes: &'static [&'static str],
        /// Whether the document marks it as deprecated.
        pub deprecated: bool,
        /// The day it was deprecated, from `x-deprecated-on`.
        pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
        /// The day it will be gone, from `x-sunset`.
        pub sunset: ::std::option::Option<::chrono::NaiveDate>,
    }
    /// The operations, one constant each.
    pub mod operations {
        use super::Operation;
        ///`GET /pets`.
        pub const LIST_PETS: Operation = Operation {
            id: "listPets",
            method: "GET",
            path: "/pets",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
    }
}
}
pub mod parameter_name_shared {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for T

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**List pets

Lists all pets.

Sends a `GET` request to `/pets`

Arguments:
- `id`: Who asks.

```text
let response = client.list_pets()
    .id(id)
    .send()
    .await;
```*/
    pub fn list_pets(&self) -> builder::ListPets<'_> {
        builder::ListPets::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::list_pets`]

[`Client::list_pets`]: super::Client::list_pets*/
    #[derive(Debug, Clone)]
    pub struct ListPets<'a> {
        client: &'a super::Client,
        id: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListPets<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Ok(None),
            }
        }
        ///Sets `id`.
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/pets`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!("{}/pets", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = id {
                header_map.append("id", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.get(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "list_pets",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16..=499u16 => {
                    Err(Error::ErrorResponse(ResponseValue::empty(response)))
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// An optional property that also accepts `null`: left out, `null`, or a value. The three stay distinct on the wire.
///
/// ```text
/// Absent     →  {}
/// Null       →  {"due": null}
/// Value(due) →  {"due": "2030-01-01T00:00:00Z"}
/// ```
///
/// `From<T>` makes a value, and `From<Option<T>>` makes `None` into `null`. To leave a property out, do not set it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The property is left out.
    #[default]
    Absent,
    /// The property is there, and `null`.
    Null,
    /// The property has a value.
    Value(T),
}
impl<T> Nullable<T> {
    /// Whether the property is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Whether the property is there and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
    /// The value by reference, if there is one.
    pub fn value(&self) -> ::std::option::Option<&T> {
        self.as_ref().into_option()
    }
    /// The value, if there is one. The difference between absent and `null` is lost.
    pub fn into_option(self) -> ::std::option::Option<T> {
        match self {
            Self::Value(value) => ::std::option::Option::Some(value),
            Self::Absent | Self::Null => ::std::option::Option::None,
        }
    }
    /// The same state with a reference to the value.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }
    /// The same state with the value changed by `f`.
    pub fn map<U>(self, f: impl ::std::ops::FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}
impl<T> ::std::convert::From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
impl<T> ::std::convert::From<::std::option::Option<T>> for Nullable<T> {
    fn from(value: ::std::option::Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}
impl ::std::convert::From<&str> for Nullable<::std::string::String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}
impl<T, const N: usize> ::std::convert::From<[T; N]> for Nullable<::std::vec::Vec<T>> {
    fn from(value: [T; N]) -> Self {
        Self::Value(value.into())
    }
}
impl ::std::convert::From<::chrono::DateTime<::chrono::FixedOffset>>
for Nullable<::chrono::DateTime<::chrono::Utc>> {
    fn from(value: ::chrono::DateTime<::chrono::FixedOffset>) -> Self {
        Self::Value(value.into())
    }
}
impl<T: ::serde::Serialize> ::serde::Serialize for Nullable<T> {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
impl<'de, T: ::serde::Deserialize<'de>> ::serde::Deserialize<'de> for Nullable<T> {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        ::std::option::Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
/// What the document says about the service besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "T";
    /// `info.version`.
    pub const VERSION: &str = "1";
    /// A base URL of the service.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Server {
        /// The URL as the document gives it.
        pub url: &'static str,
        /// What the document says of it, or nothing.
        pub description: &'static str,
    }
    /// The servers, in the order of the document.
    pub const SERVERS: &[Server] = &[];
    /// An OAuth 2 security scheme with the client credentials flow.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct ClientCredentials {
        /// The name of the security scheme.
        pub scheme: &'static str,
        /// Where a token is asked for.
        pub token_url: &'static str,
        /// All scopes that the scheme declares.
        pub scopes: &'static [&'static str],
    }
    /// The security schemes with the client credentials flow, by name.
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[];
    /// An operation, and how long it will be there.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Operation {
        /// The operationId.
        pub id: &'static str,
        /// The HTTP method, in capitals.
        pub method: &'static str,
        /// The path template.
        pub path: &'static str,
        /// The OAuth 2 scopes that a token needs for it.
        pub scopes: &'static [&'static str],
        /// Whether the document marks it as deprecated.
        pub deprecated: bool,
        /// The day it was deprecated, from `x-deprecated-on`.
        pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
        /// The day it will be gone, from `x-sunset`.
        pub sunset: ::std::option::Option<::chrono::NaiveDate>,
    }
    /// The operations, one constant each.
    pub mod operations {
        use super::Operation;
        ///`GET /pets`.
        pub const LIST_PETS: Operation = Operation {
            id: "listPets",
            method: "GET",
            path: "/pets",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
    }
}
}
pub mod read_only_required_in_request {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///A pet.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Pet {
        ///Its id.
        pub id: ::std::string::String,
    }
    impl Pet {
        ///A builder with nothing set.
        pub fn builder() -> builder::Pet {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        ///Builder for [`Pet`](super::Pet).
        #[derive(Clone, Debug)]
        pub struct Pet {
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Pet {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                }
            }
        }
        impl Pet {
            ///Sets `id`: Its id.
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<Pet> for super::Pet {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::Pet> for Pet {
            fn from(value: super::Pet) -> Self {
                Self { id: Ok(value.id) }
            }
        }
        impl ::std::convert::TryFrom<Pet>
        for crate::generated::read_only_required_in_request::Nullable<super::Pet> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Pet::try_from(value).map(Self::Value)
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for T

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**Create a pet

Creates a pet.

Sends a `POST` request to `/pets`


```text
let response = client.create_pet()
    .body(body)
    .send()
    .await;
```*/
    pub fn create_pet(&self) -> builder::CreatePet<'_> {
        builder::CreatePet::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::create_pet`]

[`Client::create_pet`]: super::Client::create_pet*/
    #[derive(Debug, Clone)]
    pub struct CreatePet<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Pet, String>,
    }
    impl<'a> CreatePet<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        ///Sets the body: a value, or a builder of one.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Pet>,
            <V as std::convert::TryInto<types::Pet>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Pet` for body failed: {}", s));
            self
        }
        ///Changes the builder of the body.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Pet) -> types::builder::Pet,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/pets`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| types::Pet::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/pets", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_pet",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16..=499u16 => {
                    Err(Error::ErrorResponse(ResponseValue::empty(response)))
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// An optional property that also accepts `null`: left out, `null`, or a value. The three stay distinct on the wire.
///
/// ```text
/// Absent     →  {}
/// Null       →  {"due": null}
/// Value(due) →  {"due": "2030-01-01T00:00:00Z"}
/// ```
///
/// `From<T>` makes a value, and `From<Option<T>>` makes `None` into `null`. To leave a property out, do not set it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The property is left out.
    #[default]
    Absent,
    /// The property is there, and `null`.
    Null,
    /// The property has a value.
    Value(T),
}
impl<T> Nullable<T> {
    /// Whether the property is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Whether the property is there and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
    /// The value by reference, if there is one.
    pub fn value(&self) -> ::std::option::Option<&T> {
        self.as_ref().into_option()
    }
    /// The value, if there is one. The difference between absent and `null` is lost.
    pub fn into_option(self) -> ::std::option::Option<T> {
        match self {
            Self::Value(value) => ::std::option::Option::Some(value),
            Self::Absent | Self::Null => ::std::option::Option::None,
        }
    }
    /// The same state with a reference to the value.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }
    /// The same state with the value changed by `f`.
    pub fn map<U>(self, f: impl ::std::ops::FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}
impl<T> ::std::convert::From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
impl<T> ::std::convert::From<::std::option::Option<T>> for Nullable<T> {
    fn from(value: ::std::option::Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}
impl ::std::convert::From<&str> for Nullable<::std::string::String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}
impl<T, const N: usize> ::std::convert::From<[T; N]> for Nullable<::std::vec::Vec<T>> {
    fn from(value: [T; N]) -> Self {
        Self::Value(value.into())
    }
}
impl ::std::convert::From<::chrono::DateTime<::chrono::FixedOffset>>
for Nullable<::chrono::DateTime<::chrono::Utc>> {
    fn from(value: ::chrono::DateTime<::chrono::FixedOffset>) -> Self {
        Self::Value(value.into())
    }
}
impl<T: ::serde::Serialize> ::serde::Serialize for Nullable<T> {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
impl<'de, T: ::serde::Deserialize<'de>> ::serde::Deserialize<'de> for Nullable<T> {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        ::std::option::Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
/// What the document says about the service besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "T";
    /// `info.version`.
    pub const VERSION: &str = "1";
    /// A base URL of the service.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Server {
        /// The URL as the document gives it.
        pub url: &'static str,
        /// What the document says of it, or nothing.
        pub description: &'static str,
    }
    /// The servers, in the order of the document.
    pub const SERVERS: &[Server] = &[];
    /// An OAuth 2 security scheme with the client credentials flow.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct ClientCredentials {
        /// The name of the security scheme.
        pub scheme: &'static str,
        /// Where a token is asked for.
        pub token_url: &'static str,
        /// All scopes that the scheme declares.
        pub scopes: &'static [&'static str],
    }
    /// The security schemes with the client credentials flow, by name.
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[];
    /// An operation, and how long it will be there.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Operation {
        /// The operationId.
        pub id: &'static str,
        /// The HTTP method, in capitals.
        pub method: &'static str,
        /// The path template.
        pub path: &'static str,
        /// The OAuth 2 scopes that a token needs for it.
        pub scopes: &'static [&'static str],
        /// Whether the document marks it as deprecated.
        pub deprecated: bool,
        /// The day it was deprecated, from `x-deprecated-on`.
        pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
        /// The day it will be gone, from `x-sunset`.
        pub sunset: ::std::option::Option<::chrono::NaiveDate>,
    }
    /// The operations, one constant each.
    pub mod operations {
        use super::Operation;
        ///`POST /pets`.
        pub const CREATE_PET: Operation = Operation {
            id: "createPet",
            method: "POST",
            path: "/pets",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
    }
}
}
pub mod default_always_sent {
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///A pet.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Pet {
        ///Whether it is wild.
        #[serde(default = "defaults::default_bool::<true>")]
        pub wild: bool,
    }
    impl ::std::default::Default for Pet {
        fn default() -> Self {
            Self {
                wild: defaults::default_bool::<true>(),
            }
        }
    }
    impl Pet {
        pub fn builder() -> builder::Pet {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        #[derive(Clone, Debug)]
        pub struct Pet {
            wild: ::std::result::Result<bool, ::std::string::String>,
        }
        impl ::std::default::Default for Pet {
            fn default() -> Self {
                Self {
                    wild: Ok(super::defaults::default_bool::<true>()),
                }
            }
        }
        impl Pet {
            pub fn wild<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.wild = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for wild: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Pet> for super::Pet {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { wild: value.wild? })
            }
        }
        impl ::std::convert::From<super::Pet> for Pet {
            fn from(value: super::Pet) -> Self {
                Self { wild: Ok(value.wild) }
            }
        }
    }
    /// Generation of default values for serde.
    pub mod defaults {
        pub(super) fn default_bool<const V: bool>() -> bool {
            V
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for T

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Create a new client.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new(baseurl: &str) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        let client = {
            let dur = ::std::time::Duration::from_secs(15u64);
            reqwest::ClientBuilder::new().connect_timeout(dur).timeout(dur)
        };
        #[cfg(target_arch = "wasm32")]
        let client = reqwest::ClientBuilder::new();
        Self::new_with_client(baseurl, client.build().unwrap())
    }
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**Create a pet

Creates a pet.

Sends a `POST` request to `/pets`

```ignore
let response = client.create_pet()
    .body(body)
    .send()
    .await;
```*/
    pub fn create_pet(&self) -> builder::CreatePet<'_> {
        builder::CreatePet::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::create_pet`]

[`Client::create_pet`]: super::Client::create_pet*/
    #[derive(Debug, Clone)]
    pub struct CreatePet<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Pet, String>,
    }
    impl<'a> CreatePet<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Pet>,
            <V as std::convert::TryInto<types::Pet>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Pet` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Pet) -> types::builder::Pet,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/pets`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| types::Pet::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/pets", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_pet",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16..=499u16 => {
                    Err(Error::ErrorResponse(ResponseValue::empty(response)))
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
}
