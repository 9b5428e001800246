"""Last year's figure: that of a chart is this year's less the change that the narrative tells (X29, X42).

What last year's own file says needs that file: sets compare it (JX603).
"""

import re
from collections.abc import Iterator

from jixiao.claims.final_accounts.recognising import Package
from jixiao.claims.final_accounts.rule import Answer, Equation, Missing, Rule
from jixiao.claims.final_accounts.rules.charts import kind_of_chart
from jixiao.claims.final_accounts.rules.narrative import tells_whole
from jixiao.claims.final_accounts.structure import Slot
from jixiao.claims.final_accounts.titles import Kind
from jixiao.claims.reading.tables.table import TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER

_YEAR = re.compile(r"(?:19|20)\d\d")
_KINDS: tuple[Kind, ...] = ("total", "appropriation", "general")


def _ask(package: Package) -> Iterator[Answer]:
    year = package.reading.year
    compared = False
    for chart in package.reading.tables if year is not None else ():
        kind = kind_of_chart(package, chart) if chart.block.kind == "chart" else None
        told = _told(package, kind) if kind in _KINDS else None
        if told is None or year is None:
            continue
        now, change = told
        for token in _of_year(chart, year - 1):
            compared = True
            unit = now.unit if token.unit is NUMBER else None
            parts = (
                (Slot("figure", now), "main"),
                (Slot("figure", change), "change", -change.direction),
            )
            yield Equation(Slot("figure", token, unit=unit), parts, role="prior")
    if not compared:
        yield Missing(
            "本文件没有可核对的上年数；核对上年公开的决算，用 jixiao check --set，以 --previous 给出上年文件",
            "no figure of last year to compare here; give last year's file to jixiao check --set --previous",
        )


def _told(package: Package, kind: Kind) -> tuple[Token, Token] | None:
    """This year's whole and its change, as one paragraph of the section tells them: 总计a，比上年增加b."""
    for paragraph in package.sections.get(kind, ()):
        now: Token | None = None
        for statement in paragraph.statements:
            whole = tells_whole(kind, statement.lead.rpartition("相比")[2])
            now = statement.main if whole and now is None else now
            change = statement.roles.get("change") if whole else None
            if now is None or change is None or statement.main not in (None, now):
                continue
            if change.direction and not change.approximate and now.unit.kind == change.unit.kind == "yuan":
                return now, change
    return None


def _of_year(chart: TableReading, year: int) -> Iterator[Token]:
    for row in chart.rows:
        for c, token in row.tokens.items():
            column = row.columns.get(c)
            header = column.header if column is not None else ""
            # Names of two levels (2022年, 收入) have the year in a column of its own.
            words = f"{row.label} {header} {' '.join(row.texts.values())}"
            if {int(found) for found in _YEAR.findall(words)} == {year}:
                yield token


RULES = (
    Rule("JX430", "accounts_prior", "图中上年数等于本年数减去增减额", "Last year's figures follow", _ask),
)
