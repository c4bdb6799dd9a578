//! What a number is of, where the words of time stand further off: a year that begins a stretch, a look back of one
//! line, a base that holds for a whole list.

use super::rows;
use crate::model::{Basis, Kind};

fn periods(part: &str, lines: &str) -> Vec<(String, String)> {
    rows(part, lines).into_iter().map(|o| (o.name, o.period.unwrap_or_default())).collect()
}

#[track_caller]
fn assert_periods(lines: &str, expected: &[(&str, &str)]) {
    let read = periods("review", lines);
    let read: Vec<(&str, &str)> =
        read.iter().map(|(name, period)| (name.as_str(), period.as_str())).collect();
    assert_eq!(read, expected, "{lines}");
}

#[test]
fn a_year_that_begins_a_stretch() {
    assert_periods("2019年以来，累计建成安置房1200套。", &[("建成安置房", "2019/2023")]);
    assert_periods("从2021年开始，累计救助困难学生4200人次。", &[("救助困难学生", "2021/2023")]);
    assert_periods("2023年以来，新建学校3所。", &[("新建学校", "2023")]);
    assert_periods("自2020年以来，粮食产量达到30万吨。", &[("粮食产量", "2023")]);
}

#[test]
fn a_line_of_an_annual_report_looks_back_by_itself() {
    assert_periods(
        "2023年，全县新建学校3所。\n五年来，累计新建改建农村公路300公里，群众出行更加便利。\n改造管网20公里。",
        &[("新建学校", "2023"), ("新建改建农村公路", "2019/2023"), ("改造管网", "2023")],
    );
    // A line without a number announces what follows.
    assert_periods(
        "2023年，全县新建学校3所。\n五年来，我们攻坚克难，办成了许多大事要事难事，城乡面貌焕然一新。\n改造管网20公里。",
        &[("新建学校", "2023"), ("改造管网", "2019/2023")],
    );
}

#[test]
fn what_one_change_is_held_against_holds_for_the_next() {
    let sentence = "2023年，生产总值300亿元，比2018年增长40%，投资增长60%，外贸由12亿元增加到30亿元。";
    let read: Vec<_> = rows("review", sentence)
        .into_iter()
        .map(|o| (o.period.unwrap_or_default(), o.change.map(|change| change.basis)))
        .collect();
    let expected =
        [("2023", Some(Basis::Since)), ("2023", Some(Basis::Since)), ("2018", None), ("2023", None)];
    assert_eq!(read, expected.map(|(period, basis)| (period.to_owned(), basis)));
    let last = |sentence| rows("review", sentence).pop().and_then(|o| o.change).map(|change| change.basis);
    assert_eq!(last("产值比2018年增长40%，税收同比增长6%。"), Some(Basis::Yoy));
    assert_eq!(last("产值比2018年增长40%；2023年税收增长6%。"), Some(Basis::Yoy));
    assert_eq!(last("产值比2018年增长65%，粮食产量12万吨、增长2%。"), Some(Basis::Yoy));
}

#[test]
fn a_base_that_stands_before_what_it_is_of() {
    let read = |sentence: &str| -> Vec<_> {
        rows("review", sentence).into_iter().filter_map(|o| o.change).map(|change| change.basis).collect()
    };
    let since = Basis::Since;
    assert_eq!(read("2023年与2018年相比，生产总值增长46%，年均增长7.9%。"), [since, Basis::AnnualAverage]);
    assert_eq!(read("开发区成立以来引进企业40家，工业产值增长63%。"), [since]);
    assert_eq!(read("新区成立以来引进企业40家，产值增长63%，税收同比增长5%。"), [since, Basis::Yoy]);
    assert_eq!(read("与周边县相比，产值增长6%。"), [Basis::Yoy]);
    assert_eq!(read("与上年相比，产值增长6%。"), [Basis::Yoy]);
}

#[test]
fn what_grew_from_is_of_the_year_compared_with() {
    assert_periods(
        "2023年与2018年相比，生产总值由120亿元增加到210亿元，年均增长7%。",
        &[("生产总值", "2018"), ("生产总值", "2023")],
    );
    assert_periods("与2018年相比，住房由30套增加到70套。", &[("住房", "2018"), ("住房", "2023")]);
}

#[test]
fn growth_over_years_is_of_all_of_them() {
    let read = |sentence: &str| rows("review", sentence).pop().and_then(|o| o.change).map(|c| c.basis);
    assert_eq!(read("五年来，外贸进出口增长两倍。"), Some(Basis::Cumulative));
    assert_eq!(read("“十四五”以来，生产总值年均增长6%。"), Some(Basis::AnnualAverage));
    assert_eq!(read("五年来，生产总值增速保持在6%以上。"), Some(Basis::Yoy));
    assert_eq!(read("生产总值连续三年增长6%以上。"), Some(Basis::Yoy));
    assert_eq!(read("五年来，居民收入扣除价格因素实际增长40%。"), Some(Basis::Real));
}

#[test]
fn a_vision_speaks_for_its_line() {
    let read = |lines: &str| periods("plan", lines);
    let vision = "经过五年奋斗，到2028年，基本建成现代化城区。经济总量突破600亿元，城镇化率达到70%。";
    let goal = |name: &str, year: &str| (name.to_owned(), year.to_owned());
    assert_eq!(read(vision), [goal("经济总量", "2028"), goal("城镇化率", "2028")]);
    assert_eq!(read(&format!("{vision}\n新建学校3所。")).pop(), Some(goal("新建学校", "2024")));
    assert_eq!(read("到2028年，建成现代化城区。今年新建学校3所。"), [goal("新建学校", "2024")]);
    assert_eq!(
        read("到2028年，森林覆盖率达到50%。新建学校3所。"),
        [goal("森林覆盖率", "2028"), goal("新建学校", "2024")]
    );
}

#[test]
fn a_late_report_tells_of_the_year_it_plans_for() {
    let read = |date: &str| -> Vec<_> {
        let report = format!(
            "甲县人民政府工作报告\n{date}在甲县第一届人民代表大会第三次会议上\n各位代表：\n现在，我代表甲县人民政府向大会报告工作。\n\
             一、2023年工作回顾\n新建学校3所。今年以来，复工企业120家。\n二、2024年重点工作\n新建医院1所。\n"
        );
        let rows = crate::analyze(&report, &crate::Options::default()).observations;
        rows.into_iter().map(|o| (o.period.unwrap_or_default(), o.kind)).collect()
    };
    let row = |year: &str, kind| (year.to_owned(), kind);
    let plan = row("2024", Kind::Target);
    let (then, now) = (row("2023", Kind::Actual), row("2024", Kind::Actual));
    assert_eq!(read("2024年5月20日"), [then.clone(), now, plan.clone()]);
    assert_eq!(read("2024年1月20日"), [then.clone(), then, plan]);
}

#[test]
fn a_part_of_a_plan() {
    assert_periods("“十四五”前三年，生产总值年均增长6.8%。", &[("生产总值", "2021/2023")]);
}

#[test]
fn what_was_got_is_no_promise() {
    let force = |heading, sentence| rows(heading, sentence).pop().and_then(|row| row.commitment_force);
    assert_eq!(force("review", "争取上级资金3亿元。"), None);
    assert_eq!(force("plan", "争取上级资金3亿元。"), Some("争取".to_owned()));
}

#[test]
fn what_there_is_stands_in_a_plan_as_it_is() {
    let kinds = |sentence: &str| -> Vec<_> {
        rows("plan", sentence).into_iter().map(|o| (o.kind, o.period)).collect()
    };
    let now = (Kind::Actual, Some("2023".to_owned()));
    let goal = (Kind::Target, Some("2024".to_owned()));
    assert_eq!(kinds("全县现有骨干企业120家，上市企业仅占4.2%。"), [now.clone(), now.clone()]);
    assert_eq!(kinds("现有骨干企业120家，年内要达到150家。"), [now, goal.clone()]);
    assert_eq!(kinds("对现有30家骨干企业实施改造。"), [goal]);
}
