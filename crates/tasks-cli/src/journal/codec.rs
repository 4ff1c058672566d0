use std::fmt::Write as _;

/// The bytes before the payload of a record: length, check of the length, check of the payload,
/// each 8 hexadecimal digits and a space.
pub(super) const HEADER: usize = 27;

/// Maximum length of a payload in bytes; a greater length is damage.
const MAX_PAYLOAD: usize = 1 << 20;

/// Checksum of the record before, which each record's checksums continue: a record that was moved,
/// removed or repeated does not match its neighbours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Chain(u32);

/// Outcome of reading at one offset of a journal.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Frame<'b> {
    /// The payload, the number of bytes of the whole record, and the chain after it.
    Complete(&'b [u8], usize, Chain),
    /// The rest is empty, or the beginning of a record whose write did not finish.
    End,
    /// A complete record that was changed after it was written.
    Damaged,
    /// More bytes are required to decide.
    Incomplete,
}

impl Chain {
    /// Appends the record of a payload, which contains no line break.
    pub(super) fn encode(self, payload: &str, out: &mut Vec<u8>) -> Self {
        let (header, next) = self.header(payload.as_bytes());
        out.extend_from_slice(header.as_bytes());
        out.extend_from_slice(payload.as_bytes());
        out.push(b'\n');
        next
    }

    /// Reads the record at the start of `bytes`. `is_at_end`: `bytes` extend to the end of the
    /// file.
    pub(super) fn decode(self, bytes: &[u8], is_at_end: bool) -> Frame<'_> {
        let more = if is_at_end {
            Frame::End
        } else {
            Frame::Incomplete
        };
        let Some((header, rest)) = bytes.split_at_checked(HEADER) else {
            return match is_at_end && !begins_like_header(bytes) {
                true => Frame::Damaged,
                false => more,
            };
        };
        let Some(length) = self.length(header) else {
            return damaged(bytes, is_at_end);
        };
        let Some((payload, rest)) = rest.split_at_checked(length) else {
            return more;
        };
        let Some(end) = rest.first() else {
            return more;
        };
        let (expected, next) = self.header(payload);
        if *end == b'\n' && expected.as_bytes() == header {
            return Frame::Complete(payload, HEADER + length + 1, next);
        }
        damaged(bytes, is_at_end)
    }

    fn header(self, payload: &[u8]) -> (String, Self) {
        let mut header = format!("{:08x}", payload.len());
        let length = self.continued(header.as_bytes());
        let next = self.continued(payload);
        // Writing to a `String` does not fail.
        let _ = write!(header, " {:08x} {:08x} ", length.0, next.0);
        (header, next)
    }

    fn continued(self, bytes: &[u8]) -> Self {
        let mut hasher = crc32fast::Hasher::new();
        hasher.update(&self.0.to_be_bytes());
        hasher.update(bytes);
        Self(hasher.finalize())
    }

    /// The length in a header, if its checksum matches: a damaged length must not look like an
    /// unfinished write.
    fn length(self, header: &[u8]) -> Option<usize> {
        let text = std::str::from_utf8(header).ok()?;
        let length = usize::from_str_radix(text.get(..8)?, 16).ok()?;
        let check = format!("{length:08x} {:08x} ", self.continued(&header[..8]).0);
        (text.starts_with(&check) && length <= MAX_PAYLOAD).then_some(length)
    }
}

/// A file system may have made the file longer before the power failed, and its new bytes are zero.
/// Records contain no zero bytes, and no single changed bit turns the end of a record into one.
fn damaged(bytes: &[u8], is_at_end: bool) -> Frame<'_> {
    let zeros = bytes.iter().rev().take_while(|byte| **byte == 0).count();
    let has_other_zeros = bytes[..bytes.len() - zeros].contains(&0);
    match zeros {
        1.. if !has_other_zeros && is_at_end => Frame::End,
        1.. if !has_other_zeros => Frame::Incomplete,
        _ => Frame::Damaged,
    }
}

fn begins_like_header(bytes: &[u8]) -> bool {
    let fits = |(at, byte): (usize, &u8)| match at % 9 {
        8 => *byte == b' ',
        _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
    };
    let written = bytes.iter().take_while(|byte| **byte != 0).count();
    bytes.iter().enumerate().take(written).all(fits)
        && bytes[written..].iter().all(|byte| *byte == 0)
}
