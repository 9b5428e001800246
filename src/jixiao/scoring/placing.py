"""Lines into the groups of a scheme: by prescribed line, by name of the group, else nowhere."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from jixiao.core.dossier.projects import Indicator
from jixiao.rulebooks.schema.topics import FixedLeaf, Group, Scheme

_NOWHERE: Final = Group(code="", name="")
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


@dataclass(frozen=True, slots=True)
class _Home:
    """A group with all that its lines are known by: names of groups below it, and prescribed lines."""

    group: Group
    names: frozenset[str]
    within: tuple[tuple[Group, frozenset[str]], ...]
    prescribed: tuple[tuple[Group, FixedLeaf], ...]

    @classmethod
    def of(cls, group: Group) -> "_Home":
        below = tuple(_within(group))
        return cls(
            group,
            _names(group),
            tuple((inner, _names(inner)) for inner in below),
            tuple((one, fixed) for one in (group, *below) for fixed in one.leaves),
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """The groups of a scheme, ready to take the lines of any number of projects."""

    homes: tuple[_Home, ...]
    named: Mapping[str, tuple[int, ...]]  # places of the homes that have a name

    def place(self, indicators: Sequence[Indicator]) -> Placing:
        """Sort the indicators; a scheme without groups takes them under their own level-1 names."""
        if indicators and not self.homes:
            names = dict.fromkeys(indicator.level1 for indicator in indicators)
            own = [Group(code=f"g{number}", name=name) for number, name in enumerate(names, start=1)]
            return _layout(own).place(indicators)
        placing = Placing([Placed(home.group) for home in self.homes], [])
        filled: set[tuple[str, str]] = set()
        for indicator in indicators:
            at, fixed, inner = self._find(indicator, filled)
            if at is None:
                placing.unplaced.append(indicator)
                continue
            if fixed is not None:
                filled.add((inner.code, fixed.code))
            placing.groups[at].lines.append((indicator, fixed, inner))
        for placed, home in zip(placing.groups, self.homes, strict=True):
            placed.missing = [
                fixed for inner, fixed in home.prescribed if (inner.code, fixed.code) not in filled
            ]
        return placing

    def _find(
        self, indicator: Indicator, filled: set[tuple[str, str]]
    ) -> tuple[int | None, FixedLeaf | None, Group]:
        """Where a line belongs: its own group first, so that two groups may have lines of one name."""
        name = _plain(indicator.level1) if indicator.level1 else None
        own = () if name is None else self.named.get(name, ())
        for at in own or range(len(self.homes)):
            for inner, fixed in self.homes[at].prescribed:
                free = (inner.code, fixed.code) not in filled
                if free and (fixed.code == indicator.code or same(fixed.name, indicator.name)):
                    return at, fixed, inner
        if own:
            home, below = self.homes[own[0]], _plain(indicator.level2) if indicator.level2 else None
            return own[0], None, next((one for one, names in home.within if below in names), home.group)
        for at, home in enumerate(self.homes):
            for inner, names in home.within:
                if name in names:
                    return at, None, inner
        return None, None, _NOWHERE


def layout(scheme: Scheme) -> Layout:
    """The groups of a scheme."""
    return _layout(scheme.groups)


def same(one: str, other: str) -> bool:
    """Whether two names of a level or a line mean the same: 产出 and 产出指标 do."""
    return _plain(one) == _plain(other)


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return _IGNORED.sub("", name).removesuffix("指标")


def _layout(groups: Iterable[Group]) -> Layout:
    homes = tuple(map(_Home.of, groups))
    every = {name for home in homes for name in home.names}
    return Layout(
        homes,
        {name: tuple(at for at, home in enumerate(homes) if name in home.names) for name in every},
    )


def _names(group: Group) -> frozenset[str]:
    return frozenset(_plain(name) for name in (group.name, *group.members))


def _within(group: Group) -> Iterator[Group]:
    """All groups below."""
    for inner in group.groups:
        yield inner
        yield from _within(inner)
