//! Tables that know their columns: written out as CSV or JSON Lines, and explained by their own codebook.

use heshu_core::model::Number;
use heshu_core::views::csv_row;
use serde::{Deserialize, Serialize};
use std::fmt::Write;

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing is said: never a zero.
    #[default]
    Missing,
    /// Words.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A decimal as it was written or follows from what was written.
    Number(Number),
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Words.
    Text,
    /// Whole numbers.
    Whole,
    /// Decimals.
    Number,
}

/// A column and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name: lower-case ASCII.
    pub name: String,
    /// What its cells hold.
    pub kind: Kind,
    /// What it means, in Chinese.
    pub zh: String,
    /// What it means, in English.
    pub en: String,
}

impl Column {
    /// A column with its meaning in both languages.
    pub fn new(name: impl Into<String>, kind: Kind, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { name: name.into(), kind, zh: zh.into(), en: en.into() }
    }
}

/// Rows under columns. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Table {
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// As CSV with a byte order mark, safe against formulas; a missing cell is empty.
    pub fn csv(&self) -> String {
        let mut out = String::from("\u{feff}");
        csv_row(&mut out, self.columns.iter().map(|column| column.name.clone()));
        for row in &self.rows {
            csv_row(&mut out, row.iter().map(Cell::to_string));
        }
        out
    }

    /// As JSON Lines: an object a row, missing cells null.
    pub fn json_lines(&self) -> String {
        let mut out = String::new();
        for row in &self.rows {
            for (place, (column, cell)) in self.columns.iter().zip(row).enumerate() {
                out.push(if place == 0 { '{' } else { ',' });
                let _ = write!(out, "{}:", quoted(&column.name));
                match cell {
                    Cell::Missing => out.push_str("null"),
                    Cell::Text(words) => out.push_str(&quoted(words)),
                    Cell::Whole(n) => {
                        let _ = write!(out, "{n}");
                    }
                    Cell::Number(n) => {
                        let _ = write!(out, "{n}");
                    }
                }
            }
            out.push_str("}\n");
        }
        out
    }

    /// The codebook: a row for every column.
    pub fn codebook(&self) -> Self {
        let columns = [
            ("column", "列名", "Name of the column"),
            ("type", "类型", "What its cells hold: text, whole number, decimal"),
            ("zh", "含义", "What it means, in Chinese"),
            ("en", "英文含义", "What it means, in English"),
        ];
        let text = |words: &str| Cell::Text(words.to_owned());
        Self {
            columns: columns.map(|(name, zh, en)| Column::new(name, Kind::Text, zh, en)).to_vec(),
            rows: self
                .columns
                .iter()
                .map(|column| {
                    let kind = match column.kind {
                        Kind::Text => "text",
                        Kind::Whole => "whole number",
                        Kind::Number => "decimal",
                    };
                    vec![text(&column.name), text(kind), text(&column.zh), text(&column.en)]
                })
                .collect(),
        }
    }
}

impl Cell {
    /// Words, if there are any.
    pub fn words(words: Option<impl Into<String>>) -> Self {
        words.map_or(Self::Missing, |words| Self::Text(words.into()))
    }

    /// A decimal, if there is one.
    pub fn number(number: Option<Number>) -> Self {
        number.map_or(Self::Missing, Self::Number)
    }

    /// A whole number, if there is one.
    pub fn whole(number: Option<impl Into<i64>>) -> Self {
        number.map_or(Self::Missing, |n| Self::Whole(n.into()))
    }
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing => Ok(()),
            Self::Text(words) => f.write_str(words),
            Self::Whole(n) => n.fmt(f),
            Self::Number(n) => n.fmt(f),
        }
    }
}

/// Words as a JSON string.
fn quoted(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 2);
    out.push('"');
    for c in words.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::table;

    #[test]
    fn csv_is_safe_and_keeps_what_is_missing_empty() {
        assert_eq!(table().csv(), "\u{feff}name,value,year\r\n\"'=甲,\"\"乙\"\"\n\",1.5,2024\r\n,,\r\n");
    }

    #[test]
    fn json_lines_are_json() {
        let written = table().json_lines();
        let rows: Vec<serde_json::Value> =
            written.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(rows[0]["name"], "=甲,\"乙\"\n");
        assert_eq!(rows[0]["value"], 1.5);
        assert!(rows[1]["year"].is_null());
    }

    #[test]
    fn every_column_is_in_the_codebook() {
        let codebook = table().codebook();
        assert_eq!(codebook.rows.len(), 3);
        assert_eq!(codebook.rows[1][0], Cell::Text("value".into()));
    }
}
