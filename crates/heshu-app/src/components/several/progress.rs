use crate::browser::several;
use crate::i18n::{Lang, fill};
use crate::several::Progress;
use yew::prelude::*;

/// How far the work is.
#[derive(Properties, PartialEq)]
pub struct ProgressProps {
    /// None where nothing is under way.
    pub progress: Option<Progress>,
    /// Language.
    pub lang: Lang,
}

/// One bar for all files.
#[component]
pub fn ProgressView(props: &ProgressProps) -> Html {
    let words = props.lang.several();
    let line = props.progress.map(|progress| {
        let Progress { total, done, going, failed } = progress;
        let numbers = [done, going, failed, total].map(|n| n.to_string());
        let numbers = numbers.each_ref().map(String::as_str);
        html! {
            <div class="working" data-testid="several-progress">
                <progress aria-label={words.add} max={total.to_string()} value={(done + failed).to_string()}></progress>
                <span>{ fill(words.progress, &numbers) }</span>
                <button type="button" class="plain" data-testid="several-cancel" onclick={|_: MouseEvent| several::cancel()}>
                    { props.lang.words().cancel }
                </button>
            </div>
        }
    });
    html! { <div role="status">{ line }</div> }
}
