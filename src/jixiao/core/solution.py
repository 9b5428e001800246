"""What solving yields: the roots of contradictions, each with the claims that it breaks."""

from dataclasses import dataclass
from decimal import Decimal

from jixiao.core.claim import Claim
from jixiao.core.comparison import Comparison
from jixiao.core.finding import Certificate
from jixiao.core.observation import Observation
from jixiao.core.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure and what it should read; ``support`` claims agree with it."""

    quantity: Quantity
    number: Decimal
    error_type: str
    support: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """One cause: the failing claims that share it, the claim that shows it best first."""

    claims: tuple[Claim, ...]
    correction: Correction | None = None
    severity: str = "error"

    @property
    def lead(self) -> Claim:
        """The claim that shows the contradiction best."""
        return self.claims[0]


@dataclass(frozen=True, slots=True)
class Solution:
    """Everything that checks turn into findings."""

    claims: tuple[Claim, ...]
    observations: tuple[Observation, ...]
    roots: tuple[Root, ...]
    certificate: Certificate
    quantities: tuple[Quantity, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    """Facts that several files tell differently; none of one document."""
