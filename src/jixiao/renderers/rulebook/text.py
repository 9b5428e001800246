"""What applies in a place and year, and what differs between two, as text."""

from typing import Any

from jixiao.renderers.rulebook.terms import cited, term, topic_title, years
from jixiao.renderers.rulebook.values import said
from jixiao.renderers.wording import Language
from jixiao.rulebooks.resolving import Rulebook, Rules, Settled


def in_force(rulebook: Rulebook, rules: Rules, language: Language) -> str:
    """Every value in force with its rulebook, source and proof."""
    zh = language == "zh"
    level = term(rulebook.files[0].level, language)
    lineage = " → ".join(rules.lineage)
    lines = [
        f"{rules.key} {rules.name}（{level}），{rules.year} 年度"
        if zh
        else f"{rules.key} {rules.name} ({level}), fiscal year {rules.year}",
        *([f"沿用：{lineage}" if zh else f"inherits: {lineage}"] if len(rules.lineage) > 1 else []),
    ]
    values = list(rules.each())
    for topic, member, settled in values:
        lines += ["", topic_title(topic, member, language)]
        lines += [f"  {line}" for line in _value(rules, settled, language)]
    proved = sum(settled.row.verified for _, _, settled in values)
    assumed = len(values) - proved
    lines += [
        "",
        f"共 {len(values)} 项：已核实 {proved} 项，假设 {assumed} 项。"
        if zh
        else f"{len(values)} values: {proved} verified, {assumed} assumed.",
    ]
    return "\n".join(lines) + "\n"


def _value(rules: Rules, settled: Settled[Any], language: Language) -> list[str]:
    zh = language == "zh"
    row, source = settled.row, cited(rules.source(settled), language)
    when = years(row, language)
    lines = [
        said(settled.value, language),
        f"出自 {settled.rulebook}，{when}；依据：{source}"
        if zh
        else f"from {settled.rulebook}, {when}; source: {source}",
        _proof(settled, language),
    ]
    if row.note:
        lines.append(f"{'说明：' if zh else 'note: '}{''.join(row.note.split(chr(10)))}")
    return lines


def _proof(settled: Settled[Any], language: Language) -> str:
    if settled.row.verified:
        return "已核实" if language == "zh" else "verified"
    return (
        "假设：没有见到能证明它的文件"
        if language == "zh"
        else "assumption: no document that proves it was seen"
    )


def difference(one: Rules, two: Rules, language: Language) -> str:
    """Topics in which two rulebooks differ in a year, with both values; who states them does not matter."""
    zh = language == "zh"
    first = {(topic, member): settled for topic, member, settled in one.each()}
    second = {(topic, member): settled for topic, member, settled in two.each()}
    lines = [
        f"{one.key} {one.name} 与 {two.key} {two.name}，{one.year} 年度"
        if zh
        else f"{one.key} {one.name} and {two.key} {two.name}, fiscal year {one.year}"
    ]
    keys = [
        key for key in (*first, *(key for key in second if key not in first)) if _differ(first, second, key)
    ]
    for topic, member in keys:
        lines += ["", topic_title(topic, member, language)]
        for rules, values in ((one, first), (two, second)):
            lines.append(f"  {rules.key}：" if zh else f"  {rules.key}:")
            lines.append(f"    {_side(values.get((topic, member)), rules, language)}")
    lines += ["", f"不同的有 {len(keys)} 项。" if zh else f"{len(keys)} values differ."]
    return "\n".join(lines) + "\n"


def _differ(
    first: dict[tuple[str, str], Settled[Any]],
    second: dict[tuple[str, str], Settled[Any]],
    key: tuple[str, str],
) -> bool:
    one, two = first.get(key), second.get(key)
    return one is None or two is None or one.value != two.value


def _side(settled: Settled[Any] | None, rules: Rules, language: Language) -> str:
    zh = language == "zh"
    if settled is None:
        return "没有规定" if zh else "says nothing"
    words = said(settled.value, language)
    proof = ("已核实" if zh else "verified") if settled.row.verified else ("假设" if zh else "assumption")
    if settled.rulebook == rules.key:
        return f"{words}（{proof}）" if zh else f"{words} ({proof})"
    return (
        f"{words}（{proof}，沿用 {settled.rulebook}）"
        if zh
        else f"{words} ({proof}, from {settled.rulebook})"
    )
