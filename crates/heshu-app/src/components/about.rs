use crate::browser::parts;
use crate::i18n::Lang;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Which rule.
#[derive(Properties, PartialEq)]
pub struct AboutProps {
    /// Its id.
    pub rule: String,
    /// Language.
    pub lang: Lang,
}

/// What a rule says of itself, one click away. It stands in the page of rules (`docs/rules.md`), which is loaded when
/// somebody first asks.
#[component]
pub fn About(props: &AboutProps) -> Html {
    let AboutProps { rule, lang } = props;
    let words = lang.words();
    // None while it was not asked for or is loaded; the inner one where it could not be had.
    let page = use_state(|| None::<Option<Page>>);
    let Some(info) = heshu_core::checks::rule(rule) else {
        return html! { <code class="rule">{ rule }</code> };
    };
    let ontoggle = {
        let (page, rule) = (page.clone(), rule.clone());
        Callback::from(move |event: Event| {
            let element = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
            if page.is_some() || !element.is_some_and(|e| e.has_attribute("open")) {
                return;
            }
            let (page, rule) = (page.clone(), rule.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let file =
                    parts::file("rules.md").await.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
                page.set(Some(file.and_then(|file| Page::read(&file, &rule))));
            });
        })
    };
    let labels = [words.rule_promises, words.rule_assumes, words.rule_wrong];
    html! {
        <details class="about" {ontoggle}>
            <summary data-testid="rule" tabindex="-1">{ words.rule }{ lang.pick((info.name.zh, info.name.en)) }<code class="rule">{ rule }</code></summary>
            { match page.as_ref() {
                None => html! { <p class="muted">{ "…" }</p> },
                Some(None) => html! { <p class="muted">{ words.err_load }</p> },
                Some(Some(page)) => html! {
                    <dl data-testid="rule-page">
                        { for labels.into_iter().zip(&page.parts).map(|(label, pair)| html! { <><dt>{ label }</dt><dd>{ pick(*lang, pair) }</dd></> }) }
                        <dt>{ words.rule_examples }</dt>
                        { for page.examples.iter().map(|(text, verdict)| html! {
                            <dd class="example"><span lang="zh-CN">{ text }</span><b>{ pick(*lang, verdict) }</b></dd>
                        }) }
                    </dl>
                },
            } }
        </details>
    }
}

fn pick(lang: Lang, pair: &(String, String)) -> String {
    match lang {
        Lang::Zh => pair.0.clone(),
        Lang::En => pair.1.clone(),
    }
}

/// The part of the page of rules that is about one rule; pairs are Chinese and English.
#[derive(Debug, PartialEq, Eq)]
struct Page {
    /// What it checks, what it takes for granted, when it is no error.
    parts: Vec<(String, String)>,
    /// Small reports and what the rule says of them.
    examples: Vec<(String, (String, String))>,
}

impl Page {
    /// Finds it in the file.
    fn read(file: &str, rule: &str) -> Option<Self> {
        let section =
            file.split("\n## ").find_map(|section| section.strip_prefix(rule)?.strip_prefix('\n'))?;
        let mut lines = section.lines();
        let (mut parts, mut examples) = (Vec::new(), Vec::new());
        while let Some(line) = lines.next() {
            if let Some((_, zh)) = line.strip_prefix("- ").and_then(|line| line.split_once('：')) {
                let en = lines.next().unwrap_or_default().trim();
                parts.push((zh.to_owned(), en.to_owned()));
            } else if let Some((text, verdict)) = example(line) {
                let (zh, en) = verdict.split_once(' ').unwrap_or((verdict, verdict));
                examples.push((text.replace("<br>", "\n"), (zh.to_owned(), en.to_owned())));
            }
        }
        Some(Self { parts, examples })
    }
}

/// A row of the table of examples, which is not its head: `| text | verdict |`.
fn example(line: &str) -> Option<(&str, &str)> {
    let (text, verdict) = line.strip_prefix("| ")?.strip_suffix(" |")?.rsplit_once(" | ")?;
    (text != "例").then_some((text, verdict))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_page_in_both_languages_with_examples() {
        let file = include_str!("../../../../docs/rules.md");
        for info in heshu_core::checks::rules() {
            let page = Page::read(file, info.id).unwrap_or_else(|| panic!("{} has no page", info.id));
            assert_eq!(page.parts.len(), 3, "{}", info.id);
            assert!(
                page.parts.iter().all(|(zh, en)| !zh.is_empty() && en.is_ascii() || en.len() > 20),
                "{page:?}"
            );
            assert!(page.examples.len() >= 2, "{}", info.id);
            assert!(page.examples.iter().all(|(text, (zh, en))| !text.contains('<') && zh != en));
        }
        assert_eq!(Page::read(file, "no-such-rule"), None);
    }
}
