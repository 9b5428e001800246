"""Two people at the same time: one of them moves the form, the other is told. Threads on PostgreSQL, processes on SQLite."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection, transaction
from tests.support import ROOT
from tests.web.cycles import racing
from tests.web.installations import save_migrating
from tests.web.waiting import somebody_waits_for_us

RACES: dict[str, tuple[Callable[[int], str], set[str]]] = {
    "review": (racing.review, {"moved", "Changed"}),
    "dispatch": (racing.dispatch, {"sent 5", "sent 0"}),
    "bring": (racing.bring, {"made 3", "made 0"}),
    "carry": (racing.carry, {"made 3", "made 0"}),
    "take": (racing.take, {"1 there"}),
    "found": (racing.found, {"made 3", "made 0"}),
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", RACES)
def test_at_once_on_postgresql(name: str) -> None:
    if connection.vendor != "postgresql":
        return  # the next test
    racing.prepare()
    race, expected = RACES[name]
    ready = threading.Barrier(2)
    became: list[str] = []

    def run(number: int) -> None:
        try:
            ready.wait()
            became.append(race(number))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(became) == expected
    assert racing.agree()


@pytest.mark.django_db(transaction=True)
def test_an_import_waits_for_who_adds_a_project_on_postgresql() -> None:
    if connection.vendor != "postgresql":
        return  # SQLite lets one write at a time
    racing.prepare()
    became: list[str] = []

    def run() -> None:
        try:
            became.append(racing.take(0))
        finally:
            connection.close()

    importing = threading.Thread(target=run)
    with transaction.atomic():
        added = racing.take(1)
        importing.start()
        while importing.is_alive() and not somebody_waits_for_us():
            pass
    importing.join()
    assert (added, became) == ("1 there", ["1 there"])
    assert racing.agree()


def told(folder: Path, *words: str) -> subprocess.Popen[str]:
    """One of the people, a process of its own, on SQLite in this folder."""
    environment = {
        **os.environ, "JIXIAO_DATA": str(folder), "DATABASE_URL": "", "PYTHONUTF8": "1",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
    }  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-m", "tests.web.cycles.racing", *words],
        env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which every race begins; each runs in a copy."""
    folder = tmp_path_factory.mktemp("prepared")
    save_migrating(folder)
    assert told(folder, "prepare").communicate()[0].split() == ["ready"]
    return folder


@pytest.mark.sqlite
@pytest.mark.parametrize("name", RACES)
def test_at_once_on_sqlite(name: str, prepared: Path, tmp_path: Path) -> None:
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    racers = [told(tmp_path, name, str(number)) for number in range(2)]
    assert [one.stdout.readline().strip() for one in racers] == ["ready", "ready"]
    for one in racers:
        one.stdin.write("go\n")
        one.stdin.flush()
    assert {one.communicate()[0].strip() for one in racers} == RACES[name][1]
    assert told(tmp_path, "agree").communicate()[0].split()[-1] == "True"
