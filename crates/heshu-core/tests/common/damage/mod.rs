//! Inflicts on clean paragraphs what pastes inflict. Everything is drawn from a seed, so that a failure
//! can be made again.

/// Draws numbers from a seed.
#[derive(Clone)]
pub struct Dice(u64);

impl Dice {
    /// The same seed gives the same numbers.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x2545_f491_4f6c_dd1d)
    }

    /// One of `0..n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n.max(1)
    }

    /// One of `low..=high`.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    /// One of these.
    pub fn text(&mut self, from: &[&'static str]) -> &'static str {
        from[self.below(from.len())]
    }

    /// True once in `n`.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// What happens to a text, by the name under which it is measured.
pub const KINDS: &[&str] = &[
    "wrapped",
    "wrapped_blank_lines",
    "wrapped_indents",
    "wrapped_anywhere",
    "page_numbers",
    "running_heads",
    "reversed_page",
    "reversed_no_marks",
    "two_columns",
    "spaced_lines",
    "number_spaces",
    "odd_spaces",
    "full_width",
    "radicals",
    "invisible",
    "line_breaks",
    "literal_breaks",
    "entities",
    "tags",
    "question_marks",
    "web_shell",
    "misread_digits",
    "mixture",
];

/// Damages the paragraphs in one way.
pub fn inflict(kind: &str, paragraphs: &[String], dice: &mut Dice) -> String {
    let joined = || paragraphs.join("\n");
    match kind {
        "wrapped" => Page::plain(dice).set(paragraphs, dice),
        "wrapped_blank_lines" => Page { blank_lines: true, ..Page::plain(dice) }.set(paragraphs, dice),
        "wrapped_indents" => Page { indent: Indent::Kept, ..Page::plain(dice) }.set(paragraphs, dice),
        "wrapped_anywhere" => Page { strict: false, ..Page::plain(dice) }.set(paragraphs, dice),
        "page_numbers" => Page { marks: *dice.pick(&NUMBERS), ..Page::plain(dice) }.set(paragraphs, dice),
        "running_heads" => Page { marks: Marks::RunningHead, ..Page::plain(dice) }.set(paragraphs, dice),
        "reversed_page" => {
            let marks = *dice.pick(&[Marks::FormFeed, Marks::Gap, Marks::FormFeed, Marks::Number]);
            let blank_lines = marks == Marks::Gap;
            Page { marks, blank_lines, disorder: Disorder::Reversed, ..Page::plain(dice) }
                .set(paragraphs, dice)
        }
        "reversed_no_marks" => {
            Page { disorder: Disorder::Reversed, ..Page::plain(dice) }.set(paragraphs, dice)
        }
        "two_columns" => {
            let marks = *dice.pick(&[Marks::FormFeed, Marks::None]);
            let width = dice.between(14, 24);
            Page { marks, width, disorder: Disorder::Columns, ..Page::plain(dice) }.set(paragraphs, dice)
        }
        "spaced_lines" => Page { spaced: true, ..Page::plain(dice) }.set(paragraphs, dice),
        "number_spaces" => number_spaces(&joined()),
        "odd_spaces" => odd_spaces(&joined(), dice),
        "full_width" => full_width(&joined()),
        "radicals" => radicals(&joined(), dice),
        "invisible" => invisible(&joined(), dice),
        "line_breaks" => joined().replace('\n', dice.text(&["\r\n", "\r", "\u{85}", "\u{2028}", "\r\n\r\n"])),
        "literal_breaks" => joined().replace('\n', dice.text(&["\\r\\n", "\\n", "\\r\\n\\r\\n"])),
        "entities" => entities(&joined(), dice),
        "tags" => tags(paragraphs, dice),
        "question_marks" => question_marks(paragraphs),
        "web_shell" => web_shell(paragraphs, dice),
        "misread_digits" => misread_digits(&joined(), dice),
        _ => mixture(paragraphs, dice),
    }
}

fn mixture(paragraphs: &[String], dice: &mut Dice) -> String {
    let page = Page {
        marks: *dice.pick(&[Marks::None, Marks::FormFeed, Marks::Number, Marks::Dashed, Marks::RunningHead]),
        indent: *dice.pick(&[Indent::Kept, Indent::Lost, Indent::None]),
        disorder: *dice.pick(&[Disorder::None, Disorder::Reversed, Disorder::None]),
        strict: !dice.once_in(4),
        spaced: dice.once_in(3),
        ..Page::plain(dice)
    };
    let mut text = page.set(paragraphs, dice);
    if dice.once_in(3) {
        text = number_spaces(&text);
    }
    if dice.once_in(3) {
        text = radicals(&text, dice);
    }
    if dice.once_in(3) {
        text = invisible(&text, dice);
    }
    if dice.once_in(3) {
        text = text.replace('\n', "\r\n");
    }
    text
}

/// How the first line of a paragraph is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Indent {
    /// It is not.
    None,
    /// Two ideographic spaces.
    Kept,
    /// Two characters that the paste lost: the first line is shorter.
    Lost,
}

/// What stands between pages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// Nothing.
    None,
    /// A form feed.
    FormFeed,
    /// One blank line less than elsewhere, and a space.
    Gap,
    /// 12
    Number,
    /// — 12 —
    Dashed,
    /// 第12页 共30页
    OfTotal,
    /// A head on every page, and a form feed.
    RunningHead,
}

const NUMBERS: [Marks; 3] = [Marks::Number, Marks::Dashed, Marks::OfTotal];

/// What happened to the lines of some pages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Disorder {
    /// Nothing.
    None,
    /// They stand in reverse order.
    Reversed,
    /// The lines of two columns alternate.
    Columns,
}

/// How text was set on pages.
#[derive(Clone)]
pub struct Page {
    /// Characters a line.
    pub width: usize,
    /// Lines a page.
    pub lines: usize,
    /// A blank line after every line.
    pub blank_lines: bool,
    /// How paragraphs begin.
    pub indent: Indent,
    /// Numbers and words stay whole, and no line begins with a closing mark.
    pub strict: bool,
    /// Lines are as wide as they look, or hold so many characters.
    pub by_width: bool,
    /// What stands between pages.
    pub marks: Marks,
    /// What happened to some pages.
    pub disorder: Disorder,
    /// Some lines have a space after every character.
    pub spaced: bool,
}

impl Page {
    /// Pages with nothing wrong but that lines are broken.
    pub fn plain(dice: &mut Dice) -> Self {
        Self {
            width: dice.between(18, 46),
            lines: dice.between(20, 44),
            blank_lines: dice.once_in(4),
            indent: *dice.pick(&[Indent::None, Indent::Lost, Indent::Lost]),
            strict: true,
            by_width: !dice.once_in(4),
            marks: Marks::None,
            disorder: Disorder::None,
            spaced: false,
        }
    }

    /// The text as it is pasted from such pages.
    pub fn set(&self, paragraphs: &[String], dice: &mut Dice) -> String {
        let lines: Vec<String> = paragraphs.iter().flat_map(|p| self.wrap(p, dice)).collect();
        let pages: Vec<Vec<String>> = lines.chunks(self.lines).map(<[String]>::to_vec).collect();
        let total = pages.len();
        // The first, the middle, the last or any page, if it has enough lines.
        let disordered = [0, total / 2, total.saturating_sub(1), dice.below(total)];
        let disordered = *dice.pick(&disordered);
        let long = |page: Option<&Vec<String>>| page.is_some_and(|p| p.len() >= 12);
        let disordered = if long(pages.get(disordered)) { disordered } else { 0 };
        let between = if self.blank_lines { "\n\n" } else { "\n" };
        let mut out = String::new();
        for (i, mut page) in pages.into_iter().enumerate() {
            if i == disordered {
                match self.disorder {
                    Disorder::Reversed => page.reverse(),
                    Disorder::Columns => page = interleave(&page),
                    Disorder::None => {}
                }
            }
            if self.spaced {
                for line in page.iter_mut().filter(|_| dice.once_in(4)) {
                    *line = space_out(line);
                }
            }
            let first = i == 0;
            match self.marks {
                Marks::RunningHead if !first => out.push_str(&format!("\u{c}某某县人民政府文件{between}")),
                Marks::RunningHead => out.push_str(&format!("某某县人民政府文件{between}")),
                Marks::FormFeed if !first => out.push('\u{c}'),
                Marks::Gap if !first => {
                    out.truncate(out.trim_end_matches('\n').len());
                    out.push_str("\n ");
                }
                _ => {}
            }
            out.push_str(&page.join(between));
            out.push_str(between);
            match self.marks {
                Marks::Number => out.push_str(&format!("{}{between}", i + 1)),
                Marks::Dashed => out.push_str(&format!("— {} —{between}", i + 1)),
                Marks::OfTotal => out.push_str(&format!("第{}页 共{total}页{between}", i + 1)),
                _ => {}
            }
        }
        out
    }

    fn wrap(&self, paragraph: &str, dice: &mut Dice) -> Vec<String> {
        let chars: Vec<char> = paragraph.chars().collect();
        let width_of = |c: char| if self.by_width && u32::from(c) < 0x2000 { 1 } else { 2 };
        let mut lines = Vec::new();
        let mut line = String::new();
        let mut used = if self.indent == Indent::None { 0 } else { 4 };
        if self.indent == Indent::Kept {
            line.push_str("\u{3000}\u{3000}");
        }
        let mut at = 0;
        while at < chars.len() {
            let mut end = at + 1;
            if self.strict {
                let word = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '%';
                while end < chars.len() && end - at < 24 && word(chars[end - 1]) && word(chars[end]) {
                    end += 1;
                }
                while end < chars.len() && "，。、；：！？”）》".contains(chars[end]) {
                    end += 1;
                }
            }
            let width: usize = chars[at..end].iter().map(|c| width_of(*c)).sum();
            if used + width > 2 * self.width && !line.trim().is_empty() {
                if dice.once_in(9) {
                    line.push(' ');
                }
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.extend(&chars[at..end]);
            used += width;
            at = end;
        }
        lines.push(line);
        lines
    }
}

fn interleave(page: &[String]) -> Vec<String> {
    let (left, right) = page.split_at(page.len().div_ceil(2));
    let mut out = Vec::new();
    for (i, line) in left.iter().enumerate() {
        out.push(line.clone());
        out.extend(right.get(i).cloned());
    }
    out
}

fn space_out(line: &str) -> String {
    let chars: Vec<char> = line.chars().collect();
    let mut out = String::new();
    for (i, c) in chars.iter().enumerate() {
        out.push(*c);
        let number =
            |c: Option<&char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || *c == '.' || *c == '%');
        if !(number(Some(c)) && number(chars.get(i + 1))) {
            out.push(' ');
        }
    }
    out
}

/// A space on both sides of every number.
fn number_spaces(text: &str) -> String {
    let mut out = String::new();
    let mut before = '\n';
    for c in text.chars() {
        let digit = |c: char| c.is_ascii_digit();
        let han = |c: char| ('\u{4e00}'..'\u{9fff}').contains(&c);
        if (digit(before) && han(c)) || (han(before) && digit(c)) {
            out.push(' ');
        }
        out.push(c);
        before = c;
    }
    out
}

/// Thin spaces, no-break spaces and ideographic spaces about numbers and at line ends.
fn odd_spaces(text: &str, dice: &mut Dice) -> String {
    let odd = ['\u{2009}', '\u{a0}', '\u{202f}', '\u{2002}'];
    number_spaces(text)
        .chars()
        .map(|c| if c == ' ' { *dice.pick(&odd) } else { c })
        .collect::<String>()
        .replace('\n', "\u{3000}\n\u{3000}\u{3000}")
}

/// Numbers and letters as wide as Chinese characters, with their points and percent signs.
fn full_width(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let digit = |i: Option<usize>| i.and_then(|i| chars.get(i)).is_some_and(|c| c.is_ascii_digit());
    let wide = |c: char| char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c);
    chars
        .iter()
        .enumerate()
        .map(|(i, c)| match c {
            _ if c.is_ascii_alphanumeric() => wide(*c),
            '.' if digit(i.checked_sub(1)) && digit(Some(i + 1)) => wide(*c),
            '%' if digit(i.checked_sub(1)) => wide(*c),
            _ => *c,
        })
        .collect()
}

/// Kangxi and other radicals, and compatibility forms, for some of the characters that they look like.
fn radicals(text: &str, dice: &mut Dice) -> String {
    const FORMS: &[(char, char)] = &[
        ('一', '⼀'),
        ('人', '⼈'),
        ('入', '⼊'),
        ('力', '⼒'),
        ('十', '⼗'),
        ('口', '⼝'),
        ('土', '⼟'),
        ('大', '⼤'),
        ('女', '⼥'),
        ('子', '⼦'),
        ('小', '⼩'),
        ('山', '⼭'),
        ('工', '⼯'),
        ('干', '⼲'),
        ('心', '⼼'),
        ('手', '⼿'),
        ('支', '⽀'),
        ('文', '⽂'),
        ('方', '⽅'),
        ('日', '⽇'),
        ('月', '⽉'),
        ('木', '⽊'),
        ('比', '⽐'),
        ('水', '⽔'),
        ('生', '⽣'),
        ('用', '⽤'),
        ('目', '⽬'),
        ('石', '⽯'),
        ('立', '⽴'),
        ('老', '⽼'),
        ('自', '⾃'),
        ('至', '⾄'),
        ('行', '⾏'),
        ('见', '⻅'),
        ('车', '⻋'),
        ('长', '⻓'),
        ('门', '⻔'),
        ('风', '⻛'),
        ('金', '⾦'),
        ('高', '⾼'),
        ('民', '⺠'),
        ('西', '⻄'),
        ('里', '⾥'),
        ('年', '\u{f98e}'),
        ('料', '\u{f9be}'),
    ];
    let share = dice.between(1, 4);
    text.chars()
        .map(|c| match FORMS.iter().find(|(plain, _)| *plain == c) {
            Some((_, form)) if dice.once_in(share) => *form,
            _ => c,
        })
        .collect()
}

/// Zero-width characters and soft hyphens, and a byte order mark.
fn invisible(text: &str, dice: &mut Dice) -> String {
    let mut out = String::from("\u{feff}");
    for c in text.chars() {
        out.push(c);
        if dice.once_in(40) {
            out.push(*dice.pick(&['\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{ad}', '\u{feff}']));
        }
    }
    out
}

fn entities(text: &str, dice: &mut Dice) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '“' => out.push_str("&ldquo;"),
            '”' => out.push_str("&rdquo;"),
            '—' => out.push_str("&mdash;"),
            '·' => out.push_str("&middot;"),
            '\n' => out.push_str("\n&nbsp;&nbsp;&emsp;"),
            c if dice.once_in(60) => out.push_str(&format!("&#{};", u32::from(c))),
            c if dice.once_in(60) => out.push_str(&format!("&#x{:X};", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

fn tags(paragraphs: &[String], dice: &mut Dice) -> String {
    let mut out = String::from("<div class=\"TRS_Editor\"><!-- 正文 --><style>p { margin: 0; }</style>\n");
    for paragraph in paragraphs {
        let chars: Vec<char> = paragraph.chars().collect();
        let (a, b) = chars.split_at(dice.below(chars.len()));
        let (a, b): (String, String) = (a.iter().collect(), b.iter().collect());
        out.push_str(&match dice.below(4) {
            0 => format!("<p style=\"text-indent: 2em; line-height: 1.5\">{a}<span>{b}</span></p>\n"),
            1 => format!("<p>{a}<strong>{b}</strong></p>"),
            2 => format!("{a}<font face='仿宋'>{b}</font><br/>"),
            _ => format!("<P align=justify>{a}<o:p></o:p>{b}</P>\n"),
        });
    }
    out.push_str("</div>");
    out
}

/// What a lossy conversion makes of ideographic spaces: four question marks before every paragraph.
fn question_marks(paragraphs: &[String]) -> String {
    paragraphs.iter().map(|p| format!("????{p}\n")).collect()
}

fn web_shell(paragraphs: &[String], dice: &mut Dice) -> String {
    let mut out = String::new();
    let places =
        ["安阳县", "平昌县", "临沭县", "桃江县", "武平县", "海兴县", "康乐县", "石城县", "丰镇市", "洪湖市"];
    let other = |dice: &mut Dice| format!("{}20{}年政府工作报告", dice.pick(&places), dice.between(15, 25));
    for line in ["首页", "政府信息公开", "政务服务", "互动交流", "走进本地"] {
        out.push_str(&format!("{line}\n"));
    }
    out.push_str(dice.text(&[
        "当前位置：首页 > 政府信息公开 > 政府工作报告\n",
        "您所在的位置: 网站首页 » 政务公开 » 工作报告\n",
    ]));
    out.push_str(dice.text(&[
        "发布时间：2024-02-06 10:21\n来源：县政府办公室\n作者：管理员\n浏览次数：1234\n",
        "时间：2024-02-06    来源：政府办    阅读：1034 次    字号：[大 中 小]\n",
        "2024-02-06 15:04:11　来源：本站　点击：88\n",
    ]));
    out.push_str("打印本页\n分享到：\n微信\n新浪微博\nQQ空间\n");
    for paragraph in paragraphs {
        out.push_str(paragraph);
        out.push('\n');
    }
    out.push_str("【打印本页】 【关闭窗口】\n");
    out.push_str(&format!("上一篇：{}\n下一篇：{}\n", other(dice), other(dice)));
    out.push_str("相关文章\n");
    for _ in 0..dice.between(4, 14) {
        out.push_str(&format!("{:02}-{:02}\n{}\n", dice.between(1, 12), dice.between(1, 28), other(dice)));
    }
    out.push_str("网站地图\n关于我们\n联系我们\n主办：县人民政府办公室\n网站标识码：1234567890\n");
    out.push_str("Copyright © 2024 县人民政府 版权所有\n某ICP备12345678号-1\n");
    out
}

/// Letters and stray marks for digits, where a decimal point or a unit leaves only one reading.
fn misread_digits(text: &str, dice: &mut Dice) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out: Vec<char> = Vec::new();
    for (i, c) in chars.iter().enumerate() {
        let digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
        let inside = i >= 1
            && digit(i - 1)
            && (chars.get(i + 1) == Some(&'.') && digit(i + 2) || chars.get(i + 1) == Some(&'%'));
        match c {
            '1' if inside && dice.once_in(3) => out.push(*dice.pick(&['l', 'I'])),
            '0' if inside && dice.once_in(3) => out.push(*dice.pick(&['O', 'o'])),
            _ => out.push(*c),
        }
    }
    out.into_iter().collect()
}
