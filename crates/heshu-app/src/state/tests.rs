use super::*;
use heshu_core::checks::Audit;
use heshu_core::model::{Analysis, Bound, Kind, LevelValue, Observation, SCHEMA_VERSION, Span};

fn observation(id: u32, theme: Option<&str>) -> Observation {
    Observation {
        id,
        name: format!("第{id}项"),
        indicator: None,
        theme: theme.map(str::to_owned),
        region: None,
        period: None,
        kind: Kind::Actual,
        level: Some(LevelValue {
            value: 1.into(),
            written: "1".into(),
            unit: "个".into(),
            bound: Bound::Exact,
            upper: None,
            base_value: None,
            base_unit: None,
            span: Span::new(id * 2, id * 2 + 1),
        }),
        change: None,
        share_of: None,
        commitment_force: None,
        span: Span::new(id * 2, id * 2 + 1),
        section: None,
        source: Span::default(),
        construction: String::new(),
        doubt: None,
    }
}

fn report(pasted: &str, count: u32, without_repairs: &[&str]) -> Shared {
    let analysis = Analysis {
        schema: SCHEMA_VERSION.into(),
        text: "1，".repeat(count as usize),
        observations: (0..count).map(|id| observation(id, (id % 2 == 0).then_some("income"))).collect(),
        ..Analysis::default()
    };
    Shared::new(pasted.into(), analysis, without_repairs.iter().map(|kind| kind.to_string()).collect())
}

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(State::default(), |mut state, action| {
        state.apply(action);
        state
    })
}

fn with_report(count: u32) -> State {
    after([Action::Analyze("报告".into()), Action::Analyzed(1, report("报告", count, &[]))])
}

#[test]
fn a_text_is_analysed_and_shown() {
    let state = after([Action::Analyze("报告".into())]);
    assert_eq!(state.work.as_ref().map(|w| w.id), Some(1));
    let state = with_report(2);
    assert!(state.work.is_none());
    assert_eq!(state.report.map(|r| r.analysis.observations.len()), Some(2));
}

#[test]
fn an_empty_text_says_what_to_do_and_loses_nothing() {
    let mut state = with_report(2);
    state.apply(Action::Analyze("  \n".into()));
    assert!(state.report.is_some() && state.work.is_none());
    assert!(state.notice.is_some_and(|n| n.message.is_error()));
}

#[test]
fn late_results_are_dropped() {
    let mut state = after([Action::Analyze("甲".into()), Action::Analyze("乙".into())]);
    state.apply(Action::Analyzed(1, report("甲", 1, &[])));
    assert!(state.report.is_none());
    state.apply(Action::Analyzed(2, report("乙", 3, &[])));
    assert_eq!(state.report.map(|r| r.pasted.to_string()), Some("乙".into()));
}

#[test]
fn cancelling_or_breaking_keeps_the_report() {
    for ending in [Action::Cancel, Action::Broke(2)] {
        let mut state = with_report(2);
        state.apply(Action::Analyze("乙".into()));
        state.apply(ending);
        assert!(state.work.is_none() && state.report.is_some() && state.notice.is_some());
        state.apply(Action::Analyzed(2, report("乙", 9, &[])));
        assert_eq!(state.report.map(|r| r.analysis.observations.len()), Some(2));
    }
}

#[test]
fn clearing_can_be_undone() {
    let mut state = with_report(2);
    state.apply(Action::Clear);
    assert!(state.report.is_none() && state.notice.as_ref().is_some_and(|n| n.message == Message::Cleared));
    state.apply(Action::Undo);
    assert!(state.report.is_some() && state.notice.is_none());
}

#[test]
fn selecting_in_one_pane_turns_to_the_other() {
    let mut state = with_report(2);
    state.apply(Action::View(View::Checks));
    state.apply(Action::Select(Target::Check(0), Pane::Findings));
    assert_eq!((state.pane, state.view), (Pane::Text, View::Checks));
    state.apply(Action::Select(Target::Observation(1), Pane::Text));
    assert_eq!((state.pane, state.view), (Pane::Findings, View::Cards));
}

#[test]
fn a_selected_number_always_has_its_card_on_the_page() {
    let mut state = with_report(300);
    state.apply(Action::Filter(Filter { query: "没有这样的".into(), ..Filter::default() }));
    state.apply(Action::Select(Target::Observation(299), Pane::Text));
    let report = state.report.clone().unwrap();
    let chosen = crate::listing::chosen(&state, &report);
    let shown = crate::listing::groups(&report, &chosen, state.filter.sort, state.first..state.limit);
    assert!(shown.iter().any(|group| group.observations.contains(&299)));
}

#[test]
fn another_view_begins_with_its_first_page_and_the_cards_still_reach_the_selected_one() {
    let mut state = with_report(300);
    state.apply(Action::Select(Target::Observation(299), Pane::Text));
    let reaches = state.limit;
    assert!(reaches >= 300);
    state.apply(Action::View(View::Checks));
    assert_eq!(state.limit, PAGE);
    state.apply(Action::View(View::Cards));
    assert_eq!(state.limit, reaches);
}

#[test]
fn a_card_far_down_is_shown_with_its_page_only_and_the_pages_before_come_when_asked_for() {
    let mut state = with_report(3000);
    state.apply(Action::Select(Target::Observation(2999), Pane::Text));
    assert_eq!((state.first, state.limit), (2940, 3000));
    state.apply(Action::Earlier);
    assert_eq!((state.first, state.limit), (2880, 3000));
    state.apply(Action::Select(Target::Observation(0), Pane::Text));
    assert_eq!((state.first, state.limit), (0, PAGE));
    // Half of them have a theme, and stand first.
    state.apply(Action::Select(Target::Observation(200), Pane::Text));
    assert_eq!((state.first, state.limit), (0, 120));
}

#[test]
fn stepping_goes_through_the_numbers_and_stops_at_the_ends() {
    let mut state = with_report(3);
    let mut steps = Vec::new();
    for by in [1, 1, 1, 1, -1, -1, -1] {
        state.apply(Action::Step(by));
        let Some(Target::Observation(id)) = state.selected.map(|s| s.target) else { panic!("nothing") };
        steps.push(id);
    }
    assert_eq!(steps, [0, 1, 2, 2, 1, 0, 0]);
}

#[test]
fn switching_a_repair_off_analyses_the_same_text_anew_and_stays_in_place() {
    let mut state = with_report(2);
    state.apply(Action::View(View::Repairs));
    state.apply(Action::Repair("unwrap".into(), false));
    let work = state.work.clone().unwrap();
    assert_eq!((&*work.text, work.without_repairs), ("报告", vec!["unwrap".to_owned()]));
    state.apply(Action::Analyzed(work.id, report("报告", 1, &["unwrap"])));
    assert_eq!(state.view, View::Repairs);
    state.apply(Action::Repair("unwrap".into(), true));
    assert_eq!(state.work.map(|w| w.without_repairs), Some(vec![]));
}

#[test]
fn a_judgement_can_be_taken_back() {
    let mut state = with_report(1);
    state.apply(Action::Judge("k".into(), Some(Judgement::Agreed)));
    assert_eq!(state.judgements.get("k"), Some(&Judgement::Agreed));
    state.apply(Action::Judge("k".into(), None));
    assert!(state.judgements.is_empty());
}

#[test]
fn checks_come_to_the_report_they_are_of_wherever_it_is() {
    let read = |pasted| Shared::before_checks(Rc::from(pasted), report("", 2, &[]).whole(), Vec::new());
    let (old, new) = (read("甲"), read("乙"));
    let audited = old.audited(Audit::default());
    let mut state = after([Action::Analyze("甲".into()), Action::Analyzed(1, old.clone())]);
    assert!(state.report.as_ref().is_some_and(|r| *r == old && *r != audited));
    state.apply(Action::Select(Target::Observation(1), Pane::Findings));
    state.apply(Action::Audited(audited.clone()));
    assert!(state.report.as_ref() == Some(&audited) && state.selected.is_some());
    // What the checks are silent on is drawn once.
    assert!(old.unless(true) == audited.unless(true));

    let mut state =
        after([Action::Analyze("甲".into()), Action::Analyzed(1, old), Action::Analyze("乙".into())]);
    state.apply(Action::Analyzed(2, new.clone()));
    state.apply(Action::Audited(audited.clone()));
    assert!(state.report.as_ref() == Some(&new) && state.previous.as_ref() == Some(&audited));
}

#[test]
fn a_printed_list_is_whole_and_then_as_it_was() {
    let mut state = with_report(400);
    state.apply(Action::Select(Target::Observation(351), Pane::Text));
    let shown = state.shown();
    assert!(shown.start > 0 && shown.end < 400 + PAGE, "{shown:?}");
    state.apply(Action::Print(true));
    assert_eq!(state.shown(), 0..PRINTED);
    state.apply(Action::Print(false));
    assert_eq!(state.shown(), shown);
}
