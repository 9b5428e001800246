"""What applies in a fiscal year: a child's row wins for the years it covers, else the parent's.

A topic's value is whole and is never merged.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from jixiao.rulebooks.schema.rulebook import Row, RulebookFile, Source
from jixiao.rulebooks.schema.topics import (
    Deadlines,
    Direction,
    ExAnteRules,
    Execution,
    Framework,
    Grades,
    Linkages,
    Monitoring,
    Overshoot,
    Part,
    Proofs,
    Rounding,
    Rule,
    Scheme,
    Sections,
    Signing,
)

Topic = TypeVar("Topic", bound=Part)
Key = TypeVar("Key")


TOPICS: Final = (
    "grades",
    "rounding",
    "execution",
    "leaf_rules",
    "overshoot",
    "framework",
    "schemes",
    "monitoring",
    "ex_ante",
    "linkages",
    "sections",
    "proofs",
    "signing",
    "deadlines",
)
"""The topics in the order in which rulebooks state them."""


@dataclass(frozen=True, slots=True)
class Settled(Generic[Topic]):
    """A value in force: ``row`` is where it stands, ``rulebook`` the key of the file that states it."""

    value: Topic
    row: Row[Topic]
    rulebook: str


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything in force in one place and fiscal year; None or a missing key where no rulebook says it.

    Attributes:
        key: the place's own rulebook.
        lineage: keys from the place up to the root.
        sources: by rulebook key and source id.
        folders: where the rulebooks of the lineage lie; templates, forms and tables stand beside them.
    """

    key: str
    name: str
    year: int
    lineage: tuple[str, ...]
    sources: Mapping[tuple[str, str], Source]
    grades: Settled[Grades] | None
    rounding: Settled[Rounding] | None
    execution: Settled[Execution] | None
    overshoot: Settled[Overshoot] | None
    framework: Settled[Framework] | None
    monitoring: Settled[Monitoring] | None
    ex_ante: Settled[ExAnteRules] | None
    linkages: Settled[Linkages] | None
    deadlines: Settled[Deadlines] | None
    leaf_rules: Mapping[Direction, Settled[Rule]]
    schemes: Mapping[str, Settled[Scheme]]
    sections: Mapping[str, Settled[Sections]]
    proofs: Mapping[str, Settled[Proofs]]
    signing: Mapping[str, Settled[Signing]]
    folders: tuple[Path, ...] = ()

    def source(self, settled: Settled[Any]) -> Source:
        """The document that a value rests on."""
        return self.sources[settled.rulebook, settled.row.source]

    def each(self) -> Iterator[tuple[str, str, Settled[Any]]]:
        """Every value in force with its topic and, where a topic has several, the member it is about."""
        for name in TOPICS:
            value = getattr(self, name)
            if isinstance(value, Settled):
                yield name, "", value
            elif value is not None:
                yield from ((name, str(member), settled) for member, settled in value.items())


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A rulebook with its parents: ``files`` begin with its own and end with the root's.

    ``folders`` are where they lie, in the same order; templates and forms stand beside each file.
    """

    key: str
    name: str
    files: tuple[RulebookFile, ...]
    folders: tuple[Path, ...] = ()

    @property
    def latest_year(self) -> int | None:
        """The last fiscal year in which a row begins; None where neither place nor parents state anything."""
        years = [row.from_year for file in self.files for _, _, row in stated_rows(file)]
        return max(years, default=None)

    def rules(self, year: int) -> Rules:
        """What applies in the fiscal year."""
        files = self.files
        return Rules(
            key=self.key,
            name=self.name,
            year=year,
            lineage=tuple(file.key for file in files),
            sources={(file.key, source.id): source for file in files for source in file.sources},
            grades=_settled(year, ((file.key, file.grades) for file in files)),
            rounding=_settled(year, ((file.key, file.rounding) for file in files)),
            execution=_settled(year, ((file.key, file.execution) for file in files)),
            overshoot=_settled(year, ((file.key, file.overshoot) for file in files)),
            framework=_settled(year, ((file.key, file.framework) for file in files)),
            monitoring=_settled(year, ((file.key, file.monitoring) for file in files)),
            ex_ante=_settled(year, ((file.key, file.ex_ante) for file in files)),
            linkages=_settled(year, ((file.key, file.linkages) for file in files)),
            deadlines=_settled(year, ((file.key, file.deadlines) for file in files)),
            leaf_rules=_each(year, [(file.key, file.leaf_rules) for file in files]),
            schemes=_each(year, [(file.key, file.schemes) for file in files]),
            sections=_each(year, [(file.key, file.sections) for file in files]),
            signing=_each(year, [(file.key, file.signing) for file in files]),
            proofs=_each(year, [(file.key, file.proofs) for file in files]),
            folders=self.folders,
        )


def stated_rows(file: RulebookFile) -> Iterator[tuple[str, str, Row[Any]]]:
    """Every row of a file with its topic and, where a topic has several, the member it is about."""
    for name in TOPICS:
        value = getattr(file, name)
        tables = value if isinstance(value, dict) else {"": value}
        for member, rows in tables.items():
            yield from ((name, str(member), row) for row in rows)


def _settled(year: int, rows: Iterable[tuple[str, tuple[Row[Topic], ...]]]) -> Settled[Topic] | None:
    """The first row, from the place up to the root, that covers the year."""
    for key, candidates in rows:
        for row in candidates:
            if row.from_year <= year and (row.until is None or year <= row.until):
                return Settled(row.value, row, key)
    return None


def _each(
    year: int, tables: list[tuple[str, dict[Key, tuple[Row[Topic], ...]]]]
) -> dict[Key, Settled[Topic]]:
    """As `_settled`, for every name of a topic that has several values."""
    members = dict.fromkeys(member for _, table in reversed(tables) for member in table)
    settled = {
        member: _settled(year, ((key, table.get(member, ())) for key, table in tables)) for member in members
    }
    return {member: one for member, one in settled.items() if one is not None}
