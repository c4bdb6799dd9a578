//! What is stated without a measure word, of what was missed, or of nothing; and names that a verb or a clause runs into.

use super::{assert_rows, rows};
use crate::model::Kind;

#[test]
fn things_counted_without_a_measure_word() {
    assert_rows("带动4000农户增收。", &["带动农户增收 = 4000"]);
    assert_rows("300余企业上云。", &["企业上云 = >300"]);
    assert_rows("举办2023企业家大会。", &[]);
    assert_rows("参保率和办结率实现了两个100%。", &[]);
    assert_rows("改造管网1 0条。", &[]);
}

#[test]
fn a_target_that_was_missed_is_no_result() {
    for sentence in [
        "投资未完成增长8%的目标。",
        "投资没有实现8%的增长目标。",
        "没有实现年初确定的投资增长8%、税收增长9%的目标。",
    ] {
        let rows = rows("review", sentence);
        assert!(!rows.is_empty() && rows.iter().all(|row| row.kind == Kind::Target), "{sentence}: {rows:?}");
    }
    let sentence = "生产总值增长5%，没有实现7%的预期目标。";
    let read: Vec<_> =
        rows("review", sentence).into_iter().map(|row| (super::show(&row), row.kind)).collect();
    let expected = [("生产总值 = | 5%", Kind::Actual), ("生产总值 = | 7%", Kind::Target)];
    assert_eq!(read, expected.map(|(row, kind)| (row.to_owned(), kind)));
}

#[test]
fn an_estimate_said_later_is_of_its_own_statement() {
    let kinds = |sentence| rows("review", sentence).into_iter().map(|row| row.kind).collect::<Vec<_>>();
    assert_eq!(kinds("预计产值增长5%；税收增长6%。"), [Kind::Expected, Kind::Expected]);
    assert_eq!(
        kinds("产值增长5%，税收预计增长6%；新建学校3所。"),
        [Kind::Actual, Kind::Expected, Kind::Actual]
    );
}

#[test]
fn a_name_ends_where_something_is_said_of_it() {
    assert_rows("投资3亿元的污水厂扩容工程全面完成。", &["污水厂扩容工程投资 = 3亿元"]);
    assert_rows("建成20万亩的粮食基地。", &["建成粮食基地 = 20万亩"]);
    assert_rows(
        "开发区签约项目6个，总投资12亿元。",
        &["开发区签约项目 = 6个", "开发区签约项目总投资 = 12亿元"],
    );
    assert_rows("投入300万元用于改善办学条件。", &["改善办学条件投入 = 300万元"]);
    assert_rows(
        "化学需氧量、二氧化硫排放量分别下降2%和3%。",
        &["化学需氧量排放量 = | -2%", "二氧化硫排放量 = | -3%"],
    );
}

#[test]
fn lengths_and_people_that_only_describe() {
    assert_rows("城区500米公交站点实现全覆盖。", &[]);
    assert_rows("公交站点500米覆盖率达90%。", &["公交站点500米覆盖率 = 90%"]);
    assert_rows("对一个有13亿人口的国家是了不起的成就。", &[]);
    assert_rows("价格上涨3%，高出目标0.5个点。", &["价格 = | 3%", "价格高出目标 = 0.5个点"]);
}

#[test]
fn levels_and_distances_of_several() {
    assert_rows(
        "甲巩固率、乙入学率分别提高0.3个和1.2个百分点，达到98.5%和95.1%。",
        &["甲巩固率 = 98.5% | 0.3个百分点", "乙入学率 = 95.1% | 1.2个百分点"],
    );
    assert_rows(
        "价格上涨0.3%，低于全国0.2个百分点、全省0.1个百分点。",
        &["价格 = | 0.3%", "价格低于全国 = 0.2个百分点", "价格低于全省 = 0.1个百分点"],
    );
    assert_rows("经济总量突破600亿大关。", &["经济总量 = >600亿"]);
    assert_rows("重点抓好四件事：新建学校3所。", &["新建学校 = 3所"]);
    assert_rows("今年是实现经济翻一番的突破之年。", &[]);
}

#[test]
fn what_a_part_of_the_area_did_is_not_of_the_whole() {
    let indicators =
        |sentence| rows("review", sentence).into_iter().map(|row| row.indicator).collect::<Vec<_>>();
    assert_eq!(indicators("园区发展加快，完成固定资产投资20亿元。"), [None]);
    assert_eq!(
        indicators("园区发展加快，全县固定资产投资完成20亿元。"),
        [Some("fixed_investment".to_owned())]
    );
}

#[test]
fn lists_that_share_a_verb_or_a_number() {
    assert_rows(
        "接待人数和旅游收入分别突破300万人次和20亿元大关。",
        &["接待人数 = >300万人次", "旅游收入 = >20亿元"],
    );
    assert_rows("完成退耕还林2万亩、荒山造林4万亩。", &["退耕还林 = 2万亩", "荒山造林 = 4万亩"]);
    assert_rows("工业用电量、货运量分别增长8%、5%。", &["工业用电量 = | 8%", "货运量 = | 5%"]);
    assert_rows(
        "新增“四上”企业60家，其中规上工业企业25家。",
        &["新增“四上”企业 = 60家", "新增规上工业企业 = 25家"],
    );
    assert_rows(
        "甲类工厂、乙类工厂分别新增3家、5家，总数达到12家、18家。",
        &["甲类工厂新增 = 3家", "乙类工厂新增 = 5家", "甲类工厂总数 = 12家", "乙类工厂总数 = 18家"],
    );
    assert_rows(
        "零售额60亿元，总量、增速分别居全市第2位、第1位。",
        &["零售额 = 60亿元", "零售额总量全市位次 = 2位", "零售额增速全市位次 = 1位"],
    );
}

#[test]
fn what_moved_or_is_a_part_of_each() {
    assert_rows(
        "甲业、乙业增加值分别达12亿元、9亿元，占农业增加值的57%和43%。",
        &[
            "甲业增加值 = 12亿元",
            "乙业增加值 = 9亿元",
            "甲业增加值占农业增加值比重 = 57%",
            "乙业增加值占农业增加值比重 = 43%",
        ],
    );
    assert_rows(
        "工业增加值增速由5.2%提高到9.8%，位次由全省第12位升至第5位。",
        &[
            "工业增加值增速 = 5.2%",
            "工业增加值增速 = 9.8%",
            "工业增加值增速全省位次 = 12位",
            "工业增加值增速全省位次 = 5位",
        ],
    );
    assert_rows("税收15亿元，剔除一次性因素后增长6.3%。", &["税收 = 15亿元 | 6.3%"]);
    assert_rows("医院床位4200张，每千人6.1张。", &["医院床位 = 4200张", "每千人医院床位 = 6.1张"]);
    assert_rows("土地整备67公顷，超年度任务12%。", &["土地整备 = 67公顷", "土地整备超年度任务 = 12%"]);
    assert_rows("获科技进步奖8项，其中一等奖2项。", &["获科技进步奖 = 8项", "获科技进步奖中一等奖 = 2项"]);
}

#[test]
fn counted_things_whose_name_begins_like_a_verb() {
    assert_rows("30个开工项目完成投资20亿元。", &["开工项目 = 30个", "开工项目完成投资 = 20亿元"]);
    assert_rows("12家上市公司总市值达到100亿元。", &["上市公司 = 12家", "上市公司总市值 = 100亿元"]);
    assert_rows(
        "6条产业链、8个特色镇营业收入分别增长5.6%、4%。",
        &["产业链 = 6条", "特色镇 = 8个", "产业链营业收入 = | 5.6%", "特色镇营业收入 = | 4%"],
    );
    assert_rows(
        "20家上市企业、前50强企业产值分别增长8%、5%。",
        &["上市企业 = 20家", "上市企业产值 = | 8%", "前50强企业产值 = | 5%"],
    );
}

#[test]
fn how_many_of_what_was_counted_and_at_what_rate() {
    assert_rows(
        "实现30栋建筑物100%签约、100%拆迁。",
        &["建筑物 = 30栋", "建筑物签约 = 100%", "建筑物拆迁 = 100%"],
    );
    assert_rows("以每个社区20万元的标准，加大投入。", &["每个社区标准 = 20万元"]);
}

#[test]
fn limits_of_time_and_lengths_behind_a_road() {
    assert_rows("企业开办全流程平均不超过3个工作日。", &["企业开办全流程 = ≤3个工作日"]);
    assert_rows("启动207国道13.5公里综合管廊建设。", &["启动207国道综合管廊建设 = 13.5公里"]);
    assert_rows("国道207改造工程完工。", &[]);
}
