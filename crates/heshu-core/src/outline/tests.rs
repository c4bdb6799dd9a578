use super::*;
use crate::model::Level;

/// What the paragraphs are for, by their first words.
fn part_of(source: &str, words: &str) -> Part {
    let text = Text::new(source.to_owned());
    let at = source.find(words).expect("the words stand in the text");
    read(&text).part_at(at)
}

const COUNTY: &str = "政府工作报告
——2024年1月26日在甲水县第十八届人民代表大会第四次会议上
甲水县人民政府县长 张三
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议，并请政协委员提出意见。
一、2023年工作回顾
2023年，我们团结奋斗，实现地区生产总值100亿元，增长5%；一般公共预算收入8亿元，增长6%，人民生活持续改善。
（一）产业发展提速。新建高标准农田2万亩，新增规上企业5家，招商引资到位资金20亿元，增长12%，产业结构更加优化。
各位代表！成绩来之不易，向大家表示衷心感谢！同时，我们也清醒认识到，发展中还存在一些困难和问题：产业链条不长，财政收支矛盾突出。对此，我们将认真解决。
二、2024年重点工作任务
今年是实现“十四五”规划目标的关键一年。做好今年工作的总体要求是：坚持稳中求进工作总基调，推动高质量发展。主要预期目标是：地区生产总值增长6%，一般公共预算收入增长7%，城镇新增就业3000人。
实现上述目标，我们将突出抓好以下重点工作：
（一）坚持产业为本。新建高标准农田3万亩，力争招商引资到位资金23亿元，推动产业集群发展，打造特色产业基地。
（二）改善民生。各位代表！今年办好三件民生实事：1.新建学校2所；2.新建农村公路60公里；3.改造老旧小区5个。
三、加强政府自身建设
坚持依法行政，严格落实中央八项规定精神，驰而不息纠治“四风”，努力建设人民满意的服务型政府。
各位代表！让我们携手并肩，为建设美丽甲水而努力奋斗！
附：名词解释
1.四好农村路：指建好、管好、护好、运营好农村公路。
";

#[test]
fn a_county_report() {
    let text = Text::new(COUNTY.to_owned());
    let outline = read(&text);
    let document = &outline.document;
    assert_eq!(document.title.as_deref(), Some("政府工作报告"));
    assert_eq!(document.region.as_deref(), Some("甲水县"));
    assert_eq!(document.level, Some(Level::County));
    assert_eq!((document.report_year, document.review_year), (Some(2024), Some(2023)));
    assert_eq!(document.delivered_on.as_deref(), Some("2024-01-26"));
    assert_eq!(document.speaker.as_deref(), Some("张三"));
    for (words, part) in [
        ("政府工作报告", Part::Opening),
        ("现在，我代表", Part::Opening),
        ("2023年，我们团结", Part::Review),
        ("新建高标准农田2万亩", Part::Review),
        ("成绩来之不易", Part::Review),
        ("同时，我们也清醒", Part::Problems),
        ("对此，我们将", Part::Problems),
        ("今年是实现", Part::Outlook),
        ("做好今年工作的总体", Part::Outlook),
        ("主要预期目标是", Part::Targets),
        ("城镇新增就业3000", Part::Targets),
        ("实现上述目标", Part::Tasks),
        ("新建高标准农田3万亩", Part::Tasks),
        ("今年办好三件", Part::Commitments),
        ("改造老旧小区5个", Part::Commitments),
        ("坚持依法行政", Part::Government),
        ("让我们携手", Part::Closing),
        ("附：名词解释", Part::Annex),
        ("指建好、管好", Part::Annex),
    ] {
        assert_eq!(part_of(COUNTY, words), part, "{words}");
    }
    let promises = commitments(&text, &outline, &[]);
    assert_eq!(
        promises.iter().map(|c| c.text.as_str()).collect::<Vec<_>>(),
        ["新建学校2所", "新建农村公路60公里", "改造老旧小区5个"]
    );
}

#[test]
fn a_report_without_headings() {
    let source = "各位代表：
现在，我代表国务院，向大会报告政府工作，请予审议。
过去一年，国民经济保持平稳较快发展，2009年国内生产总值达到33.5万亿元，比上年增长8.7%，财政收入6.85万亿元，增长11.7%。
我们也清醒地看到，经济社会发展中还存在一些突出矛盾和问题，经济增长内生动力不足，就业压力总体上持续增加。
今年是继续应对国际金融危机的关键一年。面临的形势依然复杂，机遇和挑战并存，我们要坚定信心，扎实做好各项工作。
今年经济社会发展的主要预期目标是：国内生产总值增长8%左右，城镇新增就业900万人以上，居民消费价格涨幅3%左右。
今年要重点抓好以下工作：
提高宏观调控水平，保持经济平稳较快发展，拟安排财政赤字10500亿元，继续实施积极的财政政策和适度宽松的货币政策。
";
    for (words, part) in [
        ("过去一年", Part::Review),
        ("我们也清醒地看到", Part::Problems),
        ("今年是继续", Part::Outlook),
        ("今年经济社会发展的主要", Part::Targets),
        ("今年要重点抓好", Part::Tasks),
        ("提高宏观调控水平", Part::Tasks),
    ] {
        assert_eq!(part_of(source, words), part, "{words}");
    }
    let document = read(&Text::new(source.to_owned())).document;
    assert_eq!((document.level, document.report_year), (Some(Level::Nation), Some(2010)));
}

#[test]
fn a_plan_under_a_heading_that_does_not_say_so() {
    let source = COUNTY.replace(
        "二、2024年重点工作任务\n今年是实现“十四五”规划目标的关键一年。做好今年工作的总体要求是：坚持稳中求进工作总基调，推动高质量发展。主要预期目标是：",
        "二、深入学习领会，把发展道路走得更稳\n今年政府工作的总体要求是：坚持稳中求进工作总基调，推动高质量发展。\n今年经济社会发展主要预期目标是：",
    ).replace("实现上述目标，我们将", "三、2024年重点工作任务\n我们将").replace("三、加强政府", "四、加强政府");
    for (words, part) in [
        ("2023年，我们团结", Part::Review),
        ("今年政府工作的总体", Part::Outlook),
        ("今年经济社会发展主要预期", Part::Targets),
        ("我们将突出抓好", Part::Tasks),
    ] {
        assert_eq!(part_of(&source, words), part, "{words}");
    }
}

#[test]
fn lists_of_problems_and_targets_go_on_over_lines() {
    let source = "各位代表：
现在，我代表区人民政府向大会报告工作。
一、2021年工作回顾
全年实现地区生产总值500亿元，增长8%，规模以上工业增加值增长10%，固定资产投资增长12%，发展质量稳步提升。
在看到成绩的同时，我们也清醒认识到存在的困难和问题：
一是产业链条不长，创新能力不强，领军企业偏少。
二是公共服务有短板，优质学位不足，停车难仍然突出。
二、2022年工作安排
今年经济社会发展的主要预期目标是：
——地区生产总值增长7%；
——城镇登记失业率控制在3%以内。
为此，要始终坚持稳字当头，稳中求进。
围绕上述目标，重点做好以下工作：
（一）扩大有效投资。安排重点项目120个，年度计划投资300亿元，推动一批重大项目开工建设、投产达效。
";
    for (words, part) in [
        ("在看到成绩", Part::Problems),
        ("产业链条不长", Part::Problems),
        ("公共服务有短板", Part::Problems),
        ("今年经济社会发展", Part::Targets),
        ("地区生产总值增长7%", Part::Targets),
        ("城镇登记失业率", Part::Targets),
        ("为此，要始终", Part::Outlook),
        ("围绕上述目标", Part::Tasks),
        ("安排重点项目120个", Part::Tasks),
    ] {
        assert_eq!(part_of(source, words), part, "{words}");
    }
}

#[test]
fn stretches_are_in_order_and_cover_the_text() {
    let text = Text::new(COUNTY.to_owned());
    let parts = read(&text).parts;
    assert_eq!(parts.first().map(|(at, _)| *at), Some(0));
    assert!(parts.is_sorted_by(|a, b| a.0 < b.0));
}

#[test]
fn the_years_a_stretch_speaks_of() {
    let source = "各位代表：
现在，我代表县人民政府向大会报告工作。
一、过去五年工作回顾
五年来，地区生产总值年均增长8%，2021年达到500亿元，综合实力显著增强，人民生活水平不断提高，城乡面貌焕然一新。
二、今后五年奋斗目标
到2026年，地区生产总值突破800亿元，年均增长9%以上，城镇居民人均可支配收入达到5万元，全面建成现代化强县。
三、2022年重点工作
今年，地区生产总值增长8%，新增规模以上企业20家，新建改建农村公路100公里，改造老旧小区12个，惠及居民3000户。
";
    let text = Text::new(source.to_owned());
    let outline = read(&text);
    for (words, years) in [("五年来", (2017, 2021)), ("到2026年", (2022, 2026)), ("今年，地区", (2022, 2022))]
    {
        assert_eq!(outline.years_at(source.find(words).expect("there")), Some(years), "{words}");
    }
}

/// Reports that lie beside the repository, with their places and years as file names; passes without them.
#[test]
fn region_level_and_year_of_the_corpus() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("no corpus at {}: nothing measured", folder.display());
        return;
    };
    let (mut right, mut wrong) = (0, Vec::new());
    for entry in entries.flatten() {
        let Some(stem) = entry.path().file_stem().map(|s| s.to_string_lossy().into_owned()) else { continue };
        let Some((place, year)) = stem.rsplit_once('-') else { continue };
        let Ok(year) = year.trim_end_matches('b').parse::<i32>() else { continue };
        let Ok(raw) = std::fs::read_to_string(entry.path()) else { continue };
        let repaired = crate::repair::repair(&raw, &crate::Options::default());
        let document = read(&Text::new(repaired.text)).document;
        let region = document.region.as_deref().unwrap_or_default();
        let level = match place.chars().last() {
            _ if place == "国务院" => Level::Nation,
            Some('省') => Level::Province,
            _ if matches!(place, "天津市" | "西藏") => Level::Province,
            Some('市') if matches!(place, "深圳市" | "驻马店市") => Level::Prefecture,
            _ => Level::County,
        };
        // 深圳南山区 is told as 南山区, 西藏 as 西藏自治区, 国务院 speaks for 全国.
        let same_place =
            place.ends_with(region) || region.starts_with(place) || (place == "国务院" && region == "全国");
        if !region.is_empty()
            && same_place
            && document.level == Some(level)
            && document.report_year == Some(year)
        {
            right += 1;
        } else {
            wrong.push(format!("{stem}: {region} {:?} {:?}", document.level, document.report_year));
        }
    }
    assert!(right * 100 >= (right + wrong.len()) * 98, "{right} right; wrong: {wrong:#?}");
}

#[test]
fn any_text_has_an_outline() {
    for source in
        ["", "\n\n", "一、", "各位代表", "（一）\n（二）", "附件", "现在，我代表", "政府工作报告\n2024年"]
    {
        let text = Text::new(source.to_owned());
        let outline = read(&text);
        assert!(outline.parts.iter().all(|(at, _)| *at <= source.len()), "{source}");
    }
}
