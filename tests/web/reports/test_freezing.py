"""Freezing: with the final approval, from the facts of that moment, never written again."""

import hashlib
from collections.abc import Callable

import pytest
from tests.web.support import County, signed_in

from jixiao.formats.office import find_office
from jixiao.web.actions import carry_out
from jixiao.web.background.loop import drain
from jixiao.web.cycles.actions.approve_task import ApproveTask
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role
from jixiao.web.reports.actions.ask_copy import AskCopy
from jixiao.web.reports.actions.ask_listing import AskListing
from jixiao.web.reports.actions.ask_self_check import AskSelfCheck
from jixiao.web.reports.models import Copy, Paper, State

Made = Callable[..., DepartmentYear]
pytestmark = pytest.mark.django_db(transaction=True)


def lead(county: County) -> User:
    return county.people[str(Role.DEPARTMENT_LEAD)]


def final(county: County, form: Task) -> dict[str, Paper]:
    carry_out(AskSelfCheck(form), lead(county))
    drain()
    carry_out(ApproveTask(form), lead(county))
    drain()
    return {one.kind: one for one in Paper.objects.exclude(frozen_at=None)}


def test_final_approval_freezes_every_report_of_the_department(
    county: County, department: Made, form: Task
) -> None:
    department()
    papers = final(county, form)
    assert set(papers) == {
        "department_self_evaluation",
        "department_target",
        "final_accounts",
        "self_evaluation",
    }
    paper = papers["self_evaluation"]
    assert (paper.task, paper.state, paper.refused) == (form, State.READY, False)
    copy = Copy.objects.get(paper=paper, format="docx")
    assert not copy.draft
    assert copy.sha256 == hashlib.sha256(bytes(copy.data)).hexdigest()
    if find_office():
        assert bytes(Copy.objects.get(paper=paper, format="pdf").data).startswith(b"%PDF")


@pytest.mark.usefixtures("without_office")
def test_what_is_downloaded_later_is_the_frozen_file(county: County, department: Made, form: Task) -> None:
    year = department()
    paper = final(county, form)["self_evaluation"]
    copy = Copy.objects.get(paper=paper, format="docx")
    year.refresh_from_db()
    year.facts["title"] = "Another title"
    year.revision += 1
    year.save()
    carry_out(AskCopy(paper, "docx"), lead(county))
    carry_out(AskListing(year), lead(county))
    drain()
    client = signed_in(lead(county))
    data = b"".join(client.get(f"/reports/papers/{paper.pk}/files/docx/").streaming_content)
    assert hashlib.sha256(data).hexdigest() == copy.sha256
    page = client.get(f"/reports/papers/{paper.pk}/").content.decode()
    assert "现有资料有 1 处与定稿不同" in page
    assert "Another title" in page


@pytest.mark.usefixtures("without_office")
def test_a_format_asked_for_later_is_written_from_the_frozen_facts(
    county: County, department: Made, form: Task
) -> None:
    year = department()
    paper = final(county, form)["department_self_evaluation"]
    year.facts["title"] = "Another title"
    year.save()
    carry_out(AskCopy(paper, "xlsx"), lead(county))
    drain()
    copy = Copy.objects.get(paper=paper, format="xlsx")
    assert (copy.state, copy.digest) == (State.READY, paper.digest)


@pytest.mark.usefixtures("without_office")
def test_a_form_that_is_opened_again_lifts_its_reports(county: County, department: Made, form: Task) -> None:
    department()
    first = final(county, form)["self_evaluation"]
    form.refresh_from_db()
    form.state = TaskState.RETURNED
    form.save()
    first.refresh_from_db()
    assert first.lifted_at is not None
    form.state = TaskState.PENDING
    form.node = 0
    form.save()
    carry_out(ApproveTask(form), lead(county))
    assert Paper.objects.filter(kind="self_evaluation", lifted_at=None).exclude(frozen_at=None).count() == 1


@pytest.mark.usefixtures("without_office")
def test_figures_that_contradict_and_that_nobody_answered_for_are_a_draft_that_says_so(
    department: Made, form: Task
) -> None:
    """The gate keeps such a form open; one that was final before there was a gate has no answers."""
    department("620723-linze-2023")
    form.state = TaskState.FINAL
    form.save()
    drain()
    paper = Paper.objects.get(task=form, kind="department_self_evaluation")
    assert paper.refused
    assert Copy.objects.get(paper=paper, format="docx").draft


@pytest.mark.usefixtures("without_office")
def test_without_libreoffice_the_page_says_so(county: County, department: Made, form: Task) -> None:
    department()
    paper = final(county, form)["self_evaluation"]
    assert Copy.objects.get(paper=paper, format="pdf").state == State.FAILED
    assert "LibreOffice" in signed_in(lead(county)).get(f"/reports/papers/{paper.pk}/").content.decode()


def test_a_final_form_leads_to_its_reports(county: County, form: Task) -> None:
    browser, page = signed_in(lead(county)), f"/cycles/tasks/{form.pk}/"
    address = f"/reports/?year={form.stage.cycle.fiscal_year}"
    assert address not in browser.get(page).content.decode()
    Task.objects.filter(pk=form.pk).update(state=TaskState.FINAL)
    assert address in browser.get(page).content.decode()
    assert browser.get(address).status_code == 200
