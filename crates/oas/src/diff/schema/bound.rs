use std::cmp::Ordering;

use serde_json::{Number, Value};

use super::shape::Shape;
use crate::Pointer;
use crate::diff::kinds::Kind;
use crate::diff::relation::{Edit, Relation};

/// A keyword that limits values from one end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::diff) enum Bound {
    Maximum,
    Minimum,
    MaxLength,
    MinLength,
    MaxItems,
    MinItems,
    MaxProperties,
    MinProperties,
}

impl Bound {
    pub(in crate::diff) const ALL: [Self; 8] = [
        Self::Maximum,
        Self::Minimum,
        Self::MaxLength,
        Self::MinLength,
        Self::MaxItems,
        Self::MinItems,
        Self::MaxProperties,
        Self::MinProperties,
    ];

    pub(in crate::diff) fn keyword(self) -> &'static str {
        match self {
            Self::Maximum => "maximum",
            Self::Minimum => "minimum",
            Self::MaxLength => "maxLength",
            Self::MinLength => "minLength",
            Self::MaxItems => "maxItems",
            Self::MinItems => "minItems",
            Self::MaxProperties => "maxProperties",
            Self::MinProperties => "minProperties",
        }
    }

    /// The kinds of setting, unsetting, increasing and decreasing it.
    fn kinds(self) -> [Kind; 4] {
        use Kind as K;
        match self {
            Self::Maximum => [K::MaxSet, K::MaxUnset, K::MaxIncreased, K::MaxDecreased],
            Self::Minimum => [K::MinSet, K::MinUnset, K::MinIncreased, K::MinDecreased],
            Self::MaxLength => [
                K::MaxLengthSet,
                K::MaxLengthUnset,
                K::MaxLengthIncreased,
                K::MaxLengthDecreased,
            ],
            Self::MinLength => [
                K::MinLengthSet,
                K::MinLengthUnset,
                K::MinLengthIncreased,
                K::MinLengthDecreased,
            ],
            Self::MaxItems => [
                K::MaxItemsSet,
                K::MaxItemsUnset,
                K::MaxItemsIncreased,
                K::MaxItemsDecreased,
            ],
            Self::MinItems => [
                K::MinItemsSet,
                K::MinItemsUnset,
                K::MinItemsIncreased,
                K::MinItemsDecreased,
            ],
            Self::MaxProperties => [
                K::MaxPropertiesSet,
                K::MaxPropertiesUnset,
                K::MaxPropertiesIncreased,
                K::MaxPropertiesDecreased,
            ],
            Self::MinProperties => [
                K::MinPropertiesSet,
                K::MinPropertiesUnset,
                K::MinPropertiesIncreased,
                K::MinPropertiesDecreased,
            ],
        }
    }

    /// The kind of a change of this bound.
    pub(super) fn kind(self, edit: Edit, relation: Relation, exclusion_only: bool) -> Kind {
        let narrowed = relation == Relation::NARROWED;
        match (self, exclusion_only, narrowed) {
            (Self::Maximum, true, true) => return Kind::ExclusiveMaxSet,
            (Self::Maximum, true, false) => return Kind::ExclusiveMaxUnset,
            (Self::Minimum, true, true) => return Kind::ExclusiveMinSet,
            (Self::Minimum, true, false) => return Kind::ExclusiveMinUnset,
            _ => {}
        }
        let [set, unset, increased, decreased] = self.kinds();
        let raised = self.is_upper() != narrowed;
        edit.pick(set, unset, if raised { increased } else { decreased })
    }

    /// The bound that a change of this kind is about.
    pub(in crate::diff) fn of_kind(kind: Kind) -> Option<Self> {
        match kind {
            Kind::ExclusiveMaxSet | Kind::ExclusiveMaxUnset => Some(Self::Maximum),
            Kind::ExclusiveMinSet | Kind::ExclusiveMinUnset => Some(Self::Minimum),
            _ => Self::ALL
                .into_iter()
                .find(|bound| bound.kinds().contains(&kind)),
        }
    }

    /// Whether it limits values from above.
    pub(super) fn is_upper(self) -> bool {
        matches!(
            self,
            Self::Maximum | Self::MaxLength | Self::MaxItems | Self::MaxProperties
        )
    }

    fn exclusive_keyword(self) -> Option<&'static str> {
        match self {
            Self::Maximum => Some("exclusiveMaximum"),
            Self::Minimum => Some("exclusiveMinimum"),
            _ => None,
        }
    }
}

/// A bound with its value.
#[derive(Debug, Clone)]
pub(super) struct Limit<'d> {
    pub(super) value: &'d Number,
    /// Added to the value: integers below 10 are integers up to 9.
    shift: i8,
    pub(super) exclusive: bool,
    pub(super) pointer: Pointer,
}

impl<'d> Limit<'d> {
    /// The tightest limit of the parts of a schema.
    pub(super) fn of(bound: Bound, shape: &Shape<'d>, integers: bool) -> Option<Self> {
        let mut limits = Vec::new();
        for part in &shape.parts {
            let exclusive = bound
                .exclusive_keyword()
                .and_then(|keyword| part.get(keyword));
            if let Some(node) = part.get(bound.keyword())
                && let Value::Number(value) = node.value
            {
                let exclusive = exclusive.as_ref().is_some_and(|node| node.value == true);
                limits.push(Self {
                    value,
                    shift: 0,
                    exclusive,
                    pointer: node.pointer,
                });
            }
            // OpenAPI 3.1 writes the bound itself in place of `true`.
            if let Some(node) = exclusive
                && let Value::Number(value) = node.value
            {
                limits.push(Self {
                    value,
                    shift: 0,
                    exclusive: true,
                    pointer: node.pointer,
                });
            }
        }
        for limit in &mut limits {
            if limit.exclusive
                && integers
                && limit
                    .value
                    .as_f64()
                    .is_some_and(|value| value.fract() == 0.0)
            {
                limit.exclusive = false;
                limit.shift = if bound.is_upper() { -1 } else { 1 };
            }
        }
        let says_nothing = |limit: &Limit<'_>| {
            !bound.is_upper()
                && bound != Bound::Minimum
                && limit.value.as_f64().is_some_and(|value| value <= 0.0)
        };
        let tightest = |one: &Limit<'_>, other: &Limit<'_>| one.tightness(other, bound);
        limits
            .into_iter()
            .filter(|limit| !says_nothing(limit))
            .max_by(tightest)
    }

    /// Compares two limits of the same bound: `Greater` accepts fewer values.
    fn tightness(&self, other: &Limit<'_>, bound: Bound) -> Ordering {
        let order = compare(self.value, self.shift, other.value, other.shift);
        let order = if bound.is_upper() {
            order.reverse()
        } else {
            order
        };
        order.then(self.exclusive.cmp(&other.exclusive))
    }

    /// Whether only the bound itself is accepted on one side and not on the other.
    pub(super) fn differs_in_exclusion_only(&self, other: &Limit<'_>) -> bool {
        self.exclusive != other.exclusive
            && compare(self.value, self.shift, other.value, other.shift) == Ordering::Equal
    }
}

impl std::fmt::Display for Limit<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let exclusive = if self.exclusive || self.shift != 0 {
            " (exclusive)"
        } else {
            ""
        };
        write!(f, "{}{exclusive}", self.value)
    }
}

/// The relation of a limit that was added, removed or changed.
pub(super) fn relation(
    bound: Bound,
    base: Option<&Limit<'_>>,
    revision: Option<&Limit<'_>>,
) -> Relation {
    match (base, revision) {
        (None, None) => Relation::EQUAL,
        (None, Some(_)) => Relation::NARROWED,
        (Some(_), None) => Relation::WIDENED,
        (Some(base), Some(revision)) => match revision.tightness(base, bound) {
            Ordering::Greater => Relation::NARROWED,
            Ordering::Less => Relation::WIDENED,
            Ordering::Equal => Relation::EQUAL,
        },
    }
}

/// The relation of two lists of `multipleOf`: multiples of 6 are multiples of 3, but not the other
/// way round.
pub(super) fn multiple_of(base: &[f64], revision: &[f64]) -> Relation {
    let implied = |of: f64, by: &[f64]| by.iter().any(|value| is_multiple(*value, of));
    Relation::of(
        revision.iter().any(|of| !implied(*of, base)),
        base.iter().any(|of| !implied(*of, revision)),
    )
}

fn is_multiple(value: f64, of: f64) -> bool {
    let quotient = value / of;
    (quotient - quotient.round()).abs() < 1e-9
}

/// Compares integers exactly, also those that a float cannot represent; others as floats.
fn compare(one: &Number, one_shift: i8, other: &Number, other_shift: i8) -> Ordering {
    match (whole(one), whole(other)) {
        (Some(one), Some(other)) => {
            (one + i128::from(one_shift)).cmp(&(other + i128::from(other_shift)))
        }
        _ => {
            let float =
                |number: &Number, shift: i8| number.as_f64().unwrap_or(f64::NAN) + f64::from(shift);
            float(one, one_shift).total_cmp(&float(other, other_shift))
        }
    }
}

fn whole(number: &Number) -> Option<i128> {
    number
        .as_i64()
        .map(i128::from)
        .or_else(|| number.as_u64().map(i128::from))
}
