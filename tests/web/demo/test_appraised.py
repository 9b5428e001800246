"""The demo's appraisal: one department with the score of its report, the others with what the site proposes."""

from decimal import Decimal

import pytest
from tests.web.cycles.years import year
from tests.web.support import County, account

from jixiao.web.appraisal.models import Appraisal
from jixiao.web.appraisal.totals import rows
from jixiao.web.demo.appraised import RULEBOOK, appraised
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db


def test_the_score_of_the_report_follows_from_the_marks(county: County) -> None:
    cycle = year(county).cycle
    DepartmentYear.objects.update_or_create(
        organisation=county.department, fiscal_year=cycle.fiscal_year, defaults={"rulebook": RULEBOOK}
    )
    account("jixiao", Role.PERFORMANCE_OFFICER, county.bureau)
    appraised(cycle)
    made = Appraisal.objects.get(fiscal_year=cycle.fiscal_year, rulebook=RULEBOOK)
    scores = {row.department: row.score for row in rows(made)}
    assert scores.pop(county.department).quantize(Decimal("0.01")) == Decimal("92.81")
    assert set(scores.values()) == {None}  # not decided yet
    assert made.drawn
