//! Little-endian numbers anywhere in a file.

/// Two bytes.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

/// Four bytes.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

/// The part of the table stream that an entry of the file information block names: its offset and its length.
/// Empty where it lies outside.
pub fn pair<'a>(main: &[u8], table: &'a [u8], entry: usize) -> &'a [u8] {
    let part = || {
        let (from, length) = (u32_at(main, entry)? as usize, u32_at(main, entry.checked_add(4)?)? as usize);
        table.get(from..from.checked_add(length)?.min(table.len()))
    };
    part().unwrap_or_default()
}
