//! Naming: what a number's thing is called, from the words before it, behind it, or from what was said earlier.

use super::super::cell::Gap;
use super::super::lead::Lead;
use super::super::phrase::{clip, is_list, is_measure, topic, without_examples};
use super::super::reader::Reader;
use crate::catalogue;
use crate::lexicon;

/// A name and how it was found.
pub struct Name {
    /// What a table's row header would say.
    pub text: String,
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
    let tail = lexicon::MILESTONE.begins(tail).and_then(|word| tail.strip_prefix(word)).unwrap_or(tail);
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
    if adjacent && !reader.is_change(i) && !reader.tail(i + 1).is_empty() {
        return counted(reader, i, subject, reader.tail(i + 1));
    }
    if subject.is_empty() {
        return carried(reader, i, lead);
    }
    let mut text = without_examples(subject);
    if let Some(replaced) = modifier(reader, i, &text) {
        return Name { text: replaced, doubt: None, construction: "modified" };
    }
    if is_generic(&text) {
        return general(reader, i, &text);
    }
    // 落实粮食种植面积: the verb adds nothing to what is measured.
    let bare = strip_verb(&text);
    if bare.len() < text.len()
        && is_measure(bare)
        && ["落实", "实施", "完成", "实现", "稳定", "保持", "推进", "促进"]
            .iter()
            .any(|verb| text.starts_with(verb))
        && catalogue::resolve(bare, None, true).is_some()
    {
        text = bare.to_owned();
    }
    if let Some(verb) = shared_verb(reader, i, &text, lead) {
        text = format!("{verb}{text}");
    }
    if lead.among
        && catalogue::resolve(&text, None, true).is_none()
        && let Some(parent) = reader.here().last().map(|d| d.subject.clone())
    {
        text = format!("{}中{text}", clip(&parent, 16));
    }
    Name { text: polish(&text), doubt: None, construction: "stated" }
}

/// 42家龙头企业, 伊钢60万吨铁矿: the thing stands behind its number.
fn counted(reader: &Reader<'_>, i: usize, subject: &str, tail: &str) -> Name {
    let counts = reader
        .cells
        .get(i)
        .is_some_and(|c| c.quantity.measure.is_some_and(|u| u.counts || u.dimension == "persons"));
    let verb = lexicon::ACTION.begins(subject).unwrap_or("");
    let examples = subject.ends_with('等') || (counts && is_list(subject) && !subject.ends_with('的'));
    let front = if examples {
        verb.to_owned()
    } else if subject.is_empty() {
        // 跑办17个中央项目、24个地方项目: the verb serves both.
        let pause = reader.cells.get(i).is_some_and(|c| c.gap == Gap::Pause);
        let previous = reader.here().last().filter(|_| pause && lexicon::ACTION.begins(tail).is_none());
        previous.and_then(|d| lexicon::ACTION.begins(&d.subject)).unwrap_or("").to_owned()
    } else {
        subject.to_owned()
    };
    // 7条城区、9条城乡公交线路: a bare quality takes the noun of the next.
    let next = reader.cells.get(i + 1).filter(|n| {
        n.gap == Gap::Pause
            && tail.chars().count() <= 3
            && tail.ends_with(['区', '乡', '镇', '级', '类', '性', '型', '市', '内', '外'])
            && reader.cells.get(i).is_some_and(|c| c.quantity.unit == n.quantity.unit)
    });
    let rest = next.map(|_| reader.tail(i + 1)).unwrap_or_default();
    let rest =
        rest.char_indices().nth(tail.chars().count()).and_then(|(at, _)| rest.get(at..)).unwrap_or_default();
    // 7835家企业获得贷款382.4亿元: only up to the verb that the next number needs.
    let shared = reader.cells.get(i + 1).is_some_and(|n| n.gap == Gap::Direct && !n.lead.is_empty());
    let verb = ["完成", "实现", "获得", "提供", "投入", "发放", "签约", "预计", "预估", "达到", "新增"];
    let cut = verb.iter().filter_map(|verb| tail.find(verb)).min();
    // 14个断面达标率100%: the rate is of the next number.
    let cut =
        cut.or_else(|| lexicon::HEAD.ends(tail).filter(|h| h.ends_with('率')).map(|h| tail.len() - h.len()));
    let cut = cut.filter(|at| shared && *at >= 6);
    let tail = cut.and_then(|at| tail.get(..at)).unwrap_or(tail);
    let noun = format!("{tail}{rest}");
    Name { text: polish(&format!("{front}{}", clip(&noun, 28))), doubt: None, construction: "counted" }
}

/// 总投资2.5亿元的保护提升项目, 日处理50吨的中转站: the thing stands behind 的.
fn attributed(reader: &Reader<'_>, i: usize, subject: &str, noun: &str) -> Name {
    // …的甲路、乙路等19条道路: the thing is named behind the next number.
    let next = reader
        .cells
        .get(i + 1)
        .filter(|next| next.gap <= Gap::Pause && (noun.is_empty() || noun.contains(['、', '等'])));
    let noun = match next.map(|_| reader.tail(i + 1)) {
        Some(tail) if !tail.is_empty() && !tail.starts_with('的') => tail,
        _ => noun,
    };
    // 7个老旧小区1502户的改造任务: both numbers are of the same things.
    let direct = reader.cells.get(i).is_some_and(|c| c.gap == Gap::Direct);
    if subject.is_empty()
        && direct
        && let Some(previous) = reader.here().last()
    {
        let text = polish(&format!("{}{}", previous.subject, clip(noun, 16)));
        return Name { text, doubt: None, construction: "attributed" };
    }
    let verb = lexicon::ACTION.begins(subject).filter(|verb| verb.len() < subject.len()).unwrap_or("");
    let verb = if lexicon::GENERIC.has(subject) { "" } else { verb };
    let rest = subject.get(verb.len()..).unwrap_or_default();
    Name { text: polish(&format!("{verb}{}{rest}", clip(noun, 24))), doubt: None, construction: "attributed" }
}

/// No words at the number: it is said of what was named before.
fn carried(reader: &Reader<'_>, i: usize, lead: &Lead) -> Name {
    let intro = last_clause(reader.intro(i));
    let previous = reader.here().last();
    if !intro.is_empty() && (previous.is_none() || lead.attains || lead.change.is_some()) {
        let text = topic(intro);
        if !text.is_empty() {
            return Name {
                text: polish(&text),
                doubt: Some("name-from-clause-before"),
                construction: "carried",
            };
        }
    }
    if let Some(draft) = previous.or(reader.drafts.last()) {
        return Name { text: draft.subject.clone(), doubt: None, construction: "carried" };
    }
    let sentence = reader.words(reader.sentence.start..reader.start(i));
    Name {
        text: topic(last_clause(sentence)),
        doubt: Some("name-from-clause-before"),
        construction: "carried",
    }
}

/// Whether a name says too little by itself: 资金, 投入资金, 完成投资, 覆盖率.
fn is_generic(text: &str) -> bool {
    let noun = lexicon::ACTION.begins(text).and_then(|verb| text.strip_prefix(verb)).unwrap_or(text);
    lexicon::GENERIC.has(text)
        || (noun.len() < text.len() && lexicon::GENERIC.has(noun))
        || lexicon::ACTION.has(text)
}

fn strip_verb(text: &str) -> &str {
    let mut s = text;
    while let Some(verb) = lexicon::ACTION.begins(s)
        && verb.len() < s.len()
    {
        s = s.get(verb.len()..).unwrap_or_default();
    }
    s
}

/// A general noun takes what it belongs to from the words around.
fn general(reader: &Reader<'_>, i: usize, text: &str) -> Name {
    let invests = ["投资", "投入", "安排", "筹措", "拨付", "争取", "完成投资"]
        .iter()
        .any(|verb| text.starts_with(verb))
        || text == "资金";
    let intro = last_clause(reader.intro(i));
    let gap = reader.cells.get(i).map_or(Gap::Start, |c| c.gap);
    if catalogue::resolve(text, None, true).is_some() {
        return Name { text: text.to_owned(), doubt: None, construction: "stated" };
    }
    let mut order: Vec<String> = Vec::new();
    // 投入2.8亿元完成…: what follows without a comma comes first.
    let direct = reader.cells.get(i).is_some_and(|c| {
        let rest = reader.words(c.quantity.range.end..reader.sentence.end);
        rest.chars().next().is_some_and(|c| !"，；、。：".contains(c))
    });
    if invests && direct {
        order.extend(following(reader, i));
    }
    // 共计完成投资: a sum is of what was counted before.
    let words = reader.cells.get(i).map_or("", |c| reader.words(c.lead.clone()));
    if ["共", "总计", "合计"].iter().any(|word| words.contains(word)) {
        order.extend(reader.here().last().map(|d| owner(&d.subject)));
    }
    if !intro.is_empty() {
        order.push(topic(intro));
    }
    let previous = reader.here().last().filter(|_| gap <= Gap::Comma).map(|d| owner(&d.subject));
    let following = following(reader, i);
    if invests {
        order.extend(following);
        order.extend(previous);
    } else {
        order.extend(previous);
        order.extend(reader.drafts.last().filter(|_| gap == Gap::Start).map(|d| owner(&d.subject)));
    }
    let context = order.into_iter().find(|context| context.chars().count() >= 2);
    match context {
        Some(context) if text == "人均" => {
            Name {
                text: format!("人均{context}"), doubt: Some("name-from-context"), construction: "general"
            }
        }
        Some(context) if !text.starts_with(&context) => {
            let context = clip(&context, 22);
            Name {
                text: polish(&format!("{context}{text}")),
                doubt: Some("name-from-context"),
                construction: "general",
            }
        }
        _ => Name { text: text.to_owned(), doubt: Some("general-name"), construction: "general" },
    }
}

/// 果品产量, 投资 → 果品: without the noun that the next statistic replaces.
fn strip_generic(name: &str) -> &str {
    match lexicon::HEAD.ends(name) {
        Some(head) if head.len() < name.len() && lexicon::GENERIC.has(head) && is_measure(name) => {
            name.strip_suffix(head).unwrap_or(name)
        }
        _ => name,
    }
}

/// What a later statistic belongs to: a short name as it stands, a long one without its verbs.
fn owner(name: &str) -> String {
    let bare = if name.chars().count() <= 6 { name } else { strip_verb(name) };
    strip_generic(bare.trim_start_matches(['和', '与', '及', '、'])).to_owned()
}

/// What money was spent on: the words behind it, or the next clause.
fn following(reader: &Reader<'_>, i: usize) -> Option<String> {
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
    let mut purpose = without_examples(until.trim_end_matches('等'));
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
        let verbs = ["搭建", "新建", "建设", "实施", "开展", "打造", "改造"];
        if let Some(at) = verbs.iter().filter_map(|verb| purpose.find(verb)).min() {
            purpose = purpose.get(at..).unwrap_or_default().to_owned();
        }
    }
    if purpose.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let text = topic(&purpose);
    (text.chars().count() >= 2).then(|| clip(&text, 26))
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
    Some(format!("{}{text}{}", previous.get(..start)?, previous.get(at + '级'.len_utf8()..)?))
}

/// 新增A 3家、B 5家: the verb of a list serves the names that have none.
fn shared_verb(reader: &Reader<'_>, i: usize, text: &str, lead: &Lead) -> Option<&'static str> {
    let cell = reader.cells.get(i)?;
    if lead.attains || lead.change.is_some() || lexicon::ACTION.begins(text).is_some() {
        return None;
    }
    let previous = reader.here().last()?;
    let verb = lexicon::ACTION.begins(&previous.subject)?;
    let neutral =
        matches!(verb, "实现" | "完成" | "投资" | "投入" | "争取" | "让" | "惠及" | "受益" | "达成");
    // 城镇新增就业 brings its own verb.
    let own = ["新增", "转移", "就业", "带动", "参保", "入户"].iter().any(|word| text.contains(word));
    if neutral || own || (previous.attains && cell.gap != Gap::Direct) || is_measure(text) {
        return None;
    }
    if cell.gap == Gap::Comma && catalogue::resolve(text, None, true).is_some() {
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

/// The last clause of some words.
fn last_clause(words: &str) -> &str {
    words
        .rsplit(['，', '；', '：', ',', ';'])
        .find(|clause| clause.trim().chars().count() >= 2)
        .unwrap_or("")
        .trim()
}

/// A name without what only the sentence needed.
pub fn polish(name: &str) -> String {
    let mut s = name.trim().trim_matches(['，', '、', '；', '：', '。', ' ', '的']);
    // 将标准提高: the preposition goes with its verb.
    if s.chars().count() > 4 {
        s = s.strip_prefix(['将', '把']).unwrap_or(s);
    }
    s = s.trim_start_matches("了一批").trim_start_matches("一批");
    for word in ["实现", "达到", "总计", "累计"] {
        s = s.strip_suffix(word).unwrap_or(s);
    }
    let s = s.trim_end_matches(['，', '、', ' ']);
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

/// The sign of a change: 改善 is a decline where less is better.
pub fn sign(name: &str, sign: i8, better: bool) -> i8 {
    if !better {
        return sign;
    }
    let less = ["浓度", "污染", "PM", "排放", "能耗", "指数", "二氧化", "颗粒物"]
        .iter()
        .any(|word| name.contains(word));
    if less { -1 } else { sign }
}
