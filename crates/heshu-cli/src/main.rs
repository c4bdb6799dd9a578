//! `heshu`: the analysis on the command line.

mod args;
mod delivered;
mod read;
mod say;
mod table;
mod words;

use args::{Command, Format, Request};
use heshu_panel::panel::{Rows, tidy, wide};
use heshu_panel::{Entry, deliver};
use say::{Language, Trouble};
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// Something could not be read.
const UNREADABLE: u8 = 1;
/// The call itself was wrong.
const MISUSED: u8 = 2;

fn main() -> ExitCode {
    let language = Language::of_the_environment();
    match args::read(std::env::args_os().skip(1), language) {
        Ok(Command::Print(text)) => print(text.as_bytes(), language),
        Ok(Command::Analyze(request)) => analyze(&request),
        Ok(Command::Panel(request)) => panel(&request),
        Ok(Command::Delivery(request)) => delivery(&request),
        Err((trouble, language)) => misused(trouble, language),
    }
}

fn analyze(request: &Request) -> ExitCode {
    let set = read::all(request);
    let single = request.files.len() == 1 && set.entries.len() <= 1;
    let output = match request.format.unwrap_or(Format::Json) {
        Format::Table => set
            .entries
            .iter()
            .map(|entry| {
                let heading = (!single).then_some(entry.file.as_str());
                table::write(&entry.analysis, heading, request.explain, request.language)
            })
            .collect(),
        Format::Json => json(&set.entries, single),
        _ => return misused(Trouble::NotThisFormat, request.language),
    };
    finish(&set, write_out(output.as_bytes(), request))
}

fn panel(request: &Request) -> ExitCode {
    let ending = request.output.as_deref().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
    let format = request.format.or_else(|| ending.and_then(Format::named)).unwrap_or(Format::Csv);
    let lists = match words::lists(request) {
        Ok(lists) => lists,
        Err(what) => return trouble(&what, request.language),
    };
    let set = read::all(request);
    if set.entries.is_empty() {
        return ExitCode::from(UNREADABLE);
    }
    let rows = if request.all { Rows::All } else { Rows::Panel };
    let table = if request.wide { wide(&set.entries, &lists) } else { tidy(&set.entries, rows, &lists) };
    let bytes = match format {
        Format::Xlsx => match heshu_export::panel(&table, request.language == Language::Chinese) {
            Ok(bytes) => bytes,
            Err(error) => {
                return trouble(&Trouble::Unwritable { error: io::Error::other(error) }, request.language);
            }
        },
        Format::Csv => table.csv().into_bytes(),
        Format::JsonLines => table.json_lines().into_bytes(),
        Format::Parquet => {
            let mut bytes = Vec::new();
            if let Err(error) = heshu_panel::parquet::write(&table, &mut bytes) {
                return trouble(&Trouble::Unwritable { error: io::Error::other(error) }, request.language);
            }
            bytes
        }
        Format::Json | Format::Table => return misused(Trouble::NotThisFormat, request.language),
    };
    let written = write_out(&bytes, request);
    // The codebook goes beside the data, where there is a place beside it.
    let codebook = request.output.as_deref().map(|name| {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        std::fs::write(format!("{stem}.codebook.csv"), table.codebook().csv())
    });
    if let Some(Err(error)) = codebook {
        return trouble(&Trouble::Unwritable { error }, request.language);
    }
    finish(&set, written)
}

fn delivery(request: &Request) -> ExitCode {
    let set = read::all(request);
    let [earlier, later] = set.entries.as_slice() else { return ExitCode::from(UNREADABLE) };
    let Some(found) = deliver(earlier, later) else {
        return trouble(&Trouble::NotConsecutive, request.language);
    };
    let output = match request.format.unwrap_or(Format::Table) {
        Format::Table => delivered::write(&found, earlier, later, request.language),
        Format::Json => serde_json::to_string_pretty(&found).unwrap_or_default() + "\n",
        _ => return misused(Trouble::NotThisFormat, request.language),
    };
    finish(&set, write_out(output.as_bytes(), request))
}

fn misused(what: Trouble, language: Language) -> ExitCode {
    eprintln!("{}", what.sentence(language));
    ExitCode::from(MISUSED)
}

fn trouble(what: &Trouble, language: Language) -> ExitCode {
    eprintln!("{}", what.sentence(language));
    ExitCode::from(UNREADABLE)
}

/// What was read is written even where some files could not be read; the exit code says so.
fn finish(set: &read::Set, written: ExitCode) -> ExitCode {
    if set.complete { written } else { ExitCode::from(UNREADABLE) }
}

/// One report is an object; several are an array, in the order of the files.
fn json(entries: &[Entry], single: bool) -> String {
    let written = match entries {
        [] if single => return String::new(),
        [entry] if single => serde_json::to_string_pretty(&entry.analysis),
        several => {
            serde_json::to_string_pretty(&several.iter().map(|entry| &entry.analysis).collect::<Vec<_>>())
        }
    };
    // The model holds nothing that JSON cannot.
    written.unwrap_or_default() + "\n"
}

/// Writes to the file that was asked for, or to standard output; a reader that has had enough (`| head`) is no trouble.
fn write_out(bytes: &[u8], request: &Request) -> ExitCode {
    match &request.output {
        Some(name) => match std::fs::write(name, bytes) {
            Err(error) => trouble(&Trouble::Unwritable { error }, request.language),
            Ok(()) => ExitCode::SUCCESS,
        },
        None => print(bytes, request.language),
    }
}

fn print(bytes: &[u8], language: Language) -> ExitCode {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            trouble(&Trouble::Unwritable { error }, language)
        }
        _ => ExitCode::SUCCESS,
    }
}
