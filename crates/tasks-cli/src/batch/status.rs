use std::{collections::BTreeSet, path::PathBuf};

use anyhow::Context;
use serde::Serialize;

use super::{
    args::{InputArgs, StatusArgs, StatusFormat},
    rejection::Rejection,
};
use crate::{
    args::ServiceArgs,
    config::Settings,
    input::{InputError, print_errors},
    journal::{Destination, Details, History, JournalReader, RowKeys, RowState},
    output,
    printable::printable,
    stderr,
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

pub(super) fn status(args: &StatusArgs) -> Result<u8, Rejection> {
    let file = args.file.as_deref();
    let path = args.input.journal(file.unwrap_or_default(), args.mock)?;
    let mut journal = RecordedRows::open(path, file.is_none())?;
    let (rows, errors) = match file {
        Some(file) => journal.rows_of_input(&args.input, file)?,
        None => (journal.all_rows()?, Vec::new()),
    };
    let text = match args.format {
        StatusFormat::Table => table(&rows),
        StatusFormat::Csv => csv(&rows)?,
        StatusFormat::Json => serde_json::to_string(&Listing {
            version: 1,
            destination: journal.history.destination.as_ref(),
            rows: &rows,
        })?,
    };
    output::print(text.trim_end_matches('\n')).context("failed to print the rows")?;
    if !errors.is_empty() {
        print_errors(&errors, 1);
        stderr::note("invalid rows are not listed");
    }
    Ok(0)
}

/// Rows of a journal.
struct RecordedRows {
    path: PathBuf,
    /// `None` if there is no journal.
    reader: Option<JournalReader>,
    history: History,
}

impl RecordedRows {
    fn open(path: PathBuf, is_required: bool) -> Result<Self, Rejection> {
        if path.exists() {
            let opened = JournalReader::open(&path);
            let (reader, history) =
                opened.map_err(|error| Rejection::Journal(path.clone(), error))?;
            return Ok(Self {
                path,
                reader: Some(reader),
                history,
            });
        }
        if is_required {
            return Err(anyhow::anyhow!("journal not found: {}", path.display()).into());
        }
        stderr::note(format_args!(
            "journal not found: {}: no row was sent",
            path.display()
        ));
        Ok(Self {
            path,
            reader: None,
            history: History::default(),
        })
    }

    /// The rows of an input, those that were removed from it, and the input errors.
    fn rows_of_input(
        &mut self,
        input: &InputArgs,
        file: &str,
    ) -> Result<(Vec<RowStatus>, Vec<InputError>), Rejection> {
        let settings = Settings::new(&ServiceArgs::default(), None, input.time_zone.as_ref())?;
        let source = input.open(file, settings.time_zone.map(|zone| zone.value))?;
        let (mut rows, mut errors) = (Vec::new(), Vec::new());
        let mut numbering = RowKeys::default();
        let mut keys = BTreeSet::new();
        for row in source.rows()? {
            let row = match row {
                Ok(row) => row,
                Err(invalid) => {
                    errors.extend(invalid);
                    continue;
                }
            };
            let key = numbering.next(row.content);
            keys.insert(key);
            let line = Some(row.location.line as u64);
            let title = row.task.title;
            rows.push(match self.history.row(&key).copied() {
                Some(state) => RowStatus {
                    title,
                    ..self.row_status(line, &state)?
                },
                None => RowStatus::not_sent(line, title),
            });
        }
        for (_, state) in self.history.missing_from(&keys) {
            rows.push(RowStatus {
                removed: true,
                ..self.row_status(None, &state)?
            });
        }
        Ok((rows, errors))
    }

    fn all_rows(&mut self) -> Result<Vec<RowStatus>, Rejection> {
        let rows = self.history.rows().into_iter();
        rows.map(|(_, state)| self.row_status(Some(state.line.into()), &state))
            .collect()
    }

    fn row_status(&mut self, line: Option<u64>, state: &RowState) -> Result<RowStatus, Rejection> {
        let details = match &mut self.reader {
            Some(reader) => reader
                .details(state)
                .map_err(|error| Rejection::Journal(self.path.clone(), error))?,
            None => Details::default(),
        };
        Ok(RowStatus {
            line,
            outcome: state.outcome().as_str(),
            id: details.id,
            title: details.title,
            status: details.status,
            message: details.message,
            request_id: details.request_id,
            removed: false,
        })
    }
}

impl RowStatus {
    fn not_sent(line: Option<u64>, title: String) -> Self {
        Self {
            line,
            outcome: "not-sent",
            id: None,
            title,
            status: None,
            message: None,
            request_id: None,
            removed: false,
        }
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
        let title = printable(&row.title);
        let id = row.id.as_deref().map(printable).unwrap_or_default();
        text += &format!("\n{line:>6}  {:<14}  {id:<id_width$}  {title}", row.outcome);
        if row.removed {
            text += " (no longer in the input)";
        }
        if let Some(message) = &row.message {
            text += &format!(": {}", printable(message));
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
