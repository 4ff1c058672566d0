/// The last HTTP date (RFC 9110, section 5.6.7), the end of the year 9999, in seconds since 1970.
pub(crate) const LAST: u64 = 253_402_300_799;
