use std::fs;

use mock_server::fault::{Fault, Faults};

use crate::run::{SECRET, assert_golden, server, tasks};

const CONFIG: &str = r#"
profile = "eu-prod"

[defaults]
timeout = "90s"
rate = "20/s"

[profiles.eu-prod]
region = "eu"
client-id = "client"
client-secret-file = "secret"
concurrency = 4
time-zone = "Europe/Berlin"

[profiles.test]
base-url = "http://127.0.0.1:9"
token-file = "secret"
"#;

#[test]
fn settings_are_shown_with_their_source() {
    let run = tasks("config show --config c/config.toml").directory("c");
    let run = run
        .file("c/config.toml", CONFIG)
        .env("TASKS_CLIENT_ID", "another");
    let run = run.env("TASKS_CLIENT_SECRET", SECRET);
    assert_golden!("config_show", run.end());
    let run = tasks("config show --profile test --format json").env("TASKS_CONFIG", "c.toml");
    assert_golden!("config_show_json", run.file("c.toml", CONFIG).end());
}

/// On other systems, the directory is different.
#[cfg(unix)]
#[test]
fn reads_the_configuration_of_the_system_directory() {
    let run = tasks("config show")
        .directory(".config/tasks")
        .file(".config/tasks/config.toml", CONFIG);
    let ended = run.end();
    assert!(ended.stdout.contains("https://api.eu.wdesk.com"), "{ended}");
    let run = tasks("config show").env("XDG_CONFIG_HOME", "/nosuch");
    let ended = run.env("TASKS_TOKEN", SECRET).end();
    assert!(
        ended
            .stdout
            .contains("/nosuch/tasks/config.toml (does not exist)"),
        "{ended}"
    );
    assert!(ended.stdout.contains("(hidden)"), "{ended}");
}

/// Flags take precedence over the environment, the profile and the defaults, in this order.
#[test]
fn more_specific_sources_take_precedence() {
    let base_url = |run: crate::run::Run| {
        let ended = run.file("c.toml", CONFIG).end();
        let line = ended
            .stdout
            .lines()
            .find(|line| line.starts_with("base-url"));
        line.unwrap().split_whitespace().nth(1).unwrap().to_owned()
    };
    let show = |arguments: &str| tasks(&format!("config show --config c.toml {arguments}"));
    assert_eq!(base_url(show("")), "https://api.eu.wdesk.com");
    assert_eq!(
        base_url(show("").env("TASKS_REGION", "apac")),
        "https://api.apac.wdesk.com"
    );
    let url = "https://example.com";
    assert_eq!(base_url(show("").env("TASKS_BASE_URL", url)), url);
    assert_eq!(
        base_url(show("--region us").env("TASKS_BASE_URL", url)),
        "https://api.app.wdesk.com"
    );
    assert_eq!(
        base_url(show("").env("TASKS_PROFILE", "test")),
        "http://127.0.0.1:9"
    );
    assert_eq!(
        base_url(show("--profile eu-prod").env("TASKS_PROFILE", "test")),
        "https://api.eu.wdesk.com"
    );
}

#[test]
fn a_profile_sends_tasks() {
    let server = server();
    let config = format!(
        "[profiles.p]\nbase-url = \"{}\"\nclient-id = \"c\"\nclient-secret-file = \"secret\"\n",
        server.url()
    );
    let run = tasks("create --title A --profile p --config c.toml");
    let ended = run
        .file("c.toml", config)
        .secret_file("secret", SECRET)
        .end();
    assert_eq!(ended.code, Some(0), "{ended}");
    let ledger = server.ledger();
    assert_eq!((ledger.tokens_issued, ledger.created), (1, 1));
}

/// Secrets are neither read from the configuration nor from a file that others can read, and never
/// shown.
#[test]
fn shows_no_secret_of_the_configuration() {
    let secret = format!("[profiles.p]\nclient-secret = \"{SECRET}\"\n");
    let broken = format!("[profiles.p]\nclient-id = \"a\" \"{SECRET}\"\n");
    for (name, config) in [
        ("secret", secret.as_str()),
        ("broken", broken.as_str()),
        ("unknown_key", "[profiles.p]\narea = \"eu\"\n"),
        ("unknown_profile", "[profiles.q]\n[profiles.r]\n"),
        ("region", "[profiles.p]\nregion = \"mars\"\n"),
        ("without_secret", "[profiles.p]\nclient-id = \"c\"\n"),
    ] {
        let run = tasks("create --title A --profile p --config c.toml");
        let ended = run.file("c.toml", config).end();
        assert_eq!(ended.code, Some(2), "{ended}");
        assert_golden!(format!("config_{name}"), ended);
    }
}

#[cfg(unix)]
#[test]
fn rejects_secrets_readable_by_other_users() {
    use std::os::unix::fs::PermissionsExt;
    let run =
        tasks("create --title A --token-file token").env("TASKS_BASE_URL", "http://127.0.0.1:9");
    let run = run.file("token", SECRET);
    fs::set_permissions(run.path("token"), fs::Permissions::from_mode(0o644)).unwrap();
    let ended = run.end();
    assert_eq!(ended.code, Some(2), "{ended}");
    assert_golden!("token_file_shared", ended);
}

#[test]
fn auth_status_checks_credentials() {
    let server = server();
    let run = |arguments: &str| {
        let run = tasks(arguments).env("TASKS_BASE_URL", server.url());
        run.env("TASKS_CLIENT_ID", "client")
            .env("TASKS_CLIENT_SECRET", SECRET)
    };
    let ended = run("auth status").end();
    assert_eq!(ended.code, Some(0), "{ended}");
    assert_golden!("auth_status", ended);
    let ended = run("auth status --format json").end();
    assert_golden!("auth_status_json", ended);
    let narrow =
        r#"{"access_token": "t", "token_type": "bearer", "expires_in": 60, "scope": "task:read"}"#;
    let denied = r#"{"error": "invalid_client", "error_description": "unknown client"}"#;
    for (name, status, body) in [("narrow", 200, narrow), ("denied", 401, denied)] {
        server.set_token_faults(Faults::always(Fault::body(
            status,
            "application/json",
            body,
        )));
        let ended = run("auth status").end();
        assert_eq!(ended.code, Some(1), "{ended}");
        assert_golden!(format!("auth_status_{name}"), ended);
    }
    let ended = tasks("auth status --region eu")
        .env("TASKS_TOKEN", SECRET)
        .end();
    assert_eq!(ended.code, Some(0), "{ended}");
    assert_golden!("auth_status_static", ended);
    assert_eq!(server.ledger().created, 0);
}
