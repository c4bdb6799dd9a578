//! The front: words before a name that are no part of it, numbering, years, verbs of getting things done.

use super::lead::Lead;
use crate::lexicon;

/// Bytes of the words at the front of a subject that are not part of the name.
pub fn front(s: &str, lead: &mut Lead, offset: usize) -> usize {
    // …②东路改造③城中村改造: each mark begins another.
    let mut at = s.rfind(|c: char| ('①'..='⑳').contains(&c)).unwrap_or(0);
    loop {
        let rest = s.get(at..).unwrap_or_default();
        if rest.is_empty() {
            return at;
        }
        let skipped = numbering(rest).max(adjustment(rest)).max(plan(rest)).max(measured(rest));
        let skipped = skipped.max(since(rest)).max(month(rest));
        // 没有实现年初确定的…目标: stance tells that.
        let skipped = skipped.max(lexicon::MISSED.begins(rest).map_or(0, str::len));
        if skipped > 0 {
            at += skipped;
            continue;
        }
        if let Some(len) = year(rest) {
            // 2021年省级四类重点项目: a year that qualifies a noun stays; one before a verb goes.
            let time = offset + at..offset + at + len;
            lead.time = lead.time.take().or(Some(time));
            at += len;
            continue;
        }
        if let Some(word) = lexicon::FORCE.begins(rest)
            && rest.len() > word.len()
            && !matches!(word, "完成" | "要" | "保持" | "目标" | "冲刺" | "着力" | "奋力" | "拟" | "计划")
            && !rest.get(word.len()..).is_some_and(|after| after.starts_with('性'))
        {
            lead.force = lead.force.or(Some(word));
            at += word.len();
            continue;
        }
        // 基本建设投资: a noun, though it begins like 基本建成.
        if lexicon::WHOLE_FRONT.begins(rest).is_some() {
            return at;
        }
        if let Some(word) = lexicon::NAME_LEAD.begins(rest) {
            let after = rest.get(word.len()..).unwrap_or_default();
            let single = word.chars().count() == 1;
            let free = if after.is_empty() {
                true
            } else if single {
                // 要再解决, 共取消: a particle before a verb.
                "、，： 的—仅但".contains(word)
                    || (word == "即" && after.starts_with(['全', '我', '本', '实', '力', '确']))
                    || ("要再并将还共又均也已".contains(word)
                        && (lexicon::ACTION.begins(after).is_some() || after.starts_with(['再', '要', '共'])))
            } else {
                !keeps(word, after)
            };
            if free {
                if word.starts_with("其中") {
                    lead.among = true;
                }
                if word == "分别" {
                    lead.respectively = true;
                }
                if super::area::rank(word).is_some() {
                    lead.area = Some(word);
                }
                at += word.len();
                continue;
            }
        }
        if let Some(word) = lexicon::TIME_LEAD.begins(rest)
            && !rest.get(word.len()..).is_some_and(|r| r.starts_with(['末', '底', '初', '度']))
        {
            at += word.len();
            continue;
        }
        return at;
    }
}

/// Words that look like an opening but belong to the name that follows.
fn keeps(word: &str, after: &str) -> bool {
    // 完成率, 实现额, 全县性会议: without its front the name is no name.
    if after.chars().count() == 1
        || after.starts_with('性')
        || (after.chars().count() == 2 && lexicon::HEAD.has(after) && after.ends_with('率'))
    {
        return true;
    }
    match word {
        // 完成投资, 实现利润: the verb is what makes the noun a statistic.
        "完成" | "实现" | "累计完成" | "累计实现" | "实际完成" => {
            lexicon::GENERIC.has(after.trim_start_matches('的'))
                && matches!(word, "完成" | "累计完成")
                && after.starts_with("投资")
        }
        // 支持率, 保障房
        _ if lexicon::HELPING.has(word) => {
            after.starts_with(['性', '率', '资', '房', '住', '力'])
                || (matches!(word, "支持" | "帮助") && lexicon::GENERIC.has(after))
        }
        // 重点项目, 基本农田; but 持续改善
        _ if lexicon::MANNER.has(word) => {
            lexicon::ACTION.begins(after).is_none()
                && lexicon::NAME_LEAD.begins(after).is_none()
                && (word == "重点" || lexicon::GENERIC.begins(after).is_none())
        }
        _ => false,
    }
}

/// 剔除不良贷款核销因素 at the front, in bytes: how the number was made comparable.
fn adjustment(s: &str) -> usize {
    if !s.starts_with("剔除") && !s.starts_with("扣除") {
        return 0;
    }
    let Some(at) = s.find("因素").map(|at| at + "因素".len()).filter(|at| *at <= 60) else { return 0 };
    let rest = s.get(at..).unwrap_or_default();
    let rest = rest.strip_prefix("影响").unwrap_or(rest);
    // 剔除一次性因素后，增长6%: of what was told.
    rest.strip_prefix('后').map_or(if rest.is_empty() { 0 } else { at }, |rest| s.len() - rest.len())
}

/// 新区成立以来 at the front, in bytes.
fn since(s: &str) -> usize {
    // Near the front, and no part of a name that goes on.
    let end = s.char_indices().nth(16).map_or(s.len(), |(at, _)| at);
    let Some(at) = s.get(..end).and_then(|head| head.find("以来")) else { return 0 };
    let len = at + "以来".len();
    let whole = s.get(..at).is_some_and(|words| !words.contains(['“', '”', '（', '）', '《', '》', '、']));
    if whole && len < s.len() { len } else { 0 }
}

/// 4月份 at the front, in bytes.
pub fn month(s: &str) -> usize {
    let rest = s.trim_start_matches(|c: char| c.is_ascii_digit());
    let dated = (1..=2).contains(&(s.len() - rest.len()));
    let Some(after) = rest.strip_prefix('月').filter(|_| dated) else { return 0 };
    let after =
        ["底前", "份", "底", "末", "初"].iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after);
    if after.is_empty() { 0 } else { s.len() - after.len() }
}

/// 按国家标准测定的 at the front, in bytes: how it was counted.
fn measured(s: &str) -> usize {
    const HOW: [&str; 6] = ["测定的", "计算的", "统计的", "核算的", "评价的", "监测的"];
    if !s.starts_with(['按', '据', '经']) {
        return 0;
    }
    let end = HOW.iter().find_map(|word| s.find(word).map(|at| at + word.len()));
    end.filter(|end| *end <= 48 && *end < s.len()).unwrap_or(0)
}

/// “十五”期间, “十一五”末 at the front, in bytes: a five-year plan's years; also what a title before it left (》).
fn plan(s: &str) -> usize {
    let bare = s.trim_start_matches(['》', '“']);
    if bare.len() < s.len() && s.starts_with('》') {
        return '》'.len_utf8();
    }
    let after = lexicon::FIVE_YEAR_PLAN
        .iter()
        .find_map(|(years, _)| bare.strip_prefix(years))
        .map(|after| after.trim_start_matches('”'));
    let Some(after) = after else { return 0 };
    // “十一五”年均增长7.5%: of what was told before.
    if after.is_empty() {
        return s.len();
    }
    ["时期", "期间", "以来", "期末", "末"]
        .iter()
        .find_map(|word| after.strip_prefix(word))
        .map_or(0, |rest| s.len() - rest.len())
}

/// 2., （3）, 一是: numbering at the front, in bytes.
pub fn numbering(s: &str) -> usize {
    let digits = s.len() - s.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0
        && let Some(rest) = s.get(digits..)
        && let Some(c) = rest.chars().next()
        && matches!(c, '.' | '．' | '、' | '）' | ')')
    {
        return digits + c.len_utf8();
    }
    for (open, close) in [('（', '）'), ('(', ')')] {
        if let Some(inner) = s.strip_prefix(open)
            && let Some(end) = inner.find(close)
            && inner.get(..end).is_some_and(|n| {
                !n.is_empty() && n.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
            })
        {
            return open.len_utf8() + end + close.len_utf8();
        }
    }
    // 十一是
    let numerals =
        s.len() - s.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']).len();
    if numerals > 0 && s.get(numerals..).is_some_and(|rest| rest.starts_with('是')) {
        return numerals + '是'.len_utf8();
    }
    if let Some(c) = s.chars().next()
        && ('①'..='⑳').contains(&c)
    {
        return c.len_utf8();
    }
    0
}

/// 2024年, 2024年末, 到2025年, 2016—2020年 at the front, in bytes.
fn year(s: &str) -> Option<usize> {
    let mut at = 0;
    for word in ["截至", "截止", "力争到", "到", "至", "自", "从", "预计到", "预计"] {
        if let Some(rest) = s.strip_prefix(word)
            && rest.starts_with(|c: char| c.is_ascii_digit())
        {
            at = word.len();
            break;
        }
    }
    let rest = s.get(at..)?;
    let digits =
        rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit() || "—-－–~～至".contains(c)).len();
    if digits < 4 {
        return None;
    }
    let mut after = rest.get(digits..)?.strip_prefix('年')?;
    for word in ["年底", "末", "底", "初", "度", "全年", "以来", "，", "前", "内"] {
        if let Some(rest) = after.strip_prefix(word) {
            after = rest;
            break;
        }
    }
    Some(s.len() - after.len())
}
