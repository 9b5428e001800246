"""The printed form of each stage."""

import io
from urllib.parse import unquote

import pytest
from docx import Document
from tests.support import ROOT
from tests.web.cycles.years import year
from tests.web.filings.support import clerk, form
from tests.web.filings.test_reviewing import good
from tests.web.support import ELSEWHERE, County, signed_in

from jixiao.dossiers.discovery import read
from jixiao.web.cycles.models import StageKind, Task, TaskState
from jixiao.web.filings.models import MonitoringPeriod, Project
from jixiao.web.filings.printing import office
from jixiao.web.people.roles import Role


@pytest.mark.parametrize("kind", [StageKind.TARGETS, StageKind.MONITORING, StageKind.SELF_EVALUATION])
def test_the_form_of_the_stage_as_a_word_file(county: County, kind: str) -> None:
    task = form(county, kind, **({"through_month": 6} if kind == StageKind.MONITORING else {}))
    good(task)
    MonitoringPeriod.objects.create(project=task.project, through_month=6, outturn=500_000)
    answer = clerk(county).get(f"/filings/tasks/{task.pk}/printed/docx/")
    assert answer.status_code == 200, answer.headers
    assert answer["Content-Disposition"].startswith("attachment")
    assert unquote(answer["Content-Disposition"]).endswith(f"{task}.docx"), "a name by which people know it"
    cells = [
        cell.text
        for table in Document(io.BytesIO(answer.content)).tables
        for row in table.rows
        for cell in row.cells
    ]
    assert any("School meals" in text for text in cells)
    assert any("Meals 1" in text for text in cells)


def test_as_a_page(county: County) -> None:
    task = form(county)
    good(task)
    answer = clerk(county).get(f"/filings/tasks/{task.pk}/printed/html/")
    assert answer.status_code == 200
    assert "School meals" in answer.content.decode()


def test_no_other_format_and_no_form_of_others(county: County) -> None:
    task = form(county)
    assert clerk(county).get(f"/filings/tasks/{task.pk}/printed/exe/").status_code == 404
    assert clerk(county).get(f"/filings/tasks/{ELSEWHERE}/printed/docx/").status_code == 404


def words_of(data: bytes) -> tuple[list[str], bool]:
    """The paragraphs of a Word file, and whether it has the watermark of a draft."""
    document = Document(io.BytesIO(data))
    mark = any("草稿" in section.header._element.xml for section in document.sections)
    return [one.text for one in document.paragraphs], mark


def test_a_draft_says_what_is_missing_and_its_reviewer_is_told_before(county: County) -> None:
    now = year(county, nodes=(Role.UNIT_REVIEWER,))
    Project.objects.filter(pk=now.project.pk).update(annual_goal="")
    paragraphs, draft = words_of(
        signed_in(now.clerk).get(f"/filings/tasks/{now.task.pk}/printed/docx/").content
    )
    assert draft
    assert paragraphs[1].startswith("草稿，不能签字盖章")
    assert paragraphs[2].startswith("1. 没有填写：")
    assert "绩效目标" in paragraphs[2]
    Task.objects.filter(pk=now.task.pk).update(state=TaskState.PENDING)
    reviewer = signed_in(now.person(Role.UNIT_REVIEWER))
    page = reviewer.get(f"/cycles/tasks/{now.task.pk}/").content.decode()
    assert "打印出来的表带“草稿”水印" in page
    assert paragraphs[2].removeprefix("1. ") in page
    assert "水印" not in signed_in(now.clerk).get(f"/cycles/tasks/{now.task.pk}/").content.decode()
    many = reviewer.get("/cycles/tasks/approve/").content.decode()
    assert "没有填写：年度绩效目标、" in many
    assert "终审后打印出来可能仍是草稿" in many


def test_a_complete_form_is_no_draft() -> None:
    """Of an example whose self-evaluation lacks nothing: the form of the site is written by the same call."""
    dossier = read(ROOT / "examples" / "511902-bazhou-2023-corrected")
    code = next(one.code for one in dossier.projects if one.code == "dianlu-zulin")
    report = office().printed(dossier, "project_self_evaluation", "docx", project=code)
    assert (report.faults, report.draft) == ((), False)
    assert words_of(report.data)[1] is False


def test_a_monitoring_form_prints_its_own_month(county: County) -> None:
    task = form(county, StageKind.MONITORING, through_month=6)
    good(task)
    page = f"/filings/tasks/{task.pk}/printed/docx/"
    told = clerk(county).get(page, follow=True).content.decode()
    assert "还没有填截至 6 月的数" in told
    MonitoringPeriod.objects.create(project=task.project, through_month=6, outturn=500_000)
    MonitoringPeriod.objects.create(project=task.project, through_month=9, outturn=900_000)
    paragraphs, _draft = words_of(clerk(county).get(page).content)
    assert any("1—6月" in one for one in paragraphs)
    assert not any("1—9月" in one for one in paragraphs)
