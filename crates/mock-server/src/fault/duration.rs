use std::ops::Range;
use std::time::Duration;

/// A duration with its unit, such as `200ms`, `1.5s` or `2m`.
pub(super) fn duration(text: &str) -> Option<Duration> {
    humantime::parse_duration(text).ok()
}

/// A duration, or two with a dash between them, the shorter one first.
pub(super) fn duration_range(text: &str) -> Option<Range<Duration>> {
    let (min, max) = text.split_once('-').unwrap_or((text, text));
    let range = duration(min)?..duration(max)?;
    (range.start <= range.end).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn parses_durations_with_units() {
        let millis = |text| duration(text).map(|duration| duration.as_millis());
        assert_eq!(millis("200ms"), Some(200));
        assert_eq!(millis("1.5s"), Some(1500));
        assert_eq!(millis("2m"), Some(120_000));
        for text in ["", "5", "s", "-1s", "1,5s"] {
            assert_eq!(millis(text), None, "{text}");
        }
    }
}
