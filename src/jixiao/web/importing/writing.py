"""A workbook, empty or with rows: a sheet a table, a page of instructions, lists to choose from."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

from jixiao.web.importing.table import MOST_LINES, Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDTH: Final = 24  # characters


def written(tables: Mapping[Table, Sequence[Mapping[str, str]]]) -> bytes:
    """The workbook: each table with its rows, texts by column's name.

    Every cell is text, so that codes keep their noughts.
    """
    from xlsxwriter import Workbook

    stream = BytesIO()
    with Workbook(stream, _OPTIONS) as book:
        text = book.add_format({"num_format": "@"})
        head = book.add_format({"bold": True, "num_format": "@", "bg_color": "#E8EEF4", "text_wrap": True})
        lists = _Lists(book)
        for table, rows in tables.items():
            sheet = book.add_worksheet(str(table.title))
            sheet.freeze_panes(1, 0)
            for at, column in enumerate(table.columns):
                sheet.set_column(at, at, _WIDTH, text)
                sheet.write_string(0, at, f"{column.heading}{' *' if column.required else ''}", head)
                offered = tuple(map(str, column.choices.values())) or column.offered
                if offered:
                    lists.offer(sheet, at, offered, strict=bool(column.choices))
                for row, values in enumerate(rows, start=1):
                    if words := values.get(column.name, ""):
                        sheet.write_string(row, at, words, text)
        _instructions(book, tables)
        lists.write()
    return stream.getvalue()


def _instructions(book: "Workbook", tables: Mapping[Table, object]) -> None:
    sheet = book.add_worksheet(_("填写说明"))
    sheet.set_column(0, 0, _WIDTH)
    sheet.set_column(1, 1, 4 * _WIDTH)
    row = 0
    for table in tables:
        sheet.write_string(row, 0, str(table.title))
        sheet.write_string(row, 1, _("每行一条，带 * 的栏必须填写；不要改表头。"))
        for column in table.columns:
            row += 1
            sheet.write_string(row, 0, f"  {column.heading}")
            choices = "、".join(map(str, column.choices.values()))
            sheet.write_string(row, 1, " ".join(filter(None, (str(column.help), choices))))
        row += 2


class _Lists:
    """Words to choose from, on a hidden sheet: a list in the cell itself holds 255 characters only."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._name = _("选项")
        self._lists: list[tuple[str, ...]] = []

    def offer(self, sheet: "Worksheet", column: int, words: tuple[str, ...], *, strict: bool) -> None:
        """Offer these in a column; others are refused by the spreadsheet where ``strict``."""
        from xlsxwriter.utility import xl_col_to_name

        letter = xl_col_to_name(len(self._lists))
        self._lists.append(words)
        source = f"='{self._name}'!${letter}$1:${letter}${len(words)}"
        rule = {"validate": "list", "source": source, "show_error": strict}
        sheet.data_validation(1, column, MOST_LINES, column, rule)

    def write(self) -> None:
        """The hidden sheet."""
        if not self._lists:
            return
        sheet = self._book.add_worksheet(self._name)
        sheet.hide()
        for column, words in enumerate(self._lists):
            for row, word in enumerate(words):
                sheet.write_string(row, column, word)
