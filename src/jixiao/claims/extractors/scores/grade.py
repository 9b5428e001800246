"""Grades: the band word of a score against the document's own bands, its other grades, and national bands.

The national bands are 优 90 to 100, 良 80 to 90, 中 60 to 80, 差 below 60 (common practice);
places may set their own, so a small difference from them alone is only suspicious, while two grades of one
document that contradict each other are wrong, and so is a grade that no known bands allow (98分 差).
"""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import against, compared
from jixiao.claims.scores.bands import FAR, NATIONAL, Bands, own_bands
from jixiao.claims.scores.gradings import Graded, counts_are_national, gradings, misplaced
from jixiao.core.claim import Binding, Relation
from jixiao.core.finding import Related
from jixiao.core.observation import Observation

KIND = "grade"
_STEP = Decimal("0.01")
_LOCAL = ("合格", "一般", "不合格")
"""Words of places with bands of their own."""
_LETTERS = ("A", "B", "C", "D", "好", "较好")
"""Grades that only the document's own bands explain."""


def extract(reading: Reading) -> Iterator[Proposal | Observation]:
    """One claim per graded score, and one per score that stands in the wrong place among the others."""
    graded = gradings(reading)
    if not graded:
        return
    own = own_bands(reading) or (NATIONAL if counts_are_national(reading, graded) else {})
    for one in graded:
        if not own and one.word in _LETTERS:
            continue
        relation = _in_band(one, own or NATIONAL, "bound" if own or _far(one) else "inferred")
        if relation is not None:
            yield Proposal((relation,))
    for one, other in misplaced(graded):
        if one.token is None or other.token is None or one.number == other.number:
            yield _observed(one, other)
        else:
            sign = "≥" if one.rank > other.rank else "≤"
            yield Proposal((compared(KIND, one.token, sign, other.token, role="score"),))


def _far(one: Graded) -> bool:
    """Whether the grade fits the score under no set of bands in use."""
    low, high = FAR[one.rank]
    return one.number < low or (high is not None and one.number >= high)


def _in_band(one: Graded, bands: Bands, binding: Binding) -> Relation | None:
    """The bound of the band that the word names which fails when the score lies outside."""
    band = bands.get(one.rank)
    if band is None or one.token is None:
        return None
    low, high = band
    fits = one.number >= low and (high is None or one.number < high)
    if bands is NATIONAL and one.word in _LOCAL and not fits and not _far(one):
        return None
    if high is not None and one.number >= high:
        return against(KIND, one.token, "≤", high - _STEP, binding=binding, role=one.word)
    return against(KIND, one.token, "≥", low, binding=binding, role=one.word)


def _observed(one: Graded, other: Graded) -> Observation:
    """Two grades that contradict each other where a score is no quantity, or both scores are equal."""
    return Observation(
        kind=KIND,
        verdict="fails",
        quote=one.quote,
        place=one.place,
        stated=f"{one.number:f}分（{one.word}）",
        computed=f"{other.number:f}分（{other.word}）",
        expression="",
        fault="grade_order",
        proven=True,
        related=(Related(other.quote, other.place),),
    )
