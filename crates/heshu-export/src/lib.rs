//! An analysis as a spreadsheet (XLSX), with typed cells: one sheet each for observations, targets, checks and promises,
//! and one for a count of words; as CSV and as Markdown. [`panel`] is one of many reports.

mod panel;

pub use panel::panel;

use heshu_core::Analysis;
use heshu_core::model::{Part, Span};
use heshu_core::text::Text;
use heshu_core::views::sheets::{self, Cell, Sheet};
use heshu_core::views::{Judgements, count_words, csv, markdown, own_words, targets_beside_results};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// Cells of longer words are refused by spreadsheets; theirs are cut.
const LONGEST: usize = 32_000;
/// A sheet holds no more rows.
const ROWS: usize = 1_048_575;

/// A list of words to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its words, apart by lines.
    pub words: &'a str,
}

/// How a file is to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings<'a> {
    /// In Chinese.
    pub zh: bool,
    /// A list of words for the workbook to count.
    pub words: Option<Words<'a>>,
    /// Ids of the observations for the table, in its order.
    pub chosen: Vec<u32>,
    /// What the person thinks of the checks.
    pub judgements: Judgements,
}

/// Writes the workbook. Heads of columns are Chinese or the ids that the CSV has.
///
/// # Errors
/// In words, where the library refuses; no analysis is known to be refused.
pub fn xlsx(analysis: &Analysis, settings: &Settings) -> Result<Vec<u8>, String> {
    write(&sheets_of(analysis, settings), settings.zh).map_err(|error| error.to_string())
}

/// Writes the chosen observations as CSV.
pub fn table(analysis: &Analysis, settings: &Settings) -> String {
    csv(&sheets::observations(analysis, &Text::new(analysis.text.clone()), &settings.chosen))
}

/// Writes targets beside results and the findings as Markdown.
pub fn summary(analysis: &Analysis, settings: &Settings) -> String {
    markdown(analysis, &Text::new(analysis.text.clone()), &settings.judgements, settings.zh)
}

fn sheets_of(analysis: &Analysis, settings: &Settings) -> Vec<Sheet> {
    let Settings { zh, words, judgements, .. } = settings;
    let text = Text::new(analysis.text.clone());
    let all: Vec<u32> = analysis.observations.iter().map(|o| o.id).collect();
    let mut all = vec![
        sheets::observations(analysis, &text, &all),
        sheets::targets(analysis, &targets_beside_results(analysis), *zh),
        sheets::checks(analysis, &text, judgements, *zh),
        sheets::promises(analysis),
    ];
    if let Some(Words { name, words }) = words {
        let annexes: Vec<Span> =
            analysis.sections.iter().filter(|s| s.part == Part::Annex).map(|s| s.span).collect();
        all.push(sheets::words(&count_words(&text, &own_words(words), &annexes), name));
    }
    all
}

fn write(sheets: &[Sheet], zh: bool) -> Result<Vec<u8>, XlsxError> {
    let mut book = empty_book()?;
    let (head, top) = (of_heads(), Format::new().set_align(FormatAlign::Top));
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(pick(sheet.name, zh))?;
        page.set_freeze_panes(1, 0)?;
        let mut widths: Vec<usize> = Vec::new();
        for (column, name) in (0u16..).zip(sheet.head) {
            page.write_string_with_format(0, column, pick(*name, zh), &head)?;
            widths.push(wide(pick(*name, zh)));
        }
        for (row, cells) in (1u32..).zip(sheet.rows.iter().take(ROWS)) {
            for ((column, cell), width) in (0u16..).zip(cells).zip(&mut widths) {
                *width = write_cell(page, row, column, cell, &top)?.max(*width);
            }
        }
        for (column, width) in (0u16..).zip(widths) {
            page.set_column_width(column, (width + 2).clamp(6, 48) as f64)?;
        }
        if let (rows @ 1.., columns @ 1..) = (sheet.rows.len().min(ROWS), sheet.head.len()) {
            page.autofilter(0, 0, rows as u32, columns as u16 - 1)?;
        }
    }
    book.save_to_buffer()
}

/// A book without sheets.
fn empty_book() -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    // The same analysis gives the same bytes, and there is no clock where this runs in a browser.
    let long_ago = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title("核数 Heshu").set_creation_datetime(&long_ago));
    Ok(book)
}

/// How heads of columns look.
fn of_heads() -> Format {
    Format::new().set_bold().set_background_color("E3EDF1").set_align(FormatAlign::Top).set_text_wrap()
}

/// Writes a cell and says how wide it is. Words are always strings: no cell becomes a formula or a link.
fn write_cell(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    format: &Format,
) -> Result<usize, XlsxError> {
    match cell {
        Cell::Empty => Ok(0),
        Cell::Words(words) => {
            let words: String =
                words.chars().filter(|c| *c == '\n' || !c.is_control()).take(LONGEST).collect();
            page.write_string_with_format(row, column, &words, format)?;
            Ok(wide(&words))
        }
        Cell::Number(number) => {
            let written = number.to_string();
            match written.parse::<f64>() {
                Ok(value) => page.write_number_with_format(row, column, value, format)?,
                Err(_) => page.write_string_with_format(row, column, &written, format)?,
            };
            Ok(written.len())
        }
    }
}

fn pick(name: (&'static str, &'static str), zh: bool) -> &'static str {
    if zh { name.1 } else { name.0 }
}

/// Columns that words take: two for a Chinese character.
fn wide(words: &str) -> usize {
    words.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    fn read(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
        Xlsx::new(Cursor::new(bytes)).unwrap()
    }

    #[test]
    fn numbers_are_numbers_and_words_are_words_on_five_sheets() {
        let report = include_str!("../../../www/samples/yining-2024.txt");
        let analysis = heshu_core::analyze(report, &heshu_core::Options::default());
        let words = Words { name: "民生", words: "民生\n就业" };
        let settings = Settings { zh: true, words: Some(words), ..Settings::default() };
        let mut book = read(xlsx(&analysis, &settings).unwrap());
        assert_eq!(book.sheet_names(), ["数据", "目标对照", "核查", "承诺", "词频"]);
        let sheet = book.worksheet_range("数据").unwrap();
        let column = |name: &str| {
            let mut head = sheet.rows().next().unwrap().iter();
            head.position(|cell| *cell == Data::String(name.into())).unwrap()
        };
        assert_eq!(sheet.height(), analysis.observations.len() + 1);
        for (row, o) in sheet.rows().skip(1).zip(&analysis.observations) {
            assert_eq!(row[column("指标")], Data::String(o.name.clone()));
            if let Some(level) = &o.level {
                let value: f64 = level.value.to_string().parse().unwrap();
                assert_eq!(row[column("数值")], Data::Float(value), "{}", o.name);
                assert_eq!(row[column("数值原文")], Data::String(level.written.clone()));
            }
        }
        let total = book.worksheet_range("词频").unwrap();
        assert!(matches!(total.rows().next_back().unwrap()[2], Data::Float(hits) if hits > 5.0));
    }

    #[test]
    fn no_cell_is_a_formula_and_no_words_break_the_file() {
        let mut analysis = heshu_core::analyze("", &heshu_core::Options::default());
        let promise = |text: String| heshu_core::model::Commitment {
            number: 1,
            text,
            span: Span::default(),
            observations: Vec::new(),
        };
        let texts = ["=1+1", "@SUM(A1)", "+3", "-2", "https://example.org", "a\u{1}b<&>\u{ffff}"];
        analysis.commitments = texts.iter().map(|text| promise((*text).to_owned())).collect();
        analysis.commitments.push(promise("长".repeat(40_000)));
        let mut book = read(xlsx(&analysis, &Settings::default()).unwrap());
        assert!(book.worksheet_formula("promises").unwrap().used_cells().next().is_none());
        let sheet = book.worksheet_range("promises").unwrap();
        let shown: Vec<String> = sheet.rows().skip(1).map(|row| row[1].to_string()).collect();
        assert_eq!(shown[..5], texts[..5]);
        assert!(shown[5].starts_with("ab<&>"));
        assert_eq!(shown[6].chars().count(), LONGEST);
    }

    #[test]
    fn the_same_analysis_gives_the_same_bytes() {
        let analysis = heshu_core::analyze("2023年，粮食产量14.5万吨。", &heshu_core::Options::default());
        let settings = Settings { zh: true, ..Settings::default() };
        assert_eq!(xlsx(&analysis, &settings), xlsx(&analysis, &settings));
    }
}
