//! Generated sources that do not compile, detected without a compiler. A proof is named like its
//! rule.

use std::collections::BTreeSet;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};
use syn::{
    Expr, ExprLit, Fields, Item, ItemStruct, Lit, Meta,
    visit::{self, Visit},
};

use crate::{Result, generators::progenitors};

/// rustdoc compiles a code block as Rust that is not Rust.
pub(crate) fn description_breaks_doctest(text: &str) -> Result {
    let source = syn::parse_file(&progenitors(text)?)?;
    let mut programs = Documentation::default();
    programs.visit_file(&source);
    expect(
        programs.broken == ["{\"name\": \"Rex\"}\n"],
        &programs.broken,
    )
}

/// Uses `Display` of an `Option`, which does not implement it.
pub(crate) fn header_parameter_nullable(text: &str) -> Result {
    written_by_display(text, "x_trace", "X-Trace", "Option<::std::string::String>")
}

/// Uses `Display` of a `Vec`, which does not implement it.
pub(crate) fn parameter_not_text(text: &str) -> Result {
    written_by_display(text, "ids", "ids", "Vec<::std::string::String>")
}

/// Defines two types with the same name.
pub(crate) fn component_name_collision(text: &str) -> Result {
    let source = syn::parse_file(&progenitors(text)?)?;
    let mut names = Vec::new();
    for item in &source.items {
        let Item::Mod(module) = item else { continue };
        let items = module.content.iter().flat_map(|(_, items)| items);
        names.extend(items.filter_map(|item| match item {
            Item::Struct(item) if module.ident == "types" => Some(item.ident.to_string()),
            _ => None,
        }));
    }
    let count = names.iter().filter(|name| *name == "PetOwner").count();
    expect(count == 2, &names)
}

pub(crate) fn parameter_name_collision(text: &str) -> Result {
    let twice = fields_twice(&progenitors(text)?)?;
    expect(twice == ["ListPets.pet_name"], &twice)
}

pub(crate) fn property_name_collision(text: &str) -> Result {
    let twice = fields_twice(&progenitors(text)?)?;
    // Once in the type and once in its builder.
    expect(twice == ["Pet.pet_name", "Pet.pet_name"], &twice)
}

fn expect(holds: bool, seen: &[String]) -> Result {
    match holds {
        true => Ok(()),
        false => Err(format!("it is {seen:?}").into()),
    }
}

fn written_by_display(text: &str, field: &str, header: &str, value: &str) -> Result {
    let source = progenitors(text)?;
    let held = format!(
        "{field}: Result<Option<::std::{}::{value}>, String>",
        match value {
            value if value.starts_with("Vec") => "vec",
            _ => "option",
        }
    );
    let written = format!("append(\"{header}\", value.to_string()");
    let seen = [held, written];
    let holds = seen.iter().all(|part| source.contains(part));
    expect(holds, &seen).map_err(|_| format!("the source has not both of {seen:?}").into())
}

/// The fields with the name of another field, by struct.
fn fields_twice(source: &str) -> std::result::Result<Vec<String>, syn::Error> {
    #[derive(Default)]
    struct Twice(Vec<String>);
    impl Visit<'_> for Twice {
        fn visit_item_struct(&mut self, item: &ItemStruct) {
            let Fields::Named(fields) = &item.fields else {
                return;
            };
            let mut seen = BTreeSet::new();
            for name in fields.named.iter().filter_map(|field| field.ident.as_ref()) {
                if !seen.insert(name) {
                    self.0.push(format!("{}.{name}", item.ident));
                }
            }
        }
    }
    let mut twice = Twice::default();
    twice.visit_file(&syn::parse_file(source)?);
    Ok(twice.0)
}

/// The code blocks that rustdoc cannot compile.
#[derive(Default)]
struct Documentation {
    broken: Vec<String>,
}

impl Visit<'_> for Documentation {
    fn visit_item(&mut self, item: &Item) {
        if let Item::Struct(item) = item {
            let texts = item
                .attrs
                .iter()
                .filter_map(|attribute| match &attribute.meta {
                    Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
                        Expr::Lit(ExprLit {
                            lit: Lit::Str(text),
                            ..
                        }) => Some(text.value()),
                        _ => None,
                    },
                    _ => None,
                });
            let text = texts.collect::<Vec<_>>().join("\n");
            self.broken
                .extend(programs(&text).into_iter().filter(|program| {
                    syn::parse_str::<syn::Block>(&format!("{{{program}}}")).is_err()
                }));
        }
        visit::visit_item(self, item);
    }
}

/// The code blocks without a language, or in Rust.
fn programs(text: &str) -> Vec<String> {
    let mut programs = Vec::new();
    let mut is_program = false;
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                is_program = match kind {
                    CodeBlockKind::Indented => true,
                    CodeBlockKind::Fenced(language) => language.is_empty() || &*language == "rust",
                }
            }
            Event::Text(text) if is_program => programs.push(text.to_string()),
            Event::End(_) => is_program = false,
            _ => {}
        }
    }
    programs
}
