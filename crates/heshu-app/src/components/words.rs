use super::Dispatch;
use crate::browser::files;
use crate::format;
use crate::i18n::{Lang, Views, fill};
use crate::report::Shared;
use crate::state::{Action, Message, Notice, OWN_LIST, Pane, Target};
use heshu_core::model::{Part, Span};
use heshu_core::views::{Counted, WordCount, count_words, csv, own_words, sheets, word_lists};
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// How many hits of a word are listed at first.
const SHOWN: usize = 40;
/// So many code units of its sentence stand on either side of a hit.
const AROUND: u32 = 14;

/// What the view shows.
#[derive(Properties, PartialEq)]
pub struct WordsProps {
    /// The report.
    pub report: Shared,
    /// Language.
    pub lang: Lang,
    /// What is selected.
    pub selected: Option<Target>,
    /// Id of the list.
    pub list: String,
    /// The person's own list, as written.
    pub own: String,
}

/// How often the words of a list stand in the report, and where.
#[component]
pub fn WordsView(props: &WordsProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let WordsProps { report, lang, selected, list, own } = props;
    let words = lang.views();
    let with_annex = use_state(|| false);
    let open = use_state(|| None::<String>);
    let say = Callback::from(move |action: Action| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(action);
        }
    });
    let annexes: Vec<Span> =
        report.analysis.sections.iter().filter(|s| s.part == Part::Annex).map(|s| s.span).collect();
    let count =
        use_memo((report.clone(), list.clone(), own.clone(), *with_annex), |(report, list, own, all)| {
            let source = word_lists().iter().find(|l| l.id == list).map_or(own.as_str(), |l| l.words);
            let without = if *all { &[][..] } else { &annexes };
            count_words(&report.text, &own_words(source), without)
        });
    let is_own = list == OWN_LIST;
    let name = list_name(list, *lang);
    let choices = word_lists().iter().map(|l| l.id).chain([OWN_LIST]).map(|id| {
        let pressed = (id == list).to_string();
        let onclick = say.reform(move |_: MouseEvent| Action::WordList(id.to_owned()));
        html! { <button type="button" class="toggle" data-testid={format!("list-{id}")} aria-pressed={pressed} {onclick}>{ list_name(id, *lang) }</button> }
    });
    let oninput = {
        let say = say.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target().and_then(|t| t.dyn_into::<HtmlTextAreaElement>().ok()) {
                say.emit(Action::OwnWords(area.value()));
            }
        })
    };
    let annex = {
        let with_annex = with_annex.clone();
        Callback::from(move |_: MouseEvent| with_annex.set(!*with_annex))
    };
    let export = {
        let (say, count, name) = (say.clone(), count.clone(), name.to_owned());
        let file = format!("{}-{list}.csv", report.file_stem());
        Callback::from(move |_: MouseEvent| {
            if files::save(&file, "text/csv;charset=utf-8", &csv(&sheets::words(&count, &name))).is_some() {
                say.emit(Action::Say(Notice::of(Message::Saved, file.clone())));
            }
        })
    };
    let (found, absent): (Vec<&Counted>, Vec<&Counted>) =
        count.words.iter().partition(|word| !word.hits.is_empty());
    let rows = found.iter().map(|word| {
        let is_open = open.as_ref() == Some(&word.word);
        let toggle = {
            let (open, word) = (open.clone(), word.word.clone());
            Callback::from(move |_: MouseEvent| open.set((open.as_ref() != Some(&word)).then(|| word.clone())))
        };
        html! {
            <>
                <tr data-testid="word" data-item="">
                    <th scope="row" lang="zh-CN"><button type="button" class="go" tabindex="-1" aria-expanded={is_open.to_string()} onclick={toggle}>{ &word.word }</button></th>
                    { figures(&count, word.hits.len(), word.characters()) }
                </tr>
                if is_open {
                    <tr class="hits"><td colspan="5">{ hits(report, word, *selected, &say) }
                        if word.hits.len() > SHOWN { <p class="muted">{ fill(words.more_hits, &[&(word.hits.len() - SHOWN).to_string()]) }</p> }
                    </td></tr>
                }
            </>
        }
    });
    html! {
        <>
            <p class="lead">{ words.words_lead }</p>
            <div class="filters" role="group" aria-label={words.word_list}>{ for choices }</div>
            if is_own {
                <label class="own-words"><span>{ words.own_words }</span>
                    <textarea rows="4" data-testid="own-words" placeholder={words.own_words_hint} value={own.clone()} {oninput} />
                </label>
            }
            if !annexes.is_empty() {
                <button type="button" class="toggle" aria-pressed={with_annex.to_string()} onclick={annex}>{ words.with_annex }</button>
            }
            if found.is_empty() {
                <p class="nothing" role="status">{ if is_own && own.trim().is_empty() { words.own_words_empty } else { words.words_none } }</p>
            } else {
                <div class="word-total">
                    <p role="status" data-testid="word-total">{ total(&count, words) }</p>
                    <button type="button" class="secondary" data-testid="words-csv" onclick={export}>{ words.words_csv }</button>
                </div>
                <div class="table-wrap" tabindex="0" role="region" aria-label={name.to_owned()}>
                    <table class="data words">
                        <thead><tr>
                            <th scope="col">{ words.th_word }</th>
                            { for [words.th_hits, words.th_per_thousand, words.th_characters, words.th_share].iter().map(|label| html! { <th scope="col" class="num">{ *label }</th> }) }
                        </tr></thead>
                        <tbody>{ for rows }</tbody>
                        <tfoot><tr><th scope="row">{ words.all_words }</th>{ figures(&count, count.hits(), count.hit_characters()) }</tr></tfoot>
                    </table>
                </div>
            }
            if !absent.is_empty() {
                <p class="absent"><b>{ words.words_absent }</b><span lang="zh-CN">{ absent.iter().map(|w| w.word.as_str()).collect::<Vec<_>>().join("、") }</span></p>
            }
            <p class="absent">{ words.words_rule }</p>
        </>
    }
}

/// A list of words with what people call it: id, name, words. It is the person's own where no ready list has the id.
pub fn list_of(id: &str, own: &str, lang: Lang) -> (String, String, String) {
    let ready = word_lists().iter().find(|list| list.id == id);
    (id.to_owned(), list_name(id, lang).to_owned(), ready.map_or(own, |list| list.words).to_owned())
}

/// What a list is called.
pub fn list_name(id: &str, lang: Lang) -> &'static str {
    word_lists().iter().find(|l| l.id == id).map_or(lang.views().own_list, |l| lang.pick((l.zh, l.en)))
}

fn total(count: &WordCount, words: &Views) -> String {
    let (hits, characters) = (count.hits(), count.hit_characters());
    let values = [
        format::count(hits),
        format::count(characters),
        count.percent(characters).to_string(),
        format::count(count.characters as usize),
    ];
    fill(words.words_total, &values.each_ref().map(String::as_str))
}

fn figures(count: &WordCount, hits: usize, characters: usize) -> Html {
    html! {
        <>
            <td class="num">{ hits }</td>
            <td class="num">{ count.per_thousand(hits).to_string() }</td>
            <td class="num">{ characters }</td>
            <td class="num">{ format!("{}%", count.percent(characters)) }</td>
        </>
    }
}

/// The hits of a word, each between the words around it.
fn hits(report: &Shared, word: &Counted, selected: Option<Target>, say: &Callback<Action>) -> Html {
    let list = word.hits.iter().take(SHOWN).map(|hit| {
        let hit = *hit;
        let before = report.text.slice(Span::new(hit.start.saturating_sub(AROUND), hit.start));
        let before = before.rsplit('\n').next().unwrap_or_default();
        let after = report.text.slice(Span::new(hit.end, hit.end + AROUND));
        let after = after.split('\n').next().unwrap_or_default();
        let is_selected = selected == Some(Target::Place(hit));
        let onclick = say.reform(move |_: MouseEvent| Action::Select(Target::Place(hit), Pane::Findings));
        html! {
            <li data-item="" class={classes!(is_selected.then_some("selected"))}>
                <button type="button" class="cell" tabindex="-1" data-testid="hit" {onclick}>
                    <span class="before">{ before }</span><b>{ report.text.slice(hit) }</b><span>{ after }</span>
                </button>
            </li>
        }
    });
    html! { <ul lang="zh-CN">{ for list }</ul> }
}
