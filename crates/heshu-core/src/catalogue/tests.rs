use super::*;

/// Name, unit of the level (`-` where there is only a change) → id, or `none`.
const NAMES: &str = "
全年实现地区生产总值 亿元 gdp
国内生产总值增速 - gdp
经济增长 - gdp
经济增长 亿元 none
县域生产总值 亿元 gdp
人均地区生产总值 元 gdp_per_capita
单位GDP能耗 - energy_intensity
万元GDP能耗 吨标准煤 energy_intensity
海洋生产总值 亿元 marine_economy
第一产业增加值 亿元 primary_value_added
第一产业占比 % industry_structure
第三产业增加值占GDP比重 % industry_structure
服务业增加值 亿元 services_value_added
全市规模以上工业增加值 亿元 industry_value_added
规上工业增加值 - industry_value_added
规模工业增加值 亿元 industry_value_added
全部工业增加值 亿元 industry_value_added_all
高技术制造业增加值 - high_tech_manufacturing
规模以上工业高技术制造业增加值 - none
规模以上工业增加值占比 % none
规模以上工业企业 户 industry_firms
固定资产投资（不含农户） 亿元 fixed_investment
全社会固定资产投资 亿元 fixed_investment
500万元以上固定资产投资 亿元 fixed_investment
工业固定资产投资 亿元 industrial_investment
民间投资 - private_investment
民间投资占比 % private_investment_share
房地产开发投资 亿元 property_investment
产业集聚区固定资产投资 亿元 none
地方财政收入 亿元 budget_revenue
公共财政预算收入 亿元 budget_revenue
地方一般预算收入 亿元 budget_revenue
一般公共预算收入（同口径） - budget_revenue
财政总收入 亿元 fiscal_revenue_total
政府性基金预算收入 亿元 fund_revenue
税收收入 亿元 tax_revenue
税收占一般公共预算收入比重 % tax_share
公共财政预算支出 亿元 budget_expenditure
民生支出占一般公共预算支出比重 % livelihood_expenditure
教育支出 亿元 education_spending
社消零总额 亿元 retail_sales
社会消费品零售总额 - retail_sales
限额以上社会消费品零售总额 - retail_sales_above
网络零售额 亿元 online_retail
农产品网络零售额 亿元 online_retail_farm
外贸进出口总值 亿元 trade
对外贸易总额 亿美元 trade
服务贸易进出口 - services_trade
“新三样”出口 - none
外贸出口 亿元 exports
实际利用外资 万美元 fdi
实际利用外商直接投资 亿美元 fdi
合同利用外资 亿美元 fdi_contracted
招商引资到位资金 亿元 investment_attracted
城镇居民人均可支配收入 元 income_urban
农民人均纯收入 元 income_rural
农村常住居民人均可支配收入 元 income_rural
脱贫地区农村居民收入 - income_poor_areas
脱贫人口人均纯收入 元 income_poor
城乡居民人均可支配收入 元 income_all
城乡居民收入比 - income_gap
居民消费价格涨幅 - cpi
实际外商直接投资额 亿美元 fdi
PM2.5日均浓度 微克/立方米 pm25
重点项目完成投资 亿元 key_project_investment
重点项目总投资 亿元 none
供应产业用地 公顷 land_supply
土地整备 公顷 none
新建碧道 公里 blueways
新建绿道 公里 greenways
新增普惠性幼儿园 所 kindergartens_new
普惠性幼儿园 所 none
中小学学位总数 个 none
刑事治安警情 - police_calls
两抢警情 - none
民生微实事 件 none
药品抽检合格率 % none
煤层气产量 亿立方米 none
新增有效灌溉面积 万亩 none
互联网普及率 % none
装配式建筑面积 万平方米 none
战略性新兴产业增加值 亿元 strategic_emerging_value_added
战略性新兴产业规模 亿元 none
红旗汽车产量 万辆 none
城镇新增就业 人 urban_jobs
新增城镇就业人数 万人 urban_jobs
城镇登记失业率 % unemployment_registered
城镇调查失业率 % unemployment_surveyed
户籍人口城镇化率 % urbanization_registered
城镇化率 % urbanization
常住人口 万人 population
粮食总产量 万吨 grain_output
粮食 万吨 grain_output
粮食 万亩 none
粮食作物播种面积 万亩 grain_area
夏粮总产 万吨 summer_grain_output
农业总产值 亿元 farm_output
农业产业化龙头企业总产值 亿元 none
年末牲畜存栏 万头（只） livestock_stock
生猪存栏 万头 hog_stock
猪肉产量 万吨 none
接待海内外游客 万人次 tourist_visits
旅游接待总人数 万人次 tourist_visits
游客接待量 - tourist_visits
接待入境游客 万人次 inbound_visits
旅游总收入 亿元 tourism_revenue
旅游外汇收入 万美元 tourism_forex
R&D经费支出占GDP比重 % rd_intensity
全社会研发投入占地区生产总值的比重 % rd_intensity
全社会研发投入 亿元 rd_spending
国家级高新技术企业 家 hightech_firms
新增高新技术企业 家 hightech_firms_new
培育高新技术企业 家 hightech_firms_new
高新技术产业产值 亿元 hightech_output
各类市场主体 万户 market_entities
经营主体总量 万户 market_entities
新增市场主体 万户 new_market_entities
新型农业经营主体 家 none
空气质量优良天数比率 % air_quality_days
空气质量优良率 % air_quality_days
优良天数 天 air_quality_days
PM2.5年均浓度 微克/立方米 pm25
细颗粒物（PM2.5）年均浓度 - pm25
PM10平均浓度 微克/立方米 pm10
地表水国控断面优良水体比例 % surface_water_quality
饮用水水源地水质达标率 % drinking_water_quality
森林覆盖率 % forest_coverage
金融机构人民币各项存款余额 亿元 deposits
本外币贷款余额 亿元 loans
普惠小微贷款余额 亿元 inclusive_loans
不良贷款率 % bad_loan_rate
全社会用电量 亿千瓦时 power_use
工业用电量 - industry_power_use
农村富余劳动力转移就业 万人次 labor_transfer
脱贫劳动力转移就业 人 poor_labor_transfer
开展职业技能培训 万人次 vocational_training
培训农民 人次 farmers_trained
培训教师 人次 none
新建改造公厕 座 public_toilets
实际到位省外资金 亿元 investment_attracted
网上办理率 % online_services
办理率 % none
满意率 % none
项目 个 none
第一产业 亿元 primary_value_added
第一产业 - primary_value_added
第一产业 % none
招商引资到位省外资金 亿元 investment_attracted
实际到账外资 亿美元 fdi
第三产业实现增加值 亿元 tertiary_value_added
居民可支配收入 万元/人 income_all
新建和改造提升高标准农田 万亩 high_standard_farmland
PM2.5平均浓度 微克 pm25
牲畜出栏 万头（只） livestock_slaughter
接待游客 万人（次） tourist_visits
新建高标准农田 万亩 high_standard_farmland
提升改造高标准农田 万亩 none
年年增长 - none
某某产业园区产值 亿元 none
青石县地区生产总值 亿元 gdp
老旧城区地区生产总值 亿元 none
";

#[test]
fn names_mean_what_they_say() {
    for line in NAMES.lines().filter(|line| !line.is_empty()) {
        let [name, unit, id] = line.split_whitespace().collect::<Vec<_>>()[..] else { panic!("{line}") };
        let unit = (unit != "-").then_some(unit);
        let found = resolve(name, unit, unit.is_some()).map_or("none", |indicator| indicator.id);
        assert_eq!(found, id, "{line}");
    }
}

#[test]
fn every_indicator_is_found_under_its_own_name() {
    for indicator in indicators() {
        let found = resolve(indicator.zh, None, false).map(|i| i.id);
        assert_eq!(found, Some(indicator.id), "{}", indicator.zh);
        assert!(get(indicator.id).is_some_and(|i| std::ptr::eq(i, indicator)));
        assert!(theme(indicator.theme).is_some());
    }
}

#[test]
fn a_name_without_an_indicator_has_the_theme_of_its_words() {
    for (name, theme) in [
        ("新建充电站", Some("infrastructure")),
        ("培育州级名师骨干", Some("education")),
        ("农村公路生命防护工程", Some("infrastructure")),
        ("破获盗窃案件", Some("safety")),
        ("某某", None),
    ] {
        assert_eq!(theme_of(name), theme, "{name}");
    }
}

#[test]
fn usual_ranges_are_in_the_base_unit() {
    let gdp = get("gdp").expect("the contract fixes it");
    let (low, high) = gdp.usual(Level::County).expect("it has one");
    assert!(low < Decimal::from(13_746_000_000i64) && Decimal::from(13_746_000_000i64) < high);
    assert!(gdp.usual(Level::Township).is_none());
}

#[test]
fn odd_names_are_harmless() {
    for name in ["", "（", "）（", "全", "年年年", "😀生产总值", "GDP😀"] {
        let _ = (resolve(name, Some("😀"), true), theme_of(name));
    }
    let long = "全年".repeat(10_000);
    assert!(resolve(&long, None, false).is_none());
}

/// Labels made by people: every name of theirs must get their id, or none where they gave none.
#[test]
fn labelled_names_get_their_labels_id() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/gold");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("skipped: there is no {}", folder.display());
        return;
    };
    let (mut rows, mut wrong, mut missing) = (0, Vec::new(), Vec::new());
    for path in files.flatten().map(|f| f.path()).filter(|p| p.extension().is_some_and(|e| e == "jsonl")) {
        for line in std::fs::read_to_string(path).expect("it is there").lines() {
            let row: serde_json::Value = serde_json::from_str(line).expect("a line is an object");
            let Some(name) = row["name"].as_str() else { continue };
            let (label, unit) = (row["id"].as_str(), row["level"][1].as_str());
            rows += 1;
            let found = resolve(name, unit, row["level"].is_array()).map(|i| i.id);
            // Ids beyond the contract's are ours to give.
            let ours = found.is_some_and(|id| label.is_none() && !FIXED_IDS.contains(&id));
            match (label, found) {
                _ if label == found || ours => {}
                (_, Some(found)) => wrong.push(format!("{name} {unit:?}: {label:?}, found {found}")),
                (_, None) => missing.push(format!("{name} {unit:?}: {label:?}")),
            }
        }
    }
    println!("{rows} labelled names\nwrong: {wrong:#?}\nmissing: {missing:#?}");
    assert!(
        rows > 0 && wrong.is_empty() && missing.len() * 100 <= rows,
        "wrong {wrong:?}, missing {missing:?}"
    );
}
