/// Returns the string member `name` of the object at the start of `body`, even if the body is
/// truncated or invalid after it.
///
/// It finds the id of a created resource in a response that cannot be decoded. Members of nested
/// objects are ignored.
pub fn text_member(body: &[u8], name: &str) -> Option<String> {
    let mut depth = 0_usize;
    let mut key: Option<&[u8]> = None;
    let mut rest = body;
    loop {
        let (&byte, after) = rest.split_first()?;
        rest = after;
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.checked_sub(1)?,
            b',' => key = None,
            b'"' => {
                let length = string_length(rest)?;
                let (text, after) = rest.split_at(length);
                rest = &after[1..];
                if depth == 1 && key == Some(name.as_bytes()) {
                    return decode(text);
                }
                // Within a nested value the key stays unchanged; only its own level reads it.
                if depth == 1 {
                    key = Some(text);
                }
            }
            _ => {}
        }
        if depth == 0 && !byte.is_ascii_whitespace() {
            return None;
        }
    }
}

/// Returns the length up to the closing quote, which must be present: a truncated id is not an id.
fn string_length(text: &[u8]) -> Option<usize> {
    let mut escaped = false;
    text.iter().position(|&byte| {
        let is_end = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        is_end
    })
}

fn decode(text: &[u8]) -> Option<String> {
    let quoted = [b"\"", text, b"\""].concat();
    serde_json::from_slice(&quoted)
        .ok()
        .filter(|id: &String| !id.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(body: &str) -> Option<String> {
        text_member(body.as_bytes(), "id")
    }

    #[test]
    fn finds_the_id_of_the_outermost_object() {
        let body = r#"{"assignees":[{"id":"user"}],"created":{"user":{"id":"other"}},"id":"task","title":"x"}"#;
        assert_eq!(id(body).as_deref(), Some("task"));
    }

    #[test]
    fn finds_the_id_in_a_truncated_body() {
        assert_eq!(
            id(r#" {"title":"say \"id\"","id" : "ta\u0073k","assignees":[{"i"#).as_deref(),
            Some("task")
        );
        assert_eq!(id(r#"{"id":"task", garbage"#).as_deref(), Some("task"));
    }

    #[test]
    fn finds_no_id_in_other_bodies() {
        for body in [
            "",
            "null",
            "<html id=\"id\">",
            r#"["id","x"]"#,
            r#"{"id":7}"#,
            r#"{"id":"half"#,
            r#"{"id":""}"#,
            r#"{"a":{"id":"x"}}"#,
            r#"{"x":"id","y":"z"}"#,
            r#"{} {"id":"second"}"#,
        ] {
            assert_eq!(id(body), None, "{body}");
        }
    }
}
