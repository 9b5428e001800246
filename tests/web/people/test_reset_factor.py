"""A lost second factor: the security administrator takes it away, the person is out and sets up another."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core.exceptions import PermissionDenied
from django.test import Client
from tests.web.people.test_login import code_of, enter, is_in
from tests.web.support import ELSEWHERE, PASSWORD, County, signed_in
from tests.web.support import county as make_county
from tests.web.test_pages import faults

from jixiao.web.actions import Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.people.actions.reset_factor import ResetFactor
from jixiao.web.people.actions.save_account import SaveAccount
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXP"  # noqa: S105  # of this test
ACTIVATE = "/account/2fa/totp/activate/"


def with_factor(user: User) -> User:
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    return user


def entered(username: str) -> Client:
    client = enter(username)
    client.post("/account/2fa/authenticate/", {"code": code_of(SECRET)})
    assert is_in(client)
    return client


def test_the_whole_way(county: County, django_capture_on_commit_callbacks: Callable) -> None:
    user = with_factor(county.people["unit_clerk"])
    lost = entered(user.username)
    administrator = signed_in(county.people["security_administrator"])
    page = administrator.get(f"/people/{user.pk}/roles/")
    assert "重置动态口令" in page.content.decode()
    assert not list(faults(page))
    answer = administrator.post(f"/people/{user.pk}/factor/reset/", follow=True)
    assert "已重置" in answer.content.decode()
    assert "重置动态口令" not in answer.content.decode()
    assert lost.get("/").status_code == 302  # out, everywhere
    assert not Authenticator.objects.filter(user=user).exists()  # the recovery codes neither
    client = enter(user.username)
    assert is_in(client)
    assert client.get("/")["Location"] == ACTIVATE
    assert client.get("/cycles/tasks/")["Location"] == ACTIVATE
    asked = client.get(ACTIVATE, follow=True)
    if "password" in asked.content.decode():
        client.post(asked.redirect_chain[-1][0] if asked.redirect_chain else ACTIVATE, {"password": PASSWORD})
    secret = client.get(ACTIVATE).context["form"].secret
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(ACTIVATE, {"code": code_of(secret)}).status_code == 302
    assert client.get("/").status_code == 200
    assert not User.objects.get(pk=user.pk).must_add_factor
    event = Event.objects.get(verb="people.reset_factor")
    assert (event.actor, event.subject) == (
        county.people["security_administrator"], f"people.user:{user.pk}",
    )  # fmt: skip
    assert SECRET not in str(Event.objects.values_list())


@pytest.mark.parametrize("role", ["", *sorted(map(str, Role))])
def test_nobody_else_may(county: County, role: str) -> None:
    user = with_factor(county.people["unit_clerk"])
    if role == Role.SECURITY_ADMINISTRATOR:
        return
    with pytest.raises(PermissionDenied):
        carry_out(ResetFactor(user), county.people[role])
    assert Authenticator.objects.filter(user=user).count() == 2
    assert Event.objects.get(verb="people.reset_factor").outcome == "denied"


def test_not_of_another_county(county: County) -> None:
    user = with_factor(make_county("Shi", ELSEWHERE).people["unit_clerk"])
    with pytest.raises(PermissionDenied):
        carry_out(ResetFactor(user), county.people["security_administrator"])
    administrator = signed_in(county.people["security_administrator"])
    assert administrator.post(f"/people/{user.pk}/factor/reset/").status_code == 404


def test_not_ones_own(county: County) -> None:
    user = with_factor(county.people["security_administrator"])
    with pytest.raises(Refused, match="自己"):
        carry_out(ResetFactor(user), user)
    assert Authenticator.objects.filter(user=user).count() == 2


def test_there_has_to_be_one(county: County) -> None:
    with pytest.raises(Refused, match="没有启用"):
        carry_out(ResetFactor(county.people["unit_clerk"]), county.people["security_administrator"])


def test_no_administrator_alone_enters_the_account_of_another(county: County) -> None:
    """Passwords and second factors are not in one hand."""
    both = {
        role
        for role, person in county.people.items()
        if SaveAccount.permission.test(person, county.unit)
        and ResetFactor.permission.test(person, county.unit)
    }
    assert not both
