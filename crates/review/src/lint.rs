use oas::lint::{Config, Lint, Selection, Uses};
use oas::{Diagnostic, Document, SourceId, Sources};

use crate::input::{Input, Side};

/// Returns the diagnostics of the revision that the base does not have; all of them if there is no
/// base to compare with.
///
/// A diagnostic is identified by its rule, pointer and message, not by its line.
pub(crate) fn introduced(input: &Input<'_>) -> Vec<Diagnostic> {
    let config = input
        .config
        .map(|config| Config::read(config, SourceId::default()).0);
    let config = config.unwrap_or_default();
    let base = input.base.map(|base| found(input, base, &config));
    let mut base = base.unwrap_or_default();
    let mut revision = found(input, input.revision, &config);
    revision.retain(|diagnostic| {
        let known = base.iter().position(|known| is_same(known, diagnostic));
        // Each diagnostic of the base matches at most one of the revision.
        known.map(|index| base.swap_remove(index)).is_none()
    });
    revision
}

/// Reports changes of the linter's configuration that hide diagnostics, and invalid entries.
pub(crate) fn weakenings<'a>(input: &Input<'a>, sources: &mut Sources<'a>) -> Vec<Diagnostic> {
    let Some(document) = input.config.or(input.base_config) else {
        return Vec::new();
    };
    let source = sources.add(document, None);
    let read = |config: Option<&Document>| {
        config.map_or_else(Default::default, |config| Config::read(config, source))
    };
    let (config, mut found) = read(input.config);
    let (base, _) = read(input.base_config);
    found.extend(config.weakenings(&base, source));
    found
}

fn found(input: &Input<'_>, side: Side<'_>, config: &Config) -> Vec<Diagnostic> {
    let lint = Lint {
        published: side.published,
        today: Some(input.today),
        selection: config.select(Selection::default()),
        compare: Some(oas::breaking_changes),
        ..Lint::new(side.document)
    };
    let mut found = lint.run();
    let name = side.document.name().rsplit('/').next().unwrap_or_default();
    config.apply(&mut found, side.document, name, &mut Uses::default());
    found
}

fn is_same(one: &Diagnostic, other: &Diagnostic) -> bool {
    one.id == other.id
        && one.message == other.message
        && one.primary.pointer() == other.primary.pointer()
}
