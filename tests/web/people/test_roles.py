"""Roles: the three administrators are separated; business roles stand where they make sense."""

import itertools

import pytest
from django.core.exceptions import PermissionDenied
from tests.web.support import ELSEWHERE, County, account, signed_in
from tests.web.support import county as make_county

from jixiao.web.actions import Refused, carry_out
from jixiao.web.people.actions.give_role import GiveRole
from jixiao.web.people.actions.save_account import SaveAccount
from jixiao.web.people.actions.take_role import TakeRole
from jixiao.web.people.models import Membership, User
from jixiao.web.people.roles import ADMINISTRATORS, BUSINESS, Role, exclude

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("one", "other"), list(itertools.permutations(sorted(map(str, Role)), 2)))
def test_an_administrator_holds_nothing_else(one: str, other: str) -> None:
    assert exclude({one}, other) == bool({one, other} & ADMINISTRATORS)


def give(county: County, user: User, role: str) -> Membership:
    actor = county.people["security_administrator"]
    return carry_out(GiveRole(User.objects.get(pk=user.pk), county.place_of(role), role), actor)


@pytest.mark.parametrize("second", sorted(map(str, Role)))
@pytest.mark.parametrize("first", sorted(ADMINISTRATORS))
def test_a_second_role_beside_an_administrator_is_refused(county: County, first: str, second: str) -> None:
    user = account("new", "", county.top)
    give(county, user, first)
    if first == second:
        return
    with pytest.raises(Refused, match="三员"):
        give(county, user, second)


def test_business_roles_may_meet(county: County) -> None:
    user = account("new", "", county.unit)
    for role in sorted(BUSINESS):
        give(county, user, role)
    assert User.objects.get(pk=user.pk).roles() == set(BUSINESS)


@pytest.mark.parametrize(
    ("role", "place"),
    [
        ("unit_clerk", "bureau"), ("unit_clerk", "top"), ("department_lead", "bureau"),
        ("performance_officer", "department"), ("line_officer", "top"), ("system_administrator", "bureau"),
    ],
)  # fmt: skip
def test_a_role_at_a_place_without_sense_is_refused(county: County, role: str, place: str) -> None:
    user = account("new", "", county.unit)
    with pytest.raises(Refused):
        carry_out(GiveRole(user, getattr(county, place), role), county.people["security_administrator"])


@pytest.mark.parametrize("role", sorted(set(map(str, Role)) - {"security_administrator"}))
def test_nobody_else_gives_or_takes(county: County, role: str) -> None:
    user = account("new", "", county.unit)
    with pytest.raises(PermissionDenied):
        carry_out(GiveRole(user, county.unit, Role.UNIT_CLERK), county.people[role])
    held = county.people["unit_clerk"].memberships.get()
    with pytest.raises(PermissionDenied):
        carry_out(TakeRole(held), county.people[role])


def test_nobody_gives_to_himself_nor_elsewhere(county: County) -> None:
    actor = county.people["security_administrator"]
    other = make_county("Shi", ELSEWHERE)
    with pytest.raises(Refused):
        carry_out(GiveRole(actor, county.top, Role.SECURITY_ADMINISTRATOR), actor)
    with pytest.raises(Refused):
        carry_out(TakeRole(actor.memberships.get()), actor)
    with pytest.raises(PermissionDenied):
        carry_out(GiveRole(other.people[""], other.unit, Role.UNIT_CLERK), actor)
    with pytest.raises(Refused):
        carry_out(GiveRole(county.people[""], county.bureau, Role.LINE_OFFICER, (other.department,)), actor)


def test_a_role_taken_is_gone_at_once(county: County) -> None:
    clerk = county.people["unit_clerk"]
    client = signed_in(clerk)
    carry_out(TakeRole(clerk.memberships.get()), county.people["security_administrator"])
    assert not User.objects.get(pk=clerk.pk).roles()
    assert "还没有角色" in client.get("/").content.decode()


def test_the_security_administrator_gives_on_the_page(county: County) -> None:
    client = signed_in(county.people["security_administrator"])
    user = account("new", "", county.unit)
    form = {"organisation": county.unit.pk, "role": "unit_clerk", "until": ""}
    assert client.post(f"/people/{user.pk}/roles/", form).status_code == 302
    held = user.memberships.get()
    assert client.post(f"/people/{user.pk}/roles/{held.pk}/take/").status_code == 302
    assert not user.memberships.exists()
    form["organisation"] = county.bureau.pk
    answer = client.post(f"/people/{user.pk}/roles/", form)
    assert (answer.status_code, "这个角色只能设在部门或单位。" in answer.content.decode()) == (422, True)


def test_an_account_is_made_with_a_password_that_must_change(county: County) -> None:
    client = signed_in(county.people["system_administrator"])
    form = {
        "username": "newcomer", "full_name": "New", "organisation": county.unit.pk, "email": "", "is_active": "on",
        "password": "Correct-horse-8", "revision": 0,
    }  # fmt: skip
    assert client.post("/people/new/", {**form, "password": "short"}).status_code == 422
    assert client.post("/people/new/", {**form, "password": ""}).status_code == 422
    assert client.post("/people/new/", form).status_code == 302
    user = User.objects.get(username="newcomer")
    assert (user.must_change_password, user.check_password("Correct-horse-8")) == (True, True)


def test_the_second_of_two_who_edit_an_account_loses_nothing(county: County) -> None:
    client = signed_in(county.people["system_administrator"])
    user = county.people["unit_clerk"]
    form = {
        "username": user.username, "full_name": "First", "organisation": county.unit.pk, "email": "",
        "is_active": "on", "password": "", "revision": 0,
    }  # fmt: skip
    assert client.post(f"/people/{user.pk}/", form).status_code == 302
    answer = client.post(f"/people/{user.pk}/", {**form, "full_name": "Second"})
    assert answer.status_code == 422
    assert "他人已改为“First”" in answer.content.decode()


def test_nobody_shuts_the_own_account_out(county: County) -> None:
    actor = county.people["system_administrator"]
    actor.is_active = False
    with pytest.raises(PermissionDenied):
        carry_out(SaveAccount(actor), actor)
    same = User.objects.get(pk=actor.pk)
    same.is_active = False
    with pytest.raises(Refused):
        carry_out(SaveAccount(same), User.objects.get(pk=actor.pk))


def test_ones_own_roles_are_not_offered_to_be_given_or_taken(county: County) -> None:
    own, other = county.people["security_administrator"], county.people["unit_clerk"]
    client = signed_in(own)
    shown = client.get(f"/people/{own.pk}/roles/").content.decode()
    assert "由另一位安全管理员办理" in shown
    assert "收回</button>" not in shown
    assert "授予</button>" not in shown
    shown = client.get(f"/people/{other.pk}/roles/").content.decode()
    assert "收回</button>" in shown
    assert "授予</button>" in shown
