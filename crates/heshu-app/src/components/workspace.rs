use super::{
    Dispatch, cards::Cards, charts::ChartsProps, checks::ChecksProps, filters::Filters,
    promises::PromisesProps, repairs::RepairsProps, roving, source::Source, summary::Summary,
    table::TableProps, tabs::Tabs, targets::TargetsProps, words::WordsProps,
};
use crate::browser::page;
use crate::listing;
use crate::pieces;
use crate::report::Shared;
use crate::state::{Action, Pane, State, Target, View};
use yew::prelude::*;

/// What the workspace shows.
#[derive(Properties, PartialEq)]
pub struct WorkspaceProps {
    /// The page's state.
    pub state: State,
    /// The report.
    pub report: Shared,
}

/// The report at the left, the findings at the right; on narrow screens one of them at a time.
#[component]
pub fn Workspace(props: &WorkspaceProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let WorkspaceProps { state, report } = props;
    let words = state.words();
    let lang = state.lang;
    use_follow(state);
    let list = use_node_ref();
    {
        let list = list.clone();
        use_effect_with((), move |()| {
            let watch = roving::watch(&list);
            move || drop(watch)
        });
    }
    let chosen = listing::chosen(state, report);
    let count = chosen.len();
    let selected = state.selected.map(|s| s.target);
    let shown = state.shown();
    let limit = shown.end;
    let pane = |pane: Pane, label: &'static str, testid: &'static str| {
        let dispatch = dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(dispatch) = &dispatch {
                dispatch.dispatch(Action::Pane(pane));
            }
        });
        let pressed = (state.pane == pane).to_string();
        html! { <button type="button" data-testid={testid} aria-pressed={pressed} {onclick}>{ label }</button> }
    };
    let view = match state.view {
        view if report.is_brief() && view.needs_text() => {
            html! { <p class="nothing">{ words.brief_text }</p> }
        }
        View::Cards => html! {
            <Cards report={report.clone()} {lang} {selected} {chosen} sort={state.filter.sort} {shown} />
        },
        View::Table => {
            pieces::table_view(lang, TableProps { report: report.clone(), lang, selected, chosen, shown })
        }
        View::Targets => {
            pieces::targets_view(lang, TargetsProps { report: report.clone(), lang, selected, limit })
        }
        View::Checks => pieces::checks_view(
            lang,
            ChecksProps {
                report: report.clone(),
                lang,
                selected,
                judgements: state.judgements.clone(),
                limit,
            },
        ),
        View::Promises => {
            pieces::promises_view(lang, PromisesProps { report: report.clone(), lang, selected, limit })
        }
        View::Charts => pieces::charts_view(lang, ChartsProps { report: report.clone(), lang }),
        View::Words => pieces::words_view(
            lang,
            WordsProps {
                report: report.clone(),
                lang,
                selected,
                list: state.word_list.clone(),
                own: state.own_words.clone(),
            },
        ),
        View::Repairs => pieces::repairs_view(
            lang,
            RepairsProps { report: report.clone(), lang, selected, busy: state.work.is_some(), limit },
        ),
    };
    let title = match state.view {
        View::Cards => words.tab_cards,
        View::Targets => words.tab_targets,
        View::Checks => words.tab_checks,
        View::Promises => words.tab_promises,
        View::Table => words.tab_table,
        View::Charts => words.tab_charts,
        View::Words => words.tab_words,
        View::Repairs => words.tab_repairs,
    };
    let filtered = matches!(state.view, View::Cards | View::Table);
    let showing = match state.pane {
        Pane::Text => "show-text",
        Pane::Findings => "show-findings",
    };
    html! {
        <main class={classes!("workspace", showing)}>
            if report.is_brief() {
                <section class="source" aria-label={words.text_pane} data-testid="source"><p class="nothing">{ words.brief_text }</p></section>
            } else {
                <Source report={report.clone()} {lang} selected={state.selected} />
            }
            <section class="findings" id="findings" tabindex="-1" aria-label={words.findings_pane} data-testid="findings">
                <Summary report={report.unless(true)} {lang} />
                if report.is_brief() { <p class="brief" role="note" data-testid="brief">{ words.brief }</p> }
                <Tabs report={report.clone()} {lang} view={state.view} />
                if filtered {
                    <Filters report={report.clone()} {lang} filter={state.filter.clone()}
                        count={count} />
                }
                <div class="view" role="tabpanel" id="view" ref={list.clone()} onfocusin={roving::on_focus(&list)} onkeydown={roving::on_key(&list)} aria-labelledby={format!("tab-{}", state.view.id())}
                    data-testid={format!("view-{}", state.view.id())}>
                    <h2 class="sr">{ title }</h2>
                    { view }
                </div>
            </section>
            <div class="pane-switch" role="group" aria-label={words.panes}>
                { pane(Pane::Text, words.text_pane, "show-text") }
                { pane(Pane::Findings, words.findings_pane, "show-findings") }
            </div>
        </main>
    }
}

/// The pane in which nothing was clicked follows the one in which something was.
#[hook]
fn use_follow(state: &State) {
    use_effect_with(state.selected, |selected| {
        let Some(selected) = *selected else { return };
        match (selected.from, selected.target) {
            (Pane::Findings, _) => {
                // On narrow screens the card is out of sight now, and the focus must not stay with it.
                page::scroll_to("[data-testid=source] .lit", page::narrow());
            }
            (Pane::Text, Target::Observation(id)) => {
                // A second gliding scroll would stop the first one.
                page::reveal(&format!("[data-testid=source] [data-observation=\"{id}\"]"));
                page::scroll_to(&format!(".view [data-observation=\"{id}\"]"), true);
            }
            (Pane::Text, _) => {
                page::scroll_to("[data-testid=source] .lit", false);
            }
        }
    });
}
