use std::fmt;

use client_runtime::generated::serde::{Serialize, Serializer, ser::SerializeStruct};

use client_runtime::{Attempt, HeaderMap, Lifecycle, Response, StatusCode};

use crate::generated::types::PrototypeTask;

/// A created task: the task as the service returned it, its response, and the attempts that led to
/// it.
///
/// `Debug` shows the id and no other property: the address of a task may carry a token.
#[derive(Clone)]
pub struct Created {
    pub(crate) response: Response<PrototypeTask>,
    pub(crate) not_returned: Vec<String>,
}

impl Created {
    /// The id of the task. A response without it is still a created task.
    pub fn id(&self) -> Option<&str> {
        self.task().id.as_deref()
    }

    /// The task as the service returned it.
    pub fn task(&self) -> &PrototypeTask {
        self.response.value()
    }

    /// The task alone.
    pub fn into_task(self) -> PrototypeTask {
        self.response.into_value()
    }

    /// The properties that were sent and not returned with an equal value, by name, such as
    /// `dueDate` or `approvalSteps[0].dueDate`. The service may have dropped them.
    pub fn not_returned(&self) -> &[String] {
        &self.not_returned
    }

    /// The attempts that were made; the last one created the task.
    pub fn attempts(&self) -> &[Attempt] {
        self.response.attempts()
    }

    /// Whether an earlier attempt may have created a task as well. By default a call never sends
    /// again after such an attempt;
    /// only [`RetryPolicy::at_least_once`](crate::RetryPolicy::at_least_once) does.
    pub fn may_be_duplicate(&self) -> bool {
        self.response.may_be_duplicate()
    }

    /// The status of the response: 201.
    pub fn http_status(&self) -> StatusCode {
        self.response.http_status()
    }

    /// The headers of the response.
    pub fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }

    /// The body of the response as it was received.
    pub fn body(&self) -> &[u8] {
        self.response.body()
    }

    /// The id that the service or its gateway gave the request.
    pub fn request_id(&self) -> Option<&str> {
        self.response.request_id()
    }

    /// The lifecycle of the endpoint that the response announced.
    pub fn lifecycle(&self) -> Option<Lifecycle> {
        self.response.lifecycle()
    }
}

impl fmt::Debug for Created {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Created")
            .field("id", &self.id())
            .field("http_status", &self.http_status())
            .field("attempts", &self.attempts())
            .finish_non_exhaustive()
    }
}

/// Serializes an object with the members `id`, `task`, `http_status`, `request_id`, `attempts`,
/// `may_be_duplicate` and `not_returned`.
impl Serialize for Created {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Created", 7)?;
        object.serialize_field("id", &self.id())?;
        object.serialize_field("task", self.task())?;
        object.serialize_field("http_status", &self.http_status().as_u16())?;
        object.serialize_field("request_id", &self.request_id())?;
        object.serialize_field("attempts", self.attempts())?;
        object.serialize_field("may_be_duplicate", &self.may_be_duplicate())?;
        object.serialize_field("not_returned", self.not_returned())?;
        object.end()
    }
}
