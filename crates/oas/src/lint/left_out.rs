use super::Equivalent;

/// The rules of other linters that concern OpenAPI 3.0 and have no equivalent here, and why.
pub static LEFT_OUT: &[(Equivalent, &str)] = &[
    (Equivalent::spectral("contact-properties"), CONTACT),
    (Equivalent::spectral("info-contact"), CONTACT),
    (Equivalent::spectral("info-license"), LICENCE),
    (Equivalent::spectral("license-url"), LICENCE),
    (
        Equivalent::spectral("no-eval-in-markdown"),
        "text that speaks of `eval(` runs nowhere; what can run is found by `markdown-unsafe`",
    ),
    (
        Equivalent::spectral("oas3-callbacks-in-callbacks"),
        "a callback is an operation like any other (OpenAPI 3.0.3, section 4.7.18), and may have callbacks",
    ),
    (Equivalent::spectral("oas3-server-not-example.com"), PLACE),
    (
        Equivalent::spectral("openapi-tags"),
        "a document of a few operations needs no groups; `tag-undeclared` and `operation-tag-missing` see to those that have them",
    ),
    (
        Equivalent::spectral("openapi-tags-alphabetical"),
        "the order of the tags is the order of the pages made from them, and the author's to choose",
    ),
    (
        Equivalent::spectral("operation-singular-tag"),
        "an operation may belong to several groups",
    ),
    (Equivalent::redocly("info-license"), LICENCE),
    (Equivalent::redocly("info-license-strict"), LICENCE),
    (Equivalent::redocly("no-server-example.com"), PLACE),
];

const CONTACT: &str =
    "whom to ask is known where a document is kept, and not every document is for strangers";

const LICENCE: &str = "a licence is for documents that are given away; without one in the document, that of its repository holds";

const PLACE: &str = "`localhost` and `example.com` are right in a document for development or teaching, and nothing in a document says whether it is one";
