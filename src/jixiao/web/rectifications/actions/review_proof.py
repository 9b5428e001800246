"""Say whether a file of a demand may be there."""

from dataclasses import dataclass
from typing import Any

from jixiao.web.actions import Action
from jixiao.web.filings.admitting import judged
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.rectifications.models import Proof
from jixiao.web.rectifications.permissions import ISSUES


@dataclass(frozen=True, slots=True)
class ReviewProof(Action[Proof]):
    """The secrecy review by somebody who did not upload the file; a refused file is not given out."""

    proof: Proof
    passed: bool

    permission = ISSUES
    verb = "rectifications.review_proof"

    def place(self) -> Organisation | None:
        """The body that has to put it right."""
        return self.proof.demand.organisation

    def perform(self, actor: User) -> Proof:
        """Keep the verdict."""
        return judged(self.proof, actor, passed=self.passed)

    def told(self, result: Proof) -> dict[str, Any]:
        """The verdict."""
        return {"demand": result.demand_id, "sha256": result.sha256, "secrecy": result.secrecy}
