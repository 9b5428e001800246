"""What the self-evaluations scored by the rules, of the full score."""

from typing import Final

from django.db.models import BigIntegerField, Count, Sum
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from jixiao.web.dashboards.models import FormScore

WORDS: Final = _("自评按规则复算的得分，占满分")
FITS: Final = ("绩效",)
_FULL: Final = 100_000_000
"""Steps of a full score of 100."""


def measured(bodies: list[int], year: int) -> dict[int, tuple[int, int]]:
    """By body, in whole points."""
    found = (
        FormScore.objects.filter(organisation__in=bodies, fiscal_year=year, percent__isnull=False)
        .values("organisation_id")
        .annotate(part=Sum(Cast("percent", BigIntegerField())), count=Count("pk"))
        .order_by()
    )
    return {one["organisation_id"]: (int(one["part"]), one["count"] * _FULL) for one in found}
