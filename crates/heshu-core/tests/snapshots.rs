//! The whole analysis of both samples, a line for each thing found, so that a change of the core shows what it
//! changes in real reports.
#![allow(clippy::unwrap_used)]

mod stored;

use heshu_core::{Analysis, Options, analyze, model::Span};
use serde::Serialize;
use serde_json::Value;

#[test]
fn the_samples_are_read_as_they_were() {
    for name in ["xinyuan-2024.raw", "yining-2024"] {
        let sample = stored::repository().join(format!("www/samples/{name}.txt"));
        let analysis = analyze(&std::fs::read_to_string(sample).unwrap(), &Options::default());
        let file = stored::repository().join(format!("crates/heshu-core/tests/snapshots/{name}.txt"));
        stored::compare(&file, &table(&analysis));
    }
}

/// One JSON object a line, fields that are null left out, the words under `span` or `spans` added.
fn table(analysis: &Analysis) -> String {
    let text: Vec<u16> = analysis.text.encode_utf16().collect();
    let mut table = format!("document {}\n", line(&analysis.document, &text));
    part(&mut table, "repair", &analysis.repairs, &text);
    part(&mut table, "section", &analysis.sections, &text);
    part(&mut table, "observation", &analysis.observations, &text);
    part(&mut table, "commitment", &analysis.commitments, &text);
    part(&mut table, "check", &analysis.checks, &text);
    part(&mut table, "unchecked", &analysis.unchecked, &text);
    table
}

fn part<T: Serialize>(table: &mut String, name: &str, things: &[T], text: &[u16]) {
    for thing in things {
        table.push_str(&format!("{name} {}\n", line(thing, text)));
    }
}

fn line(thing: &impl Serialize, text: &[u16]) -> String {
    let mut value = serde_json::to_value(thing).unwrap();
    without_nulls(&mut value);
    let fields = value.as_object_mut().unwrap();
    let spans: Vec<Span> = match (fields.get("span"), fields.get("spans")) {
        (Some(span), _) => vec![serde_json::from_value(span.clone()).unwrap()],
        (None, Some(spans)) => serde_json::from_value(spans.clone()).unwrap(),
        (None, None) => Vec::new(),
    };
    let words: Vec<String> = spans.iter().map(|span| words(*span, text)).collect();
    if !words.is_empty() {
        fields.insert("words".to_owned(), words.into());
    }
    value.to_string()
}

/// The words under a span, long ones cut.
fn words(span: Span, text: &[u16]) -> String {
    let slice = text.get(span.start as usize..span.end as usize).unwrap();
    let words = String::from_utf16(slice).unwrap();
    let mut shown: String = words.chars().take(80).collect();
    if shown.len() < words.len() {
        shown.push('…');
    }
    shown
}

fn without_nulls(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, field| !field.is_null());
            fields.values_mut().for_each(without_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(without_nulls),
        _ => {}
    }
}
