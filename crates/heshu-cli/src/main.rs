//! `heshu`: the analysis on the command line.

mod args;
mod decode;
mod say;
mod table;

use args::{Command, Format, Request};
use heshu_core::model::Analysis;
use say::{Language, Trouble};
use std::io::{self, ErrorKind, Read, Write};
use std::process::ExitCode;

/// Something could not be read.
const UNREADABLE: u8 = 1;
/// The call itself was wrong.
const MISUSED: u8 = 2;

fn main() -> ExitCode {
    let language = Language::of_the_environment();
    match args::read(std::env::args_os().skip(1), language) {
        Ok(Command::Print(text)) => write_out(text.as_bytes(), language),
        Ok(Command::Analyze(request)) => analyze(&request),
        Err((trouble, language)) => {
            eprintln!("{}", trouble.sentence(language));
            ExitCode::from(MISUSED)
        }
    }
}

fn analyze(request: &Request) -> ExitCode {
    let mut analyses = Vec::new();
    for file in &request.files {
        match read(file) {
            Ok(text) => analyses.push((file, heshu_core::analyze(&text, &heshu_core::Options::default()))),
            Err(trouble) => eprintln!("{}", trouble.sentence(request.language)),
        }
    }
    let complete = analyses.len() == request.files.len();
    let output = match request.format {
        Format::Json => json(&analyses, request.files.len() == 1),
        Format::Table => analyses
            .iter()
            .map(|(file, analysis)| {
                let heading = (request.files.len() > 1).then_some(file.as_str());
                table::write(analysis, heading, request.explain, request.language)
            })
            .collect(),
    };
    let written = write_out(output.as_bytes(), request.language);
    if complete { written } else { ExitCode::from(UNREADABLE) }
}

fn read(file: &str) -> Result<String, Trouble> {
    let mut bytes = Vec::new();
    let taken = if file == "-" {
        io::stdin().lock().read_to_end(&mut bytes).map(drop)
    } else {
        std::fs::read(file).map(|content| bytes = content)
    };
    taken.map_err(|error| Trouble::Unreadable { file: file.to_owned(), error })?;
    decode::text(&bytes).ok_or_else(|| Trouble::NoText { file: file.to_owned() })
}

/// One report is an object; several are an array, in the order of the files.
fn json(analyses: &[(&String, Analysis)], single: bool) -> String {
    let written = match analyses {
        [] if single => return String::new(),
        [(_, analysis)] if single => serde_json::to_string_pretty(analysis),
        several => serde_json::to_string_pretty(&several.iter().map(|(_, a)| a).collect::<Vec<_>>()),
    };
    // The model holds nothing that JSON cannot.
    written.unwrap_or_default() + "\n"
}

/// Writes to standard output; a reader that has had enough (`| head`) is no trouble.
fn write_out(bytes: &[u8], language: Language) -> ExitCode {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("{}", Trouble::Unwritable { error }.sentence(language));
            ExitCode::from(UNREADABLE)
        }
        _ => ExitCode::SUCCESS,
    }
}
