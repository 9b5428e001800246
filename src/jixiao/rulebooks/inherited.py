"""What a place states against what it takes over: values that an inherited one keeps from counting."""

from collections.abc import Iterator
from typing import Final

from jixiao.rulebooks.resolving import Rulebook, Rules
from jixiao.rulebooks.schema.topics import Group
from jixiao.rulebooks.stated import Problem, plain

_OBJECTS: Final = {"department": "部门", "project": "项目"}


def problems(rulebook: Rulebook) -> Iterator[Problem]:
    """Execution points of the place's own that an inherited scheme overrides with other ones.

    A scheme that gives its execution group points decides. Who changes the points below such a scheme has to
    state the scheme too: else every score keeps the inherited points, and nobody is told.
    """
    own = rulebook.files[0]
    years = sorted(
        {row.from_year for file in rulebook.files for rows in file.schemes.values() for row in rows}
    )
    for number, row in enumerate(own.execution):
        covered = [year for year in years if row.from_year < year and (not row.until or year <= row.until)]
        told: set[str] = set()
        for year in (row.from_year, *covered):
            for scheme, group, holder in _inherited(rulebook.rules(year)):
                if group.points == row.value.points or scheme in told:
                    continue
                told.add(scheme)
                points, other, name = plain(row.value.points), plain(group.points or 0), group.name
                yield Problem(
                    ("execution", number, "value", "points"),
                    f"预算执行写 {points} 分，但 {year} 年度{_OBJECTS.get(scheme, scheme)}评分方案"
                    f"沿用 {holder}，其中“{name}”是 {other} 分，评分时按 {other} 分计。"
                    f"请也写上本地的 schemes.{scheme}，或把 points 改为 {other}。",
                    f"execution has {points} points, but the {scheme} scheme of {year} comes from "
                    f"{holder} and gives its execution group {other}, which count. Write schemes.{scheme} "
                    f"of your own too, or change points to {other}.",
                )


def _inherited(rules: Rules) -> Iterator[tuple[str, Group, str]]:
    """Execution groups with points of their own in schemes that a parent states, and the parent's key."""
    for name, settled in rules.schemes.items():
        if settled.rulebook != rules.key:
            for group in settled.value.groups:
                if group.role == "execution" and group.points is not None:
                    yield name, group, settled.rulebook
