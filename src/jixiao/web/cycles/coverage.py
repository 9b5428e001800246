"""Whether each review of a stage has somebody to make it at each body."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jixiao.web.cycles.bodies import filing_bodies
from jixiao.web.cycles.models import BY_EVALUATORS, Stage, SubjectKind
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import Membership
from jixiao.web.people.roles import Role

SHOWN = 5
"""Bodies that a warning names."""


def uncovered(stage: Stage) -> list[tuple[str, list[Organisation]]]:
    """Each role that fills in or reviews and is held by nobody somewhere, with the bodies there."""
    bodies = filing_bodies(stage.cycle.jurisdiction)
    if stage.subject == SubjectKind.DEPARTMENT:
        wanted = [body for body in bodies if body.kind == Kind.DEPARTMENT]
    else:
        with_projects = set(
            Organisation.objects.filter(
                projects__fiscal_year=stage.cycle.fiscal_year, projects__deleted=False
            ).values_list("pk", flat=True)
        )
        wanted = [body for body in bodies if body.pk in with_projects]
    fills = [] if stage.kind in BY_EVALUATORS else [Role.UNIT_CLERK.value]
    roles = [*fills, *stage.nodes]
    tops: dict[str, set[int]] = {role: set() for role in roles}
    held = Membership.objects.in_force().filter(role__in=roles, user__is_active=True)
    for one in held.select_related("organisation__parent").prefetch_related("portfolio"):
        tops[one.role] |= {top.pk for top in one.tops()}
    parents = {body.pk: body.parent_id for body in bodies}
    above = {one.pk for one in stage.cycle.jurisdiction.ancestors(include_self=True)}
    missing = []
    for role in roles:
        bare = [body for body in wanted if not tops[role] & {*_line(body.pk, parents), *above}]
        if bare:
            missing.append((role, bare))
    return missing


def warnings(stage: Stage) -> list[str]:
    """A sentence for each role that nobody holds somewhere."""
    return [
        _("“%(role)s”在 %(count)s 个单位无人担任：%(bodies)s。请安全管理员授予角色，否则表单会停在这一环节。")
        % {"role": Role(role).label, "count": len(bodies), "bodies": _named(bodies)}
        for role, bodies in uncovered(stage)
    ]


def _named(bodies: list[Organisation]) -> str:
    words = "、".join(str(body) for body in bodies[:SHOWN])
    return _("%(bodies)s 等") % {"bodies": words} if len(bodies) > SHOWN else words


def _line(pk: int, parents: dict[int, int | None]) -> Iterable[int]:
    step: int | None = pk
    while step is not None:
        yield step
        step = parents.get(step)
