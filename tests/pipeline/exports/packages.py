"""Random departments whose final accounts add up."""

from decimal import Decimal

from hypothesis import strategies as st

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.accounts import (
    Accounts,
    Appropriation,
    AppropriationLine,
    EconomicLine,
    FunctionLine,
    MoneyLine,
    ThreePublics,
)
from jixiao.core.dossier.organisation import Department
from jixiao.core.money import Money, MoneyUnit

FUNCTIONAL = {
    "2010301": "行政运行",
    "2010302": "一般行政管理事务",
    "2050202": "小学教育",
    "2080505": "机关事业单位基本养老保险缴费支出",
    "2101101": "行政单位医疗",
    "2210201": "住房公积金",
}
ECONOMIC = {
    "30101": "基本工资",
    "30113": "住房公积金",
    "30201": "办公费",
    "30211": "差旅费",
    "30302": "退休费",
}
cents = st.integers(min_value=0, max_value=10**10)
"""Amounts in 分 of 万元: hundreds of yuan."""


def _money(number: int) -> Money:
    return Money(Decimal(number).scaleb(-2), MoneyUnit.TEN_THOUSAND)


def _line(number: int) -> MoneyLine:
    return MoneyLine(outturn=_money(number))


@st.composite
def packages(draw: st.DrawFn) -> Dossier:
    """A department with one to six items, paid from appropriations and other income."""
    codes = draw(st.lists(st.sampled_from(sorted(FUNCTIONAL)), min_size=1, unique=True).map(sorted))
    items = draw(st.lists(st.sampled_from(sorted(ECONOMIC)), min_size=1, unique=True).map(sorted))
    amounts = [draw(cents.map(lambda number: number + 1)) for _ in items]
    basic = [sum(amounts), *[0] * (len(codes) - 1)]
    project = [draw(cents) for _ in codes]
    other = draw(cents)
    opening, closing = draw(cents), draw(cents)
    spent = sum(basic) + sum(project)
    received = spent + closing - opening
    if received < 0:
        opening, closing, received = 0, 0, spent
    functions = tuple(
        FunctionLine(
            code=code,
            name=FUNCTIONAL[code],
            outturn=_money(one + two + more),
            basic=_money(one),
            project=_money(two + more),
            appropriated=_money(received if at == 0 else 0),
            other_income=_money(more),
        )
        for at, (code, one, two) in enumerate(zip(codes, basic, project, strict=True))
        for more in [other if at == 0 else 0]
    )
    general = tuple(
        AppropriationLine(
            code=code,
            name=FUNCTIONAL[code],
            outturn=_money(one + two),
            basic=_money(one),
            project=_money(two),
        )
        for code, one, two in zip(codes, basic, project, strict=True)
    )
    economic = tuple(
        EconomicLine(code=code, name=ECONOMIC[code], outturn=_money(amount))
        for code, amount in zip(items, amounts, strict=True)
    )
    people = sum(amount for code, amount in zip(items, amounts, strict=True) if code[:3] != "302")
    buying, running, abroad, reception = (draw(cents) for _ in range(4))
    cars = buying + running
    whole = cars + abroad + reception
    publics = {
        "total": whole,
        "abroad": abroad,
        "vehicles": cars,
        "vehicle_purchase": buying,
        "vehicle_running": running,
        "reception": reception,
    }
    accounts = Accounts(
        income=_line(received + other),
        expenditure=_line(spent + other),
        basic=_line(sum(basic)),
        project=_line(sum(project) + other),
        personnel=_line(people),
        operating=_line(sum(amounts) - people),
        opening_balance=_money(opening),
        closing_balance=_money(closing),
        grand_total=_line(received + other + opening),
        appropriated_total=_line(received + opening),
        general_budget=Appropriation(
            opening=_money(opening), received=_money(received), outturn=_money(spent), closing=_money(closing)
        ),
        sources=(
            MoneyLine(name="一般公共预算财政拨款收入", outturn=_money(received)),
            MoneyLine(name="其他收入", outturn=_money(other)),
        ),
        functions=functions,
        general_lines=general,
        economic=economic,
    )
    return Dossier(
        rulebook="510000-sichuan",
        fiscal_year=2023,
        department=Department(code="d", name="示例县示例局"),
        accounts=accounts,
        three_publics=ThreePublics.model_validate(
            {
                name: MoneyLine(revised_budget=_money(amount), outturn=_money(amount))
                for name, amount in publics.items()
            }
        ),
    )
