use std::collections::HashSet;

use super::walker::Walk;
use crate::Node;
use crate::diff::change::Fact;
use crate::diff::occurrence::{Context, Exclusion, Occurrence};
use crate::diff::pair::Pair;
use crate::diff::schema::{Comparison, PairId};
use crate::diff::site::{Place, Site, Step};
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
    if walk.unchanged.includes(nodes) {
        return walk.cover(nodes.as_ref().map(Some));
    }
    walk.note_names(nodes);
    let root = walk.schemas.pair(nodes.clone(), plain);
    let mut reached = vec![Reached {
        pair: root,
        from: None,
        exclusion: None,
        context: Context {
            required: walk.required,
            parameter: matches!(site.place, Place::Parameter { .. }),
            xml: site.media_type().is_some_and(|name| name.contains("xml")),
            negated: false,
        },
    }];
    let mut visited = HashSet::new();
    let mut changed = false;
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
        if walk.clean.contains(&pair) || !visited.insert((pair, context.negated, exclusion)) {
            continue;
        }
        let Some(comparison) = walk.schemas.comparison(walk.trees.as_ref(), pair) else {
            continue;
        };
        let trees = walk.trees.as_mut().zip(comparison.compared.as_ref());
        for (tree, compared) in trees.each() {
            tree.compared(compared);
        }
        walk.renamed.extend(comparison.renamed.iter().cloned());
        walk.normalised
            .extend(comparison.normalised.iter().cloned());
        let is_property = matches!(reached[index].from, Some((_, Step::Property(_))));
        // That a property is a draft or `readOnly` excludes what changes in it, and not that.
        let outer = exclusion_of(walk, None, is_property, site.direction);
        let inner = exclusion_of(walk, Some(&comparison), is_property, site.direction);
        changed |= !comparison.changes.is_empty();
        for (number, change) in comparison.changes.iter().enumerate() {
            let own = if is_about_itself(&change.fact) {
                outer
            } else {
                inner
            };
            let exclusion = exclusion.or(own);
            let context = Context {
                parameter: context.parameter && index == 0,
                ..context
            };
            let key = (pair, number, site.direction);
            let known = walk.known_changes.get(&key).copied();
            let known = known.unwrap_or_else(|| walk.collect(change, site.direction));
            walk.known_changes.insert(key, known);
            let is_like = |one: &Occurrence| one.exclusion == exclusion && one.context == context;
            walk.collected[known].occurs(site.operation.as_ref(), is_like, || {
                let mut site = site.clone();
                site.steps.extend(steps(&reached, index));
                Occurrence {
                    site,
                    exclusion,
                    context,
                    roots: Some((nodes.base.pointer.clone(), nodes.revision.pointer.clone())),
                }
            });
        }
        for below in &comparison.below {
            reached.push(Reached {
                pair: below.pair,
                from: Some((index, below.step.clone())),
                exclusion: exclusion.or(inner),
                context: Context {
                    negated: context.negated != (below.step == Step::Not),
                    required: below.required,
                    ..context
                },
            });
        }
    }
    if !changed {
        walk.clean
            .extend(visited.into_iter().map(|(pair, ..)| pair));
    }
}

/// Why what is in a schema cannot break a client.
fn exclusion_of(
    walk: &Walk<'_>,
    comparison: Option<&Comparison<'_>>,
    is_property: bool,
    direction: Option<Direction>,
) -> Option<Exclusion> {
    let says = |what: fn(&Comparison<'_>) -> bool| comparison.is_some_and(what);
    if walk.unstable || says(|one| one.unstable) {
        return Some(Exclusion::Unstable);
    }
    let read_only = |one: &Comparison<'_>| one.read_only.base || one.read_only.revision;
    let write_only = |one: &Comparison<'_>| one.write_only.base || one.write_only.revision;
    match direction {
        None => Some(Exclusion::Unused),
        Some(Direction::Request) if is_property && says(read_only) => Some(Exclusion::ReadOnly),
        Some(Direction::Response) if is_property && says(write_only) => Some(Exclusion::WriteOnly),
        Some(_) => None,
    }
}

/// Whether a change is about what excludes others.
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
