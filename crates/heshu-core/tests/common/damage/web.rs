//! What web pages and their scrapers put in and about a text.

use super::Dice;

/// Entities for marks, line ends and some characters.
pub fn entities(text: &str, dice: &mut Dice) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '“' => out.push_str("&ldquo;"),
            '”' => out.push_str("&rdquo;"),
            '—' => out.push_str("&mdash;"),
            '·' => out.push_str("&middot;"),
            '\n' => out.push_str("\n&nbsp;&nbsp;&emsp;"),
            c if dice.once_in(60) => out.push_str(&format!("&#{};", u32::from(c))),
            c if dice.once_in(60) => out.push_str(&format!("&#x{:X};", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// Tags that a scraper left.
pub fn tags(paragraphs: &[String], dice: &mut Dice) -> String {
    let mut out = String::from("<div class=\"TRS_Editor\"><!-- 正文 --><style>p { margin: 0; }</style>\n");
    for paragraph in paragraphs {
        let chars: Vec<char> = paragraph.chars().collect();
        let (a, b) = chars.split_at(dice.below(chars.len()));
        let (a, b): (String, String) = (a.iter().collect(), b.iter().collect());
        out.push_str(&match dice.below(4) {
            0 => format!("<p style=\"text-indent: 2em; line-height: 1.5\">{a}<span>{b}</span></p>\n"),
            1 => format!("<p>{a}<strong>{b}</strong></p>"),
            2 => format!("{a}<font face='仿宋'>{b}</font><br/>"),
            _ => format!("<P align=justify>{a}<o:p></o:p>{b}</P>\n"),
        });
    }
    out.push_str("</div>");
    out
}

/// What a lossy conversion makes of ideographic spaces: four question marks before every paragraph.
pub fn question_marks(paragraphs: &[String]) -> String {
    paragraphs.iter().map(|p| format!("????{p}\n")).collect()
}

/// What stands about an article.
pub fn web_shell(paragraphs: &[String], dice: &mut Dice) -> String {
    let mut out = String::new();
    let places =
        ["安阳县", "平昌县", "临沭县", "桃江县", "武平县", "海兴县", "康乐县", "石城县", "丰镇市", "洪湖市"];
    let other = |dice: &mut Dice| format!("{}20{}年政府工作报告", dice.pick(&places), dice.between(15, 25));
    for line in ["首页", "政府信息公开", "政务服务", "互动交流", "走进本地"] {
        out.push_str(&format!("{line}\n"));
    }
    out.push_str(dice.text(&[
        "当前位置：首页 > 政府信息公开 > 政府工作报告\n",
        "您所在的位置: 网站首页 » 政务公开 » 工作报告\n",
    ]));
    out.push_str(dice.text(&[
        "发布时间：2024-02-06 10:21\n来源：县政府办公室\n作者：管理员\n浏览次数：1234\n",
        "时间：2024-02-06    来源：政府办    阅读：1034 次    字号：[大 中 小]\n",
        "2024-02-06 15:04:11　来源：本站　点击：88\n",
    ]));
    out.push_str("打印本页\n分享到：\n微信\n新浪微博\nQQ空间\n");
    for paragraph in paragraphs {
        out.push_str(paragraph);
        out.push('\n');
    }
    out.push_str("【打印本页】 【关闭窗口】\n");
    out.push_str(&format!("上一篇：{}\n下一篇：{}\n", other(dice), other(dice)));
    out.push_str("相关文章\n");
    for _ in 0..dice.between(4, 14) {
        out.push_str(&format!("{:02}-{:02}\n{}\n", dice.between(1, 12), dice.between(1, 28), other(dice)));
    }
    out.push_str("网站地图\n关于我们\n联系我们\n主办：县人民政府办公室\n网站标识码：1234567890\n");
    out.push_str("Copyright © 2024 县人民政府 版权所有\n某ICP备12345678号-1\n");
    out
}
