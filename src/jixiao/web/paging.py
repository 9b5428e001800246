"""Pages of long lists: which rows are on the page is found without their columns, then those few are read."""

from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)


def page_of(found: "QuerySet[Row]", size: int, number: str | None) -> "Page[Row]":
    """The page of this number, else the nearest; sorting many numbers is cheap, wide rows are not."""
    page = Paginator(
        found.select_related(None).prefetch_related(None).values_list("pk", flat=True), size
    ).get_page(number)
    page.object_list = ordered(found, list(page.object_list))
    return page


def first(found: "QuerySet[Row]", count: int) -> list[Row]:
    """The first rows."""
    numbers = found.select_related(None).prefetch_related(None).values_list("pk", flat=True)[:count]
    return ordered(found, list(numbers))


def ordered(found: "QuerySet[Row]", numbers: list[int]) -> list[Row]:
    """The rows of these numbers in this order."""
    rows = {row.pk: row for row in _bare(found).filter(pk__in=numbers)}
    return [rows[number] for number in numbers if number in rows]


def _bare(found: "QuerySet[Row]") -> "QuerySet[Row]":
    """All rows, with what the list joins to them: who may see them was asked when their numbers were read."""
    bare = found.model._default_manager.order_by()  # noqa: SLF001  # Django's own
    joined = found.query.select_related
    if isinstance(joined, dict):
        bare.query.select_related = joined
    elif joined:
        bare = bare.select_related()
    return bare.prefetch_related(*found._prefetch_related_lookups)  # noqa: SLF001
