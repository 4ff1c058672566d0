use std::collections::VecDeque;
use std::fmt;

use fastrand::Rng;
use http::request::Parts;

use super::{Act, Fault};

/// Which request meets which fault.
pub struct Faults(Source);

type Choice = Box<dyn FnMut(&Parts) -> Fault + Send>;

enum Source {
    Script(VecDeque<Fault>),
    Always(Fault),
    Random { rng: Rng, mix: Vec<(f64, Fault)> },
    By(Choice),
}

impl Faults {
    /// None at all.
    pub fn none() -> Self {
        Self::script([])
    }

    /// One for each request in the order of arrival; none after the last.
    pub fn script(faults: impl IntoIterator<Item = Fault>) -> Self {
        Self(Source::Script(faults.into_iter().collect()))
    }

    /// The same for every request.
    pub fn always(fault: Fault) -> Self {
        Self(Source::Always(fault))
    }

    /// Drawn for each request, from this seed: add faults and their shares by [`with`](Self::with).
    pub fn random(seed: u64) -> Self {
        Self(Source::Random {
            rng: Rng::with_seed(seed),
            mix: Vec::new(),
        })
    }

    /// Adds a fault that a share of the requests meets: `0.1` is one in ten. What the shares leave over behaves. It has an effect on
    /// [`random`](Self::random) only.
    #[must_use]
    pub fn with(mut self, share: f64, fault: Fault) -> Self {
        if let Source::Random { mix, .. } = &mut self.0 {
            mix.push((share, fault));
        }
        self
    }

    /// Chosen by the head of the request.
    pub fn by(choice: impl FnMut(&Parts) -> Fault + Send + 'static) -> Self {
        Self(Source::By(Box::new(choice)))
    }

    /// Whether a connection that has just been accepted is to be closed; a script moves on by that.
    pub(crate) fn closes_on_accept(&mut self) -> bool {
        match &mut self.0 {
            Source::Script(script)
                if script
                    .front()
                    .is_some_and(|fault| fault.act == Act::CloseOnAccept) =>
            {
                script.pop_front().is_some()
            }
            Source::Script(_) | Source::Random { .. } | Source::By(_) => false,
            Source::Always(fault) => fault.act == Act::CloseOnAccept,
        }
    }

    pub(crate) fn next(&mut self, head: &Parts) -> Fault {
        match &mut self.0 {
            Source::Script(script) => script.pop_front().unwrap_or_else(Fault::none),
            Source::Always(fault) => fault.clone(),
            Source::Random { rng, mix } => {
                let mut at = rng.f64();
                let drawn = mix.iter().find(|(share, _)| {
                    at -= share;
                    at < 0.0
                });
                drawn.map_or_else(Fault::none, |(_, fault)| fault.with_drawn_delay(rng))
            }
            Source::By(choice) => choice(head),
        }
    }
}

impl fmt::Debug for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Source::Script(script) => f.debug_tuple("Script").field(script).finish(),
            Source::Always(fault) => f.debug_tuple("Always").field(fault).finish(),
            Source::Random { mix, .. } => f.debug_tuple("Random").field(mix).finish(),
            Source::By(_) => f.write_str("By(..)"),
        }
    }
}
