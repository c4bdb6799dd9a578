//! The head of a report: title, session, date, speaker, and in whose name it is given.

use super::{lines, numerals, words};

/// What stands before the report proper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// Byte offset where the head ends: after the greeting and the sentence 现在，我代表….
    pub end: usize,
    /// 政府工作报告, or a longer title.
    pub title: Option<String>,
    /// The session, without the date: 某县第十八届人民代表大会第四次会议.
    pub session: Option<String>,
    /// `2024-01-26`
    pub delivered_on: Option<String>,
    /// Year of [`Self::delivered_on`] and its month.
    pub delivered: Option<(i32, u32)>,
    /// Who gave it.
    pub speaker: Option<String>,
    /// The speaker's office: 县长.
    pub office: Option<&'static str>,
    /// In whose name: 某县人民政府, 省人民政府, 国务院.
    pub on_behalf_of: Option<String>,
}

/// No head is longer (bytes).
const LONGEST: usize = 6000;
const OFFICES: &[&str] =
    &["省长", "市长", "州长", "盟长", "县长", "区长", "旗长", "镇长", "乡长", "总理", "主席", "专员", "主任"];

/// Reads the head of a repaired text.
#[inline(never)]
pub fn read(text: &str) -> Head {
    let window = text.get(..floor(text, LONGEST)).unwrap_or(text);
    let greeting = words::find(&words::GREETING, window);
    let speech = window.find("我代表").filter(|at| greeting.is_none_or(|g| *at > g && at - g < 900));
    let end = match (greeting, speech) {
        (_, Some(at)) => at + sentence_end(text.get(at..).unwrap_or_default()),
        (Some(at), None) => at + line_end(text.get(at..).unwrap_or_default()),
        (None, None) => first_heading(window),
    };
    let before = text.get(..greeting.or(speech).unwrap_or(end)).unwrap_or_default();
    let mut head = Head { end, title: title(before), ..Head::default() };
    head.session = session(before);
    if let Some((year, month, day)) = date(before) {
        head.delivered_on = Some(format!("{year:04}-{month:02}-{day:02}"));
        head.delivered = Some((year, month));
    }
    if let Some((office, name)) = speaker(before) {
        head.office = Some(office);
        head.speaker = name;
    }
    head.on_behalf_of = speech.and_then(|at| on_behalf_of(text.get(at..end).unwrap_or_default()));
    head
}

fn floor(text: &str, mut byte: usize) -> usize {
    byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

fn sentence_end(text: &str) -> usize {
    let end = text.char_indices().find(|(_, c)| matches!(c, '。' | '\n'));
    end.map_or(text.len(), |(at, c)| if c == '。' { at + c.len_utf8() } else { at })
}

fn line_end(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

/// Without a greeting the head is what stands before the first numbered line, if that is near.
fn first_heading(window: &str) -> usize {
    let found = lines::lines(window).into_iter().take(12).find(|l| super::marks::at_start(l.text).is_some());
    found.map_or(0, |l| l.start)
}

/// Letters apart are one word: 政 府 工 作 报 告.
fn squeeze(line: &str) -> String {
    line.chars().filter(|c| !c.is_whitespace() && *c != '?').collect()
}

fn title(before: &str) -> Option<String> {
    let mut longer = None;
    for line in before.lines() {
        let line = squeeze(line);
        let Some(at) = line.find("工作报告") else { continue };
        let line = line.get(..at + "工作报告".len()).unwrap_or_default();
        let line = line.rsplit(['：', ':', '—', '。']).next().unwrap_or_default();
        // A sentence that only speaks of the report is no title.
        if line.contains('，') || line.contains("会议上") || line.chars().count() > 40 {
            continue;
        }
        if line == "政府工作报告" {
            return Some(line.to_owned());
        }
        if longer.as_ref().is_none_or(|l: &String| l.len() < line.len()) {
            longer = Some(line.to_owned());
        }
    }
    longer
}

fn session(before: &str) -> Option<String> {
    let line = before.lines().map(squeeze).find(|l| l.contains("代表大会") && l.contains("会议"))?;
    let end = line.find("会议")? + "会议".len();
    let line = line.get(..end)?;
    let start = line
        .rfind('在')
        .map_or_else(|| line.rfind(['日', '—', '（']).map(|at| at + 3), |at| Some(at + 3))
        .unwrap_or(0);
    line.get(start..).map(|s| s.trim_matches(['—', '-', '（', '(']).to_owned()).filter(|s| !s.is_empty())
}

/// The first full date.
fn date(before: &str) -> Option<(i32, u32, u32)> {
    // A page's own date (时间：…, 来源：…) stands on lines of the shell.
    let shell = |line: &str| ["时间", "发布", "来源", "日期：", "更新"].iter().any(|w| line.starts_with(w));
    before.lines().map(squeeze).filter(|l| !shell(l)).find_map(|line| {
        numerals::years(&line).find_map(|(at, year)| {
            let rest = line.get(at..)?.split_once('年')?.1;
            let (month, rest) = rest.split_once('月')?;
            let (day, _) = rest.split_once('日')?;
            let (month, day) = (numerals::count(month)?, numerals::count(day)?);
            ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month, day))
        })
    })
}

/// The office and the name of who speaks: the last office before the greeting and the name behind it.
fn speaker(before: &str) -> Option<(&'static str, Option<String>)> {
    let all: Vec<&str> = before.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    for (i, line) in all.iter().enumerate().rev() {
        // 作者：…主任 of a web page is not the speaker.
        if line.chars().count() > 90 {
            // A head on one line: the office stands near its end.
            let tail = line.char_indices().rev().nth(29).and_then(|(at, _)| line.get(at..)).unwrap_or(line);
            if let Some(found) = office_and_name(tail) {
                return Some(found);
            }
            continue;
        }
        if let Some((office, name)) = office_and_name(line) {
            let name = name.or_else(|| all.get(i + 1).and_then(|next| person(next)));
            return Some((office, name));
        }
    }
    None
}

fn office_and_name(line: &str) -> Option<(&'static str, Option<String>)> {
    let (at, office) = OFFICES.iter().filter_map(|o| line.rfind(o).map(|at| (at, *o))).max()?;
    Some((office, line.get(at + office.len()..).and_then(person)))
}

/// A person's name out of the words behind an office; none if they are no name.
fn person(rest: &str) -> Option<String> {
    let rest = ["作政府工作报告", "作工作报告", "作报告", "同志", "所作", "代表"]
        .iter()
        .fold(rest, |rest, tail| rest.split(tail).next().unwrap_or(rest));
    let is_mark = |c: char| {
        c.is_whitespace() || matches!(c, '?' | '：' | ':' | '（' | '）' | '(' | ')' | '—' | '，' | '。')
    };
    let name = rest.trim_matches(is_mark);
    // 李　强 is 李强; 热合木·艾木拉 keeps its dot.
    let name: String = name.chars().filter(|c| !c.is_whitespace() && *c != '?').collect();
    let fits = (2..=16).contains(&name.chars().count())
        && name
            .chars()
            .all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c) || matches!(c, '·' | '•' | '‧' | '・'));
    fits.then_some(name)
}

fn on_behalf_of(sentence: &str) -> Option<String> {
    let rest = squeeze(sentence.strip_prefix("我代表")?);
    let end = ["人民政府", "管理委员会", "管委会", "政府", "国务院"]
        .iter()
        .filter_map(|w| rest.find(w).map(|at| at + w.len()))
        .min()?;
    rest.get(..end).filter(|s| s.chars().count() <= 30).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_several_habits() {
        for (text, session, date, speaker, behalf) in [
            (
                "政 府 工 作 报 告\n——2024年1月26日在甲水县第十八届人民代表大会第四次会议上\n甲水县人民政府县长　张  三\n各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾",
                Some("甲水县第十八届人民代表大会第四次会议"),
                Some("2024-01-26"),
                Some("张三"),
                Some("县人民政府"),
            ),
            (
                "政府工作报告\n——在乙山市第三届人民代表大会第一次会议上\n（二〇二一年二月三日）\n乙山市代市长\n李四光\n各位代表：\n现在，我代表乙山市人民政府向大会作工作报告。",
                Some("乙山市第三届人民代表大会第一次会议"),
                Some("2021-02-03"),
                Some("李四光"),
                Some("乙山市人民政府"),
            ),
            (
                "2025年1月14日在丙江省第十四届人民代表大会第三次会议上丙江省省长王五同志作政府工作报告。\n各位代表：\n现在，我代表省人民政府向大会报告工作。",
                Some("丙江省第十四届人民代表大会第三次会议"),
                Some("2025-01-14"),
                Some("王五"),
                Some("省人民政府"),
            ),
            (
                "各位代表：\n现在，我代表国务院，向大会报告政府工作。\n一、去年工作回顾",
                None,
                None,
                None,
                Some("国务院"),
            ),
            ("一、去年工作回顾\n去年……", None, None, None, None),
        ] {
            let head = read(text);
            assert_eq!(head.session.as_deref(), session, "{text}");
            assert_eq!(head.delivered_on.as_deref(), date, "{text}");
            assert_eq!(head.speaker.as_deref(), speaker, "{text}");
            assert_eq!(head.on_behalf_of.as_deref(), behalf, "{text}");
        }
    }
}
