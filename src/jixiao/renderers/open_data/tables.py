"""A table as CSV: RFC 4180, UTF-8 with the mark by which Excel knows it, one row for each row of the form."""

import csv
import io
from collections.abc import Iterable
from typing import Final

from jixiao.core.open_data import DataRow, DataTable, Datum, OpenData, OpenFact, State

MISSING: Final[dict[State, str]] = {
    "blank": "",
    "not_applicable": "/",
    "none": "无",
    "missing": "待补",
}
"""What stands for each way of having no figure; zero is 0.00."""
SIDE: Final = "收支"
CODE: Final = "科目编码"
NAME: Final = "项目"
LEVEL: Final = "级次"
DEPARTMENT: Final = "部门"
FACT: Final = "事实"
LABEL: Final = "名称"
STATE: Final = "状态"
YUAN: Final = "金额（元）"
NUMBER: Final = "数"
TEXT: Final = "文字"
STATES: Final[dict[State, str]] = {"stated": "已填", "not_applicable": "不适用", "none": "无"}
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def stub(table: DataTable) -> tuple[str, ...]:
    """The headings before the figures."""
    if table.layout == "single":
        return (DEPARTMENT,)
    return (*((SIDE,) if table.layout == "lanes" else ()), CODE, NAME, LEVEL)


def headings(table: DataTable) -> list[str]:
    """The headings of the columns of figures, no two alike."""
    names = [column.name for column in table.columns]
    return [
        name if names.count(name) == 1 else f"{name}（{column.role}）"
        for name, column in zip(names, table.columns, strict=True)
    ]


def table_csv(table: DataTable) -> bytes:
    """The file."""
    head = [*stub(table), *headings(table)]
    return _csv(head, ([*_stub_of(row, table), *(_figure(cell) for cell in row.cells)] for row in table.rows))


def facts_csv(package: OpenData) -> bytes:
    """All facts, each with its value in the column of its kind."""
    head = [FACT, LABEL, STATE, YUAN, NUMBER, TEXT]
    return _csv(head, (_fact(one) for one in package.facts))


def _fact(one: OpenFact) -> list[str]:
    value = one.value or ""
    money, number = one.kind == "money", one.kind == "number"
    text = "" if money or number else _harmless(value)
    return [
        one.path, one.label, STATES[one.state], value if money else "", value if number else "", text
    ]  # fmt: skip


def _csv(head: list[str], rows: Iterable[list[str]]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def _stub_of(row: DataRow, table: DataTable) -> list[str]:
    known = {
        SIDE: row.side,
        CODE: row.code,
        NAME: _harmless(row.name),
        DEPARTMENT: _harmless(row.name),
        LEVEL: row.level,
    }
    return [known[name] for name in stub(table)]


def _figure(cell: Datum | None) -> str:
    if cell is None:
        return ""
    return cell.printed if cell.state == "stated" else MISSING[cell.state]


def _harmless(words: str) -> str:
    """Words of a dossier that a spreadsheet would run as a formula get an apostrophe before them."""
    return f"'{words}" if words.startswith(_FORMULA) else words
