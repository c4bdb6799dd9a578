//! Formats other than DOCX.

mod common;
use base64::Engine;
use common::{document, docx, fixture, lines, ofd, p, read, zip};
use heshu_intake::{Format, Note, Options, Silent};

#[test]
fn an_ofd_gives_its_lines_with_places() {
    let file = ofd(&[
        &[
            (90.0, 40.0, "政府工作报告"),
            (30.0, 60.0, "各位"),
            (40.0, 60.0, "代表："),
            (30.0, 70.0, "A"),
            (60.0, 70.0, "B"),
        ],
        &[(30.0, 40.0, "第二页")],
    ]);
    assert_eq!(lines(&file), ["=政府工作报告", "=各位代表：", "=A B", "=第二页"]);
    let read = document(&file);
    assert_eq!(read.format, Format::Ofd);
    let page = &read.document.pages[0];
    assert_eq!((page.width.round(), page.height.round()), (595.0, 842.0));
    let place = page.lines[0].place.expect("it has one");
    let round = |x: f32| (x / 72.0 * 25.4 * 10.0).round() / 10.0;
    assert_eq!(
        (round(place.left), round(place.right), round(place.baseline), round(place.size)),
        (90.0, 120.0, 40.0, 5.0)
    );
}

#[test]
fn an_ofd_without_one_of_its_pages_is_read_and_says_so() {
    let file = ofd(&[&[(30.0, 40.0, "第一页")]]);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&file)).expect("it is one");
    let mut part = |path: &str| {
        let mut content = String::new();
        std::io::Read::read_to_string(&mut archive.by_name(path).expect("it is there"), &mut content)
            .expect("text");
        content
    };
    let list = part("Doc_0/Document.xml")
        .replace("</ofd:Pages>", "<ofd:Page ID='9' BaseLoc='Pages/Page_9/Content.xml'/></ofd:Pages>");
    let (root, page) = (part("OFD.xml"), part("Doc_0/Pages/Page_0/Content.xml"));
    let read = document(&zip(&[
        ("OFD.xml", root.as_bytes()),
        ("Doc_0/Document.xml", list.as_bytes()),
        ("Doc_0/Pages/Page_0/Content.xml", page.as_bytes()),
    ]));
    assert_eq!(read.notes, [Note::DamagedPages(vec![2])]);
    assert_eq!(read.document.pages.len(), 2);
}

const PAGE: &str = "<!DOCTYPE html><html><head><meta charset='utf-8'><title>政府网</title><style>p{}</style></head>
<body><div class='top'><a href='/'>首页</a> <a href='/z'>政务公开</a></div><nav>导航<p>更多</p></nav>
<div id='main'><h1>2024年政府工作报告</h1><div class='meta'>发布时间：2024-01-26 来源：县政府办</div>
<div class='content'><p>各位代表：</p><p>　　2023年，地区生产总值388.2亿元、增长7.2&#37;，固定资产投资增长10%，城乡居民收入&ldquo;双增长&rdquo;。</p>
<p>现在，我代表县人民政府向大会报告工作，请予审议，并请各位政协委员提出意见。<br>请大家记住这些数字，它们很重要，一个也不能少。<p>结束语也是一段话，没有写结束标签，但仍然是单独的一段话。
<table><tr><td>指标</td><td>目标</td></tr><tr><td><p>生产总值</p></td><td><p>6%</p></td></tr></table>
<script>var x = '<p>不是正文</p>';</script><p style='display: none'>看不见的文字看不见的文字看不见的文字看不见的文字</p></div></div>
<div class='links'><a href='1'>上一篇：关于某某某某某某某某某某某某某某某某的通知</a></div>
<footer>版权所有 县人民政府办公室主办 地址某某路一号 电话一二三四五六七八九十</footer></body></html>";

const PAGE_LINES: [&str; 9] = [
    "¶2024年政府工作报告",
    "¶各位代表：",
    "¶　　2023年，地区生产总值388.2亿元、增长7.2%，固定资产投资增长10%，城乡居民收入“双增长”。",
    "=现在，我代表县人民政府向大会报告工作，请予审议，并请各位政协委员提出意见。",
    "=请大家记住这些数字，它们很重要，一个也不能少。",
    "¶结束语也是一段话，没有写结束标签，但仍然是单独的一段话。",
    "|指标\t目标",
    "|生产总值\t6%",
    "",
];

#[test]
fn a_web_page_gives_its_main_text() {
    let read = lines(PAGE.as_bytes());
    assert_eq!(read, PAGE_LINES[..8]);
    let gbk = encoding_rs::GB18030.encode(&PAGE.replace("utf-8", "gb2312")).0.into_owned();
    assert_eq!(lines(&gbk), PAGE_LINES[..8]);
    // A page that was saved in another encoding than it says.
    assert_eq!(lines(PAGE.replace("utf-8", "gb2312").as_bytes()), PAGE_LINES[..8]);
}

#[test]
fn a_page_laid_out_by_tables_is_paragraphs() {
    let long = "这一段正文很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长。";
    let page =
        format!("<html><table><tr><td>栏目</td><td><p>{long}</p><p>{long}</p></td></tr></table></html>");
    assert_eq!(lines(page.as_bytes()), [format!("¶{long}"), format!("¶{long}")]);
}

#[test]
fn a_title_outside_the_text_is_found_by_the_title_of_the_page() {
    let text = "<p>各位代表，现在我代表政府向大会报告工作，请予审议，并请提出意见。</p>".repeat(3);
    let page = format!(
        "<html><title>某县2024年政府工作报告_某县人民政府</title><div>某县人民政府</div>\
         <div class=t>某县2024年政府工作报告</div><div class=d>发布时间</div><div><div>{text}</div></div></html>"
    );
    assert_eq!(lines(page.as_bytes())[0], "¶某县2024年政府工作报告");
}

#[test]
fn a_saved_page_is_read_out_of_its_message() {
    let head = "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\n\
                Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----B\"\r\n\r\n";
    let message = |encoding: &str, charset: &str, body: &[u8]| {
        let part = format!(
            "------B\r\nContent-Type: text/css\r\n\r\np{{}}\r\n------B\r\nContent-Type: text/html{charset}\r\n\
             Content-Transfer-Encoding: {encoding}\r\n\r\n"
        );
        [head.as_bytes(), part.as_bytes(), body, b"\r\n------B--\r\n"].concat()
    };
    let quoted = quoted_printable::encode(PAGE);
    let base64 = base64::engine::general_purpose::STANDARD.encode(PAGE);
    let gbk = encoding_rs::GB18030.encode(PAGE).0;
    for file in [
        message("quoted-printable", "", &quoted),
        message("base64", "; charset=\"utf-8\"", base64.as_bytes()),
        message("8bit", "; charset=gb2312", &gbk),
    ] {
        assert_eq!(document(&file).format, Format::Mht);
        assert_eq!(lines(&file), PAGE_LINES[..8]);
    }
}

#[test]
fn rtf_in_both_ways_of_writing_chinese() {
    let file = br"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 \'cb\'ce\'cc\'e5;}}{\info{\title x}}
{\pard {\listtext\tab 1.}\'b8\'f7\'ce\'bb\'b4\'fa\'b1\'ed\'a3\'ba\par}
\pard 2023\u24180?,{\deleted no}\u22686?{\footnote\pard \'d7\'a2}\'a1\'b0x\'a1\'b1\line b\par
\pard\intbl \'b1\'ed\cell 6%\cell\row \pard\u8805 ?5{\*\unknown zzz}\par}";
    assert_eq!(lines(file), ["¶1.各位代表：", "=2023年,增“x”", "=b", "|表\t6%", "¶≥5", "*注"]);
}

#[test]
fn an_archive_gives_each_of_its_documents() {
    let report = docx(&["政府工作报告"]);
    let inner = zip(&[("乙.txt", "乙县政府工作报告".as_bytes())]);
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let file = zip(&[
        ("甲/报告.docx", &report),
        ("__MACOSX/._报告.docx", b"\0\x05\x16\x07"),
        ("更多.zip", &inner),
        ("图.png", picture),
    ]);
    let found = read(&file).expect("two can be read");
    let names: Vec<(&str, Format)> = found.documents.iter().map(|d| (d.name.as_str(), d.format)).collect();
    assert_eq!(names, [("甲/报告.docx", Format::Docx), ("更多.zip/乙.txt", Format::Text)]);
    assert_eq!(found.failed.len(), 1);
    assert_eq!(found.failed[0].0, "图.png");
    assert!(found.failed[0].1.sentence().zh.contains("图片"));
}

#[test]
fn an_archive_that_begins_with_a_pdf_is_no_pdf() {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (path, content) in [("甲.pdf", "%PDF-1.7\n"), ("乙.txt", "乙县政府工作报告")] {
        writer.start_file(path, stored).expect("in memory");
        std::io::Write::write_all(&mut writer, content.as_bytes()).expect("in memory");
    }
    let found = read(&writer.finish().expect("in memory").into_inner()).expect("one can be read");
    assert_eq!((found.documents[0].name.as_str(), found.failed[0].0.as_str()), ("乙.txt", "甲.pdf"));
}

#[test]
fn a_password_opens_one_file_of_an_archive() {
    let locked = std::fs::read("../heshu-pdf/tests/fixtures/aes-256-password.pdf").expect("it is there");
    let inner = zip(&[("丙.pdf", &locked)]);
    let file = zip(&[("甲.txt", "甲县政府工作报告".as_bytes()), ("乙.pdf", &locked), ("更多.zip", &inner)]);
    let with = |file: &[u8], password, inside| {
        let options = Options { password, inside, ..Options::default() };
        heshu_intake::read(file, &options, &mut Silent).map(|found| {
            let documents = found.documents.into_iter().map(|read| read.name);
            let failed = found.failed.into_iter().map(|(name, error)| format!("{name} {}", error.id()));
            documents.chain(failed).collect::<Vec<_>>()
        })
    };
    let all = ["甲.txt", "乙.pdf password", "更多.zip/丙.pdf password"].map(String::from);
    assert_eq!(with(&file, None, None), Ok(all.to_vec()));
    for path in ["乙.pdf", "更多.zip/丙.pdf"] {
        assert_eq!(with(&file, Some("报告2024"), Some(path)), Ok(vec![path.to_owned()]));
        assert_eq!(
            with(&file, Some("不是它"), Some(path)).map_err(|error| error.id()),
            Err("wrong_password")
        );
    }
    let two = zip(&[("乙.pdf", &locked), ("更多.zip", &inner), ("空.txt", b"")]);
    assert_eq!(with(&two, None, None).map_err(|error| error.id()), Err("password"));
}

#[test]
fn names_in_an_archive_may_be_in_gbk() {
    let mut file = zip(&[("AAAA.txt", "报告".as_bytes())]);
    let name = encoding_rs::GB18030.encode("报告").0.into_owned();
    for at in 0..file.len() - 4 {
        if file[at..].starts_with(b"AAAA") {
            file[at..at + 4].copy_from_slice(&name);
        }
    }
    assert_eq!(read(&file).expect("it is whole").documents[0].name, "报告.txt");
}

#[test]
fn every_trouble_says_what_to_do() {
    let locked = {
        let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).expect("in memory");
        file.create_stream("/EncryptedPackage").expect("in memory");
        file.into_inner().into_inner()
    };
    let empty = docx_with_nothing();
    let sheet = zip(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<x/>")]);
    for (bytes, id, words) in [
        (Vec::new(), "empty", "空"),
        (b"WPS\x00\xfd\x00\x01\x02\x80\x81".to_vec(), "unknown", "另存为"),
        (locked, "locked", "密码"),
        (empty, "no_text", "没有文字"),
        (sheet, "unsupported", "表格"),
        (b"PK\x03\x04cut".to_vec(), "damaged", "重新下载"),
        (zip(&[]), "nothing_inside", "压缩包"),
    ] {
        let error = read(&bytes).expect_err(id);
        assert_eq!(error.id(), id);
        assert!(error.sentence().zh.contains(words), "{}", error.sentence().zh);
        assert!(
            error.sentence().en.is_ascii() || error.sentence().en.contains('’'),
            "{}",
            error.sentence().en
        );
    }
    assert_eq!(read(&p("x").into_bytes()).map(|f| f.documents[0].format), Ok(Format::Text));
}

fn docx_with_nothing() -> Vec<u8> {
    docx(&["", "  "])
}

/// The fixtures are one document, saved by LibreOffice Writer 7.4: automatic numbers, a deletion, hidden words, a
/// footnote, a line broken by hand, a table with an empty cell.
#[test]
fn what_a_word_processor_saves_is_read_alike_in_each_of_its_formats() {
    let expected = [
        "¶政府工作报告",
        "¶各位代表：",
        "¶一、过去一年工作回顾",
        "¶（一）经济平稳运行",
        "¶地区生产总值388.2亿元、增长7.2%，“十四五”规划pH值达到≥7。",
        "¶1.工业增加值增长5%。",
        "¶2.投资增长10%。",
        "¶（二）民生持续改善",
        "¶1.新增就业3000人。",
        "¶二、今年工作安排",
        "¶增长6.5%左右。",
        "=第一行",
        "=第二行",
        "|指标\t单位\t目标",
        "|生产总值\t\t6%左右",
        "|𠮷林\t个\t12",
        "¶谢谢大家！",
        "*按可比价格计算。",
    ];
    for (name, format) in
        [("report.doc", Format::Doc), ("report.docx", Format::Docx), ("report.rtf", Format::Rtf)]
    {
        let file = fixture(name);
        assert_eq!(document(&file).format, format);
        assert_eq!(lines(&file), expected, "{name}");
    }
}
