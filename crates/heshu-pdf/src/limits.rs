//! Bounds against hostile files, and what is left of them while a file is read.

use crate::error::Limit;
use std::ops::ControlFlow;

/// How much of a file is read. Each reached limit is a note; what was read until then stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file itself; a larger one is refused.
    pub file_bytes: usize,
    /// Bytes that all streams together may have after decoding.
    pub decoded_bytes: usize,
    /// Pages.
    pub pages: usize,
    /// Forms within forms.
    pub nesting: usize,
    /// Operators of one page, its forms included.
    pub operators: usize,
    /// Characters of one page.
    pub characters: usize,
    /// Milliseconds by [`Watch::elapsed`].
    pub milliseconds: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 200 << 20,
            decoded_bytes: 256 << 20,
            pages: 2_000,
            nesting: 12,
            operators: 1_000_000,
            characters: 200_000,
            milliseconds: 60_000,
        }
    }
}

/// Who waits for the reading: told after each page, asked for the time (a browser's worker has no `Instant`).
///
/// `()` is a watch that never stops a reading and has no clock.
pub trait Watch {
    /// `done` of `pages` pages have been read; [`ControlFlow::Break`] ends the reading.
    fn page(&mut self, done: usize, pages: usize) -> ControlFlow<()> {
        let _ = (done, pages);
        ControlFlow::Continue(())
    }

    /// Milliseconds since the reading began.
    fn elapsed(&mut self) -> u64 {
        0
    }
}

impl Watch for () {}

/// What is left of the limits.
pub(crate) struct Budget<'w> {
    pub(crate) limits: Limits,
    watch: &'w mut dyn Watch,
    decoded: usize,
    operators: usize,
    characters: usize,
    /// The limits that were reached, each once.
    pub(crate) reached: Vec<Limit>,
}

impl<'w> Budget<'w> {
    pub(crate) fn new(limits: Limits, watch: &'w mut dyn Watch) -> Self {
        Self { limits, watch, decoded: 0, operators: 0, characters: 0, reached: Vec::new() }
    }

    pub(crate) fn reach(&mut self, limit: Limit) {
        if !self.reached.contains(&limit) {
            self.reached.push(limit);
        }
    }

    /// Bytes that may still be decoded.
    pub(crate) fn bytes_left(&self) -> usize {
        self.limits.decoded_bytes.saturating_sub(self.decoded)
    }

    pub(crate) fn take_bytes(&mut self, bytes: usize) {
        self.decoded = self.decoded.saturating_add(bytes);
    }

    pub(crate) fn start_page(&mut self) {
        self.operators = 0;
        self.characters = 0;
    }

    /// Whether another operator of this page may be carried out.
    pub(crate) fn operator(&mut self) -> bool {
        self.operators += 1;
        if self.operators > self.limits.operators {
            self.reach(Limit::Operators);
            return false;
        }
        // The clock is asked seldom: in a browser it is a call out of the module.
        !self.operators.is_multiple_of(4096) || self.in_time()
    }

    /// Whether so many more characters may be kept of this page.
    pub(crate) fn characters(&mut self, count: usize) -> bool {
        self.characters = self.characters.saturating_add(count);
        if self.characters > self.limits.characters {
            self.reach(Limit::Characters);
            return false;
        }
        true
    }

    pub(crate) fn in_time(&mut self) -> bool {
        if self.watch.elapsed() > self.limits.milliseconds {
            self.reach(Limit::Time);
            return false;
        }
        true
    }

    pub(crate) fn page_done(&mut self, done: usize, pages: usize) -> ControlFlow<()> {
        self.watch.page(done, pages)
    }
}
