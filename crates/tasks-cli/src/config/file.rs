use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, anyhow, bail};
use etcetera::BaseStrategy;
use serde::Deserialize;

/// The configuration file, in TOML.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct ConfigFile {
    #[serde(skip)]
    pub(super) path: PathBuf,
    /// The profile that is used unless another one is selected.
    pub(super) profile: Option<String>,
    /// Settings of all profiles.
    #[serde(default)]
    pub(super) defaults: Layer,
    #[serde(default)]
    pub(super) profiles: BTreeMap<String, Layer>,
}

/// Settings in one table of the file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Layer {
    pub(super) region: Option<String>,
    pub(super) base_url: Option<String>,
    pub(super) api_version: Option<String>,
    pub(super) client_id: Option<String>,
    pub(super) client_secret_file: Option<PathBuf>,
    pub(super) token_file: Option<PathBuf>,
    pub(super) timeout: Option<String>,
    pub(super) concurrency: Option<u16>,
    pub(super) rate: Option<String>,
    pub(super) time_zone: Option<String>,
    /// Rejected: a configuration file is copied, shared and committed.
    token: Option<Ignored>,
    client_secret: Option<Ignored>,
}

/// A value that is discarded.
#[derive(Clone, Copy, Debug)]
struct Ignored;

impl<'de> Deserialize<'de> for Ignored {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde::de::IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
}

impl ConfigFile {
    /// Reads the file of the arguments or of the environment, which must exist, or the default one,
    /// which may be missing.
    pub(super) fn read(selected: Option<&Path>) -> anyhow::Result<Self> {
        let selected = selected.map(Path::to_owned);
        let (path, is_selected) = match selected.or_else(from_environment) {
            Some(path) => (path, true),
            None => (default_path()?, false),
        };
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound && !is_selected => {
                return Ok(Self {
                    path,
                    ..Self::default()
                });
            }
            Err(error) => {
                return Err(error).with_context(|| {
                    format!("failed to read the configuration {}", path.display())
                });
            }
        };
        Self::parse(path, &text)
    }

    fn parse(path: PathBuf, text: &str) -> anyhow::Result<Self> {
        let file: Self = toml::from_str(text).map_err(|error| {
            // The error displays the line, which may be a secret.
            let before = error.span().map_or("", |span| &text[..span.start]);
            let line = before.matches('\n').count() + 1;
            // The keys of secrets are read only to reject them.
            let message = error.message().trim_end();
            let message = message.replace(", `token`, `client-secret`", "");
            anyhow!(
                "failed to read the configuration {}:{line}: {message}",
                path.display()
            )
        })?;
        let tables = file.profiles.iter();
        let tables = tables.map(|(name, layer)| (format!("profiles.{name}"), layer));
        let tables = tables.chain([("defaults".to_owned(), &file.defaults)]);
        for (table, layer) in tables {
            let secrets = [
                ("token", layer.token, "token-file", "TASKS_TOKEN"),
                (
                    "client-secret",
                    layer.client_secret,
                    "client-secret-file",
                    "TASKS_CLIENT_SECRET",
                ),
            ];
            for (key, found, key_of_file, variable) in secrets {
                if found.is_some() {
                    bail!(
                        "`{key}` in [{table}] of {}: secrets are not read from the configuration; use `{key_of_file}` or {variable}",
                        path.display()
                    );
                }
            }
        }
        Ok(Self { path, ..file })
    }

    pub(super) fn profile(&self, name: &str) -> anyhow::Result<&Layer> {
        self.profiles.get(name).ok_or_else(|| {
            let known: Vec<&str> = self.profiles.keys().map(String::as_str).collect();
            let known = match known.as_slice() {
                [] => "the file has no profiles".to_owned(),
                known => format!("expected one of `{}`", known.join("`, `")),
            };
            anyhow!(
                "unknown profile `{name}` in {}: {known}",
                self.path.display()
            )
        })
    }

    /// Resolves a path in the file, which is relative to the file.
    pub(super) fn relative(&self, path: &Path) -> PathBuf {
        let parent = self.path.parent().unwrap_or(Path::new(""));
        parent.join(path)
    }
}

fn from_environment() -> Option<PathBuf> {
    let path = std::env::var_os("TASKS_CONFIG")?;
    (!path.is_empty()).then(|| path.into())
}

fn default_path() -> anyhow::Result<PathBuf> {
    let directories = etcetera::choose_base_strategy();
    let directories = directories.context("failed to find the configuration directory")?;
    Ok(directories.config_dir().join("tasks").join("config.toml"))
}
