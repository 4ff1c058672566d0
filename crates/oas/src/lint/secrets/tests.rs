use super::{find, is_name};

#[test]
fn matches_whole_names_in_any_case() {
    for name in [
        "password",
        "api_key",
        "apiKey",
        "X-API-Key",
        "client-secret",
        "ACCESS_TOKEN",
        "token",
    ] {
        assert!(is_name(name), "{name}");
    }
    for name in [
        "key",
        "page_token",
        "nextToken",
        "passwordHint",
        "tokenUrl",
        "id",
        "author",
        "",
    ] {
        assert!(!is_name(name), "{name}");
    }
}

#[test]
fn detects_secrets() {
    // Joined here, so that secret scanners do not report this file.
    let jwt = [
        "eyJhbGciOiJIUzI1NiJ9",
        "eyJzdWIiOiIxMjM0NTY3ODkwIn0",
        "dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
    ]
    .join(".");
    let pem = format!(
        "-----BEGIN RSA {} KEY-----\nMIIEowIBAAKCAQEAx3Zr0mQ7vT9bKc5yWn2dLp8sHf4gJ6uE\n",
        "PRIVATE"
    );
    let cases = [
        ("", jwt.clone(), "a JSON Web Token"),
        ("note", format!("send {jwt}, please"), "a JSON Web Token"),
        ("", pem, "a private key"),
        (
            "id",
            ["AKIA", "Q3T7Z5N2W8B4K6XJ"].concat(),
            "an access key of AWS",
        ),
        (
            "",
            ["ghp_", "9aXk2LmQ7vT4bRc5yWn8dJp1sHf3gZ6uE0oK"].concat(),
            "a token of GitHub",
        ),
        (
            "Authorization",
            "Bearer 2f9aXk7LmQvT4bRc".to_owned(),
            "a bearer token",
        ),
        (
            "",
            "https://x.example.com/d/1?a=b&token=NTc0NDU2MTg1MjM0ODUyTM".to_owned(),
            "a URL with a token in it",
        ),
        (
            "",
            "/cb#access_token=NTc0NDU2MTg1MjM0ODUyTM&state=1".to_owned(),
            "a URL with a token in it",
        ),
        (
            "",
            "https://b.s3.example.com/o?X-Amz-Signature=9f86d081884c7d659a2feaa0c55ad015"
                .to_owned(),
            "a URL with a token in it",
        ),
        ("password", "kT9vQ2xL7mZ4".to_owned(), "a real credential"),
        (
            "client_secret",
            "9f86d081884c7d659a2feaa0c55ad015".to_owned(),
            "a real credential",
        ),
    ];
    for (name, value, what) in cases {
        assert_eq!(find(name, &value), Some(what), "{name}: {value}");
    }
}

#[test]
fn ignores_ordinary_values_and_placeholders() {
    for (name, value) in [
        ("id", "V1ZVd2VyFzU3NiQ1NDA4NjIzNzk2MjD"),
        ("id", "124efa2a142f472ba1ceab34ed18915f"),
        ("etag", "33a64df551425fcc55e4d42a148795d9f25f89d4"),
        ("password", "correct horse battery staple"),
        ("password", "password123!"),
        ("password", "P@ssw0rd1234"),
        ("client_secret", "your-client-secret-1234"),
        ("token", "123e4567-e89b-12d3-a456-426614174000"),
        ("token", "a1b2c3d4e5f6g7h8"),
        ("token", "0123456789abcdef0123456789abcdef"),
        ("token", "2026-01-31T12:00:00Z"),
        ("token", "my-first-access-key-1"),
        ("token", "IntegrationClient2Server"),
        ("apiKey", "{{apiKey}}-4f9Xk2Lm"),
        ("nextPageToken", "kT9vQ2xL7mZ4kT9vQ2xL7mZ4"),
        ("Authorization", "Bearer {access-token}"),
        ("Authorization", "Bearer eyJhbGciOi..."),
        ("", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.signature"),
        (
            "",
            "https://x.example.com/?token=<token>&page=NTc0NDU2MTg1MjM0ODUyTM",
        ),
        ("", "https://x.example.com/?tokenId=12"),
        ("", "AKIAIOSFODNN7EXAMPLE"),
        (
            "",
            "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\n",
        ),
        (
            "",
            "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
        ),
        (
            "description",
            "Give the token of the user. A bearer token is opaque.",
        ),
    ] {
        assert_eq!(find(name, value), None, "{name}: {value}");
    }
}
