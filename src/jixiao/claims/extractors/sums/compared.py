"""How far apart two figures are that the words compare, in any unit: 比核定的500张多68张; 由12天缩短为7天."""

import re
from collections.abc import Iterator
from itertools import chain

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.compared_names import of_names
from jixiao.claims.sums.comparisons import Comparison, comparisons, like
from jixiao.core.claim import Relation, decide

KIND = "difference"
_STANDARD = re.compile(r"标准|行业|平均|限价|控制价|参照|对照")


def extract(reading: Reading) -> Iterator[Proposal]:
    """The difference of each such pair, and its rate of change."""
    of_paragraphs = ((told, False) for paragraph in reading.paragraphs for told in comparisons(paragraph))
    for told, named in chain(of_paragraphs, ((told, True) for told in of_names(reading))):
        for change, direction in told.changes:
            made = _made(told, change, direction)
            if made is None:
                continue
            # Of amounts other extractors know more (what a sentence is about, plans), and find what fails.
            known = told.main.unit.kind == "yuan" and not (named or _STANDARD.search(told.base.lead))
            if decide(made).holds or (not known and (told.sure or near_miss(made))):
                yield Proposal((made,))


def _made(told: Comparison, change: Token, direction: int) -> Relation | None:
    main, base = told.main, told.base
    if main.unit.kind == "percent":
        if change.unit.kind != "point":
            return None
        return relation("difference", "difference", change, _ends(main, base, direction), role="points")
    if like(change, main) or like(change, base):
        return relation("difference", "difference", change, _ends(main, base, direction))
    if change.unit.kind != "percent" or not base.number:
        return None
    formula = "base_rate" if direction > 0 else "shortfall_rate"
    return relation("growth", formula, change, [(main, "outturn"), (base, "prior")])


def _ends(main: Token, base: Token, direction: int) -> list[tuple[Token, str]]:
    ends = [(main, "outturn"), (base, "prior")]
    return ends if direction > 0 else ends[::-1]
