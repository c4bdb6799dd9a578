//! Rich Text behind its mark.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    heshu_fuzz::read_after("{\\rtf1", bytes);
});
