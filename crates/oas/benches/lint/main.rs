//! Loading and linting, on documents of 7,000, 28,000 and 112,000 lines: the growth should be
//! linear.
//!
//! `cargo bench -p tasks-oas --bench lint -- --write 50 > big.yaml` writes the document of 50
//! groups, for figures of a whole process: `/usr/bin/time -v target/release/xtask lint big.yaml`.

mod generator;

use std::error::Error;
use std::io::Write as _;
use std::path::Path;

use divan::Bencher;
use divan::counter::BytesCount;
use oas::lint::Lint;
use oas::{Direction, Document, FileError, Files, Found, Pointer, RootPath, Severity, Validators};

/// Groups of operations: a quarter of a large document, a large one, and four of them.
const SIZES: [usize; 3] = [12, 50, 200];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip_while(|argument| argument != "--write");
    if arguments.next().is_some() {
        let groups = arguments.next().ok_or("--write needs a number of groups")?;
        let text = generator::document(groups.parse()?);
        std::io::stdout().write_all(text.as_bytes())?;
    } else {
        divan::main();
    }
    Ok(())
}

fn parse(text: &str) -> Document {
    Document::parse("generated.yaml", text).expect("the generator writes YAML")
}

#[divan::bench(args = SIZES)]
fn load(bencher: Bencher<'_, '_>, groups: usize) {
    let text = generator::document(groups);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| parse(&text));
}

/// All rules, among them the validation of every example.
#[divan::bench(args = SIZES)]
fn lint(bencher: Bencher<'_, '_>, groups: usize) {
    let document = parse(&generator::document(groups));
    assert_clean(&document);
    bencher.bench(|| Lint::new(&document).run());
}

/// The same document in one file for each group, and one for the shared components.
#[divan::bench(args = SIZES)]
fn load_and_lint_files(bencher: Bencher<'_, '_>, groups: usize) {
    let files = Memory(generator::files(groups));
    let document = files.open();
    assert_eq!(document.files().len(), groups + 1);
    assert_clean(&document);
    bencher.bench(|| Lint::new(&files.open()).run());
}

/// Fails if the document has errors or warnings.
fn assert_clean(document: &Document) {
    let mut found = Lint::new(document).run();
    found.retain(|diagnostic| diagnostic.severity > Severity::Info);
    assert!(found.is_empty(), "{found:#?}");
}

/// Files in memory, by path, the entry first.
struct Memory(Vec<(String, String)>);

impl Memory {
    fn open(&self) -> Document {
        let (name, text) = &self.0[0];
        let entry = RootPath::new(Path::new(name)).expect("a relative path");
        let bytes = text.clone().into_bytes();
        Document::with_files(name.clone(), bytes, &entry, self).expect("the generator writes YAML")
    }
}

impl Files for Memory {
    fn read(&self, path: &RootPath) -> Result<Found, FileError> {
        let mut files = self.0.iter();
        let file = files.find(|(name, _)| name == path.as_str());
        let (_, text) = file.ok_or(FileError::Unavailable)?;
        Ok(Found {
            path: path.clone(),
            bytes: text.clone().into_bytes(),
        })
    }
}

#[divan::bench]
fn load_and_lint_a_small_document(bencher: Bencher<'_, '_>) {
    let text = generator::document(1);
    bencher.bench(|| Lint::new(&parse(&text)).run());
}

/// The validation of every response by a mock server.
#[divan::bench]
fn validate_one_value(bencher: Bencher<'_, '_>) {
    let document = parse(&generator::document(1));
    let schema = Pointer::parse("/components/schemas/Resource0").expect("well-formed");
    let validator = Validators::new(&document)
        .compile(&schema, Direction::Response)
        .expect("compiles");
    let example = "/paths/~1groups~10~1resources~1{id}/get/responses/200/content/application~1json/examples/plain/value";
    let example = Pointer::parse(example).expect("well-formed");
    let value = document.get(&example).expect("there is an example").into();
    assert!(
        validator.is_valid(&value),
        "{:?}",
        validator.violations(&value)
    );
    bencher.bench(|| validator.is_valid(&value));
}
