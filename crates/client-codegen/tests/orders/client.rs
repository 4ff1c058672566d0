#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///`Address`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Address {
        ///The property `street`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub street: ::std::option::Option<::std::string::String>,
        ///The property `zip`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub zip: crate::client::Nullable<::std::string::String>,
    }
    impl Address {
        ///A builder with nothing set.
        pub fn builder() -> builder::Address {
            Default::default()
        }
    }
    ///`Article`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Article {
        ///The property `size`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub size: crate::client::Nullable<f64>,
        ///The property `sku`.
        pub sku: ::std::string::String,
    }
    impl Article {
        ///A builder with nothing set.
        pub fn builder() -> builder::Article {
            Default::default()
        }
    }
    ///`Card`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Card {
        ///The property `holder`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub holder: crate::client::Nullable<::std::string::String>,
        ///The property `number`.
        pub number: ::std::string::String,
        ///The property `pin`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub pin: ::std::option::Option<Pin>,
    }
    impl Card {
        ///A builder with nothing set.
        pub fn builder() -> builder::Card {
            Default::default()
        }
    }
    ///`Error`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq, Default)]
    #[non_exhaustive]
    pub struct Error {
        ///The property `code`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<::std::string::String>,
        ///Properties that the document does not name.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl Error {
        ///A builder with nothing set.
        pub fn builder() -> builder::Error {
            Default::default()
        }
    }
    ///`Item`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Item {
        ///The property `count`.
        pub count: i32,
        ///The property `size`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub size: crate::client::Nullable<f64>,
        ///The property `sku`.
        pub sku: ::std::string::String,
    }
    impl Item {
        ///A builder with nothing set.
        pub fn builder() -> builder::Item {
            Default::default()
        }
    }
    ///`Kept`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq, Default)]
    #[non_exhaustive]
    pub struct Kept {
        ///The property `name`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///The property `tags`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tags: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///Properties that the document does not name.
        #[serde(flatten)]
        pub extra: ::std::collections::HashMap<
            ::std::string::String,
            ::std::string::String,
        >,
    }
    impl Kept {
        ///A builder with nothing set.
        pub fn builder() -> builder::Kept {
            Default::default()
        }
    }
    ///A string or null, wherever it is used.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    #[serde(transparent)]
    pub struct Maybe(pub ::std::string::String);
    impl ::std::ops::Deref for Maybe {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<Maybe> for ::std::string::String {
        fn from(value: Maybe) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for Maybe {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Maybe {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Maybe {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    ///An order to place.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct NewOrder {
        ///Where to.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub address: crate::client::Nullable<Address>,
        ///The property `anything`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub anything: crate::client::Nullable<::serde_json::Value>,
        ///The property `colour`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub colour: ::std::option::Option<crate::client::types::Colour>,
        ///The property `colours`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub colours: crate::client::Nullable<
            ::std::vec::Vec<crate::client::types::Colour>,
        >,
        ///When it is due.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub due: crate::client::Nullable<::chrono::DateTime<::chrono::offset::Utc>>,
        ///The property `inline`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub inline: crate::client::Nullable<NewOrderInline>,
        ///The property `items`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub items: ::std::option::Option<::std::vec::Vec<Item>>,
        ///The property `labels`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub labels: ::std::option::Option<
            ::std::collections::HashMap<::std::string::String, ::std::string::String>,
        >,
        ///The property `maybe`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub maybe: crate::client::Nullable<Maybe>,
        ///The property `maybes`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub maybes: ::std::option::Option<::std::vec::Vec<::std::option::Option<Maybe>>>,
        ///The property `note`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub note: crate::client::Nullable<::std::string::String>,
        ///The property `parent`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub parent: ::std::option::Option<::std::boxed::Box<NewOrder>>,
        ///The property `payment`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub payment: ::std::option::Option<NewOrderPayment>,
        ///The property `priority`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub priority: ::std::option::Option<i32>,
        ///The property `since`.
        pub since: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Required, and may be null.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub terms: ::std::option::Option<::std::string::String>,
        ///What it is called. See \[`Order`\] or \<title>.
        pub title: ::std::string::String,
        ///The property `type_`.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
        ///The property `urgent`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub urgent: ::std::option::Option<bool>,
    }
    impl NewOrder {
        ///A builder with nothing set.
        pub fn builder() -> builder::NewOrder {
            Default::default()
        }
    }
    ///`NewOrderInline`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct NewOrderInline {
        ///The property `depth`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub depth: crate::client::Nullable<i64>,
    }
    impl NewOrderInline {
        ///A builder with nothing set.
        pub fn builder() -> builder::NewOrderInline {
            Default::default()
        }
    }
    ///`NewOrderPayment`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum NewOrderPayment {
        Object {
            iban: ::std::string::String,
            #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
            reference: crate::client::Nullable<::std::string::String>,
        },
        Card(Card),
    }
    impl ::std::convert::From<Card> for NewOrderPayment {
        fn from(value: Card) -> Self {
            Self::Card(value)
        }
    }
    ///An order as it is kept.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq, Default)]
    #[non_exhaustive]
    pub struct Order {
        ///The property `colour`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub colour: ::std::option::Option<crate::client::types::Colour>,
        ///The property `due`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub due: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///The property `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
        ///The property `items`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub items: ::std::option::Option<::std::vec::Vec<Kept>>,
        ///The property `labels`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub labels: ::std::option::Option<
            ::std::collections::HashMap<::std::string::String, ::std::string::String>,
        >,
        ///The property `maybe`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub maybe: ::std::option::Option<Maybe>,
        ///The property `parent`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub parent: ::std::option::Option<::std::boxed::Box<Order>>,
        ///The property `place`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub place: ::std::option::Option<Kept>,
        ///The property `priority`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub priority: ::std::option::Option<i64>,
        ///Properties that the document does not name.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl Order {
        ///A builder with nothing set.
        pub fn builder() -> builder::Order {
            Default::default()
        }
    }
    ///`Pin`
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    #[serde(transparent)]
    pub struct Pin(pub ::std::string::String);
    impl ::std::ops::Deref for Pin {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<Pin> for ::std::string::String {
        fn from(value: Pin) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for Pin {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Pin {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Pin {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        ///Builder for [`Address`](super::Address).
        #[derive(Clone, Debug)]
        pub struct Address {
            street: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            zip: ::std::result::Result<
                crate::client::Nullable<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Address {
            fn default() -> Self {
                Self {
                    street: Ok(Default::default()),
                    zip: Ok(Default::default()),
                }
            }
        }
        impl Address {
            ///Sets `street`.
            pub fn street<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.street = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for street: {e}")
                    });
                self
            }
            ///Sets `zip`.
            pub fn zip<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.zip = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for zip: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Address> for super::Address {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Address,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    street: value.street?,
                    zip: value.zip?,
                })
            }
        }
        impl ::std::convert::From<super::Address> for Address {
            fn from(value: super::Address) -> Self {
                Self {
                    street: Ok(value.street),
                    zip: Ok(value.zip),
                }
            }
        }
        ///Builder for [`Article`](super::Article).
        #[derive(Clone, Debug)]
        pub struct Article {
            size: ::std::result::Result<
                crate::client::Nullable<f64>,
                ::std::string::String,
            >,
            sku: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Article {
            fn default() -> Self {
                Self {
                    size: Ok(Default::default()),
                    sku: Err("no value supplied for sku".to_string()),
                }
            }
        }
        impl Article {
            ///Sets `size`.
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<f64>>,
                T::Error: ::std::fmt::Display,
            {
                self.size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for size: {e}")
                    });
                self
            }
            ///Sets `sku`.
            pub fn sku<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.sku = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sku: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Article> for super::Article {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Article,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    size: value.size?,
                    sku: value.sku?,
                })
            }
        }
        impl ::std::convert::From<super::Article> for Article {
            fn from(value: super::Article) -> Self {
                Self {
                    size: Ok(value.size),
                    sku: Ok(value.sku),
                }
            }
        }
        ///Builder for [`Card`](super::Card).
        #[derive(Clone)]
        pub struct Card {
            holder: ::std::result::Result<
                crate::client::Nullable<::std::string::String>,
                ::std::string::String,
            >,
            number: ::std::result::Result<::std::string::String, ::std::string::String>,
            pin: ::std::result::Result<
                ::std::option::Option<super::Pin>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Card {
            fn default() -> Self {
                Self {
                    holder: Ok(Default::default()),
                    number: Err("no value supplied for number".to_string()),
                    pin: Ok(Default::default()),
                }
            }
        }
        impl Card {
            ///Sets `holder`.
            pub fn holder<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.holder = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for holder: {e}")
                    });
                self
            }
            ///Sets `number`.
            pub fn number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.number = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for number: {e}")
                    });
                self
            }
            ///Sets `pin`.
            pub fn pin<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Pin>>,
                T::Error: ::std::fmt::Display,
            {
                self.pin = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for pin: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Card> for super::Card {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Card,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    holder: value.holder?,
                    number: value.number?,
                    pin: value.pin?,
                })
            }
        }
        impl ::std::convert::From<super::Card> for Card {
            fn from(value: super::Card) -> Self {
                Self {
                    holder: Ok(value.holder),
                    number: Ok(value.number),
                    pin: Ok(value.pin),
                }
            }
        }
        ///Builder for [`Error`](super::Error).
        #[derive(Clone, Debug)]
        pub struct Error {
            code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Error {
            fn default() -> Self {
                Self {
                    code: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl Error {
            ///Sets `code`.
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
            ///Sets `extra`.
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for extra: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Error> for super::Error {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Error,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::Error> for Error {
            fn from(value: super::Error) -> Self {
                Self {
                    code: Ok(value.code),
                    extra: Ok(value.extra),
                }
            }
        }
        ///Builder for [`Item`](super::Item).
        #[derive(Clone, Debug)]
        pub struct Item {
            count: ::std::result::Result<i32, ::std::string::String>,
            size: ::std::result::Result<
                crate::client::Nullable<f64>,
                ::std::string::String,
            >,
            sku: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Item {
            fn default() -> Self {
                Self {
                    count: Err("no value supplied for count".to_string()),
                    size: Ok(Default::default()),
                    sku: Err("no value supplied for sku".to_string()),
                }
            }
        }
        impl Item {
            ///Sets `count`.
            pub fn count<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i32>,
                T::Error: ::std::fmt::Display,
            {
                self.count = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for count: {e}")
                    });
                self
            }
            ///Sets `size`.
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<f64>>,
                T::Error: ::std::fmt::Display,
            {
                self.size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for size: {e}")
                    });
                self
            }
            ///Sets `sku`.
            pub fn sku<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.sku = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sku: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Item> for super::Item {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Item,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    count: value.count?,
                    size: value.size?,
                    sku: value.sku?,
                })
            }
        }
        impl ::std::convert::From<super::Item> for Item {
            fn from(value: super::Item) -> Self {
                Self {
                    count: Ok(value.count),
                    size: Ok(value.size),
                    sku: Ok(value.sku),
                }
            }
        }
        ///Builder for [`Kept`](super::Kept).
        #[derive(Clone, Debug)]
        pub struct Kept {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            tags: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::std::collections::HashMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Kept {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                    tags: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl Kept {
            ///Sets `name`.
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            ///Sets `tags`.
            pub fn tags<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.tags = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for tags: {e}")
                    });
                self
            }
            ///Sets `extra`.
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::HashMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for extra: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Kept> for super::Kept {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Kept,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    name: value.name?,
                    tags: value.tags?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::Kept> for Kept {
            fn from(value: super::Kept) -> Self {
                Self {
                    name: Ok(value.name),
                    tags: Ok(value.tags),
                    extra: Ok(value.extra),
                }
            }
        }
        ///Builder for [`NewOrder`](super::NewOrder).
        #[derive(Clone, Debug)]
        pub struct NewOrder {
            address: ::std::result::Result<
                crate::client::Nullable<super::Address>,
                ::std::string::String,
            >,
            anything: ::std::result::Result<
                crate::client::Nullable<::serde_json::Value>,
                ::std::string::String,
            >,
            colour: ::std::result::Result<
                ::std::option::Option<crate::client::types::Colour>,
                ::std::string::String,
            >,
            colours: ::std::result::Result<
                crate::client::Nullable<::std::vec::Vec<crate::client::types::Colour>>,
                ::std::string::String,
            >,
            due: ::std::result::Result<
                crate::client::Nullable<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            inline: ::std::result::Result<
                crate::client::Nullable<super::NewOrderInline>,
                ::std::string::String,
            >,
            items: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::Item>>,
                ::std::string::String,
            >,
            labels: ::std::result::Result<
                ::std::option::Option<
                    ::std::collections::HashMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                ::std::string::String,
            >,
            maybe: ::std::result::Result<
                crate::client::Nullable<super::Maybe>,
                ::std::string::String,
            >,
            maybes: ::std::result::Result<
                ::std::option::Option<
                    ::std::vec::Vec<::std::option::Option<super::Maybe>>,
                >,
                ::std::string::String,
            >,
            note: ::std::result::Result<
                crate::client::Nullable<::std::string::String>,
                ::std::string::String,
            >,
            parent: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::NewOrder>>,
                ::std::string::String,
            >,
            payment: ::std::result::Result<
                ::std::option::Option<super::NewOrderPayment>,
                ::std::string::String,
            >,
            priority: ::std::result::Result<
                ::std::option::Option<i32>,
                ::std::string::String,
            >,
            since: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            terms: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            title: ::std::result::Result<::std::string::String, ::std::string::String>,
            type_: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            urgent: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for NewOrder {
            fn default() -> Self {
                Self {
                    address: Ok(Default::default()),
                    anything: Ok(Default::default()),
                    colour: Ok(Default::default()),
                    colours: Ok(Default::default()),
                    due: Ok(Default::default()),
                    inline: Ok(Default::default()),
                    items: Ok(Default::default()),
                    labels: Ok(Default::default()),
                    maybe: Ok(Default::default()),
                    maybes: Ok(Default::default()),
                    note: Ok(Default::default()),
                    parent: Ok(Default::default()),
                    payment: Ok(Default::default()),
                    priority: Ok(Default::default()),
                    since: Err("no value supplied for since".to_string()),
                    terms: Err("no value supplied for terms".to_string()),
                    title: Err("no value supplied for title".to_string()),
                    type_: Ok(Default::default()),
                    urgent: Ok(Default::default()),
                }
            }
        }
        impl NewOrder {
            ///Sets `address`: Where to.
            pub fn address<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Address>>,
                T::Error: ::std::fmt::Display,
            {
                self.address = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for address: {e}")
                    });
                self
            }
            ///Sets `anything`.
            pub fn anything<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<::serde_json::Value>>,
                T::Error: ::std::fmt::Display,
            {
                self.anything = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for anything: {e}")
                    });
                self
            }
            ///Sets `colour`.
            pub fn colour<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<crate::client::types::Colour>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.colour = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for colour: {e}")
                    });
                self
            }
            ///Sets `colours`.
            pub fn colours<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<
                        ::std::vec::Vec<crate::client::types::Colour>,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.colours = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for colours: {e}")
                    });
                self
            }
            ///Sets `due`: When it is due.
            pub fn due<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.due = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for due: {e}")
                    });
                self
            }
            ///Sets `inline`.
            pub fn inline<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<super::NewOrderInline>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.inline = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for inline: {e}")
                    });
                self
            }
            ///Sets `items`.
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::vec::Vec<super::Item>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            ///Sets `labels`.
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<
                        ::std::collections::HashMap<
                            ::std::string::String,
                            ::std::string::String,
                        >,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
            ///Sets `maybe`.
            pub fn maybe<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Maybe>>,
                T::Error: ::std::fmt::Display,
            {
                self.maybe = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for maybe: {e}")
                    });
                self
            }
            ///Sets `maybes`.
            pub fn maybes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<
                        ::std::vec::Vec<::std::option::Option<super::Maybe>>,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.maybes = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for maybes: {e}")
                    });
                self
            }
            ///Sets `note`.
            pub fn note<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.note = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for note: {e}")
                    });
                self
            }
            ///Sets `parent`.
            pub fn parent<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::NewOrder>>,
                T::Error: ::std::fmt::Display,
            {
                self.parent = value
                    .try_into()
                    .map(|value| value.map(::std::boxed::Box::new))
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for parent: {e}")
                    });
                self
            }
            ///Sets `payment`.
            pub fn payment<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<super::NewOrderPayment>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.payment = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for payment: {e}")
                    });
                self
            }
            ///Sets `priority`.
            pub fn priority<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<i32>>,
                T::Error: ::std::fmt::Display,
            {
                self.priority = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for priority: {e}")
                    });
                self
            }
            ///Sets `since`.
            pub fn since<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.since = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for since: {e}")
                    });
                self
            }
            ///Sets `terms`: Required, and may be null.
            pub fn terms<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.terms = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for terms: {e}")
                    });
                self
            }
            ///Sets `title`: What it is called. See \[`Order`\] or \<title>.
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
            ///Sets `type_`.
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for type_: {e}")
                    });
                self
            }
            ///Sets `urgent`.
            pub fn urgent<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.urgent = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for urgent: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<NewOrder> for super::NewOrder {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NewOrder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    address: value.address?,
                    anything: value.anything?,
                    colour: value.colour?,
                    colours: value.colours?,
                    due: value.due?,
                    inline: value.inline?,
                    items: value.items?,
                    labels: value.labels?,
                    maybe: value.maybe?,
                    maybes: value.maybes?,
                    note: value.note?,
                    parent: value.parent?,
                    payment: value.payment?,
                    priority: value.priority?,
                    since: value.since?,
                    terms: value.terms?,
                    title: value.title?,
                    type_: value.type_?,
                    urgent: value.urgent?,
                })
            }
        }
        impl ::std::convert::From<super::NewOrder> for NewOrder {
            fn from(value: super::NewOrder) -> Self {
                Self {
                    address: Ok(value.address),
                    anything: Ok(value.anything),
                    colour: Ok(value.colour),
                    colours: Ok(value.colours),
                    due: Ok(value.due),
                    inline: Ok(value.inline),
                    items: Ok(value.items),
                    labels: Ok(value.labels),
                    maybe: Ok(value.maybe),
                    maybes: Ok(value.maybes),
                    note: Ok(value.note),
                    parent: Ok(value.parent),
                    payment: Ok(value.payment),
                    priority: Ok(value.priority),
                    since: Ok(value.since),
                    terms: Ok(value.terms),
                    title: Ok(value.title),
                    type_: Ok(value.type_),
                    urgent: Ok(value.urgent),
                }
            }
        }
        ///Builder for [`NewOrderInline`](super::NewOrderInline).
        #[derive(Clone, Debug)]
        pub struct NewOrderInline {
            depth: ::std::result::Result<
                crate::client::Nullable<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for NewOrderInline {
            fn default() -> Self {
                Self {
                    depth: Ok(Default::default()),
                }
            }
        }
        impl NewOrderInline {
            ///Sets `depth`.
            pub fn depth<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.depth = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for depth: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<NewOrderInline> for super::NewOrderInline {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NewOrderInline,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { depth: value.depth? })
            }
        }
        impl ::std::convert::From<super::NewOrderInline> for NewOrderInline {
            fn from(value: super::NewOrderInline) -> Self {
                Self { depth: Ok(value.depth) }
            }
        }
        ///Builder for [`Order`](super::Order).
        #[derive(Clone, Debug)]
        pub struct Order {
            colour: ::std::result::Result<
                ::std::option::Option<crate::client::types::Colour>,
                ::std::string::String,
            >,
            due: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            items: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::Kept>>,
                ::std::string::String,
            >,
            labels: ::std::result::Result<
                ::std::option::Option<
                    ::std::collections::HashMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                ::std::string::String,
            >,
            maybe: ::std::result::Result<
                ::std::option::Option<super::Maybe>,
                ::std::string::String,
            >,
            parent: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::Order>>,
                ::std::string::String,
            >,
            place: ::std::result::Result<
                ::std::option::Option<super::Kept>,
                ::std::string::String,
            >,
            priority: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Order {
            fn default() -> Self {
                Self {
                    colour: Ok(Default::default()),
                    due: Ok(Default::default()),
                    id: Ok(Default::default()),
                    items: Ok(Default::default()),
                    labels: Ok(Default::default()),
                    maybe: Ok(Default::default()),
                    parent: Ok(Default::default()),
                    place: Ok(Default::default()),
                    priority: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl Order {
            ///Sets `colour`.
            pub fn colour<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<crate::client::types::Colour>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.colour = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for colour: {e}")
                    });
                self
            }
            ///Sets `due`.
            pub fn due<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.due = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for due: {e}")
                    });
                self
            }
            ///Sets `id`.
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            ///Sets `items`.
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::vec::Vec<super::Kept>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            ///Sets `labels`.
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<
                        ::std::collections::HashMap<
                            ::std::string::String,
                            ::std::string::String,
                        >,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
            ///Sets `maybe`.
            pub fn maybe<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Maybe>>,
                T::Error: ::std::fmt::Display,
            {
                self.maybe = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for maybe: {e}")
                    });
                self
            }
            ///Sets `parent`.
            pub fn parent<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Order>>,
                T::Error: ::std::fmt::Display,
            {
                self.parent = value
                    .try_into()
                    .map(|value| value.map(::std::boxed::Box::new))
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for parent: {e}")
                    });
                self
            }
            ///Sets `place`.
            pub fn place<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Kept>>,
                T::Error: ::std::fmt::Display,
            {
                self.place = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for place: {e}")
                    });
                self
            }
            ///Sets `priority`.
            pub fn priority<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.priority = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for priority: {e}")
                    });
                self
            }
            ///Sets `extra`.
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for extra: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Order> for super::Order {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Order,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    colour: value.colour?,
                    due: value.due?,
                    id: value.id?,
                    items: value.items?,
                    labels: value.labels?,
                    maybe: value.maybe?,
                    parent: value.parent?,
                    place: value.place?,
                    priority: value.priority?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::Order> for Order {
            fn from(value: super::Order) -> Self {
                Self {
                    colour: Ok(value.colour),
                    due: Ok(value.due),
                    id: Ok(value.id),
                    items: Ok(value.items),
                    labels: Ok(value.labels),
                    maybe: Ok(value.maybe),
                    parent: Ok(value.parent),
                    place: Ok(value.place),
                    priority: Ok(value.priority),
                    extra: Ok(value.extra),
                }
            }
        }
        impl ::std::convert::TryFrom<Address>
        for crate::client::Nullable<super::Address> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Address,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Address::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Article>
        for crate::client::Nullable<super::Article> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Article,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Article::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Card> for crate::client::Nullable<super::Card> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Card,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Card::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Error> for crate::client::Nullable<super::Error> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Error,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Error::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Item> for crate::client::Nullable<super::Item> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Item,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Item::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Kept> for crate::client::Nullable<super::Kept> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Kept,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Kept::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<NewOrder>
        for crate::client::Nullable<super::NewOrder> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NewOrder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::NewOrder::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<NewOrderInline>
        for crate::client::Nullable<super::NewOrderInline> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NewOrderInline,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::NewOrderInline::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Order> for crate::client::Nullable<super::Order> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Order,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Order::try_from(value).map(Self::Value)
            }
        }
        impl ::std::fmt::Debug for Card {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Card")
                    .field("holder", &self.holder)
                    .field("number", &self.number.as_ref().map(|_| "[redacted]"))
                    .field("pin", &self.pin.as_ref().map(|_| "[redacted]"))
                    .finish()
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
    ///A colour. See \[Order\].
    #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[non_exhaustive]
    pub enum Colour {
        ///`red`
        Red,
        ///`dark blue`
        DarkBlue,
        ///`RED`
        Red2,
        ///`8bit`
        X8bit,
        ///`Other`
        Other2,
        ///`Self`
        Self_,
        /// A value that was not documented when this client was generated.
        Other(::std::string::String),
    }
    impl Colour {
        /// The documented values, as they are on the wire.
        pub const KNOWN: &'static [&'static str] = &[
            "red",
            "dark blue",
            "RED",
            "8bit",
            "Other",
            "Self",
        ];
        /// The value as it is on the wire.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Red => "red",
                Self::DarkBlue => "dark blue",
                Self::Red2 => "RED",
                Self::X8bit => "8bit",
                Self::Other2 => "Other",
                Self::Self_ => "Self",
                Self::Other(value) => value,
            }
        }
    }
    impl ::std::fmt::Display for Colour {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.pad(self.as_str())
        }
    }
    impl ::std::convert::From<&str> for Colour {
        fn from(value: &str) -> Self {
            match value {
                "red" => Self::Red,
                "dark blue" => Self::DarkBlue,
                "RED" => Self::Red2,
                "8bit" => Self::X8bit,
                "Other" => Self::Other2,
                "Self" => Self::Self_,
                other => Self::Other(other.to_owned()),
            }
        }
    }
    impl ::std::convert::From<::std::string::String> for Colour {
        fn from(value: ::std::string::String) -> Self {
            Self::from(value.as_str())
        }
    }
    impl ::std::str::FromStr for Colour {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            ::std::result::Result::Ok(Self::from(value))
        }
    }
    impl ::serde::Serialize for Colour {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::serde::Deserialize<'de> for Colour {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            <::std::string::String as ::serde::Deserialize>::deserialize(deserializer)
                .map(Self::from)
        }
    }
    impl ::std::fmt::Debug for Card {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Card")
                .field("holder", &self.holder)
                .field("number", &"[redacted]")
                .field("pin", &self.pin.as_ref().map(|_| "[redacted]"))
                .finish()
        }
    }
    impl Card {
        /// Confidential properties (`x-sensitive`). `Debug` does not show their values.
        pub const SENSITIVE: &'static [&'static str] = &["number", "pin"];
    }
    impl ::std::fmt::Debug for NewOrderPayment {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::Object { .. } => f.debug_struct("Object").finish_non_exhaustive(),
                Self::Card { .. } => f.debug_struct("Card").finish_non_exhaustive(),
            }
        }
    }
    impl ::std::fmt::Debug for Pin {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_tuple("Pin").field(&"[redacted]").finish()
        }
    }
}
#[derive(Clone, Debug)]
/**Client for Orders \<of> \[everything\]

Places orders.

```text
let indented = code();
```

See <https://example.com/orders> and \[Order\].

<https://example.com/terms>

Version: 2024-01-01*/
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
        "2024-01-01"
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
    /**Sends a `GET` request to `/orders`


```text
let response = client.list_orders()
    .colour(colour)
    .ids(ids)
    .limit(limit)
    .send()
    .await;
```*/
    pub fn list_orders(&self) -> builder::ListOrders<'_> {
        builder::ListOrders::new(self)
    }
    /**Place an order

Places it.

```text
not a doctest
```

Sends a `POST` request to `/orders`


```text
let response = client.place_order()
    .body(body)
    .send()
    .await;
```*/
    #[deprecated(note = "since 2026-02-12, sunset on 2027-01-31")]
    pub fn place_order(&self) -> builder::PlaceOrder<'_> {
        builder::PlaceOrder::new(self)
    }
    /**Sends a `DELETE` request to `/orders/{id}`


```text
let response = client.cancel()
    .id(id)
    .send()
    .await;
```*/
    #[deprecated(note = "by the service")]
    pub fn cancel(&self) -> builder::Cancel<'_> {
        builder::Cancel::new(self)
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
    /**Builder for [`Client::list_orders`]

[`Client::list_orders`]: super::Client::list_orders*/
    #[derive(Debug, Clone)]
    pub struct ListOrders<'a> {
        client: &'a super::Client,
        colour: Result<Option<crate::client::types::Colour>, String>,
        ids: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
        limit: Result<i32, String>,
    }
    impl<'a> ListOrders<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                colour: Ok(None),
                ids: Ok(None),
                limit: Err("limit was not initialized".to_string()),
            }
        }
        ///Sets `colour`.
        pub fn colour<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::client::types::Colour>,
        {
            self.colour = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `crate :: client :: types :: Colour` for colour failed"
                        .to_string()
                });
            self
        }
        ///Sets `ids`.
        pub fn ids<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.ids = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for ids failed"
                        .to_string()
                });
            self
        }
        ///Sets `limit`.
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
        {
            self.limit = value
                .try_into()
                .map_err(|_| "conversion to `i32` for limit failed".to_string());
            self
        }
        ///Sends a `GET` request to `/orders`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::std::vec::Vec<types::Order>>, Error<types::Error>> {
            let Self { client, colour, ids, limit } = self;
            let colour = colour.map_err(Error::InvalidRequest)?;
            let ids = ids.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let url = format!("{}/orders", client.baseurl,);
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
                .query(&progenitor_client::QueryParam::new("colour", &colour))
                .query(&progenitor_client::QueryParam::new("ids", &ids))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_orders",
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
    /**Builder for [`Client::place_order`]

[`Client::place_order`]: super::Client::place_order*/
    #[derive(Debug, Clone)]
    pub struct PlaceOrder<'a> {
        client: &'a super::Client,
        body: Result<types::builder::NewOrder, String>,
    }
    impl<'a> PlaceOrder<'a> {
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
            V: std::convert::TryInto<types::NewOrder>,
            <V as std::convert::TryInto<types::NewOrder>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `NewOrder` for body failed: {}", s));
            self
        }
        ///Changes the builder of the body.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::NewOrder) -> types::builder::NewOrder,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/orders`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Order>, Error<types::Error>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| types::NewOrder::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/orders", client.baseurl,);
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
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "place_order",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
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
    /**Builder for [`Client::cancel`]

[`Client::cancel`]: super::Client::cancel*/
    #[derive(Debug, Clone)]
    pub struct Cancel<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
    }
    impl<'a> Cancel<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
            }
        }
        ///Sets `id`.
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/orders/{id}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, id } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            if matches!(id.to_string().as_str(), "" | "." | "..") {
                return Err(
                    Error::InvalidRequest(
                        "path parameter `id` is empty or a dot segment".to_string(),
                    ),
                );
            }
            let url = format!(
                "{}/orders/{}", client.baseurl, encode_path(& id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "cancel",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
fn encode_path(value: &str) -> ::std::string::String {
    progenitor_client::encode_path(value).replace('\\', "%5C")
}
/// An optional property that also accepts `null`: absent, `null`, or a value. The three remain
/// distinct on the wire.
///
/// ```text
/// Absent     →  {}
/// Null       →  {"due": null}
/// Value(due) →  {"due": "2030-01-01T00:00:00Z"}
/// ```
///
/// `From<T>` makes a value, and `From<Option<T>>` makes `None` into `null`. A property that is not
/// set is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The property is absent.
    #[default]
    Absent,
    /// The property is `null`.
    Null,
    /// The property has a value.
    Value(T),
}
impl<T> Nullable<T> {
    /// Whether the property is absent.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Whether the property is `null`.
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
/// The facts of the document besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "Orders <of> [everything]";
    /// `info.version`.
    pub const VERSION: &str = "2024-01-01";
    /// A base URL of the service.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Server {
        /// The URL as the document gives it.
        pub url: &'static str,
        /// The description in the document, or an empty string.
        pub description: &'static str,
    }
    /// The servers, in the order of the document.
    pub const SERVERS: &[Server] = &[
        Server {
            url: "https://eu.example.com",
            description: "Europe",
        },
        Server {
            url: "https://us.example.com",
            description: "",
        },
    ];
    /// An OAuth 2 security scheme with the client credentials flow.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct ClientCredentials {
        /// The name of the security scheme.
        pub scheme: &'static str,
        /// The URL of the token endpoint.
        pub token_url: &'static str,
        /// All scopes that the scheme declares.
        pub scopes: &'static [&'static str],
    }
    /// The security schemes with the client credentials flow, by name.
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[
        ClientCredentials {
            scheme: "oauth",
            token_url: "https://eu.example.com/token",
            scopes: &["order:read", "order:write"],
        },
    ];
    /// An operation and its lifecycle.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct Operation {
        /// The operationId.
        pub id: &'static str,
        /// The HTTP method, in upper case.
        pub method: &'static str,
        /// The path template.
        pub path: &'static str,
        /// The OAuth 2 scopes that a token needs for it.
        pub scopes: &'static [&'static str],
        /// Whether the document marks it as deprecated.
        pub deprecated: bool,
        /// The day it was deprecated, from `x-deprecated-on`.
        pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
        /// The day of its sunset, from `x-sunset`.
        pub sunset: ::std::option::Option<::chrono::NaiveDate>,
    }
    /// The operations, one constant each.
    pub mod operations {
        use super::Operation;
        ///`GET /orders`.
        pub const LIST_ORDERS: Operation = Operation {
            id: "listOrders",
            method: "GET",
            path: "/orders",
            scopes: &["order:read"],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
        ///`POST /orders`.
        pub const PLACE_ORDER: Operation = Operation {
            id: "placeOrder",
            method: "POST",
            path: "/orders",
            scopes: &["order:write"],
            deprecated: true,
            deprecated_on: ::chrono::NaiveDate::from_ymd_opt(2026i32, 2u32, 12u32),
            sunset: ::chrono::NaiveDate::from_ymd_opt(2027i32, 1u32, 31u32),
        };
        ///`DELETE /orders/{id}`.
        pub const CANCEL: Operation = Operation {
            id: "cancel",
            method: "DELETE",
            path: "/orders/{id}",
            scopes: &["order:write"],
            deprecated: true,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
    }
}
