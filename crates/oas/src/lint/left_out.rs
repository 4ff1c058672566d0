use super::Equivalent;

/// The rules of other linters that concern OpenAPI 3.0 and have no equivalent here, with the
/// reasons.
pub static LEFT_OUT: &[(Equivalent, &str)] = &[
    (Equivalent::spectral("contact-properties"), CONTACT),
    (Equivalent::spectral("info-contact"), CONTACT),
    (Equivalent::spectral("info-license"), LICENCE),
    (Equivalent::spectral("license-url"), LICENCE),
    (
        Equivalent::spectral("no-eval-in-markdown"),
        "text that mentions `eval(` is not run; `markdown-unsafe` reports what is",
    ),
    (
        Equivalent::spectral("oas3-callbacks-in-callbacks"),
        "a callback is an operation like any other (OpenAPI 3.0.3, section 4.7.18), and may have callbacks",
    ),
    (Equivalent::spectral("oas3-server-not-example.com"), PLACE),
    (
        Equivalent::spectral("openapi-tags"),
        "a document of a few operations needs no groups; `tag-undeclared` and `operation-tag-missing` check those that have them",
    ),
    (
        Equivalent::spectral("openapi-tags-alphabetical"),
        "the order of the tags is that of the pages, and the author's choice",
    ),
    (
        Equivalent::spectral("operation-singular-tag"),
        "an operation may belong to several groups",
    ),
    (Equivalent::redocly("info-license"), LICENCE),
    (Equivalent::redocly("info-license-strict"), LICENCE),
    (Equivalent::redocly("no-server-example.com"), PLACE),
];

const CONTACT: &str = "not every document is public, and its repository names its owners";

const LICENCE: &str = "the license of its repository applies to a document without one";

const PLACE: &str =
    "`localhost` and `example.com` are correct in a document for development or teaching";
