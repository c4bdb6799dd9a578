//! What can go wrong, each with a sentence for people that says what to do.

use heshu_core::model::Bilingual;
use std::fmt;

/// Why nothing could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The bytes are not a PDF.
    NotPdf,
    /// The file is broken or cut off before any page.
    Damaged,
    /// The file is larger than [`crate::Limits::file_bytes`], given in MiB.
    TooLarge(usize),
    /// A password is needed, and none was given.
    PasswordNeeded,
    /// The password that was given is wrong.
    WrongPassword,
    /// Encrypted in a way that cannot be undone with a password (certificates, unknown ciphers).
    Encryption,
    /// So many pages, all of them pictures.
    Scan(usize),
    /// The characters that the file names are not the ones that it shows.
    DamagedText,
    /// There is nothing on the pages.
    Empty,
    /// [`crate::Watch::page`] ended the reading.
    Cancelled,
}

/// What a reader of the text should know. Page numbers count from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// These pages are pictures and gave no text.
    Pictures(Vec<usize>),
    /// On these pages the characters that the file names are probably not the ones that it shows.
    DamagedText(Vec<usize>),
    /// These pages could not be read.
    UnreadablePages(Vec<usize>),
    /// So many pages that the file counts are not in it.
    MissingPages(usize),
    /// Slanting text was left out on these pages: a watermark.
    Watermark(Vec<usize>),
    /// The reading ended early, or left something out, at a limit.
    Limit(Limit),
}

/// The limits of [`crate::Limits`] that end a reading early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Decoded bytes.
    Decoded,
    /// Pages.
    Pages,
    /// Forms within forms.
    Nesting,
    /// Operators of a page.
    Operators,
    /// Characters of a page.
    Characters,
    /// Time.
    Time,
}

impl Error {
    /// The sentence for people.
    pub fn sentence(&self) -> Bilingual {
        match self {
            Self::NotPdf => {
                both("这不是PDF文件。请确认选对了文件。", "This is not a PDF. Please check the file.")
            }
            Self::Damaged => both(
                "这个PDF已损坏或不完整，一页也没有读出来。请重新下载；如果能打开，另存为一份新的PDF再试，或复制文字粘贴。",
                "This PDF is damaged or incomplete; no page could be read. Download it again; if a viewer opens it, save it as a new PDF, or copy its text and paste it.",
            ),
            Self::TooLarge(mib) => both(
                &format!("这个文件超过{mib}MB。请拆分文件，或复制文字粘贴。"),
                &format!("This file is larger than {mib} MB. Split it, or copy its text and paste it."),
            ),
            Self::PasswordNeeded => both(
                "这个PDF有打开密码。请输入密码；密码不会离开本机。",
                "This PDF needs a password to open. Enter it; it does not leave this machine.",
            ),
            Self::WrongPassword => both(
                "密码不对。请重新输入打开密码。",
                "The password is wrong. Enter the password that opens the file.",
            ),
            Self::Encryption => both(
                "这个PDF的加密方式不支持（如数字证书加密）。请用阅读器打开后另存为不加密的PDF，或复制文字粘贴。",
                "This PDF is encrypted in a way that is not supported (with a certificate, for instance). Open it in a viewer and save it without encryption, or copy its text and paste it.",
            ),
            Self::Scan(pages) => both(
                &format!(
                    "这个PDF的{pages}页都是图片（扫描件），没有文字。请先做文字识别（OCR），再拖入识别后的文件或粘贴文字。"
                ),
                &format!(
                    "The pages of this PDF ({pages}) are pictures (a scan) without text. Run text recognition (OCR) first, then drop the recognised file or paste its text."
                ),
            ),
            Self::DamagedText => both(
                "这个PDF的文字层已损坏：看得见的字和文件里记的字不一样，读出来是乱码。请做文字识别（OCR），或找原始的Word文件。",
                "The text layer of this PDF is damaged: the characters it names are not the ones it shows. Run text recognition (OCR), or find the Word file it was made from.",
            ),
            Self::Empty => both(
                "这个PDF里没有文字。请确认选对了文件。",
                "There is no text in this PDF. Please check the file.",
            ),
            Self::Cancelled => both("已停止读取。", "Reading was stopped."),
        }
    }
}

impl Note {
    /// The sentence for people.
    pub fn sentence(&self) -> Bilingual {
        match self {
            Self::Pictures(pages) => both(
                &format!("第{}页是图片，没有读出文字；需要时请先做文字识别（OCR）。", list(pages, "、")),
                &format!(
                    "Pages without text, because they are pictures: {}. Run text recognition (OCR) if you need them.",
                    list(pages, ", ")
                ),
            ),
            Self::DamagedText(pages) => both(
                &format!(
                    "第{}页的文字层可能已损坏，读出的字未必是看得见的字；请对照原件。",
                    list(pages, "、")
                ),
                &format!(
                    "The text layer of these pages may be damaged: {}. Compare with what the file shows.",
                    list(pages, ", ")
                ),
            ),
            Self::UnreadablePages(pages) => both(
                &format!("第{}页已损坏，没有读出来；请重新下载文件或粘贴这几页的文字。", list(pages, "、")),
                &format!(
                    "Pages that are damaged and could not be read: {}. Download the file again, or paste their text.",
                    list(pages, ", ")
                ),
            ),
            Self::MissingPages(count) => both(
                &format!("文件不完整，缺{count}页；请重新下载文件。"),
                &format!("The file is incomplete: {count} of its pages are missing. Download it again."),
            ),
            Self::Watermark(pages) => both(
                &format!("第{}页斜着的文字当作水印，没有读入。", list(pages, "、")),
                &format!(
                    "Slanting text was taken for a watermark and left out on pages {}.",
                    list(pages, ", ")
                ),
            ),
            Self::Limit(limit) => limit.sentence(),
        }
    }
}

impl Limit {
    fn sentence(self) -> Bilingual {
        match self {
            Self::Decoded => both(
                "文件展开后过大，只读了前面一部分；请拆分文件后再试。",
                "The file is too large once unpacked; only its first part was read. Split it and try again.",
            ),
            Self::Pages => both(
                "页数过多，只读了前面的页；请拆分文件后再试。",
                "There are too many pages; only the first were read. Split the file and try again.",
            ),
            Self::Nesting => both(
                "有的内容嵌套过深，没有读入；请对照原件。",
                "Some content is nested too deeply and was left out. Compare with the file.",
            ),
            Self::Operators | Self::Characters => both(
                "有的页面内容过多，只读了前面一部分；请对照原件。",
                "Some pages hold too much; only the first part of them was read. Compare with the file.",
            ),
            Self::Time => both(
                "读取时间过长，只读了前面一部分；请拆分文件后再试。",
                "Reading took too long; only the first part was read. Split the file and try again.",
            ),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence().en)
    }
}

impl std::error::Error for Error {}

fn both(zh: &str, en: &str) -> Bilingual {
    Bilingual { zh: zh.to_owned(), en: en.to_owned() }
}

/// "1-3、7": neighbours drawn together.
fn list(pages: &[usize], between: &str) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for &page in pages {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == page => *last = page,
            _ => ranges.push((page, page)),
        }
    }
    let said: Vec<String> =
        ranges.iter().map(|(a, b)| if a == b { a.to_string() } else { format!("{a}-{b}") }).collect();
    said.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_listed_with_neighbours_together() {
        assert_eq!(list(&[1, 2, 3, 7, 9, 10], "、"), "1-3、7、9-10");
        assert_eq!(Note::Pictures(vec![4]).sentence().zh.chars().take(4).collect::<String>(), "第4页是");
    }
}
