//! Names: what a number measures, where its words stand apart from it or hold more than the name.

use super::{assert_rows, rows};
use crate::model::Kind;

#[test]
fn two_measures_of_the_same_things() {
    assert_rows("建设20公里、1.2万亩景观林带。", &["建设景观林带 = 20公里", "建设景观林带 = 1.2万亩"]);
    assert_rows(
        "推进15个问题整改，120套、3.5万平方米违建房屋全部拆除。",
        &["问题整改 = 15个", "违建房屋全部拆除 = 120套", "违建房屋全部拆除 = 3.5万平方米"],
    );
    // Not where the first has a noun of its own, or is of another kind.
    assert_rows("绿道总长20公里、3个驿站。", &["绿道总长 = 20公里", "驿站 = 3个"]);
}

#[test]
fn a_list_whose_mark_divides_one_word() {
    assert_rows(
        "金融机构存、贷款余额分别增长10%、12%。",
        &["金融机构存款余额 = | 10%", "金融机构贷款余额 = | 12%"],
    );
}

#[test]
fn what_stands_before_a_list_or_a_thing() {
    assert_rows("对欧盟、东盟进出口分别增长11%和7%。", &["对欧盟进出口 = | 11%", "对东盟进出口 = | 7%"]);
    assert_rows(
        "对外承包合同额、营业额分别增长11%、7%。",
        &["对外承包合同额 = | 11%", "对外承包营业额 = | 7%"],
    );
    assert_rows(
        "在新增减税降费超百亿元的基础上，城镇居民收入增长8%。",
        &["新增减税降费 = >100亿元", "城镇居民收入 = | 8%"],
    );
    assert_rows("试点扩大到全国80%的县。", &["试点扩大到全国县 = 80%"]);
    assert_rows("聚集全市70%以上的总部、50%以上的机构。", &["聚集全市总部 = ≥70%", "机构 = ≥50%"]);
    assert_rows("税费改革不仅取消了原先336亿元的农业税赋。", &["取消农业税赋 = 336亿元"]);
}

#[test]
fn what_is_pulled_and_what_is_placed_among_many() {
    assert_rows(
        "制造业增加值增长9.9%，拉动全市增长5.4个百分点。",
        &["制造业增加值 = | 9.9%", "制造业增加值拉动全市增长 = | 5.4个百分点"],
    );
    assert_rows(
        "空气改善率全省第一，位列全国337个城市第17位。",
        &["空气改善率全省位次 = 1名", "空气改善率全国337个城市位次 = 17位"],
    );
    assert_rows(
        "新建和改扩建学校31所，其中城区新建改扩建学校12所。",
        &["新建和改扩建学校 = 31所", "城区新建改扩建学校 = 12所"],
    );
}

#[test]
fn what_the_names_of_a_list_share() {
    assert_rows(
        "财政用于科技、教育和文化事业的支出分别为7亿元、5亿元和1亿元。",
        &["财政用于科技支出 = 7亿元", "财政用于教育事业的支出 = 5亿元", "财政用于文化事业的支出 = 1亿元"],
    );
    assert_rows(
        "汽车类、文化办公用品类销售额分别增长51%、17%。",
        &["汽车类销售额 = | 51%", "文化办公用品类销售额 = | 17%"],
    );
    assert_rows(
        "中心城区、县城生活污水集中处理率分别达到95%和90%。",
        &["中心城区生活污水集中处理率 = 95%", "县城生活污水集中处理率 = 90%"],
    );
    assert_rows(
        "分别建成国家级、市级文化产业园1家和4家。",
        &["建成国家级文化产业园 = 1家", "建成市级文化产业园 = 4家"],
    );
    assert_rows("工业和第三产业增加值分别增长8%、9%。", &["工业增加值 = | 8%", "第三产业增加值 = | 9%"]);
}

#[test]
fn what_money_was_for() {
    assert_rows("投资23亿元实施了甲校、乙院等一批重大项目。", &["甲校、乙院等一批重大项目投资 = 23亿元"]);
    assert_rows("民生投入：全年投入97亿元，增长22%。", &["民生投入 = 97亿元 | 22%"]);
}

#[test]
fn rates_are_each_of_their_own() {
    assert_rows("代表建议办结率、满意率100%。", &["代表建议办结率 = 100%", "代表建议满意率 = 100%"]);
    assert_rows("职工、居民参保3万人。", &["职工、居民参保 = 3万人"]);
}

#[test]
fn nouns_that_begin_like_adverbs() {
    assert_rows("全年基本建设投资达到80亿元，增长15%。", &["基本建设投资 = 80亿元 | 15%"]);
}

#[test]
fn what_visitors_spend() {
    assert_rows("接待游客360万人次，综合收入24亿元。", &["接待游客 = 360万人次", "旅游综合收入 = 24亿元"]);
}

#[test]
fn places_and_times_that_are_no_counts() {
    assert_rows(
        "旅客吞吐量240万人次，位居内地第四。",
        &["旅客吞吐量 = 240万人次", "旅客吞吐量内地位次 = 4名"],
    );
    assert_rows("慈善会连续三届获评先进。", &[]);
    assert_rows("在女子20公里竞走比赛中夺冠。", &[]);
    assert_rows("完成400个小区二次供水设施改造。", &["小区二次供水设施改造 = 400个"]);
}

#[test]
fn words_that_are_no_part_of_a_name() {
    assert_rows("解决了1045户困难群众的住房问题。", &["解决困难群众的住房问题 = 1045户"]);
    assert_rows("在中心城区建设5处步道。", &["中心城区建设步道 = 5处"]);
    assert_rows("在建项目12个。", &["在建项目 = 12个"]);
    assert_rows("五是完成150公里农村公路建设。", &["农村公路建设 = 150公里"]);
    assert_rows("二是为2万名高危人群免费筛查。", &["高危人群免费筛查 = 2万名"]);
    assert_rows("已批待建项目48个。", &["已批待建项目 = 48个"]);
    assert_rows("办好20件民生实事（详见附件3）。", &["民生实事 = 20件"]);
    assert_rows(
        "专利申请量2.3万件，增长9%，其中发明专利申请量1.2万件，增长3%。",
        &["专利申请量 = 2.3万件 | 9%", "发明专利申请量 = 1.2万件 | 3%"],
    );
    assert_rows("抓好以下8项改革。", &["改革 = 8项"]);
    assert_rows("采取招募社区助理3000名等举措。", &["采取招募社区助理 = 3000名"]);
    assert_rows(
        "生产总值3013亿元，总量首超3000亿元，增长9%。",
        &["生产总值 = 3013亿元 | 9%", "生产总值总量 = >3000亿元"],
    );
}

#[test]
fn what_a_general_noun_is_told_by() {
    assert_rows("完成甲桥改造等24个项目。", &["甲桥改造等项目 = 24个"]);
    assert_rows("13所寄宿制学校11所建成投用。", &["寄宿制学校 = 13所", "寄宿制学校建成投用 = 11所"]);
    assert_rows("推出8个方面90项措施。", &["推出措施方面 = 8个", "措施 = 90项"]);
    assert_rows("引进项目30个，20个开工建设。", &["引进项目 = 30个", "项目开工建设 = 20个"]);
}

#[test]
fn what_was_done_to_all_of_a_list() {
    assert_rows("完成36个村庄和10个市场综合整治。", &["村庄综合整治 = 36个", "市场综合整治 = 10个"]);
    assert_rows(
        "启动30个住宅区和2个城中村的管道燃气建设。",
        &["启动住宅区的管道燃气建设 = 30个", "启动城中村的管道燃气建设 = 2个"],
    );
    assert_rows("可带动120户、350名贫困人口增收。", &["可带动贫困人口增收 = 120户", "贫困人口增收 = 350名"]);
    assert_rows("完成界河整治、660公里主干管网铺设。", &["主干管网铺设 = 660公里"]);
    assert_rows("积极偿还县、乡两级债务，全年偿还5475万元。", &["偿还县、乡两级债务 = 5475万元"]);
}

#[test]
fn sizes_and_stages_are_no_rows() {
    assert_rows("“两见”覆盖300人以上企业。", &[]);
    assert_rows("落实四个100%工作措施。", &[]);
    assert_rows("将园区建设作为翻一番的引擎，打造50亿、100亿规模的企业。", &[]);
    assert_rows("确保指数退出全省后30位、全市后10位。", &[]);
    assert_rows("发布19个领域49个人工智能应用场景。", &["发布领域 = 19个", "人工智能应用场景 = 49个"]);
    assert_rows(
        "新建20个体育场馆、3个人大代表联络站。",
        &["新建体育场馆 = 20个", "新建人大代表联络站 = 3个"],
    );
    assert_rows("新增5.2万个体工商户。", &["新增个体工商户 = 5.2万"]);
    assert_rows("医院扩建三期等投入使用。", &[]);
    assert_rows("实现300米见绿、500米见园。", &[]);
    assert_rows("重点做好以下9项工作：", &[]);
    assert_rows("完成12处内涝点治理。", &["内涝点治理 = 12处"]);
    assert_rows("开展两期“直播带货”活动。", &["开展“直播带货”活动 = 2期"]);
}

#[test]
fn years_that_stand_elsewhere_than_first() {
    let periods = |heading, sentence| -> Vec<_> {
        rows(heading, sentence).into_iter().map(|o| (o.kind, o.period.unwrap_or_default())).collect()
    };
    assert_eq!(periods("review", "安排补助资金五年累计66亿元。"), [(Kind::Actual, "2019/2023".to_owned())]);
    // At the end of five years, what it rose from is of before them.
    let sentence =
        "过去五年，各项事业全面进步。到2023年，经济总量在全市的位次稳步前移，占比由13.9%上升到15.1%。";
    assert_eq!(
        periods("review", sentence),
        [(Kind::Actual, "2018".to_owned()), (Kind::Actual, "2023".to_owned())]
    );
    assert_eq!(periods("review", "县财政五年支出51亿元。"), [(Kind::Actual, "2019/2023".to_owned())]);
    assert_eq!(periods("plan", "今明两年职业技能培训3500人次。"), [(Kind::Target, "2024/2025".to_owned())]);
    assert_eq!(periods("plan", "重点工作今年以来，累计治愈患者139例。"), [(Kind::Actual, "2024".to_owned())]);
}

#[test]
fn rates_of_all_that_was_listed() {
    assert_rows(
        "办理人大代表建议32件、政协提案78件，办理率和满意率均为100%。",
        &[
            "办理人大代表建议 = 32件",
            "办理政协提案 = 78件",
            "人大代表建议、政协提案办理率 = 100%",
            "人大代表建议、政协提案满意率 = 100%",
        ],
    );
    assert_rows(
        "28件代表建议、56件政协提案高效办结，满意度达99%。",
        &["代表建议 = 28件", "政协提案高效办结 = 56件", "代表建议、政协提案满意度 = 99%"],
    );
    assert_rows(
        "受理诉求30万件，办结率100%，满意率98%。",
        &["受理诉求 = 30万件", "诉求办结率 = 100%", "诉求满意率 = 98%"],
    );
}

#[test]
fn how_it_was_done_is_no_part_of_the_name() {
    assert_rows("县财政将安排科技支出1.4亿元。", &["县财政安排科技支出 = 1.4亿元"]);
    assert_rows("坚决清理处置违建80栋。", &["清理处置违建 = 80栋"]);
    assert_rows("因势利导培育9个特色镇。", &["培育特色镇 = 9个"]);
    assert_rows("全力做好十件民生实事。", &["民生实事 = 10件"]);
    assert_rows("还在全市率先建成2个接驳站。", &["建成接驳站 = 2个"]);
    assert_rows("优先在25个产粮大县布局农田项目。", &["产粮大县布局农田项目 = 25个"]);
    assert_rows(
        "清单化项目化改造燃气管网65公里、供热管网80公里。",
        &["改造燃气管网 = 65公里", "改造供热管网 = 80公里"],
    );
    assert_rows("2023年在全市综合治理考核中排名第一。", &["全市综合治理考核位次 = 1名"]);
    assert_rows("严格保护面积222平方公里。", &["严格保护面积 = 222平方公里"]);
}

#[test]
fn what_the_sentence_before_is_about() {
    assert_rows(
        "列入省重点项目12项，总投资25亿元。开发区建设取得重大进展。完成投资3亿元。",
        &["列入省重点项目 = 12项", "省重点项目总投资 = 25亿元", "开发区建设完成投资 = 3亿元"],
    );
}

#[test]
fn what_a_thing_serves_for_and_for_whom_it_was_done() {
    assert_rows("以300个重点项目为抓手，推进建设。", &["重点项目 = 300个"]);
    assert_rows(
        "以实施年度投资90亿元的120个提升项目为重点，加强管理。",
        &["实施提升项目年度投资 = 90亿元", "提升项目 = 120个"],
    );
    // For whom: of all the years that are spoken of.
    assert_rows("两年来为600户家庭改造厨房。", &["家庭改造厨房 = 600户"]);
    let found = rows("review", "两年来新建学校20所，为600户家庭改造厨房。");
    assert!(found.iter().all(|o| o.period.as_deref() == Some("2022/2023")), "{found:?}");
}

#[test]
fn how_large_a_group_is_and_what_is_only_said_of_a_level() {
    assert_rows("东山县入选全国20个试点县。", &[]);
    assert_rows("东山港纳入全省首批12个重点平台，建成码头3座。", &["建成码头 = 3座"]);
    assert_rows("东山公司入选“示范企业”全国7家国企名单。", &[]);
    assert_rows("空气质量在全国168个重点城市中位居前列。", &[]);
    assert_rows("加快时速250公里城际列车研制。", &[]);
    assert_rows("3个县入选全国试点。", &["县入选全国试点 = 3个"]);
    assert_rows("在全国技能大赛中荣获4枚金牌。", &["在全国技能大赛中荣获金牌 = 4枚"]);
    assert_rows(
        "颗粒物浓度19微克/立方米，为建区以来首次低于20微克/立方米。",
        &["颗粒物浓度 = 19微克/立方米"],
    );
}

#[test]
fn what_a_sum_was_for_and_what_a_part_is_of() {
    assert_rows("财政用于科技、教育等方面的支出5亿元。", &["财政用于科技、教育等方面的支出 = 5亿元"]);
    assert_rows("新增公路100公里，其中高速路20公里。", &["新增公路 = 100公里", "新增公路中高速路 = 20公里"]);
}

#[test]
fn verbs_that_are_joined_need_a_noun_of_the_words_before() {
    assert_rows("推进标准厂房建设，新建、盘活90万平方米以上。", &["标准厂房建设新建、盘活 = ≥90万平方米"]);
    assert_rows(
        "安排省重点项目2个，年计划投资20亿元。",
        &["安排省重点项目 = 2个", "省重点项目年计划投资 = 20亿元"],
    );
    assert_rows("骨干企业新增70家、累计达200家。", &["骨干企业新增 = 70家", "骨干企业 = 200家"]);
    assert_rows(
        "汽车、有色金属行业增加值分别增长18%、16%。",
        &["汽车行业增加值 = | 18%", "有色金属行业增加值 = | 16%"],
    );
    assert_rows(
        "企业开办和项目审批时间分别压缩至8小时和50个工作日。",
        &["企业开办时间 = 8小时", "项目审批时间 = 50个工作日"],
    );
}
