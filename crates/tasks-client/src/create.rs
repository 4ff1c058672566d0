use client_runtime::{
    Call, Exchange, Facts, Notices, Operation, Response, Sent, Unknowns, Visit, Wire,
    generated::value,
};

use crate::{
    created::Created,
    generated::{
        self, document,
        types::{
            Action, ApprovalAction, CompletionMode, NewPrototypeTask, PrototypeApprovalResponse,
            PrototypeApprovalStep, PrototypeLocation, PrototypeTask, PrototypeTaskUser, TaskStatus,
            TaskUserType, User,
        },
    },
};

/// Creates one task.
#[derive(Clone, Debug)]
pub struct CreateTask {
    task: NewPrototypeTask,
}

/// A call that creates one task: change its options, then `await` it.
pub type Create = Call<CreateTask>;

impl CreateTask {
    pub(crate) fn new(task: NewPrototypeTask) -> Self {
        Self { task }
    }
}

pub(crate) const FACTS: Facts = {
    use client_runtime::{Class, Pinned, Scheme, SchemeKind, Success};
    let documented = document::operations::CREATE_PROTOTYPE_TASK;
    Facts::new(
        documented.id,
        documented.method,
        documented.path,
        Class::Unsafe,
    )
    .successes(&[Success::new(201, 201, &["application/json"])])
    .security(&[&[Scheme::new("oauth2", SchemeKind::Bearer, &["task:write"])]])
    .max_body_bytes(10_485_760)
    .pinned(&[Pinned::new("x-version", document::VERSION)])
    .id_property("id")
    .deprecated(documented.deprecated_on, documented.sunset)
};

impl Operation for CreateTask {
    type Output = PrototypeTask;
    type Reply = Created;
    type Wire = generated::Client;

    fn facts(&self) -> &'static Facts {
        &FACTS
    }

    async fn attempt(&self, wire: &generated::Client) -> Sent<PrototypeTask> {
        #[expect(
            deprecated,
            reason = "creating tasks by this endpoint is what the crate is for"
        )]
        let operation = wire.create_prototype_task();
        value(operation.body(self.task.clone()).send().await)
    }

    fn reply(&self, response: Response<PrototypeTask>, _: &Notices) -> Created {
        Created { response }
    }

    fn validate(&self) -> Result<(), String> {
        if self.task.title.trim().is_empty() {
            return Err("the title is blank".to_owned());
        }
        Ok(())
    }

    fn is_foreign(&self, body: &[u8]) -> bool {
        let title = client_runtime::generated::text_member(body, "title");
        title.is_some_and(|title| !is_echo(&self.task.title, &title))
    }

    fn explain(&self, body: &[u8]) -> Option<String> {
        client_runtime::generated::explain::<PrototypeTask>(body)
    }

    fn unknowns(task: &PrototypeTask, unknowns: &mut Unknowns) {
        task.visit(unknowns);
    }
}

/// Whether a title can be what the service made of another one: it may trim, truncate and recapitalise it.
fn is_echo(sent: &str, received: &str) -> bool {
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

impl Wire for generated::Client {
    fn new(base: &str, http: &reqwest::Client, exchange: Exchange) -> Self {
        Self::new_with_client(base, http.clone(), exchange)
    }

    fn exchange(&mut self) -> &mut Exchange {
        &mut self.inner
    }
}

impl progenitor_client::ClientHooks<Exchange> for generated::Client {
    async fn pre<E>(
        &self,
        request: &mut reqwest::Request,
        info: &progenitor_client::OperationInfo,
    ) -> Result<(), progenitor_client::Error<E>> {
        self.inner.pre(request, info.operation_id).await
    }

    async fn exec(
        &self,
        request: reqwest::Request,
        _: &progenitor_client::OperationInfo,
    ) -> reqwest::Result<reqwest::Response> {
        self.inner.exec(&self.client, request).await
    }
}

macro_rules! visit {
    ($($ty:ident { $($name:literal: $field:ident),* })*) => {
        $(impl Visit for $ty {
            fn visit(&self, unknowns: &mut Unknowns) {
                $(unknowns.property($name, &self.$field);)*
                unknowns.fields(self.extra.keys());
            }
        })*
    };
}

macro_rules! visit_enum {
    ($($ty:ident)*) => {
        $(impl Visit for $ty {
            fn visit(&self, unknowns: &mut Unknowns) {
                if let Self::Other(_) = self {
                    unknowns.value();
                }
            }
        })*
    };
}

visit! {
    PrototypeTask {
        "status": status, "assignees": assignees, "approvalSteps": approval_steps, "location": location,
        "created": created, "modified": modified, "completed": completed
    }
    PrototypeTaskUser { "type": type_ }
    PrototypeApprovalStep { "completionMode": completion_mode, "participants": participants, "responses": responses }
    PrototypeApprovalResponse { "action": action, "created": created }
    PrototypeLocation {}
    Action { "user": user }
    User {}
}
visit_enum! { TaskStatus TaskUserType CompletionMode ApprovalAction }
