"""Forms that were never given back, of those handed in."""

from typing import Final

from django.db.models import Exists, OuterRef
from django.db.models.aggregates import Count
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models import Move, Task

WORDS: Final = _("一次通过、未被退回的表，占已报送的表")
FITS: Final = ("绩效",)


def measured(bodies: list[int], year: int) -> dict[int, tuple[int, int]]:
    """By body."""
    returns = Move.objects.filter(task=OuterRef("pk"), verb="return")
    found = (
        Task.objects.filter(
            organisation__in=bodies, stage__cycle__fiscal_year=year, submitted_at__isnull=False
        )
        .annotate(was_returned=Exists(returns))
        .values("organisation_id", "was_returned")
        .annotate(count=Count("pk"))
        .order_by()
    )
    made: dict[int, tuple[int, int]] = {}
    for one in found:
        part, whole = made.get(one["organisation_id"], (0, 0))
        good = 0 if one["was_returned"] else one["count"]
        made[one["organisation_id"]] = (part + good, whole + one["count"])
    return made
