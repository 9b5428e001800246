"""The work appraisal of the demo: what the site proposes, one department decided, two drawn for a re-check.

The points of that department are those that its report tells. The full marks of its categories were never
published one by one: these are invented, and those that apply add up to the 76.5 of the report's conversion.
"""

from decimal import Decimal
from typing import Final

from jixiao.web.actions import carry_out
from jixiao.web.appraisal.actions.draw_sample import DrawSample
from jixiao.web.appraisal.actions.open_appraisal import OpenAppraisal
from jixiao.web.appraisal.actions.propose_marks import ProposeMarks
from jixiao.web.appraisal.actions.save_mark import SaveMark
from jixiao.web.appraisal.actions.set_full_marks import SetFullMarks
from jixiao.web.appraisal.models import Mark
from jixiao.web.cycles.models import Cycle
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.people.models import User

RULEBOOK: Final = "130609-xushui"
FULL: Final = {
    "policies": "8.5", "preparation": "12.5", "implementation": "15.5", "performance": "21.5", "assets": "5",
    "debt": "3", "transparency": "7", "information": "12", "reform": "15",
}  # fmt: skip
TOLD: Final = {
    "policies": None, "preparation": "12", "implementation": "14.5", "performance": "20.5", "assets": "4.5",
    "debt": "2", "transparency": "6", "information": "11.5", "reform": None, "problems": "0",
}  # fmt: skip
"""By category the points of the report; None where it says that the category does not apply."""


def appraised(cycle: Cycle) -> None:
    """Open the appraisal of the year and decide the marks of the departments that this rulebook is of."""
    officer = User.objects.get(username="jixiao")
    made = carry_out(OpenAppraisal(cycle.jurisdiction, cycle.fiscal_year, RULEBOOK), officer)
    full = {one.pk: Decimal(FULL[one.code]) for one in made.categories.all() if one.code in FULL}
    made = carry_out(SetFullMarks(made, full, made.revision), officer)
    carry_out(ProposeMarks(made), officer)
    own = DepartmentYear.objects.filter(fiscal_year=cycle.fiscal_year, rulebook=RULEBOOK)
    for mark in Mark.objects.filter(
        category__appraisal=made, department__in=own.values("organisation")
    ).select_related("category", "department"):
        points = TOLD[mark.category.code]
        reason = "按已公布的年度考核结果。" if points else "本部门没有这类工作。"
        carry_out(
            SaveMark(mark, Decimal(points) if points else None, points is not None, reason, mark.revision),
            officer,
        )
    carry_out(DrawSample(made, Decimal(30), seed=str(cycle.fiscal_year)), officer)
