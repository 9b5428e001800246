"""Projects: funding, objectives, indicators, monitoring and evaluation."""

from enum import StrEnum

from pydantic import Field

from jixiao.core.dossier.values import Amount, Code, Count, Model, Month, Number, Points, Value
from jixiao.core.dossier.work import Note


class Origin(StrEnum):
    """How a project came into the year's budget."""

    INITIAL = "initial"  # 年初预算
    SUPPLEMENTARY = "supplementary"  # 年中追加
    CARRIED_OVER = "carried_over"  # 上年结转


class Operator(StrEnum):
    """How the actual value is compared with the target."""

    AT_LEAST = "≥"
    MORE_THAN = ">"
    EQUAL = "="
    AT_MOST = "≤"
    LESS_THAN = "<"
    RANGE = "range"
    QUALITATIVE = "定性"


class Indicator(Model):
    """A leaf of the indicator tree: target, actual and what a person judged.

    What the rule needs depends on the rule: a target and an actual value; the chosen ``band`` with
    ``points`` inside it; ``done`` for yes or no; ``elements_met`` of ``elements``; ``occurrences`` of a
    fault; ``points`` with a ``reason`` for a manual score. ``printed_score`` is what a published report
    says, and is never an input.
    """

    code: Code
    level1: str
    level2: str = ""
    name: str
    operator: Operator | None = None
    target: Value | None = None
    target_upper: Number | None = None  # the upper end of a range
    unit: str = ""
    weight: Points | None = None
    actual: Value | None = None
    actual_unit: str = ""  # where it differs from the target's
    completion: Number | None = None  # 完成率 as printed, percent
    applicable: bool = True
    rule: str = ""  # a rule other than the rulebook's for this direction
    band: str = ""
    done: bool | None = None
    elements: Count | None = None
    elements_met: Count | None = None
    occurrences: Count | None = None
    points: Points | None = None
    reason: str = ""
    improvement: str = ""
    review_score: Points | None = None  # 复核得分: what the reviewer gives beside the unit's own
    scoring_note: str = ""  # 评（扣）分标准 as the form states it
    source: str = ""  # 共性指标, 个性指标, 指标库 …
    reference: str = ""  # the value that the target was set by, and its standard: 历史, 行业, 计划
    printed_score: Points | None = None
    core: bool = False
    fixed: bool = False  # set by the finance bureau, not editable
    evidence: tuple[str, ...] = ()
    note: str = ""


class PrintedScore(Model):
    """What a published report gives as the result."""

    total: Points | None = None
    converted: Points | None = None
    grade: str = ""
    execution: Points | None = None
    full: Points | None = None


class Funding(Model):
    """One row of the money block of a project form."""

    source: str
    original_budget: Amount | None = None
    revised_budget: Amount | None = None
    outturn: Amount | None = None
    requested: Amount | None = None  # 年度资金申请额
    reason: str = ""  # why the outturn differs from the budget


class IndicatorProgress(Model):
    """An indicator at a monitoring date."""

    indicator: Code
    actual: Value | None = None
    forecast: Value | None = None
    likelihood: Number | None = None  # 完成目标可能性, 0 to 1
    reason: str = ""
    reason_kind: str = ""  # 经费保障, 制度保障, 人员保障, 硬件条件保障, 其他


class Monitoring(Model):
    """One monitoring period, January to ``through_month``."""

    through_month: Month
    outturn: Amount | None = None
    forecast: Amount | None = None
    indicators: tuple[IndicatorProgress, ...] = ()
    needs_rectification: bool | None = None
    advice: str = ""
    result: str = ""


class ExAnte(Model):
    """事前绩效评估 of the project."""

    requested: Amount | None = None
    dimensions: dict[str, Points] = Field(default_factory=dict)
    expert_scores: tuple[Points, ...] = ()
    conclusion: str = ""
    suggested: Amount | None = None
    object: str = ""  # 项目 or 政策
    occasion: str = ""  # 新增 or 延续
    methods: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()  # what has to be met before the money is spent
    opinion: str = ""
    evidence: tuple[str, ...] = ()
    note: str = ""


class Adjustment(Model):
    """绩效目标调整: an entry of what was changed during the year; the dossier's own values are the new ones.

    ``item`` is what was changed: the goal, or the code of an indicator.
    """

    item: str
    before: str = ""
    after: str = ""
    date: str = ""
    document_number: str = ""
    reason: str = ""


class Evaluation(Model):
    """部门评价, 财政评价 or a re-check by somebody other than the unit."""

    kind: str
    by: str = ""
    score: Points | None = None
    grade: str = ""
    opinion: str = ""
    note: str = ""


class Role(Model):
    """A part in carrying out a project; ``under`` names the role that leads it."""

    name: str
    under: str = ""


class Project(Model):
    """One project, or the base budget where a place scores it like one (``base = true``)."""

    code: Code
    name: str
    aliases: tuple[str, ...] = ()  # other names printed for it
    base: bool = False
    origin: Origin = Origin.INITIAL
    document_number: str = ""  # 文号
    nature: str = ""  # 一次性, 经常性
    category: str = ""  # 特定目标类 …
    function_code: str = ""
    unit: str = ""
    manager: str = ""
    finance_manager: str = ""  # 财务负责人
    starts: str = ""
    ends: str = ""
    whole_amount: Amount | None = None  # 项目资金总额, over all years
    whole_fiscal: Amount | None = None  # 其中：财政资金
    original_budget: Amount | None = None
    adjustment: Amount | None = None
    revised_budget: Amount | None = None
    outturn: Amount | None = None
    printed_rate: Number | None = None  # 执行率 as printed, percent
    funding: tuple[Funding, ...] = ()
    goal: str = ""  # 项目总目标
    annual_goal: str = ""
    annual_result: str = ""
    activities: str = ""
    indicators: tuple[Indicator, ...] = ()
    monitoring: tuple[Monitoring, ...] = ()
    ex_ante: ExAnte | None = None
    adjustments: tuple[Adjustment, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    problems: str = ""
    measures: str = ""
    use_of_results: str = ""  # 结果应用建议
    payment_status: str = ""
    organisation: tuple[Role, ...] = ()
    process: tuple[str, ...] = ()  # steps from application to archive, in order
    notes: tuple[Note, ...] = ()
    printed: PrintedScore = PrintedScore()
    evidence: tuple[str, ...] = ()
    note: str = ""
