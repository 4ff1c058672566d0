use std::fmt;

use crate::pointer::Pointer;

/// A difference in writing that was proved to have no meaning.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Normalised {
    /// The rule that proves it.
    pub by: Normalisation,
    /// Location in the base.
    pub base: Pointer,
    /// Location in the revision.
    pub revision: Pointer,
}

macro_rules! normalisations {
    ($($variant:ident => $name:literal, $meaning:literal;)+) => {
        /// A rule by which two ways of writing are equal.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each is explained by its meaning")]
        pub enum Normalisation { $($variant,)+ }

        impl Normalisation {
            /// The name, in kebab-case.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The reason why the two are equal.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)+ }
            }
        }
    };
}

normalisations! {
    DefaultWritten => "default-written", "a flag that is absent is `false`, and a keyword with its default value has no effect";
    TypeWritten => "type-written", "types and formats that accept the same values are equal";
    NullWritten => "null-written", "`nullable`, `null` in `type` and an alternative that is `null` are equal";
    ValuesWritten => "values-written", "an `enum`, a `const` and a choice of constants are equal, in any order";
    LimitsEqual => "limits-equal", "limits that reject the same values are equal";
    PatternsEqual => "patterns-equal", "patterns in any order are equal, and one that matches everything has no effect";
    RequiredOrder => "required-order", "the order of `required` has no meaning";
    PropertiesOrder => "properties-written", "properties of several conjuncts are one set of properties";
    AdditionalWritten => "additional-properties-written", "`additionalProperties` that is absent, `true` or `{}` accepts everything";
    ItemsWritten => "items-written", "`items` that is absent or `{}` accepts everything";
    ConjunctsFlattened => "conjuncts-flattened", "`allOf` equals its members, and a choice with one alternative equals that alternative";
    AlternativesOrder => "alternatives-order", "the order of alternatives has no meaning";
    AlternativeContained => "alternative-contained", "an alternative that another one includes has no effect";
    NegationDoubled => "negation-doubled", "`not` of `not` of a schema equals the schema";
    ReferenceWritten => "reference-written", "a `$ref` equals the schema that it resolves to";
    AnnouncementsWritten => "announcements-written", "only the outermost `deprecated`, `readOnly` and `writeOnly` that is `true` counts";
    DiscriminatorWritten => "discriminator-written", "`Cat` and `#/components/schemas/Cat` are the same mapping, and an implicit value equals the same explicit one";
    SchemeRenamed => "security-scheme-renamed", "the name of a security scheme is not sent, and its fields are equal";
    SecurityMoved => "security-moved", "security that the document requires equals the same security required by each operation";
    ListOrder => "list-order", "the order of servers and tags has no meaning";
    NameWritten => "name-written", "the case of a header, an authentication scheme and a status, and the name of a path parameter, have no meaning";
    MediaTypeWritten => "media-type-written", "the case and the spaces of a media type have no meaning";
}

impl fmt::Display for Normalisation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
