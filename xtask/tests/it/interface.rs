//! The names that users and other programs depend on, which a change of wording must not affect.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use oas::Document;
use oas::diff::ROWS;
use oas::lint::RULES;
use proc_macro2::{TokenStream, TokenTree};
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, Lit, Meta, Token};

use crate::workspace::{files, root};

const EXTENSIONS: &str = "extension keys";
const VARIABLES: &str = "environment variables and constants in text";

/// Names by heading.
type Names = BTreeMap<String, BTreeSet<String>>;

#[test]
fn names_of_the_interfaces_are_unchanged() {
    let mut names = Names::new();
    for package in packages() {
        let name = package.file_name().unwrap_or_default().to_string_lossy();
        let mut visitor = Visitor::default();
        for path in files(&package.join("src"), "rs") {
            if path.ends_with("tests.rs") {
                continue;
            }
            let text = fs::read_to_string(&path).expect("readable");
            visitor.visit_file(&syn::parse_file(&text).expect("Rust"));
        }
        for (kind, found) in visitor.names {
            // Code with these names may be moved between packages.
            let heading = match &*kind {
                EXTENSIONS | VARIABLES => kind,
                _ => format!("{name}: {kind}"),
            };
            names.entry(heading).or_default().extend(found);
        }
    }
    for rule in RULES {
        let rule = format!("{} ({}, {})", rule.id, rule.category, rule.severity);
        names.entry("lint rules".into()).or_default().insert(rule);
    }
    for row in ROWS {
        let ids = row.ids();
        names.entry("change ids".into()).or_default().extend(ids);
    }
    for path in files(&root().join("crates"), "snap") {
        let text = fs::read_to_string(&path).expect("readable");
        let content = text.splitn(3, "---\n").nth(2).unwrap_or_default();
        if let Ok(value @ serde_json::Value::Object(_)) = serde_json::from_str(content) {
            let keys = names.entry("JSON keys in snapshots".into()).or_default();
            json_keys(&value, keys);
        }
    }
    document(&mut names);
    let mut list = String::new();
    for (heading, names) in names {
        let _ = writeln!(list, "# {heading}");
        for name in names {
            let _ = writeln!(list, "{name}");
        }
    }
    assert_snapshot!(list);
}

/// The packages of the workspace that have a `src`.
fn packages() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("crates")).expect("readable");
    let mut packages: Vec<_> = entries
        .map(|entry| entry.expect("readable").path())
        .collect();
    packages.push(root().join("xtask"));
    packages
}

fn json_keys(value: &serde_json::Value, keys: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(members) => {
            for (key, value) in members {
                // Keys of documents, paths and media types are data.
                if key.chars().all(|c| c.is_ascii_alphanumeric() || c == '$') {
                    keys.insert(key.clone());
                }
                json_keys(value, keys);
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| json_keys(item, keys)),
        _ => {}
    }
}

/// The names that `tasks.yaml` defines.
fn document(names: &mut Names) {
    let document = Document::load(&root().join("openapi/tasks.yaml")).expect("readable");
    let mut add = |name: String| {
        names.entry("tasks.yaml".into()).or_default().insert(name);
    };
    for operation in document.operations() {
        let id = operation.node().str("operationId").unwrap_or_default();
        add(format!("operation {id}"));
    }
    let components = document.root()["components"].as_object();
    for (section, members) in components.expect("components") {
        for (name, component) in members.as_object().expect("an object") {
            add(format!("{section} {name}"));
            let properties = component.get("properties").and_then(|it| it.as_object());
            for (property, _) in properties.into_iter().flatten() {
                add(format!("{section} {name}.{property}"));
            }
        }
    }
}

/// Collects the names that clap and serde derive, and the string literals with the form of an
/// interface.
#[derive(Default)]
struct Visitor {
    names: Names,
}

impl Visitor {
    fn add(&mut self, kind: &str, name: impl Into<String>) {
        self.names
            .entry(kind.into())
            .or_default()
            .insert(name.into());
    }

    fn literal(&mut self, text: &str) {
        for word in text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')) {
            let upper = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
            let is_variable = word.starts_with(|c: char| c.is_ascii_uppercase())
                && word.trim_matches('_').contains('_')
                && word.chars().all(upper)
                && !text.contains(&format!("{{{word}"));
            if is_variable {
                self.add(VARIABLES, word);
            }
            let is_extension = word.strip_prefix("x-").is_some_and(|rest| {
                rest.len() > 2 && rest.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            });
            if is_extension {
                self.add(EXTENSIONS, word);
            }
        }
    }

    fn tokens(&mut self, tokens: TokenStream, is_json: bool) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream(), is_json),
                TokenTree::Literal(literal) => {
                    let Ok(Lit::Str(literal)) = syn::parse_str(&literal.to_string()) else {
                        continue;
                    };
                    self.literal(&literal.value());
                    let is_key = matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
                    if is_json && is_key {
                        self.add("JSON keys", literal.value());
                    }
                }
                _ => {}
            }
        }
    }

    fn field(&mut self, derives: &Derives, attributes: &[Attribute], ident: &str) {
        let ident = ident.trim_start_matches("r#");
        if derives.has(&["Serialize", "Deserialize"]) {
            let serde = options(attributes, "serde");
            let is_hidden = ["skip", "flatten"]
                .iter()
                .any(|key| serde.contains_key(*key));
            if !is_hidden {
                let renamed = serde.get("rename").cloned();
                let name = renamed.unwrap_or_else(|| derives.cased(ident));
                self.add("JSON keys", name);
            }
        }
        if derives.has(&["Parser", "Args", "Subcommand"]) {
            let arg = options(attributes, "arg");
            let kebab = ident.replace('_', "-");
            let mut parts = Vec::new();
            if let Some(short) = arg.get("short") {
                let given = short.chars().next();
                parts.push(format!(
                    "-{}",
                    given.unwrap_or_else(|| kebab.chars().next().unwrap_or('?'))
                ));
            }
            if let Some(long) = arg.get("long") {
                let name = if long.is_empty() { &kebab } else { long };
                parts.push(format!("--{name}"));
            }
            if parts.is_empty() {
                let is_positional = !attributes.iter().any(|one| one.path().is_ident("command"))
                    && !arg.contains_key("skip");
                if is_positional {
                    parts.push(format!("<{}>", kebab.to_uppercase()));
                }
            }
            if !parts.is_empty() {
                self.add("arguments", parts.join(", "));
            }
        }
    }
}

/// Derives of an item, and the case of its serialised names.
struct Derives {
    traits: BTreeSet<String>,
    rename_all: Option<String>,
}

impl Derives {
    fn of(attributes: &[Attribute]) -> Self {
        let mut traits = BTreeSet::new();
        for attribute in attributes
            .iter()
            .filter(|one| one.path().is_ident("derive"))
        {
            let parsed =
                attribute.parse_args_with(Punctuated::<syn::Path, Token![,]>::parse_terminated);
            for path in parsed.into_iter().flatten() {
                traits.extend(path.segments.last().map(|last| last.ident.to_string()));
            }
        }
        let rename_all = options(attributes, "serde").remove("rename_all");
        Self { traits, rename_all }
    }

    fn has(&self, any: &[&str]) -> bool {
        any.iter().any(|one| self.traits.contains(*one))
    }

    /// The name of a field or variant as `rename_all` writes it.
    fn cased(&self, ident: &str) -> String {
        match self.rename_all.as_deref() {
            Some("camelCase") => camel(ident),
            Some("kebab-case") => kebab(ident),
            Some("snake_case") => kebab(ident).replace('-', "_"),
            Some("lowercase") => ident.to_lowercase(),
            Some(other) => panic!("unknown case {other}"),
            None => ident.to_owned(),
        }
    }
}

fn camel(ident: &str) -> String {
    let mut words = ident.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |camel, word| {
        let (head, tail) = word.split_at(word.len().min(1));
        camel + &head.to_uppercase() + tail
    })
}

fn kebab(ident: &str) -> String {
    let mut kebab = String::new();
    for c in ident.replace('_', "-").chars() {
        if c.is_ascii_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.push(c.to_ascii_lowercase());
    }
    kebab
}

/// The options in attributes of this name, with their literal or an empty string.
fn options(attributes: &[Attribute], name: &str) -> BTreeMap<String, String> {
    let mut options = BTreeMap::new();
    for attribute in attributes.iter().filter(|one| one.path().is_ident(name)) {
        let parsed = attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
        for meta in parsed.into_iter().flatten() {
            let Some(key) = meta.path().get_ident() else {
                continue;
            };
            let value = match &meta {
                Meta::NameValue(pair) => match &pair.value {
                    Expr::Lit(literal) => match &literal.lit {
                        Lit::Str(text) => text.value(),
                        Lit::Char(char) => char.value().to_string(),
                        _ => String::new(),
                    },
                    _ => String::new(),
                },
                _ => String::new(),
            };
            options.insert(key.to_string(), value);
        }
    }
    options
}

fn is_test(attributes: &[Attribute]) -> bool {
    let is_test = |one: &Attribute| match &one.meta {
        Meta::List(list) => one.path().is_ident("cfg") && list.tokens.to_string() == "test",
        _ => false,
    };
    attributes.iter().any(is_test)
}

impl<'ast> Visit<'ast> for Visitor {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if !is_test(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        let derives = Derives::of(&item.attrs);
        for field in &item.fields {
            if let Some(ident) = &field.ident {
                self.field(&derives, &field.attrs, &ident.to_string());
            }
        }
        visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        let derives = Derives::of(&item.attrs);
        for variant in &item.variants {
            let ident = variant.ident.to_string();
            if derives.has(&["Serialize", "Deserialize"]) {
                self.add("JSON words", derives.cased(&ident));
            }
            if derives.has(&["Subcommand"]) {
                self.add("subcommands", kebab(&ident));
            }
            if derives.has(&["ValueEnum"]) {
                self.add("argument values", kebab(&ident));
            }
            for field in &variant.fields {
                if let Some(ident) = &field.ident {
                    self.field(&derives, &field.attrs, &ident.to_string());
                }
            }
        }
        visit::visit_item_enum(self, item);
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let (Expr::Path(path), Some(Expr::Lit(literal))) = (&*call.func, call.args.first()) {
            let segments: Vec<_> = path.path.segments.iter().collect();
            if let ([.., kind, _], Lit::Int(code)) = (&segments[..], &literal.lit)
                && kind.ident == "ExitCode"
            {
                self.add("exit codes", code.to_string());
            }
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        if !is_test(&function.attrs) {
            visit::visit_item_fn(self, function);
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        if function.sig.ident == "exit_code" {
            struct Codes(Vec<String>);
            impl<'ast> Visit<'ast> for Codes {
                fn visit_lit_int(&mut self, literal: &'ast syn::LitInt) {
                    self.0.push(literal.to_string());
                }
            }
            let mut codes = Codes(Vec::new());
            codes.visit_impl_item_fn(function);
            for code in codes.0 {
                self.add("exit codes", code);
            }
        }
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_item_const(&mut self, constant: &'ast syn::ItemConst) {
        let is_exit_code = constant.attrs.iter().any(|attribute| {
            let doc = attribute.meta.require_name_value().map(|doc| &doc.value);
            matches!(doc, Ok(Expr::Lit(doc)) if matches!(&doc.lit, Lit::Str(text) if text.value().trim_start().starts_with("Exit code")))
        });
        if let Expr::Lit(literal) = &*constant.expr
            && let Lit::Int(code) = &literal.lit
            && is_exit_code
        {
            self.add("exit codes", code.to_string());
        }
        visit::visit_item_const(self, constant);
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        // Documentation is not part of an interface.
        if !attribute.path().is_ident("doc")
            && let Meta::List(list) = &attribute.meta
        {
            self.tokens(list.tokens.clone(), false);
        }
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let is_json = call
            .path
            .segments
            .last()
            .is_some_and(|last| last.ident == "json");
        self.tokens(call.tokens.clone(), is_json);
    }

    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        self.literal(&literal.value());
    }
}
