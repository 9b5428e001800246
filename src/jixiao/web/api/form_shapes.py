"""The shapes of forms: in a list, whole with their cells, and their scores."""

from datetime import date, datetime
from typing import Any

from ninja import Schema

from jixiao.web.api.shapes import Body, Paged, body
from jixiao.web.cycles.models import Task
from jixiao.web.filings.typing_in import money, stated_absent
from jixiao.web.points import points


class StageName(Schema):
    """The stage of a form."""

    id: int
    kind: str
    name: str
    through_month: int | None


class Form(Schema):
    """A form: ``project`` is null where it is about the body as a whole.

    ``reviewer`` is the role whose turn it is, ``score`` that of the last version handed in.
    """

    id: int
    fiscal_year: int
    stage: StageName
    subject: str
    body: Body
    project: Body | None
    state: str
    reviewer: str | None
    deadline: date
    submitted_at: datetime | None
    finished_at: datetime | None
    score: str | None
    grade: str
    lamp: str
    revision: int


class Forms(Paged):
    """A page of forms."""

    results: list[Form]


class Column(Schema):
    """A column: ``kind`` money is written in 万元, or with its unit (``1080000元``)."""

    name: str
    words: str
    kind: str
    edited: bool
    help: str
    choices: list[str]


class Row(Schema):
    """A row: ``cells`` as the grid shows them, blank, ``0.00``, ``/`` (not applicable) and ``无`` being four.

    ``amounts``: the cells of money that state an amount, in yuan. ``path`` is that of the facts.
    """

    id: int
    path: str
    cells: dict[str, str]
    amounts: dict[str, str]


class Table(Schema):
    """A part of the form; rows may be added where it ``grows``."""

    name: str
    words: str
    grows: bool
    columns: list[Column]
    rows: list[Row]


class Notice(Schema):
    """What is wrong (error) or doubtful (warning); ``row`` 0: about the whole table."""

    severity: str
    words: str
    table: str
    row: int
    column: str


class Line(Schema):
    """The points of a line with the rule and the reason."""

    code: str
    name: str
    points: str
    full: str
    rule: str
    reason: str


class Score(Schema):
    """The live score: ``faults`` where the facts do not fit together and there is none."""

    total: str = ""
    full: str = ""
    grade: str = ""
    reason: str = ""
    lines: list[Line] = []
    notices: list[Notice] = []
    faults: list[str] = []


class WholeForm(Form):
    """A form with its cells, its score, and what the person may do with it now.

    ``moves`` of submit, withdraw, approve, return; ``barred`` says why a move that is one's turn is refused.
    """

    editable: bool
    moves: list[str]
    barred: str
    tables: list[Table]
    result: Score


class Outcome(Schema):
    """What became of a cell: with ``error`` it was not saved, and ``text`` stands there now.

    ``theirs``: somebody else put it there meanwhile.
    """

    table: str
    row: int
    column: str
    text: str
    error: str
    theirs: bool


class Computed(Schema):
    """A cell that follows from others."""

    table: str
    row: int
    column: str
    text: str


class Saved(Schema):
    """The outcomes in the order of the cells sent, what follows from them, and the score."""

    cells: list[Outcome]
    computed: list[Computed]
    result: Score


def form(task: Task) -> dict[str, Any]:
    """A form as lists have it; it comes with its stage, cycle, body and project."""
    stage, project = task.stage, task.project
    return {
        "id": task.pk,
        "fiscal_year": stage.cycle.fiscal_year,
        "stage": {
            "id": stage.pk,
            "kind": stage.kind,
            "name": stage.name,
            "through_month": stage.through_month,
        },
        "subject": stage.subject,
        "body": body(task.organisation),
        "project": None if project is None else body(project),
        "state": task.state,
        "reviewer": task.reviewer,
        "deadline": task.deadline,
        "submitted_at": task.submitted_at,
        "finished_at": task.finished_at,
        "score": points(task.score) or None,
        "grade": task.grade,
        "lamp": task.lamp,
        "revision": task.revision,
    }


def table(name: str, told: dict[str, Any]) -> dict[str, Any]:
    """A part of the form, from what the grid is given of it."""
    columns = told["columns"]
    return {
        "name": name,
        "words": told["words"],
        "grows": told["grows"],
        "columns": columns,
        "rows": [
            {
                "id": row["id"],
                "path": row["path"],
                "cells": {column["name"]: row[column["name"]] for column in columns},
                "amounts": {
                    column["name"]: amount
                    for column in columns
                    if column["kind"] == "money" and (amount := _yuan(row[column["name"]]))
                },
            }
            for row in told["rows"]
        ],
    }


def _yuan(words: str) -> str:
    """The amount of a cell in yuan; empty where it states none."""
    amount = None if stated_absent(words) else money(words)
    return "" if amount is None else f"{amount:.2f}"
