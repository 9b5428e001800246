"""Projects: each with its score, grade and rate, and their roll-up by origin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from jixiao.core.digits import plain
from jixiao.core.dossier.projects import Project
from jixiao.core.scorecard import Difference, Notice, ProjectScore, RollUp
from jixiao.rulebooks.schema.topics import Grades, RollUpGroup, Scheme
from jixiao.scoring import differences, weights
from jixiao.scoring.context import Context
from jixiao.scoring.exact import rounded
from jixiao.scoring.grading import band_of
from jixiao.scoring.money import Spending, share, total
from jixiao.scoring.proving import lacking
from jixiao.scoring.summing import Subject, Total, add_up, without_lines
from jixiao.scoring.telling import quoted

_ALL = RollUpGroup(name="合计", origins=())


@dataclass(frozen=True, slots=True)
class ScoredProject:
    """A project with what is to be said about it."""

    score: ProjectScore
    differences: tuple[Difference, ...]
    notices: tuple[Notice, ...]


def score_project(project: Project, context: Context) -> ScoredProject:
    """Score one project by the project scheme; without indicators its printed score stands unproved."""
    where, base = f"项目{quoted(project.name)}", f"projects.{project.code}"
    settled = context.rules.schemes.get("project")
    scheme = settled.value if settled else None
    spending, printed = Spending.of(project), project.printed
    execution = context.rules.execution
    kind = execution.value.denominator if execution else "revised_budget"
    result = _total(project, scheme, spending, context)
    if result.groups:
        context.use("schemes.project", settled)
    found = result.converted if result.converted is not None else result.raw
    published = printed.converted if printed.converted is not None else printed.total
    standing = published if published is not None else found
    grades = context.rules.grades.value if context.rules.grades else None
    band = None if standing is None or grades is None else band_of(standing, grades)
    if band is not None:
        context.use("grades", context.rules.grades)
    rate = spending.rate(kind)
    told = [
        *differences.of_rate(where, project, spending, kind),
        *differences.of_total(where, base, printed, result),
        *differences.of_grade(where, base, printed.grade, published, grades),
        *(weights.of_weights(where, base, result.groups, scheme) if scheme else ()),
        *differences.of_leaves(where, base, result.groups, project.indicators),
    ]
    zh, en = _against(found, published)
    proofs = lacking(project.indicators, "project_self_evaluation", context)
    score = ProjectScore(
        code=project.code,
        name=project.name,
        group=_group_name(project, context),
        budget=spending.budget(kind),
        outturn=spending.spent,
        rate=None if rate is None else Decimal(plain(rounded(rate * 100, 2))),
        score=standing,
        grade=band.name if band else "",
        recomputed=found,
        reason=result.zh + zh,
        groups=result.groups,
        full=result.full,
        published=published,
        reason_en=result.en + en,
    )
    notices = (
        *(replace(one, where=f"{where}／{one.where}") for one in (*result.notices, *proofs)),
        *(weights.of_groups(where, result.groups, scheme) if scheme else ()),
    )
    return ScoredProject(score, tuple(told), notices)


def _against(found: Decimal | None, published: Decimal | None) -> tuple[str, str]:
    """What to add to the reason where the published score is not what the rules give."""
    if found is None or published in (None, found):
        return "", ""
    ours, theirs = plain(found), plain(published)
    return (
        f"；按规则得{ours}分，报告印{theirs}分，不能还原",
        f"; by the rules {ours}, published {theirs}: not rebuilt",
    )


def roll_up(
    projects: Sequence[Project], scores: Sequence[ProjectScore], context: Context
) -> tuple[RollUp, ...]:
    """Projects by the groups of the department's scheme, and all of them together."""
    settled = context.rules.schemes.get("department")
    if settled is None or not projects or not (settled.value.roll_up or settled.value.basis == "projects"):
        return ()
    grades = context.rules.grades.value if context.rules.grades else None
    pairs = list(zip(projects, scores, strict=True))
    groups = [
        (group.name, [score for project, score in pairs if _belongs(project, group)])
        for group in settled.value.roll_up
    ]
    everything = (_ALL.name, list(scores))
    return tuple(_rolled(name, members, grades) for name, members in (*groups, everything))


def unrolled(projects: Sequence[Project], context: Context) -> Iterator[Notice]:
    """Projects that belong to no group of the roll-up."""
    settled = context.rules.schemes.get("department")
    if settled is None or not settled.value.roll_up:
        return
    for project in projects:
        if not any(_belongs(project, group) for group in settled.value.roll_up):
            yield Notice(
                f"项目{quoted(project.name)}", "不属于任何一个汇总组", "belongs to no group of the roll-up"
            )


def _total(project: Project, scheme: Scheme | None, spending: Spending, context: Context) -> Total:
    if scheme is None:
        place, year = context.rules.key, context.rules.year
        return Total(
            zh=f"规则库 {place} 没有{year}年度的项目评分方案",
            en=f"the rulebook {place} has no scheme for projects in {year}",
        )
    subject = Subject(project.indicators, project.printed, spending)
    return without_lines(subject, scheme) or add_up(subject, scheme, context)


def _group_name(project: Project, context: Context) -> str:
    settled = context.rules.schemes.get("department")
    groups = settled.value.roll_up if settled else ()
    return next((group.name for group in groups if _belongs(project, group)), "")


def _belongs(project: Project, group: RollUpGroup) -> bool:
    return project.origin.value in group.origins and group.base in (None, project.base)


def _rolled(name: str, members: Sequence[ProjectScore], grades: Grades | None) -> RollUp:
    budget, outturn = total([one.budget for one in members]), total([one.outturn for one in members])
    rate = share(outturn, budget)
    bands = [band.name for band in grades.bands] if grades else []
    return RollUp(
        name=name,
        count=len(members),
        budget=budget,
        outturn=outturn,
        rate=None if rate is None else Decimal(plain(rounded(rate * 100, 2))),
        grades={band: sum(one.grade == band for one in members) for band in bands},
    )
