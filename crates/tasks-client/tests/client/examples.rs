//! Every published example round-trips through the generated types.

use std::{error::Error, fs, path::Path};

use chrono::DateTime;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use tasks_client::generated::types::{
    ApprovalAction, ErrorResponse, NewPrototypeTask, PrototypeTask, TaskStatus, TaskUserType,
};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// The examples as the vendor published them, by file name.
fn published() -> Result<Vec<(String, Value)>> {
    let mut examples = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../openapi/examples"))?
    {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        examples.push((
            name,
            serde_json::from_str(&fs::read_to_string(entry.path())?)?,
        ));
    }
    Ok(examples)
}

fn through<T: Serialize + DeserializeOwned>(value: &Value) -> Result<Value> {
    Ok(serde_json::to_value(serde_json::from_value::<T>(
        value.clone(),
    )?)?)
}

/// Equal, where two date-times are equal as instants.
fn is_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter()
                    .all(|(key, a)| b.get(key).is_some_and(|b| is_same(a, b)))
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b))
        }
        (Value::String(text), Value::String(other)) if text != other => {
            let instant = |text: &str| DateTime::parse_from_rfc3339(text).ok();
            instant(text).is_some() && instant(text) == instant(other)
        }
        _ => a == b,
    }
}

#[test]
fn every_published_example_survives_a_round_trip() -> Result {
    let examples = published()?;
    assert_eq!(examples.len(), 10, "a request, a 201 and eight errors");
    for (name, value) in &examples {
        let back = match name.as_str() {
            "createPrototypeTask.request.json" => through::<NewPrototypeTask>(value)?,
            "createPrototypeTask.201.json" => through::<PrototypeTask>(value)?,
            _ => through::<ErrorResponse>(value)?,
        };
        assert!(is_same(value, &back), "{name}\n  was {value}\n  is  {back}");
    }
    Ok(())
}

#[test]
fn documented_values_and_properties_are_variants_and_fields() -> Result {
    for (name, value) in published()? {
        match name.as_str() {
            "createPrototypeTask.request.json" => {
                let task: NewPrototypeTask = serde_json::from_value(value)?;
                assert_eq!(task.status, Some(TaskStatus::Completed));
                assert!(task.due_date.is_null());
            }
            "createPrototypeTask.201.json" => {
                let task: PrototypeTask = serde_json::from_value(value)?;
                assert_eq!(task.status, Some(TaskStatus::Created));
                assert!(
                    task.extra.is_empty()
                        && task.created.is_some_and(|created| created.extra.is_empty())
                );
            }
            _ => {
                let error: ErrorResponse = serde_json::from_value(value)?;
                assert!(
                    error.code.is_some() && error.message.is_some() && error.extra.is_empty(),
                    "{name}"
                );
            }
        }
    }
    Ok(())
}

#[test]
fn unknown_values_and_fields_of_a_201_survive_a_round_trip() -> Result {
    let body = json!({
        "status": "Parked",
        "assignees": [{"id": "a", "type": "GROUP", "name": "Finance"}],
        "approvalSteps": [{
            "completionMode": "MAJORITY",
            "responses": [{"action": "ABSTAIN", "created": {"dateTime": "2030-01-01T00:00:00Z", "via": "mail"}}],
        }],
        "location": {"resource": "r", "section": {"deep": [1, null]}},
        "labels": ["x"],
    });
    let task: PrototypeTask = serde_json::from_value(body.clone())?;
    assert_eq!(task.status, Some(TaskStatus::Other("Parked".to_owned())));
    let user = task
        .assignees
        .iter()
        .flatten()
        .next()
        .and_then(|user| user.type_.clone());
    assert_eq!(user, Some(TaskUserType::Other("GROUP".to_owned())));
    assert_eq!(
        "ABSTAIN".parse(),
        Ok(ApprovalAction::Other("ABSTAIN".to_owned()))
    );
    assert_eq!(serde_json::to_value(task)?, body);
    Ok(())
}

#[test]
fn decodes_null_in_a_201_as_absent() -> Result {
    let surface = serde_json::to_value(PrototypeTask::default())?;
    assert_eq!(surface, json!({}));
    let names = [
        "approvalSteps",
        "assignees",
        "completed",
        "created",
        "description",
        "dueAt",
        "dueDate",
        "id",
        "location",
        "modified",
        "notificationsDisabled",
        "owner",
        "sourceUrl",
        "status",
        "title",
    ];
    for name in names {
        let task: PrototypeTask = serde_json::from_value(json!({ name: null }))?;
        assert_eq!(task, PrototypeTask::default(), "{name}");
    }
    Ok(())
}

#[tokio::test]
async fn sends_the_published_request() -> Result {
    let server = mock_server::MockServer::start(tasks_client::DOCUMENT)?;
    let client = tasks_client::Client::builder()
        .base_url(server.url())
        .token("token")
        .build()?;
    let examples = published()?;
    let (_, request) = examples
        .iter()
        .find(|(name, _)| name == "createPrototypeTask.request.json")
        .ok_or("no example")?;
    let task: NewPrototypeTask = serde_json::from_value(request.clone())?;
    client.create(task).await?;
    let received = server.received();
    let sent = received
        .first()
        .and_then(mock_server::Received::json)
        .ok_or("nothing received")?;
    assert!(is_same(request, &sent), "was {request}\nis  {sent}");
    assert_eq!(received[0].header("x-version"), Some("2022-01-01"));
    assert_eq!(received[0].header("api-version"), None);
    Ok(())
}
