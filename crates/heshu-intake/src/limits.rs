//! What a file may cost.

use crate::Note;

/// Bounds that no report comes near. Each one that is reached becomes a [`Note`]; what was read by then stays.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Bytes of the file itself.
    pub file: usize,
    /// Bytes that come out of everything packed in it, all together.
    pub decoded: usize,
    /// Pages of one document.
    pub pages: usize,
    /// Archives within archives.
    pub depth: usize,
    /// Documents of an archive.
    pub documents: usize,
    /// Seconds for all of it.
    pub seconds: f64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file: 100_000_000,
            decoded: 200_000_000,
            pages: 2_000,
            depth: 3,
            documents: 200,
            seconds: 20.0,
        }
    }
}

/// What the caller lends: a clock, and an ear for progress.
pub trait Watch {
    /// Seconds since the reading began.
    fn seconds(&self) -> f64;

    /// So many pages (or parts) of so many are read.
    fn progress(&mut self, done: usize, of: usize) {
        let _ = (done, of);
    }
}

/// A watch without a clock, for callers that bound the time themselves.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Watch for Silent {
    fn seconds(&self) -> f64 {
        0.0
    }
}

/// What is left of the limits while a file is read, and what there is to say about it.
pub(crate) struct Budget<'a> {
    pub limits: Limits,
    pub password: Option<&'a str>,
    pub watch: &'a mut dyn Watch,
    decoded: usize,
    late: bool,
    ticks: u32,
    notes: Vec<Note>,
}

/// The clock is asked once in so many steps.
const STEPS: u32 = 256;

impl<'a> Budget<'a> {
    pub fn new(limits: Limits, password: Option<&'a str>, watch: &'a mut dyn Watch) -> Self {
        Self { limits, password, watch, decoded: 0, late: false, ticks: 0, notes: Vec::new() }
    }

    /// How many bytes may still be decoded.
    pub fn left(&self) -> usize {
        self.limits.decoded.saturating_sub(self.decoded)
    }

    /// Counts decoded bytes.
    pub fn spend(&mut self, bytes: usize) {
        self.decoded = self.decoded.saturating_add(bytes);
    }

    /// Whether the time is up; to be asked in every loop over a file's content.
    pub fn late(&mut self) -> bool {
        self.ticks = self.ticks.wrapping_add(1);
        if !self.late && self.ticks.is_multiple_of(STEPS) {
            self.check_time();
        }
        self.late
    }

    /// The same, asking the clock now: before long steps.
    pub fn check_time(&mut self) -> bool {
        if !self.late && self.watch.seconds() > self.limits.seconds {
            self.late = true;
            self.note(Note::Time);
        }
        self.late
    }

    /// Says something once.
    pub fn note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// What was said since the last call.
    pub fn take_notes(&mut self) -> Vec<Note> {
        std::mem::take(&mut self.notes)
    }
}
