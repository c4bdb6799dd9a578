use crate::checks::facts::Facts;
use crate::checks::finding::Finding;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Part, Span, Verdict};
use crate::outline::lines::Line;
use crate::outline::marks::{self, Style};
use crate::outline::numerals;
use crate::text::is_han;
use std::ops::Range;

/// A number of things against the things that are listed.
pub struct ListCount;

const INFO: RuleInfo = RuleInfo {
    id: "list-count",
    name: Words { zh: "列举与个数", en: "Things listed against their number" },
    promises: Words {
        zh: "“甲、乙和丙3个灌区”应列出三个名称；“抓好以下八个方面工作”之后应有八个标题；“办好十件民生实事”应有十条。个数一致为“相符”，不一致为“存疑”，民生实事条数不一致为“矛盾”。",
        en: "甲、乙和丙3个灌区 must name three; 八个方面工作 must be followed by eight headings; ten promises must be ten. Agreement is a pass, disagreement a caution, and for promises a conflict.",
    },
    assumes: Words {
        zh: "顿号和“和、及、与”分隔名称；带“等”的是举例，只有列出的比个数还多时才指出。",
        en: "、 and 和, 及, 与 divide names. Lists with 等 (such as) are open: only more names than the number are reported.",
    },
    wrong_when: Words {
        zh: "名称里本身有顿号或“和”，或个数说的不是所列的名称。",
        en: "When a name itself holds 、 or 和, or the number counts something else than the names.",
    },
    examples: &[
        Example {
            text: "二、2024年重点工作\n实施恰河、巩河南岸和团结大渠3个灌区续建配套工程。",
            verdict: Some(Verdict::Pass),
        },
        Example {
            text: "二、2024年重点工作\n实施恰河灌区、巩河南岸灌区和团结大渠灌区4个灌区续建配套工程。",
            verdict: Some(Verdict::Caution),
        },
        Example {
            text: "二、2024年重点工作\n实施恰河、巩河南岸和团结大渠等5个灌区续建配套工程。",
            verdict: None,
        },
        Example {
            text: "二、2024年重点工作\n今年办好三件民生实事：1.新建学校2所；2.新建农村公路60公里；3.改造老旧小区5个。",
            verdict: Some(Verdict::Pass),
        },
        Example {
            text: "二、2024年重点工作\n今年办好四件民生实事：1.新建学校2所；2.新建农村公路60公里；3.改造老旧小区5个。",
            verdict: Some(Verdict::Conflict),
        },
        Example {
            text: "二、2024年重点工作\n今年重点抓好四个方面工作：\n（一）抓项目。加快建设。\n（二）抓招商。加快引进。\n（三）抓服务。加快优化。",
            verdict: Some(Verdict::Caution),
        },
        Example { text: "二、2024年重点工作\n新建、改扩建学校12所。", verdict: None },
    ],
}
.without_its_page();

impl Rule for ListCount {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        promises(facts, found);
        for pair in facts.lines.windows(2) {
            if let [line, next] = pair {
                announced(facts, line, next, found);
            }
        }
        for line in &facts.lines {
            for clause in clauses(facts, line) {
                found.extend(named(facts, clause));
            }
        }
    }
}

fn count_check(verdict: Verdict, said: u32, listed: u32, what: (&str, &str), spans: [Span; 2]) -> Check {
    let (title, message) = if verdict == Verdict::Pass {
        (
            (
                format!("{}：说{said}，列{listed}", what.0),
                format!("{}: {said} said, {listed} listed", what.1),
            ),
            (format!("所说个数与所列一致，都是{said}。"), format!("Both are {said}.")),
        )
    } else {
        (
            (
                format!("{}：说{said}，只见{listed}", what.0),
                format!("{}: {said} said, {listed} listed", what.1),
            ),
            (
                format!("文中说{said}，列出的是{listed}。"),
                format!("The text says {said} and lists {listed}."),
            ),
        )
    };
    let [said_at, list] = spans;
    Finding::new(&INFO, verdict, title)
        .message(message)
        .span(said_at)
        .span(list)
        .expected(crate::checks::interval::Interval::exactly(said.into()), "", listed.into())
        .done()
}

/// 十件民生实事 against the list of promises.
fn promises(facts: &Facts<'_>, found: &mut Vec<Check>) {
    let lists = facts.report.commitments.chunk_by(|a, b| b.number == a.number + 1);
    for list in lists {
        let (Some(first), Some(last)) = (list.first(), list.last()) else { continue };
        let from = facts.report.text.byte(first.span.start);
        let listed = last.number;
        let near = facts.lines_before(from).into_iter().find_map(|(start, before)| {
            last_count(before, &["件", "项", "个"])
                .map(|(said, range)| (said, start + range.start..start + range.end))
        });
        let Some((said, said_at)) = near else { continue };
        let verdict = if said == listed { Verdict::Pass } else { Verdict::Conflict };
        let said_at = facts.report.text.span(said_at);
        let whole = first.span.cover(last.span);
        found.push(count_check(verdict, said, listed, ("民生实事", "Promises"), [said_at, whole]));
    }
}

/// 抓好以下八个方面工作： against the headings that follow.
fn announced(facts: &Facts<'_>, line: &Line<'_>, next: &Line<'_>, found: &mut Vec<Check>) {
    let Some(first) = marks::at_start(next.text).filter(|m| m.number == 1) else { return };
    if !line.text.ends_with(['：', ':', '。']) {
        return;
    }
    let last = crate::outline::lines::sentences(line.text).pop().unwrap_or(0..0);
    let Some(sentence) = line.text.get(last.clone()) else { return };
    let Some((said, range)) = last_count(
        sentence,
        &["个方面", "方面", "大任务", "项任务", "项工作", "项重点", "大行动", "大工程", "个重点"],
    ) else {
        return;
    };
    // 以下八个方面工作： announces; a number earlier in the sentence tells of something else.
    let tail = sentence.get(range.end..).unwrap_or_default();
    if tail.chars().count() > 7 || tail.contains('”') {
        return;
    }
    let Some(listed) = headings_from(facts, next.start, first.style) else { return };
    let start = line.start + last.start;
    let said_at = facts.report.text.span(start + range.start..start + range.end);
    let list = facts.report.text.span(next.start..next.start + first.len);
    let verdict = if said == listed { Verdict::Pass } else { Verdict::Caution };
    found.push(count_check(verdict, said, listed, ("以下几个方面", "Points announced"), [said_at, list]));
}

/// How many headings of the style follow one another from a place on, under one parent.
fn headings_from(facts: &Facts<'_>, start: usize, style: Style) -> Option<u32> {
    let at = facts.report.text.utf16(start);
    let sections = facts.report.sections;
    let first = sections.iter().position(|s| s.span.start == at)?;
    let parent = sections.get(first)?.parent;
    let mut count = 0;
    for section in sections.iter().skip(first).filter(|s| s.parent == parent) {
        let mark = marks::at_start(facts.report.text.slice(section.span))
            .filter(|m| m.style == style && m.number == count + 1);
        if mark.is_none() || section.part == Part::Annex {
            break;
        }
        count += 1;
    }
    (count >= 2).then_some(count)
}

/// The last number before one of the words: its value and its place with the word.
fn last_count(text: &str, words: &[&str]) -> Option<(u32, Range<usize>)> {
    let mut best: Option<(u32, Range<usize>)> = None;
    for word in words {
        for (at, _) in text.match_indices(word) {
            if let Some((number, start)) = number_before(text, at)
                && best.as_ref().is_none_or(|(_, range)| start > range.start)
            {
                best = Some((number, start..at + word.len()));
            }
        }
    }
    best.filter(|(number, _)| (2..=60).contains(number))
}

/// The counting number that ends at a byte offset, and where it begins.
fn number_before(text: &str, end: usize) -> Option<(u32, usize)> {
    let before = text.get(..end)?;
    let mut start = end;
    for (at, c) in before.char_indices().rev().take(4) {
        if !(c.is_ascii_digit() || numerals::is_han_count(c) || c == '两') {
            break;
        }
        start = at;
    }
    // 2.5个, 第三个 and 20多个 count nothing that is listed.
    let lead = before.get(..start)?.chars().next_back();
    if matches!(lead, Some('.' | '第' | '．' | '-' | '—' | '～' | '~')) {
        return None;
    }
    Some((numerals::count(text.get(start..end)?)?, start))
}

/// Clauses of a line that hold a list of names, with their places.
fn clauses(facts: &Facts<'_>, line: &Line<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut list) = (line.start, false);
    for (at, c) in facts.signs_of(line).iter().copied().chain([(line.end(), '。')]) {
        match c {
            '、' => list = true,
            '，' | '；' | '。' | '：' | '！' | ',' | ';' | ':' | '（' | '）' | '(' | ')' => {
                if list {
                    found.push(start..at);
                }
                (start, list) = (at + c.len_utf8(), false);
            }
            _ => {}
        }
    }
    found
}

fn is_measure(c: char) -> bool {
    matches!(c, '个' | '家' | '条' | '座' | '所' | '处' | '项' | '种' | '名' | '类' | '大' | '支' | '件')
}

/// 甲、乙和丙3个灌区: names before a number, in one clause.
fn named(facts: &Facts<'_>, clause: Range<usize>) -> Option<Check> {
    let text = facts.words(clause.clone());
    let (said, start, end) = first_count_behind_names(text)?;
    let names = text.get(..start)?;
    let last = names.rsplit('、').next().unwrap_or_default();
    let open = last.contains('等');
    let names = names.trim_end_matches('等').trim_end_matches("以及");
    let (least, most, solid) = count_names(names)?;
    let here =
        |range: Range<usize>| facts.report.text.span(clause.start + range.start..clause.start + range.end);
    let spans = [here(start..end), here(0..end)];
    let what = ("列举", "Listed names");
    if (least..=most).contains(&said) {
        return Some(count_check(Verdict::Pass, said, said, what, spans));
    }
    // Off by more than one, the number mostly counts something else; 十大 and 两项 belong to names.
    let close = said + 1 == least || said == most + 1;
    // 残疾人两项补贴 is a name.
    let counts = measure_counts(text, end)
        && (said > 2 || !text.get(..end).is_some_and(|t| t.ends_with(['项', '种'])));
    let closed = counts && !names.ends_with(['和', '及', '与']);
    let wrong = solid && close && closed && most >= 3 && (said < least || !open);
    wrong.then(|| count_check(Verdict::Caution, said, if said > most { most } else { least }, what, spans))
}

/// The first counting number with a measure word that stands directly behind a list: value, start, end with the measure.
fn first_count_behind_names(text: &str) -> Option<(u32, usize, usize)> {
    let first_divider = text.find('、')?;
    let measures = text.char_indices().filter(|(at, c)| *at > first_divider && is_measure(*c));
    for (at, measure) in measures {
        let behind = at + measure.len_utf8();
        // 3个灌区: what is counted follows. In 文旅项目8个 the number counts projects, not the names before it.
        let rest = text.get(behind..).unwrap_or_default();
        if !rest.starts_with(is_han) {
            continue;
        }
        if let Some((number, start)) =
            number_before(text, at).filter(|(n, start)| (2..=20).contains(n) && *start > first_divider)
        {
            return Some((number, start, behind));
        }
    }
    None
}

/// Whether the measure that ends at a byte offset counts things of their own, exactly that many.
fn measure_counts(text: &str, end: usize) -> bool {
    let own = text
        .get(..end)
        .is_some_and(|t| t.ends_with(['个', '家', '条', '座', '所', '处', '大', '类', '项', '种']));
    own && text.get(end..).is_some_and(|rest| !rest.starts_with("以上") && !rest.starts_with("以内"))
}

/// How many names a list holds, least and most (和 may be part of a name), and whether they look like names.
fn count_names(names: &str) -> Option<(u32, u32, bool)> {
    let quoted = names.matches(['“', '《', '"']).count() != names.matches(['”', '》', '"']).count();
    let items: Vec<&str> = names.split('、').collect();
    if items.len() < 2 || quoted || names.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let last = items.last()?;
    let joined = u32::try_from(last.matches(['和', '及', '与', '暨']).count()).ok()?;
    let least = u32::try_from(items.len()).ok()?;
    // 新建、改扩建 are verbs, not names.
    let middle = items.get(1..items.len() - 1).unwrap_or_default();
    let tail: Vec<&str> = last.split(['和', '及', '与', '暨']).collect();
    let named = || middle.iter().chain(&tail);
    let lengths = || named().map(|item| item.chars().count());
    let (shortest, longest) = (lengths().min()?, lengths().max()?);
    // The first has a verb before it. Names of one or two characters are of like length: 东、中、西, 甲山、乙山、丙山.
    let alike = longest - shortest <= 2 && items.first().is_some_and(|i| i.chars().count() >= shortest);
    let sized = longest <= 16 && (shortest >= 3 || shortest >= 1 && alike);
    let solid = sized && joined <= 1 && !named().any(|item| starts_with_verb(item));
    Some((least, least + joined, solid))
}

fn starts_with_verb(item: &str) -> bool {
    const VERBS: &[&str] = &[
        "新建",
        "改建",
        "扩建",
        "改扩建",
        "续建",
        "改造",
        "完成",
        "实施",
        "推进",
        "建设",
        "建成",
        "开工",
        "引进",
        "新增",
        "培育",
        "打造",
        "创建",
        "开展",
        "组织",
        "举办",
        "修建",
        "提升",
        "整治",
        "开通",
        "命名",
        "评为",
        "获评",
        "荣获",
        "入选",
        "落地",
        "签约",
        "启动",
    ];
    VERBS.iter().any(|verb| item.starts_with(verb) || item.ends_with(verb))
}
