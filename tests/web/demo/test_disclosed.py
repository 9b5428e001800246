"""The demo's disclosures: every standing that can be told is there to be seen."""

from collections import Counter

import pytest
from tests.web.cycles.years import year
from tests.web.support import County, account

from jixiao.web.demo.disclosed import disclosed
from jixiao.web.disclosures.gathering import lines
from jixiao.web.disclosures.standing import Standing
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db


def test_each_standing_is_there_to_be_seen(county: County) -> None:
    made = year(county, fiscal_year=2022)
    officer = account("jixiao", Role.PERFORMANCE_OFFICER, county.bureau)
    for number in range(3):
        Organisation.objects.create(
            kind=Kind.DEPARTMENT, code=f"more-{number}", name=f"More {number}", parent=county.top
        )
    for one in Organisation.objects.filter(kind=Kind.DEPARTMENT):
        account(f"lead-{one.pk}", Role.DEPARTMENT_LEAD, one)
    disclosed(made.cycle)
    found = Counter(one.standing for one in lines(officer) if one.record.pk)
    assert found == {
        Standing.IN_TIME: 2, Standing.OVERRUN: 1, Standing.LATE: 2, Standing.EXEMPT: 1, Standing.DUE: 1,
    }  # fmt: skip
