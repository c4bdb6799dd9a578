//! 三次产业结构为30.19：35.18：34.63: a structure whose parts make a hundred.

use super::super::draft::{Amount, Draft};
use super::super::reader::Reader;
use crate::quantities::Form;

const INDUSTRIES: [&str; 3] = ["第一产业占比", "第二产业占比", "第三产业占比"];

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    let Form::Ratio(parts) = &cell.quantity.form else { return 0 };
    let lead = lead.clone();
    let quantity = cell.quantity;
    let parts = parts.clone();
    let start = reader.start(i);
    let before = reader.words(reader.sentence.start..quantity.range.start);
    let subject = reader.subject(i).to_owned();
    let secondary = parts.len() == 2
        && ["二三产", "二、三产", "二三次产", "二、三次产"].iter().any(|w| before.contains(w));
    let industries = secondary
        || parts.len() == 3
            && (before.contains("产业") || before.contains("三产") || before.contains("结构"));
    // 由…调整为…: the first structure lies a period before the second.
    let opening =
        before.trim_end_matches(|c: char| c.is_ascii_digit() || "年的 上前末底一二三四五".contains(c));
    let from = opening.ends_with(['由', '从']);
    let year = before.get(opening.len()..).filter(|_| from).and_then(super::moved::year_in);
    for (n, (value, range)) in parts.iter().enumerate() {
        let name = match INDUSTRIES.get(n + usize::from(secondary)) {
            Some(name) if industries => (*name).to_owned(),
            _ => format!("{subject}（第{}项）", n + 1),
        };
        let mut draft = Draft::new(name, &lead, start..quantity.range.end, "ratio");
        let mut amount = Amount::level(quantity);
        amount.value = *value;
        amount.written = reader.words(range.clone()).to_owned();
        amount.range = range.clone();
        amount.base = Some((*value, "%"));
        draft.level = Some(amount);
        draft.at = quantity.range.start;
        draft.from = from;
        draft.period = year.map(|year| (year, year));
        draft.attains = true;
        draft.reaches = true;
        draft.range.end = range.end;
        if !industries {
            draft.doubt = Some("ratio-of-what");
        }
        reader.drafts.push(draft);
    }
    1
}
