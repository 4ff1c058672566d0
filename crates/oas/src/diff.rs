//! Comparison of two documents: facts first, severities second.
//!
//! One walk over both raw trees, valid or not, collects the facts. Where a fact concerns the values
//! that are accepted, it has a [`Relation`]: a request must not lose a value, a response must not
//! gain one. The severity, the id and the message of each kind of change are in the catalogue
//! ([`ROWS`]).

mod approvals;
mod change;
mod coverage;
mod deny;
mod diagnostic;
mod difference;
mod explanation;
mod form;
mod judgement;
mod kinds;
mod levels;
mod lifecycle;
mod message;
mod normalisation;
mod occurrence;
mod page;
mod pair;
mod policy;
mod readable;
mod relation;
mod schema;
mod site;
mod tree;
mod value;
mod walk;
mod witness;

pub use approvals::Approvals;
pub use change::{
    Change, Diff, OperationPair, Options, UnknownOperation, diff, diff_operations, differences,
};
pub use deny::{Deny, UnknownKind};
pub use diagnostic::{Sides, Summary};
pub use difference::{Difference, Fact, ParameterFacts, Property};
pub use explanation::{Explanation, explanations};
pub use kinds::{Kind, ROWS, Row, kind_of};
pub use levels::Levels;
pub use lifecycle::Lifecycle;
pub use normalisation::{Normalisation, Normalised};
pub use page::page;
pub use policy::Policy;
pub use readable::{Side, Unreadable};
pub use relation::{Certainty, Edit, Relation};
pub use site::{OperationName, Part, Site, Step};
pub use witness::Witness;
