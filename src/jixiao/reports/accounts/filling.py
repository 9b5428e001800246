"""The rows of one table, its expressions evaluated over the facts."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final

from jixiao.core.classification import Code, EconomicCode, FunctionalCode
from jixiao.core.numbering import in_chinese
from jixiao.reports.accounts.feet import alone_in_foot
from jixiao.reports.accounts.lines import LANES, Line, Row, blank
from jixiao.reports.accounts.tree import Fact, Node, grown
from jixiao.reports.environment import evaluated
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Computed, Gap, Traced, Unfit, total
from jixiao.rulebooks.accounts import AccountsForms, Classification
from jixiao.rulebooks.schema.accounts import AccountsColumn, AccountsTable

_TOTAL: Final = "合计"
_KINDS: Final[dict[str, type[Code]]] = {"functional": FunctionalCode, "economic": EconomicCode}


class Filler:
    """Fills one table; afterwards ``printed`` tells whether any figure stands in it."""

    def __init__(
        self,
        forms: AccountsForms,
        table: AccountsTable,
        codes: Classification,
        given: Mapping[str, object],
        printer: Printer,
    ) -> None:
        self._forms = forms
        self._table = table
        self._codes = codes
        self._given = given
        self._printer = printer
        self._grown: list[Node] | None = None
        self._lines: list[Line] | None = None
        self.printed = False
        self._facts: dict[tuple[int, int], object] = {}

    def rows(self) -> list[Row]:
        """The rows below the headings as they are printed: texts and figures."""
        columns = self._table.columns
        lanes = self._table.layout in ("lanes", "economic_lanes")
        rows = (
            [[*left, *right] for left, right in self._side_by_side(len(columns))]
            if lanes
            else [line.printed(self._table.layout) for line in self.lines()]
        )
        self.printed = any(_tells(row) for row in rows)
        return rows

    def lines(self) -> list[Line]:
        """The rows one by one, each with its code and level; of tables with lanes the left lane first."""
        if self._lines is None:
            self._lines = {
                "lanes": self._lanes,
                "codes": self._coded,
                "economic_lanes": self._economic_lanes,
                "single": self._single,
            }[self._table.layout]()
        return self._lines

    def _side_by_side(self, columns: int) -> Iterator[tuple[Row, Row]]:
        """Left and right of every row; both lanes end with the feet."""
        layout = self._table.layout
        blanks = {side: blank(layout, side, columns) for side in LANES}
        for kind in ("item", "foot"):
            lanes = [
                [line.printed(layout) for line in self.lines() if (line.side, line.kind) == (side, kind)]
                for side in LANES
            ]
            for left, right in zip_longest(*lanes):
                yield left or blanks["left"], right or blanks["right"]

    def _lanes(self) -> list[Line]:
        """Named lines on the left, all classes of the year on the right; both end with the feet."""
        columns = self._table.columns
        stated = {node.code: node for node in self._nodes()}
        known = [code for code in self._codes.functional if code.depth == 1 and code not in stated]
        nodes = list(stated.values()) + [Node(code, self._name(code)) for code in known]
        nodes.sort(key=lambda node: (node.code is None, node.code.parts if node.code else ()))
        right = [
            Line(
                "right", "item", node.code, node.name, [self._cell(node, column) for column in columns],
                label=f"{in_chinese(number)}、{node.name}",
            )
            for number, node in enumerate(nodes, start=1)
        ]  # fmt: skip
        left = [
            Line(
                "left", "item", None, line.label, [self._stated(line.facts[0], "left", number)],
                role=line.role,
            )
            for number, line in enumerate(self._table.left)
        ]  # fmt: skip
        return [*left, *right, *self._feet(len(columns))]

    def _feet(self, columns: int) -> Iterator[Line]:
        lanes = self._table.layout == "lanes"
        for number, foot in enumerate(self._table.feet):
            for side, line in zip(LANES, (foot.left, foot.right), strict=True):
                figures = [self._stated(fact, "feet", number) for fact in line.facts]
                wide = 1 if lanes and side == "left" else columns
                yield Line(side, "foot", None, line.label, figures or [None] * wide, role=line.role)

    def _coded(self) -> list[Line]:
        """The total, then every code with those above it."""
        nodes = self._nodes()
        columns = self._table.columns
        totals = [self._total(nodes, column) for column in columns]
        if not nodes and not any(isinstance(one, Traced) and one.value != 0 for one in totals):
            return [Line("", "total", None, _TOTAL, [None] * len(columns), role="total")]
        lines = [Line("", "total", None, _TOTAL, totals, role="total")]
        for top in nodes:
            for node in top.walk():
                cells = [
                    self._needed(node, column, whole) for column, whole in zip(columns, totals, strict=True)
                ]
                if _tells(cells) or not _tells(totals):
                    lines.append(Line("", "item", node.code, node.name, cells))
        return lines

    def _needed(self, node: Node, column: AccountsColumn, whole: object) -> object:
        """The figure; a gap at the highest level where the total says that something is missing."""
        found = self._cell(node, column)
        missing = isinstance(whole, Gap) or (isinstance(whole, Traced) and whole.value != 0)
        if found is None and column.needed and node.depth == 1 and missing and self._silent(column):
            return Gap(self._printer, f"{node.name}的{column.heading}")
        return found

    def _silent(self, column: AccountsColumn) -> bool:
        """Whether no row states a figure of the column."""
        return all(self._cell(node, column) is None for node in self._nodes())

    def _economic_lanes(self) -> list[Line]:
        """The items of each lane's classes, all that the place's list knows, and the feet."""
        nodes = {node.code: node for node in self._nodes()}
        lanes: list[list[Node]] = []
        listed: set[Code] = set()
        for classes in self._table.lanes:
            lane: list[Node] = []
            for text in classes:
                code = EconomicCode.parse(text)
                listed.add(code)
                lane += self._items(nodes.get(code) or Node(code, self._name(code)))
            lanes.append(lane)
        for node in (node for code, node in nodes.items() if code not in listed):
            lanes[-1] += self._items(node)
        lines = [
            Line(side, "item", node.code, node.name, [self._cell(node, one) for one in self._table.columns])
            for side, lane in zip(LANES, lanes, strict=True)
            for node in lane
        ]
        return [*lines, *self._feet(len(self._table.columns))]

    def _items(self, top: Node) -> list[Node]:
        """A class and its items, those of the list that nobody stated included."""
        stated = {node.code: node for node in top.below}
        for code in self._codes.economic:
            if code.parent == top.code and code not in stated:
                stated[code] = Node(code, self._name(code))
        return [top, *sorted(stated.values(), key=lambda node: node.code.parts if node.code else ())]

    def _single(self) -> list[Line]:
        figures = [
            self._stated(column.fact, "columns", number) for number, column in enumerate(self._table.columns)
        ]
        return [Line("", "item", None, "", figures)]

    def _nodes(self) -> list[Node]:
        if self._grown is None:
            self._grown = self._read()
        return self._grown

    def _read(self) -> list[Node]:
        rows = self._value(self._table.rows, self._given, "rows")
        if not isinstance(rows, Sequence) and not isinstance(rows, Gap):
            raise Unfit(f"“{self._table.title}”的 rows 不是一列")
        return grown(rows, _KINDS[self._table.classification], self._name)

    def _name(self, code: Code) -> object:
        row = self._codes.row(code)
        return row.name if row is not None else Gap(self._printer, f"科目{code}的名称")

    def _cell(self, node: Node, column: AccountsColumn) -> object:
        if node.depth == 1 and node.line is None and node.below:
            whole = alone_in_foot(self._forms, column, str(node.code), [str(n.code) for n in self._nodes()])
            stated = None if whole is None else evaluated(*whole, self._given, self._printer)
            if isinstance(stated, Traced):
                return stated
        return node.value(self._fact(column), self._printer)

    def _fact(self, column: AccountsColumn) -> Fact:
        number = self._table.columns.index(column)

        def fact(line: object) -> object:
            key = (id(line), number)  # lines live as long as the nodes of this table
            if key not in self._facts:
                given = {**self._given, "line": line}
                self._facts[key] = self._value(column.fact, given, "columns", number)
            return self._facts[key]

        return fact

    def _total(self, nodes: list[Node], column: AccountsColumn) -> object:
        """What is stated of the total, else the sum of the highest level."""
        if column.total:
            own = self._value(column.total, self._given, "columns", self._table.columns.index(column))
            if isinstance(own, Traced):
                return own
        parts: list[Computed] = [
            value for node in nodes if isinstance(value := self._cell(node, column), Traced)
        ]
        return total(parts, self._printer) if len(parts) > 1 else parts[0] if parts else None

    def _stated(self, fact: str, *path: str | int) -> object:
        """A figure that stands alone; a fact that is missing is blank, for a form shows all its lines."""
        value = self._value(fact, self._given, *path)
        return None if isinstance(value, Gap) and self._table.layout != "single" else value

    def _value(self, source: str, given: Mapping[str, object], *path: str | int) -> object:
        line = self._forms.line(self._table, *path)
        return evaluated(source, self._forms.file, line, given, self._printer)


def _tells(cells: Sequence[object]) -> bool:
    """Whether a row has anything but blanks and zeros: items without money stand in no table of codes."""
    return any(isinstance(cell, Gap) or (isinstance(cell, Traced) and cell.value != 0) for cell in cells)
