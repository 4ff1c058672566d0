use crate::run::{assert_golden, tasks};

#[test]
fn prints_help() {
    for (name, arguments) in [
        ("help", "--help"),
        ("help_create", "create --help"),
        ("help_create_short", "create -h"),
        ("help_batch", "batch --help"),
        ("help_batch_short", "batch -h"),
        ("help_batch_status", "batch status --help"),
        ("help_auth_status", "auth status --help"),
        ("help_config", "config --help"),
        ("help_completions", "completions --help"),
        ("help_mock", "mock --help"),
        ("help_mock_short", "mock -h"),
    ] {
        let ended = tasks(arguments).end();
        assert_eq!(ended.code, Some(0));
        assert_golden!(name, ended);
    }
}

/// Arguments are visible in the process list of the machine.
#[test]
fn has_no_flag_for_a_token() {
    let ended = tasks("create --token x").end();
    assert_eq!(ended.code, Some(2));
    assert_golden!("no_token_argument", ended);
}
