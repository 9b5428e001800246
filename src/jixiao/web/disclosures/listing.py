"""The disclosures that an address asks for, and what waits for a person."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from jixiao.web.address_filters import AddressFilters
from jixiao.web.disclosures import gathering
from jixiao.web.disclosures.models import Disclosure, DisclosureKind
from jixiao.web.disclosures.permissions import PUBLISHERS
from jixiao.web.disclosures.standing import OPEN, OUT, Line, Standing
from jixiao.web.organisations.models import Organisation, within
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class Filters(AddressFilters):
    """What was asked for.

    A blank asks for all; ``state`` is a `Standing`, or ``out`` for whatever is published; ``due`` is
    ``late`` or ``soon``; ``mine`` asks for what the person has to publish, ``own`` for what departments
    recorded in place of the bureau; ``under`` is a body with all below it; ``q`` is part of the name of the
    department or of the number of the approval.
    """

    state: str = ""
    kind: str = ""
    year: str = ""
    due: str = ""
    mine: str = ""
    own: str = ""
    under: str = ""
    q: str = ""

    @classmethod
    def of(cls, given: QueryDict) -> "Filters":
        """Those of an address; what is no filter's value is passed over."""
        allowed = {
            "state": ("out", *Standing.values),
            "kind": tuple(DisclosureKind.values),
            "due": ("late", "soon"),
            "mine": ("1",),
            "own": ("1",),
        }
        return cls(**cls.words(given, allowed, ("year", "under")))

    def apply(self, user: User, lines: Iterable[Line]) -> list[Line]:
        """Those of the lines that the filters let through."""
        mine = publishes(user) if self.mine else set()
        under = _below(user, int(self.under)) if self.under else set()
        words = self.q.casefold()

        def fits(one: Line) -> bool:
            record = one.record
            return all((
                not self.state
                or (one.standing in OUT if self.state == "out" else one.standing == self.state),
                not self.kind or record.kind == self.kind,
                not self.year or record.fiscal_year == int(self.year),
                not self.due or (one.late if self.due == "late" else one.soon),
                not self.mine or (one.standing in OPEN and one.department.pk in mine),
                not self.own or bool(one.own_words),
                not self.under or one.department.pk in under,
                not words or words in f"{one.department.name} {record.approval_number}".casefold(),
            ))  # fmt: skip

        return [one for one in lines if fits(one)]


def publishes(user: User) -> set[int]:
    """The bodies for which the person records a publication."""
    found = Organisation.objects.filter(within(user, "pk", PUBLISHERS))
    return set(found.order_by().values_list("pk", flat=True)) if user.holds(PUBLISHERS) else set()


def _below(user: User, number: int) -> set[int]:
    visible = Organisation.objects.visible_to(user)
    found = visible.filter(pk__in=Organisation.objects.descendants(number, include_self=True).values("pk"))
    return set(found.order_by().values_list("pk", flat=True))


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the person has to publish, the most urgent first; how many that they see are due soon or late."""

    mine: Sequence[Line] = ()
    soon: int = 0
    late: int = 0

    @property
    def any(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.mine or self.soon or self.late)


def waiting(user: User) -> Waiting:
    """Asked of what is approved and not recorded as published: few rows, whatever is stored."""
    stored = Disclosure.objects.visible_to(user).filter(
        approved_on__isnull=False, published_on=None, exempt_reason=""
    )
    lines = gathering.lines_of(stored.select_related("organisation"))
    found = [one for one in lines if one.standing in OPEN]  # some are reports, and out
    own = publishes(user) if found else set()
    mine = [one for one in found if one.department.pk in own]
    mine.sort(key=lambda one: (one.due is None, one.due or one.today, one.department.pk, one.record.kind))
    return Waiting(mine, sum(one.soon for one in found), sum(one.late for one in found))


def counted(lines: Iterable[Line]) -> dict[str, int]:
    """How many there are of each `Standing`, of all, of those published, and of what departments recorded."""
    known = list(lines)
    found = Counter(one.standing.value for one in known)
    return {
        **{one: found[one] for one in Standing.values},
        "all": sum(found.values()),
        "out": sum(found[one.value] for one in OUT),
        "own": sum(bool(one.own_words) for one in known),
    }
