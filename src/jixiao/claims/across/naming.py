"""What a figure is about, so that two documents mean the same by it: the thing, and within what it counts."""

import re
from functools import lru_cache
from typing import Final

from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.publics import cost_of
from jixiao.core.frozen import frozen

_FUNDS: Final = (
    ("一般公共预算", re.compile(r"一般公共预算|公共财政预算")),
    ("政府性基金", re.compile(r"政府性基金")),
    ("国有资本经营", re.compile(r"国有资本")),
    ("财政拨款", re.compile(r"财政拨款|财政资金")),
    ("专户", re.compile(r"财政专户")),
    ("自有", re.compile(r"单位资金|自有资金|其他资金")),
)
_NATURES: Final = (
    ("基本支出", re.compile(r"基本支出|人员经费|(?:日常)?公用经费")),
    ("项目支出", re.compile(r"项目支出|项目经费")),
)
_FUND_WORDS: Final = re.compile(
    r"(?:一般公共预算|公共财政预算|政府性基金预算|政府性基金|国有资本经营预算|国有资本经营)?(?:当年)?(?:财政)?拨款|"
    r"一般公共预算|公共财政预算|政府性基金预算|政府性基金|国有资本经营预算|国有资本经营"
)
_STAGE_WORDS: Final = re.compile(
    r"(?:19|20)\d\d年(?:度|末|底|初)?|年初|全年|调整后?|变动后?|本年度?|当年|年度|决算报表|预算|决算|执行|完成|实际|"
    r"数$|总额|合计|总计|小计|其中|部门|单位|[:：()（）“”\"\s\d.、/]"
)
_NATURE_NAMES: Final = frozenset(("基本支出", "项目支出", "人员经费", "公用经费"))
_BOTH: Final = re.compile(r"收、?支|收入支出|收支")
_ALL: Final = re.compile(r"总计")
_INCOME: Final = frozenset(("收入", "收"))
_SPENDING: Final = frozenset(("支出", "支", ""))
_NOUN: Final = re.compile(
    r"(?:费|费用|支出|收入|经费|补贴|补助|工资|奖金|公积金|抚恤金|年金|保险|缴费|采购|货物|工程|服务|事务|运行|医疗|贷款|"
    r"资产|负债|罚没|税|基金|贴|金)$"
)
_COUNTED: Final = re.compile(
    r"^(?:.{0,6}?(?:在职|在编|编制|离退休|退休|离休|实有)(?:职工|人员|人数)?|行政编制|事业编制|公务用车(?:保有量)?|"
    r"国内公务接待|公务接待|因公出国(?:境)?(?:团组)?)$"
)
_SHORTEST: Final = 3
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_CLASSIFIED: Final = re.compile(r"\(项\)")


@frozen
class Thing:
    """``key`` for comparison, ``printed`` for people; ``known`` where it is named by a term of the field."""

    key: str
    printed: str
    known: bool


def thing_of(name: str, lead: str, kind: str, role: str) -> Thing | None:
    """The thing that a name means; None where it names none (a mere connection, a number)."""
    printed = name.strip('“”" ：:、')
    if not _HAN.search(name):
        return None
    cost = cost_of(name) if kind == "yuan" else ""
    if cost:
        return Thing(f"三公:{cost}", printed, known=True)
    if kind == "yuan" and (total := _nature_of(name) or _total_of(name, lead)) is not None:
        return total
    if role == "balance":
        words = "".join(word for word in ("结转", "结余") if word in name + lead[-10:])
        return Thing(words, printed, known=True)
    key = key_of(_bare(name))
    if len(key) < _SHORTEST and not (len(key) == _SHORTEST - 1 and _NOUN.search(name)):
        return None
    if kind == "count":
        return Thing(key, printed, known=_COUNTED.match(key) is not None)
    known = _NOUN.search(name) is not None or _CLASSIFIED.search(lead) is not None
    return Thing(key, printed, known=known)


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    """The name without the fund that pays it and without the stage of the accounts."""
    bare = re.sub(r"^(?:其中[:：]?|\d+[.、])", "", _FUND_WORDS.sub("", name))
    return re.sub(r"(?:支出)?(?:决算|预算|执行)数?$|实际支出$", "", bare) or bare


def _nature_of(name: str) -> Thing | None:
    """基本支出, 项目支出 and the halves of the first, whatever fund pays them."""
    core = _STAGE_WORDS.sub("", _FUND_WORDS.sub("", name)).replace("日常公用", "公用")
    return Thing(core, core, known=True) if core in _NATURE_NAMES else None


def _total_of(name: str, lead: str) -> Thing | None:
    """Income or spending as a whole; 总计 of both sides is one figure by the form of the accounts."""
    core = _STAGE_WORDS.sub("", _FUND_WORDS.sub("", name))
    if core not in _INCOME and core not in _SPENDING and not _BOTH.fullmatch(core):
        return None
    words = name + re.split(r"[，,。；;]", lead)[-1]
    if _BOTH.search(words) or _ALL.search(words):
        return Thing("总计", "收入、支出总计", known=_ALL.search(words) is not None)
    if core in _INCOME:
        return Thing("本年收入", "本年收入", known=True)
    told = core != "" or re.search(r"总额|支出", words) is not None
    return Thing("本年支出", "本年支出", known=told) if told else None


def funds_in(words: str) -> str:
    """Which money the words speak of; "" where they speak of all, or do not say."""
    return next((name for name, pattern in _FUNDS if pattern.search(words)), "")


def nature_in(words: str) -> str:
    """基本支出 or 项目支出, the one that the words name last."""
    found = [(match.end(), name) for name, pattern in _NATURES for match in pattern.finditer(words)]
    return max(found)[1] if found else ""


def is_nature(name: str) -> bool:
    """Whether the name itself is one of them, so that nothing stands around it."""
    return any(pattern.search(name) for _, pattern in _NATURES)
