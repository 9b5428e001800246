"""Say whether a file may be there."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.permissions import REVIEWS
from jixiao.web.filings.evidence import Evidence, SecrecyState
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
        now = Evidence.objects.select_for_update().get(pk=self.evidence.pk)
        if self.passed and now.by_id == actor.pk:
            raise Refused(
                _("“%(file)s”是您本人上传的，上传和保密审查不能是同一个人；请由其他有审核角色的人审查。")
                % {"file": now.name}
            )
        now.secrecy = SecrecyState.PASSED if self.passed else SecrecyState.REFUSED
        now.reviewed_by = actor
        now.save()
        return now

    def told(self, result: Evidence) -> dict[str, Any]:
        """The verdict."""
        return {"sha256": result.sha256, "secrecy": result.secrecy}
