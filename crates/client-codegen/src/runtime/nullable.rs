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
    for Nullable<::chrono::DateTime<::chrono::Utc>>
{
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
