//! The constructions of the grammar, each in its own file: how a sentence can say what its numbers measure.
//!
//! They are tried in order at each number; the first that fits takes as many numbers as it explains.

mod acted;
mod based;
mod changed;
mod compared;
mod counted;
mod distributed;
mod fulfilled;
mod general;
mod idle;
mod moved;
mod naming;
mod polish;
mod rank;
mod ratio;
mod retro;
mod stated;
mod turned;

use super::reader::Reader;

/// A construction: tries to read from cell `i` on, and gives how many cells it took, 0 if it does not fit.
type Construction = fn(&mut Reader<'_>, usize) -> usize;

/// In the order in which they are tried.
const CONSTRUCTIONS: [Construction; 13] = [
    ratio::read,
    moved::read,
    based::read,
    turned::read,
    rank::read,
    idle::read,
    fulfilled::read,
    retro::read,
    distributed::read,
    compared::read,
    acted::read,
    changed::read,
    stated::read,
];

/// Reads at cell `i`; gives how many cells were taken.
pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    CONSTRUCTIONS.iter().map(|construction| construction(reader, i)).find(|taken| *taken > 0).unwrap_or(0)
}
