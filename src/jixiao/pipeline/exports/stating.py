"""One recognised table as statements about facts, with what of it was not understood."""

from dataclasses import dataclass, field

from jixiao.claims.final_accounts.roles import role_of
from jixiao.claims.final_accounts.rules.publics import costs_of
from jixiao.claims.final_accounts.structure import AccountsTable as Found
from jixiao.claims.final_accounts.structure import Line, is_total
from jixiao.claims.final_accounts.titles import squeezed
from jixiao.core.accounts_review import ColumnRead, Notice, TableRead
from jixiao.core.classification import Code, EconomicCode, FunctionalCode
from jixiao.core.place import Place
from jixiao.dossiers.exports.expressions import LINE, Named, Path, rows_target, target
from jixiao.pipeline.exports import wording
from jixiao.pipeline.exports.cells import Cells, label_of, place_of
from jixiao.pipeline.exports.matching import heading_of, matched, matched_lines
from jixiao.rulebooks.accounts import Classification
from jixiao.rulebooks.schema.accounts import AccountsLine, AccountsTable

_KINDS: dict[str, type[Code]] = {"functional": FunctionalCode, "economic": EconomicCode}
_RECEIPTS = "决算数"
"""What the form calls the one column of receipts beside spending."""
UNKNOWN_CODE = "科目编码不在规则库的目录中，照决算表录入，未核实。"
"""The note of a new line whose code the rulebook lacks."""


@dataclass(slots=True)
class Stating:
    """Reads one table by its layout; ``cells`` holds what came of its amounts, ``notices`` what to tell."""

    file: str
    found: Found
    form: AccountsTable
    codes: Classification
    cells: Cells
    notices: list[Notice] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)

    def read(self) -> TableRead:
        """Read it all."""
        {
            "codes": self._codes,
            "lanes": self._lanes,
            "economic_lanes": self._economic,
            "single": self._single,
        }[self.form.layout]()
        for lane in self.found.headers:
            for header in lane.values():
                self.columns.setdefault(header, "")
        return TableRead(
            self.file,
            self.form.title,
            self.place(),
            "、".join(self.cells.units),
            tuple(ColumnRead(heading, means) for heading, means in self.columns.items()),
            len(self.cells.used),
            self.cells.figures,
            tuple(self.cells.not_read),
        )

    def place(self) -> Place:
        """Where the table begins."""
        block = self.found.block
        return block.place(0, 0, block.cells[0] if block.cells else None)

    # ---- layouts ----

    def _codes(self) -> None:
        columns = self._matched(0)
        rows = rows_target(self.form.rows)
        whole = self.found.total()
        lines = list(self.found.lane(0))
        below = self._with_lower(lines)
        for line in lines:
            if line is whole:
                for at, number in columns.items():
                    self._single_fact(line, at, self.form.columns[number].total)
                continue
            code = self._code(line)
            if code is None:
                self._no_code(line)
            elif code in below:
                self.cells.mark(line, columns)
            elif rows is not None:
                self._items(line, code, columns, rows)

    def _economic(self) -> None:
        rows = rows_target(self.form.rows)
        feet = [side for foot in self.form.feet for side in (foot.left, foot.right) if side.label]
        every = list(self.found.lines)
        below = self._with_lower(every)
        for number in range(len(self.found.headers)):
            columns = self._matched(number)
            named = [line for line in self.found.lane(number) if line.code is None and line.name]
            for line, foot in matched_lines(named, feet):
                if foot is not None:
                    for at in columns:
                        self._single_fact(line, at, foot.facts[0])
                elif is_total(line.name):
                    self.cells.mark(line, columns)
                else:
                    self._no_code(line)
            for line in self.found.lane(number):
                code = self._code(line)
                if code is not None and code in below:
                    self.cells.mark(line, columns)
                elif code is not None and rows is not None:
                    self._items(line, code, columns, rows)

    def _lanes(self) -> None:
        left = [*self.form.left, *(foot.left for foot in self.form.feet)]
        right = [foot.right for foot in self.form.feet]
        self._lane(0, left, self._amount_column())
        self._lane(1, right, self._matched(1))

    def _lane(self, number: int, wanted: list[AccountsLine], columns: dict[int, int]) -> None:
        lines = [line for line in self.found.lane(number) if line.name]
        for line, known in matched_lines(lines, wanted):
            if known is None:
                if number == 0 and self.cells.has_amount(line, columns):
                    self.cells.not_read.append(
                        wording.unknown_line(label_of(line), self.file, place_of(line))
                    )
                else:
                    self.cells.mark(line, columns)
                continue
            for at, place in columns.items():
                if place < len(known.facts):
                    self._single_fact(line, at, known.facts[place])

    def _amount_column(self) -> dict[int, int]:
        """The column of receipts: the only one, or that of the outturn among several."""
        headers = self.found.headers[0] if self.found.headers else {}
        amounts = [at for at, header in headers.items() if role_of("total", header) == "amount"]
        chosen = amounts if len(amounts) == 1 else list(headers) if len(headers) == 1 else []
        for at in chosen:
            self.columns[headers[at]] = _RECEIPTS
        return dict.fromkeys(chosen, 0)

    def _single(self) -> None:
        costs = costs_of(self.found)
        wanted = [role_of("publics", squeezed(heading_of(column))) for column in self.form.columns]
        for line in self.found.lines:
            for at, slot in line.figures.items():
                key = next((key for key, one in costs.items() if one is slot), None)
                role = ":".join(key) if key else ""
                if role not in wanted:
                    continue
                column = self.form.columns[wanted.index(role)]
                header = next((lane[at] for lane in self.found.headers if at in lane), "")
                self.columns[header if ":" in role_of("publics", header) else f"{line.name}/{header}"] = (
                    heading_of(column)
                )
                self._single_fact(line, at, column.fact)

    # ---- parts ----

    def _matched(self, lane: int) -> dict[int, int]:
        if lane >= len(self.found.headers):
            return {}
        headers = self.found.headers[lane]
        found = matched(self.found.kind, headers, self.form.columns)
        for at, number in found.columns.items():
            self.columns[headers[at]] = heading_of(self.form.columns[number])
        for number, several in found.twice:
            named = heading_of(self.form.columns[number])
            self.cells.not_read.append(wording.several_columns(named, several, self.file, self.place()))
        return found.columns

    def _with_lower(self, lines: list[Line]) -> set[Code]:
        """The codes that have lower ones in the table: their figures are sums."""
        codes = [code for line in lines if (code := self._read_code(line)) is not None]
        return {above for above in codes if any(above.is_above(code) for code in codes)}

    def _read_code(self, line: Line) -> Code | None:
        """The code of a line in the classification of the table; another classification's code is none."""
        if line.code is None:
            return None
        return _KINDS[self.form.classification].read(str(line.code))

    def _code(self, line: Line) -> Code | None:
        code = self._read_code(line)
        if code is None and line.code is not None:
            economic = self.form.classification == "economic"
            self.cells.not_read.append(
                wording.foreign_code(str(line.code), economic=economic, file=self.file, place=place_of(line))
            )
        return code

    def _items(self, line: Line, code: Code, columns: dict[int, int], rows: Path) -> None:
        """The amounts of one item, which has no items below it."""
        known = self.codes.row(code)
        name = known.name if known is not None and squeezed(known.name) == line.name else label_of(line)
        stated = False
        for at, number in columns.items():
            field_ = target(self.form.columns[number].fact)
            if field_ is None or field_[0] != LINE:
                self.cells.count(line, line.figures.get(at))
                continue
            note = "" if known is not None else UNKNOWN_CODE
            path = (*rows, Named("code", str(code), name, note), *field_[1:])
            stated |= self.cells.state(line, at, path, self.form.columns[number].fact, self.form.rows)
        if not stated:
            return
        label, place = label_of(line), place_of(line)
        if known is None:
            self.notices.append(wording.unknown_code(str(code), label, self.file, place))
        elif line.name and line.name not in {squeezed(one) for one in (known.name, *known.aliases)}:
            self.notices.append(wording.other_name(str(code), label, known.name, self.file, place))

    def _single_fact(self, line: Line, at: int, expression: str) -> None:
        path = target(expression) if expression else None
        if path is None or path[0] == LINE:
            self.cells.count(line, line.figures.get(at))
        else:
            self.cells.state(line, at, path, expression, "")

    def _no_code(self, line: Line) -> None:
        if any(slot.token is not None for slot in line.figures.values()):
            self.cells.not_read.append(wording.no_code(label_of(line), self.file, place_of(line)))
