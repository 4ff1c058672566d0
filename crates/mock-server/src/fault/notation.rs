use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use http::StatusCode;

use super::duration::duration_range;
use super::kind::{Fault, FaultKind, RetryAfter};

/// A string that does not name a fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "parse the fault `{0}`: expected `none`, a status such as `503`, `html-502`, `redirect-307`, `garbage`, `half-body`, `slow-bytes`, \
     `expired-token`, `close-on-accept`, `close-before-reading` or `close-after-reading`, optionally followed by `+after-create`, \
     `+delay=200ms` or `+delay=100ms-2s`, and `+retry-after=5`"
)]
pub struct FaultError(String);

/// Time between two bytes of `slow-bytes`.
const PAUSE: Duration = Duration::from_millis(10);

/// The notation of logs and command lines: `503+after-create+delay=200ms`.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            FaultKind::None => f.write_str("none")?,
            FaultKind::Status(status) => write!(f, "{}", status.as_u16())?,
            FaultKind::Body { status, .. } if status.is_redirection() => {
                write!(f, "redirect-{}", status.as_u16())?
            }
            FaultKind::Body {
                status,
                content_type,
                ..
            } if content_type.starts_with("text/html") => write!(f, "html-{}", status.as_u16())?,
            FaultKind::Body { status, .. } => write!(f, "body-{}", status.as_u16())?,
            FaultKind::ExpiredToken => f.write_str("expired-token")?,
            FaultKind::CloseOnAccept => f.write_str("close-on-accept")?,
            FaultKind::CloseBeforeReading => f.write_str("close-before-reading")?,
            FaultKind::CloseAfterReading => f.write_str("close-after-reading")?,
            FaultKind::Garbage => f.write_str("garbage")?,
            FaultKind::HalfBody => f.write_str("half-body")?,
            FaultKind::SlowBytes(_) => f.write_str("slow-bytes")?,
        }
        if self.after_create {
            f.write_str("+after-create")?;
        }
        if let Some(range) = &self.delay {
            match range.start == range.end {
                true => write!(f, "+delay={}ms", range.start.as_millis())?,
                false => write!(
                    f,
                    "+delay={}ms-{}ms",
                    range.start.as_millis(),
                    range.end.as_millis()
                )?,
            }
        }
        match self.retry_after {
            Some(RetryAfter::Seconds(seconds)) => write!(f, "+retry-after={seconds}"),
            Some(RetryAfter::Date(date)) => {
                write!(f, "+retry-after={}", httpdate::fmt_http_date(date))
            }
            None => Ok(()),
        }
    }
}

impl FromStr for Fault {
    type Err = FaultError;

    fn from_str(text: &str) -> Result<Self, FaultError> {
        let error = || FaultError(text.to_owned());
        let mut pieces = text.split('+');
        let mut fault = kind(pieces.next().unwrap_or_default()).ok_or_else(error)?;
        for piece in pieces {
            fault = match piece.split_once('=') {
                None if piece == "after-create" => fault.after_create(),
                Some(("delay", range)) => {
                    fault.delay_between(duration_range(range).ok_or_else(error)?)
                }
                Some(("retry-after", wait)) => match wait.parse() {
                    Ok(seconds) => fault.retry_after(Duration::from_secs(seconds)),
                    Err(_) => fault
                        .retry_after_date(httpdate::parse_http_date(wait).map_err(|_| error())?),
                },
                _ => return Err(error()),
            };
        }
        Ok(fault)
    }
}

fn kind(text: &str) -> Option<Fault> {
    // A status below 200 does not end the exchange: the client would wait for another response.
    let status = |text: &str| {
        text.parse::<u16>()
            .ok()
            .filter(|status| *status >= 200 && StatusCode::from_u16(*status).is_ok())
    };
    Some(match text {
        "none" => Fault::none(),
        "garbage" => Fault::garbage(),
        "half-body" => Fault::half_body(),
        "slow-bytes" => Fault::slow_bytes(PAUSE),
        "expired-token" => Fault::expired_token(),
        "close-on-accept" => Fault::close_on_accept(),
        "close-before-reading" => Fault::close_before_reading(),
        "close-after-reading" => Fault::close_after_reading(),
        _ => match text.split_once('-') {
            None => Fault::status(status(text)?),
            Some(("html", code)) => Fault::html(status(code)?),
            Some(("redirect", code)) => Fault::redirect(status(code)?, "/elsewhere"),
            Some(_) => return None,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::Fault;

    #[test]
    fn parses_and_displays_the_same_notation() {
        let valid = [
            "none",
            "503",
            "429+retry-after=7",
            "429+retry-after=Sun, 06 Nov 1994 08:49:37 GMT",
            "html-502+delay=20ms",
            "redirect-307",
            "garbage",
            "half-body",
            "slow-bytes",
            "expired-token",
            "close-on-accept",
            "close-before-reading",
            "close-after-reading+after-create+delay=100ms-2000ms",
        ];
        for text in valid {
            assert_eq!(text.parse::<Fault>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "99",
            "101",
            "html-100",
            "1000",
            "htm-502",
            "503+",
            "503+delay",
            "503+delay=5",
            "503+retry-after=soon",
            "503+delay=2s-1s",
        ] {
            assert!(text.parse::<Fault>().is_err(), "{text}");
        }
    }
}
