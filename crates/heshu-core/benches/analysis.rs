//! Median time of one analysis, beside work on the same text and machine that puts it in proportion, and how the
//! time grows with the text: four times the text must take about four times as long, whatever the text is.

use heshu_core::text::Text;
use heshu_core::{Options, analyze, checks, observations, outline, quantities, repair};
use std::hint::black_box;
use std::time::{Duration, Instant};

const REPORT: &str = include_str!("../../../www/samples/yining-2024.txt");

fn main() {
    let options = Options::default();
    println!("native, {} characters, median of 101 runs", REPORT.chars().count());
    let pass = median(101, || black_box(REPORT).chars().filter(char::is_ascii_digit).count());
    let analysis = median(101, || analyze(black_box(REPORT), &options));
    row("analysis", analysis);
    stages(&options);
    row("one pass over the text", pass);
    let times = analysis.as_secs_f64() / pass.as_secs_f64().max(f64::MIN_POSITIVE);
    println!("  analysis is {times:.0} passes over the text");

    let long = REPORT.repeat(100);
    let hundred = median(3, || analyze(black_box(&long), &options));
    let per_copy = hundred.as_secs_f64() / analysis.as_secs_f64().max(f64::MIN_POSITIVE);
    row(&format!("a hundred copies, ×{per_copy:.0}"), hundred);

    println!("four times the text, and the time it takes (5 is fine, 16 is quadratic)");
    let one_line = REPORT.replace('\n', "");
    let texts = [
        ("the report", REPORT),
        ("the report in one line", &one_line),
        ("a list without an end", &"1万元、".repeat(2_000)),
        ("growth after growth", &"增长5%，".repeat(2_000)),
        ("a number without an end", &"1234567890".repeat(300)),
        ("heading after heading", &"一、\n".repeat(3_000)),
        ("brackets never closed", &"（".repeat(5_000)),
    ];
    for (name, text) in texts {
        let once = median(5, || analyze(black_box(text), &options));
        let long = text.repeat(4);
        let four = median(3, || analyze(black_box(&long), &options));
        row(&format!("{name}, ×{:.1}", four.as_secs_f64() / once.as_secs_f64().max(f64::MIN_POSITIVE)), four);
    }
}

/// The way of the text through the core, stage by stage.
fn stages(options: &Options) {
    row("  repair", median(101, || repair::repair(black_box(REPORT), options)));
    let repaired = repair::repair(REPORT, options);
    let text = Text::new(repaired.text);
    row("  outline", median(101, || outline::read(&text)));
    let outline = outline::read(&text);
    row("  quantities", median(101, || quantities::scan(text.as_str())));
    let quantities = quantities::scan(text.as_str());
    let extract = || observations::extract(&text, &outline, &quantities, &repaired.map);
    row("  observations", median(101, extract));
    let observations = extract();
    let commitments = outline::commitments(&text, &outline, &observations);
    let report = checks::Report {
        text: &text,
        document: &outline.document,
        sections: &outline.sections,
        observations: &observations,
        commitments: &commitments,
    };
    row("  checks", median(101, || checks::run(&report)));
}

fn row(name: &str, time: Duration) {
    println!("  {name:<34} {:>9.3} ms", time.as_secs_f64() * 1000.0);
}

fn median<T>(runs: usize, work: impl Fn() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(runs / 2).copied().unwrap_or_default()
}
