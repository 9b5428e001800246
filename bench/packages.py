"""Made-up final-accounts packages whose tables, narrative and charts agree, for the bench and the tests.

Amounts are whole 分 (0.01 元) inside, so that everything adds up exactly, and are printed half up in the
package's unit: in 万元 sums are off by roundings, as in real packages. All is drawn from one ``Random``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

FUNCTIONS = (
    (
        "201",
        "一般公共服务支出",
        (("03", "政府办公厅（室）及相关机构事务", (("01", "行政运行"), ("02", "一般行政管理事务"))),),
    ),
    (
        "208",
        "社会保障和就业支出",
        (
            ("05", "行政事业单位养老支出", (("05", "基本养老保险缴费支出"), ("06", "职业年金缴费支出"))),
            ("08", "抚恤", (("01", "死亡抚恤"),)),
        ),
    ),
    (
        "210",
        "卫生健康支出",
        (("11", "行政事业单位医疗", (("01", "行政单位医疗"), ("03", "公务员医疗补助"))),),
    ),
    ("213", "农林水支出", (("05", "乡村振兴", (("99", "其他乡村振兴支出"),)),)),
    ("221", "住房保障支出", (("02", "住房改革支出", (("01", "住房公积金"),)),)),
)
FUND = ("212", "08", "02")
FUND_NAMES = ("城乡社区支出", "国有土地使用权出让收入安排的支出", "土地开发支出")
ECONOMIC = (
    ("301", "工资福利支出", (("01", "基本工资"), ("02", "津贴补贴"), ("13", "住房公积金"))),
    ("303", "对个人和家庭的补助", (("05", "生活补助"), ("09", "奖励金"))),
    (
        "302",
        "商品和服务支出",
        (("01", "办公费"), ("11", "差旅费"), ("17", "公务接待费"), ("31", "公务用车运行维护费")),
    ),
    ("310", "资本性支出", (("02", "办公设备购置"),)),
)
PERSONNEL = ("301", "303")
SOURCES = ("superior", "business", "operating", "attached", "other")
BUDGETS = ("general", "funds", "capital")
Codes = tuple[str, ...]
LEAST = 5_000
"""分: what is less is 0.00 in 万元."""


@dataclass(slots=True)
class Accounts:
    """The figures of a package in 分, by code or name."""

    year: int
    general: dict[Codes, tuple[int, int]] = field(default_factory=dict)
    """Basic and project spending from the general budget, by 项."""
    others: dict[Codes, int] = field(default_factory=dict)
    """Basic spending from other money, by 项."""
    fund: int = 0
    economic: dict[Codes, int] = field(default_factory=dict)
    opening: dict[str, int] = field(default_factory=dict)
    closing: dict[str, int] = field(default_factory=dict)
    """By budget, and ``other``."""
    used: int = 0
    distributed: int = 0
    receipts: dict[str, int] = field(default_factory=dict)
    """By budget and by source."""
    publics: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Budget and outturn by cost."""
    last_year: int = 0
    names: dict[Codes, str] = field(default_factory=dict)

    def spent(self, codes: Codes) -> tuple[int, int]:
        """Basic and project spending of all money below a code."""
        lines = [code for code in self.general if code[: len(codes)] == codes]
        basic = sum(self.general[code][0] + self.others.get(code, 0) for code in lines)
        project = sum(self.general[code][1] for code in lines)
        return basic, project + (self.fund if FUND[: len(codes)] == codes else 0)

    def spent_general(self, codes: Codes) -> tuple[int, int]:
        """The same from the general budget only."""
        lines = [code for code in self.general if code[: len(codes)] == codes]
        return sum(self.general[code][0] for code in lines), sum(self.general[code][1] for code in lines)

    def chapters(self, *, fund: bool) -> list[Codes]:
        """Every code that is spent on, in order, each after what stands above it."""
        leaves = [*self.general, *([FUND] if fund and self.fund else [])]
        return sorted({leaf[:depth] for leaf in leaves for depth in (1, 2, 3)})

    def amounts(self) -> Iterator[int]:
        """Every amount that others are made of."""
        for pair in (*self.general.values(), *self.publics.values()):
            yield from pair
        for told in (self.others, self.economic, self.opening, self.closing, self.receipts):
            yield from told.values()
        yield from (self.fund, self.used, self.distributed)

    @property
    def basic(self) -> tuple[int, int]:
        """Personnel and operating cost of the general budget."""
        personnel = sum(amount for code, amount in self.economic.items() if code[0] in PERSONNEL)
        return personnel, sum(self.economic.values()) - personnel


def accounts(chance: Random, year: int = 2023) -> Accounts:
    """Figures of a department that agree; none is so small that it would be printed as nil."""
    while True:
        made = _drawn(chance, year)
        if not any(0 < abs(amount) < LEAST for amount in made.amounts()):
            return made


def _drawn(chance: Random, year: int) -> Accounts:
    """Figures that agree; a third of the departments have money other than appropriations."""
    made = Accounts(year)
    other = chance.random() < 0.35
    _names(made)
    for code, _, groups in [FUNCTIONS[0], *chance.sample(FUNCTIONS[1:], chance.randrange(1, 5))]:
        for group, _, items in groups:
            for item, _ in items:
                leaf = (code, group, item)
                basic = chance.randrange(10_000_00, 900_000_000) if chance.random() < 0.7 else 0
                project = (
                    chance.randrange(50_000_00, 400_000_000) if chance.random() < 0.5 or not basic else 0
                )
                made.general[leaf] = basic, project
                if other and chance.random() < 0.6:
                    made.others[leaf] = chance.randrange(10_000_00, 90_000_000)
    made.fund = chance.randrange(1_000_000, 300_000_000) if chance.random() < 0.5 else 0
    _economic(chance, made)
    _balances(chance, made, other=other)
    _publics(chance, made)
    made.last_year = sum(made.spent(())) + chance.randrange(-90_000_00, 90_000_00)
    return made


def _names(made: Accounts) -> None:
    for code, name, groups in FUNCTIONS:
        made.names[code,] = name
        for group, group_name, items in groups:
            made.names[code, group] = group_name
            for item, item_name in items:
                made.names[code, group, item] = item_name
    for depth, name in enumerate(FUND_NAMES, start=1):
        made.names[FUND[:depth]] = name


def _economic(chance: Random, made: Accounts) -> None:
    """Basic spending of the general budget cut into economic items."""
    whole = made.spent_general(())[0]
    leaves = [(code, item) for code, _, items in ECONOMIC for item, _ in items]
    marks = sorted(chance.randrange(whole + 1) for _ in leaves[1:])
    for leaf, low, high in zip(leaves, [0, *marks], [*marks, whole], strict=True):
        made.economic[leaf] = high - low


def _balances(chance: Random, made: Accounts, *, other: bool) -> None:
    """What was brought forward and is carried forward; receipts are what makes the balance."""
    spent = {"general": sum(made.spent_general(())), "funds": made.fund, "capital": 0}
    for budget in BUDGETS:
        carried = (budget == "general" and chance.random() < 0.5) or (budget == "funds" and made.fund > 0)
        least = sum(next(iter(made.general.values()))) if budget == "general" else spent[budget]
        made.opening[budget] = chance.randrange(0, least // 3 + 1) if carried else 0
        made.closing[budget] = chance.randrange(0, spent[budget] // 3 + 1) if carried else 0
        made.receipts[budget] = spent[budget] + made.closing[budget] - made.opening[budget]
    paid = sum(made.others.values())
    made.opening["other"] = chance.randrange(0, paid // 4 + 1) if other else 0
    made.closing["other"] = chance.randrange(0, paid // 4 + 1) if other else 0
    made.used = chance.randrange(0, paid // 4 + 1) if other else 0
    made.distributed = chance.randrange(0, paid // 9 + 1) if other else 0
    came = paid + made.closing["other"] + made.distributed - made.opening["other"] - made.used
    marks = sorted(chance.randrange(came + 1) for _ in SOURCES[1:]) if came else [0] * (len(SOURCES) - 1)
    for source, low, high in zip(SOURCES, [0, *marks], [*marks, came], strict=True):
        made.receipts[source] = high - low


def _publics(chance: Random, made: Accounts) -> None:
    """The three publics: basic spending keeps within what the table tells."""
    within = {"reception": made.economic["302", "17"], "running": made.economic["302", "31"]}
    for cost in ("abroad", "buying", "running", "reception"):
        low = within.get(cost, 0)
        outturn = low + (chance.randrange(0, 5_000_000) if cost in within or chance.random() < 0.3 else 0)
        made.publics[cost] = outturn + chance.randrange(0, 3_000_000), outturn
    pairs = [made.publics[cost] for cost in ("buying", "running")]
    made.publics["vehicles"] = pairs[0][0] + pairs[1][0], pairs[0][1] + pairs[1][1]
    parts = [made.publics[cost] for cost in ("abroad", "vehicles", "reception")]
    made.publics["all"] = sum(part[0] for part in parts), sum(part[1] for part in parts)
