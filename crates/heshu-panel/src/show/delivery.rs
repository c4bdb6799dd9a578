//! Promise against delivery as tables.

use super::{Cell, Go, Grid, Line, To, Tone, pick};
use crate::delivery::{Delivered, Delivery, Outcome, Redefined};
use crate::entry::Entry;
use crate::measure::{By, Measure};
use crate::promises::{Kept, Number as Promised};
use crate::restated::Restated;
use crate::worded::Worded;
use heshu_core::model::{Observation, Span};
use heshu_core::views::charts::{change_words, level_words};

/// What became of a year's targets, what both reports give for one year, and the promises. Each report comes with its
/// number in the set.
pub fn delivery(found: &Delivery, earlier: (u32, &Entry), later: (u32, &Entry), zh: bool) -> Vec<Grid> {
    let of = Tables { earlier, later, zh, year: found.year };
    let mut all = vec![of.targets(found)];
    if !found.restated.is_empty() {
        all.push(of.restated(&found.restated));
    }
    if !found.promises.is_empty() {
        all.push(of.promises(&found.promises));
    }
    all
}

struct Tables<'a> {
    earlier: (u32, &'a Entry),
    later: (u32, &'a Entry),
    zh: bool,
    year: i32,
}

impl Tables<'_> {
    const fn pick<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        pick(self.zh, zh, en)
    }

    fn targets(&self, found: &Delivery) -> Grid {
        let outcomes =
            || found.targets.iter().map(|t| t.outcome).chain(found.worded.iter().map(|w| w.outcome));
        let count = |outcome: Outcome| outcomes().filter(|o| *o == outcome).count();
        let told: Vec<String> =
            [Outcome::Met, Outcome::Partly, Outcome::Missed, Outcome::Silent, Outcome::Unclear]
                .into_iter()
                .filter(|outcome| count(*outcome) > 0)
                .map(|outcome| {
                    let (word, many) = (self.outcome(outcome).0, count(outcome));
                    if self.zh { format!("{word} {many}") } else { format!("{many} {word}") }
                })
                .collect();
        let mut lead = told.join(self.pick("，", ", ")) + self.pick("。", ".");
        if !found.untraced.is_empty() {
            let many = found.untraced.len();
            lead += &match self.zh {
                true => format!(
                    "另有 {many} 个具体任务的数字，下一年报告没有同名的数字；任务的名称常变，不算沉默。"
                ),
                false => format!(
                    " Single tasks whose numbers have none of that name in the next report: {many}; names of tasks change freely, so this is no silence."
                ),
            };
        }
        Grid {
            id: "targets".into(),
            title: match self.zh {
                true => format!("{}年的目标与结果", self.year),
                false => format!("Targets and results of {}", self.year),
            },
            lead,
            head: [
                self.pick("目标", "Target"),
                self.pick("当年定的", "Aimed for"),
                self.pick("次年报告的", "Reported"),
                self.pick("结论", "Outcome"),
                self.pick("相差", "Gap"),
            ]
            .map(str::to_owned)
            .to_vec(),
            rows: found
                .targets
                .iter()
                .map(|target| self.target(target))
                .chain(found.worded.iter().map(|target| self.worded(target)))
                .collect(),
        }
    }

    fn target(&self, target: &Delivered) -> Vec<Cell> {
        let mut name = Cell::of(target.name.as_str(), Tone::Plain);
        for changed in &target.redefined {
            name = name.with_aside(match changed {
                Redefined::Name => self.pick("名称有变", "named otherwise"),
                Redefined::Unit => self.pick("单位有变", "another unit"),
                Redefined::Basis => self.pick("口径有变", "another basis"),
            });
        }
        let (word, tone) = self.outcome(target.outcome);
        let result = match target.result {
            Some(id) => self.said(self.later, id, (target.result_name(self.later.1), &target.name)),
            None => target.named.map_or_else(Cell::missing, |span| quoted(self.later, span)),
        };
        let gaps: Vec<Line> = target.measures.iter().filter_map(|measure| self.gap(measure)).collect();
        let gap = if gaps.is_empty() { Cell::default() } else { Cell { lines: gaps, tone: Tone::Number } };
        let aimed = self.said(self.earlier, target.target, (None, ""));
        vec![name, aimed, result, Cell::of(word, tone), gap]
    }

    /// A target without a number, beside the numbers that tell what became of it.
    fn worded(&self, target: &Worded) -> Vec<Cell> {
        let (word, tone) = self.outcome(target.outcome);
        let lines = |id: &u32| {
            let o = self.later.1.analysis.observations.get(*id as usize)?;
            let words = if o.name == target.name { amounts(o) } else { format!("{} {}", o.name, amounts(o)) };
            Some(Line { words, go: Some(Go::observation(self.later.0, *id)), aside: false })
        };
        let lines: Vec<Line> = target.results.iter().chain(&target.against).filter_map(lines).collect();
        let result = match (lines.is_empty(), target.named) {
            (false, _) => Cell { lines, tone: Tone::Number },
            (true, Some(span)) => quoted(self.later, span),
            (true, None) => Cell::missing(),
        };
        let name = Cell::of(target.name.as_str(), Tone::Plain)
            .with_aside(self.pick("目标没有数字", "a target without a number"));
        vec![name, quoted(self.earlier, target.words), result, Cell::of(word, tone), Cell::default()]
    }

    /// A number as a report states it, with its own name where that is another.
    fn said(&self, (report, entry): (u32, &Entry), id: u32, (own, other): (Option<&str>, &str)) -> Cell {
        let Some(o) = entry.analysis.observations.get(id as usize) else { return Cell::missing() };
        let cell = Cell::to(amounts(o), Go::observation(report, id), Tone::Number);
        match own.filter(|own| *own != other) {
            Some(own) => cell.with_aside(own),
            None => cell,
        }
    }

    fn gap(&self, measure: &Measure) -> Option<Line> {
        if measure.gap.get().is_zero() {
            return None;
        }
        let level = measure.by == By::Level;
        let unit =
            if !level && measure.unit == "%" { self.pick("个百分点", " points") } else { &measure.unit };
        let of = match measure.by {
            By::Level => "",
            By::Change => self.pick("增速", "growth "),
            By::Computed => self.pick("推算增速", "computed growth "),
        };
        let sign = if measure.gap.get().is_sign_negative() { "−" } else { "+" };
        let words = format!("{of}{sign}{}{unit}", heshu_core::model::Number(measure.gap.get().abs()));
        Some(Line { words, go: None, aside: false })
    }

    const fn outcome(&self, outcome: Outcome) -> (&'static str, Tone) {
        match outcome {
            Outcome::Met => (pick(self.zh, "完成", "met"), Tone::Good),
            Outcome::Partly => (pick(self.zh, "部分完成", "partly met"), Tone::Doubt),
            Outcome::Missed => (pick(self.zh, "未完成", "missed"), Tone::Bad),
            Outcome::Unclear => (pick(self.zh, "无法比较", "unclear"), Tone::Plain),
            Outcome::Silent => (pick(self.zh, "未见报告", "passed over"), Tone::Doubt),
        }
    }

    fn restated(&self, all: &[Restated]) -> Grid {
        let row = |r: &Restated| {
            let mut now = self.said(self.later, r.later, (None, ""));
            if r.implied {
                let (low, high) = r.now;
                let words = match self.zh {
                    true => format!("按数值与增速倒推上年：{low}–{high}"),
                    false => format!("the year before, by level and growth: {low}–{high}"),
                };
                now = now.with_aside(words);
            }
            let sign = if r.percent.get().is_sign_negative() { "−" } else { "+" };
            let percent = format!("{sign}{}%", heshu_core::model::Number(r.percent.get().abs()));
            vec![
                Cell::of(r.name.as_str(), Tone::Plain),
                Cell::of(r.year.to_string(), Tone::Number),
                self.said(self.earlier, r.earlier, (None, "")),
                now,
                Cell::of(percent, Tone::Number),
            ]
        };
        Grid {
            id: "restated".into(),
            title: self.pick("同一年、两份报告说法不同的数", "One year, two reports, two values").into(),
            lead: self
                .pick(
                    "后一份报告直接改写，或由它的数值和增速倒推出来。修订统计、改口径都会如此，并不一定有误。",
                    "Said outright by the later report, or implied by its level and growth. Revised statistics do this; it need not be an error.",
                )
                .into(),
            head: [
                self.pick("指标", "Indicator"),
                self.pick("年份", "Year"),
                self.pick("前一份", "Earlier report"),
                self.pick("后一份", "Later report"),
                self.pick("相差", "Difference"),
            ]
            .map(str::to_owned)
            .to_vec(),
            rows: all.iter().map(row).collect(),
        }
    }

    fn promises(&self, all: &[Kept]) -> Grid {
        let answered = all.iter().filter(|kept| !kept.said.is_empty() || !kept.numbers.is_empty()).count();
        Grid {
            id: "promises".into(),
            title: self.pick("民生实事，逐件", "Promises, one by one").into(),
            lead: match self.zh {
                true => format!(
                    "{} 件中 {answered} 件在次年报告里找到了相近的话，请点开核对；没有找到不等于没有做。",
                    all.len()
                ),
                false => format!(
                    "For {answered} of {} the next report has words like them: read them. Not found does not mean not done.",
                    all.len()
                ),
            },
            head: [
                self.pick("承诺", "Promise"),
                self.pick("次年报告的话", "What the next report says"),
                self.pick("数字", "Numbers"),
            ]
            .map(str::to_owned)
            .to_vec(),
            rows: all.iter().map(|kept| self.promise(kept)).collect(),
        }
    }

    fn promise(&self, kept: &Kept) -> Vec<Cell> {
        let (id, entry) = self.earlier;
        let words = entry.analysis.commitments.get(kept.commitment as usize).map_or("", |c| c.text.trim());
        let go = Go { report: id, to: To::Commitment(kept.commitment) };
        let said = kept.said.iter().map(|span| Line {
            words: self.later.1.text.slice(*span).trim().to_owned(),
            go: Some(Go { report: self.later.0, to: To::Place(*span) }),
            aside: false,
        });
        let said: Vec<Line> = said.collect();
        let numbers: Vec<Line> = kept.numbers.iter().flat_map(|number| self.number(number)).collect();
        let or_missing = |lines: Vec<Line>| {
            if lines.is_empty() { Cell::missing() } else { Cell { lines, tone: Tone::Plain } }
        };
        vec![
            Cell::to(format!("{}. {words}", kept.number), go, Tone::Plain),
            or_missing(said),
            or_missing(numbers),
        ]
    }

    fn number(&self, number: &Promised) -> Vec<Line> {
        let observation = |entry: &Entry, id: u32| entry.analysis.observations.get(id as usize).cloned();
        let (Some(promised), Some(reported)) =
            (observation(self.earlier.1, number.promised), observation(self.later.1, number.reported))
        else {
            return Vec::new();
        };
        vec![
            Line {
                words: format!("{} {} → {}", promised.name, amounts(&promised), amounts(&reported)),
                go: Some(Go::observation(self.later.0, number.reported)),
                aside: false,
            },
            Line { words: self.outcome(number.outcome).0.to_owned(), go: None, aside: true },
        ]
    }
}

/// Words of a report.
fn quoted((report, entry): (u32, &Entry), span: Span) -> Cell {
    Cell::to(entry.text.slice(span).trim(), Go { report, to: To::Place(span) }, Tone::Plain)
}

impl Delivered {
    /// What the later report calls it.
    fn result_name<'a>(&self, later: &'a Entry) -> Option<&'a str> {
        later.analysis.observations.get(self.result? as usize).map(|o| o.name.as_str())
    }
}

/// Level and change of an observation in one line.
pub(super) fn amounts(o: &Observation) -> String {
    let level = o.level.as_ref().map(level_words);
    let change = o.change.as_ref().map(|change| {
        let words = change_words(change);
        if level.is_some() { format!("（{words}）") } else { words }
    });
    level.into_iter().chain(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deliver;
    use crate::testing::entry;

    #[test]
    fn every_cell_that_quotes_a_report_leads_to_its_words() {
        let earlier = entry(
            "甲县政府工作报告\n各位代表：\n一、2022年工作回顾\n2022年，社会消费品零售总额40亿元。\n二、2023年工作安排\n\
             主要预期目标是：地区生产总值增长6%以上，粮食产量12万吨，社会消费品零售总额增长快于经济增长。\n三、办好十件民生实事\n今年，我们要办好以下民生实事：\n1.新建公办幼儿园3所。\n2.改造老旧小区12个。\n3.建设智慧停车场5座。\n",
        );
        let later = entry(
            "甲县政府工作报告\n各位代表：\n一、2023年工作回顾\n2023年，地区生产总值100亿元、增长5.2%，社会消费品零售总额41亿元、增长9%。\
             新建公办幼儿园2所。\n二、2024年工作安排\n2024年，地区生产总值增长6%。\n",
        );
        let found = deliver(&earlier, &later).unwrap();
        let grids = delivery(&found, (7, &earlier), (8, &later), true);
        let ids: Vec<&str> = grids.iter().map(|grid| grid.id.as_str()).collect();
        assert_eq!(ids, ["targets", "restated", "promises"]);
        for grid in &grids {
            assert!(grid.rows.iter().all(|row| row.len() == grid.head.len()), "{}", grid.id);
        }
        let gdp = &grids[0].rows[0];
        let shown: Vec<&str> = gdp.iter().map(|cell| cell.lines[0].words.as_str()).collect();
        assert_eq!(shown, ["地区生产总值", "≥6%", "100亿元（5.2%）", "未完成", "增速−0.8个百分点"]);
        assert_eq!((gdp[1].lines[0].go.unwrap().report, gdp[2].lines[0].go.unwrap().report), (7, 8));
        let grain = &grids[0].rows[1];
        assert_eq!((grain[2].tone, grain[3].lines[0].words.as_str()), (Tone::Missing, "未见报告"));
        let worded = grids[0].rows.last().unwrap();
        let shown: Vec<&str> =
            worded.iter().flat_map(|cell| &cell.lines).map(|line| line.words.as_str()).collect();
        assert_eq!(
            shown,
            [
                "社会消费品零售总额",
                "目标没有数字",
                "社会消费品零售总额增长快于经济增长",
                "41亿元（9%）",
                "地区生产总值 100亿元（5.2%）",
                "完成"
            ]
        );
        assert!(grids[2].rows[0][1].lines[0].go.is_some_and(|go| matches!(go.to, To::Place(_))));
    }
}
