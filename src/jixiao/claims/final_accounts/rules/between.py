"""Between tables: one fact in two of them is one figure (X20 to X24, X27, X51)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.claims.final_accounts.lanes import side_of
from jixiao.claims.final_accounts.recognising import Package
from jixiao.claims.final_accounts.rule import (
    Answer,
    Compared,
    Equation,
    Missing,
    NotApplicable,
    Rule,
    absent,
    no_line,
    of_tables,
)
from jixiao.claims.final_accounts.rules.economic import lines_of
from jixiao.claims.final_accounts.structure import AccountsTable, Line, Slot
from jixiao.core.observation import Observation

if TYPE_CHECKING:
    from jixiao.claims.final_accounts.titles import Kind

EMPTY_KIND = "accounts_empty"


def _same(slot: Slot, other: Slot, role: str) -> Equation:
    return Equation(slot, ((other, role),), "equal", role=role)


def _year(package: Package) -> Iterator[Answer]:
    """Receipts and spending of the year: the table of both, and the table of each."""
    total = package.table("total")
    if total is None:
        yield absent(package, "total")
        return
    sides: tuple[tuple[int, Kind, str], ...] = (
        (0, "receipts", "本年收入合计"),
        (1, "spending", "本年支出合计"),
    )
    for lane, kind, name in sides:
        table, current = package.table(kind), side_of(total, lane).line("current")
        whole = table.total() if table is not None else None
        if table is None:
            yield absent(package, kind)
        elif current is None or whole is None:
            yield no_line(total if current is None else table, name if current is None else "合计")
        else:
            yield _same(whole.slot("total"), current.slot("amount"), "total")


def _fiscal(receipts: AccountsTable, appropriation: AccountsTable) -> Iterator[Answer]:
    whole, current = receipts.total(), side_of(appropriation, 0).line("current")
    if whole is None or current is None:
        yield no_line(
            receipts if whole is None else appropriation, "合计" if whole is None else "本年收入合计"
        )
    else:
        yield _same(whole.slot("fiscal"), current.slot("amount"), "receipts")


def _general(appropriation: AccountsTable, general: AccountsTable) -> Iterator[Answer]:
    current, whole = side_of(appropriation, 1).line("current"), general.total()
    if whole is None or current is None:
        yield no_line(
            general if whole is None else appropriation, "合计" if whole is None else "本年支出合计"
        )
    else:
        yield _same(whole.slot("total"), current.slot("general"), "spending")


def _basic(general: AccountsTable, basic: AccountsTable) -> Iterator[Answer]:
    whole = general.total()
    personnel, operating, all_ = lines_of(basic)
    if whole is None:
        yield no_line(general, "合计")
    elif personnel is not None and operating is not None:
        parts = ((personnel.slot("amount"), "personnel"), (operating.slot("amount"), "operating"))
        yield Equation(whole.slot("basic"), parts)
    elif all_ is not None:
        yield _same(all_.slot("amount"), whole.slot("basic"), "spending")
    else:
        yield Missing(
            f"《{basic.name}》没有人员经费、公用经费合计",
            f"“{basic.name}” does not tell personnel and operating cost",
        )


def _others(package: Package) -> Iterator[Answer]:
    """Funds and state capital: spending in the appropriation table is that of their own tables."""
    appropriation = package.table("appropriation")
    current = side_of(appropriation, 1).line("current") if appropriation is not None else None
    if appropriation is None or current is None:
        yield (
            absent(package, "appropriation")
            if appropriation is None
            else no_line(appropriation, "本年支出合计")
        )
        return
    tables: tuple[tuple[str, tuple[Kind, ...]], ...] = (
        ("funds", ("funds",)),
        ("capital", ("capital", "capital_spending")),
    )
    for budget, kinds in tables:
        found = [table for kind in kinds if (table := package.table(kind)) is not None]
        if not appropriation.has(budget) or not found:
            yield absent(package, kinds[0])
        for table in found if appropriation.has(budget) else ():
            yield _of_budget(current, current.slot(budget), table)


def _of_budget(current: Line, slot: Slot, table: AccountsTable) -> Answer:
    whole = table.total()
    other = whole.slot("total") if whole is not None else None
    if table.is_empty and slot.token is not None and not slot.is_nil:
        return _empty(current, slot, table)
    if table.is_empty or (slot.is_nil and (other is None or other.is_nil)):
        return Compared()
    if other is None:
        return no_line(table, "合计")
    return _same(other, slot, "spending")


def _empty(current: Line, slot: Slot, table: AccountsTable) -> Observation:
    """Money in the appropriation table, and an empty table of its own."""
    text = slot.cell.text if slot.cell is not None else ""
    return Observation(
        kind=EMPTY_KIND,
        verdict="fails",
        quote=text.strip(),
        place=current.block.place(0, len(text), slot.cell),
        stated=text.strip(),
        computed=table.name,
        fault=EMPTY_KIND,
        proven=True,
    )


def _non_fiscal(package: Package) -> Iterator[Answer]:
    """Where all receipts are appropriations and nothing else was carried, so is all spending."""
    receipts, spending, appropriation = (package.table(k) for k in ("receipts", "spending", "appropriation"))
    total = package.table("total")
    if receipts is None or spending is None or appropriation is None or total is None:
        names: tuple[Kind, ...] = ("total", "receipts", "spending", "appropriation")
        yield from (absent(package, kind) for kind in names if package.table(kind) is None)
        return
    earned, spent = receipts.total(), spending.total()
    paid = side_of(appropriation, 1).line("current")
    if earned is None or spent is None or paid is None:
        yield Missing("缺少合计行", "lines of totals are missing")
        return
    others = [earned.slot(role) for role in ("superior", "business", "operating", "attached", "other")]
    carried = [side_of(total, 0).line("used"), side_of(total, 1).line("distributed")]
    if not all(slot.is_nil for slot in others) or not all(
        line is None or line.slot("amount").is_nil for line in carried
    ):
        yield NotApplicable("有非财政拨款资金", "there is money other than appropriations")
    elif not _carried_alike(total, appropriation):
        yield NotApplicable("有非财政拨款结转结余", "other money was carried over")
    else:
        yield _same(
            spent.slot("total"), paid.slot("total" if appropriation.has("total") else "general"), "spending"
        )


def _carried_alike(total: AccountsTable, appropriation: AccountsTable) -> bool:
    """Whether nothing but appropriations was brought or carried forward."""
    for lane, name in ((0, "opening"), (1, "closing")):
        line, own = side_of(total, lane).line(name), side_of(appropriation, lane).line(name)
        role = "amount" if lane == 0 or not appropriation.has("total") else "total"
        slots = [each.slot(key) for each, key in ((line, "amount"), (own, role)) if each is not None]
        values = {slot.token.number if slot.token is not None else 0 for slot in slots}
        if len(values) > 1:
            return False
    return True


def _projects(package: Package) -> Iterator[Answer]:
    table, general = package.table("projects"), package.table("general")
    if table is None:
        yield NotApplicable("没有项目支出决算表", "there is no table of projects")
        return
    whole, spent = table.total(), general.total() if general is not None else None
    if general is None:
        yield absent(package, "general")
    elif whole is None or spent is None:
        yield no_line(table if whole is None else general, "合计")
    else:
        yield _same(whole.slot("amount"), spent.slot("project"), "spending")


RULES = (
    Rule(
        "JX420",
        "accounts_year",
        "本年收支在总表与收入表、支出表中一致",
        "Receipts and spending of the year agree",
        _year,
    ),
    Rule(
        "JX421",
        "accounts_fiscal",
        "收入表的财政拨款收入等于财政拨款总表的本年收入",
        "Appropriations received agree",
        of_tables("receipts", "appropriation", ask=_fiscal),
    ),
    Rule(
        "JX422",
        "accounts_general",
        "财政拨款总表的一般公共预算支出等于该预算支出表合计",
        "Spending from the general budget agrees",
        of_tables("appropriation", "general", ask=_general),
    ),
    Rule(
        "JX423",
        "accounts_basic_whole",
        "支出表的基本支出等于基本支出表合计",
        "Basic spending agrees with its table",
        of_tables("general", "basic", ask=_basic),
    ),
    Rule(
        "JX424",
        EMPTY_KIND,
        "基金、国资支出与各自的表一致",
        "Funds and state capital agree with their tables",
        _others,
    ),
    Rule(
        "JX427",
        "accounts_non_fiscal",
        "没有其他资金时，支出合计等于财政拨款支出",
        "Without other money all spending is from appropriations",
        _non_fiscal,
    ),
    Rule(
        "JX451",
        "accounts_projects",
        "项目支出表合计等于支出表的项目支出",
        "Projects add up to the spending on projects",
        _projects,
    ),
)
