//! 签约项目3个、投资总额7亿元: nouns that say too little by themselves, and what they belong to.

use super::super::cell::Gap;
use super::super::draft::Draft;
use super::super::phrase::{acts, clip, is_measure, topic, without_examples};
use super::super::reader::Reader;
use super::counted::without_progress;
use super::naming::Name;
use super::polish::polish;
use crate::catalogue;
use crate::lexicon;

/// Whether a name says too little by itself: 资金, 投入资金, 完成投资, 覆盖率.
pub fn is_generic(text: &str) -> bool {
    let verb = lexicon::ACTION.begins(text).filter(|verb| verb.len() < text.len());
    let noun = verb.and_then(|verb| text.strip_prefix(verb)).unwrap_or(text);
    // 竣工项目, 引进企业 are told from others by their verb.
    let told = |words: &lexicon::Words| verb.is_some_and(|verb| words.has(verb));
    let counted = matches!(noun, "项目" | "企业" | "签约项目") && told(&lexicon::TELLING)
        || matches!(noun, "人口" | "群众") && told(&lexicon::TELLING_PEOPLE);
    lexicon::GENERIC.has(text)
        || text.strip_prefix('先').is_some_and(|verb| lexicon::ACTION.has(verb))
        || (noun.len() < text.len()
            && lexicon::GENERIC.has(noun)
            && !counted
            && !lexicon::WHOLE_FRONT.has(text))
        || !text.is_empty() && acts(text).len() == text.len()
}

/// Whose turnover or profit was told right before.
fn payer(reader: &Reader<'_>, i: usize) -> Option<String> {
    let told = reader.here().last()?;
    let gap = reader.cells.get(i)?.gap;
    let measure = lexicon::GENERIC.ends(&told.name)?;
    let earned = lexicon::EARNED.ends(measure).is_some();
    let near =
        gap == Gap::Pause || (gap == Gap::Comma && (told.construction == "general" || told.owner.is_some()));
    let payer = match &told.owner {
        Some(owner) => owner.as_str(),
        None => strip_generic(&told.name).trim_end_matches("实现").trim_end_matches("完成"),
    };
    // 工业产值 is of the whole area, too.
    let whole = payer.ends_with(['业', '值', '总']) && !payer.ends_with("企业");
    (near && earned && !whole && payer.chars().count() >= 2).then(|| payer.to_owned())
}

/// 代表建议32件、政协提案78件，办结率和满意率均为100%: all that was just counted alike, of which the rates are.
pub fn handled(reader: &Reader<'_>) -> Option<String> {
    let told = reader.here();
    let unit = |draft: &Draft| draft.level.as_ref().map(|level| level.unit.clone());
    let alike = unit(told.last()?).filter(|unit| unit != "%")?;
    let count = told.iter().rev().take(3).take_while(|draft| unit(draft).as_ref() == Some(&alike)).count();
    let names = told.iter().skip(told.len() - count);
    let names: Vec<String> = names.map(|draft| topic(strip_verb(&draft.subject))).collect();
    let whole = names.iter().all(|name| (2..=16).contains(&name.chars().count()));
    whole.then(|| names.join("、"))
}

/// A name without the verbs at its front.
pub fn strip_verb(text: &str) -> &str {
    let mut s = text;
    loop {
        let verbs = acts(s);
        if verbs.is_empty() || verbs.len() == s.len() || lexicon::WHOLE_FRONT.begins(s).is_some() {
            return s;
        }
        s = s.get(verbs.len()..).unwrap_or_default();
    }
}

/// All there is of what was new, or came in each day: 新增上市企业 → 上市企业, 上市企业新增 → 上市企业,
/// 日均新增经营主体 → 经营主体.
pub fn stock(name: &str) -> Option<&str> {
    if let Some(thing) = name.strip_suffix("新增").filter(|thing| thing.chars().count() >= 2) {
        return Some(thing);
    }
    let mut s = lexicon::EACH_TIME.strip_front(name).unwrap_or(name);
    let new = s.starts_with('新');
    while let Some(rest) = lexicon::ACTION.begins(s).and_then(|verb| s.strip_prefix(verb))
        && rest.chars().count() >= 2
        && !lexicon::GENERIC.has(rest)
    {
        s = rest;
    }
    (new && s.len() < name.len()).then_some(s)
}

/// A general noun takes what it belongs to from the words around.
pub fn general(reader: &Reader<'_>, i: usize, text: &str) -> Name {
    // 开发区实现营业收入500亿元、税收20亿元: not all that the report's area pays.
    if let Some(payer) = payer(reader, i).filter(|_| text == "税收") {
        let text = format!("{payer}{text}");
        return Name { text, owner: Some(payer), doubt: Some("name-from-context"), construction: "general" };
    }
    if catalogue::resolve(text, None, true).is_some() {
        return Name { text: text.to_owned(), construction: "stated", ..Name::default() };
    }
    let listed = lexicon::OF_CASES.has(text) && reader.intro(i).is_empty();
    if let Some(owner) = listed.then(|| handled(reader)).flatten() {
        let text = format!("{owner}{text}");
        return Name { text, owner: Some(owner), doubt: Some("name-from-context"), construction: "general" };
    }
    if let Some(text) = repeated(reader, i, text) {
        return Name { text, owner: None, doubt: None, construction: "general" };
    }
    let says = |context: &String| context.chars().count() >= 2 && !lexicon::ADVERB.has(context);
    let context = contexts(reader, i, text).into_iter().find(says);
    match context {
        // 民生投入：全年投入97亿元
        Some(context) if context.ends_with(text) => {
            Name { text: context, owner: None, doubt: Some("name-from-context"), construction: "general" }
        }
        Some(context) if text == "人均" => Name {
            text: format!("人均{context}"),
            owner: Some(context),
            doubt: Some("name-from-context"),
            construction: "general",
        },
        Some(context) if !text.starts_with(&context) => {
            let context = brief(&context);
            Name {
                text: polish(&format!("{context}{text}")),
                owner: Some(context),
                doubt: Some("name-from-context"),
                construction: "general",
            }
        }
        _ => {
            Name { text: text.to_owned(), owner: None, doubt: Some("general-name"), construction: "general" }
        }
    }
}

/// 发行特别国债，用于重大建设，先发行5亿元: a bare verb is of what it was said of before.
fn repeated(reader: &Reader<'_>, i: usize, text: &str) -> Option<String> {
    let verb = text.strip_prefix('先').unwrap_or(text);
    if !lexicon::ACTION.has(verb) {
        return None;
    }
    let said = reader.intro(i).split(['，', '；', '：']).find_map(|clause| {
        // 积极偿还县、乡两级债务，全年偿还5475万元
        let clause = lexicon::NAME_LEAD.strip_front(clause.trim()).unwrap_or(clause);
        let at = clause.find(verb).filter(|at| *at == 0 || verb.len() < text.len())?;
        let object = clause.get(at + verb.len()..)?.trim();
        (3..=16).contains(&object.chars().count()).then_some(object)
    })?;
    Some(format!("{verb}{said}"))
}

/// What a general noun may belong to, the likeliest first.
fn contexts(reader: &Reader<'_>, i: usize, text: &str) -> Vec<String> {
    let invests = lexicon::SPENDING.begins(text).is_some() || text == "资金";
    let intro = last_clause(reader.intro(i));
    let gap = reader.cells.get(i).map_or(Gap::Start, |c| c.gap);
    let words = reader.cells.get(i).map_or("", |c| reader.words(c.lead.clone()));
    // What was invested so far is of what was told; what is invested, of what it is for.
    let done = words.contains("完成") && text.ends_with("投资") || text.starts_with("总投资");
    let stock = lexicon::STOCK.begins(text).is_some();
    let owner = |draft: &Draft| match &draft.owner {
        Some(owner) => owner.clone(),
        None if stock => {
            let bare = strip_verb(&draft.subject);
            strip_generic(bare.strip_suffix("新增").unwrap_or(bare)).to_owned()
        }
        // …增加值增长9.6%，增速高于全省: the growth is of the whole statistic.
        None if lexicon::CHANGE_NOUN.has(text) || text == "人均" => draft.subject.clone(),
        None => owner(&draft.subject),
    };
    let told = || reader.here().iter().rfind(|draft| draft.construction != "rank").or(reader.here().last());
    let mut order: Vec<String> = Vec::new();
    // 开发区建设取得重大进展。完成投资3亿元: what the sentence before is about, if it tells no number.
    let achieved = gap == Gap::Start && intro.is_empty() && words.contains("完成") && text.ends_with("投资");
    let short = opening(reader).filter(|_| achieved);
    order.extend(short.filter(|topic| !topic.contains(|c: char| c.is_ascii_digit())));
    order.extend(listed(reader, i));
    // 投入2.8亿元完成…: what follows without a comma comes first.
    let direct = reader.cells.get(i).is_some_and(|c| {
        let rest = reader.words(c.quantity.range.end..reader.sentence.end);
        rest.chars().next().is_some_and(|c| !"，；、。：".contains(c))
    });
    if invests && direct {
        order.extend(following(reader, i));
    }
    // 共计完成投资: a sum is of what was counted before.
    if ["共", "总计", "合计"].iter().any(|word| words.contains(word)) {
        order.extend(told().map(owner));
    }
    if !intro.is_empty() && !is_aside(intro) {
        order.push(crop(&topic(intro), text));
    }
    let previous = told().filter(|_| gap <= Gap::Comma).map(owner);
    if invests && !done {
        // 扩建工程7.9公里长、投资10亿元，加快施工: a list tells of one thing.
        if gap == Gap::Pause && reader.tail(i).is_empty() {
            order.extend(previous.clone());
        }
        order.extend(following(reader, i));
        order.extend(previous);
        order.extend(behind(reader, i));
    } else {
        order.extend(previous);
        order.extend(reader.drafts.last().filter(|_| gap == Gap::Start).map(owner));
        if invests {
            order.extend(following(reader, i));
        }
    }
    order.extend(opening(reader));
    order
}

/// 在财政十分困难的情况下, 今年是…的关键一年: a clause that nothing further is said of.
fn is_aside(clause: &str) -> bool {
    let year = |at: usize| clause.get(..at).is_some_and(|before| before.chars().count() <= 5);
    lexicon::CIRCUMSTANCE.ends(clause).is_some()
        || clause.ends_with('年') && clause.find('是').is_some_and(year)
}

/// 粮食面积、总产实现双增，总产76亿斤; 粮食生产九连增，总产…: what is harvested, without what is said of it.
fn crop(topic: &str, text: &str) -> String {
    let names = super::super::phrase::names(topic);
    if let Some((first, rest)) = names.split_first()
        && !rest.is_empty()
        && rest.iter().all(|name| lexicon::GENERIC.has(name))
    {
        return strip_generic(first).to_owned();
    }
    let harvest = ["总产", "单产", "产量", "播种", "种植"].iter().any(|word| text.starts_with(word));
    match topic.strip_suffix("生产").filter(|_| harvest) {
        Some(crop) => crop.to_owned(),
        None => topic.to_owned(),
    }
}

/// 总投资60亿元、占地1500亩的新城项目: what a list of measures belongs to stands behind its last.
pub fn listed(reader: &Reader<'_>, i: usize) -> Option<String> {
    let mut last = i;
    while reader.tail(last).is_empty()
        && reader.cells.get(last + 1).is_some_and(|next| next.gap == Gap::Pause)
    {
        last += 1;
    }
    let noun = reader.tail(last).strip_prefix('的').filter(|_| last > i)?;
    let noun = noun.find(['、', '和']).and_then(|at| noun.get(..at)).unwrap_or(noun);
    let noun = without_progress(noun);
    (noun.chars().count() >= 3).then(|| clip(noun, 20))
}

/// ——粮食生产再创新高。播种面积达到…: the short sentence that opens the line says what it is about.
fn opening(reader: &Reader<'_>) -> Option<String> {
    let before = reader.text.get(..reader.sentence.start)?.strip_suffix('。')?;
    let start = before
        .rfind(['。', '\n', '！', '；'])
        .map_or(0, |at| at + before.get(at..).and_then(|s| s.chars().next()).map_or(1, char::len_utf8));
    let sentence = before.get(start..)?.trim_start_matches(['—', '-', '－', ' ', '　']);
    if sentence.chars().count() > 20 || sentence.contains('，') {
        return None;
    }
    let text = topic(sentence);
    let text = text.strip_suffix("生产").unwrap_or(&text);
    (2..=10).contains(&text.chars().count()).then(|| text.to_owned())
}

/// A long context shortened: what stands behind its last 的, or its beginning.
fn brief(context: &str) -> String {
    if context.chars().count() <= 22 {
        return context.to_owned();
    }
    match context.rfind('的').and_then(|at| context.get(at + '的'.len_utf8()..)) {
        Some(noun) if noun.chars().count() >= 4 => clip(noun, 22),
        _ => clip(context, 22),
    }
}

/// 果品产量, 投资 → 果品: without the noun that the next statistic replaces.
fn strip_generic(name: &str) -> &str {
    // 主营业务收入 is of whoever earns it, not of 主营业务.
    if lexicon::GENERIC.has(name) && is_measure(name) {
        return "";
    }
    let ends = [lexicon::GENERIC.ends(name), lexicon::HEAD.ends(name)];
    match ends.into_iter().flatten().max_by_key(|head| head.len()) {
        Some(head) if head.len() < name.len() && lexicon::GENERIC.has(head) && is_measure(name) => {
            let bare = name.strip_suffix(head).unwrap_or(name);
            bare.strip_suffix('总').unwrap_or(bare)
        }
        _ => name,
    }
}

/// What a later statistic belongs to: a name without its verbs, unless too little is left (签约项目).
fn owner(name: &str) -> String {
    let bare = Some(strip_verb(name)).filter(|bare| bare.chars().count() >= 3).unwrap_or(name);
    let bare = strip_generic(bare.trim_start_matches(['和', '与', '及', '、']));
    // 棚户区改造开工2000套、建成1500套: how far it had come is of the first only.
    without_progress(bare).to_owned()
}

/// What money was spent on: the words behind it, or the next clause if that says what was done.
fn following(reader: &Reader<'_>, i: usize) -> Option<String> {
    let cell = reader.cells.get(i)?;
    let rest = reader.words(cell.quantity.range.end..reader.sentence.end);
    let next = rest.trim_start_matches(['，', '、', ' ']);
    // 年度投资900亿元，其中新开工120个
    if next.starts_with("其中") {
        return None;
    }
    let clause = next.split(['，', '；', '。']).next().unwrap_or_default();
    let adverb = lexicon::NAME_LEAD.begins(next).filter(|word| word.chars().count() > 1).map_or(0, str::len);
    let does = lexicon::ACTION.begins(next).is_some()
        || next.get(adverb..).is_some_and(|verb| lexicon::ACTION.begins(verb).is_some())
        || lexicon::PROGRESS.ends(clause).is_some()
        || lexicon::PURPOSE.begins(next).is_some();
    if next.len() < rest.len() && !does { None } else { behind(reader, i) }
}

/// What the words behind a number are about.
fn behind(reader: &Reader<'_>, i: usize) -> Option<String> {
    let cell = reader.cells.get(i)?;
    let rest = reader.words(cell.quantity.range.end..reader.sentence.end);
    let rest = rest.trim_start_matches(['，', '、', '用', '于', '重', '点', ' ']);
    let end = rest.find(['，', '；', '。', '：']).unwrap_or(rest.len());
    let clause = rest.get(..end)?;
    // Up to the number in it, if it has one.
    let next = reader.cells.get(i + 1).map(|c| c.quantity.range.start);
    let start = reader.sentence.end - rest.len();
    let until =
        next.filter(|at| *at > start && *at < start + end).map_or(clause, |at| reader.words(start..at));
    let until = until.trim_end_matches('等');
    let mut purpose = without_examples(until);
    // 实施甲校、乙院等一批重大项目: of these, not of all that are called so.
    let kind = lexicon::TOPIC_VERB.strip_front(&purpose).unwrap_or(&purpose);
    let kind = strip_verb(kind).trim_start_matches(['了', '一', '批']);
    if purpose.len() < until.len() && catalogue::resolve(&format!("{kind}投资"), None, true).is_some() {
        purpose = until.to_owned();
    }
    // 实施甲、乙等3个灌区改造工程: the noun stands behind the number.
    if until.len() < clause.len()
        && let Some((next, _)) = reader.at(i + 1)
        && !next.tail.is_empty()
    {
        let verb = lexicon::ACTION.begins(until).unwrap_or("");
        purpose = format!("{verb}{}", reader.words(next.tail.clone()));
    }
    // 在甲镇、乙镇试点搭建…: what is done follows the place.
    if purpose.starts_with('在') {
        let begins = lexicon::BUILDING.find(&purpose).next();
        if let Some((at, _)) = begins {
            purpose = purpose.get(at..).unwrap_or_default().to_owned();
        }
    }
    if purpose.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let text = topic(&purpose);
    (text.chars().count() >= 2).then(|| clip(&text, 26))
}

/// The last clause of some words.
pub fn last_clause(words: &str) -> &str {
    words
        .rsplit(['，', '；', '：', ',', ';'])
        .find(|clause| clause.trim().chars().count() >= 2)
        .unwrap_or("")
        .trim()
}
