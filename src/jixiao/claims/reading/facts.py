"""Every figure with what it is about, from text and tables alike."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.publics import cost_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tables.columns import Column
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.core.frozen import frozen


@frozen
class Fact:
    """A figure with what it is about; ``item`` is the project of a list of projects, "" elsewhere.

    ``named`` is whether its own words name the thing, not only the heading above; ``row`` and ``head`` are
    those of a table.
    """

    token: Token
    name: str
    role: str
    period: int | None
    block: int
    item: str = ""
    sentence: int = -1
    list_number: int = 0
    section: int = 0
    named: bool = True
    row: Row | None = None
    head: Column | None = None


@once
def facts_of(reading: Reading) -> list[Fact]:
    """The figures of statements and of table rows, in no order."""
    return [*_of_statements(reading), *_of_tables(reading)]


def _of_statements(reading: Reading) -> Iterator[Fact]:
    told: set[tuple[int, str]] = set()
    years: dict[int, int] = {}  # the last year named in each section
    costs: list[tuple[int, str]] = []
    for statement in reading.statements:
        if statement.period is not None and statement.amount is not None:
            years[statement.section] = statement.period
        name = (
            _of_both(statement, costs) or _below_its_name(statement) or statement.label or statement.subject
        )
        costs = [*costs[-1:], (statement.block, cost_of(statement.label))]
        for role, token in statement.roles.items():
            if token.unit.kind == "percent" and role not in ("rate", "share", "growth"):
                continue
            named = _is_of_name(token, statement.subject)
            is_item = (
                bool(statement.mark_style)
                and (statement.block, role) not in told
                and bool(statement.subject)
                and not named
            )
            if not named:
                told.add((statement.block, role))
            yield Fact(
                token,
                name,
                "plan" if role == "initial" else role,
                statement.period or years.get(statement.section) or reading.year,
                statement.block,
                statement.subject if is_item else "",
                statement.sentence,
                statement.list_number,
                statement.section,
                bool(statement.label),
            )


def _is_of_name(token: Token, name: str) -> bool:
    """Whether a figure only belongs to the name of its item: 50万元运转经费，预算48万元."""
    if not any(sign.isdigit() for sign in name):
        return False
    start = token.block.text.find(name)
    return start >= 0 and start <= token.start < start + len(name)


_NAMELESS = re.compile(r"(?:以上|上述)?(?:两项|二者|两者)?(?:费用|支出)?(?:合计|共计|总计)?$")
_VEHICLES = "公务用车购置及运行维护费"


_MERE = re.compile(r"(?:实际|全年|决算|经费)*(?:支出|费用|开支)")


def _below_its_name(statement: Statement) -> str:
    """The name of a heading for a bare 支出 below it, where that is a cost of the three publics; else ""."""
    if not _MERE.fullmatch(statement.label) or statement.main is None or statement.main.unit.kind != "yuan":
        return ""
    return statement.subject if cost_of(statement.subject) else ""


def _of_both(statement: Statement, before: list[tuple[int, str]]) -> str:
    """The name of the total after buying and running vehicles: 购置3万元，运行4万元，两项7万元; else ""."""
    both = before == [(statement.block, "buying"), (statement.block, "running")]
    return _VEHICLES if both and statement.main is not None and _NAMELESS.match(statement.label) else ""


_ONLY_YEAR = re.compile(r"(?:19|20)\d\d\s?年?度?(?:决算|执行|实际|完成)?数?(?:\([^()]*\))?")
"""A header that says when, and no more: 2024年."""


def _of_tables(reading: Reading) -> Iterator[Fact]:
    for table in reading.tables:
        for row in table.rows:
            for column, token in row.tokens.items():
                head = row.columns.get(column)
                role = head.role if head is not None and head.role else "main"
                name = row.label
                if head is not None and not _ONLY_YEAR.fullmatch(head.header):
                    name += head.part if head.role else head.header.rsplit("/", 1)[-1]
                yield Fact(
                    token,
                    name,
                    role,
                    (head.year if head is not None else None) or reading.year,
                    table.block.index,
                    section=table.section,
                    row=row,
                    head=head,
                )
