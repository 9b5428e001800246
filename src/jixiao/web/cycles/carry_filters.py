"""Which projects of the year before a page lists, by what its address says."""

from dataclasses import dataclass

from django.http import QueryDict

from jixiao.core.dossier.projects import Origin
from jixiao.web.address_filters import AddressFilters
from jixiao.web.cycles.carrying import Past, PastYear


@dataclass(frozen=True, slots=True)
class CarryFilters(AddressFilters):
    """What was asked for; a blank asks for all.

    ``under`` is a body with all below it, ``q`` part of the project's name or code, ``lasts`` asks for those
    that go on, ``able`` is ``yes`` for those that may come and ``no`` for the others.
    """

    under: str = ""
    q: str = ""
    origin: str = ""
    lasts: str = ""
    able: str = ""

    @classmethod
    def of(cls, given: QueryDict) -> "CarryFilters":
        """Those of an address; what is no filter's value is passed over."""
        allowed = {"origin": [one.value for one in Origin], "lasts": ["1"], "able": ["yes", "no"]}
        return cls(**cls.words(given, allowed, ("under",)))

    def apply(self, year: PastYear) -> list[Past]:
        """The projects that they let through."""
        under = year.below(int(self.under)) if self.under else year.bodies.keys()
        return [one for one in year.all() if one.project.organisation_id in under and self._passes(one)]

    def _passes(self, one: Past) -> bool:
        words = self.q.casefold()
        return (
            (not words or words in one.project.name.casefold() or words in one.project.code.casefold())
            and (not self.origin or one.project.origin == self.origin)
            and (not self.lasts or one.lasts)
            and (not self.able or (self.able == "no") == bool(one.barred))
        )
