use client_codegen::surface::{self, Part};

/// Compares two clients. A side without a client has no callers to break.
pub(crate) fn surfaces(
    base: Option<&[Part]>,
    revision: Option<&[Part]>,
) -> Result<Vec<surface::Change>, client_codegen::Error> {
    let (Some(base), Some(revision)) = (base, revision) else {
        return Ok(Vec::new());
    };
    let mut changes = surface::compare(base, revision)?;
    changes.sort_by_key(|change| std::cmp::Reverse(change.level));
    Ok(changes)
}
