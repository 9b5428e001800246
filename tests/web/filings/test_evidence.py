"""Files of a form: declared, kept by hash, reviewed, given out as files."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from tests.web.filings.support import YEAR, clerk, form, hand_on, indicators
from tests.web.support import County, account, signed_in

from jixiao.web.cycles.models import Assignment, SubjectKind, Task, TaskState
from jixiao.web.filings.evidence import MOST, Evidence, SecrecyState
from jixiao.web.filings.models import Indicator
from jixiao.web.filings.subjects import year_of
from jixiao.web.people.models import Membership
from jixiao.web.people.roles import Role


def sent(
    county: County, task: Task, name: str = "proof.pdf", data: bytes = b"%PDF-1", **more: object
) -> HttpResponse:
    body = {"file": SimpleUploadedFile(name, data), "place": "proof", "unclassified": "1", **more}
    return clerk(county).post(f"/filings/tasks/{task.pk}/evidence/", body)


def test_a_proof_of_an_indicator_is_kept_and_given_out(county: County) -> None:
    task = form(county)
    (one,) = indicators(task, 1)
    assert sent(county, task, place=f"proof:{one.pk}").status_code == 302
    found = Evidence.objects.get(task=task)
    assert (found.indicator, found.secrecy, found.path.read_bytes()) == (one, SecrecyState.PENDING, b"%PDF-1")
    answer = clerk(county).get(f"/filings/tasks/{task.pk}/evidence/{found.pk}/")
    assert answer.content == b"%PDF-1"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"


def test_a_file_whose_content_is_away_is_told_so(county: County) -> None:
    task = form(county)
    sent(county, task)
    found = Evidence.objects.get(task=task)
    found.path.unlink()
    answer = clerk(county).get(f"/filings/tasks/{task.pk}/evidence/{found.pk}/")
    assert answer.status_code == 404
    assert "找不到这个文件的内容，请重新上传" in answer.content.decode()


@pytest.mark.parametrize(("more", "why"), [
    ({"unclassified": ""}, "涉密"), ({"name": "evil.html"}, "只能上传"), ({"data": b""}, "空的"),
    ({"data": bytes(MOST + 1)}, "超过 20 MB"),
    ({"place": "x"}, "只能上传"), ({"place": "proof:77777"}, "没有这个指标"),
])  # fmt: skip
def test_what_is_refused(county: County, more: dict[str, object], why: str) -> None:
    answer = sent(county, form(county), **more)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert Evidence.objects.count() == 1  # the sample


def test_a_reviewer_refuses_a_file_and_it_is_given_out_no_more(county: County) -> None:
    task = form(county)
    sent(county, task, place="sealed")
    found = Evidence.objects.get(task=task)
    address = f"/filings/tasks/{task.pk}/evidence/{found.pk}/"
    assert clerk(county).post(f"{address}review/", {"passed": "1"}).status_code == 403
    lead = signed_in(county.people[Role.DEPARTMENT_LEAD])
    lead.post(f"{address}review/", {"passed": "1"})
    assert Evidence.objects.get(task=task).secrecy == SecrecyState.PASSED
    lead.post(f"{address}review/", {"passed": "0"})
    assert lead.get(address).status_code == 404


def test_nobody_passes_what_they_uploaded_themselves(county: County) -> None:
    person = county.people[Role.UNIT_CLERK]
    Membership.objects.create(user=person, organisation=county.unit, role=Role.UNIT_REVIEWER)
    task = form(county)
    sent(county, task)
    found = Evidence.objects.get(task=task)
    address = f"/filings/tasks/{task.pk}/evidence/{found.pk}/review/"
    answer = clerk(county).post(address, {"passed": "1"}, follow=True)
    assert "上传和保密审查不能是同一个人" in answer.content.decode()
    assert Evidence.objects.get(pk=found.pk).secrecy == SecrecyState.PENDING
    clerk(county).post(address, {"passed": "0"})  # whoever sees a secret says so
    assert Evidence.objects.get(pk=found.pk).secrecy == SecrecyState.REFUSED


def test_a_final_form_takes_no_more_files(county: County) -> None:
    task = form(county)
    hand_on(task, TaskState.FINAL)
    assert sent(county, task).status_code == 422


def test_the_wrong_file_is_taken_away_again_but_not_once_handed_in(county: County) -> None:
    task = form(county)
    sent(county, task)
    found = Evidence.objects.get(task=task)
    address = f"/filings/tasks/{task.pk}/evidence/{found.pk}/remove/"
    hand_on(task, TaskState.PENDING)
    clerk(county).post(address)
    assert not Evidence.objects.get(pk=found.pk).deleted
    hand_on(task, TaskState.DRAFT)
    clerk(county).post(address)
    assert Evidence.objects.get(pk=found.pk).deleted
    assert clerk(county).get(f"/filings/tasks/{task.pk}/evidence/{found.pk}/").status_code == 404


def test_a_file_of_a_line_of_the_department_as_a_whole(county: County) -> None:
    task = form(county, subject=SubjectKind.DEPARTMENT)
    year = year_of(county.department, YEAR)
    year.save()
    one = Indicator.objects.create(department_year=year, code="d1", level1="x", name="Meals")
    lead = account("Yan-own-clerk", Role.UNIT_CLERK, county.department)
    body = {"file": SimpleUploadedFile("a.pdf", b"%PDF-1"), "place": f"proof:{one.pk}", "unclassified": "1"}
    assert signed_in(lead).post(f"/filings/tasks/{task.pk}/evidence/", body).status_code == 302
    assert Evidence.objects.get(task=task).indicator == one


def test_an_evaluator_sees_the_files_of_an_assigned_form_and_of_no_other(county: County) -> None:
    task, evaluator = form(county), county.people[Role.EVALUATOR]
    sent(county, task)
    found = Evidence.objects.get(task=task)
    address = f"/filings/tasks/{task.pk}/evidence/{found.pk}/"
    assert signed_in(evaluator).get(address).status_code == 404
    Assignment.objects.create(task=task, evaluator=evaluator, by=county.people[Role.PERFORMANCE_OFFICER])
    assert signed_in(evaluator).get(address).content == b"%PDF-1"
