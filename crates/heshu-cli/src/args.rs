//! The arguments.

use crate::say::{self, Language, Trouble};
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;

/// What to do.
pub enum Command {
    /// Print a text: help or version.
    Print(String),
    /// Analyse files.
    Analyze(Request),
}

/// An analysis that was asked for.
pub struct Request {
    /// Paths, or `-` for standard input; at least one.
    pub files: Vec<String>,
    /// How to write it.
    pub format: Format,
    /// Whether the table says how each observation was read.
    pub explain: bool,
    /// The password of files that ask for one.
    pub password: Option<String>,
    /// In which language.
    pub language: Language,
}

/// How an analysis is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The contract's object.
    Json,
    /// Columns for people.
    Table,
}

/// Reads the arguments. Trouble comes with the language that had been asked for by then.
pub fn read(
    args: impl IntoIterator<Item = OsString>,
    mut language: Language,
) -> Result<Command, (Trouble, Language)> {
    let mut parser = Parser::from_args(args);
    let mut words: Vec<String> = Vec::new();
    let mut format = Format::Json;
    let mut password = None;
    let (mut explain, mut help, mut version) = (false, false, false);
    loop {
        let argument = parser.next().map_err(|e| (Trouble::Usage(e.to_string()), language))?;
        match argument {
            None => break,
            Some(Arg::Short('h') | Arg::Long("help")) => help = true,
            Some(Arg::Short('V') | Arg::Long("version")) => version = true,
            Some(Arg::Long("explain")) => explain = true,
            Some(Arg::Short('f') | Arg::Long("format")) => {
                format = match value(&mut parser, language)?.as_str() {
                    "json" => Format::Json,
                    "table" => Format::Table,
                    other => return Err((Trouble::Format(other.to_owned()), language)),
                };
            }
            Some(Arg::Long("lang")) => {
                let given = value(&mut parser, language)?;
                language = Language::named(&given).ok_or((Trouble::Language(given), language))?;
            }
            Some(Arg::Long("password")) => password = Some(value(&mut parser, language)?),
            Some(Arg::Value(word)) => words.push(word.to_string_lossy().into_owned()),
            Some(Arg::Short(c)) => return Err((Trouble::Option(format!("-{c}")), language)),
            Some(Arg::Long(name)) => return Err((Trouble::Option(format!("--{name}")), language)),
        }
    }
    if version {
        return Ok(Command::Print(format!("heshu {}\n", env!("CARGO_PKG_VERSION"))));
    }
    if help {
        return Ok(Command::Print(say::help(language).to_owned()));
    }
    match words.split_first() {
        None => Err((Trouble::NoCommand, language)),
        Some((command, _)) if command != "analyze" => Err((Trouble::Command(command.clone()), language)),
        Some((_, [])) => Err((Trouble::NoFile, language)),
        Some((_, files)) if files.iter().filter(|file| *file == "-").count() > 1 => {
            Err((Trouble::InputTwice, language))
        }
        Some((_, files)) => {
            Ok(Command::Analyze(Request { files: files.to_vec(), format, explain, password, language }))
        }
    }
}

fn value(parser: &mut Parser, language: Language) -> Result<String, (Trouble, Language)> {
    let value = parser.value().and_then(|value| value.string());
    value.map_err(|e| (Trouble::Usage(e.to_string()), language))
}
