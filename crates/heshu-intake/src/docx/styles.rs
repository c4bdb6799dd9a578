//! Paragraph styles: which of them number their paragraphs.

use crate::limits::Budget;
use crate::numbering::Place;
use crate::xml::{Attributes, Walker, walk};
use std::collections::HashMap;

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    place: Place,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
    open: Option<(String, Style)>,
}

/// Styles based on styles based on …
const DEPTH: usize = 16;

impl Styles {
    /// Reads `styles.xml`.
    pub fn of(part: &[u8], budget: &mut Budget<'_>) -> Self {
        let mut styles = Self::default();
        walk(part, &mut styles, budget);
        styles
    }

    /// The numbering of a style's paragraphs.
    pub fn place(&self, style: Option<&str>) -> Place {
        let mut place = Place::default();
        let mut next = style.or(self.default.as_deref());
        for _ in 0..DEPTH {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else { break };
            place = place.or(style.place);
            next = style.based_on.as_deref();
        }
        place
    }
}

impl Walker for Styles {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        match (name, &mut self.open) {
            ("style", open) => {
                let id = attributes.get("styleId").unwrap_or_default();
                let paragraph = attributes.get("type").is_none_or(|kind| kind == "paragraph");
                if paragraph && attributes.get("default").is_some_and(|v| v == "1" || v == "true") {
                    self.default = Some(id.clone());
                }
                *open = Some((id, Style::default()));
            }
            ("basedOn", Some((_, style))) => style.based_on = attributes.get("val"),
            ("numId", Some((_, style))) => style.place.number = attributes.number("val"),
            ("ilvl", Some((_, style))) => style.place.level = attributes.number("val"),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if name == "style" {
            self.styles.extend(self.open.take());
        }
    }

    fn text(&mut self, _: &str) {}
}
