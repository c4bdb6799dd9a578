//! Every word of the page, in both languages. A word that lacks one of them does not compile.

use heshu_core::model::{Basis, Bilingual, Bound, Kind, Level, Verdict};

/// The language of the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The dictionary.
    pub const fn words(self) -> &'static Words {
        match self {
            Self::Zh => &Words::ZH,
            Self::En => &Words::EN,
        }
    }

    /// The words of the single views.
    pub const fn views(self) -> &'static Views {
        match self {
            Self::Zh => &Views::ZH,
            Self::En => &Views::EN,
        }
    }

    /// The words of a set of reports.
    pub const fn several(self) -> &'static SeveralWords {
        match self {
            Self::Zh => &SeveralWords::ZH,
            Self::En => &SeveralWords::EN,
        }
    }

    /// What `lang` on the page's root says.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// One of a pair of words.
    pub const fn pick(self, pair: (&'static str, &'static str)) -> &'static str {
        match self {
            Self::Zh => pair.0,
            Self::En => pair.1,
        }
    }

    /// A sentence of the core.
    pub fn say(self, sentence: &Bilingual) -> &str {
        match self {
            Self::Zh => &sentence.zh,
            Self::En => &sentence.en,
        }
    }

    /// The arithmetic of a check. Its numbers and units are the report's; between them stands what the text says.
    pub fn arithmetic(self, line: &str) -> String {
        match self {
            Self::Zh => line.to_owned(),
            Self::En => line.replace("，文中共 ", ", stated in all ").replace("，文中 ", ", stated "),
        }
    }
}

/// Puts values into the `{}` of a sentence, one after another.
pub fn fill(sentence: &str, values: &[&str]) -> String {
    let mut out = String::with_capacity(sentence.len() + 16);
    let mut values = values.iter();
    let mut one = false;
    for (place, piece) in sentence.split("{}").enumerate() {
        if place > 0 {
            let value = values.next().copied().unwrap_or_default();
            one = value == "1";
            out.push_str(value);
        }
        out.push_str(&piece.replace("{s}", if one { "" } else { "s" }));
    }
    out
}

macro_rules! words {
    ($dictionary:ident; $($name:ident: $zh:literal, $en:literal;)*) => {
        /// Words of the page in one language.
        #[allow(missing_docs, reason = "each word says what it is")]
        #[derive(Debug, PartialEq)]
        pub struct $dictionary { $(pub $name: &'static str,)* }

        impl $dictionary {
            /// Chinese.
            pub const ZH: Self = Self { $($name: $zh,)* };
            /// English.
            pub const EN: Self = Self { $($name: $en,)* };
            #[cfg(test)]
            pub(super) const ALL: &'static [(&'static str, &'static str, &'static str)] =
                &[$((stringify!($name), $zh, $en),)*];
        }
    };
}

mod several;
mod views;
pub use several::SeveralWords;
pub use views::Views;

words! {
    Words;
    name: "核数", "Heshu";
    tagline: "读懂政府工作报告里的每一个数", "Every number in a Chinese government work report, read and checked";
    // Welcome
    lead: "粘贴一份政府工作报告，立刻看到其中的指标卡片、今年目标与去年结果的对照、民生承诺，以及对数字的核查。每一条都能点回原文。",
        "Paste a government work report and see its indicators as cards, this year’s targets beside last year’s results, its promises, and an audit of the numbers. Everything leads back to the words.";
    paste_label: "报告全文", "Text of the report";
    paste_placeholder: "把报告全文粘贴在这里。从 PDF 复制来的断行、页码、倒序的页面都会自动修复。",
        "Paste the whole report here. Broken lines, page numbers and reversed pages from a PDF are mended.";
    analyze: "开始分析", "Analyse";
    open_file: "打开文件", "Open a file";
    drop_hint: "也可以把文件拖到页面上：PDF、Word、OFD、网页、文本，或它们的 ZIP", "Or drop files anywhere: PDF, Word, OFD, web pages, text, or a ZIP of them";
    reading: "正在读取“{}”…", "Reading “{}”…";
    reading_pages: "正在读取“{}”：第 {} / {} 页", "Reading “{}”: page {} of {}";
    choose_title: "读出了 {} 份文件，先看哪一份？", "Documents read: {}. Which one first?";
    password_title: "文件有密码", "A password is needed";
    password_ask: "“{}”需要密码才能打开。密码只在本机使用。", "“{}” needs a password to open. It is used on this machine only.";
    password_wrong: "密码不对，请再输入“{}”的打开密码。", "That is not the password of “{}”. Try again.";
    password_open: "打开", "Open";
    drop_here: "松手即可读取", "Drop to read";
    samples: "没有现成的报告？试试样例", "No report at hand? Try a sample";
    sample_xinyuan: "新源县 2024", "Xinyuan County 2024";
    sample_xinyuan_hint: "直接从 PDF 复制，未经整理", "Copied from a PDF as it came";
    sample_yining: "伊宁市 2024", "Yining City 2024";
    sample_yining_hint: "来自网页", "From a web page";
    private: "文字不会离开浏览器。", "The text never leaves your browser.";
    private_how: "如何验证", "How to check";
    does_1: "指标卡片", "Indicator cards";
    does_1_text: "数值、单位、增速、年份、实绩还是目标、“以上”“左右”这样的限定，一一分清。", "Value, unit, growth, year, result or target, and bounds such as “at least”, told apart.";
    does_2: "目标对照结果", "Targets beside results";
    does_2_text: "今年的目标摆在去年的结果旁边，写明的增速和推算的增速摆在一起。", "This year’s target next to last year’s result; the stated growth next to the computed one.";
    does_3: "核查", "Checks";
    does_3_text: "数字之间对不上的地方列出算式；对得上的也告诉你。", "Where numbers disagree the arithmetic is written out; where they agree you are told as well.";
    // Loading and errors
    working: "正在分析 {} 字…", "Analysing {} characters…";
    cancel: "取消", "Cancel";
    later: "正在打开…", "Opening…";
    later_failed: "这一部分没有能够载入，请检查网络。", "This part could not be loaded; is there a network?";
    again: "再试一次", "Try again";
    dismiss: "关闭", "Close";
    undo: "撤销", "Undo";
    err_empty: "没有可以分析的文字。请先把报告全文粘贴到文本框里。", "There is no text to analyse. Paste the whole report into the box first.";
    err_analysis: "分析没有完成。原来的内容没有丢失，请再试一次；若仍不行，请重新载入页面。", "The analysis did not finish. Nothing was lost; try again, or reload the page.";
    err_link: "这个链接不完整或已损坏，无法还原报告。请向发送者要一份完整的链接或文本。", "This link is incomplete or damaged, so the report cannot be restored. Ask the sender for the whole link or the text.";
    update: "有新版本，下次打开时启用。", "A new version is ready, for the next time you open the page.";
    update_now: "现在启用（报告会保留）", "Use it now (the report stays)";
    err_audit: "核对没有完成，其余内容不受影响。请检查网络后重新分析。", "The checks were not made; everything else is there. Check the connection and analyse again.";
    err_load: "这一部分没有能够载入。请检查网络后再试；如果页面开了很久，请先刷新。", "This part could not be loaded. Check the connection and try again; if the page has been open for long, reload it first.";
    err_future: "这个链接来自更新版本的核数。请重新载入页面以取得新版本，再打开一次。", "This link was made by a newer Heshu. Reload the page to get it, then open the link again.";
    err_export: "没有能够生成“{}”。请检查网络后再试一次，或改用 CSV。", "“{}” could not be made. Check the network and try again, or take the CSV.";
    err_recent: "这份报告已经不在了。请重新粘贴。", "This report is no longer there. Paste it again.";
    err_folder: "没有从文件夹里读到文件：它可能是空的，也可能是浏览器不让读。请打开“多份报告”，点“选择文件夹”。", "No files could be read from the folder: it may be empty, or the browser may not give them. Open “Several reports” and press “Choose a folder”.";
    err_picture: "浏览器没有画出“{}”。请改存为 SVG。", "The browser did not draw “{}”. Save it as SVG instead.";
    err_copy: "浏览器没有允许复制。请手动选择文字复制。", "The browser did not allow copying. Select the text and copy it yourself.";
    cleared: "已收起报告。", "The report was put away.";
    copied: "已复制。", "Copied.";
    saved: "已保存 {}。", "Saved {}.";
    cancelled: "已取消分析。", "Analysis cancelled.";
    nothing_found: "在这段文字里没有找到统计数字。", "No statistics were found in this text.";
    nothing_found_hint: "核数读的是政府工作报告。请确认粘贴的是报告全文，而不是目录或摘要。", "Heshu reads government work reports. Check that this is the whole report, not a summary or a list of contents.";
    // Header
    new_report: "换一份报告", "Another report";
    switch_language: "English", "中文";
    switch_language_label: "Switch to English", "切换到中文";
    theme_auto: "跟随系统", "System theme";
    theme_light: "浅色", "Light";
    theme_dark: "深色", "Dark";
    theme_label: "外观：{}", "Appearance: {}";
    share: "分享", "Share";
    export: "导出", "Export";
    help: "帮助", "Help";
    skip: "跳到结果", "Skip to the findings";
    // Workspace
    text_pane: "原文", "Text";
    findings_pane: "发现", "Findings";
    panes: "显示原文或发现", "Show the text or the findings";
    outline: "目录", "Contents";
    outline_count: "{} 个数", "{} figure{s}";
    report_of: "{}年政府工作报告", "{} work report";
    untitled: "未识别的报告", "Unrecognised report";
    delivered: "{} 提请审议", "Delivered {}";
    characters: "{} 字", "{} character{s}";
    previous: "上一个", "Previous";
    next: "下一个", "Next";
    density: "数字与问题在全文中的分布", "Where figures and findings stand in the report";
    // Tabs
    views: "结果视图", "Views of the findings";
    tab_cards: "指标", "Indicators";
    tab_targets: "目标对照", "Targets";
    tab_checks: "核查", "Checks";
    tab_promises: "承诺", "Promises";
    tab_table: "表格", "Table";
    tab_charts: "图表", "Charts";
    tab_words: "词频", "Words";
    tab_repairs: "修复", "Repairs";
    // Cards
    source_words: "原文", "Words";
    copy_quote: "复制引文", "Copy as quotation";
    doubt: "读法存疑", "Reading in doubt";
    read_as: "读法：", "Read as: ";
    of: "占", "of";
    grows: "增长", "up";
    falls: "下降", "down";
    ranks: "第{}名", "Rank {}";
    show_more: "再显示 {} 条", "Show {} more";
    printed: "以上为 {} 条，共 {} 条", "{} of {}";
    show_earlier: "显示前面 {} 条", "Show {} before these";
    no_theme: "其他", "Other";
    year: "{}年", "{}";
    // Filters
    filters: "筛选", "Filters";
    search: "搜索指标或原文", "Search";
    all_themes: "全部主题", "All themes";
    all_kinds: "实绩与目标", "All kinds";
    all_periods: "全部年份", "All years";
    all_bounds: "全部限定", "All bounds";
    headline_only: "只看主要指标", "Headline only";
    sort: "排序", "Sort";
    sort_reading: "按原文顺序", "As in the report";
    sort_name: "按名称", "By name";
    sort_level: "按数值", "By amount";
    sort_change: "按增速", "By growth";
    shown: "{} / {} 条", "{} of {}";
    clear_filters: "清除筛选", "Clear filters";
    none_match: "没有符合条件的指标。", "Nothing matches.";
    // Targets
    targets_lead: "{} 项目标有去年的结果可比。写明的增速与按两年数值推算的增速不一致时会标出。", "{} target{s} can be compared with last year’s result. Where the stated growth differs from the one the two levels give, it is marked.";
    targets_none: "没有找到可以对照的目标。", "No targets to compare were found.";
    col_indicator: "指标", "Indicator";
    col_result: "{}年结果", "{} result";
    col_target: "{}年目标", "{} target";
    col_stated: "目标增速", "Stated growth";
    col_computed: "推算增速", "Computed growth";
    col_growth: "增速对照", "Growth, last year to this";
    last_year: "去年", "last year";
    this_year: "今年", "this year";
    legend_result: "去年实际增速", "Last year’s growth";
    legend_target: "今年目标增速", "This year’s target growth";
    below_result: "低于去年", "Below last year";
    points: "个百分点", " points";
    // Checks
    checks_lead: "核查了 {} 处，{} 处需要看。", "{} check{s}, {} worth a look.";
    unchecked: "未能核对", "Could not be checked";
    unchecked_lead: "规则适用、但文中缺少所需数字的统计。", "Statistics that a rule applies to, for which the text does not say what it needs.";
    checks_later: "正在核对…", "Checking…";
    checks_none: "这份报告里没有可以互相核对的数字。", "No numbers in this report can be checked against one another.";
    expected: "应为", "Should be";
    found: "写为", "Stated";
    suggestion: "可能是", "Perhaps";
    assumption: "区间为四舍五入所允许的范围", "The interval is what rounding allows";
    passes_show: "显示通过的 {} 处", "Show the {} that hold";
    passes_hide: "收起", "Hide";
    rule: "规则：", "Rule: ";
    rule_promises: "查什么", "What it checks";
    rule_assumes: "默认什么", "What it assumes";
    rule_examples: "例子", "Examples";
    rule_wrong: "何时不算错", "When it is no error";
    mark_label: "我的判断", "My mark";
    mark_none: "未标记", "Not marked";
    // Promises
    promises_lead: "{} 件承诺，其中 {} 件写明了数字。", "{} promise{s}; {} of them state numbers.";
    promises_none: "没有找到编号的民生实事或承诺。", "No numbered promises were found.";
    promise: "第 {} 件", "No. {}";
    // Table
    th_name: "指标", "Indicator";
    th_period: "年份", "Year";
    th_kind: "性质", "Kind";
    th_level: "数值", "Level";
    th_unit: "单位", "Unit";
    th_change: "增速", "Change";
    th_force: "力度", "Force";
    th_theme: "主题", "Theme";
    // Export
    export_csv: "CSV 表格（当前筛选）", "CSV (as filtered)";
    export_xlsx: "Excel 工作簿（数据、目标、核查、承诺、词频）", "Excel workbook (figures, targets, checks, promises, words)";
    export_json: "JSON（完整分析）", "JSON (whole analysis)";
    export_md: "Markdown（对照与核查）", "Markdown (targets and checks)";
    export_html: "带标注的原文（HTML）", "Annotated report (HTML)";
    print: "打印", "Print";
    // Share
    share_title: "分享这份报告", "Share this report";
    share_text: "报告压缩后放在链接的 # 之后，打开链接不会上传任何内容。", "The report is packed into the link after the #. Opening it uploads nothing.";
    share_length: "链接长 {} 个字符。", "The link is {} characters long.";
    share_copy: "复制链接", "Copy link";
    share_failed: "这个浏览器不能压缩文字，无法生成链接。请改用导出的文件。", "This browser cannot pack text, so no link can be made. Export a file instead.";
    // Help and privacy
    help_title: "键盘与用法", "Keyboard and use";
    help_keys: "快捷键", "Keys";
    key_paste: "在页面任何地方粘贴，即可分析", "Paste anywhere to analyse";
    key_search: "搜索", "Search";
    key_tabs: "切换视图", "Switch views";
    key_list: "列表里的上一条、下一条", "The entry before, the entry after in a list";
    key_step: "原文中的上一个、下一个数字", "Previous or next figure in the text";
    key_help: "打开这个帮助", "Open this help";
    key_escape: "关闭面板、取消选中", "Close a panel, drop the selection";
    prove_title: "文字不会离开浏览器：如何验证", "The text never leaves your browser: how to check";
    prove_1: "断开网络（或打开飞行模式）后再粘贴：一切照常工作。", "Go offline (or into flight mode), then paste: everything still works.";
    prove_2: "打开浏览器的开发者工具（F12），看“网络”一栏：粘贴和分析时没有任何内容发出。托管版只会从同一网址取回页面自己的文件；单文件版没有任何请求。", "Open the browser’s developer tools (F12) and look at Network: pasting and analysing send nothing. The hosted copy only fetches the page’s own files from its own address; the single file makes no request at all.";
    prove_3: "查看页面源代码开头的 Content-Security-Policy：单文件版写明 connect-src 'none'，浏览器禁止页面连接任何地址；托管版写明 connect-src 'self'，只能向它自己的网址取文件。", "Look at the Content-Security-Policy at the top of the page’s source: in the single file connect-src 'none' forbids every connection; in the hosted copy connect-src 'self' allows only fetching from its own address.";
    prove_4: "只有语言、外观、你的词表和你对核查的标记（只存指纹，不存原文）会保存在本机浏览器里；报告只在你要求时才保留。", "Only the language, the appearance, your list of words and your marks on checks (by a fingerprint, without their words) are kept, in this browser; reports only if you ask for it.";
    reading_title: "怎么看结果", "Reading the findings";
    reading_1: "冲突：在四舍五入允许的范围内，这些数字也不可能同时正确。", "Conflict: even within rounding these numbers cannot all be right.";
    reading_2: "存疑：很可能有误，或需要一个解释（如按可比价计算的增速）。", "Caution: likely wrong, or in need of a reason (such as growth at constant prices).";
    reading_3: "提示：值得知道。通过：核对过，成立。", "Note: worth knowing. Pass: checked, and it holds.";
    reading_4: "核数不判断对错，只指出数字之间的关系；结论请核对原始资料。", "Heshu does not judge; it shows how numbers relate. Check sources before concluding.";
    // Several reports, recent ones, results alone
    brief: "这个链接只含结果，不含报告原文：主要指标、目标和需要看的核查。要核对原文，请向发送者要完整链接或报告。", "This link holds results only, not the report’s text: headline figures, targets, and findings to look at. For the words behind them ask the sender for the full link or the report.";
    checks_brief: "这个链接只带着需要看的核查，共 {} 条；其余的要有报告原文才能列出。", "This link carries only the findings worth a look: {}. All others need the report’s text.";
    brief_text: "这个链接不含原文。", "This link holds no text.";
    chart_structure: "三次产业结构（%）", "Industry structure (%)";
    recents: "最近的报告", "Recent reports";
    recents_keep: "在这台设备的浏览器里保留最近的报告（默认不保留，不会上传）", "Keep recent reports in this browser, on this device (off by default, never uploaded)";
    recents_forget: "全部忘掉", "Forget all";
    several: "多份报告", "Several reports";
    together: "都放在一起比较", "Put all of them side by side";
}

/// A kind of statistic.
pub const fn kind(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Actual => ("实绩", "Result"),
        Kind::Expected => ("预计", "Estimate"),
        Kind::Target => ("目标", "Target"),
        Kind::Standing => ("常态", "Standing"),
    }
}

/// A bound in words.
pub const fn bound(bound: Bound) -> (&'static str, &'static str) {
    match bound {
        Bound::Exact => ("确数", "exact"),
        Bound::Approx => ("左右", "about"),
        Bound::AtLeast => ("以上", "at least"),
        Bound::Over => ("超过", "over"),
        Bound::Under => ("不足", "under"),
        Bound::AtMost => ("以内", "at most"),
        Bound::Range => ("区间", "range"),
    }
}

/// What a change is measured against; nothing for the usual year on year.
pub const fn basis(basis: Basis) -> (&'static str, &'static str) {
    match basis {
        Basis::Yoy => ("", ""),
        Basis::SameBasis => ("同口径", "same basis"),
        Basis::Real => ("可比价", "real"),
        Basis::AnnualAverage => ("年均", "a year"),
        Basis::Cumulative => ("累计", "cumulative"),
        Basis::Since => ("较基期", "since base"),
    }
}

/// The verdict of a check.
pub const fn verdict(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Conflict => ("冲突", "Conflict"),
        Verdict::Caution => ("存疑", "Caution"),
        Verdict::Note => ("提示", "Note"),
        Verdict::Pass => ("通过", "Pass"),
    }
}

/// The id of a verdict, as in the contract.
pub const fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "conflict",
        Verdict::Caution => "caution",
        Verdict::Note => "note",
        Verdict::Pass => "pass",
    }
}

/// A level of government.
pub const fn level(level: Level) -> (&'static str, &'static str) {
    match level {
        Level::Nation => ("国家", "Nation"),
        Level::Province => ("省级", "Province"),
        Level::Prefecture => ("地级", "Prefecture"),
        Level::County => ("县级", "County"),
        Level::Township => ("乡级", "Township"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_empty_and_both_languages_take_the_same_values() {
        for (name, zh, en) in Words::ALL.iter().chain(Views::ALL).chain(SeveralWords::ALL) {
            assert!(!zh.is_empty() && !en.is_empty(), "{name}");
            assert_eq!(zh.matches("{}").count(), en.matches("{}").count(), "{name}");
        }
    }

    #[test]
    fn filling_puts_values_in_order() {
        assert_eq!(fill("{} / {} 条", &["3", "10"]), "3 / 10 条");
        assert_eq!(fill("无", &["3"]), "无");
        assert_eq!(fill("{}年", &[]), "年");
    }
}
