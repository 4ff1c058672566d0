//! A bound on the alternatives that the generator multiplies out.

use serde_json::Value;

use crate::{
    document::{at, child},
    error::Error,
    schema,
};

/// The largest product of alternatives, by the number of lists of them. The generator takes seconds
/// at these numbers, and minutes not far beyond.
const MAX_PRODUCTS: [usize; 5] = [usize::MAX, usize::MAX, 24, 12, 16];

/// Rejects an `allOf` whose members have too many combinations of alternatives.
pub(crate) fn check(document: &Value) -> Result<(), Error> {
    for pointer in schema::all(document) {
        let all = child(&pointer, "allOf");
        if at(document, &all).is_none() {
            continue;
        }
        let choices = schema::flat(document, &pointer).choices;
        let product = choices.iter().fold(1usize, |product, choice| {
            product.saturating_mul(choice.len())
        });
        let max = MAX_PRODUCTS.get(choices.len()).copied().unwrap_or_default();
        if product > max {
            let reason = format!(
                "`allOf` combines {} lists of alternatives, which make {product} combinations",
                choices.len()
            );
            return Err(Error::part(all, reason));
        }
    }
    Ok(())
}
