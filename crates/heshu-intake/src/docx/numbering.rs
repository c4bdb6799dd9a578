//! `numbering.xml` (ECMA-376 part 1, 17.9).

use super::styles::Styles;
use crate::limits::Budget;
use crate::numbering::{Base, Instance, LEVELS, Level, Numbering, Place};
use crate::xml::{Attributes, Walker, walk};
use std::collections::{BTreeMap, HashMap};

/// The numberings of a document, and which styles use them.
#[derive(Debug, Default)]
pub struct Lists {
    numbering: Numbering,
    /// The numbering and level that a paragraph style is linked to.
    linked: HashMap<String, Place>,
}

impl Lists {
    /// Reads `numbering.xml`.
    pub fn of(part: &[u8], styles: &Styles, budget: &mut Budget<'_>) -> Self {
        let mut reader = Reader::default();
        walk(part, &mut reader, budget);
        let mut numbering = reader.numbering;
        // List styles: an abstract numbering may only say which style's it is.
        for instance in numbering.instances.values_mut() {
            let style = reader.style_of.get(&instance.base);
            if let Some(base) = style.and_then(|style| reader.kept_under.get(style)) {
                instance.base = *base;
            }
        }
        let mut linked = HashMap::new();
        for (id, instance) in &numbering.instances {
            for (style, level) in reader.styles.get(&instance.base).into_iter().flatten() {
                let place = Place { number: Some(*id), level: i64::try_from(*level).ok() };
                if styles.place(Some(style)).number == place.number {
                    linked.insert(style.clone(), place);
                }
            }
        }
        Self { numbering, linked }
    }

    /// The number in front of the next paragraph, given what the paragraph itself says and its style.
    pub fn next(&mut self, own: Place, style: Option<&str>, styles: &Styles) -> Option<String> {
        let mut of_style = styles.place(style);
        // A style names its numbering; which level of it is linked to the style, the numbering says.
        let linked = style.and_then(|style| self.linked.get(style));
        if let Some(linked) = linked.filter(|linked| of_style.number == linked.number) {
            of_style.level = linked.level;
        }
        self.numbering.next(own.or(of_style))
    }
}

#[derive(Default)]
struct Reader {
    numbering: Numbering,
    /// By abstract numbering: the style whose numbering is to be used instead.
    style_of: BTreeMap<i64, String>,
    /// By list style: the abstract numbering that is kept under it.
    kept_under: BTreeMap<String, i64>,
    /// By abstract numbering: paragraph styles and the levels linked to them.
    styles: BTreeMap<i64, Vec<(String, usize)>>,
    base: Option<(i64, Base)>,
    instance: Option<(i64, Instance)>,
    level: Option<(usize, Level)>,
    overridden: Option<usize>,
}

impl Walker for Reader {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        let value = || attributes.get("val");
        let index =
            || attributes.number("ilvl").and_then(|n| usize::try_from(n).ok()).filter(|n| *n < LEVELS);
        let number = || attributes.number("val").and_then(|n| u32::try_from(n).ok());
        match name {
            "abstractNum" => {
                self.base = attributes.number("abstractNumId").map(|id| (id, Base::default()));
            }
            "num" => self.instance = attributes.number("numId").map(|id| (id, Instance::default())),
            "lvlOverride" => self.overridden = index(),
            "lvl" => self.level = index().or(self.overridden).map(|index| (index, Level::default())),
            "abstractNumId" => {
                if let (Some((_, instance)), Some(base)) = (&mut self.instance, attributes.number("val")) {
                    instance.base = base;
                }
            }
            "startOverride" => {
                if let (Some((_, instance)), Some(index)) = (&mut self.instance, self.overridden)
                    && let Some(start) = instance.starts.get_mut(index)
                {
                    *start = number();
                }
            }
            "styleLink" => {
                let base = self.base.as_ref().map(|(id, _)| *id);
                self.kept_under.extend(value().zip(base));
            }
            "numStyleLink" => {
                let base = self.base.as_ref().map(|(id, _)| *id);
                self.style_of.extend(base.zip(value()));
            }
            _ => {
                let Some((index, level)) = &mut self.level else { return };
                match name {
                    "start" => level.start = number().unwrap_or(1),
                    "numFmt" => level.format = value().unwrap_or_default(),
                    "lvlText" => level.text = value().unwrap_or_default(),
                    "lvlRestart" => level.restart = attributes.number("val"),
                    "isLgl" => level.legal = value().is_none_or(|v| v != "0" && v != "false"),
                    "pStyle" => {
                        let base = self.base.as_ref().map(|(id, _)| *id);
                        if let (Some(base), Some(style)) = (base, value()) {
                            self.styles.entry(base).or_default().push((style, *index));
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "lvl" => {
                let Some((index, level)) = self.level.take() else { return };
                let levels = match (&mut self.instance, &mut self.base) {
                    (Some((_, instance)), _) => &mut instance.levels,
                    (None, Some((_, base))) => &mut base.levels,
                    (None, None) => return,
                };
                if let Some(place) = levels.get_mut(index) {
                    *place = Some(level);
                }
            }
            "lvlOverride" => self.overridden = None,
            "abstractNum" => self.numbering.bases.extend(self.base.take()),
            "num" => self.numbering.instances.extend(self.instance.take()),
            _ => {}
        }
    }

    fn text(&mut self, _: &str) {}
}
