use super::markdown::web_link;
use super::prose;
use crate::Node;

/// Returns the link to external documentation.
pub(super) fn external_docs(node: &Node<'_>) -> String {
    let Some((docs, url)) = node
        .get("externalDocs")
        .and_then(|docs| Some((docs.clone(), docs.str("url")?)))
    else {
        return String::new();
    };
    let description = prose::line(docs.str("description").unwrap_or("more about it"));
    format!("See {}.", web_link(&description, url))
}
