use std::{
    env,
    fmt::{self, Display},
    path::PathBuf,
    str::FromStr,
};

use anyhow::{anyhow, bail};
use tasks_client::{ApiVersion, Client, ClientBuilder, ClientCredentials, Region};

use super::{
    file::{ConfigFile, Layer},
    secret,
};
use crate::{
    args::{LimitArgs, ServiceArgs},
    due::Zone,
    duration::{Rate, Span},
};

/// The settings of one run, each with its source.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(super) config: PathBuf,
    pub(super) profile: Option<Setting<String>>,
    pub(super) region: Option<Setting<Region>>,
    pub(crate) base_url: Setting<String>,
    pub(crate) api_version: Setting<ApiVersion>,
    pub(crate) identity: Option<Identity>,
    pub(crate) timeout: Setting<Span>,
    pub(crate) concurrency: Setting<u16>,
    pub(crate) rate: Option<Setting<Rate>>,
    pub(crate) time_zone: Option<Setting<Zone>>,
}

/// A value with its source.
#[derive(Clone, Debug)]
pub(crate) struct Setting<T> {
    pub(crate) value: T,
    pub(super) source: Source,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    Flag(&'static str),
    Environment(&'static str),
    Profile(String),
    Defaults,
    Region,
    BuiltIn,
}

/// Source of access tokens. Secrets are read when they are required.
#[derive(Clone, Debug)]
pub(crate) enum Identity {
    Token(Setting<Secret>),
    Client {
        id: Setting<String>,
        secret: Setting<Secret>,
    },
}

/// A secret, or the file that contains it.
#[derive(Clone)]
pub(crate) enum Secret {
    Value(String),
    File(PathBuf),
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(_) => f.write_str("(hidden)"),
            Self::File(path) => fmt::Debug::fmt(path, f),
        }
    }
}

impl<T> Setting<T> {
    fn new(value: T, source: Source) -> Self {
        Self { value, source }
    }
}

impl Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(name) => f.write_str(name),
            Self::Environment(name) => write!(f, "environment: {name}"),
            Self::Profile(name) => write!(f, "configuration: [profiles.{name}]"),
            Self::Defaults => f.write_str("configuration: [defaults]"),
            Self::Region => f.write_str("region"),
            Self::BuiltIn => f.write_str("default"),
        }
    }
}

/// The tables of the configuration file that apply, the most specific one first.
struct Layers {
    tables: Vec<(Layer, Source)>,
}

impl Layers {
    fn get<T>(&self, get: impl Fn(&Layer) -> Option<T>) -> Option<Setting<T>> {
        self.tables
            .iter()
            .find_map(|(layer, source)| Some(Setting::new(get(layer)?, source.clone())))
    }

    fn parsed<T: FromStr<Err: Display>>(
        &self,
        key: &str,
        get: impl Fn(&Layer) -> Option<String>,
    ) -> anyhow::Result<Option<Setting<T>>> {
        let text = self.get(get);
        text.map(|Setting { value, source }| parsed(&format!("`{key}` ({source})"), &value, source))
            .transpose()
    }
}

impl Settings {
    pub(crate) fn new(
        service: &ServiceArgs,
        limits: Option<&LimitArgs>,
        zone: Option<&Zone>,
    ) -> anyhow::Result<Self> {
        let mut file = ConfigFile::read(service.config.as_deref())?;
        let profile = profile(service, &file)?;
        let mut tables = Vec::new();
        if let Some(profile) = &profile {
            let layer = file.profile(&profile.value)?.clone();
            tables.push((layer, Source::Profile(profile.value.clone())));
        }
        tables.push((std::mem::take(&mut file.defaults), Source::Defaults));
        let layers = Layers { tables };
        let (region, base_url) = server(service, &layers)?;
        let flag = |name| Source::Flag(name);
        let timeout = limits.and_then(|limits| limits.timeout);
        let timeout = match timeout {
            Some(timeout) => Some(Setting::new(timeout, flag("--timeout"))),
            None => layers.parsed("timeout", |layer| layer.timeout.clone())?,
        };
        let concurrency = limits.and_then(|limits| limits.concurrency);
        let concurrency = match concurrency {
            Some(concurrency) => Some(Setting::new(concurrency, flag("--concurrency"))),
            None => layers.get(|layer| layer.concurrency),
        };
        if let Some(Setting { value, source }) = &concurrency
            && !(1..=256).contains(value)
        {
            bail!("`concurrency` ({source}): expected 1 to 256, found {value}");
        }
        let rate = match limits.and_then(|limits| limits.rate) {
            Some(rate) => Some(Setting::new(rate, flag("--rate"))),
            None => layers.parsed("rate", |layer| layer.rate.clone())?,
        };
        let time_zone = match zone {
            Some(zone) => Some(Setting::new(zone.clone(), flag("--time-zone"))),
            None => layers.parsed("time-zone", |layer| layer.time_zone.clone())?,
        };
        Ok(Self {
            profile,
            region,
            base_url,
            api_version: api_version(service, &layers)?,
            identity: identity(service, &layers, &file)?,
            timeout: timeout.unwrap_or_else(|| {
                Setting::new(Span(std::time::Duration::from_secs(120)), Source::BuiltIn)
            }),
            concurrency: concurrency.unwrap_or(Setting::new(8, Source::BuiltIn)),
            rate,
            time_zone,
            config: file.path,
        })
    }

    /// A client for these settings; without an identity, one that can describe requests and cannot
    /// send them.
    pub(crate) fn client(&self) -> anyhow::Result<ClientBuilder> {
        let builder = Client::builder()
            .base_url(&self.base_url.value)
            .api_version(self.api_version.value);
        Ok(match &self.identity {
            None => builder,
            Some(Identity::Token(token)) => builder.token(token.value.read("token")?),
            Some(Identity::Client { id, secret }) => {
                let secret = secret.value.read("client secret")?;
                builder.credentials(ClientCredentials::new(&id.value, secret))
            }
        })
    }

    pub(crate) fn region(&self) -> Option<Region> {
        self.region.as_ref().map(|region| region.value)
    }

    /// Source of the access token or of the client credentials.
    pub(crate) fn identity_source(&self) -> String {
        match &self.identity {
            None => "none".to_owned(),
            Some(Identity::Token(token)) => format!("access token ({})", token.source),
            Some(Identity::Client { id, .. }) => {
                format!("client credentials ({})", id.source)
            }
        }
    }

    pub(crate) fn client_id(&self) -> Option<&str> {
        match &self.identity {
            Some(Identity::Client { id, .. }) => Some(&id.value),
            _ => None,
        }
    }
}

impl Secret {
    fn read(&self, what: &str) -> anyhow::Result<String> {
        match self {
            Self::Value(value) => Ok(value.clone()),
            Self::File(path) => secret::read(what, path),
        }
    }
}

fn profile(service: &ServiceArgs, file: &ConfigFile) -> anyhow::Result<Option<Setting<String>>> {
    if let Some(name) = &service.profile {
        return Ok(Some(Setting::new(name.clone(), Source::Flag("--profile"))));
    }
    if let Some(name) = variable("TASKS_PROFILE")? {
        return Ok(Some(name));
    }
    let name = file.profile.clone();
    Ok(name.map(|name| Setting::new(name, Source::Defaults)))
}

fn api_version(service: &ServiceArgs, layers: &Layers) -> anyhow::Result<Setting<ApiVersion>> {
    const NAME: &str = "TASKS_API_VERSION";
    if let Some(version) = service.api_version {
        return Ok(Setting::new(version, Source::Flag("--api-version")));
    }
    if let Some(Setting { value, source }) = variable(NAME)? {
        return parsed(NAME, &value, source);
    }
    let version = layers.parsed("api-version", |layer| layer.api_version.clone())?;
    Ok(version.unwrap_or(Setting::new(ApiVersion::default(), Source::BuiltIn)))
}

/// The most specific source of a region or a base URL determines both.
fn server(
    service: &ServiceArgs,
    layers: &Layers,
) -> anyhow::Result<(Option<Setting<Region>>, Setting<String>)> {
    if let Some(url) = &service.base_url {
        return Ok((None, Setting::new(url.clone(), Source::Flag("--base-url"))));
    }
    if let Some(region) = service.region {
        return Ok(of_region(Setting::new(region, Source::Flag("--region"))));
    }
    if let Some(url) = variable("TASKS_BASE_URL")? {
        return Ok((None, url));
    }
    if let Some(Setting { value, source }) = variable("TASKS_REGION")? {
        return Ok(of_region(known_region("TASKS_REGION", &value, source)?));
    }
    for (layer, source) in &layers.tables {
        if let Some(url) = &layer.base_url {
            return Ok((None, Setting::new(url.clone(), source.clone())));
        }
        if let Some(region) = &layer.region {
            let name = format!("`region` ({source})");
            return Ok(of_region(known_region(&name, region, source.clone())?));
        }
    }
    Ok(of_region(Setting::new(Region::default(), Source::BuiltIn)))
}

fn known_region(name: &str, text: &str, source: Source) -> anyhow::Result<Setting<Region>> {
    let region = text.parse().map_err(|_| {
        let known = Region::ALL
            .iter()
            .map(|region| region.as_str())
            .collect::<Vec<_>>()
            .join(", ");
        anyhow!("{name}: unknown region `{text}`: expected one of {known}")
    });
    region.map(|region| Setting::new(region, source))
}

fn of_region(region: Setting<Region>) -> (Option<Setting<Region>>, Setting<String>) {
    let url = region.value.base_url().to_owned();
    (Some(region), Setting::new(url, Source::Region))
}

/// The most specific source of a token or of a part of the credentials applies; the other part may
/// come from a less specific one.
fn identity(
    service: &ServiceArgs,
    layers: &Layers,
    file: &ConfigFile,
) -> anyhow::Result<Option<Identity>> {
    if let Some(path) = &service.token_file {
        let token = Secret::File(path.clone());
        let token = Setting::new(token, Source::Flag("--token-file"));
        return Ok(Some(Identity::Token(token)));
    }
    let id = variable("TASKS_CLIENT_ID")?;
    let secret = variable("TASKS_CLIENT_SECRET")?.map(hidden);
    let has_client = id.is_some() || secret.is_some();
    if let Some(token) = variable("TASKS_TOKEN")? {
        if has_client {
            bail!(
                "TASKS_TOKEN conflicts with TASKS_CLIENT_ID and TASKS_CLIENT_SECRET: unset it, or both of them"
            );
        }
        return Ok(Some(Identity::Token(hidden(token))));
    }
    if !has_client && let Some(token) = token_in_file(layers, file)? {
        return Ok(Some(Identity::Token(token)));
    }
    let id = id.or_else(|| layers.get(|layer| layer.client_id.clone()));
    let secret = secret.or_else(|| {
        let path = layers.get(|layer| layer.client_secret_file.clone())?;
        Some(secret_of(file, path))
    });
    match (id, secret) {
        (Some(id), Some(secret)) => Ok(Some(Identity::Client { id, secret })),
        (Some(id), None) => Err(anyhow!(
            "missing secret for the client id ({}): set TASKS_CLIENT_SECRET, or `client-secret-file` in the configuration",
            id.source
        )),
        (None, Some(secret)) => Err(anyhow!(
            "missing client id for the client secret ({}): set TASKS_CLIENT_ID, or `client-id` in the configuration",
            secret.source
        )),
        (None, None) => Ok(None),
    }
}

/// The token file of the most specific table with an identity; `None` if that is a client.
fn token_in_file(layers: &Layers, file: &ConfigFile) -> anyhow::Result<Option<Setting<Secret>>> {
    for (layer, source) in &layers.tables {
        let has_client = layer.client_id.is_some() || layer.client_secret_file.is_some();
        match &layer.token_file {
            Some(_) if has_client => {
                bail!("`token-file` conflicts with client credentials ({source})");
            }
            Some(path) => {
                let path = Setting::new(path.clone(), source.clone());
                return Ok(Some(secret_of(file, path)));
            }
            None if has_client => return Ok(None),
            None => {}
        }
    }
    Ok(None)
}

/// The secret in a file of the configuration.
fn secret_of(file: &ConfigFile, Setting { value, source }: Setting<PathBuf>) -> Setting<Secret> {
    Setting::new(Secret::File(file.relative(&value)), source)
}

fn hidden(Setting { value, source }: Setting<String>) -> Setting<Secret> {
    Setting::new(Secret::Value(value), source)
}

/// A variable of the environment; an empty one is ignored.
fn variable(name: &'static str) -> anyhow::Result<Option<Setting<String>>> {
    match env::var(name) {
        Ok(value) if value.is_empty() => Ok(None),
        Ok(value) => Ok(Some(Setting::new(value, Source::Environment(name)))),
        Err(env::VarError::NotPresent) => Ok(None),
        Err(env::VarError::NotUnicode(_)) => Err(anyhow!("{name}: invalid Unicode")),
    }
}

fn parsed<T: FromStr<Err: Display>>(
    name: &str,
    text: &str,
    source: Source,
) -> anyhow::Result<Setting<T>> {
    match text.parse() {
        Ok(value) => Ok(Setting::new(value, source)),
        Err(error) => Err(anyhow!("{name}: {error}")),
    }
}
