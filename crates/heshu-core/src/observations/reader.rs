//! The reader: walks over the cells of a sentence and lets each construction try its hand.

use super::cell::{Cell, Gap, cells};
use super::constructions;
use super::draft::Draft;
use super::lead::{self, Lead};
use crate::lexicon;
use crate::model::Bound;
use crate::quantities::Quantity;
use crate::text::trim;
use rust_decimal::Decimal;
use std::ops::Range;

/// Reads the sentences of one line; drafts of earlier sentences stay in sight, as they do for a reader.
pub struct Reader<'a> {
    /// The whole text.
    pub text: &'a str,
    /// The cells of the sentence.
    pub cells: Vec<Cell<'a>>,
    /// What the words before each number say.
    pub leads: Vec<Lead>,
    /// The sentence.
    pub sentence: Range<usize>,
    /// What has been read in this line.
    pub drafts: Vec<Draft>,
    /// Where in `drafts` this sentence begins.
    pub first: usize,
}

impl<'a> Reader<'a> {
    /// A reader at the start of a line.
    pub fn new(text: &'a str) -> Self {
        Self { text, cells: Vec::new(), leads: Vec::new(), sentence: 0..0, drafts: Vec::new(), first: 0 }
    }

    /// Reads one sentence with the quantities in it.
    #[inline(never)]
    pub fn sentence(&mut self, sentence: Range<usize>, quantities: &'a [Quantity]) {
        self.cells = merge_descriptions(self.text, cells(self.text, sentence.clone(), quantities));
        self.leads =
            self.cells.iter().map(|cell| lead::read(self.text, cell.lead.clone(), cell.quantity)).collect();
        // 由20元提高到40元: words that only move the level on are not what the first number counts.
        for i in 1..self.cells.len() {
            let moved_on = self.cells.get(i).is_some_and(|cell| cell.gap == Gap::Direct)
                && self
                    .leads
                    .get(i)
                    .is_some_and(|lead| lead.subject.is_empty() && (lead.attains || lead.change.is_some()));
            if moved_on && let Some(previous) = self.cells.get_mut(i - 1) {
                previous.tail.end = previous.tail.start;
            }
        }
        // 碳减排700万吨: how much was done, not by how much it fell.
        for (lead, cell) in self.leads.iter_mut().zip(&self.cells) {
            let done = lead.change.is_some()
                && cell.quantity.is("mass")
                && self.text.get(..lead.change_end).is_some_and(|before| before.ends_with("减排"));
            if done {
                lead.subject.end = lead.subject.end.max(lead.change_end);
                lead.change = None;
            }
        }
        // 消费价格控制在3%以内: by how much they rise; 102.5% is the index.
        for (lead, cell) in self.leads.iter_mut().zip(&self.cells) {
            let named = self.text.get(lead.subject.clone()).unwrap_or_default().trim_end_matches('）');
            let risen = cell.quantity.is("percent") && cell.quantity.value.abs() < Decimal::from(50);
            if risen && lead.change.is_none() && lexicon::PRICES.ends(named).is_some() {
                lead.change = Some(1);
            }
        }
        // 提升10个小区: a word of growth before something counted is the verb of what was done to it.
        for i in 0..self.cells.len() {
            let counted = !self.is_change(i);
            if let Some(lead) = self.leads.get_mut(i)
                && lead.change.is_some()
                && counted
                && !lead.attains
            {
                let verb = self.text.get(lead.subject.end..lead.change_end);
                if verb != Some("加快") {
                    lead.subject.end = lead.subject.end.max(lead.change_end);
                }
                lead.change = None;
            }
        }
        self.sentence = sentence;
        self.first = self.drafts.len();
        let mut i = 0;
        while i < self.cells.len() {
            i += constructions::read(self, i).max(1);
        }
        super::basis::carry(
            self.text,
            self.sentence.start,
            self.drafts.get_mut(self.first..).unwrap_or_default(),
        );
    }

    /// The words of a byte range.
    pub fn words(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// The cell and its lead.
    pub fn at(&self, i: usize) -> Option<(&Cell<'a>, &Lead)> {
        Some((self.cells.get(i)?, self.leads.get(i)?))
    }

    /// The name that stands before the number.
    pub fn subject(&self, i: usize) -> &'a str {
        self.leads.get(i).map_or("", |lead| trim(self.words(lead.subject.clone())))
    }

    /// The words that follow the number.
    pub fn tail(&self, i: usize) -> &'a str {
        self.cells.get(i).map_or("", |cell| trim(self.words(cell.tail.clone())))
    }

    /// The clauses without numbers before the cell, in the same sentence.
    pub fn intro(&self, i: usize) -> &'a str {
        self.cells.get(i).map_or("", |cell| self.words(cell.intro.clone()))
    }

    /// Whether the number of this cell is a change.
    pub fn is_change(&self, i: usize) -> bool {
        let Some((cell, lead)) = self.at(i) else { return false };
        let quantity = cell.quantity;
        if quantity.is("points") || quantity.is("multiple") || quantity.is("doubling") {
            return true;
        }
        if lead.change.is_none() {
            return false;
        }
        // 增加30个停车位 counts parking places; 标准提高30元 is a change.
        quantity.is("percent")
            || quantity.measure.is_none() && quantity.unit.is_empty()
            || cell.tail.is_empty()
    }

    /// How many cells from `i` on carry numbers of one list: 8.22万吨、19.35万吨、0.79万吨.
    pub fn run(&self, i: usize) -> usize {
        let dimension = |cell: &Cell<'_>| cell.quantity.measure.map(|unit| unit.dimension);
        let Some((first, _)) = self.at(i) else { return 0 };
        self.run_while(i, |cell| dimension(cell) == dimension(first))
    }

    /// The same, whatever they measure: 35万亩、15万吨.
    pub fn run_of_any(&self, i: usize) -> usize {
        self.run_while(i, |_| true)
    }

    fn run_while(&self, i: usize, fits: impl Fn(&Cell<'a>) -> bool) -> usize {
        let mut n = usize::from(self.at(i).is_some());
        while let Some((cell, lead)) = self.at(i + n).filter(|_| n > 0) {
            let previous_tail = self.tail(i + n - 1);
            let blank =
                lead.subject.is_empty() && !lead.attains && lead.change.is_none() && !lead.respectively;
            if cell.gap != Gap::Pause || !fits(cell) || !blank || !previous_tail.is_empty() {
                break;
            }
            n += 1;
        }
        n
    }

    /// The drafts of this sentence.
    pub fn here(&self) -> &[Draft] {
        self.drafts.get(self.first..).unwrap_or_default()
    }

    /// The last draft of this sentence, past the rank or the milestone that was told of it (388亿元、全市第三，增长7%).
    pub fn last_here(&mut self) -> Option<&mut Draft> {
        let first = self.first;
        self.drafts
            .get_mut(first..)?
            .iter_mut()
            .rfind(|draft| !matches!(draft.construction, "rank" | "milestone"))
    }

    /// Where the words of a cell begin that belong to its statement.
    pub fn start(&self, i: usize) -> usize {
        self.at(i).map_or(0, |(cell, lead)| {
            if lead.subject.is_empty() { cell.quantity.range.start } else { lead.subject.start }
        })
    }
}

/// Numbers that only describe what another number counts are not cells of their own: 500万元以上项目121个,
/// 39个1—10亿元重点项目, 3岁以下婴幼儿.
fn merge_descriptions<'a>(text: &str, cells: Vec<Cell<'a>>) -> Vec<Cell<'a>> {
    let mut out: Vec<Cell<'a>> = Vec::with_capacity(cells.len());
    // Where the words of the next cell begin, if a description was taken into them.
    let mut carried: Option<(Range<usize>, Gap, Range<usize>)> = None;
    let mut cells = cells.into_iter().peekable();
    while let Some(mut cell) = cells.next() {
        if let Some((lead, gap, intro)) = carried.take() {
            cell.lead = lead.start..cell.quantity.range.start;
            cell.gap = gap;
            cell.intro = intro;
        }
        // 11所幼儿园开办2—3岁托班: an age inside the words behind a number.
        if cell.gap == Gap::Direct
            && cell.quantity.is("age")
            && let Some(previous) = out.last_mut()
        {
            previous.tail.end = cell.tail.end;
            continue;
        }
        let next_direct =
            cells.peek().is_some_and(|next| next.gap == Gap::Direct && !next.quantity.attributive);
        let adjacent = out.last().is_some_and(|previous: &Cell<'a>| {
            cell.gap == Gap::Direct
                && previous.quantity.range.end == cell.quantity.range.start
                && previous.quantity.measure.is_some_and(|u| u.counts)
                && cell.quantity.is_money()
                && !cell.tail.is_empty()
        });
        if adjacent {
            if let Some(previous) = out.last_mut() {
                previous.tail = cell.quantity.range.start..cell.tail.end;
            }
            continue;
        }
        let tail = text.get(cell.tail.clone()).unwrap_or_default();
        // 超1亿美元项目3个, 过5亿元项目不少于3个
        let sized = (cell.quantity.is_money()
            || cell.quantity.measure.is_none() && cell.quantity.unit.ends_with('亿'))
            && cell.quantity.range.start < cell.quantity.core.start
            && !tail.starts_with('的');
        // 500米公交站点覆盖率达90%
        let reach = cell.quantity.is("length")
            && (cell.lead.is_empty()
                || lexicon::ATTAIN.has(text.get(cell.lead.clone()).unwrap_or_default().trim()))
            && cells.peek().is_some_and(|next| next.quantity.is("percent"))
            && !tail.starts_with('的');
        // 公交站点500米覆盖率达90%
        let covered = cell.quantity.is("length")
            && cells.peek().is_some_and(|next| {
                next.gap == Gap::Direct
                    && text.get(next.lead.clone()).is_some_and(|lead| lead.starts_with("覆盖率"))
            });
        // 注册资本1亿元以上8家, 600分以上120人: which are counted.
        let class = cell.quantity.range.end > cell.quantity.core.end
            && !cell.quantity.measure.is_some_and(|unit| unit.counts || unit.dimension == "persons")
            && cells.peek().is_some_and(|next| {
                next.gap == Gap::Direct
                    && next.quantity.range.start == cell.quantity.range.end
                    && next.quantity.measure.is_some_and(|unit| unit.counts || unit.dimension == "persons")
            });
        // 位列全国337个城市第17位: among how many.
        let among = cell.quantity.measure.is_some_and(|unit| unit.counts)
            && lexicon::PLACE.ends(text.get(cell.lead.clone()).unwrap_or_default()).is_some()
            && cells.peek().is_some_and(|next| {
                next.gap == Gap::Direct && next.quantity.form == crate::quantities::Form::Rank
            });
        // 超10亿元的企业达20家, 50万元以上的村38个: how large those are that are counted.
        let sizes = cell.quantity.bound != Bound::Exact
            && !cell.quantity.is("percent")
            && !cell.quantity.measure.is_some_and(|unit| unit.counts)
            && tail.starts_with('的')
            && !tail.contains(['、', '，'])
            && cells.peek().is_some_and(|next| {
                let invested = text.get(cell.lead.clone()).is_some_and(|lead| lead.contains("投资"));
                next.gap == Gap::Direct
                    && (next.tail.is_empty() || !invested && next.lead.is_empty())
                    && next.quantity.measure.is_some_and(|unit| unit.counts || unit.dimension == "duration")
            });
        let which = among || (cell.quantity.attributive || sized || reach) && !tail.is_empty() && next_direct;
        // 万人社区21个、5000人社区30个: so does how many live there.
        let peopled = cell.quantity.is("persons")
            && lexicon::SIZED_BY_PEOPLE.has(tail)
            && next_direct
            && cells.peek().is_some_and(|next| next.quantity.measure.is_some_and(|unit| unit.counts));
        if which || class || sizes || peopled || covered {
            carried = Some((cell.lead.start..cell.quantity.range.end, cell.gap, cell.intro.clone()));
            continue;
        }
        out.push(cell);
    }
    out
}
