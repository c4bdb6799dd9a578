//! Median time of one analysis, beside work on the same text and machine that puts it in proportion.

use heshu_core::{Options, analyze, repair};
use std::hint::black_box;
use std::time::{Duration, Instant};

const REPORT: &str = include_str!("../../../www/samples/yining-2024.txt");
const RUNS: usize = 201;

fn main() {
    let options = Options::default();
    println!("native, {} characters, median of {RUNS} runs", REPORT.chars().count());
    let pass = median(|| black_box(REPORT).chars().filter(char::is_ascii_digit).count());
    let repaired = median(|| repair::repair(black_box(REPORT), &options));
    let analysis = median(|| analyze(black_box(REPORT), &options));
    row("analysis", analysis);
    row("of that, repair", repaired);
    row("one pass over the text", pass);
    let times = analysis.as_secs_f64() / pass.as_secs_f64().max(f64::MIN_POSITIVE);
    println!("  analysis is {times:.0} passes over the text");
}

fn row(name: &str, time: Duration) {
    println!("  {name:<27} {:>9.3} ms", time.as_secs_f64() * 1000.0);
}

fn median<T>(work: impl Fn() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(RUNS / 2).copied().unwrap_or_default()
}
