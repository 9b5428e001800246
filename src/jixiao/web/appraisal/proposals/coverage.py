"""Projects with indicators, of all projects."""

from typing import Final

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from jixiao.web.filings.models import Indicator, Project

WORDS: Final = _("已设绩效指标的项目，占全部项目")
FITS: Final = ("绩效", "预算编制")


def measured(bodies: list[int], year: int) -> dict[int, tuple[int, int]]:
    """By body."""
    found = (
        Project.objects.filter(organisation__in=bodies, fiscal_year=year, deleted=False)
        .annotate(has=Exists(Indicator.objects.filter(project=OuterRef("pk"))))
        .values("organisation_id")
        .annotate(whole=Count("pk"), part=Count("pk", filter=Q(has=True)))
        .order_by()
    )
    return {one["organisation_id"]: (one["part"], one["whole"]) for one in found}
