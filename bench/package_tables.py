"""The thirteen tables of a made-up package: what stands in each."""

from collections.abc import Sequence

from bench.package_coded import SOURCE_NAMES, Coded
from bench.package_grid import Style, Table
from bench.packages import BUDGETS, ECONOMIC, FUND, PERSONNEL, SOURCES, Accounts

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
_BUDGETS = ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
_COSTS = (
    ("all", "合计"),
    ("abroad", "因公出国（境）费"),
    ("vehicles", "公务用车购置及运行维护费"),
    ("buying", "公务用车购置费"),
    ("running", "公务用车运行维护费"),
    ("reception", "公务接待费"),
)


def tables(made: Accounts, how: Style) -> list[Table]:
    """All thirteen, in the order of the package."""
    coded = Coded(made, how)
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
    names = [*(f"{name}收入" for name in _BUDGETS), *SOURCE_NAMES]
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
