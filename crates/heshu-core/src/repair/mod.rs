//! Repair: whatever a paste did to the text, undone, with a map back to what was pasted.
//!
//! Small named repairs work one after another on characters that remember where they stood ([`buffer`]), so
//! that any of them may take out, put in and move without minding the others. Repairs of characters come
//! first, then those of lines and pages, then those of paragraphs.

mod arrange;
mod buffer;
mod census;
mod compatibility;
pub mod continuity;
mod garbled;
mod habits;
mod invisible;
mod line_breaks;
mod lines;
mod links;
mod lost_spaces;
mod map;
mod margins;
mod markup;
mod measured;
mod measures;
mod notes;
mod numbers;
mod page_furniture;
mod pages;
mod printed;
mod reversed_page;
mod sheets;
mod side_by_side;
mod spaces;
mod two_columns;
mod web_shell;
mod white_space;
mod wrapped_lines;

use crate::Options;
use crate::intake;
use crate::model::Repair;
use buffer::{Glyph, Log};
use census::Census;
pub use garbled::is_lost;
use lines::Lines;
pub use map::SourceMap;
use measured::Measured;

/// A text after repair.
#[derive(Debug, Clone)]
pub struct Repaired {
    /// One paragraph or heading a line.
    pub text: String,
    /// From the repaired text back to the pasted one.
    pub map: SourceMap,
    /// What was changed, in order of the repaired text.
    pub repairs: Vec<Repair>,
    /// Where, in bytes of the text, notes begin that the file sets apart from the running text.
    pub notes: Option<usize>,
}

/// Repairs a pasted text. Cost is linear in its length.
pub fn repair(pasted: &str, options: &Options) -> Repaired {
    repair_laid_out(pasted, &intake::Layout::default(), options)
}

/// Repairs a text of whose layout something is known: that is taken, and the rest guessed.
pub fn repair_laid_out(pasted: &str, layout: &intake::Layout, options: &Options) -> Repaired {
    let mut log = Log::new(options);
    let census = Census::of(pasted);
    let mut glyphs = buffer::glyphs_of(pasted);
    for repair in
        [line_breaks::repair, markup::repair, lost_spaces::repair, invisible::repair, compatibility::repair]
    {
        glyphs = repair(glyphs, &census, &mut log);
    }
    let glyphs = spaces::unspace(glyphs, &mut log);
    let mut lines = Lines::split(glyphs, &layout.align(pasted), &mut log);
    let notes = notes::take(&mut lines, &mut log);
    let mut measured = Measured::of(&lines);
    page_furniture::repair(&mut lines, measured.measures(), &mut log);
    measured.again(&lines);
    arrange::repair(&mut lines, &mut log);
    if side_by_side::repair(&mut lines, &mut log) {
        measured.again(&lines);
    }
    if notes.is_empty() && printed::repair(&mut lines, measured.measures(), &mut log) {
        measured.again(&lines);
    }
    reversed_page::repair(&mut lines, measured.measures(), &mut log);
    two_columns::repair(&mut lines, measured.measures(), &mut log);
    let first_note = notes.first().and_then(|note| lines.of(*note).first()).map(|g| g.at);
    lines.lines.extend(notes);
    measured.again(&lines);
    let glyphs = wrapped_lines::repair(&lines, measured.measures(), &mut log);
    // In a long text these weigh much.
    drop(lines);
    let glyphs = spaces::tidy(glyphs, &mut log);
    let glyphs = numbers::repair(glyphs, &census, &mut log);
    let glyphs = web_shell::repair(glyphs, &mut log);
    garbled::suspect(&glyphs, &mut log);
    finish(glyphs, first_note, log)
}

fn finish(glyphs: Vec<Glyph>, first_note: Option<u32>, log: Log) -> Repaired {
    let mut text = String::with_capacity(3 * glyphs.len());
    for glyph in &glyphs {
        text.push(glyph.ch);
    }
    let map = SourceMap::new(&glyphs);
    let repairs = gather(&log, &map, &glyphs);
    let notes = first_note.and_then(|at| glyphs.iter().position(|g| g.at == at && g.len > 0));
    let notes = notes.map(|i| glyphs.iter().take(i).map(|g| g.ch.len_utf8()).sum());
    Repaired { text, map, repairs, notes }
}

/// The changes as they are told: those of one kind in one line together.
#[inline(never)]
fn gather(log: &Log, map: &SourceMap, glyphs: &[Glyph]) -> Vec<Repair> {
    if log.edits.is_empty() {
        return Vec::new();
    }
    let mut line_ends: Vec<u32> = Vec::new();
    let mut at = 0;
    for glyph in glyphs {
        at += map::utf16_len(glyph.ch);
        if glyph.ch == '\n' {
            line_ends.push(at);
        }
    }
    struct Told {
        line: usize,
        count: u32,
        repair: Repair,
    }
    let mut told: Vec<Told> = Vec::new();
    let mut open: std::collections::HashMap<(&'static str, usize), usize> = std::collections::HashMap::new();
    for edit in &log.edits {
        let span = map.repaired_of(edit.source);
        let line = line_ends.partition_point(|end| *end <= span.start);
        let same = if edit.detail.is_none() { open.get(&(edit.kind, line)).copied() } else { None };
        match same.and_then(|i| told.get_mut(i)) {
            Some(earlier) => {
                earlier.count += 1;
                earlier.repair.source = earlier.repair.source.cover(edit.source);
                earlier.repair.span = earlier.repair.span.cover(span);
            }
            None => {
                if edit.detail.is_none() {
                    open.insert((edit.kind, line), told.len());
                }
                let detail = edit.detail.clone().unwrap_or_default();
                let repair = Repair { kind: edit.kind.to_owned(), source: edit.source, span, detail };
                told.push(Told { line, count: 1, repair });
            }
        }
    }
    crate::order::by_key(&mut told, |t| (t.repair.span.start, t.line));
    told.into_iter()
        .map(|t| {
            let mut repair = t.repair;
            if repair.detail.is_empty() {
                repair.detail = t.count.to_string();
            }
            repair
        })
        .collect()
}

#[cfg(test)]
mod testing {
    use super::*;

    /// What one repair of characters makes of a text.
    pub fn repaired_with(
        pasted: &str,
        repair: impl Fn(Vec<Glyph>, &Census, &mut Log) -> Vec<Glyph>,
    ) -> String {
        let options = Options::default();
        let mut log = Log::new(&options);
        let found = repair(buffer::glyphs_of(pasted), &Census::of(pasted), &mut log);
        found.iter().map(|g| g.ch).collect()
    }

    /// The lines of a text.
    pub fn lines_of(pasted: &str) -> Lines {
        let options = Options::default();
        Lines::split(buffer::glyphs_of(pasted), &[], &mut Log::new(&options))
    }

    /// The lines that one repair of lines makes of a text.
    pub fn lines_after(pasted: &str, repair: impl Fn(&mut Lines, &mut Log)) -> Vec<String> {
        let options = Options::default();
        let mut lines = lines_of(pasted);
        repair(&mut lines, &mut Log::new(&options));
        let text = |line: &lines::Line| lines.of(*line).iter().map(|g| g.ch).collect();
        lines.lines.iter().map(text).collect()
    }

    const PROSE: &str = "过去一年，面对复杂严峻的外部环境和艰巨繁重的改革发展稳定任务，我们坚持稳中求进工作总基调，全面贯彻上级决策部署，扎实推进重点工作，经济运行总体平稳，质量效益稳步提升，社会大局和谐稳定。我们坚持把发展经济的着力点放在实体经济上，加快培育新兴产业，改造提升传统产业，规模以上工业企业效益明显改善，高新技术企业数量持续增加。大力实施乡村振兴战略，粮食生产再获丰收，农村人居环境不断改善，农民收入较快增长，脱贫攻坚成果得到巩固。深入推进城镇建设，完善交通、供水、供热等基础设施，城市功能更加完备，群众生活更加便利。持续深化重点领域改革，优化营商环境，激发市场主体活力，招商引资取得新的成效。坚决打好污染防治攻坚战，空气质量持续好转，河湖水质稳定达标，绿色发展水平明显提高。切实保障和改善民生，新建一批学校和医院，扩大社会保险覆盖范围，加强困难群众救助，积极促进就业创业，人民群众的获得感不断增强。全面加强政府自身建设，认真办理代表建议和委员提案，严格落实各项规定，工作作风明显转变，行政效能进一步提高。在充分肯定成绩的同时，我们也清醒地看到，发展中还存在不少困难和问题，产业结构不够合理，创新能力有待提高，公共服务还有短板，政府工作与群众期待还有差距。对此，我们将采取有力措施，切实加以解决，决不辜负人民群众的信任和期望。今年是实施规划的关键一年，做好政府工作意义重大。我们要把握机遇、应对挑战，坚定信心、真抓实干，推动高质量发展迈出更大步伐。一要扩大有效投资，抓好重大项目建设，强化要素保障，确保按期建成投用。二要促进消费升级，完善商贸流通体系，发展文化旅游产业，培育新的消费热点。三要加强生态环境保护，推进节能减排，深化流域综合治理，建设美丽家园。四要守住安全底线，压实各方责任，加强隐患排查，维护社会稳定，让人民群众安居乐业。";

    /// So many lines of prose, each of so many characters.
    pub fn prose(width: usize, count: usize) -> Vec<String> {
        let chars: Vec<char> = PROSE.chars().collect();
        let lines: Vec<String> = chars.chunks_exact(width).take(count).map(|c| c.iter().collect()).collect();
        assert_eq!(lines.len(), count, "the prose is not long enough");
        lines
    }
}
