"""Which figure of a thing it is: budget of which stage, outturn, balance; and of which year."""

import re
from typing import Final

from jixiao.claims.reading.facts import Fact
from jixiao.core.frozen import frozen

ROLES: Final[dict[str, tuple[str, str]]] = {
    "initial": ("年初预算数", "original budget"),
    "revised": ("全年（调整）预算数", "revised budget"),
    "budget": ("预算数", "budget"),
    "outturn": ("决算（执行）数", "outturn"),
    "balance": ("年末结转结余", "closing balance"),
    "score": ("得分", "score"),
    "count": ("数量", "count"),
}
"""The roles that can be the same in two documents, as users call them."""

AMOUNTS: Final = ("initial", "revised", "budget", "outturn")
"""The roles that are stages of one amount; ``budget`` is one of which nobody says whether first or last."""

OF_YEAR: Final = "全年|本年|当年|年度"
"""Words before a figure that is of the whole year, for patterns."""
SO_FAR: Final = "实际|累计"
"""Words before a figure of what was done."""

_YEAR: Final = re.compile(r"((?:19|20)\d\d)\s?年?")
_INITIAL: Final = re.compile(r"年初|期初|人代会|人大批准|批复")
_REVISED: Final = re.compile(r"调整|全年|变动|追加|中期")
_PLANNED: Final = re.compile(
    r"年初|(?<!公共)(?<!基金)(?<!经营)(?<!财政)(?<!纳入)预算(?!拨款|财政|执行|绩效|管理|单位|收支|完成|股)|计划|安排|下达|批复"
)
_DONE: Final = re.compile(r"决算|执行|完成|实际|实现|支付|支出数|发生")
_AGAINST: Final = re.compile(
    r"(?:完成|为|占|比|较|与|和|高于|低于|超过?)[^，,。；;]{0,4}(?:年初|全年|调整|变动|当年|本年|上年|去年|部门|支出|收入)*"
    r"(?:预算|计划|决算)(?:数|总额|支出|收入|安排)?[\d.,]*(?:[万亿]?元)?(?:的?[\d.]+%|相比)?"
)
"""完成年初预算的119.2%: a comparison, which says nothing of the figures after it."""
_SPENT: Final = re.compile(rf"(?:^|[，,。；;])\s*(?:{OF_YEAR})?(?:{SO_FAR})?支出\s*$")
_EARLIER: Final = re.compile(r"上年|去年|上一年")
_PART: Final = re.compile(
    r"\d\d?\s?[-至到—~]{1,2}\s?\d\d?\s?月|上半年|[一二三四前]季度|截至.{0,6}(?<!12)月(?!31)|每月"
)
_NOT_SPENT: Final = re.compile(r"到位|申请|拨付|下达|批复|申报|收回|盘活|节约|缺口|应付|欠")
_LEFT: Final = re.compile(r"(?:结\s?转|结\s?余)(?![^，,。；;]{0,6}(?:项目|率|至|到))")
_OPENING: Final = re.compile(r"年初|上年|期初|以前年度")
_CLOSING: Final = re.compile(r"年末|期末|年底|结转下年|结转至下年|下年")
_WHOLE_BALANCE: Final = re.compile(
    r"(?:年[初末底]|上年|期[初末])(?:财政拨款)?(?:结\s?转)?[和及、]?(?:结\s?余)?(?:资金)?(?:总额|合计|数|为|是|[:：\s])*$"
)
_HEADS: Final = re.compile(r"[。；;]")


@frozen
class Standing:
    """The role, the fiscal year, and whether both are known rather than guessed."""

    role: str
    year: int | None
    known: bool = True


def standing(fact: Fact, before: str, above: str, kind: str, year: int | None) -> Standing | None:
    """What a figure is; None where it cannot be the same fact in another document.

    ``before`` is the text of its paragraph before it (of a table, its column header), ``above`` what stands
    above it (headings, the caption of its table), ``kind`` and ``year`` are those of its document.
    """
    token = fact.token
    if fact.role == "score":
        return Standing("score", year, known=token.unit.kind == "score")
    if token.unit.kind == "count":
        plain = fact.role == "main" and _EARLIER.search(before[-12:]) is None
        return Standing("count", _year(fact, before, year)) if plain else None
    if token.unit.kind != "yuan" or fact.role not in ("main", "plan", "base"):
        return None
    own = _HEADS.split(before)[-1] if fact.row is None else before
    words = f"{fact.name}{own[-24:]}" if fact.row is not None else own[-24:]
    if _LEFT.search(words):
        return _balance(words, fact, year)
    if _PART.search(own) or _NOT_SPENT.search(token.lead[-12:] if fact.row is None else before):
        return None
    if fact.role == "base":
        return _earlier(fact, before, year)
    if fact.role == "plan":
        return _planned(fact, own, kind, year)
    return _spent(fact, before, above, kind, year)


def _balance(words: str, fact: Fact, year: int | None) -> Standing | None:
    """The opening balance of a year is the closing balance of the year before."""
    named = _named_year(fact, words, year)
    if _CLOSING.search(words):
        return Standing("balance", named, known=_WHOLE_BALANCE.search(words) is not None)
    if _OPENING.search(words) and named is not None:
        return Standing("balance", named - 1, known=_WHOLE_BALANCE.search(words) is not None)
    return None


def _earlier(fact: Fact, before: str, year: int | None) -> Standing | None:
    """An outturn of the year before, told to compare with."""
    words = fact.token.lead if fact.row is None else before
    if _PLANNED.search(words) and not _DONE.search(words):
        return None
    if _INITIAL.search(words):
        return None
    found = _YEAR.findall(words)
    told = int(found[-1]) if found else None if year is None else year - 1
    return Standing("outturn", told if told != year else None if year is None else year - 1)


def _planned(fact: Fact, own: str, kind: str, year: int | None) -> Standing:
    """The first budget, the last one, or one of which nobody says which it is."""
    words = fact.token.lead if fact.row is None else own
    told = _year(fact, own, year)
    if fact.token.role == "initial" or _INITIAL.search(words):
        return Standing("initial", told)
    if _REVISED.search(words):
        return Standing("revised", told)
    if kind in ("budget", "target"):
        return Standing("initial", told)
    return Standing("budget", told, known=False)


def _spent(fact: Fact, before: str, above: str, kind: str, year: int | None) -> Standing | None:
    """An outturn by its words, its paragraph, its headings or the kind of its document."""
    told = _year(fact, before, year)
    if _EARLIER.search(fact.token.lead[-10:]) if fact.row is None else _EARLIER.search(before):
        return Standing("outturn", None if year is None else year - 1)
    stage = "done" if _SPENT.search(fact.token.lead) else _last_stage(before) or _last_stage(above)
    if stage == "planned" or (not stage and kind in ("budget", "target")):
        return Standing("initial", told, known=kind in ("budget", "target") and stage == "planned")
    if stage == "done":
        return Standing("outturn", told)
    return Standing("outturn", told, known=kind == "after")


def _last_stage(words: str) -> str:
    """Whether planned or done, whichever the words say last; "" where they say neither."""
    bare = _AGAINST.sub("", words)
    planned = max((found.end() for found in _PLANNED.finditer(bare)), default=0)
    done = max((found.end() for found in _DONE.finditer(bare)), default=0)
    return "" if planned == done == 0 else "planned" if planned > done else "done"


def _year(fact: Fact, before: str, year: int | None) -> int | None:
    """The year named for the figure itself, else that of its statement or its document."""
    return _named_year(fact, _HEADS.split(before)[-1], fact.period or year)


def _named_year(fact: Fact, words: str, year: int | None) -> int | None:
    in_row = "" if fact.row is None else fact.row.label
    in_head = "" if fact.head is None else fact.head.header
    for text in (in_head, in_row, words if fact.row is None else ""):
        found = re.findall(r"((?:19|20)\d\d)\s?年", text)
        if found:
            return int(found[-1])
    return year
