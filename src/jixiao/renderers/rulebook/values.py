"""The value of a topic as a sentence or two."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from jixiao.core.digits import plain
from jixiao.renderers.rulebook.terms import COLUMNS, inside, listing, term
from jixiao.renderers.wording import Language
from jixiao.rulebooks.catalogues import Parameter, leaf_rules
from jixiao.rulebooks.schema import topics


def said(value: topics.Part, language: Language = "zh") -> str:
    """A value of any topic in words."""
    return _SAID[type(value)](value, language)


def _grades(value: topics.Grades, language: Language) -> str:
    zh = language == "zh"
    bands = (
        f"{band.name}{inside(band.aliases, language)}"
        + (f" {plain(band.at_least)}分起" if zh else f" from {plain(band.at_least)}")
        for band in value.bands
    )
    listed = ("；" if zh else "; ").join(bands)
    return (
        f"{listed}。先四舍五入到{value.decimals}位小数"
        if zh
        else f"{listed}; rounded half-up to {value.decimals} decimals first"
    )


def _rounding(value: topics.Rounding, language: Language) -> str:
    where = term(value.at, language)
    return (
        f"{where}四舍五入到{value.decimals}位小数"
        if language == "zh"
        else f"{where} half-up to {value.decimals} decimals"
    )


def _execution(value: topics.Execution, language: Language) -> str:
    base, rule = term(value.denominator, language), _rule(value.rule, language)
    points = plain(value.points)
    return (
        f"{points}分，分母为{base}，{rule}" if language == "zh" else f"{points} points of the {base}; {rule}"
    )


def _rule(value: topics.Rule, language: Language) -> str:
    zh = language == "zh"
    known = leaf_rules().get(value.rule)
    title = known.title[not zh] if known else value.rule
    given = [
        _parameter(name, one, known.parameters.get(name) if known else None, language)
        for name, one in value.parameters.items()
    ]
    told = ("；" if zh else "; ").join([value.rule, *given])
    return f"{title}（{told}）" if zh else f"{title} ({told})"


def _parameter(name: str, value: object, known: Parameter | None, language: Language) -> str:
    """What a number is about, the rows of a table, or the name of another parameter with its value."""
    zh = language == "zh"
    if isinstance(value, list):
        return listing((_row(row, language) for row in value), language)
    if isinstance(value, Decimal) and known:
        return f"{known.about[0]}：{plain(value)}" if zh else f"{known.about[1]}: {plain(value)}"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"{name}＝{text}" if zh else f"{name} = {text}"


def _row(row: dict[str, Decimal | str], language: Language) -> str:
    """A row of a table: ≥95 分值×1."""
    cells = []
    for key, value in row.items():
        text = plain(value) if isinstance(value, Decimal) else value
        label = COLUMNS.get(key, (f"{key} ", f"{key} "))[language != "zh"]
        cells.append(f"{label}{text}")
    return " ".join(cells)


def _overshoot(value: topics.Overshoot, language: Language) -> str:
    share, zero = plain(value.threshold * 100), value.zero_target_actual
    effect = term(value.effect, language)
    if language == "zh":
        more = f"，目标为0时实际达到{plain(zero)}" if zero is not None else ""
        return f"实际达到目标的{share}%{more}：{effect}"
    more = f", or an actual value of {plain(zero)} where the target is 0" if zero is not None else ""
    return f"from {share}% of the target{more}: {effect}"


def _framework(value: topics.Framework, language: Language) -> str:
    levels = (f"{level.name}{inside(level.members, language)}" for level in value.levels)
    return ("；" if language == "zh" else "; ").join(levels)


def _scheme(value: topics.Scheme, language: Language) -> str:
    zh = language == "zh"
    parts = [term(value.basis, language)]
    if value.groups:
        parts.append(listing((_group(one, language) for one in value.groups), language))
        if value.weights is not None and value.weights != value.full:
            sum_, full = plain(value.weights), plain(value.full)
            parts.append(f"分值合计{sum_}，满分{full}" if zh else f"points add up to {sum_} of {full}")
    if value.convert:
        full, base = plain(value.full), value.applicable_points
        parts.append(
            f"去掉不适用的分值后换算成{full}分" if zh else f"converted to {full} without what does not apply"
        )
        if base is not None:
            parts.append(f"适用分值{plain(base)}" if zh else f"applicable points {plain(base)}")
    parts += [
        f"{one.name}{inside((term(name, language) for name in one.origins), language)}"
        for one in value.roll_up
    ]
    return ("；" if zh else "; ").join(parts)


def _group(value: topics.Group, language: Language) -> str:
    members = [] if value.role == "indicators" else [term(value.role, language)]
    members += [_worth(leaf.name, leaf.weight, language) for leaf in value.leaves]
    members += [_group(one, language) for one in value.groups]
    return f"{_worth(value.name, value.points, language)}{inside(members, language)}"


def _worth(name: str, points: Decimal | None, language: Language) -> str:
    if points is None:
        return name
    return f"{name}{plain(points)}" if language == "zh" else f"{name} {plain(points)}"


def _monitoring(value: topics.Monitoring, language: Language) -> str:
    zh = language == "zh"
    parts = [
        f"1—{one.through_month}月执行率低于{plain(one.execution_below)}%预警"
        if zh
        else f"warning below {plain(one.execution_below)}% in months 1-{one.through_month}"
        for one in value.checkpoints
    ]
    if value.deviation_over is not None:
        gap = plain(value.deviation_over)
        parts.append(
            f"目标实现程度与执行率相差超过{gap}个百分点预警"
            if zh
            else f"warning where attainment and execution differ by over {gap} points"
        )
    for name, lamps in (
        (("指标灯", "lamps of indicators"), value.indicator_lamps),
        (("资金灯", "lamps of money"), value.money_lamps),
    ):
        if lamps:
            parts.append(f"{name[not zh]}{'：' if zh else ': '}{_lamps(lamps, language)}")
    if value.handling_days is not None:
        parts.append(
            f"{value.handling_days}个工作日内处置" if zh else f"handled within {value.handling_days} days"
        )
    if value.handlings:
        ways = listing(value.handlings, language)
        parts.append(f"处置方式：{ways}" if zh else f"ways of handling: {ways}")
    return ("；" if zh else "; ").join(parts)


def _lamps(value: topics.Lamps, language: Language) -> str:
    red, yellow = plain(value.red_below), plain(value.yellow_below)
    blue = "" if value.blue_from is None else plain(value.blue_from)
    if language == "zh":
        return f"进度低于{red}红、低于{yellow}黄" + (f"、{blue}以上蓝" if blue else "")
    return f"red below {red}, yellow below {yellow}" + (f", blue from {blue}" if blue else "")


def _ex_ante(value: topics.ExAnteRules, language: Language) -> str:
    zh = language == "zh"
    dimensions = (
        _worth(one.name, one.points, language)
        + (
            inside([f"{'政策：' if zh else 'policies: '}{one.policy_name}"], language)
            if one.policy_name
            else ""
        )
        for one in value.dimensions
    )
    listed, conclusions = listing(dimensions, language), listing(value.conclusions, language)
    if not conclusions:
        return listed
    return f"{listed}。结论：{conclusions}" if zh else f"{listed}; conclusions: {conclusions}"


def _linkages(value: topics.Linkages, language: Language) -> str:
    zh = language == "zh"
    return ("；" if zh else "; ").join(f"{one.grade}{'：' if zh else ': '}{one.action}" for one in value.rows)


def _sections(value: topics.Sections, language: Language) -> str:
    return listing(value.headings, language)


def _proofs(value: topics.Proofs, language: Language) -> str:
    return ("；" if language == "zh" else "; ").join(_proof(one, language) for one in value.rows)


def _proof(value: topics.Proof, language: Language) -> str:
    zh = language == "zh"
    chosen = [*value.level1, *value.level2, *(term(one, language) for one in value.directions)]
    where = listing(chosen, language) if chosen else term(value.of, language)
    must = (("可以上传", "may be added"), ("必须上传", "mandatory"))[value.mandatory][not zh]
    return f"{value.what}（{where}，{must}）" if zh else f"{value.what} ({where}, {must})"


def _signing(value: topics.Signing, language: Language) -> str:
    return listing(
        (f"{one.title}{inside([term(one.of, language)], language)}" for one in value.rows), language
    )


def _deadlines(value: topics.Deadlines, language: Language) -> str:
    zh = language == "zh"
    return ("；" if zh else "; ").join(
        f"{one.what}{'：' if zh else ': '}{_due(one, language)}" for one in value.rows
    )


def _due(value: topics.Deadline, language: Language) -> str:
    zh = language == "zh"
    if value.days_after is not None:
        days = value.days_after
        return f"{value.event}后{days}日内" if zh else f"within {days} days of {value.event}"
    year = ("当年", "same year") if value.year == 0 else ("次年", "next year")
    month = "" if value.month is None else f"{value.month}月" if zh else f"month {value.month}"
    day = "" if value.day is None else f"{value.day}日" if zh else f"day {value.day}"
    return f"{year[0]}{month}{day}前" if zh else f"by {' '.join(filter(None, (month, day)))}, {year[1]}"


_SAID: Final[dict[type[topics.Part], Callable[[Any, Language], str]]] = {
    topics.Grades: _grades,
    topics.Rounding: _rounding,
    topics.Execution: _execution,
    topics.Rule: _rule,
    topics.Overshoot: _overshoot,
    topics.Framework: _framework,
    topics.Scheme: _scheme,
    topics.Monitoring: _monitoring,
    topics.ExAnteRules: _ex_ante,
    topics.Linkages: _linkages,
    topics.Sections: _sections,
    topics.Proofs: _proofs,
    topics.Signing: _signing,
    topics.Deadlines: _deadlines,
}
