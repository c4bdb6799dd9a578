mod frames;

use crate::catalogue;
use crate::checks::facts::{Facts, Series};
use crate::checks::finding::Finding;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Observation, Verdict};
use crate::repair::continuity::follows;
use frames::Place;
use std::collections::BTreeMap;

/// One name in two spellings, a character apart.
pub struct NameVariants;

const INFO: RuleInfo = RuleInfo {
    id: "name-variants",
    name: Words { zh: "名称两写", en: "One name, two spellings" },
    promises: Words {
        zh: "四个字中只差一个读音相同（或译音相近）的字，又不是两个常用词时，给出提示；“六个”“六大”后面跟同样的词，或指标名中间多出两个字，也提示。",
        en: "A note where four characters differ in one alone that sounds the same (or spells the same foreign sound) and not both are ordinary words; also where the same number of the same things is 个 here and 大 there, and where an indicator's name has a word more in one place.",
    },
    assumes: Words {
        zh: "同一份报告里前后文相同的两种写法指同一事物。",
        en: "Two spellings within the same characters in one report mean one thing.",
    },
    wrong_when: Words {
        zh: "确有读音相近的两个名称，或有意用谐音。首字、末字不同的，只在旁边有标点或虚词隔开、且另一种写法成词时指出。",
        en: "When there are two names that sound alike, or a pun is meant. A first or last character is told only where a mark or a grammar word stands beside it and the other spelling is a word.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n云栖胜境酒店开工建设。\n二、2024年重点工作\n推进云栖圣境酒店建成开业。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n完成阿尔格林河治理。\n二、2024年重点工作\n加强阿里格林河生态保护。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n持续增进民生福利。\n二、2024年重点工作\n不断提升民生福礼。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n聚焦“五个千亿级”产业。\n二、2024年重点工作\n锚定“五大千亿级”产业。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n一般公共预算收入8.21亿元，增长16.3%。\n二、2024年重点工作\n2024年，一般公共财政预算收入增长13%。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n新兴产业加快发展。\n二、2024年重点工作\n支持创新型产业集群，发展新型产业。",
            verdict: None,
        },
        Example {
            text: "一、2023年工作回顾\n推动服务重心下移。\n二、2024年重点工作\n建设服务中心下属站点。",
            verdict: None,
        },
    ],
}
.without_its_page();

/// Ordinary words that sound alike and that no reader takes for one another.
const ORDINARY: &[&str] = &[
    "新兴", "新型", "重心", "中心", "民俗", "民宿", "网点", "网店", "实验", "试验", "高校", "高效", "实事",
    "时事", "法治", "法制", "权利", "权力", "形式", "形势", "定制", "制定", "指定", "监管", "建管", "联通",
    "连通", "升级", "省级", "智造", "制造", "示范", "师范", "水利", "水力", "工业", "公益", "园区", "院区",
];
/// How strongly characters of an ordinary word follow one another.
const FIRM: i32 = 8;
/// So many spellings of one frame are compared: the cost stays linear, and more is no name.
const MOST: usize = 6;

impl Rule for NameVariants {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        // A name longer than four has several frames; the first tells it.
        let mut told: BTreeMap<(usize, usize), [Place; 2]> = BTreeMap::new();
        let places = frames::filled_twice(&facts.lines);
        for frame in places.chunk_by(|a, b| a.frame == b.frame) {
            let mut fillings: Vec<&Place> = Vec::new();
            for place in frame {
                if fillings.len() < MOST && fillings.iter().all(|p| p.filling() != place.filling()) {
                    fillings.push(place);
                }
            }
            for (n, one) in fillings.iter().enumerate() {
                for other in fillings.iter().skip(n + 1).filter(|other| variants(one, other)) {
                    told.insert((one.at, other.at), [**one, **other]);
                }
            }
        }
        let mut last = None;
        for ((first, second), [one, other]) in told {
            // Frames of one name begin a character apart at both places.
            let overlaps = |(a, b): (usize, usize)| first - a <= 9 && second.abs_diff(b) <= 9;
            if !last.is_some_and(overlaps) {
                let more = alike_after(facts, first, second);
                let name = |four: [char; 4]| four.iter().collect::<String>() + more;
                found.push(note(facts, (name(one.four), first), (name(other.four), second)));
            }
            last = Some((first, second));
        }
        found.extend(
            facts.series.iter().filter(|s| s.known && !s.additive).filter_map(|s| indicator(facts, s)),
        );
    }
}

/// The catalogue's own name of an indicator, and the same with a word let in.
fn indicator(facts: &Facts<'_>, series: &Series<'_>) -> Option<Check> {
    let official = series.all.first()?.indicator.as_deref().and_then(catalogue::get)?.zh;
    let place = |o: &Observation| {
        let span = facts.report.text.range(o.span);
        // A name put together from several words stands nowhere.
        let at = facts.words(span.clone()).find(o.name.as_str())?;
        Some((o.name.clone(), span.start + at))
    };
    let plain = series.all.iter().filter(|o| o.name == official).find_map(|o| place(o))?;
    let longer = series.all.iter().filter(|o| has_word_in(&o.name, official)).find_map(|o| place(o))?;
    Some(note(facts, plain, longer))
}

/// Whether a name is another with a word of two characters let in, not at its ends.
fn has_word_in(longer: &str, name: &str) -> bool {
    let (long, short): (Vec<char>, Vec<char>) = (longer.chars().collect(), name.chars().collect());
    let more = long.len().saturating_sub(short.len());
    let before = long.iter().zip(&short).take_while(|(a, b)| a == b).count();
    let after = long.iter().rev().zip(short.iter().rev()).take_while(|(a, b)| a == b).count();
    more == 2 && before >= 2 && after >= 2 && before + after >= short.len()
}

/// Whether two places that differ in a sound look like one name written twice.
fn variants(one: &Place, other: &Place) -> bool {
    let (first, second) = (one.filling(), other.filling());
    // 实实 is a word said twice.
    let doubled = |(before, after): (char, char)| [first, second].iter().any(|c| *c == before || *c == after);
    if doubled(one.beside) || doubled(other.beside) {
        return false;
    }
    let is_end = matches!(one.odd, 0 | 3);
    // At an end of the four it may belong to the word beside them.
    let outside = |place: &Place| if place.odd == 0 { place.beside.0 } else { place.beside.1 };
    let strange = |place: &Place| match place.odd {
        0 => !is_word(place.beside.0, place.filling()),
        3 => !is_word(place.filling(), place.beside.1),
        _ => true,
    };
    // Two ordinary words that sound alike, 新兴 and 新型, are two things.
    let word =
        |place: &Place| is_word(place.beside.0, place.filling()) || is_word(place.filling(), place.beside.1);
    if is_end {
        // Surely of the name only where a mark stands beside it, and surely wrong only where the other is a word.
        let parted = !frames::may_name(outside(one)) || !frames::may_name(outside(other));
        return parted && strange(one) && strange(other) && word(one) != word(other);
    }
    frames::is_counted(one) || !(word(one) && word(other))
}

/// Whether two characters make an ordinary word.
fn is_word(a: char, b: char) -> bool {
    follows(a, b) >= FIRM || ORDINARY.iter().any(|word| word.chars().eq([a, b]))
}

fn note(facts: &Facts<'_>, (one, first): (String, usize), (other, second): (String, usize)) -> Check {
    let title = (format!("“{one}”与“{other}”"), format!("{one} and {other}"));
    let message = (
        format!("一处写作“{one}”，另一处写作“{other}”。若指同一事物，应当统一。"),
        format!("{one} in one place and {other} in another. If they are one, one spelling should do."),
    );
    let span = |at: usize, words: &str| facts.report.text.span(at..at + words.len());
    Finding::new(&INFO, Verdict::Note, title)
        .message(message)
        .span(span(first, &one))
        .span(span(second, &other))
        .done()
}

/// The words after two spellings that are the same and still of the name.
fn alike_after<'a>(facts: &'a Facts<'_>, first: usize, second: usize) -> &'a str {
    // Four characters of three bytes are the spellings themselves.
    let after = |at: usize| facts.report.text.as_str().get(at + 12..).unwrap_or_default();
    let (one, other) = (after(first), after(second));
    let same = |(a, b): &(char, char)| a == b && frames::may_name(*a);
    let length = one.chars().zip(other.chars()).take(6).take_while(same).map(|(a, _)| a.len_utf8()).sum();
    one.get(..length).unwrap_or_default()
}
