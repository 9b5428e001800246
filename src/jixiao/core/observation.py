"""Observations: what a document asserts without arithmetic: numbering, wording, counts of named things."""

from dataclasses import dataclass
from typing import Literal

from jixiao.core.finding import Related
from jixiao.core.place import Place


@dataclass(frozen=True, slots=True)
class Observation:
    """A statement about the text that was compared with the text.

    ``fault`` is a stable word for what is wrong (``gap``, ``placeholder``, ``document_number_twice`` …), ""
    when it holds; the check of that fault turns it into a finding. ``proven`` tells a provable fault (error)
    from a suspicious one.
    """

    kind: str
    verdict: Literal["holds", "fails", "undecidable"]
    quote: str
    place: Place
    stated: str = ""
    computed: str = ""
    expression: str = ""
    fault: str = ""
    proven: bool = False
    related: tuple[Related, ...] = ()
    quantities: tuple[int, ...] = ()
    """Indexes of the quantities that it settles (a stated count)."""
