use crate::Pointer;
use crate::diff::relation::Relation;
use crate::diff::schema::{Bound, ChoiceKeyword};

/// One fact: something that is different in the revision, before anybody judges it.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What changed.
    pub kind: Kind,
    /// How it changed.
    pub edit: Edit,
    /// What became of the set of accepted values, where there is such a set.
    pub relation: Relation,
    /// Where in the base: the thing itself, or what would have held it.
    pub base: Pointer,
    /// Where in the revision: the thing itself, or what would have held it.
    pub revision: Pointer,
    /// What stood in the base, for people.
    pub before: Option<String>,
    /// What stands in the revision, for people.
    pub after: Option<String>,
}

impl Change {
    /// The change that leads back from revision to base.
    #[must_use]
    pub fn mirrored(self) -> Self {
        let kind = match self.kind {
            Kind::Lifecycle(LifecycleKind::Sunset {
                was_deprecated,
                is_deprecated,
            }) => Kind::Lifecycle(LifecycleKind::Sunset {
                was_deprecated: is_deprecated,
                is_deprecated: was_deprecated,
            }),
            kind => kind,
        };
        Self {
            kind,
            edit: self.edit.mirrored(),
            relation: self.relation.mirrored(),
            base: self.revision,
            revision: self.base,
            before: self.after,
            after: self.before,
        }
    }
}

/// How a thing changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edit {
    /// Only the revision has it.
    Added,
    /// Only the base has it.
    Removed,
    /// Both have it, and it is not the same.
    Changed,
}

impl Edit {
    /// The edit that leads back from revision to base.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Added => Self::Removed,
            Self::Removed => Self::Added,
            Self::Changed => Self::Changed,
        }
    }

    /// The edit of something that is there or not on either side; `None` when it is on neither.
    pub(super) fn between(base: bool, revision: bool) -> Option<Self> {
        match (base, revision) {
            (true, true) => Some(Self::Changed),
            (true, false) => Some(Self::Removed),
            (false, true) => Some(Self::Added),
            (false, false) => None,
        }
    }
}

/// What changed. The names in the variants are those of the document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A keyword of a schema.
    Schema(SchemaKind),
    /// `deprecated`, a sunset or a stability level, of an operation, a parameter or a schema.
    Lifecycle(LifecycleKind),
    /// What a caller has to prove.
    Security(SecurityKind),
    /// Anything else that an API is made of.
    Api(ApiKind),
    /// Words for people: a title, a description, an example, a link to documentation.
    Documentation(String),
    /// An extension this differ gives no meaning to.
    Extension(String),
    /// A raw difference that nothing above accounts for.
    Unclassified,
}

/// What changed in a schema.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "most variants are the keyword of their name")]
pub enum SchemaKind {
    /// A `$ref` that leads out of the document or nowhere.
    Reference,
    /// A keyword beside a `$ref`, which OpenAPI 3.0 ignores.
    Ignored(String),
    /// `type` and `format`, which together name a type.
    Type,
    /// An `enum` where there was none, or none where there was one.
    Enum,
    EnumValue(String),
    /// A value of an open list: others may come.
    ExtensibleValue(String),
    Bound(Bound),
    /// Whether the bound itself is accepted: `exclusiveMaximum`, `exclusiveMinimum`.
    Exclusive(Bound),
    MultipleOf,
    Pattern,
    UniqueItems,
    Items,
    Property(Property),
    /// A property of both sides, named in `required` on one of them.
    Required(Property),
    /// A name in `required` that no property has.
    RequiredUndeclared(String),
    AdditionalProperties,
    Nullable,
    Default,
    ReadOnly,
    WriteOnly,
    /// One alternative of a choice.
    Alternative(ChoiceKeyword, String),
    /// `oneOf` became `anyOf`, or the other way round.
    ChoiceKeyword,
    /// A choice besides others.
    Choice(ChoiceKeyword),
    /// A schema became one of several alternatives, or stopped being that.
    Wrapped(ChoiceKeyword),
    Not,
    Discriminator,
    DiscriminatorProperty,
    DiscriminatorMapping(String),
    Xml,
    /// A keyword that this differ knows by name only, as those of OpenAPI 3.1.
    Keyword(String),
}

/// A property, and what has to be known about it to judge its coming and going.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Property {
    /// Its name.
    pub name: String,
    /// Whether it is required where it is; of a property of both sides, whether it has a default.
    pub required: bool,
    /// Whether it has a default.
    pub has_default: bool,
    /// Whether only the server sets it.
    pub read_only: bool,
    /// Whether only the client sends it.
    pub write_only: bool,
    /// Whether the side without it accepts no properties but those it names.
    pub closed: bool,
    /// What was announced about it.
    pub lifecycle: Lifecycle,
}

/// What a document announces about an operation, a parameter or a property.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lifecycle {
    /// `deprecated: true`.
    pub deprecated: bool,
    /// `x-sunset`, as written.
    pub sunset: Option<String>,
    /// `x-stability-level`, as written.
    pub stability: Option<String>,
}

/// What changed in what is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LifecycleKind {
    /// It became deprecated, or stopped being that.
    Deprecated,
    /// The date from which it may be gone.
    Sunset {
        /// Whether the base calls it deprecated.
        was_deprecated: bool,
        /// Whether the revision calls it deprecated.
        is_deprecated: bool,
    },
    /// How strong a promise it is.
    Stability,
}

/// What changed in what a caller has to prove.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SecurityKind {
    /// An alternative that a caller can choose.
    Requirement {
        /// Its schemes.
        name: String,
        /// Whether it is the document's, for the operations that say nothing of their own.
        global: bool,
    },
    /// A scope of an alternative.
    Scope {
        /// `scheme:scope`.
        name: String,
        /// Whether it is the document's.
        global: bool,
    },
    /// A security scheme.
    Scheme {
        /// Its name.
        name: String,
        /// Whether any operation asks for it.
        used: bool,
    },
    /// A field of a security scheme.
    SchemeField {
        /// The field, from the scheme on.
        field: String,
        /// Whether any operation asks for the scheme.
        used: bool,
    },
}

/// What changed in the rest of an API.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say all there is to say")]
pub enum ApiKind {
    OpenApiVersion,
    Version,
    Server(String),
    DocumentTag(String),
    PathParameterName,
    Operation {
        lifecycle: Lifecycle,
        /// Whether its path came or went with it.
        with_path: bool,
    },
    OperationId,
    Tag(String),
    Parameter(ParameterFacts),
    ParameterRequired,
    /// `style`, `explode`: how an array or object is written.
    ParameterStyle,
    AllowReserved,
    AllowEmptyValue,
    /// `schema` became `content`, or the other way round.
    ParameterForm,
    RequestBody {
        required: bool,
    },
    RequestBodyRequired,
    MediaType(String),
    /// The same bodies under a wider or narrower name.
    MediaTypeName,
    MediaTypeSchema,
    /// How a part of a form is written: the part and the field.
    Encoding(String),
    Response {
        status: String,
        /// Whether a call that went well is answered like this.
        success: bool,
    },
    Header {
        name: String,
        required: bool,
    },
    HeaderRequired,
    Link(String),
    Callback(String),
    /// A component that nothing refers to.
    Component {
        kind: String,
        name: String,
    },
    /// A component under another name. Nothing on the wire; a type of the client is renamed.
    ComponentName {
        kind: String,
    },
}

/// What has to be known about a parameter to judge its coming and going.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParameterFacts {
    /// Its name.
    pub name: String,
    /// `path`, `query`, `header` or `cookie`.
    pub location: String,
    /// Whether a caller has to send it.
    pub required: bool,
    /// Whether it is a header that a document must not describe as a parameter.
    pub ignored: bool,
    /// What was announced about it.
    pub lifecycle: Lifecycle,
}
