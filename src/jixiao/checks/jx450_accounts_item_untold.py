"""JX450: the narrative lists items of spending, and leaves one of the table out (X50)."""

from functools import partial

from jixiao.checks.accounts import BASIS, faults
from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words

NAMES = Names("JX450", "说明漏列支出科目", "Item of spending left out of the narrative")
WORDS = Words(
    "表中有“{stated}”（{computed}），决算具体情况中没有写到。",
    'The table has "{stated}" ({computed}), which the narrative does not tell.',
    "请在“具体情况”中补写这一项。",
    "Add this item to the narrative.",
)
TABLE = (
    "一般公共预算财政拨款支出决算表\n"
    "单位：万元\n"
    "功能分类科目编码|科目名称|合计|基本支出|项目支出\n"
    "201|一般公共服务支出|785.06|600.31|184.75\n"
    "20103|政府办公厅（室）及相关机构事务|785.06|600.31|184.75\n"
    "2010301|行政运行|600.31|600.31|0.00\n"
    "2010302|一般行政管理事务|158.75|0.00|158.75\n"
    "2010303|机关服务|26.00|0.00|26.00\n"
    "\n"
    "五、一般公共预算财政拨款支出决算情况说明\n"
    "（三）一般公共预算财政拨款支出决算具体情况\n"
    "1.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）：支出决算为600.31万元。\n"
    "2.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）一般行政管理事务（项）："
    "支出决算为158.75万元。"
)

CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("accounts_item_untold",),
    explanation="说明按类、款、项逐项列示支出的，表中有金额的每一项都应写到。",
    explanation_en="Where the narrative lists the items of spending, each item of the table is told.",
    basis=BASIS.format("X50"),
    failing=TABLE,
    passing=TABLE
    + ("\n3.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）机关服务（项）：支出决算为26.00万元。"),
    find=partial(faults, names=NAMES, kind="accounts_item_untold", words=WORDS, proof=False),
)
