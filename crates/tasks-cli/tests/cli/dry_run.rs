use crate::run::{SECRET, assert_golden, server, tasks};

const TITLE: &str = "It's \"due\" at $HOME; `rm -rf`\n\\o/ é";

#[test]
fn prints_a_command_and_sends_nothing() {
    let server = server();
    let run = tasks("create --dry-run task.json").to(&server);
    let task = r#"{"title": "Review the 10-K", "dueDate": null, "assignees": [{"id": "A"}]}"#;
    let ended = run.file("task.json", task).end();
    assert_eq!(ended.code, Some(0));
    assert!(server.received().is_empty());
    assert_golden!("dry_run", ended);
}

#[test]
fn dry_run_needs_no_token_and_uses_the_region() {
    for (region, server) in [
        ("us", "https://api.app.wdesk.com/"),
        ("EU", "https://api.eu.wdesk.com/"),
        ("apac", "https://api.apac.wdesk.com/"),
    ] {
        let ended = tasks("create --dry-run --title A")
            .env("TASKS_REGION", region)
            .end();
        assert!(ended.stdout.contains(server), "{ended}");
        let arguments = format!("create --dry-run --title A --region {region}");
        let other = tasks(&arguments)
            .env("TASKS_BASE_URL", "https://example.com")
            .end();
        assert_eq!(
            other.stdout, ended.stdout,
            "an argument outweighs the environment"
        );
    }
}

#[test]
fn prints_one_command_per_task() {
    let text = "{\"title\": \"A\"}\n{\"title\": \"B\"}\n";
    let ended = tasks("create --dry-run -").stdin(text).end();
    assert_eq!(
        ended.stdout.matches("curl --request POST").count(),
        2,
        "{ended}"
    );
}

/// The printed command sends the same request as a run, for titles with special characters too.
#[cfg(unix)]
#[test]
fn printed_command_sends_the_same_request() {
    use std::process::Command;

    let server = server();
    let ended = tasks("create --title").argument(TITLE).to(&server).end();
    assert_eq!(ended.code, Some(0), "{ended}");
    let received = server.received();
    let sent = &received[0];

    let dry = tasks("create --dry-run --title")
        .argument(TITLE)
        .to(&server)
        .end();
    let script = format!("curl() {{ printf '%s\\0' \"$@\"; }}\n{}", dry.stdout);
    let output = Command::new("/bin/sh")
        .args(["-c", &script])
        .env_clear()
        .env("TASKS_TOKEN", SECRET)
        .output()
        .unwrap();
    let words = String::from_utf8(output.stdout).unwrap();
    let words: Vec<&str> = words.split_terminator('\0').collect();

    let url = format!("{}{}", server.url(), sent.uri);
    assert_eq!(words[..3], ["--request", "POST", &url]);
    let headers: Vec<&str> = words
        .windows(2)
        .filter(|pair| pair[0] == "--header")
        .map(|pair| pair[1])
        .collect();
    assert_eq!(headers.len(), 4);
    for header in headers {
        let (name, value) = header.split_once(": ").unwrap();
        assert_eq!(sent.header(name), Some(value), "{name}");
    }
    let [.., "--data-raw", body] = words[..] else {
        panic!("no body: {words:?}");
    };
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(Some(body), sent.json());
}
