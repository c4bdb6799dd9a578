//! OFD (GB/T 33190): pages of text codes with their places, in content order.

use crate::limits::Budget;
use crate::package::Package;
use crate::xml::{Attributes, Walker, walk};
use crate::{Error, Format, Note};
use heshu_core::intake::{Document, Line, Page, Place, Role};
use std::collections::HashMap;

/// Points in a millimetre, the unit of OFD.
const POINTS: f64 = 72.0 / 25.4;

/// Reads a document.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Document, Error> {
    let mut package = Package::open(bytes, Format::Ofd)?;
    let mut document = Document::default();
    let mut root = Names::default();
    let entry = package.part("OFD.xml", budget)?.ok_or(Error::Damaged(Format::Ofd))?;
    walk(&entry, &mut root, budget);
    for path in root.texts("DocRoot") {
        bodies(&mut package, &path, &mut document, budget)?;
    }
    if document.pages.is_empty() {
        return Err(Error::Damaged(Format::Ofd));
    }
    Ok(document)
}

/// The pages of one body of an OFD file.
fn bodies(
    package: &mut Package<'_>,
    path: &str,
    document: &mut Document,
    budget: &mut Budget<'_>,
) -> Result<(), Error> {
    let Some(content) = package.part(path, budget)? else {
        budget.note(Note::Damaged);
        return Ok(());
    };
    let mut structure = Names::default();
    walk(&content, &mut structure, budget);
    let folder = folder(path);
    let box_of = structure.texts("PhysicalBox").into_iter().next();
    let templates: HashMap<&str, &str> = structure
        .items
        .iter()
        .filter(|i| i.name == "TemplatePage")
        .map(|i| (i.id.as_str(), i.location.as_str()))
        .collect();
    let pages: Vec<&Item> = structure.items.iter().filter(|item| item.name == "Page").collect();
    for (number, page) in pages.iter().enumerate() {
        if document.pages.len() >= budget.limits.pages {
            budget.note(Note::Pages(document.pages.len()));
            return Ok(());
        }
        if budget.check_time() || budget.left() == 0 {
            return Ok(());
        }
        let number_in_file = document.pages.len() + 1;
        let Some(content) = package.part(&join(&folder, &page.location), budget)? else {
            budget.note(Note::DamagedPages(vec![number_in_file]));
            document.pages.push(Page::default());
            continue;
        };
        let mut reader = PageReader::default();
        // What a template puts on the page lies below its own content.
        let mut used = Names::default();
        walk(&content, &mut used, budget);
        for id in used.items.iter().filter(|item| item.name == "Template").map(|item| item.template.as_str())
        {
            let location = templates.get(id).map(|location| join(&folder, location));
            let template = location.and_then(|path| package.part(&path, budget).transpose()).transpose()?;
            if let Some(template) = template {
                walk(&template, &mut reader, budget);
            }
        }
        walk(&content, &mut reader, budget);
        let own_box = used.texts("PhysicalBox").into_iter().next();
        let (width, height) = own_box.or_else(|| box_of.clone()).map_or((0.0, 0.0), |text| {
            let numbers = numbers(&text);
            let at = |index: usize| numbers.get(index).copied().unwrap_or(0.0) * POINTS;
            (at(2), at(3))
        });
        reader.end_line();
        document.pages.push(Page { width: width as f32, height: height as f32, lines: reader.lines });
        budget.watch.progress(number + 1, pages.len());
    }
    Ok(())
}

/// The folder of a part, with its slash.
fn folder(path: &str) -> String {
    path.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default()
}

/// A location from a part's folder; one that begins with a slash begins at the root.
fn join(folder: &str, location: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    let whole = if location.starts_with('/') { location.to_owned() } else { format!("{folder}{location}") };
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

/// Lists in a part: elements with the text and the attributes that lead on.
#[derive(Default)]
struct Names {
    items: Vec<Item>,
    open: Vec<usize>,
}

#[derive(Default)]
struct Item {
    name: String,
    id: String,
    location: String,
    template: String,
    text: String,
}

impl Names {
    fn texts(&self, name: &str) -> Vec<String> {
        let found = self.items.iter().filter(|item| item.name == name);
        found.map(|item| item.text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
    }
}

impl Walker for Names {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        const KEPT: [&str; 5] = ["DocRoot", "PhysicalBox", "TemplatePage", "Page", "Template"];
        let get = |name| attributes.get(name).unwrap_or_default();
        if KEPT.contains(&name) {
            self.open.push(self.items.len());
            self.items.push(Item {
                name: name.to_owned(),
                id: get("ID"),
                location: get("BaseLoc"),
                template: get("TemplateID"),
                text: String::new(),
            });
        }
    }

    fn close(&mut self, name: &str) {
        if self.open.last().and_then(|open| self.items.get(*open)).is_some_and(|item| item.name == name) {
            self.open.pop();
        }
    }

    fn text(&mut self, text: &str) {
        // Texts that lead on are short.
        let open = self.open.last().and_then(|open| self.items.get_mut(*open));
        if let Some(item) = open.filter(|item| item.text.len() < 1000) {
            item.text.push_str(text);
        }
    }
}

/// The lines of a page's content.
#[derive(Default)]
struct PageReader {
    lines: Vec<Line>,
    line: Option<Line>,
    object: Option<Object>,
    code: Option<Code>,
}

/// A text object: where it stands and how large its letters are, in millimetres.
#[derive(Default)]
struct Object {
    left: f64,
    top: f64,
    size: f64,
    /// a b c d e f, as in PDF.
    matrix: [f64; 6],
}

/// A text code: where its first letter stands, how far it is to the next ones.
#[derive(Default)]
struct Code {
    x: f64,
    y: f64,
    delta: Vec<f64>,
    text: String,
}

impl Walker for PageReader {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        let list = |name: &str| attributes.get(name).map(|text| numbers(&text)).unwrap_or_default();
        match name {
            "TextObject" => {
                let boundary = list("Boundary");
                let matrix = <[f64; 6]>::try_from(list("CTM")).unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
                let at = |index: usize| boundary.get(index).copied().unwrap_or(0.0);
                let size = list("Size").first().copied().unwrap_or(0.0);
                self.object = Some(Object { left: at(0), top: at(1), size, matrix });
            }
            "TextCode" if self.object.is_some() => {
                let first = |name: &str| list(name).first().copied();
                // A code without a place goes on where the one before began.
                let before = self.code.take().unwrap_or_default();
                self.code = Some(Code {
                    x: first("X").unwrap_or(before.x),
                    y: first("Y").unwrap_or(before.y),
                    delta: deltas(&attributes.get("DeltaX").unwrap_or_default()),
                    text: String::new(),
                });
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "TextCode" => self.set(),
            "TextObject" => (self.object, self.code) = (None, None),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let (Some(_), Some(code)) = (&self.object, &mut self.code) {
            code.text.push_str(text);
        }
    }
}

impl PageReader {
    /// Sets the open code: at the end of the line before it where it continues that, else on a line of its own.
    fn set(&mut self) {
        let (Some(object), Some(code)) = (&self.object, &mut self.code) else { return };
        let text = std::mem::take(&mut code.text);
        let text = text.trim_matches(['\n', '\r', '\t']);
        if text.is_empty() {
            return;
        }
        let [a, b, c, d, e, f] = object.matrix;
        let advance: f64 = match code.delta.as_slice() {
            [] => text.chars().skip(1).map(|ch| object.size * width(ch)).sum(),
            delta => delta.iter().take(text.chars().count().saturating_sub(1)).sum(),
        };
        let last = text.chars().last().map_or(0.0, width) * object.size;
        let place = Place {
            left: ((object.left + a * code.x + c * code.y + e) * POINTS) as f32,
            right: ((object.left + a * (code.x + advance + last) + c * code.y + e) * POINTS) as f32,
            baseline: ((object.top + b * code.x + d * code.y + f) * POINTS) as f32,
            size: (object.size * d.hypot(c) * POINTS) as f32,
        };
        let before = self.line.as_ref().and_then(|line| line.place);
        if !before.is_some_and(|before| goes_on(&before, &place)) {
            self.end_line();
        }
        match &mut self.line {
            Some(line) => {
                let gap = before.map_or(0.0, |before| place.left - before.right);
                let han = line.text.ends_with(is_wide) || text.starts_with(is_wide);
                if gap > place.size * if han { 0.8 } else { 0.25 } {
                    line.text.push(' ');
                }
                line.text.push_str(text);
                if let Some(whole) = &mut line.place {
                    whole.right = place.right.max(whole.right);
                    whole.size = place.size.max(whole.size);
                }
            }
            None => self.line = Some(Line { text: text.to_owned(), role: Role::Line, place: Some(place) }),
        }
    }

    fn end_line(&mut self) {
        self.lines.extend(self.line.take());
    }
}

/// Whether a piece stands on the line of the piece before it, behind it.
fn goes_on(before: &Place, piece: &Place) -> bool {
    let em = before.size.max(piece.size);
    (before.baseline - piece.baseline).abs() <= em / 2.0 && piece.left >= before.right - em
}

fn is_wide(ch: char) -> bool {
    ch >= '\u{2e80}'
}

/// The width of a character in ems, where the file does not say.
fn width(ch: char) -> f64 {
    if is_wide(ch) { 1.0 } else { 0.5 }
}

fn numbers(text: &str) -> Vec<f64> {
    text.split_whitespace().map_while(|word| word.parse::<f64>().ok().filter(|n| n.is_finite())).collect()
}

/// Distances, `g 20 5.2` for twenty times 5.2.
fn deltas(text: &str) -> Vec<f64> {
    let mut deltas = Vec::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        if word == "g" {
            let count = words.next().and_then(|count| count.parse::<usize>().ok()).unwrap_or(0);
            let delta = words.next().and_then(|delta| delta.parse::<f64>().ok()).unwrap_or(0.0);
            deltas.extend(std::iter::repeat_n(delta, count.min(LONGEST)));
        } else if let Ok(delta) = word.parse::<f64>() {
            deltas.push(delta);
        }
        if deltas.len() >= LONGEST {
            break;
        }
    }
    deltas
}

/// Letters of one text code.
const LONGEST: usize = 10_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_and_paths() {
        assert_eq!(deltas("g 3 5.2 1 g 2 4"), [5.2, 5.2, 5.2, 1.0, 4.0, 4.0]);
        assert_eq!(deltas("g 99999999999 1").len(), LONGEST);
        assert_eq!(join("Doc_0/", "Pages/Page_0/Content.xml"), "Doc_0/Pages/Page_0/Content.xml");
        assert_eq!(join("Doc_0/", "/Doc_1/../Doc_2/x.xml"), "Doc_2/x.xml");
    }
}
