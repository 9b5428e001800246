"""Lines into the groups of a scheme: by prescribed line, by name of the group, else nowhere."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from jixiao.core.dossier.projects import Indicator
from jixiao.rulebooks.schema.topics import FixedLeaf, Group

_IGNORED: Final = re.compile(r"[\s“”\"'‘’]+")


@dataclass(slots=True)
class Placed:
    """A group with its lines, each with the prescribed line that it fills and the innermost group."""

    group: Group
    lines: list[tuple[Indicator, FixedLeaf | None, Group]] = field(default_factory=list)
    missing: list[FixedLeaf] = field(default_factory=list)


@dataclass(slots=True)
class Placing:
    """All groups in the scheme's order, and the lines that fit none."""

    groups: list[Placed]
    unplaced: list[Indicator]


def place(indicators: Sequence[Indicator], groups: Sequence[Group]) -> Placing:
    """Sort the indicators; a scheme without groups takes them under their own level-1 names."""
    if not groups:
        names = dict.fromkeys(indicator.level1 for indicator in indicators)
        groups = [Group(code=f"g{number}", name=name) for number, name in enumerate(names, start=1)]
    placing = Placing([Placed(group) for group in groups], [])
    filled: set[tuple[str, str]] = set()
    for indicator in indicators:
        placed, fixed, inner = _home(indicator, placing.groups, filled)
        if placed is None:
            placing.unplaced.append(indicator)
            continue
        if fixed is not None:
            filled.add((inner.code, fixed.code))
        placed.lines.append((indicator, fixed, inner))
    for placed in placing.groups:
        placed.missing = [
            fixed for inner, fixed in _prescribed(placed.group) if (inner.code, fixed.code) not in filled
        ]
    return placing


def same(one: str, other: str) -> bool:
    """Whether two names of a level or a line mean the same: 产出 and 产出指标 do."""
    return _plain(one) == _plain(other)


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return _IGNORED.sub("", name).removesuffix("指标")


def _home(
    indicator: Indicator, groups: Iterable[Placed], filled: set[tuple[str, str]]
) -> tuple[Placed | None, FixedLeaf | None, Group]:
    """Where a line belongs: its own group first, so that two groups may have lines of one name."""
    own = [placed for placed in groups if _is_named(placed.group, indicator.level1)]
    for placed in own or groups:
        for inner, fixed in _prescribed(placed.group):
            free = (inner.code, fixed.code) not in filled
            if free and (fixed.code == indicator.code or same(fixed.name, indicator.name)):
                return placed, fixed, inner
    for placed in own:
        inner = next((one for one in _within(placed.group) if _is_named(one, indicator.level2)), placed.group)
        return placed, None, inner
    for placed in groups:
        for inner in _within(placed.group):
            if _is_named(inner, indicator.level1):
                return placed, None, inner
    return None, None, Group(code="", name="")


def _is_named(group: Group, name: str) -> bool:
    return bool(name) and any(same(name, one) for one in (group.name, *group.members))


def _within(group: Group) -> Iterator[Group]:
    """All groups below."""
    for inner in group.groups:
        yield inner
        yield from _within(inner)


def _prescribed(group: Group) -> Iterator[tuple[Group, FixedLeaf]]:
    """Every prescribed line of a group and of those below."""
    for one in (group, *_within(group)):
        for fixed in one.leaves:
            yield one, fixed
