"""The whole workbook: the instructions, the sheets, and a hidden one with long drop-down lists."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from jixiao.dossiers.workbook.layouts import layout
from jixiao.dossiers.workbook.writing.geometry import laid_out
from jixiao.dossiers.workbook.writing.instructions import write_instructions
from jixiao.dossiers.workbook.writing.lists import Lists
from jixiao.dossiers.workbook.writing.rows import lines_of
from jixiao.dossiers.workbook.writing.sheets import SheetWriter
from jixiao.dossiers.workbook.writing.styles import Styles

if TYPE_CHECKING:
    from jixiao.core.dossier import Dossier
    from jixiao.rulebooks.resolving import Rules

_SPARE = 3
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def book(dossier: Dossier, rules: Rules | None, *, draft: bool = False) -> bytes:
    """The bytes of the workbook; a ``draft`` is to be filled in and gets more empty rows.

    Raises:
        UnwritableError: a text is longer than a cell can hold.
    """
    from xlsxwriter import Workbook

    rows = {block.title: lines_of(dossier, block) for sheet in layout() for block in sheet.blocks}
    sheets = laid_out(rows, spare=None if draft else _SPARE)
    stream = BytesIO()
    with Workbook(stream, _OPTIONS) as made:
        made.set_size(2400, 1600)
        styles = Styles(made)
        lists = Lists(rules)
        write_instructions(made.add_worksheet("填写说明"), styles, sheets, dossier, rules)
        for laid in sheets:
            sheet = made.add_worksheet(laid.sheet.name)
            SheetWriter(sheet, laid, styles, lists, dossier.money_unit, draft=draft).write(sheets)
        lists.write(made)
    return stream.getvalue()
