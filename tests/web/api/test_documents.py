"""Documents by the API: handed in, checked, read as the command line tells them."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.api.support import Program, errors, program
from tests.web.support import HERE, County

from jixiao.core.report import Report
from jixiao.pipeline import check_bytes
from jixiao.renderers.json import to_line
from jixiao.web.audit.models import Event
from jixiao.web.documents.models import Document, Secrecy
from jixiao.web.documents.storing import keep
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
TEXT = "2023年度自评报告\n项目预算100万元，支出80万元，执行率90%。\n"


def of(county: County, role: str = Role.UNIT_CLERK) -> Program:
    return program(county.people[str(role)])


def sent(county: County, **more: object) -> dict[str, object]:
    file = SimpleUploadedFile("自评报告.txt", TEXT.encode())
    return {"body": county.unit.pk, "declared": "true", "file": file, **more}


def checked(document: Document) -> Report:
    """As the worker does, but here."""
    report = check_bytes(TEXT.encode(), "自评报告.txt")
    keep(document.latest, report)
    return report


def test_a_file_is_handed_in_and_its_findings_are_those_of_the_command_line(county: County) -> None:
    asking = of(county)
    answer = asking.send("documents", sent(county))
    assert answer.status_code == 201, answer.content.decode()
    told = answer.json()
    assert (told["version"]["state"], told["report"], told["title"]) == ("queued", None, "自评报告")
    report = checked(Document.objects.get(pk=told["id"]))
    assert report.findings
    told = asking.get(f"documents/{told['id']}")
    assert told["report"] == json.loads(to_line(report))
    assert told["version"]["errors"] == report.count("error")
    event = Event.objects.get(verb="documents.upload")
    assert '"token"' in event.details


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"declared": "false"}, 422),
        ({"file": SimpleUploadedFile("a.txt", b"")}, 422),
        ({"body": "x"}, 422),
        ({"body": 777_777}, 422),
        ({"file": ""}, 422),
    ],
)
def test_what_is_not_taken(county: County, more: dict[str, object], status: int) -> None:
    before = Document.objects.count()
    answer = of(county).send("documents", sent(county, **more))
    assert answer.status_code == status
    assert errors(answer)
    assert Document.objects.count() == before


def test_nobody_hands_in_for_another_body(county: County) -> None:
    answer = of(county).send("documents", sent(county, body=county.other_unit.pk))
    assert answer.status_code == 422
    assert of(county, Role.SYSTEM_ADMINISTRATOR).send("documents", sent(county)).status_code == 403


def test_of_a_sealed_one_nothing_is_told(county: County) -> None:
    Document.objects.filter(pk=HERE).update(secrecy=Secrecy.SEALED)
    told = of(county).get(f"documents/{HERE}")
    assert (told["secrecy"], told["version"], told["report"]) == ("sealed", None, None)
    (listed,) = of(county).get("documents")["results"]
    assert listed["version"] is None


def test_filters(county: County) -> None:
    asking = of(county)
    for query, count in (
        ("", 1),
        ("?year=2023", 1),
        ("?year=2022", 0),
        (f"?body={county.department.pk}", 1),
        (f"?body={county.other_unit.pk}", 0),
        ("?q=Report", 1),
        ("?q=nothing", 0),
    ):
        assert asking.get(f"documents{query}")["count"] == count, query
