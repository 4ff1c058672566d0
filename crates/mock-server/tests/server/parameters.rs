//! Parameters in all four locations. The styles have a table of tests in `api/style/tests.rs`.

use crate::support::{Outcome, SHOP, client};
use mock_server::MockServer;
use reqwest::header::{HeaderMap, HeaderName};
use serde_json::Value;

/// Rest of the path, headers, and the beginning of the violation.
type Case = (
    &'static str,
    &'static [(&'static str, &'static str)],
    Option<&'static str>,
);

#[tokio::test]
async fn validates_parameters_in_each_location() -> Outcome {
    let server = MockServer::start(SHOP)?;
    const UUID: &str = "123e4567-e89b-12d3-a456-426614174000";
    let cases: [Case; 24] = [
        ("1", &[], None),
        ("0", &[], Some("path id: ")),
        ("one", &[], Some("path id: ")),
        ("%31", &[], None),
        ("%FF", &[], Some("path id: invalid UTF-8")),
        ("1?limit=10", &[], None),
        ("1?limit=11", &[], Some("query limit: ")),
        ("1?limit=", &[], Some("query limit: ")),
        (
            "1?limit=1&limit=2",
            &[],
            Some("query limit: the parameter is repeated"),
        ),
        ("1?limit=%FF", &[], Some("query limit: invalid UTF-8")),
        ("1?unknown=1", &[], None),
        ("1?tags=ab,cd", &[], None),
        ("1?tags=ab,c", &[], Some("query tags /1: ")),
        ("1?filter=%7B%22a%22:1%7D", &[], None),
        (
            "1?filter=%7B%7D",
            &[],
            Some("query filter: `a` is required"),
        ),
        ("1?filter=a", &[], Some("query filter: not JSON")),
        ("1", &[("x-trace", UUID)], None),
        ("1", &[("x-trace", "1")], Some("header X-Trace: ")),
        (
            "1",
            &[("x-trace", UUID), ("x-trace", UUID)],
            Some("header X-Trace: the header is repeated"),
        ),
        ("1", &[("x-list", "1"), ("x-list", "2, 3")], None),
        (
            "1",
            &[("x-list", "1"), ("x-list", "two")],
            Some("header X-List /1: "),
        ),
        ("1", &[("cookie", "other=1; seen=true")], None),
        ("1", &[("cookie", "seen=maybe")], Some("cookie seen: ")),
        ("1", &[("accept", "application/json")], None),
    ];
    for (target, headers, violation) in cases {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(HeaderName::from_static(name), value.parse()?);
        }
        let response = client()
            .get(format!("{}/items/{target}", server.url()))
            .headers(map)
            .send()
            .await?;
        let status = response.status();
        let body: Value = response.json().await?;
        let received = body["title"].as_str();
        match violation {
            None => assert_eq!((status.as_u16(), received), (200, None), "{target}"),
            Some(violation) => assert!(
                status == 400 && received.is_some_and(|received| received.starts_with(violation)),
                "{target}: {body}"
            ),
        }
    }
    Ok(())
}

#[tokio::test]
async fn reports_all_violations_at_once() -> Outcome {
    let server = MockServer::start(SHOP)?;
    let request = client().get(format!("{}/items/0?limit=11&tags=a,b", server.url()));
    let body: Value = request
        .header("x-trace", "1")
        .header("cookie", "seen=1")
        .send()
        .await?
        .json()
        .await?;
    assert_snapshot!(
        body["title"]
            .as_str()
            .unwrap_or_default()
            .replace("; ", "\n")
    );
    Ok(())
}
