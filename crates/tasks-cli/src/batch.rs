//! `tasks batch`: creates the tasks of a table or a list, and continues where an earlier run ended.

mod args;
mod events;
mod plan;
mod progress;
mod rejection;
mod report;
mod run;
mod status;

use std::process::ExitCode;

use crate::outcome::usage_error;
pub(crate) use args::BatchArgs;
use args::BatchCommand;

pub(crate) fn batch(args: &BatchArgs) -> ExitCode {
    let result = match &args.command {
        Some(BatchCommand::Status(args)) => status::status(args),
        None => run::run(&args.run),
    };
    match result {
        Ok(code) => ExitCode::from(code),
        Err(rejection) => {
            rejection.report();
            usage_error()
        }
    }
}
