use std::collections::VecDeque;
use std::fmt;

use fastrand::Rng;
use http::request::Parts;

use super::kind::{Fault, FaultKind};
use super::latency::Latency;

/// The faults of requests.
pub struct Faults {
    source: Source,
    latency: Option<Latency>,
}

type Choice = Box<dyn FnMut(&Parts) -> Fault + Send>;

enum Source {
    Script(VecDeque<Fault>),
    Always(Fault),
    Random { rng: Rng, mix: Vec<(f64, Fault)> },
    By(Choice),
}

impl From<Source> for Faults {
    fn from(source: Source) -> Self {
        Self {
            source,
            latency: None,
        }
    }
}

impl Faults {
    /// No faults.
    pub fn none() -> Self {
        Self::script([])
    }

    /// One fault for each request in the order of arrival; none after the last.
    pub fn script(faults: impl IntoIterator<Item = Fault>) -> Self {
        Source::Script(faults.into_iter().collect()).into()
    }

    /// The same fault for every request.
    pub fn always(fault: Fault) -> Self {
        Source::Always(fault).into()
    }

    /// Random faults from a seed, with the shares that [`with`](Self::with) adds.
    pub fn random(seed: u64) -> Self {
        Source::Random {
            rng: Rng::with_seed(seed),
            mix: Vec::new(),
        }
        .into()
    }

    /// Adds a fault for a share of the requests: `0.1` is one in ten. The others have no fault. It
    /// has an effect on [`random`](Self::random) only.
    #[must_use]
    pub fn with(mut self, share: f64, fault: Fault) -> Self {
        if let Source::Random { mix, .. } = &mut self.source {
            mix.push((share, fault));
        }
        self
    }

    /// A fault that depends on the head of the request.
    pub fn by(choice: impl FnMut(&Parts) -> Fault + Send + 'static) -> Self {
        Source::By(Box::new(choice)).into()
    }

    /// Delays every request whose fault has no delay.
    #[must_use]
    pub fn latency(mut self, latency: Latency) -> Self {
        self.latency = Some(latency);
        self
    }

    /// Whether to close a connection that has just been accepted. This counts as one fault of a
    /// script.
    pub(crate) fn closes_on_accept(&mut self) -> bool {
        match &mut self.source {
            Source::Script(script)
                if script
                    .front()
                    .is_some_and(|fault| fault.kind == FaultKind::CloseOnAccept) =>
            {
                script.pop_front().is_some()
            }
            Source::Script(_) | Source::Random { .. } | Source::By(_) => false,
            Source::Always(fault) => fault.kind == FaultKind::CloseOnAccept,
        }
    }

    pub(crate) fn next(&mut self, head: &Parts) -> Fault {
        let fault = match &mut self.source {
            Source::Script(script) => script.pop_front().unwrap_or_else(Fault::none),
            Source::Always(fault) => fault.clone(),
            Source::Random { rng, mix } => {
                let mut at = rng.f64();
                let drawn = mix.iter().find(|(share, _)| {
                    at -= share;
                    at < 0.0
                });
                drawn.map_or_else(Fault::none, |(_, fault)| fault.clone())
            }
            Source::By(choice) => choice(head),
        };
        let fault = match &self.latency {
            Some(latency) => fault.or_delay(latency),
            None => fault,
        };
        match &mut self.source {
            // The delay depends on the seed too.
            Source::Random { rng, .. } => fault.with_drawn_delay(rng),
            _ => fault,
        }
    }
}

impl fmt::Debug for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            Source::Script(script) => f.debug_tuple("Script").field(script).finish(),
            Source::Always(fault) => f.debug_tuple("Always").field(fault).finish(),
            Source::Random { mix, .. } => f.debug_tuple("Random").field(mix).finish(),
            Source::By(_) => f.write_str("By(..)"),
        }
    }
}
