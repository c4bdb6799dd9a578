//! Ways of counting: the values of `ST_NumberFormat` (ECMA-376 part 1, 17.18.59) that Chinese documents use.

/// A number as a format writes it; none where the format shows no number.
pub fn written(format: &str, number: u32) -> Option<String> {
    let pick = |letters: &str| {
        let index = number.checked_sub(1)? as usize;
        letters.chars().nth(index).map(String::from)
    };
    // Rows of letters go on with plain digits when they end.
    let row = |letters: &str| Some(pick(letters).unwrap_or_else(|| number.to_string()));
    match format {
        "none" | "bullet" => None,
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanCounting" => Some(chinese(number, "零一二三四五六七八九", "十百千万")),
        "chineseLegalSimplified" => Some(chinese(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟万")),
        "ideographLegalTraditional" | "japaneseLegal" => {
            Some(chinese(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟萬"))
        }
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" | "koreanDigital" => {
            let digits = number.to_string();
            Some(
                digits
                    .bytes()
                    .filter_map(|b| "〇一二三四五六七八九".chars().nth(usize::from(b - b'0')))
                    .collect(),
            )
        }
        "ideographTraditional" => row("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => row("子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => row("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
        "decimalEnclosedParen" => row("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
        "decimalEnclosedFullstop" => row("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
        "ideographEnclosedCircle" => row("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
        "decimalZero" => Some(format!("{number:02}")),
        "decimalFullWidth" | "decimalFullWidth2" => {
            let wide = |ch: char| char::from_u32(ch as u32 + 0xfee0).unwrap_or(ch);
            Some(number.to_string().chars().map(wide).collect())
        }
        "upperLetter" => Some(letters(number, 'A')),
        "lowerLetter" => Some(letters(number, 'a')),
        "upperRoman" => Some(roman(number)),
        "lowerRoman" => Some(roman(number).to_ascii_lowercase()),
        _ => Some(number.to_string()),
    }
}

/// Chinese numerals up to 99,999,999: 十二 for twelve, 一百零二, 一百一十二.
fn chinese(number: u32, digits: &str, units: &str) -> String {
    let digit = |value: u32| digits.chars().nth(value as usize).unwrap_or_default();
    let unit = |index: usize| units.chars().nth(index).unwrap_or_default();
    if number == 0 {
        return digit(0).to_string();
    }
    if number >= 100_000_000 {
        return number.to_string();
    }
    if number >= 10_000 {
        let (high, low) = (number / 10_000, number % 10_000);
        let mut out = format!("{}{}", chinese(high, digits, units), unit(3));
        if low > 0 {
            if low < 1_000 {
                out.push(digit(0));
            }
            out.push_str(&chinese_below(low, &digit, &unit, true));
        }
        return out;
    }
    chinese_below(number, &digit, &unit, false)
}

/// Below ten thousand. Ten is 一十 behind something, else 十.
fn chinese_below(
    number: u32,
    digit: &dyn Fn(u32) -> char,
    unit: &dyn Fn(usize) -> char,
    behind: bool,
) -> String {
    let mut out = String::new();
    let mut zero = false;
    for (power, index) in [(1_000, Some(2)), (100, Some(1)), (10, Some(0)), (1, None)] {
        let value = number / power % 10;
        if value == 0 {
            zero = !out.is_empty();
            continue;
        }
        if zero {
            out.push(digit(0));
            zero = false;
        }
        let bare_ten = power == 10 && value == 1 && out.is_empty() && !behind;
        if !bare_ten {
            out.push(digit(value));
        }
        out.extend(index.map(unit));
    }
    out
}

/// A … Z, AA, BB …: the same letter again and again.
fn letters(number: u32, first: char) -> String {
    let Some(index) = number.checked_sub(1) else { return "0".to_owned() };
    let letter = char::from_u32(first as u32 + index % 26).unwrap_or(first);
    std::iter::repeat_n(letter, (index / 26 + 1).min(100) as usize).collect()
}

fn roman(number: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 10_000 {
        return number.to_string();
    }
    let (mut out, mut rest) = (String::new(), number);
    for (value, letters) in STEPS {
        while rest >= value {
            out.push_str(letters);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_counting() {
        for (format, number, expected) in [
            ("chineseCounting", 1, "一"),
            ("chineseCountingThousand", 10, "十"),
            ("chineseCountingThousand", 12, "十二"),
            ("chineseCountingThousand", 20, "二十"),
            ("japaneseCounting", 35, "三十五"),
            ("chineseCountingThousand", 102, "一百零二"),
            ("chineseCountingThousand", 112, "一百一十二"),
            ("chineseCountingThousand", 10_010, "一万零一十"),
            ("chineseLegalSimplified", 23, "贰拾叁"),
            ("ideographDigital", 20, "二〇"),
            ("decimalEnclosedCircleChinese", 20, "⑳"),
            ("decimalEnclosedCircle", 21, "21"),
            ("decimalEnclosedParen", 3, "⑶"),
            ("decimalFullWidth", 12, "１２"),
            ("decimal", 7, "7"),
            ("upperLetter", 28, "BB"),
            ("lowerRoman", 14, "xiv"),
            ("ideographTraditional", 2, "乙"),
            ("a format of the future", 2, "2"),
        ] {
            assert_eq!(written(format, number).as_deref(), Some(expected), "{format} {number}");
        }
        assert_eq!(written("bullet", 1), None);
    }
}
