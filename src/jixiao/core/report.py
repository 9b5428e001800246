"""What a check of one file yields."""

from dataclasses import dataclass, field
from decimal import Decimal

from jixiao.core.claim import Claim
from jixiao.core.document import Document
from jixiao.core.errors import ReadError
from jixiao.core.finding import Certificate, Finding
from jixiao.core.obligation import Obligation
from jixiao.core.observation import Observation


@dataclass(frozen=True, slots=True)
class Report:
    """The result for one file: either ``error`` is set, or ``document``, ``certificate`` and the rest are.

    ``file`` is the path as given, ``seconds`` the wall time of reading and checking.
    """

    file: str
    format: str = ""
    sha256: str = ""
    seconds: Decimal = Decimal(0)
    document: Document | None = field(default=None, repr=False)
    certificate: Certificate | None = None
    claims: tuple[Claim, ...] = ()
    observations: tuple[Observation, ...] = ()
    findings: tuple[Finding, ...] = ()
    error: ReadError | None = None
    body: str = ""
    year: str = ""
    kind: str = ""
    obligations: tuple[Obligation, ...] = ()
    """The cross-checks of a final-accounts package and what became of each; () for other documents."""

    def count(self, severity: str) -> int:
        """How many findings of this severity."""
        return sum(finding.severity == severity for finding in self.findings)
