"""What programs are answered where something is wrong: always JSON in one shape, in their language."""

import pytest
from django.conf import LazySettings
from tests.web.api.support import errors, program
from tests.web.support import County

from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("method", "path", "sent", "status", "code"),
    [
        ("GET", "nowhere", None, 404, "missing"),
        ("GET", "", None, 404, "missing"),
        ("GET", "../nowhere", None, 404, "missing"),
        ("GET", "forms/777777", None, 404, "missing"),
        ("GET", f"forms/{10**30}", None, 404, "missing"),
        ("GET", "forms/?page=%00", None, 400, "malformed"),
        ("POST", "me", {}, 405, "method"),
        ("DELETE", "forms", None, 405, "method"),
        ("GET", "forms/1/moves", None, 405, "method"),
        ("POST", "forms/1/moves", "{", 400, "malformed"),
        ("POST", "forms/1/moves", {"move": "vanish", "revision": 1}, 422, "malformed"),
        ("POST", "forms/1/moves", {"move": "return", "revision": 1, "words": "a\x00"}, 422, "malformed"),
        ("POST", "forms/1/moves", {"move": "return", "revision": 1, "words": "\ud800"}, 422, "malformed"),
        ("PATCH", "forms/1/cells", {"cells": []}, 422, "malformed"),
        ("PATCH", "forms/1/cells", {"cells": [{"table": 1}]}, 422, "malformed"),
        ("PATCH", "forms/1/cells", "x" * (9 * 2**20), 413, "too_large"),
    ],
)
def test_refusals_have_one_shape(
    county: County, method: str, path: str, sent: object, status: int, code: str
) -> None:
    answer = program(county.people[str(Role.UNIT_CLERK)]).ask(method, path, sent)
    assert answer.status_code == status, answer.content.decode()
    assert {one["code"] for one in errors(answer)} == {code}


def test_what_is_wrong_is_named(county: County) -> None:
    asking = program(county.people[str(Role.UNIT_CLERK)])
    answer = asking.ask("POST", "forms/1/moves", {"move": "vanish", "revision": -1})
    assert [one["where"] for one in errors(answer)] == ["move", "revision"]
    answer = asking.ask("PATCH", "forms/1/cells", {"cells": [{"table": "project"}]})
    assert "cells.0.row" in [one["where"] for one in errors(answer)]


def test_a_request_that_is_too_large_is_not_read(county: County, settings: LazySettings) -> None:
    settings.REQUEST_LIMIT = 10
    answer = program(county.people[str(Role.UNIT_CLERK)]).ask("POST", "me", {"x": "long enough"})
    assert (answer.status_code, errors(answer)[0]["code"]) == (413, "too_large")


def test_english_where_a_program_asks_for_it(county: County) -> None:
    asking = program(county.people[str(Role.UNIT_CLERK)])
    for language, told in (
        ("en", "en"),
        ("en-GB,en;q=0.9,zh;q=0.5", "en"),
        ("zh-CN", "zh-hans"),
        ("fr", "zh-hans"),
    ):
        answer = asking.ask("GET", "nowhere", **{"Accept-Language": language})
        assert answer["Content-Language"] == told
        assert errors(answer)[0]["message"].isascii() is (told == "en")
    assert asking.ask("GET", "nowhere")["Content-Language"] == "zh-hans"


def test_a_defect_of_ours_is_told_as_json(county: County, settings: LazySettings) -> None:
    asking = program(county.people[str(Role.UNIT_CLERK)])
    asking.client.raise_request_exception = False
    settings.RATE_LIMITS = {}  # nothing of ours works without
    answer = asking.ask("GET", "me")
    assert (answer.status_code, errors(answer)[0]["code"]) == (500, "failed")
