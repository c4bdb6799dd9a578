//! Naming: what a number's thing is called, from the words before it, behind it, or from what was said earlier.

use super::super::cell::{Cell, Gap};
use super::super::lead::Lead;
use super::super::phrase::{clip, is_list, is_measure, names, topic, without_examples};
use super::super::reader::Reader;
use super::general::{general, is_generic, last_clause, listed, strip_verb};
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
    let tail = lexicon::MILESTONE.begins(tail).and_then(|word| tail.strip_prefix(word)).unwrap_or(tail);
    if subject.is_empty() && lexicon::GENERIC.has(tail) && lead.reaches {
        return general(reader, i, tail);
    }
    // 招募社区助理3000名等举措: one of several, named before its number.
    let tail = if tail.starts_with('等') && !subject.is_empty() { "" } else { tail };
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
        .find_map(|word| Some(subject.rsplit_once(word)?.1))
        .unwrap_or(subject);
    if subject.is_empty() {
        return carried(reader, i, lead);
    }
    let mut text = without_examples(subject);
    if let Some(replaced) = modifier(reader, i, &text) {
        return Name { text: replaced, doubt: None, construction: "modified", ..Name::default() };
    }
    if lexicon::VISITOR_INCOME.has(&text)
        && reader.here().last().is_some_and(|draft| of_visitors(&draft.subject))
    {
        let text = format!("旅游{text}");
        return Name { text, doubt: Some("name-from-context"), construction: "general", ..Name::default() };
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
    if let Some(verb) = shared_verb(reader, i, &text, lead) {
        text = format!("{verb}{text}");
    }
    if lead.among
        && catalogue::resolve(&text, None, true).is_none()
        && let Some(parent) = parent(reader, i)
    {
        text = format!("{}中{text}", clip(&parent, 16));
    }
    Name { text: polish(&text), doubt: None, construction: "stated", ..Name::default() }
}

/// Whether a name counts those who come to see a place.
fn of_visitors(name: &str) -> bool {
    catalogue::resolve(name, Some("人次"), true).is_some_and(|indicator| indicator.theme == "tourism")
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

/// 4.1万户、9.2万人稳定脱贫: households and their people, with the words behind the people.
fn pair(reader: &Reader<'_>, i: usize) -> bool {
    let Some(((this, _), (next, lead))) = reader.at(i).zip(reader.at(i + 1)) else { return false };
    this.quantity.unit.ends_with('户')
        && next.quantity.is("persons")
        && next.gap == Gap::Pause
        && lead.subject.is_empty()
        && reader.tail(i).is_empty()
}

/// 建设20公里、1.2万亩林带; 120套、3.5万平方米违建房屋: whether two numbers, of which only the second has a noun, measure the
/// same things.
fn measures(reader: &Reader<'_>, i: usize, subject: &str) -> bool {
    let Some(((this, lead), (next, after))) = reader.at(i).zip(reader.at(i + 1)) else { return false };
    let sized = |cell: &Cell<'_>| {
        let unit = cell.quantity.measure;
        unit.is_some_and(|unit| unit.counts || matches!(unit.dimension, "length" | "area" | "volume"))
    };
    let noun = reader.tail(i + 1);
    let bare = subject.is_empty() && !lead.attains && this.gap != Gap::Pause || lexicon::ACTION.has(subject);
    bare && next.gap == Gap::Pause
        && this.tail.is_empty()
        && sized(this)
        && sized(next)
        && this.quantity.unit != next.quantity.unit
        && after.subject.is_empty()
        && !after.attains
        && !reader.is_change(i)
        && !noun.is_empty()
        && !noun.starts_with('的')
}

/// 42家龙头企业, 伊钢60万吨铁矿: the thing stands behind its number.
fn counted(reader: &Reader<'_>, i: usize, subject: &str, tail: &str) -> Name {
    let counts = reader
        .cells
        .get(i)
        .is_some_and(|c| c.quantity.measure.is_some_and(|u| u.counts || u.dimension == "persons"));
    let verb = lexicon::ACTION.begins(subject).unwrap_or("");
    let examples = subject.ends_with('等') || (counts && is_list(subject) && !subject.ends_with('的'));
    // 完成界河整治、660公里管网铺设: what stands before the pause is another thing.
    let apart =
        reader.cells.get(i).is_some_and(|cell| reader.words(cell.lead.clone()).trim_end().ends_with('、'));
    let front = if examples || apart {
        verb.to_owned()
    } else if subject.is_empty() {
        // 跑办17个中央项目、24个地方项目: the verb serves both.
        let pause = reader
            .cells
            .get(i)
            .is_some_and(|c| c.gap == Gap::Pause && reader.words(c.lead.clone()).trim().is_empty());
        let previous = reader.here().last().filter(|_| pause && lexicon::ACTION.begins(tail).is_none());
        previous.and_then(|d| lexicon::ACTION.begins(&d.subject)).unwrap_or("").to_owned()
    } else {
        subject.to_owned()
    };
    // 7条城区、9条城乡公交线路: a bare quality takes the noun of the next.
    let next = reader.cells.get(i + 1).filter(|n| {
        n.gap == Gap::Pause
            && (tail.chars().count() <= 3 || (tail.ends_with('级') && tail.chars().count() <= 7))
            && tail.ends_with(['区', '乡', '镇', '级', '类', '性', '型', '市', '内', '外', '属', '办'])
            && reader.cells.get(i).is_some_and(|c| c.quantity.unit == n.quantity.unit)
    });
    let rest = next.map(|_| reader.tail(i + 1)).unwrap_or_default();
    // 1个400亿级、3个100亿级产业名镇: the qualities end alike.
    let rest = match rest.split_once('级').filter(|_| tail.chars().count() > 3) {
        Some((_, noun)) => noun,
        None => {
            let skip = tail.chars().count();
            rest.char_indices().nth(skip).and_then(|(at, _)| rest.get(at..)).unwrap_or_default()
        }
    };
    let tail = own_part(reader, i, tail);
    // 甲桥改造等24个项目: what the noun does not tell, an example does.
    let general = examples && verb.is_empty() && lexicon::GENERIC.has(tail);
    let front = match subject.strip_suffix('等').filter(|_| general) {
        Some(list) => example(list),
        None => front,
    };
    // 13所学校11所建成投用: how far some of them have come.
    let front = if subject.is_empty() && lexicon::PROGRESS.has(tail) { progressed(reader, i) } else { front };
    // 其中85%为科技企业
    let percent = reader.cells.get(i).is_some_and(|cell| cell.quantity.is("percent"));
    let tail = if percent { tail.strip_prefix(['为', '是']).unwrap_or(tail) } else { tail };
    // 安排1亿元支持100项技改项目: the verb has its object behind the next number.
    let supports = reader.cells.get(i).is_some_and(|cell| cell.quantity.is_money())
        && reader.cells.get(i + 1).is_some_and(|next| next.gap == Gap::Direct)
        && (lexicon::ACTION.has(tail) || lexicon::PURPOSE.has(tail));
    let object = if supports { reader.tail(i + 1) } else { "" };
    let rest = if object.is_empty() { rest } else { object };
    // 30万父老乡亲团结一心: what they do is no part of who they are.
    let tail = lexicon::PEOPLE.begins(tail).unwrap_or(tail);
    let shared = if rest.is_empty() { shared_deed(reader, i, tail) } else { "" };
    // 推出8个方面90项措施: aspects of what the next number counts.
    let next = reader.cells.get(i + 1).filter(|next| tail == "方面" && next.gap <= Gap::Pause);
    let of = next.map_or("", |_| reader.tail(i + 1));
    let noun = format!("{of}{tail}{rest}{shared}");
    Name {
        text: polish(&format!("{front}{}", clip(&noun, 28))),
        doubt: None,
        construction: "counted",
        ..Name::default()
    }
}

/// 完成36个村庄和10个市场综合整治: what was done to the last things of a list was done to the others too.
fn shared_deed<'a>(reader: &Reader<'a>, i: usize, tail: &str) -> &'a str {
    let listed =
        |cell: &&Cell<'_>| cell.gap == Gap::Pause && reader.words(cell.lead.clone()).trim().is_empty();
    let before =
        (0..=i).rev().take_while(|n| *n == i || reader.cells.get(n + 1).as_ref().is_some_and(listed));
    let first =
        before.last().and_then(|n| reader.cells.get(n)).map_or("", |cell| reader.words(cell.lead.clone()));
    let done = lexicon::ACTION.ends(tail).is_some() || lexicon::OWN_VERB.ends(tail).is_some();
    if lexicon::CARRIED_OUT.ends(first.trim_end()).is_none() || done {
        return "";
    }
    let later = (i + 1..).take_while(|n| reader.cells.get(*n).as_ref().is_some_and(listed));
    let told = later.map(|n| reader.tail(n)).find_map(|deed| Some((deed, lexicon::ACTION.ends(deed)?)));
    match told {
        Some((deed, word)) if word.len() < deed.len() => {
            deed.rfind('的').and_then(|at| deed.get(at..)).unwrap_or(word)
        }
        _ => "",
    }
}

/// The first of a list of examples, if it is short: 甲桥改造等.
fn example(list: &str) -> String {
    let first = names(list).first().copied().unwrap_or_default();
    let short = (2..=14).contains(&first.chars().count());
    if short { format!("{first}等") } else { String::new() }
}

/// The things counted right before by the same measure.
fn progressed(reader: &Reader<'_>, i: usize) -> String {
    let Some(cell) = reader.cells.get(i) else { return String::new() };
    let near = cell.gap <= Gap::Comma && reader.words(cell.intro.clone()).is_empty();
    let told = reader
        .here()
        .last()
        .filter(|draft| near && draft.level.as_ref().is_some_and(|level| level.unit == cell.quantity.unit));
    told.map(|draft| strip_verb(&draft.subject).to_owned()).unwrap_or_default()
}

/// 7835家企业获得贷款382.4亿元: the words behind a number, only up to the verb that the next number needs.
fn own_part<'a>(reader: &Reader<'_>, i: usize, tail: &'a str) -> &'a str {
    let shared = reader.cells.get(i + 1).is_some_and(|n| n.gap == Gap::Direct && !n.lead.is_empty());
    let cut = lexicon::NEXT_VERB.find(tail).next().map(|(at, _)| at);
    // 14个断面达标率100%: the rate is of the next number.
    let cut =
        cut.or_else(|| lexicon::HEAD.ends(tail).filter(|h| h.ends_with('率')).map(|h| tail.len() - h.len()));
    cut.filter(|at| shared && *at >= 6).and_then(|at| tail.get(..at)).unwrap_or(tail)
}

/// The name of a project without how far it has come.
pub fn without_progress(noun: &str) -> &str {
    lexicon::PROGRESS
        .strip_end(noun)
        .map(|noun| lexicon::PROGRESS_MANNER.strip_end(noun).unwrap_or(noun))
        .filter(|noun| noun.chars().count() >= 4)
        .unwrap_or(noun)
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
    let quality = noun.chars().count() <= 8 && lexicon::QUALITY.ends(noun).is_some();
    if quality && !subject.is_empty() {
        return Name { text: polish(subject), doubt: None, construction: "stated", ..Name::default() };
    }
    let noun = own_part(reader, i, noun);
    let noun = without_progress(noun);
    // 7个老旧小区1502户的改造任务: both numbers are of the same things.
    let direct = reader.cells.get(i).is_some_and(|c| c.gap == Gap::Direct);
    if subject.is_empty()
        && direct
        && let Some(previous) = reader.here().last()
    {
        // 120户350人的住房困难问题: the first has taken the noun already.
        let taken = previous.subject.find(noun).and_then(|at| previous.subject.get(..at + noun.len()));
        let text = match taken {
            Some(name) => polish(name),
            None => polish(&format!("{}{}", previous.subject, clip(noun, 16))),
        };
        return Name { text, doubt: None, construction: "attributed", ..Name::default() };
    }
    let verb = lexicon::ACTION.begins(subject).filter(|verb| verb.len() < subject.len()).unwrap_or("");
    let verb = if lexicon::GENERIC.has(subject) { "" } else { verb };
    let rest = subject.get(verb.len()..).unwrap_or_default().trim_start_matches('了');
    // 税费改革不仅取消了原先300亿元的农业税: no measure, but what was done to it.
    let money = reader.cells.get(i).is_some_and(|cell| cell.quantity.is_money());
    let measured = !money || rest.chars().count() <= 6 || lexicon::HEAD.ends(rest).is_some();
    // 在新增减税降费超百亿元的基础上
    if noun.starts_with("基础上") && !subject.is_empty() {
        let text = polish(subject.strip_prefix('在').unwrap_or(subject));
        return Name { text, doubt: None, construction: "stated", ..Name::default() };
    }
    // 试点扩大到全国80%的县: a part of what follows.
    if reader.cells.get(i).is_some_and(|cell| cell.quantity.is("percent")) && !subject.is_empty() {
        let text = polish(&format!("{subject}{}", clip(noun, 16)));
        return Name { text, doubt: None, construction: "attributed", ..Name::default() };
    }
    // 路网建设和近100万平方米的道路硬化: what stands before a conjunction is another thing.
    let rest = if rest.ends_with(['和', '与', '及']) { "" } else { rest };
    let (verb, rest) = match lexicon::ACTION.rfind(rest).next().filter(|_| !measured) {
        Some((_, done)) => (done, ""),
        None => (verb, rest),
    };
    Name {
        text: polish(&format!("{verb}{}{rest}", clip(noun, 24))),
        doubt: None,
        construction: "attributed",
        ..Name::default()
    }
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
        if !text.is_empty() {
            return Name {
                text: polish(&text),
                doubt: Some("name-from-clause-before"),
                construction: "carried",
                ..Name::default()
            };
        }
    }
    if let Some(draft) = previous.or(reader.drafts.last()) {
        // 新建农田5万亩，累计达到35万亩: all there is, not what was new.
        let total = draft.subject.starts_with('新') && lead.reaches;
        let all = reader.cells.get(i).is_some_and(|cell| reader.words(cell.lead.clone()).contains("累计"));
        let bare = strip_verb(&draft.subject);
        if (all || total) && draft.level.is_some() && bare.chars().count() >= 3 {
            return Name { text: bare.to_owned(), construction: "carried", ..Name::default() };
        }
        return Name { text: draft.subject.clone(), doubt: None, construction: "carried", ..Name::default() };
    }
    let sentence = reader.words(reader.sentence.start..reader.start(i));
    Name {
        text: topic(last_clause(sentence)),
        doubt: Some("name-from-clause-before"),
        construction: "carried",
        ..Name::default()
    }
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
    let neutral = lexicon::UNSHARED_VERB.has(verb);
    // 城镇新增就业 brings its own verb.
    let own = lexicon::OWN_VERB.any(text);
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

/// A name without what only the sentence needed.
pub fn polish(name: &str) -> String {
    let mut s = name.trim().trim_matches(['，', '、', '；', '：', '。', ' ', '的']);
    // 将标准提高: the preposition goes with its verb.
    if s.chars().count() > 4 {
        s = s.strip_prefix(['将', '把']).unwrap_or(s);
    }
    s = s.trim_start_matches("了一批").trim_start_matches("一批");
    s = s.strip_prefix('了').unwrap_or(s);
    // 在工业产值增长4%的同时
    s = s.strip_prefix('在').filter(|rest| catalogue::resolve(rest, None, true).is_some()).unwrap_or(s);
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

/// The sign of a change: 改善 is a decline where less is better.
pub fn sign(name: &str, sign: i8, better: bool) -> i8 {
    if !better {
        return sign;
    }
    if lexicon::LESS_IS_BETTER.any(name) { -1 } else { sign }
}
