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
    /// Make rows of many reports.
    Panel(Request),
    /// Hold one year's targets against the next year's report.
    Delivery(Request),
}

/// What was asked for.
pub struct Request {
    /// Paths, or `-` for standard input; at least one.
    pub files: Vec<String>,
    /// How to write it; none for what the command is used for most.
    pub format: Option<Format>,
    /// Whether the table says how each observation was read.
    pub explain: bool,
    /// The password of files that ask for one.
    pub password: Option<String>,
    /// Where to write; none for standard output.
    pub output: Option<String>,
    /// Whether a panel has one row a report.
    pub wide: bool,
    /// Whether a panel has every observation, not only one an indicator.
    pub all: bool,
    /// Lists of words whose shares a panel has: files, or ids of ready lists.
    pub words: Vec<String>,
    /// How many reports are analysed at once; none for as many as the machine has cores.
    pub jobs: Option<usize>,
    /// In which language.
    pub language: Language,
}

/// How a result is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Objects: the contract's, for an analysis.
    Json,
    /// Columns for people.
    Table,
    /// Rows for spreadsheets.
    Csv,
    /// An object a line.
    JsonLines,
    /// Columns for DuckDB, R, Python, Spark.
    Parquet,
    /// A workbook for Excel, with the codebook as a sheet.
    Xlsx,
}

impl Format {
    /// By its name, or by the ending of a file's name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "json" => Some(Self::Json),
            "table" => Some(Self::Table),
            "csv" => Some(Self::Csv),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            "parquet" => Some(Self::Parquet),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }
}

/// Reads the arguments. Trouble comes with the language that had been asked for by then.
pub fn read(
    args: impl IntoIterator<Item = OsString>,
    mut language: Language,
) -> Result<Command, (Trouble, Language)> {
    let mut parser = Parser::from_args(args);
    let mut words: Vec<String> = Vec::new();
    let mut request = Request {
        files: Vec::new(),
        format: None,
        explain: false,
        password: None,
        output: None,
        wide: false,
        all: false,
        words: Vec::new(),
        jobs: None,
        language,
    };
    let (mut help, mut version) = (false, false);
    loop {
        let argument = parser.next().map_err(|e| (Trouble::Usage(e.to_string()), language))?;
        match argument {
            None => break,
            Some(Arg::Short('h') | Arg::Long("help")) => help = true,
            Some(Arg::Short('V') | Arg::Long("version")) => version = true,
            Some(Arg::Long("explain")) => request.explain = true,
            Some(Arg::Long("wide")) => request.wide = true,
            Some(Arg::Long("all")) => request.all = true,
            Some(Arg::Long("words")) => request.words.push(value(&mut parser, language)?),
            Some(Arg::Short('f') | Arg::Long("format")) => {
                let given = value(&mut parser, language)?;
                request.format = Some(Format::named(&given).ok_or((Trouble::Format(given), language))?);
            }
            Some(Arg::Short('o') | Arg::Long("output")) => {
                request.output = Some(value(&mut parser, language)?);
            }
            Some(Arg::Short('j') | Arg::Long("jobs")) => {
                let given = parser.value().and_then(|value| value.parse());
                request.jobs = Some(given.map_err(|e| (Trouble::Usage(e.to_string()), language))?);
            }
            Some(Arg::Long("lang")) => {
                let given = value(&mut parser, language)?;
                language = Language::named(&given).ok_or((Trouble::Language(given), language))?;
            }
            Some(Arg::Long("password")) => request.password = Some(value(&mut parser, language)?),
            Some(Arg::Value(word)) => words.push(word.to_string_lossy().into_owned()),
            Some(Arg::Short(c)) => return Err((Trouble::Option(format!("-{c}")), language)),
            Some(Arg::Long(name)) => return Err((Trouble::Option(format!("--{name}")), language)),
        }
    }
    request.language = language;
    if version {
        return Ok(Command::Print(format!("heshu {}\n", env!("CARGO_PKG_VERSION"))));
    }
    if help {
        return Ok(Command::Print(say::help(language).to_owned()));
    }
    let Some((command, files)) = words.split_first() else { return Err((Trouble::NoCommand, language)) };
    request.files = files.to_vec();
    let inputs = files.iter().filter(|file| *file == "-").count();
    match command.as_str() {
        "analyze" | "panel" | "delivery" if files.is_empty() => Err((Trouble::NoFile, language)),
        "analyze" | "panel" | "delivery" if inputs > 1 => Err((Trouble::InputTwice, language)),
        "delivery" if files.len() != 2 => Err((Trouble::TwoReports, language)),
        "analyze" => Ok(Command::Analyze(request)),
        "panel" => Ok(Command::Panel(request)),
        "delivery" => Ok(Command::Delivery(request)),
        _ => Err((Trouble::Command(command.clone()), language)),
    }
}

fn value(parser: &mut Parser, language: Language) -> Result<String, (Trouble, Language)> {
    let value = parser.value().and_then(|value| value.string());
    value.map_err(|e| (Trouble::Usage(e.to_string()), language))
}
