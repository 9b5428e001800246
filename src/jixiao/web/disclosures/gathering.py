"""The lines of many departments, in as many queries for many as for one."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from jixiao.web.cycles.models import Cycle
from jixiao.web.disclosures.models import Disclosure, DisclosureKind
from jixiao.web.disclosures.publishing import by_reports
from jixiao.web.disclosures.standing import Line
from jixiao.web.disclosures.terms import Term, term_of
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.organisations.walking import above
from jixiao.web.people.models import User
from jixiao.web.rulebooks import usable_rules_of


def lines(user: User, year: int | None = None) -> list[Line]:
    """Every department that the person sees, for every year of its place or of which something was recorded.

    With ``year`` those of this year alone.

    The accounts of a year are approved in the next one at the earliest: before, there is no line of them.
    """
    today = timezone.localdate()
    stored = Disclosure.objects.visible_to(user)
    records = {one.key: one for one in (stored if year is None else stored.filter(fiscal_year=year))}
    visible = Organisation.objects.visible_to(user).filter(kind=Kind.DEPARTMENT)
    departments = {one.pk: one for one in visible.order_by("position", "code")}
    place = _Places(departments.values())
    years = place.years()
    wanted = {
        (number, opened, kind.value)
        for number, one in departments.items()
        if one.active
        for opened in years[number]
        for kind in DisclosureKind
        if year in {None, opened} and (kind == DisclosureKind.BUDGET or opened < today.year)
    }
    order = {number: at for at, number in enumerate(departments)}
    keys = sorted(
        wanted | set(records),
        key=lambda key: (-key[1], key[2] == DisclosureKind.BUDGET, order.get(key[0], -1)),
    )
    found = (
        records.get(key) or Disclosure(organisation_id=key[0], fiscal_year=key[1], kind=key[2])
        for key in keys
        if key[0] in departments
    )
    return _made(found, departments, place, today)


def lines_of(records: Iterable[Disclosure]) -> list[Line]:
    """The lines of these records, in their order; each has its ``organisation``."""
    known = list(records)
    departments = {one.organisation_id: one.organisation for one in known}
    return _made(known, departments, _Places(departments.values()), timezone.localdate())


def _made(
    records: Iterable[Disclosure], departments: dict[int, Organisation], place: "_Places", today: date
) -> list[Line]:
    stored = DepartmentYear.objects.filter(organisation__in=list(departments))
    rulebooks = {(body, year): key for body, year, key in stored.values_list(
        "organisation_id", "fiscal_year", "rulebook"
    )}  # fmt: skip
    reports = by_reports(departments)
    terms: dict[tuple[str, int, str], Term | None] = {}
    made = []
    for one in records:
        key = rulebooks.get((one.organisation_id, one.fiscal_year)) or place.rulebook(one.organisation_id)
        rule = key, one.fiscal_year, one.kind
        if rule not in terms:
            terms[rule] = term_of(usable_rules_of(key, one.fiscal_year), one.kind)
        term = terms[rule]
        made.append(Line(departments[one.organisation_id], one, term, today, reports.get(one.key)))
    return made


class _Places:
    """The bodies above departments: whose rules apply to each, and whose years are its own."""

    def __init__(self, departments: Iterable[Organisation]) -> None:
        self._known = {one.pk: one for one in departments}
        self._own = list(self._known)
        missing = set(above(*self._own)) - set(self._known) if self._own else set()
        self._known |= {one.pk: one for one in Organisation.objects.filter(pk__in=missing).order_by()}

    def path(self, number: int) -> list[Organisation]:
        """The body and those above it, the nearest first."""
        found: list[Organisation] = []
        at: Organisation | None = self._known.get(number)
        while at is not None:
            found.append(at)
            at = self._known.get(at.parent_id or 0)
        return found

    def rulebook(self, number: int) -> str:
        """As `Organisation.rules`."""
        return next((one.rulebook for one in self.path(number) if one.rulebook), "cn")

    def years(self) -> dict[int, set[int]]:
        """The years that the nearest jurisdictions of each opened."""
        opened: dict[int, set[int]] = {}
        for place, year in Cycle.objects.order_by().values_list("jurisdiction_id", "fiscal_year"):
            opened.setdefault(place, set()).add(year)
        return {
            number: set().union(*(opened.get(one.pk, set()) for one in self.path(number)))
            for number in self._own
        }
