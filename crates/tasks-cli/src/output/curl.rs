use tasks_client::{
    generated::document::{VERSION, operations::CREATE_PROTOTYPE_TASK},
    types::NewPrototypeTask,
};

/// The request that creates a task, as a command for a POSIX shell. The shell, not this program, puts the token in.
pub(crate) fn curl(base_url: &str, task: &NewPrototypeTask) -> anyhow::Result<String> {
    let operation = CREATE_PROTOTYPE_TASK;
    let url = quoted(&format!("{base_url}{}", operation.path));
    let headers = [
        "Content-Type: application/json",
        "Accept: application/json",
        &format!("X-Version: {VERSION}"),
    ];
    let headers: String = headers
        .iter()
        .map(|header| format!("  --header {} \\\n", quoted(header)))
        .collect();
    let body = quoted(&serde_json::to_string_pretty(task)?);
    Ok(format!(
        "curl --request {} {url} \\\n  --header \"Authorization: Bearer $TASKS_TOKEN\" \\\n{headers}  --data-raw {body}",
        operation.method
    ))
}

/// One word for a POSIX shell (IEEE Std 1003.1, Shell Command Language, 2.2.2): between single quotes everything but a
/// single quote stands for itself.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
