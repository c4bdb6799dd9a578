//! Several reports together. One report answers what was said; two years of one place answer whether it was done;
//! many make a panel.
//!
//! [`entry`] is a report of a set: its analysis, and the place and year that it is taken to be of. [`delivery`] holds one
//! year's targets and promises against the next year's report, [`worded`] the targets among these that have no number, [`restated`] what two reports say of one year. [`panel`]
//! makes rows of them: tidy, wide, with a [`table::Table`] that knows its columns, which is its codebook, too. [`show`] says
//! all this in tables and pictures that can be drawn as they are, and [`set`] holds the reports for a page.

mod akin;
pub mod delivery;
pub mod entry;
mod measure;
pub mod panel;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod promises;
pub mod restated;
pub mod set;
pub mod show;
pub mod table;
#[cfg(test)]
mod testing;
pub mod worded;
mod words;

pub use delivery::{Delivery, Outcome, deliver};
pub use entry::{Entry, Place};
pub use table::Table;
