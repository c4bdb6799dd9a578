//! What the targets share.

use heshu_intake::{Options, Silent};
use std::io::{Cursor, Write};

/// Reads a file; whether it is read or refused is all one.
pub fn read(file: &[u8]) {
    let _ = heshu_intake::read(file, &Options::default(), &mut Silent);
}

/// Reads what follows a beginning by which its format is known.
pub fn read_after(beginning: &str, bytes: &[u8]) {
    read(&[beginning.as_bytes(), bytes].concat());
}

/// A ZIP archive of parts, not compressed, so that the fuzzer sees what it changes.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (path, content) in parts {
        writer.start_file(*path, options).expect("in memory");
        writer.write_all(content).expect("in memory");
    }
    writer.finish().expect("in memory").into_inner()
}
