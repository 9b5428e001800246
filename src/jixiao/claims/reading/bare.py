"""Amounts printed without their unit: 支出决算数为1889.05，完成预算100%.

The slip is reported; the figure is still read, in the unit that the same digits have elsewhere, or in the one
that the document writes its amounts with throughout.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER, unit_of
from jixiao.core.quantity import Unit

BARE = re.compile(r"(\d(?<![\d.,].)[\d,]*\.\d{1,6})(?=[，。；;](?!\s?\d)|,(?=[一-鿿]))")
_MONEY = re.compile(r"(?:收入|支出|资金|预算|决算数?|执行数|金额|经费|总额|拨款|结余|结转)[^，。；;\d]{0,8}$")
_NO_MONEY = re.compile(r"率|比|分[值数]?|系数|指数|倍|密度|进度|得分|面积|[×*/÷=+-]\s?$")
_PAUSE = re.compile(r"[，。；;]")
_WITH_UNIT = re.compile(r"(\d(?<![\d.,].)[\d,]*(?:\.\d+)?)\s?((?:万|亿|千)?元)")
_COMPARED = re.compile(
    r"[比较与](?:上年|去年|上一年|(?:19|20)\d\d年|年初预算|预算)度?(?:同期)?(?:决算|支出|执行)?数?[的为]?\s?$"
)
_CHANGE = re.compile(
    r"\s?(?:相比)?[，,]?\s?(?:增加|减少|增长|下降|压减|上升|降低|节约)了?\s?[\d.,]+\s?((?:万|亿|千)?元)"
)
"""较上年3.20减少0.40万元: an amount that is compared with has the unit of the change told behind it."""
_LEAD = 16
_ENOUGH = 10


def is_amount(text: str, at: int) -> bool:
    """Whether the words before a bare figure say that it is money."""
    lead = text[max(0, at - _LEAD) : at]
    lead = lead[lead.rfind("\n") + 1 :]
    return _MONEY.search(lead) is not None and not _NO_MONEY.search(_PAUSE.split(lead)[-1])


class MoneyUnits:
    """The units that a document writes its amounts in."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts

    @cached_property
    def _written(self) -> tuple[dict[str, set[str]], str]:
        """The units of the same digits, and the only one of all amounts; sought when one lacks its own."""
        of_digits: dict[str, set[str]] = {}
        words: Counter[str] = Counter()
        for text in self._texts:
            if "元" in text:
                for digits, word in _WITH_UNIT.findall(text):
                    of_digits.setdefault(digits, set()).add(word)
                    words[word] += 1
        return of_digits, next(iter(words)) if len(words) == 1 and words.total() >= _ENOUGH else ""

    def give(self, text: str, tokens: Iterable[Token]) -> None:
        """Let bare amounts of a paragraph have the unit of the same digits elsewhere, or the usual one."""
        for token in tokens:
            if token.unit is NUMBER and token.decimals and (unit := self._unit_for(text, token)) is not None:
                token.unit, token.declared = unit, True

    def _unit_for(self, text: str, token: Token) -> Unit | None:
        if (found := _CHANGE.match(text, token.figure_end)) is not None:
            lead = text[max(0, token.start - _LEAD) : token.start]
            return unit_of(found[1]) if _COMPARED.search(lead) is not None else None
        if not BARE.match(text, token.start) or not is_amount(text, token.start):
            return None
        of_digits, usual = self._written
        words = of_digits.get(text[token.start : token.figure_end], {usual})
        return unit_of(next(iter(words))) if len(words) == 1 and "" not in words else None
