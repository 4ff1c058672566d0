use serde::de::DeserializeOwned;

/// The location and the reason why a body is not a `T`, such as `approvalSteps[0].dueDate: input
/// contains invalid characters`; none if it is one. The parser quotes what it found, so the text
/// may contain a secret.
pub fn explain<T: DeserializeOwned>(body: &[u8]) -> Option<String> {
    let parser = &mut serde_json::Deserializer::from_slice(body);
    match serde_path_to_error::deserialize::<_, T>(&mut *parser) {
        Err(error) if error.path().iter().len() == 0 => Some(error.inner().to_string()),
        Err(error) => Some(error.to_string()),
        Ok(_) => Some(parser.end().err()?.to_string()),
    }
}
