use serde_json::Value;

use crate::vocabulary::{Kind, Shape};
use crate::{Direction, Document, Node};

/// An object of a document, and what it is by the place where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Object<'d> {
    pub(crate) kind: Kind,
    pub(crate) node: Node<'d>,
    /// Which way values travel here; `None` where both may be: schemas among the components.
    pub(crate) direction: Option<Direction>,
}

impl<'d> Object<'d> {
    /// Whether it is a reference that stands for such an object.
    pub(crate) fn is_reference(&self) -> bool {
        self.kind.can_be_reference() && self.node.reference().is_some()
    }
}

/// Every object of a document, in the order of the text, each where it is written: references are not followed.
///
/// What stands where an object should and is none, is not among them.
pub(crate) fn objects(document: &Document) -> Vec<Object<'_>> {
    let root = State {
        kind: Kind::Document,
        node: document.root_node(),
        direction: None,
        reversed: false,
    };
    let mut open = vec![root];
    let mut found = Vec::new();
    while let Some(state) = open.pop() {
        if !state.node.value.is_object() {
            continue;
        }
        let object = Object {
            kind: state.kind,
            node: state.node.clone(),
            direction: state.direction,
        };
        if !object.is_reference() {
            let begin = open.len();
            for (key, value) in state.node.value.as_object().into_iter().flatten() {
                let shape = state.kind.shape(key);
                if let Some(shape) = shape.filter(|shape| shape.holds_objects()) {
                    let pointer = state.node.pointer.join(key);
                    state.open_below(key, Node { pointer, value }, shape, &mut open);
                }
            }
            open[begin..].reverse();
        }
        found.push(object);
    }
    found
}

struct State<'d> {
    kind: Kind,
    node: Node<'d>,
    direction: Option<Direction>,
    /// Within a callback, where the server is who sends requests.
    reversed: bool,
}

impl<'d> State<'d> {
    fn open_below(&self, key: &str, node: Node<'d>, shape: Shape, open: &mut Vec<State<'d>>) {
        let direction = match (self.kind, key) {
            (
                Kind::PathItem | Kind::Operation | Kind::Components,
                "parameters" | "requestBody" | "requestBodies",
            ) => Some(self.turned(Direction::Request)),
            (Kind::Operation | Kind::Components, "responses") => {
                Some(self.turned(Direction::Response))
            }
            (Kind::Components, "headers") => Some(self.turned(Direction::Response)),
            _ => self.direction,
        };
        let reversed = self.reversed || key == "callbacks";
        let state = |kind, node| State {
            kind,
            node,
            direction,
            reversed,
        };
        match shape {
            Shape::One(kind) => open.push(state(kind, node)),
            Shape::Many(kind) => open.extend(node.items().map(|node| state(kind, node))),
            Shape::Map(kind) => open.extend(node.members().map(|(_, node)| state(kind, node))),
            Shape::SchemaOrFlag if matches!(node.value, Value::Object(_)) => {
                open.push(state(Kind::Schema, node))
            }
            _ => {}
        }
    }

    fn turned(&self, direction: Direction) -> Direction {
        match (direction, self.reversed) {
            (Direction::Request, true) => Direction::Response,
            (Direction::Response, true) => Direction::Request,
            (direction, false) => direction,
        }
    }
}
