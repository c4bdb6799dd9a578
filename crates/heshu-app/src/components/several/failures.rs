use crate::i18n::{Lang, fill};
use heshu_core::model::Bilingual;
use std::rc::Rc;
use yew::prelude::*;

/// What could not be read.
#[derive(Properties, PartialEq)]
pub struct FailuresProps {
    /// Its names, and why.
    pub failed: Rc<Vec<(String, Bilingual)>>,
    /// Language.
    pub lang: Lang,
}

/// The files that could not be read, each with what to do.
#[component]
pub fn Failures(props: &FailuresProps) -> Html {
    let FailuresProps { failed, lang } = props;
    if failed.is_empty() {
        return Html::default();
    }
    html! {
        <details class="failures" open={failed.len() <= 5} data-testid="several-failed">
            <summary>{ fill(lang.several().failures, &[&failed.len().to_string()]) }</summary>
            <ul>{ for failed.iter().map(|(name, why)| html! { <li><b>{ name }</b>{ lang.pick(("：", ": ")) }{ lang.say(why) }</li> }) }</ul>
        </details>
    }
}
