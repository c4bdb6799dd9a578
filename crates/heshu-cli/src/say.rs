//! Everything that the program says, in both languages.

use heshu_core::model::{Bilingual, Kind, Verdict};
use std::io;

/// A language of the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Language {
    /// 中文
    Chinese,
    /// English
    English,
}

impl Language {
    /// English where the environment asks for it, else Chinese.
    pub fn of_the_environment() -> Self {
        let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let locale = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG"));
        if locale.is_some_and(|locale| locale.starts_with("en")) { Self::English } else { Self::Chinese }
    }

    /// By its code.
    pub fn named(code: &str) -> Option<Self> {
        match code.split(['-', '_']).next() {
            Some("zh") => Some(Self::Chinese),
            Some("en") => Some(Self::English),
            _ => None,
        }
    }

    /// The words in this language.
    pub const fn of<'a>(self, chinese: &'a str, english: &'a str) -> &'a str {
        match self {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }

    /// The same of a pair.
    pub fn choose(self, pair: &Bilingual) -> &str {
        self.of(&pair.zh, &pair.en)
    }

    /// A kind of observation.
    pub const fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Actual => self.of("实际", "actual"),
            Kind::Expected => self.of("预计", "expected"),
            Kind::Target => self.of("目标", "target"),
            Kind::Standing => self.of("常态", "standing"),
        }
    }

    /// A verdict.
    pub const fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Conflict => self.of("矛盾", "conflict"),
            Verdict::Caution => self.of("存疑", "caution"),
            Verdict::Note => self.of("提示", "note"),
            Verdict::Pass => self.of("相符", "pass"),
        }
    }
}

/// What can go wrong.
pub enum Trouble {
    /// No command was given.
    NoCommand,
    /// An unknown command.
    Command(String),
    /// No file was given.
    NoFile,
    /// Delivery is of two reports.
    TwoReports,
    /// The reports are not of one area and consecutive years.
    NotConsecutive,
    /// A format that the command does not write.
    NotThisFormat,
    /// Standard input was asked for twice.
    InputTwice,
    /// An unknown option.
    Option(String),
    /// An unknown format.
    Format(String),
    /// An unknown language.
    Language(String),
    /// Anything else that is wrong with the arguments.
    Usage(String),
    /// A file cannot be read.
    Unreadable {
        /// Its path.
        file: String,
        /// Why.
        error: io::Error,
    },
    /// A file's content cannot be read.
    Refused {
        /// Its path.
        file: String,
        /// Why.
        error: heshu_intake::Error,
    },
    /// Standard output cannot be written.
    Unwritable {
        /// Why.
        error: io::Error,
    },
}

impl Trouble {
    /// A sentence that says what is wrong and what to do.
    pub fn sentence(&self, language: Language) -> String {
        let (zh, en) = match self {
            Self::NoCommand => {
                ("请给出命令：heshu analyze 文件…".into(), "Give a command: heshu analyze FILE...".into())
            }
            Self::Command(word) => (
                format!("没有“{word}”这个命令；现有命令：analyze、panel、delivery"),
                format!("There is no command “{word}”; there are: analyze, panel, delivery"),
            ),
            Self::TwoReports => (
                "请给出两份报告：先是定目标的一年，再是下一年".into(),
                "Name two reports: the one that sets the targets, then the next year's".into(),
            ),
            Self::NotConsecutive => (
                "这两份报告认不出是相邻两年的；请确认先后次序，且两份都写明年份".into(),
                "These are not recognised as reports of consecutive years; check their order, and that both name their year"
                    .into(),
            ),
            Self::NotThisFormat => (
                "这个命令不写这种格式：analyze、delivery 写 json 或 table，panel 写 csv、xlsx、jsonl 或 parquet".into(),
                "This command does not write that format: analyze and delivery write json or table, panel csv, xlsx, jsonl or parquet"
                    .into(),
            ),
            Self::NoFile => (
                "请给出要分析的文件，或用 - 从标准输入读取".into(),
                "Name the files to analyse, or - for standard input".into(),
            ),
            Self::InputTwice => {
                ("标准输入（-）只能读取一次".into(), "Standard input (-) can be read only once".into())
            }
            Self::Option(name) => (format!("没有 {name} 这个选项"), format!("There is no option {name}")),
            Self::Format(name) => (
                format!("没有“{name}”这种格式；可用：json、table、csv、xlsx、jsonl、parquet"),
                format!("There is no format “{name}”; there are: json, table, csv, xlsx, jsonl, parquet"),
            ),
            Self::Language(name) => (
                format!("没有“{name}”这种语言；可用：zh、en"),
                format!("There is no language “{name}”; there are: zh, en"),
            ),
            Self::Usage(reason) => (format!("参数有误：{reason}"), format!("Wrong arguments: {reason}")),
            Self::Unreadable { file, error } => (
                format!("无法读取 {file}：{}", why(error, Language::Chinese)),
                format!("Cannot read {file}: {}", why(error, Language::English)),
            ),
            Self::Refused { file, error } => {
                let words = error.sentence();
                let more = match error.id() {
                    "password" | "wrong_password" => ["（--password 密码）", " (--password WORD)"],
                    _ => ["", ""],
                };
                (format!("{file}：{}{}", words.zh, more[0]), format!("{file}: {}{}", words.en, more[1]))
            }
            Self::Unwritable { error } => (
                format!("无法写出结果：{}", why(error, Language::Chinese)),
                format!("Cannot write the result: {}", why(error, Language::English)),
            ),
        };
        let usage = !matches!(
            self,
            Self::Unreadable { .. } | Self::Refused { .. } | Self::Unwritable { .. } | Self::NotConsecutive
        );
        let more = if usage { language.of("\n用法见 heshu --help", "\nSee heshu --help") } else { "" };
        format!("heshu: {}{more}", language.of(&zh, &en))
    }
}

fn why(error: &io::Error, language: Language) -> String {
    let known = match error.kind() {
        io::ErrorKind::NotFound => language.of("没有这个文件", "there is no such file"),
        io::ErrorKind::PermissionDenied => language.of("没有权限", "permission denied"),
        io::ErrorKind::IsADirectory => language.of("这是一个文件夹", "it is a folder"),
        _ => return error.to_string(),
    };
    known.to_owned()
}

/// The help text.
pub const fn help(language: Language) -> &'static str {
    language.of(
        "\
核数：读政府工作报告里的数字

用法：heshu analyze 文件… [选项]                每条数据、目标、民生实事与核对结果
      heshu panel 文件… -o 面板.parquet [选项]   多份报告的面板：每地区、年份、指标一行
      heshu delivery 上年报告 本年报告 [选项]    上年目标与实事，今年报告说到哪里

  文件                     PDF、DOCX、DOC、OFD、网页（HTML、MHT）、RTF、纯文本，或其中任何一种的
                           ZIP；按内容识别，与文件名无关；- 表示标准输入

选项：
  -f, --format 格式        analyze：json（默认；多份报告时是数组）、table；delivery：table（默认）、json；
                           panel：csv、xlsx、jsonl、parquet，默认看 -o 的扩展名
  -o, --output 文件        写入文件；面板另写同名 .codebook.csv，说明各列含义
      --wide               面板每份报告一行，各指标成列
      --all                面板列出全部数据，不止目录内的指标
      --words 词表         面板另有词频列：每行一词的文件，或 digital、environment、innovation、livelihood；
                           可多次给出
  -j, --jobs N             同时分析几份，默认与处理器核数相同
      --explain            表格中说明每条数据由哪种句式读出、有何疑问
                           （json 中 construction、doubt 两个字段总是有）
      --password 密码      加密 PDF 的打开密码
      --lang zh|en         语言；默认随 LANG，LANG 不是英语时用中文
  -h, --help               显示本说明
  -V, --version            显示版本

退出码：0 成功；1 有文件无法读取；2 参数有误
",
        "\
Heshu reads the numbers of Chinese government work reports.

Usage: heshu analyze FILE... [options]                every statistic, target, promise and finding
       heshu panel FILE... -o panel.parquet [options] rows of many reports: one a region, year and indicator
       heshu delivery EARLIER LATER [options]         what became of one year's targets, by the next report

  FILE                     PDF, DOCX, DOC, OFD, HTML, MHT, RTF, plain text, or a ZIP of any of these,
                           told by content, not by name; - is standard input

Options:
  -f, --format FORMAT      analyze: json (default; several reports make an array), table; delivery: table
                           (default), json; panel: csv, xlsx, jsonl, parquet, by the ending of -o
  -o, --output FILE        write to a file; beside a panel goes FILE's .codebook.csv, what each column means
      --wide               a panel with one row a report, indicators as columns
      --all                a panel of all observations, not only those of the catalogue
      --words LIST         a panel with shares of words, too: a file with a word a line, or digital, environment,
                           innovation, livelihood; may be given several times
  -j, --jobs N             reports analysed at once, as many as there are cores by default
      --explain            the table says by which construction each row was read, and doubts
                           (in json the fields construction and doubt are always there)
      --password WORD      the password that opens an encrypted PDF
      --lang zh|en         language; English where LANG asks for it, else Chinese
  -h, --help               this text
  -V, --version            the version

Exit codes: 0 done; 1 a file could not be read; 2 wrong arguments
",
    )
}
