//! Words of the single views.

words! {
    Views;
    // Repairs
    repairs_lead: "粘贴来的文字有 {} 处被修复。关掉一类修复，分析会随之更新。", "{} places of the pasted text were mended. Switch a kind off and the analysis follows.";
    repairs_none: "粘贴来的文字不需要修复。", "The pasted text needed no repair.";
    repair_on: "已启用", "On";
    repair_off: "已关闭", "Off";
    repairs_made: "改动", "Changes";
    suspicions: "疑点（没有改动）", "Suspicions (nothing was changed)";
    suspicions_lead: "这些地方可能有误，但不止一种读法，所以保持原样，请自行判断。", "These places may be damaged, but can be read in more than one way; they were left as they stand for you to judge.";
    places: "{} 处", "{} places";
    lines: "{} 行", "{} lines";
    times: "{} 次", "{} times";
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
    rows_shown: "{} 行有改动", "{} lines changed";
}
