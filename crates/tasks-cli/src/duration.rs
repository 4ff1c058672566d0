//! Durations and rates in arguments.

use std::{fmt, str::FromStr, time::Duration};

/// A duration such as `10s`, `1m 30s` or `250ms`; a number alone is in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span(pub(crate) Duration);

/// A number of tasks in a time: `20/s`, `100/1m`; a number alone is per second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rate {
    count: u32,
    time: Duration,
}

impl FromStr for Span {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let invalid = || "expected a duration such as 10s or 2m".to_owned();
        if let Ok(seconds) = text.parse() {
            return Ok(Self(Duration::from_secs(seconds)));
        }
        let span: jiff::SignedDuration = text.parse().map_err(|_| invalid())?;
        span.try_into().map(Self).map_err(|_| invalid())
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::SignedDuration::try_from(self.0) {
            Ok(span) => write!(f, "{span:#}"),
            Err(_) => write!(f, "{}s", self.0.as_secs()),
        }
    }
}

/// A [`Span`] that is not zero.
pub(crate) fn timeout(text: &str) -> Result<Span, String> {
    let span: Span = text.parse()?;
    match span.0.is_zero() {
        true => Err("expected more than 0".to_owned()),
        false => Ok(span),
    }
}

impl Rate {
    /// Time between two tasks.
    pub(crate) fn interval(self) -> Duration {
        self.time / self.count
    }
}

impl FromStr for Rate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let invalid = || "expected a number per time, such as 20/s or 100/1m".to_owned();
        let (count, time) = text.split_once('/').unwrap_or((text, "s"));
        let count: u32 = count.trim().parse().map_err(|_| invalid())?;
        let time = Some(time.trim()).filter(|time| !time.is_empty());
        let time = time.ok_or_else(invalid)?;
        let time = match time.starts_with(|char: char| char.is_ascii_digit()) {
            true => time.to_owned(),
            false => format!("1{time}"),
        };
        let Span(time) = timeout(&time).map_err(|_| invalid())?;
        match count {
            0 => Err(invalid()),
            count => Ok(Self { count, time }),
        }
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.count, Span(self.time))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_units() {
        let read = |text: &str| text.parse::<Span>().map(|span| span.0);
        assert_eq!(read("10s"), Ok(Duration::from_secs(10)));
        assert_eq!(read("1m 30s"), Ok(Duration::from_secs(90)));
        assert_eq!(read("250ms"), Ok(Duration::from_millis(250)));
        assert_eq!(read("90"), Ok(Duration::from_secs(90)));
        for invalid in ["", "s", "-1s", "10 apples", "1.5.5s"] {
            assert!(read(invalid).is_err(), "{invalid}");
        }
        assert_eq!(Span(Duration::from_secs(90)).to_string(), "1m 30s");
    }

    #[test]
    fn rates_have_a_time() {
        let read = |text: &str| text.parse::<Rate>().map(Rate::interval);
        assert_eq!(read("20/s"), Ok(Duration::from_millis(50)));
        assert_eq!(read("20"), Ok(Duration::from_millis(50)));
        assert_eq!(read("100/1m"), Ok(Duration::from_millis(600)));
        assert_eq!(read("5/10s"), Ok(Duration::from_secs(2)));
        for invalid in ["", "0/s", "20/", "x/s", "20/0s"] {
            assert!(read(invalid).is_err(), "{invalid}");
        }
    }
}
