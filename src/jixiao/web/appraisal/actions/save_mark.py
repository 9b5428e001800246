"""Decide a mark."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Changed, Refused
from jixiao.web.appraisal.models import Mark, State
from jixiao.web.appraisal.moving import locked
from jixiao.web.appraisal.permissions import MANAGES
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class SaveMark(Action[Mark]):
    """The points of a department in a category, or that it does not apply.

    What differs from the proposal has a reason.
    """

    mark: Mark
    points: Decimal | None
    applicable: bool
    reason: str
    revision: int

    permission = MANAGES
    verb = "appraisal.save_mark"

    def place(self) -> Organisation | None:
        """The department."""
        return self.mark.department

    def perform(self, actor: User) -> Mark:
        """Save it with who and when."""
        locked(self.mark.category.appraisal, None, State.DECIDING)
        row = (
            Mark.objects.select_for_update(of=("self",))
            .select_related("category", "department")
            .get(pk=self.mark.pk)
        )
        if row.revision != self.revision:
            raise Changed(_("他人刚改过这一格，请看过后再定。"), row)
        points = self.points if self.applicable else None
        reason = self.reason.strip()
        self._refuse(row, points, reason)
        row.points, row.applicable, row.reason = points, self.applicable, reason
        row.by, row.at = actor, timezone.now()
        row.revision += 1
        row.full_clean(exclude=("category", "department", "by"))
        row.save()
        return row

    def _refuse(self, row: Mark, points: Decimal | None, reason: str) -> None:
        category = row.category
        if self.applicable and points is None:
            raise Refused({"points": _("请填得分，或选“不适用”。")})
        if points is not None and category.deduction and points > 0:
            raise Refused({"points": _("这一类只扣分，请填零或负数。")})
        if points is not None and not category.deduction:
            if category.full is None:
                raise Refused({"points": _("先设定这一类的分值。")})
            if not 0 <= points <= category.full:
                raise Refused(
                    {"points": _("得分在 0 和 %(full)s 之间。") % {"full": f"{category.full.normalize():f}"}}
                )
        changed = not self.applicable or (points != row.proposed and not (category.deduction and points == 0))
        if changed and len(reason) < 2:
            raise Refused({"reason": _("与建议不同，请写明理由。")})

    def told(self, result: Mark) -> dict[str, Any]:
        """Proposed and decided, with the reason."""
        return {
            "category": result.category.code,
            "proposed": result.proposed,
            "points": result.points,
            "applicable": result.applicable,
            "reason": result.reason,
        }
