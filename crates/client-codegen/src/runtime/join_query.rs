/// Adds a query parameter whose values are joined. The separator is not encoded.
fn join_query<T: ::serde::Serialize + ?Sized>(
    request: &mut ::reqwest::Request,
    name: &str,
    values: &T,
    separator: &str,
) {
    let ::std::result::Result::Ok(::serde_json::Value::Array(values)) =
        ::serde_json::to_value(values)
    else {
        return;
    };
    if values.is_empty() {
        return;
    }
    let escape = |text: &str| -> ::std::string::String {
        let escaped = text.bytes().map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                ::std::string::String::from(char::from(byte))
            }
            byte => format!("%{byte:02X}"),
        });
        escaped.collect()
    };
    let values = values.iter().map(|value| match value {
        ::serde_json::Value::String(text) => escape(text),
        value => escape(&value.to_string()),
    });
    let values: ::std::vec::Vec<::std::string::String> = values.collect();
    let pair = format!("{}={}", escape(name), values.join(separator));
    let query = match request.url().query() {
        ::std::option::Option::Some(query) if !query.is_empty() => format!("{query}&{pair}"),
        _ => pair,
    };
    request
        .url_mut()
        .set_query(::std::option::Option::Some(&query));
}
