"""Fills in forms that judge, as a person would: cell by cell."""

from decimal import Decimal

from jixiao.web.actions import carry_out
from jixiao.web.cycles.models import Task
from jixiao.web.filings.actions.save_cells import Cell, SaveCells, Saved
from jixiao.web.filings.rows import Form, cell
from jixiao.web.people.models import User

ANSWERS = {"money": "12.5", "numbers": "85、90.5", "list": "比较法、因素分析法", "text": "写明的内容"}


def put(task: Task, user: User, **values: str) -> Saved:
    """Type into lines: ``<code>__<column>`` with ``-`` of codes written ``_``; e.g. ``leaf_i1__points``."""
    form = Form.of(task)
    assert form is not None
    cells = []
    for name, words in values.items():
        code, column = name.split("__")
        for table in ("scores", "answers"):
            for row in form.rows_of(table):
                if row.line.code.replace("-", "_") == code:
                    part = form.sheet.table(table)
                    assert part is not None
                    field = part.column(column)
                    assert field is not None
                    cells.append(Cell(table, row.number, column, cell(row, field), words))
    assert len(cells) == len(values), "a line that the form does not have"
    return carry_out(SaveCells(task, tuple(cells)), user)


def fill(task: Task, user: User) -> None:
    """Everything: full marks that add up to 100, full points, the first of each choice."""
    form = Form.of(task)
    assert form is not None
    scores, values = form.rows_of("scores"), {}
    for row in scores:
        code = row.line.code.replace("-", "_")
        full = row.full
        if full is None and task.stage.kind == "evaluation":
            full = Decimal(100) / len(scores)
            values[f"{code}__full"] = f"{full:f}"
        values[f"{code}__points"] = f"{full if full is not None else Decimal(20):f}"
    for row in form.rows_of("answers"):
        line = row.line
        values[f"{line.code}__words"] = line.choices[0] if line.kind == "choice" else ANSWERS[line.kind]
    saved = put(task, user, **values)
    assert not [one.error for one in saved.outcomes if one.error]
