use serde_json::{Map, Value};

/// Maximum number of schemas that apply to one value, counted along every path to them.
const MAX_WEIGHT: u64 = 5_000;

/// Cuts references, so that validating a value against any of the schemas ends in bounded time.
///
/// References in a cycle through `allOf`, `anyOf`, `oneOf` and `not` alone never resolve to a
/// schema; and where each of many schemas refers to the next one in two branches, the number of
/// paths doubles with each. A reference that is cut accepts everything. Hand-written schemas do not
/// come near the limit; a rule reports cycles.
pub(crate) fn limit(schemas: &mut Map<String, Value>) {
    let edges = |schema: &Value| {
        let mut targets = Vec::new();
        visit(schema, &mut |reference| targets.push(reference));
        targets
    };
    let mut nodes: Vec<Node> = schemas
        .values()
        .map(|schema| Node::new(edges(schema)))
        .collect();
    for root in 0..nodes.len() {
        weigh(root, &mut nodes);
    }
    for (node, schema) in nodes
        .iter()
        .zip(schemas.values_mut())
        .filter(|(node, _)| !node.cut.is_empty())
    {
        cut(schema, &node.cut);
    }
}

struct Node {
    /// The schemas that apply to a value at once, as often as they are referred to.
    targets: Vec<usize>,
    /// Number of targets that have been weighed.
    done: usize,
    state: State,
    weight: u64,
    cut: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Weighed,
}

impl Node {
    fn new(targets: Vec<usize>) -> Self {
        Self {
            targets,
            done: 0,
            state: State::New,
            weight: 1,
            cut: Vec::new(),
        }
    }
}

/// Weighs a schema and those that it refers to, depth-first, without recursion.
fn weigh(root: usize, nodes: &mut [Node]) {
    if nodes[root].state != State::New {
        return;
    }
    let mut open = vec![root];
    while let Some(&at) = open.last() {
        nodes[at].state = State::Open;
        let Some(&target) = nodes[at].targets.get(nodes[at].done) else {
            if nodes[at].weight > MAX_WEIGHT {
                nodes[at].cut = nodes[at].targets.clone();
                nodes[at].weight = 1;
            }
            nodes[at].state = State::Weighed;
            open.pop();
            continue;
        };
        match nodes.get(target).map(|target| target.state) {
            Some(State::New) => {
                open.push(target);
                continue;
            }
            Some(State::Weighed) => {
                nodes[at].weight = nodes[at].weight.saturating_add(nodes[target].weight)
            }
            Some(State::Open) => nodes[at].cut.push(target),
            None => {}
        }
        nodes[at].done += 1;
    }
}

/// The references by which further schemas apply to the same value.
fn visit(schema: &Value, found: &mut impl FnMut(usize)) {
    let Some(keywords) = schema.as_object() else {
        return;
    };
    if let Some(number) = number(keywords) {
        found(number);
    }
    for (keyword, below) in keywords {
        match (keyword.as_str(), below) {
            ("allOf" | "anyOf" | "oneOf", Value::Array(members)) => {
                members.iter().for_each(|member| visit(member, found))
            }
            ("not" | "then" | "else", below) => visit(below, found),
            _ => {}
        }
    }
}

fn cut(schema: &mut Value, targets: &[usize]) {
    let Some(keywords) = schema.as_object_mut() else {
        return;
    };
    if number(keywords).is_some_and(|number| targets.contains(&number)) {
        *schema = Value::Bool(true);
        return;
    }
    for (keyword, below) in keywords {
        match (keyword.as_str(), below) {
            ("allOf" | "anyOf" | "oneOf", Value::Array(members)) => {
                members.iter_mut().for_each(|member| cut(member, targets))
            }
            ("not" | "then" | "else", below) => cut(below, targets),
            _ => {}
        }
    }
}

fn number(keywords: &Map<String, Value>) -> Option<usize> {
    keywords
        .get("$ref")?
        .as_str()?
        .rsplit('/')
        .next()?
        .parse()
        .ok()
}
