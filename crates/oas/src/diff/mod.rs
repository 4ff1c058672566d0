//! Compares two documents: facts first, judgement second.
//!
//! The facts come from one walk over both raw trees, valid or not. For whatever limits values, a
//! fact says what became of the set of accepted values; the judgement then asks which way they
//! travel: who sends must not lose a value, who reads must not gain one.

mod approvals;
mod change;
mod classify;
mod diagnostic;
mod examples;
mod finding;
mod form;
mod id;
mod levels;
mod lifecycle;
mod message;
mod policy;
mod relation;
mod schema;
mod site;
mod tree;
mod walk;
mod witness;

pub use approvals::Approvals;
pub use change::{
    ApiKind, Change, Edit, Kind, Lifecycle, LifecycleKind, ParameterFacts, Property, SchemaKind,
    SecurityKind,
};
pub use diagnostic::{Sides, Summary};
pub use examples::{Example, Explanation, examples, explanations};
pub use finding::{Finding, Options, changes, diff};
pub use levels::Levels;
pub use policy::Policy;
pub use relation::{Certainty, Relation};
pub use schema::{Bound, ChoiceKeyword, Step};
pub use site::{OperationName, Place, Site};
pub use witness::Witness;
