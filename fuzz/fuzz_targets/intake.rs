//! Whatever the bytes are, they are read or refused, within bounds: archives, and what no mark tells.
//! `cargo +nightly fuzz run intake -- -timeout=2 -rss_limit_mb=1024`, begun with `crates/heshu-intake/tests/fixtures`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    heshu_fuzz::read(bytes);
});
