use super::shell::{command, word};
use crate::Method;
use crate::reference::examples::pretty;
use crate::reference::request::{Body, SampleRequest};
use crate::reference::serialization::percent_encoded;

/// `None` for a multipart body, which wget cannot build.
pub(super) fn sample(request: &SampleRequest) -> Option<String> {
    let body = match &request.body {
        None => None,
        Some(Body::Json(value)) => Some(format!("--body-data {}", word(&pretty(value)))),
        Some(Body::Text(text)) => Some(format!("--body-data {}", word(text))),
        Some(Body::File) => Some("--body-file file".to_owned()),
        Some(Body::Form(fields)) => {
            let pairs = fields.iter().map(|(name, value)| {
                format!("{}={}", percent_encoded(name), percent_encoded(value))
            });
            let pairs = pairs.collect::<Vec<_>>().join("&");
            Some(format!("--body-data {}", word(&pairs)))
        }
        Some(Body::Multipart(_)) => return None,
    };
    let (method, url) = (request.method, word(&request.url));
    let mut lines = vec![
        format!("wget --method {method} {url}"),
        "--output-document - --content-on-error".to_owned(),
    ];
    if matches!(method, Method::Post | Method::Patch) {
        // Without a response, wget repeats the request up to twenty times, and each may have been
        // carried out.
        lines.push("--tries 1".to_owned());
    }
    for (name, value) in &request.headers {
        lines.push(format!("--header {}", word(&format!("{name}: {value}"))));
    }
    lines.extend(body);
    Some(command(&lines))
}
