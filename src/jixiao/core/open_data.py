"""The final accounts as open data: tables of values and the facts behind them, before they are files."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

State = Literal["stated", "blank", "not_applicable", "none", "missing"]
"""``blank``: nothing stands there and nothing needs to; ``missing``: a figure that the form needs and that
nobody has entered; ``not_applicable`` and ``none`` are what the unit states by / and 无. Zero is stated."""


@dataclass(frozen=True, slots=True)
class Datum:
    """What stands in one cell.

    Attributes:
        printed: the figure as the printed table has it, in the table's unit; empty where none is stated.
        exact: the figure before it was rounded, in the same unit.
        facts: paths of the facts that it came from; ``formula`` is how, empty for a fact itself.
    """

    state: State
    printed: str = ""
    exact: Decimal | None = None
    facts: tuple[str, ...] = ()
    formula: str = ""


BLANK = Datum("blank")


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column of figures: its printed headings, the outermost first, and in one word what it means.

    ``phase`` tells budgets from outturns; ``derived`` says that no form we have seen has the column.
    """

    headings: tuple[str, ...]
    role: str
    phase: Literal["adjusted", "executed"] = "executed"
    derived: bool = False

    @property
    def name(self) -> str:
        """The headings in one: 决算数·公务接待费."""
        return "·".join(self.headings)


@dataclass(frozen=True, slots=True)
class DataRow:
    """A row; ``key`` is unique in its table and the same in every year.

    Attributes:
        side: the lane of a table that has two.
        name: what the row is about; in a table of one row the department.
        level: 类, 款 or 项 of the code, 合计 of the whole table, 表尾 of the lines below both lanes.
        cells: one for each column; None where the row has no such cell.
    """

    key: str
    side: Literal["收入", "支出", ""]
    code: str
    name: str
    level: Literal["类", "款", "项", "合计", "表尾", ""]
    cells: tuple[Datum | None, ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """One table of the package; ``unit`` is that of its amounts.

    ``empty`` is what the package says of a table without figures; ``verified`` whether a document proves the
    form, ``source`` the words of that document.
    """

    id: str
    number: int
    title: str
    unit: str
    classification: Literal["functional", "economic"]
    layout: Literal["lanes", "codes", "economic_lanes", "single"]
    columns: tuple[DataColumn, ...]
    rows: tuple[DataRow, ...]
    source: str
    verified: bool
    remark: str = ""
    note: str = ""
    empty: str = ""


FactKind: TypeAlias = Literal["money", "number", "text", "truth"]


@dataclass(frozen=True, slots=True)
class OpenFact:
    """A fact of the dossier: money is in yuan, everything exact.

    ``value`` is None where it is stated not to apply or to be none; a fact that nobody entered is not listed.
    ``unresolved`` says why where printed values disagree and nothing decides.
    """

    path: str
    label: str
    kind: FactKind
    state: State
    value: str | None
    unresolved: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A contradiction that the unit states and signs."""

    fact: str
    statement: str
    signed_by: str


@dataclass(frozen=True, slots=True)
class OpenData:
    """Everything of one department's final accounts.

    Attributes:
        name: of the package: lower-case letters, digits and signs.
        sources: words of the documents that the forms rest on.
        date: ISO day of signing, or nothing.
        draft: why it is no more than a draft, one line each; None of what may be published.
        invented: the department does not exist.
    """

    name: str
    title: str
    code: str
    department: str
    year: int
    money_unit: str
    rulebook: str
    place: str
    sources: tuple[str, ...]
    date: str
    invented: bool
    facts_digest: str
    tables: tuple[DataTable, ...]
    facts: tuple[OpenFact, ...]
    statements: tuple[Statement, ...] = ()
    gaps: tuple[str, ...] = ()
    draft: tuple[str, ...] | None = None
