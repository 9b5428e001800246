"""Writes are actions: refused ones are recorded, failed ones leave nothing."""

from dataclasses import dataclass

import pytest
from django.core.exceptions import PermissionDenied

from jixiao.web.actions import Action, Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import Membership, User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db


@dataclass(frozen=True, slots=True)
class Rename(Action[Organisation]):
    """Give a body another name, and then perhaps refuse."""

    organisation: Organisation
    name: str
    refuse: bool = False

    permission = holds(Role.SYSTEM_ADMINISTRATOR)
    verb = "tests.rename"

    def place(self) -> Organisation:
        return self.organisation

    def perform(self, actor: User) -> Organisation:
        del actor
        self.organisation.name = self.name
        self.organisation.save()
        if self.refuse:
            raise Refused("不行")
        return self.organisation

    def told(self, result: Organisation) -> dict[str, object]:
        return {"name": result.name}


@pytest.fixture
def top() -> Organisation:
    return Organisation.objects.create(kind=Kind.JURISDICTION, code="430406", name="雁峰区")


def account(top: Organisation, role: Role) -> User:
    user = User.objects.create(username=role, full_name=role.label, organisation=top)
    Membership.objects.create(user=user, organisation=top, role=role)
    return user


def test_a_write_and_its_entry_are_made_together(top: Organisation) -> None:
    actor = account(top, Role.SYSTEM_ADMINISTRATOR)
    assert carry_out(Rename(top, "石鼓区"), actor) == top
    event = Event.objects.get()
    assert (event.verb, event.actor, event.place, event.outcome) == ("tests.rename", actor, top, "done")
    assert event.subject == f"organisations.organisation:{top.pk}"
    assert event.details == '{"name": "石鼓区"}'


def test_a_refusal_undoes_the_write_and_leaves_no_entry(top: Organisation) -> None:
    with pytest.raises(Refused):
        carry_out(Rename(top, "石鼓区", refuse=True), account(top, Role.SYSTEM_ADMINISTRATOR))
    assert Organisation.objects.get().name == "雁峰区"
    assert not Event.objects.exists()


def test_who_may_not_writes_nothing_and_the_attempt_is_recorded(top: Organisation) -> None:
    actor = account(top, Role.AUDITOR)
    with pytest.raises(PermissionDenied):
        carry_out(Rename(top, "石鼓区"), actor)
    assert Organisation.objects.get().name == "雁峰区"
    event = Event.objects.get()
    assert (event.verb, event.actor, event.outcome) == ("tests.rename", actor, "denied")


def test_an_account_out_of_use_may_nothing(top: Organisation) -> None:
    actor = account(top, Role.SYSTEM_ADMINISTRATOR)
    actor.is_active = False
    with pytest.raises(PermissionDenied):
        carry_out(Rename(top, "石鼓区"), actor)
