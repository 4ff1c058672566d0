use crate::generated::types::{self, NewPrototypeTask};

/// A task that can be created: [`NewPrototypeTask`], or its builder.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a task",
    label = "expected a `NewPrototypeTask` or its builder",
    note = "build one with `NewPrototypeTask::builder().title(…)`"
)]
pub trait IntoTask {
    /// The task.
    ///
    /// # Errors
    /// The builder is incomplete, or one of its values is invalid.
    fn into_task(self) -> Result<NewPrototypeTask, String>;
}

impl IntoTask for NewPrototypeTask {
    fn into_task(self) -> Result<NewPrototypeTask, String> {
        Ok(self)
    }
}

impl IntoTask for types::builder::NewPrototypeTask {
    fn into_task(self) -> Result<NewPrototypeTask, String> {
        self.try_into()
            .map_err(|error: types::error::ConversionError| error.to_string())
    }
}
