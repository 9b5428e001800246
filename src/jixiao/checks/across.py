"""Findings between files: what each of them says, where, and who else agrees."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from jixiao.checks.catalogue import Names
from jixiao.checks.figures import at_stake, computed_of, expression_of, where
from jixiao.checks.telling import finding_told
from jixiao.core.comparison import Comparison, ComparisonKind, Telling
from jixiao.core.finding import Finding, Related, Severity
from jixiao.core.solution import Solution

_SUGGESTIONS: dict[ComparisonKind, tuple[str, str]] = {
    "same": (
        "请核对两份文件，更正其中有误的一个。",
        "Check both files and correct the figure that is wrong.",
    ),
    "carried_over": (
        "年初数应当等于上年决算的年末数；有调整的，请写明调整的金额和原因。",
        "The opening balance is last year's closing balance; where it was adjusted, say by how much and why.",
    ),
    "prior_year": (
        "上年数应当与上年公开的决算一致；有更正的，请写明原因。",
        "Last year's figure is that of last year's own document; where it was corrected, say why.",
    ),
    "sum_of_units": (
        "部门数应当等于各单位之和；有抵销或未纳入的，请写明。",
        "The department's figure is the sum of its units; say what was eliminated or left out.",
    ),
}


def from_comparisons(solution: Solution, kind: ComparisonKind, names: Names) -> Iterator[Finding]:
    """A finding for each comparison of a kind."""
    for comparison in solution.comparisons:
        if comparison.kind == kind:
            yield _finding(comparison, names)


def _finding(comparison: Comparison, names: Names) -> Finding:
    severity: Severity = "error" if comparison.proven else "warning"
    claim = comparison.claim
    first, *others = comparison.tellings
    summed = claim.relation.formula == "sum"
    told = finding_told(claim, names, severity, (*_message(comparison), *_SUGGESTIONS[comparison.kind]))
    return replace(
        told,
        quote=first.words,
        place=first.quantity.place,
        related=tuple(Related(telling.words, telling.quantity.place) for telling in others),
        expression=expression_of(claim) if summed else "",
        claims=(),  # of the comparison, in no file's list of claims
        amount=at_stake(claim, None),
        keys=(comparison.kind, comparison.item, comparison.role[0], str(comparison.period or "")),
    )


def _message(comparison: Comparison) -> tuple[str, str]:
    year = "" if comparison.period is None else f"{comparison.period}年"
    what = f"{year}“{comparison.item}”的{comparison.role[0]}"
    what_en = f"“{comparison.item}” ({comparison.role[1]}, {comparison.period or 'year unknown'})"
    first, *others = comparison.tellings
    if comparison.kind == "sum_of_units":
        total = computed_of(comparison.claim)
        zh = f"{what}：部门（{_seen(first)[0]}），各单位之和是“{total}”。"
        en = f"{what_en}: the department tells {_seen(first)[1]}, its units sum to {total}."
    else:
        (zh_first, en_first), (zh_other, en_other) = _seen(first), _seen(others[0])
        zh = f"{what}不一致：{zh_first}，{zh_other}。"
        en = f"{what_en} differs: {en_first}, {en_other}."
        more = _agreeing(comparison)
        if more:
            zh += f"与后者一致的还有{'、'.join(f'《{name}》' for name in more)}。"
            en += f" The latter agrees with {', '.join(more)}."
    if not comparison.proven:
        zh += f"（{comparison.doubt[0]}是推断的，请确认两处说的是同一件事。）"
        en += f" ({comparison.doubt[1]} was inferred: make sure that both mean the same.)"
    return zh, en


def _seen(telling: Telling) -> tuple[str, str]:
    """《决算.docx》第8段写“12.30万元”."""
    quantity = telling.quantity
    name = PurePath(quantity.place.file).name
    zh, en = where(quantity.place)
    text = quantity.text if quantity.text.endswith(quantity.unit.word) else quantity.text + quantity.unit.word
    return f"《{name}》{zh}写“{text}”", f"{name} ({en}) says {text}"


def _agreeing(comparison: Comparison) -> list[str]:
    """Other files that tell what the second file tells."""
    first, other, *rest = comparison.tellings
    known = {first.quantity.place.file, other.quantity.place.file}
    value = other.quantity.value
    files = [one.quantity.place.file for one in rest if one.quantity.value == value]
    return [PurePath(file).name for file in dict.fromkeys(files) if file not in known]
