//! Due dates and time zones in arguments and cells.

use std::{fmt, str::FromStr};

use chrono::{DateTime, FixedOffset};
use jiff::{
    civil::Date,
    tz::{Offset, TimeZone},
};

/// A due date, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    None,
    At(DateTime<FixedOffset>),
    /// The end of a day in a time zone that is selected separately.
    EndOf(Date),
}

/// A time zone: `local`, `UTC`, an offset such as `+01:00`, or an IANA name such as
/// `Europe/Berlin`.
#[derive(Clone, Debug)]
pub(crate) struct Zone {
    zone: TimeZone,
    name: String,
}

impl FromStr for Due {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "none" {
            return Ok(Self::None);
        }
        if let Ok(at) = DateTime::parse_from_rfc3339(text) {
            return Ok(Self::At(at));
        }
        Date::strptime("%Y-%m-%d", text).map(Self::EndOf).map_err(|_| {
            "expected a date such as 2026-12-24, a date and time with an offset such as 2026-12-24T17:00:00Z, or `none`"
                .to_owned()
        })
    }
}

impl Zone {
    pub(crate) fn local() -> Self {
        let zone = TimeZone::system();
        let name = match zone.iana_name() {
            Some(name) => format!("{name}, the local time zone"),
            None => "the local time zone".to_owned(),
        };
        Self { zone, name }
    }

    /// 23:59:59 of a day.
    pub(crate) fn end_of(&self, day: Date) -> Result<DateTime<FixedOffset>, String> {
        let outside =
            |reason: &dyn fmt::Display| format!("{day} cannot be used as a due date: {reason}");
        let end = day
            .at(23, 59, 59, 0)
            .to_zoned_datetime(self.zone.clone())
            .map_err(|error| outside(&error))?;
        let text = end.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
        DateTime::parse_from_rfc3339(&text).map_err(|error| outside(&error))
    }
}

impl FromStr for Zone {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.eq_ignore_ascii_case("local") {
            return Ok(Self::local());
        }
        let zone = match DateTime::parse_from_rfc3339(&format!("2000-01-01T00:00:00{text}")) {
            Ok(at) if text.len() > 1 => {
                let offset = Offset::from_seconds(at.offset().local_minus_utc());
                offset.map(TimeZone::fixed).ok()
            }
            _ => TimeZone::get(text).ok(),
        };
        let zone = zone.ok_or_else(|| {
            "expected `local`, `UTC`, an offset such as +01:00, or a name such as Europe/Berlin"
                .to_owned()
        })?;
        Ok(Self {
            zone,
            name: text.to_owned(),
        })
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(day: &str, zone: &str) -> String {
        let zone: Zone = zone.parse().unwrap();
        zone.end_of(day.parse().unwrap()).unwrap().to_rfc3339()
    }

    #[test]
    fn date_is_the_end_of_the_day_in_the_time_zone() {
        assert_eq!(end("2026-12-24", "UTC"), "2026-12-24T23:59:59+00:00");
        assert_eq!(end("2026-12-24", "-05:30"), "2026-12-24T23:59:59-05:30");
        assert_eq!(
            end("2026-12-24", "Europe/Berlin"),
            "2026-12-24T23:59:59+01:00"
        );
        assert_eq!(
            end("2026-06-24", "Europe/Berlin"),
            "2026-06-24T23:59:59+02:00"
        );
        assert!("Mars/Olympus".parse::<Zone>().is_err());
    }

    #[test]
    fn parses_three_forms_of_dates() {
        assert_eq!("none".parse(), Ok(Due::None));
        let at = DateTime::parse_from_rfc3339("2026-12-24T17:00:00+01:00").unwrap();
        assert_eq!("2026-12-24T17:00:00+01:00".parse(), Ok(Due::At(at)));
        assert_eq!(
            "2026-12-24".parse(),
            Ok(Due::EndOf("2026-12-24".parse().unwrap()))
        );
        for other in ["tomorrow", "2026-02-30", "2026-12-24T17:00", ""] {
            assert!(other.parse::<Due>().is_err(), "{other}");
        }
    }
}
