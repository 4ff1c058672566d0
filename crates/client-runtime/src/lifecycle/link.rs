use reqwest::header::{HeaderMap, LINK};

/// One link of a `Link` header (RFC 8288), such as the successor or the
/// documentation of the deprecation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Link {
    /// The target, as the service sent it: it may be relative.
    pub url: String,
    /// Relation to the operation, in lower case, such as `deprecation`, `sunset` or
    /// `successor-version`.
    pub relation: String,
}

/// All links of all `Link` headers, one for each of their relations.
pub(super) fn links(headers: &HeaderMap) -> Vec<Link> {
    let values = headers.get_all(LINK).iter();
    let texts = values.filter_map(|value| value.to_str().ok());
    texts.flat_map(parse).collect()
}

fn parse(mut text: &str) -> Vec<Link> {
    let mut links = Vec::new();
    while let Some((url, after)) = text
        .split_once('<')
        .and_then(|(_, rest)| rest.split_once('>'))
    {
        let end = parameters_end(after);
        let (parameters, rest) = after.split_at(end);
        text = rest;
        let relations = split(parameters, ';').filter_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            let is_relation = name.trim().eq_ignore_ascii_case("rel");
            is_relation.then(|| value.trim().trim_matches('"'))
        });
        // Only the first `rel` counts (RFC 8288, section 3.3); it may name several relations.
        for relation in relations.take(1).flat_map(str::split_ascii_whitespace) {
            links.push(Link {
                url: url.trim().to_owned(),
                relation: relation.to_ascii_lowercase(),
            });
        }
    }
    links
}

/// The comma that ends a link's parameters: one that is not quoted.
fn parameters_end(text: &str) -> usize {
    split(text, ',').next().map_or(0, str::len)
}

/// Splits at a character outside of quotes.
fn split(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    text.split(move |char| {
        quoted ^= char == '"';
        char == separator && !quoted
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_link_headers() {
        let header = r#"<https://example.com/a,b>; rel="deprecation"; title="x, y; z", </tasks>;REL=successor-version , <s>; rel="sunset alternate"; rel=ignored"#;
        let found: Vec<(String, String)> = parse(header)
            .into_iter()
            .map(|link| (link.relation, link.url))
            .collect();
        let expected = [
            ("deprecation", "https://example.com/a,b"),
            ("successor-version", "/tasks"),
            ("sunset", "s"),
            ("alternate", "s"),
        ];
        assert_eq!(
            found,
            expected.map(|(relation, url)| (relation.to_owned(), url.to_owned()))
        );
    }

    #[test]
    fn ignores_invalid_link_headers() {
        for invalid in ["", "<", "<a>", "a; rel=b", "<a; rel=b", "<a> rel", ">;<"] {
            assert_eq!(parse(invalid), [], "{invalid}");
        }
    }
}
