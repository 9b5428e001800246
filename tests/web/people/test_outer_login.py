"""The login of an office's own directory, against one on this machine."""

import http.client
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client
from tests.web.people.directory import CLIENT, SECRET, Directory, directory
from tests.web.support import County
from tests.web.test_pages import faults

from jixiao.web.audit.models import Event
from jixiao.web.people.models import User
from jixiao.web.people.outer import providers

pytestmark = pytest.mark.django_db
START = "/account/oidc/oidc/login/"


@pytest.fixture
def outer(
    settings: LazySettings, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Directory]:
    """A directory, and the site told of it by its environment."""
    secret = tmp_path_factory.mktemp("secrets") / "oidc"
    secret.write_text(f"{SECRET}\n", encoding="utf-8")
    with directory() as made:
        monkeypatch.setenv("JIXIAO_OIDC_SERVER", made.address)
        monkeypatch.setenv("JIXIAO_OIDC_CLIENT", CLIENT)
        monkeypatch.setenv("JIXIAO_OIDC_SECRET_FILE", str(secret))
        settings.SOCIALACCOUNT_PROVIDERS = providers()
        yield made


def person(name: str, sub: str = "7") -> dict[str, str]:
    return {"sub": sub, "preferred_username": name, "name": "Zhang San", "email": "zhang@example.com"}


def entered(outer: Directory, client: Client) -> HttpResponse:
    """The whole way: to the directory, and back with what it gave the browser."""
    begun = client.get(START)
    assert begun.status_code == 302, begun.content.decode()
    there = urlsplit(begun["Location"])
    assert f"http://{there.netloc}" == outer.address
    connection = http.client.HTTPConnection(there.netloc)
    connection.request("GET", f"{there.path}?{there.query}")
    back = urlsplit(connection.getresponse().headers["Location"])
    connection.close()
    return client.get(f"{back.path}?{back.query}")


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_somebody_known_there_enters_the_account_of_the_name(outer: Directory, county: County) -> None:
    outer.person = person("Yan-unit_clerk")
    client = Client()
    assert "统一身份认证" in client.get("/account/login/").content.decode()
    assert entered(outer, client)["Location"] == "/"
    assert client.get("/").status_code == 200
    assert client.session["_auth_user_id"] == str(county.people["unit_clerk"].pk)
    assert Event.objects.filter(verb="people.logged_in", actor=county.people["unit_clerk"]).count() == 1
    user = User.objects.get(username="Yan-unit_clerk")
    assert (user.full_name, user.email) == ("Yan-Unit_Clerk", "")  # nothing of the directory's is taken over


def test_the_person_counts_and_not_the_name_of_today(outer: Directory, county: County) -> None:
    outer.person = person("Yan-unit_clerk")
    entered(outer, Client())
    outer.person = person("Yan-unit_reviewer")  # renamed there
    again = Client()
    entered(outer, again)
    assert again.session["_auth_user_id"] == str(county.people["unit_clerk"].pk)


@pytest.mark.parametrize("told", [person("nobody"), {"sub": "Yan-unit_clerk"}, {"sub": "1", "name": "x"}])
def test_somebody_without_an_account_stays_outside(
    outer: Directory, county: County, told: dict[str, str]
) -> None:
    outer.person = told
    client = Client()
    answer = entered(outer, client)
    assert (answer.status_code, is_in(client)) == (403, False)
    assert "没有账号" in answer.content.decode()
    assert not list(faults(answer))
    assert User.objects.filter(username="nobody").count() == 0


def test_an_account_out_of_use_stays_outside(outer: Directory, county: County) -> None:
    outer.person = person("Yan-unit_clerk")
    entered(outer, Client())
    for known in ("by the person", "by the name"):
        User.objects.filter(username="Yan-unit_clerk").update(is_active=False)
        outer.person = person("Yan-unit_clerk", "7" if known == "by the person" else "8")
        client = Client()
        entered(outer, client)
        assert not is_in(client), known


def test_no_password_of_ours_is_asked_for(outer: Directory, county: County) -> None:
    User.objects.filter(username="Yan-unit_clerk").update(must_change_password=True)
    outer.person = person("Yan-unit_clerk")
    client = Client()
    entered(outer, client)
    assert client.get("/").status_code == 200


def test_the_second_factor_is_asked_for_all_the_same(
    outer: Directory, county: County, settings: LazySettings
) -> None:
    settings.TOTP_FOR_ADMINISTRATORS = True
    TOTP.activate(county.people["system_administrator"], "JBSWY3DPEHPK3PXP")
    outer.person = person("Yan-system_administrator")
    client = Client()
    assert entered(outer, client)["Location"] == "/account/2fa/authenticate/"
    assert not is_in(client)
    outer.person = person("Yan-security_administrator", "8")  # has none yet
    other = Client()
    entered(outer, other)
    assert other.get("/")["Location"] == "/account/2fa/totp/activate/"


@pytest.mark.parametrize("query", ["", "?code=once&state=other", "?error=access_denied"])
def test_what_the_site_did_not_begin_is_refused(outer: Directory, county: County, query: str) -> None:
    outer.person = person("Yan-unit_clerk")
    client = Client()
    answer = client.get(f"{START}callback/{query}", follow=True)
    assert not is_in(client)
    assert "/token" not in outer.asked
    assert "登录" in answer.content.decode()
    assert not list(faults(answer))


def test_a_wrong_secret_is_told_without_it(
    outer: Directory, county: County, monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> None:
    monkeypatch.setenv("JIXIAO_OIDC_SECRET", "wrong-secret")
    settings.SOCIALACCOUNT_PROVIDERS = providers()
    outer.person = person("Yan-unit_clerk")
    client = Client()
    answer = entered(outer, client)
    assert not is_in(client)
    assert "统一认证登录未成功" in answer.content.decode()
    assert "wrong-secret" not in answer.content.decode()


def test_a_directory_that_is_away_is_told(
    outer: Directory, county: County, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIXIAO_OIDC_SERVER", "http://127.0.0.1:9")  # nobody listens there
    settings.SOCIALACCOUNT_PROVIDERS = providers()
    answer = Client().get(START)
    assert answer.status_code == 503
    assert "统一认证登录未成功" in answer.content.decode()


@pytest.mark.parametrize(("variable", "value"), [("", "Yan-unit_clerk"), ("gonghao", "x")])
def test_the_field_of_the_account_may_be_another(
    outer: Directory, county: County, settings: LazySettings, monkeypatch: pytest.MonkeyPatch, variable: str,
    value: str,
) -> None:  # fmt: skip
    monkeypatch.setenv("JIXIAO_OIDC_ACCOUNT_FIELD", variable)
    settings.SOCIALACCOUNT_PROVIDERS = providers()
    outer.person = {**person(value), "gonghao": "Yan-unit_clerk"}
    client = Client()
    entered(outer, client)
    assert is_in(client)


def test_without_a_server_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JIXIAO_OIDC_SERVER", raising=False)
    assert providers() == {}
