//! The scanner: finds each place where a number may begin and decides what it is.

use super::{Form, Quantity, name, number, unit};
use crate::lexicon;
use crate::model::Bound;
use rust_decimal::Decimal;
use std::ops::Range;

/// Signs that join the two ends of a range.
const JOINS: [char; 9] = ['—', '–', '-', '－', '~', '～', '至', '到', '―'];

/// Finds every quantity of a text, in order, in one pass. Offsets are bytes of `text`.
pub fn scan(text: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let step = if may_begin(c) { step(text, at, c, &mut found) } else { c.len_utf8() };
        at += step.max(c.len_utf8());
    }
    found
}

fn may_begin(c: char) -> bool {
    number::digit(c).is_some() || number::is_numeral(c) || matches!(c, '第' | '-' | '－' | '−' | '翻' | '“')
}

/// Decides what begins at `at`; gives how many bytes are dealt with.
fn step(text: &str, at: usize, c: char, found: &mut Vec<Quantity>) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let rest = text.get(at..).unwrap_or_default();
    if c == '“' {
        return short_quotation(rest);
    }
    if let Some(len) = name::ordinal_or_date(before, rest) {
        return len;
    }
    let quantity = match c {
        '第' => rank(before, rest, at),
        '翻' => doubling(rest, at),
        '-' | '－' | '−' => negative(before, rest, at),
        _ => {
            if number::digit(c).is_some()
                && let Some(len) = name::name_at(before, rest)
            {
                return len;
            }
            if before.ends_with(number::is_numeral) && number::is_numeral(c) {
                return c.len_utf8();
            }
            ratio(rest, at).or_else(|| share_words(before, rest, at)).or_else(|| plain(before, rest, at))
        }
    };
    match quantity {
        Some(quantity) => {
            let len = quantity.range.end.saturating_sub(at);
            found.push(quantity);
            len
        }
        // Step over the whole number, so that its tail is not read as another.
        None => number::read(rest).map_or_else(|| number::digits_len(rest), |n| n.len),
    }
}

/// “12345”, “1+5+X”, “十四五”: a short quotation that holds digits or numerals is a name.
fn short_quotation(rest: &str) -> usize {
    let open = '“'.len_utf8();
    let Some(inner) = rest.get(open..) else { return open };
    for (n, (at, c)) in inner.char_indices().enumerate() {
        if c == '”' {
            return open + at;
        }
        if n > 12 || matches!(c, '，' | '。' | '；' | '\n') {
            break;
        }
    }
    open
}

fn plain(before: &str, rest: &str, at: usize) -> Option<Quantity> {
    let first = number::read(rest)?;
    if first.chinese && !countable(before, rest, &first) {
        return None;
    }
    let mut end = first.len;
    let mut written = rest.get(..end)?.to_owned();
    let mut upper = None;
    let mut measured = unit::read(rest.get(end..)?, first.chinese);
    // 3—5个, 5.5%—6%, 1.5万—2万: the first unit may be left out.
    let gap = measured.as_ref().map_or(0, |m| m.len);
    if let Some((len, second)) = range_end(rest.get(end + gap..)?, first.chinese) {
        let tail = rest.get(end + gap + len..)?;
        if let Some(m) = unit::read(tail, first.chinese) {
            let same = measured.as_ref().is_none_or(|first| first.written == m.written);
            if same && second.value > first.value {
                upper = Some(second.value);
                let stop = end + gap + len;
                written = rest.get(..stop)?.to_owned();
                end = stop;
                measured = Some(m);
            }
        }
    }
    let measured = match measured {
        Some(measured) if measured.written == "个" => {
            let points = shared_unit(rest.get(end + measured.len..)?).filter(|m| m.written == "个百分点");
            unit::Measured { len: measured.len, ..points.unwrap_or(measured) }
        }
        Some(measured) => measured,
        None if !first.chinese => {
            let after = rest.get(end..)?;
            shared_unit(after).or_else(|| is_index(before, after).then(unit::Measured::bare))?
        }
        None => return None,
    };
    let core_end = end + measured.len;
    if let Some(unit) = measured.unit {
        // A number that only describes (110千伏变电站) is stepped over whole.
        if unit.descriptive {
            return None;
        }
    } else if first.chinese
        && !matches!(rest.get(..first.len), Some("百" | "千" | "两" | "三" | "十"))
        && first.value < Decimal::TEN
    {
        return None;
    }
    let after = rest.get(core_end..)?;
    if measured.unit.is_none() && after.starts_with(['级', '强']) {
        return None;
    }
    // 3.2万亩级, 10万吨级, 500米级: a class, not an amount.
    if after.starts_with('级') && measured.unit.is_none_or(|u| u.dimension != "percent") {
        return None;
    }
    let mut quantity = Quantity {
        range: at..at + core_end,
        core: at..at + core_end,
        written: written.trim().to_owned(),
        value: first.value,
        upper,
        unit: measured.written,
        factor: measured.factor,
        measure: measured.unit,
        bound: Bound::Exact,
        form: Form::Plain,
        attributive: false,
    };
    bind(&mut quantity, before, after, measured.bound);
    Some(quantity)
}

/// 6.5和2.3个百分点, 40、50亿元: figures without a unit take that of the number that their list ends with.
fn shared_unit(rest: &str) -> Option<unit::Measured> {
    let mut rest = rest;
    for _ in 0..4 {
        rest = rest.strip_prefix(['、', '和', '与', '及'])?;
        let figures = number::figures(rest)?;
        rest = rest.get(figures.len..)?;
        // 3个、2个百分点
        if rest.starts_with('个') && !rest.starts_with("个百分点") {
            rest = rest.strip_prefix('个')?;
            continue;
        }
        if let Some(measured) = unit::read(rest, false) {
            let unit = measured.unit.filter(|unit| !unit.descriptive && !unit.counts)?;
            return Some(unit::Measured { len: 0, unit: Some(unit), ..measured });
        }
    }
    None
}

/// 空气综合指数5.67, 基尼系数为0.45: an index is a number without a unit.
fn is_index(before: &str, after: &str) -> bool {
    let name = before.trim_end_matches(['为', '达', '到', '至', '在', '约', '由', '从', '是', ' ']);
    let moved = ["提高", "提升", "上升", "下降", "降低", "增加", "保持", "稳定", "控制"];
    let name = moved.iter().find_map(|verb| name.strip_suffix(verb)).unwrap_or(name);
    let ends = after.chars().next().is_none_or(|c| !is_han(c) || c == '以' || c == '左');
    ends && !after.starts_with(['.', '-', '—']) && (name.ends_with("指数") || name.ends_with("系数"))
}

/// Words before, inside and behind a number bind it; the nearest one wins.
fn bind(quantity: &mut Quantity, before: &str, after: &str, inside: Option<Bound>) {
    let mut bound = inside;
    if let Some((len, behind)) = unit::bound_after(after) {
        let rest = after.get(len..).unwrap_or_default();
        let single = len == '多'.len_utf8();
        // 3个多月, 200户多种经营: a single character binds only where nothing but a stop follows.
        if !single || rest.chars().next().is_none_or(|c| !is_han(c)) {
            quantity.range.end += len;
            bound = bound.or(Some(behind));
            quantity.attributive =
                rest.chars().next().is_some_and(|c| is_han(c) && !"的和及与或并".contains(c));
        }
    }
    let spaces = before.len() - before.trim_end_matches(' ').len();
    let before = before.trim_end_matches(' ');
    if let Some((len, front)) = unit::bound_before(before) {
        quantity.range.start -= len + spaces;
        bound = bound.or(Some(front));
    } else if let Some(frame) = unit::frame(before) {
        bound = bound.or(Some(frame));
    }
    quantity.bound = match (quantity.upper, bound) {
        (Some(_), _) => Bound::Range,
        (None, bound) => bound.unwrap_or_default(),
    };
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// The sign and number that end a range, and the bytes of both.
fn range_end(rest: &str, chinese: bool) -> Option<(usize, number::Number)> {
    let spaces = number::spaces(rest);
    let after = rest.get(spaces..)?.trim_start_matches(JOINS);
    let len = rest.len() - after.len();
    if len == spaces {
        return None;
    }
    let after_spaces = number::spaces(after);
    let second = number::read(after.get(after_spaces..)?).filter(|n| n.chinese == chinese)?;
    Some((len + after_spaces + second.len, second))
}

/// Whether a number in Chinese numerals counts something here, rather than making a name or an idiom.
fn countable(before: &str, rest: &str, number: &number::Number) -> bool {
    let last = before.chars().next_back();
    // 每一个, 这三个, 任何一项, 十几个, 进一步 …
    if last.is_some_and(|c| "每这那各某另同任哪第初星几数周统唯万专逐".contains(c)) {
        return false;
    }
    let after = rest.get(number.len..).unwrap_or_default();
    let numeral = rest.get(..number.len).unwrap_or_default();
    let reached = unit::bound_before(before).is_some() || before.ends_with(['达', '到']);
    if after.starts_with(['万', '亿']) {
        // 突破百万吨, 上千万家庭 and 百亿大关 count; 百万人口城市 and 千亿斤行动 are names.
        let rest = after.trim_start_matches(['万', '亿', '元', '吨', '斤', '人', '次', '亩']);
        return reached
            || (matches!(numeral, "十" | "百" | "千") && lexicon::MILESTONE.begins(rest).is_some());
    }
    if number.value < Decimal::TWO || matches!(numeral, "百" | "千") {
        return false;
    }
    let Some(measured) = unit::read(after, true) else { return false };
    let Some(unit) = measured.unit else { return false };
    if !(unit.counts || matches!(unit.form, "成" | "倍" | "人" | "名")) {
        return false;
    }
    let behind = after.get(measured.len..).unwrap_or_default();
    if SLOGANS.iter().any(|word| behind.starts_with(word)) {
        return false;
    }
    match unit.form {
        // 落实二十条: the name of a document.
        "条" if behind.is_empty() || behind.starts_with(['，', '。', '、', '”', '；']) => false,
        "件" | "成" | "倍" => true,
        // 两次降低利率, but 十届七次全会 and 三次产业.
        "次" => {
            !behind.starts_with(['、', '全', '产', '会', '党', '代', '常', '中', '，', '人'])
                && !before.ends_with(['届', '委', '的'])
        }
        // 三十三所学校; 届 and 期 above ten are ordinals: 十四届二中全会.
        "届" | "期" => lexicon::MAKING.ends(before).is_some(),
        _ => number.value > Decimal::TEN || reached || lexicon::MAKING.ends(before).is_some(),
    }
}

/// What follows a number in phrases that are names rather than counts.
const SLOGANS: [&str; 27] = [
    "规定",
    "制度",
    "行动",
    "确立",
    "维护",
    "意识",
    "自信",
    "全面",
    "毫不动摇",
    "必由之路",
    "务必",
    "优先",
    "结合",
    "统筹",
    "认同",
    "伟大",
    "坚持",
    "牢牢",
    "不动摇",
    "更加",
    "坚定不移",
    "务",
    "方面",
    "层面",
    "环节",
    "月",
    "“",
];

/// Words before a bare 第一 that make it a place among others.
const RANKED: [&str; 22] = [
    "全国", "全省", "全市", "全县", "全区", "全州", "全疆", "全球", "世界", "全盟", "全旗", "中国", "亚洲",
    "位居", "位列", "排名", "排", "居", "列", "内地", "中部", "西部",
];

/// Whether the words end with a rank and a mark that goes on with another: 居全市第一、
fn listed_rank(before: &str) -> bool {
    let words = before.trim_end_matches(['、', '和']);
    let words = words.trim_end_matches(['名', '位']);
    let words = words.trim_end_matches(|c: char| number::is_numeral(c) || c.is_ascii_digit());
    words.strip_suffix('第').is_some_and(|words| RANKED.iter().any(|word| words.ends_with(word)))
}

fn rank(before: &str, rest: &str, at: usize) -> Option<Quantity> {
    let number = number::read(rest.strip_prefix('第')?)?;
    let end = '第'.len_utf8() + number.len;
    let form = ["名", "位"].into_iter().find(|w| rest.get(end..).is_some_and(|r| r.starts_with(w)));
    let after = rest.get(end + form.map_or(0, str::len)..)?;
    // 放在第一位, 第二名誉…: a rank ends its phrase and follows a place to be first in.
    let placed = before.ends_with([
        '列', '居', '名', '省', '市', '国', '州', '区', '县', '疆', '球', '界', '排', '位', '获', '第', '中',
        '部', '榜', '西', '东', '北', '南', '至', '到', '为', '前', '跃', '类', '业',
    ]);
    // 居全市第一、第二: the second leans on the first.
    let listed = before.ends_with(['、', '和']) && listed_rank(before);
    let placed = placed || listed;
    let follows = after.chars().next();
    // 由全国第11位跃升至第5位
    let moves = before.contains(['由', '从']) && follows.is_some_and(|c| "上跃升提下降前".contains(c));
    if !placed || follows.is_some_and(|c| is_han(c) && !"和及与、".contains(c) && !moves) {
        return None;
    }
    // 居全市第一: without 名 or 位 only where a place is named and the phrase ends.
    if form.is_none()
        && (moves || follows == Some('“') || !(listed || RANKED.iter().any(|word| before.ends_with(word))))
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

/// 翻一番, 翻两番.
fn doubling(rest: &str, at: usize) -> Option<Quantity> {
    let after = rest.strip_prefix('翻')?.trim_start_matches('了');
    let start = rest.len() - after.len();
    let number = number::read(after)?;
    let tail = after.get(number.len..)?;
    let word = ["个番", "番"].into_iter().find(|w| tail.starts_with(w))?;
    let end = start + number.len + word.len();
    Some(Quantity {
        range: at..at + end,
        core: at + start..at + end,
        written: after.get(..number.len)?.to_owned(),
        value: number.value,
        upper: None,
        unit: "番".to_owned(),
        factor: Decimal::ONE,
        measure: unit::read("番", true).and_then(|m| m.unit),
        bound: Bound::Exact,
        form: Form::Doubling,
        attributive: false,
    })
}

/// -0.6%: a minus sign, not a hyphen between words or ends of a range.
fn negative(before: &str, rest: &str, at: usize) -> Option<Quantity> {
    let sign = rest.chars().next()?;
    let last = before.chars().next_back();
    if last
        .is_some_and(|c| c.is_ascii_alphanumeric() || number::digit(c).is_some() || matches!(c, '%' | '％'))
    {
        return None;
    }
    let mut quantity = plain("", rest.get(sign.len_utf8()..)?, at + sign.len_utf8())?;
    quantity.range.start = at;
    quantity.core.start = at;
    quantity.value = -quantity.value;
    quantity.written.insert(0, '-');
    Some(quantity)
}

/// Signs between the parts of a ratio.
const COLONS: [char; 5] = ['：', ':', '∶', '﹕', '︰'];

/// 30.19：35.18：34.63, 50.6：49.4: parts that make a hundred. 2.04：1: how many times the one is of the other.
fn ratio(rest: &str, at: usize) -> Option<Quantity> {
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

/// 占一半, 一半以上: where it says how large a part, not 成功的一半.
fn half(before: &str, rest: &str) -> Option<number::Fraction> {
    let after = rest.strip_prefix("一半")?;
    let stated = after.starts_with("以上")
        || before.ends_with(['占', '达', '到', '超', '约', '近', '足'])
        || ["超过", "均水平的", "全国", "全省", "全市", "不到"].iter().any(|word| before.ends_with(word));
    let len = "一半".len();
    stated.then(|| number::Fraction { len, value: Decimal::new(5, 1), written: 0..len, unit: "" })
}

/// 百分之五, 三分之二, 1/10.
fn share_words(before: &str, rest: &str, at: usize) -> Option<Quantity> {
    let fraction = number::fraction(rest).or_else(|| half(before, rest))?;
    let measured = unit::read(fraction.unit, false);
    let mut quantity = Quantity {
        range: at..at + fraction.len,
        core: at..at + fraction.len,
        written: rest.get(fraction.written.clone())?.to_owned(),
        value: fraction.value,
        upper: None,
        unit: fraction.unit.to_owned(),
        factor: measured.as_ref().map_or(Decimal::ONE_HUNDRED, |m| m.factor),
        measure: measured.or_else(|| unit::read("%", false)).and_then(|m| m.unit),
        bound: Bound::Exact,
        form: Form::Plain,
        attributive: false,
    };
    bind(&mut quantity, before, rest.get(fraction.len..)?, None);
    Some(quantity)
}
