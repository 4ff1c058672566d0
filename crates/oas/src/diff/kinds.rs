//! The catalogue: one literal row per kind of change. Severity, id and message are read from it.
//!
//! A row spells out the id for its first subject; for the other subjects of the row, their words
//! replace those of the first. `changes.md` lists every id literally.

use std::fmt;

use super::occurrence::{Exclusion, Occurrence, Subject};
use super::relation::{Certainty, Relation};
use crate::diagnostic::Severity;
use crate::validator::Direction;

/// A row of the catalogue.
#[derive(Debug)]
pub struct Row {
    /// The kind.
    pub kind: Kind,
    /// The id for the first of the subjects.
    pub id: &'static str,
    /// The subjects of which the kind occurs, each with its words in the id.
    subjects: Subjects,
    level: Level,
    /// The message, with the placeholders of [`message`](super::message).
    pub(super) message: &'static str,
    /// The reason for the severity.
    pub meaning: &'static str,
}

/// The subjects of a row, each with its words in the id. Empty for a single id.
type Subjects = &'static [(Subject, &'static str)];

/// Rule by which the severity of a kind follows from an occurrence.
#[derive(Debug, Clone, Copy)]
enum Level {
    /// A request must not lose a value, a response must not gain one.
    Variance,
    /// As [`Level::Variance`], but not more severe than this.
    AtMost(Severity),
    /// As [`Level::Variance`], but not less severe than this.
    AtLeast(Severity),
    /// The calling side loses something, whichever way values travel.
    Loses,
    /// The same everywhere.
    Is(Severity),
    /// The same everywhere, also where the change is in something that is not sent.
    Always(Severity),
    /// In what a client sends, and in what it receives.
    Ways(Severity, Severity),
    /// Decided by a function.
    By(fn(&Occurrence, Relation) -> Severity),
}

use Level::{Always, AtLeast, AtMost, By, Is, Loses, Variance, Ways};
use Severity::{Error, Info, Warning};
use Subject::{
    Api, RequestBody, RequestParameter, RequestParameterProperty, RequestProperty,
    RequestReadOnlyProperty, ResponseBody, ResponseHeader, ResponseHeaderProperty,
    ResponseProperty, ResponseWriteOnlyProperty,
};

/// A single id.
const ALONE: Subjects = &[];

/// A keyword of a schema.
const SCHEMA: Subjects = &[
    (RequestProperty, "request-property"),
    (RequestBody, "request-body"),
    (RequestReadOnlyProperty, "request-read-only-property"),
    (RequestParameter, "request-parameter"),
    (RequestParameterProperty, "request-parameter-property"),
    (ResponseProperty, "response-property"),
    (ResponseBody, "response-body"),
    (ResponseWriteOnlyProperty, "response-write-only-property"),
    (ResponseHeader, "response-header"),
    (ResponseHeaderProperty, "response-header"),
];

/// A property of the compared schema.
const MEMBER: Subjects = &[
    (RequestProperty, "request-property"),
    (RequestBody, "request-property"),
    (RequestReadOnlyProperty, "request-read-only-property"),
    (RequestParameter, "request-parameter-property"),
    (RequestParameterProperty, "request-parameter-property"),
    (ResponseProperty, "response-property"),
    (ResponseBody, "response-property"),
    (ResponseWriteOnlyProperty, "response-write-only-property"),
    (ResponseHeader, "response-header-property"),
    (ResponseHeaderProperty, "response-header-property"),
];

/// A property that is added to what a client sends.
const SENT_MEMBER: Subjects = &[
    (RequestProperty, "request-property"),
    (RequestBody, "request-property"),
    (RequestReadOnlyProperty, "request-read-only-property"),
    (RequestParameter, "request-parameter-property"),
    (RequestParameterProperty, "request-parameter-property"),
];

macro_rules! received_member {
    ($response:literal, $write_only:literal, $header:literal) => {
        &[
            (ResponseProperty, $response),
            (ResponseBody, $response),
            (ResponseWriteOnlyProperty, $write_only),
            (ResponseHeader, $header),
            (ResponseHeaderProperty, $header),
        ]
    };
}

/// Properties of what a client receives.
const RECEIVED_OPTIONAL: Subjects = received_member!(
    "response-optional-property",
    "response-write-only-optional-property",
    "response-header-optional-property"
);
const RECEIVED_REQUIRED: Subjects = received_member!(
    "response-required-property",
    "response-write-only-required-property",
    "response-header-required-property"
);
const RECEIVED_OPTIONAL_WRITE_ONLY: Subjects = received_member!(
    "response-optional-write-only-property",
    "response-write-only-optional-write-only-property",
    "response-header-optional-write-only-property"
);
const RECEIVED_REQUIRED_WRITE_ONLY: Subjects = received_member!(
    "response-required-write-only-property",
    "response-write-only-required-write-only-property",
    "response-header-required-write-only-property"
);

/// `readOnly` and `writeOnly` of an optional property, or of a schema that is not a property.
const OPTIONAL: Subjects = &[
    (RequestProperty, "request-optional-property"),
    (RequestBody, "request-body"),
    (
        RequestReadOnlyProperty,
        "request-read-only-optional-property",
    ),
    (RequestParameter, "request-parameter"),
    (
        RequestParameterProperty,
        "request-parameter-optional-property",
    ),
    (ResponseProperty, "response-optional-property"),
    (ResponseBody, "response-body"),
    (
        ResponseWriteOnlyProperty,
        "response-write-only-optional-property",
    ),
    (ResponseHeader, "response-header"),
    (ResponseHeaderProperty, "response-header"),
];

/// `readOnly` and `writeOnly` of a required property.
const REQUIRED: Subjects = &[
    (RequestProperty, "request-required-property"),
    (
        RequestReadOnlyProperty,
        "request-read-only-required-property",
    ),
    (
        RequestParameterProperty,
        "request-parameter-required-property",
    ),
    (ResponseProperty, "response-required-property"),
    (
        ResponseWriteOnlyProperty,
        "response-write-only-required-property",
    ),
    (ResponseHeaderProperty, "response-header-required-property"),
];

macro_rules! lifecycle {
    ($api:literal) => {
        &[
            (Api, $api),
            (RequestProperty, "request-property"),
            (RequestBody, "request-property"),
            (RequestReadOnlyProperty, "request-property"),
            (RequestParameter, "request-parameter"),
            (RequestParameterProperty, "request-parameter-property"),
            (ResponseProperty, "response-property"),
            (ResponseBody, "response-property"),
            (ResponseWriteOnlyProperty, "response-property"),
            (ResponseHeader, "response-header"),
            (ResponseHeaderProperty, "response-header"),
        ]
    };
}

/// Announcements about an operation, a parameter, a header or a property.
const ANNOUNCED: Subjects = lifecycle!("endpoint");
const ANNOUNCED_API: Subjects = lifecycle!("api");

/// A sunset that is removed: that of an operation has an id of its own.
const ANNOUNCED_BELOW: Subjects = &[
    (RequestParameter, "request-parameter"),
    (RequestProperty, "request-property"),
    (RequestBody, "request-property"),
    (RequestReadOnlyProperty, "request-property"),
    (RequestParameterProperty, "request-parameter-property"),
    (ResponseProperty, "response-property"),
    (ResponseBody, "response-property"),
    (ResponseWriteOnlyProperty, "response-property"),
    (ResponseHeader, "response-header"),
    (ResponseHeaderProperty, "response-header"),
];

/// Encoding of a body, a parameter or a header.
const CARRIER: Subjects = &[
    (RequestBody, "request-body"),
    (ResponseBody, "response"),
    (RequestParameter, "request-parameter"),
    (ResponseHeader, "response-header"),
];
const PARAMETER: Subjects = &[
    (RequestParameter, "request-parameter"),
    (ResponseHeader, "response-header"),
    (RequestBody, "request-body"),
    (ResponseBody, "response"),
];

const LIMIT: &str = "A limit that is added or tightened rejects values that were accepted; one that is removed or relaxed accepts values that were rejected.";
const EXCLUSIVE: &str = "With an exclusive limit, the limit itself is rejected.";
const MULTIPLE: &str = "Multiples of 6 are multiples of 3, but not the other way round.";
const PATTERN: &str = "A pattern rejects what does not match it. Whether one pattern accepts what another does is not decided.";
const TYPE: &str = "Values of one type or format are not values of another, unless one includes the other: every integer is a number.";
const ENUM: &str =
    "A client may send every value of an enum, and has to know every value that it can receive.";
const OPEN_LIST: &str =
    "An open list names the values that are understood; a reader has to expect others.";
const CHOICE: &str =
    "A client may send every alternative, and has to know every alternative that it can receive.";
const EXTRA_CHOICE: &str = "A choice restricts what the choices beside it accept.";
const WRAPPED: &str = "A schema that becomes one of several alternatives accepts what they accept; one that was an alternative accepts only its own values.";
const NEGATED: &str = "A value that matches a schema under `not` is rejected.";
const DISCRIMINATOR: &str = "A discriminator selects the schema by a property; whether clients relied on that before is not stated.";
const MAPPING: &str = "The value of the discriminator decides which schema applies: a client may send every value, and has to know every value that it can receive.";
const KEYWORD: &str =
    "A keyword that OpenAPI 3.0 does not have restricts values where it is supported.";
const READ_ONLY: &str =
    "A `readOnly` property should not be sent in a request; it is not required there.";
const WRITE_ONLY: &str =
    "A `writeOnly` property is not part of a response, even where it is required.";
const ADDED_PROPERTY: &str = "A reader is expected to ignore properties that it does not know, unless the object named all of its properties.";
const REMOVED_PROPERTY: &str = "A property that is removed is missed by a reader and may still be sent; a closed object rejects it.";
const DEFAULT: &str = "The server applies its default to a request that omits the value, so that an unchanged request means something else. Clients may apply the default of a body themselves.";
const ANNOUNCED_REMOVAL: &str =
    "What was announced as deprecated may be removed, from its sunset on if it has one.";
const SUNSET: &str = "A sunset that is moved closer, removed, or in the past takes away time that clients were promised.";
const NOT_A_DATE: &str = "A sunset that is not a date (RFC 3339) announces nothing.";
const STABILITY: &str = "The levels are draft, alpha, beta and stable. A weaker level promises less than clients relied on.";
const DEPRECATED: &str = "A deprecated part still works.";
const SECURITY: &str =
    "A client that has just the credentials that were required must not be rejected.";
const SCHEME: &str = "Credentials of one scheme are not accepted by another. A scheme matters where an operation requires it.";
const SCOPE: &str = "A client whose token has just the scopes that were required is rejected when another one is required.";
const MEDIA_TYPE: &str =
    "A client may send every media type that is offered, and may ask for every one in a response.";
const MEDIA_TYPE_NAME: &str = "`application/*` includes `application/json`, and `application/json` includes every `+json` type. Parameters do not make it another type.";
const SCHEMALESS: &str = "Without a schema, every value is accepted.";
const ENCODING: &str =
    "A server that expects a part of a form in one encoding does not read another.";
const STYLE: &str =
    "A list or an object is written in one style; a server that expects it does not read another.";
const STATUS: &str = "A client expects the success statuses that it knows, and has to expect failures that it does not. Bodies are compared with those of the wider status that applies on the other side.";
const HEADER: &str = "A header that was always sent is relied on.";
const UNDECLARED: &str = "A value without a required name is rejected, also where no property declares the name; generated clients cannot send it.";
const NOT_SENT: &str = "It is not sent; generated clients may use it as a name.";

macro_rules! kinds {
    ($($kind:ident => ($id:literal, $subjects:expr, $level:expr, $message:literal, $meaning:expr);)+) => {
        /// A kind of change; its row of the catalogue explains it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each is explained by its row")]
        pub enum Kind { $($kind,)+ }

        /// The catalogue, in the order of [`Kind`].
        pub static ROWS: &[Row] = &[
            $(Row { kind: Kind::$kind, id: $id, subjects: $subjects, level: $level, message: $message, meaning: $meaning },)+
        ];
    };
}

kinds! {
    // Schemas: types, values and limits.
    TypeChanged => ("request-property-type-changed", SCHEMA, Variance, "{it} changed from {before} to {after}", TYPE);
    TypeGeneralized => ("request-property-type-generalized", SCHEMA, Variance, "{it} changed from {before} to {after}", TYPE);
    TypeSpecialized => ("request-property-type-specialized", SCHEMA, Variance, "{it} changed from {before} to {after}", TYPE);
    BecameEnum => ("request-property-became-enum", SCHEMA, Variance, "{it} is now limited to {after}", "An enum rejects every other value.");
    BecameNotEnum => ("request-property-became-not-enum", SCHEMA, Variance, "{it} is no longer limited to {before}", "An enum rejects every other value.");
    EnumValueAdded => ("request-property-enum-value-added", SCHEMA, Variance, "value `{name}` was added to the enum of {it}", ENUM);
    EnumValueRemoved => ("request-property-enum-value-removed", SCHEMA, Variance, "value `{name}` was removed from the enum of {it}", ENUM);
    ExtensibleValueAdded => ("request-property-x-extensible-enum-value-added", SCHEMA, Is(Info), "value `{name}` was added to the open list of {it}", OPEN_LIST);
    ExtensibleValueRemoved => ("request-property-x-extensible-enum-value-removed", SCHEMA, Ways(Error, Info), "value `{name}` was removed from the open list of {it}", OPEN_LIST);
    MaxSet => ("request-property-max-set", SCHEMA, Variance, "`maximum: {after}` was added to {it}", LIMIT);
    MaxUnset => ("request-property-max-unset", SCHEMA, Variance, "`maximum: {before}` was removed from {it}", LIMIT);
    MaxIncreased => ("request-property-max-increased", SCHEMA, Variance, "`maximum` of {it} changed from {before} to {after}", LIMIT);
    MaxDecreased => ("request-property-max-decreased", SCHEMA, Variance, "`maximum` of {it} changed from {before} to {after}", LIMIT);
    MinSet => ("request-property-min-set", SCHEMA, Variance, "`minimum: {after}` was added to {it}", LIMIT);
    MinUnset => ("request-property-min-unset", SCHEMA, Variance, "`minimum: {before}` was removed from {it}", LIMIT);
    MinIncreased => ("request-property-min-increased", SCHEMA, Variance, "`minimum` of {it} changed from {before} to {after}", LIMIT);
    MinDecreased => ("request-property-min-decreased", SCHEMA, Variance, "`minimum` of {it} changed from {before} to {after}", LIMIT);
    ExclusiveMaxSet => ("request-property-exclusive-max-set", SCHEMA, Variance, "`maximum` of {it} changed from {before} to {after}", EXCLUSIVE);
    ExclusiveMaxUnset => ("request-property-exclusive-max-unset", SCHEMA, Variance, "`maximum` of {it} changed from {before} to {after}", EXCLUSIVE);
    ExclusiveMinSet => ("request-property-exclusive-min-set", SCHEMA, Variance, "`minimum` of {it} changed from {before} to {after}", EXCLUSIVE);
    ExclusiveMinUnset => ("request-property-exclusive-min-unset", SCHEMA, Variance, "`minimum` of {it} changed from {before} to {after}", EXCLUSIVE);
    MaxLengthSet => ("request-property-max-length-set", SCHEMA, Variance, "`maxLength: {after}` was added to {it}", LIMIT);
    MaxLengthUnset => ("request-property-max-length-unset", SCHEMA, Variance, "`maxLength: {before}` was removed from {it}", LIMIT);
    MaxLengthIncreased => ("request-property-max-length-increased", SCHEMA, Variance, "`maxLength` of {it} changed from {before} to {after}", LIMIT);
    MaxLengthDecreased => ("request-property-max-length-decreased", SCHEMA, Variance, "`maxLength` of {it} changed from {before} to {after}", LIMIT);
    MinLengthSet => ("request-property-min-length-set", SCHEMA, Variance, "`minLength: {after}` was added to {it}", LIMIT);
    MinLengthUnset => ("request-property-min-length-unset", SCHEMA, Variance, "`minLength: {before}` was removed from {it}", LIMIT);
    MinLengthIncreased => ("request-property-min-length-increased", SCHEMA, Variance, "`minLength` of {it} changed from {before} to {after}", LIMIT);
    MinLengthDecreased => ("request-property-min-length-decreased", SCHEMA, Variance, "`minLength` of {it} changed from {before} to {after}", LIMIT);
    MaxItemsSet => ("request-property-max-items-set", SCHEMA, Variance, "`maxItems: {after}` was added to {it}", LIMIT);
    MaxItemsUnset => ("request-property-max-items-unset", SCHEMA, Variance, "`maxItems: {before}` was removed from {it}", LIMIT);
    MaxItemsIncreased => ("request-property-max-items-increased", SCHEMA, Variance, "`maxItems` of {it} changed from {before} to {after}", LIMIT);
    MaxItemsDecreased => ("request-property-max-items-decreased", SCHEMA, Variance, "`maxItems` of {it} changed from {before} to {after}", LIMIT);
    MinItemsSet => ("request-property-min-items-set", SCHEMA, Variance, "`minItems: {after}` was added to {it}", LIMIT);
    MinItemsUnset => ("request-property-min-items-unset", SCHEMA, Variance, "`minItems: {before}` was removed from {it}", LIMIT);
    MinItemsIncreased => ("request-property-min-items-increased", SCHEMA, Variance, "`minItems` of {it} changed from {before} to {after}", LIMIT);
    MinItemsDecreased => ("request-property-min-items-decreased", SCHEMA, Variance, "`minItems` of {it} changed from {before} to {after}", LIMIT);
    MaxPropertiesSet => ("request-property-max-properties-set", SCHEMA, Variance, "`maxProperties: {after}` was added to {it}", LIMIT);
    MaxPropertiesUnset => ("request-property-max-properties-unset", SCHEMA, Variance, "`maxProperties: {before}` was removed from {it}", LIMIT);
    MaxPropertiesIncreased => ("request-property-max-properties-increased", SCHEMA, Variance, "`maxProperties` of {it} changed from {before} to {after}", LIMIT);
    MaxPropertiesDecreased => ("request-property-max-properties-decreased", SCHEMA, Variance, "`maxProperties` of {it} changed from {before} to {after}", LIMIT);
    MinPropertiesSet => ("request-property-min-properties-set", SCHEMA, Variance, "`minProperties: {after}` was added to {it}", LIMIT);
    MinPropertiesUnset => ("request-property-min-properties-unset", SCHEMA, Variance, "`minProperties: {before}` was removed from {it}", LIMIT);
    MinPropertiesIncreased => ("request-property-min-properties-increased", SCHEMA, Variance, "`minProperties` of {it} changed from {before} to {after}", LIMIT);
    MinPropertiesDecreased => ("request-property-min-properties-decreased", SCHEMA, Variance, "`minProperties` of {it} changed from {before} to {after}", LIMIT);
    MultipleOfSet => ("request-property-multiple-of-set", SCHEMA, Variance, "`multipleOf: {after}` was added to {it}", MULTIPLE);
    MultipleOfUnset => ("request-property-multiple-of-unset", SCHEMA, Variance, "`multipleOf: {before}` was removed from {it}", MULTIPLE);
    MultipleOfChanged => ("request-property-multiple-of-changed", SCHEMA, Variance, "`multipleOf` of {it} changed from {before} to {after}", "Some multiples of 4 are not multiples of 6, and some of 6 not of 4.");
    MultipleOfGeneralized => ("request-property-multiple-of-generalized", SCHEMA, Variance, "`multipleOf` of {it} changed from {before} to {after}", MULTIPLE);
    MultipleOfSpecialized => ("request-property-multiple-of-specialized", SCHEMA, Variance, "`multipleOf` of {it} changed from {before} to {after}", MULTIPLE);
    PatternAdded => ("request-property-pattern-added", SCHEMA, Variance, "`pattern: {after}` was added to {it}", PATTERN);
    PatternRemoved => ("request-property-pattern-removed", SCHEMA, Variance, "`pattern: {before}` was removed from {it}", PATTERN);
    PatternChanged => ("request-property-pattern-changed", SCHEMA, Variance, "`pattern` of {it} changed from {before} to {after}", PATTERN);
    PatternGeneralized => ("request-property-pattern-generalized", SCHEMA, Variance, "a `pattern` of {it} was removed", "Of several patterns, each has to match.");
    PatternSpecialized => ("request-property-pattern-specialized", SCHEMA, Variance, "a further `pattern` was added to {it}", "Of several patterns, each has to match.");
    UniqueItemsSet => ("request-property-unique-items-set", SCHEMA, Variance, "the items of {it} must now be unique", "An array whose items must be unique rejects an array that repeats one.");
    UniqueItemsUnset => ("request-property-unique-items-unset", SCHEMA, Variance, "the items of {it} no longer have to be unique", "An array whose items must be unique rejects an array that repeats one.");
    ItemsAdded => ("request-property-items-added", SCHEMA, Variance, "`items` was added to {it}, whose items could be any value", "Without `items`, an array accepts items of any kind.");
    ItemsRemoved => ("request-property-items-removed", SCHEMA, Variance, "`items` was removed from {it}, whose items can now be any value", "Without `items`, an array accepts items of any kind.");
    BecameNullable => ("request-property-became-nullable", SCHEMA, Variance, "{it} can now be null", "Accepting `null` adds a value; rejecting it removes one.");
    BecameNotNullable => ("request-property-became-not-nullable", SCHEMA, Variance, "{it} can no longer be null", "Accepting `null` adds a value; rejecting it removes one.");
    DefaultValueAdded => ("request-property-default-value-added", SCHEMA, By(default_set), "`default: {after}` was added to {it}", DEFAULT);
    DefaultValueRemoved => ("request-property-default-value-removed", SCHEMA, By(default_set), "`default: {before}` was removed from {it}", DEFAULT);
    DefaultValueChanged => ("request-property-default-value-changed", SCHEMA, By(default_changed), "`default` of {it} changed from {before} to {after}", DEFAULT);

    // Schemas: objects.
    AdditionalPropertiesRestricted => ("request-property-additional-properties-restricted", SCHEMA, Variance, "`additionalProperties` of {it} changed from {before} to {after}", "A closed object rejects properties that it does not name.");
    AdditionalPropertiesRelaxed => ("request-property-additional-properties-relaxed", SCHEMA, AtMost(Warning), "`additionalProperties` of {it} changed from {before} to {after}", "A reader is expected to ignore properties that it does not know.");
    NewOptionalRequestProperty => ("new-optional-request-property", SENT_MEMBER, Is(Info), "optional property {member} was added to {part}", "A client does not have to send an optional property.");
    NewRequiredRequestProperty => ("new-required-request-property", SENT_MEMBER, Is(Error), "required property {member} was added to {part}", "Existing clients do not send a property that is new.");
    NewRequiredRequestPropertyWithDefault => ("new-required-request-property-with-default", SENT_MEMBER, Is(Error), "required property {member} was added to {part}", "A default is what a server applies to an omitted value; it does not make the omission valid.");
    PropertyRemoved => ("request-property-removed", MEMBER, AtLeast(Warning), "property {member} was removed from {part}", REMOVED_PROPERTY);
    PropertyRemovedWithDeprecation => ("request-property-removed-with-deprecation", MEMBER, Is(Info), "deprecated property {member} was removed from {part}", ANNOUNCED_REMOVAL);
    PropertyRemovedBeforeSunset => ("request-property-removed-before-sunset", MEMBER, Is(Error), "property {member} was removed from {part} before its sunset", ANNOUNCED_REMOVAL);
    PropertyRemovedSunsetParse => ("request-property-removed-sunset-parse", MEMBER, Is(Error), "property {member} was removed from {part}, and its sunset is not a date", NOT_A_DATE);
    ResponseOptionalPropertyAdded => ("response-optional-property-added", RECEIVED_OPTIONAL, AtMost(Warning), "optional property {member} was added to {part}", ADDED_PROPERTY);
    ResponseRequiredPropertyAdded => ("response-required-property-added", RECEIVED_REQUIRED, AtMost(Warning), "required property {member} was added to {part}", ADDED_PROPERTY);
    ResponseOptionalWriteOnlyPropertyAdded => ("response-optional-write-only-property-added", RECEIVED_OPTIONAL_WRITE_ONLY, Is(Info), "`writeOnly` property {member} was added to {part}", WRITE_ONLY);
    ResponseRequiredWriteOnlyPropertyAdded => ("response-required-write-only-property-added", RECEIVED_REQUIRED_WRITE_ONLY, Is(Info), "`writeOnly` property {member} was added to {part}", WRITE_ONLY);
    ResponseRequiredPropertyRemoved => ("response-required-property-removed", RECEIVED_REQUIRED, Is(Error), "required property {member} was removed from {part}", "A reader relies on a required property.");
    ResponseOptionalWriteOnlyPropertyRemoved => ("response-optional-write-only-property-removed", RECEIVED_OPTIONAL_WRITE_ONLY, Is(Info), "`writeOnly` property {member} was removed from {part}", WRITE_ONLY);
    ResponseRequiredWriteOnlyPropertyRemoved => ("response-required-write-only-property-removed", RECEIVED_REQUIRED_WRITE_ONLY, Is(Info), "`writeOnly` property {member} was removed from {part}", WRITE_ONLY);
    PropertyBecameRequired => ("request-property-became-required", MEMBER, Variance, "property {member} is now required in {part}", "Not every client sent what is now required; a reader misses what is no longer required.");
    PropertyBecameRequiredWithDefault => ("request-property-became-required-with-default", MEMBER, Variance, "property {member} is now required in {part}", "A default is what a server applies to an omitted value; it does not make the omission valid.");
    PropertyBecameOptional => ("request-property-became-optional", MEMBER, Variance, "property {member} is no longer required in {part}", "Not every client sent what is now required; a reader misses what is no longer required.");
    UndeclaredBecameRequired => ("request-property-undeclared-became-required", MEMBER, Variance, "{member}, which is not declared, is now required in {part}", UNDECLARED);
    UndeclaredBecameOptional => ("request-property-undeclared-became-optional", MEMBER, Variance, "{member}, which is not declared, is no longer required in {part}", UNDECLARED);
    OptionalBecameReadOnly => ("request-optional-property-became-read-only", OPTIONAL, Ways(Warning, Info), "{it} is now `readOnly`", READ_ONLY);
    OptionalBecameNotReadOnly => ("request-optional-property-became-not-read-only", OPTIONAL, Is(Info), "{it} is no longer `readOnly`", READ_ONLY);
    OptionalBecameWriteOnly => ("request-optional-property-became-write-only", OPTIONAL, Ways(Info, Warning), "{it} is now `writeOnly`", WRITE_ONLY);
    OptionalBecameNotWriteOnly => ("request-optional-property-became-not-write-only", OPTIONAL, Is(Info), "{it} is no longer `writeOnly`", WRITE_ONLY);
    RequiredBecameReadOnly => ("request-required-property-became-read-only", REQUIRED, Ways(Warning, Info), "required {it} is now `readOnly`", READ_ONLY);
    RequiredBecameNotReadOnly => ("request-required-property-became-not-read-only", REQUIRED, Ways(Error, Info), "required {it} is no longer `readOnly`: a request has to contain it", "A required property is required in a request unless it is `readOnly`; existing clients do not send it.");
    RequiredBecameWriteOnly => ("request-required-property-became-write-only", REQUIRED, Ways(Info, Error), "required {it} is now `writeOnly`: a response does not contain it", "A required property is part of every response unless it is `writeOnly`; existing clients rely on it.");
    RequiredBecameNotWriteOnly => ("request-required-property-became-not-write-only", REQUIRED, Is(Info), "required {it} is no longer `writeOnly`", WRITE_ONLY);

    // Schemas: choices.
    OneOfAdded => ("request-property-one-of-added", SCHEMA, Variance, "`{name}` was added to the `oneOf` of {it}", CHOICE);
    OneOfRemoved => ("request-property-one-of-removed", SCHEMA, Variance, "`{name}` was removed from the `oneOf` of {it}", CHOICE);
    AnyOfAdded => ("request-property-any-of-added", SCHEMA, Variance, "`{name}` was added to the `anyOf` of {it}", CHOICE);
    AnyOfRemoved => ("request-property-any-of-removed", SCHEMA, Variance, "`{name}` was removed from the `anyOf` of {it}", CHOICE);
    OneOfChoiceAdded => ("request-property-one-of-choice-added", SCHEMA, Variance, "a further `oneOf` was added to {it}", EXTRA_CHOICE);
    OneOfChoiceRemoved => ("request-property-one-of-choice-removed", SCHEMA, Variance, "a further `oneOf` was removed from {it}", EXTRA_CHOICE);
    AnyOfChoiceAdded => ("request-property-any-of-choice-added", SCHEMA, Variance, "a further `anyOf` was added to {it}", EXTRA_CHOICE);
    AnyOfChoiceRemoved => ("request-property-any-of-choice-removed", SCHEMA, Variance, "a further `anyOf` was removed from {it}", EXTRA_CHOICE);
    ChoiceKeywordChanged => ("request-property-choice-keyword-changed", SCHEMA, Variance, "`{before}` of {it} became `{after}`", "`oneOf` rejects a value that two alternatives accept, `anyOf` does not.");
    WrappedInOneOf => ("request-property-wrapped-in-one-of", SCHEMA, Variance, "{it} is now a choice of several schemas (`oneOf`)", WRAPPED);
    UnwrappedFromOneOf => ("request-property-unwrapped-from-one-of", SCHEMA, Variance, "{it} is no longer a choice of several schemas (`oneOf`)", WRAPPED);
    WrappedInAnyOf => ("request-property-wrapped-in-any-of", SCHEMA, Variance, "{it} is now a choice of several schemas (`anyOf`)", WRAPPED);
    UnwrappedFromAnyOf => ("request-property-unwrapped-from-any-of", SCHEMA, Variance, "{it} is no longer a choice of several schemas (`anyOf`)", WRAPPED);
    NotAdded => ("request-property-not-added", SCHEMA, Variance, "`not` was added to {it}", NEGATED);
    NotRemoved => ("request-property-not-removed", SCHEMA, Variance, "`not` was removed from {it}", NEGATED);
    NotChanged => ("request-property-not-changed", SCHEMA, Variance, "`not` of {it} changed", NEGATED);
    DiscriminatorAdded => ("request-property-discriminator-added", SCHEMA, Variance, "a discriminator was added to {it}", DISCRIMINATOR);
    DiscriminatorRemoved => ("request-property-discriminator-removed", SCHEMA, Variance, "the discriminator of {it} was removed", DISCRIMINATOR);
    DiscriminatorChanged => ("request-property-discriminator-changed", SCHEMA, Variance, "the discriminator of {it} changed", DISCRIMINATOR);
    DiscriminatorPropertyNameChanged => ("request-property-discriminator-property-name-changed", SCHEMA, Variance, "the discriminator property of {it} changed from `{before}` to `{after}`", "The discriminator is read from one property; a value under another name selects no schema.");
    DiscriminatorMappingAdded => ("request-property-discriminator-mapping-added", SCHEMA, Variance, "discriminator value `{name}` was added to {it}", MAPPING);
    DiscriminatorMappingDeleted => ("request-property-discriminator-mapping-deleted", SCHEMA, Variance, "discriminator value `{name}` was removed from {it}", MAPPING);
    DiscriminatorMappingChanged => ("request-property-discriminator-mapping-changed", SCHEMA, Variance, "discriminator value `{name}` of {it} selects {after} instead of {before}", MAPPING);

    // Schemas: keywords that do not limit JSON values in OpenAPI 3.0.
    XmlChanged => ("request-property-xml-changed", SCHEMA, By(xml_form), "the XML form of {it} changed", "The XML form matters where XML is sent.");
    ReferenceChanged => ("request-property-reference-changed", SCHEMA, Variance, "the `$ref` of {it} changed from {before} to {after}", "A reference that cannot be resolved cannot be compared.");
    IgnoredKeywordChanged => ("request-property-ignored-keyword-changed", SCHEMA, Variance, "`{name}` beside the `$ref` of {it} changed, which OpenAPI 3.0 ignores", "OpenAPI 3.0 ignores keywords beside a `$ref`.");
    KeywordAdded => ("request-property-keyword-added", SCHEMA, Variance, "`{name}` was added to {it}", KEYWORD);
    KeywordRemoved => ("request-property-keyword-removed", SCHEMA, Variance, "`{name}` was removed from {it}", KEYWORD);
    KeywordChanged => ("request-property-keyword-changed", SCHEMA, Variance, "`{name}` of {it} changed", KEYWORD);

    // Lifecycle.
    EndpointDeprecated => ("endpoint-deprecated", ANNOUNCED, Is(Info), "{it} is now deprecated", DEPRECATED);
    EndpointReactivated => ("endpoint-reactivated", ANNOUNCED, Is(Info), "{it} is no longer deprecated", DEPRECATED);
    DeprecationDateChanged => ("endpoint-deprecation-date-changed", ANNOUNCED, Is(Info), "the deprecation date of {it} changed from {before} to {after}", DEPRECATED);
    SuccessorChanged => ("endpoint-successor-changed", ANNOUNCED, Is(Info), "the successor of {it} changed from {before} to {after}", "The successor is the operation to migrate to; it does not change what is sent.");
    DeprecatedSunsetParse => ("api-deprecated-sunset-parse", ANNOUNCED_API, Is(Error), "the sunset of {it} changed from {before} to {after}: not both are dates", NOT_A_DATE);
    SunsetDateChangedTooSmall => ("api-sunset-date-changed-too-small", ANNOUNCED_API, Is(Error), "the sunset of {it} was moved closer, from {before} to {after}", SUNSET);
    SunsetDatePostponed => ("api-sunset-date-postponed", ANNOUNCED_API, Is(Info), "the sunset of {it} was postponed from {before} to {after}", SUNSET);
    SunsetDateTooSmall => ("api-sunset-date-too-small", ANNOUNCED_API, Is(Error), "the sunset of {it} was announced for {after}, which has passed", SUNSET);
    SunsetAdded => ("api-sunset-added", ANNOUNCED_API, Is(Info), "the sunset of {it} was announced for {after}", SUNSET);
    SunsetWithoutDeprecation => ("api-sunset-without-deprecation", ANNOUNCED_API, Is(Info), "the sunset of {it}, which is not deprecated, changed from {before} to {after}", "The sunset of a part that is not deprecated has no meaning.");
    SunsetDeleted => ("sunset-deleted", ALONE, Is(Error), "the sunset {before} of deprecated {it} was removed", SUNSET);
    PartSunsetDeleted => ("request-parameter-sunset-deleted", ANNOUNCED_BELOW, Is(Error), "the sunset {before} of deprecated {it} was removed", SUNSET);
    StabilityIncreased => ("api-stability-increased", ANNOUNCED_API, Is(Info), "the stability level of {it} was raised from {before} to {after}", STABILITY);
    StabilityDecreased => ("api-stability-decreased", ANNOUNCED_API, Is(Error), "the stability level of {it} was lowered from {before} to {after}", STABILITY);
    InvalidStabilityLevel => ("api-invalid-stability-level", ALONE, Always(Error), "the stability level of {it} changed from {before} to {after}: not both are levels", STABILITY);

    // Paths and operations.
    EndpointAdded => ("endpoint-added", ALONE, Is(Info), "{operation} was added", "Existing clients do not call an operation that is new.");
    PathRemovedWithoutDeprecation => ("api-path-removed-without-deprecation", ALONE, Is(Error), "{operation} was removed", "Existing clients call an operation that was removed without notice.");
    PathRemovedWithDeprecation => ("api-path-removed-with-deprecation", ALONE, Is(Info), "deprecated {operation} was removed", ANNOUNCED_REMOVAL);
    PathRemovedBeforeSunset => ("api-path-removed-before-sunset", ALONE, Is(Error), "{operation} was removed before its sunset", ANNOUNCED_REMOVAL);
    PathRemovedSunsetParse => ("api-path-removed-sunset-parse", ALONE, Is(Error), "{operation} was removed, and its sunset is not a date", NOT_A_DATE);
    OperationRemovedWithoutDeprecation => ("api-removed-without-deprecation", ALONE, Is(Error), "{operation} was removed", "Existing clients call an operation that was removed without notice.");
    OperationRemovedWithDeprecation => ("api-removed-with-deprecation", ALONE, Is(Info), "deprecated {operation} was removed", ANNOUNCED_REMOVAL);
    OperationRemovedBeforeSunset => ("api-removed-before-sunset", ALONE, Is(Error), "{operation} was removed before its sunset", ANNOUNCED_REMOVAL);
    OperationRemovedSunsetParse => ("api-removed-sunset-parse", ALONE, Is(Error), "{operation} was removed, and its sunset is not a date", NOT_A_DATE);
    PathRenamed => ("api-path-renamed", ALONE, Is(Error), "{name} renamed: {before} → {after}", "Existing clients call the path that was removed; its operations are compared with those of the new path.");
    PathParameterRenamed => ("path-parameter-renamed", ALONE, Is(Info), "the path `{before}` is now written `{after}`", "The name of a path parameter is not sent.");
    PathChanged => ("api-path-changed", ALONE, Is(Info), "the path changed from {before} to {after}", "Two operations are compared as versions of one; a client selects one of them.");
    MethodChanged => ("api-method-changed", ALONE, Is(Info), "the method changed from {before} to {after}", "Two operations are compared as versions of one; a client selects one of them.");
    PinnedVersionChanged => ("api-pinned-version-changed", ALONE, Is(Info), "the pinned version changed from {before} to {after}", "The version is sent by the client library, which selects it with the operation.");
    MethodClassChanged => ("api-method-class-changed", ALONE, By(loses), "the method class of {it} changed from {before} to {after}: calls may now be sent twice", "Clients repeat a safe or idempotent call whose outcome is unknown, and no other. A call that is repeated although it is not idempotent is applied twice.");
    SuccessSetChanged => ("api-success-set-changed", ALONE, Is(Warning), "the success statuses of {it} changed from {before} to {after}: calls may now be sent twice", "A client that takes a success for a failure may send the call again.");
    SuccessSetNarrowed => ("api-success-set-narrowed", ALONE, Is(Info), "the success statuses of {it} changed from {before} to {after}", "A client has to expect fewer success statuses.");
    OperationIdAdded => ("api-operation-id-added", ALONE, Is(Info), "operationId {after} was added to {it}", NOT_SENT);
    OperationIdRemoved => ("api-operation-id-removed", ALONE, Is(Info), "operationId {before} was removed from {it}", NOT_SENT);
    OperationIdChanged => ("api-operation-id-changed", ALONE, Is(Info), "the operationId changed from {before} to {after}", NOT_SENT);
    OperationTagAdded => ("api-tag-added", ALONE, Is(Info), "tag `{name}` was added to {it}", NOT_SENT);
    OperationTagRemoved => ("api-tag-removed", ALONE, Is(Info), "tag `{name}` was removed from {it}", NOT_SENT);
    ServerAdded => ("server-added", ALONE, Is(Info), "server {name} was added to {it}", "A client that uses a server that was removed may not find the API there.");
    ServerRemoved => ("server-removed", ALONE, Is(Warning), "server {name} was removed from {it}", "A client that uses a server that was removed may not find the API there.");
    ServerChanged => ("server-changed", ALONE, Is(Warning), "{name} of {it} changed from {before} to {after}", "A server whose variables change may have another address.");
    CallbackAdded => ("callback-added", ALONE, Is(Info), "callback `{name}` was added to {part}", "A client that waits for a callback no longer receives it after its removal.");
    CallbackRemoved => ("callback-removed", ALONE, Is(Error), "callback `{name}` was removed from {part}", "A client that waits for a callback no longer receives it after its removal.");

    // Parameters, bodies, responses and headers.
    NewOptionalRequestParameter => ("new-optional-request-parameter", ALONE, Is(Info), "{it} was added, optional", "A client does not have to send an optional parameter.");
    NewRequiredRequestParameter => ("new-required-request-parameter", ALONE, Ways(Error, Info), "{it} was added, required", "Existing clients do not send a parameter that is new.");
    NewRequestPathParameter => ("new-request-path-parameter", ALONE, Ways(Error, Info), "{it} was added", "Existing clients do not fill in a path parameter that is new.");
    ParameterRemoved => ("request-parameter-removed", ALONE, Ways(Warning, Info), "{it} was removed", "A server may ignore a parameter that was removed, or reject it.");
    ParameterRemovedWithDeprecation => ("request-parameter-removed-with-deprecation", ALONE, Is(Info), "deprecated {it} was removed", ANNOUNCED_REMOVAL);
    ParameterRemovedBeforeSunset => ("request-parameter-removed-before-sunset", ALONE, Ways(Error, Info), "{it} was removed before its sunset", ANNOUNCED_REMOVAL);
    ParameterRemovedSunsetParse => ("request-parameter-removed-sunset-parse", ALONE, Ways(Error, Info), "{it} was removed, and its sunset is not a date", NOT_A_DATE);
    ParameterBecameRequired => ("request-parameter-became-required", ALONE, Variance, "{it} is now required", "Not every client sent a parameter that is now required.");
    ParameterBecameOptional => ("request-parameter-became-optional", ALONE, Variance, "{it} is no longer required", "Not every client sent a parameter that is now required.");
    StyleChanged => ("request-parameter-style-changed", PARAMETER, Variance, "the style of {it} changed from {before} to {after}", STYLE);
    AllowReservedSet => ("request-parameter-allow-reserved-set", PARAMETER, Variance, "{it} may now contain unescaped reserved characters", "Where reserved characters must be escaped, a value that contains them is not understood.");
    AllowReservedUnset => ("request-parameter-allow-reserved-unset", PARAMETER, Variance, "{it} must no longer contain unescaped reserved characters", "Where reserved characters must be escaped, a value that contains them is not understood.");
    AllowEmptyValueSet => ("request-parameter-allow-empty-value-set", PARAMETER, AtMost(Warning), "{it} may now be empty", "An empty value may be rejected where it is not allowed.");
    AllowEmptyValueUnset => ("request-parameter-allow-empty-value-unset", PARAMETER, AtMost(Warning), "{it} must no longer be empty", "An empty value may be rejected where it is not allowed.");
    ContentChanged => ("request-parameter-content-changed", PARAMETER, Variance, "{it} changed between `schema` and `content`", "A value is written by its schema or as a media type; a server that expects one does not read the other.");
    RequestBodyAddedRequired => ("request-body-added-required", ALONE, Ways(Error, Info), "{it} was added, required", "Existing clients do not send a body that is new.");
    RequestBodyAddedOptional => ("request-body-added-optional", ALONE, Is(Info), "{it} was added, optional", "A client does not have to send an optional body.");
    RequestBodyRemoved => ("request-body-removed", ALONE, Ways(Error, Info), "{it} was removed", "What a client sends in a body that was removed is lost.");
    RequestBodyBecameRequired => ("request-body-became-required", ALONE, Variance, "{it} is now required", "Not every client sent a body that is now required.");
    RequestBodyBecameOptional => ("request-body-became-optional", ALONE, Variance, "{it} is no longer required", "Not every client sent a body that is now required.");
    MediaTypeAdded => ("request-body-media-type-added", CARRIER, Is(Info), "media type {name} was added to {it}", MEDIA_TYPE);
    MediaTypeRemoved => ("request-body-media-type-removed", CARRIER, Is(Error), "media type {name} was removed from {it}", MEDIA_TYPE);
    MediaTypeNameChanged => ("request-body-media-type-name-changed", CARRIER, Variance, "the media type of {it} changed from {before} to {after}", MEDIA_TYPE_NAME);
    MediaTypeNameGeneralized => ("request-body-media-type-name-generalized", CARRIER, Variance, "the media type of {it} changed from {before} to {after}", MEDIA_TYPE_NAME);
    MediaTypeNameSpecialized => ("request-body-media-type-name-specialized", CARRIER, Variance, "the media type of {it} changed from {before} to {after}", MEDIA_TYPE_NAME);
    MediaTypeSchemaAdded => ("request-body-media-type-schema-added", CARRIER, Variance, "a schema was added to {it}", SCHEMALESS);
    MediaTypeSchemaRemoved => ("request-body-media-type-schema-removed", CARRIER, Variance, "the schema of {it} was removed", SCHEMALESS);
    EncodingAdded => ("request-body-encoding-added", CARRIER, Variance, "the encoding of `{name}` was added to {it}", ENCODING);
    EncodingRemoved => ("request-body-encoding-removed", CARRIER, Variance, "the encoding of `{name}` was removed from {it}", ENCODING);
    EncodingChanged => ("request-body-encoding-changed", CARRIER, Variance, "the encoding of `{name}` in {it} changed from {before} to {after}", ENCODING);
    SuccessStatusAdded => ("response-success-status-added", ALONE, Ways(Info, Warning), "{it} was added", STATUS);
    SuccessStatusRemoved => ("response-success-status-removed", ALONE, Is(Error), "{it} was removed", STATUS);
    SuccessStatusGeneralized => ("response-success-status-generalized", ALONE, Ways(Info, Warning), "{it} is now described by `{after}`: further success statuses are possible", STATUS);
    SuccessStatusSpecialized => ("response-success-status-specialized", ALONE, Ways(Warning, Info), "{it}, described by `{before}` until now, is described by itself", STATUS);
    NonSuccessStatusAdded => ("response-non-success-status-added", ALONE, Is(Info), "{it} was added", STATUS);
    NonSuccessStatusRemoved => ("response-non-success-status-removed", ALONE, Ways(Error, Info), "{it} was removed", STATUS);
    HeaderAdded => ("response-header-added", ALONE, Is(Info), "{it} was added", HEADER);
    RequiredHeaderRemoved => ("required-response-header-removed", ALONE, Ways(Info, Error), "{it} was removed", HEADER);
    OptionalHeaderRemoved => ("optional-response-header-removed", ALONE, Ways(Info, Warning), "{it} was removed", "A client can do without a header that was not always sent.");
    HeaderBecameRequired => ("response-header-became-required", ALONE, Variance, "{it} is now required", HEADER);
    HeaderBecameOptional => ("response-header-became-optional", ALONE, Variance, "{it} is no longer required", HEADER);
    LinkAdded => ("link-added", ALONE, Is(Info), "link `{name}` was added to {it}", "A link only describes a request that clients can send without it.");
    LinkRemoved => ("link-removed", ALONE, Is(Info), "link `{name}` was removed from {it}", "A link only describes a request that clients can send without it.");
    LinkChanged => ("link-changed", ALONE, Is(Info), "link `{name}` of {it} changed", "A link only describes a request that clients can send without it.");

    // Security.
    SecurityBecameRequired => ("api-security-became-required", ALONE, Loses, "{part} could be called without credentials and now requires {name}", "A client that sent no credentials is rejected.");
    SecurityBecameOptional => ("api-security-became-optional", ALONE, Loses, "{part} required {name} and can now be called without credentials", SECURITY);
    GlobalSecurityBecameRequired => ("api-global-security-became-required", ALONE, Loses, "{part} could be called without credentials and now requires {name}", "A client that sent no credentials is rejected.");
    GlobalSecurityBecameOptional => ("api-global-security-became-optional", ALONE, Loses, "{part} required {name} and can now be called without credentials", SECURITY);
    SecurityAdded => ("api-security-added", ALONE, Loses, "{part} can now also be called with {name}", SECURITY);
    SecurityRemoved => ("api-security-removed", ALONE, Loses, "{name} is no longer accepted by {part}", SECURITY);
    SecurityScopeAdded => ("api-security-scope-added", ALONE, Loses, "scope `{name}` is now required by {part}", SCOPE);
    SecurityScopeRemoved => ("api-security-scope-removed", ALONE, Loses, "scope `{name}` is no longer required by {part}", SCOPE);
    GlobalSecurityAdded => ("api-global-security-added", ALONE, Loses, "{part} can now also be called with {name}", SECURITY);
    GlobalSecurityRemoved => ("api-global-security-removed", ALONE, Loses, "{name} is no longer accepted by {part}", SECURITY);
    GlobalSecurityScopeAdded => ("api-global-security-scope-added", ALONE, Loses, "scope `{name}` is now required by {part}", SCOPE);
    GlobalSecurityScopeRemoved => ("api-global-security-scope-removed", ALONE, Loses, "scope `{name}` is no longer required by {part}", SCOPE);
    SecuritySchemeAdded => ("api-security-component-added", ALONE, Is(Info), "{part} was added", SCHEME);
    SecuritySchemeRemoved => ("api-security-component-removed", ALONE, Is(Info), "{part} was removed", SCHEME);
    SecuritySchemeChanged => ("api-security-component-changed", ALONE, Loses, "`{name}` of {part} changed from {before} to {after}", SCHEME);
    SecuritySchemeTypeChanged => ("api-security-component-type-changed", ALONE, Loses, "`{name}` of {part} changed from {before} to {after}", SCHEME);
    OAuthFlowAdded => ("api-security-component-oauth-flow-added", ALONE, Loses, "the flow `{name}` was added to {part}", "A client may use a flow that is removed.");
    OAuthFlowRemoved => ("api-security-component-oauth-flow-removed", ALONE, Loses, "the flow `{name}` was removed from {part}", "A client may use a flow that is removed.");
    OAuthScopeAdded => ("api-security-component-oauth-scope-added", ALONE, Loses, "`{name}` was added to {part}", "A client may request a scope that is removed.");
    OAuthScopeRemoved => ("api-security-component-oauth-scope-removed", ALONE, Loses, "`{name}` was removed from {part}", "A client may request a scope that is removed.");
    OAuthScopeChanged => ("api-security-component-oauth-scope-changed", ALONE, Is(Info), "the description of `{name}` of {part} changed", "The description of a scope is not sent.");
    OAuthTokenUrlChanged => ("api-security-component-oauth-token-url-changed", ALONE, Loses, "`{name}` of {part} changed from {before} to {after}", "A client may obtain its token from the URL that was removed.");
    OAuthUrlChanged => ("api-security-component-oauth-url-changed", ALONE, Loses, "`{name}` of {part} changed from {before} to {after}", "A client may use the URL that was removed.");

    // The document.
    OpenApiVersionChanged => ("openapi-version-changed", ALONE, Is(Info), "the OpenAPI version changed from {before} to {after}", "The version of the specification is not sent.");
    VersionChanged => ("api-version-changed", ALONE, Is(Info), "the version of the API changed from {before} to {after}", "The version of the document is not sent.");
    TagAdded => ("tag-added", ALONE, Is(Info), "tag `{name}` was added to {it}", NOT_SENT);
    TagRemoved => ("tag-removed", ALONE, Is(Info), "tag `{name}` was removed from {it}", NOT_SENT);
    SchemaAdded => ("api-schema-added", ALONE, Is(Info), "{part} was added", "A component that is not referenced is not sent.");
    SchemaRemoved => ("api-schema-removed", ALONE, Is(Info), "{part} was removed", "A component that is not referenced is not sent.");
    ComponentAdded => ("component-added", ALONE, Is(Info), "{part} was added", "A component that is not referenced is not sent.");
    ComponentRemoved => ("component-removed", ALONE, Is(Info), "{part} was removed", "A component that is not referenced is not sent.");
    ComponentChanged => ("component-changed", ALONE, Is(Info), "{part} changed", "A component that is not referenced is not sent.");
    ComponentRenamed => ("component-renamed", ALONE, Is(Info), "renamed in components/{name}: {before} → {after}", NOT_SENT);
    DocumentationChanged => ("documentation-changed", ALONE, Is(Info), "`{name}` of {it} {changed}", "Descriptions and examples are not sent.");
    ExtensionChanged => ("extension-changed", ALONE, Is(Info), "`{name}` of {it} {changed}", "An extension that is not known here may mean anything to other tools.");
    Unclassified => ("unclassified-change", ALONE, Is(Warning), "{pointer} {changed}, which is not classified", "A difference that no other kind covers may mean anything.");
}

impl Kind {
    /// The row of the catalogue.
    pub fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// The id where the change occurs.
    pub(super) fn id(self, subject: Subject) -> String {
        self.row().id_at(subject)
    }

    pub(super) fn severity(self, occurrence: &Occurrence, relation: Relation) -> Severity {
        let variance = variance(occurrence, relation);
        let severity = match self.row().level {
            Variance => variance,
            AtMost(most) => variance.min(most),
            AtLeast(least) => variance.max(least),
            Loses => by(relation.loses),
            Is(severity) => severity,
            Always(severity) => {
                // The level does not depend on the direction.
                return match occurrence.exclusion {
                    Some(Exclusion::Unstable | Exclusion::Unused) => Info,
                    _ => severity,
                };
            }
            Ways(request, response) => match occurrence.direction() {
                Some(Direction::Request) => request,
                Some(Direction::Response) => response,
                None => Info,
            },
            By(decide) => decide(occurrence, relation),
        };
        match occurrence.exclusion {
            Some(_) => Info,
            None => severity,
        }
    }
}

impl Row {
    /// Every id of the row, in the order of its subjects, each once.
    pub fn ids(&self) -> Vec<String> {
        let mut ids = Vec::new();
        if self.subjects.is_empty() {
            ids.push(self.id.to_owned());
        }
        for (subject, _) in self.subjects {
            let id = self.id_at(*subject);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// The most severe that the kind can be, and the least.
    pub fn severities(&self) -> (Severity, Severity) {
        match self.level {
            Variance | Loses | By(_) => (Error, Info),
            AtMost(most) => (most, Info),
            AtLeast(least) => (Error, least),
            Is(severity) | Always(severity) => (severity, severity),
            Ways(request, response) => (request.max(response), request.min(response)),
        }
    }

    fn id_at(&self, subject: Subject) -> String {
        let Some((_, first)) = self.subjects.first() else {
            return self.id.to_owned();
        };
        let words = self.subjects.iter().find(|(one, _)| *one == subject);
        let words = words.map_or(*first, |(_, words)| *words);
        self.id.replacen(first, words, 1)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.row().id)
    }
}

/// The kind with an id, of any of its subjects.
pub fn kind_of(id: &str) -> Option<Kind> {
    let mut rows = ROWS.iter();
    let row = rows.find(|row| row.ids().iter().any(|known| known == id));
    row.map(|row| row.kind)
}

/// A request must not lose a value, a response must not gain one.
fn variance(occurrence: &Occurrence, relation: Relation) -> Severity {
    match occurrence.direction() {
        Some(Direction::Request) => by(relation.loses),
        Some(Direction::Response) => by(relation.gains),
        None => Info,
    }
}

fn by(certainty: Certainty) -> Severity {
    match certainty {
        Certainty::No => Info,
        Certainty::Maybe => Warning,
        Certainty::Yes => Error,
    }
}

/// Either way, a changed class of methods makes some clients repeat calls; only a lost guarantee
/// breaks existing clients.
fn loses(_: &Occurrence, relation: Relation) -> Severity {
    by(relation.loses).max(Warning)
}

fn xml_form(occurrence: &Occurrence, relation: Relation) -> Severity {
    if occurrence.context.xml {
        variance(occurrence, relation)
    } else {
        Info
    }
}

fn default_changed(occurrence: &Occurrence, relation: Relation) -> Severity {
    match default_set(occurrence, relation) {
        Warning if occurrence.context.parameter => Error,
        severity => severity,
    }
}

/// The value that a server assumed without a default is not stated; it may have been the same.
fn default_set(occurrence: &Occurrence, _: Relation) -> Severity {
    match occurrence.direction() {
        // A value that has to be sent is never assumed.
        Some(Direction::Request)
            if occurrence.context.parameter && occurrence.context.required.1 =>
        {
            Info
        }
        Some(Direction::Request) => Warning,
        _ => Info,
    }
}
