"""Disclosures for tests: recorded by the accounts of the county as pages would."""

import csv
import datetime as dt
import io
from typing import Any

from django.test import Client
from django.utils import timezone
from tests.web.support import County, signed_in

from jixiao.web.actions import carry_out
from jixiao.web.cycles.models import Cycle
from jixiao.web.disclosures.actions.mark_exempt import MarkExempt
from jixiao.web.disclosures.actions.record_approvals import Approval, RecordApprovals
from jixiao.web.disclosures.actions.record_disclosure import RecordDisclosure
from jixiao.web.disclosures.models import Disclosure
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import Membership, User
from jixiao.web.people.roles import Role
from jixiao.web.reports.models import Paper, State
from jixiao.web.reports.publication import PublicationState, PublicationStep

ADDRESS = "https://www.example.gov.cn/accounts/2023.html"
LIST = "/disclosures/"


def person(county: County, role: str) -> User:
    """The account with the role, as a request would read it."""
    return User.objects.get(pk=county.people[str(role)].pk)


def ago(days: int) -> str:
    """The day so many days before today."""
    return (timezone.localdate() - dt.timedelta(days=days)).isoformat()


def last_year() -> int:
    """The fiscal year whose accounts can have been approved on any day of the last months."""
    return timezone.localdate().year - 2


def opened(county: County, *years: int) -> None:
    """The county opened the work of these years and of no others: that of the samples lies beside it."""
    Cycle.objects.filter(jurisdiction=county.top).update(jurisdiction=county.bureau)
    for one in years:
        Cycle.objects.create(jurisdiction=county.top, fiscal_year=one, title=f"Year {one}")


def approve(
    county: County, days: int, body: Organisation | None = None, *, kind: str = "final_accounts"
) -> Disclosure:
    """Approved so many days ago by the performance officer."""
    department = body or county.department
    year = last_year() if kind == "final_accounts" else timezone.localdate().year
    given = Approval((department.pk, year, kind), ago(days), "Finance 7")
    return carry_out(RecordApprovals((given,)), person(county, Role.PERFORMANCE_OFFICER))[0]


def publish(county: County, shown: Disclosure, days: int = 0, address: str = ADDRESS) -> Disclosure:
    """Published so many days ago by the department's lead."""
    return carry_out(RecordDisclosure(shown, ago(days), address), person(county, Role.DEPARTMENT_LEAD))


def clerk_of(county: County, body: Organisation) -> User:
    """The county's clerk, held at this body instead."""
    user = person(county, Role.UNIT_CLERK)
    Membership.objects.filter(user=user).update(organisation=body)
    return person(county, Role.UNIT_CLERK)


def page_of(record: Disclosure, verb: str = "") -> str:
    """Its address, or that of a step."""
    path = f"{LIST}{record.organisation_id}/{record.fiscal_year}/{record.kind}/"
    return f"{path}{verb}/" if verb else path


def rows(text: bytes) -> list[list[Any]]:
    """The rows of a list as a file."""
    return list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))


def browser(county: County, role: str) -> Client:
    return signed_in(person(county, role))


def listed(client: Client, query: str = "") -> list[list[str]]:
    """The rows of the list as a file, without the head."""
    return rows(client.get(f"{LIST}?{query}&format=csv").content)[1:]


def everything(county: County) -> None:
    """Accounts of one department late, of the other published in time; a budget due soon, one not applicable."""
    year = last_year()
    opened(county, year, year + 2)
    approve(county, 25)
    other = approve(county, 30, county.other_department)
    other.published_on, other.address = timezone.localdate(), ADDRESS
    other.approved_on = timezone.localdate()
    other.save()
    exempt = Disclosure(organisation=county.other_department, fiscal_year=year, kind="department_budget")
    carry_out(MarkExempt(exempt, "Classified"), person(county, Role.PERFORMANCE_OFFICER))


def paper(county: County, days: int, kind: str = "self_evaluation", **more: object) -> Paper:
    """A report of the department that was frozen so many days ago."""
    year, _made = DepartmentYear.objects.get_or_create(
        organisation=county.department, fiscal_year=last_year(), defaults={"rulebook": "cn"}
    )
    frozen = timezone.now() - dt.timedelta(days=days)
    given = {"title": "Self-evaluation", "state": State.READY, "frozen_at": frozen, **more}
    return Paper.objects.create(year=year, kind=kind, **given)


def reviewed(county: County, one: Paper, state: str = PublicationState.PASSED) -> None:
    """By the officer, today."""
    number = one.publication_steps.count() + 1
    by = person(county, Role.PERFORMANCE_OFFICER)
    PublicationStep.objects.create(paper=one, number=number, state=state, by=by)
