//! The page about the rules is the one that is generated today.

use std::fs;

#[test]
fn the_page_is_fresh() -> std::io::Result<()> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/rules.md");
    if std::env::var_os("INSTA_UPDATE").is_some_and(|value| value == "always") {
        fs::write(path, oas::lint::page())?;
    }
    assert!(
        fs::read_to_string(path)? == oas::lint::page(),
        "run `cargo xtask generate` and review the difference\nstale: crates/oas/rules.md"
    );
    Ok(())
}
