"""The forms that an address asks for: its filters make what it shows, exports and approves the same."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.db.models import Q, QuerySet
from django.http import QueryDict

from jixiao.web.address_filters import AddressFilters
from jixiao.web.cycles.models import Handling, Task, TaskState
from jixiao.web.cycles.models.tallies import Tally, countable, one_each
from jixiao.web.cycles.todo import due, is_waiting
from jixiao.web.cycles.watching import LAMPS
from jixiao.web.filings.columns import shortest
from jixiao.web.filings.models import Project
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.organisations.walking import below
from jixiao.web.people.models import User

MOST = 1000
"""No score is higher."""


@dataclass(frozen=True, slots=True)
class Filters(AddressFilters):
    """What was asked for.

    A blank asks for all; ``due`` is ``late``, ``missing`` or ``soon``; ``mine`` asks for what waits for the
    person; ``files`` for forms whose files wait for the person's secrecy review; ``under`` is a body with
    all below it; ``grade`` may be any word, ``least`` and ``most`` are
    scores (both included); ``q`` is part of the name of the project, of the body or of its department.
    """

    stage: str = ""
    state: str = ""
    due: str = ""
    mine: str = ""
    under: str = ""
    lamp: str = ""
    warned: str = ""
    files: str = ""
    grade: str = ""
    least: str = ""
    most: str = ""
    q: str = ""

    @classmethod
    def of(cls, given: QueryDict) -> "Filters":
        """Those of an address; what is no filter's value is passed over."""
        allowed = {
            "state": TaskState.values,
            "due": ("late", "missing", "soon"),
            "mine": ("1",),
            "lamp": tuple(LAMPS),
            "warned": ("1",),
            "files": ("1",),
        }
        known = cls.words(given, allowed, ("stage", "under"))
        for name in ("least", "most"):
            known[name] = _score(known[name])
        return cls(**known)

    def apply(self, user: User) -> "QuerySet[Task]":
        """The forms that the person sees and the filters let through."""
        found = Task.objects.visible_to(user).select_related("stage__cycle", "organisation", "project")
        found = found.filter(self._alike(user))
        if self.lamp:
            found = found.filter(lamp=self.lamp)
        if self.grade:
            found = found.filter(grade=self.grade)
        if self.least:
            found = found.filter(score__gte=Decimal(self.least))
        if self.most:
            found = found.filter(score__lte=Decimal(self.most))
        if self.warned:
            found = found.filter(
                pk__in=Handling.objects.filter(choice="").exclude(warnings=[]).values("task")
            )
        if self.files:
            from jixiao.web.filings.awaiting import awaiting

            found = found.filter(pk__in=awaiting(user).values("task"))
        if self.q:
            # As subqueries: each name is compared once, not once for every form.
            named = Q(name__icontains=self.q) | Q(
                parent__name__icontains=self.q, parent__kind=Kind.DEPARTMENT
            )
            bodies = Organisation.objects.filter(named).order_by().values("pk")
            projects = Project.objects.filter(name__icontains=self.q).order_by().values("pk")
            found = found.filter(Q(organisation__in=bodies) | Q(project__in=projects))
        return found

    def counting(self, user: User) -> "QuerySet[Tally] | QuerySet[Task]":
        """What the same forms are counted by: rows with ``forms`` (see `tallies.countable`)."""
        if self.lamp or self.warned or self.files or self.q or self.grade or self.least or self.most:
            return one_each(self.apply(user).select_related(None))
        return countable(user).filter(self._alike(user))

    def _alike(self, user: User) -> Q:
        """What forms of one body, stage, state and deadline have alike."""
        condition = Q()
        if self.mine:
            condition &= is_waiting(user)
        if self.stage:
            condition &= Q(stage=int(self.stage))
        if self.under:
            condition &= Q(organisation__in=below([int(self.under)]))
        if self.state:
            condition &= Q(state=self.state)
        if self.due:
            condition &= due(self.due)
        return condition


def _score(words: str) -> str:
    """A score of a filter, or nothing where it is none; no score has more than two decimals in a list."""
    try:
        found = Decimal(words).quantize(Decimal("0.01"))
    except InvalidOperation:
        return ""
    return f"{shortest(found):f}" if found.is_finite() and abs(found) <= MOST else ""


def grades(user: User) -> list[str]:
    """The grades of the forms that the person sees: each place names its own."""
    found = Task.objects.visible_to(user).exclude(grade="").order_by("grade")
    return list(found.values_list("grade", flat=True).distinct())
