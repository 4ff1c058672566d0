//! JSON as RFC 8259 defines it. The YAML parser, which reads JSON too, accepts more.

use serde::de::IgnoredAny;

/// The first position at which a text is not JSON, and the reason. A rule reports an empty text.
pub(super) fn defect(text: &str) -> Option<(usize, String)> {
    let begin = text.len() - text.trim_start_matches('\u{feff}').len();
    let json = &text[begin..];
    if json.trim().is_empty() {
        return None;
    }
    let error = serde_json::from_str::<IgnoredAny>(json).err()?;
    let line = error.line().saturating_sub(1);
    let lines = json.split_inclusive('\n').take(line).map(str::len);
    let column = error.column().saturating_sub(1);
    let at = (lines.sum::<usize>() + column).min(json.len());
    let at = (0..=at).rev().find(|at| json.is_char_boundary(*at))?;
    let (at, reason) = explained(json, at, &error.to_string());
    Some((begin + at, reason))
}

fn explained(json: &str, at: usize, message: &str) -> (usize, String) {
    let before = json[..at].trim_end();
    let rest = &json[at..];
    let reason = if rest.starts_with('/') || rest.starts_with('#') {
        "JSON has no comments"
    } else if rest.starts_with('\'') {
        "a JSON string must be in double quotes"
    } else if rest.starts_with(['}', ']']) && before.ends_with(',') {
        return (
            before.len() - 1,
            "trailing comma, which JSON does not allow".to_owned(),
        );
    } else {
        // The position is given separately.
        let reason = message
            .rsplit_once(" at line ")
            .map_or(message, |(reason, _)| reason);
        return (at, format!("not JSON: {reason}"));
    };
    (at, reason.to_owned())
}

#[cfg(test)]
mod tests {
    use super::defect;

    #[test]
    fn accepts_json() {
        for text in [
            "",
            " \n",
            "1",
            "1e400",
            "\u{feff}{\"a\": [1, -2.5e3, true, null, \"\\ud83d\\ude00\"]}\n",
            &format!("{}1{}", "[".repeat(200), "]".repeat(200)),
        ] {
            assert_eq!(defect(text), None, "{text}");
        }
    }

    #[test]
    fn locates_a_defect() {
        for (text, at, reason) in [
            ("{\"a\": 1,}", "{\"a\": 1".len(), "trailing comma"),
            (
                "{\"a\": [1, 2 ,\n ]}",
                "{\"a\": [1, 2 ".len(),
                "trailing comma",
            ),
            ("// c\n{}", 0, "no comments"),
            ("{\n  # c\n  \"a\": 1}", 4, "no comments"),
            ("{\"a\": /* c */ 1}", "{\"a\": ".len(), "no comments"),
            ("{\"a\": 1} // c", "{\"a\": 1} ".len(), "no comments"),
            ("{'a': 1}", 1, "double quotes"),
            ("{\"ä\": 'b'}", "{\"ä\": ".len(), "double quotes"),
            ("{a: 1}", 1, "not JSON: key must be a string"),
            ("{\"a\": yes}", "{\"a\": ".len(), "not JSON: expected value"),
            ("{\"a\": 01}", "{\"a\": 0".len(), "not JSON: invalid number"),
            ("a: 1", 0, "not JSON: expected value"),
        ] {
            let (found, why) = defect(text).unwrap_or_default();
            assert!(why.contains(reason), "{text}: {why}");
            assert_eq!(found, at, "{text}: {why}");
        }
    }
}
