//! Names of what the core speaks of by id: themes, kinds of repair.

use crate::i18n::Lang;

/// A theme's name. An id that has no name yet is shown as it is.
pub fn theme(id: &str, lang: Lang) -> String {
    let pair = match id {
        "" => (lang.words().no_theme, lang.words().no_theme),
        "economy" | "growth" | "macro" => ("综合经济", "Economy"),
        "industry" => ("工业", "Industry"),
        "investment" => ("投资", "Investment"),
        "finance" | "fiscal" => ("财政金融", "Public finance"),
        "consumption" => ("消费", "Consumption"),
        "trade" => ("外贸外资", "Trade"),
        "income" => ("居民收入", "Incomes"),
        "employment" | "jobs" => ("就业", "Jobs"),
        "agriculture" => ("农业农村", "Agriculture"),
        "tourism" => ("文化旅游", "Tourism"),
        "environment" => ("生态环境", "Environment"),
        "innovation" => ("科技创新", "Innovation"),
        "education" => ("教育", "Education"),
        "health" => ("卫生健康", "Health"),
        "population" => ("人口城镇化", "Population"),
        other => return other.to_owned(),
    };
    lang.pick(pair).to_owned()
}

/// What a kind of repair does. An id that has no name yet is shown as it is.
pub fn repair(id: &str, lang: Lang) -> String {
    let pair = match id {
        "reversed_page" => ("倒序的页面", "Pages in reverse"),
        "unwrap" | "unwrapped" => ("断开的行", "Broken lines"),
        "page_break" | "page_number" => ("页码与分页", "Page numbers and breaks"),
        "spaced_characters" | "spaces" | "spacing" => ("多余的空格", "Stray spaces"),
        other => return other.replace('_', " "),
    };
    lang.pick(pair).to_owned()
}
