//! Names without what only their sentence needed.

use crate::catalogue;
use crate::lexicon;

/// A name without what only the sentence needed.
pub fn polish(name: &str) -> String {
    let mut s = name.trim().trim_matches(['，', '、', '；', '：', '。', ' ', '的']);
    // 将标准提高: the preposition goes with its verb.
    if s.chars().count() > 4 {
        s = s.strip_prefix(['将', '把']).unwrap_or(s);
    }
    // 中央财政将安排科技支出
    let ahead = s.find('将').filter(|at| *at > 3 && !s.get(..*at).is_some_and(|front| front.ends_with('即')));
    let told = ahead.and_then(|at| Some((s.get(..at)?, s.get(at + '将'.len_utf8()..)?)));
    let told = told.filter(|(_, act)| lexicon::ACTION.begins(act).is_some());
    let plain = told.map(|(front, act)| format!("{front}{act}"));
    s = plain.as_deref().unwrap_or(s);
    // Words are quicker to be held against a beginning than to be searched for.
    for word in ["了一批", "一批"] {
        while let Some(rest) = s.strip_prefix(word) {
            s = rest;
        }
    }
    s = s.strip_prefix('了').unwrap_or(s);
    // 在中心城区建设步道; but 在建项目, 在校学生.
    s = s
        .strip_prefix('在')
        .filter(|rest| rest.chars().count() > 6 && lexicon::BUILDING.any(rest))
        .unwrap_or(s);
    // 在工业产值增长4%的同时
    s = s.strip_prefix('在').filter(|rest| catalogue::resolve(rest, None, true).is_some()).unwrap_or(s);
    // 民生实事（详见附件3）
    let noted = s.find('（').and_then(|_| s.find("（详见").or_else(|| s.find("（见附"))).filter(|at| *at > 0);
    s = noted.and_then(|at| s.get(..at)).unwrap_or(s);
    for word in ["实现", "达到", "总计", "累计", "并", "了"] {
        s = s.strip_suffix(word).unwrap_or(s);
    }
    // 第三产业实现增加值: the verb parts a name from its noun.
    let joined = lexicon::HEAD.ends(s).filter(|head| head.chars().count() > 1).and_then(|head| {
        let front = s.strip_suffix(head)?;
        // 完成投资 is a statistic of its own.
        let done = front.strip_suffix("完成").filter(|_| !head.contains('投'));
        let owner = front.strip_suffix("实现").or(done)?;
        (owner.chars().count() >= 2).then(|| format!("{owner}{head}"))
    });
    let s = joined.as_deref().unwrap_or(s);
    let s = s.trim_end_matches(['，', '、', ' ']);
    // 解决了困难群众的住房问题
    let done = lexicon::ACTION
        .begins(s)
        .and_then(|verb| Some(format!("{verb}{}", s.strip_prefix(verb)?.strip_prefix('了')?)));
    let s = done.as_deref().unwrap_or(s);
    let unmarked = without_notes(s);
    let s = unmarked.as_str();
    // A lone quotation mark or bracket at either end was cut off from its pair.
    let opens = s.matches('“').count();
    let closes = s.matches('”').count();
    let s = if closes > opens { s.trim_start_matches('”') } else { s };
    let balanced = |open: char, close: char| s.matches(open).count() == s.matches(close).count();
    if balanced('（', '）') {
        s.to_owned()
    } else {
        s.trim_start_matches('）').trim_end_matches('（').to_owned()
    }
}

/// A name without the marks of notes in it: 环卫一体化项目[7], 八联〔3〕, “清四乱”(2).
fn without_notes(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find(['[', '〔', '［', '【', '(', '（']) {
        let (before, mark) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let inner = mark.trim_start_matches(['[', '〔', '［', '【', '(', '（']);
        let after = inner.trim_start_matches(|c: char| c.is_ascii_digit());
        match after.strip_prefix([']', '〕', '］', '】', ')', '）']).filter(|_| after.len() < inner.len())
        {
            Some(after) => rest = after,
            None => {
                out.push_str(mark.get(..mark.len() - inner.len()).unwrap_or_default());
                rest = inner;
            }
        }
    }
    out.push_str(rest);
    out
}
