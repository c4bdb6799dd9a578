//! No file can make the reader panic, hang or grow without bound.
//!
//! Small files of every kind are broken at random and read, in the stack that a browser's worker has. Seeded, so a
//! failure can be repeated: it names its number. `HESHU_MUTATIONS=5000` tries so many instead of a few.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{File, at, hex, named_font, utf16, with_font};
use miniz_oxide::deflate::compress_to_vec_zlib;
use std::path::Path;
use std::time::{Duration, Instant};

/// A small generator (SplitMix64): the same numbers everywhere.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound.max(1) as u64).unwrap()
    }
}

/// Words of the format, to put where they do not belong.
const WORDS: &[&str] = &[
    "obj",
    "endobj",
    "stream",
    "endstream",
    "xref",
    "trailer",
    "<<",
    ">>",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "/Length",
    "/Filter/FlateDecode",
    "/FlateDecode",
    "/LZWDecode",
    "/RunLengthDecode",
    "/ASCII85Decode",
    "/DecodeParms<</Predictor 12/Columns 5>>",
    "/Contents",
    "/Kids",
    "/Parent 2 0 R",
    "/Type/Page",
    "/Type/ObjStm/N 9/First 9",
    "/W[1 4 2]",
    "/Index[0 99999999]",
    "/Prev 9",
    "/Encrypt 3 0 R",
    "/ToUnicode",
    "/DescendantFonts",
    "/Encoding/Identity-H",
    "/W[0 4294967295 500]",
    "/DW -1e30",
    "/Rotate 90",
    "/MediaBox[0 0 1e38 -1e38]",
    " 3 0 R",
    " 4 0 R",
    "0",
    "-1",
    "4294967295",
    "9999999999999999999999",
    "1e38",
    "-2147483648",
    "0.0000000001",
    "\0",
    "%",
    "#",
    "BT",
    "ET",
    "Tj",
    "TJ",
    "'",
    "q",
    "Q",
    "cm",
    "Tf",
    "Td",
    "Tm",
    "Do",
    "BI",
    "ID",
    "EI",
    "BDC",
    "EMC",
    "/ActualText(",
    "beginbfrange <0000> <FFFFFFFF> [<",
    "usecmap",
    "\\",
    "\\377",
];

fn broken(whole: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..=dice.below(12) {
        let from = dice.below(bytes.len());
        let to = (from + 1 + dice.below(80)).min(bytes.len());
        match dice.below(8) {
            0 => bytes[from] ^= 1 << dice.below(8),
            1 => bytes[from] = u8::try_from(dice.below(256)).unwrap(),
            2 => drop(bytes.drain(from..to)),
            3 => {
                let piece = bytes[from..to].to_vec();
                let target = dice.below(bytes.len());
                bytes.splice(target..target, piece);
            }
            4 => bytes.truncate(from.max(20)),
            5 => {
                // Another number where one stands.
                if let Some(digit) = bytes[from..].iter().position(u8::is_ascii_digit) {
                    bytes[from + digit] = b'0' + u8::try_from(dice.below(10)).unwrap();
                }
            }
            _ => {
                let word = WORDS[dice.below(WORDS.len())].as_bytes();
                let end = if dice.below(2) == 0 { from } else { (from + word.len()).min(bytes.len()) };
                bytes.splice(from..end, word.iter().copied());
            }
        }
        if bytes.is_empty() {
            bytes.push(b'%');
        }
    }
    bytes
}

/// Files of every kind.
fn seeds() -> Vec<Vec<u8>> {
    let mut rich = File::new();
    let map = rich.stream(
        "",
        b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <00ff> <4E00> endbfrange\n\
          2 beginbfchar <0101> <4E00> <0102> <4E014E02> endbfchar endcmap",
    );
    let fonts = [
        utf16(),
        named_font("GBK-EUC-H"),
        named_font("Identity-V"),
        format!("<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode {map}/DescendantFonts[<</W[1[500 600]7 9 400]>>]>>"),
        format!("<</Type/Font/Subtype/Type0/Encoding {map}/DescendantFonts[<</DW 700>>]>>"),
        "<</Type/Font/Subtype/Type3/FontMatrix[.001 0 0 .001 0 0]/FirstChar 1/Widths[500 600]/Encoding<</Differences[1/one 65/uni4EBF]>>>>".to_owned(),
    ];
    let fonts: Vec<String> =
        fonts.iter().enumerate().map(|(n, font)| format!("/F{n} {}", rich.add(font))).collect();
    let resources =
        format!("/Resources<</Font<</F {}{}>>", fonts[0].trim_start_matches("/F0 "), fonts.concat());
    let form = rich.stream(
        &format!("/Type/XObject/Subtype/Form/Matrix[1 0 0 1 5 5]{resources}>>"),
        b"BT /F1 9 Tf (\xd2\xda) Tj ET",
    );
    let resources = format!("{resources}/XObject<</X {form}>>/Properties<</P <</ActualText(x)>>>>>>");
    let operators = format!(
        "q 1 0 0 1 5 5 cm BT /F 10 Tf 12 TL 50 700 Td 1 Tc 2 Tw 90 Tz 3 Ts {a} Tj T* {a} ' 1 2 {a} \" [{a} -900 {a}] TJ\n\
         /Span <</ActualText <FEFF4EBF>>> BDC {a} Tj EMC /P /P BDC {a} Tj EMC /F2 10 Tf {a} Tj /F3 10 Tf <000101010102> Tj\n\
         /F4 9 Tf <0001> Tj /F5 9 Tf <0141> Tj 0.7 0.7 -0.7 0.7 9 9 Tm {a} Tj ET Q /X Do 1 1 m 2 2 l S 0 0 9 9 re f\n\
         BI /W 1 /H 1 /BPC 8 /CS /G ID x EI BT /F 10 Tf 1 0 0 1 50 90 Tm {a} Tj ET",
        a = hex("增8亿")
    );
    rich.page(&resources, operators.as_bytes());
    rich.page(&format!("{resources}/Rotate 90"), operators.as_bytes());
    let packed = rich.stream("/Filter/FlateDecode", &compress_to_vec_zlib(operators.as_bytes(), 6));
    rich.page(&format!("{resources}/Contents[{packed} {packed}]"), b"");
    let mut plain = File::new();
    let font = plain.add(&utf16());
    plain.page(
        &with_font(&font),
        &at(&[(50, 700, "指标"), (200, 700, "数值"), (50, 680, "总值"), (200, 680, "388.2")]),
    );
    let mut seeds = vec![rich.bytes(), rich.bytes(), plain.bytes()];
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for name in ["rc4-128", "aes-128", "streams", "streams"] {
        seeds.push(std::fs::read(fixtures.join(format!("{name}.pdf"))).expect(name));
    }
    seeds
}

#[test]
fn broken_files_are_read_or_refused() {
    let wanted = std::env::var("HESHU_MUTATIONS").ok().and_then(|n| n.parse().ok());
    let seeds = seeds();
    let work = move || {
        let (mut slowest, mut read) = ((Duration::ZERO, 0), 0);
        for number in 0..wanted.unwrap_or(300) {
            let mut dice = Dice(number);
            let seed = dice.below(seeds.len());
            let bytes = broken(&seeds[seed], &mut dice);
            eprint!("{number} ");
            let start = Instant::now();
            read += usize::from(common::read(bytes).is_ok());
            slowest = slowest.max((start.elapsed(), number));
        }
        (slowest, read, wanted)
    };
    // A worker has a megabyte; what is compiled for tests takes several times as much as what is shipped.
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(work).unwrap();
    let ((time, number), read, wanted) = thread.join().expect("the last number is the one");
    eprintln!("\n{read} were read; {number} took longest, {time:?}");
    assert!(read > 0, "breaking must not be total");
    if wanted.is_some() {
        assert!(time < Duration::from_secs(2), "{number} took {time:?}");
    }
}

#[test]
fn deep_nesting_does_not_exhaust_the_stack() {
    let nested = |open: &str, close: &str| format!("{}1{}", open.repeat(500), close.repeat(500));
    for deep in [nested("[", "]"), nested("<</A ", ">>"), nested("<</A[", "]>>")] {
        let mut file = File::new();
        let font = file.add(&utf16());
        let resources = with_font(&font);
        let operators = [b"/P ", deep.as_bytes(), b" BDC EMC ", &at(&[(50, 700, "亿")])[..]].concat();
        file.page(&format!("{resources}/Deep {deep}"), &operators);
        file.add(&deep);
        let bytes = file.bytes();
        let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(|| common::read(bytes)).unwrap();
        assert!(thread.join().is_ok());
    }
}
