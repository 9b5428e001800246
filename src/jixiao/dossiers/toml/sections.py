"""Chinese headings of the sections of a dossier, written as comments above them."""

from typing import Final

SECTIONS: Final = {
    "department": "部门基本情况",
    "accounts": "收支",
    "three_publics": "“三公”经费（会议、培训另列，不计入）",
    "three_guarantees": "三保",
    "non_tax_revenue": "非税收入",
    "advances": "暂付款",
    "debt": "政府债务",
    "balance_sheets": "资产负债",
    "procurement": "政府采购",
    "assets": "国有资产",
    "appraisal": "部门整体绩效",
    "projects": "项目",
    "performance_work": "绩效管理工作",
    "rectifications": "整改",
    "disclosures": "信息公开",
    "facts": "其他事实",
    "notes": "文字说明",
    "evidence": "佐证材料",
    "published": "公开报告中印出的数（互相不一致的都列出）",
    "unresolved": "无法判定的事实",
    "discrepancies": "单位自己说明的差异",
}
