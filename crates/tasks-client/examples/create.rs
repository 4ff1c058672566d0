//! Creates a task, with the client credentials of the environment (`TASKS_CLIENT_ID`,
//! `TASKS_CLIENT_SECRET`).

#![expect(clippy::print_stdout, reason = "an example prints")]

use tasks_client::{Client, types::NewPrototypeTask};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::from_env()?;
    let task = NewPrototypeTask::builder().title("Please complete the quarterly report");
    let created = client.create(task).await?;
    println!("{}", created.id().unwrap_or("(no id)"));
    Ok(())
}
