//! `heshu`: the analysis on the command line.

mod args;
mod say;
mod table;

use args::{Command, Format, Request};
use heshu_core::model::{Analysis, Bilingual};
use heshu_intake::Found;
use say::{Language, Trouble};
use std::io::{self, ErrorKind, Read, Write};
use std::process::ExitCode;
use std::time::Instant;

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
    let mut complete = true;
    for file in &request.files {
        match read(file, request) {
            Ok(found) => analyses.extend(found.documents.iter().map(|read| {
                let name =
                    if found.documents.len() == 1 { file.clone() } else { format!("{file}/{}", read.name) };
                (name, heshu_core::analyze(&read.document.text(), &heshu_core::Options::default()))
            })),
            Err(trouble) => {
                eprintln!("{}", trouble.sentence(request.language));
                complete = false;
            }
        }
    }
    let single = request.files.len() == 1 && analyses.len() <= 1;
    let output = match request.format {
        Format::Json => json(&analyses, single),
        Format::Table => analyses
            .iter()
            .map(|(file, analysis)| {
                let heading = (!single).then_some(file.as_str());
                table::write(analysis, heading, request.explain, request.language)
            })
            .collect(),
    };
    let written = write_out(output.as_bytes(), request.language);
    if complete { written } else { ExitCode::from(UNREADABLE) }
}

/// Reads a file, of whichever format, and says what stayed out.
fn read(file: &str, request: &Request) -> Result<Found, Trouble> {
    let mut bytes = Vec::new();
    let taken = if file == "-" {
        io::stdin().lock().read_to_end(&mut bytes).map(drop)
    } else {
        std::fs::read(file).map(|content| bytes = content)
    };
    taken.map_err(|error| Trouble::Unreadable { file: file.to_owned(), error })?;
    let options =
        heshu_intake::Options { name: file, password: request.password.as_deref(), ..Default::default() };
    let found = heshu_intake::read(&bytes, &options, &mut Clock(Instant::now()));
    let found = found.map_err(|error| Trouble::Refused { file: file.to_owned(), error })?;
    let say = |name: &str, words: &Bilingual| {
        eprintln!("heshu: {file}{name}: {}", request.language.choose(words));
    };
    found.notes.iter().for_each(|note| say("", &note.sentence()));
    for read in &found.documents {
        let name = if found.documents.len() == 1 { String::new() } else { format!("/{}", read.name) };
        read.notes.iter().for_each(|note| say(&name, &note.sentence()));
    }
    found.failed.iter().for_each(|(name, error)| say(&format!("/{name}"), &error.sentence()));
    Ok(found)
}

/// The time that a reading takes.
struct Clock(Instant);

impl heshu_intake::Watch for Clock {
    fn seconds(&self) -> f64 {
        self.0.elapsed().as_secs_f64()
    }
}

/// One report is an object; several are an array, in the order of the files.
fn json(analyses: &[(String, Analysis)], single: bool) -> String {
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
