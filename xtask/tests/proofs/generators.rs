use anyhow::Result;
use client_codegen::Settings;
use progenitor::{GenerationSettings, Generator, InterfaceStyle};

/// The source that client-codegen generates from a document, for use in a module.
pub(crate) fn ours(text: &str, module: &str) -> Result<String> {
    Ok(client_codegen::generate(text, &Settings::new(module))?.source)
}

/// The source that progenitor alone generates.
pub(crate) fn progenitors(text: &str) -> Result<String> {
    let api: openapiv3::OpenAPI = serde_yaml::from_str(text)?;
    let mut settings = GenerationSettings::new();
    settings.with_interface(InterfaceStyle::Builder);
    let tokens = Generator::new(&settings).generate_tokens(&api)?;
    Ok(prettyplease::unparse(&syn::parse2(tokens)?))
}

/// The error of progenitor alone, or the message of its panic.
pub(crate) fn failure_of_progenitor(text: &str) -> String {
    match std::panic::catch_unwind(|| progenitors(text)) {
        Ok(Ok(_)) => "it is generated".to_owned(),
        Ok(Err(error)) => error.to_string(),
        Err(payload) => {
            let text = payload.downcast_ref::<&str>().copied();
            let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
            text.unwrap_or("a panic").to_owned()
        }
    }
}
