use super::*;

/// Written number, unit, bound of each quantity of a text.
fn read(text: &str) -> Vec<(String, String, Bound)> {
    scan(text).into_iter().map(|q| (q.written, q.unit, q.bound)).collect()
}

#[test]
fn numbers_with_units_and_bounds() {
    use Bound::*;
    for (text, written, unit, bound) in [
        ("388.2亿元", "388.2", "亿元", Exact),
        ("39863元", "39863", "元", Exact),
        ("96亿元人民币", "96", "亿元", Exact),
        ("3141万美元", "3141", "万美元", Exact),
        ("4500余万元", "4500", "万元", Over),
        ("1.28万人次", "1.28", "万人次", Exact),
        ("22.7万头（只）", "22.7", "万头（只）", Exact),
        ("166.32万头只", "166.32", "万头只", Exact),
        ("8.5万立方米", "8.5", "万立方米", Exact),
        ("100万千瓦", "100", "万千瓦", Exact),
        ("138.1公里", "138.1", "公里", Exact),
        ("118.45公顷", "118.45", "公顷", Exact),
        ("5.97万宗", "5.97", "万宗", Exact),
        ("3—5个", "3—5", "个", Range),
        ("5.5%—6%", "5.5%—6", "%", Range),
        ("6.5％～7％", "6.5％～7", "％", Range),
        ("15％以上", "15", "％", AtLeast),
        ("1.5个百分点", "1.5", "个百分点", Exact),
        ("3.2‰", "3.2", "‰", Exact),
        ("2.1倍", "2.1", "倍", Exact),
        ("新建两个公园", "两", "个", Exact),
        ("十件实事", "十", "件", Exact),
        ("三十三所学校", "三十三", "所", Exact),
        ("突破百亿大关", "百", "亿", Over),
        ("上千万家庭", "千", "万", Over),
        ("近30%", "30", "%", Under),
        ("不低于70%", "70", "%", AtLeast),
        ("控制在4.5%以内", "4.5", "%", AtMost),
        ("控制在3%", "3", "%", AtMost),
        ("1万余人", "1", "万人", Over),
        ("35微克/立方米", "35", "微克/立方米", Exact),
        ("床位6千张", "6", "千张", Exact),
        ("人均GDP28.85万元", "28.85", "万元", Exact),
        ("1,234.5亿元", "1,234.5", "亿元", Exact),
        ("１２．８％", "１２．８", "％", Exact),
        ("-0.6%", "-0.6", "%", Exact),
        ("负增长2%", "2", "%", Exact),
        ("1~2家", "1~2", "家", Range),
        ("千分之三", "三", "‰", Exact),
        ("六成", "六", "成", Exact),
        ("突破百亿元大关", "百", "亿元", Over),
        ("空气综合指数5.67，", "5.67", "", Exact),
        ("超过一半", "一半", "", Over),
        ("占全国一半", "一半", "", Exact),
        ("签约293户", "293", "户", Exact),
        ("培训2.6万多课时", "2.6", "万课时", Over),
        ("占据3席", "3", "席", Exact),
        ("收入比2.04：1", "2.04", "", Exact),
    ] {
        assert_eq!(read(text), [(written.into(), unit.into(), bound)], "{text}");
    }
}

#[test]
fn shares_ranks_ratios_and_doublings() {
    let one = |text: &str| scan(text).pop().unwrap_or_else(|| panic!("{text}"));
    let parts = |text: &str| (one(text).value.normalize().to_string(), one(text).unit);
    assert_eq!(parts("百分之三点五"), ("3.5".into(), "%".into()));
    assert_eq!(parts("千分之三"), ("3".into(), "‰".into()));
    assert_eq!(parts("1/10以上"), ("0.1".into(), String::new()));
    assert_eq!(parts("四分之一"), ("0.25".into(), String::new()));
    assert_eq!(one("位列第6名").form, Form::Rank);
    assert_eq!(one("居全市第二位").form, Form::Rank);
    assert_eq!(one("居全省第一").form, Form::Rank);
    assert_eq!(one("由第11位跃升至第5位").form, Form::Rank);
    assert_eq!(scan("居全市第一、第二。").len(), 2);
    assert_eq!(one("翻一番").form, Form::Doubling);
    let Form::Ratio(parts) = one("50.62：49.36").form else { panic!("no ratio") };
    assert_eq!(parts.len(), 2);
    let Form::Ratio(parts) = one("33.88：31.87：34.25").form else { panic!("no ratio") };
    assert_eq!(parts.len(), 3);
}

/// What the reading of numbers must hold, as it was asked for: each form with number, unit and bound.
#[test]
fn forms_that_were_asked_for() {
    use Bound::*;
    for (text, written, unit, bound) in [
        ("建成两个", "两", "个", Exact),
        ("十件", "十", "件", Exact),
        ("三十三所", "三十三", "所", Exact),
        ("达百亿", "百", "亿", Exact),
        ("上千万", "千", "万", Over),
        ("1~2日", "1~2", "日", Range),
        ("占一半", "一半", "", Exact),
        ("列第6名", "6", "名", Exact),
        ("居第二位", "二", "位", Exact),
        ("全省第一", "一", "名", Exact),
        ("翻一番", "一", "番", Exact),
        ("占1/10", "1/10", "", Exact),
        ("33.88：31.87：34.25", "33.88：31.87：34.25", "%", Exact),
        ("25微克每立方米", "25", "微克每立方米", Exact),
        ("翻两番以上", "两", "番", AtLeast),
    ] {
        assert_eq!(read(text), [(written.into(), unit.into(), bound)], "{text}");
    }
    assert_eq!(read("由88.6%降至12.5%").len(), 2);
    for text in
        ["零售", "两个确立", "三农", "12345热线", "1+10+X", "24号文件", "第四次会议", "（三）", "每10名"]
    {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn places_in_an_order_share_their_word() {
    for (text, count) in
        [("居全省第一、二、三位", 3), ("居全市第1、第2", 2), ("第一、二产业", 0), ("第一、加快", 0)]
    {
        assert_eq!(scan(text).len(), count, "{text}");
    }
}

#[test]
fn a_list_of_numbers_shares_the_unit_at_its_end() {
    for (text, written, unit) in [
        ("分别高出6.5和2.3个百分点", ["6.5", "2.3"], "个百分点"),
        ("分别提高3个、2个百分点", ["3", "2"], "个百分点"),
        ("分别为40、50亿元", ["40", "50"], "亿元"),
    ] {
        let expected = written.map(|written| (written.to_owned(), unit.to_owned(), Bound::Exact));
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn base_values_are_exact() {
    for (text, value, unit) in [
        ("26.24亿元", "2624000000", "CNY"),
        ("3141万美元", "31410000", "USD"),
        ("2.6万平方米", "26000", "m2"),
    ] {
        let quantity = scan(text).remove(0);
        let (base, base_unit) = quantity.base().expect(text);
        assert_eq!((base.normalize().to_string().as_str(), base_unit), (value, unit), "{text}");
    }
}

#[test]
fn names_dates_and_ordinals_are_no_quantities() {
    for text in [
        "“十四五”规划",
        "三农工作",
        "一般公共预算",
        "社会消费品零售",
        "坚定捍卫两个确立",
        "三管三必须",
        "5A级景区",
        "世界500强",
        "G218线",
        "“12345”热线",
        "“1+10+X”",
        "1+5+X方案",
        "第三中学",
        "党的二十大",
        "2024年1月26日",
        "第十八届人民代表大会第四次会议",
        "1.加快建设",
        "国道218沿线",
        "110千伏变电站",
        "PM2.5浓度",
        "国函〔2023〕5号",
        "2016—2020年",
        "400亿级产业",
        "11号线",
        "C919飞机",
        "[18]",
        "二〇二四年",
        "三版",
        "成立75周年",
        "第一，加快建设",
        "全省第一方阵",
        "始终作为第一位的任务",
        "落实二十条、",
        "十四五",
        "近三年",
        "中国锦鲤第一县",
        "12：30",
    ] {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn scanning_is_in_order_and_never_overlaps() {
    let text = "实现收入105.01亿元、增长173.47%，新建公路60公里，提高0.3个百分点。".repeat(50);
    let found = scan(&text);
    assert_eq!(found.len(), 200);
    for pair in found.windows(2) {
        assert!(pair[0].range.end <= pair[1].range.start);
    }
}
