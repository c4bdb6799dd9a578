//! Views: the analysis arranged as people look at it. Pure functions, shared by the page and the command line.

pub mod charts;
mod comparison;
mod escape;
#[cfg(test)]
mod fixture;
mod judgement;
mod outline;
mod paragraphs;
mod select;
mod sentence;
pub mod sheets;
mod table;
mod tally;
mod targets;
mod themes;
pub mod things;
mod words;

pub use comparison::{How, Piece, Row, comparison, visible};
pub use escape::escape;
pub use judgement::{Judgement, Judgements};
pub use outline::{Heading, headings};
pub use paragraphs::{Figure, Mark, Paragraph, Segment, marks, paragraphs, segments};
pub use select::{Filter, Sort, select};
pub use sentence::{quotation, sentence};
pub use table::{csv, csv_row, ends, markdown};
pub use tally::{Tally, by_verdict, tally, worst_of};
pub use targets::{Pair, gravest, targets_beside_results};
pub use themes::{Theme, themes};
pub use words::{Counted, WordCount, WordList, count_words, own_words, word_lists};
