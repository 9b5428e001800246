"""Automatic numbers: files of Word keep only the rules of a list; the numbers are counted as Word does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from jixiao.formats.counting import format_number

LEVELS: Final = 9


@dataclass(slots=True)
class Level:
    """The rule of one level; ``text`` holds %1 … %9 for the counters of levels.

    ``restart``: the level begins anew after a paragraph of any level before this one (1-based); 0 never, None
    after every higher one. ``suffix`` is tab, space or nothing; ``style`` the style it belongs to.
    """

    start: int = 0  # what the standard says of a level without a start
    number_format: str = "decimal"
    pattern: str = ""
    text: str = ""
    legal: bool = False
    restart: int | None = None
    suffix: str = "tab"
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """The number of one paragraph: ``text`` as shown ("" for a bullet), ``level`` of its list from 0."""

    text: str
    level: int
    suffix: str
    bullet: bool = False


@dataclass(slots=True)
class NumberedList:
    """The levels of a list, the counters that it counts with (shared with its siblings), its new starts."""

    levels: dict[int, Level]
    counters: list[int | None]
    restarts: dict[int, int] = field(default_factory=dict)

    def label(self, level: int) -> Label | None:
        """Count one paragraph, in reading order, and return its number; None where there is no such level."""
        rule = self.levels.get(level)
        if rule is None:
            return None
        self._count(level)
        if rule.number_format == "bullet":
            return Label("", level, rule.suffix, bullet=True)
        return Label(self._write(level), level, rule.suffix)

    def _count(self, level: int) -> None:
        counters = self.counters
        restart = self.restarts.pop(level, None)
        current = counters[level]
        if restart is not None:
            counters[level] = restart
        else:
            counters[level] = self.levels[level].start if current is None else current + 1
        for above in range(level):  # a level that was skipped counts as begun
            if counters[above] is None:
                counters[above] = self.levels[above].start if above in self.levels else 1
        for below in range(level + 1, LEVELS):
            rule = self.levels.get(below)
            after = below if rule is None or rule.restart is None else rule.restart
            if after and level < after:
                counters[below] = None

    def _write(self, level: int) -> str:
        """The text of the level with %1 … %9 replaced by the counters."""
        rule = self.levels[level]
        parts = rule.text.split("%")
        shown = [parts[0]]
        for part in parts[1:]:
            depth = int(part[0]) - 1 if part[:1] in tuple("123456789") else None
            if depth is None:
                shown.append("%" + part)
                continue
            source = self.levels.get(depth, rule)
            counter = self.counters[depth]
            if depth <= level and counter is not None:
                name = (
                    "decimal"
                    if rule.legal and source.number_format not in ("none", "decimalZero")
                    else source.number_format
                )
                shown.append(format_number(counter, name, source.pattern))
            shown.append(part[1:])
        return "".join(shown)
