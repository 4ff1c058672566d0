use std::{fmt::Display, str::FromStr};

use anyhow::bail;
use mock_server::fault::{Fault, Faults};

/// A fault and its share of the requests: `10%:503`, or `503` for all of them.
#[derive(Clone, Debug)]
pub(super) struct Chance {
    percent: f64,
    fault: Fault,
}

impl FromStr for Chance {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let Some((share, fault)) = text.split_once("%:") else {
            return Ok(Self {
                percent: 100.0,
                fault: readable(text)?,
            });
        };
        let percent = share.parse::<f64>().ok();
        let percent = percent.filter(|percent| (0.0..=100.0).contains(percent));
        Ok(Self {
            percent: percent
                .ok_or_else(|| format!("expected a share from 0% to 100%, found `{share}%`"))?,
            fault: readable(fault)?,
        })
    }
}

/// Assigns the faults to requests at random, by their shares.
pub(super) fn draw(flag: &str, chances: &[Chance], seed: u64) -> anyhow::Result<Faults> {
    // Only a fault of all requests can close a connection before its first request.
    if let [Chance { percent, fault }] = chances
        && *percent >= 100.0
    {
        return Ok(Faults::always(fault.clone()));
    }
    let total: f64 = chances.iter().map(|chance| chance.percent).sum();
    // The sum is not exact, as for thirds.
    if total > 100.001 {
        bail!("the shares of {flag} add up to {total}%: expected at most 100%, such as `10%:503`");
    }
    let chances = chances.iter();
    Ok(chances.fold(Faults::random(seed), |faults, chance| {
        faults.with(chance.percent / 100.0, chance.fault.clone())
    }))
}

/// Parses a value. The errors of the library complete "failed to".
pub(super) fn readable<T: FromStr<Err: Display>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error| format!("failed to {error}"))
}
