//! The program as it is called.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const REPORT: &str = "政府工作报告\n2023年，地区生产总值388.2亿元、增长7.2%。\n";

fn heshu(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_heshu"));
    command.args(args).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "zh_CN.UTF-8");
    command
}

fn run(args: &[&str], input: &[u8]) -> Output {
    let mut child = heshu(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // The program may end without reading.
    let _ = child.stdin.take().expect("it is piped").write_all(input);
    child.wait_with_output().expect("the program ends")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("the folder is ours");
    path
}

#[test]
fn standard_input_gives_one_object() {
    let output = run(&["analyze", "-"], REPORT.as_bytes());
    let analysis: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(output.status.success());
    assert_eq!(analysis["schema"], "1.0");
    assert_eq!(analysis["observations"][0]["indicator"], "gdp");
}

#[test]
fn several_files_give_an_array_in_their_order() {
    let (utf8, gbk) = (file("eight.txt", REPORT.as_bytes()), file("gbk.txt", b"\xb4\xba\xcc\xec"));
    let paths = [utf8.to_str().expect("UTF-8"), gbk.to_str().expect("UTF-8")];
    let output = run(&["analyze", paths[0], paths[1]], b"");
    let analyses: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(analyses.as_array().map(Vec::len), Some(2));
    assert_eq!(analyses[1]["text"].as_str().map(str::trim_end), Some("春天"));
}

#[test]
fn the_table_shows_names_levels_and_changes_in_either_language() {
    let chinese = stdout(&run(&["analyze", "--format", "table", "-"], REPORT.as_bytes()));
    assert!(
        chinese.contains("地区生产总值") && chinese.contains("388.2亿元") && chinese.contains("+7.2%"),
        "{chinese}"
    );
    assert!(chinese.contains("经济总量") && chinese.contains("核对："), "{chinese}");
    let english = stdout(&run(&["analyze", "-f", "table", "--lang", "en", "-"], REPORT.as_bytes()));
    assert!(english.contains("Economy") && english.contains("Checks: "), "{english}");
}

#[test]
fn explain_adds_the_construction() {
    let plain = stdout(&run(&["analyze", "-f", "table", "-"], REPORT.as_bytes()));
    let explained = stdout(&run(&["analyze", "-f", "table", "--explain", "-"], REPORT.as_bytes()));
    assert!(!plain.contains("句式") && explained.contains("句式"), "{explained}");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_done() {
    let good = file("good.txt", REPORT.as_bytes());
    let output = run(&["analyze", "没有的文件.txt", good.to_str().expect("UTF-8")], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("没有的文件.txt：没有这个文件"), "{}", stderr(&output));
    let analyses: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(analyses.as_array().map(Vec::len), Some(1));
}

#[test]
fn what_cannot_be_read_is_refused_with_what_to_do() {
    for (bytes, words) in
        [(&b"%PDF-1.7\n\x00\x00\xff\xff"[..], "damaged"), (b"\x00\x01\xfe\xff", "save it as DOCX")]
    {
        let output = run(&["analyze", "--lang", "en", "-"], bytes);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains(words), "{}", stderr(&output));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn files_are_read_by_their_content() {
    let page = format!("<html><body><nav><a href=x>首页</a></nav><p>{REPORT}</p></body></html>");
    let html = file("page.txt", page.as_bytes());
    let output = run(&["analyze", html.to_str().expect("UTF-8")], b"");
    let analysis: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(analysis["observations"][0]["indicator"], "gdp");
    assert!(!analysis["text"].as_str().is_some_and(|text| text.contains("首页") || text.contains('<')));
}

#[test]
fn an_encrypted_file_is_opened_with_its_password() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../heshu-pdf/tests/fixtures/aes-256-password.pdf");
    let path = path.to_str().expect("UTF-8");
    let refused = run(&["analyze", path], b"");
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("--password"), "{}", stderr(&refused));
    let read = run(&["analyze", "--password", "报告2024", path], b"");
    assert!(read.status.success(), "{}", stderr(&read));
    let analysis: serde_json::Value = serde_json::from_slice(&read.stdout).expect("JSON");
    assert!(analysis["text"].as_str().is_some_and(|text| !text.trim().is_empty()));
}

#[test]
fn a_wrong_call_says_what_is_wrong() {
    for (args, words) in [
        (&[][..], "请给出命令"),
        (&["compare"][..], "没有“compare”这个命令"),
        (&["analyze"][..], "请给出要分析的文件"),
        (&["analyze", "-", "-"][..], "只能读取一次"),
        (&["analyze", "--format", "xml", "-"][..], "没有“xml”这种格式"),
        (&["analyze", "--lang", "fr", "-"][..], "没有“fr”这种语言"),
        (&["analyze", "--colour", "-"][..], "没有 --colour 这个选项"),
        (&["analyze", "--format"][..], "参数有误"),
        (&["--lang", "en", "analyze"][..], "Name the files"),
    ] {
        let output = run(args, b"");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(stderr(&output).contains(words), "{args:?}: {}", stderr(&output));
    }
}

#[test]
fn help_speaks_the_language_of_the_environment() {
    let chinese = run(&["--help"], b"");
    assert!(chinese.status.success() && stdout(&chinese).contains("用法："));
    let english = heshu(&["--help"]).env("LANG", "en_GB.UTF-8").output().expect("it starts");
    assert!(stdout(&english).contains("Usage:"));
}

const EARLIER: &str = "甲县政府工作报告\n各位代表：\n一、2022年工作回顾\n2022年，一般公共预算收入10亿元。\n\
    二、2023年工作安排\n主要预期目标是：一般公共预算收入增长8%以上，粮食产量12万吨。\n";
const LATER: &str = "甲县政府工作报告\n各位代表：\n一、2023年工作回顾\n2023年，一般公共预算收入10.9亿元、增长9%。\n\
    二、2024年工作安排\n主要预期目标是：一般公共预算收入增长7%。\n";

#[test]
fn a_panel_is_written_with_its_codebook_in_every_format() {
    let reports = [file("earlier.txt", EARLIER.as_bytes()), file("later.txt", LATER.as_bytes())];
    let paths: Vec<&str> = reports.iter().map(|path| path.to_str().expect("UTF-8")).collect();
    for (ending, begins) in [
        ("csv", &b"\xEF\xBB\xBFfile,region"[..]),
        ("xlsx", b"PK"),
        ("jsonl", b"{\"file\":"),
        ("parquet", b"PAR1"),
    ] {
        let output = file(&format!("panel.{ending}"), b"");
        let done = run(&["panel", paths[0], paths[1], "-o", output.to_str().expect("UTF-8")], b"");
        assert!(done.status.success(), "{}", stderr(&done));
        assert!(std::fs::read(&output).expect("it is written").starts_with(begins), "{ending}");
        let codebook = std::fs::read_to_string(output.with_extension("codebook.csv")).expect("it is written");
        assert!(codebook.contains("base_value"));
    }
    let wide = stdout(&run(&["panel", "--wide", "-f", "csv", paths[0], paths[1]], b""));
    assert_eq!(wide.lines().count(), 3);
    assert!(wide.contains("budget_revenue_target_change"));
    let own = file("自己的.txt", "预算\n粮食".as_bytes());
    let words = ["--words", own.to_str().expect("UTF-8"), "--words", "livelihood"];
    let counted = stdout(&run(&[&["panel", "--wide", "-f", "csv", paths[0]][..], &words].concat(), b""));
    assert!(
        counted.contains("words_list1_hits") && counted.contains("words_livelihood_percent"),
        "{counted}"
    );
    let missing = run(&["panel", paths[0], "--words", "/no/such/list"], b"");
    assert_eq!(missing.status.code(), Some(1));
}

#[test]
fn delivery_holds_targets_against_the_next_report() {
    let reports = [file("before.txt", EARLIER.as_bytes()), file("after.txt", LATER.as_bytes())];
    let paths: Vec<&str> = reports.iter().map(|path| path.to_str().expect("UTF-8")).collect();
    let told = stdout(&run(&["delivery", paths[0], paths[1]], b""));
    assert!(told.contains("[完成] 一般公共预算收入") && told.contains("[未见报告] 粮食产量"), "{told}");
    let turned = run(&["delivery", paths[1], paths[0]], b"");
    assert_eq!(turned.status.code(), Some(1));
    assert!(stderr(&turned).contains("相邻两年"));
    assert_eq!(run(&["delivery", paths[0]], b"").status.code(), Some(2));
}
