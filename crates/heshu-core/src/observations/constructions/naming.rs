//! Naming: what a number's thing is called, from the words before it, behind it, or from what was said earlier.

use super::super::cell::Gap;
use super::super::lead::Lead;
use super::super::phrase::{acts, clip, is_measure, topic, without_examples};
use super::super::reader::Reader;
use super::counted::{attributed, counted, measures, pair};
use super::general::{general, is_generic, last_clause, listed, stock, strip_verb};
use super::polish::polish;
use crate::catalogue;
use crate::lexicon;

/// A name and how it was found.
#[derive(Default)]
pub struct Name {
    /// What a table's row header would say.
    pub text: String,
    /// What a general noun in it was said of.
    pub owner: Option<String>,
    /// Why it is not sure.
    pub doubt: Option<&'static str>,
    /// The construction that gave it.
    pub construction: &'static str,
}

/// Names the number of cell `i`, before which `subject` stands.
pub fn name(reader: &Reader<'_>, i: usize, subject: &str, lead: &Lead) -> Name {
    let tail = if reader.is_change(i) { "" } else { reader.tail(i) };
    // 14亿人口: the unit took the first half of the word.
    let person = reader.cells.get(i).is_some_and(|c| c.quantity.unit.ends_with('人'));
    let tail = if person { tail.strip_prefix('口').unwrap_or(tail) } else { tail };
    // 和平路等4宗共22.8公顷用地: both numbers are of what follows the second.
    let both = matches!(tail, "共" | "共计" | "合计" | "总计" | "累计" | "约");
    let tail = if both { reader.tail(i + 1) } else { tail };
    // 治理22处内涝点: only a time has an inside.
    let time = reader.cells.get(i).is_some_and(|cell| cell.quantity.is("duration"));
    let tail = lexicon::MILESTONE
        .begins(tail)
        .filter(|word| *word != "内" || time || tail == "内")
        .and_then(|word| tail.strip_prefix(word))
        .unwrap_or(tail);
    if subject.is_empty() && lexicon::GENERIC.has(tail) && lead.reaches {
        return general(reader, i, tail);
    }
    // 招募社区助理3000名等举措: one of several, named before its number.
    let tail = if tail.starts_with('等') && !subject.is_empty() { "" } else { tail };
    // 投资23亿元实施了甲项目: what the money was for.
    let money = reader.cells.get(i).is_some_and(|cell| cell.quantity.is_money());
    let next = reader.cells.get(i + 1).is_some_and(|next| next.gap == Gap::Direct);
    // 投入400万元对3万亩林木进行防治
    let verb = !next && lexicon::ACTION.begins(tail).is_some();
    let object = verb || tail.starts_with('对') || tail.starts_with("用于");
    if money && lexicon::SPENDING.has(subject) && object {
        return general(reader, i, subject);
    }
    if !tail.is_empty() && !tail.starts_with('的') {
        return counted(reader, i, subject, tail);
    }
    if let Some(noun) = tail.strip_prefix('的') {
        return attributed(reader, i, subject, noun);
    }
    // 6.1万户14.2万名监测对象: both numbers are of what follows the second.
    let adjacent = reader.cells.get(i).zip(reader.cells.get(i + 1)).is_some_and(|(this, next)| {
        next.gap == Gap::Direct && this.quantity.range.end == next.quantity.range.start
    });
    // 带动120户、350名贫困人口增收
    let done = subject.is_empty() || lexicon::ACTION.ends(subject).is_some();
    if (adjacent || (done && pair(reader, i))) && !reader.is_change(i) && !reader.tail(i + 1).is_empty() {
        // 解决120户350人的住房困难
        if let Some(noun) = reader.tail(i + 1).strip_prefix('的').filter(|_| !subject.is_empty()) {
            return attributed(reader, i, subject, noun);
        }
        return counted(reader, i, subject, reader.tail(i + 1).trim_start_matches('的'));
    }
    // 启动14处、完成7处地下管网迁改: both did it to the same things.
    let alike = reader.at(i).zip(reader.at(i + 1)).is_some_and(|((this, _), (next, _))| {
        next.gap == Gap::Pause
            && this.quantity.unit == next.quantity.unit
            && (reader.subject(i + 1).is_empty() || lexicon::ACTION.has(reader.subject(i + 1)))
    });
    // 建设20公里、1.2万亩林带: two measures of what follows the second.
    if measures(reader, i, subject) {
        return counted(reader, i, subject, reader.tail(i + 1));
    }
    if alike && lexicon::ACTION.has(subject) && !reader.is_change(i) && !reader.tail(i + 1).is_empty() {
        return counted(reader, i, subject, reader.tail(i + 1).trim_start_matches('的'));
    }
    // 实现设施全覆盖、垃圾处理率达98.5%
    let subject = ["全覆盖、", "全覆盖，"]
        .iter()
        .filter(|_| subject.contains(['，', '、']))
        .find_map(|word| Some(subject.rsplit_once(word)?.1))
        .unwrap_or(subject);
    if subject.is_empty() {
        return carried(reader, i, lead);
    }
    let mut text = without_examples(subject);
    if let Some(text) = residents(reader, &text) {
        return Name { text, doubt: None, construction: "modified", ..Name::default() };
    }
    if let Some(replaced) = modifier(reader, i, &text) {
        return Name { text: replaced, doubt: None, construction: "modified", ..Name::default() };
    }
    if lexicon::VISITOR_INCOME.has(&text)
        && reader.here().last().is_some_and(|draft| of_visitors(&draft.subject))
    {
        let text = format!("旅游{text}");
        return Name { text, doubt: Some("name-from-context"), construction: "general", ..Name::default() };
    }
    // 床位4200张，每千人6.1张: as many of what was told.
    let per = text.starts_with('每') && text.chars().count() <= 6 && text.ends_with(['人', '里', '户', '亩']);
    if let Some(told) = reader.here().last().filter(|_| per) {
        return Name { text: format!("{text}{}", told.subject), construction: "general", ..Name::default() };
    }
    if is_generic(&text) {
        return general(reader, i, &text);
    }
    // 落实粮食种植面积: the verb adds nothing to what is measured.
    let bare = strip_verb(&text);
    if bare.len() < text.len()
        && is_measure(bare)
        && lexicon::IDLE_VERB.begins(&text).is_some()
        && catalogue::resolve(bare, None, true).is_some()
    {
        text = bare.to_owned();
    }
    let bare = text.clone();
    let verb = shared_verb(reader, i, &text, lead).unwrap_or_default();
    text.insert_str(0, verb);
    if lead.among
        && catalogue::resolve(&text, None, true).is_none()
        && let Some(parent) = parent(reader, i).filter(|parent| !whole(&text, parent))
    {
        // 新增公路100公里，其中高速公路20公里: the whole has the verb.
        let part = if parent.starts_with(verb) { &bare } else { &text };
        text = format!("{}中{part}", clip(&parent, 24));
    }
    Name { text: polish(&text), doubt: None, construction: "stated", ..Name::default() }
}

/// Whether a name counts those who come to see a place.
fn of_visitors(name: &str) -> bool {
    catalogue::resolve(name, Some("人次"), true).is_some_and(|indicator| indicator.theme == "tourism")
}

/// 其中发明专利申请量: whether a name says by itself what it is a part of, as it ends like the whole or says much.
fn whole(name: &str, parent: &str) -> bool {
    let alike = name.chars().rev().zip(parent.chars().rev()).take_while(|(a, b)| a == b).count();
    let tells = alike >= 4 || is_measure(name) && name.chars().count() >= 10;
    // 其中超百亿元企业: of what, the whole tells.
    tells && !name.starts_with(['超', '过'])
}

/// What 其中 is said of: the last thing told that is counted in the same unit, or else the last.
fn parent(reader: &Reader<'_>, i: usize) -> Option<String> {
    let measure = reader.cells.get(i)?.quantity.measure.map(|unit| unit.dimension);
    let alike = reader
        .here()
        .iter()
        .rev()
        .take(3)
        .find(|draft| draft.level.as_ref().is_some_and(|level| Some(level.dimension) == measure));
    alike.or(reader.here().last()).map(|draft| draft.subject.clone())
}

/// No words at the number: it is said of what was named before.
fn carried(reader: &Reader<'_>, i: usize, lead: &Lead) -> Name {
    // 抓好60个、投资50亿元的重大项目
    if let Some(noun) = listed(reader, i).filter(|_| !reader.is_change(i) && !lead.attains) {
        return Name { text: polish(&noun), construction: "attributed", ..Name::default() };
    }
    let intro = last_clause(reader.intro(i));
    let previous = reader.here().last();
    // 零售额超“千亿元”（1086亿元）: in brackets, of the words right before them.
    let compares = intro.starts_with(['比', '较', '超', '高', '低']);
    let bracket = !compares
        && reader.cells.get(i).is_some_and(|cell| {
            reader.text.get(..cell.quantity.range.start).is_some_and(|before| before.ends_with(['（', '(']))
        });
    if !intro.is_empty() && (previous.is_none() || lead.attains || lead.change.is_some() || bracket) {
        let text = topic(intro);
        // …；2023年，增长6.3%: a clause that only says when.
        let when = super::super::time::written_years(&text).is_some_and(|(_, len)| len >= text.len());
        if !text.is_empty() && (!when || previous.is_none()) {
            return Name {
                text: polish(&text),
                doubt: Some("name-from-clause-before"),
                construction: "carried",
                ..Name::default()
            };
        }
    }
    // 占比首次超过50%，达到51.3%: it is the share that got there.
    let part = reader.cells.get(i).is_some_and(|cell| cell.quantity.is("percent")) && lead.reaches;
    if let Some(share) = previous.filter(|draft| part && draft.construction == "share") {
        return Name { text: share.name.clone(), construction: "carried", ..Name::default() };
    }
    if let Some(draft) = previous.or(reader.drafts.last()) {
        // 新建农田5万亩，累计达到35万亩: all there is, not what was new.
        let all = reader.cells.get(i).is_some_and(|cell| reader.words(cell.lead.clone()).contains("累计"));
        let bare = Some(strip_verb(&draft.subject)).filter(|bare| all && bare.chars().count() >= 3);
        let total = stock(&draft.subject).filter(|_| all || lead.reaches).or(bare);
        if let Some(total) = total.filter(|_| draft.level.is_some()) {
            return Name { text: total.to_owned(), construction: "carried", ..Name::default() };
        }
        return Name { text: draft.subject.clone(), doubt: None, construction: "carried", ..Name::default() };
    }
    let sentence = reader.words(reader.sentence.start..reader.start(i));
    // 经济总量连跨两个百亿元台阶，达到568亿元: the verb at the number names nothing.
    let before = reader.cells.get(i).map_or("", |cell| reader.words(reader.sentence.start..cell.lead.start));
    let sentence = if last_clause(before).is_empty() { sentence } else { before };
    Name {
        text: topic(last_clause(sentence)),
        doubt: Some("name-from-clause-before"),
        construction: "carried",
        ..Name::default()
    }
}

/// 人均可支配收入36820元，其中城镇居民45210元: whose it is, of what was told before.
fn residents(reader: &Reader<'_>, text: &str) -> Option<String> {
    if !lexicon::RESIDENTS.has(text) {
        return None;
    }
    // 城市居民低保标准由520元提高到680元，农村由…
    if text == "农村" {
        let told = &reader.here().last()?.name;
        let town = ["城市", "城镇"].into_iter().find(|town| told.starts_with(town));
        if let Some(rest) = town.and_then(|town| told.strip_prefix(town)).filter(|rest| is_measure(rest)) {
            return Some(format!("{text}{rest}"));
        }
    }
    let told = reader.drafts.iter().rev().take(4).find(|draft| draft.name.contains("居民人均"))?;
    let measure = told.name.get(told.name.find("人均")?..)?;
    let whose = if text.ends_with('民') { "" } else { "居民" };
    Some(format!("{text}{whose}{measure}"))
}

/// 市级20个 behind 省级重点项目5个: only the level is new, the noun is that of the list.
fn modifier(reader: &Reader<'_>, i: usize, text: &str) -> Option<String> {
    let cell = reader.cells.get(i)?;
    if cell.gap > Gap::Comma || !text.ends_with('级') || text.chars().count() > 5 {
        return None;
    }
    let previous = &reader.here().last()?.subject;
    let at = previous.find('级')?;
    let front = previous.get(..at)?;
    // The characters before 级 that say which level.
    let mut start = at;
    for (k, c) in front.char_indices().rev().take(3) {
        if !"国家省市县区州旗乡镇村社自治地厅部".contains(c) {
            break;
        }
        start = k;
    }
    if start == at {
        return None;
    }
    // 市级以上企业60家，其中国家级5家: of this level only.
    let noun = previous.get(at + '级'.len_utf8()..)?;
    let noun = ["及以上", "以上", "以下"].iter().find_map(|word| noun.strip_prefix(word)).unwrap_or(noun);
    Some(format!("{}{text}{noun}", previous.get(..start)?))
}

/// 新增A 3家、B 5家: the verb of a list serves the names that have none.
fn shared_verb<'r>(reader: &'r Reader<'_>, i: usize, text: &str, lead: &Lead) -> Option<&'r str> {
    let cell = reader.cells.get(i)?;
    // 上市企业 is a noun, though it begins like 上市.
    let verb = lexicon::ACTION.begins(text).is_some() && lexicon::WHOLE_FRONT.begins(text).is_none();
    if lead.attains || lead.change.is_some() || verb {
        return None;
    }
    let previous = reader.here().last()?;
    let first = lexicon::ACTION.begins(&previous.subject)?;
    let verb = acts(&previous.subject);
    let neutral = lexicon::UNSHARED_VERB.has(first);
    // 城镇新增就业 brings its own verb.
    let own = lexicon::OWN_VERB.any(text) || text.contains(first) || text.starts_with("用于");
    if neutral || own || (previous.attains && cell.gap != Gap::Direct) || is_measure(text) {
        return None;
    }
    // 新增企业60家，其中规上企业25家: a part of what was new.
    if cell.gap == Gap::Comma && !lead.among && catalogue::resolve(text, None, true).is_some() {
        return None;
    }
    match cell.gap {
        Gap::Pause | Gap::Direct => Some(verb),
        Gap::Comma if reader.intro(i).is_empty() => {
            let same = previous.level.as_ref().is_some_and(|l| l.unit == cell.quantity.unit);
            same.then_some(verb)
        }
        _ => None,
    }
}

/// The sign of a change: 改善 is a decline where less is better.
pub fn sign(name: &str, sign: i8, better: bool) -> i8 {
    if !better {
        return sign;
    }
    if lexicon::LESS_IS_BETTER.any(name) { -1 } else { sign }
}
