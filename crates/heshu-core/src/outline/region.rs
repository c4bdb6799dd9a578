//! The area that a report speaks for, and the level of its government.

use super::head::Head;
use super::words;
use crate::model::Level;
use crate::text::is_han;
use std::sync::LazyLock;

/// Characters that end an area's name.
const ENDINGS: &[char] = &['省', '市', '县', '区', '州', '盟', '旗', '镇', '乡'];

/// Finds the area and its level: from the head, and where that says only 县 or 市, from the name that the body uses.
#[inline(never)]
pub fn read(head: &Head, body: &str) -> (Option<String>, Option<Level>) {
    let session = head.session.as_deref();
    let behalf = head.on_behalf_of.as_deref();
    if behalf.is_some_and(|b| b.contains("国务院"))
        || session.is_some_and(|s| s.contains("全国人民代表大会"))
        || head.office == Some("总理")
    {
        return (Some("全国".to_owned()), Some(Level::Nation));
    }
    let said =
        [session.and_then(of_session), behalf.map(of_government), head.title.as_deref().and_then(of_title)];
    let mut ending = None;
    for name in said.into_iter().flatten() {
        let name = last_unit(name);
        if let Some(full) = province(name) {
            return (Some(full.to_owned()), Some(Level::Province));
        }
        match name.chars().count() {
            0 => {}
            1 => ending = ending.or(name.chars().next()),
            // 我县, 全市 say the ending only.
            2 if name.starts_with(['我', '全', '本']) => ending = ending.or(name.chars().last()),
            _ if name == "自治区" => ending = ending.or(Some('治')),
            _ => {
                if let Some(level) = level_of(name) {
                    return (Some(name.to_owned()), Some(level));
                }
            }
        }
    }
    let ending = ending
        .or_else(|| head.office.and_then(|office| ENDINGS.iter().copied().find(|e| office.starts_with(*e))));
    by_use(ending, body)
}

/// 某县第十八届人民代表大会第四次会议 → 某县
fn of_session(session: &str) -> Option<&str> {
    let before = session.split("人民代表大会").next()?;
    let before = before.strip_suffix("届").unwrap_or(before);
    let name = before.trim_end_matches(|c: char| super::numerals::is_han_count(c) || c.is_ascii_digit());
    Some(name.strip_suffix('第').unwrap_or(name))
}

fn of_government(behalf: &str) -> &str {
    ["人民政府", "管理委员会", "管委会", "政府"]
        .iter()
        .find_map(|tail| behalf.strip_suffix(tail))
        .unwrap_or(behalf)
}

/// 2024年某县政府工作报告, 某县2024年政府工作报告 → 某县
fn of_title(title: &str) -> Option<&str> {
    let before = title.split("政府工作报告").next()?.trim_end_matches("人民");
    let before = before.trim_end_matches('年').trim_end_matches(|c| super::numerals::digit(c).is_some());
    let name = before.rsplit_once('年').map_or(before, |(_, name)| name);
    (!name.is_empty()).then_some(name)
}

/// The last area of a chain: 某省某市某县 → 某县.
fn last_unit(name: &str) -> &str {
    let name = name.trim();
    let mut start = 0;
    let mut chars = name.char_indices().peekable();
    let mut length = 0;
    while let Some((at, c)) = chars.next() {
        length += 1;
        let Some(&(next_at, next)) = chars.peek() else { break };
        let left = name.get(next_at..).map_or(0, |rest| rest.chars().count());
        // 柳州市, 通州区, 新乡县: an ending before an ending belongs to the name. 自治县 and 自治区 are endings.
        let names_on = ENDINGS.contains(&next) || (c == '州' && !ends_autonomous(name, at));
        if ENDINGS.contains(&c) && length >= 2 && left >= 2 && !names_on {
            start = next_at;
            length = 0;
        }
    }
    name.get(start..).unwrap_or(name)
}

fn ends_autonomous(name: &str, at: usize) -> bool {
    name.get(..at).is_some_and(|before| before.ends_with("自治"))
}

/// The full name of a province from the full or the short one.
fn province(name: &str) -> Option<&'static str> {
    words::PROVINCES
        .iter()
        .copied()
        .find(|full| *full == name || (name.chars().count() >= 2 && short_province(full) == name))
}

fn short_province(full: &str) -> &str {
    if full.starts_with("内蒙古") {
        return "内蒙古";
    }
    if full.ends_with("自治区") {
        return full.char_indices().nth(2).and_then(|(at, _)| full.get(..at)).unwrap_or(full);
    }
    full.trim_end_matches(['省', '市'])
}

fn level_of(name: &str) -> Option<Level> {
    if province(name).is_some() || name.ends_with('省') || name.ends_with("自治区") {
        return Some(Level::Province);
    }
    Some(match name.chars().last()? {
        '市' if is_prefecture_city(name) => Level::Prefecture,
        '州' | '盟' => Level::Prefecture,
        '区' if name.ends_with("地区") => Level::Prefecture,
        '市' | '县' | '区' | '旗' => Level::County,
        '镇' | '乡' | '道' => Level::Township,
        _ => return None,
    })
}

fn is_prefecture_city(name: &str) -> bool {
    name.strip_suffix('市').is_some_and(|stem| words::PREFECTURE_CITIES.contains(&stem))
}

/// The area that the body speaks of most, given how its name ends.
fn by_use(ending: Option<char>, body: &str) -> (Option<String>, Option<Level>) {
    let Some(ending) = ending else { return (None, None) };
    if matches!(ending, '省' | '治') {
        // The name stands in the first pages already: a long text need not be read whole.
        let pages = body.char_indices().nth(20_000).and_then(|(at, _)| body.get(..at)).unwrap_or(body);
        let most =
            words::PROVINCES.iter().map(|full| (pages.matches(short_province(full)).count(), *full)).max();
        let name = most.filter(|(times, _)| *times > 0).map(|(_, full)| full.to_owned());
        return (name, Some(Level::Province));
    }
    let name = most_used(ending, body);
    let level = match (&name, ending) {
        (Some(name), _) => level_of(name),
        (None, '市') => None,
        (None, _) => level_of(&format!("某某{ending}")),
    };
    (name, level)
}

/// The area with this ending whose name the body uses most, with the ending or without.
fn most_used(ending: char, body: &str) -> Option<String> {
    static COUNTIES: LazyLock<Vec<&str>> = LazyLock::new(|| words::COUNTIES.split(' ').collect());
    let listed = COUNTIES.iter().filter_map(|name| name.strip_suffix(ending));
    let cities = words::PREFECTURE_CITIES.iter().copied().filter(|_| ending == '市');
    let mut stems: Vec<Stem<'_>> = Vec::new();
    // For each character the last of the names that begin with it, counted from 1. Most characters begin none.
    let mut last = vec![0_u16; 1 << 16];
    for name in listed.chain(cities).filter(|name| name.chars().count() <= LONGEST_STEM) {
        let Some(last) = name.chars().next().and_then(|c| last.get_mut(c as usize)) else { continue };
        stems.push(Stem { name, count: 0, before: *last });
        *last = u16::try_from(stems.len()).unwrap_or(0);
    }
    // The name stands in the first paragraphs already: a long text need not be read whole.
    for (start, c) in body.char_indices().take(20_000) {
        let mut place = last.get(c as usize).copied().unwrap_or(0);
        if place == 0 || !is_han(c) {
            continue;
        }
        let rest = body.get(start..).unwrap_or_default();
        while let Some(stem) = usize::from(place).checked_sub(1).and_then(|at| stems.get_mut(at)) {
            place = stem.before;
            let Some(behind) = rest.strip_prefix(stem.name) else { continue };
            let full = behind.starts_with(ending);
            // A name of one character counts only in full.
            stem.count += match (full, words::EVERYDAY.contains(&stem.name)) {
                (true, false) => 10,
                (true, true) => 3,
                (false, false) => usize::from(stem.name.chars().count() > 1),
                (false, true) => 0,
            };
        }
    }
    let used = stems.iter().filter(|stem| stem.count >= 5);
    let most = used.max_by(|a, b| a.count.cmp(&b.count).then(b.name.cmp(a.name)))?;
    Some(format!("{}{ending}", most.name))
}

/// A name without its ending, and how much speaks for it.
struct Stem<'a> {
    name: &'a str,
    count: usize,
    /// The place of the name before it that begins with the same character, counted from 1; 0 for none.
    before: u16,
}

/// Names of county-level areas have no more characters before their ending.
const LONGEST_STEM: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;

    fn head(session: &str, behalf: &str) -> Head {
        let some = |s: &str| (!s.is_empty()).then(|| s.to_owned());
        Head { session: some(session), on_behalf_of: some(behalf), ..Head::default() }
    }

    #[test]
    fn from_the_head() {
        for (session, behalf, region, level) in [
            ("甲水县第十八届人民代表大会第四次会议", "县人民政府", "甲水县", Level::County),
            ("甲水县十八届人民代表大会第四次会议", "", "甲水县", Level::County),
            (
                "新疆维吾尔自治区第十四届人民代表大会第二次会议",
                "自治区人民政府",
                "新疆维吾尔自治区",
                Level::Province,
            ),
            ("广西壮族自治区柳州市第十五届人民代表大会第四次会议", "", "柳州市", Level::Prefecture),
            ("", "甲州省乙江市丙海县人民政府", "丙海县", Level::County),
            ("第十四届全国人民代表大会第二次会议", "国务院", "全国", Level::Nation),
            ("甲水新区第一届人民代表大会第二次会议", "", "甲水新区", Level::County),
            ("甲族自治州第三届人民代表大会第二次会议", "", "甲族自治州", Level::Prefecture),
            ("上海市第十六届人民代表大会第二次会议", "", "上海市", Level::Province),
        ] {
            let found = read(&head(session, behalf), "");
            assert_eq!(found, (Some(region.to_owned()), Some(level)), "{session} {behalf}");
        }
    }

    #[test]
    fn from_the_body_when_the_head_says_only_the_kind() {
        let body = "市委和区委坚强领导下，示范区、开发区建设加快，建设和平、安全的罗湖，罗湖发展。罗湖加快。罗湖区城区。";
        assert_eq!(read(&head("", "区人民政府"), body), (Some("罗湖区".into()), Some(Level::County)));
        let body = "易县发展，改革不易，交易额增长。";
        assert_eq!(read(&head("", "县人民政府"), body), (Some("易县".into()), Some(Level::County)));
        let body = "我省广东发展，广东加快，江苏相比。";
        assert_eq!(read(&head("", "省人民政府"), body), (Some("广东省".into()), Some(Level::Province)));
        assert_eq!(read(&Head::default(), "全县发展"), (None, None));
    }
}
