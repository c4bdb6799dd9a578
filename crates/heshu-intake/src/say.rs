//! What went wrong or stayed out, in sentences that say what to do.

use crate::Format;
use heshu_core::model::Bilingual;

fn sentence(zh: impl Into<String>, en: impl Into<String>) -> Bilingual {
    Bilingual { zh: zh.into(), en: en.into() }
}

/// Why a file could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// There are no bytes.
    Empty,
    /// The file is larger than is read.
    TooLarge {
        /// The largest that is.
        megabytes: usize,
    },
    /// A format that nobody here knows.
    Unknown,
    /// A format that is known and not read.
    Unsupported(Other),
    /// The file is of a format that is read, but what is in it is not whole.
    Damaged(Format),
    /// What a PDF has of its own: passwords, scans, damaged layers of text.
    Pdf(heshu_pdf::Error),
    /// Encrypted by another program than a PDF's.
    Locked,
    /// There is no text in it.
    NoText,
    /// An archive without anything to read.
    NothingInside,
    /// Archives within archives within archives.
    TooDeep,
}

/// Formats that are told apart so that the sentence can say what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// Pictures.
    Image,
    /// Excel, ET.
    Sheet,
    /// PowerPoint, DPS.
    Slides,
    /// Archives other than ZIP.
    Archive,
    /// Word before 97.
    OldWord,
    /// Microsoft Works, WPS before 2000 and the like.
    OldWps,
    /// OpenDocument, UOF, Word XML: word processors' other formats.
    Writer,
    /// CNKI's readers.
    Caj,
}

impl Error {
    /// A short name that does not change.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too_large",
            Self::Unknown => "unknown",
            Self::Unsupported(_) => "unsupported",
            Self::Damaged(_) => "damaged",
            Self::Pdf(heshu_pdf::Error::PasswordNeeded) => "password",
            Self::Pdf(heshu_pdf::Error::WrongPassword) => "wrong_password",
            Self::Pdf(_) => "pdf",
            Self::Locked => "locked",
            Self::NoText => "no_text",
            Self::NothingInside => "nothing_inside",
            Self::TooDeep => "too_deep",
        }
    }

    /// What is wrong and what to do, without the file's name.
    pub fn sentence(&self) -> Bilingual {
        match self {
            Self::Empty => sentence(
                "文件是空的。请确认下载或复制已经完成",
                "The file is empty. Check that it was downloaded or copied completely",
            ),
            Self::TooLarge { megabytes } => sentence(
                format!("文件超过 {megabytes} MB，不像是一份报告。请只取报告部分另存，或复制正文粘贴"),
                format!(
                    "The file is larger than {megabytes} MB, which no report is. Save the report alone, or paste its text"
                ),
            ),
            Self::Unknown => sentence(
                "认不出这种文件。请用它自己的软件打开，另存为 DOCX 或 PDF，或复制全文粘贴",
                "This kind of file is not known. Open it in its own program and save it as DOCX or PDF, or paste its text",
            ),
            Self::Unsupported(other) => other.sentence(),
            Self::Damaged(format) => sentence(
                format!("{} 文件已损坏或不完整。请重新下载，或用原来的软件打开后另存", format.name()),
                format!(
                    "The {} file is damaged or incomplete. Download it again, or open it in its own program and save it anew",
                    format.name()
                ),
            ),
            Self::Pdf(error) => error.sentence(),
            Self::Locked => sentence(
                "文件加了密。请用它自己的软件输入密码打开，去掉密码后另存",
                "The file is encrypted. Open it in its own program with the password and save it without one",
            ),
            Self::NoText => sentence(
                "文件里没有文字。如果内容是图片，请先做文字识别（OCR）",
                "There is no text in the file. If its content is pictures, run text recognition (OCR) first",
            ),
            Self::NothingInside => sentence(
                "压缩包里没有可以读的报告。请解压后打开其中的文件，看看是不是报告",
                "The archive holds no report that can be read. Unpack it and look at what is in it",
            ),
            Self::TooDeep => sentence(
                "压缩包里套了太多层压缩包。请先解压，再放入报告文件",
                "Archives lie in archives too deep. Unpack them and take the report itself",
            ),
        }
    }
}

impl Other {
    fn sentence(self) -> Bilingual {
        match self {
            Self::Image => sentence(
                "这是图片，不是文字。请先做文字识别（OCR），再粘贴识别出的文字",
                "This is a picture, not text. Run text recognition (OCR) first and paste what it gives",
            ),
            Self::Sheet => sentence(
                "这是电子表格。核数读的是报告正文，请给出报告的 DOCX、PDF 或文本文件",
                "This is a spreadsheet. Heshu reads the report itself: take its DOCX, PDF or text file",
            ),
            Self::Slides => sentence(
                "这是演示文稿。核数读的是报告正文，请给出报告的 DOCX、PDF 或文本文件",
                "These are slides. Heshu reads the report itself: take its DOCX, PDF or text file",
            ),
            Self::Archive => sentence(
                "这是 ZIP 以外的压缩包。请先解压，再放入其中的报告文件",
                "This is an archive of a kind other than ZIP. Unpack it and take the report from it",
            ),
            Self::OldWord => sentence(
                "这是 Word 97 以前的文件。请用 Word 或 WPS 打开，另存为 DOCX",
                "This file is older than Word 97. Open it in Word or WPS and save it as DOCX",
            ),
            Self::OldWps => sentence(
                "这种 WPS 文件读不了。请用 WPS 打开，另存为 DOCX 或 PDF",
                "This kind of WPS file cannot be read. Open it in WPS and save it as DOCX or PDF",
            ),
            Self::Writer => sentence(
                "这种文字处理文件读不了。请用原来的软件打开，另存为 DOCX 或 PDF",
                "This word processor’s format cannot be read. Open it in its own program and save it as DOCX or PDF",
            ),
            Self::Caj => sentence(
                "这是 CAJ 文件。请用 CAJViewer 打开，另存或打印为 PDF",
                "This is a CAJ file. Open it in CAJViewer and save or print it as PDF",
            ),
        }
    }
}

/// What a person should know about a file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The limit of decoded bytes was reached.
    Decoded,
    /// The limit of pages was reached: so many were read.
    Pages(usize),
    /// The time was up.
    Time,
    /// The limit of documents in an archive was reached: so many were read.
    Documents(usize),
    /// Some of the file is damaged; the rest was read.
    Damaged,
    /// These pages could not be read, counted from 1.
    DamagedPages(Vec<usize>),
    /// What there is to say of a PDF.
    Pdf(heshu_pdf::Note),
}

impl Note {
    /// A short name that does not change.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Decoded => "limit_decoded",
            Self::Pages(_) => "limit_pages",
            Self::Time => "limit_time",
            Self::Documents(_) => "limit_documents",
            Self::Damaged => "damaged",
            Self::DamagedPages(_) => "damaged_pages",
            Self::Pdf(_) => "pdf",
        }
    }

    /// The sentence.
    pub fn sentence(&self) -> Bilingual {
        match self {
            Self::Decoded => sentence(
                "文件展开后太大，只读了前一部分，后面的没有读",
                "The file unpacks to too much: only the first part of it was read",
            ),
            Self::Pages(pages) => sentence(
                format!("页数太多，只读了前 {pages} 页"),
                format!("There are too many pages: only the first {pages} were read"),
            ),
            Self::Time => sentence(
                "读取用时太久，只读了前一部分，后面的没有读",
                "Reading took too long: only the first part of it was read",
            ),
            Self::Documents(documents) => sentence(
                format!("压缩包里的文件太多，只读了前 {documents} 个"),
                format!("The archive holds too many files: only the first {documents} were read"),
            ),
            Self::Damaged => sentence(
                "文件有一部分已损坏，只读出了其余部分，请与原件核对",
                "Some of the file is damaged: only the rest was read. Compare it with the original",
            ),
            Self::DamagedPages(pages) => sentence(
                format!("第 {} 页已损坏，没有读出", list(pages, "、")),
                format!("Damaged and not read: page {}", list(pages, ", ")),
            ),
            Self::Pdf(note) => note.sentence(),
        }
    }
}

/// Page numbers, runs of them as `3—7`.
fn list(pages: &[usize], comma: &str) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for page in pages {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *page => *last = *page,
            _ => runs.push((*page, *page)),
        }
    }
    let run = |(first, last): &(usize, usize)| {
        if first == last { first.to_string() } else { format!("{first}—{last}") }
    };
    runs.iter().map(run).collect::<Vec<_>>().join(comma)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_listed_in_runs() {
        assert_eq!(list(&[1, 2, 3, 5, 8, 9], "、"), "1—3、5、8—9");
        assert_eq!(Note::DamagedPages(vec![4]).sentence().zh, "第 4 页已损坏，没有读出");
    }
}
