use std::{fmt::Display, str::FromStr};

use anyhow::bail;
use mock_server::fault::{Fault, Faults};

/// A fault and its share of the requests: `10%:503`, or `503` for all of them.
#[derive(Clone, Debug)]
pub(super) struct FaultShare {
    percent: f64,
    fault: Fault,
}

impl FromStr for FaultShare {
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
pub(super) fn random_faults(
    flag: &str,
    shares: &[FaultShare],
    seed: u64,
) -> anyhow::Result<Faults> {
    // Only a fault of all requests can close a connection before its first request.
    if let [FaultShare { percent, fault }] = shares
        && *percent >= 100.0
    {
        return Ok(Faults::always(fault.clone()));
    }
    let total: f64 = shares.iter().map(|share| share.percent).sum();
    // The sum of fractions such as thirds is not exact.
    if total > 100.001 {
        bail!("the shares of {flag} add up to {total}%: expected at most 100%, such as `10%:503`");
    }
    let shares = shares.iter();
    Ok(shares.fold(Faults::random(seed), |faults, share| {
        faults.with(share.percent / 100.0, share.fault.clone())
    }))
}

/// Parses a value. The errors of the library complete "failed to".
pub(super) fn readable<T: FromStr<Err: Display>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error| format!("failed to {error}"))
}
