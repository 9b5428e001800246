"""A defect in a task: logged without what was typed, told on the row's page, nothing stale, and tried again.

The defects are real ones: rows of the database that no code of ours writes, and a setting that is wrong.
"""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from tests.support import ROOT
from tests.web.documents.conftest import WRONG
from tests.web.documents.people import Place
from tests.web.support import County, signed_in
from tests.web.test_logs import TYPED, Kept, kept

from jixiao.dossiers.discovery import read
from jixiao.web.actions import Refused, carry_out
from jixiao.web.appraisal.actions.ask_table import AskTable
from jixiao.web.appraisal.models import Appraisal
from jixiao.web.background.loop import drain
from jixiao.web.background.net import Defect, Failed, net
from jixiao.web.cycles.models import Cycle, CycleState, Stage, StageKind, SubjectKind, Task
from jixiao.web.dashboards.models import FormScore
from jixiao.web.dashboards.tasks import score_form
from jixiao.web.documents.actions.check_again import CheckAgain
from jixiao.web.documents.actions.upload_document import UploadDocument
from jixiao.web.documents.models import Found, Version
from jixiao.web.documents.models import State as Checked
from jixiao.web.documents.storage import store
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.filings.storing import store as store_facts
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role
from jixiao.web.reports.actions.ask_copy import AskCopy
from jixiao.web.reports.actions.ask_listing import AskListing
from jixiao.web.reports.actions.ask_paper import AskPaper
from jixiao.web.reports.actions.write_again import WriteAgain
from jixiao.web.reports.models import Copy, Listing, Paper, State

__all__ = ["kept"]  # the fixture of the logs
EXAMPLE = ROOT / "examples" / "430406-yanfeng-2023"
pytestmark = pytest.mark.django_db(transaction=True)
BROKEN: dict[str, Any] = {"evidence": TYPED}
"""Facts of a shape that nothing writes: reading them fails, and what is raised may quote them."""


@pytest.fixture
def year(county: County) -> DepartmentYear:
    """A department's year of which reports can be written."""
    return store_facts(read(EXAMPLE), county.department)


def officer(county: County) -> User:
    return county.people[str(Role.PERFORMANCE_OFFICER)]


def damage(year: DepartmentYear) -> None:
    DepartmentYear.objects.filter(pk=year.pk).update(facts=BROKEN)


def mend(year: DepartmentYear) -> None:
    DepartmentYear.objects.filter(pk=year.pk).update(facts=year.facts)


def last_status() -> str:
    newest = DBTaskResult.objects.order_by("-enqueued_at").first()
    assert newest is not None
    assert TYPED not in newest.traceback
    return newest.status


def test_what_is_logged_and_raised(kept: Kept) -> None:
    told: list[Defect] = []

    def fail() -> None:
        raise ValueError(TYPED)

    with pytest.raises(Failed) as raised, net("the work", 7, told.append):
        fail()
    (defect,) = told
    assert str(raised.value) == defect.number
    assert raised.value.__suppress_context__
    (line,) = [one for one in kept.told if one["logger"] == "jixiao.web.background.net"]
    assert line["message"] == f"the work of row 7 failed, number {defect.number}"
    assert line["error"] == "ValueError"
    assert line["trace"][-1].endswith(" fail")
    assert TYPED not in "".join(kept.lines)
    assert all(defect.number in words and TYPED not in words for words in defect.words)


def test_the_list_of_reports(county: County, year: DepartmentYear, kept: Kept) -> None:
    client = signed_in(officer(county))
    carry_out(AskListing(year), officer(county))
    drain()
    assert Listing.objects.get().told["offers"]
    damage(year)
    carry_out(AskListing(year), officer(county))
    drain()
    listing = Listing.objects.get()
    assert (listing.state, last_status()) == (State.FAILED, TaskResultStatus.FAILED)
    assert "offers" not in listing.told
    assert TYPED not in "".join(kept.lines)
    page = client.get(f"/reports/{year.pk}/listing/").content.decode()
    assert listing.told["defect"] in page
    assert "重试" in page
    mend(year)
    client.post(f"/reports/{year.pk}/listing/")
    drain()
    assert Listing.objects.get().state == State.READY


def test_a_report_and_its_file(county: County, year: DepartmentYear) -> None:
    client = signed_in(officer(county))
    carry_out(AskListing(year), officer(county))
    drain()
    paper = carry_out(AskPaper(year, Listing.objects.get().told["offers"][0]["kind"]), officer(county))
    drain()
    carry_out(AskCopy(paper, "html"), officer(county))
    drain()
    assert Copy.objects.get(paper=paper).size
    with pytest.raises(Refused):
        carry_out(WriteAgain(paper), officer(county))
    damage(year)
    carry_out(AskPaper(year, paper.kind), officer(county))
    carry_out(AskCopy(paper, "html"), officer(county))
    drain()
    paper.refresh_from_db()
    assert (paper.state, last_status()) == (State.FAILED, TaskResultStatus.FAILED)
    assert (bytes(paper.page), paper.digest, paper.told.keys()) == (b"", "", {"faults", "defect"})
    copy = Copy.objects.get(paper=paper)
    assert (copy.state, copy.size, bytes(copy.data)) == (State.FAILED, 0, b"")
    page = client.get(f"/reports/papers/{paper.pk}/").content.decode()
    assert paper.told["defect"] in page
    assert "自查通过" not in page
    mend(year)
    client.post(f"/reports/papers/{paper.pk}/again/")
    drain()
    paper.refresh_from_db()
    assert paper.state == State.READY
    assert paper.page


def test_a_frozen_report_is_written_again(county: County, year: DepartmentYear) -> None:
    frozen = Paper.objects.create(
        year=year, kind="self_evaluation", frozen_at="2024-05-01T00:00Z", facts=b"no zlib", digest="d" * 64,
        told={"waivers": []}, state=State.FAILED,
    )  # fmt: skip
    signed_in(officer(county)).post(f"/reports/papers/{frozen.pk}/again/")
    drain()
    frozen.refresh_from_db()
    assert (frozen.state, frozen.digest, frozen.told["waivers"]) == (State.FAILED, "d" * 64, [])
    assert frozen.told["defect"]


def test_the_score_of_a_form(county: County, year: DepartmentYear, kept: Kept) -> None:
    cycle = Cycle.objects.create(
        jurisdiction=county.other_department, fiscal_year=2023, title="Year", state=CycleState.OPEN
    )
    day = date(2024, 4, 30)
    stage = Stage.objects.create(
        cycle=cycle, kind=StageKind.SELF_EVALUATION, subject=SubjectKind.DEPARTMENT, name="Whole",
        opens=day, deadline=day,
    )  # fmt: skip
    task = Task.objects.create(stage=stage, organisation=county.department, deadline=day)
    FormScore.objects.create(
        task=task, organisation=county.department, fiscal_year=2023, percent=95, grade="优", indicators=3
    )
    damage(year)
    score_form.enqueue(task.pk)
    drain()
    assert last_status() == TaskResultStatus.FAILED
    score = FormScore.objects.get(task=task)
    assert (score.percent, score.grade, score.indicators) == (None, "", 0)
    assert TYPED not in "".join(kept.lines)
    client = signed_in(officer(county))
    page = client.get("/dashboards/?year=2023").content.decode()
    assert score.defect in page
    assert "未定等级" not in page
    mend(year)
    answer = client.post("/dashboards/again/?year=2023", follow=True).content.decode()
    assert "已排队重新计算 1 份" in answer
    drain()
    assert FormScore.objects.get(task=task).defect == ""
    assert score.defect not in client.get("/dashboards/?year=2023").content.decode()


def test_the_score_table_of_an_appraisal(county: County, year: DepartmentYear) -> None:
    Appraisal.objects.all().delete()  # the samples of the county
    made = Appraisal.objects.create(
        jurisdiction=county.top, fiscal_year=2023, table={"rows": [{"code": "x", "score": "95"}]}
    )
    damage(year)
    carry_out(AskTable(made), officer(county))
    drain()
    made.refresh_from_db()
    assert made.table.keys() == {"faults"}
    page = signed_in(officer(county)).get(f"/appraisal/{made.pk}/scores/").content.decode()
    assert made.table["faults"][0][0] in page
    assert "every 1s" not in page
    mend(year)
    carry_out(AskTable(made), officer(county))
    drain()
    made.refresh_from_db()
    assert "faults" not in made.table


@pytest.mark.usefixtures("_own_folder")
def test_the_check_of_a_document(settings: Any) -> None:
    place = Place()
    carry_out(UploadDocument(place.clinic, "a.txt", store([WRONG.encode()]), declared=True), place.clerk)
    drain()
    version = Version.objects.get()
    assert version.errors
    folder, settings.MEDIA_ROOT = settings.MEDIA_ROOT, None
    carry_out(CheckAgain(version), place.clerk)
    drain()
    version.refresh_from_db()
    assert (version.state, version.error_code, version.errors) == (Checked.UNREADABLE, "program_fault", 0)
    assert last_status() == TaskResultStatus.FAILED
    assert not Found.objects.filter(version=version).exists()
    page = (
        signed_in(place.clerk)
        .get(reverse("documents:version", args=[version.document_id, 1]))
        .content.decode()
    )
    assert version.error in page
    assert "重新检查" in page
    settings.MEDIA_ROOT = folder
    carry_out(CheckAgain(version), place.clerk)
    drain()
    version.refresh_from_db()
    assert (version.state, version.error) == (Checked.CHECKED, "")
