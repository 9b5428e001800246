"""Set what each category is worth."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.appraisal.models import Appraisal, Mark, State
from jixiao.web.appraisal.moving import locked
from jixiao.web.appraisal.permissions import MANAGES
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class SetFullMarks(Action[Appraisal]):
    """The full mark of categories by their number; None leaves a category open."""

    appraisal: Appraisal
    marks: dict[int, Decimal | None]
    revision: int

    permission = MANAGES
    verb = "appraisal.set_full_marks"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.appraisal.jurisdiction

    def perform(self, actor: User) -> Appraisal:
        """Save, unless a mark that was given is higher."""
        del actor
        row = locked(self.appraisal, self.revision, State.DECIDING)
        for category in row.categories.filter(pk__in=self.marks, deduction=False):
            full = self.marks[category.pk]
            if full is not None and full <= 0:
                raise Refused(_("“%(name)s”的分值要大于零。") % {"name": category.name})
            if full is not None and Mark.objects.filter(category=category, points__gt=full).exists():
                raise Refused(_("“%(name)s”已有得分高于这个分值。") % {"name": category.name})
            category.full = full
            category.save(update_fields=["full"])
        row.revision += 1
        row.save(update_fields=["revision"])
        return row

    def told(self, result: Appraisal) -> dict[str, Any]:
        """What each is worth."""
        return {"full": {one.code: str(one.full) for one in result.categories.all()}}
