//! Files that mean harm, and files that are broken in every way: no panic, no waiting, no memory without bound.

#![allow(clippy::indexing_slicing, reason = "tests")]

mod common;
use common::{docx, docx_with, fixture, lines, ofd, p, read, zip};
use heshu_intake::{Error, Limits, Note, Options, Silent, Watch};
use std::time::{Duration, Instant};

fn within(bytes: &[u8], limits: Limits) -> Result<heshu_intake::Found, Error> {
    heshu_intake::read(bytes, &Options { limits, ..Options::default() }, &mut Silent)
}

#[test]
fn a_zip_bomb_is_read_up_to_its_limit() {
    let bomb = docx_with(&p(&"税".repeat(2_000_000)), &[]);
    assert!(bomb.len() < 100_000);
    let found =
        within(&bomb, Limits { decoded: 300_000, ..Limits::default() }).expect("its beginning is read");
    assert!(found.documents[0].notes.contains(&Note::Decoded), "{:?}", found.documents[0].notes);
    let read: usize = found.documents[0].document.pages[0].lines.iter().map(|line| line.text.len()).sum();
    assert!((200_000..=300_000).contains(&read), "{read}");
}

#[test]
fn an_archive_has_bounds_in_depth_and_number() {
    let mut nested = zip(&[("报告.txt", "报告".as_bytes())]);
    for _ in 0..5 {
        nested = zip(&[("内.zip", &nested)]);
    }
    assert_eq!(read(&nested), Err(Error::TooDeep));
    let names: Vec<String> = (0..10).map(|n| format!("{n}.txt")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), "报告".as_bytes())).collect();
    let found = within(&zip(&many), Limits { documents: 4, ..Limits::default() }).expect("some are read");
    assert_eq!((found.documents.len(), found.notes), (4, vec![Note::Documents(4)]));
}

#[test]
fn pages_have_a_bound() {
    let codes: &[(f64, f64, &str)] = &[(30.0, 40.0, "页")];
    let found = within(&ofd(&[codes; 9]), Limits { pages: 5, ..Limits::default() }).expect("five are read");
    assert_eq!(found.documents[0].document.pages.len(), 5);
    assert_eq!(found.documents[0].notes, [Note::Pages(5)]);
}

#[test]
fn when_the_time_is_up_what_was_read_stays() {
    /// Each look at the clock takes a second.
    struct Slow(std::cell::Cell<f64>);
    impl Watch for Slow {
        fn seconds(&self) -> f64 {
            self.0.set(self.0.get() + 1.0);
            self.0.get()
        }
    }
    let file = docx(&["各位代表，现在向大会报告工作。"; 5_000]);
    let options = Options { limits: Limits { seconds: 5.0, ..Limits::default() }, ..Options::default() };
    let found = heshu_intake::read(&file, &options, &mut Slow(0.0.into())).expect("the beginning is read");
    let read = found.documents[0].document.pages[0].lines.len();
    assert!(0 < read && read < 5_000, "{read}");
    assert_eq!(found.documents[0].notes, [Note::Time]);
}

#[test]
fn elements_may_be_nested_without_end() {
    let deep = |open: &str, close: &str| format!("{}报告{}", open.repeat(100_000), close.repeat(100_000));
    let table = deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    let _ = read(&docx_with(&table, &[]));
    assert_eq!(lines(format!("<html>{}", deep("<div>", "</div>")).as_bytes()), ["¶报告"]);
    assert_eq!(lines(format!("<html>{}", deep("<p><b>", "</b>")).as_bytes()), ["¶报告"]);
    let _ = read(format!("{{\\rtf1 {}", deep("{", "}")).as_bytes());
}

/// One whole file of each format.
fn seeds() -> Vec<(&'static str, Vec<u8>)> {
    let text = "政府工作报告\n2023年，地区生产总值388.2亿元、增长7.2％。\n".repeat(8);
    let html = format!(
        "<html><head><meta charset=gbk><title>报告</title></head><body><div><h1>报告</h1><p>{text}</p>\
         <table><tr><td>指标<td>6%</table><ul><li>一<li>二</ul><a href=x>上一篇</a></div></body></html>"
    );
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mht = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"B\"\r\n\r\n--B\r\nContent-Type: text/html\r\n\
         Content-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n--B--\r\n",
        String::from_utf8_lossy(&quoted_printable::encode(&html))
    );
    let report = docx(&["政府工作报告", "各位代表："]);
    let mut seeds = vec![
        ("docx", fixture("report.docx")),
        ("doc", fixture("report.doc")),
        ("rtf", fixture("report.rtf")),
        ("ofd", ofd(&[&[(30.0, 40.0, "政府工作报告"), (30.0, 50.0, "各位")], &[(30.0, 40.0, "代表")]])),
        ("html", encoding_rs::GB18030.encode(&html).0.into_owned()),
        ("mht", mht.into_bytes()),
        ("utf-16", utf16),
        ("gbk", encoding_rs::GB18030.encode(&text).0.into_owned()),
        ("zip", zip(&[("a.docx", &report), ("b/c.txt", text.as_bytes())])),
    ];
    seeds.push(("pdf", pdf()));
    seeds
}

/// A small PDF, as the tests of PDF have one.
fn pdf() -> Vec<u8> {
    let text = "BT /F1 16 Tf 72 700 Td <62A5544A> Tj 0 -20 Td <00310030> Tj ET";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{text}\nendstream", text.len()),
        "<</Type/Font/Subtype/Type0/BaseFont/STSong/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>".to_owned(),
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>"
            .to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file += &format!("{} 0 obj\n{object}\nendobj\n", number + 1);
    }
    let start = file.len();
    file += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        file += &format!("{place:010} 00000 n \n");
    }
    file += &format!("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    file.into_bytes()
}

/// Numbers that look random and are the same each time (splitmix64).
struct Seeded(u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }
}

/// Changes a file: bytes turned, cut out, doubled, set to the numbers that break sums; or a part of it in another.
fn mutate(file: &[u8], other: &[u8], random: &mut Seeded) -> Vec<u8> {
    let mut bytes = file.to_vec();
    for _ in 0..1 + random.below(8) {
        let at = random.below(bytes.len());
        let length = random.below(64).min(bytes.len() - at);
        match random.below(7) {
            0 => bytes.iter_mut().skip(at).take(1).for_each(|b| *b ^= 1 << (length % 8)),
            1 => bytes.iter_mut().skip(at).take(1 + length % 4).for_each(|b| *b = 0xff),
            2 => bytes.iter_mut().skip(at).take(1 + length % 4).for_each(|b| *b = 0),
            3 => drop(bytes.drain(at..at + length)),
            4 => {
                let piece = bytes[at..at + length].to_vec();
                bytes.splice(at..at, piece);
            }
            5 => {
                let from = random.below(other.len());
                let piece = other[from..(from + length).min(other.len())].to_vec();
                bytes.splice(at..at, piece);
            }
            _ if random.below(8) == 0 => bytes.truncate(at),
            _ => bytes.iter_mut().skip(at).take(1).for_each(|b| *b = random.next() as u8),
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

/// Packs what was damaged anew, so that the damage lies behind sums that are right.
fn repacked(file: &[u8], random: &mut Seeded) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).ok()?;
    let chosen = random.below(archive.len());
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut content = Vec::new();
        let mut entry = archive.by_index(index).ok()?;
        let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
        std::io::Read::read_to_end(&mut entry, &mut content).ok()?;
        if index == chosen && !content.is_empty() {
            content = mutate(&content, b"<w:p><w:tbl>&#x110000;&amp;</w:del>", random);
        }
        parts.push((name, content));
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    Some(zip(&parts))
}

/// `HESHU_MUTATIONS=20000` makes it that many.
#[test]
fn broken_files_neither_panic_nor_take_long() {
    let count = std::env::var("HESHU_MUTATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(300);
    let seeds = seeds();
    for (name, seed) in &seeds {
        assert!(read(seed).is_ok(), "{name}: the file is whole before it is broken");
    }
    let mut random = Seeded(2024);
    let mut longest = (Duration::ZERO, "", 0);
    let mut still_read = 0;
    for number in 0..count {
        let (name, seed) = &seeds[number % seeds.len()];
        let (_, other) = &seeds[random.below(seeds.len())];
        let packed = seed.starts_with(b"PK") && random.below(4) > 0;
        let bytes = packed.then(|| repacked(seed, &mut random)).flatten();
        let bytes = bytes.unwrap_or_else(|| mutate(seed, other, &mut random));
        let begun = Instant::now();
        // A panic ends the test; these sizes cannot need more than this.
        if let Ok(found) = within(&bytes, Limits { decoded: 50_000_000, ..Limits::default() }) {
            still_read += 1;
            let text: usize = found.documents.iter().map(|read| read.document.text().len()).sum();
            assert!(text <= 50_000_000, "{name} {number}");
        }
        let took = begun.elapsed();
        if took > longest.0 {
            longest = (took, name, number);
        }
    }
    eprintln!("{count} broken files, {still_read} of them still read; the longest took {longest:?}");
    // Damage in one place seldom leaves nothing to read: else this test would only knock at the door.
    assert!(still_read * 4 > count, "{still_read} of {count}");
}
