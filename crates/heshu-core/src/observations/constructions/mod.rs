//! The constructions of the grammar, each in its own file: how a sentence can say what its numbers measure.
//!
//! They are tried in order at each number; the first that fits takes as many numbers as it explains.

mod based;
mod changed;
mod compared;
mod counted;
mod distributed;
mod fulfilled;
mod general;
mod moved;
mod naming;
mod polish;
mod rank;
mod ratio;
mod retro;
mod stated;
mod turned;

use super::cell::Gap;
use super::reader::Reader;
use crate::lexicon;

/// A construction: tries to read from cell `i` on, and gives how many cells it took, 0 if it does not fit.
type Construction = fn(&mut Reader<'_>, usize) -> usize;

/// In the order in which they are tried.
const CONSTRUCTIONS: [Construction; 12] = [
    ratio::read,
    moved::read,
    based::read,
    turned::read,
    rank::read,
    idle,
    fulfilled::read,
    retro::read,
    distributed::read,
    compared::read,
    changed::read,
    stated::read,
];

/// Reads at cell `i`; gives how many cells were taken.
pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    CONSTRUCTIONS.iter().map(|construction| construction(reader, i)).find(|taken| *taken > 0).unwrap_or(0)
}

/// Numbers that state nothing: ages that describe people, hours that describe a service.
fn idle(reader: &mut Reader<'_>, i: usize) -> usize {
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    let quantity = cell.quantity;
    let tail = reader.tail(i);
    let subject = reader.subject(i);
    // 300户以上自然村公厕: a threshold that nothing was done to; 2公里服务圈: the name of a thing.
    let bare = reader.words(cell.lead.clone()).trim().is_empty() && cell.gap != Gap::Pause;
    // 100项以上科研项目 counts them.
    let sizes = !quantity.measure.is_some_and(|unit| unit.counts) || quantity.unit.ends_with('户');
    let threshold = quantity.attributive && bare && sizes && !quantity.is_money() && !quantity.is("percent");
    let circle = quantity.is("length") && ["圈", "半径"].iter().any(|word| tail.ends_with(word));
    if threshold || circle {
        return 1;
    }
    // 连续三届获评…: how long it has been so.
    let again =
        matches!(quantity.unit.as_str(), "届" | "次") && reader.words(cell.lead.clone()).ends_with("连续");
    // 女子20公里竞走: the name of a race.
    let race = quantity.is("length") && lexicon::RACE.begins(tail).is_some();
    // 覆盖300人以上企业: how large those are that are meant.
    let size =
        quantity.attributive && quantity.is("persons") && lexicon::SIZED_BY_PEOPLE.begins(tail).is_some();
    // 四个100%工作措施: a slogan.
    let slogan = quantity.is("percent") && reader.words(0..quantity.range.start).ends_with('个');
    // 作为翻一番的引擎, 50亿、100亿规模的企业: how large something is to be.
    let last = i + reader.run_of_any(i).saturating_sub(1);
    let doubled = quantity.is("doubling") && tail.starts_with('的') && subject.ends_with("作为");
    let scale = reader.tail(last).starts_with("规模的");
    // 退出全省后30位: a threshold.
    let behind = matches!(quantity.unit.as_str(), "位" | "名")
        && reader.words(cell.lead.clone()).ends_with('后')
        && tail.is_empty();
    if again || behind || race || size || slogan || doubled || scale {
        return 1;
    }
    let describes = quantity.is("age") || quantity.is("duration");
    if !describes {
        return 0;
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
    usize::from(!(days || measured || stated || (lead.change.is_some() && cell.tail.is_empty())))
}
