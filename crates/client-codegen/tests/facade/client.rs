const _: () = ::client_runtime::generated::v0_1();
::client_runtime::require_regress!();
::client_runtime::require_uuid!();
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///`AddParcelResponse200`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct AddParcelResponse200 {
        ///The property `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    impl AddParcelResponse200 {
        ///A builder with nothing set.
        pub fn builder() -> builder::AddParcelResponse200 {
            Default::default()
        }
    }
    ///`AddParcelResponse201`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct AddParcelResponse201 {
        ///The property `b`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub b: ::std::option::Option<::std::string::String>,
    }
    impl AddParcelResponse201 {
        ///A builder with nothing set.
        pub fn builder() -> builder::AddParcelResponse201 {
            Default::default()
        }
    }
    ///`Base`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Base {
        ///The property `same`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub same: ::std::option::Option<::std::boxed::Box<Base>>,
    }
    impl Base {
        ///A builder with nothing set.
        pub fn builder() -> builder::Base {
            Default::default()
        }
    }
    ///`Box`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Box {
        ///The property `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<Option>,
    }
    impl Box {
        ///A builder with nothing set.
        pub fn builder() -> builder::Box {
            Default::default()
        }
    }
    ///`Debug`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Debug {
        ///The property `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
    }
    impl Debug {
        ///A builder with nothing set.
        pub fn builder() -> builder::Debug {
            Default::default()
        }
    }
    ///`ErrSchema`
    #[derive(
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    #[serde(transparent)]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct ErrSchema(::std::string::String);
    impl ::std::ops::Deref for ErrSchema {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<ErrSchema> for ::std::string::String {
        fn from(value: ErrSchema) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for ErrSchema {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 3usize {
                return Err("longer than 3 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for ErrSchema {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for ErrSchema {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::client_runtime::generated::serde::Deserialize<'de> for ErrSchema {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::client_runtime::generated::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::client_runtime::generated::serde::de::Error>::custom(
                        e.to_string(),
                    )
                })
        }
    }
    ///`Fork`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Fork {
        ///The property `l`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub l: ::std::option::Option<::std::string::String>,
        ///The property `r`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub r: ::std::option::Option<::std::string::String>,
        ///The property `same`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub same: ::std::option::Option<::std::boxed::Box<Base>>,
    }
    impl Fork {
        ///A builder with nothing set.
        pub fn builder() -> builder::Fork {
            Default::default()
        }
    }
    ///`Found`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Found {
        ///The property `names`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub names: ::std::option::Option<Names>,
        ///The property `size`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<i64>,
        ///The property `tree`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tree: ::std::option::Option<Tree>,
    }
    impl Found {
        ///A builder with nothing set.
        pub fn builder() -> builder::Found {
            Default::default()
        }
    }
    ///`GrößeV2Body`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct GrößeV2Body {
        ///The property `count`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub count: ::std::option::Option<i64>,
        ///The property `note`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub note: crate::client::Nullable<::std::string::String>,
    }
    impl GrößeV2Body {
        ///A builder with nothing set.
        pub fn builder() -> builder::GrößeV2Body {
            Default::default()
        }
    }
    ///`Left`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Left {
        ///The property `l`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub l: ::std::option::Option<::std::string::String>,
        ///The property `same`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub same: ::std::option::Option<::std::boxed::Box<Base>>,
    }
    impl Left {
        ///A builder with nothing set.
        pub fn builder() -> builder::Left {
            Default::default()
        }
    }
    ///`Names`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Names {
        ///The property `boxed`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub boxed: ::std::option::Option<Box>,
        ///The property `code`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<NamesCode>,
        ///The property `colours`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub colours: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///The property `debug`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub debug: ::std::option::Option<Debug>,
        ///The property `err`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub err: ::std::option::Option<ErrSchema>,
        ///The property `first`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub first: ::std::option::Option<TwinInline>,
        ///The property `list`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub list: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///The property `me`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub me: ::std::option::Option<Self_>,
        ///The property `none`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub none: ::std::option::Option<NoneSchema>,
        ///The property `nullable`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub nullable: ::std::option::Option<Nullable>,
        ///The property `option`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub option: ::std::option::Option<Option>,
        ///The property `result`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub result: ::std::option::Option<Result>,
        ///The property `second`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub second: ::std::option::Option<TwinInline3>,
        ///The property `serialize`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub serialize: ::std::option::Option<crate::client::types::Serialize>,
        ///The property `some`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub some: ::std::option::Option<SomeSchema>,
        ///The property `string`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub string: ::std::option::Option<String>,
        ///The property `vec`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub vec: ::std::option::Option<Vec>,
    }
    impl Names {
        ///A builder with nothing set.
        pub fn builder() -> builder::Names {
            Default::default()
        }
    }
    ///`NamesCode`
    #[derive(
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    #[serde(transparent)]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct NamesCode(::std::string::String);
    impl ::std::ops::Deref for NamesCode {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<NamesCode> for ::std::string::String {
        fn from(value: NamesCode) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for NamesCode {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            static PATTERN: ::std::sync::LazyLock<
                ::client_runtime::generated::regress::Regex,
            > = ::std::sync::LazyLock::new(|| {
                ::client_runtime::generated::regress::Regex::new("^[a-z]+$").unwrap()
            });
            if PATTERN.find(value).is_none() {
                return Err("doesn't match pattern \"^[a-z]+$\"".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for NamesCode {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for NamesCode {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::client_runtime::generated::serde::Deserialize<'de> for NamesCode {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::client_runtime::generated::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::client_runtime::generated::serde::de::Error>::custom(
                        e.to_string(),
                    )
                })
        }
    }
    ///`NoneSchema`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
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
    #[serde(crate = "::client_runtime::generated::serde")]
    pub enum NoneSchema {
        #[serde(rename = "a")]
        A,
        #[serde(rename = "b")]
        B,
    }
    impl ::std::fmt::Display for NoneSchema {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::A => f.write_str("a"),
                Self::B => f.write_str("b"),
            }
        }
    }
    impl ::std::str::FromStr for NoneSchema {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "a" => Ok(Self::A),
                "b" => Ok(Self::B),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for NoneSchema {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for NoneSchema {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///`Nullable`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Nullable {
        ///The property `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
    }
    impl Nullable {
        ///A builder with nothing set.
        pub fn builder() -> builder::Nullable {
            Default::default()
        }
    }
    ///`Open`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Default
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Open {
        ///The property `kept`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub kept: ::std::option::Option<::std::string::String>,
        ///Properties that the document does not name.
        #[serde(flatten)]
        pub extra: ::client_runtime::generated::serde_json::Map<
            ::std::string::String,
            ::client_runtime::generated::serde_json::Value,
        >,
    }
    impl Open {
        ///A builder with nothing set.
        pub fn builder() -> builder::Open {
            Default::default()
        }
    }
    ///`Option`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Option {
        ///The property `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
    }
    impl Option {
        ///A builder with nothing set.
        pub fn builder() -> builder::Option {
            Default::default()
        }
    }
    ///`Pair`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Pair {
        ///The property `left`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub left: crate::client::Nullable<::std::string::String>,
    }
    impl Pair {
        ///A builder with nothing set.
        pub fn builder() -> builder::Pair {
            Default::default()
        }
    }
    ///`ReadParcelResponse200`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct ReadParcelResponse200 {
        ///The property `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    impl ReadParcelResponse200 {
        ///A builder with nothing set.
        pub fn builder() -> builder::ReadParcelResponse200 {
            Default::default()
        }
    }
    ///`Result`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Result {
        ///The property `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
    }
    impl Result {
        ///A builder with nothing set.
        pub fn builder() -> builder::Result {
            Default::default()
        }
    }
    ///`Right`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Right {
        ///The property `r`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub r: ::std::option::Option<::std::string::String>,
        ///The property `same`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub same: ::std::option::Option<::std::boxed::Box<Base>>,
    }
    impl Right {
        ///A builder with nothing set.
        pub fn builder() -> builder::Right {
            Default::default()
        }
    }
    ///`Self_`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Self_ {
        ///The property `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
    }
    impl Self_ {
        ///A builder with nothing set.
        pub fn builder() -> builder::Self_ {
            Default::default()
        }
    }
    ///`SendNoteBody`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct SendNoteBody {
        ///The property `text`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub text: ::std::option::Option<::std::string::String>,
    }
    impl SendNoteBody {
        ///A builder with nothing set.
        pub fn builder() -> builder::SendNoteBody {
            Default::default()
        }
    }
    ///`SomeSchema`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct SomeSchema {
        ///The property `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
    }
    impl SomeSchema {
        ///A builder with nothing set.
        pub fn builder() -> builder::SomeSchema {
            Default::default()
        }
    }
    ///`String`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
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
    #[serde(crate = "::client_runtime::generated::serde")]
    pub enum String {
        #[serde(rename = "small")]
        Small,
        #[serde(rename = "large")]
        Large,
    }
    impl ::std::fmt::Display for String {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Small => f.write_str("small"),
                Self::Large => f.write_str("large"),
            }
        }
    }
    impl ::std::str::FromStr for String {
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
    impl ::std::convert::TryFrom<&str> for String {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for String {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///`Tree`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Default
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Tree {
        ///The property `fork`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub fork: ::std::option::Option<Fork>,
        ///The property `kept`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub kept: ::std::option::Option<::std::string::String>,
        ///The property `left`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub left: ::std::option::Option<::std::boxed::Box<Tree>>,
        ///The property `twig`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub twig: ::std::option::Option<TreeTwig>,
        ///Properties that the document does not name.
        #[serde(flatten)]
        pub extra: ::client_runtime::generated::serde_json::Map<
            ::std::string::String,
            ::client_runtime::generated::serde_json::Value,
        >,
    }
    impl Tree {
        ///A builder with nothing set.
        pub fn builder() -> builder::Tree {
            Default::default()
        }
    }
    ///`TreeTwig`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct TreeTwig {
        ///The property `leaf`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub leaf: ::std::option::Option<::std::string::String>,
        ///The property `next`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next: ::std::option::Option<TwigNext>,
    }
    impl TreeTwig {
        ///A builder with nothing set.
        pub fn builder() -> builder::TreeTwig {
            Default::default()
        }
    }
    ///`Twig`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Twig {
        ///The property `next`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next: ::std::option::Option<TwigNext>,
    }
    impl Twig {
        ///A builder with nothing set.
        pub fn builder() -> builder::Twig {
            Default::default()
        }
    }
    ///`TwigNext`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct TwigNext {
        ///The property `next`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub next: ::std::option::Option<::std::boxed::Box<TwigNext>>,
        ///The property `thorn`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub thorn: ::std::option::Option<i64>,
    }
    impl TwigNext {
        ///A builder with nothing set.
        pub fn builder() -> builder::TwigNext {
            Default::default()
        }
    }
    ///`Twin`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Twin {
        ///The property `c`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub c: crate::client::Nullable<::std::string::String>,
    }
    impl Twin {
        ///A builder with nothing set.
        pub fn builder() -> builder::Twin {
            Default::default()
        }
    }
    ///`TwinInline`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct TwinInline {
        ///The property `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    impl TwinInline {
        ///A builder with nothing set.
        pub fn builder() -> builder::TwinInline {
            Default::default()
        }
    }
    ///`TwinInline3`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct TwinInline3 {
        ///The property `b`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub b: ::std::option::Option<::std::string::String>,
    }
    impl TwinInline3 {
        ///A builder with nothing set.
        pub fn builder() -> builder::TwinInline3 {
            Default::default()
        }
    }
    ///`Vec`
    #[derive(
        ::client_runtime::generated::serde::Deserialize,
        ::client_runtime::generated::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq
    )]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub struct Vec {
        ///The property `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
    }
    impl Vec {
        ///A builder with nothing set.
        pub fn builder() -> builder::Vec {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        ///Builder for [`AddParcelResponse200`](super::AddParcelResponse200).
        #[derive(Clone, Debug)]
        pub struct AddParcelResponse200 {
            a: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AddParcelResponse200 {
            fn default() -> Self {
                Self { a: Ok(Default::default()) }
            }
        }
        impl AddParcelResponse200 {
            ///Sets `a`.
            pub fn a<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.a = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| format!("error converting supplied value for a: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<AddParcelResponse200>
        for super::AddParcelResponse200 {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AddParcelResponse200,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { a: value.a? })
            }
        }
        impl ::std::convert::From<super::AddParcelResponse200> for AddParcelResponse200 {
            fn from(value: super::AddParcelResponse200) -> Self {
                Self { a: Ok(value.a) }
            }
        }
        ///Builder for [`AddParcelResponse201`](super::AddParcelResponse201).
        #[derive(Clone, Debug)]
        pub struct AddParcelResponse201 {
            b: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AddParcelResponse201 {
            fn default() -> Self {
                Self { b: Ok(Default::default()) }
            }
        }
        impl AddParcelResponse201 {
            ///Sets `b`.
            pub fn b<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.b = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| format!("error converting supplied value for b: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<AddParcelResponse201>
        for super::AddParcelResponse201 {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AddParcelResponse201,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { b: value.b? })
            }
        }
        impl ::std::convert::From<super::AddParcelResponse201> for AddParcelResponse201 {
            fn from(value: super::AddParcelResponse201) -> Self {
                Self { b: Ok(value.b) }
            }
        }
        ///Builder for [`Base`](super::Base).
        #[derive(Clone, Debug)]
        pub struct Base {
            same: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::Base>>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Base {
            fn default() -> Self {
                Self {
                    same: Ok(Default::default()),
                }
            }
        }
        impl Base {
            ///Sets `same`.
            pub fn same<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Base>>,
                T::Error: ::std::fmt::Display,
            {
                self.same = value
                    .try_into()
                    .map(|value| value.map(::std::boxed::Box::new))
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for same: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Base> for super::Base {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Base,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { same: value.same? })
            }
        }
        impl ::std::convert::From<super::Base> for Base {
            fn from(value: super::Base) -> Self {
                Self { same: Ok(value.same) }
            }
        }
        ///Builder for [`Box`](super::Box).
        #[derive(Clone, Debug)]
        pub struct Box {
            id: ::std::result::Result<
                ::std::option::Option<super::Option>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Box {
            fn default() -> Self {
                Self { id: Ok(Default::default()) }
            }
        }
        impl Box {
            ///Sets `id`.
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Option>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<Box> for super::Box {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Box,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::Box> for Box {
            fn from(value: super::Box) -> Self {
                Self { id: Ok(value.id) }
            }
        }
        ///Builder for [`Debug`](super::Debug).
        #[derive(Clone, Debug)]
        pub struct Debug {
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Debug {
            fn default() -> Self {
                Self { id: Ok(Default::default()) }
            }
        }
        impl Debug {
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
        }
        impl ::std::convert::TryFrom<Debug> for super::Debug {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Debug,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::Debug> for Debug {
            fn from(value: super::Debug) -> Self {
                Self { id: Ok(value.id) }
            }
        }
        ///Builder for [`Fork`](super::Fork).
        #[derive(Clone, Debug)]
        pub struct Fork {
            l: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            r: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            same: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::Base>>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Fork {
            fn default() -> Self {
                Self {
                    l: Ok(Default::default()),
                    r: Ok(Default::default()),
                    same: Ok(Default::default()),
                }
            }
        }
        impl Fork {
            ///Sets `l`.
            pub fn l<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.l = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| format!("error converting supplied value for l: {e}"));
                self
            }
            ///Sets `r`.
            pub fn r<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.r = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| format!("error converting supplied value for r: {e}"));
                self
            }
            ///Sets `same`.
            pub fn same<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Base>>,
                T::Error: ::std::fmt::Display,
            {
                self.same = value
                    .try_into()
                    .map(|value| value.map(::std::boxed::Box::new))
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for same: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Fork> for super::Fork {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Fork,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    l: value.l?,
                    r: value.r?,
                    same: value.same?,
                })
            }
        }
        impl ::std::convert::From<super::Fork> for Fork {
            fn from(value: super::Fork) -> Self {
                Self {
                    l: Ok(value.l),
                    r: Ok(value.r),
                    same: Ok(value.same),
                }
            }
        }
        ///Builder for [`Found`](super::Found).
        #[derive(Clone, Debug)]
        pub struct Found {
            names: ::std::result::Result<
                ::std::option::Option<super::Names>,
                ::std::string::String,
            >,
            size: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            tree: ::std::result::Result<
                ::std::option::Option<super::Tree>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Found {
            fn default() -> Self {
                Self {
                    names: Ok(Default::default()),
                    size: Ok(Default::default()),
                    tree: Ok(Default::default()),
                }
            }
        }
        impl Found {
            ///Sets `names`.
            pub fn names<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Names>>,
                T::Error: ::std::fmt::Display,
            {
                self.names = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for names: {e}")
                    });
                self
            }
            ///Sets `size`.
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.size = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for size: {e}")
                    });
                self
            }
            ///Sets `tree`.
            pub fn tree<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Tree>>,
                T::Error: ::std::fmt::Display,
            {
                self.tree = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for tree: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Found> for super::Found {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Found,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    names: value.names?,
                    size: value.size?,
                    tree: value.tree?,
                })
            }
        }
        impl ::std::convert::From<super::Found> for Found {
            fn from(value: super::Found) -> Self {
                Self {
                    names: Ok(value.names),
                    size: Ok(value.size),
                    tree: Ok(value.tree),
                }
            }
        }
        ///Builder for [`GrößeV2Body`](super::GrößeV2Body).
        #[derive(Clone, Debug)]
        pub struct GrößeV2Body {
            count: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            note: ::std::result::Result<
                crate::client::Nullable<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for GrößeV2Body {
            fn default() -> Self {
                Self {
                    count: Ok(Default::default()),
                    note: Ok(Default::default()),
                }
            }
        }
        impl GrößeV2Body {
            ///Sets `count`.
            pub fn count<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.count = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for count: {e}")
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
        }
        impl ::std::convert::TryFrom<GrößeV2Body> for super::GrößeV2Body {
            type Error = super::error::ConversionError;
            fn try_from(
                value: GrößeV2Body,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    count: value.count?,
                    note: value.note?,
                })
            }
        }
        impl ::std::convert::From<super::GrößeV2Body> for GrößeV2Body {
            fn from(value: super::GrößeV2Body) -> Self {
                Self {
                    count: Ok(value.count),
                    note: Ok(value.note),
                }
            }
        }
        ///Builder for [`Left`](super::Left).
        #[derive(Clone, Debug)]
        pub struct Left {
            l: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            same: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::Base>>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Left {
            fn default() -> Self {
                Self {
                    l: Ok(Default::default()),
                    same: Ok(Default::default()),
                }
            }
        }
        impl Left {
            ///Sets `l`.
            pub fn l<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.l = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| format!("error converting supplied value for l: {e}"));
                self
            }
            ///Sets `same`.
            pub fn same<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Base>>,
                T::Error: ::std::fmt::Display,
            {
                self.same = value
                    .try_into()
                    .map(|value| value.map(::std::boxed::Box::new))
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for same: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Left> for super::Left {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Left,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    l: value.l?,
                    same: value.same?,
                })
            }
        }
        impl ::std::convert::From<super::Left> for Left {
            fn from(value: super::Left) -> Self {
                Self {
                    l: Ok(value.l),
                    same: Ok(value.same),
                }
            }
        }
        ///Builder for [`Names`](super::Names).
        #[derive(Clone, Debug)]
        pub struct Names {
            boxed: ::std::result::Result<
                ::std::option::Option<super::Box>,
                ::std::string::String,
            >,
            code: ::std::result::Result<
                ::std::option::Option<super::NamesCode>,
                ::std::string::String,
            >,
            colours: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            debug: ::std::result::Result<
                ::std::option::Option<super::Debug>,
                ::std::string::String,
            >,
            err: ::std::result::Result<
                ::std::option::Option<super::ErrSchema>,
                ::std::string::String,
            >,
            first: ::std::result::Result<
                ::std::option::Option<super::TwinInline>,
                ::std::string::String,
            >,
            list: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            me: ::std::result::Result<
                ::std::option::Option<super::Self_>,
                ::std::string::String,
            >,
            none: ::std::result::Result<
                ::std::option::Option<super::NoneSchema>,
                ::std::string::String,
            >,
            nullable: ::std::result::Result<
                ::std::option::Option<super::Nullable>,
                ::std::string::String,
            >,
            option: ::std::result::Result<
                ::std::option::Option<super::Option>,
                ::std::string::String,
            >,
            result: ::std::result::Result<
                ::std::option::Option<super::Result>,
                ::std::string::String,
            >,
            second: ::std::result::Result<
                ::std::option::Option<super::TwinInline3>,
                ::std::string::String,
            >,
            serialize: ::std::result::Result<
                ::std::option::Option<crate::client::types::Serialize>,
                ::std::string::String,
            >,
            some: ::std::result::Result<
                ::std::option::Option<super::SomeSchema>,
                ::std::string::String,
            >,
            string: ::std::result::Result<
                ::std::option::Option<super::String>,
                ::std::string::String,
            >,
            vec: ::std::result::Result<
                ::std::option::Option<super::Vec>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Names {
            fn default() -> Self {
                Self {
                    boxed: Ok(Default::default()),
                    code: Ok(Default::default()),
                    colours: Ok(Default::default()),
                    debug: Ok(Default::default()),
                    err: Ok(Default::default()),
                    first: Ok(Default::default()),
                    list: Ok(Default::default()),
                    me: Ok(Default::default()),
                    none: Ok(Default::default()),
                    nullable: Ok(Default::default()),
                    option: Ok(Default::default()),
                    result: Ok(Default::default()),
                    second: Ok(Default::default()),
                    serialize: Ok(Default::default()),
                    some: Ok(Default::default()),
                    string: Ok(Default::default()),
                    vec: Ok(Default::default()),
                }
            }
        }
        impl Names {
            ///Sets `boxed`.
            pub fn boxed<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Box>>,
                T::Error: ::std::fmt::Display,
            {
                self.boxed = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for boxed: {e}")
                    });
                self
            }
            ///Sets `code`.
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::NamesCode>>,
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
            ///Sets `colours`.
            pub fn colours<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.colours = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for colours: {e}")
                    });
                self
            }
            ///Sets `debug`.
            pub fn debug<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Debug>>,
                T::Error: ::std::fmt::Display,
            {
                self.debug = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for debug: {e}")
                    });
                self
            }
            ///Sets `err`.
            pub fn err<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::ErrSchema>>,
                T::Error: ::std::fmt::Display,
            {
                self.err = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for err: {e}")
                    });
                self
            }
            ///Sets `first`.
            pub fn first<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::TwinInline>>,
                T::Error: ::std::fmt::Display,
            {
                self.first = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for first: {e}")
                    });
                self
            }
            ///Sets `list`.
            pub fn list<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.list = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for list: {e}")
                    });
                self
            }
            ///Sets `me`.
            pub fn me<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Self_>>,
                T::Error: ::std::fmt::Display,
            {
                self.me = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| format!("error converting supplied value for me: {e}"));
                self
            }
            ///Sets `none`.
            pub fn none<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::NoneSchema>>,
                T::Error: ::std::fmt::Display,
            {
                self.none = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for none: {e}")
                    });
                self
            }
            ///Sets `nullable`.
            pub fn nullable<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Nullable>>,
                T::Error: ::std::fmt::Display,
            {
                self.nullable = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for nullable: {e}")
                    });
                self
            }
            ///Sets `option`.
            pub fn option<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Option>>,
                T::Error: ::std::fmt::Display,
            {
                self.option = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for option: {e}")
                    });
                self
            }
            ///Sets `result`.
            pub fn result<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Result>>,
                T::Error: ::std::fmt::Display,
            {
                self.result = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for result: {e}")
                    });
                self
            }
            ///Sets `second`.
            pub fn second<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::TwinInline3>>,
                T::Error: ::std::fmt::Display,
            {
                self.second = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for second: {e}")
                    });
                self
            }
            ///Sets `serialize`.
            pub fn serialize<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<crate::client::types::Serialize>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.serialize = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for serialize: {e}")
                    });
                self
            }
            ///Sets `some`.
            pub fn some<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::SomeSchema>>,
                T::Error: ::std::fmt::Display,
            {
                self.some = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for some: {e}")
                    });
                self
            }
            ///Sets `string`.
            pub fn string<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.string = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for string: {e}")
                    });
                self
            }
            ///Sets `vec`.
            pub fn vec<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Vec>>,
                T::Error: ::std::fmt::Display,
            {
                self.vec = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for vec: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Names> for super::Names {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Names,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    boxed: value.boxed?,
                    code: value.code?,
                    colours: value.colours?,
                    debug: value.debug?,
                    err: value.err?,
                    first: value.first?,
                    list: value.list?,
                    me: value.me?,
                    none: value.none?,
                    nullable: value.nullable?,
                    option: value.option?,
                    result: value.result?,
                    second: value.second?,
                    serialize: value.serialize?,
                    some: value.some?,
                    string: value.string?,
                    vec: value.vec?,
                })
            }
        }
        impl ::std::convert::From<super::Names> for Names {
            fn from(value: super::Names) -> Self {
                Self {
                    boxed: Ok(value.boxed),
                    code: Ok(value.code),
                    colours: Ok(value.colours),
                    debug: Ok(value.debug),
                    err: Ok(value.err),
                    first: Ok(value.first),
                    list: Ok(value.list),
                    me: Ok(value.me),
                    none: Ok(value.none),
                    nullable: Ok(value.nullable),
                    option: Ok(value.option),
                    result: Ok(value.result),
                    second: Ok(value.second),
                    serialize: Ok(value.serialize),
                    some: Ok(value.some),
                    string: Ok(value.string),
                    vec: Ok(value.vec),
                }
            }
        }
        ///Builder for [`Nullable`](super::Nullable).
        #[derive(Clone, Debug)]
        pub struct Nullable {
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Nullable {
            fn default() -> Self {
                Self { id: Ok(Default::default()) }
            }
        }
        impl Nullable {
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
        }
        impl ::std::convert::TryFrom<Nullable> for super::Nullable {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Nullable,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::Nullable> for Nullable {
            fn from(value: super::Nullable) -> Self {
                Self { id: Ok(value.id) }
            }
        }
        ///Builder for [`Open`](super::Open).
        #[derive(Clone, Debug)]
        pub struct Open {
            kept: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::client_runtime::generated::serde_json::Map<
                    ::std::string::String,
                    ::client_runtime::generated::serde_json::Value,
                >,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Open {
            fn default() -> Self {
                Self {
                    kept: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl Open {
            ///Sets `kept`.
            pub fn kept<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.kept = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for kept: {e}")
                    });
                self
            }
            ///Sets `extra`.
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::client_runtime::generated::serde_json::Map<
                        ::std::string::String,
                        ::client_runtime::generated::serde_json::Value,
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
        impl ::std::convert::TryFrom<Open> for super::Open {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Open,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    kept: value.kept?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::Open> for Open {
            fn from(value: super::Open) -> Self {
                Self {
                    kept: Ok(value.kept),
                    extra: Ok(value.extra),
                }
            }
        }
        ///Builder for [`Option`](super::Option).
        #[derive(Clone, Debug)]
        pub struct Option {
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Option {
            fn default() -> Self {
                Self { id: Ok(Default::default()) }
            }
        }
        impl Option {
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
        }
        impl ::std::convert::TryFrom<Option> for super::Option {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Option,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::Option> for Option {
            fn from(value: super::Option) -> Self {
                Self { id: Ok(value.id) }
            }
        }
        ///Builder for [`Pair`](super::Pair).
        #[derive(Clone, Debug)]
        pub struct Pair {
            left: ::std::result::Result<
                crate::client::Nullable<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Pair {
            fn default() -> Self {
                Self {
                    left: Ok(Default::default()),
                }
            }
        }
        impl Pair {
            ///Sets `left`.
            pub fn left<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.left = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for left: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Pair> for super::Pair {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pair,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { left: value.left? })
            }
        }
        impl ::std::convert::From<super::Pair> for Pair {
            fn from(value: super::Pair) -> Self {
                Self { left: Ok(value.left) }
            }
        }
        ///Builder for [`ReadParcelResponse200`](super::ReadParcelResponse200).
        #[derive(Clone, Debug)]
        pub struct ReadParcelResponse200 {
            a: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ReadParcelResponse200 {
            fn default() -> Self {
                Self { a: Ok(Default::default()) }
            }
        }
        impl ReadParcelResponse200 {
            ///Sets `a`.
            pub fn a<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.a = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| format!("error converting supplied value for a: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<ReadParcelResponse200>
        for super::ReadParcelResponse200 {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ReadParcelResponse200,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { a: value.a? })
            }
        }
        impl ::std::convert::From<super::ReadParcelResponse200>
        for ReadParcelResponse200 {
            fn from(value: super::ReadParcelResponse200) -> Self {
                Self { a: Ok(value.a) }
            }
        }
        ///Builder for [`Result`](super::Result).
        #[derive(Clone, Debug)]
        pub struct Result {
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Result {
            fn default() -> Self {
                Self { id: Ok(Default::default()) }
            }
        }
        impl Result {
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
        }
        impl ::std::convert::TryFrom<Result> for super::Result {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Result,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::Result> for Result {
            fn from(value: super::Result) -> Self {
                Self { id: Ok(value.id) }
            }
        }
        ///Builder for [`Right`](super::Right).
        #[derive(Clone, Debug)]
        pub struct Right {
            r: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            same: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::Base>>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Right {
            fn default() -> Self {
                Self {
                    r: Ok(Default::default()),
                    same: Ok(Default::default()),
                }
            }
        }
        impl Right {
            ///Sets `r`.
            pub fn r<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.r = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| format!("error converting supplied value for r: {e}"));
                self
            }
            ///Sets `same`.
            pub fn same<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Base>>,
                T::Error: ::std::fmt::Display,
            {
                self.same = value
                    .try_into()
                    .map(|value| value.map(::std::boxed::Box::new))
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for same: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Right> for super::Right {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Right,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    r: value.r?,
                    same: value.same?,
                })
            }
        }
        impl ::std::convert::From<super::Right> for Right {
            fn from(value: super::Right) -> Self {
                Self {
                    r: Ok(value.r),
                    same: Ok(value.same),
                }
            }
        }
        ///Builder for [`Self_`](super::Self_).
        #[derive(Clone, Debug)]
        pub struct Self_ {
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Self_ {
            fn default() -> Self {
                Self { id: Ok(Default::default()) }
            }
        }
        impl Self_ {
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
        }
        impl ::std::convert::TryFrom<Self_> for super::Self_ {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Self_,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::Self_> for Self_ {
            fn from(value: super::Self_) -> Self {
                Self { id: Ok(value.id) }
            }
        }
        ///Builder for [`SendNoteBody`](super::SendNoteBody).
        #[derive(Clone, Debug)]
        pub struct SendNoteBody {
            text: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SendNoteBody {
            fn default() -> Self {
                Self {
                    text: Ok(Default::default()),
                }
            }
        }
        impl SendNoteBody {
            ///Sets `text`.
            pub fn text<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.text = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for text: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SendNoteBody> for super::SendNoteBody {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SendNoteBody,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { text: value.text? })
            }
        }
        impl ::std::convert::From<super::SendNoteBody> for SendNoteBody {
            fn from(value: super::SendNoteBody) -> Self {
                Self { text: Ok(value.text) }
            }
        }
        ///Builder for [`SomeSchema`](super::SomeSchema).
        #[derive(Clone, Debug)]
        pub struct SomeSchema {
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SomeSchema {
            fn default() -> Self {
                Self { id: Ok(Default::default()) }
            }
        }
        impl SomeSchema {
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
        }
        impl ::std::convert::TryFrom<SomeSchema> for super::SomeSchema {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SomeSchema,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::SomeSchema> for SomeSchema {
            fn from(value: super::SomeSchema) -> Self {
                Self { id: Ok(value.id) }
            }
        }
        ///Builder for [`Tree`](super::Tree).
        #[derive(Clone, Debug)]
        pub struct Tree {
            fork: ::std::result::Result<
                ::std::option::Option<super::Fork>,
                ::std::string::String,
            >,
            kept: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            left: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::Tree>>,
                ::std::string::String,
            >,
            twig: ::std::result::Result<
                ::std::option::Option<super::TreeTwig>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::client_runtime::generated::serde_json::Map<
                    ::std::string::String,
                    ::client_runtime::generated::serde_json::Value,
                >,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Tree {
            fn default() -> Self {
                Self {
                    fork: Ok(Default::default()),
                    kept: Ok(Default::default()),
                    left: Ok(Default::default()),
                    twig: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl Tree {
            ///Sets `fork`.
            pub fn fork<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Fork>>,
                T::Error: ::std::fmt::Display,
            {
                self.fork = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for fork: {e}")
                    });
                self
            }
            ///Sets `kept`.
            pub fn kept<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.kept = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for kept: {e}")
                    });
                self
            }
            ///Sets `left`.
            pub fn left<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Tree>>,
                T::Error: ::std::fmt::Display,
            {
                self.left = value
                    .try_into()
                    .map(|value| value.map(::std::boxed::Box::new))
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for left: {e}")
                    });
                self
            }
            ///Sets `twig`.
            pub fn twig<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::TreeTwig>>,
                T::Error: ::std::fmt::Display,
            {
                self.twig = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for twig: {e}")
                    });
                self
            }
            ///Sets `extra`.
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::client_runtime::generated::serde_json::Map<
                        ::std::string::String,
                        ::client_runtime::generated::serde_json::Value,
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
        impl ::std::convert::TryFrom<Tree> for super::Tree {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Tree,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    fork: value.fork?,
                    kept: value.kept?,
                    left: value.left?,
                    twig: value.twig?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::Tree> for Tree {
            fn from(value: super::Tree) -> Self {
                Self {
                    fork: Ok(value.fork),
                    kept: Ok(value.kept),
                    left: Ok(value.left),
                    twig: Ok(value.twig),
                    extra: Ok(value.extra),
                }
            }
        }
        ///Builder for [`TreeTwig`](super::TreeTwig).
        #[derive(Clone, Debug)]
        pub struct TreeTwig {
            leaf: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            next: ::std::result::Result<
                ::std::option::Option<super::TwigNext>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for TreeTwig {
            fn default() -> Self {
                Self {
                    leaf: Ok(Default::default()),
                    next: Ok(Default::default()),
                }
            }
        }
        impl TreeTwig {
            ///Sets `leaf`.
            pub fn leaf<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.leaf = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for leaf: {e}")
                    });
                self
            }
            ///Sets `next`.
            pub fn next<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::TwigNext>>,
                T::Error: ::std::fmt::Display,
            {
                self.next = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for next: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<TreeTwig> for super::TreeTwig {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TreeTwig,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    leaf: value.leaf?,
                    next: value.next?,
                })
            }
        }
        impl ::std::convert::From<super::TreeTwig> for TreeTwig {
            fn from(value: super::TreeTwig) -> Self {
                Self {
                    leaf: Ok(value.leaf),
                    next: Ok(value.next),
                }
            }
        }
        ///Builder for [`Twig`](super::Twig).
        #[derive(Clone, Debug)]
        pub struct Twig {
            next: ::std::result::Result<
                ::std::option::Option<super::TwigNext>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Twig {
            fn default() -> Self {
                Self {
                    next: Ok(Default::default()),
                }
            }
        }
        impl Twig {
            ///Sets `next`.
            pub fn next<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::TwigNext>>,
                T::Error: ::std::fmt::Display,
            {
                self.next = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for next: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Twig> for super::Twig {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Twig,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { next: value.next? })
            }
        }
        impl ::std::convert::From<super::Twig> for Twig {
            fn from(value: super::Twig) -> Self {
                Self { next: Ok(value.next) }
            }
        }
        ///Builder for [`TwigNext`](super::TwigNext).
        #[derive(Clone, Debug)]
        pub struct TwigNext {
            next: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::TwigNext>>,
                ::std::string::String,
            >,
            thorn: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for TwigNext {
            fn default() -> Self {
                Self {
                    next: Ok(Default::default()),
                    thorn: Ok(Default::default()),
                }
            }
        }
        impl TwigNext {
            ///Sets `next`.
            pub fn next<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::TwigNext>>,
                T::Error: ::std::fmt::Display,
            {
                self.next = value
                    .try_into()
                    .map(|value| value.map(::std::boxed::Box::new))
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for next: {e}")
                    });
                self
            }
            ///Sets `thorn`.
            pub fn thorn<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.thorn = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for thorn: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<TwigNext> for super::TwigNext {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TwigNext,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    next: value.next?,
                    thorn: value.thorn?,
                })
            }
        }
        impl ::std::convert::From<super::TwigNext> for TwigNext {
            fn from(value: super::TwigNext) -> Self {
                Self {
                    next: Ok(value.next),
                    thorn: Ok(value.thorn),
                }
            }
        }
        ///Builder for [`Twin`](super::Twin).
        #[derive(Clone, Debug)]
        pub struct Twin {
            c: ::std::result::Result<
                crate::client::Nullable<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Twin {
            fn default() -> Self {
                Self { c: Ok(Default::default()) }
            }
        }
        impl Twin {
            ///Sets `c`.
            pub fn c<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.c = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for c: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<Twin> for super::Twin {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Twin,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { c: value.c? })
            }
        }
        impl ::std::convert::From<super::Twin> for Twin {
            fn from(value: super::Twin) -> Self {
                Self { c: Ok(value.c) }
            }
        }
        ///Builder for [`TwinInline`](super::TwinInline).
        #[derive(Clone, Debug)]
        pub struct TwinInline {
            a: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for TwinInline {
            fn default() -> Self {
                Self { a: Ok(Default::default()) }
            }
        }
        impl TwinInline {
            ///Sets `a`.
            pub fn a<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.a = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| format!("error converting supplied value for a: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<TwinInline> for super::TwinInline {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TwinInline,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { a: value.a? })
            }
        }
        impl ::std::convert::From<super::TwinInline> for TwinInline {
            fn from(value: super::TwinInline) -> Self {
                Self { a: Ok(value.a) }
            }
        }
        ///Builder for [`TwinInline3`](super::TwinInline3).
        #[derive(Clone, Debug)]
        pub struct TwinInline3 {
            b: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for TwinInline3 {
            fn default() -> Self {
                Self { b: Ok(Default::default()) }
            }
        }
        impl TwinInline3 {
            ///Sets `b`.
            pub fn b<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.b = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| format!("error converting supplied value for b: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<TwinInline3> for super::TwinInline3 {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TwinInline3,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { b: value.b? })
            }
        }
        impl ::std::convert::From<super::TwinInline3> for TwinInline3 {
            fn from(value: super::TwinInline3) -> Self {
                Self { b: Ok(value.b) }
            }
        }
        ///Builder for [`Vec`](super::Vec).
        #[derive(Clone, Debug)]
        pub struct Vec {
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Vec {
            fn default() -> Self {
                Self { id: Ok(Default::default()) }
            }
        }
        impl Vec {
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
        }
        impl ::std::convert::TryFrom<Vec> for super::Vec {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Vec,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::Vec> for Vec {
            fn from(value: super::Vec) -> Self {
                Self { id: Ok(value.id) }
            }
        }
        impl ::std::convert::TryFrom<AddParcelResponse200>
        for crate::client::Nullable<super::AddParcelResponse200> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AddParcelResponse200,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::AddParcelResponse200::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<AddParcelResponse201>
        for crate::client::Nullable<super::AddParcelResponse201> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AddParcelResponse201,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::AddParcelResponse201::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Base> for crate::client::Nullable<super::Base> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Base,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Base::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Box> for crate::client::Nullable<super::Box> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Box,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Box::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Debug> for crate::client::Nullable<super::Debug> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Debug,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Debug::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Fork> for crate::client::Nullable<super::Fork> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Fork,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Fork::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Found> for crate::client::Nullable<super::Found> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Found,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Found::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<GrößeV2Body>
        for crate::client::Nullable<super::GrößeV2Body> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: GrößeV2Body,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::GrößeV2Body::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Left> for crate::client::Nullable<super::Left> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Left,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Left::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Names> for crate::client::Nullable<super::Names> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Names,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Names::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Nullable>
        for crate::client::Nullable<super::Nullable> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Nullable,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Nullable::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Open> for crate::client::Nullable<super::Open> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Open,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Open::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Option> for crate::client::Nullable<super::Option> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Option,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Option::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Pair> for crate::client::Nullable<super::Pair> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Pair,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Pair::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<ReadParcelResponse200>
        for crate::client::Nullable<super::ReadParcelResponse200> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ReadParcelResponse200,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::ReadParcelResponse200::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Result> for crate::client::Nullable<super::Result> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Result,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Result::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Right> for crate::client::Nullable<super::Right> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Right,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Right::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Self_> for crate::client::Nullable<super::Self_> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Self_,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Self_::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<SendNoteBody>
        for crate::client::Nullable<super::SendNoteBody> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SendNoteBody,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::SendNoteBody::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<SomeSchema>
        for crate::client::Nullable<super::SomeSchema> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SomeSchema,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::SomeSchema::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Tree> for crate::client::Nullable<super::Tree> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Tree,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Tree::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<TreeTwig>
        for crate::client::Nullable<super::TreeTwig> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TreeTwig,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::TreeTwig::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Twig> for crate::client::Nullable<super::Twig> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Twig,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Twig::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<TwigNext>
        for crate::client::Nullable<super::TwigNext> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TwigNext,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::TwigNext::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Twin> for crate::client::Nullable<super::Twin> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Twin,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Twin::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<TwinInline>
        for crate::client::Nullable<super::TwinInline> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TwinInline,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::TwinInline::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<TwinInline3>
        for crate::client::Nullable<super::TwinInline3> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TwinInline3,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::TwinInline3::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Vec> for crate::client::Nullable<super::Vec> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Vec,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Vec::try_from(value).map(Self::Value)
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
    ///Serialize
    #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[non_exhaustive]
    pub enum Serialize {
        ///`a`
        A,
        ///`b`
        B,
        /// A value that was not documented when this client was generated.
        Other(::std::string::String),
    }
    impl Serialize {
        /// The documented values, as they are on the wire.
        pub const KNOWN: &'static [&'static str] = &["a", "b"];
        /// The value as it is on the wire.
        pub fn as_str(&self) -> &str {
            match self {
                Self::A => "a",
                Self::B => "b",
                Self::Other(value) => value,
            }
        }
    }
    impl ::std::fmt::Display for Serialize {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.pad(self.as_str())
        }
    }
    impl ::std::convert::From<&str> for Serialize {
        fn from(value: &str) -> Self {
            match value {
                "a" => Self::A,
                "b" => Self::B,
                other => Self::Other(other.to_owned()),
            }
        }
    }
    impl ::std::convert::From<::std::string::String> for Serialize {
        fn from(value: ::std::string::String) -> Self {
            Self::from(value.as_str())
        }
    }
    impl ::std::str::FromStr for Serialize {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            ::std::result::Result::Ok(Self::from(value))
        }
    }
    impl ::client_runtime::generated::serde::Serialize for Serialize {
        fn serialize<S: ::client_runtime::generated::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl<'de> ::client_runtime::generated::serde::Deserialize<'de> for Serialize {
        fn deserialize<D: ::client_runtime::generated::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            <::std::string::String as ::client_runtime::generated::serde::Deserialize>::deserialize(
                    deserializer,
                )
                .map(Self::from)
        }
    }
    /// A documented success, by its status.
    #[non_exhaustive]
    pub enum ReadParcelSuccess {
        ///The response of a 200.
        Status200(ReadParcelResponse200),
        ///The response of a 201.
        Status201(::client_runtime::generated::progenitor_client::ByteStream),
    }
    impl ::std::fmt::Debug for ReadParcelSuccess {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str(
                match self {
                    Self::Status200(_) => "Status200",
                    Self::Status201(_) => "Status201",
                },
            )
        }
    }
    /// A documented success, by its status.
    #[derive(::client_runtime::generated::serde::Deserialize, Clone, Debug, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    #[serde(crate = "::client_runtime::generated::serde")]
    pub enum AddParcelSuccess {
        ///The response of a 200.
        Status200(AddParcelResponse200),
        ///The response of a 201.
        Status201(AddParcelResponse201),
        ///The response of a 202.
        Status202,
    }
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
impl ::std::convert::From<
    ::client_runtime::generated::chrono::DateTime<
        ::client_runtime::generated::chrono::FixedOffset,
    >,
>
for Nullable<
    ::client_runtime::generated::chrono::DateTime<
        ::client_runtime::generated::chrono::Utc,
    >,
> {
    fn from(
        value: ::client_runtime::generated::chrono::DateTime<
            ::client_runtime::generated::chrono::FixedOffset,
        >,
    ) -> Self {
        Self::Value(value.into())
    }
}
impl<
    T: ::client_runtime::generated::serde::Serialize,
> ::client_runtime::generated::serde::Serialize for Nullable<T> {
    fn serialize<S: ::client_runtime::generated::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
impl<
    'de,
    T: ::client_runtime::generated::serde::Deserialize<'de>,
> ::client_runtime::generated::serde::Deserialize<'de> for Nullable<T> {
    fn deserialize<D: ::client_runtime::generated::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        ::std::option::Option::<T>::deserialize(deserializer).map(Self::from)
    }
}
/// The facts of the document besides its types.
pub mod document {
    /// `info.title`.
    pub const TITLE: &str = "Depot";
    /// `info.version`.
    pub const VERSION: &str = "1";
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
            url: "https://depot.example.com",
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
    pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[];
    /// The facts that a client is built with.
    pub const SERVICE: ::client_runtime::Service = ::client_runtime::Service::new(
            concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
        )
        .servers(&["https://depot.example.com"]);
    /// The operations, one constant each.
    pub mod operations {
        ///`GET /items/{item}`.
        pub const ITEMS_GET: ::client_runtime::Facts = ::client_runtime::Facts::new(
                "items/get",
                "GET",
                "/items/{item}",
                ::client_runtime::Class::Safe,
            )
            .successes(
                &[::client_runtime::Success::new(200u16, 200u16, &["application/json"])],
            );
        ///`PUT /items/{item}`.
        pub const GRÖSSE_V2: ::client_runtime::Facts = ::client_runtime::Facts::new(
                "größe (v2)",
                "PUT",
                "/items/{item}",
                ::client_runtime::Class::Idempotent,
            )
            .successes(
                &[::client_runtime::Success::new(200u16, 200u16, &["application/json"])],
            );
        ///`POST /moved`.
        pub const MOVE: ::client_runtime::Facts = ::client_runtime::Facts::new(
                "move",
                "POST",
                "/moved",
                ::client_runtime::Class::Unsafe,
            )
            .successes(&[]);
        ///`PATCH /notes`.
        pub const CHANGE_NOTE: ::client_runtime::Facts = ::client_runtime::Facts::new(
                "changeNote",
                "PATCH",
                "/notes",
                ::client_runtime::Class::Unsafe,
            )
            .successes(&[::client_runtime::Success::new(204u16, 204u16, &[])]);
        ///`POST /notes`.
        pub const SEND_NOTE: ::client_runtime::Facts = ::client_runtime::Facts::new(
                "sendNote",
                "POST",
                "/notes",
                ::client_runtime::Class::Unsafe,
            )
            .successes(&[::client_runtime::Success::new(204u16, 204u16, &[])]);
        ///`PUT /notes`.
        pub const WRITE_NOTE: ::client_runtime::Facts = ::client_runtime::Facts::new(
                "writeNote",
                "PUT",
                "/notes",
                ::client_runtime::Class::Idempotent,
            )
            .successes(&[::client_runtime::Success::new(204u16, 204u16, &[])]);
        ///`POST /pairs`.
        pub const ADD_PAIR: ::client_runtime::Facts = ::client_runtime::Facts::new(
                "addPair",
                "POST",
                "/pairs",
                ::client_runtime::Class::Unsafe,
            )
            .successes(&[::client_runtime::Success::new(204u16, 204u16, &[])]);
        ///`PUT /pairs`.
        pub const SET_PAIR: ::client_runtime::Facts = ::client_runtime::Facts::new(
                "setPair",
                "PUT",
                "/pairs",
                ::client_runtime::Class::Idempotent,
            )
            .successes(&[::client_runtime::Success::new(204u16, 204u16, &[])]);
        ///`GET /parcels`.
        pub const READ_PARCEL: ::client_runtime::Facts = ::client_runtime::Facts::new(
                "readParcel",
                "GET",
                "/parcels",
                ::client_runtime::Class::Safe,
            )
            .successes(
                &[
                    ::client_runtime::Success::new(
                        200u16,
                        200u16,
                        &["application/json"],
                    ),
                    ::client_runtime::Success::new(201u16, 201u16, &["image/png"]),
                ],
            )
            .unbounded();
        ///`POST /parcels`.
        pub const ADD_PARCEL: ::client_runtime::Facts = ::client_runtime::Facts::new(
                "addParcel",
                "POST",
                "/parcels",
                ::client_runtime::Class::Unsafe,
            )
            .successes(
                &[
                    ::client_runtime::Success::new(
                        200u16,
                        200u16,
                        &["application/json"],
                    ),
                    ::client_runtime::Success::new(
                        201u16,
                        201u16,
                        &["application/json"],
                    ),
                    ::client_runtime::Success::new(202u16, 202u16, &[]),
                ],
            );
        ///`PUT /photo`.
        pub const STORE_PHOTO: ::client_runtime::Facts = ::client_runtime::Facts::new(
                "storePhoto",
                "PUT",
                "/photo",
                ::client_runtime::Class::Idempotent,
            )
            .successes(&[::client_runtime::Success::new(204u16, 204u16, &[])]);
        ///`GET /search`.
        pub const SEARCH: ::client_runtime::Facts = ::client_runtime::Facts::new(
                "search",
                "GET",
                "/search",
                ::client_runtime::Class::Safe,
            )
            .successes(&[::client_runtime::Success::new(204u16, 204u16, &[])]);
        ///`GET /zones/{zone}/racks/{rack}`.
        pub const FIND_RACK: ::client_runtime::Facts = ::client_runtime::Facts::new(
                "findRack",
                "GET",
                "/zones/{zone}/racks/{rack}",
                ::client_runtime::Class::Safe,
            )
            .successes(&[::client_runtime::Success::new(204u16, 204u16, &[])])
            .pinned(&[::client_runtime::Pinned::new("send", "always")]);
        ///`HEAD /zones/{zone}/racks/{rack}`.
        pub const FIND_RACK_REVISED: ::client_runtime::Facts = ::client_runtime::Facts::new(
                "findRack.revised",
                "HEAD",
                "/zones/{zone}/racks/{rack}",
                ::client_runtime::Class::Safe,
            )
            .successes(&[::client_runtime::Success::new(200u16, 200u16, &[])])
            .pinned(&[::client_runtime::Pinned::new("send", "always")]);
    }
}
/// The generated client below the facade: one request per call, no retries.
#[allow(clippy::all, reason = "generated by progenitor")]
pub mod wire {
    #[allow(unused_imports, reason = "not every document has types")]
    use super::types;
    #[allow(unused_imports)]
    pub use ::client_runtime::generated::progenitor_client::{
        ByteStream, ClientInfo, Error, ResponseValue,
    };
    #[allow(unused_imports)]
    use ::client_runtime::generated::progenitor_client::{
        ClientHooks, OperationInfo, RequestBuilderExt,
    };
    #[derive(Clone, Debug)]
    /**Client for Depot

Version: 1*/
    pub struct Client {
        pub(crate) baseurl: String,
        pub(crate) client: ::client_runtime::generated::reqwest::Client,
        pub(crate) inner: ::client_runtime::Exchange,
    }
    impl Client {
        /// Construct a new client with an existing `reqwest::Client`,
        /// allowing more control over its configuration.
        ///
        /// `baseurl` is the base URL provided to the internal
        /// `reqwest::Client`, and should include a scheme and hostname,
        /// as well as port and a path stem if applicable.
        pub fn new_with_client(
            baseurl: &str,
            client: ::client_runtime::generated::reqwest::Client,
            inner: ::client_runtime::Exchange,
        ) -> Self {
            Self {
                baseurl: baseurl.to_string(),
                client,
                inner,
            }
        }
    }
    impl ClientInfo<::client_runtime::Exchange> for Client {
        fn api_version() -> &'static str {
            "1"
        }
        fn baseurl(&self) -> &str {
            self.baseurl.as_str()
        }
        fn client(&self) -> &::client_runtime::generated::reqwest::Client {
            &self.client
        }
        fn inner(&self) -> &::client_runtime::Exchange {
            &self.inner
        }
    }
    const _: () = {
        #[allow(dead_code)]
        fn assert_client_hooks()
        where
            Client: ClientHooks<::client_runtime::Exchange>,
        {}
    };
    impl Client {
        /**Sends a `GET` request to `/items/{item}`


```text
let response = client.items_get()
    .item(item)
    .depth(depth)
    .send()
    .await;
```*/
        pub fn items_get(&self) -> builder::ItemsGet<'_> {
            builder::ItemsGet::new(self)
        }
        /**Sends a `PUT` request to `/items/{item}`


```text
let response = client.größe_v2()
    .item(item)
    .depth(depth)
    .body(body)
    .send()
    .await;
```*/
        pub fn größe_v2(&self) -> builder::GrößeV2<'_> {
            builder::GrößeV2::new(self)
        }
        /**Sends a `POST` request to `/moved`


```text
let response = client.move_()
    .send()
    .await;
```*/
        pub fn move_(&self) -> builder::Move<'_> {
            builder::Move::new(self)
        }
        /**Sends a `PUT` request to `/notes`


```text
let response = client.write_note()
    .body(body)
    .send()
    .await;
```*/
        pub fn write_note(&self) -> builder::WriteNote<'_> {
            builder::WriteNote::new(self)
        }
        /**Sends a `POST` request to `/notes`


```text
let response = client.send_note()
    .body(body)
    .send()
    .await;
```*/
        pub fn send_note(&self) -> builder::SendNote<'_> {
            builder::SendNote::new(self)
        }
        /**Sends a `PATCH` request to `/notes`


```text
let response = client.change_note()
    .body(body)
    .send()
    .await;
```*/
        pub fn change_note(&self) -> builder::ChangeNote<'_> {
            builder::ChangeNote::new(self)
        }
        /**Sends a `PUT` request to `/pairs`


```text
let response = client.set_pair()
    .body(body)
    .send()
    .await;
```*/
        pub fn set_pair(&self) -> builder::SetPair<'_> {
            builder::SetPair::new(self)
        }
        /**Sends a `POST` request to `/pairs`


```text
let response = client.add_pair()
    .body(body)
    .send()
    .await;
```*/
        pub fn add_pair(&self) -> builder::AddPair<'_> {
            builder::AddPair::new(self)
        }
        /**Sends a `GET` request to `/parcels`


```text
let response = client.read_parcel()
    .send()
    .await;
```*/
        pub fn read_parcel(&self) -> builder::ReadParcel<'_> {
            builder::ReadParcel::new(self)
        }
        /**Sends a `POST` request to `/parcels`


```text
let response = client.add_parcel()
    .send()
    .await;
```*/
        pub fn add_parcel(&self) -> builder::AddParcel<'_> {
            builder::AddParcel::new(self)
        }
        /**Sends a `PUT` request to `/photo`


```text
let response = client.store_photo()
    .body(body)
    .send()
    .await;
```*/
        pub fn store_photo(&self) -> builder::StorePhoto<'_> {
            builder::StorePhoto::new(self)
        }
        /**Sends a `GET` request to `/search`


```text
let response = client.search()
    .url_parameter(url_parameter)
    .client(client)
    .ids(ids)
    .info(info)
    .kinds(kinds)
    .near(near)
    .query(query)
    .request(request)
    .response(response)
    .result(result)
    .self_(self_)
    .tags(tags)
    .type_(type_)
    .url(url)
    .value(value)
    .words(words)
    .send()
    .await;
```*/
        pub fn search(&self) -> builder::Search<'_> {
            builder::Search::new(self)
        }
        /**Sends a `GET` request to `/zones/{zone}/racks/{rack}`

Arguments:
- `zone`
- `rack`
- `shelf`
- `x_area`
- `send_parameter`
- `shelf_header`: The kind of shelf.

```text
let response = client.find_rack()
    .zone(zone)
    .rack(rack)
    .shelf(shelf)
    .x_area(x_area)
    .send_parameter(send_parameter)
    .shelf_header(shelf_header)
    .send()
    .await;
```*/
        pub fn find_rack(&self) -> builder::FindRack<'_> {
            builder::FindRack::new(self)
        }
        /**Sends a `HEAD` request to `/zones/{zone}/racks/{rack}`

Arguments:
- `zone`
- `rack`
- `added`
- `shelf`
- `x_added`
- `x_area`
- `send_parameter`
- `shelf_header`: The kind of shelf.

```text
let response = client.find_rack_revised()
    .zone(zone)
    .rack(rack)
    .added(added)
    .shelf(shelf)
    .x_added(x_added)
    .x_area(x_area)
    .send_parameter(send_parameter)
    .shelf_header(shelf_header)
    .send()
    .await;
```*/
        pub fn find_rack_revised(&self) -> builder::FindRackRevised<'_> {
            builder::FindRackRevised::new(self)
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
        /**Builder for [`Client::items_get`]

[`Client::items_get`]: super::Client::items_get*/
        #[derive(Debug, Clone)]
        pub struct ItemsGet<'a> {
            client: &'a super::Client,
            item: Result<::client_runtime::generated::uuid::Uuid, String>,
            depth: Result<Option<i64>, String>,
        }
        impl<'a> ItemsGet<'a> {
            ///A call with nothing set.
            pub fn new(client: &'a super::Client) -> Self {
                Self {
                    client: client,
                    item: Err("item was not initialized".to_string()),
                    depth: Ok(None),
                }
            }
            ///Sets `item`.
            pub fn item<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::client_runtime::generated::uuid::Uuid>,
            {
                self.item = value
                    .try_into()
                    .map_err(|_| {
                        "conversion to `:: uuid :: Uuid` for item failed".to_string()
                    });
                self
            }
            ///Sets `depth`.
            pub fn depth<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<i64>,
            {
                self.depth = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| "conversion to `i64` for depth failed".to_string());
                self
            }
            ///Sends a `GET` request to `/items/{item}`
            pub async fn send(self) -> Result<ResponseValue<types::Found>, Error<()>> {
                let Self { client, item, depth } = self;
                let item = item.map_err(Error::InvalidRequest)?;
                let depth = depth.map_err(Error::InvalidRequest)?;
                if matches!(item.to_string().as_str(), "" | "." | "..") {
                    return Err(
                        Error::InvalidRequest(
                            "path parameter `item` is empty or a dot segment".to_string(),
                        ),
                    );
                }
                let url = format!(
                    "{}/items/{}", client.baseurl, encode_path(& item.to_string()),
                );
                let mut header_map = ::client_runtime::generated::reqwest::header::HeaderMap::with_capacity(
                    1usize,
                );
                header_map
                    .append(
                        ::client_runtime::generated::reqwest::header::HeaderName::from_static(
                            "api-version",
                        ),
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            super::Client::api_version(),
                        ),
                    );
                #[allow(unused_mut)]
                let mut request = client
                    .client
                    .get(url)
                    .header(
                        ::client_runtime::generated::reqwest::header::ACCEPT,
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            "application/json",
                        ),
                    )
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "depth",
                            &depth,
                        ),
                    )
                    .headers(header_map)
                    .build()?;
                let info = OperationInfo {
                    operation_id: "items_get",
                };
                client.pre(&mut request, &info).await?;
                let result = client.exec(request, &info).await;
                client.post(&result, &info).await?;
                let response = result?;
                match response.status().as_u16() {
                    200u16 => ResponseValue::from_response(response).await,
                    _ => Err(Error::UnexpectedResponse(response)),
                }
            }
        }
        /**Builder for [`Client::größe_v2`]

[`Client::größe_v2`]: super::Client::größe_v2*/
        #[derive(Debug, Clone)]
        pub struct GrößeV2<'a> {
            client: &'a super::Client,
            item: Result<::client_runtime::generated::uuid::Uuid, String>,
            depth: Result<Option<::std::string::String>, String>,
            body: Result<types::builder::GrößeV2Body, String>,
        }
        impl<'a> GrößeV2<'a> {
            ///A call with nothing set.
            pub fn new(client: &'a super::Client) -> Self {
                Self {
                    client: client,
                    item: Err("item was not initialized".to_string()),
                    depth: Ok(None),
                    body: Ok(::std::default::Default::default()),
                }
            }
            ///Sets `item`.
            pub fn item<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::client_runtime::generated::uuid::Uuid>,
            {
                self.item = value
                    .try_into()
                    .map_err(|_| {
                        "conversion to `:: uuid :: Uuid` for item failed".to_string()
                    });
                self
            }
            ///Sets `depth`.
            pub fn depth<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.depth = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for depth failed"
                            .to_string()
                    });
                self
            }
            ///Sets the body: a value, or a builder of one.
            pub fn body<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<types::GrößeV2Body>,
                <V as std::convert::TryInto<
                    types::GrößeV2Body,
                >>::Error: std::fmt::Display,
            {
                self.body = value
                    .try_into()
                    .map(From::from)
                    .map_err(|s| {
                        format!("conversion to `GrößeV2Body` for body failed: {}", s)
                    });
                self
            }
            ///Changes the builder of the body.
            pub fn body_map<F>(mut self, f: F) -> Self
            where
                F: std::ops::FnOnce(
                    types::builder::GrößeV2Body,
                ) -> types::builder::GrößeV2Body,
            {
                self.body = self.body.map(f);
                self
            }
            ///Sends a `PUT` request to `/items/{item}`
            pub async fn send(self) -> Result<ResponseValue<types::Found>, Error<()>> {
                let Self { client, item, depth, body } = self;
                let item = item.map_err(Error::InvalidRequest)?;
                let depth = depth.map_err(Error::InvalidRequest)?;
                let body = body
                    .and_then(|v| {
                        types::GrößeV2Body::try_from(v).map_err(|e| e.to_string())
                    })
                    .map_err(Error::InvalidRequest)?;
                if matches!(item.to_string().as_str(), "" | "." | "..") {
                    return Err(
                        Error::InvalidRequest(
                            "path parameter `item` is empty or a dot segment".to_string(),
                        ),
                    );
                }
                let url = format!(
                    "{}/items/{}", client.baseurl, encode_path(& item.to_string()),
                );
                let mut header_map = ::client_runtime::generated::reqwest::header::HeaderMap::with_capacity(
                    1usize,
                );
                header_map
                    .append(
                        ::client_runtime::generated::reqwest::header::HeaderName::from_static(
                            "api-version",
                        ),
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            super::Client::api_version(),
                        ),
                    );
                #[allow(unused_mut)]
                let mut request = client
                    .client
                    .put(url)
                    .header(
                        ::client_runtime::generated::reqwest::header::ACCEPT,
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            "application/json",
                        ),
                    )
                    .json(&body)
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "depth",
                            &depth,
                        ),
                    )
                    .headers(header_map)
                    .build()?;
                let info = OperationInfo {
                    operation_id: "größe_v2",
                };
                client.pre(&mut request, &info).await?;
                let result = client.exec(request, &info).await;
                client.post(&result, &info).await?;
                let response = result?;
                match response.status().as_u16() {
                    200u16 => ResponseValue::from_response(response).await,
                    _ => Err(Error::UnexpectedResponse(response)),
                }
            }
        }
        /**Builder for [`Client::move_`]

[`Client::move_`]: super::Client::move_*/
        #[derive(Debug, Clone)]
        pub struct Move<'a> {
            client: &'a super::Client,
        }
        impl<'a> Move<'a> {
            ///A call with nothing set.
            pub fn new(client: &'a super::Client) -> Self {
                Self { client: client }
            }
            ///Sends a `POST` request to `/moved`
            pub async fn send(self) -> Result<ResponseValue<ByteStream>, Error<()>> {
                let Self { client } = self;
                let url = client
                    .inner
                    .url(&client.baseurl, "/moved")
                    .map_err(Error::InvalidRequest)?;
                let mut header_map = ::client_runtime::generated::reqwest::header::HeaderMap::with_capacity(
                    1usize,
                );
                header_map
                    .append(
                        ::client_runtime::generated::reqwest::header::HeaderName::from_static(
                            "api-version",
                        ),
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            super::Client::api_version(),
                        ),
                    );
                #[allow(unused_mut)]
                let mut request = client.client.post(url).headers(header_map).build()?;
                let info = OperationInfo {
                    operation_id: "move_",
                };
                client.pre(&mut request, &info).await?;
                let result = client.exec(request, &info).await;
                client.post(&result, &info).await?;
                let response = result?;
                match response.status().as_u16() {
                    200..=299 => Ok(ResponseValue::stream(response)),
                    _ => Err(Error::UnexpectedResponse(response)),
                }
            }
        }
        /**Builder for [`Client::write_note`]

[`Client::write_note`]: super::Client::write_note*/
        #[derive(Debug)]
        pub struct WriteNote<'a> {
            client: &'a super::Client,
            body: Result<
                ::std::option::Option<::client_runtime::generated::reqwest::Body>,
                String,
            >,
        }
        impl<'a> WriteNote<'a> {
            ///A call with nothing set.
            pub fn new(client: &'a super::Client) -> Self {
                Self {
                    client: client,
                    body: Ok(None),
                }
            }
            ///Sets the body: a value, or a builder of one.
            pub fn body<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<String>,
            {
                self.body = value
                    .try_into()
                    .map_err(|_| "conversion to `String` for body failed".to_string())
                    .map(|v| v.into())
                    .map(Some);
                self
            }
            ///Sends a `PUT` request to `/notes`
            pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
                let Self { client, body } = self;
                let body = body.map_err(Error::InvalidRequest)?;
                let url = client
                    .inner
                    .url(&client.baseurl, "/notes")
                    .map_err(Error::InvalidRequest)?;
                let mut header_map = ::client_runtime::generated::reqwest::header::HeaderMap::with_capacity(
                    1usize,
                );
                header_map
                    .append(
                        ::client_runtime::generated::reqwest::header::HeaderName::from_static(
                            "api-version",
                        ),
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            super::Client::api_version(),
                        ),
                    );
                #[allow(unused_mut)]
                let mut request = match body {
                    Some(body) => {
                        client
                            .client
                            .put(url)
                            .header(
                                ::client_runtime::generated::reqwest::header::CONTENT_TYPE,
                                ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                                    "text/plain",
                                ),
                            )
                            .body(body)
                    }
                    None => client.client.put(url),
                }
                    .headers(header_map)
                    .build()?;
                let info = OperationInfo {
                    operation_id: "write_note",
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
        /**Builder for [`Client::send_note`]

[`Client::send_note`]: super::Client::send_note*/
        #[derive(Debug, Clone)]
        pub struct SendNote<'a> {
            client: &'a super::Client,
            body: Result<::std::option::Option<types::builder::SendNoteBody>, String>,
        }
        impl<'a> SendNote<'a> {
            ///A call with nothing set.
            pub fn new(client: &'a super::Client) -> Self {
                Self {
                    client: client,
                    body: Ok(None),
                }
            }
            ///Sets the body: a value, or a builder of one.
            pub fn body<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<types::SendNoteBody>,
                <V as std::convert::TryInto<
                    types::SendNoteBody,
                >>::Error: std::fmt::Display,
            {
                self.body = value
                    .try_into()
                    .map(From::from)
                    .map_err(|s| {
                        format!("conversion to `SendNoteBody` for body failed: {}", s)
                    })
                    .map(Some);
                self
            }
            ///Changes the builder of the body.
            pub fn body_map<F>(mut self, f: F) -> Self
            where
                F: std::ops::FnOnce(
                    types::builder::SendNoteBody,
                ) -> types::builder::SendNoteBody,
            {
                self.body = self.body.map(|body| Some(f(body.unwrap_or_default())));
                self
            }
            ///Sends a `POST` request to `/notes`
            pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
                let Self { client, body } = self;
                let body = body
                    .and_then(|body| {
                        body
                            .map(|v| {
                                types::SendNoteBody::try_from(v).map_err(|e| e.to_string())
                            })
                            .transpose()
                    })
                    .map_err(Error::InvalidRequest)?;
                let url = client
                    .inner
                    .url(&client.baseurl, "/notes")
                    .map_err(Error::InvalidRequest)?;
                let mut header_map = ::client_runtime::generated::reqwest::header::HeaderMap::with_capacity(
                    1usize,
                );
                header_map
                    .append(
                        ::client_runtime::generated::reqwest::header::HeaderName::from_static(
                            "api-version",
                        ),
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            super::Client::api_version(),
                        ),
                    );
                #[allow(unused_mut)]
                let mut request = match &body {
                    Some(body) => client.client.post(url).form_urlencoded(body),
                    None => Ok(client.client.post(url)),
                }?
                    .headers(header_map)
                    .build()?;
                let info = OperationInfo {
                    operation_id: "send_note",
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
        /**Builder for [`Client::change_note`]

[`Client::change_note`]: super::Client::change_note*/
        #[derive(Debug, Clone)]
        pub struct ChangeNote<'a> {
            client: &'a super::Client,
            body: Result<::std::option::Option<types::builder::Twin>, String>,
        }
        impl<'a> ChangeNote<'a> {
            ///A call with nothing set.
            pub fn new(client: &'a super::Client) -> Self {
                Self {
                    client: client,
                    body: Ok(None),
                }
            }
            ///Sets the body: a value, or a builder of one.
            pub fn body<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<types::Twin>,
                <V as std::convert::TryInto<types::Twin>>::Error: std::fmt::Display,
            {
                self.body = value
                    .try_into()
                    .map(From::from)
                    .map_err(|s| format!("conversion to `Twin` for body failed: {}", s))
                    .map(Some);
                self
            }
            ///Changes the builder of the body.
            pub fn body_map<F>(mut self, f: F) -> Self
            where
                F: std::ops::FnOnce(types::builder::Twin) -> types::builder::Twin,
            {
                self.body = self.body.map(|body| Some(f(body.unwrap_or_default())));
                self
            }
            ///Sends a `PATCH` request to `/notes`
            pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
                let Self { client, body } = self;
                let body = body
                    .and_then(|body| {
                        body
                            .map(|v| types::Twin::try_from(v).map_err(|e| e.to_string()))
                            .transpose()
                    })
                    .map_err(Error::InvalidRequest)?;
                let url = client
                    .inner
                    .url(&client.baseurl, "/notes")
                    .map_err(Error::InvalidRequest)?;
                let mut header_map = ::client_runtime::generated::reqwest::header::HeaderMap::with_capacity(
                    1usize,
                );
                if body.is_some() {
                    header_map
                        .insert(
                            ::client_runtime::generated::reqwest::header::CONTENT_TYPE,
                            ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                                "application/merge-patch+json",
                            ),
                        );
                }
                header_map
                    .append(
                        ::client_runtime::generated::reqwest::header::HeaderName::from_static(
                            "api-version",
                        ),
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            super::Client::api_version(),
                        ),
                    );
                #[allow(unused_mut)]
                let mut request = match &body {
                    Some(body) => client.client.patch(url).json(body),
                    None => client.client.patch(url),
                }
                    .headers(header_map)
                    .build()?;
                let info = OperationInfo {
                    operation_id: "change_note",
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
        /**Builder for [`Client::set_pair`]

[`Client::set_pair`]: super::Client::set_pair*/
        #[derive(Debug, Clone)]
        pub struct SetPair<'a> {
            client: &'a super::Client,
            body: Result<types::builder::Pair, String>,
        }
        impl<'a> SetPair<'a> {
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
                V: std::convert::TryInto<types::Pair>,
                <V as std::convert::TryInto<types::Pair>>::Error: std::fmt::Display,
            {
                self.body = value
                    .try_into()
                    .map(From::from)
                    .map_err(|s| format!("conversion to `Pair` for body failed: {}", s));
                self
            }
            ///Changes the builder of the body.
            pub fn body_map<F>(mut self, f: F) -> Self
            where
                F: std::ops::FnOnce(types::builder::Pair) -> types::builder::Pair,
            {
                self.body = self.body.map(f);
                self
            }
            ///Sends a `PUT` request to `/pairs`
            pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
                let Self { client, body } = self;
                let body = body
                    .and_then(|v| types::Pair::try_from(v).map_err(|e| e.to_string()))
                    .map_err(Error::InvalidRequest)?;
                let url = client
                    .inner
                    .url(&client.baseurl, "/pairs")
                    .map_err(Error::InvalidRequest)?;
                let mut header_map = ::client_runtime::generated::reqwest::header::HeaderMap::with_capacity(
                    1usize,
                );
                header_map
                    .append(
                        ::client_runtime::generated::reqwest::header::HeaderName::from_static(
                            "api-version",
                        ),
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            super::Client::api_version(),
                        ),
                    );
                #[allow(unused_mut)]
                let mut request = client
                    .client
                    .put(url)
                    .json(&body)
                    .headers(header_map)
                    .build()?;
                let info = OperationInfo {
                    operation_id: "set_pair",
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
        /**Builder for [`Client::add_pair`]

[`Client::add_pair`]: super::Client::add_pair*/
        #[derive(Debug, Clone)]
        pub struct AddPair<'a> {
            client: &'a super::Client,
            body: Result<types::builder::Pair, String>,
        }
        impl<'a> AddPair<'a> {
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
                V: std::convert::TryInto<types::Pair>,
                <V as std::convert::TryInto<types::Pair>>::Error: std::fmt::Display,
            {
                self.body = value
                    .try_into()
                    .map(From::from)
                    .map_err(|s| format!("conversion to `Pair` for body failed: {}", s));
                self
            }
            ///Changes the builder of the body.
            pub fn body_map<F>(mut self, f: F) -> Self
            where
                F: std::ops::FnOnce(types::builder::Pair) -> types::builder::Pair,
            {
                self.body = self.body.map(f);
                self
            }
            ///Sends a `POST` request to `/pairs`
            pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
                let Self { client, body } = self;
                let body = body
                    .and_then(|v| types::Pair::try_from(v).map_err(|e| e.to_string()))
                    .map_err(Error::InvalidRequest)?;
                let url = client
                    .inner
                    .url(&client.baseurl, "/pairs")
                    .map_err(Error::InvalidRequest)?;
                let mut header_map = ::client_runtime::generated::reqwest::header::HeaderMap::with_capacity(
                    1usize,
                );
                header_map
                    .append(
                        ::client_runtime::generated::reqwest::header::HeaderName::from_static(
                            "api-version",
                        ),
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
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
                    operation_id: "add_pair",
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
        /**Builder for [`Client::read_parcel`]

[`Client::read_parcel`]: super::Client::read_parcel*/
        #[derive(Debug, Clone)]
        pub struct ReadParcel<'a> {
            client: &'a super::Client,
        }
        impl<'a> ReadParcel<'a> {
            ///A call with nothing set.
            pub fn new(client: &'a super::Client) -> Self {
                Self { client: client }
            }
            ///Sends a `GET` request to `/parcels`
            pub async fn send(
                self,
            ) -> Result<ResponseValue<types::ReadParcelSuccess>, Error<()>> {
                let Self { client } = self;
                let url = client
                    .inner
                    .url(&client.baseurl, "/parcels")
                    .map_err(Error::InvalidRequest)?;
                let mut header_map = ::client_runtime::generated::reqwest::header::HeaderMap::with_capacity(
                    1usize,
                );
                header_map
                    .append(
                        ::client_runtime::generated::reqwest::header::HeaderName::from_static(
                            "api-version",
                        ),
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            super::Client::api_version(),
                        ),
                    );
                #[allow(unused_mut)]
                let mut request = client
                    .client
                    .get(url)
                    .header(
                        ::client_runtime::generated::reqwest::header::ACCEPT,
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            "application/json",
                        ),
                    )
                    .headers(header_map)
                    .build()?;
                let info = OperationInfo {
                    operation_id: "read_parcel",
                };
                client.pre(&mut request, &info).await?;
                let result = client.exec(request, &info).await;
                client.post(&result, &info).await?;
                let response = result?;
                match response.status().as_u16() {
                    200u16 => {
                        ResponseValue::<
                            types::ReadParcelResponse200,
                        >::from_response(response)
                            .await?
                            .map(types::ReadParcelSuccess::Status200)
                    }
                    201u16 => {
                        ResponseValue::stream(response)
                            .map(types::ReadParcelSuccess::Status201)
                    }
                    _ => Err(Error::UnexpectedResponse(response)),
                }
            }
        }
        /**Builder for [`Client::add_parcel`]

[`Client::add_parcel`]: super::Client::add_parcel*/
        #[derive(Debug, Clone)]
        pub struct AddParcel<'a> {
            client: &'a super::Client,
        }
        impl<'a> AddParcel<'a> {
            ///A call with nothing set.
            pub fn new(client: &'a super::Client) -> Self {
                Self { client: client }
            }
            ///Sends a `POST` request to `/parcels`
            pub async fn send(
                self,
            ) -> Result<ResponseValue<types::AddParcelSuccess>, Error<()>> {
                let Self { client } = self;
                let url = client
                    .inner
                    .url(&client.baseurl, "/parcels")
                    .map_err(Error::InvalidRequest)?;
                let mut header_map = ::client_runtime::generated::reqwest::header::HeaderMap::with_capacity(
                    1usize,
                );
                header_map
                    .append(
                        ::client_runtime::generated::reqwest::header::HeaderName::from_static(
                            "api-version",
                        ),
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            super::Client::api_version(),
                        ),
                    );
                #[allow(unused_mut)]
                let mut request = client
                    .client
                    .post(url)
                    .header(
                        ::client_runtime::generated::reqwest::header::ACCEPT,
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            "application/json",
                        ),
                    )
                    .headers(header_map)
                    .build()?;
                let info = OperationInfo {
                    operation_id: "add_parcel",
                };
                client.pre(&mut request, &info).await?;
                let result = client.exec(request, &info).await;
                client.post(&result, &info).await?;
                let response = result?;
                match response.status().as_u16() {
                    200u16 => {
                        ResponseValue::<
                            types::AddParcelResponse200,
                        >::from_response(response)
                            .await?
                            .map(types::AddParcelSuccess::Status200)
                    }
                    201u16 => {
                        ResponseValue::<
                            types::AddParcelResponse201,
                        >::from_response(response)
                            .await?
                            .map(types::AddParcelSuccess::Status201)
                    }
                    202u16 => {
                        ResponseValue::empty(response)
                            .map(|()| types::AddParcelSuccess::Status202)
                    }
                    _ => Err(Error::UnexpectedResponse(response)),
                }
            }
        }
        /**Builder for [`Client::store_photo`]

[`Client::store_photo`]: super::Client::store_photo*/
        #[derive(Debug)]
        pub struct StorePhoto<'a> {
            client: &'a super::Client,
            body: Result<
                ::std::option::Option<::client_runtime::generated::reqwest::Body>,
                String,
            >,
        }
        impl<'a> StorePhoto<'a> {
            ///A call with nothing set.
            pub fn new(client: &'a super::Client) -> Self {
                Self {
                    client: client,
                    body: Ok(None),
                }
            }
            ///Sets the body: a value, or a builder of one.
            pub fn body<B>(mut self, value: B) -> Self
            where
                B: std::convert::TryInto<::client_runtime::generated::reqwest::Body>,
            {
                self.body = value
                    .try_into()
                    .map_err(|_| {
                        "conversion to `reqwest::Body` for body failed".to_string()
                    })
                    .map(Some);
                self
            }
            ///Sends a `PUT` request to `/photo`
            pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
                let Self { client, body } = self;
                let body = body.map_err(Error::InvalidRequest)?;
                let url = client
                    .inner
                    .url(&client.baseurl, "/photo")
                    .map_err(Error::InvalidRequest)?;
                let mut header_map = ::client_runtime::generated::reqwest::header::HeaderMap::with_capacity(
                    1usize,
                );
                if body.is_some() {
                    header_map
                        .insert(
                            ::client_runtime::generated::reqwest::header::CONTENT_TYPE,
                            ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                                "image/png",
                            ),
                        );
                }
                header_map
                    .append(
                        ::client_runtime::generated::reqwest::header::HeaderName::from_static(
                            "api-version",
                        ),
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            super::Client::api_version(),
                        ),
                    );
                #[allow(unused_mut)]
                let mut request = match body {
                    Some(body) => {
                        client
                            .client
                            .put(url)
                            .header(
                                ::client_runtime::generated::reqwest::header::CONTENT_TYPE,
                                ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                                    "application/octet-stream",
                                ),
                            )
                            .body(body)
                    }
                    None => client.client.put(url),
                }
                    .headers(header_map)
                    .build()?;
                let info = OperationInfo {
                    operation_id: "store_photo",
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
        /**Builder for [`Client::search`]

[`Client::search`]: super::Client::search*/
        #[derive(Debug, Clone)]
        pub struct Search<'a> {
            _client: &'a super::Client,
            url_parameter: Result<Option<::std::string::String>, String>,
            client: Result<Option<::std::string::String>, String>,
            ids: Result<Option<::std::vec::Vec<i64>>, String>,
            info: Result<Option<::std::string::String>, String>,
            kinds: Result<Option<::std::vec::Vec<types::String>>, String>,
            near: Result<Option<::std::string::String>, String>,
            query: Result<Option<::std::string::String>, String>,
            request: Result<Option<::std::string::String>, String>,
            response: Result<Option<::std::string::String>, String>,
            result: Result<Option<::std::string::String>, String>,
            self_: Result<Option<::std::string::String>, String>,
            tags: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
            type_: Result<Option<::std::string::String>, String>,
            url: Result<Option<::std::string::String>, String>,
            value: Result<Option<::std::string::String>, String>,
            words: Result<::std::vec::Vec<::std::string::String>, String>,
        }
        impl<'a> Search<'a> {
            ///A call with nothing set.
            pub fn new(client: &'a super::Client) -> Self {
                Self {
                    _client: client,
                    url_parameter: Ok(None),
                    client: Ok(None),
                    ids: Ok(None),
                    info: Ok(None),
                    kinds: Ok(None),
                    near: Ok(None),
                    query: Ok(None),
                    request: Ok(None),
                    response: Ok(None),
                    result: Ok(None),
                    self_: Ok(None),
                    tags: Ok(None),
                    type_: Ok(None),
                    url: Ok(None),
                    value: Ok(None),
                    words: Err("words was not initialized".to_string()),
                }
            }
            ///Sets `url_parameter`.
            pub fn url_parameter<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.url_parameter = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for url_parameter failed"
                            .to_string()
                    });
                self
            }
            ///Sets `client`.
            pub fn client<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.client = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for client failed"
                            .to_string()
                    });
                self
            }
            ///Sets `ids`.
            pub fn ids<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::vec::Vec<i64>>,
            {
                self.ids = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: vec :: Vec < i64 >` for ids failed"
                            .to_string()
                    });
                self
            }
            ///Sets `info`.
            pub fn info<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.info = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for info failed"
                            .to_string()
                    });
                self
            }
            ///Sets `kinds`.
            pub fn kinds<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::vec::Vec<types::String>>,
            {
                self.kinds = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: vec :: Vec < String >` for kinds failed"
                            .to_string()
                    });
                self
            }
            ///Sets `near`.
            #[deprecated(note = "by the service")]
            pub fn near<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.near = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for near failed"
                            .to_string()
                    });
                self
            }
            ///Sets `query`.
            pub fn query<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.query = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for query failed"
                            .to_string()
                    });
                self
            }
            ///Sets `request`.
            pub fn request<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.request = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for request failed"
                            .to_string()
                    });
                self
            }
            ///Sets `response`.
            pub fn response<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.response = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for response failed"
                            .to_string()
                    });
                self
            }
            ///Sets `result`.
            pub fn result<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.result = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for result failed"
                            .to_string()
                    });
                self
            }
            ///Sets `self_`.
            pub fn self_<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.self_ = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for self_ failed"
                            .to_string()
                    });
                self
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
            ///Sets `type_`.
            pub fn type_<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.type_ = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for type_ failed"
                            .to_string()
                    });
                self
            }
            ///Sets `url`.
            pub fn url<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.url = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for url failed"
                            .to_string()
                    });
                self
            }
            ///Sets `value`.
            pub fn value<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.value = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for value failed"
                            .to_string()
                    });
                self
            }
            ///Sets `words`.
            pub fn words<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
            {
                self.words = value
                    .try_into()
                    .map_err(|_| {
                        "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for words failed"
                            .to_string()
                    });
                self
            }
            ///Sends a `GET` request to `/search`
            pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
                let Self {
                    _client,
                    url_parameter,
                    client,
                    ids,
                    info,
                    kinds,
                    near,
                    query,
                    request,
                    response,
                    result,
                    self_,
                    tags,
                    type_,
                    url,
                    value,
                    words,
                } = self;
                let url_parameter = url_parameter.map_err(Error::InvalidRequest)?;
                let client = client.map_err(Error::InvalidRequest)?;
                let ids = ids.map_err(Error::InvalidRequest)?;
                let info = info.map_err(Error::InvalidRequest)?;
                let kinds = kinds.map_err(Error::InvalidRequest)?;
                let near = near.map_err(Error::InvalidRequest)?;
                let query = query.map_err(Error::InvalidRequest)?;
                let request = request.map_err(Error::InvalidRequest)?;
                let response = response.map_err(Error::InvalidRequest)?;
                let result = result.map_err(Error::InvalidRequest)?;
                let self_ = self_.map_err(Error::InvalidRequest)?;
                let tags = tags.map_err(Error::InvalidRequest)?;
                let type_ = type_.map_err(Error::InvalidRequest)?;
                let url = url.map_err(Error::InvalidRequest)?;
                let value = value.map_err(Error::InvalidRequest)?;
                let words = words.map_err(Error::InvalidRequest)?;
                let _url = format!("{}/search", _client.baseurl,);
                let mut header_map = ::client_runtime::generated::reqwest::header::HeaderMap::with_capacity(
                    1usize,
                );
                header_map
                    .append(
                        ::client_runtime::generated::reqwest::header::HeaderName::from_static(
                            "api-version",
                        ),
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            super::Client::api_version(),
                        ),
                    );
                #[allow(unused_mut)]
                let mut _request = _client
                    .client
                    .get(_url)
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "_url",
                            &url_parameter,
                        ),
                    )
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "client",
                            &client,
                        ),
                    )
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "info",
                            &info,
                        ),
                    )
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "kinds",
                            &kinds,
                        ),
                    )
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "near",
                            &near,
                        ),
                    )
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "query",
                            &query,
                        ),
                    )
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "request",
                            &request,
                        ),
                    )
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "response",
                            &response,
                        ),
                    )
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "result",
                            &result,
                        ),
                    )
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "self",
                            &self_,
                        ),
                    )
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "type",
                            &type_,
                        ),
                    )
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "url",
                            &url,
                        ),
                    )
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "value",
                            &value,
                        ),
                    )
                    .headers(header_map)
                    .build()?;
                super::join_query(&mut _request, "words", &words, "%20");
                super::join_query(&mut _request, "tags", &tags, "|");
                super::join_query(&mut _request, "ids", &ids, ",");
                let info = OperationInfo {
                    operation_id: "search",
                };
                _client.pre(&mut _request, &info).await?;
                let _result = _client.exec(_request, &info).await;
                _client.post(&_result, &info).await?;
                let _response = _result?;
                match _response.status().as_u16() {
                    204u16 => Ok(ResponseValue::empty(_response)),
                    _ => Err(Error::UnexpectedResponse(_response)),
                }
            }
        }
        /**Builder for [`Client::find_rack`]

[`Client::find_rack`]: super::Client::find_rack*/
        #[derive(Debug, Clone)]
        pub struct FindRack<'a> {
            client: &'a super::Client,
            zone: Result<::std::string::String, String>,
            rack: Result<::std::string::String, String>,
            shelf: Result<i64, String>,
            x_area: Result<::std::string::String, String>,
            send_parameter: Result<Option<::std::string::String>, String>,
            shelf_header: Result<::std::string::String, String>,
        }
        impl<'a> FindRack<'a> {
            ///A call with nothing set.
            pub fn new(client: &'a super::Client) -> Self {
                Self {
                    client: client,
                    zone: Err("zone was not initialized".to_string()),
                    rack: Err("rack was not initialized".to_string()),
                    shelf: Err("shelf was not initialized".to_string()),
                    x_area: Err("x_area was not initialized".to_string()),
                    send_parameter: Ok(None),
                    shelf_header: Err("shelf_header was not initialized".to_string()),
                }
            }
            ///Sets `zone`.
            pub fn zone<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.zone = value
                    .try_into()
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for zone failed"
                            .to_string()
                    });
                self
            }
            ///Sets `rack`.
            pub fn rack<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.rack = value
                    .try_into()
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for rack failed"
                            .to_string()
                    });
                self
            }
            ///Sets `shelf`.
            pub fn shelf<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<i64>,
            {
                self.shelf = value
                    .try_into()
                    .map_err(|_| "conversion to `i64` for shelf failed".to_string());
                self
            }
            ///Sets `x_area`.
            pub fn x_area<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.x_area = value
                    .try_into()
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for x_area failed"
                            .to_string()
                    });
                self
            }
            ///Sets `send_parameter`.
            pub fn send_parameter<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.send_parameter = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for send_parameter failed"
                            .to_string()
                    });
                self
            }
            ///Sets `shelf_header`.
            pub fn shelf_header<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.shelf_header = value
                    .try_into()
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for shelf_header failed"
                            .to_string()
                    });
                self
            }
            ///Sends a `GET` request to `/zones/{zone}/racks/{rack}`
            pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
                let Self {
                    client,
                    zone,
                    rack,
                    shelf,
                    x_area,
                    send_parameter,
                    shelf_header,
                } = self;
                let zone = zone.map_err(Error::InvalidRequest)?;
                let rack = rack.map_err(Error::InvalidRequest)?;
                let shelf = shelf.map_err(Error::InvalidRequest)?;
                let x_area = x_area.map_err(Error::InvalidRequest)?;
                let send_parameter = send_parameter.map_err(Error::InvalidRequest)?;
                let shelf_header = shelf_header.map_err(Error::InvalidRequest)?;
                if matches!(zone.to_string().as_str(), "" | "." | "..") {
                    return Err(
                        Error::InvalidRequest(
                            "path parameter `zone` is empty or a dot segment".to_string(),
                        ),
                    );
                }
                if matches!(rack.to_string().as_str(), "" | "." | "..") {
                    return Err(
                        Error::InvalidRequest(
                            "path parameter `rack` is empty or a dot segment".to_string(),
                        ),
                    );
                }
                let url = format!(
                    "{}/zones/{}/racks/{}", client.baseurl, encode_path(& zone
                    .to_string()), encode_path(& rack.to_string()),
                );
                let mut header_map = ::client_runtime::generated::reqwest::header::HeaderMap::with_capacity(
                    4usize,
                );
                header_map
                    .append(
                        ::client_runtime::generated::reqwest::header::HeaderName::from_static(
                            "api-version",
                        ),
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            super::Client::api_version(),
                        ),
                    );
                header_map.append("X-Area", x_area.to_string().try_into()?);
                if let Some(value) = send_parameter {
                    header_map.append("send", value.to_string().try_into()?);
                }
                header_map.append("shelf", shelf_header.to_string().try_into()?);
                #[allow(unused_mut)]
                let mut request = client
                    .client
                    .get(url)
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "shelf",
                            &shelf,
                        ),
                    )
                    .headers(header_map)
                    .build()?;
                let info = OperationInfo {
                    operation_id: "find_rack",
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
        /**Builder for [`Client::find_rack_revised`]

[`Client::find_rack_revised`]: super::Client::find_rack_revised*/
        #[derive(Debug, Clone)]
        pub struct FindRackRevised<'a> {
            client: &'a super::Client,
            zone: Result<::std::string::String, String>,
            rack: Result<::std::string::String, String>,
            added: Result<Option<::std::string::String>, String>,
            shelf: Result<i64, String>,
            x_added: Result<Option<::std::string::String>, String>,
            x_area: Result<::std::string::String, String>,
            send_parameter: Result<Option<::std::string::String>, String>,
            shelf_header: Result<::std::string::String, String>,
        }
        impl<'a> FindRackRevised<'a> {
            ///A call with nothing set.
            pub fn new(client: &'a super::Client) -> Self {
                Self {
                    client: client,
                    zone: Err("zone was not initialized".to_string()),
                    rack: Err("rack was not initialized".to_string()),
                    added: Ok(None),
                    shelf: Err("shelf was not initialized".to_string()),
                    x_added: Ok(None),
                    x_area: Err("x_area was not initialized".to_string()),
                    send_parameter: Ok(None),
                    shelf_header: Err("shelf_header was not initialized".to_string()),
                }
            }
            ///Sets `zone`.
            pub fn zone<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.zone = value
                    .try_into()
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for zone failed"
                            .to_string()
                    });
                self
            }
            ///Sets `rack`.
            pub fn rack<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.rack = value
                    .try_into()
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for rack failed"
                            .to_string()
                    });
                self
            }
            ///Sets `added`.
            pub fn added<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.added = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for added failed"
                            .to_string()
                    });
                self
            }
            ///Sets `shelf`.
            pub fn shelf<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<i64>,
            {
                self.shelf = value
                    .try_into()
                    .map_err(|_| "conversion to `i64` for shelf failed".to_string());
                self
            }
            ///Sets `x_added`.
            pub fn x_added<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.x_added = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for x_added failed"
                            .to_string()
                    });
                self
            }
            ///Sets `x_area`.
            pub fn x_area<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.x_area = value
                    .try_into()
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for x_area failed"
                            .to_string()
                    });
                self
            }
            ///Sets `send_parameter`.
            pub fn send_parameter<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.send_parameter = value
                    .try_into()
                    .map(Some)
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for send_parameter failed"
                            .to_string()
                    });
                self
            }
            ///Sets `shelf_header`.
            pub fn shelf_header<V>(mut self, value: V) -> Self
            where
                V: std::convert::TryInto<::std::string::String>,
            {
                self.shelf_header = value
                    .try_into()
                    .map_err(|_| {
                        "conversion to `:: std :: string :: String` for shelf_header failed"
                            .to_string()
                    });
                self
            }
            ///Sends a `HEAD` request to `/zones/{zone}/racks/{rack}`
            pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
                let Self {
                    client,
                    zone,
                    rack,
                    added,
                    shelf,
                    x_added,
                    x_area,
                    send_parameter,
                    shelf_header,
                } = self;
                let zone = zone.map_err(Error::InvalidRequest)?;
                let rack = rack.map_err(Error::InvalidRequest)?;
                let added = added.map_err(Error::InvalidRequest)?;
                let shelf = shelf.map_err(Error::InvalidRequest)?;
                let x_added = x_added.map_err(Error::InvalidRequest)?;
                let x_area = x_area.map_err(Error::InvalidRequest)?;
                let send_parameter = send_parameter.map_err(Error::InvalidRequest)?;
                let shelf_header = shelf_header.map_err(Error::InvalidRequest)?;
                if matches!(zone.to_string().as_str(), "" | "." | "..") {
                    return Err(
                        Error::InvalidRequest(
                            "path parameter `zone` is empty or a dot segment".to_string(),
                        ),
                    );
                }
                if matches!(rack.to_string().as_str(), "" | "." | "..") {
                    return Err(
                        Error::InvalidRequest(
                            "path parameter `rack` is empty or a dot segment".to_string(),
                        ),
                    );
                }
                let url = format!(
                    "{}/zones/{}/racks/{}", client.baseurl, encode_path(& zone
                    .to_string()), encode_path(& rack.to_string()),
                );
                let mut header_map = ::client_runtime::generated::reqwest::header::HeaderMap::with_capacity(
                    5usize,
                );
                header_map
                    .append(
                        ::client_runtime::generated::reqwest::header::HeaderName::from_static(
                            "api-version",
                        ),
                        ::client_runtime::generated::reqwest::header::HeaderValue::from_static(
                            super::Client::api_version(),
                        ),
                    );
                if let Some(value) = x_added {
                    header_map.append("X-Added", value.to_string().try_into()?);
                }
                header_map.append("X-Area", x_area.to_string().try_into()?);
                if let Some(value) = send_parameter {
                    header_map.append("send", value.to_string().try_into()?);
                }
                header_map.append("shelf", shelf_header.to_string().try_into()?);
                #[allow(unused_mut)]
                let mut request = client
                    .client
                    .head(url)
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "added",
                            &added,
                        ),
                    )
                    .query(
                        &::client_runtime::generated::progenitor_client::QueryParam::new(
                            "shelf",
                            &shelf,
                        ),
                    )
                    .headers(header_map)
                    .build()?;
                let info = OperationInfo {
                    operation_id: "find_rack_revised",
                };
                client.pre(&mut request, &info).await?;
                let result = client.exec(request, &info).await;
                client.post(&result, &info).await?;
                let response = result?;
                match response.status().as_u16() {
                    200u16 => Ok(ResponseValue::empty(response)),
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
        ::client_runtime::generated::progenitor_client::encode_path(value)
            .replace('\\', "%5C")
    }
    /// Adds a query parameter whose values are joined. The separator is not encoded.
    fn join_query<T: ::client_runtime::generated::serde::Serialize + ?Sized>(
        request: &mut ::client_runtime::generated::reqwest::Request,
        name: &str,
        values: &T,
        separator: &str,
    ) {
        let ::std::result::Result::Ok(
            ::client_runtime::generated::serde_json::Value::Array(values),
        ) = ::client_runtime::generated::serde_json::to_value(values) else {
            return;
        };
        if values.is_empty() {
            return;
        }
        let escape = |text: &str| -> ::std::string::String {
            let escaped = text
                .bytes()
                .map(|byte| match byte {
                    b'A'..=b'Z'
                    | b'a'..=b'z'
                    | b'0'..=b'9'
                    | b'-'
                    | b'.'
                    | b'_'
                    | b'~' => ::std::string::String::from(char::from(byte)),
                    byte => format!("%{byte:02X}"),
                });
            escaped.collect()
        };
        let values = values
            .iter()
            .map(|value| match value {
                ::client_runtime::generated::serde_json::Value::String(text) => {
                    escape(text)
                }
                value => escape(&value.to_string()),
            });
        let values: ::std::vec::Vec<::std::string::String> = values.collect();
        let pair = format!("{}={}", escape(name), values.join(separator));
        let query = match request.url().query() {
            ::std::option::Option::Some(query) if !query.is_empty() => {
                format!("{query}&{pair}")
            }
            _ => pair,
        };
        request.url_mut().set_query(::std::option::Option::Some(&query));
    }
    impl ::client_runtime::Wire for Client {
        fn new(
            base: &str,
            http: &::client_runtime::generated::reqwest::Client,
            exchange: ::client_runtime::Exchange,
        ) -> Self {
            Self::new_with_client(base, http.clone(), exchange)
        }
        fn exchange(&mut self) -> &mut ::client_runtime::Exchange {
            &mut self.inner
        }
    }
    impl ClientHooks<::client_runtime::Exchange> for Client {
        async fn pre<E>(
            &self,
            request: &mut ::client_runtime::generated::reqwest::Request,
            info: &OperationInfo,
        ) -> ::std::result::Result<(), Error<E>> {
            self.inner.pre(request, info.operation_id).await
        }
        async fn exec(
            &self,
            request: ::client_runtime::generated::reqwest::Request,
            _: &OperationInfo,
        ) -> ::client_runtime::generated::reqwest::Result<
            ::client_runtime::generated::reqwest::Response,
        > {
            self.inner.exec(&self.client, request).await
        }
    }
}
/// The operations with their arguments.
#[allow(clippy::all, reason = "generated")]
pub mod operations {
    #[allow(unused_imports, reason = "not every document needs all of them")]
    use super::{Nullable, document, types, wire};
    ///The operation `items/get` with its arguments.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub struct ItemsGet {
        pub(crate) item: ::client_runtime::generated::uuid::Uuid,
        pub(crate) depth: ::std::option::Option<i64>,
    }
    impl ItemsGet {
        /// The operation with its required arguments.
        #[allow(clippy::too_many_arguments, reason = "one for each required parameter")]
        pub(crate) fn new(item: ::client_runtime::generated::uuid::Uuid) -> Self {
            Self {
                item,
                depth: ::std::option::Option::None,
            }
        }
    }
    impl ItemsGet {
        ///Sets `depth`.
        pub fn depth(mut self, value: impl ::std::convert::Into<i64>) -> Self {
            self.depth = ::std::option::Option::Some(value.into());
            self
        }
    }
    impl ::client_runtime::Operation for ItemsGet {
        type Output = types::Found;
        type Response = ::client_runtime::Response<types::Found>;
        type Wire = wire::Client;
        fn facts(&self) -> &'static ::client_runtime::Facts {
            &document::operations::ITEMS_GET
        }
        #[allow(deprecated, reason = "it sets deprecated parameters too")]
        async fn attempt(
            &self,
            wire: &wire::Client,
        ) -> ::client_runtime::Sent<types::Found> {
            let request = wire.items_get();
            let request = request.item(self.item.clone());
            let request = match &self.depth {
                ::std::option::Option::Some(value) => request.depth(value.clone()),
                ::std::option::Option::None => request,
            };
            ::client_runtime::generated::json(request.send().await, &wire.inner)
        }
        fn response(
            &self,
            response: ::client_runtime::Response<types::Found>,
            _: &::client_runtime::Notices,
        ) -> ::client_runtime::Response<types::Found> {
            response
        }
        fn explain(&self, body: &[u8]) -> ::std::option::Option<::std::string::String> {
            ::client_runtime::generated::explain::<types::Found>(body)
        }
        fn unknowns(output: &types::Found, unknowns: &mut ::client_runtime::Unknowns) {
            ::client_runtime::Visit::visit(output, unknowns);
        }
    }
    ///The operation `größe (v2)` with its arguments.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub struct GrößeV2 {
        pub(crate) item: ::client_runtime::generated::uuid::Uuid,
        pub(crate) depth: ::std::option::Option<::std::string::String>,
        pub(crate) body: types::GrößeV2Body,
    }
    impl GrößeV2 {
        /// The operation with its required arguments.
        #[allow(clippy::too_many_arguments, reason = "one for each required parameter")]
        pub(crate) fn new(
            item: ::client_runtime::generated::uuid::Uuid,
            body: types::GrößeV2Body,
        ) -> Self {
            Self {
                item,
                body,
                depth: ::std::option::Option::None,
            }
        }
    }
    impl GrößeV2 {
        ///Sets `depth`.
        pub fn depth(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.depth = ::std::option::Option::Some(value.into());
            self
        }
    }
    impl ::client_runtime::Operation for GrößeV2 {
        type Output = types::Found;
        type Response = ::client_runtime::Response<types::Found>;
        type Wire = wire::Client;
        fn facts(&self) -> &'static ::client_runtime::Facts {
            &document::operations::GRÖSSE_V2
        }
        #[allow(deprecated, reason = "it sets deprecated parameters too")]
        async fn attempt(
            &self,
            wire: &wire::Client,
        ) -> ::client_runtime::Sent<types::Found> {
            let request = wire.größe_v2();
            let request = request.item(self.item.clone());
            let request = match &self.depth {
                ::std::option::Option::Some(value) => request.depth(value.clone()),
                ::std::option::Option::None => request,
            };
            let request = request.body(self.body.clone());
            ::client_runtime::generated::json(request.send().await, &wire.inner)
        }
        fn response(
            &self,
            response: ::client_runtime::Response<types::Found>,
            _: &::client_runtime::Notices,
        ) -> ::client_runtime::Response<types::Found> {
            response
        }
        fn explain(&self, body: &[u8]) -> ::std::option::Option<::std::string::String> {
            ::client_runtime::generated::explain::<types::Found>(body)
        }
        fn unknowns(output: &types::Found, unknowns: &mut ::client_runtime::Unknowns) {
            ::client_runtime::Visit::visit(output, unknowns);
        }
    }
    ///The operation `move` with its arguments.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub struct Move {}
    impl Move {
        /// The operation with its required arguments.
        #[allow(clippy::too_many_arguments, reason = "one for each required parameter")]
        pub(crate) fn new() -> Self {
            Self {}
        }
    }
    impl ::client_runtime::Operation for Move {
        type Output = ::std::string::String;
        type Response = ::client_runtime::Response<::std::string::String>;
        type Wire = wire::Client;
        fn facts(&self) -> &'static ::client_runtime::Facts {
            &document::operations::MOVE
        }
        #[allow(deprecated, reason = "it sets deprecated parameters too")]
        async fn attempt(
            &self,
            wire: &wire::Client,
        ) -> ::client_runtime::Sent<::std::string::String> {
            let request = wire.move_();
            ::client_runtime::generated::text(request.send().await, &wire.inner)
        }
        fn response(
            &self,
            response: ::client_runtime::Response<::std::string::String>,
            _: &::client_runtime::Notices,
        ) -> ::client_runtime::Response<::std::string::String> {
            response
        }
    }
    ///The operation `changeNote` with its arguments.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub struct ChangeNote {
        pub(crate) body: ::std::option::Option<types::Twin>,
    }
    impl ChangeNote {
        /// The operation with its required arguments.
        #[allow(clippy::too_many_arguments, reason = "one for each required parameter")]
        pub(crate) fn new() -> Self {
            Self {
                body: ::std::option::Option::None,
            }
        }
    }
    impl ChangeNote {
        ///Sets the body.
        pub fn body(mut self, value: impl ::std::convert::Into<types::Twin>) -> Self {
            self.body = ::std::option::Option::Some(value.into());
            self
        }
    }
    impl ::client_runtime::Operation for ChangeNote {
        type Output = ();
        type Response = ::client_runtime::Response<()>;
        type Wire = wire::Client;
        fn facts(&self) -> &'static ::client_runtime::Facts {
            &document::operations::CHANGE_NOTE
        }
        #[allow(deprecated, reason = "it sets deprecated parameters too")]
        async fn attempt(&self, wire: &wire::Client) -> ::client_runtime::Sent<()> {
            let request = wire.change_note();
            let request = match &self.body {
                ::std::option::Option::Some(value) => request.body(value.clone()),
                ::std::option::Option::None => request,
            };
            ::client_runtime::generated::unit(request.send().await)
        }
        fn response(
            &self,
            response: ::client_runtime::Response<()>,
            _: &::client_runtime::Notices,
        ) -> ::client_runtime::Response<()> {
            response
        }
    }
    ///The operation `sendNote` with its arguments.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub struct SendNote {
        pub(crate) body: ::std::option::Option<types::SendNoteBody>,
    }
    impl SendNote {
        /// The operation with its required arguments.
        #[allow(clippy::too_many_arguments, reason = "one for each required parameter")]
        pub(crate) fn new() -> Self {
            Self {
                body: ::std::option::Option::None,
            }
        }
    }
    impl SendNote {
        ///Sets the body.
        pub fn body(
            mut self,
            value: impl ::std::convert::Into<types::SendNoteBody>,
        ) -> Self {
            self.body = ::std::option::Option::Some(value.into());
            self
        }
    }
    impl ::client_runtime::Operation for SendNote {
        type Output = ();
        type Response = ::client_runtime::Response<()>;
        type Wire = wire::Client;
        fn facts(&self) -> &'static ::client_runtime::Facts {
            &document::operations::SEND_NOTE
        }
        #[allow(deprecated, reason = "it sets deprecated parameters too")]
        async fn attempt(&self, wire: &wire::Client) -> ::client_runtime::Sent<()> {
            let request = wire.send_note();
            let request = match &self.body {
                ::std::option::Option::Some(value) => request.body(value.clone()),
                ::std::option::Option::None => request,
            };
            ::client_runtime::generated::unit(request.send().await)
        }
        fn response(
            &self,
            response: ::client_runtime::Response<()>,
            _: &::client_runtime::Notices,
        ) -> ::client_runtime::Response<()> {
            response
        }
    }
    ///The operation `writeNote` with its arguments.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub struct WriteNote {
        pub(crate) body: ::std::option::Option<::std::string::String>,
    }
    impl WriteNote {
        /// The operation with its required arguments.
        #[allow(clippy::too_many_arguments, reason = "one for each required parameter")]
        pub(crate) fn new() -> Self {
            Self {
                body: ::std::option::Option::None,
            }
        }
    }
    impl WriteNote {
        ///Sets the body.
        pub fn body(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.body = ::std::option::Option::Some(value.into());
            self
        }
    }
    impl ::client_runtime::Operation for WriteNote {
        type Output = ();
        type Response = ::client_runtime::Response<()>;
        type Wire = wire::Client;
        fn facts(&self) -> &'static ::client_runtime::Facts {
            &document::operations::WRITE_NOTE
        }
        #[allow(deprecated, reason = "it sets deprecated parameters too")]
        async fn attempt(&self, wire: &wire::Client) -> ::client_runtime::Sent<()> {
            let request = wire.write_note();
            let request = match &self.body {
                ::std::option::Option::Some(value) => request.body(value.clone()),
                ::std::option::Option::None => request,
            };
            ::client_runtime::generated::unit(request.send().await)
        }
        fn response(
            &self,
            response: ::client_runtime::Response<()>,
            _: &::client_runtime::Notices,
        ) -> ::client_runtime::Response<()> {
            response
        }
    }
    ///The operation `addPair` with its arguments.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub struct AddPair {
        pub(crate) body: types::Pair,
    }
    impl AddPair {
        /// The operation with its required arguments.
        #[allow(clippy::too_many_arguments, reason = "one for each required parameter")]
        pub(crate) fn new(body: types::Pair) -> Self {
            Self { body }
        }
    }
    impl ::client_runtime::Operation for AddPair {
        type Output = ();
        type Response = ::client_runtime::Response<()>;
        type Wire = wire::Client;
        fn facts(&self) -> &'static ::client_runtime::Facts {
            &document::operations::ADD_PAIR
        }
        #[allow(deprecated, reason = "it sets deprecated parameters too")]
        async fn attempt(&self, wire: &wire::Client) -> ::client_runtime::Sent<()> {
            let request = wire.add_pair();
            let request = request.body(self.body.clone());
            ::client_runtime::generated::unit(request.send().await)
        }
        fn response(
            &self,
            response: ::client_runtime::Response<()>,
            _: &::client_runtime::Notices,
        ) -> ::client_runtime::Response<()> {
            response
        }
    }
    ///The operation `setPair` with its arguments.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub struct SetPair {
        pub(crate) body: types::Pair,
    }
    impl SetPair {
        /// The operation with its required arguments.
        #[allow(clippy::too_many_arguments, reason = "one for each required parameter")]
        pub(crate) fn new(body: types::Pair) -> Self {
            Self { body }
        }
    }
    impl ::client_runtime::Operation for SetPair {
        type Output = ();
        type Response = ::client_runtime::Response<()>;
        type Wire = wire::Client;
        fn facts(&self) -> &'static ::client_runtime::Facts {
            &document::operations::SET_PAIR
        }
        #[allow(deprecated, reason = "it sets deprecated parameters too")]
        async fn attempt(&self, wire: &wire::Client) -> ::client_runtime::Sent<()> {
            let request = wire.set_pair();
            let request = request.body(self.body.clone());
            ::client_runtime::generated::unit(request.send().await)
        }
        fn response(
            &self,
            response: ::client_runtime::Response<()>,
            _: &::client_runtime::Notices,
        ) -> ::client_runtime::Response<()> {
            response
        }
    }
    ///The operation `readParcel` with its arguments.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub struct ReadParcel {}
    impl ReadParcel {
        /// The operation with its required arguments.
        #[allow(clippy::too_many_arguments, reason = "one for each required parameter")]
        pub(crate) fn new() -> Self {
            Self {}
        }
    }
    impl ::client_runtime::Operation for ReadParcel {
        type Output = types::ReadParcelSuccess;
        type Response = ::client_runtime::Response<types::ReadParcelSuccess>;
        type Wire = wire::Client;
        fn facts(&self) -> &'static ::client_runtime::Facts {
            &document::operations::READ_PARCEL
        }
        #[allow(deprecated, reason = "it sets deprecated parameters too")]
        async fn attempt(
            &self,
            wire: &wire::Client,
        ) -> ::client_runtime::Sent<types::ReadParcelSuccess> {
            let request = wire.read_parcel();
            ::client_runtime::generated::value(request.send().await)
        }
        fn response(
            &self,
            response: ::client_runtime::Response<types::ReadParcelSuccess>,
            _: &::client_runtime::Notices,
        ) -> ::client_runtime::Response<types::ReadParcelSuccess> {
            response
        }
        fn unknowns(
            output: &types::ReadParcelSuccess,
            unknowns: &mut ::client_runtime::Unknowns,
        ) {
            ::client_runtime::Visit::visit(output, unknowns);
        }
    }
    ///The operation `addParcel` with its arguments.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub struct AddParcel {}
    impl AddParcel {
        /// The operation with its required arguments.
        #[allow(clippy::too_many_arguments, reason = "one for each required parameter")]
        pub(crate) fn new() -> Self {
            Self {}
        }
    }
    impl ::client_runtime::Operation for AddParcel {
        type Output = types::AddParcelSuccess;
        type Response = ::client_runtime::Response<types::AddParcelSuccess>;
        type Wire = wire::Client;
        fn facts(&self) -> &'static ::client_runtime::Facts {
            &document::operations::ADD_PARCEL
        }
        #[allow(deprecated, reason = "it sets deprecated parameters too")]
        async fn attempt(
            &self,
            wire: &wire::Client,
        ) -> ::client_runtime::Sent<types::AddParcelSuccess> {
            let request = wire.add_parcel();
            ::client_runtime::generated::value(request.send().await)
        }
        fn response(
            &self,
            response: ::client_runtime::Response<types::AddParcelSuccess>,
            _: &::client_runtime::Notices,
        ) -> ::client_runtime::Response<types::AddParcelSuccess> {
            response
        }
        fn explain(&self, body: &[u8]) -> ::std::option::Option<::std::string::String> {
            ::client_runtime::generated::explain::<types::AddParcelSuccess>(body)
        }
        fn unknowns(
            output: &types::AddParcelSuccess,
            unknowns: &mut ::client_runtime::Unknowns,
        ) {
            ::client_runtime::Visit::visit(output, unknowns);
        }
    }
    ///The operation `storePhoto` with its arguments.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub struct StorePhoto {
        pub(crate) body: ::std::option::Option<
            ::client_runtime::generated::bytes::Bytes,
        >,
    }
    impl StorePhoto {
        /// The operation with its required arguments.
        #[allow(clippy::too_many_arguments, reason = "one for each required parameter")]
        pub(crate) fn new() -> Self {
            Self {
                body: ::std::option::Option::None,
            }
        }
    }
    impl StorePhoto {
        ///Sets the body.
        pub fn body(
            mut self,
            value: impl ::std::convert::Into<::client_runtime::generated::bytes::Bytes>,
        ) -> Self {
            self.body = ::std::option::Option::Some(value.into());
            self
        }
    }
    impl ::client_runtime::Operation for StorePhoto {
        type Output = ();
        type Response = ::client_runtime::Response<()>;
        type Wire = wire::Client;
        fn facts(&self) -> &'static ::client_runtime::Facts {
            &document::operations::STORE_PHOTO
        }
        #[allow(deprecated, reason = "it sets deprecated parameters too")]
        async fn attempt(&self, wire: &wire::Client) -> ::client_runtime::Sent<()> {
            let request = wire.store_photo();
            let request = match &self.body {
                ::std::option::Option::Some(value) => {
                    request
                        .body(
                            ::client_runtime::generated::reqwest::Body::from(
                                value.clone(),
                            ),
                        )
                }
                ::std::option::Option::None => request,
            };
            ::client_runtime::generated::unit(request.send().await)
        }
        fn response(
            &self,
            response: ::client_runtime::Response<()>,
            _: &::client_runtime::Notices,
        ) -> ::client_runtime::Response<()> {
            response
        }
    }
    ///The operation `search` with its arguments.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub struct Search {
        pub(crate) ids: ::std::option::Option<::std::vec::Vec<i64>>,
        pub(crate) tags: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        pub(crate) words: ::std::vec::Vec<::std::string::String>,
        pub(crate) kinds: ::std::option::Option<::std::vec::Vec<types::String>>,
        pub(crate) near: ::std::option::Option<::std::string::String>,
        pub(crate) request: ::std::option::Option<::std::string::String>,
        pub(crate) response: ::std::option::Option<::std::string::String>,
        pub(crate) result: ::std::option::Option<::std::string::String>,
        pub(crate) client: ::std::option::Option<::std::string::String>,
        pub(crate) self_: ::std::option::Option<::std::string::String>,
        pub(crate) url: ::std::option::Option<::std::string::String>,
        pub(crate) url_parameter: ::std::option::Option<::std::string::String>,
        pub(crate) info: ::std::option::Option<::std::string::String>,
        pub(crate) query: ::std::option::Option<::std::string::String>,
        pub(crate) value: ::std::option::Option<::std::string::String>,
        pub(crate) type_: ::std::option::Option<::std::string::String>,
    }
    impl Search {
        /// The operation with its required arguments.
        #[allow(clippy::too_many_arguments, reason = "one for each required parameter")]
        pub(crate) fn new(words: ::std::vec::Vec<::std::string::String>) -> Self {
            Self {
                words,
                ids: ::std::option::Option::None,
                tags: ::std::option::Option::None,
                kinds: ::std::option::Option::None,
                near: ::std::option::Option::None,
                request: ::std::option::Option::None,
                response: ::std::option::Option::None,
                result: ::std::option::Option::None,
                client: ::std::option::Option::None,
                self_: ::std::option::Option::None,
                url: ::std::option::Option::None,
                url_parameter: ::std::option::Option::None,
                info: ::std::option::Option::None,
                query: ::std::option::Option::None,
                value: ::std::option::Option::None,
                type_: ::std::option::Option::None,
            }
        }
    }
    impl Search {
        ///Sets `ids`.
        pub fn ids(
            mut self,
            value: impl ::std::convert::Into<::std::vec::Vec<i64>>,
        ) -> Self {
            self.ids = ::std::option::Option::Some(value.into());
            self
        }
        ///Sets `tags`.
        pub fn tags(
            mut self,
            value: impl ::std::convert::Into<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.tags = ::std::option::Option::Some(value.into());
            self
        }
        ///Sets `kinds`.
        pub fn kinds(
            mut self,
            value: impl ::std::convert::Into<::std::vec::Vec<types::String>>,
        ) -> Self {
            self.kinds = ::std::option::Option::Some(value.into());
            self
        }
        ///Sets `near`.
        #[deprecated(note = "by the service")]
        pub fn near(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.near = ::std::option::Option::Some(value.into());
            self
        }
        ///Sets `request`.
        pub fn request(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.request = ::std::option::Option::Some(value.into());
            self
        }
        ///Sets `response`.
        pub fn response(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.response = ::std::option::Option::Some(value.into());
            self
        }
        ///Sets `result`.
        pub fn result(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.result = ::std::option::Option::Some(value.into());
            self
        }
        ///Sets `client`.
        pub fn client(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.client = ::std::option::Option::Some(value.into());
            self
        }
        ///Sets `self_`.
        pub fn self_(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.self_ = ::std::option::Option::Some(value.into());
            self
        }
        ///Sets `url`.
        pub fn url(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.url = ::std::option::Option::Some(value.into());
            self
        }
        ///Sets `url_parameter`.
        pub fn url_parameter(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.url_parameter = ::std::option::Option::Some(value.into());
            self
        }
        ///Sets `info`.
        pub fn info(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.info = ::std::option::Option::Some(value.into());
            self
        }
        ///Sets `query`.
        pub fn query(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.query = ::std::option::Option::Some(value.into());
            self
        }
        ///Sets `value`.
        pub fn value(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.value = ::std::option::Option::Some(value.into());
            self
        }
        ///Sets `type_`.
        pub fn type_(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.type_ = ::std::option::Option::Some(value.into());
            self
        }
    }
    impl ::client_runtime::Operation for Search {
        type Output = ();
        type Response = ::client_runtime::Response<()>;
        type Wire = wire::Client;
        fn facts(&self) -> &'static ::client_runtime::Facts {
            &document::operations::SEARCH
        }
        #[allow(deprecated, reason = "it sets deprecated parameters too")]
        async fn attempt(&self, wire: &wire::Client) -> ::client_runtime::Sent<()> {
            let request = wire.search();
            let request = match &self.ids {
                ::std::option::Option::Some(value) => request.ids(value.clone()),
                ::std::option::Option::None => request,
            };
            let request = match &self.tags {
                ::std::option::Option::Some(value) => request.tags(value.clone()),
                ::std::option::Option::None => request,
            };
            let request = request.words(self.words.clone());
            let request = match &self.kinds {
                ::std::option::Option::Some(value) => request.kinds(value.clone()),
                ::std::option::Option::None => request,
            };
            let request = match &self.near {
                ::std::option::Option::Some(value) => request.near(value.clone()),
                ::std::option::Option::None => request,
            };
            let request = match &self.request {
                ::std::option::Option::Some(value) => request.request(value.clone()),
                ::std::option::Option::None => request,
            };
            let request = match &self.response {
                ::std::option::Option::Some(value) => request.response(value.clone()),
                ::std::option::Option::None => request,
            };
            let request = match &self.result {
                ::std::option::Option::Some(value) => request.result(value.clone()),
                ::std::option::Option::None => request,
            };
            let request = match &self.client {
                ::std::option::Option::Some(value) => request.client(value.clone()),
                ::std::option::Option::None => request,
            };
            let request = match &self.self_ {
                ::std::option::Option::Some(value) => request.self_(value.clone()),
                ::std::option::Option::None => request,
            };
            let request = match &self.url {
                ::std::option::Option::Some(value) => request.url(value.clone()),
                ::std::option::Option::None => request,
            };
            let request = match &self.url_parameter {
                ::std::option::Option::Some(value) => {
                    request.url_parameter(value.clone())
                }
                ::std::option::Option::None => request,
            };
            let request = match &self.info {
                ::std::option::Option::Some(value) => request.info(value.clone()),
                ::std::option::Option::None => request,
            };
            let request = match &self.query {
                ::std::option::Option::Some(value) => request.query(value.clone()),
                ::std::option::Option::None => request,
            };
            let request = match &self.value {
                ::std::option::Option::Some(value) => request.value(value.clone()),
                ::std::option::Option::None => request,
            };
            let request = match &self.type_ {
                ::std::option::Option::Some(value) => request.type_(value.clone()),
                ::std::option::Option::None => request,
            };
            ::client_runtime::generated::unit(request.send().await)
        }
        fn response(
            &self,
            response: ::client_runtime::Response<()>,
            _: &::client_runtime::Notices,
        ) -> ::client_runtime::Response<()> {
            response
        }
    }
    ///The operation `findRack` with its arguments.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub struct FindRack {
        pub(crate) shelf: i64,
        pub(crate) zone: ::std::string::String,
        pub(crate) x_area: ::std::string::String,
        pub(crate) shelf_header: ::std::string::String,
        pub(crate) rack: ::std::string::String,
    }
    impl FindRack {
        /// The operation with its required arguments.
        #[allow(clippy::too_many_arguments, reason = "one for each required parameter")]
        pub(crate) fn new(
            shelf: i64,
            zone: ::std::string::String,
            x_area: ::std::string::String,
            shelf_header: ::std::string::String,
            rack: ::std::string::String,
        ) -> Self {
            Self {
                shelf,
                zone,
                x_area,
                shelf_header,
                rack,
            }
        }
    }
    impl ::client_runtime::Operation for FindRack {
        type Output = ();
        type Response = ::client_runtime::Response<()>;
        type Wire = wire::Client;
        fn facts(&self) -> &'static ::client_runtime::Facts {
            &document::operations::FIND_RACK
        }
        #[allow(deprecated, reason = "it sets deprecated parameters too")]
        async fn attempt(&self, wire: &wire::Client) -> ::client_runtime::Sent<()> {
            let request = wire.find_rack();
            let request = request.shelf(self.shelf.clone());
            let request = request.zone(self.zone.clone());
            let request = request.x_area(self.x_area.clone());
            let request = request.shelf_header(self.shelf_header.clone());
            let request = request.rack(self.rack.clone());
            let request = request.send_parameter(::std::string::String::from("always"));
            ::client_runtime::generated::unit(request.send().await)
        }
        fn response(
            &self,
            response: ::client_runtime::Response<()>,
            _: &::client_runtime::Notices,
        ) -> ::client_runtime::Response<()> {
            response
        }
    }
    ///The operation `findRack.revised` with its arguments.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub struct FindRackRevised {
        pub(crate) added: ::std::option::Option<::std::string::String>,
        pub(crate) shelf: i64,
        pub(crate) zone: ::std::string::String,
        pub(crate) x_added: ::std::option::Option<::std::string::String>,
        pub(crate) x_area: ::std::string::String,
        pub(crate) shelf_header: ::std::string::String,
        pub(crate) rack: ::std::string::String,
    }
    impl FindRackRevised {
        /// The operation with its required arguments.
        #[allow(clippy::too_many_arguments, reason = "one for each required parameter")]
        pub(crate) fn new(
            shelf: i64,
            zone: ::std::string::String,
            x_area: ::std::string::String,
            shelf_header: ::std::string::String,
            rack: ::std::string::String,
        ) -> Self {
            Self {
                shelf,
                zone,
                x_area,
                shelf_header,
                rack,
                added: ::std::option::Option::None,
                x_added: ::std::option::Option::None,
            }
        }
    }
    impl FindRackRevised {
        ///Sets `added`.
        pub fn added(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.added = ::std::option::Option::Some(value.into());
            self
        }
        ///Sets `x_added`.
        pub fn x_added(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.x_added = ::std::option::Option::Some(value.into());
            self
        }
    }
    impl ::client_runtime::Operation for FindRackRevised {
        type Output = ();
        type Response = ::client_runtime::Response<()>;
        type Wire = wire::Client;
        fn facts(&self) -> &'static ::client_runtime::Facts {
            &document::operations::FIND_RACK_REVISED
        }
        #[allow(deprecated, reason = "it sets deprecated parameters too")]
        async fn attempt(&self, wire: &wire::Client) -> ::client_runtime::Sent<()> {
            let request = wire.find_rack_revised();
            let request = match &self.added {
                ::std::option::Option::Some(value) => request.added(value.clone()),
                ::std::option::Option::None => request,
            };
            let request = request.shelf(self.shelf.clone());
            let request = request.zone(self.zone.clone());
            let request = match &self.x_added {
                ::std::option::Option::Some(value) => request.x_added(value.clone()),
                ::std::option::Option::None => request,
            };
            let request = request.x_area(self.x_area.clone());
            let request = request.shelf_header(self.shelf_header.clone());
            let request = request.rack(self.rack.clone());
            let request = request.send_parameter(::std::string::String::from("always"));
            ::client_runtime::generated::unit(request.send().await)
        }
        fn response(
            &self,
            response: ::client_runtime::Response<()>,
            _: &::client_runtime::Notices,
        ) -> ::client_runtime::Response<()> {
            response
        }
    }
}
/// A client of the service, with a method for each operation.
///
/// Clones are cheap and share everything: connections, tokens, the pause after a 429, the
/// retry budget.
#[derive(Clone, Debug)]
pub struct Client {
    core: ::client_runtime::Core,
}
impl ::std::convert::From<::client_runtime::Core> for Client {
    fn from(core: ::client_runtime::Core) -> Self {
        Self { core }
    }
}
#[allow(clippy::all, reason = "generated")]
impl Client {
    /// Returns the settings of a client.
    pub fn builder() -> ::client_runtime::Builder<Self> {
        ::client_runtime::Builder::new(&document::SERVICE)
    }
    /// The state that all clones share.
    pub fn core(&self) -> &::client_runtime::Core {
        &self.core
    }
    /// The generated client below this one. It sends each request once to the base URL,
    /// with the token and after the pause of this client, and never retries. Its errors do
    /// not report the effect of a call. Event streams and downloads of any size require
    /// it: it sets no timeout for them.
    pub fn generated(&self) -> wire::Client {
        let exchange = ::client_runtime::Exchange::direct(
            self.core.clone(),
            |method| {
                match method {
                    "items_get" => {
                        ::std::option::Option::Some(&document::operations::ITEMS_GET)
                    }
                    "größe_v2" => {
                        ::std::option::Option::Some(&document::operations::GRÖSSE_V2)
                    }
                    "move_" => ::std::option::Option::Some(&document::operations::MOVE),
                    "change_note" => {
                        ::std::option::Option::Some(&document::operations::CHANGE_NOTE)
                    }
                    "send_note" => {
                        ::std::option::Option::Some(&document::operations::SEND_NOTE)
                    }
                    "write_note" => {
                        ::std::option::Option::Some(&document::operations::WRITE_NOTE)
                    }
                    "add_pair" => {
                        ::std::option::Option::Some(&document::operations::ADD_PAIR)
                    }
                    "set_pair" => {
                        ::std::option::Option::Some(&document::operations::SET_PAIR)
                    }
                    "read_parcel" => {
                        ::std::option::Option::Some(&document::operations::READ_PARCEL)
                    }
                    "add_parcel" => {
                        ::std::option::Option::Some(&document::operations::ADD_PARCEL)
                    }
                    "store_photo" => {
                        ::std::option::Option::Some(&document::operations::STORE_PHOTO)
                    }
                    "search" => {
                        ::std::option::Option::Some(&document::operations::SEARCH)
                    }
                    "find_rack" => {
                        ::std::option::Option::Some(&document::operations::FIND_RACK)
                    }
                    "find_rack_revised" => {
                        ::std::option::Option::Some(
                            &document::operations::FIND_RACK_REVISED,
                        )
                    }
                    _ => ::std::option::Option::None,
                }
            },
        );
        wire::Client::new_with_client(
            self.core.base_url(),
            self.core.http().clone(),
            exchange,
        )
    }
    /**`GET /items/{item}`

Optional arguments, set by [`with`](::client_runtime::Call::with): `depth`.*/
    pub fn items_get(
        &self,
        item: impl ::std::convert::Into<::client_runtime::generated::uuid::Uuid>,
    ) -> ::client_runtime::Call<operations::ItemsGet> {
        let item = item.into();
        let operation = ::std::result::Result::Ok(operations::ItemsGet::new(item));
        ::client_runtime::Call::of(
            &self.core,
            &document::operations::ITEMS_GET,
            operation,
        )
    }
    /**`PUT /items/{item}`

Optional arguments, set by [`with`](::client_runtime::Call::with): `depth`.*/
    pub fn größe_v2(
        &self,
        item: impl ::std::convert::Into<::client_runtime::generated::uuid::Uuid>,
        body: impl ::std::convert::TryInto<
            types::GrößeV2Body,
            Error: ::std::fmt::Display,
        >,
    ) -> ::client_runtime::Call<operations::GrößeV2> {
        let item = item.into();
        let body: ::std::result::Result<types::GrößeV2Body, _> = body.try_into();
        let body = body.map_err(|error| ::std::string::ToString::to_string(&error));
        let operation = body.map(|body| operations::GrößeV2::new(item, body));
        ::client_runtime::Call::of(
            &self.core,
            &document::operations::GRÖSSE_V2,
            operation,
        )
    }
    ///`POST /moved`
    pub fn move_(&self) -> ::client_runtime::Call<operations::Move> {
        let operation = ::std::result::Result::Ok(operations::Move::new());
        ::client_runtime::Call::of(&self.core, &document::operations::MOVE, operation)
    }
    /**`PATCH /notes`

Optional arguments, set by [`with`](::client_runtime::Call::with): `body`.*/
    pub fn change_note(&self) -> ::client_runtime::Call<operations::ChangeNote> {
        let operation = ::std::result::Result::Ok(operations::ChangeNote::new());
        ::client_runtime::Call::of(
            &self.core,
            &document::operations::CHANGE_NOTE,
            operation,
        )
    }
    /**`POST /notes`

Optional arguments, set by [`with`](::client_runtime::Call::with): `body`.*/
    pub fn send_note(&self) -> ::client_runtime::Call<operations::SendNote> {
        let operation = ::std::result::Result::Ok(operations::SendNote::new());
        ::client_runtime::Call::of(
            &self.core,
            &document::operations::SEND_NOTE,
            operation,
        )
    }
    /**`PUT /notes`

Optional arguments, set by [`with`](::client_runtime::Call::with): `body`.*/
    pub fn write_note(&self) -> ::client_runtime::Call<operations::WriteNote> {
        let operation = ::std::result::Result::Ok(operations::WriteNote::new());
        ::client_runtime::Call::of(
            &self.core,
            &document::operations::WRITE_NOTE,
            operation,
        )
    }
    ///`POST /pairs`
    pub fn add_pair(
        &self,
        body: impl ::std::convert::TryInto<types::Pair, Error: ::std::fmt::Display>,
    ) -> ::client_runtime::Call<operations::AddPair> {
        let body: ::std::result::Result<types::Pair, _> = body.try_into();
        let body = body.map_err(|error| ::std::string::ToString::to_string(&error));
        let operation = body.map(|body| operations::AddPair::new(body));
        ::client_runtime::Call::of(
            &self.core,
            &document::operations::ADD_PAIR,
            operation,
        )
    }
    ///`PUT /pairs`
    pub fn set_pair(
        &self,
        body: impl ::std::convert::TryInto<types::Pair, Error: ::std::fmt::Display>,
    ) -> ::client_runtime::Call<operations::SetPair> {
        let body: ::std::result::Result<types::Pair, _> = body.try_into();
        let body = body.map_err(|error| ::std::string::ToString::to_string(&error));
        let operation = body.map(|body| operations::SetPair::new(body));
        ::client_runtime::Call::of(
            &self.core,
            &document::operations::SET_PAIR,
            operation,
        )
    }
    ///`GET /parcels`
    pub fn read_parcel(&self) -> ::client_runtime::Call<operations::ReadParcel> {
        let operation = ::std::result::Result::Ok(operations::ReadParcel::new());
        ::client_runtime::Call::of(
            &self.core,
            &document::operations::READ_PARCEL,
            operation,
        )
    }
    ///`POST /parcels`
    pub fn add_parcel(&self) -> ::client_runtime::Call<operations::AddParcel> {
        let operation = ::std::result::Result::Ok(operations::AddParcel::new());
        ::client_runtime::Call::of(
            &self.core,
            &document::operations::ADD_PARCEL,
            operation,
        )
    }
    /**`PUT /photo`

Optional arguments, set by [`with`](::client_runtime::Call::with): `body`.*/
    pub fn store_photo(&self) -> ::client_runtime::Call<operations::StorePhoto> {
        let operation = ::std::result::Result::Ok(operations::StorePhoto::new());
        ::client_runtime::Call::of(
            &self.core,
            &document::operations::STORE_PHOTO,
            operation,
        )
    }
    /**`GET /search`

Optional arguments, set by [`with`](::client_runtime::Call::with): `ids`, `tags`, `kinds`, `near`, `request`, `response`, `result`, `client`, `self_`, `url`, `url_parameter`, `info`, `query`, `value`, `type_`.*/
    pub fn search(
        &self,
        words: impl ::std::convert::Into<::std::vec::Vec<::std::string::String>>,
    ) -> ::client_runtime::Call<operations::Search> {
        let words = words.into();
        let operation = ::std::result::Result::Ok(operations::Search::new(words));
        ::client_runtime::Call::of(&self.core, &document::operations::SEARCH, operation)
    }
    ///`GET /zones/{zone}/racks/{rack}`
    pub fn find_rack(
        &self,
        shelf: impl ::std::convert::Into<i64>,
        zone: impl ::std::convert::Into<::std::string::String>,
        x_area: impl ::std::convert::Into<::std::string::String>,
        shelf_header: impl ::std::convert::Into<::std::string::String>,
        rack: impl ::std::convert::Into<::std::string::String>,
    ) -> ::client_runtime::Call<operations::FindRack> {
        let shelf = shelf.into();
        let zone = zone.into();
        let x_area = x_area.into();
        let shelf_header = shelf_header.into();
        let rack = rack.into();
        let operation = ::std::result::Result::Ok(
            operations::FindRack::new(shelf, zone, x_area, shelf_header, rack),
        );
        ::client_runtime::Call::of(
            &self.core,
            &document::operations::FIND_RACK,
            operation,
        )
    }
    /**`HEAD /zones/{zone}/racks/{rack}`

Optional arguments, set by [`with`](::client_runtime::Call::with): `added`, `x_added`.*/
    pub fn find_rack_revised(
        &self,
        shelf: impl ::std::convert::Into<i64>,
        zone: impl ::std::convert::Into<::std::string::String>,
        x_area: impl ::std::convert::Into<::std::string::String>,
        shelf_header: impl ::std::convert::Into<::std::string::String>,
        rack: impl ::std::convert::Into<::std::string::String>,
    ) -> ::client_runtime::Call<operations::FindRackRevised> {
        let shelf = shelf.into();
        let zone = zone.into();
        let x_area = x_area.into();
        let shelf_header = shelf_header.into();
        let rack = rack.into();
        let operation = ::std::result::Result::Ok(
            operations::FindRackRevised::new(shelf, zone, x_area, shelf_header, rack),
        );
        ::client_runtime::Call::of(
            &self.core,
            &document::operations::FIND_RACK_REVISED,
            operation,
        )
    }
}
#[allow(clippy::all, reason = "generated")]
mod unknowns {
    #[allow(unused_imports, reason = "not every document has types")]
    use super::{Nullable, types};
    use ::client_runtime::{Unknowns, Visit};
    impl<T: Visit> Visit for Nullable<T> {
        fn visit(&self, unknowns: &mut Unknowns) {
            if let Self::Value(value) = self {
                value.visit(unknowns);
            }
        }
    }
    impl Visit for types::AddParcelResponse200 {
        fn visit(&self, _: &mut Unknowns) {}
    }
    impl Visit for types::AddParcelResponse201 {
        fn visit(&self, _: &mut Unknowns) {}
    }
    impl Visit for types::AddParcelSuccess {
        fn visit(&self, unknowns: &mut Unknowns) {
            #[allow(unreachable_patterns, reason = "the arms may cover all variants")]
            match self {
                Self::Status200(value) => value.visit(unknowns),
                Self::Status201(value) => value.visit(unknowns),
                _ => {}
            }
        }
    }
    impl Visit for types::Base {
        fn visit(&self, unknowns: &mut Unknowns) {
            unknowns.property("same", &self.same);
        }
    }
    impl Visit for types::Box {
        fn visit(&self, unknowns: &mut Unknowns) {
            unknowns.property("id", &self.id);
        }
    }
    impl Visit for types::Debug {
        fn visit(&self, _: &mut Unknowns) {}
    }
    impl Visit for types::ErrSchema {
        fn visit(&self, _: &mut Unknowns) {}
    }
    impl Visit for types::Fork {
        fn visit(&self, unknowns: &mut Unknowns) {
            unknowns.property("same", &self.same);
        }
    }
    impl Visit for types::Found {
        fn visit(&self, unknowns: &mut Unknowns) {
            unknowns.property("names", &self.names);
            unknowns.property("tree", &self.tree);
        }
    }
    impl Visit for types::Names {
        fn visit(&self, unknowns: &mut Unknowns) {
            unknowns.property("boxed", &self.boxed);
            unknowns.property("code", &self.code);
            unknowns.property("debug", &self.debug);
            unknowns.property("err", &self.err);
            unknowns.property("first", &self.first);
            unknowns.property("me", &self.me);
            unknowns.property("none", &self.none);
            unknowns.property("nullable", &self.nullable);
            unknowns.property("option", &self.option);
            unknowns.property("result", &self.result);
            unknowns.property("second", &self.second);
            unknowns.property("serialize", &self.serialize);
            unknowns.property("some", &self.some);
            unknowns.property("string", &self.string);
            unknowns.property("vec", &self.vec);
        }
    }
    impl Visit for types::NamesCode {
        fn visit(&self, _: &mut Unknowns) {}
    }
    impl Visit for types::NoneSchema {
        fn visit(&self, _: &mut Unknowns) {}
    }
    impl Visit for types::Nullable {
        fn visit(&self, _: &mut Unknowns) {}
    }
    impl Visit for types::Option {
        fn visit(&self, _: &mut Unknowns) {}
    }
    impl Visit for types::ReadParcelResponse200 {
        fn visit(&self, _: &mut Unknowns) {}
    }
    impl Visit for types::ReadParcelSuccess {
        fn visit(&self, unknowns: &mut Unknowns) {
            #[allow(unreachable_patterns, reason = "the arms may cover all variants")]
            match self {
                Self::Status200(value) => value.visit(unknowns),
                _ => {}
            }
        }
    }
    impl Visit for types::Result {
        fn visit(&self, _: &mut Unknowns) {}
    }
    impl Visit for types::Self_ {
        fn visit(&self, _: &mut Unknowns) {}
    }
    impl Visit for types::Serialize {
        fn visit(&self, unknowns: &mut Unknowns) {
            #[allow(unreachable_patterns, reason = "the arms may cover all variants")]
            match self {
                Self::Other(_) => unknowns.value(),
                _ => {}
            }
        }
    }
    impl Visit for types::SomeSchema {
        fn visit(&self, _: &mut Unknowns) {}
    }
    impl Visit for types::String {
        fn visit(&self, _: &mut Unknowns) {}
    }
    impl Visit for types::Tree {
        fn visit(&self, unknowns: &mut Unknowns) {
            unknowns.property("fork", &self.fork);
            unknowns.property("left", &self.left);
            unknowns.property("twig", &self.twig);
            unknowns.fields(self.extra.keys());
        }
    }
    impl Visit for types::TreeTwig {
        fn visit(&self, unknowns: &mut Unknowns) {
            unknowns.property("next", &self.next);
        }
    }
    impl Visit for types::TwigNext {
        fn visit(&self, unknowns: &mut Unknowns) {
            unknowns.property("next", &self.next);
        }
    }
    impl Visit for types::TwinInline {
        fn visit(&self, _: &mut Unknowns) {}
    }
    impl Visit for types::TwinInline3 {
        fn visit(&self, _: &mut Unknowns) {}
    }
    impl Visit for types::Vec {
        fn visit(&self, _: &mut Unknowns) {}
    }
}
