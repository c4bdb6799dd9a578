//! The scanner: finds each place where a number may begin and decides what it is.

use super::forms::{doubling, half, next_rank, rank, ratio, scale};
use super::{Form, Quantity, bare, begin, name, number, unit};
use crate::lexicon;
use crate::model::Bound;
use crate::text::is_han;
use rust_decimal::Decimal;

/// Signs that join the two ends of a range.
const JOINS: [char; 9] = ['—', '–', '-', '－', '~', '～', '至', '到', '―'];

/// Finds every quantity of a text, in order, in one pass. Offsets are bytes of `text`.
pub fn scan(text: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(at) = begin::next(text, next) {
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
            next = at + 1;
            continue;
        };
        let taken = if begin::begins(c) { step(text, at, c, &mut found) } else { 0 };
        next = at + taken.max(c.len_utf8());
    }
    found
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
    let listed = found.last().filter(|last| {
        last.form == Form::Rank
            && text.get(last.range.end..at).is_some_and(|gap| matches!(gap, "、" | "和" | "与" | "及"))
    });
    if let Some(quantity) = listed.and_then(|last| next_rank(last, rest, at)) {
        let len = quantity.range.end - at;
        found.push(quantity);
        return len;
    }
    let quantity = match c {
        '第' => rank(before, rest, at),
        '翻' => doubling(rest, at),
        '万' => scale(before, rest, at),
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

#[inline(never)]
fn plain(before: &str, rest: &str, at: usize) -> Option<Quantity> {
    let first = number::read(rest)?;
    // 每10名居民: what something is counted by.
    if before.ends_with('每') {
        return None;
    }
    let none = first.value.is_zero() && bare::is_none(before, rest.get(first.len..)?);
    if !none && (first.chinese && !countable(before, rest, &first) || bare::is_parted(before)) {
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
        // 426万、656万人: both are of the unit behind the second.
        Some(measured) if measured.unit.is_none() && !first.chinese => {
            let after = rest.get(end + measured.len..)?;
            let next = after.strip_prefix(['、', '和']).and_then(|next| {
                let figures = number::figures(next)?;
                unit::read(next.get(figures.len..)?, false)
            });
            let alike =
                next.filter(|next| next.unit.is_some() && next.written.starts_with(&measured.written));
            match alike {
                Some(next) => unit::Measured { len: measured.len, ..next },
                None => measured,
            }
        }
        Some(measured) if measured.written == "个" => {
            let points = shared_unit(rest.get(end + measured.len..)?).filter(|m| m.written == "个百分点");
            unit::Measured { len: measured.len, ..points.unwrap_or(measured) }
        }
        Some(measured) => measured,
        None if none => unit::Measured::bare(),
        None if !first.chinese => {
            let after = rest.get(end..)?;
            shared_unit(after).or_else(|| bare::read(before, after, first.value))?
        }
        None => return None,
    };
    let core_end = end + measured.len;
    if let Some(unit) = measured.unit {
        // A number that only describes (110千伏变电站, 世界前1%的学科) is stepped over whole.
        if unit.descriptive || (before.ends_with('前') && unit.dimension == "percent") {
            return None;
        }
    } else if first.chinese
        && !none
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

/// Words before, inside and behind a number bind it; the nearest one wins.
fn bind(quantity: &mut Quantity, before: &str, after: &str, inside: Option<Bound>) {
    let mut bound = inside;
    if let Some((len, behind)) = unit::bound_after(after) {
        let rest = after.get(len..).unwrap_or_default();
        let single = len == '多'.len_utf8();
        // 3个多月, 200户多种经营: a single character binds only where nothing but a stop follows.
        // But 3万多家庭 has no measure that it could be part of.
        let scaled = quantity.measure.is_none() && !quantity.unit.is_empty();
        if !single || scaled || rest.chars().next().is_none_or(|c| !is_han(c)) {
            quantity.range.end += len;
            bound = bound.or(Some(behind));
            quantity.attributive =
                !single && rest.chars().next().is_some_and(|c| is_han(c) && !"的和及与或并".contains(c));
        }
    }
    // 压缩到3个工作日内
    if quantity.measure.is_some_and(|unit| unit.dimension == "duration")
        && after.strip_prefix('内').is_some_and(|rest| rest.chars().next().is_none_or(|c| !is_han(c)))
    {
        quantity.range.end += '内'.len_utf8();
        bound = bound.or(Some(Bound::AtMost));
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
    // 开展两期“直播带货”活动, but 两个“毫不动摇”.
    let made = behind.starts_with('“') && lexicon::MAKING.ends(before).is_some();
    if lexicon::SLOGAN.begins(behind).is_some() && !made {
        return false;
    }
    // 实现两个100%
    if number::figures(behind).and_then(|n| behind.get(n.len..)).is_some_and(|s| s.starts_with(['%', '％']))
    {
        return false;
    }
    match unit.form {
        // 落实二十条: the name of a document.
        "条" if behind.is_empty() || behind.starts_with(['，', '。', '、', '”', '；']) => false,
        "件" | "成" | "倍" => true,
        // 两次降低利率, but 十届七次全会 and 三次产业; 二次供水 is no count, as two times are 两次.
        "次" => {
            numeral != "二"
                && !behind.starts_with(['、', '全', '产', '会', '党', '代', '常', '中', '，', '人'])
                && !before.ends_with(['届', '委', '的'])
                // 二、三次管网
                && !before.ends_with("二、")
        }
        // 三十三所学校; 届 and 期 above ten are ordinals: 十四届二中全会.
        // 实施二期工程, 实施四大类项目90个: parts of a name.
        "期" | "类" | "大类" if before.ends_with("实施") => false,
        // 医院扩建三期: which of its stages.
        "期" if before.ends_with('建') => false,
        "届" | "期" => lexicon::MAKING.ends(before).is_some(),
        // 建成驿站两家，: behind its noun, with nothing of its own.
        _ if behind.chars().next().is_none_or(|c| "，。；、）".contains(c))
            && [
                "家", "个", "项", "座", "所", "处", "条", "名", "场", "台", "部", "艘", "架", "辆", "枚",
                "块",
            ]
            .contains(&unit.form)
            && last.is_some_and(is_han) =>
        {
            true
        }
        _ => number.value > Decimal::TEN || reached || lexicon::MAKING.ends(before).is_some(),
    }
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

/// 百分之五, 三分之二, 1/10.
#[inline(never)]
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
