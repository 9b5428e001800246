"""The printed form of each stage."""

import io
from urllib.parse import unquote

import pytest
from docx import Document
from tests.web.filings.support import clerk, form
from tests.web.filings.test_reviewing import good
from tests.web.support import ELSEWHERE, County

from jixiao.web.cycles.models import StageKind
from jixiao.web.filings.models import MonitoringPeriod


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
