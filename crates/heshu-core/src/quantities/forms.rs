//! Forms of number that are not so many of a unit: ranks, doublings, ratios, a half.

use super::{Form, Quantity, number, unit};
use crate::lexicon;
use crate::model::Bound;
use crate::text::is_han;
use rust_decimal::Decimal;
use std::ops::Range;

/// Whether the words end with a rank and a mark that goes on with another: 居全市第一、
fn listed_rank(before: &str) -> bool {
    let words = before.trim_end_matches(['、', '和']);
    let words = words.trim_end_matches(['名', '位']);
    let words = words.trim_end_matches(|c: char| number::is_numeral(c) || c.is_ascii_digit());
    words.strip_suffix('第').is_some_and(|words| lexicon::RANKED.ends(words).is_some())
}

#[inline(never)]
pub fn rank(before: &str, rest: &str, at: usize) -> Option<Quantity> {
    let number = number::read(rest.strip_prefix('第')?)?;
    let end = '第'.len_utf8() + number.len;
    let form = ["名", "位"].into_iter().find(|w| rest.get(end..).is_some_and(|r| r.starts_with(w)));
    let after = rest.get(end + form.map_or(0, str::len)..)?;
    // 放在第一位, 第二名誉…: a rank ends its phrase and follows a place to be first in.
    let placed = before.ends_with([
        '列', '居', '名', '省', '市', '国', '州', '区', '县', '疆', '球', '界', '排', '位', '获', '第', '中',
        '部', '榜', '强', '西', '东', '北', '南', '至', '到', '为', '前', '跃', '类', '业',
    ]);
    // 居全市第一、第二: the second leans on the first.
    let listed = before.ends_with(['、', '和']) && listed_rank(before);
    let follows = after.chars().next();
    // 由全国第11位跃升至第5位, 由2000年的第十一位跃升至第四位
    let near = before.char_indices().rev().nth(15).and_then(|(at, _)| before.get(at..)).unwrap_or(before);
    let moves = near.contains(['由', '从']) && follows.is_some_and(|c| "上跃升提下降前".contains(c));
    // 名列“中国百强县”第26位
    let quoted = before.ends_with('”')
        && near.find('“').is_some_and(|at| {
            near.get(..at)
                .is_some_and(|verb| verb.ends_with(['列', '居', '身', '选', '在', '于', '获', '入', '排']))
        });
    // 位列全区园区B层级第6名: of whatever class.
    let classed = near
        .rfind(['列', '居', '排'])
        .and_then(|at| near.get(at..))
        .is_some_and(|class| !class.contains(['，', '；', '、', '。']));
    let placed = placed || listed || moves || quoted || classed || lexicon::RANKED.ends(before).is_some();
    if !placed || follows.is_some_and(|c| is_han(c) && !"和及与、".contains(c) && !moves) {
        return None;
    }
    // 居全市第一: without 名 or 位 only where a place is named and the phrase ends.
    if form.is_none()
        && (moves
            || follows == Some('“')
            || !(listed || list_of_ranks(after) || lexicon::RANKED.ends(before).is_some()))
    {
        return None;
    }
    let form = form.unwrap_or("名");
    let measured = unit::read(form, false)?;
    let len = rest.len() - after.len();
    Some(Quantity {
        range: at..at + len,
        core: at..at + len,
        written: rest.get('第'.len_utf8()..end)?.to_owned(),
        value: number.value,
        upper: None,
        unit: form.to_owned(),
        factor: Decimal::ONE,
        measure: measured.unit,
        bound: Bound::Exact,
        form: Form::Rank,
        attributive: false,
    })
}

/// 居全省第一、二、三位: what goes on behind a rank, from its 第 on.
#[inline(never)]
pub fn next_rank(last: &Quantity, rest: &str, at: usize) -> Option<Quantity> {
    let number = number::read(rest)?;
    let behind = rest.get(number.len..)?;
    let form = ["名", "位"].into_iter().find(|word| behind.starts_with(word));
    let after = behind.get(form.map_or(0, str::len)..)?;
    let ends = after.chars().next().is_none_or(|c| !is_han(c) || "和与及".contains(c));
    // 第一、二产业 goes on with a noun.
    if !ends || number.len > 6 || (form.is_none() && !list_of_ranks(after)) {
        return None;
    }
    let form = form.unwrap_or("名");
    let end = at + rest.len() - after.len();
    Some(Quantity {
        range: at..end,
        core: at..end,
        written: rest.get(..number.len)?.to_owned(),
        value: number.value,
        unit: form.to_owned(),
        ..last.clone()
    })
}

/// Whether 、二、三位 follows: numerals with pauses up to 位 or 名.
pub fn list_of_ranks(after: &str) -> bool {
    let mut rest = after;
    for _ in 0..5 {
        let Some(next) = rest.strip_prefix(['、', '和', '与', '及']) else { return false };
        let Some(number) = number::read(next).filter(|number| number.len <= 6) else { return false };
        rest = next.get(number.len..).unwrap_or_default();
        if rest.starts_with(['名', '位']) {
            return true;
        }
    }
    false
}

/// 翻一番, 翻两番.
#[inline(never)]
pub fn doubling(rest: &str, at: usize) -> Option<Quantity> {
    let after = rest.strip_prefix('翻')?.trim_start_matches('了');
    // 翻了近一番
    let near = ["将近", "接近", "近"].iter().find_map(|word| after.strip_prefix(word));
    let after = near.unwrap_or(after);
    let start = rest.len() - after.len();
    let number = number::read(after)?;
    let tail = after.get(number.len..)?;
    let word = ["个番", "番"].into_iter().find(|w| tail.starts_with(w))?;
    let end = start + number.len + word.len();
    let (more, bound) = unit::bound_after(rest.get(end..)?).unwrap_or((0, Bound::Exact));
    let bound = if near.is_some() { Bound::Under } else { bound };
    Some(Quantity {
        range: at..at + end + more,
        core: at + start..at + end,
        written: after.get(..number.len)?.to_owned(),
        value: number.value,
        upper: None,
        unit: "番".to_owned(),
        factor: Decimal::ONE,
        measure: unit::read("番", true).and_then(|m| m.unit),
        bound,
        form: Form::Doubling,
        attributive: false,
    })
}

/// Signs between the parts of a ratio.
const COLONS: [char; 5] = ['：', ':', '∶', '﹕', '︰'];

/// 30.19：35.18：34.63, 50.6：49.4: parts that make a hundred. 2.04：1: how many times the one is of the other.
#[inline(never)]
pub fn ratio(rest: &str, at: usize) -> Option<Quantity> {
    let mut parts: Vec<(Decimal, Range<usize>)> = Vec::new();
    let mut end = 0;
    loop {
        let number = number::figures(rest.get(end..)?)?;
        parts.push((number.value, at + end..at + end + number.len));
        end += number.len;
        let after = rest.get(end..)?;
        let Some(next) = after.strip_prefix(COLONS) else { break };
        if number::figures(next).is_none() {
            break;
        }
        end += after.len() - next.len();
    }
    // Nearly every number stands alone.
    if parts.len() < 2 {
        return None;
    }
    let whole = Quantity {
        range: at..at + end,
        core: at..at + end,
        written: rest.get(..end)?.to_owned(),
        value: parts.first()?.0,
        upper: None,
        unit: "%".to_owned(),
        factor: Decimal::ONE,
        measure: unit::read("%", false).and_then(|m| m.unit),
        bound: Bound::Exact,
        form: Form::Plain,
        attributive: false,
    };
    let sum: Decimal = parts.iter().map(|(value, _)| value).sum();
    match parts.as_slice() {
        [_, _, _, ..] => Some(Quantity { form: Form::Ratio(parts), ..whole }),
        [_, _] if (Decimal::from(99)..=Decimal::from(101)).contains(&sum) => {
            Some(Quantity { form: Form::Ratio(parts), ..whole })
        }
        [(value, range), (one, _)] if *one == Decimal::ONE && !value.is_integer() => {
            let written = rest.get(..range.len())?.to_owned();
            Some(Quantity { written, unit: String::new(), measure: None, ..whole })
        }
        _ => None,
    }
}

/// 近万亿元, 突破万亿大关: a scale that is itself the number, where a word binds it and nothing follows.
#[inline(never)]
pub fn scale(before: &str, rest: &str, at: usize) -> Option<Quantity> {
    let after = rest.strip_prefix("万亿")?;
    let (len, bound) = unit::bound_before(before)?;
    let form = ["元", "斤", "度", ""].into_iter().find(|form| after.starts_with(form))?;
    let behind = after.get(form.len()..)?;
    let ends =
        behind.chars().next().is_none_or(|c| !is_han(c)) || lexicon::MILESTONE.begins(behind).is_some();
    if !ends || before.ends_with(|c: char| number::is_numeral(c) || number::digit(c).is_some()) {
        return None;
    }
    let end = "万亿".len() + form.len();
    let measured = unit::read(rest.get("万".len()..)?, false)?;
    Some(Quantity {
        range: at - len.min(at)..at + end,
        core: at..at + end,
        written: "万".to_owned(),
        value: Decimal::from(10_000),
        upper: None,
        unit: measured.written,
        factor: measured.factor,
        measure: measured.unit,
        bound,
        form: Form::Plain,
        attributive: false,
    })
}

/// 占一半, 一半以上: where it says how large a part, not 成功的一半.
pub fn half(before: &str, rest: &str) -> Option<number::Fraction> {
    let after = rest.strip_prefix("一半")?;
    let stated = after.starts_with("以上")
        || before.ends_with(['占', '达', '到', '超', '约', '近', '足'])
        || ["超过", "均水平的", "全国", "全省", "全市", "不到"].iter().any(|word| before.ends_with(word));
    let len = "一半".len();
    stated.then(|| number::Fraction { len, value: Decimal::new(5, 1), written: 0..len, unit: "" })
}
