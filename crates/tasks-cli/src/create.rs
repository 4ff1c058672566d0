use std::process::ExitCode;

use anyhow::{Context, bail};
use tasks_client::Lifecycle;
use tokio::runtime;

use crate::{
    args::{CreateArgs, Format},
    connection::Connection,
    input::{InputError, Overrides, Source, Tasks},
    logging::log,
    output,
    printer::Printer,
    say,
    sender::Sender,
    unsent::Unsent,
};

/// Wrong usage or wrong input: nothing was sent.
const USAGE: u8 = 2;

/// `tasks create`.
pub(crate) fn create(args: &CreateArgs) -> ExitCode {
    match run(args) {
        Ok(code) => ExitCode::from(code),
        Err(Refusal::Usage(error)) => {
            say::failure(&error);
            ExitCode::from(USAGE)
        }
        Err(Refusal::Mistakes(errors)) => {
            tell(&errors);
            ExitCode::from(USAGE)
        }
    }
}

enum Refusal {
    Usage(anyhow::Error),
    Mistakes(Vec<InputError>),
}

impl<E: Into<anyhow::Error>> From<E> for Refusal {
    fn from(error: E) -> Self {
        Self::Usage(error.into())
    }
}

fn run(args: &CreateArgs) -> Result<u8, Refusal> {
    if args.output.verbose {
        log();
    }
    let tasks = tasks(args)?;
    for warning in &tasks.warnings {
        say::warning(warning);
    }
    if args.sending.dry_run {
        return Ok(dry_run(args, &tasks)?);
    }
    if !args.service.mock {
        warn_of_the_end(&Lifecycle::documented());
    }
    let connection = Connection::new(&args.service, &args.sending)?;
    let unsent = args.sending.save_unsent.as_deref().map(Unsent::create);
    let unsent = unsent.transpose()?;
    // The calls run on a thread of their own: a pager that does not read on blocks this one, and must not let a request run
    // into its timeout.
    let runtime = runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build();
    let runtime = runtime.context("failed to start the runtime")?;

    let mut printer = Printer::new(args.output.format, &tasks, unsent);
    let sender = Sender {
        client: connection.client.clone(),
        concurrency: usize::from(args.sending.concurrency),
        patient: tasks.is_list,
    };
    runtime
        .block_on(sender.send(tasks.inputs, |outcome| printer.tell(&outcome)))
        .context("failed to listen for interrupts")?;
    let code = printer.finish();
    let announced = connection.client.lifecycle();
    if announced != Lifecycle::documented() {
        warn_of_the_end(&announced);
    }
    Ok(code)
}

fn tasks(args: &CreateArgs) -> Result<Tasks, Refusal> {
    let overrides = Overrides::new(&args.task)?;
    let read = match &args.file {
        Some(file) => Tasks::read(&Source::read(file)?, &overrides),
        None if args.task.title.is_none() => {
            let reason = "there is no task: give a FILE, or - for standard input, or a --title";
            return Err(anyhow::anyhow!(reason).into());
        }
        None => Tasks::of_flags(&overrides),
    };
    read.map_err(Refusal::Mistakes)
}

fn dry_run(args: &CreateArgs, tasks: &Tasks) -> anyhow::Result<u8> {
    if args.output.format == Format::Json {
        bail!("--dry-run prints a command, not JSON: leave --format out");
    }
    let base_url = Connection::base_url(&args.service)?;
    for input in &tasks.inputs {
        let command = output::curl(&base_url, &input.task)?;
        output::print(&command).context("failed to print the command")?;
    }
    Ok(0)
}

/// More than this many are not read by anybody.
const MOST_MISTAKES: usize = 20;

fn tell(errors: &[InputError]) {
    for error in errors.iter().take(MOST_MISTAKES) {
        say::error(error);
    }
    match errors.len() {
        0 | 1 => {}
        count if count > MOST_MISTAKES => {
            say::note(format_args!(
                "{count} errors, {MOST_MISTAKES} of them told; nothing was sent"
            ));
        }
        count => say::note(format_args!("{count} errors; nothing was sent")),
    }
}

fn warn_of_the_end(lifecycle: &Lifecycle) {
    if let Some(day) = lifecycle.sunset_on {
        say::warning(format_args!(
            "this endpoint is deprecated, and may be gone from {day} on"
        ));
    }
}
