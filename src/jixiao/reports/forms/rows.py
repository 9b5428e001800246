"""The rows of a form's table with their texts: lists repeated, conditions asked, snippets rendered."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jixiao.core.toml_places import Path
from jixiao.reports import signs
from jixiao.reports.environment import evaluated, rendered
from jixiao.reports.faults import TemplateFault
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap, Traced
from jixiao.reports.views import Nothing, Words
from jixiao.rulebooks.forms import Form
from jixiao.rulebooks.schema.form import FormCell, FormRow, FormTable

EACH: Final = re.compile(r"\s*(?P<list>.+?)\s+as\s+(?P<name>[a-z_][a-z0-9_]*)\s*", re.DOTALL)
_MANY_LINES: Final = re.compile(r"\s*\n\s*")
_MOST: Final = 5000
"""Rows of one form: more is a loop gone wrong."""

Given = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row to be placed: the layout's cells with the texts that they print, still with their signs."""

    cells: tuple[FormCell, ...]
    texts: tuple[str, ...]
    tall: bool


def rows(form: Form, place: Path, table: FormTable, given: Given, printer: Printer) -> Iterator[FilledRow]:
    """The rows of a table; ``place`` is its path in the file.

    Raises:
        TemplateFault: a snippet, list or condition cannot be used; with file and line of the cell or row.
    """
    for number, row in enumerate(table.rows):
        yield from _Row(form, (*place, "rows", number), row, printer).filled(given)


@dataclass(frozen=True, slots=True)
class _Row:
    form: Form
    path: Path
    row: FormRow
    printer: Printer

    def filled(self, given: Given) -> Iterator[FilledRow]:
        if self.row.when and not self._asked(self.row.when, "when", given):
            return
        if not self.row.each:
            yield self._one("cells", self.row.cells, given)
            return
        count = 0
        for names in self._members(self.row.each, given):
            count += 1
            if count > _MOST:
                raise self._fault("each", "重复的行太多，请检查 each", "too many rows; look at each")
            yield self._one("cells", self.row.cells, {**names, "number": count})
        if not count and self.row.empty:
            yield self._one("empty", self.row.empty, given)
            count = 1
        blank = tuple(cell.model_copy(update={"text": ""}) for cell in self.row.cells)
        for _ in range(count, self.row.least):
            yield FilledRow(
                self._kept(blank), tuple(self._label(cell) for cell in self.row.cells), self.row.tall
            )

    @staticmethod
    def _kept(blank: tuple[FormCell, ...]) -> tuple[FormCell, ...]:
        """Blank cells merge only where they carry a heading."""
        return tuple(cell if cell.head else cell.model_copy(update={"merge": False}) for cell in blank)

    @staticmethod
    def _label(cell: FormCell) -> str:
        """A blank row keeps the heading that it stands under."""
        return cell.text if cell.head and "{" not in cell.text else ""

    def _one(self, key: str, cells: Sequence[FormCell], given: Given) -> FilledRow:
        if key == "cells":
            for name, expression in self.row.let.items():
                given = {**given, name: self._value(expression, "let", given)}
        texts = tuple(self._text((*self.path, key, number), cell, given) for number, cell in enumerate(cells))
        return FilledRow(tuple(cells), texts, self.row.tall)

    def _text(self, path: Path, cell: FormCell, given: Given) -> str:
        if "{" not in cell.text:
            return cell.text
        line = self.form.line(path)
        text = rendered(cell.text, self.form.file, line, given, self.printer).strip()
        if cell.missing is not None and signs.GAP in text:
            return cell.missing
        return _MANY_LINES.sub("\n", text)

    def _members(self, loops: Sequence[str], given: Given) -> Iterator[Given]:
        """The names for each row: lists inside each other, those that ``where`` lets through."""
        if not loops:
            if not self.row.where or self._asked(self.row.where, "where", given):
                yield given
            return
        match = EACH.fullmatch(loops[0])
        if match is None:
            zh = f"each 要写成“清单 as 名称”，如 project.indicators as line；现在是“{loops[0]}”"
            raise self._fault(
                "each", zh, f"each is “list as name”, such as project.indicators as line: {loops[0]}"
            )
        found = self._value(match["list"], "each", given)
        if isinstance(found, Gap | Nothing):
            return
        if not isinstance(found, Iterable) or isinstance(found, str | dict | Words):
            zh = f"each 里的“{match['list']}”不是清单"
            raise self._fault("each", zh, f"each: {match['list']} is no list")
        for member in found:
            yield from self._members(loops[1:], {**given, match["name"]: member})

    def _asked(self, condition: str, key: str, given: Given) -> bool:
        value = self._value(condition, key, given)
        return value.value != 0 if isinstance(value, Traced) else bool(value)

    def _value(self, expression: str, key: str, given: Given) -> object:
        line = self.form.line((*self.path, key))
        return evaluated(expression, self.form.file, line, given, self.printer)

    def _fault(self, key: str, zh: str, en: str) -> TemplateFault:
        return TemplateFault(self.form.file, self.form.line((*self.path, key)), zh, en)
