use std::sync::{Arc, OnceLock};

use fastrand::Rng;
use oas::{Direction, Document, Json, Pointer, Samples, Validator, Violation};
use serde_json::Value;

use crate::shared::Shared;

/// The document, with data that is derived from it once.
pub(crate) struct Source {
    samples: Samples<Arc<Document>>,
    strict_requests: bool,
    random: Shared<Rng>,
}

impl Source {
    pub(crate) fn new(
        document: Arc<Document>,
        schemas: impl IntoIterator<Item = Pointer>,
        strict_requests: bool,
        seed: Option<u64>,
    ) -> Self {
        Self {
            samples: Samples::new(document, schemas),
            strict_requests,
            random: Shared::new(seed.map_or_else(Rng::new, Rng::with_seed)),
        }
    }

    /// A random number below this one.
    pub(crate) fn draw(&self, below: u64) -> u64 {
        self.random.lock().u64(..below.max(1))
    }

    pub(crate) fn document(&self) -> &Document {
        self.samples.document()
    }

    /// A complete value of the schema of a response.
    pub(crate) fn sample(&self, schema: &Pointer) -> Option<Value> {
        self.samples.complete(schema, Direction::Response)
    }

    /// A random value of the schema of a response.
    pub(crate) fn random(
        &self,
        schema: &Pointer,
        draw: &mut dyn FnMut(u64) -> u64,
    ) -> Option<Value> {
        self.samples.random(schema, Direction::Response, draw)
    }

    /// The violations of a value of a response.
    pub(crate) fn violations(&self, schema: &Pointer, value: &Value) -> Vec<Violation> {
        self.samples.violations(schema, value, Direction::Response)
    }
}

/// A schema of the document, compiled when the first value is validated against it.
pub(crate) struct Schema {
    pub(crate) pointer: Pointer,
    response: OnceLock<Option<Validator>>,
    request: OnceLock<Option<Validator>>,
    /// Accepts `readOnly` members in a request.
    lenient: OnceLock<Option<Validator>>,
}

/// The result of the validation of a value in a request.
#[derive(Default)]
pub(crate) struct Validation {
    pub(crate) violations: Vec<Violation>,
    /// The `readOnly` members that are accepted and ignored.
    pub(crate) ignored: Vec<Pointer>,
}

impl Schema {
    pub(crate) fn new(pointer: Pointer) -> Self {
        Self {
            pointer,
            response: OnceLock::new(),
            request: OnceLock::new(),
            lenient: OnceLock::new(),
        }
    }

    /// Validates a value in a request. `readOnly` members are accepted: clients SHOULD NOT send
    /// them, but may (RFC 2119).
    pub(crate) fn request(&self, source: &Source, value: &Json<'_>) -> Validation {
        let validators = || source.samples.validators();
        let strict = self.request.get_or_init(|| {
            let compiled = validators().compile(&self.pointer, Direction::Request);
            compiled.ok()
        });
        let violations = match strict {
            Some(validator) => validator.violations(value),
            None => Vec::new(),
        };
        if violations.is_empty() || source.strict_requests {
            return Validation {
                violations,
                ignored: Vec::new(),
            };
        }
        let lenient = self.lenient.get_or_init(|| {
            let validators = validators().accepting_read_only();
            validators.compile(&self.pointer, Direction::Request).ok()
        });
        let remaining = match lenient {
            Some(validator) => validator.violations(value),
            None => Vec::new(),
        };
        let ignored = violations
            .into_iter()
            .filter(|violation| violation.keyword == "readOnly");
        Validation {
            violations: remaining,
            ignored: ignored.map(|violation| violation.instance).collect(),
        }
    }

    /// Whether the schema accepts a value in a response.
    pub(crate) fn accepts_response(&self, source: &Source, value: &Json<'_>) -> bool {
        let validator = self.response.get_or_init(|| {
            let validators = source.samples.validators();
            validators.compile(&self.pointer, Direction::Response).ok()
        });
        validator
            .as_ref()
            .is_none_or(|validator| validator.is_valid(value))
    }
}
