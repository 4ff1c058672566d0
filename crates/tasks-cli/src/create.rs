//! `tasks create`: creates one task or the tasks of a list.

mod args;

use std::process::ExitCode;

use anyhow::{Context, bail};
use tasks_client::RetryPolicy;
use tokio::runtime::Runtime;

use crate::{
    args::Format,
    config::Settings,
    connection::{Connection, warn_of_sunset},
    due::{Due, Zone},
    engine::{Engine, Event, Job, Stop, interrupted},
    input::{InputError, Overrides, Source, Tasks, print_errors},
    outcome::{End, Outcome, usage_error},
    output,
    printer::Printer,
    runtime::runtime,
    stderr,
    unsent::Unsent,
};
pub(crate) use args::CreateArgs;

pub(crate) fn create(args: &CreateArgs) -> ExitCode {
    match run(args) {
        Ok(code) => ExitCode::from(code),
        Err(Rejection::Usage(error)) => {
            stderr::failure(&error);
            usage_error()
        }
        Err(Rejection::Input(errors)) => {
            print_errors(&errors, errors.len());
            usage_error()
        }
    }
}

/// Error before the first request.
enum Rejection {
    Usage(anyhow::Error),
    Input(Vec<InputError>),
}

impl<E: Into<anyhow::Error>> From<E> for Rejection {
    fn from(error: E) -> Self {
        Self::Usage(error.into())
    }
}

fn run(args: &CreateArgs) -> Result<u8, Rejection> {
    let limits = &args.sending.limits;
    let settings = Settings::new(&args.service, Some(limits), args.task.time_zone.as_ref())?;
    let tasks = tasks(args, &settings)?;
    for warning in &tasks.warnings {
        stderr::warning(warning);
    }
    if args.sending.dry_run {
        return Ok(dry_run(args, &settings, &tasks)?);
    }
    if !args.service.mock {
        warn_of_sunset(&settings.api_version.value.lifecycle());
    }
    let policy = match args.sending.at_least_once {
        true => RetryPolicy::at_least_once(),
        false => RetryPolicy::default(),
    };
    let connection = Connection::new(&args.service, &settings, policy)?;
    let unsent = args.sending.save_unsent.as_deref().map(Unsent::create);
    let unsent = unsent.transpose()?;
    let runtime = runtime()?;
    let printer = Printer::new(&args.output, &tasks, unsent);
    let engine = Engine {
        client: connection.client.clone(),
        concurrency: usize::from(settings.concurrency.value),
        rate: settings.rate.as_ref().map(|rate| rate.value),
        max_failures: limits.max_failures,
        waits_on_interrupt: tasks.is_list,
        journal: None,
    };
    let code = send(&runtime, &engine, tasks, printer)?;
    let announced = connection.client.lifecycle();
    if announced.sunset_on != settings.api_version.value.lifecycle().sunset_on {
        warn_of_sunset(&announced);
    }
    Ok(code)
}

fn send(
    runtime: &Runtime,
    engine: &Engine,
    tasks: Tasks,
    mut printer: Printer,
) -> anyhow::Result<u8> {
    let mut jobs = tasks.inputs.into_iter().enumerate().map(|(index, input)| {
        Ok(Job {
            index,
            input,
            row: None,
        })
    });
    let stop = runtime
        .block_on(engine.run(&mut jobs, |event| match event {
            Event::Ended(_, outcome) => printer.report(outcome),
            Event::Stopping(Stop::Interrupted, in_flight) if engine.waits_on_interrupt => {
                stderr::note(interrupted(in_flight));
                std::ops::ControlFlow::Continue(())
            }
            Event::Stopping(..) | Event::Tick => std::ops::ControlFlow::Continue(()),
        }))
        .context("failed to listen for interrupts")?;
    for job in jobs.flatten() {
        let outcome = Outcome {
            index: job.index,
            input: job.input,
            end: End::Unsent,
            journal_error: None,
        };
        // The run has ended.
        let _ = printer.report(&outcome);
    }
    if matches!(stop, Some(Stop::MaxFailures)) {
        stderr::note("stopped: --max-failures was reached");
    }
    Ok(printer.finish())
}

fn tasks(args: &CreateArgs, settings: &Settings) -> Result<Tasks, Rejection> {
    let overrides = Overrides::new(&args.task, due(args, settings)?)?;
    let read = match &args.file {
        Some(file) => Tasks::read(&Source::read(file)?, &overrides),
        None if args.task.title.is_none() => {
            let reason = "no task: expected a FILE, `-` for standard input, or --title";
            return Err(anyhow::anyhow!(reason).into());
        }
        None => Tasks::of_flags(&overrides),
    };
    read.map_err(Rejection::Input)
}

/// The due date of `--due`. A date without a time is the end of that day, in a time zone that is
/// printed.
fn due(
    args: &CreateArgs,
    settings: &Settings,
) -> anyhow::Result<Option<Option<chrono::DateTime<chrono::FixedOffset>>>> {
    Ok(match args.task.due {
        None => None,
        Some(Due::None) => Some(None),
        Some(Due::At(at)) => Some(Some(at)),
        Some(Due::EndOf(day)) => {
            let zone = settings.time_zone.as_ref().map(|zone| zone.value.clone());
            let zone = zone.unwrap_or_else(Zone::local);
            let end = zone
                .end_of(day)
                .map_err(|error| anyhow::anyhow!("--due: {error}"))?;
            stderr::note(format_args!(
                "due {} (end of the day in {zone})",
                end.to_rfc3339()
            ));
            Some(Some(end))
        }
    })
}

fn dry_run(args: &CreateArgs, settings: &Settings, tasks: &Tasks) -> anyhow::Result<u8> {
    if args.output.format == Format::Json {
        bail!("--dry-run does not support --format json");
    }
    let base_url = Connection::base_url(settings)?;
    for input in &tasks.inputs {
        let shell = args.sending.shell.unwrap_or_default();
        let command = output::command(shell, &base_url, settings.api_version.value, &input.task)?;
        output::print(&command).context("failed to print the command")?;
    }
    Ok(0)
}
