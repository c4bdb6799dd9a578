//! Reports and tables for tests.

use crate::entry::Entry;
use crate::table::{Cell, Column, Kind, Table};
use heshu_core::model::Number;

/// The report that a text is.
pub fn entry(text: &str) -> Entry {
    Entry::new("report.txt", heshu_core::analyze(text, &heshu_core::Options::default()))
}

/// A table with every kind of cell, and a row of which nothing is known.
pub fn table() -> Table {
    Table {
        columns: vec![
            Column::new("name", Kind::Text, "名称", "Name"),
            Column::new("value", Kind::Number, "数值", "Value"),
            Column::new("year", Kind::Whole, "年份", "Year"),
        ],
        rows: vec![
            vec![
                Cell::Text("=甲,\"乙\"\n".into()),
                Cell::Number(Number("1.50".parse().unwrap())),
                Cell::Whole(2024),
            ],
            vec![Cell::Missing, Cell::Missing, Cell::Missing],
        ],
    }
}
