"""What is asked for: the filters of the address, so that a page can be shared, and the bodies they reach."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final, Self
from urllib.parse import urlencode

from django.db.models import BigIntegerField, Case, F, Q, When
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from jixiao.web.cycles.models import Cycle, Tally
from jixiao.web.filings.models import DepartmentYear, Project
from jixiao.web.numbers import whole
from jixiao.web.organisations.models import Kind, Organisation, within
from jixiao.web.organisations.walking import listed
from jixiao.web.people.models import User

LAMPS = ("red", "yellow", "green", "none")


@dataclass
class Choice:
    """The filters, checked: a year that there is, a department that the person sees."""

    user: User
    year: int
    department: Organisation | None = None
    lamp: str = ""
    words: str = ""
    years: list[int] = field(default_factory=list)
    read: dict[str, Any] = field(default_factory=dict)
    """What several tables of a page are made of, by its name."""

    @classmethod
    def of(cls, request: HttpRequest, department: Organisation | None = None) -> Self:
        """The filters of an address; what makes no sense is left out."""
        years = known_years(request.user)
        asked = whole(request.GET.get("year"))
        year = asked if asked in years else _first(request.user, years)
        if department is None and (number := whole(request.GET.get("department"))) is not None:
            visible = Organisation.objects.visible_to(request.user).filing()
            department = visible.filter(pk=number).first()
        lamp = request.GET.get("lamp", "")
        return cls(
            request.user,
            year,
            department,
            lamp if lamp in LAMPS else "",
            request.GET.get("q", "").strip()[:60],
            years,
        )

    @cached_property
    def today(self) -> date:
        """The day that decides what is late, the same for the whole page."""
        return timezone.localdate()

    @cached_property
    def departments(self) -> dict[int, Organisation]:
        """The departments that are meant, in order."""
        if self.department is not None:
            return {self.department.pk: self.department}
        visible = Organisation.objects.visible_to(self.user).filter(kind=Kind.DEPARTMENT, active=True)
        return {one.pk: one for one in visible.order_by("position", "code")}

    def department_at(self, place: int | None) -> int | None:
        """The department that counts what is at this `place`; None where it is none of those meant."""
        if self.department is not None:
            return self.department.pk
        while place is not None and place not in self.departments:
            place = self._above_units.get(place)
        return place

    @cached_property
    def _above_units(self) -> dict[int, int | None]:
        """What is above each unit that has units below it."""
        found = Organisation.objects.filter(kind=Kind.UNIT, children__kind=Kind.UNIT)
        return dict(found.order_by().values_list("pk", "parent_id").distinct())

    @cached_property
    def rulebook(self) -> str:
        """The rulebook whose limits count: the department's, else that of the first body the person sees."""
        if self.department is not None:
            return self.department.rules()
        tops = self.user.scopes()
        return tops[0].rules() if tops else "cn"

    @cached_property
    def bodies(self) -> list[int]:
        """The numbers of the bodies meant, read once for all tables of a page."""
        found = Organisation.objects.visible_to(self.user)
        if self.department is not None:
            below = Organisation.objects.descendants(self.department, include_self=True).values("pk")
            found = found.filter(pk__in=below)
        return list(found.order_by().values_list("pk", flat=True))

    def reach(self, path: str) -> Q:
        """The condition that the body at ``path`` is one of those meant."""
        if self.department is None:
            return within(self.user, path)
        return Q(**{f"{path}__in": listed(self.bodies)})

    def link(self, department: int) -> str:
        """The page of a department with the same filters; looked up once for hundreds."""
        return self._department_page.format(department)

    @cached_property
    def _department_page(self) -> str:
        address = reverse("dashboards:department", args=[0]).replace("/0/", "/{}/")
        return f"{address}?{self.query(department='')}"

    def query(self, **changed: Any) -> str:
        """The address's filters, some of them changed; blank ones are left out."""
        values = {
            "year": self.year or "",
            "department": self.department.pk if self.department else "",
            "lamp": self.lamp,
            "q": self.words,
        } | changed
        return urlencode({name: value for name, value in values.items() if value})


PLACE: Final = Case(
    When(organisation__kind=Kind.UNIT, then=F("organisation__parent")),
    default=F("organisation"),
    output_field=BigIntegerField(),
)
"""What rows of bodies are summed by: the body above of a unit, else the body; mostly the department."""


def place(body: Organisation) -> int | None:
    """`PLACE` of a body."""
    return body.parent_id if body.kind == Kind.UNIT else body.pk


def known_years(user: User) -> list[int]:
    """The years of which the person sees anything, the last first."""
    opened = Cycle.objects.visible_to(user).order_by().values_list("fiscal_year", flat=True)
    stored = DepartmentYear.objects.visible_to(user).order_by().values_list("fiscal_year", flat=True)
    found = set(opened.union(stored))
    if not found:
        found = set(Project.objects.visible_to(user).values_list("fiscal_year", flat=True).distinct())
    return sorted(found, reverse=True)


def _first(user: User, years: list[int]) -> int:
    """The newest year with forms, else the newest: one that is only being prepared has nothing to show."""
    seen = Tally.objects.visible_to(user)
    with_forms = (one for one in years if seen.filter(stage__cycle__fiscal_year=one).exists())
    return next(with_forms, years[0] if years else 0)
