use super::Dispatch;
use crate::brief;
use crate::browser::{files, share};
use crate::format;
use crate::i18n::fill;
use crate::report::Shared;
use crate::samples::Sample;
use crate::state::{State, View};
use yew::prelude::*;

/// The page's state, of which the report and the view go into the links.
#[derive(Properties, PartialEq)]
pub struct ShareProps {
    /// The page's state.
    pub state: State,
}

/// What a link may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Report,
    Results,
    Sample,
}

/// Links to the report: with its text, with its results only, or to the sample that it is.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let state = &props.state;
    let (words, views) = (state.words(), state.lang.views());
    // None while they are made.
    let links = use_state(|| None::<Vec<(Holds, String)>>);
    {
        let links = links.clone();
        use_effect_with((state.report.clone(), state.view), move |(report, view)| {
            let (report, view) = (report.clone(), *view);
            wasm_bindgen_futures::spawn_local(async move {
                links.set(Some(match report {
                    Some(report) => make(&report, view).await,
                    None => Vec::new(),
                }));
            });
        });
    }
    let body = match links.as_ref() {
        None => html! { <progress aria-label={words.share_title}></progress> },
        Some(links) if links.is_empty() => html! { <p class="error">{ words.share_failed }</p> },
        Some(links) => links
            .iter()
            .map(|(holds, link)| {
                let (title, text, testid) = match holds {
                    Holds::Report => (views.share_report, words.share_text, "share-link"),
                    Holds::Results => (views.share_results, views.share_results_text, "share-results"),
                    Holds::Sample => (views.share_sample, views.share_sample_text, "share-sample"),
                };
                let copy = {
                    let (link, dispatch) = (link.clone(), dispatch.clone());
                    Callback::from(move |_: MouseEvent| {
                        if let Some(dispatch) = &dispatch {
                            files::copy(link.clone(), dispatch.clone());
                        }
                    })
                };
                let length = link.len();
                // What is known of each: the least that its programs of today take.
                let channels = [
                    (views.channel_office, 2_000),
                    (views.channel_code, 2_900),
                    (views.channel_safari, 80_000),
                    (views.channel_browser, 1_000_000),
                ];
                html! {
                    <section class="share">
                        <h3>{ title }</h3>
                        <p>{ text }</p>
                        <div class="link-row">
                            <input class="link-box" readonly=true value={link.clone()} aria-label={title} data-testid={testid} />
                            <button type="button" class="primary" data-testid={format!("{testid}-copy")} onclick={copy}>{ words.share_copy }</button>
                        </div>
                        <p>{ fill(words.share_length, &[&format::count(length)]) }</p>
                        <ul class="channels">{ for channels.iter().map(|(name, takes)| {
                            let fits = length <= *takes;
                            html! {
                                <li class={if fits { "fits" } else { "cut" }}>
                                    <span aria-hidden="true">{ if fits { "✓" } else { "✗" } }</span>{ " " }{ fill(name, &[&format::count(*takes)]) }
                                    <span class="sr">{ if fits { views.channel_fits } else { views.channel_cut } }</span>
                                </li>
                            }
                        }) }</ul>
                    </section>
                }
            })
            .collect(),
    };
    html! { <>{ body }<p class="muted">{ views.share_chat }</p></> }
}

/// The links that can be made, the fullest first.
async fn make(report: &Shared, view: View) -> Vec<(Holds, String)> {
    let page = crate::browser::window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default().to_owned();
    let mut links = Vec::new();
    if !report.is_brief()
        && let Some(packed) = share::pack(share::REPORT, &report.pasted).await
    {
        links.push((Holds::Report, packed));
    }
    let paired = report.pairs.iter().flat_map(|pair| [Some(pair.target), pair.result]).flatten();
    let results = brief::write(&report.whole(), &paired.collect());
    links.extend(share::pack(share::RESULTS, &results).await.map(|packed| (Holds::Results, packed)));
    let sample = Sample::ALL.into_iter().find(|sample| sample.is(&report.pasted));
    links.extend(sample.map(|sample| (Holds::Sample, format!("sample={}", sample.id()))));
    links.into_iter().map(|(holds, packed)| (holds, format!("{page}#{packed}&view={}", view.id()))).collect()
}
