use std::collections::HashSet;

use super::collect::{Cap, Manner, Walk};
use crate::diff::change::{Kind, LifecycleKind, SchemaKind};
use crate::diff::schema::{Comparison, PairId, Step, Trees};
use crate::diff::site::{Place, Site};
use crate::{Direction, Node};

impl<'d> Walk<'d> {
    /// Compares two schemas and everything below them.
    pub(super) fn schema(
        &mut self,
        base: &Node<'d>,
        revision: &Node<'d>,
        site: &Site,
        plain: bool,
    ) {
        let root = self.schemas.pair(base.clone(), revision.clone(), plain);
        self.note_names(base, revision);
        let mut reached = vec![Reached {
            pair: root,
            from: None,
            manner: Manner {
                required: self.demanded,
                parameter: matches!(site.place, Place::Parameter { .. }),
                xml: site.media_type().is_some_and(|name| name.contains("xml")),
                ..Manner::default()
            },
        }];
        let mut visited = HashSet::new();
        let mut told = false;
        let mut next = 0;
        // Breadth first, so that a schema met on several ways is told by the shortest.
        while next < reached.len() {
            let index = next;
            next += 1;
            let (pair, manner) = (reached[index].pair, reached[index].manner);
            if self.clean.contains(&pair) || !visited.insert((pair, manner.negated, manner.cap)) {
                continue;
            }
            let trees = Trees {
                base: &self.base,
                revision: &self.revision,
            };
            let Some(comparison) = self.schemas.comparison(trees, pair) else {
                continue;
            };
            self.base.looked(&comparison.base_seen);
            self.revision.looked(&comparison.revision_seen);
            self.renamed.extend(comparison.renamed.iter().cloned());
            let at_property = matches!(reached[index].from, Some((_, Step::Property(_))));
            // That a property is a draft or `readOnly` excuses what changes in it, and not that.
            let outer = self.cap(None, at_property, site.direction);
            let inner = self.cap(Some(&comparison), at_property, site.direction);
            let cap = manner.cap.or(inner);
            told |= !comparison.facts.is_empty();
            for (number, fact) in comparison.facts.iter().enumerate() {
                let own = if is_about_itself(&fact.kind) {
                    outer
                } else {
                    inner
                };
                let manner = Manner {
                    cap: manner.cap.or(own),
                    parameter: manner.parameter && index == 0,
                    ..manner
                };
                let key = (pair, number, site.direction);
                let known = self.known_facts.get(&key).copied();
                let known = known.unwrap_or_else(|| self.collect(fact, site.direction));
                self.known_facts.insert(key, known);
                self.collected[known].meet(manner, site.operation.as_ref(), || {
                    let mut site = site.clone();
                    site.steps.extend(steps(&reached, index));
                    let roots = (base.pointer.clone(), revision.pointer.clone());
                    (site, Some(roots))
                });
            }
            for below in &comparison.below {
                reached.push(Reached {
                    pair: below.pair,
                    from: Some((index, below.step.clone())),
                    manner: Manner {
                        cap,
                        negated: manner.negated != (below.step == Step::Not),
                        required: below.required,
                        ..manner
                    },
                });
            }
        }
        if !told {
            self.clean
                .extend(visited.into_iter().map(|(pair, ..)| pair));
        }
    }

    fn cap(
        &self,
        comparison: Option<&Comparison<'d>>,
        at_property: bool,
        direction: Option<Direction>,
    ) -> Option<Cap> {
        let says = |what: fn(&Comparison<'d>) -> bool| comparison.is_some_and(what);
        if self.unstable || says(|comparison| comparison.unstable) {
            return Some(Cap::Unstable);
        }
        match direction {
            None => Some(Cap::Unused),
            Some(Direction::Request) if at_property && says(|one| one.read_only) => {
                Some(Cap::ReadOnly)
            }
            Some(Direction::Response) if at_property && says(|one| one.write_only) => {
                Some(Cap::WriteOnly)
            }
            Some(_) => None,
        }
    }
}

/// A pair of schemas that was reached, and the way there.
struct Reached {
    pair: PairId,
    from: Option<(usize, Step)>,
    manner: Manner,
}

fn is_about_itself(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Lifecycle(LifecycleKind::Stability)
            | Kind::Schema(SchemaKind::ReadOnly | SchemaKind::WriteOnly)
    )
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
