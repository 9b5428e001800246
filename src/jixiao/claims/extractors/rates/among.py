"""Shares of things counted within others whose words say so: 抽查的12个项目中，5个未签订合同，占41.7%."""

from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.shares.framed import framed_shares

KIND = "share"


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each such share."""
    yield from framed_shares(reading).values()
