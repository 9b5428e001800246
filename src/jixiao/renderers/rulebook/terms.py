"""The words for choices, members and years of rulebooks; numbers as people write them."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from jixiao.renderers.wording import Language
from jixiao.rulebooks.schema.rulebook import Row, Source
from jixiao.rulebooks.words import word

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "nation": ("国家", "nation"),
    "province": ("省", "province"),
    "city": ("市", "city"),
    "county": ("县（区）", "county"),
    "zone": ("开发区、示范区", "zone"),
    "higher": ("越大越好", "higher is better"),
    "lower": ("越小越好", "lower is better"),
    "equal": ("等于目标", "equal to the target"),
    "range": ("区间", "range"),
    "qualitative": ("定性", "qualitative"),
    "text": ("文字目标", "target in words"),
    "project": ("项目", "project"),
    "department": ("部门整体", "department"),
    "self_evaluation": ("部门自评报告", "self-evaluation"),
    "evaluation": ("部门评价报告", "evaluation"),
    "project_evaluation": ("项目评价报告", "project evaluation"),
    "final_accounts": ("决算公开", "final accounts"),
    "read": ("已读", "read"),
    "restated": ("转述", "restated by others"),
    "computed": ("推算", "computed"),
    "unseen": ("未见", "not seen"),
    "decision": ("本地决定，无文件", "the place's own decision, no document"),
    "project_self_evaluation": ("项目自评表", "self-evaluation of a project"),
    "department_self_evaluation": ("部门整体自评表", "self-evaluation of a department"),
    "project_target": ("项目绩效目标表", "targets of a project"),
    "department_target": ("部门整体绩效目标表", "targets of a department"),
    "monitoring": ("绩效监控表", "monitoring"),
    "ex_ante": ("事前绩效评估表", "ex-ante evaluation"),
    "line": ("每个指标", "every line"),
    "form": ("整份表", "the form as a whole"),
    "signature": ("签字", "signature"),
    "seal": ("公章", "seal"),
    "date": ("日期", "date"),
    "sealed": ("签字盖章后的扫描件", "the signed and sealed form, scanned"),
    "leaf": ("每个三级指标", "every line"),
    "level": ("每一组", "every group"),
    "total": ("总分", "the total only"),
    "lines": ("按指标评分", "scored by lines"),
    "projects": ("只印总分，各项目汇总", "a printed total with a roll-up of projects"),
    "printed": ("只印总分，没有指标", "a printed total without lines"),
    "execution": ("按预算执行计分", "from budget execution"),
    "deduction": ("只扣分", "deductions only"),
    "initial": ("年初预算", "initial budget"),
    "supplementary": ("年中追加", "added in the year"),
    "carried_over": ("上年结转", "carried over"),
    "explain": ("应说明原因", "an explanation is due"),
    "deduct": ("扣分", "points are lost"),
    "none": ("不处理", "nothing follows"),
    "revised_budget": ("全年（调整后）预算数", "revised budget"),
    "original_budget": ("年初预算数", "original budget"),
}

COLUMNS: Final[Mapping[str, tuple[str, str]]] = {
    "name": ("", ""),
    "actual": ("", ""),
    "lower": ("下限分值×", "from weight×"),
    "upper": ("上限分值×", "to weight×"),
    "at_least": ("≥", "≥"),
    "above": (">", ">"),
    "at_most": ("≤", "≤"),
    "below": ("<", "<"),
    "points": ("得分", "points "),
    "share": ("分值×", "weight×"),
}
"""The columns of parameters that are tables, as they stand before their values."""


def term(name: str, language: Language) -> str:
    """A choice in words; the name itself where it has none."""
    return _WORDS.get(name, (name, name))[language != "zh"]


def topic_title(topic: str, member: str, language: Language) -> str:
    """A topic, with the direction, object or report that it is about."""
    title = word(topic, language)
    if not member:
        return title
    return f"{title}：{term(member, language)}" if language == "zh" else f"{title}: {term(member, language)}"


def inside(names: Iterable[str], language: Language) -> str:
    """Names in brackets, or nothing."""
    listed = listing(names, language)
    if not listed:
        return ""
    return f"（{listed}）" if language == "zh" else f" ({listed})"


def listing(names: Iterable[str], language: Language) -> str:
    """Names one after the other."""
    return ("、" if language == "zh" else ", ").join(names)


def years(row: Row[Any], language: Language) -> str:
    """The fiscal years of a row."""
    return span(row.from_year, row.until, language)


def span(first: int, last: int | None, language: Language) -> str:
    """From a year up to one, or on."""
    if last is None:
        return f"{first}起" if language == "zh" else f"from {first}"
    if last == first:
        return str(first)
    return f"{first}—{last}" if language == "zh" else f"{first}-{last}"


def cited(source: Source, language: Language) -> str:
    """A document as it is cited, with how it is known."""
    zh = language == "zh"
    number_ = f"（{source.number}）" if source.number else ""
    clause = f"，{source.clause}" if source.clause else ""
    evidence = term(source.evidence, language) if source.evidence else ""
    known = (f"〔{evidence}〕" if zh else f" [{evidence}]") if evidence else ""
    return f"{source.title}{number_}{clause}{known}"


def proof(row: Row[Any], language: Language) -> str:
    """Whether a value is proved."""
    words = ("已核实", "verified") if row.verified else ("假设", "assumption")
    return words[language != "zh"]
