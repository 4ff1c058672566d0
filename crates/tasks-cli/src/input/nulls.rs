use serde_json::Value;

/// Returns the JSON pointers of values in `read` that would not be sent: a `null` where the request
/// has no `null`.
pub(crate) fn lost(read: &Value, sent: &Value) -> Vec<String> {
    let mut lost = Vec::new();
    compare(read, sent, "", &mut lost);
    lost
}

fn compare(read: &Value, sent: &Value, pointer: &str, lost: &mut Vec<String>) {
    match (read, sent) {
        (Value::Object(read), Value::Object(sent)) => {
            for (key, read) in read {
                let pointer = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
                match sent.get(key) {
                    Some(sent) => compare(read, sent, &pointer, lost),
                    None => lost.push(pointer),
                }
            }
        }
        (Value::Array(read), Value::Array(sent)) => {
            for (index, (read, sent)) in read.iter().zip(sent).enumerate() {
                compare(read, sent, &format!("{pointer}/{index}"), lost);
            }
        }
        _ => {}
    }
}
