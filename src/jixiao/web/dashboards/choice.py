"""What is asked for: the filters of the address, so that a page can be shared, and the bodies they reach."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest

from jixiao.web.cycles.models import Cycle
from jixiao.web.filings.models import DepartmentYear, Project
from jixiao.web.numbers import whole
from jixiao.web.organisations.models import Kind, Organisation, within
from jixiao.web.organisations.walking import listed
from jixiao.web.people.models import User

LARGE = 200
"""Bodies from which on each block of a page is fetched by itself."""
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

    @classmethod
    def of(cls, request: HttpRequest, department: Organisation | None = None) -> Self:
        """The filters of an address; what makes no sense is left out."""
        years = known_years(request.user)
        asked = whole(request.GET.get("year"))
        year = asked if asked in years else (years[0] if years else 0)
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
    def departments(self) -> dict[int, Organisation]:
        """The departments that are meant, in order."""
        if self.department is not None:
            return {self.department.pk: self.department}
        visible = Organisation.objects.visible_to(self.user).filter(kind=Kind.DEPARTMENT, active=True)
        return {one.pk: one for one in visible.order_by("position", "code")}

    @cached_property
    def department_of(self) -> dict[int, int]:
        """The department of each body: its own, or that above it."""
        found = {pk: pk for pk in self.departments}
        rows = Organisation.objects.filter(kind=Kind.UNIT).values_list("pk", "parent_id")
        above = dict(rows)
        for pk in above:
            up: int | None = pk
            while up is not None and up not in found and up in above:
                up = above[up]
            if up in found:
                found[pk] = found[up]
        return found

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

    @property
    def large(self) -> bool:
        """Whether there is so much that a page should not wait for it."""
        return len(self.bodies) > LARGE

    @property
    def whole(self) -> bool:
        """Whether every body that there is is meant."""
        return self.department is None and self.user.reaches_all(self.user.scopes())

    def reach(self, path: str) -> Q:
        """The condition that the body at ``path`` is one of those meant."""
        if self.department is None:
            return within(self.user, path)
        return Q(**{f"{path}__in": listed(self.bodies)})

    def query(self, **changed: Any) -> str:
        """The address's filters, some of them changed; blank ones are left out."""
        values = {
            "year": self.year or "",
            "department": self.department.pk if self.department else "",
            "lamp": self.lamp,
            "q": self.words,
        } | changed
        return urlencode({name: value for name, value in values.items() if value})


def known_years(user: User) -> list[int]:
    """The years of which the person sees anything, the last first."""
    found = set(Cycle.objects.visible_to(user).values_list("fiscal_year", flat=True))
    found |= set(DepartmentYear.objects.visible_to(user).values_list("fiscal_year", flat=True).distinct())
    if not found:
        found = set(Project.objects.visible_to(user).values_list("fiscal_year", flat=True).distinct())
    return sorted(found, reverse=True)
