"""What is left of a number of things, or of an amount told beside what was spent: 已销号137处，余下6处."""

from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.sums.left_over import of_left_over

KIND = "difference"


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per figure of what is left."""
    for made in of_left_over(reading):
        yield Proposal((made,))
