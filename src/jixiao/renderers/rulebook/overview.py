"""What `jixiao rulebook list` tells about each rulebook."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from jixiao.renderers.excerpt import width_of
from jixiao.renderers.rulebook.terms import span, term
from jixiao.renderers.wording import Language
from jixiao.rulebooks.resolving import stated_rows
from jixiao.rulebooks.schema.rulebook import RulebookFile

_HEADS = {
    "zh": ("规则库", "地区", "级次", "上级", "自有规定的年度", "已核实", "假设"),
    "en": ("key", "name", "level", "parent", "years of its own rows", "verified", "assumed"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One rulebook: its own rows only, not what it inherits. ``first`` is None where it states nothing."""

    key: str
    name: str
    level: str
    parent: str
    first: int | None
    until: int | None
    verified: int
    assumed: int

    @classmethod
    def of(cls, file: RulebookFile) -> "Entry":
        """What a file states itself."""
        rows = [row for _, _, row in stated_rows(file)]
        ends = [row.until for row in rows if row.until is not None]
        return cls(
            file.key,
            file.name,
            file.level,
            file.parent,
            min((row.from_year for row in rows), default=None),
            max(ends) if len(ends) == len(rows) and ends else None,
            sum(row.verified for row in rows),
            sum(not row.verified for row in rows),
        )

    def data(self) -> dict[str, Any]:
        """For programs."""
        return asdict(self)

    def cells(self, language: Language) -> tuple[str, ...]:
        """For the table."""
        own = "—" if self.first is None else span(self.first, self.until, language)
        return (
            self.key,
            self.name,
            term(self.level, language),
            self.parent or "—",
            own,
            str(self.verified),
            str(self.assumed),
        )


def ordered(entries: Sequence[Entry]) -> list[Entry]:
    """Every place behind its parent."""
    keys = {entry.key for entry in entries}
    roots = [entry for entry in entries if entry.parent not in keys]
    found: list[Entry] = []
    waiting = sorted(roots, key=lambda entry: entry.key, reverse=True)
    while waiting:
        found.append(waiting.pop())
        children = [entry for entry in entries if entry.parent == found[-1].key]
        waiting += sorted(children, key=lambda entry: entry.key, reverse=True)
    return found


def table(entries: Sequence[Entry], language: Language) -> str:
    """The list as aligned columns, a Chinese character counted as two."""
    lines = [_HEADS[language], *(entry.cells(language) for entry in ordered(entries))]
    widths = [max(width_of(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "".join(
        "  ".join(
            f"{text}{' ' * (width - width_of(text))}" for text, width in zip(line, widths, strict=True)
        ).rstrip()
        + "\n"
        for line in lines
    )
