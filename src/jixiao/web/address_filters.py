"""The filters of a list, which live in its address, so that it can be shared and exported as it is shown."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from jixiao.web.numbers import whole


@dataclass(frozen=True, slots=True)
class AddressFilters:
    """What an address asks for, a text a filter; a blank asks for all."""

    @classmethod
    def words(
        cls, given: QueryDict, allowed: Mapping[str, Collection[str]], numbers: Collection[str]
    ) -> dict[str, str]:
        """The text of each filter: one of those ``allowed``, of ``numbers`` a whole number, else blank."""
        known = {name: given.get(name, "").strip().replace("\0", "") for name in cls.__dataclass_fields__}
        for name, values in allowed.items():
            if known[name] not in values:
                known[name] = ""
        for name in numbers:
            if whole(known[name]) is None:
                known[name] = ""
        return known

    @property
    def query(self) -> str:
        """For an address."""
        return urlencode({name: value for name, value in asdict(self).items() if value})
