//! The thing stands behind its number: 42家龙头企业, 总投资2.5亿元的保护提升项目.

use super::super::cell::{Cell, Gap};
use super::super::phrase::{acts, clip, head_of, is_list, is_measure, names};
use super::super::reader::Reader;
use super::general::strip_verb;
use super::naming::Name;
use super::polish::polish;
use crate::lexicon;
use crate::model::Bound;

/// 4.1万户、9.2万人稳定脱贫: households and their people, with the words behind the people.
pub fn pair(reader: &Reader<'_>, i: usize) -> bool {
    let Some(((this, _), (next, lead))) = reader.at(i).zip(reader.at(i + 1)) else { return false };
    this.quantity.unit.ends_with('户')
        && next.quantity.is("persons")
        && next.gap == Gap::Pause
        && lead.subject.is_empty()
        && reader.tail(i).is_empty()
}

/// 建设20公里、1.2万亩林带; 120套、3.5万平方米违建房屋: whether two numbers, of which only the second has a noun, measure the
/// same things.
pub fn measures(reader: &Reader<'_>, i: usize, subject: &str) -> bool {
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
pub fn counted(reader: &Reader<'_>, i: usize, subject: &str, tail: &str) -> Name {
    let counts = reader
        .cells
        .get(i)
        .is_some_and(|c| c.quantity.measure.is_some_and(|u| u.counts || u.dimension == "persons"));
    // 引进和培养10位名师: both were done.
    let verb = acts(subject);
    let (subject, tail) = serving(subject, tail);
    let examples = subject.ends_with('等') || (counts && is_list(subject) && !subject.ends_with('的'));
    // 完成界河整治、660公里管网铺设: what stands before the pause is another thing.
    let apart = stands_apart(reader, i);
    let front = if examples || apart {
        verb.to_owned()
    } else if subject.is_empty() {
        // 跑办17个中央项目、24个地方项目: the verb serves both.
        let pause = reader.cells.get(i).is_some_and(|cell| goes_on(reader, cell));
        let previous = reader.here().last().filter(|_| pause && lexicon::ACTION.begins(tail).is_none());
        previous.map_or("", |draft| acts(&draft.subject)).to_owned()
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
    // 8个国家级、36个省级重点实验室
    let class = tail.chars().next_back().filter(|c| "级类型性属办".contains(*c));
    let rest = match class.and_then(|class| rest.split_once(class)).filter(|(of, _)| of.chars().count() <= 6)
    {
        Some((_, noun)) => noun,
        None => {
            let skip = tail.chars().count();
            rest.char_indices().nth(skip).and_then(|(at, _)| rest.get(at..)).unwrap_or_default()
        }
    };
    let inside = inside_list(reader, i, subject, tail);
    let (front, tail) = match inside {
        Some((before, behind)) => (format!("{verb}{before}"), behind),
        None => (front, tail),
    };
    let tail = own_part(reader, i, tail);
    let tail = measured_noun(reader, i, tail).unwrap_or(tail);
    // 甲桥改造等24个项目: what the noun does not tell, an example does.
    let general = examples && verb.is_empty() && lexicon::GENERIC.has(tail);
    let front = match subject.strip_suffix('等').filter(|_| general) {
        Some(list) => example(list),
        None => front,
    };
    // 13所学校11所建成投用: how far some of them have come.
    let front = if subject.is_empty() && lexicon::PROGRESS.has(tail) { progressed(reader, i) } else { front };
    // 30栋建筑100%签约、100%拆迁: of what was counted.
    let done = subject.is_empty() && percent_of(reader, i) && tail.chars().count() <= 2;
    let things =
        reader.here().iter().rfind(|draft| draft.level.as_ref().is_some_and(|level| level.unit != "%"));
    let front = things.filter(|_| done).map_or(front, |draft| strip_verb(&draft.subject).to_owned());
    // 其中85%为科技企业
    let tail = if percent_of(reader, i) { tail.strip_prefix(['为', '是']).unwrap_or(tail) } else { tail };
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

/// 以300个重点项目为抓手: the words before and behind a number without what the things are to serve for.
fn serving<'a>(subject: &'a str, things: &'a str) -> (&'a str, &'a str) {
    match lexicon::SERVING.strip_end(things) {
        Some(things) => (subject.strip_prefix('以').unwrap_or(subject), things),
        None => (subject, things),
    }
}

/// 建设甲大桥、乙厂年产30万吨化肥项目、丙公园: a measure in the middle of a list is of its own part of it only.
fn inside_list<'a>(
    reader: &Reader<'_>,
    i: usize,
    subject: &'a str,
    tail: &'a str,
) -> Option<(&'a str, &'a str)> {
    let unit = reader.cells.get(i)?.quantity.measure?;
    let sized = matches!(unit.dimension, "length" | "area" | "volume" | "mass");
    // 7公里甲大道、60公里乙公园带、丙路等: so is one that follows another of the same measure.
    if subject.is_empty() && sized && i.checked_sub(1).is_some_and(|last| alike(reader, last)) {
        return Some(("", tail.split_once('、')?.0));
    }
    let before = subject.rsplit_once('、')?.1;
    // …、石湖20公里绿道、…: the list may go on with another number. A short word shares its noun: 供水、供热20公里管网.
    let end = reader.cells.get(i)?.tail.end;
    let goes_on = reader.text.get(end..)?.starts_with('、') && before.chars().count() > 3;
    let behind = match tail.split_once(['、', '等']) {
        Some((behind, _)) => behind,
        None if goes_on => tail,
        None => return None,
    };
    (sized && !before.is_empty() && !behind.is_empty()).then_some((before, behind))
}

/// Whether a number is a percentage.
fn percent_of(reader: &Reader<'_>, i: usize) -> bool {
    reader.cells.get(i).is_some_and(|cell| cell.quantity.is("percent"))
}

/// Whether a number goes on with the list of the one before it, with no words of its own before it.
fn goes_on(reader: &Reader<'_>, cell: &Cell<'_>) -> bool {
    cell.gap == Gap::Pause && reader.words(cell.lead.clone()).trim().is_empty()
}

/// 完成36个村庄和10个市场综合整治: what was done to the last things of a list was done to the others too.
fn shared_deed<'a>(reader: &Reader<'a>, i: usize, tail: &str) -> &'a str {
    let listed = |n: usize| reader.cells.get(n).is_some_and(|cell| goes_on(reader, cell));
    let before = (0..=i).rev().take_while(|n| *n == i || listed(n + 1));
    let first =
        before.last().and_then(|n| reader.cells.get(n)).map_or("", |cell| reader.words(cell.lead.clone()));
    let done = lexicon::ACTION.ends(tail).is_some() || lexicon::OWN_VERB.ends(tail).is_some();
    if lexicon::CARRIED_OUT.ends(first.trim_end()).is_none() || done {
        return "";
    }
    let later = (i + 1..).take_while(|n| listed(*n));
    // 完成2万株乔木和30万株灌木种植任务
    let mut deeds = later.map(|n| reader.tail(n)).map(|deed| deed.strip_suffix("任务").unwrap_or(deed));
    let told = deeds.find_map(|deed| Some((deed, lexicon::ACTION.ends(deed)?)));
    match told {
        Some((deed, word)) if word.len() < deed.len() => {
            deed.rfind('的').and_then(|at| deed.get(at..)).unwrap_or(word)
        }
        _ => "",
    }
}

/// 新建5条总长30公里的道路: what a measure of them stands before, behind the next number.
fn measured_noun<'a>(reader: &Reader<'a>, i: usize, tail: &str) -> Option<&'a str> {
    let next = reader.cells.get(i + 1).filter(|next| next.gap == Gap::Direct)?;
    let noun = reader.words(next.tail.clone()).trim().strip_prefix('的').filter(|_| is_size(tail))?;
    (noun.chars().count() >= 2 && !noun.contains(['、', '，'])).then_some(noun)
}

/// Whether a word says how large something is: 总长, 库容.
fn is_size(word: &str) -> bool {
    lexicon::GENERIC.has(word) || lexicon::HEAD.has(word) || lexicon::SIZE.has(word)
}

/// Whether a pause stands between the words before a number and the number, so that they are of another thing.
fn stands_apart(reader: &Reader<'_>, i: usize) -> bool {
    reader.cells.get(i).is_some_and(|cell| reader.words(cell.lead.clone()).trim_end().ends_with('、'))
}

/// The first of a list of examples, if it is short: 甲桥改造等.
fn example(list: &str) -> String {
    let first = names(list).first().copied().unwrap_or_default();
    let short = (2..=14).contains(&first.chars().count());
    if short { format!("{first}等") } else { String::new() }
}

/// What was told right before.
fn told(reader: &Reader<'_>) -> String {
    reader.here().last().map(|draft| draft.subject.clone()).unwrap_or_default()
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
    // 14个断面达标率100%, 12家公司总市值达到100亿元: the measure is of the next number.
    // 40家企业产值超10亿元: but here it tells which are counted.
    let which = reader.cells.get(i + 1).is_some_and(|next| next.quantity.bound == Bound::Over);
    let said = cut.and_then(|at| tail.get(..at)).unwrap_or(tail);
    let mut said = lexicon::ATTAIN.strip_end(said).unwrap_or(said);
    // 8个特色镇营业收入分别增长
    for words in [&lexicon::UP, &lexicon::DOWN, &lexicon::RESPECTIVELY] {
        said = words.strip_end(said).unwrap_or(said);
    }
    let of_next =
        |head: &&str| head.ends_with('率') || is_measure(said) && head.chars().count() > 2 && !which;
    let measure = head_of(said).filter(of_next);
    let cut = measure.map(|head| said.len() - head.len()).or(cut);
    let cut = deed_of_next(reader, i, tail).or(cut);
    cut.filter(|at| shared && *at >= 6).and_then(|at| tail.get(..at)).unwrap_or(tail)
}

/// Whether a number and the next of its list are of the same unit, each with things of its own behind it.
fn alike(reader: &Reader<'_>, i: usize) -> bool {
    let unit = |n: usize| reader.cells.get(n).map(|cell| cell.quantity.unit.as_str());
    let goes_on = reader.cells.get(i + 1).is_some_and(|next| next.gap == Gap::Pause);
    goes_on && unit(i) == unit(i + 1) && !reader.tail(i).is_empty()
}

/// 305台锅炉关停152台: where the verb begins by which as many as the next number tells were dealt with.
fn deed_of_next(reader: &Reader<'_>, i: usize, tail: &str) -> Option<usize> {
    let next = reader.cells.get(i + 1).filter(|next| next.tail.is_empty())?;
    let alike = reader.cells.get(i).is_some_and(|this| this.quantity.unit == next.quantity.unit);
    lexicon::ACTION.ends(tail).filter(|_| alike).map(|verb| tail.len() - verb.len())
}

/// The name of a project without how far it has come.
pub fn without_progress(noun: &str) -> &str {
    // 提标工程全面完成并投入使用: up to what is said of it.
    let said = lexicon::PREDICATE
        .find(noun)
        .map(|(at, _)| at)
        .find(|at| *at >= 12 && noun.get(..*at).is_some_and(|name| lexicon::BUILT.ends(name).is_some()));
    let noun = said.and_then(|at| noun.get(..at)).unwrap_or(noun);
    lexicon::PROGRESS
        .strip_end(noun)
        .map(|noun| lexicon::PROGRESS_MANNER.strip_end(noun).unwrap_or(noun))
        .filter(|noun| noun.chars().count() >= 4)
        .unwrap_or(noun)
}

/// 总投资2.5亿元的保护提升项目, 日处理50吨的中转站: the thing stands behind 的.
pub fn attributed(reader: &Reader<'_>, i: usize, subject: &str, noun: &str) -> Name {
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
    if quality
        && subject.is_empty()
        && reader.at(i).is_some_and(|(cell, lead)| lead.attains && cell.gap <= Gap::Comma)
    {
        return Name { text: told(reader), construction: "carried", ..Name::default() };
    }
    if quality && !subject.is_empty() {
        return Name { text: polish(subject), doubt: None, construction: "stated", ..Name::default() };
    }
    let (subject, noun) = serving(subject, noun);
    // 贡献全市近1/4的投资和税收、近1/5的产值
    let subject = if stands_apart(reader, i) { "" } else { subject };
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
            // 5条总长30公里的道路: the second is of their length.
            Some(name) => {
                let size = i.checked_sub(1).map(|before| reader.tail(before)).filter(|word| is_size(word));
                polish(&format!("{name}{}", size.unwrap_or_default()))
            }
            None => polish(&format!("{}{}", previous.subject, clip(noun, 16))),
        };
        return Name { text, doubt: None, construction: "attributed", ..Name::default() };
    }
    let verb = lexicon::ACTION.begins(subject).unwrap_or("");
    // 建成20万亩的粮食基地, but 投入3亿元的项目
    let money = reader.cells.get(i).is_some_and(|cell| cell.quantity.is_money());
    let whole = verb.len() == subject.len() && money;
    let verb = if whole || lexicon::GENERIC.has(subject) { "" } else { verb };
    let rest = subject.get(verb.len()..).unwrap_or_default().trim_start_matches('了');
    // 税费改革不仅取消了原先300亿元的农业税: no measure, but what was done to it.
    let measured = !money || rest.chars().count() <= 6 || lexicon::HEAD.ends(rest).is_some();
    // 在新增减税降费超百亿元的基础上
    if noun.starts_with("基础上") && !subject.is_empty() {
        let text = polish(subject.strip_prefix('在').unwrap_or(subject));
        return Name { text, doubt: None, construction: "stated", ..Name::default() };
    }
    // 以每个社区200万元的标准
    if let Some(each) = subject.strip_prefix('以').filter(|each| each.starts_with('每'))
        && noun.starts_with("标准")
    {
        return Name { text: format!("{each}标准"), construction: "attributed", ..Name::default() };
    }
    // 甲片区以54亿元的成交价拍出
    let price = lexicon::PRICE.begins(noun);
    if let Some((thing, price)) = subject.strip_suffix('以').zip(price) {
        let text = polish(&format!("{thing}{price}"));
        return Name { text, construction: "attributed", ..Name::default() };
    }
    // 试点扩大到全国80%的县: a part of what follows.
    let part = !subject.is_empty() && !is_measure(subject);
    if part && reader.cells.get(i).is_some_and(|cell| cell.quantity.is("percent")) {
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
