"""The name of an account at the login: one account is one, however its name is typed."""

import datetime as dt

import pytest
from axes.models import AccessAttempt
from django.core.exceptions import ValidationError
from django.utils import timezone
from tests.web.people.test_login import enter, is_in
from tests.web.support import PASSWORD, County, signed_in

from jixiao.web.actions import carry_out
from jixiao.web.audit.models import Event
from jixiao.web.people.actions.save_account import SaveAccount
from jixiao.web.people.actions.unlock_account import UnlockAccount
from jixiao.web.people.locking import counted_under, locked
from jixiao.web.people.models import User

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["YAN-UNIT_CLERK", "yan-unit_clerk", " Yan-unit_clerk"])
def test_a_locked_account_is_locked_however_its_name_is_typed(county: County, typed: str) -> None:
    assert is_in(enter(typed))  # the login takes capitals for small letters
    for _ in range(5):
        enter("Yan-unit_clerk", "wrong")
    assert not is_in(enter(typed))
    told = Event.objects.filter(verb__in=("people.locked_out", "people.login_failed"))
    assert {event.subject for event in told} == {f"people.user:{county.people['unit_clerk'].pk}"}
    carry_out(UnlockAccount(county.people["unit_clerk"]), county.people["security_administrator"])
    assert is_in(enter(typed))


def test_no_two_accounts_differ_in_capitals_alone(county: County) -> None:
    twin = User(username="YAN-unit_clerk", full_name="另一人", organisation=county.unit)
    with pytest.raises(ValidationError, match="只有大小写不同"):
        carry_out(SaveAccount(twin, PASSWORD), county.people["system_administrator"])
    assert is_in(enter("Yan-unit_clerk"))


def test_only_an_account_that_is_locked_is_unlocked(county: County) -> None:
    user, other = county.people["unit_clerk"], county.people["unit_reviewer"]
    administrator = signed_in(county.people["security_administrator"])
    for name in ("Yan-unit_clerk", "Yan-unit_reviewer"):
        for _ in range(4):
            enter(name, "wrong")
    enter("Yan-unit_reviewer", "wrong")
    assert locked([user.username, other.username]) == {other.username}
    page = administrator.get(f"/people/{user.pk}/roles/").content.decode()
    assert "解除锁定" not in page
    told = administrator.post(f"/people/{user.pk}/unlock/", follow=True).content.decode()
    assert "这个账号现在没有锁定" in told
    early = timezone.now() - dt.timedelta(minutes=16)
    AccessAttempt.objects.filter(username=counted_under(other.username)).update(attempt_time=early)
    assert locked([other.username]) == set()
    assert is_in(enter("Yan-unit_reviewer"))
