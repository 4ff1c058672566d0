//! Multipart forms (RFC 7578).

use std::convert::Infallible;

use bytes::Bytes;
use futures_util::{FutureExt, stream};
use multer::Multipart;
use oas::MediaRange;

/// One field of a form.
#[derive(Debug, PartialEq)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) content_type: Option<MediaRange>,
    pub(crate) bytes: Bytes,
}

/// The parts of a body that has been read completely.
pub(crate) fn parts(body: &Bytes, boundary: &str) -> Result<Vec<Part>, String> {
    let body = stream::iter([Ok::<_, Infallible>(body.clone())]);
    let read = async {
        let mut multipart = Multipart::new(body, boundary);
        let mut parts = Vec::new();
        while let Some(field) = multipart.next_field().await.map_err(reason)? {
            let name = field
                .name()
                .ok_or("missing name of a part of the form")?
                .to_owned();
            let content_type = field
                .content_type()
                .and_then(|media| MediaRange::parse(media.as_ref()));
            parts.push(Part {
                name,
                content_type,
                bytes: field.bytes().await.map_err(reason)?,
            });
        }
        Ok(parts)
    };
    // The body has been read, so that nothing waits.
    read.now_or_never()
        .unwrap_or_else(|| Err("the form is incomplete".to_owned()))
}

fn reason(error: multer::Error) -> String {
    format!("invalid form: {error}")
}

#[cfg(test)]
mod tests {
    use super::{Part, parts};

    #[test]
    fn finds_parts_between_boundaries() {
        let body = "--x\r\nContent-Disposition: form-data; name=\"a;b\"\r\n\r\none\r\ntwo\r\n--x\r\n\
            content-disposition: form-data; filename=\"f\"; name=c\r\nContent-Type: image/png\r\n\r\n\r\n--x--\r\nepilogue";
        let found = parts(&body.into(), "x").unwrap();
        let shown: Vec<_> = found
            .iter()
            .map(
                |Part {
                     name,
                     content_type,
                     bytes,
                 }| {
                    let content_type = content_type
                        .as_ref()
                        .map(|media| media.essence().to_owned());
                    (name.as_str(), content_type, String::from_utf8_lossy(bytes))
                },
            )
            .collect();
        assert_eq!(
            shown,
            [
                ("a;b", None, "one\r\ntwo".into()),
                ("c", Some("image/png".to_owned()), "".into())
            ]
        );
    }

    #[test]
    fn rejects_invalid_forms() {
        for body in [
            "",
            "--x",
            "--x\r\n",
            "--x\r\nno head\r\n--x--",
            "--x\r\nContent-Type: text/plain\r\n\r\na\r\n--x--",
            "--x\r\nContent-Disposition: form-data; name=a\r\n\r\na",
        ] {
            assert!(parts(&body.into(), "x").is_err(), "{body}");
        }
    }
}
