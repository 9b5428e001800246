"""The page of a disclosure, what each role may do on it, and where else disclosures are shown."""

import pytest
from django.utils import timezone
from tests.web.disclosures.disclosures import (
    ADDRESS,
    LIST,
    ago,
    approve,
    browser,
    clerk_of,
    everything,
    last_year,
    listed,
    page_of,
    person,
    publish,
)
from tests.web.support import ELSEWHERE, County, signed_in
from tests.web.support import county as make_county
from tests.web.test_pages import faults

from jixiao.web.cycles.models import Cycle
from jixiao.web.disclosures.models import Disclosure
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.people.roles import Role
from jixiao.web.reports.models import Paper, State
from jixiao.web.reports.publication import PublicationState, PublicationStep

pytestmark = pytest.mark.django_db
VERBS = ("approve", "correct", "publish", "withdraw", "exempt", "lift")


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.UNIT_CLERK, ()), (Role.DEPARTMENT_LEAD, ("publish", "exempt")), (Role.LINE_OFFICER, ()),
        (Role.PERFORMANCE_OFFICER, ("correct", "exempt")), (Role.AUDITOR, ()),
    ],
)  # fmt: skip
def test_what_a_role_may_do(county: County, role: str, may: tuple[str, ...]) -> None:
    record = approve(county, 5)
    client = browser(county, role)
    page = client.get(page_of(record))
    if role == Role.UNIT_CLERK:
        assert page.status_code == 404
        return
    assert list(faults(page)) == []
    assert tuple(one for one in VERBS if page.context[f"may_{one}"]) == may
    for verb in set(VERBS) - set(may):
        status = client.post(page_of(record, verb), {"revision": record.revision}).status_code
        assert status in {403, 422}, verb
    assert Disclosure.objects.get().revision == record.revision


def test_every_verb_by_its_page(county: County) -> None:
    year = last_year()
    path = page_of(Disclosure(organisation=county.department, fiscal_year=year, kind="final_accounts"))
    officer, lead = browser(county, Role.PERFORMANCE_OFFICER), browser(county, Role.DEPARTMENT_LEAD)
    assert "批复日期由部门或财政绩效股室登记" not in officer.get(path).content.decode()
    steps = [
        (officer, "approve", {"day": ago(9), "number": "Finance 7"}, "待公开"),
        (officer, "correct", {"day": ago(8), "words": "Typed wrongly"}, "待公开"),
        (lead, "publish", {"day": ago(1), "address": ADDRESS}, "按期公开"),
        (lead, "withdraw", {"words": "Names of persons"}, "待公开"),
        (officer, "exempt", {"words": "Classified"}, "不适用"),
        (officer, "lift", {"words": "Not classified"}, "待公开"),
    ]
    for number, (client, verb, sent, state) in enumerate(steps):
        page = client.get(path)
        assert list(faults(page)) == []
        assert page.context[f"may_{verb}"]
        answer = client.post(f"{path}{verb}/", {**sent, "revision": number}, follow=True)
        assert f"现在是“{state}”" in answer.content.decode(), verb
    shown = officer.get(path).content.decode()
    assert ADDRESS in shown
    assert shown.count("</tr><tr>") >= len(steps) - 1


def test_what_was_typed_is_not_lost(county: County) -> None:
    record = approve(county, 5)
    sent = {"day": ago(1), "address": "www.example.gov.cn", "revision": record.revision}
    refused = browser(county, Role.DEPARTMENT_LEAD).post(page_of(record, "publish"), sent)
    assert refused.status_code == 422
    assert list(faults(refused)) == []
    shown = refused.content.decode()
    assert "http:// 或 https://" in shown
    assert 'value="www.example.gov.cn"' in shown
    stale = {**sent, "address": ADDRESS, "revision": 0}
    changed = browser(county, Role.DEPARTMENT_LEAD).post(page_of(record, "publish"), stale)
    assert changed.status_code == 422
    assert ADDRESS in changed.content.decode()
    assert browser(county, Role.PERFORMANCE_OFFICER).post(page_of(record, "correct"), {}).status_code == 422


def test_addresses_that_are_none(county: County) -> None:
    other = make_county("Shi", ELSEWHERE)
    officer = browser(county, Role.PERFORMANCE_OFFICER)
    record = approve(county, 5)
    unit = officer.get(page_of(record).replace(f"/{county.department.pk}/", f"/{county.unit.pk}/"))
    assert unit["Location"] == page_of(record)
    for body, year in ((other.department.pk, 2023), (county.department.pk, 1900), (county.bureau.pk, 2023)):
        path = f"{LIST}{body}/{year}/final_accounts/"
        assert officer.get(path).status_code == 404
        assert {officer.post(f"{path}{verb}/").status_code for verb in VERBS} == {404}
    assert officer.post(f"{LIST}{county.unit.pk}/2023/final_accounts/approve/").status_code == 404


def test_what_waits_on_the_first_page(county: County) -> None:
    record = approve(county, 25)
    approve(county, 15, county.other_department)
    lead, officer = browser(county, Role.DEPARTMENT_LEAD), browser(county, Role.PERFORMANCE_OFFICER)
    shown = lead.get("/").content.decode()
    assert "<strong>1</strong> 待我公开" in shown
    assert page_of(record) in shown
    assert "<strong>1</strong> 逾期未公开" in shown
    shown = officer.get("/").content.decode()
    assert "待我公开" not in shown
    assert "<strong>1</strong> 逾期未公开" in shown
    assert "<strong>1</strong> 公开 7 日内到期" in shown
    assert len(listed(officer, "due=soon")) == len(listed(officer, "due=late")) == 1
    publish(county, record)
    assert "预决算公开</h2>" not in lead.get("/").content.decode()
    assert "预决算公开" not in browser(county, Role.EVALUATOR).get("/").content.decode()


def test_the_clerk_of_the_department_finds_it_too(county: County) -> None:
    approve(county, 25)
    shown = signed_in(clerk_of(county, county.department)).get("/").content.decode()
    assert "<strong>1</strong> 待我公开" in shown


def test_the_page_of_the_year_counts(county: County) -> None:
    everything(county)
    cycle = Cycle.objects.get(fiscal_year=last_year())
    page = browser(county, Role.PERFORMANCE_OFFICER).get(f"/cycles/{cycle.pk}/")
    assert list(faults(page)) == []
    shown = page.content.decode()
    query = f"year={last_year()}&amp;under={county.top.pk}"
    assert f"{query}&amp;kind=final_accounts&amp;due=late" in shown
    assert f"{query}&amp;kind=department_budget&amp;state=blank" in shown


def test_what_the_report_says_is_proposed(county: County) -> None:
    """When and where the report was recorded as published need not be typed twice."""
    record = approve(county, 9)
    year = DepartmentYear.objects.create(
        organisation=county.department, fiscal_year=last_year(), rulebook="cn"
    )
    paper = Paper.objects.create(
        year=year, kind="self_evaluation", title="Report", state=State.READY, frozen_at=timezone.now()
    )
    lead = browser(county, Role.DEPARTMENT_LEAD)
    assert "待保密审查" in lead.get(page_of(record)).content.decode()
    states = (PublicationState.PASSED, PublicationState.PUBLISHED)
    for number, state in enumerate(states, 1):
        PublicationStep.objects.create(
            paper=paper, number=number, state=state, by=person(county, Role.LINE_OFFICER),
            day=timezone.localdate() if number == 2 else None, where=ADDRESS if number == 2 else "",
        )  # fmt: skip
    page = lead.get(page_of(record))
    assert f'value="{ADDRESS}"' in page.content.decode()
    assert f"/reports/papers/{paper.pk}/" in page.content.decode()
    assert list(faults(page)) == []
