//! Growth: its verb, its pace, and the years it is of.

use super::{assert_rows, show};

#[track_caller]
fn assert_periods(part: &str, sentence: &str, expected: &[(&str, &str)]) {
    let rows = super::rows(part, sentence);
    let read: Vec<_> = rows.iter().map(|o| (show(o), o.period.clone().unwrap_or_default())).collect();
    let expected: Vec<_> =
        expected.iter().map(|(row, years)| ((*row).to_owned(), (*years).to_owned())).collect();
    assert_eq!(read, expected, "{sentence}");
}

#[test]
fn a_verb_before_its_object_moves_it() {
    assert_rows("压减一般性支出10%以上。", &["一般性支出 = | ≥-10%"]);
    assert_rows("减少会议25.6%、文件26.6%。", &["会议 = | -25.6%", "文件 = | -26.6%"]);
    assert_rows("降低企业用电成本5%，减免税费3亿元。", &["企业用电成本 = | -5%", "减免税费 = 3亿元"]);
    // A rate stands at a percentage; what is counted was done.
    assert_rows("提升垃圾分类覆盖率95%。", &["提升垃圾分类覆盖率 = 95%"]);
    assert_rows("提升改造公园12个。", &["提升改造公园 = 12个"]);
}

#[test]
fn a_longer_verb_of_action_is_no_growth() {
    assert_rows(
        "新建高标准农田252万亩、改造提升43万亩。",
        &["新建高标准农田 = 252万亩", "高标准农田改造提升 = 43万亩"],
    );
    assert_rows("带动碳减排700万吨以上。", &["带动碳减排 = ≥700万吨"]);
    assert_rows("二氧化硫减排5.2%。", &["二氧化硫 = | -5.2%"]);
    assert_rows("加快6个项目建设。", &["项目建设 = 6个"]);
}

#[test]
fn the_pace_of_growth() {
    assert_rows("生产总值以年均8.5%的速度增长。", &["生产总值 = | 8.5%"]);
    assert_rows(
        "工业总产值2136亿元，增长15.8%，增速较上年加快4.2个百分点。",
        &["工业总产值 = 2136亿元 | 15.8%", "工业总产值增速 = | 4.2个百分点"],
    );
    assert_rows(
        "规上工业增加值增长9.6%，增速高于全省2.1个百分点，居全省第2位。",
        &[
            "规上工业增加值 = | 9.6%",
            "规上工业增加值增速高于全省 = 2.1个百分点",
            "规上工业增加值增速全省位次 = 2位",
        ],
    );
    assert_rows("户年均增收3000元以上。", &["户均增收 = | ≥3000元"]);
}

#[test]
fn growth_over_several_years() {
    assert_periods("review", "生产总值五年年均增长8.5%。", &[("生产总值 = | 8.5%", "2019/2023")]);
    assert_periods(
        "review",
        "生产总值86.5亿元，增长6.1%，两年平均增长7.3%。",
        &[("生产总值 = 86.5亿元 | 6.1%", "2023"), ("生产总值 = | 7.3%", "2022/2023")],
    );
    assert_periods("review", "服务业增加值连续两年平均增长4.2%。", &[("服务业增加值 = | 4.2%", "2022/2023")]);
    assert_periods(
        "review",
        "五年县财政用于科技的投入达到34亿元。",
        &[("县财政用于科技的投入 = 34亿元", "2019/2023")],
    );
    assert_periods("review", "“十四五”以来，新建学校12所。", &[("新建学校 = 12所", "2021/2023")]);
    assert_periods("plan", "50年来，经济总量翻了七番以上。", &[("经济总量 = | ≥7番", "1974/2023")]);
}

#[test]
fn a_running_plan_is_spoken_of_in_one_line_only() {
    assert_periods(
        "review",
        "“十四五”以来，新建学校12所。\n新建医院2所。",
        &[("新建学校 = 12所", "2021/2023"), ("新建医院 = 2所", "2023")],
    );
}

#[test]
fn numbers_for_what_stands_before_them() {
    assert_rows(
        "营业收入50亿元、上缴税收2亿元，同比增长12%、8%。",
        &["营业收入 = 50亿元 | 12%", "上缴税收 = 2亿元 | 8%"],
    );
    assert_rows(
        "接待游客216万人次，旅游收入12亿元，分别增长64万人次、4亿元。",
        &["接待游客 = 216万人次 | 64万人次", "旅游收入 = 12亿元 | 4亿元"],
    );
    assert_rows(
        "新增甲类企业12家、乙类企业56家，累计分别达到38家、512家。",
        &["新增甲类企业 = 12家", "新增乙类企业 = 56家", "甲类企业 = 38家", "乙类企业 = 512家"],
    );
    assert_rows(
        "城乡低保标准分别提高到每人每月720元和560元。",
        &["城镇低保标准 = 720元", "农村低保标准 = 560元"],
    );
    assert_rows("2022年，生产总值增长3.1%；2023年，增长6.3%。", &["生产总值 = | 3.1%", "生产总值 = | 6.3%"]);
}

#[test]
fn what_fell_to_none() {
    let rows = super::rows("review", "贫困发生率从12.6%降至0，36个村全部出列。");
    let read: Vec<_> = rows.iter().map(|o| (show(o), o.period.as_deref())).collect();
    assert_eq!(read.first(), Some(&("贫困发生率 = 12.6%".to_owned(), Some("2022"))));
}

#[test]
fn more_or_less_than_before() {
    assert_rows("同比减少交通事故56起。", &["交通事故 = | -56起"]);
    assert_rows(
        "修建公路花费7亿元，比上个五年增加道路投资3亿元。",
        &["修建公路花费 = 7亿元", "道路投资 = | 3亿元"],
    );
    assert_rows("财政收入翻了近两番。", &["财政收入 = | <2番"]);
    assert_rows(
        "一般公共预算收入完成86亿元，为预算的102.3%，同比增长5.6%。",
        &["一般公共预算收入 = 86亿元 | 5.6%", "一般公共预算收入完成预算比例 = 102.3%"],
    );
    assert_rows("占比首次超过50%，达到51.3%。", &["占比 = >50%", "占比 = 51.3%"]);
}

#[test]
fn several_that_grew_got_somewhere_or_have_a_place() {
    assert_rows(
        "旅游总人数、总收入分别增长12%、15%，分别达到860万人次、78亿元。",
        &["旅游总人数 = 860万人次 | 12%", "旅游总收入 = 78亿元 | 15%"],
    );
    assert_rows(
        "甲覆盖率从38%提高到46%，乙覆盖率从52%提高到61%，分别提高8个和9个百分点。",
        &["甲覆盖率 = 38%", "甲覆盖率 = 46% | 8个百分点", "乙覆盖率 = 52%", "乙覆盖率 = 61% | 9个百分点"],
    );
    assert_rows(
        "固定资产投资和农业产值分别增长9%、8%，均居全省第2位。",
        &[
            "固定资产投资 = | 9%",
            "农业产值 = | 8%",
            "固定资产投资增速全省位次 = 2位",
            "农业产值增速全省位次 = 2位",
        ],
    );
}

#[test]
fn how_it_was_made_comparable_may_be_a_clause_of_its_own() {
    assert_rows("生产总值102.8亿元，按可比价格计算，同比增长6.3%。", &["生产总值 = 102.8亿元 | 6.3%"]);
}
