"""What every role is answered at an address, with the sample rows: asked once for all tests that want to know."""

from django.http import HttpResponse
from tests.web.addresses import Address
from tests.web.support import HERE, County, signed_in

from jixiao.web.people.roles import Role

EVERYBODY = ("", *map(str, Role))
_KNOWN: dict[str, dict[str, HttpResponse]] = {}


def answered(address: Address, county: County) -> dict[str, HttpResponse]:
    """The answers by role, without what was streamed; they follow from the county as it was made, and from nothing else.

    One that breaks the page raises here, in each test that asks.
    """
    if address.name not in _KNOWN:
        path = address.at(HERE)
        _KNOWN[address.name] = {role: _kept(signed_in(county.people[role]).get(path)) for role in EVERYBODY}
    return _KNOWN[address.name]


def _kept(answer: HttpResponse) -> HttpResponse:
    """Without the request, the person and the rows that hang on it."""
    content = b"" if answer.streaming else answer.content
    return HttpResponse(content, status=answer.status_code, headers=dict(answer.headers))
