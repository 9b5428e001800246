"""The layout of a form: rows of cells as an official form has them, merged, repeated and computed.

A cell's text is a snippet of a template, so a form says which fact stands where and a program only places it.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictBool, StrictInt, StrictStr

from jixiao.core.money import MoneyUnit
from jixiao.rulebooks.schema.topics import Part

Align = Literal["", "left", "center", "right"]
Positive = Annotated[StrictInt, Field(ge=1)]


class FormCell(Part):
    """One cell.

    Attributes:
        text: a snippet: ``{{ project.name }}``.
        span: columns of the grid that it covers; ``rows`` the rows.
        head: a heading, shaded; a cell written as plain text is one.
        merge: becomes one with the cell above it where that merges too and says the same.
        missing: printed instead where the text lacks a fact, such as ``/``; without it the gap shows.
    """

    text: StrictStr = ""
    span: Positive = 1
    rows: Positive = 1
    head: StrictBool = False
    align: Align = ""
    merge: StrictBool = False
    missing: StrictStr | None = None


def _plain(value: object) -> object:
    """A cell written as text alone is a heading."""
    return {"text": value, "head": True} if isinstance(value, str) else value


def _several(value: object) -> object:
    return (value,) if isinstance(value, str) else value


CellAsWritten = Annotated[FormCell, BeforeValidator(_plain)]


class FormRow(Part):
    """A row, or as many as a list has members.

    Attributes:
        each: ``project.indicators as line``: a row for each member under that name; several lists run inside
            each other. ``number`` counts the rows from 1.
        let: names for the row's snippets: ``{ scored = "leaf(project_score, line.code)" }``.
        where: which members get a row; ``when``: whether the row stands at all.
        empty: the row that stands where the list gives none.
        least: at least so many rows; the rest are blank.
        tall: room for signatures and a seal.
    """

    cells: tuple[CellAsWritten, ...]
    let: dict[StrictStr, StrictStr] = Field(default_factory=dict)
    each: Annotated[tuple[StrictStr, ...], BeforeValidator(_several)] = ()
    where: StrictStr = ""
    when: StrictStr = ""
    empty: tuple[CellAsWritten, ...] = ()
    least: Annotated[StrictInt, Field(ge=0, le=100)] = 0
    tall: StrictBool = False


class FormTable(Part):
    """One grid: ``widths`` are relative, one for each column; ``header_rows`` repeat on each page."""

    widths: tuple[Positive, ...]
    rows: tuple[FormRow, ...]
    caption: StrictStr = ""
    header_rows: Annotated[StrictInt, Field(ge=0)] = 0
    small: StrictBool = False


class FormFile(Part):
    """A form with its dated head.

    ``widths`` and ``rows`` are those of the only table; a form of several has ``tables`` instead. ``unit``
    is the unit of its amounts (else the dossier's) and stands above it. ``where`` says for which projects a
    form ``per`` project is to be filled in. ``let`` gives names to all its snippets.
    ``notes`` stand below, where they are not blank. A form with its own place for signatures is ``signed``;
    below any other that is printed alone stand those of the rulebook.
    """

    title: StrictStr
    subtitle: StrictStr = ""
    per: Literal["department", "project"] = "department"
    from_year: StrictInt = Field(alias="from")
    until: StrictInt | None = None
    source: StrictStr
    verified: StrictBool
    note: StrictStr = ""
    landscape: StrictBool = False
    signed: StrictBool = False
    unit: Literal["", "元", "万元", "亿元"] = ""
    where: StrictStr = ""
    let: dict[StrictStr, StrictStr] = Field(default_factory=dict)
    small: StrictBool = False
    header_rows: Annotated[StrictInt, Field(ge=0)] = 0
    widths: tuple[Positive, ...] = ()
    rows: tuple[FormRow, ...] = ()
    tables: tuple[FormTable, ...] = ()
    notes: tuple[StrictStr, ...] = ()

    def each_table(self) -> tuple[tuple[tuple[str | int, ...], FormTable], ...]:
        """Every table with its path in the file."""
        if self.rows:
            only = FormTable(
                widths=self.widths, rows=self.rows, header_rows=self.header_rows, small=self.small
            )
            return (((), only),)
        return tuple((("tables", number), table) for number, table in enumerate(self.tables))

    @property
    def money_unit(self) -> MoneyUnit | None:
        """The unit of its amounts, where it prescribes one."""
        return MoneyUnit(self.unit) if self.unit else None
