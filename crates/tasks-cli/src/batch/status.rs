use anyhow::Context;
use serde::Serialize;

use super::{
    args::{StatusArgs, StatusFormat},
    rejection::Rejection,
};
use crate::{
    args::ServiceArgs,
    config::Settings,
    input::{InputError, print_errors},
    journal::{ContentHash, Destination, Details, History, JournalReader, RowKey, RowState},
    output,
    plain::plain,
    say,
};

/// State of one row.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RowStatus {
    /// `None` for a row that is no longer in the input.
    line: Option<u64>,
    outcome: &'static str,
    id: Option<String>,
    title: String,
    status: Option<u16>,
    message: Option<String>,
    request_id: Option<String>,
    /// Whether the row is no longer in the input.
    removed: bool,
}

#[derive(Serialize)]
struct Listing<'l> {
    version: u8,
    destination: Option<&'l Destination>,
    rows: &'l [RowStatus],
}

/// `tasks batch status`.
pub(super) fn status(args: &StatusArgs) -> Result<u8, Rejection> {
    let path = args
        .input
        .journal(args.file.as_deref().unwrap_or_default(), args.mock)?;
    let in_journal = |error| Rejection::Journal(path.clone(), error);
    let (mut journal, history) = match path.exists() {
        true => {
            let (journal, history) = JournalReader::open(&path).map_err(in_journal)?;
            (Some(journal), history)
        }
        false if args.file.is_none() => {
            return Err(anyhow::anyhow!("there is no journal {}", path.display()).into());
        }
        false => {
            say::note(format_args!(
                "there is no journal {}: no row was sent",
                path.display()
            ));
            (None, History::default())
        }
    };
    let mut details = |state: &RowState| match &mut journal {
        Some(journal) => journal.details(state).map_err(in_journal),
        None => Ok(Details::default()),
    };
    let mut rows = Vec::new();
    let mut errors = Vec::new();
    let mut keys = std::collections::BTreeSet::new();
    match args.file.as_deref() {
        Some(file) => {
            let settings =
                Settings::new(&ServiceArgs::default(), None, args.input.time_zone.as_ref())?;
            let zone = settings.time_zone.map(|zone| zone.value);
            let source = args.input.open(file, zone)?;
            let mut equal: std::collections::HashMap<ContentHash, u32> = Default::default();
            for row in source.rows()? {
                let row = match row {
                    Ok(row) => row,
                    Err(invalid) => {
                        errors.extend(invalid);
                        continue;
                    }
                };
                let count = equal.entry(row.content).or_default();
                let key = RowKey {
                    content: row.content,
                    occurrence: *count,
                };
                *count += 1;
                keys.insert(key);
                let line = Some(row.location.line as u64);
                rows.push(match history.row(&key) {
                    Some(state) => listed(line, state, details(state)?, &row.task.title),
                    None => RowStatus {
                        line,
                        outcome: "not-sent",
                        id: None,
                        title: row.task.title,
                        status: None,
                        message: None,
                        request_id: None,
                        removed: false,
                    },
                });
            }
            for (_, state) in history.missing_from(&keys) {
                let details = details(&state)?;
                let title = details.title.clone();
                rows.push(RowStatus {
                    removed: true,
                    ..listed(None, &state, details, &title)
                });
            }
        }
        None => {
            for (_, state) in history.rows() {
                let details = details(&state)?;
                let title = details.title.clone();
                rows.push(listed(Some(state.line.into()), &state, details, &title));
            }
        }
    }
    let text = match args.format {
        StatusFormat::Table => table(&rows),
        StatusFormat::Csv => csv(&rows)?,
        StatusFormat::Json => serde_json::to_string(&Listing {
            version: 1,
            destination: history.destination.as_ref(),
            rows: &rows,
        })?,
    };
    output::print(text.trim_end_matches('\n')).context("failed to print the rows")?;
    say_invalid(&errors);
    Ok(0)
}

fn listed(line: Option<u64>, state: &RowState, details: Details, title: &str) -> RowStatus {
    RowStatus {
        line,
        outcome: state.outcome().as_str(),
        id: details.id,
        title: title.to_owned(),
        status: details.status,
        message: details.message,
        request_id: details.request_id,
        removed: false,
    }
}

fn say_invalid(errors: &[InputError]) {
    if !errors.is_empty() {
        print_errors(errors, 1);
        say::note("invalid rows are not listed");
    }
}

fn table(rows: &[RowStatus]) -> String {
    let id_width = rows.iter().filter_map(|row| row.id.as_ref());
    let id_width = id_width
        .map(|id| id.chars().count())
        .max()
        .unwrap_or(2)
        .max(2);
    let mut text = format!(
        "{:>6}  {:<14}  {:<id_width$}  TITLE",
        "LINE", "OUTCOME", "ID"
    );
    for row in rows {
        let line = row
            .line
            .map_or_else(|| "-".to_owned(), |line| line.to_string());
        let title = plain(&row.title);
        let id = row.id.as_deref().map(plain).unwrap_or_default();
        text += &format!("\n{line:>6}  {:<14}  {id:<id_width$}  {title}", row.outcome);
        if row.removed {
            text += " (no longer in the input)";
        }
        if let Some(message) = &row.message {
            text += &format!(": {}", plain(message));
        }
    }
    text
}

fn csv(rows: &[RowStatus]) -> anyhow::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(row)?;
    }
    if rows.is_empty() {
        writer.write_record([
            "line",
            "outcome",
            "id",
            "title",
            "status",
            "message",
            "requestId",
            "removed",
        ])?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}
