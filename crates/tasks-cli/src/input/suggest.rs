/// Returns the most similar candidate, independent of the notation: `due_date`, `Due-Date` and
/// `dueDate` are equal.
pub(crate) fn closest<'c>(name: &str, candidates: &[&'c str]) -> Option<&'c str> {
    let normalized: Vec<String> = candidates.iter().map(|name| normalize(name)).collect();
    let closest = oas::closest(&normalize(name), normalized.iter().map(String::as_str))?;
    let index = normalized.iter().position(|name| name == closest)?;
    candidates.get(index).copied()
}

fn normalize(name: &str) -> String {
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
