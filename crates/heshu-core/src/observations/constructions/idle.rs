//! Numbers that state nothing: they stand in a name, say how large those are that are meant, or describe people and
//! services.

use super::super::cell::{Cell, Gap};
use super::super::lead::Lead;
use super::super::phrase::is_list;
use super::super::reader::Reader;
use crate::lexicon;
use rust_decimal::Decimal;

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    let idle = is_size(reader, i, cell) || is_in_a_name(reader, i, cell) || describes(reader, i, cell, lead);
    usize::from(idle)
}

/// A threshold, or how large those are that are meant.
fn is_size(reader: &Reader<'_>, i: usize, cell: &Cell<'_>) -> bool {
    let quantity = cell.quantity;
    let (lead, tail) = (reader.words(cell.lead.clone()), reader.tail(i));
    // 300户以上自然村公厕: a threshold that nothing was done to. 100项以上科研项目 counts them.
    let bare = lead.trim().is_empty() && cell.gap != Gap::Pause;
    let sizes = !quantity.measure.is_some_and(|unit| unit.counts) || quantity.unit.ends_with('户');
    let threshold = quantity.attributive && bare && sizes && !quantity.is_money() && !quantity.is("percent");
    // 覆盖300人以上企业
    let people =
        quantity.attributive && quantity.is("persons") && lexicon::SIZED_BY_PEOPLE.begins(tail).is_some();
    // 50亿、100亿规模的企业: how large something is to be.
    let last = i + reader.run_of_any(i).saturating_sub(1);
    let scale = reader.tail(last).starts_with("规模的");
    // 退出全省后30位
    let behind = matches!(quantity.unit.as_str(), "位" | "名") && lead.ends_with('后') && tail.is_empty();
    // 成为首个出口超千亿元的城市, 力争在引进50亿元以上的项目上实现突破: which are meant.
    let first = || lexicon::FIRST_OF_ITS_KIND.any(lead);
    let bound = quantity.bound != crate::model::Bound::Exact && !quantity.is("percent");
    let which = bound && tail.starts_with('的') && first();
    let meant = quantity.is_money()
        && quantity.range.end > quantity.core.end
        && tail.starts_with('的')
        && tail.contains("项目")
        && lexicon::ACTION.ends(reader.subject(i)).is_some_and(|verb| lexicon::BRINGS_IN.has(verb));
    // 2950亿元，即将迈上三千亿元台阶: a mark that is not reached yet.
    let ahead = lexicon::MILESTONE.begins(tail).is_some() && lead.contains("即将");
    // 做好以下9项工作: how many things the text goes on to tell.
    let announced = tail == "工作" && lead.trim_end().ends_with("以下") || announces(reader, i, cell);
    // 19微克，为建区以来首次低于20微克: what is only said of a level.
    let words = lead.trim_start();
    let remarked = bound && words.starts_with(['为', '是']) && words.contains("首次");
    remarked || announced || threshold || people || scale || behind || which || meant || ahead
}

/// 围绕甲、乙和丙三个重点: the sum of what was listed; 抓好以下8项改革：…: of what the text goes on to tell.
fn announces(reader: &Reader<'_>, i: usize, cell: &Cell<'_>) -> bool {
    let subject = reader.subject(i);
    let summed = lexicon::ANNOUNCED.has(reader.tail(i)) && is_list(subject) && !subject.ends_with('等');
    let told = reader.words(cell.tail.end..reader.sentence.end).starts_with('：');
    summed || told && reader.words(cell.lead.clone()).trim_end().ends_with("以下")
}

/// A part of what something is called.
fn is_in_a_name(reader: &Reader<'_>, i: usize, cell: &Cell<'_>) -> bool {
    let quantity = cell.quantity;
    let tail = reader.tail(i);
    // 2公里服务圈
    let circle = quantity.is("length") && ["圈", "半径"].iter().any(|word| tail.ends_with(word));
    // 500米公交站点全覆盖, 300米见绿
    let near = quantity.is("length")
        && (lexicon::REACHED.begins(tail).is_some() && tail.contains("覆盖") || tail.starts_with('见'));
    // 一个有13亿人口的国家
    let peopled = quantity.is("persons")
        && tail.starts_with("口的")
        && reader.words(cell.lead.clone()).trim_end().ends_with('有');
    // 先后四次对32家企业进行检查
    let times = quantity.unit == "次" && lexicon::TOWARDS.has(tail);
    // 女子20公里竞走: the name of a race.
    let race = quantity.is("length") && lexicon::RACE.begins(tail).is_some();
    // 四个100%工作措施: a slogan.
    // 连跨两个百亿元台阶: how many of them.
    let steps = quantity.is_money() && lexicon::MILESTONE.begins(tail).is_some();
    let slogan = (quantity.is("percent") || steps) && reader.words(0..quantity.range.start).ends_with('个');
    // 作为翻一番的引擎, 实现翻一番的突破之年, “三年大变样、五年翻一番”
    let sentence = reader.words(reader.sentence.start..quantity.range.start);
    let quoted = || sentence.rfind('“').is_some_and(|at| sentence.rfind('”').is_none_or(|close| close < at));
    let named = tail.starts_with('的') && lexicon::QUALITY.ends(tail).is_none();
    let doubled = quantity.is("doubling") && (named || quoted());
    // 2023大湾区论坛: a year before a name.
    let dated = quantity.unit == "大" && quantity.value > Decimal::ONE_HUNDRED;
    // 完成二期厂房建设: which of its stages. 开展两期培训 counts them.
    let counted = quantity.written.starts_with(|c: char| c.is_ascii_digit());
    let lead = reader.words(cell.lead.clone()).trim_end();
    let stage = quantity.unit == "期"
        && !counted
        && lexicon::CARRIED_OUT.ends(lead).is_some_and(|verb| verb != "开展");
    // 时速250公里列车
    let speed = quantity.is("length") && lead.ends_with("时速") && !tail.is_empty();
    let group = quantity.measure.is_some_and(|unit| unit.counts) && is_group(lead, tail);
    group || speed || dated || stage || circle || race || slogan || doubled || near || peopled || times
}

/// 甲市入选全国20个试点城市; 空气质量在全国168个城市中位居前列: how large the group is that something is one of.
fn is_group(lead: &str, tail: &str) -> bool {
    let place = |words: &str| lexicon::PLACE.ends(words).is_some();
    let entered = lexicon::JOINED.rfind(lead).next().filter(|(at, _)| *at > 0);
    let among = entered
        .and_then(|(at, verb)| lead.get(at + verb.len()..))
        .is_some_and(|of| of.chars().count() <= 20 && (place(of) || of.ends_with('批')));
    let placed = |said: &str| {
        lexicon::PLACE_VERB.begins(lexicon::PLACE_MANNER.strip_front(said).unwrap_or(said)).is_some()
    };
    let inside = tail.split_once('中').is_some_and(|(_, said)| placed(said));
    among || inside && place(lead) && lead.contains('在')
}

/// Ages that describe people, hours that describe a service, how long something has been so.
fn describes(reader: &Reader<'_>, i: usize, cell: &Cell<'_>, lead: &Lead) -> bool {
    let quantity = cell.quantity;
    let (subject, tail) = (reader.subject(i), reader.tail(i));
    // 连续三届获评…
    if matches!(quantity.unit.as_str(), "届" | "次") && reader.words(cell.lead.clone()).ends_with("连续")
    {
        return true;
    }
    if !quantity.is("age") && !quantity.is("duration") {
        return false;
    }
    let measured =
        ["寿命", "年龄", "天数", "时间", "时限", "时长", "周期"].iter().any(|word| subject.contains(word));
    let stated = (lead.attains || lead.moved || lead.change.is_some())
        && matches!(tail, "" | "内" | "之内")
        && !subject.is_empty();
    // 全年优良空气189天
    let days = quantity.unit == "天"
        && tail.is_empty()
        && ["空气", "天气", "优良", "良好", "达标"].iter().any(|word| subject.contains(word));
    // 企业开办全流程不超过3个工作日
    let limited = quantity.bound == crate::model::Bound::AtMost && tail.is_empty() && !subject.is_empty();
    !(limited || days || measured || stated || (lead.change.is_some() && cell.tail.is_empty()))
}
