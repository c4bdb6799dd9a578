use crate::checks::facts::Facts;
use crate::checks::finding::Finding;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Span, Verdict};
use crate::outline::lines::Line;
use crate::outline::marks::{self, Mark, Style};

/// Numbers of headings and items go up by one, in one style.
pub struct Numbering;

const INFO: RuleInfo = RuleInfo {
    id: "numbering",
    name: Words { zh: "序号", en: "Numbering" },
    promises: Words {
        zh: "同一层标题（一、（一）1.）和段内列举（一是、①）的序号应从一起逐个递增。跳号、重号为“存疑”，同一层混用两种样式为“提示”，三项以上完整的为“相符”。",
        en: "Headings of one level (一、（一）1.) and lists inside a paragraph (一是, ①) count up by one. A gap or a repeated number is a caution, two styles on one level a note, a complete list of three or more a pass.",
    },
    assumes: Words { zh: "粘贴时没有丢行。", en: "No line was lost in pasting." },
    wrong_when: Words {
        zh: "粘贴漏了一个标题，或标题与正文连成一行而没有认出。",
        en: "When a heading was lost in pasting, or ran into its paragraph and was not recognised.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n主要做了以下工作：一是抓项目；二是抓招商；三是抓服务。",
            verdict: Some(Verdict::Pass),
        },
        Example {
            text: "一、2023年工作回顾\n主要做了以下工作：一是抓项目；二是抓招商；四是抓服务。",
            verdict: Some(Verdict::Caution),
        },
        Example {
            text: "一、2023年工作回顾\n（一）抓项目。成效明显。\n（二）抓招商。成效明显。\n（二）抓服务。成效明显。",
            verdict: Some(Verdict::Caution),
        },
        Example {
            text: "2024年主要工作\n1、抓项目\n这一年项目建设全面提速，一批重大项目开工建设，投资结构持续优化，发展后劲不断增强，经济运行稳中向好。\n2、抓招商\n招商引资成效明显。\n三、抓服务\n服务更加优化。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n三农工作成效明显，第二产业平稳增长。", verdict: None
        },
    ],
}
.without_its_page();

/// A list that is being read.
#[derive(Debug, Clone, Copy)]
struct List {
    style: Style,
    last: u32,
    items: u32,
    begins: Span,
    /// Its latest mark.
    ends: Span,
}

/// What is wrong between two neighbouring numbers.
enum Fault {
    Gap(u32, u32),
    Repeat(u32),
}

impl Rule for Numbering {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        headings(facts, found);
        for line in &facts.lines {
            paragraph(facts, line, found);
        }
    }
}

/// Sections with the same parent, in order.
fn headings(facts: &Facts<'_>, found: &mut Vec<Check>) {
    // For each parent (and none) the list that its children are in.
    let sections = facts.report.sections;
    let mut open: Vec<Option<List>> = vec![None; sections.len() + 1];
    for section in sections {
        let words = facts.report.text.slice(section.span);
        let Some(mark) = marks::at_start(words) else { continue };
        let span = Span::new(section.span.start, section.span.start + heading_length(&mark, &section.title));
        let place = section.parent.map_or(0, |p| p as usize + 1);
        let Some(list) = open.get_mut(place) else { continue };
        *list = Some(match list.take() {
            Some(list) => next(facts, list, &mark, span, found),
            None => List { style: mark.style, last: mark.number, items: 1, begins: span, ends: span },
        });
    }
    found.extend(open.into_iter().flatten().filter_map(complete));
}

fn heading_length(mark: &Mark<'_>, title: &str) -> u32 {
    let units = mark.written.encode_utf16().count() + title.encode_utf16().count() + 1;
    u32::try_from(units).unwrap_or(u32::MAX)
}

fn next(facts: &Facts<'_>, list: List, mark: &Mark<'_>, span: Span, found: &mut Vec<Check>) -> List {
    let fresh = List { style: mark.style, last: mark.number, items: 1, begins: span, ends: span };
    let goes_on =
        List { style: mark.style, last: mark.number, items: list.items + 1, begins: list.begins, ends: span };
    if mark.style != list.style {
        if mark.number == list.last + 1 && mark.number > 1 {
            found.push(mixed(list, mark, span));
            return goes_on;
        }
        found.extend(complete(list));
        return fresh;
    }
    match mark.number {
        n if n == list.last + 1 => goes_on,
        1 => {
            found.extend(complete(list));
            fresh
        }
        n if n == list.last => {
            found.push(fault(&Fault::Repeat(n), list.ends, span));
            goes_on
        }
        n => {
            if n < list.last || !stands_between(facts, list, mark, span) {
                found.push(fault(&Fault::Gap(list.last, n), list.ends, span));
            }
            goes_on
        }
    }
}

/// Whether the number that is missing stands inside a paragraph: its line break was lost.
fn stands_between(facts: &Facts<'_>, list: List, mark: &Mark<'_>, span: Span) -> bool {
    let between = facts.report.text.slice(Span::new(list.ends.end, span.start));
    between.char_indices().any(|(at, _)| {
        let found = between.get(at..).and_then(marks::at_start);
        found.is_some_and(|m| m.style == mark.style && m.number + 1 == mark.number)
    })
}

/// Lists inside one paragraph: marks behind a pause.
fn paragraph(facts: &Facts<'_>, line: &Line<'_>, found: &mut Vec<Check>) {
    let mut open: Vec<List> = Vec::new();
    let mut skip_to = line.start;
    for at in beginnings(facts, line) {
        let rest = line.text.get(at - line.start..).filter(|_| at >= skip_to);
        let Some(mark) = rest.and_then(marks::at_start) else { continue };
        // Headings are read as sections; a number behind a pause is an item only in these styles.
        let first = at == line.start;
        if !matches!(mark.style, Style::First | Style::Circled | Style::DigitParen | Style::HanParen)
            || first && mark.style <= Style::Digit
        {
            continue;
        }
        skip_to = at + mark.len;
        step(&mut open, &mark, first, facts.report.text.span(at..skip_to), found);
    }
    found.extend(open.into_iter().filter(|list| list.items >= 3).filter_map(complete));
}

/// Where items may begin: at the front, at numbers in circles, and behind pauses and the white space there.
fn beginnings(facts: &Facts<'_>, line: &Line<'_>) -> Vec<usize> {
    let mut found = Vec::with_capacity(line.text.len() / 32 + 1);
    found.push(line.start);
    for (at, c) in facts.signs_of(line).iter().copied() {
        let pause = matches!(c, '。' | '；' | '：' | '，' | '！' | ';' | ':' | '、');
        if pause || c.is_whitespace() && found.last() == Some(&at) {
            found.push(at + c.len_utf8());
        } else if ('①'..='⑳').contains(&c) && found.last() != Some(&at) {
            found.push(at);
        }
    }
    found
}

/// A list may hold a list: 3 behind 1, 2, 1, 2 goes on with the inner one or the outer one.
fn step(open: &mut Vec<List>, mark: &Mark<'_>, at_start: bool, span: Span, found: &mut Vec<Check>) {
    let goes_on = open.iter().rposition(|l| l.style == mark.style && l.last + 1 == mark.number);
    if let Some(place) = goes_on {
        for closed in open.drain(place + 1..) {
            found.extend(Some(closed).filter(|l| l.items >= 3).and_then(complete));
        }
        if let Some(list) = open.last_mut() {
            list.last = mark.number;
            list.items += 1;
        }
        return;
    }
    let same = open.iter().rposition(|l| l.style == mark.style);
    // A paragraph may go on with the list of the one before it.
    if mark.number == 1 || same.is_none() && (at_start || open.is_empty()) {
        open.push(List { style: mark.style, last: mark.number, items: 1, begins: span, ends: span });
        return;
    }
    let Some(list) = same.and_then(|place| open.get_mut(place)) else { return };
    let wrong = if list.last == mark.number {
        Fault::Repeat(mark.number)
    } else {
        Fault::Gap(list.last, mark.number)
    };
    found.push(fault(&wrong, list.ends, span));
    list.last = mark.number;
    list.items += 1;
}

fn fault(fault: &Fault, before: Span, span: Span) -> Check {
    let (title, message) = match *fault {
        Fault::Gap(last, number) => (
            (format!("序号由{last}到{number}，不连续"), format!("Numbers jump from {last} to {number}")),
            (
                format!("第{last}项之后是第{number}项。漏了一项，或序号写错。"),
                format!("Item {last} is followed by item {number}: one is missing, or the number is wrong."),
            ),
        ),
        Fault::Repeat(number) => (
            (format!("序号{number}出现两次"), format!("Number {number} stands twice")),
            (format!("同一列举中有两个第{number}项。"), format!("The list has two items numbered {number}.")),
        ),
    };
    Finding::new(&INFO, Verdict::Caution, title).message(message).span(span).span(before).done()
}

fn mixed(list: List, mark: &Mark<'_>, span: Span) -> Check {
    let title = ("同一层标题混用两种序号".to_owned(), "Two styles of number on one level".to_owned());
    let message = (
        format!("第{}项与第{}项的序号样式不同。", list.last, mark.number),
        format!("Items {} and {} are numbered in different styles.", list.last, mark.number),
    );
    Finding::new(&INFO, Verdict::Note, title).message(message).span(span).span(list.ends).done()
}

fn complete(list: List) -> Option<Check> {
    (list.items >= 3 && list.items == list.last).then(|| {
        let title =
            (format!("序号完整：共{}项", list.items), format!("Numbering complete: {} items", list.items));
        Finding::new(&INFO, Verdict::Pass, title)
            .message((
                format!("从第1项到第{}项连续。", list.last),
                format!("From 1 to {} without a gap.", list.last),
            ))
            .span(list.begins)
            .done()
    })
}
