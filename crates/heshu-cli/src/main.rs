//! `heshu`: the analysis on the command line.

use std::io::Read;

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    match std::env::args().nth(2).as_deref() {
        None | Some("-") => std::io::stdin().read_to_string(&mut text)?,
        Some(path) => std::fs::File::open(path)?.read_to_string(&mut text)?,
    };
    let analysis = heshu_core::analyze(&text, &heshu_core::Options::default());
    println!("{}", serde_json::to_string_pretty(&analysis)?);
    Ok(())
}
