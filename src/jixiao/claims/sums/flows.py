"""Accounts in a passage: what came in, what went out, the totals of both and what is left.

一般公共预算收入A，加上级补助B、调入资金C，收入总计D。支出E，上解支出F，支出总计G。收支相抵，年终结余H.
The words say of every amount which way it flows, so the totals and the balance must follow; an amount of
which they do not tell it leaves the passage open.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from jixiao.claims.reading.proposal import relation
from jixiao.claims.sums.added import NAMED_ADDITION
from jixiao.claims.sums.runs import Entry, opens_inner
from jixiao.claims.sums.scopes import is_apart
from jixiao.core.claim import Relation

_CLAUSE = re.compile(r"[，,。；;：:、)]")
_TOTAL = re.compile(r"(?:总计|合计|总量|共计)(?:收入|支出)?[^，,。；]{0,3}$|总(?:收入|支出)[^，,。；]{0,3}$")
_WORDS = 18
_BALANCE = re.compile(
    r"(?:结余|结存|节余|盈余|差额|赤字|结转(?:下年)?(?:使用|支出)?)(?:资金|金额|数|额)?(?:为|是|共)?\s*$"
)
_OPENING = re.compile(r"(?:上年|年初|期初|上期|历年)[^，,。]{0,6}(?:结[余转存]|余额)")
_OWN = re.compile(r"当年|本年|当期|本期")
_CLOSING = re.compile(r"年终|年末|期末|滚存|累计")
_TAKEN = re.compile(r"扣除|减去|减除|剔除|扣减|减(?=结转)")
"""收支相抵，扣除结转项目后，净结余: what is taken besides is not told."""
_SETTLED = re.compile(r"相抵|品迭|年终|差额|赤字|当年")
_IN = re.compile(r"收入[^，,]{0,6}$|补助|转贷|调入|动用|返还|财力")
_OUT = re.compile(r"支出[^，,]{0,6}$|上解|还本|调出|(?:安排|补充|增设)[^，,]{0,10}调节基金|结转下年")
_CHAINED = re.compile(r"加上?|上级|补助|转贷|调入|动用|上解|还本|调出|调节基金|结[余转]")
_MIXED = re.compile(r"收支|用于|主要")


@dataclass(slots=True)
class _Passage:
    """The amounts of one account told so far."""

    came: list[Entry] = field(default_factory=list)
    went: list[Entry] = field(default_factory=list)
    totals: dict[str, Entry] = field(default_factory=dict)
    made: bool = False
    """Whether one of the totals was told after what it is made of."""
    open: bool = False
    """Whether an amount was met that the words do not place."""
    later: bool = False
    """Whether more came in or went out behind the total of its side: 支出合计B，扣除结转下年支出C."""
    inner: int = -1
    """The sentence in which a list of parts was opened."""

    def side(self, way: str) -> list[Entry]:
        """What came in, or what went out, one by one."""
        return self.came if way == "in" else self.went

    def side_or_total(self, way: str) -> list[Entry]:
        """The total of a side where it is told, else what it is made of."""
        return [self.totals[way]] if way in self.totals else self.side(way)


def of_flows(sequence: Sequence[Entry]) -> Iterator[Relation]:
    """The totals and balances that passages of amounts assert."""
    passage, before = _Passage(), None
    for entry in sequence:
        if entry.token.unit.kind != "yuan" or entry.statement.depth:
            continue
        way = _way(entry.lead)
        anew = way == "in" and (passage.made or (passage.went and not _CHAINED.search(_last(entry.lead))))
        if before is None or anew or _parts(before, entry, way) or _closed(passage, before, entry, way):
            passage = _Passage()
        before = entry
        passage.open |= NAMED_ADDITION.search(entry.token.lead) is not None  # 甲加上乙: 甲 is told further up
        if entry.statement.sentence == passage.inner:
            passage.open |= bool(_CHAINED.search(_last(entry.lead)))
            continue
        if opens_inner(entry.lead):
            passage.inner = entry.statement.sentence
            continue
        if way in ("in", "out"):
            passage.later |= way in passage.totals and (
                passage.totals[way] not in passage.side(way) or _TAKEN.search(entry.lead) is not None
            )
            passage.side(way).append(entry)
        elif way.startswith("total"):
            yield from _total(passage, way.removeprefix("total "), entry)
        elif way == "balance":
            yield from _balance(passage, entry)
            passage = _Passage()
        else:
            passage.open = True


def _parts(before: Entry, entry: Entry, way: str) -> bool:
    """Whether another account begins: in another section, or a paragraph that opens with what came in."""
    own, its = before.statement, entry.statement
    if its.section != own.section or its.block - own.block > 1:
        return True
    return its.block != own.block and (bool(its.mark_style) or way in ("in", ""))


def _closed(passage: _Passage, before: Entry, entry: Entry, way: str) -> bool:
    """Whether a paragraph begins with the total of another account, that of this one having been told."""
    below = entry.statement.block != before.statement.block
    return below and passage.made and way.removeprefix("total ") in passage.totals


def _last(lead: str) -> str:
    return _CLAUSE.split(lead)[-1][-_WORDS:]


@lru_cache(maxsize=4096)
def _way(lead: str) -> str:
    """Which way an amount flows: in, out, the total of either, or what is left; "" where it is not told."""
    words = _last(lead)
    if _TOTAL.search(words):
        if _MIXED.search(words) or is_apart(words):
            return ""
        return "total in" if "收入" in words else "total out" if "支出" in words else ""
    if _OPENING.search(words):
        return "in"
    if _BALANCE.search(words) and "支出" not in words and "收入" not in words:
        return "balance"
    if _MIXED.search(words):
        return ""
    if re.search(r"收入[^，,]{0,6}$", words):
        return "in"
    if _OUT.search(words):
        return "out"
    return "in" if _IN.search(words) else ""


def _total(passage: _Passage, way: str, total: Entry) -> Iterator[Relation]:
    """收入总计 of all that came in: where one of it at least is told as added."""
    parts = passage.side(way)
    before = passage.totals.get(way)
    passage.totals[way] = total
    if before is not None and before.value == total.value:
        passage.made = True  # 收入总计A：甲、乙。收入总计A、支出总计B: told again, made of the same
        return
    if not parts:  # 支出合计 opens the list of what went out
        parts.append(total)
        return
    again = [at for at, part in enumerate(parts) if part.amount == total.amount]
    if again:  # the same total, told again behind what it is made of
        parts = parts[again[-1] + 1 :]
    passage.made = True
    alike = len({e.unit for e in (total, *parts)}) == 1
    if len(parts) < 2 or passage.open or not alike or not total.amount:
        return
    if any(_CHAINED.search(_last(part.lead)) for part in parts[1:]):
        yield relation("sum", "sum", total.token, [(e.token, "part") for e in parts], role="total")


def _balance(passage: _Passage, balance: Entry) -> Iterator[Relation]:
    """结余 of all that came in less all that went out, where its words say what it begins with."""
    came, went = passage.side_or_total("in"), passage.side_or_total("out")
    if passage.open or passage.later or not came or not went or not balance.amount:
        return
    words = balance.lead
    if _TAKEN.search(words):
        return
    opening = [e for e in came if _OPENING.search(_last(e.lead))]
    totals = len(passage.totals) == len(("in", "out"))
    if _OWN.search(words):
        came = [e for e in came if not _OPENING.search(_last(e.lead))]
        if "in" in passage.totals or len(came) != 1 or len(went) != 1:
            return  # of what else it is made the words do not tell
    elif totals and not _SETTLED.search(words):
        return  # 支出总计 of a department has its 年末结转 in it
    elif not totals and (not opening or not (_CLOSING.search(words) or "相抵" in words)):
        return
    if len({e.unit for e in (balance, *came, *went)}) > 1:
        return
    if sum(e.amount for e in came) < sum(e.amount for e in went) and balance.amount > 0:
        return  # more went out than came in: what else came in is told in words of its own
    terms = [*((e.token, "income", 1) for e in came), *((e.token, "spending", -1) for e in went)]
    yield relation("difference", "sum", balance.token, terms)
