//! What a file is, by its content.

use crate::limits::Budget;
use crate::package::Package;
use crate::say::Other;
use crate::{Error, mht, text};

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Portable Document Format.
    Pdf,
    /// Word since 2007, and WPS.
    Docx,
    /// Word 97–2003, and WPS's own files, which are the same.
    Doc,
    /// The Chinese format of official documents, GB/T 33190.
    Ofd,
    /// A web page.
    Html,
    /// A web page with its parts in one file.
    Mht,
    /// Rich Text Format.
    Rtf,
    /// An archive of any of these.
    Zip,
}

impl Format {
    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "TXT",
            Self::Pdf => "PDF",
            Self::Docx => "DOCX",
            Self::Doc => "DOC",
            Self::Ofd => "OFD",
            Self::Html => "HTML",
            Self::Mht => "MHT",
            Self::Rtf => "RTF",
            Self::Zip => "ZIP",
        }
    }
}

/// A PDF's mark may stand behind a preamble of this length.
const PREAMBLE: usize = 1024;

/// Marks of formats that are not read.
const OTHERS: [(&[u8], Other); 17] = [
    (b"\x89PNG", Other::Image),
    (b"\xff\xd8\xff", Other::Image),
    (b"GIF8", Other::Image),
    (b"BM", Other::Image),
    (b"II*\0", Other::Image),
    (b"MM\0*", Other::Image),
    (b"AT&TFORM", Other::Image),
    (b"Rar!", Other::Archive),
    (b"7z\xbc\xaf\x27\x1c", Other::Archive),
    (b"\x1f\x8b", Other::Archive),
    (b"BZh", Other::Archive),
    (b"\xfd7zXZ\0", Other::Archive),
    (b"\xdb\xa5", Other::OldWord),
    (b"\x31\xbe", Other::OldWord),
    (b"CAJ\0", Other::Caj),
    (b"HN\0\0", Other::Caj),
    (b"KDH ", Other::Caj),
];

/// Tells what a file is.
///
/// # Errors
/// For what is not read, the sentence that says what to do.
pub(crate) fn sniff(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Format, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    let head = bytes.get(..PREAMBLE).unwrap_or(bytes);
    // A PDF may be the first thing in an archive, as it is.
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return package(bytes, budget);
    }
    if head.windows(5).any(|window| window == b"%PDF-") {
        return Ok(Format::Pdf);
    }
    if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return compound(bytes);
    }
    if head.trim_ascii_start().starts_with(b"{\\rtf") {
        return Ok(Format::Rtf);
    }
    let starts = |mark: &[u8]| head.starts_with(mark);
    // A text may begin with the letters of a short mark; only what is no text is anything else.
    let Some(beginning) = text::beginning(bytes) else {
        let other = OTHERS.iter().find(|(mark, _)| starts(mark)).map(|(_, other)| *other);
        return Err(other.map_or(Error::Unknown, Error::Unsupported));
    };
    Ok(match beginning.trim_start_matches(['\u{feff}', '\n', '\r', ' ', '\t']) {
        start if mht::is_message(start) => Format::Mht,
        start if is_page(start) => Format::Html,
        start if start.contains("<?mso-application") || start.contains("<office:document") => {
            return Err(Error::Unsupported(Other::Writer));
        }
        _ => Format::Text,
    })
}

fn package(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Format, Error> {
    let mut package = Package::open(bytes, Format::Zip)?;
    if package.has("word/document.xml") {
        return Ok(Format::Docx);
    }
    if package.has("OFD.xml") {
        return Ok(Format::Ofd);
    }
    if package.has("[Content_Types].xml") {
        // The main part may have any name; the relations of the package tell it.
        return match crate::docx::main_part(&mut package, budget) {
            _ if package.has("xl/workbook.xml") => Err(Error::Unsupported(Other::Sheet)),
            _ if package.has("ppt/presentation.xml") => Err(Error::Unsupported(Other::Slides)),
            Some(_) => Ok(Format::Docx),
            None => Err(Error::Unsupported(Other::Writer)),
        };
    }
    if package.has("mimetype") && package.has("content.xml") {
        return Err(Error::Unsupported(Other::Writer));
    }
    Ok(Format::Zip)
}

fn compound(bytes: &[u8]) -> Result<Format, Error> {
    let file =
        cfb::CompoundFile::open(std::io::Cursor::new(bytes)).map_err(|_| Error::Damaged(Format::Doc))?;
    let has = |name: &str| file.exists(name);
    if has("/WordDocument") {
        Ok(Format::Doc)
    } else if has("/EncryptedPackage") {
        Err(Error::Locked)
    } else if has("/Workbook") || has("/Book") {
        Err(Error::Unsupported(Other::Sheet))
    } else if has("/PowerPoint Document") {
        Err(Error::Unsupported(Other::Slides))
    } else if has("/CONTENTS") || has("/MatOST") {
        Err(Error::Unsupported(Other::OldWps))
    } else {
        Err(Error::Unknown)
    }
}

/// Whether a text is a web page, not words about one.
fn is_page(start: &str) -> bool {
    let start = start.to_ascii_lowercase();
    let mut rest = start.as_str();
    loop {
        rest = rest.trim_start();
        // Comments and declarations may stand before the root.
        let passed = match rest {
            _ if rest.starts_with("<!--") => rest.split_once("-->"),
            _ if rest.starts_with("<?") => rest.split_once("?>"),
            _ => None,
        };
        match passed {
            Some((_, after)) => rest = after,
            None => break,
        }
    }
    ["<!doctype html", "<html", "<head", "<body", "<meta", "<title"].iter().any(|tag| rest.starts_with(tag))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, Silent};

    fn told(bytes: &[u8]) -> Result<Format, Error> {
        sniff(bytes, &mut Budget::new(Limits::default(), None, &mut Silent))
    }

    #[test]
    fn formats_are_told_by_content() {
        for (bytes, expected) in [
            (&b"\n%PDF-1.7\n"[..], Ok(Format::Pdf)),
            (b"{\\rtf1\\ansi", Ok(Format::Rtf)),
            ("政府工作报告".as_bytes(), Ok(Format::Text)),
            (b"BMW sold 3 cars", Ok(Format::Text)),
            (b"<!-- saved --><!DOCTYPE html><p>", Ok(Format::Html)),
            (b"<?xml version='1.0'?>\n<html xmlns='x'>", Ok(Format::Html)),
            ("本文说明 <html> 标签".as_bytes(), Ok(Format::Text)),
            (
                b"From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n",
                Ok(Format::Mht),
            ),
            (b"", Err(Error::Empty)),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Err(Error::Unsupported(Other::Image))),
            (b"Rar!\x1a\x07\x00\xcf\x90\x73", Err(Error::Unsupported(Other::Archive))),
            (b"PK\x03\x04\x14\x00", Err(Error::Damaged(Format::Zip))),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Err(Error::Damaged(Format::Doc))),
            (b"WPS\x00\x01\x02\x00\x00\xff\xff\xff", Err(Error::Unknown)),
        ] {
            assert_eq!(told(bytes), expected, "{bytes:?}");
        }
    }
}
