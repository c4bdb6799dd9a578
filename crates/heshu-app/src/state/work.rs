//! An analysis under way.

use super::View;
use std::rc::Rc;

/// An analysis under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// Which one: results of others are late and dropped.
    pub id: u32,
    /// The pasted text.
    pub text: Rc<str>,
    /// Its length in characters.
    pub characters: usize,
    /// The document whose text it is, as bytes, where it came from a file.
    pub document: Option<Rc<[u8]>>,
    /// Kinds of repair to leave out.
    pub without_repairs: Vec<String>,
    /// The view to begin with.
    pub view: View,
}
