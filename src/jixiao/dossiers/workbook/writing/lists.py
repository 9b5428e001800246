"""Drop-down lists: short ones stand in the cell's rule, long ones on a hidden sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jixiao.dossiers.workbook.choices import is_closed, offered
from jixiao.formats.grids.grid import name_cell

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from jixiao.dossiers.workbook.shapes import Column
    from jixiao.rulebooks.resolving import Rules

SHEET: Final = "选项"
_LONGEST: Final = 255
"""Characters of a list within a cell's rule."""


class Lists:
    """What may be chosen in which column."""

    def __init__(self, rules: Rules | None) -> None:
        self._rules = rules
        self._long: list[tuple[str, ...]] = []

    def rule(self, column: Column) -> dict[str, Any] | None:
        """The data validation of a column's cells, in the library's terms; None where anything may stand."""
        words = offered(column, self._rules)
        if not words:
            return None
        rule: dict[str, Any] = {"validate": "list", "source": self._source(words)}
        if is_closed(column):
            return rule | {
                "error_title": "内容不在列表中",
                "error_message": "请从下拉列表中选择。",
            }
        return rule | {"show_error": False}

    def write(self, book: Workbook) -> None:
        """The hidden sheet of long lists, where there are any."""
        if not self._long:
            return
        sheet = book.add_worksheet(SHEET)
        sheet.hide()
        for column, words in enumerate(self._long):
            for row, word in enumerate(words):
                sheet.write_string(row, column, word)
        sheet.protect()

    def _source(self, words: tuple[str, ...]) -> list[str] | str:
        if len(",".join(words)) <= _LONGEST and not any("," in word for word in words):
            return list(words)
        if words not in self._long:
            self._long.append(words)
        column = self._long.index(words)
        letters = name_cell(1, column + 1)[:-1]
        return f"='{SHEET}'!${letters}$1:${letters}${len(words)}"
