"""Tables of the final accounts and codes of the budget classification, as places print them.

``final_accounts.toml`` of a rulebook holds the tables, ``classification.toml`` the codes. What is printed in
a cell is an expression over the facts of a dossier, in the language of the forms; a ``role`` says in one
word what the column means, so that a reader need not parse the expression.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictBool, StrictInt, StrictStr

from jixiao.rulebooks.schema.topics import Part


def _several(value: object) -> object:
    return (value,) if isinstance(value, str) else value


class AccountsColumn(Part):
    """A column of figures.

    Attributes:
        above: headings over it, the outermost first; neighbours that share one become one cell.
        fact: what a row of the lowest level prints, with the row as ``line``.
        total: what the row of the total prints; else the sum of the rows.
        needed: a row of the highest level without figures shows a gap where the total is not zero.
        derived: no form that we have seen has the column; we drew it from the title and the other tables.
    """

    heading: StrictStr
    above: Annotated[tuple[StrictStr, ...], BeforeValidator(_several)] = ()
    role: StrictStr
    fact: StrictStr
    total: StrictStr = ""
    needed: StrictBool = False
    derived: StrictBool = False


class AccountsLine(Part):
    """A line of a lane: what it is, and its figures, one for each column of the lane."""

    label: StrictStr = ""
    role: StrictStr = ""
    facts: Annotated[tuple[StrictStr, ...], BeforeValidator(_several)] = ()


class Foot(Part):
    """A line below both lanes."""

    left: AccountsLine = AccountsLine()
    right: AccountsLine = AccountsLine()


class AccountsTable(Part):
    """One table of the package.

    ``layout``: ``lanes`` has two sides, named lines on the left and the classes of ``rows`` on the right;
    ``codes`` a row for every code with the codes above it; ``economic_lanes`` the items of the economic
    classification under the classes that ``lanes`` names for each side; ``single`` one row of figures.

    Attributes:
        number: its place in the package, from 1.
        rows: an expression that gives the lines with their codes.
        stub: headings of the columns before the figures: one of each lane, or code and name.
        note: stands below it, as the form has it.
        empty: is printed below it where it holds no figures, which stay blank.
    """

    id: StrictStr
    number: Annotated[StrictInt, Field(ge=1)]
    title: StrictStr
    from_year: StrictInt = Field(alias="from")
    until: StrictInt | None = None
    source: StrictStr
    verified: StrictBool
    remark: StrictStr = ""
    layout: Literal["lanes", "codes", "economic_lanes", "single"]
    classification: Literal["functional", "economic"] = "functional"
    rows: StrictStr = ""
    stub: tuple[StrictStr, ...] = ()
    columns: tuple[AccountsColumn, ...] = ()
    left: tuple[AccountsLine, ...] = ()
    lanes: tuple[tuple[StrictStr, ...], ...] = ()
    feet: tuple[Foot, ...] = ()
    note: StrictStr = ""
    empty: StrictStr = ""
    landscape: StrictBool = False

    def covers(self, year: int) -> bool:
        """Whether it is in force in the fiscal year."""
        return self.from_year <= year and (self.until is None or year <= self.until)


class Term(Part):
    """A term of the glossary; it is explained where the report uses it or one of its ``aliases``."""

    name: StrictStr
    text: StrictStr
    aliases: tuple[StrictStr, ...] = ()
    from_year: StrictInt = Field(alias="from")
    until: StrictInt | None = None
    source: StrictStr
    verified: StrictBool

    def covers(self, year: int) -> bool:
        """Whether it is in force in the fiscal year."""
        return self.from_year <= year and (self.until is None or year <= self.until)


class AccountsFile(Part):
    """What ``final_accounts.toml`` holds; a place that has one states all its tables.

    A place without ``terms`` uses those of its parent.
    """

    tables: tuple[AccountsTable, ...]
    terms: tuple[Term, ...] = ()


class CodeRow(Part):
    """A code with its name in the fiscal years that it covers; ``aliases`` are older or shorter names.

    ``means`` is what the classification says it is for, in our words, where it is known.
    """

    code: StrictStr
    name: StrictStr
    aliases: tuple[StrictStr, ...] = ()
    from_year: StrictInt = Field(alias="from")
    until: StrictInt | None = None
    source: StrictStr
    verified: StrictBool
    means: StrictStr = ""
    remark: StrictStr = ""

    def covers(self, year: int) -> bool:
        """Whether it is in force in the fiscal year."""
        return self.from_year <= year and (self.until is None or year <= self.until)


class ClassificationFile(Part):
    """What ``classification.toml`` holds; codes of a place stand beside those of its parents."""

    functional: tuple[CodeRow, ...] = ()
    economic: tuple[CodeRow, ...] = ()
