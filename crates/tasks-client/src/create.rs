use client_runtime::{Call, Core, Facts, Notices, Operation, Response, Sent, Unknowns};

use crate::{
    api_version::ApiVersion,
    created::Created,
    echo,
    generated::{
        operations::{CreatePrototypeTask, CreateTask},
        types::{NewPrototypeTask, PrototypeTask},
        wire,
    },
};

/// A call that creates one task: change its options, then `await` it.
pub type Create = Call<Creation>;

/// The operation that creates one task, by the endpoint of an API version.
#[derive(Clone, Debug)]
pub struct Creation(Endpoint);

/// One call uses one endpoint, whatever it returns.
#[derive(Clone, Debug)]
enum Endpoint {
    Prototype(CreatePrototypeTask),
    Successor(CreateTask),
}

impl Creation {
    fn new(version: ApiVersion, task: NewPrototypeTask) -> Self {
        Self(match version {
            ApiVersion::V2022_01_01 => Endpoint::Prototype(CreatePrototypeTask::new(task)),
            ApiVersion::V2026_01_01 => Endpoint::Successor(CreateTask::new(task)),
        })
    }

    fn task(&self) -> &NewPrototypeTask {
        match &self.0 {
            Endpoint::Prototype(create) => &create.body,
            Endpoint::Successor(create) => &create.body,
        }
    }
}

/// The task of a call that failed.
pub trait ReturnTask {
    /// The task, to be sent again: only if the effect is
    /// [`NotApplied`](client_runtime::Effect::NotApplied).
    fn into_task(self) -> Option<NewPrototypeTask>;
}

impl ReturnTask for client_runtime::Error {
    fn into_task(self) -> Option<NewPrototypeTask> {
        let operation = self.into_operation::<Creation>()?;
        Some(match operation.0 {
            Endpoint::Prototype(create) => create.body,
            Endpoint::Successor(create) => create.body,
        })
    }
}

/// The call of a client, or one that fails because its task could not be built.
pub(crate) fn call(core: &Core, task: Result<NewPrototypeTask, String>) -> Create {
    let version = version(core);
    let operation = task.map(|task| Creation::new(version, task));
    Call::of(core, version.facts(), operation)
}

/// The API version of a client.
pub(crate) fn version(core: &Core) -> ApiVersion {
    core.extension().copied().unwrap_or_default()
}

impl Operation for Creation {
    type Output = PrototypeTask;
    type Response = Created;
    type Wire = wire::Client;

    fn facts(&self) -> &'static Facts {
        match &self.0 {
            Endpoint::Prototype(create) => create.facts(),
            Endpoint::Successor(create) => create.facts(),
        }
    }

    async fn attempt(&self, wire: &wire::Client) -> Sent<PrototypeTask> {
        match &self.0 {
            Endpoint::Prototype(create) => create.attempt(wire).await,
            Endpoint::Successor(create) => create.attempt(wire).await,
        }
    }

    fn response(&self, response: Response<PrototypeTask>, notices: &Notices) -> Created {
        let not_returned = echo::not_returned(self.task(), response.value());
        echo::report(&not_returned, notices);
        Created {
            response,
            not_returned,
        }
    }

    fn validate(&self) -> Result<(), String> {
        if self.task().title.trim().is_empty() {
            return Err("the title is blank".to_owned());
        }
        Ok(())
    }

    fn is_foreign(&self, body: &[u8], output: Option<&PrototypeTask>) -> bool {
        let sent = &self.task().title;
        match output {
            Some(task) => task
                .title
                .as_ref()
                .is_some_and(|title| !is_echo(sent, title)),
            None => client_runtime::generated::text_member(body, "title")
                .is_some_and(|title| !is_echo(sent, &title)),
        }
    }

    fn explain(&self, body: &[u8]) -> Option<String> {
        match &self.0 {
            Endpoint::Prototype(create) => create.explain(body),
            Endpoint::Successor(create) => create.explain(body),
        }
    }

    fn unknowns(task: &PrototypeTask, unknowns: &mut Unknowns) {
        CreateTask::unknowns(task, unknowns);
    }

    fn migration(&self) -> Option<&'static str> {
        match &self.0 {
            Endpoint::Prototype(_) => Some(".api_version(ApiVersion::V2026_01_01)"),
            Endpoint::Successor(_) => None,
        }
    }
}

/// Whether the service may have derived a title from another one: it may trim, truncate and
/// recapitalize it.
fn is_echo(sent: &str, received: &str) -> bool {
    if sent == received {
        return true;
    }
    let folded = |title: &str| -> String {
        let visible = title.chars().filter(|char| !char.is_whitespace());
        visible
            .flat_map(char::to_uppercase)
            .flat_map(char::to_lowercase)
            .collect()
    };
    let (sent, received) = (folded(sent), folded(received));
    sent.starts_with(&received) || received.starts_with(&sent)
}
