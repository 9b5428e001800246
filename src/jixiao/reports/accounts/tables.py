"""Every table of the package as an insert: heading, unit, rows, note, and what is said of an empty one."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from jixiao.core.document import Block
from jixiao.core.look import Look
from jixiao.core.numbering import in_chinese
from jixiao.reports.accounts.filling import Filler
from jixiao.reports.accounts.heads import heads
from jixiao.reports.functions.tables import grid_block
from jixiao.reports.inserts import Insert
from jixiao.reports.printing import Printer
from jixiao.rulebooks.accounts import classification, tables


def inserts(
    folders: tuple[Path, ...], year: int, given: Mapping[str, object], printer: Printer
) -> Iterator[Insert]:
    """The tables in force, in their order.

    ``folders`` are the place's own first, then its parents'; ``given`` the names that expressions may use.

    Raises:
        TemplateFault: an expression cannot be computed; with file and line.
    """
    forms = tables(folders, year)
    if forms is None:
        return
    codes = classification(folders, year)
    for table in forms.tables:
        filler = Filler(forms, table, codes, given, printer)
        rows = filler.rows()
        number = f"{in_chinese(table.number)}、"
        blocks = [
            Block(0, "heading", number + table.title, level=1, number=number, look=Look(keep=True)),
            Block(0, "paragraph", f"单位：{printer.money_unit.value}", look=Look("unit", keep=True)),
            grid_block(heads(table), rows, printer, small=True),
        ]
        if table.note:
            blocks.append(Block(0, "paragraph", table.note, look=Look("note")))
        if table.empty and not filler.printed:
            blocks.append(Block(0, "paragraph", table.empty, look=Look("note")))
        yield Insert(tuple(blocks), page="landscape" if table.landscape else "portrait", fresh=True)
