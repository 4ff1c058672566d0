use mock_server::fault::{Fault, Faults};
use serde_json::json;

use crate::run::{assert_golden, server, tasks};

#[test]
fn prints_completions_for_every_shell() {
    for (shell, part) in [
        ("bash", "complete -F _tasks"),
        ("zsh", "#compdef tasks"),
        ("fish", "complete -c tasks"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion"),
    ] {
        let ended = tasks(&format!("completions {shell}")).end();
        assert_eq!(ended.code, Some(0), "{ended}");
        assert!(ended.stdout.contains(part), "{ended}");
        assert!(ended.stdout.contains("max-failures"), "{ended}");
    }
}

/// The flag takes precedence over `NO_COLOR`. Without either, only terminals get colors.
#[test]
fn color_is_optional() {
    let colored = |arguments: &str, no_color: bool| {
        let run = tasks(&format!("{arguments} create --mock -")).stdin("[]");
        let run = if no_color {
            run.env("NO_COLOR", "1")
        } else {
            run
        };
        let help = tasks(&format!("{arguments} --help")).end();
        (
            run.end().stderr.contains('\u{1b}'),
            help.stdout.contains('\u{1b}'),
        )
    };
    assert_eq!(colored("", false), (false, false));
    assert_eq!(colored("--color always", false), (true, true));
    assert_eq!(colored("--color=always", true), (true, true));
    assert_eq!(colored("--color never", false), (false, false));
    let ended = tasks("create --color sometimes").end();
    assert_eq!(ended.code, Some(2));
}

#[test]
fn quiet_prints_results_and_errors() {
    let server = server();
    let ended = tasks("create --quiet --title T --due 2026-12-24 --time-zone UTC")
        .to(&server)
        .end();
    assert_eq!(
        (ended.code, ended.stderr.as_str()),
        (Some(0), ""),
        "{ended}"
    );
    assert!(ended.stdout.starts_with("Created task"), "{ended}");
    let ended = tasks("batch -q t.csv")
        .to(&server)
        .file("t.csv", "title\nA\nA\n")
        .end();
    assert_eq!(
        (ended.code, ended.stderr.as_str()),
        (Some(0), ""),
        "{ended}"
    );
    let ended = tasks("create -q --titel T").end();
    assert_eq!(ended.code, Some(2));
    assert!(ended.stderr.contains("--titel"), "{ended}");
}

#[test]
fn a_due_date_is_the_end_of_that_day() {
    let server = server();
    let due = |run: crate::run::Run| {
        let ended = run.to(&server).end();
        assert_eq!(ended.code, Some(0), "{ended}");
        let body = server.received().last().unwrap().json().unwrap();
        (body["dueDate"].clone(), ended)
    };
    let create = |zone: &str| tasks(&format!("create --title T --due 2026-12-24 {zone}"));
    let (date, ended) = due(create("--time-zone Europe/Berlin"));
    assert_eq!(date, json!("2026-12-24T22:59:59Z"));
    assert_golden!("due_in_a_time_zone", ended);
    let (date, ended) = due(create("").env("TZ", "CET-1CEST,M3.5.0,M10.5.0/3"));
    assert_eq!(date, json!("2026-12-24T22:59:59Z"));
    assert!(ended.stderr.contains("in the local time zone"), "{ended}");
    assert_eq!(
        due(create("--time-zone -05:00")).0,
        json!("2026-12-25T04:59:59Z")
    );
    let ended = create("--time-zone Mars").end();
    assert_eq!(ended.code, Some(2));
    assert_golden!("due_time_zone", ended);
}

#[test]
fn a_status_that_differs_by_case_is_rejected() {
    let ended = tasks("create --mock --title T --status completed").end();
    assert_eq!(ended.code, Some(2));
    assert_golden!("status_case", ended);
    let text = r#"{"title": "T", "status": "awaiting approval", "assignees": [{"type": "user"}]}"#;
    let ended = tasks("create --mock -").stdin(text).end();
    assert_eq!(ended.code, Some(2));
    assert_golden!("status_case_in_the_input", ended);
    let ended = tasks("create --mock --title T --status Paused").end();
    assert_eq!(ended.code, Some(0), "{ended}");
    assert!(
        ended
            .stderr
            .contains("undocumented `status`: `Paused` is sent unchanged"),
        "{ended}"
    );
}

#[test]
fn links_are_shown_without_their_token() {
    let server = server();
    let linked = r#"{"id": "t", "sourceUrl": "https://app.wdesk.com/tasks/d/U?token=secret&a=1"}"#;
    let created = Fault::body(201, "application/json", linked).after_create();
    server.set_faults(Faults::always(created));
    for (flag, shown) in [
        ("", "tasks/d/U?a=1"),
        ("--show-link-tokens", "tasks/d/U?token=secret&a=1"),
    ] {
        for format in ["human", "json"] {
            let arguments = format!("create --title T --format {format} {flag}");
            let ended = tasks(&arguments).to(&server).end();
            assert_eq!(ended.code, Some(0), "{ended}");
            assert!(ended.stdout.contains(shown), "{ended}");
        }
    }
}

#[test]
fn a_dry_run_is_quoted_for_powershell() {
    let title = "It's “due” ‘soon’ at $HOME; `rm`\né😀";
    let run = tasks("create --dry-run --shell powershell --title").argument(title);
    let ended = run.end();
    assert_eq!(ended.code, Some(0), "{ended}");
    assert!(ended.stdout.is_ascii(), "{ended}");
    assert_golden!("dry_run_powershell", ended);
}

#[test]
fn durations_have_units() {
    for (text, code) in [("10s", 0), ("1m", 0), ("5", 0), ("0", 2), ("soon", 2)] {
        let ended = tasks(&format!("create --mock --title T --timeout {text}")).end();
        assert_eq!(ended.code, Some(code), "{ended}");
    }
}
