//! Settings: flags over the environment over a configuration file with profiles.

mod file;
mod secret;
mod settings;
mod show;

pub(crate) use settings::Settings;
pub(crate) use show::{ConfigArgs, config};
