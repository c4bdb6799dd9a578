//! What happens to single characters, whatever the lines.

use super::Dice;

/// A space after every character but within numbers.
pub fn space_out(line: &str) -> String {
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
pub fn number_spaces(text: &str) -> String {
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
pub fn odd_spaces(text: &str, dice: &mut Dice) -> String {
    let odd = ['\u{2009}', '\u{a0}', '\u{202f}', '\u{2002}'];
    number_spaces(text)
        .chars()
        .map(|c| if c == ' ' { *dice.pick(&odd) } else { c })
        .collect::<String>()
        .replace('\n', "\u{3000}\n\u{3000}\u{3000}")
}

/// Numbers and letters as wide as Chinese characters, with their points and percent signs.
pub fn full_width(text: &str) -> String {
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
pub fn radicals(text: &str, dice: &mut Dice) -> String {
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
pub fn invisible(text: &str, dice: &mut Dice) -> String {
    let mut out = String::from("\u{feff}");
    for c in text.chars() {
        out.push(c);
        if dice.once_in(40) {
            out.push(*dice.pick(&['\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{ad}', '\u{feff}']));
        }
    }
    out
}

/// Letters and stray marks for digits, where a decimal point or a unit leaves only one reading.
pub fn misread_digits(text: &str, dice: &mut Dice) -> String {
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
