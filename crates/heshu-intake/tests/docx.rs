//! What a DOCX shows is read, and only that.

mod common;
use common::{bare, corpus, document, docx, docx_with, lines, p};

/// A paragraph at a level of a numbering.
fn item(number: u32, level: u32, text: &str) -> String {
    let place = format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>");
    p(text).replacen("<w:p>", &format!("<w:p><w:pPr>{place}</w:pPr>"), 1)
}

fn level(index: u32, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl='{index}'><w:start w:val='1'/><w:numFmt w:val='{format}'/>{more}<w:lvlText w:val='{text}'/></w:lvl>"
    )
}

#[test]
fn automatic_numbers_are_put_back_and_lower_levels_begin_anew() {
    let levels = [
        level(0, "chineseCountingThousand", "%1、", ""),
        level(1, "chineseCountingThousand", "（%2）", ""),
        level(2, "decimal", "%3.", ""),
        level(3, "decimalEnclosedCircleChinese", "%4", ""),
        level(4, "decimal", "%3.%5", ""),
        level(5, "bullet", "\u{f0b7}", ""),
    ];
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='7'>{}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>",
        levels.concat()
    );
    let body = [
        item(1, 0, "过去一年工作回顾"),
        item(1, 1, "经济"),
        item(1, 2, "工业"),
        item(1, 3, "煤"),
        item(1, 3, "电"),
        item(1, 4, "小项"),
        item(1, 5, "圆点"),
        item(1, 1, "民生"),
        item(1, 2, "就业"),
        item(1, 0, "今年工作安排"),
        item(1, 1, "目标"),
        item(0, 0, "没有编号"),
    ];
    let expected = [
        "一、过去一年工作回顾",
        "（一）经济",
        "1.工业",
        "①煤",
        "②电",
        "1.1 小项",
        "圆点",
        "（二）民生",
        "1.就业",
        "二、今年工作安排",
        "（一）目标",
        "没有编号",
    ];
    let read = lines(&docx_with(&body.concat(), &[("numbering", &numbering)]));
    assert_eq!(read, expected.map(|text| format!("¶{text}")));
}

#[test]
fn a_restarted_list_begins_at_its_own_start_and_the_others_go_on() {
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='0'>{}</w:abstractNum>\
         <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
         <w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/>\
         </w:lvlOverride></w:num>\
         <w:num w:numId='3'><w:abstractNumId w:val='0'/></w:num>",
        level(0, "decimal", "%1.", "")
    );
    let body = [item(1, 0, "甲"), item(1, 0, "乙"), item(2, 0, "丙"), item(2, 0, "丁"), item(3, 0, "戊")];
    let read = lines(&docx_with(&body.concat(), &[("numbering", &numbering)]));
    assert_eq!(read, ["¶1.甲", "¶2.乙", "¶1.丙", "¶2.丁", "¶3.戊"]);
}

#[test]
fn styles_number_their_paragraphs_at_the_level_that_is_linked_to_them() {
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='0'>{}{}</w:abstractNum><w:num w:numId='5'><w:abstractNumId w:val='0'/></w:num>",
        level(0, "chineseCounting", "%1、", "<w:pStyle w:val='1'/>"),
        level(1, "chineseCounting", "（%2）", "<w:pStyle w:val='2'/>")
    );
    let styles = "<w:style w:type='paragraph' w:styleId='1'><w:pPr><w:numPr><w:numId w:val='5'/></w:numPr></w:pPr></w:style>\
                  <w:style w:type='paragraph' w:styleId='2'><w:pPr><w:numPr><w:numId w:val='5'/></w:numPr></w:pPr></w:style>\
                  <w:style w:type='paragraph' w:styleId='3'><w:basedOn w:val='1'/></w:style>";
    let styled = |style: &str, text: &str| {
        p(text).replacen("<w:p>", &format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr>"), 1)
    };
    let body =
        [styled("1", "回顾"), styled("2", "经济"), styled("2", "社会"), styled("3", "安排"), p("正文")];
    let read = lines(&docx_with(&body.concat(), &[("numbering", &numbering), ("styles", styles)]));
    assert_eq!(read, ["¶一、回顾", "¶（一）经济", "¶（二）社会", "¶二、安排", "¶正文"]);
}

#[test]
fn what_was_deleted_moved_away_or_hidden_is_left_out() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:p>{}<w:del><w:r><w:delText>百分之五</w:delText></w:r></w:del><w:ins>{}</w:ins>{}</w:p>\
         <w:p><w:moveFrom>{}</w:moveFrom></w:p>\
         <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>批注</w:t></w:r>{}</w:p>\
         <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p><w:p>{}</w:p>\
         <w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>{}</w:p>\
         <w:p><mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:p>",
        run("增长"),
        run("6.5%"),
        run("。"),
        run("移走"),
        run("正文"),
        run("前半"),
        run("后半"),
        run("3"),
        run("图"),
        run("图")
    );
    assert_eq!(lines(&docx_with(&body, &[])), ["¶增长6.5%。", "¶正文", "¶前半后半", "¶3", "¶图"]);
}

#[test]
fn breaks_tabs_and_symbols_are_kept() {
    let body = "<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:noBreakHyphen/><w:sym w:font='Arial' w:char='2265'/>\
                <w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p>\
                <w:p><w:r><w:t>上行</w:t><w:br/><w:t>下行&amp;&#x4e8c;</w:t></w:r></w:p>";
    assert_eq!(lines(&docx_with(body, &[])), ["¶一\t二-≥", "=上行", "=下行&二"]);
}

#[test]
fn a_table_is_rows_and_a_frame_is_paragraphs() {
    let cell = |content: &str| format!("<w:tc>{content}</w:tc>");
    let row =
        |cells: &[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|c| cell(&p(c))).collect::<String>());
    let deleted = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>删</w:t></w:r></w:p></w:tc></w:tr>";
    let table =
        format!("<w:tbl>{}{}{deleted}</w:tbl>", row(&["指标", "单位", "目标"]), row(&["生产总值", "", "6%"]));
    let frame = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell(&(p("第一段") + &p("第二段"))));
    let nested = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell(&p("外")), cell(&table));
    let read = lines(&docx_with(&(table.clone() + &frame + &nested), &[]));
    assert_eq!(
        read,
        ["|指标\t单位\t目标", "|生产总值\t\t6%", "¶第一段", "¶第二段", "|外\t指标 单位 目标 生产总值 6%",]
    );
}

#[test]
fn notes_stand_behind_the_text() {
    let notes = format!(
        "<w:footnote w:type='separator' w:id='-1'>{}</w:footnote><w:footnote w:id='2'>{}</w:footnote>",
        p("线"),
        p("按可比价格计算。")
    );
    let body = "<w:p><w:r><w:t>增长6%</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>";
    assert_eq!(lines(&docx_with(body, &[("footnotes", &notes)])), ["¶增长6%", "*按可比价格计算。"]);
}

#[test]
fn every_report_comes_back_as_its_paragraphs() {
    let mut all = corpus();
    all.push(("sample".to_owned(), "政府工作报告\n　　各位代表：\n　　现在，请予审议。".to_owned()));
    for (name, text) in all {
        let paragraphs: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        let read = document(&docx(&paragraphs));
        assert_eq!(read.notes, [], "{name}");
        let back: Vec<&str> = read.document.pages[0].lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(back.len(), paragraphs.len(), "{name}");
        for (back, paragraph) in back.iter().zip(&paragraphs) {
            assert_eq!(bare(back), bare(paragraph), "{name}");
        }
    }
}
