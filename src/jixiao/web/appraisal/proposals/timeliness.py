"""Forms handed in by their deadline, of those that were due."""

from typing import Final

from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models import Task

WORDS: Final = _("按时报送的表，占已到期的表")
FITS: Final = ("绩效管理", "绩效")


def measured(bodies: list[int], year: int) -> dict[int, tuple[int, int]]:
    """By body; a form handed in on the day of the deadline is in time."""
    found = (
        Task.objects.filter(
            organisation__in=bodies, stage__cycle__fiscal_year=year, deadline__lt=timezone.localdate()
        )
        .values("organisation_id")
        .annotate(
            whole=Count("pk"),
            part=Count("pk", filter=Q(submitted_at__isnull=False, submitted_at__date__lte=F("deadline"))),
        )
        .order_by()
    )
    return {one["organisation_id"]: (one["part"], one["whole"]) for one in found}
