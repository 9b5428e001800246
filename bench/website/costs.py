"""What one view of each page costs in processor time: of the site's program and of the database's server."""

import statistics
import time
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from bench.website.visitors import Visit, Visits
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of the processor, as means of some visits, and the queries of the last one."""

    program: float
    database: float
    queries: int


def costs(visits: Visits, rounds: int) -> dict[str, Cost]:
    """The costs of each page, visited in this process, without a server between."""
    return {name: _cost([visits.draw(name) for _ in range(rounds + 2)]) for name in visits.names}


def _cost(drawn: list[Visit]) -> Cost:
    client = Client(SERVER_NAME="127.0.0.1")
    program, database, queries = [], [], 0
    for number, visit in enumerate(drawn):
        began, began_database = time.process_time(), _server()
        with CaptureQueriesContext(connection) if number == len(drawn) - 1 else nullcontext() as captured:
            for wrong in _visit(client, visit):
                raise RuntimeError(f"{visit.page} {visit.address}: {wrong}")
        if (
            0 < number < len(drawn) - 1
        ):  # the first loads what later ones have; the last writes its queries down
            program.append(time.process_time() - began)
            database.append(_server() - began_database)
        queries = len(captured) if captured else 0
    return Cost(statistics.mean(program) * 1000, statistics.mean(database) * 1000, queries)


def _visit(client: Client, visit: Visit) -> Iterator[str]:
    """What is wrong with the answers."""
    client.cookies.clear()
    headers = {
        "HTTP_" + name.upper().replace("-", "_"): words
        for name, words in visit.visitor.headers.items()
        if name != "Content-Type"
    }
    method = "POST" if visit.content else "GET"
    answer = client.generic(method, visit.address, visit.content, "application/json", **headers)
    if wrong := visit.check(answer.status_code, answer.content):
        yield wrong


def _server() -> float:
    """Seconds that the database's process for this connection has worked; 0 where nobody tells."""
    if connection.vendor != "postgresql" or connection.connection is None:
        return 0.0
    path = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    try:
        return int(path.read_text(encoding="ascii").split()[0]) / 1e9
    except OSError:
        return 0.0
