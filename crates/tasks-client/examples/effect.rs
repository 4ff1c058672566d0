//! Creates a task, and reports a failure with its causes and its effect. The settings are those of
//! the environment.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "an example prints"
)]

use std::{error::Error, process::ExitCode};

use tasks_client::{
    Client, Effect,
    types::{NewPrototypeTask, TaskUser},
};

#[tokio::main]
async fn main() -> ExitCode {
    let client = match Client::from_env() {
        Ok(client) => client,
        Err(error) => return failure(2, &error),
    };
    let task = NewPrototypeTask::builder()
        .title("Review the 10-K")
        .assignees(vec![TaskUser::user("V1ZVd2VyFzU3NiQ1NDA4NjIzNzk2MjD")]);

    match client.create(task).await {
        Ok(created) => {
            println!("created {}", created.id().unwrap_or("(no id)"));
            ExitCode::SUCCESS
        }
        // The task may exist: check before retrying.
        Err(error) if error.effect() == Effect::Unknown => failure(3, &error),
        Err(error) => failure(1, &error),
    }
}

/// Prints an error with its causes.
fn failure(code: u8, error: &dyn Error) -> ExitCode {
    eprintln!("error: {error}");
    let mut source = error.source();
    while let Some(cause) = source {
        eprintln!("caused by: {cause}");
        source = cause.source();
    }
    ExitCode::from(code)
}
