//! Whatever the bytes are, they are read or refused, within bounds: text, HTML, MHT, RTF, DOC, archives.
//! `cargo +nightly fuzz run intake -- -timeout=2 -rss_limit_mb=1024`, begun with `crates/heshu-intake/tests/fixtures`.
#![no_main]

use heshu_intake::{Options, Silent};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = heshu_intake::read(bytes, &Options::default(), &mut Silent);
});
