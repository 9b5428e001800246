"""A long form costs as many queries as a short one."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.filings.support import cell, clerk, form, indicators, post, saved, shown
from tests.web.support import County

from jixiao.web.cycles.models import StageKind, Task
from jixiao.web.filings.models import Indicator

LONG = 100


def count(act: Callable[[], object]) -> int:
    """The queries of the act, the second time: what is read once a process is read."""
    act()
    with CaptureQueriesContext(connection) as found:
        act()
    return len(found)


def grown(task: Task) -> None:
    """Make the form long."""
    for place in range(10, LONG + 10):
        Indicator.objects.create(
            project=task.project,
            code=f"x{place}",
            position=place,
            level1="产出指标",
            name=str(place),
            weight=1,
        )


@pytest.mark.parametrize(("kind", "most"), [
    (StageKind.TARGETS, 15), (StageKind.SELF_EVALUATION, 16), (StageKind.MONITORING, 16),
])  # fmt: skip
def test_showing(county: County, kind: str, most: int) -> None:
    task = form(county, kind, **({"through_month": 6} if kind == StageKind.MONITORING else {}))
    indicators(task)
    client = clerk(county)
    short = count(lambda: shown(client, task))
    grown(task)
    long = count(lambda: shown(client, task))
    assert short == long <= most


@pytest.mark.parametrize(
    ("kind", "table"), [(StageKind.SELF_EVALUATION, "indicators"), (StageKind.MONITORING, "progress")]
)
def test_saving_a_column_of_a_long_form_reads_it_once(county: County, kind: str, table: str) -> None:
    task = form(county, kind, **({"through_month": 6} if kind == StageKind.MONITORING else {}))
    indicators(task)
    grown(task)
    client = clerk(county)
    rows = [one.pk for one in Indicator.objects.filter(project=task.project)]
    with CaptureQueriesContext(connection) as few:
        saved(client, task, cell(table, rows[0], "actual", "", "1"))
    with CaptureQueriesContext(connection) as many:
        outcomes = saved(client, task, *(cell(table, row, "actual", "", "2") for row in rows[1:]))
    assert {one["error"] for one in outcomes} == {""}
    writes = len(rows) - 1
    assert len(many) <= len(few) + writes  # one row, one write; nothing is read again


def test_saving_reads_each_part_of_the_form_once(county: County) -> None:
    task = form(county)
    (one,) = indicators(task, 1)
    client = clerk(county)
    saved(client, task, cell("indicators", one.pk, "actual", "", "1"))
    with CaptureQueriesContext(connection) as found:
        saved(client, task, cell("indicators", one.pk, "actual", "1", "2"))
    for table in ("project", "funding", "indicator", "departmentyear", "monitoringperiod"):
        owner = f'FROM "filings_{table}"'
        reads = [query["sql"] for query in found if owner in query["sql"]]
        # The indicators of the department's own appraisal are another part.
        assert len(reads) <= (2 if table == "indicator" else 1), reads
    assert len(found) <= 24


def test_a_whole_row_is_written_once(county: County) -> None:
    task = form(county)
    (one,) = indicators(task, 1)
    cells = [
        cell("indicators", one.pk, name, "", "9") for name in ("actual", "points", "reason", "improvement")
    ]
    with CaptureQueriesContext(connection) as found:
        saved(clerk(county), task, *cells)
    assert sum(query["sql"].startswith('UPDATE "filings_indicator"') for query in found) == 1


def test_adding_and_removing_fifty_rows(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    client = clerk(county)
    with CaptureQueriesContext(connection) as found:
        answer = post(
            client, task, "rows", {"table": "indicators", "add": [{"name": str(one)} for one in range(50)]}
        )
    assert len(found) <= 50 + 60
    rows = [row["id"] for row in answer.json()["tables"]["indicators"]["rows"]]
    with CaptureQueriesContext(connection) as found:
        post(client, task, "rows", {"table": "indicators", "remove": rows})
    assert len(found) <= 50 + 60
