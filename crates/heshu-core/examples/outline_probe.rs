//! Probe.
#![allow(clippy::all, missing_docs)]
use heshu_core::{outline, text::Text};
fn main() {
    let verbose = std::env::args().any(|a| a == "-v");
    for path in std::env::args().skip(1).filter(|a| a != "-v") {
        let raw = std::fs::read_to_string(&path).unwrap();
        let raw = raw.replace("\\r\\n", "\n").replace("????", "\n");
        let text = Text::new(raw);
        let o = outline::read(&text);
        let d = &o.document;
        println!(
            "{} | {:?} {:?} {:?}/{:?} {:?} {:?} {:?} {:?}",
            path.rsplit('/').next().unwrap(),
            d.region,
            d.level,
            d.report_year,
            d.review_year,
            d.delivered_on,
            d.title,
            d.session,
            d.speaker
        );
        if verbose {
            for s in &o.sections {
                println!(
                    "   {}{}[{:?}] {} {:?}",
                    "  ".repeat(s.level as usize),
                    s.number.clone().unwrap_or_default(),
                    s.part,
                    s.title,
                    ""
                );
            }
            for (i, (at, p)) in o.parts.iter().enumerate() {
                let end = o.parts.get(i + 1).map_or(text.as_str().len(), |x| x.0);
                let t = text.bytes(*at..end);
                let head: String = t.chars().take(34).collect();
                let n = t.chars().count();
                println!("   @{at} {p:?} {n} {:?} | {}", o.years_at(*at), head.replace('\n', "⏎"));
            }
            for c in outline::commitments(&text, &o, &[]) {
                println!("   * {} {}", c.number, c.text);
            }
        }
    }
}
