use super::markdown::{Markdown, anchor, code, link, sentence, text};
use super::prose;
use crate::{Document, Node, Operation, SecurityRequirement};

/// Writes the credentials that the operation requires.
pub(super) fn requirements(page: &mut Markdown, document: &Document, operation: &Operation<'_>) {
    let alternatives = operation.security();
    if alternatives.is_empty() {
        return;
    }
    page.heading(3, "Authorization");
    let words = alternatives
        .iter()
        .map(|requirement| alternative(document, requirement))
        .collect::<Vec<_>>();
    page.block(&sentence(&words.join(", or ")));
}

fn alternative(document: &Document, requirement: &SecurityRequirement<'_>) -> String {
    if requirement.schemes.is_empty() {
        return "no credentials".to_owned();
    }
    let scheme = |(name, scopes): &(&str, Vec<&str>)| {
        let known = document.security_schemes().find(|(known, _)| known == name);
        let kind = known.map_or_else(
            || code(name),
            |(_, scheme)| link(&kind(&scheme), &anchor("security", name)),
        );
        let scopes = scopes.iter().map(|scope| code(scope)).collect::<Vec<_>>();
        match scopes.as_slice() {
            [] => kind,
            [scope] => format!("{kind} with the scope {scope}"),
            scopes => format!("{kind} with the scopes {}", scopes.join(", ")),
        }
    };
    requirement
        .schemes
        .iter()
        .map(scheme)
        .collect::<Vec<_>>()
        .join(" and ")
}

/// The schemes, each with its token URLs and scopes.
pub(super) fn schemes(page: &mut Markdown, document: &Document) {
    let mut schemes = document.security_schemes().peekable();
    if schemes.peek().is_some() {
        page.heading(2, "Security schemes");
    }
    for (name, scheme) in schemes {
        page.target(3, &anchor("security", name), &text(name));
        page.block(&format!("{}.", kind(&scheme)));
        page.block(&prose::blocks(
            scheme.str("description").unwrap_or_default(),
            3,
        ));
        for (flow, node) in scheme.members_of("flows") {
            flow_section(page, flow, &node);
        }
    }
}

fn flow_section(page: &mut Markdown, flow: &str, node: &Node<'_>) {
    let urls = [
        ("authorizationUrl", "Authorization"),
        ("tokenUrl", "Token"),
        ("refreshUrl", "Refresh"),
    ];
    let urls = urls
        .into_iter()
        .filter_map(|(key, name)| Some([name.to_owned(), code(node.str(key)?)]));
    page.table(
        [&format!("Flow {}", code(flow)), "URL"],
        &urls.collect::<Vec<_>>(),
    );
    let scopes = node.members_of("scopes").map(|(scope, node)| {
        let description = prose::line(node.value.as_str().unwrap_or_default());
        [code(scope), description]
    });
    page.table(["Scope", "What it allows"], &scopes.collect::<Vec<_>>());
}

fn kind(scheme: &Node<'_>) -> String {
    let str = |key| scheme.str(key).unwrap_or_default();
    match str("type") {
        "oauth2" => "OAuth 2.0".to_owned(),
        "openIdConnect" => format!(
            "OpenID Connect, discovered at {}",
            code(str("openIdConnectUrl"))
        ),
        "apiKey" => format!("API key in the {} {}", text(str("in")), code(str("name"))),
        "http" => format!("HTTP {}", text(str("scheme"))),
        other => code(other),
    }
}
