//! Each way in which a font says what its codes are.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{File, hex, lines, named_font, with_font};
use encoding_rs::{GB18030, GBK};
use hayro_cmap::{CMap, CMapName, load_embedded};

const TEXT: &str = "地区生产总值388.2亿元，增长7.2%。";

/// The lines of a page that shows `string` (an operand) in `font`.
fn shown(font: &str, string: &[u8]) -> Vec<String> {
    let mut file = File::new();
    let font = file.add(font);
    let operators = [b"BT /F 16 Tf 72 700 Td ", string, b" Tj ET"].concat();
    file.page(&with_font(&font), &operators);
    match file.read() {
        Ok(reading) => lines(&reading.document).into_iter().map(str::to_owned).collect(),
        Err(error) => vec![format!("{error:?}")],
    }
}

fn operand(bytes: &[u8]) -> Vec<u8> {
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("<{digits}>").into_bytes()
}

#[test]
fn named_encodings_are_read_without_any_other_help() {
    let utf16: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let utf32: Vec<u8> = TEXT.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
    let gbk = GBK.encode(TEXT).0.into_owned();
    let gb18030 = GB18030.encode(TEXT).0.into_owned();
    for (encoding, bytes) in [
        ("GBK-EUC-H", &gbk),
        ("GB-EUC-H", &gbk),
        ("GBKp-EUC-H", &gbk),
        ("GBpc-EUC-H", &gbk),
        ("GBK2K-H", &gb18030),
        ("UniGB-UCS2-H", &utf16),
        ("UniGB-UTF16-H", &utf16),
        ("UniGB-UTF32-H", &utf32),
        ("UniGB-UTF8-H", &TEXT.as_bytes().to_vec()),
    ] {
        let font = named_font(encoding);
        assert_eq!(shown(&font, &operand(bytes)), [TEXT], "{encoding}");
        // With a font file, a viewer draws its glyphs; what the codes mean does not change.
        let embedded =
            font.replace("/DW 1000", "/DW 1000/FontDescriptor<</Type/FontDescriptor/FontFile2 1 0 R>>");
        assert_eq!(shown(&embedded, &operand(bytes)), [TEXT], "{encoding} with a font file");
    }
}

#[test]
fn the_glyph_numbers_of_adobe_gb1_are_characters() {
    let cmap = load_embedded(CMapName::UniGbUtf16H).unwrap();
    let cmap = CMap::parse(cmap, load_embedded).unwrap();
    let cids: Vec<u8> = TEXT
        .encode_utf16()
        .flat_map(|unit| {
            u16::try_from(cmap.lookup_cid_code(u32::from(unit), 2).unwrap()).unwrap().to_be_bytes()
        })
        .collect();
    assert_eq!(shown(&named_font("Identity-H"), &operand(&cids)), [TEXT]);
}

/// A font whose glyph numbers mean nothing, with this entry to say what they are.
fn numbered(to_unicode: &str) -> String {
    format!(
        "<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Song/Encoding/Identity-H {to_unicode}/DescendantFonts[<</Type/Font\
         /Subtype/CIDFontType2/BaseFont/AAAAAA+Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"
    )
}

#[test]
fn to_unicode_says_what_glyph_numbers_are() {
    let mut file = File::new();
    let map = file.stream(
        "",
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
          2 beginbfchar <0001> <5730> <0002> <533A> endbfchar\n\
          2 beginbfrange <0010> <0019> <0030> <0020> <0021> [<4EBF5143> <002E>] endbfrange endcmap",
    );
    let font = file.add(&numbered(&format!("/ToUnicode {map}")));
    file.page(&with_font(&font), b"BT /F 16 Tf 72 700 Td <0001000200130018001800210012> Tj <0020> Tj ET");
    assert_eq!(lines(&file.read().unwrap().document), ["地区388.2亿元"]);
}

#[test]
fn simple_fonts_are_read_by_their_encodings() {
    let own = "<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</BaseEncoding/WinAnsiEncoding\
               /Differences[1/seven/period/two/percent 65/uni4EBF/u5143]>>>>";
    assert_eq!(shown(own, b"<01020304>"), ["7.2%"]);
    assert_eq!(shown(own, b"(AB C)"), ["亿元 C"]);
    let plain = "<</Type/Font/Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding>>";
    assert_eq!(shown(plain, b"(2024 \\26612.5%\\267 \\(GDP\\))"), ["2024 ¶12.5%· (GDP)"]);
}

#[test]
fn a_cmap_in_the_file_maps_codes_to_glyph_numbers() {
    let mut file = File::new();
    let cmap = file.stream(
        "/Type/CMap/CMapName/Own",
        b"begincmap 1 begincodespacerange <00> <80> endcodespacerange\n\
          1 begincidrange <21> <7e> 814 endcidrange 1 begincidchar <8001> 4559 endcidchar endcmap",
    );
    let font = named_font("X").replace("/Encoding/X", &format!("/Encoding {cmap}"));
    let font = file.add(&font);
    file.page(&with_font(&font), b"BT /F 16 Tf 72 700 Td <32348001> Tj ET");
    assert_eq!(lines(&file.read().unwrap().document), ["24中"]);
}

#[test]
fn a_code_that_nothing_explains_is_seen_to_be_missing() {
    assert_eq!(shown(&numbered(""), b"<00010002>"), ["\u{fffd}\u{fffd}"]);
}

#[test]
fn columns_of_vertical_writing_are_lines() {
    let mut file = File::new();
    let font = file.add(&named_font("UniGB-UCS2-V"));
    let operators = format!(
        "BT /F 16 Tf 1 0 0 1 500 700 Tm {} Tj 1 0 0 1 470 700 Tm {} Tj ET",
        hex("政府工作报告"),
        hex("各位代表")
    );
    file.page(&with_font(&font), operators.as_bytes());
    let reading = file.read().unwrap();
    assert_eq!(lines(&reading.document), ["政府工作报告", "各位代表"]);
    let places: Vec<_> = reading.document.pages[0].lines.iter().map(|line| line.place.unwrap()).collect();
    assert!(places[0].baseline < places[1].baseline, "the right column is the first: {places:?}");
    assert_eq!((places[0].left, places[0].right), (100.0, 196.0));
}
