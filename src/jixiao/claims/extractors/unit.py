"""Units: one figure in two units, a total in another unit than its parts, a percentage for an amount.

Only slips that the figures themselves give away are claimed: equal digits beside different units.
"""

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import compared, equation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.unit_slips import slipped_units
from jixiao.claims.scores.indicators import Indicator, indicators
from jixiao.core.digits import significant_digits
from jixiao.core.finding import Related
from jixiao.core.observation import Observation

KIND = "unit"
_FEWEST, _MOST, _TELLING = 2, 6, 3
"""Units that are mixed; amounts of a passage at most; digits of a rest that agrees by no chance."""
_COUNTERPART = re.compile(r"执行|支出|决算|实际|支付|预算|完成|到位|使用")


def extract(reading: Reading) -> Iterator[Proposal | Observation]:
    """Every slip of a unit."""
    for paragraph in reading.paragraphs:
        if len(paragraph.tokens) > 1:
            yield from _equal_digits(paragraph)
            yield from _total_of_other_unit(paragraph)
            yield from _rest_of_other_unit(paragraph)
    yield from slipped_units(reading)
    for indicator in indicators(reading):
        yield from _percent_for_amount(indicator)


def _equal_digits(paragraph: Paragraph) -> Iterator[Proposal]:
    """预算数15万元，执行数15元: equal digits of neighbouring amounts of one sentence, units that differ."""
    tokens = [token for token in paragraph.tokens if token.unit.kind == "yuan"]
    for one, other in itertools.pairwise(tokens):
        if one.number != other.number or one.number == 0 or not _slipped(one, other):
            continue
        between = paragraph.text[one.end : other.start]
        if len(between) < 40 and not re.search(r"[。;]", between) and _COUNTERPART.search(between):
            small, large = (one, other) if one.unit.scale < other.unit.scale else (other, one)
            yield Proposal((compared(KIND, small, "=", large, role="counterpart"),))


def _slipped(one: Token, other: Token) -> bool:
    kinds = one.unit.kind == other.unit.kind == "yuan"
    return kinds and one.unit.scale != other.unit.scale and not one.approximate and not other.approximate


def _total_of_other_unit(paragraph: Paragraph) -> Iterator[Proposal]:
    """支出505元，其中：17万元……168万元……320万元: the digits add up, the unit of the total differs."""
    tokens = [
        token for token in paragraph.tokens if token.unit.kind == "yuan" and token.role in ("main", "plan")
    ]
    if len({token.unit.scale for token in tokens}) < 2:
        return
    for position, total in enumerate(tokens[:-2]):
        if not _slipped(total, tokens[position + 1]) or not re.search(
            r"其中|包括|:", paragraph.text[total.end : tokens[position + 1].start]
        ):
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


def _rest_of_other_unit(paragraph: Paragraph) -> Iterator[Proposal]:
    """预算1,480,000.00元，支付1,332,000.00元，扣付148,000.00万元: the rest of two, but for its unit."""
    for _, group in itertools.groupby(paragraph.tokens, key=lambda token: token.sentence):
        tokens = [token for token in group if token.unit.kind == "yuan" and token.number]
        scales = {token.unit.scale for token in tokens}
        if not _FEWEST < len(tokens) <= _MOST or len(scales) != _FEWEST:
            continue
        for first, second, rest in itertools.permutations(tokens, 3):
            alike = first.start < second.start < rest.start and first.unit.scale == second.unit.scale
            if not alike or not _slipped(second, rest) or significant_digits(rest.number) < _TELLING:
                continue
            if first.number - second.number == rest.number:
                yield Proposal((equation(KIND, rest, (first, second), formula="difference"),))
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
