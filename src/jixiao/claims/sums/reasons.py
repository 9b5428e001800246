"""A change and what it is mainly made of: 收入预算调增c，主要是调增补助d、债务收入e，调减f.

Such a list may leave things out, so that it shows what adds up, and fails only by a slip of the pen.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from jixiao.claims.reading.nearmiss import agrees, near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.complements import leaves_nothing_out

_MAINLY = re.compile(r"主要(?:是|为|由于|原因|包括|用于|用作|系)")
_UP = re.compile(r"调增|新增|追加|增加|增收|增支|净增")
_DOWN = re.compile(r"调减|核减|压减|减少|减收|减支|净减|下降")
_ENDS = re.compile(r"[。！!\n]")
_MOST = 12
_FEWEST = 2
_Part = tuple[Token, int, str]
"""A change, its sign and the thing that changed."""


def of_reasons(statements: Sequence[Statement]) -> Iterator[Proposal]:
    """Each change that amounts told behind 主要是 in its paragraph make, with the sign of their own words."""
    for position, statement in enumerate(statements):
        change = statement.roles.get("change")
        if change is None or change.unit.kind != "yuan" or not change.number or not change.direction:
            continue
        parts = _parts(statements[position + 1 : position + 1 + _MOST], statement)
        if len(parts) < _FEWEST:
            continue
        amounts = accumulate(token.number * token.unit.scale * sign for token, sign, _ in parts)
        slack = change.unit.scale.scaleb(-change.decimals)
        wanted = change.number * change.unit.scale * change.direction
        lengths = [
            at for at, amount in enumerate(amounts, start=1) if abs(amount - wanted) * 2 <= slack * (at + 1)
        ]
        chosen = next((at for at in lengths if at >= _FEWEST), len(parts))
        made = relation(
            "sum",
            "sum",
            change,
            [(token, "part", sign * change.direction) for token, sign, _ in parts[:chosen]],
            role="total",
        )
        if agrees(made) or near_miss(made) or (chosen == len(parts) and _is_all(parts)):
            yield Proposal((made,))


def _is_all(parts: Sequence[_Part]) -> bool:
    """Whether the things whose changes are told leave nothing out by their nature."""
    return leaves_nothing_out([label for _, _, label in parts])


def _parts(following: Sequence[Statement], own: Statement) -> list[_Part]:
    """The amounts of the list and their signs; none where its first one has no word of change."""
    found: list[_Part] = []
    sign, opened = 0, False
    for statement in following:
        token = statement.roles.get("change") or statement.main
        apart = statement.block != own.block or statement.sentence != own.sentence
        if apart or token is None or token.unit.kind != "yuan" or statement.depth != own.depth:
            break
        lead = statement.lead
        opened = opened or _MAINLY.search(lead) is not None
        if not opened or (found and _ENDS.search(lead)):
            break
        down, up = (_last(pattern, lead) for pattern in (_DOWN, _UP))
        sign = (1 if up > down else -1) if up != down else sign
        if not sign:
            break
        found.append((token, sign, statement.label))
    return found if all(token.number > Decimal(0) for token, _, _ in found) else []


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match begins, −1 for none."""
    return max((found.start() for found in pattern.finditer(text)), default=-1)
