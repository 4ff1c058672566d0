use client_codegen::surface::{self, Part};

/// Compares two clients. Returns no changes if a side has no client.
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
