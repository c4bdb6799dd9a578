//! One spelling for words that are written in several ways. Used by the build, too, so that the data and the
//! names that are looked up in it are spelled by the same rules.

/// Spells a name the way the catalogue does: half-width letters and digits, capitals, no white space,
/// no quotation marks, no brackets with what stands in them.
pub fn spell(name: &str) -> String {
    let mut spelled = String::with_capacity(name.len());
    let mut depth = 0usize;
    for c in name.chars() {
        match c {
            // Nearly all of them.
            '\u{4e00}'..='\u{9fff}' if depth == 0 => spelled.push(c),
            '（' | '(' | '[' | '【' | '〔' => depth += 1,
            '）' | ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            _ if depth > 0 || is_dropped(c) => {}
            _ => spelled.push(one_width(c)),
        }
    }
    spelled
}

/// The same with the words in brackets kept: what `not` words are looked for in.
pub fn spell_all(name: &str) -> String {
    name.chars().filter(|c| !is_dropped(*c)).map(one_width).collect()
}

/// Spells a unit: 人（次） is 人次, ㎡ stays as it is.
pub fn spell_unit(unit: &str) -> String {
    spell_all(unit).replace(['(', ')'], "")
}

fn is_dropped(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '“' | '”' | '"' | '‘' | '’' | '\'' | '《' | '》' | '「' | '」' | '\u{feff}' | '\u{200b}'
        )
}

fn one_width(c: char) -> char {
    let c = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '·' | '•' => '.',
        'Ⅰ' | 'Ⅱ' | 'Ⅲ' | 'Ⅳ' | 'Ⅴ' => match c {
            'Ⅰ' => '一',
            'Ⅱ' => '二',
            'Ⅲ' => '三',
            'Ⅳ' => '四',
            _ => '五',
        },
        _ => c,
    };
    c.to_ascii_uppercase()
}
