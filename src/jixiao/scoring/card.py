"""Scores a dossier by the rules of its place and year."""

from decimal import Decimal

from jixiao.core.dossier import Dossier
from jixiao.core.scorecard import Difference, PublishedResult, Scorecard
from jixiao.rulebooks.resolving import Rules
from jixiao.rulebooks.schema.topics import Scheme
from jixiao.scoring import differences, weights
from jixiao.scoring.context import Context
from jixiao.scoring.grading import band_of
from jixiao.scoring.money import Spending
from jixiao.scoring.projects import roll_up, score_project, unrolled
from jixiao.scoring.proving import lacking
from jixiao.scoring.roll_up_differences import of_roll_ups
from jixiao.scoring.summing import Subject, Total, add_up, without_lines


def score(dossier: Dossier, rules: Rules) -> Scorecard:
    """The scorecard: raw and converted score with the trace of every point, published against recomputed."""
    context = Context(rules)
    scheme = context.use("schemes.department", rules.schemes.get("department"))
    total = _department(dossier, scheme, context)
    scored = [score_project(project, context) for project in dossier.projects]
    projects = tuple(one.score for one in scored)
    printed = dossier.appraisal.printed
    roll_ups = roll_up(dossier.projects, projects, context)
    told = (
        *_told(dossier, total, scheme, context),
        *of_roll_ups(dossier, projects, roll_ups),
        *(difference for one in scored for difference in one.differences),
    )
    grade = _grade(total.converted if _converts(scheme) else total.raw, context)
    proofs = tuple(lacking(dossier.appraisal.indicators, "department_self_evaluation", context))
    return Scorecard(
        department=dossier.department.name,
        year=dossier.fiscal_year,
        rulebook=rules.key,
        raw=total.raw,
        full=total.full,
        converted=total.converted,
        grade=grade,
        published=PublishedResult(printed.total, printed.converted, printed.grade),
        groups=total.groups,
        projects=projects,
        roll_ups=roll_ups,
        assumptions=context.assumptions(),
        differences=told,
        notices=(
            *total.notices,
            *proofs,
            *(weights.of_groups("部门", total.groups, scheme) if scheme else ()),
            *(notice for one in scored for notice in one.notices),
            *unrolled(dossier.projects, context),
        ),
        reason=total.zh,
        reason_en=total.en,
        money_unit=dossier.money_unit.value,
    )


def _department(dossier: Dossier, scheme: Scheme | None, context: Context) -> Total:
    if scheme is None:
        place, year = context.rules.key, context.rules.year
        return Total(
            zh=f"规则库 {place} 没有{year}年度的部门评分方案",
            en=f"the rulebook {place} has no scheme for departments in {year}",
        )
    appraisal = dossier.appraisal
    subject = Subject(appraisal.indicators, appraisal.printed, Spending.of(dossier.accounts.expenditure))
    nothing = without_lines(subject, scheme)
    if nothing is not None and scheme.basis == "projects":
        return Total(
            zh="部门得分没有印各行，也没有公布由项目得分汇总的办法，不能复算",
            en="no lines of the department's score are printed, nor any way to it from its projects",
        )
    return nothing or add_up(subject, scheme, context)


def _told(dossier: Dossier, total: Total, scheme: Scheme | None, context: Context) -> tuple[Difference, ...]:
    printed = dossier.appraisal.printed
    published = printed.converted if printed.converted is not None else printed.total
    grades = context.use("grades", context.rules.grades) if printed.grade else None
    return (
        *differences.of_total("部门", "appraisal", printed, total),
        *differences.of_grade("部门", "appraisal", printed.grade, published, grades),
        *(weights.of_weights("部门", "appraisal", total.groups, scheme) if scheme else ()),
        *differences.of_leaves("", "appraisal", total.groups, dossier.appraisal.indicators),
    )


def _converts(scheme: Scheme | None) -> bool:
    return scheme is not None and scheme.convert


def _grade(score: Decimal | None, context: Context) -> str | None:
    if score is None:
        return None
    grades = context.use("grades", context.rules.grades)
    band = band_of(score, grades) if grades else None
    return band.name if band else None
