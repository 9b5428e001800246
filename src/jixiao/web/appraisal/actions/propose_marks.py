"""Fill the marks with what the site knows."""

from dataclasses import dataclass
from typing import Any

from jixiao.web.actions import Action
from jixiao.web.appraisal.evidence import known
from jixiao.web.appraisal.models import Appraisal, Mark, State
from jixiao.web.appraisal.moving import locked
from jixiao.web.appraisal.permissions import MANAGES
from jixiao.web.appraisal.proposals import propose
from jixiao.web.appraisal.totals import departments
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class ProposeMarks(Action[int]):
    """Proposals with their evidence, as things stand now; what was decided stays."""

    appraisal: Appraisal

    permission = MANAGES
    verb = "appraisal.propose"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.appraisal.jurisdiction

    def perform(self, actor: User) -> int:
        """How many marks have a proposal."""
        del actor
        locked(self.appraisal, None, State.DECIDING)
        bodies = departments(self.appraisal)
        facts = known(bodies, self.appraisal.fiscal_year)
        there = {
            (one.category_id, one.department_id): one
            for one in Mark.objects.select_for_update(of=("self",)).filter(category__appraisal=self.appraisal)
        }
        count = 0
        for category in self.appraisal.categories.all():
            for body in bodies:
                mark = there.get((category.pk, body.pk)) or Mark(category=category, department=body)
                made = propose(category.name, category.full, {} if category.deduction else facts[body.pk])
                count += made.points is not None
                if mark.pk is None or (mark.proposed, mark.evidence) != (made.points, made.evidence):
                    mark.proposed, mark.evidence = made.points, made.evidence
                    mark.revision += 1
                    mark.save()
        return count

    def told(self, result: int) -> dict[str, Any]:
        """How many."""
        return {"proposed": result}
