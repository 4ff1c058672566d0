use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use proptest::prelude::*;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

use super::{
    ContentHash, Destination, Details, History, Journal, JournalError, JournalReader, OpenJournal,
    RowKey, RowOutcome,
    codec::Chain,
    read::Position,
    record::{Record, VERSION},
    storage::Storage,
    writer::Writer,
};

fn row(number: u8) -> RowKey {
    RowKey {
        content: ContentHash([number; 16]),
        occurrence: 0,
    }
}

fn first() -> Record {
    Record::Journal {
        version: VERSION,
        program: "tasks".to_owned(),
        destination: Destination::new("https://example.com", Some("id")),
    }
}

fn intent(number: u8, at: &str) -> Record {
    Record::Intent {
        row: row(number),
        number: number.into(),
        line: u64::from(number) + 1,
        title: format!("Task “{number}”"),
        at: at.to_owned(),
    }
}

fn outcome(number: u8, outcome: RowOutcome, at: &str) -> Record {
    Record::Outcome {
        row: row(number),
        outcome,
        id: (outcome == RowOutcome::Created).then(|| number.to_string()),
        status: None,
        message: None,
        request_id: None,
        at: at.to_owned(),
    }
}

/// Bytes of a journal, and the end of each record.
fn written(records: &[Record]) -> (Vec<u8>, Vec<usize>) {
    let (mut bytes, mut ends, mut chain) = (Vec::new(), vec![0], Chain::default());
    for record in records {
        chain = chain.encode(&serde_json::to_string(record).unwrap(), &mut bytes);
        ends.push(bytes.len());
    }
    (bytes, ends)
}

fn history(bytes: &[u8]) -> Result<History, JournalError> {
    History::read(bytes).map(|(history, _)| history)
}

fn outcomes() -> impl Strategy<Value = RowOutcome> {
    prop_oneof![
        Just(RowOutcome::NotCreated),
        Just(RowOutcome::Unknown),
        Just(RowOutcome::CreatedUnread),
        Just(RowOutcome::Created),
    ]
}

/// The records of rows whose calls overlap; some have no outcome.
fn records() -> impl Strategy<Value = Vec<Record>> {
    let call = (0..6u8, prop::option::of(outcomes()), any::<bool>());
    prop::collection::vec(call, 1..12).prop_map(|calls| {
        let mut records = vec![
            first(),
            Record::Seen {
                rows: row(1).content.to_string(),
            },
        ];
        let mut late = Vec::new();
        for (number, ended, is_late) in calls {
            records.push(intent(number, "t"));
            if let Some(ended) = ended {
                let record = outcome(number, ended, "t");
                match is_late {
                    true => late.push(record),
                    false => records.push(record),
                }
            }
        }
        records.extend(late);
        records
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, failure_persistence: None, ..ProptestConfig::default() })]

    /// A truncated journal is read up to its last complete record.
    #[test]
    fn recovers_every_prefix(records in records()) {
        let (bytes, ends) = written(&records);
        for length in 0..=bytes.len() {
            let complete = ends.iter().rposition(|end| *end <= length).unwrap();
            let (expected, _) = written(&records[..complete]);
            let (read, position) = History::read(&bytes[..length]).unwrap();
            prop_assert_eq!(read, history(&expected).unwrap());
            prop_assert_eq!(position.offset as usize, ends[complete]);
        }
    }

    /// A power failure may leave zeros at the end of the last write.
    #[test]
    fn recovers_every_prefix_that_zeros_follow(records in records(), zeros in 1..200usize) {
        let (bytes, ends) = written(&records);
        for length in 0..bytes.len() {
            let complete = ends.iter().rposition(|end| *end <= length).unwrap();
            let (expected, _) = written(&records[..complete]);
            let mut torn = bytes[..length].to_vec();
            torn.resize(length + zeros, 0);
            prop_assert_eq!(history(&torn).unwrap(), history(&expected).unwrap(), "{}", length);
        }
    }

    /// Any changed bit is detected: it neither changes the state of a row nor removes a record.
    #[test]
    fn rejects_every_flipped_bit(records in records()) {
        let (mut bytes, _) = written(&records);
        for at in 0..bytes.len() {
            for bit in 0..8 {
                bytes[at] ^= 1 << bit;
                let result = history(&bytes);
                prop_assert!(matches!(result, Err(JournalError::Damaged { .. })), "{at}.{bit}: {result:?}");
                bytes[at] ^= 1 << bit;
            }
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// A truncated and changed journal is rejected, or read as a truncated one.
    #[test]
    fn never_misreads_a_prefix_with_a_flipped_bit(
        records in records(), cut in any::<prop::sample::Index>(), flip in any::<prop::sample::Index>(), bit in 0..8u8
    ) {
        let (bytes, ends) = written(&records);
        let mut bytes = bytes[..=cut.index(bytes.len())].to_vec();
        let at = flip.index(bytes.len());
        bytes[at] ^= 1 << bit;
        if let Ok(read) = history(&bytes) {
            let complete = ends.iter().rposition(|end| *end <= bytes.len()).unwrap();
            let (expected, _) = written(&records[..complete]);
            prop_assert_eq!(read, history(&expected).unwrap());
        }
    }

    /// Removed, repeated or moved lines are rejected.
    #[test]
    fn rejects_edited_lines(records in records(), at in any::<prop::sample::Index>(), repeat in any::<bool>()) {
        let (bytes, ends) = written(&records);
        let index = at.index(records.len() - 1);
        let (start, end) = (ends[index], ends[index + 1]);
        let kept = if repeat { end } else { start };
        let edited = [&bytes[..kept], &bytes[if repeat { start } else { end }..]].concat();
        let result = history(&edited);
        let is_rejected = matches!(result, Err(JournalError::Damaged { .. }));
        prop_assert!(is_rejected, "{:?}", result);
    }
}

#[test]
fn reads_its_documented_example() {
    let document = include_str!("../journal.md");
    let line = document
        .lines()
        .find(|line| line.contains("{\"type\""))
        .unwrap();
    let history = history(format!("{line}\n").as_bytes()).unwrap();
    let destination = Destination::new("https://api.eu.wdesk.com/", Some("example"));
    assert_eq!(history.destination, Some(destination));
}

#[test]
fn rejects_a_later_version_and_other_files() {
    let later = Record::Journal {
        version: VERSION + 1,
        program: String::new(),
        destination: Destination::mock(),
    };
    let (bytes, _) = written(&[later]);
    assert!(matches!(history(&bytes), Err(JournalError::Version(2))));
    for other in [
        "title\nA\n",
        "0",
        "{\"title\":\"A\"}\n",
        "title,description,status,dueDate\n",
    ] {
        let result = history(other.as_bytes());
        let is_prefix = other == "0";
        assert_eq!(result.is_ok(), is_prefix, "{other}: {result:?}");
    }
}

#[test]
fn later_outcome_does_not_clear_an_earlier_one() {
    use RowOutcome::{Created, NotCreated, Unknown};
    for (calls, expected) in [
        (vec![Some(NotCreated)], NotCreated),
        (vec![None], Unknown),
        (vec![None, Some(NotCreated)], Unknown),
        (vec![Some(Unknown), Some(NotCreated)], Unknown),
        (vec![Some(NotCreated), None], Unknown),
        (vec![Some(NotCreated), Some(Created)], Created),
        (vec![Some(Unknown), Some(Created)], Created),
        (
            vec![None, None, Some(NotCreated), Some(NotCreated)],
            Unknown,
        ),
    ] {
        let mut records = vec![first()];
        for call in &calls {
            records.push(intent(1, "t"));
            records.extend(call.map(|ended| outcome(1, ended, "t")));
        }
        let history = history(&written(&records).0).unwrap();
        assert_eq!(
            history.row(&row(1)).unwrap().outcome(),
            expected,
            "{calls:?}"
        );
        let is_missing = !history.missing_from(&BTreeSet::new()).is_empty();
        assert_eq!(is_missing, expected != NotCreated, "{calls:?}");
    }
}

/// Clocks may jump backwards: the times of records have no effect.
#[test]
fn ignores_the_times_of_records() {
    let journal = |times: [&str; 4]| {
        let [a, b, c, d] = times;
        let records = [
            first(),
            intent(1, a),
            outcome(1, RowOutcome::NotCreated, b),
            intent(1, c),
            outcome(1, RowOutcome::Created, d),
        ];
        history(&written(&records).0).unwrap()
    };
    let states = |history: History| -> Vec<_> {
        let rows = history.rows().into_iter();
        rows.map(|(row, state)| (row, state.outcome())).collect()
    };
    let forwards = journal([
        "2026-01-01T00:00:00Z",
        "2026-01-01T00:00:01Z",
        "2026-01-01T00:00:02Z",
        "2026-01-01T00:00:03Z",
    ]);
    let jumping = journal([
        "2026-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "2099-01-01T00:00:00Z",
        "1969-01-01T00:00:00Z",
    ]);
    assert_eq!(states(forwards), states(jumping));
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// Opens a journal and starts to append to it.
async fn opened(
    path: &Path,
    destination: &Destination,
) -> Result<(Journal, History), JournalError> {
    let opened = OpenJournal::open(path, destination)?;
    let (_, history) = JournalReader::open(path)?;
    Ok((opened.start(path).await?, history))
}

fn journal_path() -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("tasks.csv.journal");
    (dir, path)
}

#[test]
fn appends_after_an_unfinished_record() {
    let (_dir, path) = journal_path();
    let destination = Destination::new("https://example.com", None);
    runtime().block_on(async {
        let journal = opened(&path, &destination).await.unwrap().0;
        journal
            .begin(2, "v", &[row(1).content, row(2).content])
            .await
            .unwrap();
        journal.intent(row(1), 1, 2, "One").await.unwrap();
        journal.close();
    });
    let whole = fs::read(&path).unwrap();
    fs::write(&path, [&whole[..], &whole[..40]].concat()).unwrap();
    runtime().block_on(async {
        let error = opened(&path, &destination).await.unwrap_err();
        assert!(matches!(error, JournalError::Damaged { .. }), "{error:?}");
        fs::write(&path, [&whole[..], b"000000"].concat()).unwrap();
        let (journal, history) = opened(&path, &destination).await.unwrap();
        assert_eq!(history.row(&row(1)).unwrap().outcome(), RowOutcome::Unknown);
        assert!(history.has_seen(&row(2)) && !history.has_seen(&row(3)));
        let details = Details {
            id: Some("7".to_owned()),
            ..Details::default()
        };
        journal
            .outcome(row(1), RowOutcome::Created, details)
            .await
            .unwrap();
        journal.close();
    });
    let (mut reader, history) = JournalReader::open(&path).unwrap();
    let state = *history.row(&row(1)).unwrap();
    assert_eq!(state.outcome(), RowOutcome::Created);
    let details = reader.details(&state).unwrap();
    assert_eq!(
        (details.title.as_str(), details.id.as_deref()),
        ("One", Some("7"))
    );
}

#[test]
fn rejects_a_second_run_and_another_destination() {
    let (_dir, path) = journal_path();
    let here = Destination::new("https://example.com", Some("a"));
    runtime().block_on(async {
        let (journal, _) = opened(&path, &here).await.unwrap();
        let error = opened(&path, &here).await.unwrap_err();
        assert!(matches!(error, JournalError::Locked), "{error:?}");
        assert!(JournalReader::open(&path).is_ok());
        journal.close();
        for other in [
            Destination::new("https://example.com", Some("b")),
            Destination::new("https://example.com", None),
            Destination::new("https://example.org", Some("a")),
            Destination::mock(),
        ] {
            let error = opened(&path, &other).await.unwrap_err().to_string();
            assert!(
                error.contains("https://example.com with the client id"),
                "{error}"
            );
            assert!(error.contains(&other.to_string()), "{error}");
        }
        assert!(opened(&path, &here).await.is_ok());
    });
}

/// A disk with limited space, whose fsync may fail and then lose the bytes since the last one.
#[derive(Clone, Default)]
struct Disk(Arc<Mutex<DiskState>>);

#[derive(Default)]
struct DiskState {
    bytes: Vec<u8>,
    synced: usize,
    room: Option<usize>,
    syncs_left: Option<usize>,
}

impl Storage for Disk {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut disk = self.0.lock().unwrap();
        let room = disk
            .room
            .map_or(bytes.len(), |room| room.saturating_sub(disk.bytes.len()));
        disk.bytes
            .extend_from_slice(&bytes[..bytes.len().min(room)]);
        match room < bytes.len() {
            true => Err(io::ErrorKind::StorageFull.into()),
            false => Ok(()),
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut disk = self.0.lock().unwrap();
        if let Some(left) = &mut disk.syncs_left {
            *left = left
                .checked_sub(1)
                .ok_or_else(|| io::Error::other("fsync failed"))?;
        }
        disk.synced = disk.bytes.len();
        Ok(())
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        let mut disk = self.0.lock().unwrap();
        disk.bytes.truncate(length as usize);
        disk.synced = disk.synced.min(length as usize);
        Ok(())
    }
}

/// Runs 8 rows over a disk, and returns for each whether it was sent, and whether its outcome was
/// recorded.
fn run_over(disk: &Disk) -> Vec<(RowKey, bool, bool)> {
    runtime().block_on(async {
        let writer = Writer::new(disk.clone(), Position::default());
        let mut rows = Vec::new();
        if writer.append(&first()).await.is_ok() {
            // Two at a time, so that outcomes and intents share a write.
            for pair in [[1, 2], [3, 4], [5, 6], [7, 8]] {
                let one = |number| {
                    let writer = &writer;
                    async move {
                        let sent = writer.append(&intent(number, "t")).await.is_ok();
                        let ended = outcome(number, RowOutcome::Created, "t");
                        let recorded = sent && writer.append(&ended).await.is_ok();
                        (row(number), sent, recorded)
                    }
                };
                let (a, b) = tokio::join!(one(pair[0]), one(pair[1]));
                rows.extend([a, b]);
            }
        }
        writer.close();
        rows
    })
}

fn check(bytes: &[u8], rows: &[(RowKey, bool, bool)]) {
    let history = history(bytes).unwrap();
    for (row, sent, recorded) in rows {
        let state = history
            .row(row)
            .map_or(RowOutcome::NotCreated, |state| state.outcome());
        match (sent, recorded) {
            (true, true) => assert_eq!(state, RowOutcome::Created),
            (true, false) => assert!(state >= RowOutcome::Unknown, "{state:?}"),
            (false, _) => assert_eq!(state, RowOutcome::NotCreated),
        }
    }
}

#[test]
fn full_disk_loses_no_row() {
    let enough = Disk::default();
    run_over(&enough);
    let whole = enough.0.lock().unwrap().bytes.len();
    for room in (0..whole).step_by(7).chain([whole]) {
        let disk = Disk::default();
        disk.0.lock().unwrap().room = Some(room);
        let rows = run_over(&disk);
        assert_eq!(
            rows.len() == 8 && rows.iter().all(|row| row.2),
            room == whole
        );
        check(&disk.0.lock().unwrap().bytes, &rows);
    }
}

#[test]
fn failed_fsync_loses_no_row() {
    for syncs in 0..20 {
        let disk = Disk::default();
        disk.0.lock().unwrap().syncs_left = Some(syncs);
        let rows = run_over(&disk);
        let disk = disk.0.lock().unwrap();
        check(&disk.bytes, &rows);
        let history = history(&disk.bytes[..disk.synced]).unwrap();
        for (row, _, recorded) in &rows {
            let state = history
                .row(row)
                .map_or(RowOutcome::NotCreated, |state| state.outcome());
            assert!(!recorded || state == RowOutcome::Created);
        }
    }
}
