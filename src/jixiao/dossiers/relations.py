"""What must hold between facts of a dossier: totals and their parts, one whole below another.

A relation names facts by path only; `consistency` looks at their values.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.accounts import MoneyLine
from jixiao.core.dossier.paths import keys
from jixiao.core.dossier.projects import Project
from jixiao.core.money import Money

PHASES: Final = {
    "original_budget": ("年初预算数", "original budget"),
    "adjustment": ("调整数", "adjustment"),
    "revised_budget": ("全年预算数", "revised budget"),
    "outturn": ("执行数", "outturn"),
    "prior_outturn": ("上年决算数", "prior-year outturn"),
}
_TOTALS: Final = ("合计", "总额", "小计", "总计")


@dataclass(frozen=True, slots=True)
class Relation:
    """``total`` is the sum of ``parts``, or at least their sum where the parts need not be all.

    Attributes:
        what: Chinese name of the relation; ``what_en`` the same in English.
        total, parts: paths of facts.
        complete: whether the parts are all of the total.
    """

    what: str
    what_en: str
    total: str
    parts: tuple[str, ...]
    complete: bool = True


def relations(dossier: Dossier) -> Iterator[Relation]:
    """Every relation that the shape of the dossier states."""
    yield from _adjustments(dossier)
    yield from _named(dossier)
    yield from _basic(dossier)
    yield from _functions(dossier)
    yield from _lists(dossier)
    yield from _projects(dossier)
    yield from _limits(dossier)


_SUMS: Final = (
    (
        "“三公”经费为出国、公车、接待之和",
        "the three publics are travel, vehicles and reception",
        "three_publics.",
        ("total", "abroad", "vehicles", "reception"),
    ),
    (
        "公务用车为购置与运行之和",
        "vehicles are purchase plus running",
        "three_publics.",
        ("vehicles", "vehicle_purchase", "vehicle_running"),
    ),
    (
        "政府采购为货物、工程、服务之和",
        "procurement is goods, works and services",
        "procurement.",
        ("total", "goods", "works", "services"),
    ),
)
"""Totals with their parts, the total first: field names below a prefix."""


_KINDS: Final = (
    ("paid_upwards", "上缴上级支出"),
    ("trading", "经营支出"),
    ("paid_to_affiliates", "对附属单位补助支出"),
)
"""Kinds of expenditure that most departments do not have (final accounts, table 3)."""


def _named(dossier: Dossier) -> Iterator[Relation]:
    accounts = dossier.accounts
    kinds = [(name, zh) for name, zh in _KINDS if _is_spent(getattr(accounts, name))]
    yield from _by_phase(
        _sum_of_kinds("支出", [zh for _, zh in kinds]),
        "expenditure is basic plus project" + "".join(f" plus {name}" for name, _ in kinds),
        "accounts.expenditure",
        ["accounts.basic", "accounts.project", *(f"accounts.{name}" for name, _ in kinds)],
    )
    for what, what_en, prefix, (total, *parts) in _SUMS:
        yield from _by_phase(what, what_en, f"{prefix}{total}", [f"{prefix}{part}" for part in parts])


def _basic(dossier: Dossier) -> Iterator[Relation]:
    """Personnel and operating cost: all of the basic expenditure, or that of the general budget.

    The latter where the items of the general budget are stated apart (final accounts, table 6).
    """
    complete = not dossier.accounts.general_lines
    words = ("为", "之和", "is") if complete else ("不少于", "之和", "is at least")
    for phase, (zh, en) in PHASES.items():
        yield Relation(
            f"基本支出{words[0]}人员经费与公用经费{words[1]}（{zh}）",
            f"basic {words[2]} personnel plus operating ({en})",
            f"accounts.basic.{phase}",
            (f"accounts.personnel.{phase}", f"accounts.operating.{phase}"),
            complete=complete,
        )


def _is_spent(line: MoneyLine) -> bool:
    """Whether any phase of the line states money."""
    stated = [getattr(line, phase) for phase in PHASES]
    return any(isinstance(value, Money) and value.yuan for value in stated)


def _sum_of_kinds(whole: str, more: Sequence[str]) -> str:
    return (
        f"{whole}为{'、'.join(('基本支出', '项目支出', *more))}之和"
        if more
        else f"{whole}为基本支出与项目支出之和"
    )


def _adjustments(dossier: Dossier) -> Iterator[Relation]:
    """年初预算数 + 调整数 = 全年预算数, of every line and project."""
    for path, model in _models(dossier):
        if isinstance(model, MoneyLine | Project):
            yield Relation(
                "全年预算数为年初预算数与调整数之和",
                "the revised budget is the original one plus the adjustment",
                f"{path}.revised_budget",
                (f"{path}.original_budget", f"{path}.adjustment"),
            )


def _functions(dossier: Dossier) -> Iterator[Relation]:
    """Items of the functional classification: classes make the expenditure, items make their class."""
    rows = dossier.accounts.functions
    if not rows or len({bool(row.code) for row in rows}) > 1:
        return  # items with and without a code cannot be told apart from their classes
    paths = [f"accounts.functions.{key}" for key in keys(rows)]
    codes = [row.code for row in rows]
    tops = [path for path, code in zip(paths, codes, strict=True) if _parent(code, codes) is None]
    yield from _by_phase(
        "支出为各功能分类之和", "expenditure is the sum of its functions", "accounts.expenditure", tops
    )
    for part, what in (("basic", "基本支出"), ("project", "项目支出")):
        yield Relation(
            f"{what}为各功能分类的{what}之和",
            f"{part} expenditure is the sum over the functions",
            f"accounts.{part}.outturn",
            tuple(f"{path}.{part}" for path in tops),
        )
    for row, path, code in zip(rows, paths, codes, strict=True):
        kinds = [
            (name, zh) for name, zh in _KINDS if isinstance(one := getattr(row, name), Money) and one.yuan
        ]
        yield Relation(
            _sum_of_kinds("功能分类支出", [zh for _, zh in kinds]),
            "a function is its basic plus its project expenditure"
            + "".join(f" plus {name}" for name, _ in kinds),
            f"{path}.outturn",
            (f"{path}.basic", f"{path}.project", *(f"{path}.{name}" for name, _ in kinds)),
        )
        below = [
            other for other, one in zip(paths, codes, strict=True) if code and _parent(one, codes) == code
        ]
        if below:
            yield from _by_phase("类、款为其下各项之和", "a class is the sum of its items", path, below)


def _parent(code: str, codes: Sequence[str]) -> str | None:
    """The longest code above this one."""
    above = [other for other in codes if other and other != code and code.startswith(other)]
    return max(above, key=len, default=None)


def _lists(dossier: Dossier) -> Iterator[Relation]:
    """Rows that make a total."""
    accounts, staff = dossier.accounts, dossier.department.staff
    sources = [f"accounts.sources.{key}" for key in _proper(accounts.sources)]
    yield from _by_phase("收入为各来源之和", "income is the sum of its sources", "accounts.income", sources)
    groups = [f"accounts.roll_ups.{key}" for key in _proper(accounts.roll_ups)]
    yield from _by_phase(
        "支出为各组项目之和",
        "expenditure is the sum of the groups of projects",
        "accounts.expenditure",
        groups,
    )
    codes = [row.code for row in accounts.economic]
    paths = [f"accounts.economic.{key}" for key in keys(accounts.economic)]
    for path, code in zip(paths, codes, strict=True):
        below = [
            other for other, one in zip(paths, codes, strict=True) if code and _parent(one, codes) == code
        ]
        yield from _by_phase(
            "类不小于其下各款之和", "a class is at least its items", path, below, complete=False
        )
    for field, what, what_en in (
        ("established_posts", "编制数", "established posts"),
        ("in_post", "实有人数", "people in post"),
    ):
        members = tuple(f"department.staff.groups.{key}.{field}" for key in keys(staff.groups))
        yield Relation(
            f"{what}为各类人员之和",
            f"{what_en} are the sum of the groups",
            f"department.staff.{field}",
            members,
        )
    items = tuple(f"non_tax_revenue.items.{key}.amount" for key in keys(dossier.non_tax_revenue.items))
    yield Relation(
        "非税收入为各项之和", "non-tax revenue is the sum of its items", "non_tax_revenue.paid_in", items
    )


def _projects(dossier: Dossier) -> Iterator[Relation]:
    """Projects against the accounts; funding rows against their project."""
    projects = [f"projects.{project.code}" for project in dossier.projects]
    if any(project.base for project in dossier.projects):
        yield from _by_phase(
            "支出为全部项目之和", "expenditure is the sum of all projects", "accounts.expenditure", projects
        )
    else:
        yield from _by_phase(
            "项目支出不小于所列项目之和",
            "project expenditure is at least the listed projects",
            "accounts.project",
            projects,
            complete=False,
        )
    for path, project in zip(projects, dossier.projects, strict=True):
        rows = [f"{path}.funding.{key}" for key in _proper(project.funding)]
        yield from _by_phase(
            "项目资金为各来源之和", "a project's money is the sum of its sources", path, rows
        )


def _limits(dossier: Dossier) -> Iterator[Relation]:
    """Parts that cannot be larger than their whole."""
    pairs = [
        ("procurement.total.outturn", "procurement.small_and_medium"),
        ("procurement.small_and_medium", "procurement.small_and_micro"),
    ]
    for key in keys(dossier.balance_sheets):
        sheet = f"balance_sheets.{key}."
        pairs += [
            (f"{sheet}assets", f"{sheet}current_assets"),
            (f"{sheet}current_assets", f"{sheet}cash"),
            (f"{sheet}fixed_assets_original", f"{sheet}fixed_assets_net"),
            (f"{sheet}liabilities", f"{sheet}current_liabilities"),
        ]
    for key in keys(dossier.appraisal.tasks):
        task = f"appraisal.tasks.{key}."
        pairs += [(f"{task}{field}", f"{task}{field}_appropriation") for field in ("budget", "outturn")]
    for whole, part in pairs:
        yield Relation("部分不大于整体", "a part is no larger than its whole", whole, (part,), complete=False)


def _by_phase(
    what: str, what_en: str, total: str, parts: Sequence[str], *, complete: bool = True
) -> Iterator[Relation]:
    """The relation in every phase of the year."""
    for phase, (label, label_en) in PHASES.items():
        yield Relation(
            f"{what}（{label}）",
            f"{what_en} ({label_en})",
            f"{total}.{phase}",
            tuple(f"{part}.{phase}" for part in parts),
            complete,
        )


def _proper(rows: Sequence[BaseModel]) -> list[str]:
    """The keys of the rows that are no totals of the others and no part of one (其中)."""
    named = [str(getattr(row, "name", "") or getattr(row, "source", "")) for row in rows]
    return [
        key
        for key, name in zip(keys(rows), named, strict=True)
        if not name.startswith("其中") and not any(word in name for word in _TOTALS)
    ]


def _models(model: BaseModel, prefix: str = "") -> Iterator[tuple[str, BaseModel]]:
    """Every part of a model with its path."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        path = f"{prefix}{name}"
        if isinstance(value, BaseModel):
            yield path, value
            yield from _models(value, f"{path}.")
        elif isinstance(value, tuple):
            for key, one in zip(keys(value), value, strict=True):
                if isinstance(one, BaseModel):
                    yield f"{path}.{key}", one
                    yield from _models(one, f"{path}.{key}.")
