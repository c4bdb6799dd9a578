//! Sentences and the rows they give: `name = level | change`, with what is not exact written out.

mod clauses;
mod growth;
mod lists;
mod names;
mod stated;
mod times;
mod which;

use crate::model::{Bound, Kind, Observation};
use crate::{Options, analyze};

/// The observations of a sentence in the review of a report of 2024 (or in its plan).
fn rows(heading: &str, sentence: &str) -> Vec<Observation> {
    let report = format!(
        "政府工作报告\n2024年1月20日在某县第一届人民代表大会第三次会议上\n各位代表：\n现在，我代表县人民政府向大会报告工作。\n\
         一、2023年工作回顾\n过去一年，我们稳中求进。\n{review}\n二、2024年重点工作\n做好今年工作意义重大。\n{plan}\n",
        review = if heading == "review" { sentence } else { "各项工作有序推进。" },
        plan = if heading == "plan" { sentence } else { "各项任务抓紧落实。" },
    );
    analyze(&report, &Options::default()).observations
}

/// The sign of a bound; a range is marked too.
fn mark(bound: Bound) -> &'static str {
    if bound == Bound::Range { "~" } else { bound.sign() }
}

fn show(o: &Observation) -> String {
    let level = o.level.as_ref().map(|l| {
        let upper = l.upper.map(|u| format!("-{u}")).unwrap_or_default();
        format!(" {}{}{upper}{}", mark(l.bound), l.value, l.unit)
    });
    let change = o.change.as_ref().map(|c| {
        let upper = c.upper.map(|u| format!("-{u}")).unwrap_or_default();
        format!(" | {}{}{upper}{}", mark(c.bound), c.value, c.unit)
    });
    format!("{} ={}{}", o.name, level.unwrap_or_default(), change.unwrap_or_default())
}

#[track_caller]
fn assert_rows(sentence: &str, expected: &[&str]) {
    let found: Vec<String> = rows("review", sentence).iter().map(show).collect();
    assert_eq!(found, expected, "{sentence}");
}

#[test]
fn a_level_and_its_change() {
    assert_rows("实现地区生产总值120.5亿元、增长6.2%。", &["地区生产总值 = 120.5亿元 | 6.2%"]);
    assert_rows("财政收入5亿元，同比下降2.5%。", &["财政收入 = 5亿元 | -2.5%"]);
    assert_rows("赤字规模3亿元，比上年年初预算增加2000万元。", &["赤字规模 = 3亿元 | 2000万元"]);
    assert_rows(
        "居民消费价格上涨0.2%，经济增长预期目标为5%左右。",
        &["居民消费价格 = | 0.2%", "经济 = | ≈5%"],
    );
    assert_rows("城镇化率提高1.1个百分点，达到66%。", &["城镇化率 = 66% | 1.1个百分点"]);
    assert_rows("比重由2022年的15%提高到2023年的16%。", &["比重 = 15%", "比重 = 16%"]);
    assert_rows("不良贷款率较年初下降1.7个百分点。", &["不良贷款率 = | -1.7个百分点"]);
}

#[test]
fn what_something_grows_from() {
    let sentence = "旅游收入在上年105亿元的基础上增长20%，达到126亿元。";
    assert_rows(sentence, &["旅游收入 = 105亿元", "旅游收入 = 126亿元 | 20%"]);
    let periods: Vec<_> = rows("plan", sentence).into_iter().map(|o| (o.kind, o.period)).collect();
    assert_eq!(
        periods,
        [(Kind::Actual, Some("2023".to_owned())), (Kind::Target, Some("2024".to_owned()))],
        "{sentence}"
    );
    assert_rows(
        "一般公共预算收入在2022年8亿元基础上再增长10%以上。",
        &["一般公共预算收入 = 8亿元", "一般公共预算收入 = | ≥10%"],
    );
    assert_rows("专利在去年120件的基础上增加到150件。", &["专利 = 120件", "专利 = 150件"]);
    assert_rows("外贸在上年基础上增长10%。", &["外贸 = | 10%"]);
}

#[test]
fn several_names_share_several_numbers() {
    assert_rows(
        "城乡居民人均可支配收入分别达30000元、20000元，分别增长7%、8%。",
        &["城镇居民人均可支配收入 = 30000元 | 7%", "农村居民人均可支配收入 = 20000元 | 8%"],
    );
    assert_rows(
        "肉、奶、蛋产量达8万吨、9万吨、1万吨，分别增长16.6%、19.5%、11%。",
        &["肉产量 = 8万吨 | 16.6%", "奶产量 = 9万吨 | 19.5%", "蛋产量 = 1万吨 | 11%"],
    );
    assert_rows(
        "入园率、巩固率、毛入学率分别达99%、98%、97%以上。",
        &["入园率 = ≥99%", "巩固率 = ≥98%", "毛入学率 = ≥97%"],
    );
    assert_rows("困难群体参保率、享受率均达100%。", &["困难群体参保率 = 100%", "困难群体享受率 = 100%"]);
    assert_rows("新增甲类企业、乙类企业各1家。", &["新增甲类企业 = 1家", "新增乙类企业 = 1家"]);
    assert_rows(
        "煤炭、电解铝分别淘汰落后产能11万吨和12万吨。",
        &["煤炭淘汰落后产能 = 11万吨", "电解铝淘汰落后产能 = 12万吨"],
    );
}

#[test]
fn a_later_list_of_changes_finds_its_levels() {
    assert_rows(
        "本科上线率80%、专科上线率40%，分别提高3个百分点、2个百分点。",
        &["本科上线率 = 80% | 3个百分点", "专科上线率 = 40% | 2个百分点"],
    );
    assert_rows(
        "存贷款余额分别达到30亿元、20亿元，是“十二五”末的1.7倍、1.2倍。",
        &["存款余额 = 30亿元 | 1.7倍", "贷款余额 = 20亿元 | 1.2倍"],
    );
}

#[test]
fn a_verb_or_a_noun_serves_a_whole_list() {
    assert_rows("维修人行道2万平方米、水渠1.2公里。", &["维修人行道 = 2万平方米", "维修水渠 = 1.2公里"]);
    assert_rows("培育县级名师10人、区级2人。", &["培育县级名师 = 10人", "培育区级名师 = 2人"]);
    assert_rows("19所幼儿园、1所高中得到提升。", &["幼儿园 = 19所", "高中得到提升 = 1所"]);
    assert_rows("实施湖滨度假村、老街等文旅项目16个。", &["实施文旅项目 = 16个"]);
    assert_rows("完成北路、东街等5条道路建设。", &["道路建设 = 5条"]);
}

#[test]
fn money_takes_its_purpose_and_general_nouns_their_owner() {
    assert_rows(
        "投资3500万元，新建农村公路60公里。",
        &["新建农村公路投资 = 3500万元", "新建农村公路 = 60公里"],
    );
    assert_rows("签约项目3个、投资总额达7亿元。", &["签约项目 = 3个", "签约项目投资总额 = 7亿元"]);
    assert_rows("总投资2.5亿元的古城保护项目开工。", &["古城保护项目总投资 = 2.5亿元"]);
}

#[test]
fn movements_shares_ranks_and_comparisons() {
    assert_rows("粮食总产量由2015年的10亿斤增加到13亿斤。", &["粮食总产量 = 10亿斤", "粮食总产量 = 13亿斤"]);
    assert_rows(
        "甲补贴、乙补贴标准分别从每月100元、200元提高到110元、220元。",
        &["甲补贴标准 = 100元", "甲补贴标准 = 110元", "乙补贴标准 = 200元", "乙补贴标准 = 220元"],
    );
    assert_rows("民生支出30亿元、占比84.4%。", &["民生支出 = 30亿元", "民生支出占比 = 84.4%"]);
    assert_rows("高新产值占工业产值比重超过40%。", &["高新产值占工业产值比重 = >40%"]);
    assert_rows(
        "平均分398.5分，高于全州平均分33.5分。",
        &["平均分 = 398.5分", "平均分高于全州平均分 = 33.5分"],
    );
    assert_rows("专利拥有量达50件，是全市的4.1倍。", &["专利拥有量 = 50件", "专利拥有量相当于全市 = 4.1倍"]);
    assert_rows(
        "专利申请2.3万件，占全市的29.3%，其中发明1.2万件，占全市的40%。",
        &[
            "专利申请 = 2.3万件",
            "专利申请占全市比重 = 29.3%",
            "专利申请中发明 = 1.2万件",
            "专利申请中发明占全市比重 = 40%",
        ],
    );
    assert_rows(
        "工业占生产总值的比重提升至64%，高于全市均值28个百分点。",
        &["工业占生产总值比重 = 64%", "工业占生产总值比重高于全市均值 = 28个百分点"],
    );
    assert_rows("县域经济增速高于全省1个百分点。", &["县域经济增速高于全省 = 1个百分点"]);
    assert_rows("“十五”期间吸引外资70亿美元。", &["吸引外资 = 70亿美元"]);
    assert_rows("发展水平居全省第6名。", &["发展水平全省位次 = 6名"]);
}

#[test]
fn ranks_are_of_what_was_told() {
    assert_rows(
        "综合水平位列全省园区A层级第3名。引进院士19名。",
        &["综合水平全省园区A层级位次 = 3名", "引进院士 = 19名"],
    );
    assert_rows(
        "固定资产投资增长11.2%，居全省第三。",
        &["固定资产投资 = | 11.2%", "固定资产投资增速全省位次 = 3名"],
    );
    assert_rows(
        "生产总值96.45亿元、全市第三，下降7.6%。",
        &["生产总值 = 96.45亿元 | -7.6%", "生产总值全市位次 = 3名"],
    );
    assert_rows("甲数量、乙数量均居全国第一。", &["甲数量全国位次 = 1名", "乙数量全国位次 = 1名"]);
    assert_rows("屠宰量由全国第11位跃升至第5位。", &["屠宰量全国位次 = 11位", "屠宰量全国位次 = 5位"]);
    assert_rows("居民素养连续6年全市第一。", &["居民素养全市位次 = 1名"]);
    assert_rows("争取用地指标1265亩居全市第一。", &["用地指标 = 1265亩", "用地指标全市位次 = 1名"]);
    assert_rows("坚持质量第一、效益优先，进入全省第一方阵。", &[]);
}

#[test]
fn a_plan_carried_out_and_parts_of_a_whole() {
    assert_rows(
        "实现节能量54.9吨标准煤，完成任务的116.2%。",
        &["节能量 = 54.9吨标准煤", "节能量完成任务比例 = 116.2%"],
    );
    assert_rows(
        "培训甲30人、乙40人，分别完成年度目标的135%、163%。",
        &["培训甲 = 30人", "培训乙 = 40人", "培训甲完成年度目标比例 = 135%", "培训乙完成年度目标比例 = 163%"],
    );
    assert_rows(
        "民企、外企出口分别占全省的50.6%、41.9%。",
        &["民企出口占全省比重 = 50.6%", "外企出口占全省比重 = 41.9%"],
    );
    assert_rows("二三产业占比达到50.6：49.4。", &["第二产业占比 = 50.6%", "第三产业占比 = 49.4%"]);
    assert_rows("城乡居民收入比缩小至2.04：1。", &["城乡居民收入比 = 2.04"]);
    assert_rows("失业率控制在2.3%的较低水平。", &["失业率 = ≤2.3%"]);
}

#[test]
fn a_remark_does_not_part_a_level_from_its_change() {
    assert_rows("产值35亿元，总量再创新高，增长7%。", &["产值 = 35亿元 | 7%"]);
    assert_rows("产值1080亿元，突破千亿大关，增长14%。", &["产值 = 1080亿元 | 14%", "产值 = >1000亿"]);
    assert_rows("税收20亿元、同比（下同）增长5.4%。", &["税收 = 20亿元 | 5.4%"]);
}

#[test]
fn general_nouns_follow_their_owner_through_a_list() {
    assert_rows(
        "筹集保障房300套、竣工200套，续建100套。",
        &["筹集保障房 = 300套", "保障房竣工 = 200套", "保障房续建 = 100套"],
    );
    assert_rows("新增高新企业38家、总量280家。", &["新增高新企业 = 38家", "高新企业总量 = 280家"]);
    assert_rows(
        "列入重点项目19个，完成投资36亿元，占年度任务的116%。",
        &["列入重点项目 = 19个", "重点项目完成投资 = 36亿元", "重点项目完成投资占年度任务比重 = 116%"],
    );
    assert_rows("粮食生产再创新高。播种面积80万亩。", &["粮食播种面积 = 80万亩"]);
    assert_rows(
        "道路交通事故起数、死亡人数分别下降30%和33%。",
        &["道路交通事故起数 = | -30%", "道路交通事故死亡人数 = | -33%"],
    );
    assert_rows(
        "总投资60亿元、占地1500亩的新城项目开工。",
        &["新城项目总投资 = 60亿元", "新城项目占地 = 1500亩"],
    );
}

#[test]
fn lists_of_projects_each_with_its_money() {
    assert_rows(
        "启动了总投资4亿元的甲厂扩建、总投资3亿元的乙厂、总投资2亿元的丙校等项目。",
        &["启动甲厂扩建总投资 = 4亿元", "乙厂总投资 = 3亿元", "丙校等项目总投资 = 2亿元"],
    );
    assert_rows("6个市属、12个区属医院项目开工。", &["市属医院项目开工 = 6个", "区属医院项目开工 = 12个"]);
    assert_rows("建成创新驿站两家，培训一批。", &["建成创新驿站 = 2家"]);
    assert_rows("固定资产投资近万亿元、增长11%。", &["固定资产投资 = <10000亿元 | 11%"]);
    assert_rows("刑事及“两盗”警情分别下降39%、62%。", &["刑事警情 = | -39%", "“两盗”警情 = | -62%"]);
    assert_rows("推进产业园[2]项目3个。", &["产业园项目 = 3个"]);
}

#[test]
fn a_base_in_a_plan_is_a_result() {
    let rows = rows("plan", "将补助标准由20元提高到40元。");
    let read: Vec<_> = rows.iter().map(|row| (row.period.as_deref(), row.kind)).collect();
    assert_eq!(read, [(Some("2023"), Kind::Actual), (Some("2024"), Kind::Target)]);
}

#[test]
fn what_only_describes_is_no_statistic() {
    assert_rows("谋划500万元以上项目121个。", &["谋划500万元以上项目 = 121个"]);
    assert_rows("新建110千伏变电站2座，提供24小时服务。", &["新建110千伏变电站 = 2座"]);
    assert_rows("推进39个1—10亿元重点项目。", &["1—10亿元重点项目 = 39个"]);
}

#[test]
fn period_and_kind_follow_the_part_and_the_words() {
    for (part, sentence, period, kind) in [
        ("review", "新建学校3所。", "2023", Kind::Actual),
        ("review", "预计，全年实现生产总值50亿元。", "2023", Kind::Expected),
        ("review", "力争到2026年，产值达到70亿元。", "2026", Kind::Target),
        ("review", "三年来，新建公路30公里。", "2021/2023", Kind::Actual),
        ("plan", "新建学校3所。", "2024", Kind::Target),
        ("plan", "到2025年，森林覆盖率达到30%。", "2025", Kind::Target),
        ("plan", "去年，全县新建学校3所。", "2023", Kind::Actual),
        ("plan", "三年内盘活土地3亩。", "2024/2026", Kind::Target),
        ("plan", "到二〇二五年，森林覆盖率达到30%。", "2025", Kind::Target),
        ("review", "国家确定的“十三五”期间惠民服务65项全部落实。", "2023", Kind::Actual),
    ] {
        let rows = rows(part, sentence);
        let [row] = rows.as_slice() else { panic!("{sentence}: {rows:?}") };
        assert_eq!((row.period.as_deref(), row.kind), (Some(period), kind), "{sentence}");
    }
}

#[test]
fn force_is_kept_as_written() {
    let rows = rows("plan", "确保粮食面积稳定在76万亩以上，力争引进项目20个。");
    let forces: Vec<_> = rows.iter().map(|row| row.commitment_force.as_deref()).collect();
    assert_eq!(forces, [Some("确保"), Some("力争")]);
    assert_eq!(rows.first().map(show).as_deref(), Some("粮食面积 = ≥76万亩"));
}
