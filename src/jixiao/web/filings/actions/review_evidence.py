"""Say whether a file may be there."""

from dataclasses import dataclass
from typing import Any

from jixiao.web.actions import Action
from jixiao.web.cycles.permissions import REVIEWS
from jixiao.web.filings.admitting import judged
from jixiao.web.filings.evidence import Evidence
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class ReviewEvidence(Action[Evidence]):
    """The secrecy review by somebody who did not upload the file; a refused file is not given out."""

    evidence: Evidence
    passed: bool

    permission = REVIEWS
    verb = "filings.review_evidence"

    def place(self) -> Organisation | None:
        """The body that fills the form in."""
        return self.evidence.task.organisation

    def perform(self, actor: User) -> Evidence:
        """Keep the verdict.

        Raises:
            Refused: the actor would pass what they handed in themselves.
        """
        return judged(self.evidence, actor, passed=self.passed)

    def told(self, result: Evidence) -> dict[str, Any]:
        """The verdict."""
        return {"sha256": result.sha256, "secrecy": result.secrecy}
