//! Swagger UI, from the vendored archive of its release.

use http::StatusCode;
use utoipa_swagger_ui_vendored::SWAGGER_UI_VENDORED;

use crate::api::MockResponse;

const INDEX: &str = include_str!("docs.html");

/// A file of the page, by the part of its path after `/docs`. The other files are below a prefix,
/// like the document.
pub(crate) fn page(name: &str, prefix: &str) -> Option<MockResponse> {
    let ok = |content_type| MockResponse::empty(StatusCode::OK).with("content-type", content_type);
    let (name, content_type) = match name {
        "" | "/" => {
            return Some(MockResponse {
                body: INDEX.replace("{prefix}", prefix).into(),
                ..ok("text/html; charset=utf-8")
            });
        }
        "/swagger-ui.css" => ("dist/swagger-ui.css", "text/css; charset=utf-8"),
        "/swagger-ui-bundle.js" => (
            "dist/swagger-ui-bundle.js",
            "text/javascript; charset=utf-8",
        ),
        _ => return None,
    };
    let body = gzipped(SWAGGER_UI_VENDORED, name)?;
    Some(
        MockResponse {
            body: body.into(),
            ..ok(content_type)
        }
        .with("content-encoding", "gzip"),
    )
}

/// A file of a ZIP archive as gzip, without decompression: both contain the same stream
/// (APPNOTE.TXT 6.3.9, section 4.3; RFC 1952).
fn gzipped(archive: &[u8], name: &str) -> Option<Vec<u8>> {
    let u16_at = |at: usize| {
        Some(usize::from(u16::from_le_bytes(
            archive.get(at..at + 2)?.try_into().ok()?,
        )))
    };
    let u32_at =
        |at: usize| Some(u32::from_le_bytes(archive.get(at..at + 4)?.try_into().ok()?) as usize);
    // The end of the central directory is at the end of the archive, before a comment.
    let end = archive
        .windows(4)
        .rposition(|bytes| bytes == b"PK\x05\x06")?;
    let mut entry = u32_at(end + 16)?;
    for _ in 0..u16_at(end + 10)? {
        let (name_length, rest) = (
            u16_at(entry + 28)?,
            u16_at(entry + 30)? + u16_at(entry + 32)?,
        );
        let full_name = archive.get(entry + 46..entry + 46 + name_length)?;
        // The first segment of each name is that of the release; 8 is the compression method of
        // gzip.
        if full_name
            .split(|byte| *byte == b'/')
            .skip(1)
            .eq(name.as_bytes().split(|byte| *byte == b'/'))
            && u16_at(entry + 10)? == 8
        {
            let (size, header) = (u32_at(entry + 20)?, u32_at(entry + 42)?);
            let data = header + 30 + u16_at(header + 26)? + u16_at(header + 28)?;
            let head = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
            let checksum_and_length = [
                archive.get(entry + 16..entry + 20)?,
                archive.get(entry + 24..entry + 28)?,
            ]
            .concat();
            return Some([&head, archive.get(data..data + size)?, &checksum_and_length].concat());
        }
        entry += 46 + name_length + rest;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn archive_contains_the_files_of_the_page() {
        let index = page("", "/_mock").unwrap().body;
        let index = String::from_utf8(index.to_vec()).unwrap();
        for name in ["/swagger-ui.css", "/swagger-ui-bundle.js"] {
            assert!(index.contains(&format!("\"/_mock/docs{name}\"")), "{name}");
            let file = page(name, "/_mock").unwrap().body;
            assert!(
                file.starts_with(&[0x1f, 0x8b, 8]) && file.len() > 10_000,
                "{name}"
            );
        }
        assert!(page("/other", "/_mock").is_none());
    }
}
