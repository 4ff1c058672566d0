use crate::generated::types::{TaskUser, TaskUserType};

impl TaskUser {
    /// A user of the platform, by id.
    pub fn user(id: impl Into<String>) -> Self {
        Self {
            id: Some(id.into()),
            type_: Some(TaskUserType::User),
        }
    }
}
