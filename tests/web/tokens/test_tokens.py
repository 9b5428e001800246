"""Tokens: made by their person, shown once, kept as a hash, refused when they do not hold."""

import datetime as dt
import json
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone
from tests.web.api.support import Program, errors, program, token
from tests.web.support import HERE, County, signed_in

from jixiao.web.actions import Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.limits.rates import DEFAULT, Rate
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role
from jixiao.web.tokens.actions.make_token import MakeToken
from jixiao.web.tokens.models import Token, digest

pytestmark = pytest.mark.django_db
PAGE = "/tokens/"


def clerk(county: County) -> User:
    return county.people[str(Role.UNIT_CLERK)]


def today(days: int = 0) -> str:
    return (timezone.localdate() + dt.timedelta(days=days)).isoformat()


def made(client: Client, **more: str) -> Any:
    return client.post(PAGE, {"name": "Budget system", "until": today(90), **more})


def secret_of(answer: Any) -> str:
    return str(answer.context["made"].secret)


def test_a_secret_is_shown_once_and_only_its_hash_is_kept(county: County) -> None:
    client = signed_in(clerk(county))
    answer = made(client)
    secret = secret_of(answer)
    assert f">{secret}</code>" in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    assert secret not in client.get(PAGE).content.decode()
    kept = Token.objects.get(user=clerk(county))
    assert kept.digest == digest(secret)
    assert secret not in json.dumps(Token.objects.filter(pk=kept.pk).values()[0], default=str)
    assert Program(secret).get("me")["username"] == clerk(county).username


def test_making_and_revoking_are_in_the_log_without_secret_and_name(county: County) -> None:
    client = signed_in(clerk(county))
    secret = secret_of(made(client))
    kept = Token.objects.get(user=clerk(county))
    client.post(f"{PAGE}{kept.pk}/revoke/")
    revoked, began = Event.objects.filter(verb__startswith="tokens.")[:2]
    assert (began.verb, began.subject) == ("tokens.make", f"tokens.token:{kept.pk}")
    assert (revoked.verb, revoked.actor) == ("tokens.revoke", clerk(county))
    assert secret not in began.details
    assert digest(secret) not in began.details
    assert errors(Program(secret).ask("GET", "me"))[0]["code"] == "unauthorized"


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"until": 366}, "365"),
        ({"until": -1}, "365"),
        ({"until": "soon"}, ""),
        ({"name": "  "}, ""),
        ({"name": "长" * 61}, "60"),
    ],
)
def test_what_a_token_cannot_be(county: County, given: dict[str, Any], why: str) -> None:
    given = {name: today(value) if isinstance(value, int) else value for name, value in given.items()}
    answer = made(signed_in(clerk(county)), **given)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not Token.objects.filter(user=clerk(county)).exists()


@pytest.mark.parametrize("days", [0, 365])
def test_the_first_and_the_last_day_that_may_be_chosen(county: County, days: int) -> None:
    secret = secret_of(made(signed_in(clerk(county)), until=today(days)))
    assert Program(secret).get("me")["token"]["until"] == today(days)


def test_five_at_a_time(county: County) -> None:
    client = signed_in(clerk(county))
    for _ in range(5):
        assert made(client).status_code == 200
    assert made(client).status_code == 422
    client.post(f"{PAGE}{Token.objects.filter(user=clerk(county))[0].pk}/revoke/")
    assert made(client).status_code == 200
    assert Token.objects.filter(user=clerk(county)).alive().count() == 5


def test_who_only_reads_and_who_has_no_role_make_none(county: County) -> None:
    for role in (str(Role.AUDITOR), ""):
        client = signed_in(county.people[role])
        assert "不能建立接口令牌" in client.get(PAGE).content.decode()
        assert made(client).status_code == 403
        assert program(county.people[role]).ask("GET", "me").status_code == 401


def test_an_administrator_without_the_second_factor_makes_and_uses_none(
    county: County, settings: LazySettings
) -> None:
    administrator = county.people[str(Role.SYSTEM_ADMINISTRATOR)]
    secret = secret_of(made(signed_in(administrator)))
    assert Program(secret).ask("GET", "me").status_code == 200
    settings.TOTP_FOR_ADMINISTRATORS = True
    assert made(signed_in(administrator)).status_code == 302  # to set it up
    (told,) = errors(Program(secret).ask("GET", "me"))
    assert "动态口令" in told["message"]
    with pytest.raises(Refused, match="动态口令"):
        carry_out(MakeToken("x", timezone.localdate()), administrator)


def test_tokens_that_do_not_hold(county: County) -> None:
    user = clerk(county)
    now = timezone.now()
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    for secret, why in (
        (token(user, until=yesterday), "到期"),
        (token(user, revoked_at=now), "撤销"),
        ("jx_unknown", "没有这个"),
        ("", "Bearer"),
        ("\x00\ud800"[:1], "没有这个"),
    ):
        answer = Program(secret).ask("GET", "me")
        assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
        assert why in errors(answer)[0]["message"]
    assert "Bearer" in errors(Program(None).ask("GET", "me"))[0]["message"]


@pytest.mark.parametrize(
    ("state", "why"), [({"is_active": False}, "停用"), ({"must_change_password": True}, "口令")]
)
def test_accounts_that_have_to_do_something_first(county: County, state: dict[str, Any], why: str) -> None:
    asking = program(clerk(county))
    assert asking.ask("GET", "me").status_code == 200
    User.objects.filter(pk=clerk(county).pk).update(**state)
    (told,) = errors(asking.ask("GET", "me"))
    assert why in told["message"]


def test_who_logged_in_outside_needs_no_password_of_ours(county: County) -> None:
    User.objects.filter(pk=clerk(county).pk).update(must_change_password=True)
    assert Program(token(clerk(county), outside=True)).ask("GET", "me").status_code == 200


def test_a_session_is_no_token(county: County) -> None:
    client = signed_in(clerk(county))
    assert client.get("/api/v1/me").status_code == 401
    other = county.people[str(Role.UNIT_REVIEWER)]
    asked = client.get("/api/v1/me", headers={"Authorization": f"Bearer {token(other)}"})
    assert asked.json()["username"] == other.username
    assert client.get("/").context["request"].user == clerk(county)


def test_when_it_was_last_used_is_written_once_a_minute(county: County) -> None:
    asking = program(clerk(county))
    kept = Token.objects.get(user=clerk(county))
    assert kept.used_at is None
    asking.get("me")
    first = Token.objects.get(pk=kept.pk).used_at
    asking.get("me")
    assert first is not None
    assert Token.objects.get(pk=kept.pk).used_at == first
    earlier = first - dt.timedelta(minutes=2)
    Token.objects.filter(pk=kept.pk).update(used_at=earlier)
    asking.get("me")
    assert Token.objects.get(pk=kept.pk).used_at > earlier
    assert "从未使用" not in signed_in(clerk(county)).get(PAGE).content.decode()


def test_wrong_tokens_are_limited_and_right_ones_are_not_held_up(
    county: County, settings: LazySettings
) -> None:
    settings.RATE_LIMITS = {**DEFAULT, "token": Rate(2, 60, by_address=True)}
    wrong = Program("jx_wrong")
    assert [wrong.ask("GET", "me").status_code for _ in range(3)] == [401, 401, 429]
    answer = wrong.ask("GET", "me")
    assert int(answer["Retry-After"]) <= 61
    assert errors(answer)[0]["code"] == "too_often"
    assert program(clerk(county)).ask("GET", "me").status_code == 200


def test_the_api_has_the_limit_of_its_account(county: County, settings: LazySettings) -> None:
    settings.RATE_LIMITS = {**DEFAULT, "api": Rate(1, 60)}
    assert program(clerk(county)).ask("GET", "me").status_code == 200
    assert errors(program(clerk(county)).ask("GET", "me"))[0]["code"] == "too_often"
    assert program(county.people[str(Role.UNIT_REVIEWER)]).ask("GET", "me").status_code == 200


def test_the_administrator_of_the_account_revokes_and_nobody_else(county: County) -> None:
    token(clerk(county))
    kept = Token.objects.get(user=clerk(county))
    for role in (Role.UNIT_REVIEWER, Role.SECURITY_ADMINISTRATOR):
        assert signed_in(county.people[str(role)]).post(f"{PAGE}{kept.pk}/revoke/").status_code == 404
    administrator = signed_in(county.people[str(Role.SYSTEM_ADMINISTRATOR)])
    assert "Program" in administrator.get(f"{PAGE}of/{kept.user_id}/").content.decode()
    answer = administrator.post(f"{PAGE}{kept.pk}/revoke/", follow=True)
    assert answer.redirect_chain == [(f"{PAGE}of/{kept.user_id}/", 302)]
    assert not Token.objects.get(pk=kept.pk).alive
    assert "已经失效" in administrator.post(f"{PAGE}{kept.pk}/revoke/", follow=True).content.decode()


def test_the_sample_is_the_sample_accounts(county: County) -> None:
    assert Program(f"sample{HERE}").get("me")["username"] == User.objects.get(pk=HERE).username
