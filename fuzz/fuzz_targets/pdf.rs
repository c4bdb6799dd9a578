//! Whatever the bytes are, they are read or refused, within bounds:
//! `cargo +nightly fuzz run pdf -- -timeout=2 -rss_limit_mb=1024`, begun with the files of `crates/heshu-pdf/tests/fixtures`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = heshu_pdf::read(bytes.to_vec(), None, heshu_pdf::Limits::default(), &mut ());
});
