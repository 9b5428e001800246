"""Give the marks back to those who decided."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.appraisal.models import Appraisal, State
from jixiao.web.appraisal.moving import locked, second, step
from jixiao.web.appraisal.permissions import REVIEWS
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class ReturnAppraisal(Action[Appraisal]):
    """The second person says what to look at again."""

    appraisal: Appraisal
    words: str
    revision: int | None = None

    permission = REVIEWS
    verb = "appraisal.return"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.appraisal.jurisdiction

    def perform(self, actor: User) -> Appraisal:
        """Back to the decisions."""
        words = self.words.strip()
        if not words:
            raise Refused({"words": _("退回须写明意见。")})
        row = locked(self.appraisal, self.revision, State.REVIEWING)
        second(row, actor)
        return step(row, actor, "return", State.DECIDING, words[:2000])

    def told(self, result: Appraisal) -> dict[str, Any]:
        """The year, and why."""
        return {"fiscal_year": result.fiscal_year, "words": self.words.strip()[:2000]}
