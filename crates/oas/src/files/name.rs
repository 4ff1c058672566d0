/// The name of a file by its key, beside the entry of the name `entry`.
pub(crate) fn beside(entry: &str, prefix: &str, key: &str) -> String {
    let entry = entry.strip_prefix(prefix).unwrap_or(entry);
    let folder = entry.rfind(['/', '\\']).map_or("", |at| &entry[..=at]);
    let root = if folder.starts_with('/') { "/" } else { "" };
    let mut names: Vec<&str> = Vec::new();
    for name in folder.split(['/', '\\']).chain(key.split('/')) {
        match name {
            "" | "." => {}
            ".." if names.last().is_some_and(|last| *last != "..") => {
                names.pop();
            }
            name => names.push(name),
        }
    }
    format!("{prefix}{root}{}", names.join("/"))
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn names_are_relative_to_the_same_folder_as_the_name_of_the_entry() {
        for (entry, prefix, key, name) in [
            ("openapi.yaml", "", "a/b.yaml", "a/b.yaml"),
            ("openapi.yaml", "", "../b.yaml", "../b.yaml"),
            ("api/openapi.yaml", "", "../b.yaml", "b.yaml"),
            ("../api/openapi.yaml", "", "../../b.yaml", "../../b.yaml"),
            ("/x/api/openapi.yaml", "", "../b.yaml", "/x/b.yaml"),
            ("main:openapi.yaml", "main:", "b.yaml", "main:b.yaml"),
            ("main:api/openapi.yaml", "main:", "../b.yaml", "main:b.yaml"),
        ] {
            assert_eq!(beside(entry, prefix, key), name);
        }
    }
}
