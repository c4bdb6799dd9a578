use crate::catalogue;
use crate::model::{Analysis, Bound, Kind, Number, Observation};
use crate::order;
use crate::text::Text;

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// As the report says them.
    #[default]
    Reading,
    /// By name.
    Name,
    /// Largest amount first; amounts of one unit together.
    Level,
    /// Largest growth first.
    Change,
}

/// Which observations to show; an empty filter shows all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that the name or the stating words must hold, apart by spaces.
    pub query: String,
    /// Only this theme; the empty id is for observations without one.
    pub theme: Option<String>,
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only this period.
    pub period: Option<String>,
    /// Only where the level or the change is bound so.
    pub bound: Option<Bound>,
    /// Only the indicators of the catalogue.
    pub headline: bool,
    /// In which order.
    pub sort: Sort,
}

impl Filter {
    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        Self { sort: Sort::Reading, ..self.clone() } == Self::default()
    }
}

/// Ids of the observations that a filter lets through, in its order.
pub fn select(analysis: &Analysis, text: &Text, filter: &Filter) -> Vec<u32> {
    if filter.is_empty() && filter.sort == Sort::Reading {
        return analysis.observations.iter().map(|o| o.id).collect();
    }
    let query = lower(&filter.query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut chosen: Vec<&Observation> =
        analysis.observations.iter().filter(|o| lets(filter, &words, o, text)).collect();
    match filter.sort {
        Sort::Reading => {}
        Sort::Name => order::by(&mut chosen, |a, b| a.name <= b.name),
        Sort::Level => order::by(&mut chosen, |a, b| amount(a) >= amount(b)),
        Sort::Change => order::by(&mut chosen, |a, b| growth(a) >= growth(b)),
    }
    chosen.iter().map(|o| o.id).collect()
}

fn growth(o: &Observation) -> Option<Number> {
    o.change.as_ref().filter(|c| c.unit == "%").map(|c| c.value)
}

fn amount(o: &Observation) -> Option<(&str, Number)> {
    let level = o.level.as_ref()?;
    match (&level.base_unit, level.base_value) {
        (Some(unit), Some(value)) => Some((unit, value)),
        _ => Some((&level.unit, level.value)),
    }
}

fn lets(filter: &Filter, words: &[&str], o: &Observation, text: &Text) -> bool {
    let bounds = [o.level.as_ref().map(|l| l.bound), o.change.as_ref().map(|c| c.bound)];
    filter.theme.as_ref().is_none_or(|theme| *theme == o.theme.clone().unwrap_or_default())
        && filter.kind.is_none_or(|kind| kind == o.kind)
        && filter.period.as_ref().is_none_or(|period| o.period.as_ref() == Some(period))
        && filter.bound.is_none_or(|bound| bounds.contains(&Some(bound)))
        && (!filter.headline || o.indicator.is_some())
        && holds(words, o, text)
}

/// Whether each word stands in the name, in the words, or in what the catalogue calls it.
fn holds(words: &[&str], o: &Observation, text: &Text) -> bool {
    let indicator = o.indicator.as_deref().filter(|_| !words.is_empty()).and_then(catalogue::get);
    let (names, en) = indicator.map_or(("", ""), |i| (i.names, i.en));
    words.iter().all(|word| {
        [&o.name, text.slice(o.span), names, en].into_iter().any(|place| lower(place).contains(word))
    })
}

/// Small letters for capitals and narrow ones for full-width ones, for the alphabets that reports write and people search in. The standard library knows every
/// alphabet there is, in tables that would be kilobytes of the page's first visit.
fn lower(text: &str) -> String {
    let letter = |c: char| match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => below(c, 0x20),
        'Ѐ'..='Џ' => below(c, 0x50),
        'Ⅰ'..='Ⅿ' => below(c, 0x10),
        'Ⓐ'..='Ⓩ' => below(c, 0x1a),
        _ => c,
    };
    text.chars().map(|c| letter(narrow(c))).collect()
}

/// Full-width letters, digits and marks as those of ASCII.
fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

fn below(c: char, by: u32) -> char {
    char::from_u32(c as u32 + by).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::views::fixture::{change, level, observation};

    #[test]
    fn capitals_are_small_letters_too() {
        for capitals in ["GDP", "ÀÖØÞ×", "ΑΡΣΫ", "ЀЏАЯ", "ⅠⅫ", "ⒶⓏ", "第Ⅱ阶段 PM2.5"]
        {
            assert_eq!(lower(capitals), capitals.to_lowercase());
        }
    }

    #[test]
    fn what_is_written_wide_or_called_otherwise_is_found() {
        let text = Text::new("生产总值１００亿元，ＰＭ２．５浓度30".into());
        let mut output = observation(0, "生产总值");
        output.span = Span::new(0, 9);
        output.indicator = Some("gdp".into());
        let mut air = observation(1, "ＰＭ２．５浓度");
        air.span = Span::new(10, 19);
        let analysis = Analysis { observations: vec![output, air], ..Analysis::default() };
        let found =
            |query: &str| select(&analysis, &text, &Filter { query: query.into(), ..Filter::default() });
        for (query, ids) in [
            ("100亿", &[0][..]),
            ("１００", &[0]),
            ("pm2.5", &[1]),
            ("gdp", &[0]),
            ("地区生产总值", &[0]),
            ("ＧＤＰ 生产", &[0]),
            ("粮食", &[]),
        ] {
            assert_eq!(found(query), ids, "{query}");
        }
    }

    #[test]
    fn filters_narrow_and_sorts_order() {
        let text = Text::new("粮食产量14万吨，力争油料产量3万吨以上".into());
        let mut grain = observation(0, "粮食产量");
        grain.span = Span::new(0, 8);
        grain.level = level("14", "万吨");
        grain.change = change("3");
        grain.indicator = Some("grain_output".into());
        let mut oil = observation(1, "油料产量");
        oil.span = Span::new(9, 20);
        oil.level = level("30", "万吨");
        oil.level.as_mut().unwrap().bound = Bound::AtLeast;
        oil.kind = Kind::Target;
        oil.period = Some("2024".into());
        let analysis = Analysis { observations: vec![grain, oil], ..Analysis::default() };
        let all = Filter::default();
        let rows: &[(Filter, &[u32])] = &[
            (all.clone(), &[0, 1]),
            (Filter { query: "力争 产量".into(), ..all.clone() }, &[1]),
            (Filter { query: "煤".into(), ..all.clone() }, &[]),
            (Filter { kind: Some(Kind::Target), ..all.clone() }, &[1]),
            (Filter { period: Some("2024".into()), ..all.clone() }, &[1]),
            (Filter { bound: Some(Bound::AtLeast), ..all.clone() }, &[1]),
            (Filter { headline: true, ..all.clone() }, &[0]),
            (Filter { theme: Some(String::new()), ..all.clone() }, &[0, 1]),
            (Filter { theme: Some("income".into()), ..all.clone() }, &[]),
            (Filter { sort: Sort::Level, ..all.clone() }, &[1, 0]),
            (Filter { sort: Sort::Change, ..all.clone() }, &[0, 1]),
        ];
        for (filter, ids) in rows {
            assert_eq!(select(&analysis, &text, filter), *ids, "{filter:?}");
        }
        assert!(Filter { sort: Sort::Name, ..all }.is_empty());
    }
}
