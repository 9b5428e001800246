"""Send the marks to the second person."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.appraisal.models import Appraisal, State
from jixiao.web.appraisal.moving import locked, step
from jixiao.web.appraisal.permissions import MANAGES
from jixiao.web.appraisal.totals import rows
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User

MOST = 5
"""Departments that a refusal names."""


@dataclass(frozen=True, slots=True)
class SubmitAppraisal(Action[Appraisal]):
    """Every department has its score: nothing is decided any more until the review is over."""

    appraisal: Appraisal
    revision: int | None = None

    permission = MANAGES
    verb = "appraisal.submit"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.appraisal.jurisdiction

    def perform(self, actor: User) -> Appraisal:
        """Hand it on."""
        row = locked(self.appraisal, self.revision, State.DECIDING)
        found = rows(row)
        if not found:
            raise Refused(_("没有部门可考核。"))
        left = [str(one.department) for one in found if one.score is None]
        if left:
            raise Refused(
                _("还有 %(count)s 个部门没有评定完：%(names)s。")
                % {"count": len(left), "names": "、".join(left[:MOST])}
            )
        return step(row, actor, "submit", State.REVIEWING)

    def told(self, result: Appraisal) -> dict[str, Any]:
        """The year."""
        return {"fiscal_year": result.fiscal_year}
