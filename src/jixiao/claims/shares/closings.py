"""The total behind a list whose shares make a hundred: nothing is left out, so it is what the parts make.

甲收入A（占总额的93.2%）；其他收入B（占总额的6.8%）；上述收入合计C. The shares would be silent where C is too
small to be their whole.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.shares.list_heads import make_a_hundred, make_another
from jixiao.claims.sums.complements import leaves_nothing_out

_CLOSES = re.compile(
    r"(?:^|[，,。；;、)）])\s*(?!其中)(?:以上|上述|[两二三四五六七八]项|[两三四五]者|各项)?[\u4e00-\u9fff]{0,10}(?:合计|总计|共计|小计|加总|汇总|总额)"
    r"(?:数|额|金额)?(?:[，,][\u4e00-\u9fff]{0,12})?(?:为|是|达|共|:)*\s*$"
)
_BEGINS = re.compile(r"其中|包括|分为|如下|:\s*$")
_FEWEST, _MOST = 2, 16


def of_closings(reading: Reading) -> Iterator[Proposal]:
    """The total of each such list as the sum of its parts."""
    statements = reading.statements
    for position, statement in enumerate(statements):
        total = statement.main
        if total is None or total.cell is not None or "share" in statement.roles or total.approximate:
            continue
        if not _CLOSES.search(total.lead) or _BEGINS.search(total.lead):
            continue
        parts = _before(statements, position)
        amounts = [part.main for part in parts if part.main is not None]
        if len(parts) < _FEWEST or any(t.unit.kind != total.unit.kind or t.approximate for t in amounts):
            continue
        if not make_a_hundred(parts) and not leaves_nothing_out([part.label for part in parts]):
            continue
        made = sum((token.value for token in amounts), Decimal(0))
        if make_another(reading, made, statement.block) and made != total.value:
            continue
        yield Proposal((relation("sum", "sum", total, [(token, "part") for token in amounts], role="total"),))


def _before(statements: Sequence[Statement], position: int) -> list[Statement]:
    """The amounts with shares of their own that stand right before, in its sentence or the one before it."""
    own = statements[position]
    parts: list[Statement] = []
    for other in statements[max(position - _MOST, 0) : position][::-1]:
        near = other.block == own.block and own.sentence - other.sentence <= 1
        if not near or (parts and other.sentence != parts[0].sentence):
            break
        if other.main is None or "share" not in other.roles or other.depth != own.depth:
            return [] if other.sentence == own.sentence or not parts else parts
        parts.insert(0, other)
    return parts
