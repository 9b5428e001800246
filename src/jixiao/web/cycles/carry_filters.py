"""Which projects of the year before a page lists, by what its address says."""

from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from jixiao.core.dossier.projects import Origin
from jixiao.web.cycles.carrying import Past, PastYear
from jixiao.web.numbers import whole


@dataclass(frozen=True, slots=True)
class CarryFilters:
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
        known = {name: given.get(name, "").strip().replace("\0", "") for name in cls.__dataclass_fields__}
        allowed = {"origin": [one.value for one in Origin], "lasts": ["1"], "able": ["yes", "no"]}
        for name, values in allowed.items():
            if known[name] not in values:
                known[name] = ""
        if whole(known["under"]) is None:
            known["under"] = ""
        return cls(**known)

    @property
    def query(self) -> str:
        """For an address."""
        return urlencode({name: value for name, value in asdict(self).items() if value})

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
