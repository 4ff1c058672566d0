use std::collections::HashMap;
use std::sync::Arc;

use super::collect::Walk;
use super::matched::Matched;
use crate::Node;
use crate::diff::change::ApiKind;
use crate::diff::relation::Relation;
use crate::diff::site::{OperationName, Place, Site};
use crate::diff::tree::address;

/// A callback's operation may have callbacks of its own; nobody goes deeper than this.
const MAX_DEPTH: usize = 3;

impl<'d> Walk<'d> {
    /// Compares what an operation has the server call.
    pub(super) fn callbacks(&mut self, name: &Arc<OperationName>, sides: (&Node<'d>, &Node<'d>)) {
        let site = |key: &str| Site::of(Some(name), Place::Callback(key.to_owned()));
        let matched = self.members("callbacks", sides, |one, other| one == other);
        for (key, old, new) in &matched.both {
            self.callback(name, key, (old, new));
        }
        self.lone_members(&matched, Relation::WIDENED, |_, key, _, _| {
            (ApiKind::Callback(key.to_owned()).into(), site(key))
        });
    }

    /// What the document has the server call by itself, since OpenAPI 3.1.
    pub(super) fn webhooks(&mut self, sides: (&Node<'d>, &Node<'d>)) {
        let site = |key: &str| Site::of(None, Place::Callback(key.to_owned()));
        let matched = self.members("webhooks", sides, |one, other| one == other);
        self.turned = !self.turned;
        for (key, old, new) in &matched.both {
            if let Some((old, new)) = self.resolved(old, new, &site(key)) {
                let path = format!("webhook {key}");
                self.path_item(&path, (&old, &new), &HashMap::new(), &site(key));
            }
        }
        self.turned = !self.turned;
        self.lone_members(&matched, Relation::WIDENED, |_, key, _, _| {
            (ApiKind::Callback(key.to_owned()).into(), site(key))
        });
    }

    fn callback(&mut self, name: &Arc<OperationName>, key: &str, sides: (&Node<'d>, &Node<'d>)) {
        let site = Site::of(Some(name), Place::Callback(key.to_owned()));
        let Some((base, revision)) = self.resolved(sides.0, sides.1, &site) else {
            return;
        };
        self.words(&[], (&base, &revision), &site);
        self.turned = !self.turned;
        let urls = |node: &Node<'d>| {
            node.members()
                .filter(|(url, _)| !url.starts_with("x-"))
                .collect::<Vec<_>>()
        };
        let mut gained = urls(&revision);
        let mut lost = urls(&base);
        lost.retain(|(url, item)| {
            let Some(index) = gained.iter().position(|(other, _)| other == url) else {
                return true;
            };
            let other = gained.remove(index).1;
            if let Some((old, new)) = self.resolved(item, &other, &site) {
                let pair = (address(old.value), address(new.value));
                if self.callbacks.len() < MAX_DEPTH && !self.callbacks.contains(&pair) {
                    self.callbacks.push(pair);
                    let path = format!("{} callback {key} {url}", name.path);
                    self.path_item(&path, (&old, &new), &HashMap::new(), &site);
                    self.callbacks.pop();
                }
            }
            false
        });
        self.turned = !self.turned;
        let matched = Matched {
            both: Vec::new(),
            lost,
            gained,
            base,
            revision,
        };
        self.lone_members(&matched, Relation::WIDENED, |_, url, _, _| {
            (
                ApiKind::Callback(format!("{key} {url}")).into(),
                site.clone(),
            )
        });
    }
}
