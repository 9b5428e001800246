"""The logs: one line a request, and nothing in them that says who a person is or what they typed."""

import http.client
import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.conf import LazySettings
from django.core.exceptions import SuspiciousOperation
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.web.installations import Installation, installation
from tests.web.served import Served
from tests.web.support import County, signed_in

from jixiao.web.logs import JsonFormatter, pseudonym

TYPED = "张三丰-13800000000"
"""What somebody typed: a name and a number, wherever it may turn up."""


class Kept(logging.Handler):
    """Keeps the lines as they would be written."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(JsonFormatter())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    @property
    def told(self) -> list[dict]:
        return [json.loads(line) for line in self.lines]


@pytest.fixture
def kept() -> Iterator[Kept]:
    """Everything that any logger says, whatever its level."""
    handler = Kept()
    loggers = [
        logging.getLogger(name) for name in ("", "jixiao.requests", "django", "django.request", "axes")
    ]
    levels = [one.level for one in loggers]
    for one in loggers:
        one.setLevel(logging.DEBUG)
        one.addHandler(handler)
    yield handler
    for one, level in zip(loggers, levels, strict=True):
        one.setLevel(level)
        one.removeHandler(handler)


def lines(kept: Kept) -> list[dict]:
    """Those of requests, each once: the handler hangs at several loggers."""
    found = {one["request"]: one for one in kept.told if one["logger"] == "jixiao.requests"}
    return list(found.values())


@pytest.mark.django_db
def test_a_request_is_one_line(county: County, kept: Kept) -> None:
    user = county.people["unit_clerk"]
    answer = signed_in(user).get("/cycles/tasks/?q=x")
    (line,) = lines(kept)
    assert re.fullmatch(r"[0-9a-f]{16}", line["request"])
    assert answer["X-Request-ID"] == line["request"]
    expected = {"method": "GET", "route": "cycles/tasks/", "rows": {}, "status": 200, "level": "info"}
    assert expected.items() <= line.items()
    assert isinstance(line["milliseconds"], int)
    assert line["account"] == pseudonym(user.pk)
    assert str(user.pk) != line["account"]


@pytest.mark.django_db
def test_rows_and_refusals_are_told(county: County, kept: Kept) -> None:
    client = signed_in(county.people["unit_clerk"])
    client.get("/cycles/tasks/4242/")
    client.get(f"/{TYPED}/")
    client.generic("EVIL", "/")
    found, nowhere, evil = lines(kept)
    assert (found["rows"], found["status"]) == ({"pk": 4242}, 404)
    assert (nowhere["route"], nowhere["status"]) == ("", 404)
    assert evil["method"] == "?"


@pytest.mark.django_db
def test_files_of_the_program_are_not_told(db: None, kept: Kept) -> None:
    Client().get("/static/built/nothing.js")
    assert not lines(kept)


def test_accounts_have_other_names_elsewhere(settings: LazySettings) -> None:
    here = pseudonym(7)
    assert (here, len({pseudonym(pk) for pk in range(100)})) == (pseudonym(7), 100)
    settings.SECRET_KEY = "another"  # noqa: S105  # of this test
    assert pseudonym(7) != here


@pytest.mark.django_db
def test_nothing_that_was_typed_is_kept(county: County, kept: Kept, settings: LazySettings) -> None:
    user = county.people["unit_clerk"]
    user.username, user.full_name = f"{TYPED}@x", TYPED
    user.set_password(TYPED)
    user.save()
    client, stranger = signed_in(user), Client(enforce_csrf_checks=True, raise_request_exception=False)
    for path in (f"/?q={TYPED}", f"/cycles/tasks/?q={TYPED}", f"/{TYPED}", f"/people/?q={TYPED}", "/?a=%00"):
        client.get(path)
        stranger.get(path)
    stranger.post("/account/login/", {"login": TYPED, "password": TYPED})  # no token
    for password in (TYPED, "wrong"):
        Client().post("/account/login/", {"login": user.username, "password": password})
    client.post("/account/password/change/", {"oldpassword": TYPED, "password1": TYPED, "password2": TYPED})
    client.post("/filings/tasks/5001/cells/", TYPED, "application/json", headers={"X-Name": TYPED})
    client.get("/", headers={"Host": "evil.example", "User-Agent": TYPED, "Referer": f"http://{TYPED}"})
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1
    client.post("/account/logout/", urlencode({TYPED: 1, "b": 2}), "application/x-www-form-urlencoded")
    assert len(lines(kept)) == 17
    for line in kept.lines:
        assert TYPED not in line, line
        assert "13800000000" not in line, line


@given(st.text(min_size=6).filter(lambda words: words.strip() not in {"", "%s"}))
def test_what_others_say_is_kept_without_its_values(words: str) -> None:
    marked = f"<{words}>"
    shown = json.dumps(marked, ensure_ascii=False)[1:-1]
    formatter = JsonFormatter()
    for message, arguments in (("refused: %s", (marked,)), (f"refused: {marked}", ())):
        record = logging.LogRecord("urllib3.pool", logging.INFO, "f.py", 1, message, arguments, None)
        assert shown not in formatter.format(record)
    with pytest.raises(SuspiciousOperation) as caught:
        broken(marked)
    raised = (caught.type, caught.value, caught.tb)
    record = logging.LogRecord("django", logging.ERROR, "f.py", 1, "%s", (marked,), raised)
    line = json.loads(formatter.format(record))
    assert line["error"] == "SuspiciousOperation"
    assert "test_logs.py" in line["trace"][0]
    assert marked not in str(line)


def broken(words: str) -> None:
    raise SuspiciousOperation(words)


@contextmanager
def served(site: Installation, told: list[str]) -> Iterator[int]:
    """The site as a program, with every log turned on; what it says on standard error is put into ``told``."""
    server = Served(site.environment(JIXIAO_LOG_LEVEL="DEBUG"), "--workers", "2", "--no-checking")
    try:
        yield server.port
    finally:
        server.end()
        told.extend(server.told)


def test_the_program_as_it_runs(tmp_path: Path) -> None:
    told: list[str] = []
    with installation(tmp_path / "data", tables=True) as site:
        made = site.run("setup", "--code", "1", "--name", "x", "--rulebook", "cn")
        password = re.findall("口令 (\\S+)", made.stdout)[0]
        with served(site, told) as port:
            secret, cookies = "Kai-Feng-Query-9", ""
            for method, path, form in (
                ("GET", "/account/login/", {}),
                ("POST", "/account/login/", {"login": secret, "password": secret}),
                ("POST", "/account/login/", {"login": "sysadmin", "password": password}),
                ("GET", f"/?q={secret}", {}),
                ("GET", f"/{secret}/", {}),
            ):
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
                token = "".join(re.findall("csrftoken=(\\w+)", cookies))
                body = urlencode({**form, "csrfmiddlewaretoken": token})
                connection.request(method, path, body if form else None, {
                    "Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded",
                })  # fmt: skip
                answer = connection.getresponse()
                answer.read()
                new = [one.split(";")[0] for one in answer.headers.get_all("Set-Cookie", [])]
                cookies = "; ".join(new) or cookies
                connection.close()
            wrong = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
            wrong.putrequest("GET", f"/{secret}", skip_host=True)  # which gunicorn refuses by itself
            wrong.putheader("Content-Length", secret)
            wrong.endheaders()
            wrong.getresponse().read()
            wrong.close()
    whole = [line for line in told if "网站：" not in line]
    requests = [one for one in map(json.loads, whole) if one["logger"] == "jixiao.requests"]
    assert [one["status"] for one in requests] == [200, 200, 302, 302, 302]
    hidden = [secret, password, "sysadmin", *re.findall("(?:csrftoken|sessionid)=(\\w+)", cookies)]
    for line in whole:
        assert not [one for one in hidden if one in line], line
