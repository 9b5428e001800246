"""The decisions that an address asks for, and how many wait for a person."""

from dataclasses import dataclass

from django.db.models import Q
from django.http import QueryDict

from jixiao.web.address_filters import AddressFilters
from jixiao.web.decisions.models import Decision, Decisions, State
from jixiao.web.decisions.permissions import DECIDES
from jixiao.web.organisations.models import within
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role


@dataclass(frozen=True, slots=True)
class Filters(AddressFilters):
    """What was asked for.

    A blank asks for all; ``way`` is ``follows`` or ``differs``; ``mine`` asks for what the person may
    confirm; ``q`` is part of the name of the body or the project, or of the number of the document.
    """

    state: str = ""
    way: str = ""
    year: str = ""
    mine: str = ""
    q: str = ""

    @classmethod
    def of(cls, given: QueryDict) -> "Filters":
        """Those of an address; what is no filter's value is passed over."""
        allowed = {"state": tuple(State.values), "way": ("follows", "differs"), "mine": ("1",)}
        return cls(**cls.words(given, allowed, ("year",)))

    def apply(self, user: User) -> Decisions:
        """The decisions that the person sees and the filters let through."""
        found = joined(Decision.objects.visible_to(user))
        conditions = (
            (self.state, Q(state=self.state)),
            (self.way, Q(follows=self.way == "follows")),
            (self.year, Q(fiscal_year=self.year)),
            (self.mine, to_confirm(user)),
            (
                self.q,
                Q(organisation__name__icontains=self.q)
                | Q(project__name__icontains=self.q)
                | Q(reference__icontains=self.q),
            ),
        )
        for asked, condition in conditions:
            if asked:
                found = found.filter(condition)
        return found


def joined(found: Decisions) -> Decisions:
    """With the rows that lists name."""
    return found.select_related("organisation", "project", "task__stage", "recorded_by")


def to_confirm(user: User) -> Q:
    """Recorded by somebody else, for the person to confirm."""
    mine = within(user, "organisation", {Role.PERFORMANCE_OFFICER})
    return mine & Q(state=State.RECORDED) & ~Q(recorded_by=user)


def waiting(user: User) -> int:
    """How many wait for the person."""
    if not DECIDES.test(user, None):
        return 0
    return Decision.objects.visible_to(user).filter(to_confirm(user)).count()
