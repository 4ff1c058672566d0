use serde_json::Value;

use super::compare::{Comparer, bare, shown};
use super::shape::Shape;
use crate::Node;
use crate::diff::change::{Edit, Kind, SchemaKind};
use crate::diff::relation::Relation;

impl<'d> Comparer<'_, '_, 'd> {
    /// The values that a schema is limited to, however that is written.
    pub(super) fn values(&mut self) {
        let plain = self.plain;
        let places = (place(&self.base), place(&self.revision));
        match (self.base.limited_to(), self.revision.limited_to()) {
            (Some(base), Some(revision)) => {
                for value in base.iter().filter(|value| !holds(&revision, value, plain)) {
                    self.value(value, Edit::Removed, Relation::NARROWED);
                }
                for value in revision.iter().filter(|value| !holds(&base, value, plain)) {
                    self.value(value, Edit::Added, Relation::WIDENED);
                }
            }
            (None, Some(values)) => {
                let (edit, relation) = (Edit::Added, Relation::NARROWED);
                let texts = (None, Some(list(&values)));
                self.fact_at(SchemaKind::Enum, edit, relation, places, texts);
            }
            (Some(values), None) => {
                let (edit, relation) = (Edit::Removed, Relation::WIDENED);
                let texts = (Some(list(&values)), None);
                self.fact_at(SchemaKind::Enum, edit, relation, places, texts);
            }
            (None, None) => {}
        }
        self.words_of_values();
    }

    fn value(&mut self, value: &Value, edit: Edit, relation: Relation) {
        let nullable = (self.base.is_nullable(), self.revision.is_nullable());
        let relation = match value {
            // Whether null is accepted is told by itself; here it is only written down.
            Value::Null if nullable.0 != nullable.1 => return,
            Value::Null => Relation::EQUAL,
            _ => relation,
        };
        let text = Some(shown(value));
        let texts = if edit == Edit::Removed {
            (text, None)
        } else {
            (None, text)
        };
        let places = (place(&self.base), place(&self.revision));
        self.fact_at(
            SchemaKind::EnumValue(bare(value)),
            edit,
            relation,
            places,
            texts,
        );
    }

    /// The titles and descriptions of values that are written as alternatives of a choice.
    fn words_of_values(&mut self) {
        let words = |shape: &Shape<'d>| {
            let alternatives = shape.values.iter();
            let words = alternatives.flat_map(|alternative| {
                ["title", "description"].map(|word| alternative.value.get(word))
            });
            let mut words: Vec<String> = words.flatten().map(Value::to_string).collect();
            words.sort_unstable();
            words
        };
        let (base, revision) = (words(&self.base), words(&self.revision));
        if base != revision
            && let Some(edit) = Edit::between(!base.is_empty(), !revision.is_empty())
        {
            let kind = Kind::Documentation("values".to_owned());
            let places = (place(&self.base), place(&self.revision));
            self.note_at(kind, edit, places, (None, None));
        }
    }
}

/// Where the values are written.
fn place(shape: &Shape<'_>) -> crate::Pointer {
    let written = shape.first("enum").or_else(|| shape.first("const"));
    let choice = || {
        shape
            .constants
            .first()
            .map(|(node, _): &(Node<'_>, _)| node.clone())
    };
    written
        .or_else(choice)
        .map_or_else(|| shape.home(), |node| node.pointer)
}

fn list(values: &[&Value]) -> String {
    shown(&values.iter().map(|value| (*value).clone()).collect())
}

fn holds(values: &[&Value], value: &Value, plain: bool) -> bool {
    values.iter().any(|known| {
        let numbers = known.as_f64().is_some() && known.as_f64() == value.as_f64();
        *known == value || numbers || (plain && bare(known) == bare(value))
    })
}
