use std::{ops::ControlFlow, path::Path, sync::Arc, time::Instant};

use anyhow::Context;
use tasks_client::{ApiVersion, RetryPolicy};
use tokio::runtime::Runtime;

use super::{
    args::RunArgs,
    events::Event as BatchEvent,
    plan::{Conflict, Plan, PlannedRow, State, conflicts},
    progress::{Counts, Progress},
    rejection::Rejection,
    report::Report,
};
use crate::{
    args::Format,
    config::Settings,
    connection::{Connection, warn_of_sunset},
    engine::{Engine, Event, Job},
    input::{Input, MAX_SHOWN, RowSource},
    journal::{Destination, Journal, JournalError, JournalReader, OpenJournal},
    output,
    runtime::runtime,
    stderr,
};

pub(super) fn run(args: &RunArgs) -> Result<u8, Rejection> {
    let limits = &args.limits;
    let settings = Settings::new(&args.service, Some(limits), args.input.time_zone.as_ref())?;
    let file = args.file.as_deref().unwrap_or_default();
    let path = args.input.journal(file, args.service.mock)?;
    let zone = settings.time_zone.as_ref().map(|zone| zone.value.clone());
    let source = args.input.open(file, zone)?;
    let mut plan = Plan::read(&source, MAX_SHOWN)?;
    if plan.error_count > 0 {
        return Err(Rejection::Input(plan.errors, plan.error_count));
    }
    for line in &args.as_new {
        if !plan.rows.iter().any(|row| row.line as usize == *line) {
            let name = source.name();
            return Err(anyhow::anyhow!("--as-new: no row begins at {name}:{line}").into());
        }
    }
    for warning in &plan.warnings {
        stderr::warning(warning);
    }
    let destination = Connection::destination(&args.service, &settings)?;
    if args.dry_run {
        return dry_run(args, &source, &mut plan, &path, &destination);
    }
    if !args.service.mock {
        warn_of_sunset(&settings.api_version.value.lifecycle());
    }
    let connection = Connection::new(&args.service, &settings, RetryPolicy::default())?;
    let runtime = runtime()?;
    let api_version = settings.api_version.value;
    let journal = begin(
        args,
        &runtime,
        &source,
        &mut plan,
        &path,
        &destination,
        api_version,
    )?;
    let engine = Engine {
        client: connection.client.clone(),
        concurrency: usize::from(settings.concurrency.value),
        rate: settings.rate.as_ref().map(|rate| rate.value),
        max_failures: limits.max_failures,
        waits_on_interrupt: true,
        journal: Some(Arc::new(journal)),
    };
    let code = send(
        args,
        &runtime,
        engine,
        &source,
        &mut plan,
        &path,
        &destination,
    )?;
    let announced = connection.client.lifecycle();
    if announced.sunset_on != api_version.lifecycle().sunset_on {
        warn_of_sunset(&announced);
    }
    Ok(code)
}

/// Opens the journal, applies its history to the plan, and records the start of the run.
fn begin(
    args: &RunArgs,
    runtime: &Runtime,
    source: &RowSource,
    plan: &mut Plan,
    path: &Path,
    destination: &Destination,
    api_version: ApiVersion,
) -> Result<Journal, Rejection> {
    let in_journal = |error| Rejection::Journal(path.to_owned(), error);
    let mut opened = OpenJournal::open(path, destination).map_err(in_journal)?;
    plan.apply(&opened.history);
    let edited = conflicts(
        source,
        plan,
        &opened.history,
        &mut opened.reader,
        &args.as_new,
    );
    reject_edited(source, edited?.map_err(in_journal)?)?;
    let unseen = plan.unseen(&opened.history);
    let begun = runtime.block_on(async {
        let journal = opened.start(path).await?;
        let rows = plan.rows.len() as u64;
        journal.begin(rows, api_version.as_str(), &unseen).await?;
        Ok(journal)
    });
    begun.map_err(in_journal)
}

/// Rejects an input in which rows that exist or may exist seem to have been edited.
fn reject_edited(source: &RowSource, conflicts: Vec<Conflict>) -> Result<(), Rejection> {
    match conflicts.is_empty() {
        true => Ok(()),
        false => Err(Rejection::Conflicts(source.name().to_owned(), conflicts)),
    }
}

fn send(
    args: &RunArgs,
    runtime: &Runtime,
    engine: Engine,
    source: &RowSource,
    plan: &mut Plan,
    path: &Path,
    destination: &Destination,
) -> anyhow::Result<u8> {
    let to_send = plan.rows.iter();
    let to_send = to_send
        .filter(|row| row.is_to_send(args.resend_unknown))
        .count();
    if args.format == Format::Json {
        let start = BatchEvent::Start {
            version: 1,
            input: source.name(),
            journal: &path.display().to_string(),
            destination,
            rows: plan.rows.len(),
            to_send,
            created_earlier: plan.count(State::CreatedEarlier),
            unknown: plan.count(State::Unknown),
        };
        output::print(&start.line()).context("failed to print the results")?;
    }
    let planned = plan.rows.clone();
    let mut jobs = jobs(source, &planned, args.resend_unknown)?;
    let mut report = Report {
        format: args.format,
        journal: path,
        shows_link_tokens: args.show_link_tokens,
        client: engine.client.clone(),
        progress: Progress::new(source.name(), to_send as u64),
        counts: Counts::default(),
        to_send,
        plan,
        broken: None,
        next_event: Instant::now(),
    };
    let stop = runtime.block_on(engine.run(&mut jobs, |event| match event {
        Event::Ended(job, outcome) => report.ended(job, outcome),
        Event::Tick => report.tick(),
        Event::Stopping(stop, in_flight) => {
            report.stopping(stop, in_flight);
            ControlFlow::Continue(())
        }
    }));
    let stop = stop.context("failed to listen for interrupts")?;
    let code = report.finish(stop.as_ref());
    if let Some(journal) = engine.journal.and_then(Arc::into_inner) {
        let stats = journal.close();
        stderr::debug(format_args!(
            "journal: {} records, {} fsyncs, {:.3} s in fsync",
            stats.records,
            stats.syncs,
            stats.sync_time.as_secs_f64()
        ));
    }
    Ok(code)
}

/// Jobs of the second pass. It fails if the input has changed since the first pass.
fn jobs<'s>(
    source: &'s RowSource,
    planned: &'s [PlannedRow],
    resend_unknown: bool,
) -> anyhow::Result<impl Iterator<Item = anyhow::Result<Job>> + 's> {
    let rows = source.rows()?.zip(planned).enumerate();
    let rows = rows.filter(move |(_, (_, planned))| planned.is_to_send(resend_unknown));
    Ok(rows.map(|(index, (row, planned))| match row {
        Ok(row) if row.content == planned.key.content => Ok(Job {
            index,
            input: Input {
                location: Some(row.location),
                task: row.task,
            },
            row: Some(planned.key),
        }),
        _ => Err(anyhow::anyhow!(
            "{} was changed during the run",
            source.name()
        )),
    }))
}

fn dry_run(
    args: &RunArgs,
    source: &RowSource,
    plan: &mut Plan,
    path: &Path,
    destination: &Destination,
) -> Result<u8, Rejection> {
    let in_journal = |error| Rejection::Journal(path.to_owned(), error);
    if path.exists() {
        let (mut reader, history) = JournalReader::open(path).map_err(in_journal)?;
        if let Some(journal) = history
            .destination
            .as_ref()
            .filter(|journal| *journal != destination)
        {
            return Err(in_journal(JournalError::OtherDestination {
                journal: journal.clone(),
                run: destination.clone(),
            }));
        }
        plan.apply(&history);
        let conflicts = conflicts(source, plan, &history, &mut reader, &args.as_new)?;
        reject_edited(source, conflicts.map_err(in_journal)?)?;
    }
    let mut to_send = 0;
    for (row, planned) in source.rows()?.zip(&plan.rows) {
        let Ok(row) = row else { continue };
        if !planned.is_to_send(args.resend_unknown) {
            continue;
        }
        to_send += 1;
        let body = serde_json::to_value(&row.task)?;
        let line = match args.format {
            Format::Human => format!("{}: {body}", row.location),
            Format::Json => BatchEvent::WouldSend {
                version: 1,
                line: row.location.line,
                body: &body,
            }
            .line(),
        };
        output::print(&line).context("failed to print the tasks")?;
    }
    stderr::note(format_args!(
        "{to_send} of {} rows would be sent to {destination}; nothing was sent",
        plan.rows.len()
    ));
    Ok(0)
}
