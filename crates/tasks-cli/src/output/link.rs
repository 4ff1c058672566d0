use serde_json::Value;

/// Returns a link without the token in its query, which grants access to the task.
pub(super) fn without_token(url: &str) -> String {
    let (url, fragment) = match url.split_once('#') {
        Some((url, fragment)) => (url, format!("#{fragment}")),
        None => (url, String::new()),
    };
    let Some((path, query)) = url.split_once('?') else {
        return format!("{url}{fragment}");
    };
    let is_token = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default();
        name.to_ascii_lowercase().contains("token")
    };
    let kept: Vec<&str> = query.split('&').filter(|pair| !is_token(pair)).collect();
    match kept.is_empty() {
        true => format!("{path}{fragment}"),
        false => format!("{path}?{}{fragment}", kept.join("&")),
    }
}

/// Removes the token from the link of a task.
pub(super) fn hide_token(task: &mut Value) {
    if let Some(Value::String(url)) = task.get_mut("sourceUrl") {
        *url = without_token(url);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tokens_are_removed() {
        for (url, shown) in [
            ("https://a/b?token=x", "https://a/b"),
            ("https://a/b?c=1&token=x&d=2#e", "https://a/b?c=1&d=2#e"),
            ("https://a/b?access_token=x", "https://a/b"),
            ("https://a/b?c=token", "https://a/b?c=token"),
            ("https://a/b", "https://a/b"),
        ] {
            assert_eq!(without_token(url), shown);
        }
    }
}
