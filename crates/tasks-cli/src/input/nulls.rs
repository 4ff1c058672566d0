use serde_json::Value;

/// Returns the JSON pointers of values in `read` that would not be sent: a `null` where the request
/// has no `null`.
pub(crate) fn dropped(read: &Value, sent: &Value) -> Vec<String> {
    let mut dropped = Vec::new();
    compare(read, sent, "", &mut dropped);
    dropped
}

fn compare(read: &Value, sent: &Value, pointer: &str, dropped: &mut Vec<String>) {
    match (read, sent) {
        (Value::Object(read), Value::Object(sent)) => {
            for (key, read) in read {
                let pointer = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
                match sent.get(key) {
                    Some(sent) => compare(read, sent, &pointer, dropped),
                    None => dropped.push(pointer),
                }
            }
        }
        (Value::Array(read), Value::Array(sent)) => {
            for (index, (read, sent)) in read.iter().zip(sent).enumerate() {
                compare(read, sent, &format!("{pointer}/{index}"), dropped);
            }
        }
        _ => {}
    }
}
