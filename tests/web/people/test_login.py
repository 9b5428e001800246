"""The way in: lock-out, passwords, the second factor, sessions; what the log keeps of it."""

import base64
import datetime as dt
import hashlib
import hmac
import re
import struct
import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.conf import LazySettings
from django.contrib.auth.password_validation import validate_password
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests.web.support import PASSWORD, County, signed_in
from tests.web.test_pages import faults

from jixiao.web.actions import carry_out
from jixiao.web.audit.models import Event
from jixiao.web.limits.rates import Rate
from jixiao.web.people.actions.unlock_account import UnlockAccount
from jixiao.web.people.forms import AccountForm
from jixiao.web.people.models import User

pytestmark = pytest.mark.django_db
LOGIN = "/account/login/"
CHANGE = "/account/password/change/"


def enter(username: str, password: str = PASSWORD, client: Client | None = None) -> Client:
    client = client or Client()
    client.post(LOGIN, {"login": username, "password": password})
    return client


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def verbs() -> list[str]:
    return list(Event.objects.order_by("number").values_list("verb", flat=True))


def test_login_and_logout(county: County) -> None:
    client = enter("Yan-unit_clerk")
    assert is_in(client)
    assert client.get("/").status_code == 200
    client.post("/account/logout/")
    assert not is_in(client)
    assert verbs() == ["people.logged_in", "people.logged_out"]


@pytest.mark.parametrize(
    ("page", "back"),
    [
        ("http://testserver/audit/?verb=x", "/audit/%3Fverb%3Dx"),
        ("https://elsewhere.example/audit/", "/"),
        ("", "/"),
    ],
)
def test_a_button_pressed_after_the_session_ended_leads_back_to_its_page(page: str, back: str) -> None:
    client = Client()
    answer = client.post("/audit/check/", headers={"Referer": page})
    assert answer["Location"] == f"{LOGIN}?next={back}"
    assert "刚才的操作没有完成" in client.get(answer["Location"]).content.decode()


def test_a_part_of_a_page_asked_for_after_the_session_ended_leads_back_to_the_page() -> None:
    told = {"HX-Request": "true", "HX-Current-URL": "http://testserver/documents/1/?kind=error"}
    client = Client()
    answer = client.post("/documents/1/again/", headers=told)
    assert (answer.status_code, answer["HX-Redirect"]) == (
        401, f"{LOGIN}?next=/documents/1/%3Fkind%3Derror",
    )  # fmt: skip
    assert "刚才的操作没有完成" in client.get(answer["HX-Redirect"]).content.decode()


def test_a_button_of_a_page_from_before_another_login_leads_back_to_its_page(county: County) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(county.people["unit_clerk"], "allauth.account.auth_backends.AuthenticationBackend")
    page = {"Referer": "http://testserver/cycles/tasks/?page=2"}
    answer = client.post("/language/", {"language": "en"}, headers=page)
    assert answer.status_code == 403
    assert 'href="/cycles/tasks/?page=2"' in answer.content.decode()
    assert not list(faults(answer))
    part = client.post("/language/", {"language": "en"}, headers={**page, "HX-Request": "true"})
    assert (part.status_code, part["HX-Retarget"]) == (403, "#messages")
    assert "<html" not in part.content.decode()


def test_an_address_of_a_button_opened_by_itself_says_so(county: County) -> None:
    answer = signed_in(county.people["audit_administrator"]).get("/audit/check/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "请回到原来的页面办理" in answer.content.decode()


def test_a_wrong_password_is_told_in_chinese_and_written_down(county: County) -> None:
    answer = Client().post(LOGIN, {"login": "Yan-unit_clerk", "password": "wrong"})
    assert "账号或口令不对。" in answer.content.decode()
    assert verbs() == ["people.login_failed"]


def test_a_name_that_is_no_account_is_not_kept(county: County) -> None:
    enter("my-secret-password", "x")
    assert "my-secret-password" not in str(Event.objects.values_list())


def test_five_failures_lock_and_an_administrator_unlocks(county: County) -> None:
    for _ in range(5):
        enter("Yan-unit_clerk", "wrong")
    answer = Client().post(LOGIN, {"login": "Yan-unit_clerk", "password": PASSWORD})
    assert (answer.status_code, "账号已锁定" in answer.content.decode()) == (429, True)
    assert not list(faults(answer))
    assert "people.locked_out" in verbs()
    assert is_in(enter("Yan-unit_reviewer"))  # others go in
    user, administrator = county.people["unit_clerk"], signed_in(county.people["security_administrator"])
    assert "已锁定" in administrator.get("/people/?q=Yan-unit_clerk").content.decode()
    assert "解除锁定" in administrator.get(f"/people/{user.pk}/roles/").content.decode()
    carry_out(UnlockAccount(user), county.people["security_administrator"])
    assert is_in(enter("Yan-unit_clerk"))


def test_an_account_out_of_use_stays_outside(county: County) -> None:
    User.objects.filter(username="Yan-unit_clerk").update(is_active=False)
    assert not is_in(enter("Yan-unit_clerk"))


@pytest.mark.parametrize(
    "password", ["Short-7", "alllowercaseletters", "ONLY123456789", "password12345", "Yan-unit_clerk1"]
)
def test_a_weak_password_is_refused(county: County, password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password, county.people["unit_clerk"])


@pytest.mark.parametrize(
    ("password", "again", "told"),
    [
        ("Ab-1", "Ab-1", "口令太短，至少要 10 位。"),
        ("Password123", "Password123", "这个口令太常见，容易被猜到。"),
        ("Yan-unit_clerk1", "Yan-unit_clerk1", "口令与账号、姓名或邮箱太相近。"),
        ("Correct-horse-8", "Correct-horse-9", "两次输入的新口令不一样。"),
    ],
)
def test_what_is_wrong_with_a_password_is_told_in_chinese(
    county: County, password: str, again: str, told: str
) -> None:
    client = signed_in(county.people["unit_clerk"])
    form = {"oldpassword": PASSWORD, "password1": password, "password2": again}
    answer = client.post(CHANGE, form).content.decode()
    assert told in answer
    assert "密码" not in answer


@pytest.mark.parametrize("password", ["Correct-horse-8", "四川省南充市aB1四川", "lower-and-123"])
def test_three_kinds_and_ten_signs_pass(county: County, password: str) -> None:
    validate_password(password, county.people["unit_clerk"])


def test_the_first_password_must_change_before_anything_else(county: County) -> None:
    User.objects.filter(username="Yan-unit_clerk").update(must_change_password=True)
    client = enter("Yan-unit_clerk")
    assert client.get("/")["Location"] == CHANGE
    form = {"oldpassword": PASSWORD, "password1": "Other-horse-8", "password2": "Other-horse-8"}
    assert "现在的口令不对。" in client.post(CHANGE, {**form, "oldpassword": "x"}).content.decode()
    assert client.post(CHANGE, form).status_code == 302
    assert client.get("/").status_code == 200
    assert "people.password_changed" in verbs()
    assert is_in(enter("Yan-unit_clerk", "Other-horse-8"))


def test_a_password_grows_old(county: County, settings: LazySettings) -> None:
    old = timezone.now() - dt.timedelta(days=settings.PASSWORD_DAYS + 1)
    User.objects.filter(username="Yan-unit_clerk").update(password_changed_at=old)
    client = enter("Yan-unit_clerk")
    assert client.get("/")["Location"] == CHANGE
    settings.PASSWORD_DAYS = 0  # never
    assert client.get("/").status_code == 200


def test_a_former_password_does_not_return(county: County, settings: LazySettings) -> None:
    settings.PASSWORDS_REMEMBERED = 3
    user = county.people["unit_clerk"]
    client = signed_in(user)
    words = [PASSWORD, "Other-horse-1", "Other-horse-2", "Other-horse-3"]

    def change(old: str, new: str) -> HttpResponse:
        return client.post(CHANGE, {"oldpassword": old, "password1": new, "password2": new})

    for old, new in pairwise(words):
        assert change(old, new).status_code == 302
    for former in words[1:]:
        answer = change(words[-1], former)
        assert "不能用最近 3 次用过的口令。" in answer.content.decode(), former
    assert change(words[-1], words[0]).status_code == 302  # three others lie between
    assert user.former_passwords.count() == 3
    assert not user.former_passwords.filter(password__contains="horse").exists()  # noqa: S106  # its hash


def test_an_administrator_gives_no_former_password_either(county: County) -> None:
    user = county.people["unit_clerk"]
    with pytest.raises(ValidationError, match="用过"):
        validate_password(PASSWORD, user)
    form = AccountForm(
        {"username": user.username, "full_name": "x", "organisation": user.organisation_id, "password": PASSWORD},
        instance=user, actor=county.people["system_administrator"],
    )  # fmt: skip
    assert "password" in form.errors


def test_nothing_is_remembered_where_that_is_said(county: County, settings: LazySettings) -> None:
    settings.PASSWORDS_REMEMBERED = 0
    user = User.objects.get(username="Yan-unit_clerk")
    validate_password(PASSWORD, user)
    user.set_password("Other-horse-1")
    user.save()
    assert user.former_passwords.count() == 1  # of the account's making


def test_one_session_at_a_time_where_that_is_said(county: County, settings: LazySettings) -> None:
    settings.SESSIONS_PER_PERSON = 1
    first, second = enter("Yan-unit_clerk"), enter("Yan-unit_clerk")
    assert [client.get("/").status_code for client in (first, second)] == [302, 200]


def test_only_so_many_sessions_and_the_oldest_ends(county: County, settings: LazySettings) -> None:
    settings.SESSIONS_PER_PERSON = 2
    first, second, third = (enter("Yan-unit_clerk") for _ in range(3))
    assert [client.get("/").status_code for client in (first, second, third)] == [302, 200, 200]
    assert UserSession.objects.count() == 2


def test_a_person_ends_the_other_sessions(county: County) -> None:
    here, there = enter("Yan-unit_clerk"), enter("Yan-unit_clerk")
    answer = here.get("/account/sessions/")
    assert not list(faults(answer))
    assert here.post("/account/sessions/").status_code == 302
    assert [client.get("/").status_code for client in (here, there)] == [200, 302]


def test_a_password_that_changed_ends_the_other_sessions(county: County) -> None:
    here, there = enter("Yan-unit_clerk"), enter("Yan-unit_clerk")
    form = {"oldpassword": PASSWORD, "password1": "Other-horse-8", "password2": "Other-horse-8"}
    here.post(CHANGE, form)
    assert [client.get("/").status_code for client in (here, there)] == [200, 302]


def test_a_session_ends_when_nothing_happens(county: County, settings: LazySettings) -> None:
    client = enter("Yan-unit_clerk")
    assert client.session.get_expiry_age() <= 3600
    assert client.session.get_expire_at_browser_close()
    row = client.session.model.objects.get(session_key=client.session.session_key)
    row.expire_date = timezone.now() - dt.timedelta(seconds=1)
    row.save()
    assert client.get("/").status_code == 302


def test_a_session_ends_after_a_day_however_busy(county: County, settings: LazySettings) -> None:
    settings.SESSION_HOURS = 12
    client = enter("Yan-unit_clerk")
    assert client.get("/").status_code == 200
    for hours, status in ((11.9, 200), (12.1, 302)):
        session = client.session
        session["began"] = int(time.time() - hours * 3600)
        session.save()
        assert client.get("/").status_code == status
    assert not is_in(client)
    assert verbs()[-1] == "people.logged_out"
    assert enter("Yan-unit_clerk", client=client).get("/").status_code == 200  # from now on another day
    settings.SESSION_HOURS = 0
    session = client.session
    session["began"] = 0
    session.save()
    assert client.get("/").status_code == 200


def test_a_page_is_kept_by_no_browser(county: County) -> None:
    assert enter("Yan-unit_clerk").get("/")["Cache-Control"] == "no-store"


def code_of(secret: str) -> str:
    """What an application on a phone shows: RFC 6238, worked out here."""
    counter = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 10**6:06}"


def test_an_administrator_needs_the_second_factor(
    county: County, settings: LazySettings, django_capture_on_commit_callbacks: Callable
) -> None:
    settings.TOTP_FOR_ADMINISTRATORS = True
    client = enter("Yan-system_administrator")
    activate = "/account/2fa/totp/activate/"
    assert client.get("/organisations/")["Location"] == activate
    assert signed_in(county.people["unit_clerk"]).get("/").status_code == 200  # others do not
    answer = client.get(activate)  # the password once more
    page = client.post(answer["Location"], {"password": PASSWORD}, follow=True)
    assert not list(faults(page))
    (shown,) = re.findall(r'class="secret">([A-Z2-7 ]+)<', page.content.decode())
    groups = shown.split()
    assert {len(one) for one in groups} == {4}  # as people read a long key from a screen
    secret = "".join(groups)
    assert "数字不对" in client.post(activate, {"code": "000000"}).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        code = code_of(secret)
        assert client.post(activate, {"code": code}).status_code == 302
    assert client.get("/organisations/").status_code == 200
    other = enter("Yan-system_administrator")
    assert "数字不对" in other.post("/account/2fa/authenticate/", {"code": code}).content.decode()
    assert not is_in(other)  # whoever saw the code typed cannot enter with it
    for path in ("/account/2fa/", "/account/2fa/recovery-codes/", "/account/2fa/recovery-codes/generate/",
                 "/account/2fa/totp/deactivate/"):  # fmt: skip
        assert not list(faults(client.get(path))), path
    assert "people.factor_added" in verbs()


def test_the_second_factor_is_asked_for_at_the_login(county: County) -> None:
    user = county.people["unit_clerk"]
    secret = "JBSWY3DPEHPK3PXP"  # noqa: S105  # of this test
    TOTP.activate(user, secret)
    client = enter("Yan-unit_clerk")
    assert not is_in(client)
    page = client.get("/account/2fa/authenticate/")
    assert not list(faults(page))
    client.post("/account/2fa/authenticate/", {"code": "123"})
    assert not is_in(client)
    client.post("/account/2fa/authenticate/", {"code": code_of(secret)})
    assert is_in(client)


def test_a_code_is_taken_once(county: County) -> None:
    user = county.people["unit_clerk"]
    secret = "JBSWY3DPEHPK3PXP"  # noqa: S105  # of this test
    TOTP.activate(user, secret)
    code = code_of(secret)
    answers = []
    for _ in range(2):
        cache.clear()  # as another process would be asked, which remembers nothing
        client = enter("Yan-unit_clerk")
        answers.append(client.post("/account/2fa/authenticate/", {"code": code}))
    assert not is_in(client)
    assert [answer.status_code for answer in answers] == [302, 200]
    assert "数字不对" in answers[1].content.decode()


@pytest.mark.parametrize("typed", ["{0[0]} {0[1]}", "{0[0]}-{0[1]}", "{1}"])
def test_a_code_is_one_code_however_it_is_typed(county: County, typed: str) -> None:
    secret = "JBSWY3DPEHPK3PXP"  # noqa: S105  # of this test
    TOTP.activate(county.people["unit_clerk"], secret)
    code = code_of(secret)
    wide = code.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    answers = []
    for one in (typed.format((code[:3], code[3:]), wide), code):
        cache.clear()  # as another process would be asked, which remembers nothing
        answers.append(enter("Yan-unit_clerk").post("/account/2fa/authenticate/", {"code": one}))
    assert [answer.status_code for answer in answers] == [302, 200]


def test_codes_cannot_be_tried_out(county: County, settings: LazySettings) -> None:
    user = county.people["unit_clerk"]
    secret = "JBSWY3DPEHPK3PXP"  # noqa: S105  # of this test
    TOTP.activate(user, secret)
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "code": Rate(3, 900)}
    for _ in range(3):
        answer = enter("Yan-unit_clerk").post("/account/2fa/authenticate/", {"code": "000"})
        assert answer.status_code == 200
    client = enter("Yan-unit_clerk")
    answer = client.post("/account/2fa/authenticate/", {"code": code_of(secret)})
    assert answer.status_code == 429
    assert "操作太频繁" in answer.content.decode()
    assert not list(faults(answer))
    assert not is_in(client)


def test_a_secret_of_the_second_factor_is_asked_for_again_before_it_is_changed(county: County) -> None:
    client = signed_in(county.people["unit_clerk"])
    answer = client.get("/account/2fa/totp/activate/")
    assert answer["Location"].startswith("/account/reauthenticate/")
    answer = client.post(answer["Location"], {"password": "wrong"})
    assert "口令不对。" in answer.content.decode()


def test_the_outer_login_is_off_unless_it_is_named(county: County) -> None:
    assert Client().get("/account/oidc/oidc/login/").status_code == 404
    assert "oidc" not in Client().get(LOGIN).content.decode()


def test_the_login_leads_on_to_the_page_asked_for_but_never_away(county: County) -> None:
    for target, expected in (("/account/sessions/", "/account/sessions/"), ("https://evil.example/", "/")):
        answer = Client().post(f"{LOGIN}?next={target}", {"login": "Yan-unit_clerk", "password": PASSWORD})
        assert answer["Location"] == expected
