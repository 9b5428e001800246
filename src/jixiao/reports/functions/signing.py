"""Room for signatures, seal and date below a form printed alone: ``{{ signing("monitoring") }}``."""

from itertools import chain
from typing import TYPE_CHECKING, Final

from jinja2 import pass_context
from jinja2.runtime import Context

from jixiao.core.document import Block, Cell
from jixiao.core.look import CellLook, Look, TableLook
from jixiao.reports.accounts.place import RULES
from jixiao.reports.inserts import Insert
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap
from jixiao.reports.views import field

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables
    from jixiao.rulebooks.resolving import Rules
    from jixiao.rulebooks.schema.topics import Signature

_WIDTHS: Final = (18, 32, 18, 32)
_BLANK_DATE: Final = "　　　　年　　月　　日"


def functions(printer: Printer) -> "Callables":
    """``signing``: the places that the rulebook gives a form of this kind; nothing where it gives none."""

    @pass_context
    def signing(context: Context, kind: str, project: object = None) -> str:
        rules: Rules | None = context.get(RULES)
        settled = rules.signing.get(kind) if rules is not None else None
        if settled is None:
            return ""
        pairs = [(_title(one), _written(one, project, context)) for one in settled.value.rows]
        seals = [one.of == "seal" for one in settled.value.rows]
        return printer.insert(Insert((_block(pairs, seals),)))

    return {"signing": signing}


def _title(one: "Signature") -> str:
    return one.title + {"signature": "（签字）", "seal": "（公章）", "date": ""}[one.of]


def _written(one: "Signature", project: object, context: Context) -> str:
    if one.of == "date":
        today = context.get("today")
        return _BLANK_DATE if today is None or isinstance(today, Gap) else str(today)
    if not one.fact or project is None:
        return ""
    name = field(project, one.fact)
    return "" if isinstance(name, Gap) else str(name)


def _block(pairs: list[tuple[str, str]], seals: list[bool]) -> Block:
    """Two places a row; a seal has a row of its own, with room for it."""
    rows: list[list[tuple[str, str]]] = []
    tall: list[int] = []
    for pair, seal in zip(pairs, seals, strict=True):
        if seal:
            tall.append(len(rows))
            rows.append([pair])
        elif rows and len(rows[-1]) == 1 and len(rows) - 1 not in tall:
            rows[-1].append(pair)
        else:
            rows.append([pair])
    cells = chain.from_iterable(_row(number, row) for number, row in enumerate(rows))
    look = TableLook(widths=_WIDTHS, tall_rows=tuple(tall))
    return Block(0, "table", cells=tuple(cells), look=Look(table=look))


def _row(number: int, row: list[tuple[str, str]]) -> list[Cell]:
    found: list[Cell] = []
    for place, (title, text) in enumerate(row):
        wide = 3 if len(row) == 1 else 1
        found.append(Cell(number, place * 2, title, look=CellLook(head=True)))
        found.append(Cell(number, place * 2 + 1, text, column_span=wide, look=CellLook(align="center")))
    return found
