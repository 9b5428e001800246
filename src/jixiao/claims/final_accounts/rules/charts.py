"""Charts show what the tables tell (domain 6.3): totals of the year, and the parts of a structure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.final_accounts.facts import Facts, facts_of, name_key
from jixiao.claims.final_accounts.recognising import Package
from jixiao.claims.final_accounts.rule import Answer, Equation, NotApplicable, Rule, absent
from jixiao.claims.final_accounts.structure import Slot
from jixiao.claims.final_accounts.titles import Kind, kind_of_section
from jixiao.claims.reading.publics import cost_of
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED, NUMBER
from jixiao.core.quantity import Unit

_YEAR = re.compile(r"(?:19|20)\d\d")
_BY_YEAR: tuple[Kind, ...] = ("total", "appropriation")
_UNIT = re.compile(r"[(（]?\s*(?:金额)?单位[:：]\s?[\u4e00-\u9fff]{1,4}\s*[)）]?")
_NEAR = 2
"""Blocks before and after a chart among which its caption stands."""
_ROUNDED = Decimal("0.1")


def _ask(package: Package) -> Iterator[Answer]:
    charts = [table for table in package.reading.tables if table.block.kind == "chart"]
    facts = facts_of(package)
    seen = False
    for chart in charts:
        kind = kind_of_chart(package, chart)
        if kind is None or _tells_shares(chart):
            continue
        seen = True
        if kind not in facts:
            yield absent(package, kind)
            continue
        pairs = [
            (token, slot)
            for row in chart.rows
            for c, token in row.tokens.items()
            if (slot := _meant(facts[kind], kind, row, c, package.reading.year)) is not None
            and slot.token is not None
        ]
        unit = _unit(package, kind, pairs)
        for token, slot in pairs:
            given = unit if token.unit is NUMBER else None
            yield Equation(Slot("figure", token, unit=given), ((slot, "table"),), "equal", role="main")
    if not seen:
        yield NotApplicable("文中没有可读取数据的图", "there is no chart with data")


def kind_of_chart(package: Package, chart: TableReading) -> Kind | None:
    """What a chart is about: its title, or a caption beside it."""
    blocks = package.reading.document.blocks
    at = chart.block.index
    below = [b.text for b in blocks[at + 1 : at + 1 + _NEAR] if "图" in b.text]
    above = [b.text for b in reversed(blocks[max(at - _NEAR, 0) : at]) if "图" in b.text]
    # A unit alone right above a chart is the second line of its title; else captions stand below.
    near = [*above, *below] if _UNIT.fullmatch(chart.block.text.strip()) else [*below, *above]
    texts = [chart.block.text, *near]
    return next((kind for text in texts if (kind := kind_of_section(text + "图")) is not None), None)


def _unit(package: Package, kind: Kind, pairs: list[tuple[Token, Slot]]) -> Unit | None:
    """The unit of a chart that names none: that of its section or table, whichever fits more figures."""
    paragraphs = package.sections.get(kind, ())
    told = [token.unit for p in paragraphs for token in p.tokens if token.unit.kind == "yuan"]
    units = dict.fromkeys([*told, *(slot.token.unit for _, slot in pairs if slot.token is not None)])

    def fitting(unit: Unit) -> int:
        found = 0
        for token, slot in pairs:
            other = slot.quantity()
            found += other is not None and quantity(token, unit).meant.meets(other.meant)
        return found

    return max(units, key=fitting, default=None)


def _tells_shares(chart: TableReading) -> bool:
    values: list[Token] = [token for row in chart.rows for token in row.tokens.values()]
    whole = sum((token.number for token in values), Decimal(0))
    percents = any(token.unit.kind == "percent" for token in values)
    return not values or percents or abs(whole - HUNDRED) <= _ROUNDED or whole == 1


def _meant(facts: Facts, kind: Kind, row: Row, c: int, year: int | None) -> Slot | None:
    column = row.columns.get(c)
    header = column.header if column is not None else ""
    words = f"{row.label} {header} {' '.join(row.texts.values())}"
    told = {int(found) for found in _YEAR.findall(words)}
    if told - {year}:
        return None
    if kind in _BY_YEAR or (told and kind == "general"):
        return facts.whole if told else None
    if kind == "publics":
        return facts.named.get(cost_of(row.label))
    return facts.named.get(name_key(row.label))


RULES = (Rule("JX480", "accounts_charts", "图的数据与决算表一致", "Charts agree with the tables", _ask),)
