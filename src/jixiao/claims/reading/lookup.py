"""Which statement a name means: the whole of a share, the thing told before."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.statements import Statement

_GENERIC = re.compile(
    r"^(?!项目支出$)(?:(?:收入|支出)预算总?(?:额|数|计)?|(?:收入|支出|收支)总预算)$|^(?!项目支出$)(?:全部|全年|全省|全市|全县|全区|本年|当年|年度|总|其|财政|本级|本|预算|资金|项目|的|部门|单位|全|年)*(?:总额|总量|总数|总支出|总收入|收入|支出|合计|合计[数额]|总计|总计[数额]|小计[数额]?|汇总[数额]?|加总[数额]?|总和|比重|收入总额|支出总额|收支|总体|总|金额|资金总额|资金|采购总额|)$"
)
_TOTAL = re.compile(r"总|全|共|合计|规模|额|量|预算|财政|决算")
_SHORTEST_END, _SHORTEST_START = 3, 2
_LONGEST_WORD = 4
_EMPTY_ENDS = ("收", "费", "总", "收总", "资金", "额", "量", "余额")
"""What a name may have at its end and still mean the same."""
REACH = 80
"""How many statements back a named whole is looked for."""


@lru_cache(maxsize=4096)
def is_generic(name: str) -> bool:
    """Whether a name says no more than "the total"."""
    return _GENERIC.match(re.sub(r"[^\u4e00-\u9fffA-Za-z]", "", name)) is not None


def is_part(name: str) -> bool:
    """Whether a name means one class of things (税收收入, 项目支出), which no mere total can be."""
    return not is_generic(name) and _TOTAL.search(name) is None


EQUAL, ENDS_ALIKE = 3, 2
"""Of `likeness`: the label is the name; one of them ends with the other."""


@lru_cache(maxsize=16384)
def likeness(name: str, label: str) -> int:
    """How well a label fits a name: 3 equal, 2 one ends with the other, 1 one contains the other, 0 not."""
    if _is_scoped(name, label) or _is_scoped(label, name):
        return 2
    a, b = key_of(name), key_of(label)
    if not a or not b:
        return 0
    if a == b:
        return 3
    if a.endswith(b) or b.endswith(a):
        return 2 if min(len(a), len(b)) >= _SHORTEST_END else 1
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and long[len(short) :] in _EMPTY_ENDS and len(short) >= _SHORTEST_START:
        return 2
    if (a in b or b in a) and min(len(a), len(b)) >= 2:
        return 1
    return 0


_SCOPE = re.compile(
    r"(?:20\d\d|一般公共|公共|财政|预算|拨款|当年|本年度?|全年|年度|部门|单位|本级|全[省市县区镇乡]|[省市县区镇乡]级?|的|年)+"
)


def _is_scoped(name: str, label: str) -> bool:
    """Whether the label is the name with no more than its scope before it: 一般公共预算基本支出."""
    name = name.removesuffix("预算").removesuffix("决算")
    if len(name) < _LONGEST_WORD or not label.endswith(name):
        return False
    return _SCOPE.fullmatch(label.removesuffix(name)) is not None


@lru_cache(maxsize=4096)
def _alike(key: str) -> tuple[str, ...]:
    """Every shorter key that ``likeness`` finds as good as the same thing, and the key itself."""
    ends = [key[start:] for start in range(1, len(key) - _SHORTEST_END + 1)]
    starts = [
        key.removesuffix(ending)
        for ending in _EMPTY_ENDS
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST_START
    ]
    return (key, *ends, *(short for short in starts if not key.endswith(short)))


class Named(Protocol):
    """What tells of a thing: a statement, a row."""

    @property
    def label(self) -> str:
        """The name of the thing."""


class Names:
    """Statements and rows by what they tell of: one of the same thing is found without comparing all."""

    def __init__(self) -> None:
        self.statements: list[Named] = []
        self._by_key: dict[str, list[Named]] = {}
        self._by_shorter: dict[str, list[Named]] = {}
        self._indexed = 0

    def add(self, statement: Named) -> None:
        """Take in one more."""
        self.statements.append(statement)

    def returns(self, statement: Named) -> bool:
        """Whether another of them is of a thing like this one's: a likeness of 2 or 3."""
        if all(other is statement for other in self.statements):
            return False
        self._index()
        key = key_of(statement.label)
        return any(other is not statement for other in self._by_shorter.get(key, ())) or any(
            other is not statement for shorter in _alike(key) for other in self._by_key.get(shorter, ())
        )

    def _index(self) -> None:
        for statement in self.statements[self._indexed :]:
            key = key_of(statement.label)
            if key:
                self._by_key.setdefault(key, []).append(statement)
                for shorter in _alike(key):
                    self._by_shorter.setdefault(shorter, []).append(statement)
        self._indexed = len(self.statements)


def named(name: str, statements: Iterable[Statement]) -> list[Statement]:
    """The statements whose labels fit the name best, nearest first as given."""
    scored = [(likeness(name, statement.label), statement) for statement in statements]
    best = max((score for score, _ in scored), default=0)
    return [statement for score, statement in scored if score == best] if best else []
