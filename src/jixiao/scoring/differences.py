"""Published against recomputed: every figure that differs or cannot be rebuilt, with the reason.

``base`` is the path of what is scored: ``appraisal`` or ``projects.p01``.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from jixiao.core.digits import plain
from jixiao.core.dossier.projects import Indicator, PrintedScore, Project
from jixiao.core.scorecard import Difference, GroupScore
from jixiao.rulebooks.schema.topics import Grades
from jixiao.scoring.exact import fraction, rounded
from jixiao.scoring.grading import band_of, means
from jixiao.scoring.money import Spending, share
from jixiao.scoring.summing import Total
from jixiao.scoring.telling import denominator

_OTHER = {"revised_budget": "original_budget", "original_budget": "revised_budget"}


def of_total(where: str, base: str, printed: PrintedScore, total: Total) -> Iterator[Difference]:
    """The printed result against the recomputed one."""
    yield from _figure(f"{where}得分", f"{base}.printed.total", printed.total, total.raw, total)
    if printed.converted is not None:
        yield from _figure(
            f"{where}换算得分", f"{base}.printed.converted", printed.converted, total.converted, total
        )
    if printed.full is not None and total.full is not None and printed.full != total.full:
        yield Difference(
            f"{where}满分",
            plain(printed.full),
            plain(total.full),
            "各行分值之和",
            "sum of the weights",
            f"{base}.printed.full",
        )


def of_leaves(
    where: str, base: str, groups: Iterable[GroupScore], indicators: Sequence[Indicator]
) -> Iterator[Difference]:
    """Every line whose published score the rule does not give."""
    own = {one.code: one.printed_score for one in indicators}
    for group in groups:
        for leaf in group.leaves:
            if leaf.published is not None and leaf.points is None and leaf.applicable:
                yield Difference(
                    "／".join(filter(None, (where, group.name, leaf.name))),
                    plain(leaf.published),
                    None if leaf.by_rule is None else plain(leaf.by_rule),
                    leaf.reason,
                    leaf.reason_en,
                    f"{base}.indicators.{leaf.code}.printed_score"
                    if own.get(leaf.code) == leaf.published
                    else f"{base}.printed.execution",  # the one line that may be printed elsewhere
                )


def of_grade(
    where: str, base: str, printed: str, score: Decimal | None, grades: Grades | None
) -> Iterator[Difference]:
    """A printed grade against the band of the score."""
    if not printed or score is None or grades is None:
        return
    band = band_of(score, grades)
    if band is None or not means(printed, band):
        name = band.name if band else None
        yield Difference(
            f"{where}等级",
            printed,
            name,
            f"{plain(score)}分属于“{name or '无'}”一档",
            f"{plain(score)} lies in the band {name or 'none'}",
            f"{base}.printed.grade",
        )


def of_rate(where: str, project: Project, spending: Spending, kind: str) -> Iterator[Difference]:
    """A printed rate of execution against outturn ÷ budget."""
    printed = project.printed_rate
    if not isinstance(printed, Decimal):
        return
    fact = f"projects.{project.code}.printed_rate"
    rate = spending.rate(kind)
    if rate is None:
        zh, en = "预算数或执行数没有填", "budget or outturn unknown"
        yield Difference(f"{where}执行率", f"{plain(printed)}%", None, zh, en, fact)
        return
    if _prints(printed, rate):
        return
    name, other = denominator(kind), _OTHER[kind]
    zh, en = f"执行数÷{name}", f"outturn ÷ {kind}"
    if (second := share(spending.spent, spending.budget(other))) is not None and _prints(printed, second):
        zh += f"；报告以{denominator(other)}为分母"
        en += f"; the report divides by {other}"
    found = f"{plain(rounded(rate * 100, 2))}%"
    yield Difference(f"{where}执行率", f"{plain(printed)}%", found, zh, en, fact)


def _figure(
    where: str, fact: str, printed: Decimal | None, found: Decimal | None, total: Total
) -> Iterator[Difference]:
    if printed is None or printed == found:
        return
    zh, en = total.zh, total.en
    if found is not None and total.full:
        share_of = plain(rounded(fraction(found) / fraction(total.full) * 100, 2))
        zh = f"{zh}，满分{plain(total.full)}分，折成百分制是{share_of}分"
        en = f"{en}, of {plain(total.full)} points: {share_of} of a hundred"
    yield Difference(where, plain(printed), None if found is None else plain(found), zh, en, fact)


def _prints(printed: Decimal, rate: Fraction) -> bool:
    """Whether the rate can be printed so, rounded or cut off after the printed decimals."""
    decimals = max(0, -int(printed.as_tuple().exponent))
    percent = rate * 100
    cut = Fraction(int(percent * 10**decimals), 10**decimals)
    return fraction(printed) in (fraction(rounded(percent, decimals)), cut)
