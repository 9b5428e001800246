"""What the department did about finance and performance: guarantees, revenue, debt, counts, disclosure."""

from jixiao.core.dossier.values import Amount, Count, Model, Number, Points


class Guarantee(Model):
    """One of the three guarantees (三保): livelihood, wages or operation."""

    arranged: Amount | None = None
    spent: Amount | None = None
    note: str = ""


class ThreeGuarantees(Model):
    """三保: 保基本民生, 保工资, 保运转."""

    livelihood: Guarantee = Guarantee()
    wages: Guarantee = Guarantee()
    operation: Guarantee = Guarantee()


class Revenue(Model):
    """One kind of non-tax revenue paid into the treasury."""

    name: str
    amount: Amount | None = None


class NonTaxRevenue(Model):
    """非税收入."""

    budget: Amount | None = None
    paid_in: Amount | None = None
    items: tuple[Revenue, ...] = ()
    note: str = ""


class Advances(Model):
    """暂付款: payments booked without budget."""

    added: Amount | None = None
    balance: Amount | None = None


class Debt(Model):
    """Bonds of the department's projects."""

    bonds_spent: Amount | None = None
    interest_paid: Amount | None = None
    note: str = ""


class ProjectCount(Model):
    """So many projects, perhaps with their money: one line of a statistic."""

    label: str
    count: Count | None = None
    amount: Amount | None = None


class PerformanceWork(Model):
    """Counts of the year's performance management."""

    ex_ante: tuple[ProjectCount, ...] = ()
    targets: tuple[ProjectCount, ...] = ()
    monitoring: tuple[ProjectCount, ...] = ()
    self_evaluation: tuple[ProjectCount, ...] = ()
    evaluation: tuple[ProjectCount, ...] = ()
    mean_score: Points | None = None
    problems_found: Count | None = None
    problems_rectified: Count | None = None


class Rectification(Model):
    """整改: a problem that monitoring, an evaluation or an audit found, and what became of it."""

    problem: str
    source: str = ""  # 绩效监控, 绩效自评, 绩效评价, 审计 …
    project: str = ""
    demand: str = ""
    responsible: str = ""
    deadline: str = ""
    measures: str = ""
    result: str = ""
    closed: bool | None = None


class Disclosure(Model):
    """Something published, or due to be."""

    what: str
    done: bool | None = None
    date: str = ""
    where: str = ""
    note: str = ""


class Fact(Model):
    """A named fact that has no field of its own, such as a statement about IT security.

    ``topic`` groups facts that a report tells together. ``number`` is left out where the value is not exact.
    """

    name: str
    value: str
    unit: str = ""
    number: Number | None = None
    topic: str = ""


class Evidence(Model):
    """A document that proves something; facts refer to it by ``code``."""

    code: str
    title: str
    number: str = ""
    date: str = ""
    file: str = ""


class Note(Model):
    """A paragraph of the unit's own where judgement is asked, such as ``problems`` or ``measures``."""

    section: str
    text: str
