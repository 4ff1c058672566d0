/// Returns the most similar candidate.
pub(crate) fn closest<'c>(written: &str, candidates: &[&'c str]) -> Option<&'c str> {
    let plain = plain(written);
    let likeness = |candidate: &str| strsim::jaro_winkler(&plain, &self::plain(candidate));
    let best = candidates
        .iter()
        .map(|candidate| (likeness(candidate), *candidate))
        .max_by(|(one, _), (other, _)| one.total_cmp(other))?;
    (best.0 > ALIKE).then_some(best.1)
}

/// Minimum similarity of a suggestion.
const ALIKE: f64 = 0.8;

/// Normalizes the notation: `due_date`, `Due-Date` and `dueDate` are equal.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|char| char.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_similar_names_only() {
        let fields = ["assignees", "dueDate", "title", "description"];
        for (written, meant) in [
            ("asignees", Some("assignees")),
            ("assignee", Some("assignees")),
            ("due_date", Some("dueDate")),
            ("due", Some("dueDate")),
            ("Titel", Some("title")),
            ("desc", Some("description")),
            ("owner", None),
            ("id", None),
            ("", None),
        ] {
            assert_eq!(closest(written, &fields), meant, "{written}");
        }
    }
}
