"""Bodies and reports by the API, and the files of reports."""

import hashlib

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.api.support import Program, errors, program
from tests.web.support import HERE, County

from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.roles import Role
from jixiao.web.reports.models import Copy, Paper, State

pytestmark = pytest.mark.django_db


def of(county: County, role: str = Role.UNIT_CLERK) -> Program:
    return program(county.people[str(role)])


def written(data: bytes) -> Copy:
    copy = Copy.objects.get(pk=HERE)
    copy.data, copy.size, copy.sha256 = data, len(data), hashlib.sha256(data).hexdigest()
    copy.save()
    return copy


def queries(asking: Program, path: str) -> int:
    asking.get(path)
    with CaptureQueriesContext(connection) as found:
        asking.get(path)
    return len(found)


def test_a_file_is_what_was_written(county: County) -> None:
    copy = written(b"report")
    asking = of(county)
    (told,) = asking.get("reports")["results"]
    assert told["files"] == [{"format": "docx", "size": 6, "sha256": copy.sha256, "draft": True}]
    answer = asking.ask("GET", f"reports/{told['id']}/files/docx")
    assert b"".join(answer.streaming_content) == b"report"
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_file_that_is_not_there_or_was_changed(county: County) -> None:
    asking = of(county)
    written(b"report")
    assert asking.ask("GET", f"reports/{HERE}/files/pdf").status_code == 404
    assert asking.ask("GET", f"reports/{HERE}/files/exe").status_code == 422
    Copy.objects.filter(pk=HERE).update(data=b"other")
    answer = asking.ask("GET", f"reports/{HERE}/files/docx")
    assert (answer.status_code, errors(answer)[0]["code"]) == (422, "refused")


def test_filters_of_reports(county: County) -> None:
    asking = of(county)
    for query, count in (
        ("year=2023", 1),
        ("year=2022", 0),
        (f"body={county.unit.pk}", 1),
        (f"body={county.other_unit.pk}", 0),
        ("frozen=true", 0),
        ("frozen=false", 1),
    ):
        assert asking.get(f"reports?{query}")["count"] == count, query
    Paper.objects.filter(pk=HERE).update(frozen_at=timezone.now())
    assert asking.get("reports?frozen=true")["count"] == 1


def test_lists_cost_as_many_queries_however_long(county: County) -> None:
    officer = of(county, Role.PERFORMANCE_OFFICER)
    paths = ("reports", "bodies", "documents")
    few = [queries(officer, path) for path in paths]
    for number in range(5):
        Organisation.objects.create(
            kind=Kind.DEPARTMENT, code=f"more-{number}", name=f"More {number}", parent=county.top
        )
        paper = Paper.objects.create(year_id=HERE, kind=f"kind-{number}", state=State.READY)
        Copy.objects.create(paper=paper, format="docx", state=State.READY)
    assert [queries(officer, path) for path in paths] == few
    assert max(few) <= 20


def test_bodies_are_those_below_the_roles(county: County) -> None:
    assert [one["id"] for one in of(county).get("bodies")["results"]] == [county.unit.pk]
    officer = of(county, Role.PERFORMANCE_OFFICER)
    assert officer.get("bodies")["count"] == Organisation.objects.count()
    under = officer.get(f"bodies?under={county.department.pk}")["results"]
    assert {one["id"] for one in under} == {county.department.pk, county.unit.pk}
    assert [one["parent"] for one in under if one["kind"] == "unit"] == [county.department.pk]
    assert officer.get("bodies?q=hospital")["count"] == 1
