"""The stage of the accounts that a figure is of: budget, plan, part of the year, earlier year, outturn."""

import re
from collections.abc import Iterable

from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_STAGE = re.compile(
    r"(?P<planned>(?<!公共)(?<!基金)(?<!经营)(?<!财政)预算(?!拨款|财政|执行情况)|年初|调整|计划)"
    r"|(?P<earlier>上年|去年)"
    r"|(?P<month>[当本单]月(?!份?累计))"
    r"|(?P<part>(?:[1-9]\d?月?\s?[-至到—]{1,2}\s?)?[1-9]\d?月(?!\d)|上半年|[一二三四]季度)"
    r"|(?P<done>决算|执行|完成|实际|实现)"
)
_OF_YEAR_BEFORE = re.compile(r"(?:^|[。；;，,])\s*(?:上年|去年)(?:全年|同期)?\s*[，,]?[^，,。；;今本当]*$")
"""上年，全县收入完成22亿元: what was done in the year before, unless another is named behind it."""
_PARTS = re.compile(r"其中|包括|分别")
_PLANS = ("plan", "initial")

Stage = tuple[str, str]


class Stages:
    """The stages of a document's figures, from their own words or those that open their sentence."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._known: dict[int, Stage] = {}
        self._first: dict[tuple[int, int], Token] = {}
        for statement in statements:
            for token in statement.roles.values():
                place = statement.block, token.sentence
                known = self._first.get(place)
                if known is None or token.start < known.start:
                    self._first[place] = token

    def of(self, token: Token) -> Stage:
        """The kind of stage and, for a part of the year, its words; ("", "") where nothing tells it."""
        known = self._known.get(token.index)
        if known is None:
            known = self._known[token.index] = self._of(token)
        return known

    def _of(self, token: Token) -> Stage:
        own = _last(token.lead)
        if own[0] and own[0] != "done":
            return own
        first = self._first.get((token.block.index, token.sentence))
        if first is None:
            return "", ""
        opening = _last(first.lead, planned=first.role not in _PLANS or _is_part(first, token))
        return opening if opening[0] != "done" else ("", "")


def _is_part(plan: Token, token: Token) -> bool:
    """Whether a list after a plan tells its parts: 支出预算10万元，其中：A4万元；B6万元."""
    between = plan.block.text[plan.end : token.start]
    return _PARTS.search(between) is not None and _last(between)[0] != "done"


def comparable(first: Stage, later: Stage) -> bool:
    """Whether figures of these stages may be the same: what has no stage is the outturn told so far."""
    if first[0] == later[0]:
        return first == later
    return {first[0], later[0]} == {"", "part"}


def _last(lead: str, *, planned: bool = True) -> Stage:
    """The last stage that words tell; a part of the year and a month stay so whatever is done in them."""
    found = ("", "")
    for match in _STAGE.finditer(lead):
        kind = match.lastgroup or ""
        if kind == "part":
            found = kind, re.sub(r"\s|[-至到—]", "", match.group())
        elif kind == "done" and _OF_YEAR_BEFORE.search(lead, 0, match.start()) is not None:
            found = "earlier", ""
        elif found[0] not in ("part", "month") and (kind != "planned" or planned):
            found = kind, ""
    return found
