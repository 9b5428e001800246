"""Files that the rulebook asks for: at their cell, before the form is handed in, until each is there."""

from pathlib import Path

import pytest
from tests.web.filings.support import YEAR, clerk, form, shown
from tests.web.filings.test_evidence import sent
from tests.web.filings.test_reviewing import good, reviewed
from tests.web.support import County

from jixiao.web.actions import Refused, carry_out
from jixiao.web.cycles.actions.submit_task import SubmitTask
from jixiao.web.cycles.models import StageKind, Task, TaskState
from jixiao.web.cycles.moving import snapshot
from jixiao.web.filings.evidence import Evidence, EvidenceKind, SecrecyState
from jixiao.web.filings.mapping import dossier_of
from jixiao.web.filings.models import Indicator, IndicatorProgress, MonitoringPeriod
from jixiao.web.filings.proving import FILES
from jixiao.web.filings.reviewing import Told
from jixiao.web.filings.subjects import year_of
from jixiao.web.people.roles import Role

PLACE = "990101-yan"


@pytest.fixture
def yan(county: County, monkeypatch: pytest.MonkeyPatch) -> County:
    """The county with a rulebook that asks for files."""
    monkeypatch.setenv("JIXIAO_RULEBOOKS", str(Path(__file__).parent / "rulebooks"))
    county.department.rulebook = PLACE
    county.department.save()
    return county


def lacking(task: Task) -> list[Told]:
    return [one for one in reviewed(task).told if one.column == "evidence" or one.table == FILES]


def give(county: County, task: Task, place: str, name: str = "a.pdf") -> Evidence:
    assert sent(county, task, name, place=place).status_code == 302
    found = Evidence.objects.filter(task=task).order_by("pk").last()
    assert found is not None
    return found


def test_what_is_lacking_is_told_at_its_cell_and_stops_the_form(yan: County) -> None:
    task = form(yan)
    *_, survey = good(task)
    found = {(one.table, one.row, one.column): one for one in lacking(task)}
    assert found.keys() == {("indicators", survey.pk, "evidence"), (FILES, 0, "")}
    assert all(one.severity == "error" for one in lacking(task))
    assert "survey" in found["indicators", survey.pk, "evidence"].words
    with pytest.raises(Refused, match="survey"):
        carry_out(SubmitTask(task, confirmed=True), yan.people[Role.UNIT_CLERK])


def test_each_file_meets_what_it_was_given_for_and_then_the_form_goes(yan: County) -> None:
    task = form(yan)
    output, _, survey = good(task)
    give(yan, task, f"proof:{survey.pk}")  # some other file of the same line
    give(yan, task, f"proof:{output.pk}:survey")  # of another line
    give(yan, task, "proof")  # some other file of the form
    assert len(lacking(task)) == 3
    give(yan, task, f"proof:{survey.pk}:survey")
    give(yan, task, "proof::approval")
    assert [one.words for one in lacking(task)] == ["没有上传必需的材料：sealed form"]
    give(yan, task, "sealed")
    assert not lacking(task)
    carry_out(SubmitTask(task, confirmed=True), yan.people[Role.UNIT_CLERK])
    assert Task.objects.get(pk=task.pk).state == TaskState.PENDING


@pytest.mark.parametrize("how", ["refused", "taken away"])
def test_a_file_that_does_not_stand_meets_nothing(yan: County, how: str) -> None:
    task = form(yan)
    *_, survey = good(task)
    file = give(yan, task, f"proof:{survey.pk}:survey")
    if how == "refused":
        file.secrecy = SecrecyState.REFUSED
    else:
        file.deleted = True
    file.save()
    (told,) = [one for one in lacking(task) if one.row == survey.pk]
    assert ("未通过" in told.words) == (how == "refused")


def test_a_line_that_does_not_apply_needs_no_file(yan: County) -> None:
    task = form(yan)
    *_, survey = good(task)
    survey.more = {"applicable": False, "reason": "no pupils"}
    survey.save()
    assert {one.table for one in lacking(task)} == {FILES}


def test_a_scan_of_what_the_form_said_before_is_doubted(yan: County) -> None:
    task = form(yan)
    first, *_ = good(task)
    give(yan, task, "sealed")
    assert not [one for one in lacking(task) if one.severity == "warning"]
    give(yan, task, "proof::approval")  # another file changes nothing of what was printed
    assert not [one for one in lacking(task) if one.severity == "warning"]
    first.actual = "99"
    first.reason = "rain"
    first.save()
    (doubt,) = [one for one in lacking(task) if one.severity == "warning"]
    assert "重新打印" in doubt.words
    give(yan, task, "sealed")
    assert not [one for one in lacking(task) if one.severity == "warning"]


def test_the_grid_and_the_page_say_what_is_there(yan: County) -> None:
    task = form(yan)
    output, _, survey = good(task)
    give(yan, task, f"proof:{output.pk}:photo")
    answer = shown(clerk(yan), task)
    cells = {row["id"]: row["evidence"] for row in answer["tables"]["indicators"]["rows"]}
    assert cells[survey.pk] == "缺：survey"
    assert cells[output.pk] == "1 个文件"
    page = clerk(yan).get(f"{answer['files']}?indicator={survey.pk}").content.decode()
    assert f'value="proof:{survey.pk}:survey" selected' in page
    assert "缺 3 份" in clerk(yan).get(f"/cycles/tasks/{task.pk}/").content.decode()


def test_monitoring_asks_for_its_own_files(yan: County) -> None:
    task = form(yan, StageKind.MONITORING, through_month=6)
    output, *_ = good(task)
    period = MonitoringPeriod.objects.create(project=task.project, through_month=6, outturn=500_000)
    for one in Indicator.objects.filter(project=task.project):
        IndicatorProgress.objects.create(period=period, indicator=one, actual="50")
    (told,) = [one for one in reviewed(task).errors if "voucher" in one.words]
    assert (told.table, told.row) == ("progress", output.pk)
    give(yan, task, f"proof:{output.pk}:voucher")
    assert not [one for one in reviewed(task).errors if "voucher" in one.words]


def test_where_no_rulebook_asks_nothing_is_lacking(county: County) -> None:
    task = form(county)
    good(task)
    assert not lacking(task)


def test_uploaded_files_are_evidence_of_the_dossier(yan: County) -> None:
    task = form(yan)
    *_, survey = good(task)
    file = give(yan, task, f"proof:{survey.pk}:survey", "survey 2031.pdf")
    survey.more = {"evidence": [f"file-{file.pk}", "e1"]}  # as a workbook gives it back
    survey.save()
    year = year_of(yan.unit, YEAR)
    year.facts = {"evidence": [{"code": "e1", "title": "minutes"}]}
    year.save()
    dossier = dossier_of(year)
    line = next(one for one in dossier.projects[0].indicators if one.code == survey.code)
    assert line.evidence == (f"file-{file.pk}", "e1")
    assert [(one.code, one.title, one.file) for one in dossier.evidence] == [
        ("e1", "minutes", ""),
        (f"file-{file.pk}", "survey", "survey 2031.pdf"),
    ]
    assert file.kind == EvidenceKind.PROOF


def test_versions_name_the_files_that_came_between(yan: County) -> None:
    task = form(yan)
    *_, survey = good(task)
    lead = yan.people[Role.DEPARTMENT_LEAD]
    snapshot(task, lead, "submitted")
    give(yan, task, f"proof:{survey.pk}:survey", "survey 2031.pdf")
    snapshot(Task.objects.get(pk=task.pk), lead, "submitted")
    page = clerk(yan).get(f"/cycles/tasks/{task.pk}/versions/").content.decode()
    assert "survey 2031.pdf" in page
    assert "file-" not in page
