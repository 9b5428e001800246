"""Entries in words: every verb of the program has its own, and what is sealed stays as it was."""

import re
from pathlib import Path

import pytest
from django.utils.dateparse import parse_date
from tests.web.support import County, signed_in

import jixiao.web
from jixiao.web.audit.labels import VERBS, begins, details, local, subject, verb
from jixiao.web.audit.models import Event
from jixiao.web.audit.writing import record

WRITTEN = re.compile(r'(?:^    verb = |record\(\s*\w+,\s*)"([\w.]+)"', re.MULTILINE)


def test_every_verb_has_words_and_no_other() -> None:
    folder = Path(str(jixiao.web.__file__)).parent
    found = {
        name for file in folder.rglob("*.py") for name in WRITTEN.findall(file.read_text(encoding="utf-8"))
    }
    assert found == set(VERBS)
    assert len({str(one) for one in VERBS.values()}) == len(VERBS)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("", ""),
        ('{"state": "final", "node": 2}', "状态：终审通过；审核环节：2"),
        ('{"role": "unit_clerk", "until": null}', "角色：单位经办人；至：—"),
        ('{"rows": [1, 2], "confirmed": true}', "行：1、2；已确认提示：是"),
        ('{"never_named": {"a": 1}}', "never_named：a 1"),
        ("x", "x"),
        ("[1]", "[1]"),
    ],
)
def test_details_in_words(written: str, shown: str) -> None:
    assert details(written) == shown


@pytest.mark.parametrize(
    ("written", "about", "shown"),
    [
        ('{"source": "audit"}', "rectifications.demand:1", "问题来源：审计和监督检查"),
        ('{"kind": "recheck"}', "cycles.stage:6", "类别：自评复核"),
        ('{"kind": "department"}', "organisations.organisation:3", "类别：部门"),
        ('{"kinds": ["department_target", "final_accounts"]}', "cycles.task:3",
         "类别：部门整体绩效目标表、部门决算"),
        ('{"state": "pending"}', "rectifications.demand:1", "状态：待验收"),
        ('{"path": ""}', "cycles.comment:1", "栏目：整份表"),
        ('{"kind": "gone_long_ago"}', "gone.thing:1", "类别：gone_long_ago"),
    ],
)  # fmt: skip
def test_a_value_has_the_words_of_its_own_field(written: str, about: str, shown: str) -> None:
    assert details(written, about) == shown


def test_a_field_that_was_commented_on_is_no_path() -> None:
    shown = details('{"path": "indicators.i1.reason"}', "cycles.comment:1")
    assert "indicators" not in shown


def test_times_are_those_of_the_place() -> None:
    assert local("2026-03-01T17:30:00.000000+00:00") == "2026-03-02 01:30:00"
    assert local("long ago") == "long ago"
    day = parse_date("2026-03-02")
    assert day is not None
    assert begins(day) == "2026-03-01T16:00:00.000000+00:00"
    assert begins(day, after=1) == "2026-03-02T16:00:00.000000+00:00"


def test_unknown_things_keep_their_names() -> None:
    assert verb("gone.long_ago") == "gone.long_ago"
    assert subject("gone.thing:5") == "gone.thing:5"
    assert subject("cycles.task:5") == "任务 5"


@pytest.mark.django_db
def test_the_page_has_words_and_the_file_what_is_sealed(county: County) -> None:
    client = signed_in(county.people["audit_administrator"])
    record(
        county.people["unit_clerk"], "cycles.return_task", place=county.unit, details={"state": "returned"}
    )
    page = client.get("/audit/?verb=cycles.return_task").content.decode()
    assert "退回表单" in page
    assert "状态：已退回" in page
    file = client.get("/audit/?verb=cycles.return_task&format=csv").content.decode("utf-8-sig")
    event = Event.objects.get(verb="cycles.return_task")
    assert "cycles.return_task" in file
    assert event.at in file
    assert event.hash in file
