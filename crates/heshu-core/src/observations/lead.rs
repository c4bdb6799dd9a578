//! The lead: what the words before a number say of it, and the subject that remains of them.

use super::front::front;
use crate::lexicon;
use crate::model::Basis;
use crate::quantities::Quantity;
use std::ops::Range;

/// The words before a number, taken apart.
#[derive(Debug, Clone, Default)]
pub struct Lead {
    /// Bytes of what is left when all else is taken off: the name, or nothing.
    pub subject: Range<usize>,
    /// A verb that says the number is the level: 达到, 为.
    pub attains: bool,
    /// A verb of standing at the number (达到, 为), rather than of getting it done (完成).
    pub reaches: bool,
    /// A verb that says the level moved to the number: 提高到.
    pub moved: bool,
    /// 1 for growth, -1 for decline; none where the number is no change.
    pub change: Option<i8>,
    /// Byte where the word of growth or decline ends.
    pub change_end: usize,
    /// 改善: better, whichever way that is.
    pub better: bool,
    /// 分别.
    pub respectively: bool,
    /// 均, 各.
    pub each: bool,
    /// What the change is measured against, where it is said.
    pub basis: Option<Basis>,
    /// Bytes of the words that say it.
    pub basis_words: Option<Range<usize>>,
    /// 其中.
    pub among: bool,
    /// 没有实现, 未完成: it was aimed at, and not reached.
    pub missed: bool,
    /// 力争, 确保: as written.
    pub force: Option<&'static str>,
    /// Words of time taken off the front.
    pub time: Option<Range<usize>>,
    /// The area that the words at the front name: 全省.
    pub area: Option<&'static str>,
}

/// Takes the words before a number apart, from the number backwards, then from the front.
pub fn read(text: &str, words: Range<usize>, quantity: &Quantity) -> Lead {
    let mut lead = Lead::default();
    // 五是完成…: the number of a statement, before its verb is taken for one.
    let numbered = super::front::numbering(text.get(words.clone()).unwrap_or_default());
    let words = words.start + numbered..words.end;
    let all = text.get(words.clone()).unwrap_or_default();
    let mut s = all;
    loop {
        s = s.trim_end_matches([' ', '　', '，', '、']);
        // 进出口正增长、突破300亿元: growth without a number.
        if all.get(s.len()..).is_some_and(|gap| gap.starts_with('、'))
            && let Some(rest) =
                ["保持正增长", "实现正增长", "正增长", "负增长"].iter().find_map(|word| s.strip_suffix(word))
        {
            s = rest;
            lead.attains = true;
            continue;
        }
        if let Some(rest) = strip_one(s, &mut lead, quantity, words.start) {
            s = rest;
            continue;
        }
        break;
    }
    // 为300户家庭改造厨房: for whom, and no verb of standing at a number.
    if all.trim() == "为" {
        (lead.attains, lead.reaches) = (false, false);
    }
    let end = words.start + s.len();
    let start = words.start + front(s, &mut lead, words.start);
    lead.subject = start.min(end)..end;
    lead
}

fn ends<'a>(s: &'a str, word: &str) -> Option<&'a str> {
    s.strip_suffix(word)
}

/// Takes one word off the end; none where the subject is reached.
fn strip_one<'a>(s: &'a str, lead: &mut Lead, quantity: &Quantity, offset: usize) -> Option<&'a str> {
    if let Some(at) = year_of(s) {
        return s.get(..at);
    }
    if let Some(at) = running_years(s) {
        return s.get(..at);
    }
    // 高铁里程由零增加到312公里
    if lead.moved
        && let Some(rest) = ["由零", "从零", "由0", "从0"].iter().find_map(|word| s.strip_suffix(word))
    {
        return Some(rest);
    }
    // 生产总值五年年均增长8.5%, 两年平均增长7%
    if lead.change.is_some()
        && let Some(at) = several_years(s)
    {
        return s.get(..at);
    }
    // 同比（下同）增长
    if let Some(at) = s.strip_suffix('）').and_then(|s| s.rfind('（'))
        && ["下同", "可比价", "同口径", "不变价", "现价"]
            .iter()
            .any(|word| s.get(at..).is_some_and(|s| s.contains(word)))
    {
        return s.get(..at);
    }
    if lead.attains
        && let Some(rest) = lexicon::NOT_YET.strip_end(s)
    {
        lead.missed = true;
        return Some(rest);
    }
    if let Some(word) = lexicon::RESPECTIVELY.ends(s) {
        lead.respectively = true;
        return ends(s, word);
    }
    if let Some(word) = lexicon::EACH.ends(s)
        && !(word == "均" && s.ends_with(['人', '年', '平', '日', '户', '月', '地', '亩']))
        && !(word == "各" && s.ends_with("各各"))
    {
        let rest = ends(s, word)?;
        if !(word == "均" && rest.ends_with(['人', '年', '平', '日', '户', '月', '地', '亩'])) {
            lead.each = true;
            return Some(rest);
        }
    }
    if lead.attains
        && let Some(rest) = ["预期目标", "目标"].iter().find_map(|word| s.strip_suffix(word))
        && lexicon::CHANGE_NOUN.ends(rest).is_some()
    {
        return Some(rest);
    }
    if let Some((start, basis)) = basis_at(s, lead.change.is_some()) {
        lead.basis = lead.basis.or(Some(basis));
        lead.basis_words = Some(offset + start..offset + s.len());
        return s.get(..start);
    }
    // 降幅收窄至2.3%: the growth is what moved.
    let moved = lead.moved && !(quantity.is("percent") && lexicon::CHANGE_NOUN.ends(s).is_some());
    if lead.change.is_none() && !moved {
        for (words, sign, better) in
            [(&lexicon::DOWN, -1, false), (&lexicon::UP, 1, false), (&lexicon::BETTER, 1, true)]
        {
            if let Some(word) = words.ends(s)
                && (!lead.attains || lexicon::CHANGE_NOUN.has(word))
                && guarded(s, word)
                // 巩固提升70万亩: the end of a longer verb of action.
                && (quantity.is("percent")
                    || quantity.is("points")
                    || lexicon::ACTION.ends(s).is_none_or(|verb| verb.len() <= word.len()))
                && !s.ends_with("自然增长率")
                && may_change(quantity)
            {
                lead.change = Some(sign);
                lead.better = better;
                lead.change_end = offset + s.len();
                return ends(s, word);
            }
        }
    }
    if let Some(word) = lexicon::MOVED_TO.ends(s)
        && guarded(s, word)
        && lead.change.is_none()
    {
        lead.moved = true;
        lead.attains = true;
        lead.reaches = true;
        return ends(s, word);
    }
    // 综合排名上升30位: the place is what moved.
    let placed = lead.change.is_some() && lexicon::RANKING.ends(s).is_some();
    if let Some(word) = lexicon::ATTAIN.ends(s)
        && guarded(s, word)
        && !placed
    {
        lead.attains = true;
        lead.reaches |= !["完成", "实现", "安排", "形成", "创", "确保", "力争", "预计"]
            .iter()
            .any(|verb| word.contains(verb));
        if lexicon::FORCE.has(word) && !matches!(word, "完成" | "保持" | "要") {
            lead.force = lead.force.or(Some(word));
        }
        return ends(s, word);
    }
    // 总量首超3000亿元
    if quantity.range.start < quantity.core.start && s.ends_with('首') {
        return ends(s, "首");
    }
    if let Some(word) = lexicon::ADVERB.ends(s) {
        let rest = ends(s, word)?;
        // 签约, 预约: the end of a verb.
        if word == "约" && rest.ends_with(['签', '预', '履', '违', '解']) {
            return None;
        }
        // 人才: the end of a noun.
        if !guarded(s, word) {
            return None;
        }
        // 达到每千人5张, but 每千人5张病床.
        if word.starts_with('每')
            && word.ends_with(['人', '里'])
            && word.chars().count() > 2
            && lexicon::ATTAIN.ends(rest).is_none()
        {
            return None;
        }
        // 人均, 户均 name what is measured.
        if word == "均" && rest.ends_with(['人', '年', '平', '日', '户', '月', '地', '亩']) {
            return None;
        }
        // A lone adverb of one character may end a noun: 总, 净, 实.
        if word.chars().count() > 1
            || lead.attains
            || lead.change.is_some()
            || (word == "再" && quantity.is("doubling"))
            || matches!(word, "已" | "共" | "将" | "约")
        {
            return Some(rest);
        }
    }
    None
}

/// 提高到2024年的, 提高到2024年 at the end: where the year begins.
fn year_of(s: &str) -> Option<usize> {
    let rest = s.strip_suffix('的').unwrap_or(s);
    let rest = rest.strip_suffix(['末', '底']).unwrap_or(rest).strip_suffix('年')?;
    let digits = rest.len() - rest.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let at = rest.len() - digits;
    let before = s.get(..at)?;
    (digits == 4 && lexicon::MOVED_TO.ends(before).is_some()).then_some(at)
}

/// 连续四年 at the end: where it begins.
fn running_years(s: &str) -> Option<usize> {
    let at = s.strip_suffix('年')?.rfind("连续")?;
    (s.get(at..)?.chars().count() <= 6).then_some(at)
}

/// 五年, 近三年 at the end: where it begins.
fn several_years(s: &str) -> Option<usize> {
    let years = s.strip_suffix(['间', '来']).unwrap_or(s).strip_suffix('年')?;
    let rest = years.strip_suffix(['两', '二', '三', '四', '五', '六', '七', '八', '九', '十'])?;
    let opened = ["过去", "近", "这", "前", "最近"].iter().find_map(|word| rest.strip_suffix(word));
    let rest = opened.unwrap_or(rest);
    // 二十五年, 第三年, 十四五年
    let inside = |c: char| "一二三四五六七八九十第每百几个比较0123456789".contains(c);
    (!rest.is_empty() && !rest.ends_with(inside)).then_some(rest.len())
}

/// Growth of money, people or things is a change only where the verb stands right at the number; a rank or a
/// ratio never is one.
fn may_change(quantity: &Quantity) -> bool {
    matches!(quantity.form, crate::quantities::Form::Plain)
}

fn guarded(s: &str, word: &str) -> bool {
    let before = s.strip_suffix(word).and_then(|rest| rest.chars().next_back());
    match lexicon::NOT_AFTER.iter().find(|(single, _)| *single == word) {
        Some((_, bad)) => before.is_none_or(|c| !bad.contains(c)),
        None => {
            !(matches!(word, "降" | "减" | "升" | "涨") && before.is_some_and(|c| "下公毫上".contains(c)))
        }
    }
}

/// 较 and 比 as parts of words: 比较, 占比, 可比, 相较于.
fn in_a_word(s: &str, at: usize, word: &str) -> bool {
    let before = s.get(..at).and_then(|before| before.chars().next_back());
    matches!(word, "比" | "较") && before.is_some_and(|c| "占对可相".contains(c))
}

/// If `s` ends with what a change is measured against, where those words begin.
fn basis_at(s: &str, changes: bool) -> Option<(usize, Basis)> {
    if let Some(word) = lexicon::BASIS_WORD.ends(s) {
        // 年均 and 累计 are parts of names as often: 年均浓度 ends differently, so the end is enough here.
        let basis = match word {
            _ if lexicon::REAL_TERMS.any(word) || word == "实际" => Basis::Real,
            _ if word.contains("口径") || word == "可比" => Basis::SameBasis,
            "年均" | "年均递增" | "平均每年" | "每年" => Basis::AnnualAverage,
            _ if word.contains("累计") => Basis::Cumulative,
            _ if word.contains("年初") || word.ends_with('底') || word.ends_with('末') => Basis::Since,
            _ => Basis::Yoy,
        };
        return Some((s.len() - word.len(), basis));
    }
    // 比上年年初预算增加: the whole of the words before the verb is what it is compared with.
    if changes
        && s.starts_with(['比', '较'])
        && !s.starts_with("比例")
        && !s.starts_with("比重")
        && s.chars().count() <= 14
    {
        let year = s.contains("上年") || s.contains("去年");
        return Some((0, if year { Basis::Yoy } else { Basis::Since }));
    }
    let close = lexicon::BASIS_CLOSE.ends(s)?;
    let inner_end = s.len() - close.len();
    // The opener stands within a few words, and what lies between names a time or a state.
    let window = s.char_indices().rev().nth(26).map_or(0, |(at, _)| at);
    let (start, opener) = s
        .get(window..inner_end)?
        .char_indices()
        .filter_map(|(at, _)| {
            let at = window + at;
            let rest = s.get(at..inner_end)?;
            lexicon::BASIS_OPEN.begins(rest).map(|word| (at, word))
        })
        .rfind(|(at, word)| !in_a_word(s, *at, word))?;
    let words = s.get(start..)?;
    let named = ["年", "期", "末", "初", "底", "五”", "届", "基础上", "前", "口径", "因素", "水平"];
    if !named.iter().any(|word| words.contains(word)) || words.contains(['，', '；', '、']) {
        return None;
    }
    // 是全市平均水平的5倍: of another place, not of another time.
    if words.contains("平均水平") && ["全", "世界", "同类"].iter().any(|place| words.contains(place))
    {
        return None;
    }
    match opener {
        "在" if !words.contains("基础上") => return None,
        "按" if !(words.contains("口径") || words.contains("计算") || words.contains("因素")) => {
            return None;
        }
        "为" | "是" | "同" | "与" if !words.ends_with('的') && !words.contains("相比") => return None,
        _ => {}
    }
    let basis =
        if words.contains("可比") || words.contains("同口径") { Basis::SameBasis } else { Basis::Since };
    Some((start, basis))
}
