use std::collections::HashSet;
use std::rc::Rc;

use super::walker::Walk;
use crate::Node;
use crate::diff::difference::Fact;
use crate::diff::occurrence::{Context, Exclusion, Occurrence};
use crate::diff::pair::Pair;
use crate::diff::schema::{Comparison, PairId};
use crate::diff::site::{Part, Site, Step};
use crate::validator::Direction;

/// A pair of schemas that was reached, and from where.
struct Reached {
    pair: PairId,
    from: Option<(usize, Step)>,
    exclusion: Option<Exclusion>,
    context: Context,
}

/// Compares two schemas and everything below them.
pub(super) fn schema<'d>(walk: &mut Walk<'d>, nodes: &Pair<Node<'d>>, site: &Site, plain: bool) {
    if walk.is_unchanged(nodes) {
        return;
    }
    let root = walk.linked(nodes, plain);
    let context = Context {
        required: walk.required,
        parameter: matches!(site.part, Part::Parameter { .. }),
        xml: site.media_type().is_some_and(|name| name.contains("xml")),
        negated: false,
    };
    let key = (root, site.direction, context, walk.unstable);
    // The changes below two schemas are the same wherever they occur.
    let found = match walk.reached.get(&key) {
        Some(found) => Rc::clone(found),
        None => {
            let found = Rc::new(reach(walk, root, context, nodes, site));
            walk.reached.insert(key, Rc::clone(&found));
            found
        }
    };
    for index in found.iter() {
        walk.collected[*index].used_by(site.operation.as_ref());
    }
}

/// Compares two schemas and everything below them. Returns the indices of the changes.
fn reach<'d>(
    walk: &mut Walk<'d>,
    root: PairId,
    context: Context,
    nodes: &Pair<Node<'d>>,
    site: &Site,
) -> Vec<usize> {
    let mut found = Vec::new();
    let mut reached = vec![Reached {
        pair: root,
        from: None,
        exclusion: None,
        context,
    }];
    let mut visited = HashSet::from([(root, false, None)]);
    let mut next = 0;
    // Breadth first, so that a schema that is reached on several ways is reported by the shortest.
    while next < reached.len() {
        let index = next;
        next += 1;
        let Reached {
            pair,
            exclusion,
            context,
            ..
        } = reached[index];
        let Some(comparison) = walk.schemas.comparison(walk.trees.as_ref(), pair) else {
            continue;
        };
        walk.compared(pair, &comparison);
        let is_property = matches!(reached[index].from, Some((_, Step::Property(_))));
        // A draft or `readOnly` property excludes the changes in it, but not a change of that fact
        // itself.
        let outer = exclusion_of(walk, None, is_property, site.direction);
        let inner = exclusion_of(walk, Some(&comparison), is_property, site.direction);
        let occurrence = |exclusion, context| {
            let mut site = site.clone();
            site.steps.extend(steps(&reached, index));
            Occurrence {
                site,
                exclusion,
                context,
                roots: Some((nodes.base.pointer.clone(), nodes.revision.pointer.clone())),
            }
        };
        let exclusions = [exclusion.or(outer), exclusion.or(inner)];
        let at = (&reached[index], site.direction);
        found.extend(collect(walk, at, &comparison, exclusions, occurrence));
        for below in &comparison.below {
            let exclusion = exclusion.or(inner);
            let negated = context.negated != (below.step == Step::Not);
            let is_clean = walk.clean.contains(&below.pair);
            if is_clean || !visited.insert((below.pair, negated, exclusion)) {
                continue;
            }
            reached.push(Reached {
                pair: below.pair,
                from: Some((index, below.step.clone())),
                exclusion,
                context: Context {
                    negated,
                    required: below.required,
                    ..context
                },
            });
        }
    }
    if found.is_empty() {
        walk.clean
            .extend(visited.into_iter().map(|(pair, ..)| pair));
    }
    found
}

/// Collects the changes of a pair that was reached in a direction. Returns their indices.
/// `exclusions` are those of a change of what excludes others, and of any other change.
fn collect(
    walk: &mut Walk<'_>,
    (reached, direction): (&Reached, Option<Direction>),
    comparison: &Comparison<'_>,
    exclusions: [Option<Exclusion>; 2],
    occurrence: impl Fn(Option<Exclusion>, Context) -> Occurrence,
) -> Vec<usize> {
    let mut found = Vec::new();
    let context = Context {
        parameter: reached.context.parameter && reached.from.is_none(),
        ..reached.context
    };
    for (number, difference) in comparison.differences.iter().enumerate() {
        let [outer, inner] = exclusions;
        let exclusion = if is_about_itself(&difference.fact) {
            outer
        } else {
            inner
        };
        let key = (reached.pair, number, direction);
        let known = walk.known_differences.get(&key).copied();
        let known = known.unwrap_or_else(|| walk.collect(difference, direction));
        walk.known_differences.insert(key, known);
        found.push(known);
        let is_like = |one: &Occurrence| one.exclusion == exclusion && one.context == context;
        walk.collected[known].occurs(is_like, || occurrence(exclusion, context));
    }
    found
}

/// The reason why a change in a schema cannot break a client.
fn exclusion_of(
    walk: &Walk<'_>,
    comparison: Option<&Comparison<'_>>,
    is_property: bool,
    direction: Option<Direction>,
) -> Option<Exclusion> {
    let has = |what: fn(&Comparison<'_>) -> bool| comparison.is_some_and(what);
    if walk.unstable || has(|one| one.unstable) {
        return Some(Exclusion::Unstable);
    }
    let read_only = |one: &Comparison<'_>| one.read_only.base || one.read_only.revision;
    let write_only = |one: &Comparison<'_>| one.write_only.base || one.write_only.revision;
    match direction {
        None => Some(Exclusion::Unused),
        Some(Direction::Request) if is_property && has(read_only) => Some(Exclusion::ReadOnly),
        Some(Direction::Response) if is_property && has(write_only) => Some(Exclusion::WriteOnly),
        Some(_) => None,
    }
}

/// Whether a change is one of the facts that exclude other changes.
fn is_about_itself(fact: &Fact) -> bool {
    matches!(fact, Fact::Stability | Fact::ReadOnly | Fact::WriteOnly)
}

fn steps(reached: &[Reached], index: usize) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut at = index;
    while let Some((from, step)) = &reached[at].from {
        steps.push(step.clone());
        at = *from;
    }
    steps.reverse();
    steps
}
