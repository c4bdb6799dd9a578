use crate::i18n::{Lang, fill};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Whose password is asked for.
#[derive(Properties, PartialEq)]
pub struct PasswordFormProps {
    /// The id of the field.
    pub id: AttrValue,
    /// The file's name.
    pub name: String,
    /// Whether one was wrong.
    pub wrong: bool,
    /// Whether one is being tried.
    #[prop_or_default]
    pub trying: bool,
    /// Language.
    pub lang: Lang,
    /// Who is told the password.
    pub onpassword: Callback<String>,
}

/// The field for a file's password, under the words that ask for it.
#[component]
pub fn PasswordForm(props: &PasswordFormProps) -> Html {
    let PasswordFormProps { id, name, wrong, trying, lang, onpassword } = props;
    let words = lang.words();
    let input = use_node_ref();
    let onsubmit = {
        let (input, trying, onpassword) = (input.clone(), *trying, onpassword.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = input.cast::<HtmlInputElement>().filter(|_| !trying) {
                // Another one is written over it.
                let _ = input.focus();
                input.select();
                onpassword.emit(input.value());
            }
        })
    };
    let ask = match (trying, wrong) {
        (true, _) => words.reading,
        (false, true) => words.password_wrong,
        (false, false) => words.password_ask,
    };
    html! {
        <form {onsubmit}>
            <p role="status"><label for={id}>{ fill(ask, &[name]) }</label></p>
            <p class="intake-row">
                <input ref={input} {id} type="password" autocomplete="off" required={true} data-testid="password-box" />
                <button type="submit" class="primary" data-testid="password-open">{ words.password_open }</button>
            </p>
        </form>
    }
}
