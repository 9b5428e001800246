"""The demands that an address asks for, and what waits for a person: one set of conditions for every page."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone

from jixiao.web.address_filters import AddressFilters
from jixiao.web.cycles.todo import SOON
from jixiao.web.filings.awaiting import REVIEWERS, awaits
from jixiao.web.filings.models import Project
from jixiao.web.organisations.models import Kind, Organisation, within
from jixiao.web.organisations.walking import below
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role
from jixiao.web.rectifications.models import (
    IN_HAND,
    ROLES_OF,
    UNDER_WAY,
    Demand,
    Proof,
    Source,
    State,
    overdue,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.web.cycles.models import Task


@dataclass(frozen=True, slots=True)
class Filters(AddressFilters):
    """What was asked for.

    A blank asks for all; ``state`` may be ``under_way``; ``due`` is ``late`` or ``soon``; ``mine`` asks for
    what waits for the person, ``files`` for demands whose files wait for the person's
    secrecy review; ``under`` is a body with all below it; ``task`` a form; ``q`` is part of the
    problem, of the number of the notice, or of the name of the body, its department or the project.
    """

    state: str = ""
    source: str = ""
    due: str = ""
    year: str = ""
    mine: str = ""
    files: str = ""
    under: str = ""
    task: str = ""
    q: str = ""

    @classmethod
    def of(cls, given: QueryDict) -> "Filters":
        """Those of an address; what is no filter's value is passed over."""
        allowed = {
            "state": ("under_way", *State.values),
            "source": tuple(Source.values),
            "due": ("late", "soon"),
            "mine": ("1",),
            "files": ("1",),
        }
        return cls(**cls.words(given, allowed, ("year", "under", "task")))

    def apply(self, user: User) -> "QuerySet[Demand]":
        """The demands that the person sees and the filters let through, with what a list shows of them."""
        found = joined(Demand.objects.visible_to(user))
        conditions = (
            (self.state, under_way() if self.state == "under_way" else Q(state=self.state)),
            (self.source, Q(source=self.source)),
            (self.due, overdue() if self.due == "late" else soon()),
            (self.year, Q(fiscal_year=self.year)),
            (self.task, Q(task=self.task)),
        )
        for asked, condition in conditions:
            if asked:
                found = found.filter(condition)
        if self.mine:
            found = found.filter(to_do(user) | to_accept(user))
        if self.files:
            found = found.filter(pk__in=files_awaiting(user).values("demand"))
        if self.under:
            found = found.filter(organisation__in=below([int(self.under)]))
        return found.filter(self._named()) if self.q else found

    def _named(self) -> Q:
        """As subqueries: each name is compared once, not once for every demand."""
        named = Q(name__icontains=self.q) | Q(parent__name__icontains=self.q, parent__kind=Kind.DEPARTMENT)
        bodies = Organisation.objects.filter(named).order_by().values("pk")
        projects = Project.objects.filter(name__icontains=self.q).order_by().values("pk")
        own = Q(problem__icontains=self.q) | Q(reference__icontains=self.q)
        return own | Q(organisation__in=bodies) | Q(task__project__in=projects)


def joined(found: "QuerySet[Demand]") -> "QuerySet[Demand]":
    """With the rows that lists name."""
    return found.select_related("organisation", "issuer", "issued_by", "task__project", "task__stage__cycle")


def under_way() -> Q:
    """Neither closed nor withdrawn."""
    return Q(state__in=(*IN_HAND, State.PENDING))


def soon() -> Q:
    """In the body's hands and due within `SOON` days."""
    today = timezone.localdate()
    return Q(state__in=IN_HAND, deadline__range=(today, today + timedelta(days=SOON)))


def to_do(user: User) -> Q:
    """In the person's hand: to put right and to answer."""
    return within(user, "organisation", {Role.UNIT_CLERK}) & Q(state__in=IN_HAND)


def to_accept(user: User) -> Q:
    """Handed in by somebody else to an office that the person holds."""
    mine = Q(pk__in=())
    for office, roles in ROLES_OF.items():
        if user.holds(roles):
            mine |= Q(office=office) & within(user, "organisation", roles)
    return mine & Q(state=State.PENDING) & ~Q(submitted_by=user)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many demands wait for the person to answer or accept, and are overdue; how many files to review."""

    to_do: int = 0
    to_accept: int = 0
    late: int = 0
    files: int = 0

    @property
    def any(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.to_do or self.to_accept or self.late or self.files)


def counted(user: User) -> Counts:
    """The numbers: of demands in one query, of files in another for those who review them."""
    wanted = {"to_do": to_do(user), "to_accept": to_accept(user), "late": overdue()}
    counts = {name: Count("pk", filter=condition) for name, condition in wanted.items()}
    demands = Demand.objects.visible_to(user).order_by().aggregate(**counts)
    return Counts(**demands, files=files_awaiting(user).count() if user.holds(REVIEWERS) else 0)


def files_awaiting(user: User) -> "QuerySet[Proof]":
    """The files of demands under way that wait for the person's secrecy review."""
    mine = awaits(user, "demand__organisation")
    return Proof.objects.filter(mine, demand__state__in=UNDER_WAY).order_by()


def waiting(user: User) -> "QuerySet[Demand]":
    """What waits for the person, the most urgent first."""
    return joined(Demand.objects.visible_to(user)).filter(to_do(user) | to_accept(user))


def about_forms(user: User, tasks: "Iterable[Task]") -> dict[int, list[Demand]]:
    """The demands about these forms that were not withdrawn, by the form's number, the latest first."""
    found: dict[int, list[Demand]] = defaultdict(list)
    seen = Demand.objects.visible_to(user).filter(task__in=[one.pk for one in tasks])
    for one in seen.exclude(state=State.WITHDRAWN).order_by("-pk"):
        if one.task_id is not None:
            found[one.task_id].append(one)
    return dict(found)


def standing(found: "QuerySet[Demand]") -> dict[str, int]:
    """How many problems were found, put right, under way and overdue; withdrawn demands do not count."""
    wanted = {
        "found": ~Q(state=State.WITHDRAWN),
        "closed": Q(state=State.CLOSED),
        "under_way": under_way(),
        "late": overdue(),
    }
    counts = {name: Count("pk", filter=condition) for name, condition in wanted.items()}
    return dict(found.order_by().aggregate(**counts))
