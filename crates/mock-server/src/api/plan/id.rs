use oas::{Document, Json, Node, Pointer};
use serde_json::Value;

use crate::api::source::Source;

/// The form of an id.
pub(super) enum Id {
    Number {
        min: u64,
        max: u64,
    },
    Uuid,
    Hexadecimal,
    /// A value of the schema.
    Of(Pointer),
}

impl Id {
    pub(super) fn of(document: &Document, schema: &Node<'_>, modelled: Option<&Json<'_>>) -> Self {
        let parts: Vec<_> = document.all_of(schema.clone()).collect();
        let has = |keyword: &str| parts.iter().find_map(|part| part.value.get(keyword));
        let number = |keyword: &str| has(keyword).and_then(Value::as_u64);
        let kind = has("type").and_then(Value::as_str);
        match (kind, modelled) {
            (Some("integer" | "number"), _) | (None, Some(Json::Number(_))) => Self::Number {
                min: number("minimum").unwrap_or(1).saturating_add(1),
                max: number("maximum")
                    .unwrap_or(i32::MAX as u64)
                    .saturating_sub(1),
            },
            (_, Some(Json::String(text))) if is_uuid(text) => Self::Uuid,
            _ if has("format").is_some_and(|format| format == "uuid") => Self::Uuid,
            _ if has("pattern").is_none()
                && has("format").is_none()
                && has("enum").is_none()
                && number("maxLength").is_none_or(|max| max >= 32)
                && number("minLength").is_none_or(|min| min <= 32) =>
            {
                Self::Hexadecimal
            }
            _ => Self::Of(schema.pointer.clone()),
        }
    }

    pub(super) fn fresh(&self, source: &Source) -> Option<Json<'static>> {
        let id = match self {
            Self::Number { min, max } => {
                let range = *min..=(*max).max(*min);
                let spread = (*range.end() - *range.start()).saturating_add(1);
                let number = range.start() + source.draw(spread);
                return Some(Json::Number(number.into()));
            }
            Self::Uuid => {
                let number = (random(source) & !(0xf << 76) & !(0x3 << 62)) | 0x4 << 76 | 0x2 << 62;
                let digits = format!("{number:032x}");
                [
                    &digits[..8],
                    &digits[8..12],
                    &digits[12..16],
                    &digits[16..20],
                    &digits[20..],
                ]
                .join("-")
            }
            Self::Hexadecimal => format!("{:032x}", random(source)),
            Self::Of(schema) => {
                let value = source.random(schema, &mut |below| source.draw(below));
                return value.map(Json::from);
            }
        };
        Some(Json::String(id.into()))
    }
}

fn random(source: &Source) -> u128 {
    u128::from(source.draw(u64::MAX)) << 64 | u128::from(source.draw(u64::MAX))
}

fn is_uuid(text: &str) -> bool {
    let groups = text.split('-').map(str::len);
    groups.eq([8, 4, 4, 4, 12])
        && text
            .bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}
