"""The cross-checks of a final-accounts package (勾稽关系), wherever its tables stand."""

from collections.abc import Iterator

from jixiao.claims.final_accounts.settling import proposals
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.core.observation import Observation

KIND = "accounts"


def extract(reading: Reading) -> Iterator[Proposal | Observation]:
    """What the rules of ``final_accounts`` say; nothing where a document is no such package."""
    yield from proposals(reading)
