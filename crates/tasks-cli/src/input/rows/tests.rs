use std::fs;

use indoc::indoc;

use super::*;

fn read(name: &str, bytes: impl AsRef<[u8]>, options: RowOptions) -> Vec<String> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(name);
    fs::write(&path, bytes).unwrap();
    let source = RowSource::open(path.to_str().unwrap(), options).unwrap();
    let shown = |location: &Location| {
        let Location { line, column, .. } = location;
        format!("{line}:{column}")
    };
    let rows = source.rows().unwrap().flat_map(|row| match row {
        Ok(row) => vec![format!(
            "{} #{} {:?}",
            shown(&row.location),
            row.number,
            row.task.title
        )],
        Err(errors) => {
            let errors = errors.iter().map(|error| {
                let location = error.location.as_ref().map(&shown);
                let message = error.message.replace(path.to_str().unwrap(), name);
                format!("{}: {message}", location.unwrap_or_default())
            });
            errors.collect()
        }
    });
    let rows = rows.collect::<Vec<_>>();
    let again = source.rows().unwrap().count();
    assert!(again <= rows.len(), "a second pass reads the same rows");
    rows
}

fn csv(text: &str) -> Vec<String> {
    read("t.csv", text, RowOptions::default())
}

fn titles(rows: &[&str]) -> Vec<String> {
    rows.iter().map(|row| (*row).to_owned()).collect()
}

#[test]
fn reports_line_numbers_of_the_file() {
    let rows = titles(&["3:1 #1 \"A\\nB\"", "6:1 #2 \"C\"", "7:1 #3 \"D\""]);
    for end in ["\n", "\r\n"] {
        let text = "\ntitle,description\n\"A\nB\",x\n\nC,y\nD,\n";
        let text = text
            .replace("A\nB", "A__B")
            .replace('\n', end)
            .replace("A__B", "A\nB");
        assert_eq!(csv(&text), rows, "{text:?}");
    }
    // The last row needs no line break.
    assert_eq!(csv("title\nA"), titles(&["2:1 #1 \"A\""]));
    // Rows that spreadsheets leave behind are not rows.
    assert_eq!(csv("title,status\n,\nA,\n , \n"), titles(&["3:1 #1 \"A\""]));
}

#[test]
fn separators_are_recognised() {
    let rows = titles(&["2:1 #1 \"A, B; C\""]);
    for text in [
        "title,description\n\"A, B; C\",x\n",
        "title;description\n\"A, B; C\";x\n",
        "title\tdescription\nA, B; C\tx\n",
        "\"title\";\"description\"\n\"A, B; C\";\"x\"\n",
    ] {
        assert_eq!(csv(text), rows, "{text:?}");
    }
    assert_eq!(
        csv("sep=;\ntitle;status\nA,B;\n"),
        titles(&["3:1 #1 \"A,B\""])
    );
    let tsv = read("t.tsv", "title\tstatus\nA;B,C\t\n", RowOptions::default());
    assert_eq!(tsv, titles(&["2:1 #1 \"A;B,C\""]));
}

#[test]
fn errors_have_the_line_and_column_of_their_cell() {
    let errors = [
        csv(
            "title,dueDate\nA,2026-12-24T17:00:00Z\n\"B\nC\",tomorrow\n,2026-12-24T17:00:00Z\n\"é\",\"x\"\n",
        ),
        csv("title,status\nA,completed\nB,Cancelled\nC,Later\n"),
        csv("title,description\nA\nB,C,D\nE,F,,\n"),
        csv("title,description\nA,\"B\nC,D\n"),
        csv("title,approvalSteps\nA,\"[{\"\"participants\"\": []}]\"\nB,\"[{}\"\n \" \",\n"),
        csv("Title,Due date\nA,\n"),
        csv(""),
        read("t.csv", b"title\nM\xfcller\n", RowOptions::default()),
        read(
            "t.jsonl",
            indoc! {r#"
                {"title": "A"}

                {"title": "B",
                {"title": "", "dueDate": "x"}
                {"title": "C", "assignees": [{"type": "user"}]}
                []
            "#},
            RowOptions::default(),
        ),
        read(
            "t.json",
            "[\n  {\"title\": \"A\"},\n  {\"titel\": \"B\"}]",
            RowOptions::default(),
        ),
    ];
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(errors.map(|errors| errors.join("\n")).join("\n--\n"));
    });
}

#[test]
fn formats_are_recognised() {
    let rows = titles(&["1:1 #1 \"A\"", "2:1 #2 \"B\""]);
    let lines = "{\"title\": \"A\"}\n{\"title\": \"B\"}\n";
    for name in ["t.jsonl", "t.NDJSON", "t.txt", "t"] {
        assert_eq!(read(name, lines, RowOptions::default()), rows, "{name}");
    }
    let rows = titles(&["1:2 #1 \"A\"", "1:18 #2 \"B\""]);
    let array = "[{\"title\": \"A\"}, {\"title\": \"B\"}]";
    for name in ["t.json", "t.txt"] {
        assert_eq!(read(name, array, RowOptions::default()), rows, "{name}");
    }
    assert_eq!(
        read("t", "title\nA\n", RowOptions::default()),
        titles(&["2:1 #1 \"A\""])
    );
    let utf16: Vec<u8> = "\u{feff}title;status\r\nÄ;\r\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(
        read("t.csv", utf16, RowOptions::default()),
        titles(&["2:1 #1 \"Ä\""])
    );
}

#[test]
fn columns_are_mapped_and_ignored() {
    let options = |mappings: &[&str]| RowOptions {
        mappings: mappings
            .iter()
            .map(|mapping| mapping.parse().unwrap())
            .collect(),
        zone: Some("UTC".parse().unwrap()),
        ..RowOptions::default()
    };
    let text = "What = why,Due,Notes\nA,2026-12-24,x\n";
    let rows = read(
        "t.csv",
        text,
        options(&["What = why=title", "Due=dueDate", "Notes="]),
    );
    assert_eq!(rows, titles(&["2:1 #1 \"A\""]));
    let rows = read(
        "t.csv",
        text,
        options(&["What = why=titel", "Due=dueDate", "Other=status"]),
    );
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(rows.join("\n"));
    });
}

/// The content of a row does not depend on how it is written.
#[test]
fn equal_tasks_are_equal_rows() {
    let content = |name: &str, text: &str| {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(name);
        fs::write(&path, text).unwrap();
        let source = RowSource::open(path.to_str().unwrap(), RowOptions::default()).unwrap();
        let rows: Vec<ContentHash> = source
            .rows()
            .unwrap()
            .map(|row| row.unwrap().content)
            .collect();
        rows
    };
    let csv = content("t.csv", "title,dueDate\nA,2026-12-24T17:00:00+01:00\nA,\n");
    let jsonl = content(
        "t.jsonl",
        indoc! {r#"
            {"dueDate": "2026-12-24T16:00:00Z", "title": "A"}
            {"title":"A"}
        "#},
    );
    assert_eq!(csv, jsonl);
    assert_ne!(csv[0], csv[1]);
    let null = content("t.jsonl", "{\"title\": \"A\", \"dueDate\": null}\n");
    assert_ne!(csv[1], null[0]);
}
