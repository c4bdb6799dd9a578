//! Builds, serves and tests the whole.
fn main() {}
