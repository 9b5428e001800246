"""Writes docs/zh/规则库清单.md: what every shipped rulebook says and how it is known; a test compares."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from jixiao.rulebooks.folders import SHIPPED, found
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.schema import topics
from jixiao.rulebooks.schema.rulebook import Case, Row, RulebookFile, Source
from jixiao.scoring.catalogue import load as leaf_rules

PAGE = Path(__file__).resolve().parent.parent / "docs" / "zh" / "规则库清单.md"

HEAD = """\
# 规则库清单

每个地区规定了什么、从哪一年起、依据是什么、是不是已经核实。**已核实**：依据的文件或表格已读到，或有公开转述可以引用；
**假设**：还没有见到能证明它的文件，评分表会照样列出，“说明”里写着什么可以证实它。没有列出的内容沿用上级规则库。

本页由 `python tools/rulebook_pages.py` 根据 `src/jixiao/rulebooks` 中各地区的文件生成，请不要直接修改。
"""
LEVELS = {"nation": "国家", "province": "省", "city": "市", "county": "县（区）", "zone": "开发区、示范区"}
TITLES = {
    "grades": "评价等级",
    "rounding": "小数取舍",
    "execution": "预算执行分",
    "leaf_rules": "指标计分",
    "overshoot": "超额完成",
    "framework": "指标框架",
    "schemes": "评分方案",
    "monitoring": "绩效监控",
    "ex_ante": "事前绩效评估",
    "linkages": "结果应用",
    "sections": "报告必备部分",
    "deadlines": "期限",
}
MEMBERS = {
    "higher": "越大越好",
    "lower": "越小越好",
    "equal": "等于目标",
    "range": "区间",
    "qualitative": "定性",
    "text": "文字目标",
    "project": "项目",
    "department": "部门整体",
    "self_evaluation": "部门自评报告",
    "evaluation": "部门评价报告",
    "project_evaluation": "项目评价报告",
    "final_accounts": "决算公开",
}
EVIDENCE = {"read": "已读", "restated": "转述", "computed": "推算", "unseen": "未见", "": ""}
PLACES = {"leaf": "每个三级指标", "level": "每一组", "total": "总分"}
BASES = {"lines": "按指标评分", "projects": "只印总分，各项目汇总", "printed": "只印总分，没有指标"}
ROLES = {"execution": "按预算执行计分", "deduction": "只扣分", "indicators": ""}
ORIGINS = {"initial": "年初预算", "supplementary": "年中追加", "carried_over": "上年结转"}
EFFECTS = {"explain": "应说明原因", "deduct": "扣分", "none": "不处理"}
BUDGETS = {"revised_budget": "全年（调整后）预算数", "original_budget": "年初预算数"}


def page() -> str:
    """The whole page."""
    keys = [key for key, folders in found().items() if folders[0].parent == SHIPPED]
    files = sorted(
        (load(key).files[0] for key in keys), key=lambda file: ([*LEVELS].index(file.level), file.key)
    )
    return "\n".join([HEAD, overview(files), *(place(file) for file in files)])


def overview(files: list[RulebookFile]) -> str:
    """One line per place."""
    lines = [
        "| 规则库 | 地区 | 级次 | 上级 | 已核实 | 假设 | 算例 |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for file in files:
        proved = [row.verified for _, row in rows(file)]
        cells = [
            f"[{file.key}](#{file.key})",
            file.name,
            LEVELS[file.level],
            file.parent or "—",
            str(proved.count(True)),
            str(proved.count(False)),
            str(len(file.cases)),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def place(file: RulebookFile) -> str:
    """The section of one place."""
    parts = [f'## <a id="{file.key}"></a>{file.name}（{file.key}）\n']
    if file.note:
        parts.append(f"{joined(file.note)}\n")
    table = [
        f"| {cell(title)} | {cell(said(row.value))} | {years(row)} | {cell(source(file, row.source))} "
        f"| {'已核实' if row.verified else '**假设**'} | {cell(joined(row.note))} |"
        for title, row in rows(file)
    ]
    if table:
        head = "| 主题 | 内容 | 预算年度 | 依据 | 状态 | 说明 |\n| --- | --- | --- | --- | --- | --- |"
        parts.append("\n".join([head, *table]) + "\n")
    else:
        parts.append("没有自己的规定，全部沿用上级。\n")
    if file.cases:
        told = [f"| {cell(case.name)} | {cell(expected(case))} | {case.year} |" for case in file.cases]
        parts.append("\n".join(["| 算例 | 应得 | 预算年度 |\n| --- | --- | --- |", *told]) + "\n")
    return "\n".join(parts)


def rows(file: RulebookFile) -> Iterator[tuple[str, Row[Any]]]:
    """Every row with the title of its topic."""
    for topic, title in TITLES.items():
        value = getattr(file, topic)
        if isinstance(value, dict):
            for member, several in value.items():
                yield from ((f"{title}：{MEMBERS.get(member, member)}", row) for row in several)
        else:
            yield from ((title, row) for row in value)


def expected(case: Case) -> str:
    """What a case must come to."""
    return n(case.expected) if isinstance(case.expected, Decimal) else case.expected


def years(row: Row[Any]) -> str:
    """The fiscal years of a row."""
    if row.until is None:
        return f"{row.from_year}起"
    return f"{row.from_year}—{row.until}" if row.until > row.from_year else str(row.from_year)


def source(file: RulebookFile, name: str) -> str:
    """A document as it is cited, with how it is known."""
    one = next((one for one in file.sources if one.id == name), Source(id=name, title=name))
    number = f"（{one.number}）" if one.number else ""
    clause = f"，{one.clause}" if one.clause else ""
    evidence = f"〔{EVIDENCE[one.evidence]}〕" if one.evidence else ""
    return f"{one.title}{number}{clause}{evidence}"


def said(value: topics.Part) -> str:
    """A value in a sentence or two."""
    return SAID[type(value)](value)


def grades(value: topics.Grades) -> str:
    """Grade bands."""
    bands = "；".join(f"{band.name}{inside(band.aliases)} {n(band.at_least)}分起" for band in value.bands)
    return f"{bands}。先四舍五入到{value.decimals}位小数。"


def rounding(value: topics.Rounding) -> str:
    """Rounding."""
    return f"{PLACES[value.at]}四舍五入到{value.decimals}位小数"


def execution(value: topics.Execution) -> str:
    """Execution points."""
    return f"{n(value.points)}分，分母为{BUDGETS[value.denominator]}，{rule(value.rule)}"


def rule(value: topics.Rule) -> str:
    """A leaf rule with its parameters."""
    known = leaf_rules().get(value.rule)
    title = known.title if known else value.rule
    given = "；".join(f"{name}＝{parameter(one)}" for name, one in value.parameters.items())
    return f"{title}（{value.rule}{f'：{given}' if given else ''}）"


def parameter(value: object) -> str:
    """A parameter as written."""
    if isinstance(value, Decimal):
        return n(value)
    if isinstance(value, list):
        return "、".join("／".join(parameter(one) for one in row.values()) for row in value)
    return str(value)


def overshoot(value: topics.Overshoot) -> str:
    """Overshooting."""
    zero = f"，目标为0时实际达到{n(value.zero_target_actual)}" if value.zero_target_actual is not None else ""
    return f"实际达到目标的{n(value.threshold * 100)}%{zero}：{EFFECTS[value.effect]}"


def framework(value: topics.Framework) -> str:
    """The indicator tree."""
    return "；".join(f"{level.name}（{'、'.join(level.members)}）" for level in value.levels)


def scheme(value: topics.Scheme) -> str:
    """How an object is scored."""
    parts = [BASES[value.basis]]
    if value.groups:
        parts.append("、".join(group(one) for one in value.groups))
    if value.groups and value.weights is not None and value.weights != value.full:
        parts.append(f"分值合计{n(value.weights)}，不到{n(value.full)}")
    if value.convert:
        base = f"，适用分值{n(value.applicable_points)}" if value.applicable_points is not None else ""
        parts.append(f"去掉不适用的分值后换算成{n(value.full)}分{base}")
    parts.extend(
        f"{one.name}（{'、'.join(ORIGINS.get(name, name) for name in one.origins)}）" for one in value.roll_up
    )
    return "；".join(parts)


def group(value: topics.Group) -> str:
    """A group of lines."""
    points = n(value.points) if value.points is not None else ""
    members = [ROLES[value.role]] if ROLES[value.role] else []
    members += [f"{leaf.name}{n(leaf.weight) if leaf.weight is not None else ''}" for leaf in value.leaves]
    return f"{value.name}{points}{inside([*members, *map(group, value.groups)])}"


def monitoring(value: topics.Monitoring) -> str:
    """Monitoring of the year."""
    parts = [f"1—{one.through_month}月执行率低于{n(one.execution_below)}%预警" for one in value.checkpoints]
    if value.deviation_over is not None:
        parts.append(f"目标实现程度与执行率相差超过{n(value.deviation_over)}个百分点预警")
    parts += [
        f"{name}灯：进度低于{n(lamps.red_below)}红、低于{n(lamps.yellow_below)}黄"
        + (f"、{n(lamps.blue_from)}以上蓝" if lamps.blue_from is not None else "")
        for name, lamps in (("指标", value.indicator_lamps), ("资金", value.money_lamps))
        if lamps
    ]
    if value.handling_days is not None:
        parts.append(f"{value.handling_days}个工作日内处置：{'、'.join(value.handlings)}")
    return "；".join(parts)


def ex_ante(value: topics.ExAnteRules) -> str:
    """Ex-ante evaluation."""
    dimensions = "、".join(
        one.name
        + (f"{n(one.points)}分" if one.points is not None else "")
        + (f"（政策：{one.policy_name}）" if one.policy_name else "")
        for one in value.dimensions
    )
    return f"{dimensions}。结论：{'、'.join(value.conclusions)}"


def linkages(value: topics.Linkages) -> str:
    """Results application."""
    return "；".join(f"{one.grade}：{one.action}" for one in value.rows)


def sections(value: topics.Sections) -> str:
    """Headings of a report."""
    return "、".join(value.headings)


def deadlines(value: topics.Deadlines) -> str:
    """What is due when."""
    return "；".join(
        f"{one.what}：{one.event}后{one.days_after}日内"
        if one.days_after is not None
        else f"{one.what}：{'次年' if one.year else '当年'}{one.month}月{one.day}日前"
        for one in value.rows
    )


SAID: dict[type[topics.Part], Callable[[Any], str]] = {
    topics.Grades: grades,
    topics.Rounding: rounding,
    topics.Execution: execution,
    topics.Rule: rule,
    topics.Overshoot: overshoot,
    topics.Framework: framework,
    topics.Scheme: scheme,
    topics.Monitoring: monitoring,
    topics.ExAnteRules: ex_ante,
    topics.Linkages: linkages,
    topics.Sections: sections,
    topics.Deadlines: deadlines,
}


def inside(names: Sequence[str]) -> str:
    """Names in brackets, or nothing."""
    return f"（{'、'.join(names)}）" if names else ""


def n(value: Decimal) -> str:
    """A number without exponent and without zeros at the end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def joined(text: str) -> str:
    """A note on one line."""
    return "".join(text.split("\n"))


def cell(text: str) -> str:
    """Text that may stand in a table."""
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
