"""Paragraphs that tell the same measures of one thing each, below a paragraph that tells them of all.

全部基金收入A，支出B，结余C。/ 养老保险基金收入…，支出…，结余…。/ 医疗保险基金收入…: all
incomes make A, all spendings B. Where one measure adds up the list is complete, and one that a
single digit sets apart is wrong.
Numbered items are the matter of ``accounts``.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.nearmiss import near_miss, nearly
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.runs import opens_inner
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import significant_digits

_MEASURES = (
    ("rolled", re.compile(r"(?:滚存|累计|年末|期末|历年).{0,6}(?:结余|结存|余额)[^收支]{0,4}$")),
    ("balance", re.compile(r"(?:当年|本年|当期|本期|年度|收支).{0,4}(?:结余|结存)[^收支]{0,4}$")),
    ("income", re.compile(r"收入[^支]{0,6}$")),
    ("spending", re.compile(r"支出[^收]{0,6}$")),
)
_PAUSE = re.compile(r"[，,。；;：:]")
_APART = 2
"""Blocks from one paragraph of the list to the next: a heading may stand between."""
_MOST = 14
_LEAST_DIGITS = 3
_Told = dict[str, Token]


def of_parallel(reading: Reading) -> Iterator[Proposal]:
    """The sums of each measure over the paragraphs below one that tells two measures or more."""
    told = [(paragraph, measures) for paragraph in reading.paragraphs if (measures := _measures(paragraph))]
    told = [(paragraph, measures) for paragraph, measures in told if not paragraph.list_number]
    for position, (head, totals) in enumerate(told):
        if len(totals) > 1:
            listed = _listed(head, told[position + 1 : position + 1 + _MOST], totals)
            if len(listed) > 1:
                yield from _sums(totals, listed)


def _measures(paragraph: Paragraph) -> _Told:
    """The first amount of each measure, none that is a part of another."""
    found: _Told = {}
    for statement in paragraph.statements:
        token = statement.main
        if token is None or token.unit.kind != "yuan" or statement.depth or opens_inner(statement.lead):
            continue
        words = _PAUSE.split(token.lead)[-1]
        measure = next((name for name, pattern in _MEASURES if pattern.search(words)), None)
        if measure is not None:
            found.setdefault(measure, token)
    return found


def _listed(head: Paragraph, following: Sequence[tuple[Paragraph, _Told]], totals: _Told) -> list[_Told]:
    """What the paragraphs that follow each other below the head tell, as long as they tell its measures."""
    listed: list[_Told] = []
    last = head.block.index
    shared = set(totals)
    for paragraph, measures in following:
        shared = shared & measures.keys()
        if paragraph.block.index - last > _APART or len(shared) < 2:
            break
        if any(
            measures[name].number * measures[name].unit.scale > totals[name].number * totals[name].unit.scale
            for name in ("income", "spending")
            if name in shared
        ):
            break
        listed.append(measures)
        last = paragraph.block.index
    return listed


def _sums(totals: _Told, listed: list[_Told]) -> Iterator[Proposal]:
    """The sums that hold, where one does; and of the others those that a slip of the pen explains."""
    made: list[Relation] = []
    for name, total in totals.items():
        parts = [measures[name] for measures in listed if name in measures]
        if len(parts) == len(listed) and significant_digits(total.number) >= _LEAST_DIGITS:
            made.append(relation("sum", "sum", total, [(part, "part") for part in parts], role="total"))
    if any(decide(one).holds for one in made):
        yield from (Proposal((one,)) for one in made if decide(one).holds or near_miss(one) or nearly(one))
