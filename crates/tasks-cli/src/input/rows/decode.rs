use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Decodes UTF-8 and UTF-16 to UTF-8 without a byte order mark.
pub(super) struct Utf8Reader<R> {
    reader: R,
    decoder: Option<Decoder>,
    input: Vec<u8>,
    output: Vec<u8>,
    /// Start of the unread part of `output`.
    start: usize,
    is_at_end: bool,
    lines: usize,
}

impl<R: Read> Utf8Reader<R> {
    pub(super) fn new(reader: R) -> Self {
        Self {
            reader,
            decoder: None,
            input: Vec::new(),
            output: Vec::new(),
            start: 0,
            is_at_end: false,
            lines: 1,
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        const CHUNK: u64 = 64 << 10;
        self.output.clear();
        self.start = 0;
        while self.output.is_empty() && !self.is_at_end {
            let read = (&mut self.reader)
                .take(CHUNK)
                .read_to_end(&mut self.input)?;
            self.is_at_end = (read as u64) < CHUNK;
            let encoding = || encoding_of(&self.input);
            let decoder = self
                .decoder
                .get_or_insert_with(|| encoding().new_decoder_with_bom_removal());
            let room = decoder.max_utf8_buffer_length_without_replacement(self.input.len());
            self.output.resize(room.unwrap_or_default(), 0);
            let (result, _, written) = decoder.decode_to_utf8_without_replacement(
                &self.input,
                &mut self.output,
                self.is_at_end,
            );
            self.output.truncate(written);
            self.input.clear();
            self.lines += self.output.iter().filter(|byte| **byte == b'\n').count();
            if let DecoderResult::Malformed(..) = result {
                let name = decoder.encoding().name();
                let reason = format!(
                    "line {} is not valid {name}; save the file as UTF-8 (“CSV UTF-8” in Excel)",
                    self.lines
                );
                return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for Utf8Reader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.start == self.output.len() {
            self.fill()?;
        }
        let rest = &self.output[self.start..];
        let length = rest.len().min(buffer.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        self.start += length;
        Ok(length)
    }
}

/// Detects the encoding by the byte order mark, or by the zero bytes of the first characters.
fn encoding_of(start: &[u8]) -> &'static Encoding {
    match start {
        [0xff, 0xfe, ..] => UTF_16LE,
        [0xfe, 0xff, ..] => UTF_16BE,
        [first, 0, ..] if *first != 0 => UTF_16LE,
        [0, second, ..] if *second != 0 => UTF_16BE,
        _ => UTF_8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> Result<String, String> {
        let mut text = String::new();
        let mut reader = Utf8Reader::new(bytes);
        match reader.read_to_string(&mut text) {
            Ok(_) => Ok(text),
            Err(error) => Err(error.to_string()),
        }
    }

    #[test]
    fn decodes_every_supported_encoding() {
        // Longer than a chunk, with characters of one to four bytes at every alignment.
        let text = "title\nä€😀x\n".repeat(9_000);
        let utf16 = |mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            let marked = format!("{mark}{text}");
            marked.encode_utf16().flat_map(bytes).collect()
        };
        for bytes in [
            text.clone().into_bytes(),
            format!("\u{feff}{text}").into_bytes(),
            utf16("\u{feff}", u16::to_le_bytes),
            utf16("\u{feff}", u16::to_be_bytes),
            utf16("", u16::to_le_bytes),
            utf16("", u16::to_be_bytes),
        ] {
            assert!(decoded(&bytes).unwrap() == text);
        }
        assert_eq!(decoded(b"").unwrap(), "");
    }

    #[test]
    fn other_encodings_are_rejected_with_their_line() {
        let error = decoded(b"title\nA\nM\xfcller\n").unwrap_err();
        assert!(error.starts_with("line 3 is not valid UTF-8"), "{error}");
        let error = decoded(b"t\0\n\0\x00\xd8x\0").unwrap_err();
        assert!(error.starts_with("line 2 is not valid UTF-16LE"), "{error}");
    }
}
