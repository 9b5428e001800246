"""What a year came to in all, in text and in a table: 本年支出3926.96万元, 本年支出合计 in the table.

Figures that a slip of the pen sets apart are one figure, where the text tells no other by that name.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token

KIND = "restated"
_TOLD = re.compile(
    r"(?:^|[，,。；;：:\s])(?:(?:19|20)\d\d年度?)?(?:本年|全年)总?(?P<flow>收入|支出)(?:合计|总计|决算)?(?:为|共|计|:)*\s*$"
)
_ROW = re.compile(r"^\s*(?:本年|全年)(?P<flow>收入|支出)\s*(?:合计|总计)\s*$")
_DIGITS = 5


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each cell so named against what the text tells."""
    told: dict[str, list[Token]] = defaultdict(list)
    for paragraph in reading.paragraphs:
        for token in paragraph.tokens:
            if token.unit.kind == "yuan" and not token.approximate and (found := _TOLD.search(token.lead)):
                told[found["flow"]].append(token)
    if not told:
        return
    for table in reading.tables:
        for row in table.rows:
            for c, token in row.tokens.items():
                name = next((row.texts[at] for at in range(c - 1, -1, -1) if row.texts.get(at)), "")
                found = _ROW.match(name)
                if found is not None and token.unit.kind == "yuan":
                    yield from _compared(token, told[found["flow"]])


def _compared(cell: Token, told: list[Token]) -> Iterator[Proposal]:
    values = {token.number * token.unit.scale for token in told}
    for token in told:
        later, first = sorted((cell, token), key=lambda one: -one.index)
        made = relation(KIND, "equal", later, [(first, first.role)], role="main")
        if token.number * token.unit.scale == cell.number * cell.unit.scale:
            yield Proposal((made,), asserted=False)
        elif len(values) == 1 and a_slip_apart(first, later, _DIGITS):
            yield Proposal((made,))
