//! The XML of a DOCX behind its packing: the text, the numbering, the styles, parted by noughts.
#![no_main]

use heshu_fuzz::{read, zip};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(3, |byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let file =
        zip(&[("word/document.xml", part()), ("word/numbering.xml", part()), ("word/styles.xml", part())]);
    read(&file);
});
