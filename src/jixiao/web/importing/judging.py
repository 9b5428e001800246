"""What becomes of the lines of a workbook, and why one is wrong."""

from dataclasses import dataclass, field
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jixiao.web.actions import Refused
from jixiao.web.importing.table import Column, Table


class Fate(TextChoices):
    """What becomes of a line."""

    NEW = "new", gettext_lazy("新增")
    THERE = "there", gettext_lazy("已有")
    WRONG = "wrong", gettext_lazy("有误")


@dataclass(frozen=True, slots=True)
class Line:
    """A filled line: its row, its texts by column's name, and what its cells could not tell, the same way."""

    row: int
    values: dict[str, str]
    unread: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """The text; empty where the cell is."""
        return self.values.get(name, "")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a table, and where its columns stand: the sheet, and each column's letters."""

    sheet: str = ""
    letters: dict[str, str] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    unused: tuple[str, ...] = ()

    def without(self, rows: set[int]) -> Self:
        """All but these rows."""
        return type(self)(
            self.sheet, self.letters, tuple(one for one in self.lines if one.row not in rows), self.unused
        )


@dataclass(slots=True)
class Judged:
    """A line with what becomes of it; ``made`` is what would be written."""

    line: Line
    words: str
    fate: Fate = Fate.NEW
    told: list[str] = field(default_factory=list)
    made: Any = None


class Judge:
    """Judges the lines of one table; collects what is wrong, each with its cell."""

    def __init__(self, table: Table, lines: Lines) -> None:
        self.table = table
        self.lines = lines

    def begin(self, line: Line, words: str) -> Judged:
        """The line, with what no cell of it may lack or could not tell."""
        judged = Judged(line, words)
        for column in self.table.columns:
            if column.name in line.unread:
                self.wrong(judged, column.name, line.unread[column.name])
            elif column.required and not line.get(column.name):
                self.wrong(judged, column.name, _("没有填写。请填写后重新上传。"))
            elif column.choices and (text := line.get(column.name)) and column.chosen(text) is None:
                words = "、".join(map(str, column.choices.values()))
                self.wrong(judged, column.name, _("“%(text)s”不在可选的词中。请改为：%(words)s。")
                           % {"text": text, "words": words})  # fmt: skip
        return judged

    def wrong(self, judged: Judged, name: str, why: str) -> None:
        """Mark the line wrong, at a cell; ``why`` says what is wrong and how to mend it."""
        judged.fate = Fate.WRONG
        judged.told.append(f"{self.place(judged.line, name)}：{why}")

    def place(self, line: Line, name: str) -> str:
        """The cell as the person finds it: sheet, cell, heading."""
        column: Column = self.table.column(name)
        cell = f"{self.lines.letters[name]}{line.row}" if name in self.lines.letters else str(line.row)
        return _("工作表“%(sheet)s”%(cell)s（%(heading)s）") % {
            "sheet": self.lines.sheet, "cell": cell, "heading": column.heading,
        }  # fmt: skip

    def clean(self, judged: Judged, row: models.Model, names: dict[str, str]) -> None:
        """Ask the fields of a row to be; ``names`` gives the column of each field. No query is made."""
        others = [one.name for one in row._meta.fields if one.name not in names]  # noqa: SLF001  # Django's own
        try:
            row.clean_fields(exclude=others)
        except ValidationError as error:
            for name, faults in error.message_dict.items():
                for fault in faults:
                    self.wrong(judged, names[name], _("%(fault)s 请改正后重新上传。") % {"fault": fault})


def refuse_wrong(judged: list[Judged]) -> None:
    """Stop an action for lines that are wrong by now, each told.

    Raises:
        Refused: there are any.
    """
    faults = [words for one in judged if one.fate == Fate.WRONG for words in one.told]
    if faults:
        raise Refused(faults[:50])
