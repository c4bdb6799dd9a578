//! PDF, by `heshu-pdf`, within what is left of the limits.

use crate::limits::{Budget, Watch};
use crate::{Error, Note};
use heshu_core::intake::Document;
use std::ops::ControlFlow;

/// Reads a document.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Document, Error> {
    let limits = heshu_pdf::Limits {
        file_bytes: budget.limits.file,
        decoded_bytes: budget.left(),
        pages: budget.limits.pages,
        milliseconds: (budget.limits.seconds * 1000.0) as u64,
        ..heshu_pdf::Limits::default()
    };
    let reading = heshu_pdf::read(bytes.to_vec(), budget.password, limits, &mut Lent(budget.watch));
    let reading = reading.map_err(Error::Pdf)?;
    reading.notes.into_iter().for_each(|note| budget.note(Note::Pdf(note)));
    Ok(reading.document)
}

/// This crate's watch as that one's.
struct Lent<'a>(&'a mut dyn Watch);

impl heshu_pdf::Watch for Lent<'_> {
    fn page(&mut self, done: usize, pages: usize) -> ControlFlow<()> {
        self.0.progress(done, pages);
        ControlFlow::Continue(())
    }

    fn elapsed(&mut self) -> u64 {
        (self.0.seconds() * 1000.0) as u64
    }
}
