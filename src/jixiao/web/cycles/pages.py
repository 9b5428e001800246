"""Pages of long lists of forms: which bodies' forms are on a page follows from the numbers of forms."""

from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.db.models import Q, Sum

from jixiao.web.cycles.models.tallies import Tally
from jixiao.web.paging import ordered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from jixiao.web.cycles.models import Task


def forms(counting: "QuerySet[Tally] | QuerySet[Task]") -> int:
    """How many forms there are of what counts them."""
    return int(counting.order_by().aggregate(all=Sum("forms"))["all"] or 0)


def page_of_forms(
    found: "QuerySet[Task]", counting: "QuerySet[Tally] | QuerySet[Task]", size: int, number: str | None
) -> "Page[Task]":
    """The page of this number, else the nearest, in the order of forms: deadline, body, number.

    ``counting`` are the rows by which the same forms are counted.
    """
    page = Paginator(range(forms(counting)), size).get_page(number)
    on_page = _numbers(found, counting, page.object_list)
    page.object_list = ordered(found, on_page)
    return page


def _numbers(
    found: "QuerySet[Task]", counting: "QuerySet[Tally] | QuerySet[Task]", places: "Sequence[int]"
) -> list[int]:
    """The numbers of the forms at these places."""
    bare = found.select_related(None).values_list("pk", flat=True)
    if not places:
        return []
    if counting.model is not Tally:
        return list(bare[places[0] : places[-1] + 1])
    groups = (
        counting.order_by("deadline", "organisation__position", "organisation__code")
        .values_list("deadline", "organisation")
        .annotate(all=Sum("forms"))
    )
    before, first, here = 0, None, Q(pk__in=())
    for deadline, body, count in groups[: places[-1] + 1]:  # each group has a form at least
        if before <= places[-1] and before + count > places[0]:
            first = before if first is None else first
            here |= Q(deadline=deadline, organisation=body)
        before += count
    skipped = places[0] - (first or 0)
    return list(bare.filter(here)[skipped : skipped + len(places)])
