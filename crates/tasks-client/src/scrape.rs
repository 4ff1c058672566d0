/// The value of the member `id` of the object that `body` begins, even if the body is cut off or turns to garbage later.
///
/// It is for the one case in which a task exists and its answer cannot be decoded: its id is what its owner needs to find
/// it. Only a member of the outermost object counts; the ids of people in it do not.
pub(crate) fn created_id(body: &[u8]) -> Option<String> {
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
                if depth == 1 && key == Some(b"id") {
                    return decode(text);
                }
                // Within a deeper value the key stays what it was; only its own level reads it.
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

/// Up to the closing quote, which must be there: half an id is none.
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

    fn scrape(body: &str) -> Option<String> {
        created_id(body.as_bytes())
    }

    #[test]
    fn finds_the_tasks_own_id() {
        let body = r#"{"assignees":[{"id":"person"}],"created":{"user":{"id":"other"}},"id":"task","title":"x"}"#;
        assert_eq!(scrape(body).as_deref(), Some("task"));
    }

    #[test]
    fn finds_it_in_what_is_left() {
        assert_eq!(
            scrape(r#" {"title":"say \"id\"","id" : "ta\u0073k","assignees":[{"i"#).as_deref(),
            Some("task")
        );
        assert_eq!(scrape(r#"{"id":"task", garbage"#).as_deref(), Some("task"));
    }

    #[test]
    fn makes_nothing_up() {
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
            assert_eq!(scrape(body), None, "{body}");
        }
    }
}
