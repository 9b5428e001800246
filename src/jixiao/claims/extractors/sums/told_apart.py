"""Differences of figures told apart: what is left (已销号137处，余下6处), points and years by their names."""

from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.sums.against_self import of_self
from jixiao.claims.sums.beyond import of_beyond
from jixiao.claims.sums.both_years import of_both_years
from jixiao.claims.sums.changes_near import of_near_changes
from jixiao.claims.sums.changes_tabled import of_tabled_changes
from jixiao.claims.sums.depreciation import of_depreciation
from jixiao.claims.sums.left_over import of_left_over
from jixiao.claims.sums.net_changes import of_net_changes
from jixiao.claims.sums.points_named import of_points_named

KIND = "difference"


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per such figure."""
    for made in (
        *of_left_over(reading),
        *of_beyond(reading),
        *of_depreciation(reading),
        *of_net_changes(reading),
        *of_points_named(reading),
        *of_both_years(reading),
    ):
        yield Proposal((made,))
    yield from of_self(reading)
    yield from of_tabled_changes(reading)
    yield from of_near_changes(reading)
