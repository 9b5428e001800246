"""Departments made up at random that have every fact a package of final accounts needs, and agree in all of them."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from jixiao.core.dossier import Dossier

ITEMS = (
    ("2010301", "行政运行"),
    ("2010302", "一般行政管理事务"),
    ("2010303", "机关服务"),
    ("2080505", "机关事业单位基本养老保险缴费支出"),
    ("2101101", "行政单位医疗"),
    ("2210201", "住房公积金"),
)
PERSONNEL = (("30101", "基本工资"), ("30102", "津贴补贴"), ("30302", "退休费"))
OPERATING = (("30201", "办公费"), ("30211", "差旅费"), ("31002", "办公设备购置"))
FUND = ({"code": "21208", "name": "国有土地使用权出让收入安排的支出"}, ("2120803", "城市建设支出"))
MOST = 500_000
"""Five thousand 万元, in units of 0.01 万元."""
REASON = "任务增减。"


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of one budget: all in units of 0.01 万元."""

    code: str
    name: str
    basic: int
    project: int
    opening: int
    closing: int

    @property
    def outturn(self) -> int:
        return self.basic + self.project

    @property
    def received(self) -> int:
        return self.outturn + self.closing - self.opening

    def line(self, chance: Random) -> dict[str, Any]:
        planned = max(self.outturn + chance.choice((0, 0, 1, -1)) * chance.randrange(1, 500), 1)
        return {
            "code": self.code,
            "name": self.name,
            "original_budget": _amount(planned),
            "revised_budget": _amount(self.outturn + self.closing),
            "outturn": _amount(self.outturn),
            "basic": _amount(self.basic),
            "project": _amount(self.project),
            "opening": _amount(self.opening),
            "received": _amount(self.received),
            "closing": _amount(self.closing),
            "reason": REASON,
        }


def package(chance: Random, rulebook: str) -> Dossier:
    """A department of a place with every fact of its package."""
    general = [
        _general(chance, code, name) for code, name in ITEMS if chance.random() < 0.8 or code == ITEMS[0][0]
    ]
    funds = [_fund(chance)] if chance.random() < 0.5 else []
    basic = sum(one.basic for one in general)
    own = chance.choice((0, chance.randrange(1, MOST // 10)))  # spent of other income
    other_closing, other_opening = chance.randrange(1000), chance.randrange(1000)
    earned = own + other_closing - other_opening
    if earned < 0:
        other_closing, earned = other_opening, own
    everything = [*general, *funds]
    opening = sum(one.opening for one in everything) + other_opening
    closing = sum(one.closing for one in everything) + other_closing
    spent = sum(one.outturn for one in everything) + own
    received = sum(one.received for one in everything) + earned
    appropriated = sum(one.received + one.opening for one in everything)
    operating = chance.randrange(1, basic)
    before = {
        name: chance.randrange(1, MOST) for name in ("total", "appropriated", "general", "funds", "running")
    }
    general_lines, fund_lines = ([one.line(chance) for one in items] for items in (general, funds))
    functions = [
        _function(one, own if number == 0 else 0, earned if number == 0 else 0)
        for number, one in enumerate(general)
    ]
    if funds:
        functions += [FUND[0], _function(funds[0], 0, 0)]
    data: dict[str, Any] = {
        "rulebook": rulebook,
        "fiscal_year": 2023,
        "invented": True,
        "department": {"code": "x", "name": "某局", "kind": "行政单位", "duties": ["办理某事。"], "divisions": ["办公室", "业务股"]},
        "accounts": {
            "opening_balance": _amount(opening),
            "closing_balance": _amount(closing),
            "non_fiscal_surplus_used": _amount(0),
            "surplus_distributed": _amount(0),
            "grand_total": _changed(received + opening, before["total"]),
            "income": _changed(received, before["total"]),
            "expenditure": _changed(spent, before["total"]),
            "basic": _changed(basic + own, before["total"]),
            "project": _changed(spent - basic - own, before["total"]),
            "personnel": {"outturn": _amount(basic - operating)},
            "operating": {"outturn": _amount(operating)},
            "paid_upwards": {"outturn": _amount(0)},
            "trading": {"outturn": _amount(0)},
            "paid_to_affiliates": {"outturn": _amount(0)},
            "running_cost": _changed(operating, before["running"]),
            "appropriated_total": _changed(appropriated, before["appropriated"]),
            "general_budget": _budget(general, before["general"], general_lines),
            "government_funds": _budget(funds, before["funds"], fund_lines),
            "state_capital": {"opening": _amount(0), "received": _amount(0), "outturn": _amount(0), "closing": _amount(0)},
            "sources": _sources(general, funds, earned),
            "functions": functions,
            "general_lines": general_lines,
            "fund_lines": [FUND[0], *fund_lines] if funds else [],
            "economic": _economic(chance, basic, operating, sum(one.project for one in general), sum(one.outturn for one in funds)),
        },
        "three_publics": _publics(chance),
        "procurement": {"total": {"outturn": "0万元"}},
        "assets": {"vehicles": 0, "general_equipment_over_limit": 0, "special_equipment_over_limit": 0},
        "appraisal": {
            "goal": "办好某事。",
            "result": "某事办好",
            "indicators": [
                {"code": "a", "level1": "产出指标", "level2": "数量指标", "name": "办理", "operator": "≥", "target": 10, "actual": 10, "unit": "件", "weight": 50},
                {"code": "b", "level1": "效益指标", "level2": "社会效益指标", "name": "受益", "operator": "≥", "target": 10, "actual": 12, "unit": "人", "weight": 30},
                {"code": "c", "level1": "满意度指标", "level2": "服务对象满意度指标", "name": "满意度", "operator": "≥", "target": 90, "actual": 95, "unit": "%", "weight": 10},
            ],
        },
        "performance_work": {"targets": [{"label": "编制绩效目标", "count": 2, "amount": _amount(spent)}]},
    }  # fmt: skip
    return Dossier.model_validate(data, context={})


def _amount(cents: int) -> str:
    return f"{Decimal(cents).scaleb(-2):f}万元"


def _general(chance: Random, code: str, name: str) -> _Item:
    if code in ("2010302", "2010303"):
        project, opening, closing = chance.randrange(1, MOST), chance.randrange(2000), chance.randrange(2000)
        return _Item(code, name, 0, project, min(opening, project), closing)
    return _Item(code, name, chance.randrange(100, MOST), 0, 0, 0)


def _fund(chance: Random) -> _Item:
    outturn = chance.randrange(1, MOST)
    return _Item(*FUND[1], 0, outturn, min(outturn, chance.randrange(500)), chance.randrange(500))


def _function(one: _Item, own: int, earned: int) -> dict[str, Any]:
    return {
        "code": one.code,
        "name": one.name,
        "outturn": _amount(one.outturn + own),
        "basic": _amount(one.basic + own),
        "project": _amount(one.project),
        "appropriated": _amount(one.received),
        "operational_income": _amount(earned),
    }


def _changed(now: int, before: int) -> dict[str, Any]:
    return {
        "original_budget": _amount(now),
        "revised_budget": _amount(now),
        "outturn": _amount(now),
        "prior_outturn": _amount(before),
        "reason": REASON,
    }


def _budget(items: list[_Item], before: int, lines: list[dict[str, Any]]) -> dict[str, Any]:
    spent, closing = sum(one.outturn for one in items), sum(one.closing for one in items)
    return {
        "original_budget": _summed(lines, "original_budget"),
        "revised_budget": _amount(spent + closing),
        "opening": _amount(sum(one.opening for one in items)),
        "received": _amount(sum(one.received for one in items)),
        "outturn": _amount(spent),
        "closing": _amount(closing),
        "prior_outturn": _amount(before if items else 0),
        "reason": REASON,
    }


def _summed(lines: list[dict[str, Any]], field: str) -> str:
    return f"{sum((Decimal(one[field].removesuffix('万元')) for one in lines), Decimal(0))}万元"


def _sources(general: list[_Item], funds: list[_Item], earned: int) -> list[dict[str, Any]]:
    received = {
        "一般公共预算财政拨款收入": sum(one.received for one in general),
        "政府性基金预算财政拨款收入": sum(one.received for one in funds),
        "国有资本经营预算财政拨款收入": 0,
        "上级补助收入": 0,
        "事业收入": earned,
        "经营收入": 0,
        "附属单位上缴收入": 0,
        "其他收入": 0,
    }
    return [{"name": name, "outturn": _amount(amount)} for name, amount in received.items()]


def _economic(chance: Random, basic: int, operating: int, project: int, funds: int) -> list[dict[str, Any]]:
    rows = []
    for names, whole in ((PERSONNEL, basic - operating), (OPERATING, operating)):
        marks = sorted(chance.randrange(whole + 1) for _ in names[1:])
        parts = [high - low for low, high in zip([0, *marks], [*marks, whole], strict=True)]
        rows += [
            {"code": code, "name": name, "outturn": _amount(part)}
            for (code, name), part in zip(names, parts, strict=True)
        ]
    rows.append({"code": "30227", "name": "委托业务费", "project": _amount(project), "funds": _amount(funds)})
    return rows


def _publics(chance: Random) -> dict[str, Any]:
    abroad, buying, running, reception = (chance.choice((0, 2 * chance.randrange(1, 2500))) for _ in range(4))
    vehicles = buying + running
    amounts = {
        "total": abroad + vehicles + reception,
        "abroad": abroad,
        "vehicles": vehicles,
        "vehicle_purchase": buying,
        "vehicle_running": running,
        "reception": reception,
        "domestic_reception": reception,
        "foreign_reception": 0,
    }
    lines = {
        name: {
            "revised_budget": _amount(amount),
            "outturn": _amount(amount),
            "prior_outturn": _amount(0 if name.endswith("_reception") else amount // 2),
            "reason": REASON,
        }
        for name, amount in amounts.items()
    }
    counts = {
        "missions": 1, "travellers": 2, "vehicles_bought": 1, "vehicles_held": 3, "reception_batches": 5,
        "reception_persons": 40, "foreign_batches": 0, "foreign_persons": 0,
    }  # fmt: skip
    return {**lines, **counts}
