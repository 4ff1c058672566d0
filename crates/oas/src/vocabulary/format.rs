/// A value of `format`: of OpenAPI 3.0.3, or of the OpenAPI registry of formats. The set is open.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Format {
    pub(crate) name: &'static str,
    /// The types that it is a format of.
    pub(crate) types: &'static [&'static str],
}

/// The format of a name.
pub(crate) fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// Known formats, by name.
pub(crate) const FORMATS: &[Format] = &[
    text("base64url"),
    text("binary"),
    text("byte"),
    text("char"),
    text("commonmark"),
    text("date"),
    text("date-time"),
    text("date-time-local"),
    Format {
        name: "decimal",
        types: &["number", "integer", "string"],
    },
    number("decimal128"),
    number("double"),
    number("double-int"),
    text("duration"),
    text("email"),
    number("float"),
    text("hostname"),
    text("html"),
    text("http-date"),
    text("idn-email"),
    text("idn-hostname"),
    integer("int16"),
    integer("int32"),
    integer("int64"),
    integer("int8"),
    text("ipv4"),
    text("ipv6"),
    text("iri"),
    text("iri-reference"),
    text("json-pointer"),
    text("media-range"),
    text("password"),
    text("regex"),
    text("relative-json-pointer"),
    text("sf-binary"),
    text("sf-boolean"),
    number("sf-decimal"),
    integer("sf-integer"),
    text("sf-string"),
    text("sf-token"),
    text("time"),
    text("time-local"),
    integer("uint16"),
    integer("uint32"),
    integer("uint64"),
    integer("uint8"),
    integer("unixtime"),
    text("uri"),
    text("uri-reference"),
    text("uri-template"),
    text("uuid"),
];

const fn text(name: &'static str) -> Format {
    Format {
        name,
        types: &["string"],
    }
}

const fn integer(name: &'static str) -> Format {
    Format {
        name,
        types: &["integer", "number"],
    }
}

const fn number(name: &'static str) -> Format {
    Format {
        name,
        types: &["number", "integer"],
    }
}

#[cfg(test)]
mod tests {
    use super::FORMATS;

    #[test]
    fn formats_are_in_order() {
        assert!(FORMATS.is_sorted_by_key(|format| format.name));
    }
}
