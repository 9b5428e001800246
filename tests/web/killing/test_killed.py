"""The server is killed with everything it started while people save, hand in and import.

What was acknowledged is there afterwards, and nothing is there by half: two cells of one save, a project of an
import, a move without its version or its entry in the log.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count, pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.web.installations import Installation, installation
from tests.web.killing.serving import Browser, Client, Clients, running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="process groups are of POSIX")
SCRIPTS = Path(__file__).with_name("scripts.py")
ROUNDS = 2
ENOUGH = 6
"""Acknowledged saves of each client, imports and moves after which the server is killed."""
Cells = dict[int, tuple[str, str]]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Installation]:
    with installation(tmp_path / "data", tables=True) as made:
        made.folder.mkdir(exist_ok=True)
        (made.folder / "this-is-a-demo.txt").touch()
        told = made.run("demo", "--no-serve")
        assert told.returncode == 0, told.stderr
        yield made


@pytest.mark.long
def test_killed_in_the_middle(site: Installation) -> None:
    about = json.loads(script(site, "prepare"))
    shown: Cells = {pk: (actual, reason) for pk, actual, reason in about["rows"][:3]}
    everybody = Clients()
    savers = {pk: everybody.one() for pk in shown}
    imports, moves = everybody.one(), everybody.one()
    for number in range(ROUNDS):
        until_killed(site, about, shown, everybody, savers, imports, moves, f"r{number}")
        with running(site):
            told = site.run("audit", "verify")
            assert (told.returncode, "未被改动" in told.stdout) == (0, True), told.stdout
        there = json.loads(script(site, "look", str(about["saved"]), str(about["moved"])))
        shown = saves_stand(there, savers)
        imports_stand(there, imports)
        moves_stand(about["stood"], there["stands"], moves)


def until_killed(  # noqa: PLR0913, PLR0917  # everybody who takes part
    site: Installation, about: dict[str, Any], shown: Cells, everybody: Clients,
    savers: dict[int, Client], imports: Client, moves: Client, mark: str,
) -> None:  # fmt: skip
    """Everybody at work, until the server is killed with its workers."""
    importing = [sys.executable, str(SCRIPTS), "import", mark]
    everybody.start()
    with (
        running(site) as server,
        ThreadPoolExecutor(len(everybody.all)) as threads,
        subprocess.Popen(
            importing, env=site.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        ) as importer,
    ):
        saving, moving = (Browser(server.port, session) for session in about["sessions"])
        at_work = [
            threads.submit(save, saving, about["saved"], pk, client, shown[pk], mark)
            for pk, client in savers.items()
        ]
        at_work.append(threads.submit(hand_in, moving, about["moved"], moves))
        at_work.append(threads.submit(follow, importer, imports, everybody))
        try:
            everybody.wait_for_more(ENOUGH, at_work)
        finally:
            server.kill()
            importer.kill()
            everybody.stop()
        for one in at_work:
            one.result()


def saves_stand(there: dict[str, Any], savers: dict[int, Client]) -> Cells:
    """Both cells of a save or none, of the last that was acknowledged or the one after; and so says the log."""
    last = {(row, column): after for _, row, column, _, after in there["told"]}
    found: Cells = {pk: (actual, reason) for pk, actual, reason in there["rows"] if pk in savers}
    for pk, (actual, reason) in found.items():
        assert actual == reason  # of one save
        assert actual in savers[pk].may_stand
        assert (last[pk, "actual"], last[pk, "reason"]) == (actual, reason)
    return found


def imports_stand(there: dict[str, Any], imports: Client) -> None:
    """All projects of one import."""
    assert len(set(there["imported"])) == 1
    assert there["imported"][0] in imports.may_stand
    assert len(imports.done) <= there["imports"] - 1 <= len(imports.sent)  # the demo made one


def moves_stand(before: dict[str, Any], now: dict[str, Any], moves: Client) -> None:
    """State, steps, versions and the log agree, and no acknowledged step is missing."""
    assert now["moves"][: len(before["moves"])] == before["moves"]
    steps = [verb for verb, *_ in now["moves"][len(before["moves"]) :]]
    assert steps in (moves.done, moves.sent)
    assert now["state"] == now["moves"][-1][2]
    assert all(left == found for (_, _, left), (_, found, _) in pairwise(now["moves"]))
    assert now["versions"] == before["versions"] + steps.count("submit")
    assert now["revision"] == before["revision"] + len(steps)
    assert now["events"] == [*before["events"], *(f"cycles.{verb}_task" for verb in steps)]
    moves.done, moves.sent = list(steps), list(steps)


def save(browser: Browser, task: int, pk: int, client: Client, before: tuple[str, str], mark: str) -> None:
    """The same words into two cells of a row, as fast as they are acknowledged."""
    for number in count():
        words = f"{mark}-{number}"
        cells = [
            {"table": "indicators", "row": pk, "column": column, "before": old, "after": words}
            for column, old in zip(("actual", "reason"), before, strict=True)
        ]
        client.send(words)
        answer = browser.post(f"/filings/tasks/{task}/cells/", json.dumps({"cells": cells}).encode())
        if answer is None:
            return
        assert [one["error"] for one in json.loads(answer)["cells"]] == ["", ""]
        client.acknowledge(words)
        before = (words, words)


def hand_in(browser: Browser, task: int, client: Client) -> None:
    """Hand in and take back. The page that the answer leads to says whether it was done."""
    while True:
        verb = "submit" if len(client.sent) % 2 == 0 else "withdraw"
        client.send(verb)
        page = browser.post(f"/cycles/tasks/{task}/{verb}/", b"confirmed=1")
        if page is None:
            return
        assert "已办理。" in page.decode(), page.decode()
        client.acknowledge(verb)


def follow(importer: subprocess.Popen[str], client: Client, everybody: Clients) -> None:
    """Have the next import begun when everybody else got on: SQLite lets a writer without a pause starve them."""
    assert importer.stdin is not None
    assert importer.stdout is not None
    while everybody.wait_for_others(client):
        try:
            importer.stdin.write("\n")
            importer.stdin.flush()
        except OSError:
            return
        for line in (importer.stdout.readline(), importer.stdout.readline()):
            what, _, name = line.strip().partition(" ")
            if not what:
                return
            (client.send if what == "sent" else client.acknowledge)(name)


def script(site: Installation, *arguments: str) -> str:
    told = subprocess.run(
        [sys.executable, str(SCRIPTS), *arguments],
        env=site.environment(), capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    return told.stdout
