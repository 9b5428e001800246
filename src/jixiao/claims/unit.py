"""Units: the same figure in two units, a total in another unit than its parts, a percentage where an amount belongs, no unit.

Only slips that the figures themselves give away are claimed: equal digits beside units that differ ten thousand times.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.indicators import Indicator, indicators
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import compared, equation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER
from jixiao.core.finding import Related
from jixiao.core.observation import Observation

KIND = "unit"
_PAIRS = (("plan", "main"), ("base", "main"))


def extract(reading: Reading) -> Iterator[Proposal | Observation]:
    """Every slip of a unit."""
    for statement in reading.statements:
        yield from _equal_digits(statement)
    missing: list[Token] = []
    for paragraph in reading.paragraphs:
        yield from _total_of_other_unit(paragraph)
        missing.extend(_without_unit(paragraph))
    yield from _missing(missing)
    for indicator in indicators(reading):
        yield from _percent_for_amount(indicator)


def _equal_digits(statement: Statement) -> Iterator[Proposal]:
    """预算数15万元，执行数15元: equal digits, units that differ."""
    for first, second in _PAIRS:
        one, other = statement.get(first), statement.get(second)
        if one is None or other is None or not _slipped(one, other):
            continue
        if one.number == other.number and one.number != 0:
            small, large = (one, other) if one.unit.scale < other.unit.scale else (other, one)
            yield Proposal((compared(KIND, small, "=", large, role="counterpart"),))


def _slipped(one: Token, other: Token) -> bool:
    kinds = one.unit.kind == other.unit.kind == "yuan"
    return kinds and one.unit.scale != other.unit.scale and not one.approximate and not other.approximate


def _total_of_other_unit(paragraph: Paragraph) -> Iterator[Proposal]:
    """支出505元，其中：17万元……168万元……320万元: the digits add up, the unit of the total differs."""
    tokens = [token for token in paragraph.tokens if token.unit.kind == "yuan" and token.role in ("main", "plan")]
    if len({token.unit.scale for token in tokens}) < 2:
        return
    for position, total in enumerate(tokens[:-2]):
        if not _slipped(total, tokens[position + 1]) or not re.search(r"其中|包括|:", paragraph.text[total.end : tokens[position + 1].start]):
            continue
        added = Decimal(0)
        run: list[Token] = []
        for token in tokens[position + 1 : position + 20]:
            if token.unit.scale != tokens[position + 1].unit.scale:
                break
            run.append(token)
            added += token.number
            if len(run) > 1 and added == total.number:
                yield Proposal((equation(KIND, total, run),))
                break
            if added > total.number:
                break


def _percent_for_amount(one: Indicator) -> Iterator[Observation]:
    """An indicator measured in money (unit column 万元, target 100) whose achieved value is a percentage."""
    if one.unit is None or one.unit.kind != "yuan" or one.target is None or one.actual is None:
        return
    if one.actual.unit.kind != "percent" or one.target.unit.kind != "yuan":
        return
    yield Observation(
        kind=KIND,
        verdict="fails",
        quote=one.actual.text,
        place=one.actual.place,
        stated=one.actual.text,
        computed=one.unit.word,
        expression=one.shown,
        fault="percent_for_amount",
        proven=True,
        related=(Related(one.target.text, one.target.place),),
        quantities=(one.actual.index,),
    )


_AMOUNT = re.compile(
    r"(?:决算数?|预算数|执行数|支出|收入|经费|拨款|资金)(?:总计|合计|共计|总额)?(?:支出|决算)?(?:均?为|是|:|达到?|安排)?\s?$"
)


def _without_unit(paragraph: Paragraph) -> Iterator[Token]:
    """An amount in running text that has lost its unit: 支出决算数为1889.05，完成预算100%."""
    text = paragraph.text
    if len({token.unit.kind for token in paragraph.tokens} & {"yuan", "percent"}) == 0 or "单位:" in text:
        return
    for token in paragraph.tokens:
        if token.unit is not NUMBER or token.declared or not 1 <= token.decimals <= 6 or token.number < 1:
            continue
        before, after = text[max(0, token.start - 14) : token.start], text[token.end : token.end + 1]
        if after in "，,。;" and _AMOUNT.search(before):
            yield token


def _missing(tokens: list[Token]) -> Iterator[Observation]:
    """One observation for all amounts without a unit."""
    if tokens:
        places = [token.build() for token in tokens]
        yield Observation(
            kind=KIND,
            verdict="fails",
            quote=places[0].text,
            place=places[0].place,
            stated=places[0].text,
            fault="unit_missing",
            related=tuple(Related(other.text, other.place) for other in places[1:]),
        )
