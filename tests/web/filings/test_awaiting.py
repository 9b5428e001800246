"""Who is told, and when, that a file waits for the secrecy review."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.cycles.years import Year, year
from tests.web.rectifications.demands import issued
from tests.web.support import ELSEWHERE, County, signed_in
from tests.web.support import county as make_county

from jixiao.web.cycles.models import Cycle, CycleState, Task
from jixiao.web.filings.awaiting import awaiting, forms_awaiting
from jixiao.web.filings.evidence import Evidence, SecrecyState
from jixiao.web.people.models import Membership
from jixiao.web.people.roles import Role
from jixiao.web.rectifications.models import Proof

pytestmark = pytest.mark.django_db
HEAD = "佐证材料待保密审查"


@pytest.fixture
def now(county: County) -> Year:
    Evidence.objects.all().delete()  # of the samples
    Proof.objects.all().delete()
    return year(county)


def file(now: Year, **more: object) -> Evidence:
    given = {"task": now.task, "name": "list.pdf", "sha256": "0" * 64, "size": 1, "by": now.clerk}
    return Evidence.objects.create(**{**given, **more})


def first_page(now: Year, role: str) -> str:
    return signed_in(now.person(role)).get("/").content.decode()


@pytest.mark.parametrize(
    ("role", "told"),
    [
        (Role.UNIT_CLERK, False), (Role.UNIT_REVIEWER, True), (Role.DEPARTMENT_LEAD, True),
        (Role.LINE_OFFICER, True), (Role.PERFORMANCE_OFFICER, True), (Role.EVALUATOR, False),
        (Role.AUDITOR, False), (Role.SYSTEM_ADMINISTRATOR, False),
    ],
)  # fmt: skip
def test_a_file_is_told_of_while_the_form_is_still_being_filled_in(now: Year, role: str, told: bool) -> None:  # noqa: FBT001
    file(now)
    file(now, name="passed.pdf", secrecy=SecrecyState.PASSED)
    file(now, name="gone.pdf", deleted=True)
    page = first_page(now, role)
    assert (HEAD in page) is told
    assert ("<strong>1</strong> 个文件待我审查" in page) is told
    assert (f"/filings/tasks/{now.task.pk}/evidence/" in page) is told


def test_only_within_their_scope_and_never_ones_own(now: Year) -> None:
    there = year(make_county("Shi", ELSEWHERE), fiscal_year=2025)
    Evidence.objects.all().delete()
    file(there)
    file(now, task=Task.objects.exclude(pk=now.task.pk).filter(organisation=now.county.unit).first())
    assert HEAD in first_page(now, Role.UNIT_REVIEWER)
    Evidence.objects.all().delete()
    file(there)
    assert HEAD not in first_page(now, Role.PERFORMANCE_OFFICER)
    Membership.objects.create(user=now.clerk, organisation=now.county.unit, role=Role.UNIT_REVIEWER)
    file(now)
    assert HEAD not in first_page(now, Role.UNIT_CLERK)
    own = signed_in(now.clerk).get(f"/filings/tasks/{now.task.pk}/evidence/").content.decode()
    assert "本人上传，须由他人审查" in own
    assert 'name="passed" value="1"' not in own
    assert 'name="passed" value="0"' in own


def test_years_that_are_over_are_not_told_of(now: Year) -> None:
    file(now)
    Cycle.objects.filter(pk=now.cycle.pk).update(state=CycleState.CLOSED)
    assert HEAD not in first_page(now, Role.UNIT_REVIEWER)


def test_the_list_of_forms_and_its_file(now: Year) -> None:
    file(now)
    file(now, name="more.pdf")
    client = signed_in(now.person(Role.UNIT_REVIEWER))
    page = client.get("/cycles/tasks/?files=1")
    assert [one.pk for one in page.context["page"]] == [now.task.pk]
    assert page.context["page"].paginator.count == 1
    assert "佐证待我审查" in page.content.decode()
    assert len(client.get("/cycles/tasks/?files=1&format=csv").content.decode().splitlines()) == 2
    assert "佐证待我审查" not in signed_in(now.clerk).get("/cycles/tasks/").content.decode()
    (one,) = forms_awaiting(now.person(Role.UNIT_REVIEWER), 5)
    assert (one.task, one.files) == (now.task, 2)
    assert awaiting(now.person(Role.UNIT_REVIEWER)).count() == 2


def test_files_of_demands_are_told_of_as_well(now: Year) -> None:
    demand = issued(now.county)
    Proof.objects.create(demand=demand, name="a.pdf", sha256="1" * 64, size=1, by=now.clerk)
    assert "<strong>1</strong> 个整改佐证待我审查" in first_page(now, Role.UNIT_REVIEWER)
    assert "个整改佐证待我审查" not in first_page(now, Role.UNIT_CLERK)
    client = signed_in(now.person(Role.UNIT_REVIEWER))
    found = client.get("/rectifications/?files=1").context["page"]
    assert [one.pk for one in found] == [demand.pk]


def test_more_files_ask_no_more_queries(now: Year) -> None:
    client = signed_in(now.person(Role.UNIT_REVIEWER))

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get("/")
        return len(queries)

    file(now)
    few = [asked(), asked()][-1]
    for number in range(5):
        file(now, name=f"{number}.pdf")
    assert asked() == few
