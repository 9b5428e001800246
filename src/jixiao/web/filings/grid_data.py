"""What the grid of a form is given: its tables, and what was said about its cells."""

from typing import TYPE_CHECKING, Any

from jixiao.web.cycles.form_fields import place
from jixiao.web.filings.proving import texts
from jixiao.web.filings.rows import cell, number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.web.filings.actions.save_cells import Cell
    from jixiao.web.filings.rows import Form
    from jixiao.web.filings.sheets import Table


def data(form: "Form") -> dict[str, Any]:
    """Every table of the form with its rows, as the grid wants them.

    ``path`` of a row begins the paths of its fields, by which comments name them.
    """
    files = texts(form) if any(_shows_files(table) for table in form.sheet.tables) else {}
    return {
        table.name: {
            "words": str(table.words),
            "grows": table.grows,
            "columns": _columns(table),
            "rows": _rows(form, table, files if _shows_files(table) else None),
        }
        for table in form.sheet.tables
    }


def computed(form: "Form | None", saved: "Iterable[Cell]") -> list[dict[str, Any]]:
    """The cells that follow from others of their row, of the rows whose cells were saved."""
    if form is None:
        return []
    touched: dict[str, set[int]] = {}
    for one in saved:
        touched.setdefault(one.table, set()).add(one.row)
    return [
        {"table": table.name, "row": number(table, row), "column": column.name, "text": cell(row, column)}
        for table in form.sheet.tables
        for column in table.columns
        if column.computed and table.name in touched
        for row in form.rows(table)
        if number(table, row) in touched[table.name]
    ]


def comments(form: "Form", tables: dict[str, Any]) -> list[dict[str, Any]]:
    """What was said about single fields, each with its cell; one about a field that is gone is left out."""
    cells = {
        f"{row['path']}{column['name']}": {"table": name, "row": row["id"], "column": column["name"]}
        for name, table in tables.items()
        for row in table["rows"]
        for column in table["columns"]
    }
    return [
        {
            "id": one.pk,
            "words": one.words,
            "by": one.by.full_name,
            "solved": one.solved_at is not None,
            **cells[one.path],
        }
        for one in form.task.comments.select_related("by")
        if one.path in cells
    ]


def _columns(table: "Table") -> list[dict[str, Any]]:
    return [
        {
            "name": column.name,
            "words": str(column.words),
            "kind": column.kind,
            "edited": column.edited,
            "help": str(column.help),
            "choices": list(column.choices),
            "width": column.width,
        }
        for column in table.columns
    ]


def _rows(form: "Form", table: "Table", files: dict[int, str] | None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for position, row in enumerate(form.rows(table), start=1):
        name = number(table, row)
        shown: dict[str, Any] = {"id": name, **{column.name: cell(row, column) for column in table.columns}}
        shown["path"], _words = place(table.name, row, name, position)
        if key := getattr(row, "key", ""):
            shown["key"] = key
        if files is not None:
            shown["evidence"] = files.get(name, "")
        found.append(shown)
    return found


def _shows_files(table: "Table") -> bool:
    return any(column.kind == "files" for column in table.columns)
