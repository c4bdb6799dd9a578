//! The XML of an OFD behind its packing: the list of pages and a page, parted by noughts.
#![no_main]

use heshu_fuzz::{read, zip};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let root = b"<OFD><DocRoot>D/Document.xml</DocRoot></OFD>".as_slice();
    let file = zip(&[("OFD.xml", root), ("D/Document.xml", part()), ("D/P.xml", part())]);
    read(&file);
});
