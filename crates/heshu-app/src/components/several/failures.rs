use crate::browser::{page, several};
use crate::components::password::PasswordForm;
use crate::i18n::{Lang, fill};
use crate::several::Failed;
use std::rc::Rc;
use yew::prelude::*;

/// What could not be read.
#[derive(Properties, PartialEq)]
pub struct FailuresProps {
    /// All of it.
    pub failed: Rc<Vec<Failed>>,
    /// Language.
    pub lang: Lang,
}

/// The files that could not be read, each with what to do, or with the question for its password.
#[component]
pub fn Failures(props: &FailuresProps) -> Html {
    let FailuresProps { failed, lang } = props;
    let before = use_mut_ref(|| 0);
    use_effect_with(failed.len(), move |now| {
        // The field that had the focus may be gone.
        if *now < before.replace(*now) {
            wasm_bindgen_futures::spawn_local(async {
                page::keep_focus(".failures input").await;
                page::keep_focus("#findings").await;
            });
        }
    });
    if failed.is_empty() {
        return Html::default();
    }
    let lines = failed.iter().map(|failed| {
        let asks = failed.why.wants_password().filter(|_| failed.locked.is_some());
        let line = match asks {
            Some(wrong) => {
                let onpassword = {
                    let failed = failed.clone();
                    Callback::from(move |password: String| several::unlock(failed.clone(), password))
                };
                let (id, name) = (format!("password-{}", failed.id), failed.name.clone());
                html! { <PasswordForm {id} {name} {wrong} trying={failed.trying} lang={*lang} {onpassword} /> }
            }
            None => {
                html! { <><b>{ &failed.name }</b>{ lang.pick(("：", ": ")) }{ lang.say(&failed.why.sentence) }</> }
            }
        };
        html! { <li key={failed.id}>{ line }</li> }
    });
    // What asks for something is not put away.
    let open = failed.len() <= 5 || failed.iter().any(|failed| failed.locked.is_some());
    html! {
        <details class="failures" {open} data-testid="several-failed">
            <summary>{ fill(lang.several().failures, &[&failed.len().to_string()]) }</summary>
            <ul>{ for lines }</ul>
        </details>
    }
}
