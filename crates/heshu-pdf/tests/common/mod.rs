//! A writer of small PDF files, so that a test shows what it is about.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use heshu_core::intake::Document;
use heshu_pdf::{Error, Reading};

/// A file in the making. Objects are numbered from 1 in the order in which they are added.
#[derive(Default)]
pub struct File {
    objects: Vec<Vec<u8>>,
    pages: Vec<usize>,
}

impl File {
    pub fn new() -> Self {
        // The first two are the catalogue and the tree of pages, written at the end.
        Self { objects: vec![Vec::new(), Vec::new()], pages: Vec::new() }
    }

    /// Adds an object and gives its reference.
    pub fn add(&mut self, body: &str) -> String {
        self.objects.push(body.as_bytes().to_vec());
        format!("{} 0 R", self.objects.len())
    }

    /// Adds a stream; `entries` are what its dictionary holds beside its length.
    pub fn stream(&mut self, entries: &str, data: &[u8]) -> String {
        let mut body = format!("<</Length {} {entries}>>\nstream\n", data.len()).into_bytes();
        body.extend_from_slice(data);
        body.extend_from_slice(b"\nendstream");
        self.objects.push(body);
        format!("{} 0 R", self.objects.len())
    }

    /// Adds a page of 600 by 800 points; `entries` are those of its dictionary, its resources for instance.
    pub fn page(&mut self, entries: &str, operators: &[u8]) -> &mut Self {
        let contents = self.stream("", operators);
        self.add(&format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {contents} {entries}>>"));
        self.pages.push(self.objects.len());
        self
    }

    /// The file's bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let kids: Vec<String> = self.pages.iter().map(|page| format!("{page} 0 R")).collect();
        let count = self.pages.len();
        let mut objects = self.objects.clone();
        objects[0] = b"<</Type/Catalog/Pages 2 0 R>>".to_vec();
        objects[1] = format!("<</Type/Pages/Count {count}/Kids[{}]>>", kids.join(" ")).into_bytes();
        let mut file = b"%PDF-1.7\n".to_vec();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
        for (number, object) in objects.iter().enumerate() {
            table.push_str(&format!("{:010} 00000 n \n", file.len()));
            file.extend_from_slice(format!("{} 0 obj\n", number + 1).as_bytes());
            file.extend_from_slice(object);
            file.extend_from_slice(b"\nendobj\n");
        }
        let start = file.len();
        file.extend_from_slice(table.as_bytes());
        let trailer =
            format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
        file.extend_from_slice(trailer.as_bytes());
        file
    }

    pub fn read(&self) -> Result<Reading, Error> {
        read(self.bytes())
    }
}

pub fn read(bytes: Vec<u8>) -> Result<Reading, Error> {
    heshu_pdf::read(bytes, None, Default::default(), &mut ())
}

/// `/Resources` with one font, `/F`.
pub fn with_font(font: &str) -> String {
    format!("/Resources<</Font<</F {font}>>>>")
}

/// A composite font in a named encoding.
pub fn named_font(encoding: &str) -> String {
    format!(
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{encoding}/DescendantFonts[<</Type/Font\
         /Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>\
         /DW 1000/W[1 95 500 814 907 500 7716 7716 500]>>]>>"
    )
}

/// A font whose codes are UTF-16, for tests of something else.
pub fn utf16() -> String {
    named_font("UniGB-UCS2-H")
}

/// A string operand with the text in UTF-16.
pub fn hex(text: &str) -> String {
    let digits: String = text.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
    format!("<{digits}>")
}

/// Operators that show each text at its place, in 10 points.
pub fn at(places: &[(i32, i32, &str)]) -> Vec<u8> {
    let shown: Vec<String> =
        places.iter().map(|(x, y, text)| format!("1 0 0 1 {x} {y} Tm {} Tj", hex(text))).collect();
    format!("BT /F 10 Tf {} ET", shown.join("\n")).into_bytes()
}

/// The lines of all pages.
pub fn lines(document: &Document) -> Vec<&str> {
    document.pages.iter().flat_map(|page| page.lines.iter().map(|line| line.text.as_str())).collect()
}
