//! What stands about an article on a web page: navigation, where it is filed, who wrote it and how many read it,
//! a repeated abstract, lists of other articles, who owns the site.
//!
//! Lines are judged by their form and by the labels of `data/shell.txt`, and only before the first paragraph and
//! after the last: between them everything is text.

use super::buffer::{Glyph, Log, source_of};
use super::lines::ends_sentence;
use super::white_space;

/// The kind under which it is reported.
pub const KIND: &str = "web_shell";

static LABELS: &str = include_str!("../../data/shell.txt");
/// A line of a shell is not longer than this.
const LONGEST: usize = 120;
/// Sentences of this length are text.
const PARAGRAPH: usize = 30;
/// So far from the beginning a shell may reach.
const HEAD: usize = 80;
/// So many characters of an abstract have to come back in the text.
const ABSTRACT: usize = 40;
/// So many lines at most are held against it.
const ABSTRACTS: usize = 4;

/// Takes the shell's lines out.
#[inline(never)]
pub fn repair(glyphs: Vec<Glyph>, log: &mut Log) -> Vec<Glyph> {
    if !log.allows(KIND) {
        return glyphs;
    }
    let labels: Vec<&str> = LABELS.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).collect();
    let lines: Vec<Article> =
        glyphs.split(|g| g.ch == '\n').map(|line| Article { line, labels: &labels }).collect();
    let mut shell = vec![false; lines.len()];
    head(&lines, &mut shell);
    tail(&lines, &mut shell);
    if !shell.contains(&true) {
        return glyphs;
    }
    let mut out: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let mut run: Option<(crate::model::Span, usize)> = None;
    let mut from = 0;
    for (line, is_shell) in lines.iter().zip(&shell) {
        let end = from + line.line.len();
        if *is_shell {
            let source = source_of(line.line);
            run = Some(run.map_or((source, 1), |(span, count)| (span.cover(source), count + 1)));
        } else {
            tell(log, run.take());
            out.extend(glyphs.get(from..(end + 1).min(glyphs.len())).unwrap_or_default());
        }
        from = end + 1;
    }
    tell(log, run);
    while out.last().is_some_and(|g| g.ch == '\n') {
        out.pop();
    }
    out
}

fn tell(log: &mut Log, run: Option<(crate::model::Span, usize)>) {
    if let Some((source, count)) = run {
        log.tell(KIND, source, format!("{count} lines"));
    }
}

/// Before the first paragraph.
fn head(lines: &[Article], shell: &mut [bool]) {
    let end = lines.iter().take(HEAD).position(|l| l.is_paragraph() && !l.is_label()).unwrap_or(0);
    let mut first_label = None;
    for i in 0..end {
        let Some(line) = lines.get(i) else { break };
        if line.is_label() || line.is_breadcrumb() {
            first_label = first_label.or(Some(i));
            mark(shell, i);
        } else if line.is_value() && i > 0 && shell.get(i - 1) == Some(&true) {
            mark(shell, i);
        }
    }
    // A shell's first paragraph may say what the text says, once more.
    let abstracts = (0..=end).filter_map(|i| Some((i, lines.get(i)?.abstract_words()?)));
    let below = |i: usize| -> String { lines.iter().skip(i + 1).map(Article::text).collect() };
    let repeats = abstracts.take(ABSTRACTS).filter(|(i, words)| below(*i).contains(words));
    for i in repeats.map(|(i, _)| i).collect::<Vec<_>>() {
        mark(shell, i);
        if i == end {
            // The text itself begins below: its head may hold labels too, but no navigation.
            return;
        }
    }
    // Between two lines of a shell a link belongs to it.
    let links = |i: usize| lines.get(i).is_some_and(Article::is_link);
    for i in (1..end).filter(|i| links(*i)).collect::<Vec<_>>() {
        let next = (i + 1..end).find(|j| !links(*j) || shell.get(*j) == Some(&true));
        if shell.get(i - 1) == Some(&true) && next.is_some_and(|j| shell.get(j) == Some(&true)) {
            mark(shell, i);
        }
    }
    // Navigation: short lines before the first label.
    if let Some(first) = first_label {
        let links: Vec<usize> = (0..first).filter(|i| lines.get(*i).is_some_and(Article::is_link)).collect();
        if links.len() >= 3 {
            links.into_iter().for_each(|i| mark(shell, i));
        }
    }
}

/// After the last paragraph.
fn tail(lines: &[Article], shell: &mut [bool]) {
    let after = lines.iter().rposition(|l| l.is_paragraph() && !l.is_label()).map_or(lines.len(), |i| i + 1);
    let is_shell = |l: &Article| l.is_label() || l.is_breadcrumb() || l.is_foreign();
    let rest = lines.get(after..).unwrap_or_default();
    let Some(first) = rest.iter().position(is_shell) else { return };
    let rest = rest.get(first..).unwrap_or_default();
    let sure = rest.iter().filter(|l| is_shell(l)).count();
    // With few labels, other lines may be those of a table or a list.
    let all = sure >= 4 || sure * 2 >= rest.len();
    for (i, line) in rest.iter().enumerate() {
        if all || is_shell(line) {
            mark(shell, after + first + i);
        }
    }
}

fn mark(shell: &mut [bool], i: usize) {
    if let Some(place) = shell.get_mut(i) {
        *place = true;
    }
}

/// One line, as part of an article or not.
struct Article<'a> {
    line: &'a [Glyph],
    labels: &'a [&'a str],
}

impl Article<'_> {
    fn text(&self) -> String {
        self.line.iter().map(|g| g.ch).filter(|c| !white_space::is_white(*c)).collect()
    }

    fn is_paragraph(&self) -> bool {
        let sentence = self.line.iter().any(|g| matches!(g.ch, '。' | '，' | '；'));
        let ends = self.line.last().is_some_and(|g| ends_sentence(g.ch));
        self.line.len() >= PARAGRAPH && (sentence || ends)
    }

    /// A label at the beginning, or before a colon.
    fn is_label(&self) -> bool {
        if self.line.is_empty() || self.line.len() > LONGEST || self.line.iter().any(|g| g.ch == '。') {
            return false;
        }
        let text = self.text();
        let bare = text.trim_start_matches(['【', '[', '「', '|', '｜', '(', '（', '>', '·', '•']);
        let begins = self.labels.iter().any(|label| {
            bare.strip_prefix(label).is_some_and(|rest| {
                let next = rest.chars().next();
                let alone = next.is_none() && label.chars().count() >= 3;
                let colon = alone || matches!(next, Some('：' | ':' | '】' | ']' | '|' | '｜' | '，' | '/'));
                // Two characters may begin any heading; longer labels hardly do.
                colon || label.chars().count() >= 4 && rest.chars().count() <= 24
            })
        });
        let within = || {
            let parts = text.split(['：', ':']);
            let count = text.matches(['：', ':']).count();
            count > 0 && parts.take(count).any(|part| self.labels.iter().any(|label| part.ends_with(label)))
        };
        let dated = || self.line.iter().take(4).all(|g| g.ch.is_ascii_digit());
        begins
            || (dated() || text.matches(['：', ':']).count() >= 2) && within()
            || text.contains("ICP备")
            || text.contains("版权所有")
    }

    /// 首页 > 政府信息公开 > 政府工作报告
    fn is_breadcrumb(&self) -> bool {
        let steps = self.line.iter().filter(|g| matches!(g.ch, '>' | '»' | '›' | '＞')).count();
        self.line.len() <= LONGEST
            && (steps >= 2 || steps == 1 && self.line.len() <= 30)
            && !self.is_paragraph()
    }

    /// What stands in a line of its own after a label: 350, 2023-07-29.
    fn is_value(&self) -> bool {
        let plain =
            |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | ':' | '年' | '月' | '日' | '次' | ' ');
        self.line.len() <= 20 && !self.line.is_empty() && self.line.iter().all(|g| plain(g.ch))
    }

    /// A few characters without marks or numbers, that do not name a report.
    fn is_link(&self) -> bool {
        let plain = self.line.iter().all(|g| g.ch.is_alphanumeric() && !g.ch.is_ascii_digit());
        (1..=8).contains(&self.line.len()) && plain && !self.text().ends_with("报告")
    }

    /// Only Latin letters.
    fn is_foreign(&self) -> bool {
        let letters = self.line.iter().all(|g| g.ch.is_ascii_alphabetic() || g.ch == ' ');
        (3..=40).contains(&self.line.len()) && letters
    }

    fn is_cut_off(&self) -> bool {
        let dots = self.line.iter().rev().take_while(|g| g.ch == '.').count();
        dots >= 3 || self.line.last().is_some_and(|g| g.ch == '…')
    }

    /// The first words of a line that is cut off or stands behind a label, as abstracts do.
    fn abstract_words(&self) -> Option<String> {
        let text = self.text();
        let labelled = text.split_once(['：', ':']).filter(|(label, _)| self.labels.contains(label));
        let words = labelled.map(|(_, words)| words).or(self.is_cut_off().then_some(&*text))?;
        let (end, _) = words.char_indices().nth(ABSTRACT)?;
        words.get(..end).map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use crate::repair::repair;

    fn repaired(pasted: &str) -> String {
        repair(pasted, &Default::default()).text
    }

    const TITLE: &str = "2024年政府工作报告";
    const TEXT: &str =
        "现在，我代表县人民政府向大会报告工作，请予审议，并请各位政协委员和其他列席人员提出意见。";

    #[test]
    fn a_shell_goes_and_the_article_stays() {
        let pasted = format!(
            "首页\n信息公开\n政务服务\n当前位置：首页 > 信息公开 > 工作报告\n{TITLE}\n时间：2024-02-06 来源：政府办 阅读：\n350\n\
             各位代表：\n{TEXT}\n附件：1.指标完成情况表\n【打印】【关闭窗口】\n上一篇：某县2023年政府工作报告\n相关文章\n\
             07-29\n某县2022年政府工作报告\n版权所有：某县人民政府 某ICP备123号"
        );
        assert_eq!(repaired(&pasted), format!("{TITLE}\n各位代表：\n{TEXT}\n附件：1.指标完成情况表"));
    }

    #[test]
    fn an_abstract_that_comes_back_goes() {
        let pasted = format!("{TITLE}\n内容摘要：\n各位代表：{TEXT}......\n各位代表：\n{TEXT}\n{TEXT}");
        assert_eq!(repaired(&pasted), format!("{TITLE}\n各位代表：\n{TEXT}\n{TEXT}"));
        // From the middle of the text, behind a label, with or without dots at its end.
        for dots in ["", "……"] {
            let middle = "过去一年，我们坚持稳中求进工作总基调，全力稳增长、促改革、调结构、惠民生、防风险，社会大局和谐稳定。";
            let pasted = format!("{TITLE}\n摘要：{middle}{dots}\n各位代表：\n{TEXT}\n{middle}");
            assert_eq!(repaired(&pasted), format!("{TITLE}\n各位代表：\n{TEXT}\n{middle}"));
        }
    }

    #[test]
    fn the_head_and_the_annex_of_a_report_stay() {
        for text in [
            format!(
                "政府工作报告\n——2024年1月5日在县第十八届人民代表大会第四次会议上\n县长 张三\n各位代表：\n{TEXT}"
            ),
            format!("{TITLE}\n{TEXT}\n附件\n序号\n项目\n来源\n1\n新建学校\n财政"),
            format!("{TITLE}\n{TEXT}\n名词解释\n1.点状供地：指按建筑物的实际用地需求实行灵活供地"),
        ] {
            assert_eq!(repaired(&text), text);
        }
    }
}
