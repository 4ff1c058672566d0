use syn::Path;

use crate::error::Error;

/// The module that includes the generated source, and what it is combined with there.
#[derive(Clone, Debug)]
pub struct Settings {
    module: String,
    schemars_feature: Option<String>,
    is_strict: bool,
    reserved: Vec<String>,
    facade: Option<Facade>,
}

/// Settings of the facade.
#[derive(Clone, Debug, Default)]
struct Facade {
    has_custom_builder: bool,
    blocking: Option<Option<String>>,
}

impl Settings {
    /// Settings for source that is included in `module`, an absolute path such as
    /// `crate::generated`.
    ///
    /// The path is needed because the source names its own items from modules of several depths.
    pub fn new(module: impl Into<String>) -> Self {
        Self {
            module: module.into(),
            schemars_feature: None,
            is_strict: false,
            reserved: Vec::new(),
            facade: None,
        }
    }

    /// The feature of the including crate under which the generated types implement
    /// `schemars::JsonSchema`.
    pub fn schemars_feature(mut self, feature: impl Into<String>) -> Self {
        self.schemars_feature = Some(feature.into());
        self
    }

    /// Makes every note an error, for a document that is written for the generator.
    pub fn strict(mut self) -> Self {
        self.is_strict = true;
        self
    }

    /// Names of methods that the including crate adds to the generated client, which no operation
    /// can have.
    pub fn reserved<S: Into<String>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        self.reserved.extend(names.into_iter().map(Into::into));
        self
    }

    /// Writes the facade over client-runtime: a client with a method for each operation, and
    /// everything named through client-runtime, which the including crate then needs as a
    /// dependency. The generator's client is in the module `wire`.
    pub fn facade(mut self) -> Self {
        self.facade.get_or_insert_default();
        self
    }

    /// Leaves out `Client::builder`, which the including crate writes itself. Implies
    /// [`facade`](Self::facade).
    pub fn custom_builder(mut self) -> Self {
        self.facade.get_or_insert_default().has_custom_builder = true;
        self
    }

    /// Writes the blocking twin of the client. It needs the feature `blocking` of client-runtime.
    /// Implies [`facade`](Self::facade).
    pub fn blocking(mut self) -> Self {
        self.facade.get_or_insert_default().blocking = Some(None);
        self
    }

    /// Writes the blocking twin of the client, under this feature of the including crate. Implies
    /// [`facade`](Self::facade).
    pub fn blocking_feature(mut self, feature: impl Into<String>) -> Self {
        self.facade.get_or_insert_default().blocking = Some(Some(feature.into()));
        self
    }

    pub(crate) fn has_facade(&self) -> bool {
        self.facade.is_some()
    }

    pub(crate) fn has_builder(&self) -> bool {
        let facade = self.facade.as_ref();
        facade.is_some_and(|facade| !facade.has_custom_builder)
    }

    pub(crate) fn is_blocking(&self) -> bool {
        let facade = self.facade.as_ref();
        facade.is_some_and(|facade| facade.blocking.is_some())
    }

    pub(crate) fn blocking_feature_name(&self) -> Option<&str> {
        self.facade.as_ref()?.blocking.as_ref()?.as_deref()
    }

    pub(crate) fn is_strict(&self) -> bool {
        self.is_strict
    }

    pub(crate) fn reserved_names(&self) -> &[String] {
        &self.reserved
    }

    pub(crate) fn module(&self) -> Result<Path, Error> {
        syn::parse_str(&self.module).map_err(|_| Error::Setting {
            name: "module",
            value: self.module.clone(),
        })
    }

    pub(crate) fn schemars(&self) -> Option<&str> {
        self.schemars_feature.as_deref()
    }
}
