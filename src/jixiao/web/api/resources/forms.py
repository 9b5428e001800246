"""Forms: found by filters, whole with their cells, filled in, moved on."""

from typing import Annotated, Any, Final, Literal

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema, Status
from pydantic import Field

from jixiao.web import programs
from jixiao.web.actions import Refused, carry_out
from jixiao.web.api.form_shapes import Form, Forms, Saved, WholeForm, form, table
from jixiao.web.api.shapes import REFUSED, Fault, Number, OfYear, Refusal, Words, paged
from jixiao.web.cycles.actions.approve_task import ApproveTask
from jixiao.web.cycles.actions.return_task import ReturnTask
from jixiao.web.cycles.actions.submit_task import SubmitTask
from jixiao.web.cycles.actions.withdraw_task import WithdrawTask
from jixiao.web.cycles.listing import Filters
from jixiao.web.cycles.models import Task
from jixiao.web.cycles.offering import barred, moves
from jixiao.web.cycles.pages import page_of_forms
from jixiao.web.cycles.permissions import READS, in_hand
from jixiao.web.cycles.task_views import of
from jixiao.web.filings.actions.add_rows import AddRows
from jixiao.web.filings.actions.remove_rows import RemoveRows
from jixiao.web.filings.actions.save_cells import Cell, SaveCells
from jixiao.web.filings.grid_answers import after_saving, language
from jixiao.web.filings.grid_data import data
from jixiao.web.filings.rows import Form as Rows
from jixiao.web.filings.scores import score_of
from jixiao.web.people.permissions import needs

router = Router(tags=["forms"])
_MOVES: Final = ("submit", "withdraw", "approve", "return")
_MOST: Final = 10_000
"""Cells of one request, as in the grid."""
Typed = Annotated[str, Field(max_length=100_000)]


class Filter(OfYear):
    """Which forms: of a fiscal year, a stage, a state, a body with all below it, or by part of a name."""

    stage: Number | None = None
    state: Literal["draft", "pending", "returned", "final"] | None = None
    q: Words = ""


class SentCell(Schema):
    """A cell: what it showed when it was read, and what it is to be."""

    table: str
    row: Number
    column: str
    before: Typed
    after: Typed


class SentCells(Schema):
    """The cells to save, each on its own."""

    cells: Annotated[list[SentCell], Field(min_length=1, max_length=_MOST)]


class NotSaved(Saved):
    """As `Saved`, and the cells that were not, again as refusals; the others are saved."""

    errors: list[Fault]


_CELLS_REFUSED: Final[dict[Any, Any]] = {
    frozenset({401, 403, 404, 413, 429}): Refusal,
    409: NotSaved,
    422: NotSaved | Refusal,
}


class SentRows(Schema):
    """Rows to add, each its cells by column, or numbers of rows to take out; all of them or none."""

    table: str
    add: Annotated[list[dict[str, Typed]], Field(max_length=500)] = []
    remove: Annotated[list[Number], Field(max_length=500)] = []


class Move(Schema):
    """A move: ``words`` are the reviewer's, ``confirmed`` says that the clerk looked at the warnings.

    ``revision`` is that of the form as it was read; another one meanwhile is answered 409.
    """

    move: Literal["submit", "withdraw", "approve", "return"]
    revision: Number
    words: Annotated[str, Field(max_length=2000, pattern=r"^[^\x00]*$")] = ""  # no database keeps a NUL
    confirmed: bool = False


@router.get("/forms", response={200: Forms, **REFUSED}, url_name="forms")
@needs(READS)
def forms(request: HttpRequest, asked: Query[Filter]) -> Any:
    """The forms that the person sees, in the order of their deadlines."""
    chosen = Filters(
        stage="" if asked.stage is None else str(asked.stage),
        under="" if asked.body is None else str(asked.body),
        state=asked.state or "",
        q=asked.q.strip(),
    )
    found, counting = chosen.apply(request.user), chosen.counting(request.user)
    if asked.year is not None:
        found = found.filter(stage__cycle__fiscal_year=asked.year)
        counting = counting.filter(stage__cycle__fiscal_year=asked.year)
    page = page_of_forms(found, counting, asked.size, str(asked.page))
    return paged(page, asked.page, [form(one) for one in page])


@router.get("/forms/{int:number}", response={200: WholeForm, **REFUSED}, url_name="form")
@needs(READS)
def whole(request: HttpRequest, number: int) -> Any:
    """A form with its cells, its score and findings, and the moves that the person may make now."""
    return _whole(request, of(request, number))


@router.patch("/forms/{int:number}/cells", response={200: Saved, **_CELLS_REFUSED}, url_name="cells")
@needs(READS)
def cells(request: HttpRequest, number: int, sent: SentCells) -> Any:
    """Save cells, each on its own: a wrong or conflicting one keeps no other from being saved.

    409: of some cell somebody else wrote meanwhile what ``text`` says; 422: some cell is wrong. Those are
    named in ``errors``; what was sent for them is in the request alone.
    """
    task = of(request, number)
    asked = tuple(Cell(one.table, one.row, one.column, one.before, one.after) for one in sent.cells)
    answer = after_saving(task, carry_out(SaveCells(task, asked), request.user))
    answer["result"] = answer.pop("score")
    wrong = [one for one in answer["cells"] if one["error"]]
    if not wrong:
        return answer
    status = 409 if any(one["theirs"] for one in wrong) else 422
    return Status(status, {**answer, "errors": [_not_saved(one) for one in wrong]})


@router.post("/forms/{int:number}/rows", response={200: WholeForm, **REFUSED}, url_name="rows")
@needs(READS)
def rows(request: HttpRequest, number: int, sent: SentRows) -> Any:
    """Add rows to a table that grows, or take some out; answers with the whole form."""
    task = of(request, number)
    if bool(sent.add) == bool(sent.remove):
        raise Refused(_("请在 add（增加的行）和 remove（删除的行）中写一样，不能都写或都不写。"))
    if sent.add:
        carry_out(AddRows(task, sent.table, tuple(sent.add)), request.user)
    else:
        carry_out(RemoveRows(task, sent.table, tuple(sent.remove)), request.user)
    return _whole(request, of(request, number))


@router.post("/forms/{int:number}/moves", response={200: Form, **REFUSED}, url_name="moves")
@needs(READS)
def move(request: HttpRequest, number: int, sent: Move) -> Any:
    """Hand a form in, take it back, approve it, return it; answers with the form as it stands then."""
    task = of(request, number)
    actions = {
        "submit": lambda: SubmitTask(task, sent.revision, confirmed=sent.confirmed),
        "withdraw": lambda: WithdrawTask(task, sent.revision),
        "approve": lambda: ApproveTask(task, sent.words, sent.revision),
        "return": lambda: ReturnTask(task, sent.words, sent.revision),
    }
    carry_out(actions[sent.move](), request.user)
    return form(of(request, number))


def _whole(request: HttpRequest, task: Task) -> dict[str, Any]:
    may = moves(request.user, task)
    why = barred(request.user, task) if "approve" in may else ""
    filled = Rows.of(task)
    return {
        **form(task),
        "editable": filled is not None and in_hand(request.user, task),
        "moves": [one for one in _MOVES if one in may and not (why and one == "approve")],
        "barred": why,
        "tables": [table(name, told) for name, told in data(filled).items()] if filled else [],
        "result": score_of(task, language(), filled) if filled else {},
    }


def _not_saved(one: dict[str, Any]) -> dict[str, str]:
    code = programs.CODES[409 if one["theirs"] else 422]
    return programs.fault(code, one["error"], f"{one['table']}/{one['row']}/{one['column']}")
