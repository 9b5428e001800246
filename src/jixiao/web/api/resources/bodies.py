"""Bodies: the departments and units below the roles of the person."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from ninja import Query, Router

from jixiao.web.api.shapes import REFUSED, Asked, Body, Number, Paged, Words, body, paged
from jixiao.web.organisations.models import Organisation
from jixiao.web.organisations.walking import below
from jixiao.web.paging import page_of
from jixiao.web.people.permissions import holds, needs
from jixiao.web.people.roles import EVERYONE

router = Router(tags=["bodies"])


class Filter(Asked):
    """Which bodies: one with all below it, or by part of a name or code."""

    under: Number | None = None
    q: Words = ""


class InTree(Body):
    """A body with its place in the tree: ``parent`` is the number of the one above, ``kind`` what it is."""

    short_name: str
    kind: str
    parent: int | None
    active: bool


class Bodies(Paged):
    """A page of bodies."""

    results: list[InTree]


@router.get("/bodies", response={200: Bodies, **REFUSED}, url_name="bodies")
@needs(holds(*EVERYONE))
def bodies(request: HttpRequest, asked: Query[Filter]) -> Any:
    """The bodies that the person sees, in the order of their codes."""
    found = Organisation.objects.visible_to(request.user).order_by("position", "code")
    if asked.under is not None:
        found = found.filter(pk__in=below([asked.under]))
    if words := asked.q.strip():
        found = found.filter(
            Q(name__icontains=words) | Q(short_name__icontains=words) | Q(code__icontains=words)
        )
    page = page_of(found, asked.size, str(asked.page))
    return paged(page, asked.page, [_in_tree(one) for one in page])


def _in_tree(one: Organisation) -> dict[str, Any]:
    return {
        **body(one),
        "short_name": one.short_name,
        "kind": one.kind,
        "parent": one.parent_id,
        "active": one.active,
    }
