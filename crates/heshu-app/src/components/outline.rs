use super::{Dispatch, icon::Icon};
use crate::i18n::{Lang, fill};
use crate::report::Shared;
use crate::state::{Action, Pane, Target};
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// So many headings are listed at first, and so many more at a time.
const PAGE: usize = 200;

/// The outline's report.
#[derive(Properties, PartialEq)]
pub struct OutlineProps {
    /// The report.
    pub report: Shared,
    /// Language.
    pub lang: Lang,
}

/// The sections, to jump by.
#[component]
pub fn Outline(props: &OutlineProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let OutlineProps { report, lang } = props;
    let words = lang.words();
    // A closed list is not drawn: a long text has thousands of headings.
    let limit = use_state(|| 0usize);
    let ontoggle = {
        let limit = limit.clone();
        Callback::from(move |event: Event| {
            let element = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
            let open = element.is_some_and(|e| e.has_attribute("open"));
            limit.set(if open { PAGE } else { 0 });
        })
    };
    let more = {
        let limit = limit.clone();
        Callback::from(move |event: MouseEvent| {
            // The menu stays open.
            event.stop_propagation();
            limit.set(*limit + PAGE);
        })
    };
    let listed = || report.headings.iter().filter(|h| h.level <= 2);
    let left = listed().count().saturating_sub(*limit).min(PAGE);
    let go = |section: usize| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dispatch) = &dispatch {
                dispatch.dispatch(Action::Select(Target::Section(section), Pane::Text));
            }
        })
    };
    html! {
        <details class="menu outline" {ontoggle}>
            <summary class="tool" data-testid="outline"><Icon name="list" /><span>{ words.outline }</span></summary>
            <ol>
                { for listed().take(*limit).filter_map(|heading| {
                    let section = report.analysis.sections.get(heading.section)?;
                    let number = section.number.clone().map(|n| format!("{n} ")).unwrap_or_default();
                    Some(html! {
                        <li class={format!("depth-{}", heading.level)}>
                            <button type="button" onclick={go(heading.section)} lang="zh-CN">
                                <span class="outline-title">{ number }{ &section.title }</span>
                                if heading.observations > 0 {
                                    <span class="outline-count" lang={lang.tag()}>{ fill(words.outline_count, &[&heading.observations.to_string()]) }</span>
                                }
                            </button>
                        </li>
                    })
                }) }
                if *limit > 0 && left > 0 {
                    <li><button type="button" onclick={more}>{ fill(words.show_more, &[&left.to_string()]) }</button></li>
                }
            </ol>
        </details>
    }
}
