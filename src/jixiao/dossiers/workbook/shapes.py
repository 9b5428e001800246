"""What a workbook is made of: sheets of blocks, blocks of columns and lines, each with its field.

A **form** has one line per field. A **matrix** has one line per part of the dossier and one column per field
of such parts. A **table** has one row per member of a list; one below another table names its
parents by keys.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from jixiao.dossiers.workbook.kinds import Field, Kind, Step

_TEXT: Final = Field(Kind.TEXT)


class Style(StrEnum):
    """The three forms of a block."""

    FORM = "form"
    MATRIX = "matrix"
    TABLE = "table"


class Role(StrEnum):
    """What a column is for."""

    FIELD = "field"
    KEY = "key"  # names the parent of the row, or the row that a satellite adds to
    LIST = "list"  # tells which of several lists the row belongs to
    RATE = "rate"  # computed: first field ÷ second field × 100
    LABEL = "label"  # shows the name that belongs to a key
    WORDS = "words"  # shows what the path of a fact means
    STUB = "stub"  # the fixed words at the left of a form or matrix
    HELP = "help"  # the explanation at the right of a form


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table or matrix, or a line of a form.

    Attributes:
        heading: Chinese, without unit.
        role: what it is for; ``field`` holds the path below the row's object for fields, the path of
            the parents for keys.
        unit: what its numbers count, as shown behind the heading; amounts take the dossier's unit.
        of: numerator and denominator of a rate.
        choices: name of a list of words to choose from; ``suggest`` gives such words at once.
        aliases: other headings by which it is recognised.
        down: a blank cell means the same as the cell above.
        separators: signs between several values of one cell.
    """

    heading: str
    role: Role
    field: str = ""
    content: Field = _TEXT
    width: int = 0
    unit: str = ""
    help: str = ""
    choices: str = ""
    suggest: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    of: tuple[str, str] = ("", "")
    down: bool = False
    separators: str = ""

    @property
    def kind(self) -> Kind:
        """What its cells hold."""
        return self.content.kind

    @property
    def is_read(self) -> bool:
        """Whether people fill it in."""
        return self.role in {Role.FIELD, Role.KEY, Role.LIST}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a matrix: the part of the dossier at ``path``."""

    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Block:
    """One form, matrix or table of a sheet.

    Attributes:
        rows: the path of the list whose members are the rows of a table.
        steps: the same, walked.
        satellite: the rows add to members of a list that another table states.
        lists: for a table over several lists: their fields with the words that tell them apart.
        totals: fields whose sum stands in the first row.
        spare: empty rows that are prepared.
        widths: of the columns of a form or of the stub, where the sheet has them.
    """

    title: str
    style: Style
    columns: tuple[Column, ...]
    lines: tuple[Line, ...] = ()
    rows: str = ""
    steps: tuple[Step, ...] = ()
    satellite: bool = False
    lists: Mapping[str, str] = field(default_factory=dict)
    totals: tuple[str, ...] = ()
    spare: int = 0
    widths: tuple[int, ...] = ()

    @property
    def stub(self) -> str:
        """The heading at the left of a form or matrix."""
        return self.columns[0].heading

    @property
    def keys(self) -> tuple[Column, ...]:
        """The columns that name parents, from the outermost."""
        return tuple(column for column in self.columns if column.role is Role.KEY)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its blocks from top to bottom."""

    name: str
    intro: str
    blocks: tuple[Block, ...]
    aliases: tuple[str, ...] = ()
