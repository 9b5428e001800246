"""A code finds one group or line of a scheme, a name one case."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.rulebooks.schema.rulebook import Case, Row
from jixiao.rulebooks.schema.topics import FixedLeaf, Group
from jixiao.rulebooks.stated import Problem, Stated

if TYPE_CHECKING:
    from jixiao.core.toml_places import Path


def problems(stated: Stated) -> Iterator[Problem]:
    """Codes of groups or of lines that a scheme gives twice, names of cases given twice."""
    rows = [path for path, _ in stated.parts(Row)]
    kinds: tuple[type[Group | FixedLeaf], ...] = (Group, FixedLeaf)
    for kind in kinds:
        seen: dict[tuple[Path, str], str] = {}
        for path, part in stated.parts(kind):
            place = (next(row for row in rows if path[: len(row)] == row), part.code)
            if place in seen:
                yield Problem(
                    (*path, "code"),
                    f"代码“{part.code}”已经给了“{seen[place]}”。请给“{part.name}”换一个代码。",
                    f"the code {part.code!r} already belongs to {seen[place]}. Give {part.name} another.",
                )
            seen.setdefault(place, part.name)
    names: set[str] = set()
    for path, case in stated.parts(Case):
        if case.name in names:
            yield Problem(
                (*path, "name"),
                f"有两个算例都叫“{case.name}”。请给其中一个换名。",
                f"two cases are named {case.name}. Rename one.",
            )
        names.add(case.name)
