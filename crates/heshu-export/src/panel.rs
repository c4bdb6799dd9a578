//! A panel of many reports as a spreadsheet, with a sheet that explains its columns.

use crate::{ROWS, empty_book, of_heads, write_cell};
use heshu_core::model::Number;
use heshu_core::views::sheets::Cell;
use heshu_panel::table::{self, Table};
use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};

/// A sheet has no more columns.
const COLUMNS: usize = 16_384;

/// Writes the workbook: the panel, and its codebook. Names of sheets are Chinese or, without `zh`, English.
///
/// # Errors
/// In words, where the library refuses: a panel of more columns than a sheet has.
pub fn panel(table: &Table, zh: bool) -> Result<Vec<u8>, String> {
    if table.columns.len() > COLUMNS {
        return Err("too many columns for a sheet".to_owned());
    }
    let write = || {
        let mut book = empty_book()?;
        sheet(&mut book, if zh { "数据" } else { "panel" }, table)?;
        sheet(&mut book, if zh { "列的说明" } else { "codebook" }, &table.codebook())?;
        book.save_to_buffer()
    };
    write().map_err(|error: XlsxError| error.to_string())
}

fn sheet(book: &mut Workbook, name: &str, table: &Table) -> Result<(), XlsxError> {
    let (head, top) = (of_heads(), Format::new().set_align(FormatAlign::Top));
    let page = book.add_worksheet();
    page.set_name(name)?;
    page.set_freeze_panes(1, 0)?;
    let mut widths: Vec<usize> = Vec::new();
    for (column, of) in (0u16..).zip(&table.columns) {
        page.write_string_with_format(0, column, &of.name, &head)?;
        widths.push(of.name.len());
    }
    for (row, cells) in (1u32..).zip(table.rows.iter().take(ROWS)) {
        for ((column, cell), width) in (0u16..).zip(cells).zip(&mut widths) {
            *width = write_cell(page, row, column, &typed(cell), &top)?.max(*width);
        }
    }
    for (column, width) in (0u16..).zip(widths) {
        page.set_column_width(column, (width + 2).clamp(6, 48) as f64)?;
    }
    if let (rows @ 1.., columns @ 1..) = (table.rows.len().min(ROWS), table.columns.len()) {
        page.autofilter(0, 0, rows as u32, columns as u16 - 1)?;
    }
    Ok(())
}

fn typed(cell: &table::Cell) -> Cell {
    match cell {
        table::Cell::Missing => Cell::Empty,
        table::Cell::Text(words) => Cell::Words(words.clone()),
        table::Cell::Whole(n) => Cell::Number(Number::from(*n)),
        table::Cell::Number(n) => Cell::Number(*n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use heshu_panel::Entry;
    use heshu_panel::panel::{Rows, tidy};
    use std::io::Cursor;

    #[test]
    fn a_panel_has_its_codebook_and_what_is_missing_is_empty() {
        let report = "甲县政府工作报告\n各位代表：\n一、2023年工作回顾\n2023年，地区生产总值388.2亿元。\n二、2024年工作安排\n2024年，地区生产总值增长7%。\n";
        let analysis = heshu_core::analyze(report, &heshu_core::Options::default());
        let table = tidy(&[Entry::new("甲.txt", analysis)], Rows::Panel, &[]);
        let mut book = Xlsx::new(Cursor::new(panel(&table, true).unwrap())).unwrap();
        assert_eq!(book.sheet_names(), ["数据", "列的说明"]);
        let data = book.worksheet_range("数据").unwrap();
        let rows: Vec<&[Data]> = data.rows().collect();
        let at = |name: &str| rows[0].iter().position(|cell| *cell == Data::String(name.into())).unwrap();
        assert_eq!(rows[1][at("level_value")], Data::Float(388.2));
        assert_eq!(rows[2][at("level_value")], Data::Empty);
        assert_eq!(book.worksheet_range("列的说明").unwrap().height(), table.columns.len() + 1);
    }
}
