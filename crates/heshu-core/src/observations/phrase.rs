//! Phrases: names that stand in a list, and what they share.

use super::cell::conjunction;
use crate::catalogue;
use crate::letters::Letters;
use crate::lexicon;
use std::sync::LazyLock;

/// Divides a list of names at 、 和 与 及, outside brackets and quotation marks.
pub fn names(phrase: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut depth = 0i32;
    let chars = phrase.char_indices();
    let mut skip_to = 0;
    for (at, c) in chars {
        if at < skip_to {
            continue;
        }
        match c {
            '（' | '(' | '“' | '《' => depth += 1,
            '）' | ')' | '”' | '》' => depth -= 1,
            '、' | '，' if depth <= 0 => {
                out.push(phrase.get(start..at).unwrap_or_default());
                start = at + c.len_utf8();
            }
            _ if depth <= 0 && at > start => {
                if let Some(len) = conjunction(phrase, at)
                    && phrase.get(at + len..).is_some_and(|rest| !rest.is_empty())
                {
                    out.push(phrase.get(start..at).unwrap_or_default());
                    start = at + len;
                    skip_to = start;
                }
            }
            _ => {}
        }
    }
    out.push(phrase.get(start..).unwrap_or_default());
    out.into_iter().map(str::trim).filter(|name| !name.is_empty()).collect()
}

/// The names of a list, each made whole with what it shares with its neighbours:
/// 肉、奶、蛋产量 → 肉产量 奶产量 蛋产量; 困难群体参保率、享受率 → 困难群体参保率 困难群体享受率;
/// 新增甲、乙 → 新增甲 新增乙; 城乡居民收入 → 城镇居民收入 农村居民收入.
pub fn whole_names(phrase: &str) -> Vec<String> {
    let parts = names(phrase);
    if let Some(plain) = without_sum(phrase, &parts) {
        return whole_names(&plain);
    }
    // 存、贷款余额: one word, though a mark divides it.
    if let Some(names) = divided_compound(phrase, parts.len()) {
        return names;
    }
    if let [only] = parts.as_slice() {
        return compound(only).unwrap_or_else(|| vec![(*only).to_owned()]);
    }
    let Some((last, earlier)) = parts.split_last() else { return Vec::new() };
    let mut out: Vec<String> = Vec::with_capacity(parts.len());
    let last_head = lexicon::HEAD.ends(last);
    for (n, name) in earlier.iter().enumerate() {
        // 化学需氧量、二氧化硫排放量: what is measured by the one is emitted, too.
        let demand = name.ends_with("需氧量") && last_head.is_some_and(|head| head.starts_with("排放"));
        // 民营企业、外资企业出口: what is measured of the one is measured of the other.
        let same = name.ends_with("企业") && is_measure(last) && last.contains("企业");
        let needs_head = demand || same || lexicon::HEAD.ends(name).is_none();
        // PM10、PM2.5浓度、优良天数: the next name that has a head is nearer than the last.
        let nearer = earlier.get(n + 1..).unwrap_or_default().iter().find_map(|next| {
            let head = lexicon::HEAD.ends(next).filter(|head| head.len() < next.len())?;
            Some((*next, head))
        });
        // 二氧化硫、化学需氧量: 量 is of the last name only.
        let given = nearer.or(last_head.map(|head| (*last, head))).filter(|(_, head)| *head != "量");
        // 引进、培育名师
        let object = lexicon::ACTION.begins(last).and_then(|verb| last.strip_prefix(verb));
        match (needs_head, given) {
            (true, _) if lexicon::ACTION.has(name) && object.is_some_and(|object| !object.is_empty()) => {
                out.push(format!("{name}{}", object.unwrap_or_default()));
            }
            (true, Some((from, head))) => out.push(format!("{name}{}", shared_head(name, from, head))),
            // 国家级、市级文化园
            (true, None) if of_class(name, last).is_some() => {
                out.push(format!("{name}{}", of_class(name, last).unwrap_or_default()));
            }
            // 中、高等学校在校生
            (true, None) if name.chars().count() == 1 && last.chars().count() >= 4 => {
                let rest = last.char_indices().nth(1).and_then(|(at, _)| last.get(at..)).unwrap_or_default();
                out.push(format!("{name}{rest}"));
            }
            _ => out.push((*name).to_owned()),
        }
    }
    out.push((*last).to_owned());
    // 工业增加值、商品销售额、进出口总额占比: behind a whole name, what is said of each.
    if let Some(word) = ["占比", "比重"].iter().find(|word| last.ends_with(**word))
        && last.strip_suffix(word).is_some_and(|name| lexicon::HEAD.ends(name).is_some())
    {
        for name in &mut out {
            if !name.ends_with(word) {
                name.push_str(word);
            }
        }
    }
    share_front(&parts, &mut out);
    // 旅游接待人次和总花费
    if parts.first().is_some_and(|first| first.starts_with("旅游")) {
        for whole in out.iter_mut().filter(|whole| lexicon::VISITOR_INCOME.has(whole)) {
            whole.insert_str(0, "旅游");
        }
    }
    share_verb(&mut out);
    out
}

/// 纺织、食品和化工三大产业产值: without the words that tell how many were listed.
fn without_sum(phrase: &str, parts: &[&str]) -> Option<String> {
    let last = parts.last().filter(|_| parts.len() > 1)?;
    let count = "两三四五六七八九".chars().nth(parts.len() - 2)?;
    let at = last.find(count).filter(|at| *at > 0)?;
    let said = last.get(at + count.len_utf8()..)?;
    let head = head_of(said).filter(|head| head.len() < said.len())?;
    let sums = said.starts_with(['大', '个', '类', '种', '项']);
    let front = phrase.trim_end().strip_suffix(last.get(at..)?)?;
    sums.then(|| format!("{front}{head}"))
}

/// What follows a quality of the same class in `last`, if `name` is but a quality: 国家级 | 市级文化园.
fn of_class<'a>(name: &str, last: &'a str) -> Option<&'a str> {
    let class = name.chars().next_back().filter(|c| "级类型性属办".contains(*c))?;
    let rest = last.split_once(class)?.1;
    (name.chars().count() <= 7 && !rest.is_empty()).then_some(rest)
}

/// What `name` takes over from the end of `last`, which ends in `head`: the part behind what stands in
/// `last` for `name` itself.
fn shared_head<'a>(name: &str, last: &'a str, head: &'a str) -> &'a str {
    // 养老保险 | 基本医疗保险参保率: the end of the name recurs, the rest is shared.
    let tail: String = {
        let chars: Vec<char> = name.chars().collect();
        chars.iter().skip(chars.len().saturating_sub(2)).collect()
    };
    if tail.chars().count() == 2
        && let Some(at) = last.find(&tail)
        && let Some(rest) = last.get(at + tail.len()..)
        && rest.ends_with(head)
    {
        return rest;
    }
    // PM10 | PM2.5年均浓度: a sign for a sign.
    let sign = |c: char| c.is_ascii_alphanumeric() || c == '.';
    if name.chars().all(sign) && last.starts_with(sign) {
        return last.trim_start_matches(sign);
    }
    // 污染地块 | 受污染耕地安全利用率: the character before the last recurs.
    if let Some(c) = name.chars().rev().nth(1).filter(|_| name.chars().count() >= 4)
        && let Some(at) = last.char_indices().take(6).find(|(_, other)| *other == c).map(|(at, _)| at)
        && let Some(rest) = last.get(at + c.len_utf8()..)
        && rest.ends_with(head)
        && name.chars().next() == last.chars().nth(1)
    {
        return rest;
    }
    // 汽车类 | 文化用品类销售额, 工业 | 第三产业增加值: the last character recurs and what follows is shared.
    // But 氨氮 | 氮氧化物排放量 begins with it.
    if let Some((before, rest)) = name.chars().next_back().and_then(|c| last.split_once(c))
        && !before.is_empty()
        && rest.ends_with(head)
        && name.chars().count() <= 5
    {
        return rest;
    }
    // 中心城区 | 县城生活污水集中处理率: the longest end that is a statistic by itself.
    let place = name.ends_with(['区', '县', '市', '城', '镇', '村']);
    let mut ends = last.char_indices().skip(2).take(4).filter_map(|(at, _)| last.get(at..));
    let whole = |rest: &&str| rest.ends_with(head) && catalogue::resolve(rest, None, true).is_some();
    if let Some(rest) = ends.find(|rest| place && whole(rest)) {
        return rest;
    }
    // 城镇 | 农村居民人均可支配收入: as many characters as the name has are its counterpart.
    let skip: usize = last.chars().take(name.chars().count()).map(char::len_utf8).sum();
    let statistic = |rest: &&str| catalogue::resolve(rest, None, true).is_some();
    // 高新技术 | 文化产业增加值: the class belongs to both, however long the name is.
    let front = last.get(..skip).unwrap_or_default();
    if let Some(class) = lexicon::CLASS.ends(front).filter(|class| front.len() > class.len())
        && lexicon::CLASS.ends(name).is_none()
        && let Some(rest) = last.get(skip - class.len()..).filter(|rest| rest.ends_with(head))
    {
        return rest;
    }
    // 汽车 | 有色金属行业增加值: so does 行业 behind a longer name.
    if let Some(rest) = last.find("行业").filter(|at| *at > 0).and_then(|at| last.get(at..))
        && rest.ends_with(head)
        && !name.ends_with('业')
    {
        return rest;
    }
    let counterpart = last.get(skip..).filter(|rest| {
        let class = rest.starts_with("经济") || lexicon::CLASS.begins(rest).is_some();
        rest.ends_with(head)
            && rest.matches('“').count() == rest.matches('”').count()
            && name.chars().count() <= 5
            && (*rest == head || class || statistic(rest) || statistic(&format!("{name}{rest}").as_str()))
    });
    // 钢材 | 多晶硅产量, 金融 | 文化产业增加值占GDP的比重: from the first word on that is measured.
    let measured = || {
        last.char_indices()
            .skip(2)
            .filter_map(|(at, _)| last.get(at..))
            .take_while(|rest| rest.len() >= head.len())
            .find(|rest| {
                let word = lexicon::HEAD.begins(rest).or(lexicon::GENERIC.begins(rest));
                word.is_some_and(|word| word.chars().count() > 1)
            })
    };
    counterpart.or_else(measured).unwrap_or(head)
}

/// 困难群体参保率、享受率: later names that are bare heads take the front of the first.
fn share_front(parts: &[&str], out: &mut [String]) {
    let Some(first) = parts.first() else { return };
    // 对欧盟、东盟进出口
    if first.starts_with('对') && lexicon::HEAD.ends(first).is_none() {
        for whole in out.iter_mut().skip(1).filter(|whole| !whole.starts_with('对')) {
            whole.insert(0, '对');
        }
        return;
    }
    // 财政用于科技、教育事业的支出
    if let Some(at) = first.find("用于") {
        let front = first.get(..at + "用于".len()).unwrap_or_default();
        for whole in out.iter_mut().skip(1).filter(|whole| !whole.contains("用于")) {
            whole.insert_str(0, front);
        }
        return;
    }
    // 每平方公里产值和税收: both are of the same measure.
    if let Some(after) = first.strip_prefix('每')
        && let Some(unit) =
            ["平方公里", "万人", "千人", "百人", "人", "户", "亩"].iter().find(|u| after.starts_with(**u))
    {
        for (name, whole) in parts.iter().zip(out.iter_mut()).skip(1) {
            if lexicon::PER_EACH.begins(name).is_none() && !name.starts_with('每') {
                *whole = format!("每{unit}{whole}");
            }
        }
        return;
    }
    let Some(head) = lexicon::HEAD.ends(first) else { return };
    for (name, whole) in parts.iter().zip(out.iter_mut()).skip(1) {
        // 道路交通事故起数、死亡人数: the deaths are of these accidents.
        if let Some(at) = first.rfind("事故")
            && ["死亡", "受伤", "伤亡", "直接经济损失"].iter().any(|word| name.starts_with(word))
        {
            *whole = format!("{}{whole}", first.get(..at + "事故".len()).unwrap_or_default());
            continue;
        }
        // 国有企业营业收入、利润总额: both are of the enterprises.
        if let Some(at) = first.find("企业").map(|at| at + "企业".len()).filter(|at| *at < first.len())
            && !name.contains("企业")
            && lexicon::OF_FIRMS.has(name)
        {
            *whole = format!("{}{whole}", first.get(..at).unwrap_or_default());
            continue;
        }
        let bare =
            lexicon::HEAD.ends(name).is_some_and(|h| h.len() == name.len() || name.chars().count() <= 3);
        // 工业用电量、货运量: a statistic by itself.
        let own = !name.ends_with('率')
            && name.chars().count() >= 3
            && catalogue::resolve(name, None, true).is_some();
        let bare = bare && !own;
        let same = name.chars().next_back() == first.chars().next_back() || lexicon::GENERIC.has(name);
        if !bare || !same || name.len() >= first.len() {
            continue;
        }
        let cut = if name.chars().next_back() == first.chars().next_back() {
            // As long a head as the bare name is.
            first.char_indices().rev().nth(name.chars().count().saturating_sub(1)).map(|(at, _)| at)
        } else {
            Some(first.len() - head.len())
        };
        if let Some(front) = cut.and_then(|at| first.get(..at))
            && !front.is_empty()
            && front.chars().count() <= 16
        {
            *whole = format!("{front}{whole}");
        }
    }
}

/// The word at the end by which a name is measured, the longest there is: 营业收入 of 企业营业收入.
pub fn head_of(name: &str) -> Option<&'static str> {
    let heads = [lexicon::HEAD.ends(name), lexicon::GENERIC.ends(name)];
    heads.into_iter().flatten().max_by_key(|head| head.len())
}

/// The verbs of action at the front, as many as are joined: 引进和培养, 新建、改造.
pub fn acts(s: &str) -> &str {
    let mut end = lexicon::ACTION.begins(s).map_or(0, str::len);
    while let Some(rest) = s.get(end..).filter(|_| end > 0)
        && let Some(joint) =
            if rest.starts_with('、') { Some('、'.len_utf8()) } else { conjunction(s, end) }
        && let Some(verb) = rest.get(joint..).and_then(|next| lexicon::ACTION.begins(next))
    {
        end += joint + verb.len();
    }
    s.get(..end).unwrap_or_default()
}

/// 新增甲、乙: later names without a verb take that of the first.
fn share_verb(out: &mut [String]) {
    let Some(verb) = out.first().and_then(|first| lexicon::ACTION.begins(first)) else { return };
    for name in out.iter_mut().skip(1) {
        if lexicon::ACTION.begins(name).is_none() && !is_measure(name) {
            *name = format!("{verb}{name}");
        }
    }
}

/// Whether a name is of something that is measured rather than counted: 产量, 参保率.
pub fn is_measure(name: &str) -> bool {
    lexicon::HEAD
        .ends(name)
        .is_some_and(|head| !matches!(head, "企业" | "项目" | "案件" | "事故" | "资金" | "贷款" | "存款"))
}

/// Subjects that are several in one word.
fn compound(name: &str) -> Option<Vec<String>> {
    // Nearly no name has one of the words; their first characters are looked for in one pass.
    static FIRST: LazyLock<Letters> = LazyLock::new(|| {
        let words = lexicon::COMPOUND.iter().filter_map(|(word, _)| word.chars().next());
        words.fold(Letters::NONE, Letters::with)
    });
    let mut from = 0;
    loop {
        from = FIRST.next_in(name, from)?;
        let rest = name.get(from..)?;
        if lexicon::COMPOUND.iter().any(|(word, _)| rest.starts_with(word)) {
            break;
        }
        from += rest.chars().next().map_or(1, char::len_utf8);
    }
    let (word, parts) = lexicon::COMPOUND.iter().find(|(word, _)| name.contains(word))?;
    Some(parts.iter().map(|part| name.replacen(word, part, 1)).collect())
}

/// The names of a phrase of as many `parts`, if what divides it is the mark in one word: 存、贷款余额.
fn divided_compound(phrase: &str, parts: usize) -> Option<Vec<String>> {
    let whole = compound(phrase).filter(|names| parts > 1 && names.len() == parts)?;
    whole.iter().all(|name| names(name).len() == 1).then_some(whole)
}

/// Whether a phrase stands for several things that numbers can be given to one by one.
pub fn is_list(phrase: &str) -> bool {
    // A list holds a mark or a conjunction.
    let may_divide = phrase.contains(['、', '，', '和', '与', '及', '以', '或', '并']);
    may_divide && names(phrase).len() > 1 || compound(phrase).is_some()
}

/// A name with its examples left out: 实施甲、乙等文旅项目 → 实施文旅项目. Gives the phrase itself where there
/// are none, or where the examples are short qualities (供气、供热等管网).
pub fn without_examples(phrase: &str) -> String {
    let Some((at, _)) = phrase.char_indices().rfind(|(at, c)| *c == '等' && !inside_word(phrase, *at))
    else {
        return phrase.to_owned();
    };
    let examples = phrase.get(..at).unwrap_or_default();
    let rest = phrase.get(at + '等'.len_utf8()..).unwrap_or_default();
    // 用于科技、教育等方面的支出: what is left would say nothing.
    if rest.is_empty() || rest.starts_with(['，', '、']) || rest.starts_with("方面的") {
        return phrase.to_owned();
    }
    let verb = lexicon::ACTION.begins(examples).unwrap_or("");
    let list = examples.get(verb.len()..).unwrap_or_default();
    // “三公”等经费
    let quoted = list.starts_with('“') && list.chars().count() <= 6;
    if quoted || names(list).iter().all(|name| name.chars().count() <= 3) && names(list).len() > 1 {
        return phrase.to_owned();
    }
    format!("{verb}{rest}")
}

/// 等 as part of 等级, 高等, 平等, 中等, 同等, 等待.
fn inside_word(phrase: &str, at: usize) -> bool {
    let before = phrase.get(..at).and_then(|s| s.chars().next_back());
    let after = phrase.get(at + '等'.len_utf8()..).and_then(|s| s.chars().next());
    before.is_some_and(|c| "高平中同初优头对一二三特".contains(c))
        || after.is_some_and(|c| "级待于候同次".contains(c))
}

/// A clause as a topic that a general noun (资金, 产值) can be hung on: without its verbs and adverbs.
pub fn topic(clause: &str) -> String {
    let mut s = clause.trim_matches(['，', '。', '；', '：', '、', ' ', '的']);
    s = s.get(super::front::numbering(s)..).unwrap_or(s);
    s = s.get(super::front::month(s)..).unwrap_or(s);
    while let Some(word) = lexicon::NAME_LEAD.begins(s)
        && word.chars().count() > 1
        && s.len() > word.len()
    {
        s = s.get(word.len()..).unwrap_or_default();
    }
    // 家庭困难师生帮扶工作扎实开展: what follows an adverb in the middle is said of the topic.
    let cut = lexicon::PREDICATE.find(s).map(|(at, _)| at).find(|at| *at >= 6);
    if let Some(at) = cut {
        s = s.get(..at).unwrap_or(s);
    }
    // 总产量在上年大幅增长的基础上，又增产…
    if s.ends_with("基础上")
        && let Some(at) = s.rfind('在').filter(|at| *at >= 6)
    {
        s = s.get(..at).unwrap_or(s);
    }
    s = s.trim_start_matches(['以', '把', '对', '将', '在', '为']);
    s = lexicon::TOPIC_VERB.strip_front(s).filter(|rest| rest.chars().count() >= 3).unwrap_or(s);
    clip(s, 24)
}

/// At most `count` characters, cut at a divider where there is one.
pub fn clip(s: &str, count: usize) -> String {
    if s.chars().count() <= count {
        return s.to_owned();
    }
    let end = s.char_indices().nth(count).map_or(s.len(), |(at, _)| at);
    let cut = s.get(..end).unwrap_or(s);
    // A quotation is kept whole, or left out.
    let open = cut.rfind('“').filter(|at| !cut.get(*at..).unwrap_or_default().contains('”'));
    let cut = match open {
        Some(at) if at >= 18 => cut.get(..at).unwrap_or(cut),
        Some(at) => {
            let close =
                s.get(at..).and_then(|rest| rest.find('”')).map_or(s.len(), |len| at + len + '”'.len_utf8());
            return s.get(..close).unwrap_or(s).to_owned();
        }
        None => cut,
    };
    match cut.rfind(['、', '，', '（']) {
        Some(at) if at >= 12 => cut.get(..at).unwrap_or(cut).to_owned(),
        _ => cut.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_divided_and_made_whole() {
        for (phrase, expected) in [
            ("肉、奶、蛋产量", &["肉产量", "奶产量", "蛋产量"][..]),
            ("城镇和农村居民人均可支配收入", &["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
            ("城乡居民人均可支配收入", &["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
            ("困难群体参保率、享受率", &["困难群体参保率", "困难群体享受率"]),
            ("养老保险、基本医疗保险参保率", &["养老保险参保率", "基本医疗保险参保率"]),
            ("常住居民、重点人群签约服务率", &["常住居民签约服务率", "重点人群签约服务率"]),
            ("地膜回收和畜禽粪污利用率", &["地膜回收利用率", "畜禽粪污利用率"]),
            ("新增甲企业、乙企业", &["新增甲企业", "新增乙企业"]),
            ("城镇登记失业率", &["城镇登记失业率"]),
            ("高新技术、文化产业增加值", &["高新技术产业增加值", "文化产业增加值"]),
            ("普及与提高", &["普及", "提高"]),
        ] {
            assert_eq!(whole_names(phrase), expected, "{phrase}");
        }
    }

    #[test]
    fn examples_are_left_out_of_a_name() {
        assert_eq!(without_examples("实施湖滨度假村、老街等文旅项目"), "实施文旅项目");
        assert_eq!(without_examples("建设供气、供热等管网"), "建设供气、供热等管网");
        assert_eq!(without_examples("提高职业高等教育质量"), "提高职业高等教育质量");
    }
}
