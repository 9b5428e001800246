"""Workbooks like those that the final-accounts system exports, filled from a dossier.

Drawn after the usual public set (sheets Z01 to Z09, title, 公开01表, body and unit above a header of merged
cells, a row 栏次, codes in three columns or in one), not after our own tables, so that nothing here knows
what the reader expects. No real export was at hand.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal

from tests.pipeline.exports.drawn import Sheet, Style, Value
from tests.pipeline.exports.names import CHINESE, CLASSES, RECEIPTS, SOURCES, SPENDING

from jixiao.core.dossier import Dossier
from jixiao.core.money import Money, MoneyUnit

PLAIN = Style()


def sheets(dossier: Dossier, style: Style = PLAIN) -> list[Sheet]:
    """The nine sheets."""
    made = _Maker(dossier, style)
    return [
        made.total(),
        made.coded("Z02 收入决算表", dossier.accounts.functions, made.receipts_columns(), made.receipts),
        made.coded(
            "Z03 支出决算表",
            dossier.accounts.functions,
            ["本年支出合计", *SPENDING],
            made.spending,
            totals=made.spent(),
        ),
        made.appropriation(),
        made.coded(
            "Z05 一般公共预算财政拨款支出决算表",
            dossier.accounts.general_lines,
            ["合计", "基本支出", "项目支出"],
            made.general,
            above="本年支出",
        ),
        made.basic(),
        made.publics(),
        made.funds(
            "Z08 政府性基金预算财政拨款收入支出决算表", dossier.accounts.fund_lines, "government_funds"
        ),
        made.funds(
            "Z09 国有资本经营预算财政拨款收入支出决算表", dossier.accounts.capital_lines, "state_capital"
        ),
    ]


class _Maker:
    def __init__(self, dossier: Dossier, style: Style) -> None:
        self.dossier = dossier
        self.accounts = dossier.accounts
        self.style = style

    # ---- sheets ----

    def total(self) -> Sheet:
        sheet = self._opened("Z01 收入支出决算总表", 6)
        outturn = {source.name: source.outturn for source in self.accounts.sources}
        left: list[tuple[str, object]] = [
            (f"{CHINESE[at]}、{name}", outturn.get(name)) for at, name in enumerate(SOURCES)
        ]
        accounts = self.accounts
        right = self._classes(lambda line: line.outturn, accounts.functions)
        feet = [
            (("本年收入合计", accounts.income.outturn), ("本年支出合计", accounts.expenditure.outturn)),
            (
                ("使用非财政拨款结余（含专用结余）", accounts.non_fiscal_surplus_used),
                ("结余分配", accounts.surplus_distributed),
            ),
            (("年初结转和结余", accounts.opening_balance), ("年末结转和结余", accounts.closing_balance)),
            (("总计", accounts.grand_total.outturn), ("总计", accounts.grand_total.outturn)),
        ]
        sheet.add("收入", None, None, "支出", None, None)
        sheet.merge(0, 3)
        sheet.merge(3, 3)
        sheet.add("项目", "行次", "金额", "项目", "行次", "金额")
        sheet.add("栏次", None, 1, "栏次", None, 2)
        self._two_lanes(sheet, left, [(name, [value]) for name, value in right], feet, 1)
        return sheet

    def appropriation(self) -> Sheet:
        accounts = self.accounts
        sheet = self._opened("Z04 财政拨款收入支出决算总表", 9)
        budgets = (accounts.general_budget, accounts.government_funds, accounts.state_capital)
        names = ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
        left: list[tuple[str, object]] = [
            (f"{CHINESE[at]}、{name}", budget.received)
            for at, (name, budget) in enumerate(zip(names, budgets, strict=True))
        ]
        general = dict(self._classes(lambda line: line.outturn, accounts.general_lines))
        funds = dict(self._classes(lambda line: line.outturn, accounts.fund_lines))
        capital = dict(self._classes(lambda line: line.outturn, accounts.capital_lines))
        right = [
            (
                name,
                [
                    _sum([general.get(name), funds.get(name), capital.get(name)]),
                    general.get(name),
                    funds.get(name),
                    capital.get(name),
                ],
            )
            for name in dict.fromkeys([*general, *funds, *capital])
        ]
        spent = [budget.outturn for budget in budgets]
        closing = [budget.closing for budget in budgets]
        whole = accounts.appropriated_total.outturn
        feet: list[tuple[tuple[str, object], tuple[str, object]]] = [
            (
                ("本年收入合计", _sum([one.received for one in budgets])),
                ("本年支出合计", [_sum(spent), *spent]),
            ),
            (
                ("年初财政拨款结转和结余", _sum([one.opening for one in budgets])),
                ("年末财政拨款结转和结余", [_sum(closing), *closing]),
            ),
            *(
                ((f"  {CHINESE[at]}、{name}"[2:], budget.opening), ("", [None] * 4))
                for at, (name, budget) in enumerate(zip(names, budgets, strict=True))
            ),
            (("总计", whole), ("总计", [whole, None, None, None])),
        ]
        sheet.add("收入", None, None, "支出", *[None] * 5)
        sheet.merge(0, 3)
        sheet.merge(3, 6)
        sheet.add("项目", "行次", "金额", "项目", "行次", "合计", *names)
        sheet.add("栏次", None, 1, "栏次", None, 2, 3, 4, 5)
        self._two_lanes(sheet, left, right, feet, 4)
        return sheet

    def coded(
        self,
        name: str,
        lines: Sequence[object],
        columns: Sequence[str],
        figures: Callable[[object], list[object]],
        above: str = "",
        totals: Sequence[object] = (),
    ) -> Sheet:
        order = list(range(len(columns)))
        if self.style.shuffled:
            order.reverse()
        stub = 2 if self.style.one_code else 4
        sheet = self._opened(name, stub + len(columns))
        codes = ["科目编码"] if self.style.one_code else ["功能分类科目编码", None, None]
        names = [columns[at] for at in order]
        if self.style.headed_items:
            sheet.add("项目", *[None] * (stub - 1), *[None] * len(names))
            sheet.merge(0, stub)
        if above:
            sheet.add(*codes, "科目名称", above, *[None] * (len(names) - 1))
            sheet.merge(stub, len(names))
            sheet.add(*([None] if self.style.one_code else ["类", "款", "项"]), None, *names)
        else:
            sheet.add(*codes, "科目名称", *names)
            sheet.add(*([None] if self.style.one_code else ["类", "款", "项"]), None, *[None] * len(names))
            for at in range(len(names)):
                sheet.merge(stub + at, 1, 2, up=1)
        if self.style.one_code:
            sheet.merge(0, 1, 2, up=1)
        else:
            sheet.merge(0, 3, 1, up=1)
        sheet.merge(stub - 1, 1, 2, up=1)
        sheet.add("栏次", *[None] * (stub - 1), *range(1, len(names) + 1))
        sheet.merge(0, stub)
        whole = [figures(line) for line in lines]
        totals = totals or [_sum([row[at] for row in whole]) for at in range(len(columns))]
        sheet.add("合计", *[None] * (stub - 1), *self._printed([totals[at] for at in order]))
        sheet.merge(0, stub)
        for code, label, row in self._tree(lines, figures, len(columns)):
            parts: list[Value] = [self._code(code)]
            if not self.style.one_code:
                parts = [code[:3], code[3:5], code[5:]]
            indent = " " * (len(code) - 3)
            sheet.add(*parts, indent + label, *self._printed([row[at] for at in order]))
        return sheet

    def basic(self) -> Sheet:
        classes = (
            (("301", "303"), ("302",), ("310",))
            if self.style.three_lanes
            else (("301", "303"), ("302", "310"))
        )
        behind = len(classes) - 1
        sheet = self._opened("Z06 一般公共预算财政拨款基本支出决算明细表", 3 * len(classes))
        sheet.add("人员经费", None, None, "公用经费", *[None] * (3 * behind - 1))
        sheet.merge(0, 3)
        sheet.merge(3, 3 * behind)
        sheet.add(*["经济分类科目编码", "科目名称", "决算数"] * len(classes))
        lanes = []
        for several in classes:
            lines = [line for line in self.accounts.economic if line.code[:3] in several and line.outturn]
            lanes.append(
                [
                    [self._code(code), " " * (len(code) - 3) + label, *self._printed(row)]
                    for code, label, row in self._tree(lines, lambda line: [line.outturn], 1)
                ]
            )
        for at in range(max(len(lane) for lane in lanes)):
            sheet.add(*(cell for lane in lanes for cell in (lane[at] if at < len(lane) else [None] * 3)))
        people, running = self.accounts.personnel.outturn, self.accounts.operating.outturn
        covered = [None] * (3 * behind - 2)
        sheet.add(
            "人员经费合计",
            None,
            *self._printed([people]),
            "公用经费合计",
            *covered,
            *self._printed([running]),
        )
        sheet.merge(0, 2)
        sheet.merge(3, 3 * behind - 1)
        return sheet

    def publics(self) -> Sheet:
        sheet = self._opened("Z07 财政拨款“三公”经费支出决算表", 12)
        sheet.add("预算数", *[None] * 5, "决算数", *[None] * 5)
        sheet.merge(0, 6)
        sheet.merge(6, 6)
        half = ["合计", "因公出国（境）费", "公务用车购置及运行维护费", None, None, "公务接待费"]
        sheet.add(*half, *half)
        lower = [None, None, "小计", "公务用车购置费", "公务用车运行维护费", None]
        sheet.add(*lower, *lower)
        for start in (0, 6):
            sheet.merge(start + 2, 3, 1, up=1)
            for at in (0, 1, 5):
                sheet.merge(start + at, 1, 2, up=1)
        sheet.add(*range(1, 13))
        costs = self.dossier.three_publics
        lines = (
            costs.total,
            costs.abroad,
            costs.vehicles,
            costs.vehicle_purchase,
            costs.vehicle_running,
            costs.reception,
        )
        sheet.add(
            *self._printed([line.revised_budget for line in lines]),
            *self._printed([line.outturn for line in lines]),
        )
        return sheet

    def funds(self, name: str, lines: Sequence[object], budget: str) -> Sheet:
        sheet = self._opened(name, 8)
        sheet.add(
            "科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出", None, None, "年末结转和结余"
        )
        sheet.merge(4, 3)
        sheet.add(None, None, None, None, "小计", "基本支出", "项目支出", None)
        for at in (0, 1, 2, 3, 7):
            sheet.merge(at, 1, 2, up=1)
        sheet.add("栏次", None, 1, 2, 3, 4, 5, 6)
        whole = getattr(self.accounts, budget)
        if lines:
            fields = ("opening", "received", "outturn", "basic", "project", "closing")
            sheet.add(
                "合计",
                None,
                *self._printed([whole.opening, whole.received, whole.outturn, None, None, whole.closing]),
            )
            for code, label, row in self._tree(lines, lambda line: [getattr(line, one) for one in fields], 6):
                sheet.add(self._code(code), label, *self._printed(row))
        else:
            sheet.add("合计", *[None] * 7)
        return sheet

    # ---- figures of the coded tables ----

    def receipts_columns(self) -> list[str]:
        return ["本年收入合计", *RECEIPTS]

    def receipts(self, line: object) -> list[object]:
        own = [getattr(line, one) for one in RECEIPTS.values()]
        return [_sum(own), *own]

    def spending(self, line: object) -> list[object]:
        return [getattr(line, one) for one in ("outturn", *SPENDING.values())]

    def spent(self) -> list[object]:
        """The row 合计 of the spending, as the dossier states it."""
        return [getattr(self.accounts, one).outturn for one in ("expenditure", *SPENDING.values())]

    def general(self, line: object) -> list[object]:
        return [getattr(line, one) for one in ("outturn", "basic", "project")]

    # ---- parts ----

    def _opened(self, name: str, width: int) -> Sheet:
        title = name.split(" ", 1)[1]
        sheet = Sheet(name)
        if self.style.titled:
            sheet.add(title)
            sheet.merge(0, width)
        year = self.style.year or self.dossier.fiscal_year
        sheet.add(*[None] * (width - 1), f"公开{name[1:3]}表")
        body = self.style.body or self.dossier.department.name
        unit = self.style.unit if self.style.said_unit is None else self.style.said_unit
        told = f"金额单位：{unit}" if unit else None
        sheet.add(f"部门：{body}", f"{year}年度", *[None] * (width - 3), told)
        return sheet

    def _two_lanes(
        self,
        sheet: Sheet,
        left: list[tuple[str, object]],
        right: Sequence[tuple[str, object]],
        feet: Sequence[tuple[tuple[str, object], tuple[str, object]]],
        width: int,
    ) -> None:
        rows = max(len(left), len(right))
        sides: list[tuple[tuple[str, object], tuple[str, object]]] = [
            (
                left[at] if at < len(left) else ("", None),
                (f"{_ordinal(at + 1)}、{right[at][0]}", right[at][1]) if at < len(right) else ("", None),
            )
            for at in range(rows)
        ]
        for number, ((one, amount), (other, amounts)) in enumerate([*sides, *feet], start=1):
            several = amounts if isinstance(amounts, list) else [amounts]
            figures = self._printed(several) + [None] * (width - len(several))
            sheet.add(one, number, *self._printed([amount]), other, number + 40, *figures)

    def _classes(self, of: Callable[..., object], lines: Sequence[object]) -> list[tuple[str, object]]:
        found: dict[str, list[object]] = defaultdict(list)
        for line in lines:
            found[str(getattr(line, "code"))[:3]].append(of(line))  # noqa: B009
        return [(CLASSES.get(code, f"科目{code}"), _sum(values)) for code, values in sorted(found.items())]

    def _tree(
        self, lines: Sequence[object], figures: Callable[..., list[object]], width: int
    ) -> list[tuple[str, str, list[object]]]:
        own = {str(getattr(line, "code")): line for line in lines}  # noqa: B009
        codes = sorted({code[:size] for code in own for size in (3, 5, 7) if size <= len(code)})
        made = []
        for code in codes:
            if code in own:
                made.append((code, str(getattr(own[code], "name")), figures(own[code])))  # noqa: B009
                continue
            below = [figures(line) for lower, line in own.items() if lower.startswith(code)]
            made.append(
                (
                    code,
                    CLASSES.get(code, f"科目{code}"),
                    [_sum([row[at] for row in below]) for at in range(width)],
                )
            )
        return made

    def _code(self, code: str) -> Value:
        return int(code) if self.style.numeric_codes else code

    def _printed(self, values: Sequence[object]) -> list[Value]:
        made: list[Value] = []
        for value in values:
            if not isinstance(value, Money) or (self.style.blank_zeros and not value.amount):
                made.append(None)
            else:
                made.append(value.into(self.style.unit).quantize(Decimal("0.01")))
        return made


def _sum(values: Sequence[object]) -> Money | None:
    amounts = [one for one in values if isinstance(one, Money)]
    if not amounts:
        return None
    return Money(sum((one.yuan for one in amounts), Decimal()), MoneyUnit.YUAN)


def _ordinal(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("十" if tens else "") + (CHINESE[ones - 1] if ones else "")
