"""Too often and too large: 429 and 413 with a sentence in Chinese, counted for all processes together."""

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from tests.web.installations import Installation, copied
from tests.web.support import PASSWORD, County, signed_in
from tests.web.test_pages import faults

from jixiao.core.errors import UserError
from jixiao.web.addresses import TrueAddress
from jixiao.web.limits.middleware import Limited
from jixiao.web.limits.models import Use
from jixiao.web.limits.rates import DEFAULT, Rate, rates
from jixiao.web.limits.storing import count, first_time

pytestmark = pytest.mark.django_db
LOGIN = "/account/login/"


def limit(settings: LazySettings, name: str, number: int) -> None:
    settings.RATE_LIMITS = {**DEFAULT, name: Rate(number, 60, by_address=DEFAULT[name].by_address)}


def refused(answer: HttpResponse) -> bool:
    """429 with a page in Chinese that says when to go on."""
    if answer.status_code != 429:
        return False
    assert 1 <= int(answer["Retry-After"]) <= 61
    assert "操作太频繁" in answer.content.decode()
    assert not list(faults(answer))
    return True


def test_a_login_too_many(county: County, settings: LazySettings) -> None:
    limit(settings, "login", 3)
    form = {"login": "nobody", "password": "x"}
    assert [Client().post(LOGIN, form).status_code for _ in range(3)] == [200, 200, 200]
    assert refused(Client().post(LOGIN, form))
    assert refused(Client().post(LOGIN, {"login": "Yan-unit_clerk", "password": PASSWORD}))
    assert Client().get(LOGIN).status_code == 200  # looking costs nothing
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert elsewhere.post(LOGIN, {"login": "Yan-unit_clerk", "password": PASSWORD}).status_code == 302


def test_an_upload_too_many(county: County, settings: LazySettings) -> None:
    limit(settings, "upload", 2)
    client = signed_in(county.people["unit_clerk"])

    def sent(to: Client) -> HttpResponse:
        return to.post("/documents/upload/", {"file": SimpleUploadedFile("a.txt", b"x")})

    assert not any(refused(sent(client)) for _ in range(2))
    assert refused(sent(client))
    assert not refused(sent(signed_in(county.people["unit_reviewer"])))  # each person for himself
    part = client.post(
        "/documents/upload/",
        {"file": SimpleUploadedFile("a.txt", b"x")},
        headers={"HX-Request": "true"},
    )
    assert (part.status_code, part["HX-Retarget"]) == (429, "#messages")
    assert "请" in part.content.decode()
    assert "<html" not in part.content.decode()


def test_an_export_too_many(county: County, settings: LazySettings) -> None:
    limit(settings, "export", 2)
    client = signed_in(county.people["performance_officer"])
    export = "/cycles/tasks/?format=csv"
    assert [client.get(export).status_code for _ in range(2)] == [200, 200]
    assert refused(client.get(export))
    assert client.get("/cycles/tasks/").status_code == 200


def test_the_api_too_many(county: County, settings: LazySettings, rf: RequestFactory) -> None:
    limit(settings, "api", 1)
    site = Limited(lambda _: HttpResponse("ok"))
    request = rf.get("/api/projects")
    request.user = county.people["unit_clerk"]
    request.resolver_match = None
    assert site.process_view(request) is None
    answer = site.process_view(request)
    assert answer is not None
    assert (answer.status_code, answer["Content-Type"]) == (429, "application/json")


@pytest.mark.parametrize(("seconds", "words"), [(60, r"请 \d+ 秒后"), (7200, r"请约 1[12]\d 分钟后")])
def test_how_long_to_wait(county: County, settings: LazySettings, seconds: int, words: str) -> None:
    settings.RATE_LIMITS = {**DEFAULT, "login": Rate(1, seconds, by_address=True)}
    form = {"login": "nobody", "password": "x"}
    Client().post(LOGIN, form)
    assert re.search(words, Client().post(LOGIN, form).content.decode())


def test_no_limit_counts_nothing(county: County, settings: LazySettings) -> None:
    limit(settings, "login", 0)
    form = "login=nobody&password=x"
    assert Client().post(LOGIN, form, "application/x-www-form-urlencoded").status_code == 200
    assert not Use.objects.exists()


def test_a_body_that_is_too_large_is_not_read(county: County, settings: LazySettings) -> None:
    settings.REQUEST_LIMIT = 1000
    read: list[str] = []

    class Body:
        def read(self, *_: object) -> bytes:
            read.append("read")
            return b""

        readline = read

    answer = signed_in(county.people["unit_clerk"]).generic(
        "POST", "/documents/upload/", b"", "multipart/form-data; boundary=x",
        CONTENT_LENGTH="1001", **{"wsgi.input": Body()},
    )  # fmt: skip
    assert (answer.status_code, read) == (413, [])
    assert "请分几次上传" in answer.content.decode()
    assert not list(faults(answer))


def test_a_window_ends_and_leaves_nothing(db: None) -> None:
    assert [count("x", "me", 60)[0] for _ in range(3)] == [1, 2, 3]
    assert count("x", "you", 60)[0] == 1
    Use.objects.update(until=timezone.now() - dt.timedelta(seconds=1))
    assert count("x", "me", 60)[0] == 1
    assert Use.objects.count() == 1
    assert len(Use.objects.get().key) == 64  # a hash


def test_once(db: None) -> None:
    assert [first_time("code", "me 123456", 60) for _ in range(2)] == [True, False]


COUNTING = """
import sys
from jixiao.web.limits.storing import count
sys.stdout.write("ready\\n"); sys.stdout.flush(); sys.stdin.readline()
print(*(count("login", "address", 600)[0] for _ in range(25)))
"""


def test_processes_count_together(set_up: Installation, tmp_path: Path) -> None:
    with copied(set_up, tmp_path / "data") as site:
        code = f"from jixiao.web.starting import start\nstart()\n{COUNTING}"
        both = [
            subprocess.Popen(
                [sys.executable, "-c", code], env=site.environment(), encoding="utf-8",
                stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            )
            for _ in range(3)
        ]  # fmt: skip
        assert all(one.stdout is not None and one.stdout.readline() == "ready\n" for one in both)
        for one in both:
            assert one.stdin is not None
            one.stdin.write("\n")
            one.stdin.flush()
        seen = [int(number) for one in both for number in one.communicate()[0].split()]
        assert max(seen) == len(seen) == 75
        assert site.rows("SELECT count FROM limits_use") == [(75,)]


@pytest.mark.parametrize(
    ("written", "name", "rate"),
    [
        ("", "export", DEFAULT["export"]),
        ("export=5/10", "export", Rate(5, 10)),
        (" login=7/60 , api=0/60", "login", Rate(7, 60, by_address=True)),
    ],
)
def test_limits_are_data(written: str, name: str, rate: Rate) -> None:
    assert rates(written)[name] == rate


@pytest.mark.parametrize(
    "written", ["export", "export=5", "export=-1/5", "nothing=1/2", "export=1/0", "x=٣/٣"]
)
def test_a_limit_that_cannot_be_read_is_told(written: str) -> None:
    with pytest.raises(UserError, match="JIXIAO_RATE_LIMITS"):
        rates(written)


@pytest.mark.parametrize(
    ("proxies", "told", "address"),
    [
        (0, "203.0.113.9", "127.0.0.1"),  # nobody stands in front: the client wrote it
        (1, "", "127.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "10.0.0.1, 203.0.113.9", "203.0.113.9"),  # the left one was sent by the client
        (2, "10.0.0.1, 203.0.113.9, 192.0.2.1", "203.0.113.9"),
        (2, "203.0.113.9", "127.0.0.1"),
        (1, "<script>", "127.0.0.1"),
        (1, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_the_address_behind_a_proxy(
    settings: LazySettings, rf: RequestFactory, proxies: int, told: str, address: str
) -> None:
    settings.PROXIES = proxies
    seen: list[str] = []

    def page(request: HttpRequest) -> HttpResponse:
        seen.append(request.META["REMOTE_ADDR"])
        return HttpResponse()

    TrueAddress(page)(rf.get("/", headers={"X-Forwarded-For": told}))
    assert seen == [address]
