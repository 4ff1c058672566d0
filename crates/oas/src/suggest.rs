/// Minimum similarity of a suggestion: 1 is equal.
const MIN_SIMILARITY: f64 = 0.8;

/// Maximum number of candidates that are compared.
const MAX_CANDIDATES: usize = 1_000;

/// Returns the candidate most similar to a name, if any is similar; the first of equals.
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates.into_iter().take(MAX_CANDIDATES) {
        let alike = strsim::jaro_winkler(name, candidate);
        if alike >= MIN_SIMILARITY && best.is_none_or(|(so_far, _)| alike > so_far) {
            best = Some((alike, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
