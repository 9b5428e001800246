"""A publication is recorded once: of the report that is the disclosure, or of the disclosure and what goes with it."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.disclosures.disclosures import (
    ADDRESS,
    LIST,
    ago,
    approve,
    browser,
    clerk_of,
    last_year,
    listed,
    opened,
    page_of,
    paper,
    person,
    publish,
    reviewed,
)
from tests.web.support import County
from tests.web.test_pages import faults

from jixiao.web.actions import Changed, Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.disclosures.actions.correct_approval import CorrectApproval
from jixiao.web.disclosures.actions.mark_exempt import MarkExempt
from jixiao.web.disclosures.actions.record_disclosure import RecordDisclosure
from jixiao.web.disclosures.actions.withdraw_disclosure import WithdrawDisclosure
from jixiao.web.disclosures.gathering import lines_of
from jixiao.web.disclosures.models import Disclosure
from jixiao.web.disclosures.standing import Line, Standing
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role
from jixiao.web.reports.actions.record_publication import RecordPublication
from jixiao.web.reports.actions.withdraw_publication import WithdrawPublication
from jixiao.web.reports.models import Paper
from jixiao.web.reports.publication import PublicationState, PublicationStep

pytestmark = pytest.mark.django_db


def line(record: Disclosure) -> Line:
    return lines_of([Disclosure.objects.select_related("organisation").get(pk=record.pk)])[0]


def out(county: County, report: Paper, days: int = 0, where: str = ADDRESS) -> None:
    """Recorded on the report's page by the lead."""
    carry_out(RecordPublication(report, ago(days), where, 1), lead_of(county))


def lead_of(county: County) -> User:
    return person(county, Role.DEPARTMENT_LEAD)


def document(county: County) -> Paper:
    """The reviewed report that is the department's published accounts."""
    report = paper(county, 5, "final_accounts", title="Accounts")
    reviewed(county, report)
    return report


def test_the_accounts_report_that_is_out_is_the_disclosure(county: County) -> None:
    record, report = approve(county, 25), document(county)
    assert line(record).standing == Standing.LATE
    out(county, report)
    found = line(record)
    assert (found.standing, found.published_on, found.address) == (
        Standing.OVERRUN, timezone.localdate(), ADDRESS,
    )  # fmt: skip
    record.refresh_from_db()
    assert (record.published_on, record.address) == (None, "")
    lead = browser(county, Role.DEPARTMENT_LEAD)
    assert [row[9:11] for row in listed(lead, "kind=final_accounts&state=out")] == [[ADDRESS, "逾期公开"]]
    assert "预决算公开</h2>" not in lead.get("/").content.decode()
    page = lead.get(page_of(record))
    assert list(faults(page)) == []
    assert f'<a href="/reports/papers/{report.pk}/#publication">Accounts</a>' in page.content.decode()
    assert not page.context["may_publish"]
    assert not page.context["may_withdraw"]
    with pytest.raises(Refused, match="已经登记公开"):
        publish(county, record)
    with pytest.raises(Refused, match="请在报告页上登记撤回或更正"):
        carry_out(WithdrawDisclosure(record, "Names of persons"), lead_of(county))
    officer = person(county, Role.PERFORMANCE_OFFICER)
    with pytest.raises(Refused, match="已经登记公开"):
        carry_out(MarkExempt(record, "Classified"), officer)
    carry_out(WithdrawPublication(report, "withdrawn", "Names of persons", 2), lead_of(county))
    assert line(record).standing == Standing.LATE
    assert carry_out(MarkExempt(record, "Classified"), officer).exempt_reason


def test_a_channel_in_words_and_other_reports_are_no_disclosure(county: County) -> None:
    record, report, other = approve(county, 9), document(county), paper(county, 5)
    reviewed(county, other)
    out(county, report, where="县政府公报第 3 期")
    out(county, other)
    assert line(record).standing == Standing.DUE
    assert publish(county, record).published_on


def test_an_approval_after_the_report_came_out(county: County) -> None:
    record, report = approve(county, 9), document(county)
    out(county, report)
    PublicationStep.objects.filter(state=PublicationState.PUBLISHED).update(day=ago(5))
    with pytest.raises(Refused, match="晚于已登记的公开日期"):
        carry_out(
            CorrectApproval(record, ago(2), "", "Typed wrongly"), person(county, Role.PERFORMANCE_OFFICER)
        )


def test_one_entry_for_the_disclosure_and_the_reports_that_go_with_it(county: County) -> None:
    record, report, other = approve(county, 9), document(county), paper(county, 4)
    left = paper(county, 3, "project_self_evaluation", title="Elsewhere", project="P1")
    for one in (other, left):
        reviewed(county, one)
    lead = browser(county, Role.DEPARTMENT_LEAD)
    page = lead.get(page_of(record))
    assert list(faults(page)) == []
    assert page.content.decode().count('form="publish"') == 3
    sent = {
        "revision": record.revision, "day": ago(0), "address": "no address",
        "paper": [f"{report.pk}-1", f"{other.pk}-1", "x", "1-"],
    }  # fmt: skip
    refused = lead.post(page_of(record, "publish"), sent)
    assert refused.status_code == 422
    assert refused.content.decode().count('" checked') == 2
    assert lead.post(page_of(record, "publish"), {**sent, "address": ADDRESS}).status_code == 302
    steps = PublicationStep.objects.filter(state=PublicationState.PUBLISHED)
    assert {(one.paper_id, one.day, one.where) for one in steps} == {
        (report.pk, timezone.localdate(), ADDRESS), (other.pk, timezone.localdate(), ADDRESS),
    }  # fmt: skip
    now = line(record)
    assert (now.is_report, now.address, now.record.published_on) == (True, ADDRESS, None)
    told = json.loads(Event.objects.get(verb="disclosures.record").details)
    assert (told["published_on"], told["address"], told["reports"]) == (
        ago(0),
        ADDRESS,
        [report.pk, other.pk],
    )
    assert Event.objects.filter(verb="reports.record_publication").count() == 2
    shown = lead.get(f"/reports/papers/{left.pk}/").content.decode()
    assert f'value="{ADDRESS}"' in shown
    assert f'value="{ago(0)}"' in shown
    assert f'href="{page_of(record)}"' in shown


def test_without_the_accounts_report_the_disclosure_keeps_its_own(county: County) -> None:
    record, other = approve(county, 9), paper(county, 4)
    reviewed(county, other)
    action = RecordDisclosure(record, ago(0), ADDRESS, ((other.pk, 1),))
    assert carry_out(action, lead_of(county)).address == ADDRESS
    assert not line(record).is_report


def test_reports_are_ticked_by_who_signs_for_them_as_they_are_now(county: County) -> None:
    record, other = approve(county, 9), paper(county, 4)
    reviewed(county, other)
    clerk = clerk_of(county, county.department)
    with pytest.raises(PermissionDenied):
        carry_out(RecordDisclosure(record, ago(0), ADDRESS, ((other.pk, 1),)), clerk)
    for ticked, why in (((other.pk, 0), Changed), ((other.pk + 1, 1), Refused)):
        with pytest.raises(why):
            carry_out(RecordDisclosure(record, ago(0), ADDRESS, (ticked,)), lead_of(county))
    record.refresh_from_db()
    assert record.published_on is None
    assert not PublicationStep.objects.filter(state=PublicationState.PUBLISHED).exists()
    assert carry_out(RecordDisclosure(record, ago(0), ADDRESS), clerk).address == ADDRESS
    shown = browser(county, Role.DEPARTMENT_LEAD).get(f"/reports/papers/{other.pk}/").content.decode()
    assert f'value="{ADDRESS}"' in shown


def test_reports_of_other_years_and_departments_tell_nothing(county: County) -> None:
    approve(county, 9)
    out(county, document(county))
    opened(county, last_year(), last_year() - 1)
    found = listed(browser(county, Role.PERFORMANCE_OFFICER), "kind=final_accounts")
    assert len(found) == 4
    assert [row[9] for row in found if row[9]] == [ADDRESS]


def test_an_auditor_finds_the_way_from_the_report_to_the_disclosure(county: County) -> None:
    approve(county, 9)
    shown = browser(county, Role.AUDITOR).get(f"/reports/papers/{document(county).pk}/").content.decode()
    assert LIST in shown


def test_more_reports_ask_no_more_queries(county: County) -> None:
    record = approve(county, 9)
    client = browser(county, Role.DEPARTMENT_LEAD)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page_of(record)).status_code == 200
        return len(queries)

    reviewed(county, paper(county, 4))
    asked()
    few = asked()
    for number in range(10):
        reviewed(county, paper(county, 4, "project_self_evaluation", project=f"P{number}"))
    assert asked() == few
