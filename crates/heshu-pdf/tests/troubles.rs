//! What stands in the way of reading: each has its own answer, and what can be read is read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{File, at, lines, read, utf16, with_font};
use heshu_pdf::{Error, Limit, Limits, Note, Watch};
use miniz_oxide::deflate::compress_to_vec_zlib;
use std::ops::ControlFlow;
use std::path::Path;

const TEXT: &str = "地区生产总值388.2亿元，增长7.2%。";
const PROSE: &str = "过去一年，全县地区生产总值增长百分之六，一般公共预算收入增长百分之八，城乡居民收入稳步提高，民生持续改善。";

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    std::fs::read(folder.join(name)).expect(name)
}

/// A file of these pages: text to show, or operators where it is not text.
fn file(pages: &[&str]) -> File {
    let mut file = File::new();
    let font = file.add(&utf16());
    for text in pages {
        file.page(&with_font(&font), &at(&[(50, 700, text)]));
    }
    file
}

/// Adds a page that is one large image.
fn scan(file: &mut File) {
    let image = file.stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
        b"\x80",
    );
    file.page(&format!("/Resources<</XObject<</I {image}>>>>"), b"q 600 0 0 800 0 0 cm /I Do Q");
}

#[test]
fn files_that_are_encrypted_without_a_password_are_read() {
    // Made by qpdf, with an owner's password only.
    for name in ["rc4-40", "rc4-128", "aes-128", "aes-256", "aes-256-streams", "streams"] {
        let reading = read(fixture(&format!("{name}.pdf"))).expect(name);
        assert_eq!(lines(&reading.document), [TEXT], "{name}");
    }
}

#[test]
fn a_password_is_asked_for_and_checked() {
    for (name, password) in [("aes-256-password", "报告2024"), ("rc4-128-password", "secret")] {
        let read = |password: Option<&str>| {
            heshu_pdf::read(fixture(&format!("{name}.pdf")), password, Limits::default(), &mut ())
        };
        assert_eq!(read(None).unwrap_err(), Error::PasswordNeeded, "{name}");
        assert_eq!(read(Some("wrong")).unwrap_err(), Error::WrongPassword, "{name}");
        assert_eq!(lines(&read(Some(password)).unwrap().document), [TEXT], "{name}");
    }
}

#[test]
fn other_ways_of_encrypting_are_told_apart_from_a_wrong_password() {
    let bytes = fixture("rc4-128.pdf");
    let text = String::from_utf8_lossy(&bytes).replace("/Filter /Standard", "/Filter /PubSecXX");
    assert!(text.contains("PubSec"));
    let bytes: Vec<u8> = bytes
        .windows(9)
        .position(|w| w == b"/Standard")
        .map_or(Vec::new(), |at| [&bytes[..at], b"/PubSecXX", &bytes[at + 9..]].concat());
    assert_eq!(read(bytes).unwrap_err(), Error::Encryption);
}

#[test]
fn what_is_no_pdf_and_what_is_broken_are_told_apart() {
    assert_eq!(read(Vec::new()).unwrap_err(), Error::NotPdf);
    assert_eq!(read(PROSE.as_bytes().to_vec()).unwrap_err(), Error::NotPdf);
    assert_eq!(read(b"%PDF-1.7\nnothing else".to_vec()).unwrap_err(), Error::Damaged);
    assert_eq!(File::new().read().unwrap_err(), Error::Empty);
    assert_eq!(file(&[]).read().unwrap_err(), Error::Empty);
    assert_eq!(file(&[" "]).read().unwrap_err(), Error::Empty);
}

#[test]
fn a_file_without_its_end_is_read_as_far_as_it_goes() {
    let bytes = file(&[PROSE, TEXT]).bytes();
    let end = bytes.windows(4).rposition(|w| w == b"xref").unwrap() - 60;
    let reading = read(bytes[..end].to_vec()).unwrap();
    assert!(lines(&reading.document).contains(&PROSE), "{reading:?}");
}

#[test]
fn a_wrong_table_of_references_is_mended() {
    let bytes = file(&[PROSE]).bytes();
    let shifted = [b"%PDF-1.7\n% a line that moves everything\n", &bytes[9..]].concat();
    assert_eq!(lines(&read(shifted).unwrap().document), [PROSE]);
}

#[test]
fn scans_are_scans() {
    let mut scans = File::new();
    scan(&mut scans);
    scan(&mut scans);
    assert_eq!(scans.read().unwrap_err(), Error::Scan(2));
    let mut mixed = file(&[PROSE]);
    scan(&mut mixed);
    let reading = mixed.read().unwrap();
    assert_eq!(reading.notes, [Note::Pictures(vec![2])]);
    assert_eq!(lines(&reading.document), [PROSE]);
    assert_eq!(reading.document.pages.len(), 2, "pages keep their numbers");
}

#[test]
fn a_damaged_text_layer_is_told_and_what_is_sound_is_read() {
    let shift =
        |text: &str| text.chars().map(|c| char::from_u32(u32::from(c) + 0x333).unwrap()).collect::<String>();
    let garbled = shift(&PROSE.repeat(3));
    assert_eq!(file(&[&garbled, &garbled]).read().unwrap_err(), Error::DamagedText);
    let reading = file(&[PROSE, &garbled]).read().unwrap();
    assert_eq!(reading.notes, [Note::DamagedText(vec![2])]);
    assert_eq!(lines(&reading.document)[0], PROSE);
}

#[test]
fn a_page_that_cannot_be_unpacked_is_told() {
    let mut file = file(&[PROSE]);
    let broken = file.stream("/Filter/FlateDecode", b"this is not deflated");
    file.page(&format!("/Contents {broken}"), b"");
    let reading = file.read().unwrap();
    assert_eq!(lines(&reading.document), [PROSE]);
    assert_eq!(reading.notes, [Note::UnreadablePages(vec![2])]);
}

#[test]
fn pages_that_are_missing_are_counted() {
    let bytes = file(&[PROSE, TEXT]).bytes();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    assert!(text.contains("/Count 2"));
    let reading = read(text.replace("/Count 2", "/Count 9").into_bytes()).unwrap();
    assert_eq!(reading.notes, [Note::MissingPages(7)]);
}

#[test]
fn slanting_text_is_a_watermark() {
    let mut file = File::new();
    let font = file.add(&utf16());
    let mark = b" BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm <51855904> Tj ET ";
    file.page(&with_font(&font), &[&at(&[(50, 700, PROSE)])[..], mark, &at(&[(50, 680, TEXT)])].concat());
    let reading = file.read().unwrap();
    assert_eq!(lines(&reading.document), [PROSE, TEXT]);
    assert_eq!(reading.notes, [Note::Watermark(vec![1])]);
}

#[test]
fn limits_end_the_reading_and_what_was_read_stays() {
    let pages = file(&[TEXT, PROSE, TEXT]);
    let read = |file: &File, limits: Limits| heshu_pdf::read(file.bytes(), None, limits, &mut ());
    let two = read(&pages, Limits { pages: 2, ..Limits::default() }).unwrap();
    assert_eq!((lines(&two.document), two.notes), (vec![TEXT, PROSE], vec![Note::Limit(Limit::Pages)]));
    let few = read(&pages, Limits { characters: 5, ..Limits::default() }).unwrap();
    assert_eq!(lines(&few.document), ["地区生产总", "过去一年，", "地区生产总"]);
    assert_eq!(few.notes, [Note::Limit(Limit::Characters)]);
    let operators = read(&pages, Limits { operators: 3, ..Limits::default() });
    assert_eq!(operators.unwrap().notes, [Note::Limit(Limit::Operators)]);
    let bytes = read(&pages, Limits { decoded_bytes: 400, ..Limits::default() }).unwrap();
    assert!(bytes.notes.contains(&Note::Limit(Limit::Decoded)), "{:?}", bytes.notes);
    assert_eq!(lines(&bytes.document)[0], TEXT);
    let small = read(&pages, Limits { file_bytes: 100, ..Limits::default() });
    assert_eq!(small.unwrap_err(), Error::TooLarge(0));
}

#[test]
fn forms_within_forms_end() {
    // A form that draws itself twice: it is the next object.
    let mut file = File::new();
    let font = file.add(&utf16());
    let resources = format!("/Resources<</Font<</F {font}>>/XObject<</X 4 0 R>>>>");
    let form = file.stream(&format!("/Type/XObject/Subtype/Form {resources}"), b"/X Do /X Do");
    assert_eq!(form, "4 0 R");
    file.page(&resources, &[&at(&[(50, 700, TEXT)])[..], b" /X Do"].concat());
    assert_eq!(lines(&file.read().unwrap().document), [TEXT]);
    // Each draws the one before twice: the outermost would draw the innermost half a million times.
    let mut file = File::new();
    let font = file.add(&utf16());
    let mut inner = file.stream("/Type/XObject/Subtype/Form", b" ");
    for _ in 0..19 {
        let entries = format!("/Type/XObject/Subtype/Form/Resources<</XObject<</X {inner}>>>>");
        inner = file.stream(&entries, b"/X Do /X Do");
    }
    let resources = format!("/Resources<</Font<</F {font}>>/XObject<</X {inner}>>>>");
    file.page(&resources, &[&at(&[(50, 700, TEXT)])[..], b" /X Do"].concat());
    let reading = file.read().unwrap();
    assert_eq!(lines(&reading.document), [TEXT]);
    assert_eq!(reading.notes, [Note::Limit(Limit::Nesting)]);
}

#[test]
fn bombs_do_not_go_off() {
    let limits = Limits { decoded_bytes: 1 << 20, ..Limits::default() };
    let bomb = compress_to_vec_zlib(&vec![b' '; 4 << 20], 9);
    // As a page's content: up to the limit, and the page before it is there.
    let mut content = file(&[TEXT]);
    let stream = content.stream("/Filter/FlateDecode", &bomb);
    content.page(&format!("/Contents {stream}"), b"");
    let reading = heshu_pdf::read(content.bytes(), None, limits, &mut ()).unwrap();
    assert_eq!(lines(&reading.document), [TEXT]);
    assert!(reading.notes.contains(&Note::Limit(Limit::Decoded)), "{:?}", reading.notes);
    // Packed twice.
    let mut twice = file(&[TEXT]);
    let stream = twice.stream("/Filter[/FlateDecode/FlateDecode]", &compress_to_vec_zlib(&bomb, 9));
    twice.page(&format!("/Contents {stream}"), b"");
    let reading = heshu_pdf::read(twice.bytes(), None, limits, &mut ()).unwrap();
    assert_eq!(lines(&reading.document), [TEXT]);
    // As a stream of objects, which is unpacked when the file is opened.
    let mut objects = file(&[TEXT]);
    objects.stream("/Type/ObjStm/N 1/First 10/Filter/FlateDecode", &bomb);
    assert!(matches!(heshu_pdf::read(objects.bytes(), None, limits, &mut ()), Err(Error::TooLarge(1))));
}

/// Counts pages, and stops the reading after some.
struct Counter {
    seen: Vec<(usize, usize)>,
    stop: usize,
    clock: u64,
}

impl Watch for Counter {
    fn page(&mut self, done: usize, pages: usize) -> ControlFlow<()> {
        self.seen.push((done, pages));
        if done == self.stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn elapsed(&mut self) -> u64 {
        self.clock += 10;
        self.clock
    }
}

#[test]
fn a_reading_tells_how_far_it_is_and_can_be_stopped() {
    let pages = file(&[TEXT, PROSE, TEXT]);
    let mut counter = Counter { seen: Vec::new(), stop: 9, clock: 0 };
    heshu_pdf::read(pages.bytes(), None, Limits::default(), &mut counter).unwrap();
    assert_eq!(counter.seen, [(1, 3), (2, 3), (3, 3)]);
    let mut stopped = Counter { seen: Vec::new(), stop: 1, clock: 0 };
    let result = heshu_pdf::read(pages.bytes(), None, Limits::default(), &mut stopped);
    assert_eq!(result.unwrap_err(), Error::Cancelled);
    let mut slow = Counter { seen: Vec::new(), stop: 9, clock: 0 };
    let reading =
        heshu_pdf::read(pages.bytes(), None, Limits { milliseconds: 15, ..Limits::default() }, &mut slow)
            .unwrap();
    assert_eq!((lines(&reading.document), reading.notes), (vec![TEXT], vec![Note::Limit(Limit::Time)]));
}

#[test]
fn every_answer_is_a_sentence_in_both_languages() {
    let errors = [
        Error::NotPdf,
        Error::Damaged,
        Error::TooLarge(200),
        Error::PasswordNeeded,
        Error::WrongPassword,
        Error::Encryption,
        Error::Scan(3),
        Error::DamagedText,
        Error::Empty,
        Error::Cancelled,
    ];
    for said in errors.iter().map(Error::sentence) {
        assert!(said.zh.ends_with('。') && said.en.ends_with('.'), "{said:?}");
    }
}
