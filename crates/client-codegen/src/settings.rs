use syn::{Path, Type};

use crate::Error;

/// Where the generated source will live, and what it is tied to there.
#[derive(Clone, Debug)]
pub struct Settings {
    module: String,
    inner_type: Option<String>,
    schemars_feature: Option<String>,
}

impl Settings {
    /// Settings for source that is included in `module`, an absolute path such as `crate::generated`.
    ///
    /// The path is needed because the source names its own items from modules of several depths.
    pub fn new(module: impl Into<String>) -> Self {
        Self {
            module: module.into(),
            inner_type: None,
            schemars_feature: None,
        }
    }

    /// The type, by absolute path, that the generated client carries for its hooks. With it the including crate must
    /// implement `progenitor_client::ClientHooks` for the generated `Client`; without it the hooks do nothing.
    pub fn inner_type(mut self, path: impl Into<String>) -> Self {
        self.inner_type = Some(path.into());
        self
    }

    /// The feature of the including crate under which the generated types implement `schemars::JsonSchema`.
    pub fn schemars_feature(mut self, feature: impl Into<String>) -> Self {
        self.schemars_feature = Some(feature.into());
        self
    }

    pub(crate) fn module(&self) -> Result<Path, Error> {
        parse("module", &self.module)
    }

    pub(crate) fn inner(&self) -> Result<Option<Type>, Error> {
        self.inner_type
            .as_deref()
            .map(|path| parse("inner_type", path))
            .transpose()
    }

    pub(crate) fn schemars(&self) -> Option<&str> {
        self.schemars_feature.as_deref()
    }
}

fn parse<T: syn::parse::Parse>(name: &'static str, text: &str) -> Result<T, Error> {
    syn::parse_str(text).map_err(|_| Error::Setting {
        name,
        value: text.to_owned(),
    })
}
