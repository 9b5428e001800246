"""What was understood of files with final-accounts tables, before anything is stored in a dossier.

Facts are paths of a dossier (``accounts.income.outturn``); their names are told in Chinese. Nothing here
decides: a fact told differently in two places is a `Conflict` with both, and stops the storing.
"""

from dataclasses import dataclass, field

from jixiao.core.dossier.values import Absent
from jixiao.core.finding import Finding
from jixiao.core.money import Money
from jixiao.core.place import Place


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a figure stands: the file, its table and the place; ``printed`` is what it shows, in ``unit``."""

    file: str
    table: str
    place: Place
    printed: str
    unit: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a person should know: in two languages, with its place where it has one.

    ``fix`` says how to mend it; empty where there is nothing to mend.
    """

    zh: str
    en: str
    fix: str = ""
    fix_en: str = ""
    file: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """A column of the file and what it was taken for; ``means`` is empty for one that is not read."""

    heading: str
    means: str


@dataclass(frozen=True, slots=True)
class TableRead:
    """One recognised table.

    Attributes:
        title: what the rulebook calls it.
        unit: of its amounts, as a word; empty where none is told.
        lines: rows of which something was read; ``figures`` are the amounts read, blanks not among them.
        not_read: rows and cells that were not understood, with the reason.
    """

    file: str
    title: str
    place: Place
    unit: str
    columns: tuple[ColumnRead, ...]
    lines: int
    figures: int
    not_read: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that would get another value; ``old`` is None where the dossier says nothing of it."""

    fact: str
    name: str
    old: Money | Absent | None
    new: Money
    origin: Origin


@dataclass(frozen=True, slots=True)
class Conflict:
    """A fact that is told differently in several places, all of which are given."""

    fact: str
    name: str
    told: tuple[tuple[Money, Origin], ...]


@dataclass(frozen=True, slots=True)
class Review:
    """All that a person needs to judge an import.

    Attributes:
        dossier: the dossier that the facts would go into; empty for a new one.
        passed_by: tables that are none of the set, or lack what such a table must have.
        unchanged: facts that the dossier tells already.
        problems: what stops the storing, beside conflicts.
        notices: what does not stop it, such as codes that the rulebook lacks.
        contradictions: what the checks found in the files, by file.
        missing: tables of the place's set that no file had, and single facts that stay blank.
    """

    dossier: str
    department: str
    year: int
    tables: tuple[TableRead, ...] = ()
    passed_by: tuple[Notice, ...] = ()
    changes: tuple[Change, ...] = ()
    unchanged: int = 0
    conflicts: tuple[Conflict, ...] = ()
    problems: tuple[Notice, ...] = ()
    notices: tuple[Notice, ...] = ()
    contradictions: tuple[tuple[str, Finding], ...] = ()
    missing_tables: tuple[str, ...] = ()
    missing_facts: tuple[str, ...] = field(default=())

    @property
    def refused(self) -> bool:
        """Whether nothing of it may be stored as it is."""
        return bool(self.conflicts or self.problems)
