//! Words of the single views.

words! {
    Views;
    // Repairs
    repairs_lead: "粘贴来的文字有 {} 处被修复。关掉一类修复，分析会随之更新。", "Mended in the pasted text: {} place{s}. Switch a kind off and the analysis follows.";
    repairs_none: "粘贴来的文字不需要修复。", "The pasted text needed no repair.";
    repair_on: "已启用", "On";
    repair_off: "已关闭", "Off";
    repairs_made: "改动", "Changes";
    suspicions: "疑点（没有改动）", "Suspicions (nothing was changed)";
    suspicions_lead: "这些地方可能有误，但不止一种读法，所以保持原样，请自行判断。", "These places may be damaged, but can be read in more than one way; they were left as they stand for you to judge.";
    places: "{} 处", "{} place{s}";
    lines: "{} 行", "{} line{s}";
    times: "{} 次", "{} time{s}";
    go_there: "查看", "Show";
    more_places: "另有 {} 处，见下方对照", "{} more: see the comparison below";
    comparison: "对照", "Side by side";
    comparison_lead: "左边是粘贴的文字，右边是修复后的文字。划去的被去掉，加底色的被改动；␣ 是空格，↵ 是换行。", "Pasted text at the left, repaired at the right. Struck out: removed; shaded: changed; ␣ is a space, ↵ a line end.";
    comparison_large: "这份文字很长，生成对照需要片刻。", "This text is long; the comparison takes a moment.";
    comparison_make: "生成对照", "Compare";
    comparison_none: "这一类没有改动。", "Nothing of this kind was changed.";
    by_repaired: "按修复后的顺序", "As repaired";
    by_pasted: "按粘贴的顺序", "As pasted";
    all_repairs: "全部改动", "All changes";
    pasted_text: "粘贴的文字", "Pasted";
    repaired_text: "修复后的文字", "Repaired";
    moved_from: "移自第 {} 行", "from line {}";
    moved_to: "移到第 {} 行", "to line {}";
    removed: "去掉", "removed";
    added: "补上", "added";
    changed: "改动", "changed";
    rows_shown: "{} 行有改动", "{} line{s} changed";
    // Words
    words_lead: "数一数一组词在报告里出现的次数、每千字次数和字数占比。点开一个词看每一处，再点回到原文。", "How often the words of a list occur, per thousand characters and as a share of the text. Open a word to see each place, and go to it.";
    word_list: "词表", "List of words";
    own_list: "自定词表", "My own list";
    own_words: "每行一个词，也可用逗号、顿号或空格隔开。词表保存在本机浏览器里。", "One word a line, or apart by commas or spaces. The list is kept in this browser.";
    own_words_hint: "乡村振兴\n高质量发展", "乡村振兴\n高质量发展";
    own_words_empty: "请先写下要数的词。", "Write the words to count first.";
    with_annex: "连同附件、名词解释", "With annexes and glossaries";
    words_none: "这份报告里没有这些词。", "None of these words is in this report.";
    words_total: "共 {} 次，{} 字，占全文 {}%（全文 {} 字，空白不计）。", "{} hit{s}, {} character{s}, {}% of the text ({} characters, white space aside).";
    words_csv: "导出 CSV", "Export CSV";
    th_word: "词", "Word";
    th_hits: "次数", "Hits";
    th_per_thousand: "每千字", "Per 1,000";
    th_characters: "字数", "Characters";
    th_share: "占比", "Share";
    all_words: "合计", "All";
    more_hits: "另有 {} 处", "{} more";
    words_absent: "没有出现：", "Not found: ";
    words_rule: "数法：从左到右，每处取词表中最长的词，各处不重叠（有“绿色发展”就不再数“绿色”）；字母不分大小写，5G 不会在 15G 里数到。占比＝命中的字数÷全文字数。", "How it is counted: from left to right, the longest word of the list at each place, none overlapping (绿色发展 is not 绿色 as well); letters in either case; 5G is not found in 15G. Share = characters in hits ÷ characters of the text.";
    // Charts
    charts_lead: "目标画成它本来的样子：“以上”“以内”向一边敞开，“左右”边缘柔和，区间是一段。每张图都可以保存，并附数据表。", "Targets are drawn as what they are: “at least” and “at most” open to one side, “about” with soft edges, a range as a bar. Each picture can be saved and has its table.";
    charts_none: "这份报告里没有可以画成图的数字。", "There is nothing in this report to draw.";
    chart_targets: "今年目标与上年结果（上年 = 100）", "This year’s targets beside last year’s results (= 100)";
    chart_growth: "主要指标增速", "Growth of the main indicators";
    chart_density: "数字与问题在全文中的分布", "Where figures and findings stand in the report";
    chart_table: "数据表", "As a table";
    save_svg: "存为 SVG", "Save SVG";
    save_png: "存为 PNG", "Save PNG";
    // Links
    share_report: "完整报告", "The whole report";
    share_results: "只含结果", "Results only";
    share_results_text: "只有主要指标、目标和需要看的核查，不含原文，链接短得多。", "The headline figures, the targets and the findings to look at; no text, and much shorter.";
    share_sample: "样例链接", "Link to this sample";
    share_sample_text: "这份报告是页面自带的样例，链接只写它的名字。", "This report comes with the page; the link only names it.";
    channel_office: "Excel、Outlook 中的链接（约 {} 字符）", "links in Excel and Outlook (about {} characters)";
    channel_code: "二维码（约 {} 字符）", "a QR code (about {} characters)";
    channel_safari: "Safari（约 {} 字符）", "Safari (about {} characters)";
    channel_browser: "Chrome、Edge、Firefox（约 {} 字符）", "Chrome, Edge, Firefox (about {} characters)";
    channel_fits: "放得下", "fits";
    channel_cut: "放不下", "is cut";
    share_chat: "微信、QQ 等聊天软件各有限制，很长的链接会被截断：发出后请点开试一次，或改用邮件、改发文件。", "Chat programs differ and cut very long links: open the link once after sending, or use e-mail, or send the file.";
    // Recents
}
