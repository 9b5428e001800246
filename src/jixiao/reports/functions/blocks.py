"""Charts, diagrams, tables of contents and page turns."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from jixiao.core.document import Block, Cell
from jixiao.core.look import CellLook, ChartLook, DiagramLook, Look, Node, TextStyle
from jixiao.reports.inserts import Insert
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Traced
from jixiao.reports.views import field

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(printer: Printer) -> "Callables":
    """``chart``, ``caption`` (of a table), ``organisation``, ``process``, ``line`` (of another style)."""

    def caption(title: str, unit: str = "", page: Literal["", "portrait", "landscape"] = "") -> str:
        """表1 and the title above the table that follows, and its unit: ``unit`` is 万元, or empty.

        A wide table asks for a ``landscape`` page; after it the report returns to its own.
        """
        return printer.insert(Insert((), caption=title, unit=unit, page=page))

    def chart(
        kind: Literal["column", "bar", "pie", "line"],
        title: str,
        rows: Iterable[Sequence[object]],
        series: Sequence[str] = ("金额",),
        unit: str = "",
    ) -> str:
        """``rows`` are (category, value, value …); a row with a missing value is left out."""
        unit = unit or printer.money_unit.value
        cells = [Cell(0, 0, "")] + [  # with the unit, because a chart has no other place that readers see
            Cell(0, column, f"{name}（{unit}）", look=CellLook(head=True))
            for column, name in enumerate(series, start=1)
        ]
        number, first = 0, len(printer.entries)
        for category, *values in rows:
            if not all(isinstance(value, Traced) for value in values):
                continue
            number += 1
            cells.append(Cell(number, 0, str(category)))
            cells += [
                Cell(number, column, printer.printed(value, bare=True))
                for column, value in enumerate(values, start=1)
                if isinstance(value, Traced)
            ]
        if not number:
            return ""
        decimals = max((entry.decimals or 0 for entry in printer.entries[first:]), default=0)
        block = Block(
            0, "chart", title, cells=tuple(cells), look=Look(chart=ChartLook(kind, title, unit, decimals))
        )
        return printer.insert(Insert((block,), caption=title, kind="图"))

    def organisation(roles: Iterable[object], title: str) -> str:
        names: list[str] = []
        nodes: list[Node] = []
        for role in roles:
            names.append(str(field(role, "name")))
            above = field(role, "under")
            under = str(above) if above else ""
            nodes.append(Node(names[-1], names.index(under) if under in names else None))
        return _diagram("tree", title, nodes)

    def process(steps: Iterable[object], title: str) -> str:
        texts = [str(step) for step in steps]
        nodes = [Node(text, number - 1 if number else None) for number, text in enumerate(texts)]
        return _diagram("flow", title, nodes)

    def _diagram(kind: Literal["tree", "flow"], title: str, nodes: list[Node]) -> str:
        if not nodes:
            return ""
        block = Block(0, "paragraph", "", look=Look(diagram=DiagramLook(kind, title, tuple(nodes))))
        return printer.insert(Insert((block,), caption=title, kind="图"))

    def line(text: object, style: TextStyle = "body", page: Literal["", "portrait", "landscape"] = "") -> str:
        return printer.insert(Insert((Block(0, "paragraph", str(text), look=Look(style, page)),)))

    return {
        "chart": chart,
        "caption": caption,
        "organisation": organisation,
        "process": process,
        "line": line,
    }
