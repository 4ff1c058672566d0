use clap::ValueEnum;
use tasks_client::{ApiVersion, types::NewPrototypeTask};

/// Shell for which a command is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shell {
    /// curl in a POSIX shell
    Sh,
    /// Invoke-RestMethod in PowerShell
    Powershell,
}

impl Default for Shell {
    fn default() -> Self {
        match cfg!(windows) {
            true => Self::Powershell,
            false => Self::Sh,
        }
    }
}

/// The request that creates a task, as a command. The token is a variable of the shell.
pub(crate) fn command(
    shell: Shell,
    base_url: &str,
    version: ApiVersion,
    task: &NewPrototypeTask,
) -> anyhow::Result<String> {
    let operation = version.facts();
    let url = format!("{base_url}{}", operation.path);
    let body = serde_json::to_string_pretty(task)?;
    let headers = [
        ("Content-Type", "application/json"),
        ("Accept", "application/json"),
        ("X-Version", version.as_str()),
    ];
    Ok(match shell {
        Shell::Sh => {
            let headers = headers.map(|(name, value)| {
                format!("  --header {} \\\n", for_sh(&format!("{name}: {value}")))
            });
            format!(
                "curl --request {} {} \\\n  --header \"Authorization: Bearer $TASKS_TOKEN\" \\\n{}  --data-raw {}",
                operation.method,
                for_sh(&url),
                headers.concat(),
                for_sh(&body)
            )
        }
        Shell::Powershell => {
            // Not every version accepts `Content-Type` as a header.
            let headers = headers[1..].iter().map(|(name, value)| {
                format!("; {} = {}", for_powershell(name), for_powershell(value))
            });
            format!(
                "Invoke-RestMethod -Method {} -Uri {} `\n  -Headers @{{ Authorization = \"Bearer $env:TASKS_TOKEN\"{} }} `\n  -ContentType 'application/json' `\n  -Body {}",
                operation.method,
                for_powershell(&url),
                headers.collect::<String>(),
                for_powershell(&ascii_json(&body))
            )
        }
    })
}

/// One word for a POSIX shell (IEEE Std 1003.1, Shell Command Language, 2.2.2): between single
/// quotes everything but a single quote is literal.
fn for_sh(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// A verbatim string of PowerShell, which also accepts typographic quotes as quotes.
fn for_powershell(text: &str) -> String {
    let is_quote = |char| matches!(char, '\'' | '\u{2018}'..='\u{201b}');
    let doubled = text.chars().flat_map(|char| {
        let again = is_quote(char).then_some(char);
        std::iter::once(char).chain(again)
    });
    format!("'{}'", doubled.collect::<String>())
}

/// JSON in ASCII: Windows PowerShell sends a body in the encoding of the system.
fn ascii_json(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    let mut units = [0; 2];
    for char in json.chars() {
        if char.is_ascii() {
            text.push(char);
        } else {
            for unit in char.encode_utf16(&mut units) {
                text += &format!("\\u{unit:04x}");
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_doubled_for_powershell() {
        assert_eq!(for_powershell("a'b‘c’d\"$x`"), "'a''b‘‘c’’d\"$x`'");
    }

    #[test]
    fn ascii_json_is_equal_to_the_body() {
        let json = r#"{"title":"Ä‘😀\n"}"#;
        let ascii = ascii_json(json);
        assert!(ascii.is_ascii());
        let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(value(&ascii), value(json));
    }
}
