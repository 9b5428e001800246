"""The thirteen tables of a made-up package, in one of the styles that offices use.

A table is a grid of texts with the spans of merged cells. Where a figure stands is noted by table, line and
column, so that the bench can change it: ("general", "合计", "basic") leads to its row and column.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from bench.packages import BUDGETS, ECONOMIC, FUND, PERSONNEL, SOURCES, Accounts, Codes

Address = tuple[str, str, str]
TITLES = {
    "total": "收入支出决算总表",
    "receipts": "收入决算表",
    "spending": "支出决算表",
    "appropriation": "财政拨款收入支出决算总表",
    "appropriation_detail": "财政拨款支出决算明细表",
    "general": "一般公共预算财政拨款支出决算表",
    "general_detail": "一般公共预算财政拨款支出决算明细表",
    "basic": "一般公共预算财政拨款基本支出决算表",
    "projects": "一般公共预算财政拨款项目支出决算表",
    "funds": "政府性基金预算财政拨款收入支出决算表",
    "capital": "国有资本经营预算财政拨款收入支出决算表",
    "capital_spending": "国有资本经营预算财政拨款支出决算表",
    "publics": "财政拨款“三公”经费支出决算表",
}
_NUMERALS = "一二三四五六七八九十"
_SOURCES = ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
_BUDGETS = ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
_COSTS = (
    ("all", "合计"),
    ("abroad", "因公出国（境）费"),
    ("vehicles", "公务用车购置及运行维护费"),
    ("buying", "公务用车购置费"),
    ("running", "公务用车运行维护费"),
    ("reception", "公务接待费"),
)


@dataclass(frozen=True, slots=True)
class Style:
    """How an office sets its tables."""

    unit: str
    """万元 or 元."""
    nil: str
    """What stands for zero: 0.00, nothing, or a dash."""
    split: bool
    """Codes in three columns."""
    numbered: bool
    """行次 and 栏次."""
    across: bool
    """The three publics in one row."""
    three: bool
    """Economic items in three lanes."""

    def show(self, amount: int) -> str:
        """An amount of 分 in the unit, half up."""
        if not amount:
            return self.nil
        return figure(amount, self.unit)


def figure(amount: int, unit: str) -> str:
    """An amount of 分 with two decimals, half up."""
    if unit == "元":
        return f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02d}"
    rounded = (abs(amount) + 5_000) // 10_000
    return f"{'-' if amount < 0 and rounded else ''}{rounded // 100}.{rounded % 100:02d}"


def style(chance: Random) -> Style:
    """One of the ways."""
    return Style(
        chance.choice(("万元", "万元", "元")),
        chance.choice(("0.00", "", "—")),
        *(chance.random() < 0.4 for _ in range(4)),
    )


@dataclass(slots=True)
class Table:
    """A grid of (text, row span, column span), and where figures stand."""

    kind: str
    rows: list[list[tuple[str, int, int] | None]] = field(default_factory=list)
    where: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)

    def add(self, *texts: str) -> int:
        """A row of plain cells; its number."""
        self.rows.append([(text, 1, 1) for text in texts])
        return len(self.rows) - 1

    def head(self, *cells: tuple[str, int, int] | str | None) -> None:
        """A row of the header; None stands under a merged cell."""
        self.rows.append([(cell, 1, 1) if isinstance(cell, str) else cell for cell in cells])


def tables(made: Accounts, how: Style) -> list[Table]:
    """All thirteen, in the order of the package."""
    coded = _Coded(made, how)
    return [
        _total(made, how),
        coded.receipts(),
        coded.spending("spending", fund=True),
        _appropriation(made, how),
        Table("appropriation_detail"),
        coded.spending("general", fund=False),
        Table("general_detail"),
        _basic(made, how),
        coded.projects(),
        coded.funds(),
        coded.nothing("capital"),
        coded.nothing("capital_spending"),
        _publics(made, how),
    ]


def _lanes(
    table: Table,
    how: Style,
    left: Sequence[tuple[str, int]],
    right: Sequence[tuple[str, tuple[int, ...]]],
    roles: Sequence[str],
) -> None:
    """Receipts beside spending; the shorter side is left blank."""
    for at in range(max(len(left), len(right))):
        name, amount = left[at] if at < len(left) else ("", None)
        other, amounts = right[at] if at < len(right) else ("", ())
        cells = [
            name,
            *([str(at + 1)] if how.numbered else []),
            "" if amount is None else how.show(amount),
            other,
        ]
        cells += [str(at + 40)] if how.numbered else []
        row = table.add(*cells, *(how.show(each) for each in amounts), *([""] * (len(roles) - len(amounts))))
        table.where[f"左:{name}", "amount"] = row, 1 + how.numbered
        for column, role in enumerate(roles):
            table.where[f"右:{other}", role] = row, 3 + 2 * how.numbered + column


def _total(made: Accounts, how: Style) -> Table:
    table = Table("total")
    line = ["行次"] if how.numbered else []
    table.head(
        ("收入", 1, 2 + how.numbered),
        *[None] * (1 + how.numbered),
        ("支出", 1, 2 + how.numbered),
        *[None] * (1 + how.numbered),
    )
    table.head("项目", *line, "决算数", "项目", *line, "决算数")
    names = [*(f"{name}收入" for name in _BUDGETS), *_SOURCES]
    keys = (*BUDGETS, *SOURCES)
    left = [
        (f"{_NUMERALS[at]}、{name}", made.receipts[key])
        for at, (name, key) in enumerate(zip(names, keys, strict=True))
    ]
    current = sum(made.receipts.values())
    opening, closing = sum(made.opening.values()), sum(made.closing.values())
    classes = [code for code in made.chapters(fund=True) if len(code) == 1]
    right: list[tuple[str, tuple[int, ...]]] = [
        (f"{_NUMERALS[at]}、{made.names[code]}", (sum(made.spent(code)),)) for at, code in enumerate(classes)
    ]
    longest = max(len(left), len(right))
    left += [("", 0)] * (longest - len(left))
    right += [("", ())] * (longest - len(right))
    left += [("本年收入合计", current), ("使用非财政拨款结余", made.used), ("年初结转和结余", opening)]
    right += [
        ("本年支出合计", (sum(made.spent(())),)),
        ("结余分配", (made.distributed,)),
        ("年末结转和结余", (closing,)),
    ]
    _lanes(
        table,
        how,
        [*left, ("总计", current + made.used + opening)],
        [*right, ("总计", (current + made.used + opening,))],
        ("amount",),
    )
    return table


def _appropriation(made: Accounts, how: Style) -> Table:
    table = Table("appropriation")
    line = ["行次"] if how.numbered else []
    table.head("项目", *line, "金额", "项目", *line, "合计", *_BUDGETS)
    left = [
        (f"{_NUMERALS[at]}、{name}", made.receipts[key])
        for at, (name, key) in enumerate(zip(_BUDGETS, BUDGETS, strict=True))
    ]
    classes = [code for code in made.chapters(fund=True) if len(code) == 1]

    def by_budget(general: int, fund: int) -> tuple[int, ...]:
        return general + fund, general, fund, 0

    right: list[tuple[str, tuple[int, ...]]] = [
        (
            f"{_NUMERALS[at]}、{made.names[code]}",
            by_budget(sum(made.spent_general(code)), made.fund if code[0] == FUND[0] else 0),
        )
        for at, code in enumerate(classes)
    ]
    longest = max(len(left), len(right))
    left += [("", 0)] * (longest - len(left))
    right += [("", ())] * (longest - len(right))
    came = sum(made.receipts[budget] for budget in BUDGETS)
    before = sum(made.opening[budget] for budget in BUDGETS)
    spent = sum(made.spent_general(()))
    left += [("本年收入合计", came), ("年初财政拨款结转和结余", before)]
    left += [(f"  {name}", made.opening[key]) for name, key in zip(_BUDGETS, BUDGETS, strict=True)]
    right += [
        ("本年支出合计", by_budget(spent, made.fund)),
        ("年末财政拨款结转和结余", by_budget(made.closing["general"], made.closing["funds"])),
    ]
    right += [("", ())] * 3
    whole = by_budget(
        made.receipts["general"] + made.opening["general"], made.receipts["funds"] + made.opening["funds"]
    )
    _lanes(table, how, [*left, ("总计", came + before)], [*right, ("总计", whole)], ("total", *BUDGETS))
    return table


class _Coded:
    """Tables by functional codes."""

    def __init__(self, made: Accounts, how: Style) -> None:
        self.made, self.how = made, how
        self.width = 4 if how.split else 2

    def table(
        self,
        kind: str,
        roles: Sequence[tuple[str, str]],
        codes: Sequence[Codes],
        amounts: Callable[[Codes], Sequence[int]],
        name: str = "科目名称",
    ) -> Table:
        table, how = Table(kind), self.how
        heads = [header for _, header in roles]
        table.head(("项目", 1, self.width), *[None] * (self.width - 1), *((header, 2, 1) for header in heads))
        levels = ("类", "款", "项") if how.split else ("功能分类科目编码",)
        table.head(*levels, name, *[None] * len(heads))
        if how.numbered:
            table.add("栏次", *[""] * (self.width - 1), *(str(at) for at in range(1, len(heads) + 1)))
        blank = [""] * (self.width - 1)
        total = table.add(*blank, "合计", *(how.show(each) for each in amounts(())))
        lines = [(total, "合计")]
        for code in codes:
            cells = [code[at] if at < len(code) else "" for at in range(3)] if how.split else ["".join(code)]
            row = table.add(*cells, self.made.names[code], *(how.show(each) for each in amounts(code)))
            lines.append((row, "".join(code)))
        for row, label in lines:
            table.where[label, "name"] = row, self.width - 1
            for at, (role, _) in enumerate(roles):
                table.where[label, role] = row, self.width + at
        return table

    def receipts(self) -> Table:
        made = self.made
        codes = made.chapters(fund=True)
        first = next(iter(made.general))
        moved = made.closing["general"] - made.opening["general"]

        def amounts(code: Codes) -> list[int]:
            fiscal = sum(made.spent_general(code)) + (moved if first[: len(code)] == code else 0)
            fiscal += made.receipts["funds"] if made.fund and FUND[: len(code)] == code else 0
            others = [made.receipts[source] if first[: len(code)] == code else 0 for source in SOURCES]
            return [fiscal + sum(others), fiscal, *others]

        roles = [("total", "本年收入合计"), ("fiscal", "财政拨款收入"), *zip(SOURCES, _SOURCES, strict=True)]
        return self.table("receipts", roles, codes, amounts)

    def spending(self, kind: str, *, fund: bool) -> Table:
        made = self.made

        def amounts(code: Codes) -> list[int]:
            basic, project = made.spent(code) if fund else made.spent_general(code)
            return [basic + project, basic, project, *([0, 0, 0] if fund else [])]

        roles = [
            ("total", "本年支出合计" if fund else "合计"),
            ("basic", "基本支出"),
            ("project", "项目支出"),
        ]
        if fund:
            roles += [
                ("superior", "上缴上级支出"),
                ("operating", "经营支出"),
                ("attached", "对附属单位补助支出"),
            ]
        return self.table(kind, roles, made.chapters(fund=fund), amounts)

    def projects(self) -> Table:
        made = self.made
        codes = [code for code in made.chapters(fund=False) if made.spent_general(code)[1]]
        return self.table(
            "projects",
            [("amount", "金额")],
            codes,
            lambda code: [made.spent_general(code)[1]],
            "科目名称（项目）",
        )

    def funds(self) -> Table:
        made = self.made
        if not made.fund:
            return self.nothing("funds")
        row = [made.opening["funds"], made.receipts["funds"], made.fund, 0, made.fund, made.closing["funds"]]
        roles = [
            ("opening", "年初结转和结余"),
            ("receipts", "本年收入"),
            ("total", "本年支出合计"),
            ("basic", "基本支出"),
        ]
        roles += [("project", "项目支出"), ("closing", "年末结转和结余")]
        return self.table("funds", roles, [FUND[:depth] for depth in (1, 2, 3)], lambda _: row)

    def nothing(self, kind: str) -> Table:
        """A table that keeps its grid and has no figure."""
        table = Table(kind)
        table.head("功能分类科目编码", "科目名称", "合计", "基本支出", "项目支出")
        table.add("", "合计", "", "", "")
        table.add("", "", "", "", "")
        return table


def _basic(made: Accounts, how: Style) -> Table:
    """Economic items: personnel left, operating right, or the latter in two lanes."""
    table = Table("basic")
    sides: list[list[tuple[str, str, int]]] = [[], []]
    for code, name, items in ECONOMIC:
        lines = [(code, name, sum(made.economic[code, item] for item, _ in items))]
        lines += [(code + item, item_name, made.economic[code, item]) for item, item_name in items]
        sides[code not in PERSONNEL].extend(lines)
    if how.three:
        sides = [sides[0], sides[1][:3], sides[1][3:]]
    width = len(sides)
    table.head(*["科目编码", "科目名称", "决算数"] * width)
    for at in range(max(len(side) for side in sides)):
        cells: list[str] = []
        for lane, side in enumerate(sides):
            code, name, amount = side[at] if at < len(side) else ("", "", None)
            cells += [code, name, "" if amount is None else how.show(amount)]
            table.where[code, "amount"] = len(table.rows), 3 * lane + 2
        table.add(*cells)
    personnel, operating = made.basic
    blank = ["", "", ""] * (width - 2)
    row = table.add("", "人员经费合计", how.show(personnel), *blank, "", "公用经费合计", how.show(operating))
    table.where["人员经费", "amount"], table.where["公用经费", "amount"] = (row, 2), (row, 3 * width - 1)
    row = table.add("", "合计", how.show(personnel + operating), *["", "", ""] * (width - 1))
    table.where["合计", "amount"] = row, 2
    return table


def _publics(made: Accounts, how: Style) -> Table:
    table = Table("publics")
    if not how.across:
        table.head("项目", "预算数", "决算数")
        for cost, name in _COSTS:
            row = table.add(name, *(how.show(each) for each in made.publics[cost]))
            table.where[name, "budget"], table.where[name, "amount"] = (row, 1), (row, 2)
        return table
    heads: list[tuple[str, int, int] | str | None] = []
    below: list[tuple[str, int, int] | str | None] = []
    for stage in ("预算数", "决算数"):
        heads += [(stage, 1, 6), *[None] * 5]
        below += [
            "合计",
            "因公出国（境）费",
            "公务用车小计",
            "公务用车购置费",
            "公务用车运行维护费",
            "公务接待费",
        ]
    table.head("单位", *heads)
    table.head("", *below)
    row = table.add(
        "本部门", *(how.show(made.publics[cost][stage]) for stage in (0, 1) for cost, _ in _COSTS)
    )
    for at, (_, name) in enumerate(_COSTS):
        table.where[name, "budget"], table.where[name, "amount"] = (row, 1 + at), (row, 7 + at)
    return table
