use mock_server::MockServer;

use crate::support::{Outcome, client};

const FORMS: &str = include_str!("fixtures/forms.yaml");

/// Fields become the properties that the document describes, each with its own style.
#[tokio::test]
async fn parses_forms_per_their_encoding() -> Outcome {
    let server = MockServer::start(FORMS)?;
    let cases = [
        ("number=1", "200"),
        (
            "number=1&tags=ab,cd&range[from]=2&point=%7B%22x%22%3A1%7D",
            "200",
        ),
        ("number=%31&tags=a%2Cb", "200"),
        ("", "`number` is required"),
        ("number=one", "/number"),
        ("number=1&number=2", "/number"),
        ("number=1&tags=ab,cd,ef", "/tags"),
        ("number=1&tags=ab,c", "/tags/1"),
        ("number=1&range[from]=two", "/range/from"),
        ("number=1&point=%7B", "/point"),
        ("number=1&point=%7B%7D", "`x` is required"),
        ("number=1&other=2", "/other"),
        ("number=%FF", "/number"),
    ];
    for (body, expected) in cases {
        let request = client().post(format!("{}/url", server.url()));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let response = request.body(body).send().await?;
        let (status, text) = (response.status(), response.text().await?);
        match expected {
            "200" => assert_eq!(status, 200, "{body}: {text}"),
            reason => {
                assert_eq!(status, 400, "{body}: {text}");
                assert!(text.contains(reason), "{body}: {text}");
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn parses_multipart_forms() -> Outcome {
    let server = MockServer::start(FORMS)?;
    let part = |head: &str, body: &str| {
        format!("--b\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n")
    };
    let number = part("name=\"number\"", "1");
    let photo = |kind: &str| {
        part(
            &format!("name=photo; filename=\"p\"\r\nContent-Type: {kind}"),
            "\u{1}\u{2}",
        )
    };
    let point = "name=point\r\nContent-Type: application/json";
    let cases = [
        (number.clone(), "200"),
        (
            number.clone() + &part("name=tags", "ab") + &part("name=tags", "cd"),
            "200",
        ),
        (number.clone() + &photo("image/jpeg"), "200"),
        (number.clone() + &part(point, "{\"x\": 1}"), "200"),
        (number.clone() + &photo("text/plain"), "/photo"),
        (number.clone() + &part(point, "{\"x\": "), "/point"),
        (number.clone() + &part(point, "{}"), "`x` is required"),
        (number.clone() + &part("name=tags", "a"), "/tags/0"),
        (part("name=number", "one"), "/number"),
        (part("filename=x", "1"), "missing name of a part"),
    ];
    for (body, expected) in cases {
        let request = client().post(format!("{}/parts", server.url()));
        let request = request.header("content-type", "multipart/form-data; boundary=b");
        let response = request.body(format!("{body}--b--\r\n")).send().await?;
        let (status, text) = (response.status(), response.text().await?);
        assert_eq!(
            status,
            if expected == "200" { 200 } else { 400 },
            "{body}: {text}"
        );
        assert!(
            expected == "200" || text.contains(expected),
            "{body}: {text}"
        );
    }
    Ok(())
}
