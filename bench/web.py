"""Speed of the site with a big county: ``python bench/web.py [--units N] [--projects N] [--seconds S] ...``.

Fills SQLite in a temporary folder and a PostgreSQL server of its own (skipped with a line where its programs
are missing), starts ``jixiao serve`` on this machine and visits the most used pages as people of every role.
Visits are due at fixed times whether or not earlier ones were answered, and the time of one counts from when
it was due: a slow answer makes the next ones late as it would for people. Prints for each page the
processor's time of a view (of the program and of the database's server, measured in one process before the
site starts: it depends little on what else the machine does), its queries, p50, p95, p99 and errors. The
visitors run on the same processors as the server.
"""

import argparse
import http.client
import os
import queue
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools import postgresql

if TYPE_CHECKING:
    from bench.website.costs import Cost
    from bench.website.visitors import Visit

PAGES = {
    "home": "/", "tasks": "/cycles/tasks/", "task": "", "grid": "", "cells": "", "cycle": "/cycles/1/",
    "organisations": "/organisations/", "accounts": "/people/", "documents": "/documents/",
    "dashboards": "/dashboards/",
}  # fmt: skip
PEOPLE = (
    *(f"clerk{body}" for body in range(20, 60)), *(f"lead{body}" for body in range(3, 11)),
    *(f"line{number}" for number in range(4)), *(f"officer{number}" for number in range(3)),
    "system", "security",
)  # fmt: skip
AIM = 300  # ms at p95


def main() -> int:
    """Measure what was asked for; status 1 where an error came or the aim was missed on PostgreSQL."""
    asked = _arguments()
    if asked.inside:
        return _inside(asked)
    worst = 0
    for database in asked.databases:
        with _database(database, asked.keep) as environment:
            if environment is None:
                sys.stderr.write("SKIPPED: PostgreSQL is missing: install postgresql\n")
                continue
            command = [sys.executable, __file__, "--inside", *sys.argv[1:]]
            worst = max(worst, subprocess.run(command, env=environment, check=False).returncode)
    return worst


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--units", type=int, default=2_000)
    parser.add_argument("--projects", type=int, default=50_000)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rate", type=float, default=20.0, help="requests per second")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=20, help="views of each page for its processor's time")
    parser.add_argument(
        "--databases", nargs="+", default=["postgresql", "sqlite"], choices=["postgresql", "sqlite"]
    )
    parser.add_argument(
        "--keep", default="", help="a folder that keeps the filled databases for the next run"
    )
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


@contextmanager
def _database(kind: str, keep: str) -> Iterator[dict[str, str] | None]:
    folder = Path(keep or tempfile.mkdtemp(prefix="jixiao-bench-")) / kind
    folder.mkdir(parents=True, exist_ok=True)
    environment = {
        **os.environ,
        "JIXIAO_DATA": str(folder),
        "JIXIAO_HTTPS": "0",
        "JIXIAO_TOTP_FOR_ADMINISTRATORS": "0",
        "DATABASE_URL": "",
        "PYTHONUTF8": "1",
    }
    try:
        if kind == "sqlite":
            yield environment
        elif given := os.environ.get(postgresql.GIVEN):
            yield {**environment, "DATABASE_URL": given}
        elif programs := postgresql.found():
            settings = (
                "listen_addresses=",
                "max_connections=60",
                "shared_buffers=512MB",
            )  # safe at a power cut
            with postgresql.server(programs, settings) as address:
                yield {**environment, "DATABASE_URL": address}
        else:
            yield None
    finally:
        if not keep:
            shutil.rmtree(folder.parent, ignore_errors=True)


def _inside(asked: argparse.Namespace) -> int:
    # Imported here: only this process has the environment that Django reads.
    from jixiao.web.starting import migrate, start  # noqa: PLC0415

    start()
    migrate()
    from bench.website.costs import costs  # noqa: PLC0415
    from bench.website.filling import Size, fill  # noqa: PLC0415
    from bench.website.visitors import Visits, sign_in  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from jixiao.web.people.models import User  # noqa: PLC0415

    size = Size(asked.units, asked.projects)
    began = time.perf_counter()
    if not User.objects.exists():
        print(f"{connection.vendor}: {fill(size)} in {time.perf_counter() - began:.0f} s", flush=True)
    visits = Visits(size, sign_in(list(PEOPLE)), seed=int(began), pages=PAGES)
    spent = costs(visits, asked.rounds)
    connection.close()
    if not asked.seconds:
        return _report(connection.vendor, {}, [], spent, asked)
    with _site(asked.workers) as port:
        _drive(
            port, [visits.draw() for _ in range(40)], asked.rate / 2
        )  # the first requests load the program
        due = [visits.draw() for _ in range(int(asked.rate * asked.seconds))]
        times, errors = _drive(port, due, asked.rate)
    return _report(connection.vendor, times, errors, spent, asked)


@contextmanager
def _site(workers: int) -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "jixiao.cli", "serve", "--port", str(port), "--workers", str(workers)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8")
    listens = threading.Event()
    reader = threading.Thread(target=_read, args=(server, listens))
    reader.start()
    try:
        listens.wait()
        if server.poll() is not None:
            raise SystemExit(f"the site ended before it listened: {server.returncode}")
        yield port
    finally:
        server.terminate()
        server.wait()
        reader.join()


def _read(server: "subprocess.Popen[str]", listens: threading.Event) -> None:
    """Pass on what the site says, so that it never waits for a reader; its address says that it listens."""
    for line in server.stderr or ():
        sys.stderr.write(line)
        if "网站：" in line:
            listens.set()
    listens.set()  # it ended


def _drive(port: int, visits: "list[Visit]", rate: float) -> tuple[dict[str, list[float]], list[str]]:
    """Milliseconds of every answer by page, and what went wrong."""
    times: dict[str, list[float]] = {}
    errors: list[str] = []
    waiting: queue.Queue[tuple[float, Visit] | None] = queue.Queue()
    begin = time.perf_counter() + 0.2

    def work() -> None:
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while (taken := waiting.get()) is not None:
            due, visit = taken
            try:
                method = "POST" if visit.content else "GET"
                link.request(method, visit.address, visit.content or None, visit.visitor.headers)
                answer = link.getresponse()
                content = answer.read()
                wrong = visit.check(answer.status, content)
            except (OSError, http.client.HTTPException, ValueError) as error:
                wrong = repr(error)
                link.close()
            times.setdefault(visit.page, []).append((time.perf_counter() - due) * 1000)
            if wrong:
                errors.append(f"{visit.page} {visit.address} {visit.visitor.role}: {wrong}")

    workers = [threading.Thread(target=work) for _ in range(24)]
    for worker in workers:
        worker.start()
    for number, visit in enumerate(visits):
        due = begin + number / rate
        time.sleep(max(0.0, due - time.perf_counter()))
        waiting.put((due, visit))
    for _ in workers:
        waiting.put(None)
    for worker in workers:
        worker.join()
    return times, errors


def _report(
    vendor: str,
    times: dict[str, list[float]],
    errors: list[str],
    spent: "dict[str, Cost]",
    asked: argparse.Namespace,
) -> int:
    print(f"\n{vendor}: {asked.units} units, {asked.projects} projects, {asked.projects * 15} indicators, "
          f"{asked.rate:g} views a second for {asked.seconds} s, {asked.workers} processes")  # fmt: skip
    print(f"{'page':<16}{'program ms':>11}{'database ms':>12}{'queries':>8}{'views':>8}"
          f"{'p50 ms':>8}{'p95 ms':>8}{'p99 ms':>8}{'errors':>8}")  # fmt: skip
    everything = sorted(one for page in times.values() for one in page)
    for page, cost in spent.items():
        wrong = sum(one.startswith(f"{page} ") for one in errors)
        print(f"{page:<16}{cost.program:>11.1f}{cost.database:>12.1f}{cost.queries:>8}"
              f"{_shares(times.get(page, []))}{wrong:>8}")  # fmt: skip
    print(f"{'all':<16}{'':>31}{_shares(everything)}{len(errors):>8}")
    for one in errors[:5]:
        print(f"  {one}")
    print(f"load of the machine, one minute: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    missed = bool(everything) and everything[int(len(everything) * 0.95)] > AIM
    return int(bool(errors) or (missed and vendor == "postgresql"))


def _shares(found: list[float]) -> str:
    """How many views there were, and half, 95 and 99 of a hundred of them took no longer."""
    ordered = sorted(found)
    if not ordered:
        return f"{0:>8}" + f"{'-':>8}" * 3
    places = (min(len(ordered) - 1, int(len(ordered) * part)) for part in (0.5, 0.95, 0.99))
    return f"{len(ordered):>8}" + "".join(f"{ordered[place]:>8.0f}" for place in places)


if __name__ == "__main__":
    raise SystemExit(main())
