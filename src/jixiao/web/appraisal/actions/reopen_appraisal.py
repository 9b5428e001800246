"""Take a publication back."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.appraisal.models import Appraisal, State
from jixiao.web.appraisal.moving import locked, step
from jixiao.web.appraisal.permissions import MANAGES
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class ReopenAppraisal(Action[Appraisal]):
    """The performance officer opens a published appraisal again and says why; what was published is kept."""

    appraisal: Appraisal
    words: str
    revision: int | None = None

    permission = MANAGES
    verb = "appraisal.reopen"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.appraisal.jurisdiction

    def perform(self, actor: User) -> Appraisal:
        """Back to the decisions; departments see nothing until it is published again."""
        words = self.words.strip()
        if not words:
            raise Refused({"words": _("撤销公布须写明原因。")})
        row = locked(self.appraisal, self.revision, State.PUBLISHED)
        return step(row, actor, "reopen", State.DECIDING, words[:2000])

    def told(self, result: Appraisal) -> dict[str, Any]:
        """The year, and why."""
        return {"fiscal_year": result.fiscal_year, "words": self.words.strip()[:2000]}
