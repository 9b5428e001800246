"""A form filled in: its title, unit, tables and notes as blocks that a report inserts."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from jixiao.core.document import Block
from jixiao.core.look import Look, TableLook
from jixiao.core.money import MoneyUnit
from jixiao.core.toml_places import Path
from jixiao.reports.environment import evaluated, rendered
from jixiao.reports.forms.grid import cells
from jixiao.reports.forms.rows import rows
from jixiao.reports.inserts import Insert
from jixiao.reports.printing import Printer
from jixiao.rulebooks.forms import Form
from jixiao.rulebooks.schema.form import FormTable


def filled(
    form: Form,
    given: Mapping[str, object],
    printer: Printer,
    *,
    titled: bool = False,
    caption: str = "",
    followed: bool = False,
) -> Insert:
    """The form as an insert.

    ``given`` are the names that its snippets may use; ``titled`` puts its title above it and begins a new
    page; ``caption`` gives it a number as a table of the report; its end stays on one page with what is
    ``followed`` by, such as the place for signatures.

    Raises:
        TemplateFault: a snippet cannot be used with these facts.
    """
    unit = form.layout.money_unit
    before = printer.money_unit
    printer.money_unit = unit or before
    try:
        blocks = tuple(_blocks(form, {**given, "unit": MoneyUnit(printer.money_unit).value}, printer, titled))
    finally:
        printer.money_unit = before
    if followed:
        blocks = _kept(blocks)
    landscape = form.layout.landscape
    return Insert(blocks, caption, page="landscape" if landscape else "portrait", fresh=titled)


def _kept(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, of which the last table and what stands below it keep with what follows."""
    last = max((number for number, block in enumerate(blocks) if block.cells), default=len(blocks))
    return blocks[:last] + tuple(
        replace(block, look=replace(block.look or Look(), keep=True)) for block in blocks[last:]
    )


def _blocks(form: Form, given: Mapping[str, object], printer: Printer, titled: bool) -> Iterator[Block]:  # noqa: FBT001  # passed on
    def text(source: str, path: Path) -> str:
        return rendered(source, form.file, form.line(path), given, printer).strip()

    layout = form.layout
    for name, expression in layout.let.items():
        given = {**given, name: evaluated(expression, form.file, form.line(("let", name)), given, printer)}
    if titled:
        yield Block(0, "paragraph", text(layout.title, ("title",)), look=Look("title"))
    if layout.subtitle:
        yield Block(0, "paragraph", text(layout.subtitle, ("subtitle",)), look=Look("subtitle", keep=True))
    if layout.unit:
        yield Block(0, "paragraph", f"单位：{layout.unit}", look=Look("unit", keep=True))
    for path, table in layout.each_table():
        if table.caption:
            caption = text(table.caption, (*path, "caption"))
            yield Block(0, "paragraph", caption, look=Look("caption", keep=True))
        yield _table(form, path, table, given, printer)
    for number, note in enumerate(layout.notes):
        words = text(note, ("notes", number))
        if words:
            yield Block(0, "paragraph", words, look=Look("note"))


def _table(form: Form, path: Path, table: FormTable, given: Mapping[str, object], printer: Printer) -> Block:
    found = list(rows(form, path, table, given, printer))
    look = TableLook(
        header_rows=table.header_rows,
        widths=table.widths,
        small=table.small,
        tall_rows=tuple(number for number, row in enumerate(found) if row.tall),
    )
    return Block(0, "table", cells=cells(found, len(table.widths)), look=Look(table=look))
