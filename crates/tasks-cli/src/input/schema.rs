use std::sync::OnceLock;

use oas::{Direction, Document, Json, Node, Pointer, Validator, Validators};
use serde_json::Value;
use tasks_client::generated::document::operations::CREATE_PROTOTYPE_TASK;

/// Schema of the body of a request, from the embedded document.
pub(crate) struct TaskSchema {
    document: Document,
    pointer: Pointer,
    validator: Validator,
}

pub(crate) struct SchemaViolation {
    pub(crate) instance: Pointer,
    pub(crate) message: String,
}

/// Type of a value, as far as a cell of a table depends on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) kind: Kind,
    pub(crate) is_nullable: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    DateTime,
    Boolean,
    Number,
    List(Box<Shape>),
    Object(Vec<String>),
}

impl TaskSchema {
    /// Returns the schema, which is compiled once.
    pub(crate) fn get() -> anyhow::Result<&'static Self> {
        static SCHEMA: OnceLock<Result<TaskSchema, String>> = OnceLock::new();
        let schema = SCHEMA.get_or_init(|| Self::read().map_err(|error| format!("{error:#}")));
        schema.as_ref().map_err(|error| anyhow::anyhow!("{error}"))
    }

    fn read() -> anyhow::Result<Self> {
        let document = Document::parse("the embedded document", tasks_client::DOCUMENT)?;
        let pointer = document
            .operations()
            .find(|operation| operation.path() == CREATE_PROTOTYPE_TASK.path)
            .and_then(|operation| operation.node().get("requestBody"))
            .and_then(|body| document.resolve(body))
            .and_then(|body| body.get("content")?.get("application/json")?.get("schema"))
            .map(|schema| schema.pointer);
        let pointer = pointer
            .ok_or_else(|| anyhow::anyhow!("the embedded document has no schema of a request"))?;
        let validator = Validators::new(&document).compile(&pointer, Direction::Request)?;
        Ok(Self {
            document,
            pointer,
            validator,
        })
    }

    pub(crate) fn violations(&self, value: &Value) -> Vec<SchemaViolation> {
        let violations = self.validator.violations(&Json::from(value)).into_iter();
        let violations = violations.map(|violation| SchemaViolation {
            instance: violation.instance,
            message: violation.message,
        });
        violations.collect()
    }

    /// The shape of a task.
    pub(crate) fn root(&self) -> Option<Shape> {
        self.document
            .node(&self.pointer)
            .map(|node| self.shape(node))
    }

    /// The shape of the value at a path of property names; a list is represented by its items.
    pub(crate) fn at(&self, path: &[&str]) -> Option<Shape> {
        let mut node = self.document.node(&self.pointer)?;
        for name in path {
            node = self.items(node);
            node = self.all_of(node, |part| part.get("properties")?.get(name))?;
        }
        Some(self.shape(node))
    }

    fn items<'d>(&'d self, node: Node<'d>) -> Node<'d> {
        match self.all_of(node.clone(), |part| part.get("items")) {
            Some(items) => self.items(items),
            None => node,
        }
    }

    fn shape(&self, node: Node<'_>) -> Shape {
        let text =
            |key: &'static str| self.all_of(node.clone(), |part| part.str(key).map(str::to_owned));
        let properties = || {
            let parts = self.document.all_of(node.clone());
            let names = parts.flat_map(|part| part.members_of("properties").collect::<Vec<_>>());
            names.map(|(name, _)| name.to_owned()).collect()
        };
        let kind = match text("type").as_deref() {
            Some("boolean") => Kind::Boolean,
            Some("integer" | "number") => Kind::Number,
            Some("array") => {
                let items = self.all_of(node.clone(), |part| part.get("items"));
                let item = items.map(|items| self.shape(items));
                Kind::List(Box::new(item.unwrap_or(Shape {
                    kind: Kind::Text,
                    is_nullable: false,
                })))
            }
            Some("object") => Kind::Object(properties()),
            _ if text("format").as_deref() == Some("date-time") => Kind::DateTime,
            _ => Kind::Text,
        };
        let is_nullable = self.all_of(node.clone(), |part| part.is_true("nullable").then_some(()));
        Shape {
            kind,
            is_nullable: is_nullable.is_some(),
        }
    }

    /// The first result over a schema and the members of its `allOf`.
    fn all_of<'d, T>(&'d self, node: Node<'d>, find: impl Fn(Node<'d>) -> Option<T>) -> Option<T> {
        self.document.all_of(node).find_map(find)
    }
}
