"""What was saved in a form since its workbook was taken out: from the log, through which every write goes."""

import json
from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from jixiao.web.audit.models import Event

if TYPE_CHECKING:
    from jixiao.web.cycles.models import Task

Place = tuple[str, int, str]
"""Table, row and column of a cell."""

_VERBS: Final = ("filings.save_cells", "filings.take_workbook")


def saved_since(task: "Task", when: datetime) -> dict[Place, set[str]]:
    """By cell the texts that stood there before something else was saved.

    The rows are those of the form's project or department, whichever stage's form changed them.
    """
    forms = set(
        type(task).objects.filter(organisation=task.organisation_id, project=task.project_id)
        .values_list("pk", flat=True)
    )  # fmt: skip
    entries = Event.objects.filter(
        place=task.organisation_id, verb__in=_VERBS, outcome="done",
        at__gt=when.astimezone(UTC).isoformat(timespec="microseconds"),
    )  # fmt: skip
    found: dict[Place, set[str]] = defaultdict(set)
    for words in entries.order_by().values_list("details", flat=True):
        told = json.loads(words or "{}")
        if told.get("task") in forms:
            for table, row, column, before, _after in told.get("cells", ()):
                found[table, row, column].add(before)
    return found
