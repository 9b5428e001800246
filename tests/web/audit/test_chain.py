"""The log: whatever is done to an entry is found, the database refuses to do it, and writers follow one another."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from tests.web.conftest import open_log
from tests.web.installations import save_migrating
from tests.web.support import County, signed_in

from jixiao.web.audit.models import Event, Head
from jixiao.web.audit.verifying import verify
from jixiao.web.audit.writing import record

pytestmark = pytest.mark.django_db


def ten() -> None:
    for number in range(10):
        record(None, "tests.write", details={"number": number})


def run(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def removed() -> None:
    run("DELETE FROM audit_event WHERE number = 5")


def removed_from_the_end() -> None:
    run("DELETE FROM audit_event WHERE number = 10")


def changed() -> None:
    run("UPDATE audit_event SET details = 'x' WHERE number = 5")


def another_actor() -> None:
    run("UPDATE audit_event SET actor_name = 'x' WHERE number = 5")


def swapped() -> None:
    run("UPDATE audit_event SET number = 99 WHERE number = 4")
    run("UPDATE audit_event SET number = 4 WHERE number = 5")
    run("UPDATE audit_event SET number = 5 WHERE number = 99")


def added_to_the_end() -> None:
    head = Head.objects.get()
    record(None, "tests.false")
    head.save()  # the head does not know of it


def added_between() -> None:
    run("UPDATE audit_event SET number = number + 100 WHERE number > 5")
    run("UPDATE audit_event SET number = number - 99 WHERE number > 100")
    run(
        "INSERT INTO audit_event (number, at, actor_name, verb, outcome, subject, details, previous, hash)"
        " SELECT 6, at, actor_name, 'tests.false', outcome, subject, details, previous, hash"
        " FROM audit_event WHERE number = 5"
    )


@pytest.mark.parametrize(
    "harm", [removed, removed_from_the_end, changed, another_actor, swapped, added_to_the_end, added_between]
)
def test_harm_is_found(harm: Callable[[], None]) -> None:
    ten()
    assert verify().holds
    with open_log():
        harm()
    assert not verify().holds


def test_the_place_of_the_harm_is_named() -> None:
    ten()
    with open_log():
        changed()
    assert [one.number for one in verify().breaks] == [5]


@pytest.mark.parametrize("harm", [removed, changed, swapped])
def test_the_database_refuses(harm: Callable[[], None]) -> None:
    ten()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        harm()


@pytest.mark.parametrize(
    "harm", [lambda: Event.objects.update(verb="x"), lambda: Event.objects.all().delete()]
)
def test_the_program_refuses(harm: Callable[[], None]) -> None:
    ten()
    with pytest.raises(PermissionDenied):
        harm()


def test_an_empty_log_holds() -> None:
    assert verify().holds
    assert verify().entries == 0


def test_an_entry_falls_with_its_write() -> None:
    with transaction.atomic():
        record(None, "tests.write")
        transaction.set_rollback(True)
    assert verify() == verify()
    assert not Event.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_writers_at_once_keep_one_chain_on_postgresql() -> None:
    if connection.vendor != "postgresql":
        return  # SQLite's writers are processes: the next test
    faults: list[Exception] = []

    def write() -> None:
        try:
            for _ in range(10):
                record(None, "tests.write")
        except Exception as error:  # noqa: BLE001  # told below
            faults.append(error)
        finally:
            connection.close()

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert not faults
    assert (verify().entries, verify().breaks) == (40, ())


WRITER = """
from jixiao.web.starting import migrate, start
start()
from jixiao.web.audit.writing import record
for _ in range(15):
    record(None, "tests.write")
"""
CHECK = """
from jixiao.web.starting import migrate, start
start()
from jixiao.web.audit.verifying import verify
print(verify().entries, verify().holds)
"""


@pytest.mark.sqlite
def test_processes_at_once_keep_one_chain_on_sqlite(tmp_path: Path) -> None:
    environment = {**os.environ, "JIXIAO_DATA": str(tmp_path), "DATABASE_URL": "", "PYTHONUTF8": "1"}
    save_migrating(tmp_path)
    prepare = "from jixiao.web.starting import migrate, start\nstart()\nmigrate()"
    subprocess.run([sys.executable, "-c", prepare], env=environment, check=True)
    writers = [subprocess.Popen([sys.executable, "-c", WRITER], env=environment) for _ in range(3)]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    told = subprocess.run(
        [sys.executable, "-c", CHECK], env=environment, check=True, capture_output=True, encoding="utf-8"
    )
    assert told.stdout.split() == ["45", "True"]


def test_the_page_shows_entries_and_finds_harm(county: County) -> None:
    client = signed_in(county.people["audit_administrator"])
    record(county.people["unit_clerk"], "tests.write", place=county.unit)
    words = client.get("/audit/?account=Yan-unit_clerk&verb=tests.write&since=2020-01-01&until=2099-01-01")
    assert "Yan school" in words.content.decode()
    assert "未被改动" in client.post("/audit/check/").content.decode()
    with open_log():
        run("UPDATE audit_event SET details = 'x' WHERE number = 1")
    assert "内容被改动" in client.post("/audit/check/").content.decode()


@pytest.mark.parametrize("query", ["since=2020-02-31", "since=x", "page=x", "page=999", "verb='"])
def test_what_is_asked_wrongly_is_passed_over(county: County, query: str) -> None:
    assert signed_in(county.people["audit_administrator"]).get(f"/audit/?{query}").status_code == 200


@pytest.mark.parametrize("path", ["/audit/?account=%00", "/audit/?page=a%00b", "/%00/"])
def test_a_nul_is_refused(county: County, path: str) -> None:
    assert signed_in(county.people["audit_administrator"]).get(path).status_code == 400
