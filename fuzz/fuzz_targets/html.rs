//! A web page behind its first tag.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    heshu_fuzz::read_after("<!doctype html>", bytes);
});
