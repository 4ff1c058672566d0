use clap::Args;
use std::process::ExitCode;
#[derive(Debug, Args)]
pub(crate) struct AuthArgs {}
pub(crate) fn auth(_args: &AuthArgs) -> ExitCode {
    ExitCode::SUCCESS
}
