"""Made-up departments whose figures agree with each other, as dossiers of any rulebook.

Everything is drawn from one `random.Random`, so that benchmarks repeat and Hypothesis can shrink. Amounts are
whole numbers of 0.01 万元, totals are made from their parts, and what a form may leave blank is now and then
blank.
"""

from decimal import Decimal
from random import Random
from typing import Any

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.projects import Operator, Origin

FUNCTIONS = (
    ("201", "一般公共服务支出"),
    ("208", "社会保障和就业支出"),
    ("210", "卫生健康支出"),
    ("221", "住房保障支出"),
)
PERSONNEL = (("301", "工资福利支出"), ("303", "对个人和家庭的补助"))
OPERATING = (("302", "商品和服务支出"), ("310", "资本性支出"))
SOURCES = ("一般公共预算财政拨款收入", "其他收入")
THINGS = (
    "道路养护",
    "路灯维修",
    "档案整理",
    "机房改造",
    "宣传培训",
    "设备购置",
    "河道清淤",
    "校舍修缮",
    "应急演练",
    "信息系统运维",
)
GOALS = (
    ("产出指标", "数量指标", "完成数量", "处", Operator.AT_LEAST),
    ("产出指标", "质量指标", "验收合格率", "%", Operator.AT_LEAST),
    ("成本指标", "经济成本指标", "单位成本", "万元", Operator.AT_MOST),
    ("效益指标", "社会效益指标", "受益人数", "人", Operator.AT_LEAST),
    ("满意度指标", "服务对象满意度指标", "群众满意度", "%", Operator.AT_LEAST),
)
WEIGHTS = (30, 20, 10, 20, 10)
AMPLE = 1_000_000
"""Ten thousand 万元, in units of 0.01 万元."""


def department(
    chance: Random,
    rulebook: str = "cn",
    year: int = 2023,
    *,
    projects: int = 3,
    number: int = 0,
    points: int = 90,
) -> Dossier:
    """A department of a place; ``number`` tells it from others of the same run.

    ``points`` are those of a project's indicators: 90 where the budget execution has ten, else 100.
    """
    basic = _basic(chance)
    project_lines = [_project(chance, at, points) for at in range(projects)]
    project = _summed(project_lines)
    everything = _added(basic["total"], project)
    opening = chance.randrange(min(AMPLE // 10, everything[2] + 1))
    closing = chance.randrange(AMPLE // 10)
    name = f"第{_chinese(number + 1)}测试局"
    data: dict[str, Any] = {
        "rulebook": rulebook,
        "fiscal_year": year,
        "invented": True,
        "department": {
            "code": f"ceshi-{number}",
            "name": name,
            "kind": "行政单位",
            "duties": ["组织实施本地区的测试工作。", "承办上级交办的其他事项。"],
            "divisions": ["办公室", "业务股", "财务股"],
            "staff": _staff(chance),
        },
        "accounts": {
            "income": _income(everything, opening, closing),
            "expenditure": _line(everything),
            "basic": _line(basic["total"]),
            "personnel": _line(basic["personnel"]),
            "operating": _line(basic["operating"]),
            "project": _line(project),
            "opening_balance": _amount(opening),
            "closing_balance": _amount(closing),
            "functions": _split(chance, FUNCTIONS, everything),
            "economic": [
                *_split(chance, PERSONNEL, basic["personnel"]),
                *_split(chance, OPERATING, basic["operating"]),
            ],
        },
        "three_publics": _three_publics(chance),
        "procurement": _procurement(chance),
        "projects": project_lines,
        "notes": [
            {"section": "problems", "text": "预算编制还不够细，执行进度前慢后快。"},
            {"section": "measures", "text": "细化预算编制，按月通报执行进度。"},
        ],
    }
    return Dossier.model_validate(data, context={})


Year = tuple[int, int, int]
"""Original budget, revised budget and outturn, in units of 0.01 万元."""


def _year(chance: Random, most: int = AMPLE) -> Year:
    original = chance.randrange(1, most)
    revised = max(original + chance.choice((0, 0, chance.randrange(-original // 4, original // 4 + 1))), 1)
    outturn = chance.choice((revised, chance.randrange(revised // 2, revised + 1)))
    return original, revised, outturn


def _added(*years: Year) -> Year:
    first, second, third = zip(*years, strict=True)
    return sum(first), sum(second), sum(third)


def _line(year: Year, **more: object) -> dict[str, Any]:
    original, revised, outturn = year
    return {
        "original_budget": _amount(original),
        "adjustment": _amount(revised - original),
        "revised_budget": _amount(revised),
        "outturn": _amount(outturn),
        **more,
    }


def _amount(cents: int) -> str:
    return f"{Decimal(cents).scaleb(-2):f}万元"


def _basic(chance: Random) -> dict[str, Year]:
    personnel, operating = _year(chance), _year(chance, AMPLE // 4)
    return {"personnel": personnel, "operating": operating, "total": _added(personnel, operating)}


def _summed(projects: list[dict[str, Any]]) -> Year:
    """The projects together, from their own amounts."""
    fields = ("original_budget", "revised_budget", "outturn")
    first, second, third = (
        sum(int(Decimal(one[field].removesuffix("万元")).scaleb(2)) for one in projects) for field in fields
    )
    return first, second, third


def _income(spent: Year, opening: int, closing: int) -> dict[str, Any]:
    """What came in: what was spent and is left, less what was there before."""
    original, revised, outturn = spent
    return {
        "original_budget": _amount(original),
        "revised_budget": _amount(revised),
        "outturn": _amount(outturn + closing - opening),
    }


def _split(chance: Random, names: tuple[tuple[str, str], ...], year: Year) -> list[dict[str, Any]]:
    """The year's amounts, cut into a part for each name."""
    parts = [_cut(chance, whole, len(names)) for whole in year]
    return [
        _line((parts[0][at], parts[1][at], parts[2][at]), code=code, name=name)
        for at, (code, name) in enumerate(names)
    ]


def _cut(chance: Random, whole: int, count: int) -> list[int]:
    marks = sorted(chance.randrange(whole + 1) for _ in range(count - 1))
    return [high - low for low, high in zip([0, *marks], [*marks, whole], strict=True)]


def _staff(chance: Random) -> dict[str, Any]:
    groups = [(posts, chance.randrange(1, posts + 1)) for posts in (chance.randrange(1, 60), 20)]
    names = ("行政编制", "事业编制")
    return {
        "established_posts": sum(posts for posts, _ in groups),
        "in_post": sum(people for _, people in groups),
        "retired": chance.randrange(40),
        "groups": [
            {"name": name, "established_posts": posts, "in_post": people}
            for name, (posts, people) in zip(names, groups, strict=True)
        ],
    }


def _three_publics(chance: Random) -> dict[str, Any]:
    small = AMPLE // 200
    buying, running = _year(chance, small), _year(chance, small)
    vehicles, reception = _added(buying, running), _year(chance, small)
    return {
        "total": _line(_added(vehicles, reception)),
        "vehicles": _line(vehicles),
        "vehicle_purchase": _line(buying),
        "vehicle_running": _line(running),
        "reception": _line(reception),
        "domestic_reception": _line(reception),
        "vehicles_held": chance.randrange(1, 20),
        "reception_batches": chance.randrange(1, 90),
        "reception_persons": chance.randrange(90, 900),
    }


def _procurement(chance: Random) -> dict[str, Any]:
    parts = [_year(chance, AMPLE // 50) for _ in range(3)]
    names = ("goods", "works", "services")
    lines = {name: _line(part) for name, part in zip(names, parts, strict=True)}
    return {"total": _line(_added(*parts)), **lines}


def _project(chance: Random, at: int, points: int) -> dict[str, Any]:
    year = _year(chance, AMPLE // 10)
    fiscal = year
    name = f"{THINGS[at % len(THINGS)]}{'' if at < len(THINGS) else _chinese(at // len(THINGS) + 1) + '期'}"
    project = _line(year, code=f"p{at + 1:02d}", name=name, origin=chance.choice(list(Origin)))
    project |= {
        "goal": f"完成{name}，改善服务条件。",
        "annual_result": f"{name}按计划完成。",
        "funding": [
            {
                "source": "财政拨款",
                "original_budget": _amount(fiscal[0]),
                "revised_budget": _amount(fiscal[1]),
                "outturn": _amount(fiscal[2]),
            }
        ],
        "indicators": [_indicator(chance, number, points) for number in range(len(GOALS))],
    }
    return project


def _indicator(chance: Random, at: int, points: int) -> dict[str, Any]:
    level1, level2, name, unit, operator = GOALS[at]
    target = chance.randrange(80, 101) if unit == "%" else chance.randrange(1, 500)
    actual = min(target + chance.randrange(-5, 20), 100) if unit == "%" else target + chance.randrange(9)
    if operator is Operator.AT_MOST:
        actual = max(target - chance.randrange(9), 1)
    return {
        "code": f"i{at + 1:02d}",
        "level1": level1,
        "level2": level2,
        "name": name,
        "operator": operator,
        "target": target,
        "actual": actual,
        "unit": unit,
        "weight": WEIGHTS[at] + (points - sum(WEIGHTS) if at == 0 else 0),
        "reason": "" if actual >= target or operator is Operator.AT_MOST else "个别点位因天气顺延。",
        "improvement": "" if actual >= target or operator is Operator.AT_MOST else "下年提前安排。",
    }


def _chinese(number: int) -> str:
    """A number below a thousand in Chinese, for names: 一百零三 is written 一〇三."""
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
