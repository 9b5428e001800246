"""Tables that leave the site: the same rows as on the page, all of them, and of a sealed document nothing that was found."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal

import pytest
from django.test import Client
from openpyxl import load_workbook
from tests.web.filings.support import clerk, form, indicators
from tests.web.support import ELSEWHERE, HERE, County, signed_in
from tests.web.support import county as make_county

from jixiao.web.audit import views as audit_views
from jixiao.web.audit.models import Event
from jixiao.web.audit.writing import record
from jixiao.web.documents.models import Document, Secrecy
from jixiao.web.exporting import exported
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db


def rows(client: Client, address: str) -> list[list[str]]:
    """The rows of the file without their head."""
    answer = client.get(address)
    assert answer["Content-Type"].startswith("text/csv"), answer.status_code
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))[1:]


def test_documents_with_what_was_found_but_not_of_a_sealed_one(county: County) -> None:
    make_county("Shi", ELSEWHERE)
    officer = signed_in(county.people[Role.PERFORMANCE_OFFICER])
    own = Document.objects.get(pk=HERE)
    (row,) = rows(officer, "/documents/?format=csv")
    assert (row[0], row[2]) == (own.title, "Yan school")
    assert row[5:8] != ["", "", ""]
    Document.objects.filter(pk=HERE).update(secrecy=Secrecy.SEALED)
    (row,) = rows(officer, "/documents/?format=csv")
    assert row[4:8] == ["", "", "", ""]
    assert officer.get("/documents/?format=xlsx").content.startswith(b"PK")


def test_progress_of_every_form_of_the_stage(county: County) -> None:
    task = form(county)
    indicators(task)
    found = rows(clerk(county), f"/filings/progress/?stage={task.stage_id}&format=csv")
    assert [row[:2] for row in found] == [["School meals", "Yan school"]]
    assert 0 < int(found[0][2]) < 100


def test_the_log_with_its_seals_or_a_sentence_where_there_is_too_much(
    county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(county.people[Role.UNIT_CLERK], "tests.write", place=county.unit, details={"long": "x" * 40_000})
    administrator = signed_in(county.people[Role.AUDIT_ADMINISTRATOR])
    (row,) = rows(administrator, "/audit/?verb=tests.write&format=csv")
    event = Event.objects.get(verb="tests.write")
    assert (row[0], row[7], row[9]) == (str(event.number), event.details, event.hash)
    monkeypatch.setattr(audit_views, "MOST", 0)
    answer = administrator.get("/audit/?format=csv")
    assert "请用日期缩小范围" in answer.content.decode()


@pytest.mark.parametrize("role", [Role.UNIT_CLERK, Role.SYSTEM_ADMINISTRATOR])
def test_nobody_else_takes_the_log_away(county: County, role: str) -> None:
    assert signed_in(county.people[role]).get("/audit/?format=csv").status_code == 403


def test_a_workbook_opens_with_its_dates_and_names_in_sight() -> None:
    name = "巴中市巴州区人民政府办公室"
    answer = exported(
        "xlsx", "表单：2023/1", ["部门", "截止日期", "得分"], [[name, date(2026, 11, 20), Decimal("91.7")]]
    )
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    assert sheet.title == "表单：20231"
    widths = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert widths[0] > 2 * len(name), "each Chinese character takes the room of two letters"
    assert widths[1] > len("2026-11-20"), "a date in a narrower column shows as ####"
    assert sheet["A1"].font.bold
    assert [one.value for one in sheet[2]] == [name, datetime(2026, 11, 20), 91.7]  # noqa: DTZ001  # as a sheet has it
