#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
#[allow(deprecated, reason = "derived implementations use deprecated fields")]
pub mod types {
    ///`AddJobResponse`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct AddJobResponse {
        ///The property `hint`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub hint: ::std::option::Option<::std::string::String>,
    }
    impl AddJobResponse {
        ///A builder with nothing set.
        pub fn builder() -> builder::AddJobResponse {
            Default::default()
        }
    }
    ///`AddJobResponse201`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct AddJobResponse201 {
        ///The property `id`.
        pub id: ::std::string::String,
    }
    impl AddJobResponse201 {
        ///A builder with nothing set.
        pub fn builder() -> builder::AddJobResponse201 {
            Default::default()
        }
    }
    ///`Aged`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Aged {
        ///The property `age`.
        pub age: i64,
    }
    impl Aged {
        ///A builder with nothing set.
        pub fn builder() -> builder::Aged {
            Default::default()
        }
    }
    ///`Base`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Base {
        ///The property `note`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub note: crate::client::Nullable<::std::string::String>,
    }
    impl Base {
        ///A builder with nothing set.
        pub fn builder() -> builder::Base {
            Default::default()
        }
    }
    ///`ByMail`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct ByMail {
        ///The property `mail`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub mail: ::std::option::Option<::std::string::String>,
        ///The property `name`.
        pub name: ::std::string::String,
    }
    impl ByMail {
        ///A builder with nothing set.
        pub fn builder() -> builder::ByMail {
            Default::default()
        }
    }
    ///`ByPhone`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct ByPhone {
        ///The property `age`.
        pub age: i64,
        ///The property `phone`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub phone: ::std::option::Option<::std::string::String>,
    }
    impl ByPhone {
        ///A builder with nothing set.
        pub fn builder() -> builder::ByPhone {
            Default::default()
        }
    }
    ///`ChangePartBody`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct ChangePartBody {
        ///The property `name`.
        pub name: ::std::string::String,
    }
    impl ChangePartBody {
        ///A builder with nothing set.
        pub fn builder() -> builder::ChangePartBody {
            Default::default()
        }
    }
    ///`ErrSchema`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct ErrSchema {
        ///The property `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
    }
    impl ErrSchema {
        ///A builder with nothing set.
        pub fn builder() -> builder::ErrSchema {
            Default::default()
        }
    }
    ///`Job`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Job {
        ///The property `contact`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub contact: ::std::option::Option<JobContact>,
        ///The property `day`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub day: ::std::option::Option<JobDay>,
        ///The property `failure`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub failure: ::std::option::Option<ErrSchema>,
        ///The property `grade`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub grade: ::std::option::Option<OkSchema>,
        ///The property `hash`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub hash: ::std::option::Option<::std::vec::Vec<i64>>,
        ///The property `level`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub level: ::std::option::Option<Level>,
        ///The property `limit`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub limit: crate::client::Nullable<JobLimit>,
        ///The property `limits`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub limits: ::std::option::Option<::std::vec::Vec<::std::option::Option<Limit>>>,
        ///The property `links`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub links: ::std::option::Option<
            ::std::collections::HashMap<::std::string::String, ::std::string::String>,
        >,
        ///The property `not_empty`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub not_empty: ::std::option::Option<::std::string::String>,
        ///The property `note`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub note: crate::client::Nullable<JobNote>,
        ///The property `nothing`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub nothing: crate::client::Nullable<::std::string::String>,
        ///The property `old`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[deprecated(note = "by the service")]
        pub old: ::std::option::Option<::std::string::String>,
        ///The property `order`.
        #[serde(default, skip_serializing_if = "crate::client::Nullable::is_absent")]
        pub order: crate::client::Nullable<Order>,
        ///The property `private`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub private: ::std::option::Option<Private>,
        ///The property `reach`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reach: ::std::option::Option<Reach>,
        ///The property `secret`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub secret: ::std::option::Option<Secret>,
        ///The property `sizes`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub sizes: ::std::option::Option<JobSizes>,
        ///The property `spacing`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub spacing: ::std::option::Option<Spacing>,
        ///The property `tag`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tag: ::std::option::Option<JobTag>,
        ///The property `tool`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tool: ::std::option::Option<Job1Tool>,
        ///The property `unit`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub unit: ::std::option::Option<SpacingUnit>,
        ///The property `who`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub who: ::std::option::Option<JobWho>,
    }
    impl Job {
        ///A builder with nothing set.
        pub fn builder() -> builder::Job {
            Default::default()
        }
    }
    ///`Job1Tool`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Job1Tool {
        ///The property `size`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<f64>,
    }
    impl Job1Tool {
        ///A builder with nothing set.
        pub fn builder() -> builder::Job1Tool {
            Default::default()
        }
    }
    ///`JobContact`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct JobContact {
        ///The property `mail`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub mail: ::std::option::Option<::std::string::String>,
        ///The property `phone`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub phone: ::std::option::Option<::std::string::String>,
    }
    impl JobContact {
        ///A builder with nothing set.
        pub fn builder() -> builder::JobContact {
            Default::default()
        }
    }
    ///`JobDay`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum JobDay {
        Date(::chrono::naive::NaiveDate),
        String(::std::string::String),
    }
    impl ::std::fmt::Display for JobDay {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::Date(x) => x.fmt(f),
                Self::String(x) => x.fmt(f),
            }
        }
    }
    impl ::std::convert::From<::chrono::naive::NaiveDate> for JobDay {
        fn from(value: ::chrono::naive::NaiveDate) -> Self {
            Self::Date(value)
        }
    }
    ///`JobLimit`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum JobLimit {
        Limit(Limit),
        Integer(i64),
    }
    impl ::std::convert::From<Limit> for JobLimit {
        fn from(value: Limit) -> Self {
            Self::Limit(value)
        }
    }
    impl ::std::convert::From<i64> for JobLimit {
        fn from(value: i64) -> Self {
            Self::Integer(value)
        }
    }
    ///`JobNote`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct JobNote(::std::string::String);
    impl ::std::ops::Deref for JobNote {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<JobNote> for ::std::string::String {
        fn from(value: JobNote) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for JobNote {
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
    impl ::std::convert::TryFrom<&str> for JobNote {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for JobNote {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for JobNote {
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
    ///`JobSizes`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq, Default)]
    #[non_exhaustive]
    pub struct JobSizes {
        ///The property `extra_property`.
        #[serde(
            rename = "extra",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub extra_property: ::std::option::Option<JobSizesExtraProperty>,
        ///The property `top_speed`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub top_speed: ::std::option::Option<i64>,
        ///The property `top_speed_2`.
        #[serde(
            rename = "topSpeed",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub top_speed_2: ::std::option::Option<i64>,
        ///Properties that the document does not name.
        #[serde(flatten)]
        pub extra: ::std::collections::HashMap<::std::string::String, i64>,
    }
    impl JobSizes {
        ///A builder with nothing set.
        pub fn builder() -> builder::JobSizes {
            Default::default()
        }
    }
    ///`JobSizesExtraProperty`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct JobSizesExtraProperty {
        ///The property `a_b`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a_b: ::std::option::Option<::std::string::String>,
        ///The property `a_b_2`.
        #[serde(rename = "a-b", skip_serializing_if = "::std::option::Option::is_none")]
        pub a_b_2: ::std::option::Option<::std::string::String>,
    }
    impl JobSizesExtraProperty {
        ///A builder with nothing set.
        pub fn builder() -> builder::JobSizesExtraProperty {
            Default::default()
        }
    }
    ///`JobTag`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum JobTag {
        Variant0(JobTagVariant0),
        Variant1(::std::string::String),
        Variant2 {
            #[serde(skip_serializing_if = "::std::option::Option::is_none")]
            age: ::std::option::Option<i64>,
            #[serde(skip_serializing_if = "::std::option::Option::is_none")]
            name: ::std::option::Option<::std::string::String>,
        },
    }
    impl ::std::convert::From<JobTagVariant0> for JobTag {
        fn from(value: JobTagVariant0) -> Self {
            Self::Variant0(value)
        }
    }
    ///`JobTagVariant0`
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
    pub enum JobTagVariant0 {
        #[serde(rename = "a")]
        A,
    }
    impl ::std::fmt::Display for JobTagVariant0 {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::A => f.write_str("a"),
            }
        }
    }
    impl ::std::str::FromStr for JobTagVariant0 {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "a" => Ok(Self::A),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for JobTagVariant0 {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for JobTagVariant0 {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///`JobWho`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct JobWho {
        ///The property `age`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub age: ::std::option::Option<i64>,
        ///The property `name`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl JobWho {
        ///A builder with nothing set.
        pub fn builder() -> builder::JobWho {
            Default::default()
        }
    }
    ///`Lathe`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Lathe {
        ///The property `kind`.
        pub kind: ::std::string::String,
        ///The property `speed`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub speed: ::std::option::Option<i64>,
    }
    impl Lathe {
        ///A builder with nothing set.
        pub fn builder() -> builder::Lathe {
            Default::default()
        }
    }
    ///`Level`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct Level(pub i64);
    impl ::std::ops::Deref for Level {
        type Target = i64;
        fn deref(&self) -> &i64 {
            &self.0
        }
    }
    impl ::std::convert::From<Level> for i64 {
        fn from(value: Level) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<i64> for Level {
        fn from(value: i64) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Level {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Level {
        type Err = <i64 as ::std::str::FromStr>::Err;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.parse()?))
        }
    }
    impl ::std::convert::TryFrom<&str> for Level {
        type Error = <i64 as ::std::str::FromStr>::Err;
        fn try_from(value: &str) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<String> for Level {
        type Error = <i64 as ::std::str::FromStr>::Err;
        fn try_from(value: String) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    ///`Limit`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Limit {
        ///The property `most`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub most: ::std::option::Option<i64>,
    }
    impl Limit {
        ///A builder with nothing set.
        pub fn builder() -> builder::Limit {
            Default::default()
        }
    }
    ///`ListJobsResponse`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct ListJobsResponse {
        ///The property `code`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<::std::string::String>,
    }
    impl ListJobsResponse {
        ///A builder with nothing set.
        pub fn builder() -> builder::ListJobsResponse {
            Default::default()
        }
    }
    ///`Machine`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Machine {
        ///The property `kind`.
        pub kind: ::std::string::String,
        ///Properties that the document does not name.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl Machine {
        ///A builder with nothing set.
        pub fn builder() -> builder::Machine {
            Default::default()
        }
    }
    ///`Named`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Named {
        ///The property `name`.
        pub name: ::std::string::String,
    }
    impl Named {
        ///A builder with nothing set.
        pub fn builder() -> builder::Named {
            Default::default()
        }
    }
    ///`OkSchema`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct OkSchema(::std::string::String);
    impl ::std::ops::Deref for OkSchema {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<OkSchema> for ::std::string::String {
        fn from(value: OkSchema) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for OkSchema {
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
    impl ::std::convert::TryFrom<&str> for OkSchema {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for OkSchema {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for OkSchema {
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
    ///`Order`
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
    pub enum Order {
        #[serde(rename = "asc")]
        Asc,
        #[serde(rename = "desc")]
        Desc,
    }
    impl ::std::fmt::Display for Order {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Asc => f.write_str("asc"),
                Self::Desc => f.write_str("desc"),
            }
        }
    }
    impl ::std::str::FromStr for Order {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "asc" => Ok(Self::Asc),
                "desc" => Ok(Self::Desc),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for Order {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for Order {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///Keeps  and .
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Private {
        ///The property `size`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<::std::string::String>,
        ///The property `size_2`.
        #[serde(
            rename = "\u{e000}size\u{e001}",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub size_2: ::std::option::Option<PrivateSize2>,
        ///The property `top_size`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub top_size: ::std::option::Option<::std::string::String>,
        ///The property `top_size_2`.
        #[serde(
            rename = "top-size",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub top_size_2: ::std::option::Option<::std::string::String>,
    }
    impl Private {
        ///A builder with nothing set.
        pub fn builder() -> builder::Private {
            Default::default()
        }
    }
    ///`PrivateSize2`
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
    pub enum PrivateSize2 {
        #[serde(rename = "\u{e000}")]
        X,
        #[serde(rename = "a\u{e001}")]
        A,
    }
    impl ::std::fmt::Display for PrivateSize2 {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::X => f.write_str("\u{e000}"),
                Self::A => f.write_str("a\u{e001}"),
            }
        }
    }
    impl ::std::str::FromStr for PrivateSize2 {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "\u{e000}" => Ok(Self::X),
                "a\u{e001}" => Ok(Self::A),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for PrivateSize2 {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for PrivateSize2 {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///`Reach`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Reach {
        Mail(ByMail),
        Phone(ByPhone),
    }
    impl ::std::convert::From<ByMail> for Reach {
        fn from(value: ByMail) -> Self {
            Self::Mail(value)
        }
    }
    impl ::std::convert::From<ByPhone> for Reach {
        fn from(value: ByPhone) -> Self {
            Self::Phone(value)
        }
    }
    ///`Secret`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Secret {
        ///The property `key`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub key: ::std::option::Option<::std::string::String>,
        ///The property `name`.
        pub name: ::std::string::String,
    }
    impl Secret {
        ///A builder with nothing set.
        pub fn builder() -> builder::Secret {
            Default::default()
        }
    }
    ///`Spacing`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Spacing {
        ///The property `unit`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub unit: ::std::option::Option<SpacingUnit>,
    }
    impl Spacing {
        ///A builder with nothing set.
        pub fn builder() -> builder::Spacing {
            Default::default()
        }
    }
    ///`SpacingUnit`
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
    pub enum SpacingUnit {
        #[serde(rename = "mm")]
        Mm,
        #[serde(rename = "inch")]
        Inch,
    }
    impl ::std::fmt::Display for SpacingUnit {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Mm => f.write_str("mm"),
                Self::Inch => f.write_str("inch"),
            }
        }
    }
    impl ::std::str::FromStr for SpacingUnit {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "mm" => Ok(Self::Mm),
                "inch" => Ok(Self::Inch),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for SpacingUnit {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for SpacingUnit {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        ///Builder for [`AddJobResponse`](super::AddJobResponse).
        #[derive(Clone, Debug)]
        pub struct AddJobResponse {
            hint: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for AddJobResponse {
            fn default() -> Self {
                Self {
                    hint: Ok(Default::default()),
                }
            }
        }
        impl AddJobResponse {
            ///Sets `hint`.
            pub fn hint<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.hint = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for hint: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AddJobResponse> for super::AddJobResponse {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AddJobResponse,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { hint: value.hint? })
            }
        }
        impl ::std::convert::From<super::AddJobResponse> for AddJobResponse {
            fn from(value: super::AddJobResponse) -> Self {
                Self { hint: Ok(value.hint) }
            }
        }
        ///Builder for [`AddJobResponse201`](super::AddJobResponse201).
        #[derive(Clone, Debug)]
        pub struct AddJobResponse201 {
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for AddJobResponse201 {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                }
            }
        }
        impl AddJobResponse201 {
            ///Sets `id`.
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
        impl ::std::convert::TryFrom<AddJobResponse201> for super::AddJobResponse201 {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AddJobResponse201,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::AddJobResponse201> for AddJobResponse201 {
            fn from(value: super::AddJobResponse201) -> Self {
                Self { id: Ok(value.id) }
            }
        }
        ///Builder for [`Aged`](super::Aged).
        #[derive(Clone, Debug)]
        pub struct Aged {
            age: ::std::result::Result<i64, ::std::string::String>,
        }
        impl ::std::default::Default for Aged {
            fn default() -> Self {
                Self {
                    age: Err("no value supplied for age".to_string()),
                }
            }
        }
        impl Aged {
            ///Sets `age`.
            pub fn age<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.age = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for age: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Aged> for super::Aged {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Aged,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { age: value.age? })
            }
        }
        impl ::std::convert::From<super::Aged> for Aged {
            fn from(value: super::Aged) -> Self {
                Self { age: Ok(value.age) }
            }
        }
        ///Builder for [`Base`](super::Base).
        #[derive(Clone, Debug)]
        pub struct Base {
            note: ::std::result::Result<
                crate::client::Nullable<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Base {
            fn default() -> Self {
                Self {
                    note: Ok(Default::default()),
                }
            }
        }
        impl Base {
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
        impl ::std::convert::TryFrom<Base> for super::Base {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Base,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { note: value.note? })
            }
        }
        impl ::std::convert::From<super::Base> for Base {
            fn from(value: super::Base) -> Self {
                Self { note: Ok(value.note) }
            }
        }
        ///Builder for [`ByMail`](super::ByMail).
        #[derive(Clone, Debug)]
        pub struct ByMail {
            mail: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for ByMail {
            fn default() -> Self {
                Self {
                    mail: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }
        impl ByMail {
            ///Sets `mail`.
            pub fn mail<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.mail = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for mail: {e}")
                    });
                self
            }
            ///Sets `name`.
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ByMail> for super::ByMail {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ByMail,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    mail: value.mail?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::ByMail> for ByMail {
            fn from(value: super::ByMail) -> Self {
                Self {
                    mail: Ok(value.mail),
                    name: Ok(value.name),
                }
            }
        }
        ///Builder for [`ByPhone`](super::ByPhone).
        #[derive(Clone, Debug)]
        pub struct ByPhone {
            age: ::std::result::Result<i64, ::std::string::String>,
            phone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ByPhone {
            fn default() -> Self {
                Self {
                    age: Err("no value supplied for age".to_string()),
                    phone: Ok(Default::default()),
                }
            }
        }
        impl ByPhone {
            ///Sets `age`.
            pub fn age<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.age = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for age: {e}")
                    });
                self
            }
            ///Sets `phone`.
            pub fn phone<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.phone = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for phone: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ByPhone> for super::ByPhone {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ByPhone,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    age: value.age?,
                    phone: value.phone?,
                })
            }
        }
        impl ::std::convert::From<super::ByPhone> for ByPhone {
            fn from(value: super::ByPhone) -> Self {
                Self {
                    age: Ok(value.age),
                    phone: Ok(value.phone),
                }
            }
        }
        ///Builder for [`ChangePartBody`](super::ChangePartBody).
        #[derive(Clone, Debug)]
        pub struct ChangePartBody {
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for ChangePartBody {
            fn default() -> Self {
                Self {
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }
        impl ChangePartBody {
            ///Sets `name`.
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ChangePartBody> for super::ChangePartBody {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChangePartBody,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::ChangePartBody> for ChangePartBody {
            fn from(value: super::ChangePartBody) -> Self {
                Self { name: Ok(value.name) }
            }
        }
        ///Builder for [`ErrSchema`](super::ErrSchema).
        #[derive(Clone, Debug)]
        pub struct ErrSchema {
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ErrSchema {
            fn default() -> Self {
                Self { id: Ok(Default::default()) }
            }
        }
        impl ErrSchema {
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
        impl ::std::convert::TryFrom<ErrSchema> for super::ErrSchema {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ErrSchema,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::ErrSchema> for ErrSchema {
            fn from(value: super::ErrSchema) -> Self {
                Self { id: Ok(value.id) }
            }
        }
        ///Builder for [`Job`](super::Job).
        #[derive(Clone, Debug)]
        pub struct Job {
            contact: ::std::result::Result<
                ::std::option::Option<super::JobContact>,
                ::std::string::String,
            >,
            day: ::std::result::Result<
                ::std::option::Option<super::JobDay>,
                ::std::string::String,
            >,
            failure: ::std::result::Result<
                ::std::option::Option<super::ErrSchema>,
                ::std::string::String,
            >,
            grade: ::std::result::Result<
                ::std::option::Option<super::OkSchema>,
                ::std::string::String,
            >,
            hash: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<i64>>,
                ::std::string::String,
            >,
            level: ::std::result::Result<
                ::std::option::Option<super::Level>,
                ::std::string::String,
            >,
            limit: ::std::result::Result<
                crate::client::Nullable<super::JobLimit>,
                ::std::string::String,
            >,
            limits: ::std::result::Result<
                ::std::option::Option<
                    ::std::vec::Vec<::std::option::Option<super::Limit>>,
                >,
                ::std::string::String,
            >,
            links: ::std::result::Result<
                ::std::option::Option<
                    ::std::collections::HashMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                ::std::string::String,
            >,
            not_empty: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            note: ::std::result::Result<
                crate::client::Nullable<super::JobNote>,
                ::std::string::String,
            >,
            nothing: ::std::result::Result<
                crate::client::Nullable<::std::string::String>,
                ::std::string::String,
            >,
            old: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            order: ::std::result::Result<
                crate::client::Nullable<super::Order>,
                ::std::string::String,
            >,
            private: ::std::result::Result<
                ::std::option::Option<super::Private>,
                ::std::string::String,
            >,
            reach: ::std::result::Result<
                ::std::option::Option<super::Reach>,
                ::std::string::String,
            >,
            secret: ::std::result::Result<
                ::std::option::Option<super::Secret>,
                ::std::string::String,
            >,
            sizes: ::std::result::Result<
                ::std::option::Option<super::JobSizes>,
                ::std::string::String,
            >,
            spacing: ::std::result::Result<
                ::std::option::Option<super::Spacing>,
                ::std::string::String,
            >,
            tag: ::std::result::Result<
                ::std::option::Option<super::JobTag>,
                ::std::string::String,
            >,
            tool: ::std::result::Result<
                ::std::option::Option<super::Job1Tool>,
                ::std::string::String,
            >,
            unit: ::std::result::Result<
                ::std::option::Option<super::SpacingUnit>,
                ::std::string::String,
            >,
            who: ::std::result::Result<
                ::std::option::Option<super::JobWho>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Job {
            fn default() -> Self {
                Self {
                    contact: Ok(Default::default()),
                    day: Ok(Default::default()),
                    failure: Ok(Default::default()),
                    grade: Ok(Default::default()),
                    hash: Ok(Default::default()),
                    level: Ok(Default::default()),
                    limit: Ok(Default::default()),
                    limits: Ok(Default::default()),
                    links: Ok(Default::default()),
                    not_empty: Ok(Default::default()),
                    note: Ok(Default::default()),
                    nothing: Ok(Default::default()),
                    old: Ok(Default::default()),
                    order: Ok(Default::default()),
                    private: Ok(Default::default()),
                    reach: Ok(Default::default()),
                    secret: Ok(Default::default()),
                    sizes: Ok(Default::default()),
                    spacing: Ok(Default::default()),
                    tag: Ok(Default::default()),
                    tool: Ok(Default::default()),
                    unit: Ok(Default::default()),
                    who: Ok(Default::default()),
                }
            }
        }
        impl Job {
            ///Sets `contact`.
            pub fn contact<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::JobContact>>,
                T::Error: ::std::fmt::Display,
            {
                self.contact = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for contact: {e}")
                    });
                self
            }
            ///Sets `day`.
            pub fn day<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::JobDay>>,
                T::Error: ::std::fmt::Display,
            {
                self.day = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for day: {e}")
                    });
                self
            }
            ///Sets `failure`.
            pub fn failure<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::ErrSchema>>,
                T::Error: ::std::fmt::Display,
            {
                self.failure = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for failure: {e}")
                    });
                self
            }
            ///Sets `grade`.
            pub fn grade<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::OkSchema>>,
                T::Error: ::std::fmt::Display,
            {
                self.grade = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for grade: {e}")
                    });
                self
            }
            ///Sets `hash`.
            pub fn hash<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::vec::Vec<i64>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.hash = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for hash: {e}")
                    });
                self
            }
            ///Sets `level`.
            pub fn level<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Level>>,
                T::Error: ::std::fmt::Display,
            {
                self.level = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for level: {e}")
                    });
                self
            }
            ///Sets `limit`.
            pub fn limit<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::JobLimit>>,
                T::Error: ::std::fmt::Display,
            {
                self.limit = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for limit: {e}")
                    });
                self
            }
            ///Sets `limits`.
            pub fn limits<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<
                        ::std::vec::Vec<::std::option::Option<super::Limit>>,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.limits = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for limits: {e}")
                    });
                self
            }
            ///Sets `links`.
            pub fn links<T>(mut self, value: T) -> Self
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
                self.links = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for links: {e}")
                    });
                self
            }
            ///Sets `not_empty`.
            pub fn not_empty<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.not_empty = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for not_empty: {e}")
                    });
                self
            }
            ///Sets `note`.
            pub fn note<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::JobNote>>,
                T::Error: ::std::fmt::Display,
            {
                self.note = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for note: {e}")
                    });
                self
            }
            ///Sets `nothing`.
            pub fn nothing<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.nothing = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for nothing: {e}")
                    });
                self
            }
            ///Sets `old`.
            #[deprecated(note = "by the service")]
            pub fn old<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.old = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for old: {e}")
                    });
                self
            }
            ///Sets `order`.
            pub fn order<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Order>>,
                T::Error: ::std::fmt::Display,
            {
                self.order = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for order: {e}")
                    });
                self
            }
            ///Sets `private`.
            pub fn private<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Private>>,
                T::Error: ::std::fmt::Display,
            {
                self.private = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for private: {e}")
                    });
                self
            }
            ///Sets `reach`.
            pub fn reach<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Reach>>,
                T::Error: ::std::fmt::Display,
            {
                self.reach = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for reach: {e}")
                    });
                self
            }
            ///Sets `secret`.
            pub fn secret<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Secret>>,
                T::Error: ::std::fmt::Display,
            {
                self.secret = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for secret: {e}")
                    });
                self
            }
            ///Sets `sizes`.
            pub fn sizes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::JobSizes>>,
                T::Error: ::std::fmt::Display,
            {
                self.sizes = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for sizes: {e}")
                    });
                self
            }
            ///Sets `spacing`.
            pub fn spacing<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Spacing>>,
                T::Error: ::std::fmt::Display,
            {
                self.spacing = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for spacing: {e}")
                    });
                self
            }
            ///Sets `tag`.
            pub fn tag<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::JobTag>>,
                T::Error: ::std::fmt::Display,
            {
                self.tag = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for tag: {e}")
                    });
                self
            }
            ///Sets `tool`.
            pub fn tool<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::Job1Tool>>,
                T::Error: ::std::fmt::Display,
            {
                self.tool = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for tool: {e}")
                    });
                self
            }
            ///Sets `unit`.
            pub fn unit<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::SpacingUnit>>,
                T::Error: ::std::fmt::Display,
            {
                self.unit = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for unit: {e}")
                    });
                self
            }
            ///Sets `who`.
            pub fn who<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::JobWho>>,
                T::Error: ::std::fmt::Display,
            {
                self.who = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for who: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Job> for super::Job {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Job,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    contact: value.contact?,
                    day: value.day?,
                    failure: value.failure?,
                    grade: value.grade?,
                    hash: value.hash?,
                    level: value.level?,
                    limit: value.limit?,
                    limits: value.limits?,
                    links: value.links?,
                    not_empty: value.not_empty?,
                    note: value.note?,
                    nothing: value.nothing?,
                    old: value.old?,
                    order: value.order?,
                    private: value.private?,
                    reach: value.reach?,
                    secret: value.secret?,
                    sizes: value.sizes?,
                    spacing: value.spacing?,
                    tag: value.tag?,
                    tool: value.tool?,
                    unit: value.unit?,
                    who: value.who?,
                })
            }
        }
        impl ::std::convert::From<super::Job> for Job {
            fn from(value: super::Job) -> Self {
                Self {
                    contact: Ok(value.contact),
                    day: Ok(value.day),
                    failure: Ok(value.failure),
                    grade: Ok(value.grade),
                    hash: Ok(value.hash),
                    level: Ok(value.level),
                    limit: Ok(value.limit),
                    limits: Ok(value.limits),
                    links: Ok(value.links),
                    not_empty: Ok(value.not_empty),
                    note: Ok(value.note),
                    nothing: Ok(value.nothing),
                    old: Ok(value.old),
                    order: Ok(value.order),
                    private: Ok(value.private),
                    reach: Ok(value.reach),
                    secret: Ok(value.secret),
                    sizes: Ok(value.sizes),
                    spacing: Ok(value.spacing),
                    tag: Ok(value.tag),
                    tool: Ok(value.tool),
                    unit: Ok(value.unit),
                    who: Ok(value.who),
                }
            }
        }
        ///Builder for [`Job1Tool`](super::Job1Tool).
        #[derive(Clone, Debug)]
        pub struct Job1Tool {
            size: ::std::result::Result<
                ::std::option::Option<f64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Job1Tool {
            fn default() -> Self {
                Self {
                    size: Ok(Default::default()),
                }
            }
        }
        impl Job1Tool {
            ///Sets `size`.
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<f64>>,
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
        }
        impl ::std::convert::TryFrom<Job1Tool> for super::Job1Tool {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Job1Tool,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { size: value.size? })
            }
        }
        impl ::std::convert::From<super::Job1Tool> for Job1Tool {
            fn from(value: super::Job1Tool) -> Self {
                Self { size: Ok(value.size) }
            }
        }
        ///Builder for [`JobContact`](super::JobContact).
        #[derive(Clone, Debug)]
        pub struct JobContact {
            mail: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            phone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for JobContact {
            fn default() -> Self {
                Self {
                    mail: Ok(Default::default()),
                    phone: Ok(Default::default()),
                }
            }
        }
        impl JobContact {
            ///Sets `mail`.
            pub fn mail<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.mail = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for mail: {e}")
                    });
                self
            }
            ///Sets `phone`.
            pub fn phone<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.phone = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for phone: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<JobContact> for super::JobContact {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JobContact,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    mail: value.mail?,
                    phone: value.phone?,
                })
            }
        }
        impl ::std::convert::From<super::JobContact> for JobContact {
            fn from(value: super::JobContact) -> Self {
                Self {
                    mail: Ok(value.mail),
                    phone: Ok(value.phone),
                }
            }
        }
        ///Builder for [`JobSizes`](super::JobSizes).
        #[derive(Clone, Debug)]
        pub struct JobSizes {
            extra_property: ::std::result::Result<
                ::std::option::Option<super::JobSizesExtraProperty>,
                ::std::string::String,
            >,
            top_speed: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            top_speed_2: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::std::collections::HashMap<::std::string::String, i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for JobSizes {
            fn default() -> Self {
                Self {
                    extra_property: Ok(Default::default()),
                    top_speed: Ok(Default::default()),
                    top_speed_2: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl JobSizes {
            ///Sets `extra_property`.
            pub fn extra_property<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<super::JobSizesExtraProperty>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.extra_property = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for extra_property: {e}"
                        )
                    });
                self
            }
            ///Sets `top_speed`.
            pub fn top_speed<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.top_speed = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for top_speed: {e}")
                    });
                self
            }
            ///Sets `top_speed_2`.
            pub fn top_speed_2<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.top_speed_2 = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for top_speed_2: {e}")
                    });
                self
            }
            ///Sets `extra`.
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::HashMap<::std::string::String, i64>,
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
        impl ::std::convert::TryFrom<JobSizes> for super::JobSizes {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JobSizes,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    extra_property: value.extra_property?,
                    top_speed: value.top_speed?,
                    top_speed_2: value.top_speed_2?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::JobSizes> for JobSizes {
            fn from(value: super::JobSizes) -> Self {
                Self {
                    extra_property: Ok(value.extra_property),
                    top_speed: Ok(value.top_speed),
                    top_speed_2: Ok(value.top_speed_2),
                    extra: Ok(value.extra),
                }
            }
        }
        ///Builder for [`JobSizesExtraProperty`](super::JobSizesExtraProperty).
        #[derive(Clone, Debug)]
        pub struct JobSizesExtraProperty {
            a_b: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            a_b_2: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for JobSizesExtraProperty {
            fn default() -> Self {
                Self {
                    a_b: Ok(Default::default()),
                    a_b_2: Ok(Default::default()),
                }
            }
        }
        impl JobSizesExtraProperty {
            ///Sets `a_b`.
            pub fn a_b<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.a_b = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for a_b: {e}")
                    });
                self
            }
            ///Sets `a_b_2`.
            pub fn a_b_2<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.a_b_2 = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for a_b_2: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<JobSizesExtraProperty>
        for super::JobSizesExtraProperty {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JobSizesExtraProperty,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    a_b: value.a_b?,
                    a_b_2: value.a_b_2?,
                })
            }
        }
        impl ::std::convert::From<super::JobSizesExtraProperty>
        for JobSizesExtraProperty {
            fn from(value: super::JobSizesExtraProperty) -> Self {
                Self {
                    a_b: Ok(value.a_b),
                    a_b_2: Ok(value.a_b_2),
                }
            }
        }
        ///Builder for [`JobWho`](super::JobWho).
        #[derive(Clone, Debug)]
        pub struct JobWho {
            age: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for JobWho {
            fn default() -> Self {
                Self {
                    age: Ok(Default::default()),
                    name: Ok(Default::default()),
                }
            }
        }
        impl JobWho {
            ///Sets `age`.
            pub fn age<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.age = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for age: {e}")
                    });
                self
            }
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
        }
        impl ::std::convert::TryFrom<JobWho> for super::JobWho {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JobWho,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    age: value.age?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::JobWho> for JobWho {
            fn from(value: super::JobWho) -> Self {
                Self {
                    age: Ok(value.age),
                    name: Ok(value.name),
                }
            }
        }
        ///Builder for [`Lathe`](super::Lathe).
        #[derive(Clone, Debug)]
        pub struct Lathe {
            kind: ::std::result::Result<::std::string::String, ::std::string::String>,
            speed: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Lathe {
            fn default() -> Self {
                Self {
                    kind: Err("no value supplied for kind".to_string()),
                    speed: Ok(Default::default()),
                }
            }
        }
        impl Lathe {
            ///Sets `kind`.
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
            ///Sets `speed`.
            pub fn speed<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.speed = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for speed: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Lathe> for super::Lathe {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Lathe,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    kind: value.kind?,
                    speed: value.speed?,
                })
            }
        }
        impl ::std::convert::From<super::Lathe> for Lathe {
            fn from(value: super::Lathe) -> Self {
                Self {
                    kind: Ok(value.kind),
                    speed: Ok(value.speed),
                }
            }
        }
        ///Builder for [`Limit`](super::Limit).
        #[derive(Clone, Debug)]
        pub struct Limit {
            most: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Limit {
            fn default() -> Self {
                Self {
                    most: Ok(Default::default()),
                }
            }
        }
        impl Limit {
            ///Sets `most`.
            pub fn most<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.most = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for most: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Limit> for super::Limit {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Limit,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { most: value.most? })
            }
        }
        impl ::std::convert::From<super::Limit> for Limit {
            fn from(value: super::Limit) -> Self {
                Self { most: Ok(value.most) }
            }
        }
        ///Builder for [`ListJobsResponse`](super::ListJobsResponse).
        #[derive(Clone, Debug)]
        pub struct ListJobsResponse {
            code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ListJobsResponse {
            fn default() -> Self {
                Self {
                    code: Ok(Default::default()),
                }
            }
        }
        impl ListJobsResponse {
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
        }
        impl ::std::convert::TryFrom<ListJobsResponse> for super::ListJobsResponse {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ListJobsResponse,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { code: value.code? })
            }
        }
        impl ::std::convert::From<super::ListJobsResponse> for ListJobsResponse {
            fn from(value: super::ListJobsResponse) -> Self {
                Self { code: Ok(value.code) }
            }
        }
        ///Builder for [`Machine`](super::Machine).
        #[derive(Clone, Debug)]
        pub struct Machine {
            kind: ::std::result::Result<::std::string::String, ::std::string::String>,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Machine {
            fn default() -> Self {
                Self {
                    kind: Err("no value supplied for kind".to_string()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl Machine {
            ///Sets `kind`.
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
        impl ::std::convert::TryFrom<Machine> for super::Machine {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Machine,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    kind: value.kind?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::Machine> for Machine {
            fn from(value: super::Machine) -> Self {
                Self {
                    kind: Ok(value.kind),
                    extra: Ok(value.extra),
                }
            }
        }
        ///Builder for [`Named`](super::Named).
        #[derive(Clone, Debug)]
        pub struct Named {
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Named {
            fn default() -> Self {
                Self {
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }
        impl Named {
            ///Sets `name`.
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Named> for super::Named {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Named,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::Named> for Named {
            fn from(value: super::Named) -> Self {
                Self { name: Ok(value.name) }
            }
        }
        ///Builder for [`Private`](super::Private).
        #[derive(Clone, Debug)]
        pub struct Private {
            size: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            size_2: ::std::result::Result<
                ::std::option::Option<super::PrivateSize2>,
                ::std::string::String,
            >,
            top_size: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            top_size_2: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Private {
            fn default() -> Self {
                Self {
                    size: Ok(Default::default()),
                    size_2: Ok(Default::default()),
                    top_size: Ok(Default::default()),
                    top_size_2: Ok(Default::default()),
                }
            }
        }
        impl Private {
            ///Sets `size`.
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
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
            ///Sets `size_2`.
            pub fn size_2<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::PrivateSize2>>,
                T::Error: ::std::fmt::Display,
            {
                self.size_2 = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for size_2: {e}")
                    });
                self
            }
            ///Sets `top_size`.
            pub fn top_size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.top_size = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for top_size: {e}")
                    });
                self
            }
            ///Sets `top_size_2`.
            pub fn top_size_2<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.top_size_2 = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for top_size_2: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Private> for super::Private {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Private,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    size: value.size?,
                    size_2: value.size_2?,
                    top_size: value.top_size?,
                    top_size_2: value.top_size_2?,
                })
            }
        }
        impl ::std::convert::From<super::Private> for Private {
            fn from(value: super::Private) -> Self {
                Self {
                    size: Ok(value.size),
                    size_2: Ok(value.size_2),
                    top_size: Ok(value.top_size),
                    top_size_2: Ok(value.top_size_2),
                }
            }
        }
        ///Builder for [`Secret`](super::Secret).
        #[derive(Clone, Debug)]
        pub struct Secret {
            key: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Secret {
            fn default() -> Self {
                Self {
                    key: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }
        impl Secret {
            ///Sets `key`.
            pub fn key<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    crate::client::Nullable<::std::string::String>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.key = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for key: {e}")
                    });
                self
            }
            ///Sets `name`.
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Secret> for super::Secret {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Secret,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    key: value.key?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::Secret> for Secret {
            fn from(value: super::Secret) -> Self {
                Self {
                    key: Ok(value.key),
                    name: Ok(value.name),
                }
            }
        }
        ///Builder for [`Spacing`](super::Spacing).
        #[derive(Clone, Debug)]
        pub struct Spacing {
            unit: ::std::result::Result<
                ::std::option::Option<super::SpacingUnit>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Spacing {
            fn default() -> Self {
                Self {
                    unit: Ok(Default::default()),
                }
            }
        }
        impl Spacing {
            ///Sets `unit`.
            pub fn unit<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::client::Nullable<super::SpacingUnit>>,
                T::Error: ::std::fmt::Display,
            {
                self.unit = value
                    .try_into()
                    .map(crate::client::Nullable::into_option)
                    .map_err(|e| {
                        format!("error converting supplied value for unit: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Spacing> for super::Spacing {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Spacing,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { unit: value.unit? })
            }
        }
        impl ::std::convert::From<super::Spacing> for Spacing {
            fn from(value: super::Spacing) -> Self {
                Self { unit: Ok(value.unit) }
            }
        }
        impl ::std::convert::TryFrom<AddJobResponse>
        for crate::client::Nullable<super::AddJobResponse> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AddJobResponse,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::AddJobResponse::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<AddJobResponse201>
        for crate::client::Nullable<super::AddJobResponse201> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AddJobResponse201,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::AddJobResponse201::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Aged> for crate::client::Nullable<super::Aged> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Aged,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Aged::try_from(value).map(Self::Value)
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
        impl ::std::convert::TryFrom<ByMail> for crate::client::Nullable<super::ByMail> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ByMail,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::ByMail::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<ByPhone>
        for crate::client::Nullable<super::ByPhone> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ByPhone,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::ByPhone::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<ChangePartBody>
        for crate::client::Nullable<super::ChangePartBody> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChangePartBody,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::ChangePartBody::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<ErrSchema>
        for crate::client::Nullable<super::ErrSchema> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ErrSchema,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::ErrSchema::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Job> for crate::client::Nullable<super::Job> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Job,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Job::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Job1Tool>
        for crate::client::Nullable<super::Job1Tool> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Job1Tool,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Job1Tool::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<JobContact>
        for crate::client::Nullable<super::JobContact> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JobContact,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::JobContact::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<JobSizes>
        for crate::client::Nullable<super::JobSizes> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JobSizes,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::JobSizes::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<JobSizesExtraProperty>
        for crate::client::Nullable<super::JobSizesExtraProperty> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JobSizesExtraProperty,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::JobSizesExtraProperty::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<JobWho> for crate::client::Nullable<super::JobWho> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JobWho,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::JobWho::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Lathe> for crate::client::Nullable<super::Lathe> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Lathe,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Lathe::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Limit> for crate::client::Nullable<super::Limit> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Limit,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Limit::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<ListJobsResponse>
        for crate::client::Nullable<super::ListJobsResponse> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ListJobsResponse,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::ListJobsResponse::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Machine>
        for crate::client::Nullable<super::Machine> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Machine,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Machine::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Named> for crate::client::Nullable<super::Named> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Named,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Named::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Private>
        for crate::client::Nullable<super::Private> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Private,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Private::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Secret> for crate::client::Nullable<super::Secret> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Secret,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Secret::try_from(value).map(Self::Value)
            }
        }
        impl ::std::convert::TryFrom<Spacing>
        for crate::client::Nullable<super::Spacing> {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Spacing,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::Spacing::try_from(value).map(Self::Value)
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
    /// A documented success, by its status.
    #[derive(::serde::Deserialize, Clone, Debug, PartialEq)]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum AddJobSuccess {
        ///The response of a 200.
        Status200(Job),
        ///The response of a 201.
        Status201(AddJobResponse201),
        ///The response of a 202.
        Status202,
    }
}
#[derive(Clone, Debug)]
/**Client for Workshop

Version: 2  */
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
        "2  "
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
    /**Sends a `GET` request to `/jobs`


```text
let response = client.list_jobs()
    .url(url)
    .a(a)
    .a_query(a_query)
    .dry(dry)
    .due(due)
    .due_query(due_query)
    .filter_floor(filter_floor)
    .filter_owner(filter_owner)
    .header_map_parameter(header_map_parameter)
    .level(level)
    .new_parameter(new_parameter)
    .send_parameter(send_parameter)
    .size(size)
    .trace(trace)
    .after(after)
    .labels(labels)
    .trace_header(trace_header)
    .send()
    .await;
```*/
    pub fn list_jobs(&self) -> builder::ListJobs<'_> {
        builder::ListJobs::new(self)
    }
    /**Sends a `POST` request to `/jobs`


```text
let response = client.add_job()
    .body(body)
    .send()
    .await;
```*/
    pub fn add_job(&self) -> builder::AddJob<'_> {
        builder::AddJob::new(self)
    }
    /**Sends a `GET` request to `/jobs/{id}/parts/{part}.{kind}`


```text
let response = client._2nd_part()
    .id(id)
    .part(part)
    .kind(kind)
    .send()
    .await;
```*/
    pub fn _2nd_part(&self) -> builder::_2ndPart<'_> {
        builder::_2ndPart::new(self)
    }
    /**Sends a `PATCH` request to `/jobs/{id}/parts/{part}.{kind}`


```text
let response = client.change_part()
    .id(id)
    .part(part)
    .kind(kind)
    .body(body)
    .send()
    .await;
```*/
    pub fn change_part(&self) -> builder::ChangePart<'_> {
        builder::ChangePart::new(self)
    }
    /**Sends a `TRACE` request to `/jobs/{id}/parts/{part}.{kind}`


```text
let response = client.trace_part()
    .id(id)
    .part(part)
    .kind(kind)
    .send()
    .await;
```*/
    pub fn trace_part(&self) -> builder::TracePart<'_> {
        builder::TracePart::new(self)
    }
    /**Sends a `GET` request to `/limit`


```text
let response = client.read_limit()
    .send()
    .await;
```*/
    pub fn read_limit(&self) -> builder::ReadLimit<'_> {
        builder::ReadLimit::new(self)
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
    /**Sends a `OPTIONS` request to `/photo`


```text
let response = client.photo_options()
    .send()
    .await;
```*/
    pub fn photo_options(&self) -> builder::PhotoOptions<'_> {
        builder::PhotoOptions::new(self)
    }
    /**Sends a `GET` request to `/photo/{stream}/{header_map}`


```text
let response = client.read_photo()
    .stream(stream)
    .header_map(header_map)
    .x_size(x_size)
    .send()
    .await;
```*/
    pub fn read_photo(&self) -> builder::ReadPhoto<'_> {
        builder::ReadPhoto::new(self)
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
    /**Builder for [`Client::list_jobs`]

[`Client::list_jobs`]: super::Client::list_jobs*/
    #[derive(Debug, Clone)]
    pub struct ListJobs<'a> {
        client: &'a super::Client,
        url: Result<Option<::std::string::String>, String>,
        a: Result<Option<::std::string::String>, String>,
        a_query: Result<Option<::std::string::String>, String>,
        dry: Result<Option<bool>, String>,
        due: Result<Option<::chrono::naive::NaiveDate>, String>,
        due_query: Result<Option<::chrono::naive::NaiveDate>, String>,
        filter_floor: Result<Option<i64>, String>,
        filter_owner: Result<Option<::std::string::String>, String>,
        header_map_parameter: Result<Option<::std::string::String>, String>,
        level: Result<Option<types::Level>, String>,
        new_parameter: Result<Option<bool>, String>,
        send_parameter: Result<Option<::std::string::String>, String>,
        size: Result<Option<i64>, String>,
        trace: Result<Option<::std::string::String>, String>,
        after: Result<Option<::std::string::String>, String>,
        labels: Result<Option<::std::string::String>, String>,
        trace_header: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListJobs<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                url: Ok(None),
                a: Ok(None),
                a_query: Ok(None),
                dry: Ok(None),
                due: Ok(None),
                due_query: Ok(None),
                filter_floor: Ok(None),
                filter_owner: Ok(None),
                header_map_parameter: Ok(None),
                level: Ok(None),
                new_parameter: Ok(None),
                send_parameter: Ok(None),
                size: Ok(None),
                trace: Ok(None),
                after: Ok(None),
                labels: Ok(None),
                trace_header: Ok(None),
            }
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
        ///Sets `a`.
        pub fn a<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.a = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for a failed".to_string()
                });
            self
        }
        ///Sets `a_query`.
        pub fn a_query<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.a_query = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for a_query failed"
                        .to_string()
                });
            self
        }
        ///Sets `dry`.
        pub fn dry<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.dry = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for dry failed".to_string());
            self
        }
        ///Sets `due`.
        #[deprecated(note = "by the service")]
        pub fn due<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::naive::NaiveDate>,
        {
            self.due = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: chrono :: naive :: NaiveDate` for due failed"
                        .to_string()
                });
            self
        }
        ///Sets `due_query`.
        pub fn due_query<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::naive::NaiveDate>,
        {
            self.due_query = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: chrono :: naive :: NaiveDate` for due_query failed"
                        .to_string()
                });
            self
        }
        ///Sets `filter_floor`.
        pub fn filter_floor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.filter_floor = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for filter_floor failed".to_string());
            self
        }
        ///Sets `filter_owner`.
        pub fn filter_owner<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.filter_owner = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for filter_owner failed"
                        .to_string()
                });
            self
        }
        ///Sets `header_map_parameter`.
        pub fn header_map_parameter<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.header_map_parameter = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for header_map_parameter failed"
                        .to_string()
                });
            self
        }
        ///Sets `level`.
        pub fn level<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Level>,
        {
            self.level = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Level` for level failed".to_string());
            self
        }
        ///Sets `new_parameter`.
        pub fn new_parameter<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.new_parameter = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `bool` for new_parameter failed".to_string()
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
        ///Sets `size`.
        pub fn size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for size failed".to_string());
            self
        }
        ///Sets `trace`.
        pub fn trace<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.trace = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for trace failed"
                        .to_string()
                });
            self
        }
        ///Sets `after`.
        pub fn after<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.after = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for after failed"
                        .to_string()
                });
            self
        }
        ///Sets `labels`.
        pub fn labels<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.labels = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for labels failed"
                        .to_string()
                });
            self
        }
        ///Sets `trace_header`.
        pub fn trace_header<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.trace_header = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for trace_header failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/jobs`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<types::Machine>>,
            Error<types::ListJobsResponse>,
        > {
            let Self {
                client,
                url,
                a,
                a_query,
                dry,
                due,
                due_query,
                filter_floor,
                filter_owner,
                header_map_parameter,
                level,
                new_parameter,
                send_parameter,
                size,
                trace,
                after,
                labels,
                trace_header,
            } = self;
            let url = url.map_err(Error::InvalidRequest)?;
            let a = a.map_err(Error::InvalidRequest)?;
            let a_query = a_query.map_err(Error::InvalidRequest)?;
            let dry = dry.map_err(Error::InvalidRequest)?;
            let due = due.map_err(Error::InvalidRequest)?;
            let due_query = due_query.map_err(Error::InvalidRequest)?;
            let filter_floor = filter_floor.map_err(Error::InvalidRequest)?;
            let filter_owner = filter_owner.map_err(Error::InvalidRequest)?;
            let header_map_parameter = header_map_parameter
                .map_err(Error::InvalidRequest)?;
            let level = level.map_err(Error::InvalidRequest)?;
            let new_parameter = new_parameter.map_err(Error::InvalidRequest)?;
            let send_parameter = send_parameter.map_err(Error::InvalidRequest)?;
            let size = size.map_err(Error::InvalidRequest)?;
            let trace = trace.map_err(Error::InvalidRequest)?;
            let after = after.map_err(Error::InvalidRequest)?;
            let labels = labels.map_err(Error::InvalidRequest)?;
            let trace_header = trace_header.map_err(Error::InvalidRequest)?;
            let _url = format!("{}/jobs", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(4usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = after {
                header_map.append("after", value.to_string().try_into()?);
            }
            if let Some(value) = labels {
                header_map.append("labels", value.to_string().try_into()?);
            }
            if let Some(value) = trace_header {
                header_map.append("trace", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(_url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("_url", &url))
                .query(&progenitor_client::QueryParam::new("a", &a))
                .query(&progenitor_client::QueryParam::new("a\u{e000}", &a_query))
                .query(&progenitor_client::QueryParam::new("dry", &dry))
                .query(&progenitor_client::QueryParam::new("due", &due))
                .query(&progenitor_client::QueryParam::new("due<", &due_query))
                .query(
                    &progenitor_client::QueryParam::new("filter[floor]", &filter_floor),
                )
                .query(
                    &progenitor_client::QueryParam::new("filter[owner]", &filter_owner),
                )
                .query(
                    &progenitor_client::QueryParam::new(
                        "header_map",
                        &header_map_parameter,
                    ),
                )
                .query(&progenitor_client::QueryParam::new("level", &level))
                .query(&progenitor_client::QueryParam::new("new", &new_parameter))
                .query(&progenitor_client::QueryParam::new("send", &send_parameter))
                .query(&progenitor_client::QueryParam::new("size", &size))
                .query(&progenitor_client::QueryParam::new("trace", &trace))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_jobs",
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
                500u16..=599u16 => {
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
    /**Builder for [`Client::add_job`]

[`Client::add_job`]: super::Client::add_job*/
    #[derive(Debug, Clone)]
    pub struct AddJob<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Job, String>,
    }
    impl<'a> AddJob<'a> {
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
            V: std::convert::TryInto<types::Job>,
            <V as std::convert::TryInto<types::Job>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Job` for body failed: {}", s));
            self
        }
        ///Changes the builder of the body.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Job) -> types::builder::Job,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/jobs`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AddJobSuccess>, Error<types::AddJobResponse>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| types::Job::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/jobs", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .insert(
                    ::reqwest::header::CONTENT_TYPE,
                    ::reqwest::header::HeaderValue::from_static(
                        "application/vnd.workshop+json",
                    ),
                );
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
                operation_id: "add_job",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => {
                    ResponseValue::<types::Job>::from_response(response)
                        .await?
                        .map(types::AddJobSuccess::Status200)
                }
                201u16 => {
                    ResponseValue::<types::AddJobResponse201>::from_response(response)
                        .await?
                        .map(types::AddJobSuccess::Status201)
                }
                202u16 => {
                    ResponseValue::empty(response)
                        .map(|()| types::AddJobSuccess::Status202)
                }
                404u16 => {
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
    /**Builder for [`Client::_2nd_part`]

[`Client::_2nd_part`]: super::Client::_2nd_part*/
    #[derive(Debug, Clone)]
    pub struct _2ndPart<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        part: Result<::std::string::String, String>,
        kind: Result<::std::string::String, String>,
    }
    impl<'a> _2ndPart<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
                part: Err("part was not initialized".to_string()),
                kind: Err("kind was not initialized".to_string()),
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
        ///Sets `part`.
        pub fn part<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.part = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for part failed"
                        .to_string()
                });
            self
        }
        ///Sets `kind`.
        pub fn kind<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.kind = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for kind failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/jobs/{id}/parts/{part}.{kind}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::std::option::Option<types::Job1Tool>>, Error<()>> {
            let Self { client, id, part, kind } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let part = part.map_err(Error::InvalidRequest)?;
            let kind = kind.map_err(Error::InvalidRequest)?;
            if matches!(id.to_string().as_str(), "" | "." | "..") {
                return Err(
                    Error::InvalidRequest(
                        "path parameter `id` is empty or a dot segment".to_string(),
                    ),
                );
            }
            if matches!(
                [part.to_string(), ".".to_string(), kind.to_string()].concat().as_str(),
                "" | "." | ".."
            ) {
                return Err(
                    Error::InvalidRequest(
                        "path parameters `part`, `kind` are empty or a dot segment"
                            .to_string(),
                    ),
                );
            }
            let url = format!(
                "{}/jobs/{}/parts/{}.{}", client.baseurl, encode_path(& id.to_string()),
                encode_path(& part.to_string()), encode_path(& kind.to_string()),
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
                operation_id: "_2nd_part",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => {
                    ResponseValue::<types::Job1Tool>::from_response(response)
                        .await?
                        .map(Some)
                }
                204u16 => ResponseValue::empty(response).map(|()| None),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::change_part`]

[`Client::change_part`]: super::Client::change_part*/
    #[derive(Debug, Clone)]
    pub struct ChangePart<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        part: Result<::std::string::String, String>,
        kind: Result<::std::string::String, String>,
        body: Result<::std::option::Option<types::builder::ChangePartBody>, String>,
    }
    impl<'a> ChangePart<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
                part: Err("part was not initialized".to_string()),
                kind: Err("kind was not initialized".to_string()),
                body: Ok(None),
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
        ///Sets `part`.
        pub fn part<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.part = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for part failed"
                        .to_string()
                });
            self
        }
        ///Sets `kind`.
        pub fn kind<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.kind = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for kind failed"
                        .to_string()
                });
            self
        }
        ///Sets the body: a value, or a builder of one.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ChangePartBody>,
            <V as std::convert::TryInto<
                types::ChangePartBody,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `ChangePartBody` for body failed: {}", s)
                })
                .map(Some);
            self
        }
        ///Changes the builder of the body.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::ChangePartBody,
            ) -> types::builder::ChangePartBody,
        {
            self.body = self.body.map(|body| Some(f(body.unwrap_or_default())));
            self
        }
        ///Sends a `PATCH` request to `/jobs/{id}/parts/{part}.{kind}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, id, part, kind, body } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let part = part.map_err(Error::InvalidRequest)?;
            let kind = kind.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|body| {
                    body
                        .map(|v| {
                            types::ChangePartBody::try_from(v).map_err(|e| e.to_string())
                        })
                        .transpose()
                })
                .map_err(Error::InvalidRequest)?;
            if matches!(id.to_string().as_str(), "" | "." | "..") {
                return Err(
                    Error::InvalidRequest(
                        "path parameter `id` is empty or a dot segment".to_string(),
                    ),
                );
            }
            if matches!(
                [part.to_string(), ".".to_string(), kind.to_string()].concat().as_str(),
                "" | "." | ".."
            ) {
                return Err(
                    Error::InvalidRequest(
                        "path parameters `part`, `kind` are empty or a dot segment"
                            .to_string(),
                    ),
                );
            }
            let url = format!(
                "{}/jobs/{}/parts/{}.{}", client.baseurl, encode_path(& id.to_string()),
                encode_path(& part.to_string()), encode_path(& kind.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            if body.is_some() {
                header_map
                    .insert(
                        ::reqwest::header::CONTENT_TYPE,
                        ::reqwest::header::HeaderValue::from_static(
                            "application/merge-patch+json",
                        ),
                    );
            }
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
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
                operation_id: "change_part",
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
    /**Builder for [`Client::trace_part`]

[`Client::trace_part`]: super::Client::trace_part*/
    #[derive(Debug, Clone)]
    pub struct TracePart<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        part: Result<::std::string::String, String>,
        kind: Result<::std::string::String, String>,
    }
    impl<'a> TracePart<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                id: Err("id was not initialized".to_string()),
                part: Err("part was not initialized".to_string()),
                kind: Err("kind was not initialized".to_string()),
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
        ///Sets `part`.
        pub fn part<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.part = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for part failed"
                        .to_string()
                });
            self
        }
        ///Sets `kind`.
        pub fn kind<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.kind = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for kind failed"
                        .to_string()
                });
            self
        }
        ///Sends a `TRACE` request to `/jobs/{id}/parts/{part}.{kind}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, id, part, kind } = self;
            let id = id.map_err(Error::InvalidRequest)?;
            let part = part.map_err(Error::InvalidRequest)?;
            let kind = kind.map_err(Error::InvalidRequest)?;
            if matches!(id.to_string().as_str(), "" | "." | "..") {
                return Err(
                    Error::InvalidRequest(
                        "path parameter `id` is empty or a dot segment".to_string(),
                    ),
                );
            }
            if matches!(
                [part.to_string(), ".".to_string(), kind.to_string()].concat().as_str(),
                "" | "." | ".."
            ) {
                return Err(
                    Error::InvalidRequest(
                        "path parameters `part`, `kind` are empty or a dot segment"
                            .to_string(),
                    ),
                );
            }
            let url = format!(
                "{}/jobs/{}/parts/{}.{}", client.baseurl, encode_path(& id.to_string()),
                encode_path(& part.to_string()), encode_path(& kind.to_string()),
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
            let mut request = client
                .client
                .request(::reqwest::Method::TRACE, url)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "trace_part",
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
    /**Builder for [`Client::read_limit`]

[`Client::read_limit`]: super::Client::read_limit*/
    #[derive(Debug, Clone)]
    pub struct ReadLimit<'a> {
        client: &'a super::Client,
    }
    impl<'a> ReadLimit<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/limit`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::std::option::Option<types::Limit>>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/limit", client.baseurl,);
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
                operation_id: "read_limit",
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
    /**Builder for [`Client::store_photo`]

[`Client::store_photo`]: super::Client::store_photo*/
    #[derive(Debug)]
    pub struct StorePhoto<'a> {
        client: &'a super::Client,
        body: Result<::std::option::Option<reqwest::Body>, String>,
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
            B: std::convert::TryInto<reqwest::Body>,
        {
            self.body = value
                .try_into()
                .map_err(|_| "conversion to `reqwest::Body` for body failed".to_string())
                .map(Some);
            self
        }
        ///Sends a `PUT` request to `/photo`
        pub async fn send(self) -> Result<ResponseValue<ByteStream>, Error<()>> {
            let Self { client, body } = self;
            let body = body.map_err(Error::InvalidRequest)?;
            let url = format!("{}/photo", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            if body.is_some() {
                header_map
                    .insert(
                        ::reqwest::header::CONTENT_TYPE,
                        ::reqwest::header::HeaderValue::from_static("image/png"),
                    );
            }
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
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
                            ::reqwest::header::CONTENT_TYPE,
                            ::reqwest::header::HeaderValue::from_static(
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
                200..=299 => Ok(ResponseValue::stream(response)),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::photo_options`]

[`Client::photo_options`]: super::Client::photo_options*/
    #[derive(Debug, Clone)]
    pub struct PhotoOptions<'a> {
        client: &'a super::Client,
    }
    impl<'a> PhotoOptions<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `OPTIONS` request to `/photo`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/photo", client.baseurl,);
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
                .request(::reqwest::Method::OPTIONS, url)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "photo_options",
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
    /**Builder for [`Client::read_photo`]

[`Client::read_photo`]: super::Client::read_photo*/
    #[derive(Debug, Clone)]
    pub struct ReadPhoto<'a> {
        client: &'a super::Client,
        stream: Result<::std::string::String, String>,
        header_map: Result<::std::string::String, String>,
        x_size: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ReadPhoto<'a> {
        ///A call with nothing set.
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                stream: Err("stream was not initialized".to_string()),
                header_map: Err("header_map was not initialized".to_string()),
                x_size: Ok(None),
            }
        }
        ///Sets `stream`.
        pub fn stream<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.stream = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for stream failed"
                        .to_string()
                });
            self
        }
        ///Sets `header_map`.
        pub fn header_map<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.header_map = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for header_map failed"
                        .to_string()
                });
            self
        }
        ///Sets `x_size`.
        pub fn x_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.x_size = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for x_size failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/photo/{stream}/{header_map}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, stream, header_map, x_size } = self;
            let stream = stream.map_err(Error::InvalidRequest)?;
            let header_map = header_map.map_err(Error::InvalidRequest)?;
            let x_size = x_size.map_err(Error::InvalidRequest)?;
            if matches!(stream.to_string().as_str(), "" | "." | "..") {
                return Err(
                    Error::InvalidRequest(
                        "path parameter `stream` is empty or a dot segment".to_string(),
                    ),
                );
            }
            if matches!(header_map.to_string().as_str(), "" | "." | "..") {
                return Err(
                    Error::InvalidRequest(
                        "path parameter `header_map` is empty or a dot segment"
                            .to_string(),
                    ),
                );
            }
            let url = format!(
                "{}/photo/{}/{}", client.baseurl, encode_path(& stream.to_string()),
                encode_path(& header_map.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = x_size {
                header_map.append("X-Size", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.get(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "read_photo",
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
    pub const TITLE: &str = "Workshop";
    /// `info.version`.
    pub const VERSION: &str = "2 – α";
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
            url: "https://workshop.example.com",
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
        ///`GET /jobs`.
        pub const LIST_JOBS: Operation = Operation {
            id: "listJobs",
            method: "GET",
            path: "/jobs",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
        ///`POST /jobs`.
        pub const ADD_JOB: Operation = Operation {
            id: "addJob",
            method: "POST",
            path: "/jobs",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
        ///`GET /jobs/{id}/parts/{part}.{kind}`.
        pub const X2ND_PART: Operation = Operation {
            id: "2ndPart",
            method: "GET",
            path: "/jobs/{id}/parts/{part}.{kind}",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
        ///`PATCH /jobs/{id}/parts/{part}.{kind}`.
        pub const CHANGE_PART: Operation = Operation {
            id: "changePart",
            method: "PATCH",
            path: "/jobs/{id}/parts/{part}.{kind}",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
        ///`TRACE /jobs/{id}/parts/{part}.{kind}`.
        pub const TRACE_PART: Operation = Operation {
            id: "tracePart",
            method: "TRACE",
            path: "/jobs/{id}/parts/{part}.{kind}",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
        ///`GET /limit`.
        pub const READ_LIMIT: Operation = Operation {
            id: "readLimit",
            method: "GET",
            path: "/limit",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
        ///`OPTIONS /photo`.
        pub const PHOTO_OPTIONS: Operation = Operation {
            id: "photoOptions",
            method: "OPTIONS",
            path: "/photo",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
        ///`PUT /photo`.
        pub const STORE_PHOTO: Operation = Operation {
            id: "storePhoto",
            method: "PUT",
            path: "/photo",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
        ///`GET /photo/{stream}/{header_map}`.
        pub const READ_PHOTO: Operation = Operation {
            id: "readPhoto",
            method: "GET",
            path: "/photo/{stream}/{header_map}",
            scopes: &[],
            deprecated: false,
            deprecated_on: ::std::option::Option::None,
            sunset: ::std::option::Option::None,
        };
    }
}
