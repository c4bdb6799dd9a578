//! The glyph numbers (CIDs) of Adobe-GB1, for fonts that name no characters.

/// Little-endian UTF-16 units by glyph number, 0 for none; made by `build.rs`.
static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gb1.bin"));

/// The character of a glyph.
pub(crate) fn character(cid: u32) -> Option<char> {
    let at = usize::try_from(cid).ok()?.checked_mul(2)?;
    let unit = TABLE.get(at..)?.first_chunk::<2>()?;
    char::from_u32(u32::from(u16::from_le_bytes(*unit))).filter(|c| *c != '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_of_the_collection_are_characters() {
        assert_eq!(character(34), Some('A'));
        assert_eq!(character(814), Some('!'), "the half-width forms");
        assert_eq!(character(4559), "中".chars().next(), "the level-1 ideographs");
        assert_eq!(character(0), None);
        assert_eq!(character(40_000), None);
    }
}
