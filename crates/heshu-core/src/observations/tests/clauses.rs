//! Clauses: which level a change is of, and what a name leaves behind.

use super::assert_rows;

#[test]
fn a_change_is_of_what_it_can_be_of() {
    assert_rows(
        "新兴产业增加值1600亿元，占生产总值比重达50%，增长18%。",
        &["新兴产业增加值 = 1600亿元 | 18%", "新兴产业增加值占生产总值比重 = 50%"],
    );
    assert_rows(
        "生产总值3083亿元，突破3000亿元大关，增长7.2%。",
        &["生产总值 = 3083亿元 | 7.2%", "生产总值 = >3000亿元"],
    );
    assert_rows(
        "粮食总产量在上年大幅度增长的基础上，又增产29亿斤，达到968亿斤。",
        &["粮食总产量 = 968亿斤 | 29亿斤"],
    );
    assert_rows("进出口总额正增长、突破530亿元。", &["进出口总额 = >530亿元"]);
    assert_rows("财政收入可比增长13%。", &["财政收入 = | 13%"]);
}

#[test]
fn another_place_is_no_earlier_time() {
    assert_rows(
        "地均产值达41.4亿元，是全市平均水平的5倍。",
        &["地均产值 = 41.4亿元", "地均产值相当于全市平均水平 = 5倍"],
    );
}

#[test]
fn a_second_movement_is_of_the_thing_and_the_years_of_the_first() {
    let rows = super::rows(
        "review",
        "研发经费由2018年的12亿元增加到2023年的36亿元，占生产总值比重从1.1%提高到1.5%。",
    );
    let read: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.period.as_deref())).collect();
    assert_eq!(
        read,
        [
            ("研发经费", Some("2018")),
            ("研发经费", Some("2023")),
            ("研发经费占生产总值比重", Some("2018")),
            ("研发经费占生产总值比重", Some("2023")),
        ]
    );
}

#[test]
fn an_amount_that_tells_which_are_counted_is_no_statistic() {
    assert_rows("5个县一般公共预算收入超10亿元。", &["县一般公共预算收入超10亿元 = 5个"]);
    assert_rows(
        "新增甲类企业，其中资本金1亿元以上8家、1千万元以上108家。",
        &["资本金1亿元以上 = 8家", "1千万元以上 = 108家"],
    );
    assert_rows("每10名居民有1名义工。", &["每10名居民义工 = 1名"]);
}

#[test]
fn a_name_leaves_behind_what_only_the_sentence_needed() {
    assert_rows("第三产业实现增加值39亿元。", &["第三产业增加值 = 39亿元"]);
    assert_rows("守住制造业占比不低于15%的底线。", &["制造业占比 = ≥15%"]);
    assert_rows("优良天数比例保持在97%以上并提升达优率。", &["优良天数比例 = ≥97%"]);
    assert_rows("3、民生保障：投入9.7亿元。", &["民生保障投入 = 9.7亿元"]);
}

#[test]
fn the_people_spoken_to_are_of_no_year() {
    for sentence in ["我们将与全县30万人民一道奋斗。", "向奋战在一线的3000名医护人员致以崇高敬意。"]
    {
        let rows = super::rows("review", sentence);
        let [row] = rows.as_slice() else { panic!("{sentence}: {rows:?}") };
        assert_eq!((row.period.as_deref(), row.kind), (None, crate::model::Kind::Standing), "{sentence}");
    }
}

#[test]
fn growth_that_turned() {
    assert_rows("单位能耗由上年上升0.2%转为下降1.2%。", &["单位能耗 = | 0.2%", "单位能耗 = | -1.2%"]);
    assert_rows(
        "甲排放量、乙排放量由上年分别增长5.6%和13.1%，减为增长1.2%和1.8%。",
        &["甲排放量 = | 5.6%", "乙排放量 = | 13.1%", "甲排放量 = | 1.2%", "乙排放量 = | 1.8%"],
    );
    let rows = super::rows("review", "单位能耗由上年上升0.2%转为下降1.2%。");
    let periods: Vec<_> = rows.iter().map(|row| row.period.as_deref()).collect();
    assert_eq!(periods, [Some("2022"), Some("2023")]);
}

#[test]
fn words_that_look_like_openings_stay_in_a_name() {
    assert_rows("技能人才达43万人。", &["技能人才 = 43万人"]);
    assert_rows("全县性会议压减15%。", &["全县性会议 = | -15%"]);
    assert_rows("约束性指标11项，预期性指标12项。", &["约束性指标 = 11项", "预期性指标 = 12项"]);
    assert_rows("建设甲园②东街改造③旧村改造面积22万平方米。", &["旧村改造面积 = 22万平方米"]);
}

#[test]
fn verbs_between_two_numbers_find_their_noun() {
    assert_rows(
        "服务事项由261项压减合并至182项，削减30%。",
        &["服务事项 = 261项", "服务事项 = 182项 | -30%"],
    );
    assert_rows("完成和平路等4宗共22.8公顷用地出让。", &["用地出让 = 4宗", "用地出让 = 22.8公顷"]);
    assert_rows("每年安排1亿元支持100项技改项目。", &["支持技改项目 = 1亿元", "技改项目 = 100项"]);
    assert_rows("食品检验量达到每千人5批次。", &["食品检验量 = 5批次"]);
    assert_rows("进入世界前1%的学科达7个。", &["进入世界前1%的学科 = 7个"]);
    assert_rows(
        "生产总值320亿元，在全市各区中排名第一。",
        &["生产总值 = 320亿元", "生产总值全市各区位次 = 1名"],
    );
}

#[test]
fn what_was_said_of_a_growth_is_no_name() {
    assert_rows("规模以上工业增加值由负转正，增长5.2%。", &["规模以上工业增加值 = | 5.2%"]);
    assert_rows("社会消费品零售总额降幅收窄至2.3%。", &["社会消费品零售总额 = | -2.3%"]);
    assert_rows(
        "重点项目完成投资56亿元，占年度计划的112%，同比增长18%。",
        &["重点项目完成投资 = 56亿元 | 18%", "重点项目完成投资占年度计划比重 = 112%"],
    );
}

#[test]
fn which_and_how_many() {
    assert_rows("高考600分以上120人，较上年增加20人。", &["高考600分以上 = 120人 | 20人"]);
    assert_rows("拟发行特别国债，用于重大建设，先发行5亿元。", &["发行特别国债 = 5亿元"]);
    assert_rows(
        "解决了120户350人的住房困难问题。",
        &["解决住房困难问题 = 120户", "解决住房困难问题 = 350人"],
    );
    assert_rows("惠及群众120户、350人。", &["惠及群众 = 120户", "惠及群众 = 350人"]);
    assert_rows("建设甲路、乙桥、丙园等12个项目。", &["建设项目 = 12个"]);
    assert_rows("新建高标准农田5万亩，累计达到35万亩。", &["新建高标准农田 = 5万亩", "高标准农田 = 35万亩"]);
}

#[test]
fn years_counted_in_figures_or_in_words() {
    for (part, sentence, period) in [
        ("review", "5年来，新建公路30公里。", "2019/2023"),
        ("review", "近三年，新建公路30公里。", "2021/2023"),
        ("review", "“十三五”期间，新建公路30公里。", "2016/2020"),
        ("review", "二〇二二年，新建公路30公里。", "2022"),
        ("plan", "未来5年，新建公路30公里。", "2024/2028"),
    ] {
        let rows = super::rows(part, sentence);
        let [row] = rows.as_slice() else { panic!("{sentence}: {rows:?}") };
        assert_eq!(row.period.as_deref(), Some(period), "{sentence}");
    }
}

#[test]
fn nouns_that_stand_further_on() {
    assert_rows("启动14处、完成7处地下管网迁改。", &["启动地下管网迁改 = 14处", "地下管网迁改 = 7处"]);
    assert_rows("抓好60个、投资50亿元的重大项目。", &["重大项目 = 60个", "重大项目投资 = 50亿元"]);
    assert_rows("设立产业专项资金，首期安排5亿元。", &["产业专项资金首期 = 5亿元"]);
    assert_rows("户均增收2万元以上。", &["户均增收 = | ≥2万元"]);
}

#[test]
fn further_growth_and_clauses_that_only_lead_up() {
    assert_rows("固定资产投资增长15%以上、力争达到20%。", &["固定资产投资 = | ≥15%", "固定资产投资 = | 20%"]);
    assert_rows("城镇化率提高1.1个百分点，达到66%。", &["城镇化率 = 66% | 1.1个百分点"]);
    assert_rows("县城实现设施全覆盖、垃圾处理率达98.5%。", &["垃圾处理率 = 98.5%"]);
    assert_rows("经济总量名列“中国百强县”第26位。", &["经济总量“中国百强县”位次 = 26位"]);
}

#[test]
fn another_time_is_another_row() {
    let rows = super::rows("plan", "今后五年，生产总值年均增长7%左右，到2028年突破300亿元。");
    let read: Vec<_> = rows.iter().map(|row| (super::show(row), row.period.clone())).collect();
    assert_eq!(
        read,
        [
            ("生产总值 = | ≈7%".to_owned(), Some("2024/2028".to_owned())),
            ("生产总值 = >300亿元".to_owned(), Some("2028".to_owned())),
        ]
    );
}

#[test]
fn what_stands_before_a_semicolon_is_another_statement() {
    assert_rows(
        "投资2亿元，实施医院迁建项目；投资8000万元，新建小学3所。",
        &["医院迁建项目投资 = 2亿元", "新建小学投资 = 8000万元", "新建小学 = 3所"],
    );
}

#[test]
fn nouns_of_the_harvest_follow_the_crop() {
    assert_rows("粮食种植面积80万亩、总产35万吨。", &["粮食种植面积 = 80万亩", "粮食总产 = 35万吨"]);
    assert_rows(
        "粮食播种面积稳定在80万亩以上，产量达到35万吨。",
        &["粮食播种面积 = ≥80万亩", "粮食产量 = 35万吨"],
    );
    assert_rows("城镇登记失业率始终控制在4%以内。", &["城镇登记失业率 = ≤4%"]);
    assert_rows("工业企业完成增加值25.6亿元。", &["工业企业增加值 = 25.6亿元"]);
    assert_rows(
        "培育1个400亿级、3个100亿级产业名镇。",
        &["培育400亿级产业名镇 = 1个", "培育100亿级产业名镇 = 3个"],
    );
    assert_rows("二氧化硫、化学需氧量分别削减8.5%和6.2%。", &["二氧化硫 = | -8.5%", "化学需氧量 = | -6.2%"]);
}

#[test]
fn a_wider_area_is_named() {
    let rows = super::rows("review", "作为全省6个试点县之一，新建学校3所，全县生产总值50亿元。");
    let read: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.region.as_deref())).collect();
    assert_eq!(read, [("试点县之一", Some("全省")), ("新建学校", None), ("生产总值", None)]);
    let rows = super::rows("review", "全省城镇化率达到62%，全国重点实验室达17家。");
    let read: Vec<_> = rows.iter().map(|row| (row.indicator.as_deref(), row.region.as_deref())).collect();
    assert_eq!(read, [(None, Some("全省")), (None, None)]);
}

#[test]
fn an_average_since_a_year_that_is_named() {
    let rows = super::rows("review", "生产总值96.5亿元，是2018年的1.6倍，年均增长8.9%。");
    let read: Vec<_> = rows.iter().map(|row| (super::show(row), row.period.clone())).collect();
    assert_eq!(
        read,
        [
            ("生产总值 = 96.5亿元 | 1.6倍".to_owned(), Some("2023".to_owned())),
            ("生产总值 = | 8.9%".to_owned(), Some("2019/2023".to_owned())),
        ]
    );
}

#[test]
fn how_it_was_counted_is_no_name() {
    assert_rows("按国家标准测定的全年空气质量优良天数达到364天。", &["空气质量优良天数 = 364天"]);
}
