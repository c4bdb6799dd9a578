//! The streams of a DOC behind their packing: the first two bytes say how long the main one is, the rest is its table.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};

fuzz_target!(|bytes: &[u8]| {
    let Some((length, streams)) = bytes.split_first_chunk::<2>() else { return };
    let (main, table) = streams.split_at(streams.len().min(u16::from_le_bytes(*length).into()));
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("in memory");
    for (name, content) in [("WordDocument", main), ("0Table", table), ("1Table", table)] {
        file.create_stream(name).and_then(|mut stream| stream.write_all(content)).expect("in memory");
    }
    heshu_fuzz::read(file.into_inner().get_ref());
});
