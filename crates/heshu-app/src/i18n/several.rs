//! Words of a set of reports. What its tables and pictures say comes with them.

words! {
    SeveralWords;
    lead: "把多份报告放在一起：承诺与兑现对照，指标并排比较，做成面板数据。全部在浏览器里完成。", "Put reports together: promises against delivery, indicators side by side, a panel of data. All of it in the browser.";
    screens: "多份报告的视图", "Views of several reports";
    screen_reports: "报告", "Reports";
    screen_delivery: "兑现", "Delivery";
    screen_side: "并排", "Side by side";
    back_to: "回到“{}”", "Back to “{}”";
    // Adding
    add: "加入报告", "Add reports";
    add_files: "选择文件（可多选，也可选 ZIP）", "Choose files (several, or a ZIP)";
    add_folder: "选择文件夹", "Choose a folder";
    add_drop: "或把文件、文件夹拖到页面上", "or drop files or a folder anywhere";
    add_open: "加入正在看的报告", "Add the report that is open";
    add_text: "粘贴另一份报告的全文", "Paste the text of another report";
    add_text_button: "加入", "Add";
    pasted: "粘贴的文字 {}", "Pasted text {}";
    // Progress
    progress: "已完成 {}，进行中 {}，失败 {}，共 {}", "{} done, {} going, {} failed, of {}";
    failures: "{} 个文件没有读成", "{} file{s} could not be read";
    part_failed: "处理多份报告的部分没有能够载入或中途出错。请检查网络，重新载入页面后再试。", "The part that handles several reports could not be loaded, or broke. Check the network, reload the page, and try again.";
    // The list
    count: "{} 份报告。地区、层级和年份可以改。", "{} report{s}. Region, level and year can be corrected.";
    none: "还没有报告。", "There are no reports yet.";
    th_file: "文件", "File";
    th_region: "地区", "Region";
    th_level: "层级", "Level";
    th_year: "年份", "Year";
    th_because: "依据", "Because it says";
    th_figures: "数", "Figures";
    unknown: "未识别", "Unrecognised";
    corrected: "已更正；报告自述：{}", "Corrected; the report says: {}";
    open: "打开", "Open";
    remove: "移出", "Remove";
    clear: "全部移出", "Remove all";
    // Delivery
    pair: "相邻两年的报告", "Reports of consecutive years";
    pairs_none: "这里需要同一地区相邻两年的两份报告。若已加入而没有认出，请在“报告”里更正地区、层级或年份。", "This takes two reports of one place and consecutive years. If they are there but not recognised, correct region, level or year under Reports.";
    pair_name: "{} {} → {}", "{} {} → {}";
    // Side by side
    figures: "比较什么", "Compare";
    figures_results: "上年结果", "Last year’s results";
    figures_growth: "上年增速", "Last year’s growth";
    figures_targets: "今年目标", "This year’s targets";
    figures_target_growth: "今年目标增速", "This year’s target growth";
    year: "年份", "Year";
    all_years: "各报告自己的年份", "Each report’s own";
    indicators: "指标", "Indicators";
    drawn: "图中的指标", "Drawn indicator";
    pictures: "图", "Pictures";
    waiting: "正在计算…", "Working…";
    // The panel
    panel: "导出面板数据", "Export the panel";
    panel_lead: "每一行都带原句、来源文件和位置；没有写的是空格，不是零。", "Every row has its sentence, source file and place; what is not said is empty, never zero.";
    shape: "行", "Rows";
    shape_tidy: "每个地区、年份、指标一行", "One a region, year and indicator";
    shape_wide: "每份报告一行", "One a report";
    shape_all: "每个数一行", "One a figure";
    with_words: "加上词表“{}”的词频列", "With the shares of the list “{}”";
    codebook: "列的说明（CSV）", "What the columns mean (CSV)";
}
