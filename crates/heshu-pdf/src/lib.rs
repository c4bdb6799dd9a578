//! Reads the text of a PDF report: pages of lines in the order in which the file gives them, with their places.
//!
//! `hayro-syntax` reads the file's objects; what stands here makes text of them. On its way:
//! [`streams`](mod@streams) (decoded within bounds) → [`interpret`](mod@interpret) (operators to glyphs, with the
//! characters that [`font`](mod@font) finds for codes) → [`lines`](mod@lines) (glyphs to lines) →
//! [`judge`](mod@judge) (which pages are pictures, which have a damaged text layer).
//!
//! Lines are built in content order, never sorted by height: sorting destroys pages of two columns.

mod document;
mod error;
mod font;
mod geometry;
mod grid;
mod interpret;
mod judge;
mod limits;
mod lines;
mod marked;
mod paths;
mod streams;
mod table;
mod view;

pub use document::{Reading, read};
pub use error::{Error, Limit, Note};
pub use limits::{Limits, Watch};
