"""Everything that keeps a report from leaving, collected: nothing is told only after the next try."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import canonical
from jixiao.core.errors import ReadError
from jixiao.core.finding import Finding
from jixiao.core.ledger import Ledger
from jixiao.core.scorecard import Difference, Scorecard
from jixiao.pipeline.reporting.released import Refusal
from jixiao.pipeline.reporting.stating import Statements, below

_TEXT_FAMILY: Final = "JX3"
"""Wording and numbering: told, but no contradiction of figures."""

_NAMED: Final = 4
"""Facts behind a finding that are named."""

_STATE: Final = "请核实改正；改正不了的，由单位说明并署名：[[discrepancies]] 里 fact 写 {fact}"
_STATE_EN: Final = "Correct it, or let the unit state and sign it: [[discrepancies]] with fact = {fact}"


def figures_wrong(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that prove figures of the file wrong, or that a check itself failed."""
    return [
        one for one in findings if one.severity == "error" and not one.code.startswith(_TEXT_FAMILY)
    ]  # fmt: skip


def of_finding(finding: Finding, where: tuple[str, str], facts: Sequence[str]) -> Refusal:
    """An error in the figures; ``where`` is its place in words, ``facts`` those behind its numbers."""
    fact = facts[0] if facts else ""
    zh, en = finding.suggestion, finding.suggestion_en
    if fact:
        zh = f"{zh}数字出自 {'、'.join(facts[:_NAMED])}。{_STATE.format(fact=fact)}"
        en = f"{en} The figures come from {', '.join(facts[:_NAMED])}. {_STATE_EN.format(fact=fact)}".strip()
    return Refusal(
        "finding",
        f"{finding.code} {finding.title}（{where[0]}）",
        finding.message,
        zh,
        f"{finding.code} {finding.title_en or finding.title} ({where[1]})",
        finding.message_en,
        en,
        fact,
        finding.code,
        finding.fingerprint,
    )


def of_facts(
    dossier: Dossier, card: Scorecard, statements: Statements, within: Callable[[str], bool]
) -> Iterator[Refusal]:
    """Facts that nobody has settled and scores that the rules contradict, where no statement says so.

    ``within`` tells which facts the report is about.
    """
    for row in dossier.unresolved:
        path = canonical(dossier, row.fact)
        if within(path) and statements.about(path) is None:
            yield Refusal(
                "unresolved",
                f"未定的事实 {path}",
                row.reason,
                _STATE.format(fact=path),
                f"unresolved fact {path}",
                row.reason,
                _STATE_EN.format(fact=path),
                path,
            )
    for one in card.differences:
        if one.contradicts and within(one.fact) and statements.about(one.fact) is None:
            yield _of_difference(one)


def _of_difference(one: Difference) -> Refusal:
    return Refusal(
        "difference",
        one.where,
        f"原报告印{one.published}，复算为{one.recomputed}（{one.why}）",
        _STATE.format(fact=one.fact),
        one.where,
        f"published {one.published}, recomputed {one.recomputed} ({one.why_en})",
        _STATE_EN.format(fact=one.fact),
        one.fact,
    )


def of_unreadable(error: ReadError) -> Refusal:
    """The written file cannot be read back, so that nothing proves it right."""
    return Refusal(
        "unreadable",
        "写出的文件读不回来",
        error.message,
        "这是程序的缺陷，请反馈给维护者；可先换一种格式。",
        "the written file cannot be read back",
        error.message_en,
        "A defect of ours: please report it, and try another format.",
        code=error.code,
    )


def scope(ledger: Ledger | None, projects: Sequence[str] | None) -> Callable[[str], bool]:
    """Which facts a report is about: all (``projects`` is None), else those projects' and what it prints."""
    if projects is None or ledger is None:
        return lambda _: True
    own = [f"projects.{code}" for code in projects]
    printed = {path for entry in ledger.entries for path in entry.facts}

    def within(path: str) -> bool:
        if any(below(path, one) for one in own):
            return True
        return any(below(path, one) or below(one, path) for one in printed)

    return within
