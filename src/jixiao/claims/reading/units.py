"""Units as printed, to units of the core."""

import re
from decimal import Decimal

from jixiao.core.quantity import Unit

HUNDRED = Decimal(100)
"""All per cent, and the full marks of an appraisal."""
YUAN = {
    "万亿元": Decimal(10) ** 12, "万亿": Decimal(10) ** 12, "亿元": Decimal(10) ** 8, "亿": Decimal(10) ** 8,
    "千万元": Decimal(10) ** 7, "百万元": Decimal(10) ** 6, "万元": Decimal(10) ** 4, "万": Decimal(10) ** 4,
    "千元": Decimal(10) ** 3, "百元": Decimal(100), "元": Decimal(1), "亿圆": Decimal(10) ** 8,
    "万圆": Decimal(10) ** 4,
}  # fmt: skip
PERCENT = Unit("percent", Decimal("0.01"), "%")
POINT = Unit("point", Decimal("0.01"), "个百分点")
PERMILLE = Unit("permille", Decimal("0.001"), "‰")
SCORE = Unit("score", Decimal(1), "分")
STRUCTURE = Unit("percent", Decimal("0.01"), "")
"""A member of an a:b:c structure that adds to 100."""
NUMBER = Unit("number", Decimal(1), "")

CLASSIFIERS = (
    "微克/立方米|毫克/立方米|毫克/升|克/千克|厘米|毫米|毫克|微克|兆瓦|千瓦(?!时)|"
    r"km²|km|hm²|(?:hm2|hm|ha)(?![\dA-Za-z])|"
    "日历天|台次|例次|场次|辆次|项次|笔次|架次|班次|剂次|人份|学时|"
    "kg|kW|MW|mm|cm|m²|m³|m(?![A-Za-z])|t(?![A-Za-z])|㎡|平方公里|平方米|立方米|人次|户次|车次|批次|件次|千瓦时|公里|公顷|公斤|小时|分钟|千米|千克|万吨|个月|"
    "个|项|家|户|人|名|辆|台|套|件|次|批|期|篇|条|份|处|所|座|亩|吨|斤|克|米|天|日|岁|册|卷|场|例|张|本|只|头|株|棵|站|组|队|支|"
    r"市州|州市|县区|区县|县市|市县|乡镇|市(?![场值政级直民委区属本])|县(?![级委直属域])|区(?![间域内级属委本直])|州(?![级委直])|乡(?!村)|"
    "间|栋|幢|门|宗|笔|盏|盘|种|类|级|倍|户|村|镇|街道|卡|度|位|轮|艘|架|部(?![分门委队级署长])|段|口|块|根|枚|桶|瓶|箱|盒|袋|对|副|层|孔|眼|班|课时|课|节|单|起|树|年|月|周|季度"
)
WORDS = (
    r"万亿元|万亿|(?:[千百]?万|亿|千|百)元|(?:[千百]?万|亿)圆|元(?!旦|月|宵)|"
    r"个百分点|百分点|%|‰|分(?!钟|别|公司|局|类|管|项(?!目)|散|析|期|行|支|配|解|离|级|摊|布|年(?!初预)|成|区|享|月|工|流|批|之(?![和差])|店|院|校|担)|"
    rf"(?P<thousands>[万亿千百])?(?P<classifier>{CLASSIFIERS})|万|亿"
)
_WORD = re.compile(WORDS)
_CACHE: dict[str, Unit] = {}


def unit_of(word: str) -> Unit:
    """The unit that a word stands for (万元, %, 个, 万人次); a bare number for the empty word."""
    known = _CACHE.get(word)
    if known is None:
        known = _CACHE[word] = _unit(word)
    return known


def _unit(word: str) -> Unit:
    if not word:
        return NUMBER
    if word in YUAN:
        return Unit("yuan", YUAN[word], word)
    if word == "%":
        return PERCENT
    if word in ("个百分点", "百分点"):
        return Unit("point", Decimal("0.01"), word)
    if word == "‰":
        return PERMILLE
    if word == "分":
        return SCORE
    if word == "日历天":
        return Unit("count", Decimal(1), "天")
    found = _WORD.fullmatch(word)
    if found is not None and found["thousands"]:
        return Unit(
            "count",
            {"万": Decimal(10) ** 4, "亿": Decimal(10) ** 8, "千": Decimal(1000), "百": Decimal(100)}[
                found["thousands"]
            ],
            found["classifier"],
        )
    return Unit("count", Decimal(1), word)


_DECLARED = re.compile(
    r"(?:单位|金额单位|计量单位)\s*[:为]?\s*(?:人民币)?\s*(?:[((])?\s*(万亿元|亿元|千万元|百万元|万元|千元|元|%|个|人|分|辆|平方米|亩)"
)
_BRACKETED = re.compile(
    r"[((\[,，、/]\s*(万亿元|亿元|千万元|百万元|万元|千元|元|%|分|个|人|辆|台|件|项|次|批次|人次|平方米"
    r"|万(?:亩|人次?|户|吨|平方米|立方米)|亩|公里|平方公里|公顷|吨|户|所|处|座|份|家|人份|场次|剂次)\s*[))\],，、/]"
)


def known_unit(word: str) -> Unit | None:
    """The unit that a cell of units names; None where the word is none."""
    return unit_of(word) if _WORD.fullmatch(word) else None


def declared_unit(text: str) -> Unit | None:
    """The unit that a line declares for what follows: 单位：万元; None when it declares none."""
    found = _DECLARED.search(text)
    return unit_of(found[1]) if found else None


_CLOSES = re.compile(
    r"[(\[]\s*(?:金额|计量)?(?:单位)?\s*:?\s*(?:人民币)?(万亿元|亿元|千万元|百万元|万元|千元|元)\s*[)\]]\s*:?\s*$"
)
_THROUGHOUT = re.compile(
    r"(?:除[^。()]{0,12}(?:注明|说明|标注)[^。()]{0,3}外|(?:本|文|表|说明|报告)中?)[^。()]{0,10}(?:金额|数据|数字|收支)[^。()]{0,8}?"
    r"(?:单位(?:均|皆|统一)?[为是:]|(?:均|皆|统一)?以|(?:均|皆)为)\s?(亿元|万元|千元|元)"
)


def closing_unit(text: str) -> Unit | None:
    """The unit of money in the bracket that ends a line above a table: 采购情况如下（万元）."""
    found = _CLOSES.search(text)
    return unit_of(found[1]) if found else None


def throughout(text: str) -> Unit | None:
    """The unit that a text says its amounts are in where nothing else is said: 除注明外，金额单位为元."""
    found = _THROUGHOUT.search(text)
    return unit_of(found[1]) if found else None


def bracketed_unit(text: str) -> Unit | None:
    """The unit in a header's brackets: 预算数（万元）; None when there is none."""
    found = _BRACKETED.search(text)
    return unit_of(found[1]) if found else None
