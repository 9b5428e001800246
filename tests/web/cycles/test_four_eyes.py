"""Whoever handed a form in approves it at no node; the page that approves many forms tells it beforehand."""

import pytest
from tests.web.cycles.years import NODES, Year, year
from tests.web.support import County, account, signed_in

from jixiao.web.actions import Refused, carry_out
from jixiao.web.cycles.actions.approve_task import ApproveTask
from jixiao.web.cycles.actions.return_task import ReturnTask
from jixiao.web.cycles.actions.submit_task import SubmitTask
from jixiao.web.cycles.foretelling import candidates
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.people.models import Membership, User
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
APPROVE = "/cycles/tasks/approve/"


@pytest.fixture
def now(county: County) -> Year:
    return year(county)


@pytest.fixture
def both(now: Year) -> User:
    """An account that fills in the unit's forms and holds every role that reviews."""
    user = account("both", Role.UNIT_CLERK, now.county.unit)
    for role in NODES:
        Membership.objects.create(user=user, organisation=now.county.place_of(str(role)), role=role)
    return user


@pytest.mark.parametrize("node", range(len(NODES)))
def test_at_no_node(now: Year, both: User, node: int) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), both)
    for role in NODES[:node]:
        carry_out(ApproveTask(now.now()), now.person(role))
    with pytest.raises(Refused, match="您本人报送"):
        carry_out(ApproveTask(now.now()), both)
    assert (now.now().state, now.now().node) == (TaskState.PENDING, node)
    carry_out(ApproveTask(now.now()), now.person(NODES[node]))


def test_what_another_handed_in_may_be_approved(now: Year, both: User) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    carry_out(ApproveTask(now.now()), both)
    assert now.now().node == 1


def test_it_is_the_last_hand_that_counts(now: Year, both: User) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), both)
    carry_out(ReturnTask(now.now(), "Which year?"), both)  # giving one's own form back harms nobody
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    carry_out(ApproveTask(now.now()), both)
    assert now.now().node == 1


def test_the_page_tells_it_beforehand_to_this_person_alone(now: Year, both: User) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), both)
    task = Task.objects.select_related("stage__cycle", "organisation", "project").get(pk=now.task.pk)
    (own,) = candidates([task], both)
    assert not own.may_pass
    assert "您本人报送" in own.reasons[0]
    (others,) = candidates([task], now.person(NODES[0]))
    assert others.may_pass
    words = signed_in(both).get(APPROVE).content.decode()
    assert "您本人报送" in words
    answer = signed_in(both).post(APPROVE, {"task": [task.pk], f"revision-{task.pk}": task.revision})
    assert answer.status_code == 422
    assert now.now().node == 0


def test_the_page_of_the_form_offers_no_approval_to_this_person_and_tells_why(now: Year, both: User) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), both)
    address = f"/cycles/tasks/{now.task.pk}/"
    own = signed_in(both).get(address).content.decode()
    button = own.split("/approve/")[1].split(">")[0]
    assert "disabled" in button
    assert "您本人报送" in own
    assert f"{address}return/" in own  # giving it back is still offered
    others = signed_in(now.person(NODES[0])).get(address).content.decode()
    assert "disabled" not in others.split("/approve/")[1].split(">")[0]
    assert "您本人报送" not in others
