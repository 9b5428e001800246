"""Projects from rows of indicators, one row each, as they stand in a table of a whole province."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby
from typing import Any, Final

from jixiao.core.dossier.projects import Indicator, Operator, Origin, Project
from jixiao.core.errors import ReadError
from jixiao.core.money import Money

Row = Mapping[str, object]
"""A row by column; None is blank."""

_NUMBER: Final = re.compile(r"[-+]?\d+(?:\.\d+)?")
_ORIGINS: Final = {origin.value: origin for origin in Origin}
_OPERATORS: Final = {operator.value: operator for operator in Operator}
_MONEY: Final = ("original_budget", "adjustment", "revised_budget", "outturn")
_TAKEN: Final = {
    *("level1", "level2", "unit", "rule", "band", "reason", "weight", "target_upper", "applicable", "done"),
    *("elements", "elements_met", "occurrences", "points", "printed_score"),
}
_BLANK: Final = Indicator(code="blank", level1="", name="")
_BLANK_PROJECT: Final = Project(code="blank", name="")


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row that cannot be used: where it stands (from 1), what, why and how to mend it."""

    row: int
    column: str
    value: str
    message: str
    message_en: str


def projects(rows: Iterable[Row], faults: list[RowFault]) -> Iterator[tuple[str, Project]]:
    """Each department and project; rows of one project must stand together.

    A project with a faulty row is left out; ``faults`` takes what is wrong.

    Raises:
        ReadError: rows of a project came after it had been given: its score is wrong and cannot be recalled.
    """
    seen: set[bytes] = set()  # of digests, a third of the memory that the keys of a province would take
    numbered = enumerate(rows, start=1)
    for key, members in groupby(numbered, key=lambda pair: (pair[1]["department"], pair[1]["project"])):
        group = list(members)
        before = len(faults)
        first, head = group[0]
        mark = blake2b(repr(key).encode(), digest_size=16).digest()
        if mark in seen:
            raise ReadError(
                "scattered",
                f"第{first}行：项目“{key[1]}”的行没有排在一起，得分会不完整。请先按部门、项目排序。",
                f"row {first}: the rows of project {key[1]} do not stand together, so that its score would "
                f"be incomplete. Sort by department and project.",
            )
        seen.add(mark)
        faults.extend(_key_faults(group))
        faults.extend(_money_faults(group))
        indicators = [_indicator(number, row, faults) for number, row in group]
        if len(faults) == before:
            yield str(key[0]), _project(head, indicators)


def _project(head: Row, indicators: list[Indicator]) -> Project:
    """A copy without validation: the columns have their types, and the rows were looked at."""
    amounts: dict[str, Any] = {name: _money(head.get(name)) for name in _MONEY}
    values = amounts | {
        "code": str(head["project"]),
        "name": str(head.get("project_name") or head["project"]),
        "origin": _ORIGINS.get(str(head.get("origin")), Origin.INITIAL),
        "indicators": tuple(indicators),
    }
    return _BLANK_PROJECT.model_copy(update=values)


def _indicator(number: int, row: Row, faults: list[RowFault]) -> Indicator:
    written = str(row.get("operator") or "")
    operator = _OPERATORS.get(written)
    if written and operator is None:
        faults.append(
            RowFault(
                number,
                "operator",
                written,
                f"没有“{written}”这种指标方向，可写：{'、'.join(_OPERATORS)}",
                f"there is no operator {written}: write one of {', '.join(_OPERATORS)}",
            )
        )
    values = {name: value for name, value in row.items() if value is not None and name in _TAKEN}
    values["code"] = str(row["indicator"])
    values["name"] = str(row.get("name") or row["indicator"])
    values["operator"] = operator
    values["target"] = _value(row.get("target"))
    values["actual"] = _value(row.get("actual"))
    return _BLANK.model_copy(update=values)


def _key_faults(group: list[tuple[int, Row]]) -> Iterator[RowFault]:
    """A project and its indicators are named, no indicator twice."""
    seen: set[object] = set()
    for number, row in group:
        for name in ("department", "project", "indicator"):
            if not str(row[name] or "").strip():
                yield RowFault(number, name, "", "没有填，请补上", "is empty: fill it in")
        code = row["indicator"]
        if code in seen:
            yield RowFault(
                number,
                "indicator",
                str(code),
                "这个项目里已经有这个指标，请删去一行或换一个代码",
                "the project has this indicator already: remove a row or give another code",
            )
        seen.add(code)


def _money_faults(group: list[tuple[int, Row]]) -> Iterator[RowFault]:
    """Amounts of a project stand in each of its rows and must be the same."""
    head = group[0][1]
    amounts = [head.get(name) for name in _MONEY]
    for number, row in group[1:]:
        if [row.get(name) for name in _MONEY] == amounts:
            continue
        for name in _MONEY:
            if row.get(name) != head.get(name):
                yield RowFault(
                    number,
                    name,
                    str(row.get(name)),
                    f"同一项目各行的金额不一致：第一行是{head.get(name)}",
                    f"rows of one project differ in this amount: the first has {head.get(name)}",
                )


def _money(amount: object) -> Money | None:
    return Money(amount) if isinstance(amount, Decimal) else None


def _value(written: object) -> Decimal | str | None:
    """A number where the text is one, else the words."""
    return _read(written) if isinstance(written, str) else None


@lru_cache(maxsize=4096)
def _read(written: str) -> Decimal | str | None:
    text = written.strip()
    return Decimal(text) if _NUMBER.fullmatch(text) else text or None
