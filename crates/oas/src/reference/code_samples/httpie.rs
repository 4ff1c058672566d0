use super::shell::{command, word};
use crate::reference::examples::pretty;
use crate::reference::request::{Body, SampleRequest};

/// `--ignore-stdin` prevents HTTPie from reading the body from standard input in a script.
pub(super) fn sample(request: &SampleRequest) -> String {
    let (form, items) = match &request.body {
        None => ("", Vec::new()),
        Some(Body::Json(value)) => ("", vec![format!("--raw {}", word(&pretty(value)))]),
        Some(Body::Text(text)) => ("", vec![format!("--raw {}", word(text))]),
        Some(Body::File) => ("", vec!["@file".to_owned()]),
        Some(Body::Form(fields)) => {
            let item = |(name, value): &(String, String)| word(&item(name, "=", value));
            (" --form", fields.iter().map(item).collect())
        }
        Some(Body::Multipart(fields)) => {
            let items = fields.iter().map(|field| {
                let (separator, value) = match field.is_file {
                    true => ("@", "file"),
                    false => ("=", field.value.as_str()),
                };
                word(&item(&field.name, separator, value))
            });
            (" --multipart", items.collect())
        }
    };
    let (method, url) = (request.method, word(&request.url));
    let mut lines = vec![format!("http --ignore-stdin{form} {method} {url}")];
    let headers = request.headers.iter();
    lines.extend(headers.map(|(name, value)| word(&item(name, ":", value))));
    lines.extend(items);
    command(&lines)
}

/// A request item. The first separator in it counts, unless a backslash precedes it; `=@` and `:=`
/// are separators too.
fn item(name: &str, separator: &str, value: &str) -> String {
    let mut item = String::new();
    for character in name.chars() {
        if ":;=@".contains(character) {
            item.push('\\');
        }
        item.push(character);
    }
    item.push_str(separator);
    if value.starts_with([':', ';', '=', '@']) {
        item.push('\\');
    }
    item.push_str(value);
    item
}
