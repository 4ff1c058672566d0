use syn::{File, Path, Signature, Type, TypePath, parse_quote, visit_mut, visit_mut::VisitMut};

/// A type as it is usually written: `Option<DateTime<Utc>>`.
pub(super) fn text(ty: &Type) -> String {
    let line = line(parse_quote!(type T = #ty;));
    line.strip_prefix("type T = ")
        .and_then(|line| line.strip_suffix(';'))
        .unwrap_or(&line)
        .to_owned()
}

/// A signature in one line.
pub(super) fn signature(signature: &Signature) -> String {
    let line = line(parse_quote!(#signature {}));
    line.strip_suffix("{}")
        .unwrap_or(&line)
        .trim_end()
        .trim_end_matches(',')
        .to_owned()
}

fn line(mut item: syn::Item) -> String {
    Shorten.visit_item_mut(&mut item);
    let text = prettyplease::unparse(&File {
        shebang: None,
        frontmatter: None,
        attrs: vec![],
        items: vec![item],
    });
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Formatted over several lines, a list has a comma at its end.
    [
        ("( ", "("),
        (", )", ")"),
        (" )", ")"),
        ("< ", "<"),
        (", >", ">"),
        (" >", ">"),
    ]
    .into_iter()
    .fold(line, |line, (from, to)| line.replace(from, to))
}

/// Leaves the last name of a path that only a generator writes in full.
struct Shorten;

impl VisitMut for Shorten {
    fn visit_type_path_mut(&mut self, ty: &mut TypePath) {
        let Some(qself) = &mut ty.qself else {
            return visit_mut::visit_type_path_mut(self, ty);
        };
        // `<T as ::std::convert::TryInto<U>>::Error`: the trait's path is the first part of the
        // whole.
        let dropped = qself.position.saturating_sub(1);
        qself.position -= dropped;
        ty.path.leading_colon = None;
        ty.path.segments = std::mem::take(&mut ty.path.segments)
            .into_iter()
            .skip(dropped)
            .collect();
        self.visit_type_mut(&mut qself.ty);
        ty.path
            .segments
            .iter_mut()
            .for_each(|segment| self.visit_path_segment_mut(segment));
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        visit_mut::visit_path_mut(self, path);
        let root = path.segments.first().map(|first| first.ident.to_string());
        let is_full = path.leading_colon.is_some()
            || matches!(root.as_deref(), Some("std" | "crate" | "super"));
        if let Some(last) = path.segments.last().cloned().filter(|_| is_full) {
            *path = last.into();
        }
    }
}
