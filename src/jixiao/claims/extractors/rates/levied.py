"""The public welfare fund of lotteries as a rate of what was sold."""

from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.levies import levied_rates
from jixiao.claims.reading.proposal import Proposal

KIND = "rate"


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per rate whose two amounts are known."""
    for made in levied_rates(reading).values():
        yield Proposal((made,))
