//! Tests of the generated source. `lowered` and `orders` compile such a source, each in a test binary of its own.

mod features;
mod refusals;
mod surface;
