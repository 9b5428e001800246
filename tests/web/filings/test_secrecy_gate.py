"""No form becomes final while a file of it waits for its secrecy review, or was refused."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.cycles.years import Year, year
from tests.web.support import County, account, signed_in

from jixiao.web.actions import Refused, carry_out
from jixiao.web.cycles.actions.approve_task import ApproveTask
from jixiao.web.cycles.actions.submit_task import SubmitTask
from jixiao.web.cycles.foretelling import candidates
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.filings.actions.review_evidence import ReviewEvidence
from jixiao.web.filings.evidence import Evidence, SecrecyState
from jixiao.web.filings.secrecy_gate import open_files
from jixiao.web.people.models import Membership
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
NODES = (Role.UNIT_REVIEWER, Role.DEPARTMENT_LEAD)


@pytest.fixture
def now(county: County) -> Year:
    return year(county, nodes=NODES)


def file(now: Year, name: str = "list.pdf", **more: object) -> Evidence:
    return Evidence.objects.create(task=now.task, name=name, sha256="0" * 64, size=1, by=now.clerk, **more)


def test_the_last_approval_waits_for_the_review(now: Year) -> None:
    one = file(now)
    file(now, "taken away.pdf", deleted=True)
    file(now, "sound.pdf", secrecy=SecrecyState.PASSED)
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    carry_out(ApproveTask(now.now()), now.person(NODES[0]))  # not yet the last
    with pytest.raises(Refused) as refused:
        carry_out(ApproveTask(now.now()), now.person(NODES[1]))
    (words,) = refused.value.messages
    assert "有 1 个文件还没有保密审查，不能终审：list.pdf。" in words
    assert "单位审核人、部门负责人、财政业务股室、财政绩效股室" in words
    assert now.now().state == TaskState.PENDING
    carry_out(ReviewEvidence(one, passed=True), now.person(NODES[1]))
    carry_out(ApproveTask(now.now()), now.person(NODES[1]))
    assert now.now().state == TaskState.FINAL


def test_a_file_refused_after_the_form_was_handed_in(now: Year) -> None:
    one = file(now)
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    carry_out(ApproveTask(now.now()), now.person(NODES[0]))
    carry_out(ReviewEvidence(one, passed=False), now.person(NODES[0]))
    with pytest.raises(Refused, match="未通过保密审查，不能终审：list"):
        carry_out(ApproveTask(now.now()), now.person(NODES[1]))


def test_without_reviewers_the_clerk_is_told(county: County) -> None:
    now = year(county, nodes=())
    file(now)
    with pytest.raises(Refused, match="还没有保密审查"):
        carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    assert now.now().state == TaskState.DRAFT
    assert not now.now().versions.exists()


def test_the_page_that_approves_many_tells_it_before_the_last_approval(now: Year) -> None:
    file(now)
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    for role, told in zip(NODES, (False, True), strict=True):
        words = signed_in(now.person(role)).get("/cycles/tasks/approve/").content.decode()
        assert ("还没有保密审查" in words) == told
        task = Task.objects.select_related("stage__cycle").get(pk=now.task.pk)
        assert candidates([task], now.person(role))[0].may_pass != told
        if not told:
            carry_out(ApproveTask(now.now()), now.person(role))


def test_many_files_of_many_forms_are_one_query_and_a_short_sentence(now: Year) -> None:
    for number in range(7):
        file(now, f"{number}.pdf")
    file(now, "bad.pdf", secrecy=SecrecyState.REFUSED)
    with CaptureQueriesContext(connection) as queries:
        said = open_files(Task.objects.filter(pk=now.task.pk).only("pk"))
    assert len(queries) == 2  # the forms themselves, and their files
    waiting, refused = said[now.task.pk]
    assert "有 7 个文件" in waiting
    assert "0.pdf、1.pdf、2.pdf、3.pdf、4.pdf 等" in waiting
    assert "bad.pdf" in refused


def test_nobody_reviews_a_file_of_their_own(now: Year) -> None:
    both = account("both", Role.UNIT_CLERK, now.county.unit)
    Membership.objects.create(user=both, organisation=now.county.unit, role=Role.UNIT_REVIEWER)
    one = file(now)
    Evidence.objects.filter(pk=one.pk).update(by=both)
    address = f"/filings/tasks/{now.task.pk}/evidence/{one.pk}/review/"
    words = signed_in(both).post(address, {"passed": "1"}, follow=True).content.decode()
    assert "是您本人上传的" in words
    assert Evidence.objects.get(pk=one.pk).secrecy == SecrecyState.PENDING
    carry_out(ReviewEvidence(one, passed=True), now.person(Role.UNIT_REVIEWER))
    assert Evidence.objects.get(pk=one.pk).secrecy == SecrecyState.PASSED
