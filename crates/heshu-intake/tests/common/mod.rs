//! Small files of every format, as programs write them.

#![allow(dead_code, reason = "each test takes what it needs")]
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use heshu_intake::{Error, Found, Options, Read, Silent};
use std::io::{Cursor, Write};
use std::path::PathBuf;

/// Reads bytes with the usual limits.
pub fn read(bytes: &[u8]) -> Result<Found, Error> {
    heshu_intake::read(bytes, &Options { name: "报告", ..Options::default() }, &mut Silent)
}

/// The only document of a file.
pub fn document(bytes: &[u8]) -> Read {
    let mut found = read(bytes).unwrap_or_else(|error| panic!("{error:?}: {}", error.sentence().en));
    assert_eq!(found.documents.len(), 1);
    found.documents.remove(0)
}

/// Its lines with a mark for what they are: `=` a line, `¶` a paragraph, `|` a row, `*` a note.
pub fn lines(bytes: &[u8]) -> Vec<String> {
    use heshu_core::intake::Role;
    let mark = |role: Role| match role {
        Role::Line => '=',
        Role::Paragraph => '¶',
        Role::Row => '|',
        Role::Note => '*',
    };
    let document = document(bytes).document;
    let lines = document.pages.into_iter().flat_map(|page| page.lines);
    lines.map(|line| format!("{}{}", mark(line.role), line.text)).collect()
}

/// A ZIP archive.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in parts {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(*path, options).expect("in memory");
        writer.write_all(content).expect("in memory");
    }
    writer.finish().expect("in memory").into_inner()
}

const WORD: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
                    xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'";

/// A DOCX of a body, with other parts.
pub fn docx_with(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let wrap =
        |root: &str, content: &str| format!("<?xml version='1.0'?><w:{root} {WORD}>{content}</w:{root}>");
    let types = "<Types/>".to_owned();
    let relations =
        "<Relationships><Relationship Type='http://schemas.openxmlformats.org/officeDocument/2006/\
                     relationships/officeDocument' Target='word/document.xml'/></Relationships>"
            .to_owned();
    let mut all = vec![
        ("[Content_Types].xml".to_owned(), types),
        ("_rels/.rels".to_owned(), relations),
        ("word/document.xml".to_owned(), wrap("document", &format!("<w:body>{body}</w:body>"))),
    ];
    all.extend(parts.iter().map(|(name, content)| (format!("word/{name}.xml"), wrap(name, content))));
    let all: Vec<(&str, &[u8])> =
        all.iter().map(|(path, content)| (path.as_str(), content.as_bytes())).collect();
    zip(&all)
}

/// A DOCX of paragraphs.
pub fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let body: String = paragraphs.iter().map(|text| p(text)).collect();
    docx_with(&body, &[])
}

/// A paragraph.
pub fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space='preserve'>{}</w:t></w:r></w:p>", escaped(text))
}

/// Characters as XML and HTML write them.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// An OFD: of each page its text codes, each with x, y in millimetres.
pub fn ofd(pages: &[&[(f64, f64, &str)]]) -> Vec<u8> {
    let mut list = String::new();
    let mut contents = Vec::new();
    for (number, codes) in pages.iter().enumerate() {
        list += &format!("<ofd:Page ID='{number}' BaseLoc='Pages/Page_{number}/Content.xml'/>");
        let mut objects = String::new();
        for (x, y, text) in *codes {
            let delta = format!("g {} 5", text.chars().count().saturating_sub(1));
            objects += &format!(
                "<ofd:TextObject Boundary='{x} {} 100 5' Size='5'><ofd:TextCode X='0' Y='4' DeltaX='{delta}'>{}\
                 </ofd:TextCode></ofd:TextObject>",
                y - 4.0,
                escaped(text)
            );
        }
        contents.push((
            format!("Doc_0/Pages/Page_{number}/Content.xml"),
            format!("<ofd:Page><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"),
        ));
    }
    let root = "<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016'><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml\
                </ofd:DocRoot></ofd:DocBody></ofd:OFD>";
    let document = format!(
        "<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>\
         </ofd:CommonData><ofd:Pages>{list}</ofd:Pages></ofd:Document>"
    );
    let mut parts: Vec<(&str, &[u8])> =
        vec![("OFD.xml", root.as_bytes()), ("Doc_0/Document.xml", document.as_bytes())];
    parts.extend(contents.iter().map(|(path, content)| (path.as_str(), content.as_bytes())));
    zip(&parts)
}

/// A fixture's bytes.
pub fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The corpus of texts, where it is at hand: name and text.
pub fn corpus() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: there is no {}", folder.display());
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let text = |path: PathBuf| Some((path.display().to_string(), std::fs::read_to_string(&path).ok()?));
    files.into_iter().filter_map(text).collect()
}

/// Characters without white space, which no format promises to keep.
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
