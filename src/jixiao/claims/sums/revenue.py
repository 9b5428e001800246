"""The income of a government from taxes and from all else, each told in a paragraph of its own.

一般公共预算收入完成A。… ——税收收入完成B，其中…… ——非税收入完成C: income is classified as one or the other.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide

_IS = r"(?:完成|实现|预算|安排|预计|数|为|是|达|到|:)*\s*$"
_ALL = re.compile(rf"(?:公共(?:财政)?预算|财政预算|地方财政)(?:总?收入){_IS}")
_TAXES = re.compile(rf"(?<!非)税收(?:收入)?{_IS}")
_ELSE = re.compile(rf"非税(?:收入)?{_IS}")
_REACH = 12
"""Statements between the income and its kinds, and between those: the kinds of taxes are told there."""


def of_revenue(statements: Sequence[Statement]) -> Iterator[Proposal]:
    """Taxes and all else against the income told last before them."""
    for at, statement in enumerate(statements):
        taxes = _called(statement, _TAXES)
        if taxes is None:
            continue
        before = statements[max(at - _REACH, 0) : at][::-1]
        after = statements[at + 1 : at + 1 + _REACH]
        whole = next((token for one in before if (token := _called(one, _ALL)) is not None), None)
        rest = next((token for one in after if (token := _called(one, _ELSE)) is not None), None)
        if whole is None or rest is None or len({t.unit.scale for t in (whole, taxes, rest)}) > 1:
            continue
        made = relation("sum", "sum", whole, [(taxes, "part"), (rest, "part")], role="total")
        missed = not decide(made).holds and near_miss(made)
        if missed or decide(made).holds:
            yield Proposal((made,), asserted=missed)


def _called(statement: Statement, name: re.Pattern[str]) -> Token | None:
    """The amount of a statement under a name."""
    main = statement.main
    if main is None or main.unit.kind != "yuan" or main.approximate or statement.table is not None:
        return None
    return main if name.search(main.lead) else None
