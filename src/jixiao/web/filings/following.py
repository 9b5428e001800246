"""What the unit stated about a fact of a main task stays with it when the task is given another name.

Paths name a main task by its name, as it has no code: ``appraisal.tasks.Meals.budget``.
"""

from types import SimpleNamespace
from typing import Any

from jixiao.core.dossier.paths import LISTS_OF_PATHS, keys
from jixiao.web.filings.main_task import MainTask
from jixiao.web.filings.models import DepartmentYear

_WHERE = ("appraisal", "tasks")


def named(year: DepartmentYear) -> dict[int, str]:
    """The step of each main task in a path, by its row's number; below 0 are those that no row can hold."""
    told = year.facts.get("appraisal", {}).get("tasks", [])  # these come first
    rows = list(MainTask.objects.filter(department_year=year))
    numbers = [*(-place for place in range(1, len(told) + 1)), *(row.pk for row in rows)]
    steps = keys([*(SimpleNamespace(name=one.get("name", "")) for one in told), *rows])
    return dict(zip(numbers, steps, strict=True))


def follow(year: DepartmentYear, before: dict[int, str]) -> None:
    """Lead the stored paths to the main tasks by the names that they have by now.

    ``before`` is what `named` gave before some were renamed, taken out or brought back.
    """
    steps = named(year)
    now = {old: steps[row] for row, old in before.items() if row in steps and steps[row] != old}
    if not now:
        return
    stored = DepartmentYear.objects.select_for_update().get(pk=year.pk)
    changed = [_led(row, now) for name in LISTS_OF_PATHS for row in stored.facts.get(name, [])]
    if any(changed):
        stored.save(update_fields=["facts"])
        year.facts = stored.facts


def _led(row: dict[str, Any], now: dict[str, str]) -> bool:
    steps = str(row["fact"]).split(".")
    if tuple(steps[:2]) != _WHERE or len(steps) <= len(_WHERE) or steps[2] not in now:
        return False
    row["fact"] = ".".join((*_WHERE, now[steps[2]], *steps[3:]))
    return True
