//! Tables as Parquet.
//!
//! Words are UTF-8 strings, whole numbers INT64, decimals DECIMAL(38, 6): exact, and as one type in DuckDB, R, Python
//! and Spark. What a column means stands in the file's metadata, under the column's name.

use crate::table::{Cell, Column, Kind, Table};
use parquet::basic::Compression;
use parquet::data_type::{
    ByteArray, ByteArrayType, DataType, FixedLenByteArray, FixedLenByteArrayType, Int64Type,
};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;
use std::io::Write;
use std::sync::Arc;

/// Places behind the point that decimals keep. What reports write has fewer; what follows by division is rounded.
const PLACES: u32 = 6;

/// Writes a table. Fails where `out` does.
pub fn write(table: &Table, out: impl Write + Send) -> Result<()> {
    let schema = Arc::new(parse_message_type(&schema(&table.columns))?);
    let meanings =
        table.columns.iter().map(|c| KeyValue::new(c.name.clone(), format!("{} | {}", c.zh, c.en)));
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(meanings.collect()))
        .build();
    let mut writer = SerializedFileWriter::new(out, schema, Arc::new(properties))?;
    let mut group = writer.next_row_group()?;
    for (place, column) in table.columns.iter().enumerate() {
        let cells = table.rows.iter().map(|row| row.get(place).unwrap_or(&Cell::Missing));
        let mut to = group.next_column()?.ok_or_else(|| ParquetError::General("a column too many".into()))?;
        match column.kind {
            Kind::Text => fill::<ByteArrayType>(&mut to, cells, |cell| match cell {
                Cell::Missing => None,
                cell => Some(ByteArray::from(cell.to_string().into_bytes())),
            })?,
            Kind::Whole => fill::<Int64Type>(&mut to, cells, |cell| match cell {
                Cell::Whole(n) => Some(*n),
                _ => None,
            })?,
            Kind::Number => fill::<FixedLenByteArrayType>(&mut to, cells, decimal)?,
        }
        to.close()?;
    }
    group.close()?;
    writer.close()?;
    Ok(())
}

fn schema(columns: &[Column]) -> String {
    let fields = columns.iter().map(|column| {
        let name = &column.name;
        match column.kind {
            Kind::Text => format!("OPTIONAL BYTE_ARRAY {name} (UTF8);"),
            Kind::Whole => format!("OPTIONAL INT64 {name};"),
            Kind::Number => format!("OPTIONAL FIXED_LEN_BYTE_ARRAY (16) {name} (DECIMAL(38,{PLACES}));"),
        }
    });
    format!("message report {{ {} }}", fields.collect::<String>())
}

/// Writes the cells of a column: those that are there, and for each row whether it is.
fn fill<'a, T: DataType>(
    to: &mut SerializedColumnWriter<'_>,
    cells: impl Iterator<Item = &'a Cell>,
    value: impl Fn(&Cell) -> Option<T::T>,
) -> Result<()> {
    let mut there = Vec::new();
    let mut values = Vec::new();
    for cell in cells {
        let value = value(cell);
        there.push(i16::from(value.is_some()));
        values.extend(value);
    }
    to.typed::<T>().write_batch(&values, Some(&there), None)?;
    Ok(())
}

/// A decimal as sixteen bytes, the highest first, in units of the last place.
fn decimal(cell: &Cell) -> Option<FixedLenByteArray> {
    let number = match cell {
        Cell::Number(number) => number.get(),
        Cell::Whole(number) => (*number).into(),
        _ => return None,
    };
    let mut rounded = number.round_dp(PLACES);
    rounded.rescale(PLACES);
    // Beyond 28 digits a decimal keeps fewer places than were asked for.
    let units = rounded.mantissa().checked_mul(10i128.checked_pow(PLACES.checked_sub(rounded.scale())?)?)?;
    Some(ByteArray::from(units.to_be_bytes().to_vec()).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use parquet::file::reader::{FileReader, SerializedFileReader};

    #[test]
    fn what_is_written_is_read_again() {
        let table = crate::testing::table();
        let mut bytes = Vec::new();
        write(&table, &mut bytes).unwrap();
        let reader = SerializedFileReader::new(bytes::Bytes::from(bytes)).unwrap();
        let rows: Vec<String> =
            reader.get_row_iter(None).unwrap().map(|row| row.unwrap().to_string()).collect();
        assert_eq!(
            rows,
            [
                "{name: \"=甲,\"乙\"\n\", value: 1.500000, year: 2024}",
                "{name: null, value: null, year: null}"
            ]
        );
        let metadata = reader.metadata().file_metadata().key_value_metadata().unwrap().clone();
        assert!(metadata.iter().any(|kv| kv.key == "value" && kv.value.as_deref() == Some("数值 | Value")));
    }
}
