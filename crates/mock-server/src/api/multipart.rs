//! Bodies in parts (RFC 2046, section 5.1).

use super::media::{Media, split_outside_quotes};

/// One field of a form.
#[derive(Debug, PartialEq)]
pub(crate) struct Part<'b> {
    pub(crate) name: String,
    pub(crate) content_type: Option<Media>,
    pub(crate) bytes: &'b [u8],
}

/// The parts between the lines of a boundary.
pub(crate) fn parts<'b>(body: &'b [u8], boundary: &str) -> Result<Vec<Part<'b>>, &'static str> {
    let delimiter = format!("\r\n--{boundary}").into_bytes();
    let unended = "the form does not end with its boundary";
    let mut parts = Vec::new();
    // The first line of the boundary may begin the body.
    let mut rest = match body.strip_prefix(&delimiter[2..]) {
        Some(rest) => rest,
        None => {
            let begin = find(body, &delimiter).ok_or("the form does not have its boundary")?;
            &body[begin + delimiter.len()..]
        }
    };
    while !rest.starts_with(b"--") {
        let line_end = find(rest, b"\r\n").ok_or(unended)?;
        if !rest[..line_end].iter().all(|byte| b" \t".contains(byte)) {
            return Err("a line of the boundary goes on");
        }
        let part = &rest[line_end..];
        let end = find(&part[2..], &delimiter).map(|end| end + 2);
        // A part without a body may end with the line that its head ends with.
        let end = if part[2..].starts_with(&delimiter[2..]) {
            0
        } else {
            end.ok_or(unended)?
        };
        parts.push(read(&part[..end])?);
        rest = &part[end + delimiter.len()..];
    }
    Ok(parts)
}

/// A part, from the line end before its head.
fn read(part: &[u8]) -> Result<Part<'_>, &'static str> {
    let head_end = find(part, b"\r\n\r\n").ok_or("a part of the form has no head")?;
    let head = String::from_utf8_lossy(&part[..head_end]);
    let (mut name, mut content_type) = (None, None);
    for line in head.split("\r\n") {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        match key.trim().to_ascii_lowercase().as_str() {
            "content-disposition" => name = field_name(value),
            "content-type" => content_type = Media::parse(value.trim()),
            _ => {}
        }
    }
    Ok(Part {
        name: name.ok_or("a part of the form has no name")?,
        content_type,
        bytes: &part[head_end + 4..],
    })
}

/// The name in `form-data; name="field"`.
fn field_name(disposition: &str) -> Option<String> {
    let mut pieces = split_outside_quotes(disposition, ';').into_iter();
    if !pieces.next()?.trim().eq_ignore_ascii_case("form-data") {
        return None;
    }
    let value = pieces.find_map(|piece| {
        let (key, value) = piece.trim().split_once('=')?;
        key.eq_ignore_ascii_case("name").then_some(value)
    })?;
    let unquoted = value
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    Some(unquoted.map_or_else(|| value.to_owned(), |quoted| quoted.replace('\\', "")))
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::{Part, parts};

    #[test]
    fn parts_are_found_between_the_lines_of_the_boundary() {
        let body = b"preamble\r\n--x  \r\nContent-Disposition: form-data; name=\"a;b\"\r\n\r\none\r\ntwo\r\n--xy\r\n--x\r\n\
            content-disposition: Form-Data; filename=\"f\"; name=c\r\nContent-Type: image/png\r\n\r\n\r\n--x--\r\nepilogue";
        // The boundary may not begin another one: `--xy` is a line of it that goes on.
        assert_eq!(parts(body, "x"), Err("a line of the boundary goes on"));
        let body = String::from_utf8_lossy(body).replace("--xy", "- -xy");
        let found = parts(body.as_bytes(), "x").unwrap();
        let shown: Vec<_> = found
            .iter()
            .map(
                |Part {
                     name,
                     content_type,
                     bytes,
                 }| {
                    let content_type = content_type.as_ref().map(|media| media.essence());
                    (name.as_str(), content_type, String::from_utf8_lossy(bytes))
                },
            )
            .collect();
        assert_eq!(
            shown,
            [
                ("a;b", None, "one\r\ntwo\r\n- -xy".into()),
                ("c", Some("image/png".to_owned()), "".into())
            ]
        );
    }

    #[test]
    fn what_is_no_form_in_parts_is_refused() {
        let cases = [
            ("", "the form does not have its boundary"),
            ("--x", "the form does not end with its boundary"),
            ("--x\r\n", "the form does not end with its boundary"),
            ("--x\r\n--x--", "a part of the form has no head"),
            ("--x\r\nno head\r\n--x--", "a part of the form has no head"),
            (
                "--x\r\nContent-Type: text/plain\r\n\r\na\r\n--x--",
                "a part of the form has no name",
            ),
            (
                "--x\r\nContent-Disposition: form-data; name=a\r\n\r\na",
                "the form does not end with its boundary",
            ),
        ];
        for (body, reason) in cases {
            assert_eq!(parts(body.as_bytes(), "x").unwrap_err(), reason, "{body}");
        }
    }
}
