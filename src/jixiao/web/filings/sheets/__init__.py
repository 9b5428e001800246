"""What is filled in at which stage: one file for each kind of form, found by walking this folder."""

import importlib
import pkgutil
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, Literal

Kind = Literal["text", "long", "money", "score", "choice", "flag", "month", "files"]


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a table of the form: its name in the row, its words, how it is typed.

    ``edited`` is false for what an earlier stage fixed and this one only shows, ``computed`` true for what
    follows from other cells of the row. Money is typed in 万元.
    A column of ``files`` leads to the files of the line.
    """

    name: str
    words: Any
    kind: Kind = "text"
    edited: bool = True
    help: Any = ""
    choices: tuple[str, ...] = ()
    width: int = 120
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A part of the form: ``project`` and ``department`` have one row, the others many.

    ``grows`` says whether rows may be added and taken away.
    """

    name: Literal[
        "project", "department", "funding", "tasks", "indicators", "period", "progress", "scores", "answers"
    ]  # fmt: skip
    words: Any
    columns: tuple[Column, ...]
    grows: bool = False

    def column(self, name: str) -> Column | None:
        """The column of this name."""
        return next((one for one in self.columns if one.name == name), None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form: the stage and subject that it belongs to, and its parts."""

    stage: str
    subject: str
    tables: tuple[Table, ...] = field(default=())

    def table(self, name: str) -> Table | None:
        """The part of this name."""
        return next((one for one in self.tables if one.name == name), None)


@cache
def _all() -> dict[tuple[str, str], Sheet]:
    found: dict[tuple[str, str], Sheet] = {}
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("_"):
            sheet: Sheet = importlib.import_module(f"{__name__}.{module.name}").SHEET
            found[sheet.stage, sheet.subject] = sheet
    return found


def sheet_of(stage: str, subject: str) -> Sheet | None:
    """The form of a stage and subject; None where nothing is filled in."""
    return _all().get((stage, subject))


OPERATORS: Final = ("≥", ">", "=", "≤", "<", "range", "定性")
LEVELS: Final = ("产出指标", "成本指标", "效益指标", "满意度指标")
