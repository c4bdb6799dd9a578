//! Glyphs become the lines that people see.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{File, at, hex, lines, utf16, with_font};
use heshu_core::intake::{Line, Page, Place, Role};

/// A page of these operators, with a font in UTF-16.
fn page(entries: &str, operators: &[u8]) -> Page {
    let mut file = File::new();
    let font = file.add(&utf16());
    file.page(&format!("{} {entries}", with_font(&font)), operators);
    file.read().unwrap().document.pages.remove(0)
}

fn texts(page: &Page) -> Vec<&str> {
    page.lines.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn actual_text_stands_for_the_glyphs_of_its_span() {
    let operators = format!(
        "BT /F 10 Tf 50 700 Td {} Tj /Span <</ActualText <FEFF589E957F>>> BDC {} Tj EMC {} Tj ET",
        hex("增速"),
        hex("曾长曾长"),
        hex("8%")
    );
    let read = page("", operators.as_bytes());
    assert_eq!(texts(&read), ["增速增长8%"]);
    // The place is that of the glyphs: two, four and two halves of ten points.
    assert_eq!(read.lines[0].place.unwrap().right, 120.0);
    // What stands for nothing, and spans within a span.
    let operators = format!(
        "BT /F 10 Tf 50 700 Td /Span <</ActualText ()>> BDC {} Tj EMC /P BMC \
         /Span <</ActualText (12)>> BDC /Span <</ActualText (no)>> BDC {} Tj EMC {} Tj EMC EMC {} Tj ET",
        hex("-"),
        hex("x"),
        hex("y"),
        hex("亿")
    );
    assert_eq!(texts(&page("", operators.as_bytes())), ["12亿"]);
}

#[test]
fn properties_may_be_named_in_the_resources() {
    let mut file = File::new();
    let font = file.add(&utf16());
    let entries = format!("/Resources<</Font<</F {font}>>/Properties<</MC0<</ActualText <FEFF4EBF>>>>>>>");
    file.page(&entries, format!("BT /F 10 Tf 50 700 Td /Span /MC0 BDC {} Tj EMC ET", hex("乙")).as_bytes());
    assert_eq!(lines(&file.read().unwrap().document), ["亿"]);
}

#[test]
fn turned_pages_are_read_as_they_are_seen() {
    let upright = page("", &at(&[(100, 700, "第一行"), (100, 680, "第二行")]));
    let first = Place { left: 100.0, right: 130.0, baseline: 100.0, size: 10.0 };
    assert_eq!(upright.lines[0].place, Some(first));
    assert_eq!((upright.width, upright.height), (600.0, 800.0));
    // The same picture, on a page that is turned by its dictionary and by its matrix.
    for (rotate, matrix) in [
        ("/Rotate 90/MediaBox[0 0 800 600]", "0 1 -1 0 800 0 cm"),
        ("/Rotate 270/MediaBox[0 0 800 600]", "0 -1 1 0 0 600 cm"),
        ("/Rotate 180", "-1 0 0 -1 600 800 cm"),
    ] {
        let operators =
            [matrix.as_bytes(), b" ", &at(&[(100, 700, "第一行"), (100, 680, "第二行")])].concat();
        // The last entry of a name counts.
        let read = page(rotate, &operators);
        assert_eq!(texts(&read), ["第一行", "第二行"], "{rotate}");
        assert_eq!(read.lines[0].place, Some(first), "{rotate}");
        assert_eq!((read.width, read.height), (600.0, 800.0), "{rotate}");
    }
}

#[test]
fn gaps_are_spaces_where_they_are_wide_enough() {
    for (gap, left, right, read) in [
        (7, "增", "长", "增长"),
        (9, "增", "长", "增 长"),
        (3, "GDP", "total", "GDP total"),
        (2, "GDP", "total", "GDPtotal"),
        (3, "38", "8.2", "388.2"),
        (5, "2024", "12", "2024 12"),
        (7, "2024", "年", "2024年"),
    ] {
        let width = left.chars().map(|c| if c.is_ascii() { 5 } else { 10 }).sum::<i32>();
        let read_page = page("", &at(&[(50, 700, left), (50 + width + gap, 700, right)]));
        assert_eq!(texts(&read_page), [read], "{left} {gap} {right}");
    }
    // Spacing between characters moves the next one, as does a number within TJ.
    let spaced =
        format!("BT /F 10 Tf 50 700 Td 9 Tc {} Tj 0 Tc [{}-900{}] TJ ET", hex("增长"), hex("8"), hex("亿"));
    assert_eq!(texts(&page("", spaced.as_bytes())), ["增 长 8 亿"]);
    // White space that the file has is kept as it is, but not around a line.
    assert_eq!(texts(&page("", &at(&[(50, 700, "　　一、 回顾 ")]))), ["一、 回顾"]);
}

#[test]
fn one_baseline_is_one_line_and_a_step_back_is_another() {
    let scattered = [(50, 700, "增长"), (70, 702, "8%"), (80, 700, "，"), (50, 680, "二、"), (50, 660, "三")];
    assert_eq!(texts(&page("", &at(&scattered))), ["增长8%，", "二、", "三"]);
    let columns = [(50, 700, "左一"), (50, 680, "左二"), (300, 700, "右一"), (300, 680, "右二")];
    assert_eq!(
        texts(&page("", &at(&columns))),
        ["左一", "左二", "右一", "右二"],
        "columns stay in content order"
    );
}

#[test]
fn letters_drawn_twice_to_look_bold_are_read_once() {
    let twice = at(&[(50, 700, "政府工作报告"), (50, 700, "政府工作报告"), (50, 680, "各位代表")]);
    assert_eq!(texts(&page("", &twice)), ["政府工作报告", "各位代表"]);
    let each = at(&[(50, 700, "1"), (50, 700, "1"), (55, 700, "1"), (55, 700, "1"), (60, 700, "%")]);
    assert_eq!(texts(&page("", &each)), ["11%"]);
}

#[test]
fn the_operators_of_text_are_carried_out() {
    let a = hex("甲");
    for (operators, places) in [
        (
            format!("BT /F 10 Tf 12 TL 50 700 Td {a} Tj T* {a} Tj {a} ' ET"),
            vec![(50, 100), (50, 112), (50, 124)],
        ),
        (
            format!("BT /F 10 Tf 50 700 Td {a} Tj 10 -20 TD {a} Tj T* {a} Tj ET"),
            vec![(50, 100), (60, 120), (60, 140)],
        ),
        (format!("BT /F 10 Tf 15 TL 50 700 Td {a} Tj 1 2 {a} \" ET"), vec![(50, 100), (50, 115)]),
        (
            format!("q 2 0 0 2 0 0 cm BT /F 5 Tf 25 350 Td {a} Tj ET Q BT /F 10 Tf 9 Ts 50 600 Td {a} Tj ET"),
            vec![(50, 100), (50, 191)],
        ),
        (format!("BT /F 1 Tf 10 0 0 10 50 700 Tm {a} Tj ET"), vec![(50, 100)]),
    ] {
        let read = page("", operators.as_bytes());
        let found: Vec<_> = read.lines.iter().map(|line| line.place.unwrap()).collect();
        let found: Vec<_> = found.iter().map(|p| (p.left as i32, p.baseline as i32)).collect();
        assert_eq!(found, places, "{operators}");
        assert_eq!(read.lines[0].place.unwrap().size, 10.0, "{operators}");
    }
}

#[test]
fn forms_are_drawn_where_they_are_called() {
    let mut file = File::new();
    let font = file.add(&utf16());
    let inner = file.stream(
        &format!("/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Matrix[1 0 0 1 0 -50] {}", with_font(&font)),
        &at(&[(50, 750, "附件")]),
    );
    let entries = format!("/Resources<</Font<</F {font}>>/XObject<</X {inner}>>>>");
    let operators =
        [&at(&[(50, 720, "正文")])[..], b" q 1 0 0 1 10 0 cm /X Do Q ", &at(&[(50, 680, "结尾")])].concat();
    file.page(&entries, &operators);
    let reading = file.read().unwrap();
    assert_eq!(lines(&reading.document), ["正文", "附件", "结尾"]);
    let place = reading.document.pages[0].lines[1].place.unwrap();
    assert_eq!((place.left, place.baseline), (60.0, 100.0));
}

#[test]
fn rows_of_a_table_are_rows() {
    let table = [
        (50, 720, "附表"),
        (50, 700, "指标"),
        (200, 700, "2023年"),
        (300, 700, "增长"),
        (50, 680, "地区生产总值"),
        (200, 680, "388.2亿元"),
        (300, 680, "7.2%"),
        (50, 660, "其中：工业"),
        (200, 660, "75.4亿元"),
        (300, 660, "5.3%"),
        (50, 640, "以上为预计数。"),
    ];
    let read = page("", &at(&table));
    assert_eq!(
        texts(&read),
        [
            "附表",
            "指标\t2023年\t增长",
            "地区生产总值\t388.2亿元\t7.2%",
            "其中：工业\t75.4亿元\t5.3%",
            "以上为预计数。"
        ]
    );
    let roles: Vec<Role> = read.lines.iter().map(|line| line.role).collect();
    assert_eq!(roles, [Role::Line, Role::Row, Role::Row, Role::Row, Role::Line]);
}

/// The operators of level and upright lines: from, to, and where on the other axis.
fn ruled(level: &[(i32, i32, i32)], upright: &[(i32, i32, i32)]) -> String {
    let level = level.iter().map(|(from, to, y)| format!("{from} {y} m {to} {y} l S "));
    let upright = upright.iter().map(|(from, to, x)| format!("{x} {from} 0.5 {} re f ", to - from));
    level.chain(upright).collect()
}

#[test]
fn the_cells_of_a_ruled_table_are_put_together() {
    // Three columns, the last of which stands close to the second; a head over two columns, a cell of two rows.
    let lines = ruled(
        &[(50, 200, 750), (50, 200, 730), (80, 200, 710), (50, 200, 690)],
        &[(690, 750, 50), (690, 750, 80), (690, 730, 140), (690, 750, 200)],
    );
    let text = [
        (52, 760, "附表"),
        (82, 736, "主要指标和目标"),
        (52, 708, "经"),
        (52, 698, "济"),
        (82, 721, "地区生产"),
        (82, 712, "总值"),
        (142, 717, "388.2亿元"),
        (82, 696, "进出口总额"),
        (142, 696, "增长"),
        (162, 696, "7.2%"),
        (52, 670, "以上为预计数。"),
    ];
    for (rotate, matrix) in [("", ""), ("/Rotate 90/MediaBox[0 0 800 600]", "0 1 -1 0 800 0 cm ")] {
        let operators = [matrix.as_bytes(), lines.as_bytes(), &at(&text)[..]].concat();
        let read = page(rotate, &operators);
        assert_eq!(
            texts(&read),
            [
                "附表",
                "\t主要指标和目标",
                "经济\t地区生产总值\t388.2亿元",
                "\t进出口总额\t增长7.2%",
                "以上为预计数。"
            ],
            "{rotate}"
        );
        let roles: Vec<Role> = read.lines.iter().map(|line| line.role).collect();
        assert_eq!(roles, [Role::Line, Role::Row, Role::Row, Role::Row, Role::Line]);
    }
}

#[test]
fn frames_and_lines_between_columns_are_no_tables() {
    let frame = ruled(&[(40, 560, 780), (40, 560, 40)], &[(40, 780, 40), (40, 780, 560)]);
    let text = at(&[(50, 700, "过去一年"), (50, 680, "全县"), (50, 660, "总值")]);
    let read = page("", &[frame.as_bytes(), &text].concat());
    assert_eq!(texts(&read), ["过去一年", "全县", "总值"]);
    let columns = ruled(&[(40, 560, 780), (40, 560, 40)], &[(40, 780, 40), (40, 780, 300), (40, 780, 560)]);
    let text: Vec<(i32, i32, &str)> =
        (0..20).map(|n| (50 + n / 10 * 260, 700 - n % 10 * 20, if n < 10 { "左" } else { "右" })).collect();
    let read = page("", &[columns.as_bytes(), &at(&text)].concat());
    assert_eq!(texts(&read), [["左"; 10], ["右"; 10]].concat());
    assert!(read.lines.iter().all(|line| line.role == Role::Line));
}

#[test]
fn spaced_titles_and_numbered_items_are_no_tables() {
    let line = |line: &Line| (line.role, line.text.clone());
    let titles = at(&[(200, 700, "目"), (260, 700, "录"), (200, 680, "前"), (260, 680, "言")]);
    let items = at(&[(50, 700, "1."), (90, 700, "推进改革"), (50, 680, "2."), (90, 680, "扩大开放")]);
    for (operators, read) in [(titles, ["目 录", "前 言"]), (items, ["1. 推进改革", "2. 扩大开放"])]
    {
        let found: Vec<_> = page("", &operators).lines.iter().map(line).collect();
        assert_eq!(found, read.map(|text| (Role::Line, text.to_owned())));
    }
}

#[test]
fn radicals_become_the_characters_that_they_look_like() {
    // Fonts that map glyphs back to radicals; repair knows all of them and says what it changed.
    let read = page("", &at(&[(50, 700, "⼈⺠政府⼯作")]));
    let repaired = heshu_core::repair::repair(&read.lines[0].text, &Default::default());
    assert_eq!(repaired.text.trim(), "人民政府工作");
}
