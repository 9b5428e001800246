"""Which statements are parts of one list, and the amounts told before the words that opened it.

收入合计10万元，增长3%，其中：甲4万元，占40%；乙5万元，占50%: 甲 and 乙 are a list, whose head is 收入合计.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.items import label_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.sums.list_words import VIEWED

_HAN = "\u4e00-\u9fff"
_DONE = r"(?:完成|实现|执行|预算|计划|决算|列支|支出|安排|金额|数额)[数额]?"
"""税收收入：完成10万元: a colon that only sets a name apart opens no list."""
_DIVIDES = re.compile(
    rf"其中|包括|包含|具体|如下|分为|[:：](?!{_DONE}[达为共计]?\s*$)(?=[^\d:：]*[{_HAN}])|(?:从|按|就)[^，。；]{{1,14}}[看分]"
    rf"|分(?!别)[^，。；]{{1,8}}[看:：]|{VIEWED}"
)
NAMED_BEHIND = re.compile(
    r"^(?:为|是|系|属于?)[^，,。；;、\d]{2,24}[，,、(（]\s*(?:所?占|比重|份额)[^，,。；;]*$"
)
"""A为税收收入（占p%）: the bracket tells the share of what stands before it, and opens no list."""
_SENTENCES = re.compile(r"[。；;]")
_OPENS_BELOW = re.compile(r"(?:其中|如下|包括|具体[^，。；]{0,6}|[:：])\s*$")
_SENTENCES_BACK = 3
_BLOCKS_BACK = 2
_LONGEST_HEAD = 10
_WITHIN = re.compile(r"([^，。；,;]{4,40}?(?:决算|预算|支出|收入|经费|资金))中[，,：:]")
"""“三公”经费支出决算中，接待费1万元: the list divides what these words name."""


@dataclass(frozen=True, slots=True)
class Division:
    """The list of a statement: its number, its first statement, and whether words open it as parts."""

    number: int
    first: int
    cued: bool


@lru_cache(maxsize=4096)
def _divides(lead: str) -> bool:
    return _DIVIDES.search(_SENTENCES.split(lead)[-1]) is not None


class _Divider:
    """Numbers the lists of a document, one statement after another."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.made = 0
        self.open: list[tuple[int, Division]] = []  # the lists that are open, by depth of brackets
        self.of_items: dict[int, Division] = {}
        self.before: Statement | None = None

    def place(self, statement: Statement) -> Division:
        """The list that a statement belongs to."""
        before = self.before
        self.before = statement
        if before is None or before.block != statement.block:
            return self._in_new_block(statement, before)
        while len(self.open) > 1 and self.open[-1][0] > statement.depth:
            self.open.pop()
        if statement.depth > self.open[-1][0] and not NAMED_BEHIND.match(statement.lead):
            return self._begin(statement, cued=True)
        if _divides(statement.lead) and (statement.group < 0 or statement.group != before.group):
            self.open.pop()
            return self._begin(statement, cued=True)
        return self.open[-1][1]

    def _in_new_block(self, statement: Statement, before: Statement | None) -> Division:
        known = self.of_items.get(statement.list_number) if statement.list_number else None
        plain = not statement.mark_style and before is not None and not before.mark_style
        if known is None and plain and before is not None and before.section == statement.section:
            known = self.open[0][1] if statement.block - before.block == 1 else None
        self.open.clear()
        if _divides(statement.lead):
            return self._begin(statement, cued=True)
        opened = self._opened_above(statement)
        if known is not None and not opened:
            self.open.append((statement.depth, known))
            return known
        made = self._begin(statement, cued=opened)
        if statement.list_number:
            self.of_items[statement.list_number] = made
        return made

    def _opened_above(self, statement: Statement) -> bool:
        """Whether the paragraph before ends with words that open a list."""
        above = self.reading.paragraph_of(statement.block - 1)
        return above is not None and _OPENS_BELOW.search(above.text) is not None

    def _begin(self, statement: Statement, *, cued: bool) -> Division:
        self.made += 1
        made = Division(self.made, statement.index, cued)
        self.open.append((statement.depth, made))
        return made


def divisions(reading: Reading) -> list[Division]:
    """The list of every statement, in the order of ``reading.statements``."""
    divider = _Divider(reading)
    return [divider.place(statement) for statement in reading.statements]


@lru_cache(maxsize=4096)
def named_whole(lead: str) -> str:
    """The thing that the words before a list name as what it divides, "" where they name none."""
    found = _WITHIN.search(_SENTENCES.split(lead)[-1])
    return label_of(found[1]) if found is not None else ""


def heads(statements: list[Statement], division: Division, unit: str) -> list[Statement]:
    """The statements with an amount in this unit that the list may divide, nearest first.

    They stand before it in its sentence; where the list opens a sentence, in those just before.
    """
    first = statements[division.first]
    before = [
        s
        for s in statements[max(division.first - _LONGEST_HEAD, 0) : division.first][::-1]
        if first.block - s.block <= _BLOCKS_BACK
        and first.sentence - s.sentence <= _SENTENCES_BACK
        and s.amount is not None
        and s.amount.unit.name == unit
        and s.depth <= first.depth
    ]
    inside = [s for s in before if s.sentence == first.sentence]
    return inside or before
