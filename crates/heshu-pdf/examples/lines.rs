//! Prints what is read of a PDF, line by line with its place:
//! `cargo run -p heshu-pdf --example lines -- FILE [PASSWORD]`; with `--json` before them, the analysis of it.

use heshu_core::intake::Role;
use std::time::Instant;

fn main() {
    let mut arguments = std::env::args().skip(1).peekable();
    let json = arguments.next_if(|first| first == "--json").is_some();
    let Some(file) = arguments.next() else {
        eprintln!("usage: lines FILE [PASSWORD]");
        std::process::exit(2);
    };
    let bytes = match std::fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{file}: {error}");
            std::process::exit(1);
        }
    };
    let start = Instant::now();
    let reading = heshu_pdf::read(bytes, arguments.next().as_deref(), Default::default(), &mut ());
    let took = start.elapsed();
    match reading {
        Err(error) => {
            println!("{}", error.sentence().zh);
            println!("{error}");
        }
        Ok(reading) if json => {
            let analysis = heshu_core::analyze_document(&reading.document, &Default::default());
            println!("{}", serde_json::to_string(&analysis).unwrap_or_default());
        }
        Ok(reading) => {
            for (number, page) in reading.document.pages.iter().enumerate() {
                println!("— {} ({} × {})", number + 1, page.width, page.height);
                for line in &page.lines {
                    let place = line.place.map_or_else(
                        || "                         ".to_owned(),
                        |p| format!("{:6.1}–{:6.1} {:6.1} {:4.1}", p.left, p.right, p.baseline, p.size),
                    );
                    let role = if line.role == Role::Row { '|' } else { ' ' };
                    println!("{place} {role}{}", line.text);
                }
            }
            for note in &reading.notes {
                println!("{}", note.sentence().zh);
            }
        }
    }
    eprintln!("{} ms", took.as_millis());
}
