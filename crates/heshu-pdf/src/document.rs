//! From the bytes of a file to its pages.

use crate::error::{Error, Limit, Note};
use crate::interpret::{self, Content, Fonts};
use crate::judge::{self, Verdict};
use crate::limits::{Budget, Limits, Watch};
use crate::lines;
use crate::streams;
use crate::view::View;
use hayro_syntax::object::{Array, Dict, MaybeRef, Object, Stream};
use hayro_syntax::page::Page;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use heshu_core::intake;

/// What was read of a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// Its pages; those that gave nothing are there without lines.
    pub document: intake::Document,
    /// What a reader of the text should know.
    pub notes: Vec<Note>,
}

/// Reads the text of a PDF file.
///
/// `password` is the one that opens the file, where it has one; files that are encrypted with an empty password are
/// read without asking. `watch` is told after each page and may end the reading; `&mut ()` does neither.
///
/// # Errors
/// Where nothing can be read at all, the reason ([`Error`]). Where some pages can be read, they are read, and the
/// rest is told in the notes.
pub fn read(
    bytes: Vec<u8>,
    password: Option<&str>,
    limits: Limits,
    watch: &mut dyn Watch,
) -> Result<Reading, Error> {
    if bytes.len() > limits.file_bytes {
        return Err(Error::TooLarge(limits.file_bytes >> 20));
    }
    let head = bytes.get(..1_024).unwrap_or(&bytes);
    let marked = head.windows(5).any(|w| w == b"%PDF-");
    if streams::suspicious(&bytes, limits.decoded_bytes) {
        return Err(Error::TooLarge(limits.decoded_bytes >> 20));
    }
    let pdf = Pdf::new_with_password(bytes, password.unwrap_or_default()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) if password.is_some() => {
            Error::WrongPassword
        }
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Error::PasswordNeeded,
        LoadPdfError::Decryption(_) => Error::Encryption,
        LoadPdfError::Invalid if marked => Error::Damaged,
        LoadPdfError::Invalid => Error::NotPdf,
    })?;
    Reader { budget: Budget::new(limits, watch), fonts: Fonts::default(), found: Found::default() }.read(&pdf)
}

struct Reader<'w> {
    budget: Budget<'w>,
    fonts: Fonts,
    found: Found,
}

/// Pages by what they turned out to be, counted from 1.
#[derive(Default)]
struct Found {
    pages: Vec<intake::Page>,
    text: usize,
    pictures: Vec<usize>,
    damaged: Vec<usize>,
    unreadable: Vec<usize>,
    watermarks: Vec<usize>,
}

impl Reader<'_> {
    fn read(mut self, pdf: &Pdf) -> Result<Reading, Error> {
        let pages = pdf.pages();
        let count = pages.len().min(self.budget.limits.pages);
        if count < pages.len() {
            self.budget.reach(Limit::Pages);
        }
        for (index, page) in pages.iter().take(count).enumerate() {
            if !self.budget.in_time() {
                break;
            }
            self.page(page, index + 1);
            if self.budget.page_done(index + 1, count).is_break() {
                return Err(Error::Cancelled);
            }
            if self.budget.bytes_left() == 0 {
                self.budget.reach(Limit::Decoded);
                break;
            }
        }
        let missing = promised(pdf).unwrap_or(0).saturating_sub(pages.len());
        self.found.finish(missing, &self.budget.reached)
    }

    fn page(&mut self, page: &Page<'_>, number: usize) {
        self.budget.start_page();
        let content = match self.operators(page) {
            Ok(operators) => interpret::page(&operators, page.resources(), &mut self.fonts, &mut self.budget),
            Err(Unreadable) => {
                self.found.unreadable.push(number);
                Content::default()
            }
        };
        let crop = page.intersected_crop_box();
        let verdict = judge::page(&content, crop.width() * crop.height());
        match verdict {
            Verdict::Text => self.found.text += 1,
            Verdict::Blank => {}
            Verdict::Picture => self.found.pictures.push(number),
            Verdict::Damaged => self.found.damaged.push(number),
        }
        let mut runs = lines::build(&content);
        let view = View::of(&runs, page);
        let before = runs.len();
        runs.retain(|run| !view.slants(run));
        if runs.len() < before {
            self.found.watermarks.push(number);
        }
        self.found.pages.push(view.page(runs, &content.paths.rules));
    }

    /// The operators of a page; its streams are one text.
    fn operators(&mut self, page: &Page<'_>) -> Result<Vec<u8>, Unreadable> {
        if let Some(stream) = page.raw().get::<Stream<'_>>("Contents") {
            return streams::decode(&stream, &mut self.budget).ok_or(Unreadable);
        }
        let Some(array) = page.raw().get::<Array<'_>>("Contents") else {
            // A page without content is blank; one whose content is missing from the file is broken.
            return if page.raw().contains_key("Contents") { Err(Unreadable) } else { Ok(Vec::new()) };
        };
        let mut operators = Vec::new();
        let mut whole = true;
        for item in array.raw_iter() {
            let stream = match item {
                MaybeRef::Ref(reference) => page.xref().get::<Stream<'_>>(reference.into()),
                MaybeRef::NotRef(Object::Stream(stream)) => Some(stream),
                MaybeRef::NotRef(_) => None,
            };
            match stream.and_then(|stream| streams::decode(&stream, &mut self.budget)) {
                Some(data) => {
                    operators.extend_from_slice(&data);
                    operators.push(b'\n');
                }
                None => whole = false,
            }
        }
        if operators.is_empty() && !whole { Err(Unreadable) } else { Ok(operators) }
    }
}

struct Unreadable;

/// How many pages the file says that it has.
fn promised(pdf: &Pdf) -> Option<usize> {
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    root.get::<Dict<'_>>("Pages")?.get::<u32>("Count").and_then(|count| usize::try_from(count).ok())
}

impl Found {
    fn finish(self, missing: usize, reached: &[Limit]) -> Result<Reading, Error> {
        let lines = self.pages.iter().map(|page| page.lines.len()).sum::<usize>();
        if self.text == 0 {
            if !self.damaged.is_empty() {
                return Err(Error::DamagedText);
            }
            if !self.pictures.is_empty() {
                return Err(Error::Scan(self.pictures.len()));
            }
            if !self.unreadable.is_empty() || missing > 0 {
                return Err(Error::Damaged);
            }
            if lines == 0 && reached.is_empty() {
                return Err(Error::Empty);
            }
        }
        let mut notes = Vec::new();
        let mut note = |pages: Vec<usize>, made: fn(Vec<usize>) -> Note| {
            if !pages.is_empty() {
                notes.push(made(pages));
            }
        };
        note(self.pictures, Note::Pictures);
        note(self.damaged, Note::DamagedText);
        note(self.unreadable, Note::UnreadablePages);
        note(self.watermarks, Note::Watermark);
        if missing > 0 {
            notes.push(Note::MissingPages(missing));
        }
        notes.extend(reached.iter().copied().map(Note::Limit));
        Ok(Reading { document: intake::Document { pages: self.pages }, notes })
    }
}
