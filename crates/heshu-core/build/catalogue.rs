//! The catalogue of indicators: `data/indicators/*.toml` (one file a theme), `data/themes.toml`,
//! `data/naming.toml`. Checks them and writes `catalogue.rs`.

use crate::automaton::Builder;
use crate::spelling;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The ids that the contract fixes: a catalogue without one of them must not build.
const FIXED_IDS: &str = "gdp gdp_per_capita primary_value_added secondary_value_added tertiary_value_added \
    services_value_added industry_value_added industry_output industry_profit fixed_investment \
    industrial_investment private_investment infrastructure_investment property_investment budget_revenue \
    tax_revenue budget_expenditure livelihood_expenditure retail_sales online_retail trade exports imports fdi \
    investment_attracted income_all income_urban income_rural cpi urban_jobs unemployment_surveyed \
    unemployment_registered urbanization population grain_output grain_area farm_output livestock_stock \
    meat_output tourist_visits tourism_revenue energy_intensity rd_intensity hightech_firms market_entities \
    air_quality_days pm25 surface_water_quality forest_coverage deposits loans power_use labor_transfer \
    high_standard_farmland vocational_training industry_structure";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Indicator {
    zh: String,
    en: String,
    aliases: Vec<String>,
    /// Aliases that mean the indicator only where no level stands beside them: 经济增长5%.
    #[serde(default)]
    change_only: Vec<String>,
    /// Aliases that mean it only with a level of the indicator's dimension: 粮食14万吨.
    #[serde(default)]
    level_only: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
    dimension: String,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    prices: Prices,
    #[serde(default)]
    better: Better,
    #[serde(default)]
    usual: Usual,
}

#[derive(Deserialize, Default, Debug)]
#[serde(rename_all = "snake_case")]
enum Prices {
    Constant,
    Current,
    #[default]
    None,
}

#[derive(Deserialize, Default, Debug)]
#[serde(rename_all = "snake_case")]
enum Better {
    Up,
    Down,
    #[default]
    Neither,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Usual {
    nation: Option<String>,
    province: Option<String>,
    prefecture: Option<String>,
    county: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Theme {
    id: String,
    zh: String,
    en: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
struct Themes {
    theme: Vec<Theme>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Naming {
    before: Vec<String>,
    after: Vec<String>,
    places: Vec<String>,
    not_places: Vec<String>,
    compounds: BTreeMap<String, Vec<String>>,
    /// Choices that patterns may name: `{build}公厕`.
    groups: BTreeMap<String, String>,
}

/// What the catalogue needs of `units.toml`.
#[derive(Deserialize)]
struct Units {
    unit: Vec<Unit>,
}

#[derive(Deserialize)]
struct Unit {
    forms: Vec<String>,
    dimension: String,
    base: String,
}

/// Reads, checks and writes the catalogue.
pub fn compile(data: &Path, out: &Path) -> Result<(), String> {
    let themes: Themes = read(&data.join("themes.toml"))?;
    let naming: Naming = read(&data.join("naming.toml"))?;
    let mut code = String::new();
    let theme_ids = write_themes(&themes.theme, &mut code)?;
    write_naming(&naming, &mut code)?;
    let dimensions = write_units(&read(&data.join("units.toml"))?, &naming.compounds, &mut code)?;

    let mut indicators = BTreeMap::new();
    for theme in &theme_ids {
        let path = data.join("indicators").join(format!("{theme}.toml"));
        if !path.exists() {
            continue;
        }
        let entries: BTreeMap<String, Indicator> = read(&path)?;
        for (id, indicator) in entries {
            if indicators.insert(id.clone(), (theme.clone(), indicator)).is_some() {
                return Err(format!("the indicator {id} stands in two files; the second is {theme}.toml"));
            }
        }
    }
    every_file_is_a_theme(&data.join("indicators"), &theme_ids)?;
    for id in FIXED_IDS.split_whitespace() {
        if !indicators.contains_key(id) {
            return Err(format!("the catalogue has no entry for {id}, which the contract fixes"));
        }
    }
    write_indicators(&indicators, &dimensions, &naming.groups, &mut code)?;
    let fixed: Vec<&str> = FIXED_IDS.split_whitespace().collect();
    let _ = writeln!(code, "#[cfg(test)]\nstatic FIXED_IDS: &[&str] = &{fixed:?};");
    fs::write(out.join("catalogue.rs"), code).map_err(|e| format!("cannot write catalogue.rs: {e}"))
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T, String> {
    let text = fs::read_to_string(path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}

fn every_file_is_a_theme(folder: &Path, themes: &[String]) -> Result<(), String> {
    let files = fs::read_dir(folder).map_err(|e| format!("cannot read {}: {e}", folder.display()))?;
    for file in files.flatten() {
        let stem = file.path().file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        if !themes.contains(&stem) {
            return Err(format!("{} is named after no theme of themes.toml", file.path().display()));
        }
    }
    Ok(())
}

fn write_themes(themes: &[Theme], code: &mut String) -> Result<Vec<String>, String> {
    let mut ids: Vec<String> = Vec::new();
    let mut words = Builder::default();
    code.push_str("static THEMES: &[Theme] = &[\n");
    for theme in themes {
        let place = u16::try_from(ids.len()).map_err(|_| "too many themes")?;
        if ids.contains(&theme.id) {
            return Err(format!("the theme {} stands twice in themes.toml", theme.id));
        }
        ids.push(theme.id.clone());
        let _ = writeln!(code, "Theme {{ id: {:?}, zh: {:?}, en: {:?} }},", theme.id, theme.zh, theme.en);
        for word in &theme.words {
            words.add(word, place, spelling::spell)?;
        }
    }
    code.push_str("];\n");
    let words = words.build(|word, places| match places {
        [place] => Ok(*place),
        _ => Err(format!("the word {word} stands under two themes in themes.toml")),
    })?;
    words.write("THEME_WORDS", code)?;
    Ok(ids)
}

fn write_naming(naming: &Naming, code: &mut String) -> Result<(), String> {
    for (name, list) in [("BEFORE", &naming.before), ("AFTER", &naming.after)] {
        let mut words = Builder::default();
        for pattern in list {
            words.add(pattern, 0, spelling::spell)?;
        }
        words.build(|_, _| Ok(0))?.write(name, code)?;
    }
    let _ = writeln!(code, "static PLACES: &[&str] = &{:?};", naming.places);
    let _ = writeln!(code, "static NOT_PLACES: &[&str] = &{:?};", naming.not_places);
    Ok(())
}

/// Writes which dimension a unit's ending tells. Gives each dimension with the unit that its values are compared
/// in: an empty one for counts, none where its units are not comparable (天, 小时).
fn write_units(
    units: &Units,
    compounds: &BTreeMap<String, Vec<String>>,
    code: &mut String,
) -> Result<BTreeMap<String, Option<String>>, String> {
    let mut endings: BTreeMap<String, String> = BTreeMap::new();
    let mut dimensions = BTreeMap::from([("count".to_owned(), Some(String::new()))]);
    for unit in &units.unit {
        let base = dimensions.entry(unit.dimension.clone()).or_insert_with(|| Some(unit.base.clone()));
        if base.as_ref().is_some_and(|base| *base != unit.base) {
            *base = None;
        }
        endings.extend(unit.forms.iter().map(|form| (spelling::spell_unit(form), unit.dimension.clone())));
    }
    for (dimension, forms) in compounds {
        dimensions.insert(dimension.clone(), forms.first().cloned());
        for form in forms.iter().map(|form| spelling::spell_unit(form)) {
            if let Some(other) = endings.insert(form.clone(), dimension.clone()) {
                return Err(format!("the unit {form} stands under {other} and under {dimension}"));
            }
        }
    }
    // Read from the end, so that the longest ending is found in one reading: 万美元 is not taken for 元.
    let names: Vec<&String> = dimensions.keys().collect();
    let mut automaton = Builder::default();
    for (ending, dimension) in &endings {
        let place = names.iter().position(|name| *name == dimension).ok_or("no such dimension")?;
        let place = u16::try_from(place).map_err(|_| "too many dimensions")?;
        automaton.add(&ending.chars().rev().collect::<String>(), place, str::to_owned)?;
    }
    let _ = writeln!(code, "static DIMENSIONS: &[&str] = &{names:?};");
    let one = |unit: &str, places: &[u16]| places.first().copied().ok_or(format!("{unit} has no dimension"));
    automaton.build(one)?.write("UNIT_ENDINGS", code)?;
    Ok(dimensions)
}

fn write_indicators(
    indicators: &BTreeMap<String, (String, Indicator)>,
    dimensions: &BTreeMap<String, Option<String>>,
    groups: &BTreeMap<String, String>,
    code: &mut String,
) -> Result<(), String> {
    let mut aliases = Builder::default();
    let mut patterns: Vec<String> = Vec::new();
    // Like beside like: it compresses better. Names end with what they are.
    let mut indicators: Vec<_> = indicators.iter().collect();
    indicators
        .sort_by_key(|(id, (theme, indicator))| (theme, indicator.zh.chars().rev().collect::<String>(), *id));
    let mut columns: [Vec<String>; 9] = Default::default();
    for (place, (id, (theme, indicator))) in indicators.iter().enumerate() {
        for dimension in indicator.also.iter().chain([&indicator.dimension]) {
            if !dimensions.contains_key(dimension) {
                return Err(format!("{id} has the unknown dimension {dimension}"));
            }
        }
        if indicator.zh.is_empty() || indicator.en.is_empty() {
            return Err(format!("{id} lacks a name in one of the languages"));
        }
        let usual = [
            &indicator.usual.nation,
            &indicator.usual.province,
            &indicator.usual.prefecture,
            &indicator.usual.county,
        ]
        .into_iter()
        .map(|range| {
            range.as_deref().map(|r| parse_range(r).ok_or(format!("{id}: {r} is no range like 5亿..2万亿")))
        })
        .map(Option::transpose)
        .collect::<Result<Vec<_>, _>>()?;
        let base_unit = dimensions.get(&indicator.dimension).cloned().flatten();
        if base_unit.is_none() && usual.iter().any(Option::is_some) {
            return Err(format!(
                "{id} has a usual range, but {} has no unit to give it in",
                indicator.dimension
            ));
        }
        // Read when it is first needed: as text it is a fraction of the size.
        let prices = format!("{:?}", indicator.prices);
        let better = format!("{:?}", indicator.better);
        let (also, not) = (indicator.also.join(" "), indicator.not.join(" "));
        let usual = if usual.iter().any(Option::is_some) {
            let written = usual.iter().map(|range| {
                range.map_or(String::new(), |(low, high)| format!("{},{}", short(low), short(high)))
            });
            written.collect::<Vec<_>>().join(" ")
        } else {
            String::new()
        };
        let fields: [&str; 9] = [
            id,
            &indicator.en,
            theme,
            &indicator.dimension,
            &also,
            prices.get(..2).unwrap_or_default(),
            better.get(..1).unwrap_or_default(),
            &not,
            &usual,
        ];
        let parted =
            indicator.also.iter().chain(&indicator.not).any(|word| word.contains(char::is_whitespace));
        let broken = fields.iter().any(|field| field.contains(['\t', '\n']))
            || indicator.zh.contains(['\t', '\n', '[', ']', '|']);
        if parted || broken {
            return Err(format!("{id} holds white space or a mark where none may stand"));
        }
        for (column, field) in columns.iter_mut().zip(fields) {
            column.push(field.to_owned());
        }
        // The name itself is an alias, too. Two bits of the value say when an alias holds.
        let place = u16::try_from(place).map_err(|_| "too many indicators")? * 4;
        aliases.add(&indicator.zh, place, spelling::spell).map_err(|e| format!("{id}: {e}"))?;
        let lists = [(&indicator.aliases, 0), (&indicator.change_only, 1), (&indicator.level_only, 2)];
        let mut spelled: Vec<String> = vec![indicator.zh.clone()];
        let name = spelling::spell(&indicator.zh);
        if name != indicator.zh {
            spelled.push(name);
        }
        for (list, when) in lists {
            for pattern in list {
                let pattern = groups.iter().fold(pattern.clone(), |pattern, (name, choices)| {
                    pattern.replace(&format!("{{{name}}}"), &format!("[{choices}]"))
                });
                if pattern.contains('{') {
                    return Err(format!("{id}: the pattern {pattern} names no group of naming.toml"));
                }
                aliases.add(&pattern, place + when, spelling::spell).map_err(|e| format!("{id}: {e}"))?;
                let sign = ["", "?", "!"].get(usize::from(when)).copied().unwrap_or_default();
                spelled.push(sign.to_owned() + &spelled_pattern(&pattern));
            }
        }
        patterns.push(spelled.join("\t"));
    }
    // A column after the other, for the same reason.
    let columns = columns.map(|column| column.join("\n"));
    let _ = writeln!(code, "static INDICATOR_COLUMNS: &str = {:?};", columns.join("\t"));
    let owner = |value: &u16| indicators.get(usize::from(value / 4)).map_or("", |(id, _)| id.as_str());
    // The automaton finds every alias that two indicators claim. What is kept are the patterns, which are lighter.
    aliases.build(|alias, values| match values {
        [first, others @ ..] if others.iter().all(|other| other / 4 == first / 4) => {
            // Unconditional beats conditional; two conditions are alternatives.
            let unconditional = values.iter().any(|value| value % 4 == 0);
            let conditions = values.iter().fold(0, |all, value| all | (value % 4));
            Ok(first / 4 * 4 + if unconditional { 0 } else { conditions })
        }
        [first, .., last] => {
            let mut owners = [owner(first), owner(last)];
            owners.sort_unstable();
            Err(format!("the alias {alias} belongs to both {}", owners.join(" and ")))
        }
        _ => Err(format!("the alias {alias} has no value")),
    })?;
    // Each line begins with the indicator's name.
    let _ = writeln!(code, "static PATTERNS: &str = {:?};", patterns.join("\n"));
    Ok(())
}

/// A number without its zeros, and how many there were: `5e12`.
fn short(number: i64) -> String {
    let digits = number.to_string();
    let kept = digits.trim_end_matches('0');
    match digits.len() - kept.len() {
        zeros if zeros > 2 && !kept.is_empty() => format!("{kept}e{zeros}"),
        _ => digits,
    }
}

/// A pattern with its letters in the catalogue's spelling and its groups as they are.
fn spelled_pattern(pattern: &str) -> String {
    const MARKS: [char; 3] = ['[', '|', ']'];
    let spelled = |piece: &str| {
        let letters = piece.trim_end_matches(MARKS);
        spelling::spell(letters) + piece.strip_prefix(letters).unwrap_or_default()
    };
    pattern.split_inclusive(MARKS).map(spelled).collect()
}

/// `5亿..2万亿` in thousandths of the base unit.
fn parse_range(range: &str) -> Option<(i64, i64)> {
    let (low, high) = range.split_once("..")?;
    let (low, high) = (parse_number(low)?, parse_number(high)?);
    (low < high).then_some((low, high))
}

fn parse_number(written: &str) -> Option<i64> {
    let digits = written.trim_end_matches(['万', '亿']);
    let scale = match written.strip_prefix(digits)? {
        "" => 1,
        "万" => 10_000,
        "亿" => 100_000_000,
        "万亿" => 1_000_000_000_000,
        _ => return None,
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if part.len() > 3 {
        return None;
    }
    let thousandths: i64 = format!("{whole}{part:0<3}").parse().ok()?;
    thousandths.checked_mul(scale)
}
