use super::shell::{command, word};
use crate::Method;
use crate::reference::examples::pretty;
use crate::reference::request::{Body, SampleRequest};
use crate::reference::serialization::percent_encoded;

pub(super) fn sample(request: &SampleRequest) -> String {
    let url = word(&request.url);
    let mut lines = vec![match request.method {
        // With `--request HEAD`, curl would wait for a body.
        Method::Head => format!("curl --head {url}"),
        method => format!("curl --request {method} {url}"),
    }];
    for (name, value) in &request.headers {
        lines.push(format!("--header {}", word(&format!("{name}: {value}"))));
    }
    match &request.body {
        None => {}
        // Of the options for data, only `--data-raw` takes a leading `@` for what it is.
        Some(Body::Json(value)) => lines.push(format!("--data-raw {}", word(&pretty(value)))),
        Some(Body::Text(text)) => lines.push(format!("--data-raw {}", word(text))),
        Some(Body::File) => lines.push("--data-binary @file".to_owned()),
        Some(Body::Form(fields)) => lines.extend(fields.iter().map(|(name, value)| {
            let field = format!("{}={value}", percent_encoded(name));
            format!("--data-urlencode {}", word(&field))
        })),
        Some(Body::Multipart(fields)) => lines.extend(fields.iter().map(|field| {
            if field.is_file {
                format!("--form {}", word(&format!("{}=@file", field.name)))
            } else {
                let field = format!("{}={}", field.name, field.value);
                format!("--form-string {}", word(&field))
            }
        })),
    }
    command(&lines)
}
