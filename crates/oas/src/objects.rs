use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::Value;

use crate::vocabulary::{Kind, Shape};
use crate::{Direction, Document, Node, Pointer};

/// An object of a document with its kind, by its location.
#[derive(Debug, Clone)]
pub(crate) struct Object<'d> {
    pub(crate) kind: Kind,
    pub(crate) node: Node<'d>,
    /// Direction of its values; `None` for schemas among the components, which may be used in
    /// both.
    pub(crate) direction: Option<Direction>,
}

impl<'d> Object<'d> {
    /// Whether it is a reference.
    pub(crate) fn is_reference(&self) -> bool {
        self.kind.can_be_reference() && self.node.reference().is_some()
    }

    /// The variant, where objects of the kind have different fields: the `type` of a security
    /// scheme, the name of a flow.
    pub(crate) fn variant(&self) -> Option<Cow<'d, str>> {
        match self.kind {
            Kind::SecurityScheme => self.node.str("type").map(Cow::Borrowed),
            Kind::OAuthFlow => Some(Cow::Owned(self.node.pointer.last()?.into_owned())),
            _ => None,
        }
    }
}

/// Every object of a document at its own location, in the order of the text. The objects of other
/// files that references name follow those of the entry, each once.
///
/// Values of another type than an object are skipped.
pub(crate) fn objects(document: &Document) -> Vec<Object<'_>> {
    let root = State {
        kind: Kind::Document,
        node: document.root_node(),
        direction: None,
        reversed: false,
    };
    let mut found = Vec::new();
    let mut linked = vec![root];
    // The objects of other files, which may have several references.
    let mut seen = HashSet::new();
    let mut next = 0;
    while let Some(state) = linked.get(next).cloned() {
        walk(
            document,
            state,
            next > 0,
            &mut seen,
            &mut linked,
            &mut found,
        );
        next += 1;
    }
    found
}

/// Walks an object and everything below it, and adds the targets in other files to `linked`.
fn walk<'d>(
    document: &'d Document,
    from: State<'d>,
    is_part: bool,
    seen: &mut HashSet<(Kind, *const Value)>,
    linked: &mut Vec<State<'d>>,
    found: &mut Vec<Object<'d>>,
) {
    let mut open = vec![from];
    while let Some(state) = open.pop() {
        if !state.node.value.is_object() {
            continue;
        }
        if is_part && !seen.insert((state.kind, std::ptr::from_ref(state.node.value))) {
            continue;
        }
        linked.extend(state.targets(document));
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
}

#[derive(Clone)]
struct State<'d> {
    kind: Kind,
    node: Node<'d>,
    direction: Option<Direction>,
    /// Whether it is in a callback, where the server sends requests.
    reversed: bool,
}

impl<'d> State<'d> {
    /// The targets of references to other files: of a reference object, or of the mapping of a
    /// discriminator.
    fn targets(&self, document: &'d Document) -> Vec<State<'d>> {
        let (kind, references) = match self.kind {
            Kind::Discriminator => {
                let mapping = self.node.members_of("mapping");
                let targets = mapping.filter_map(|(_, target)| target.value.as_str());
                (Kind::Schema, targets.collect())
            }
            kind if kind.can_be_reference() || kind == Kind::PathItem => {
                (kind, self.node.reference().into_iter().collect())
            }
            _ => return Vec::new(),
        };
        let references: Vec<&str> = references;
        let targets = references.into_iter().filter_map(|reference| {
            let pointer = Pointer::from_reference(reference)?;
            pointer.in_parts()?;
            Some(State {
                kind,
                node: document.node(&pointer)?,
                // As among the components, values may travel both ways.
                direction: self.direction.filter(|_| kind != Kind::Schema),
                reversed: self.reversed,
            })
        });
        targets.collect()
    }

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
