//! Plain text in whichever encoding its bytes look like, behind a word that is no other format's mark.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    heshu_fuzz::read_after("报告", bytes);
    heshu_fuzz::read(&[b"\xff\xfe", bytes].concat());
});
