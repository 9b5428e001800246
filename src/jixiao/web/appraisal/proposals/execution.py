"""What was spent, of the budget."""

from typing import Final

from django.db.models import BigIntegerField, Sum
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from jixiao.web.filings.models import Project

WORDS: Final = _("项目全年执行数，占全年预算数（元）")
FITS: Final = ("执行",)


def measured(bodies: list[int], year: int) -> dict[int, tuple[int, int]]:
    """By body, in 分; projects of which either is unknown stay out."""
    known = Project.objects.filter(
        organisation__in=bodies,
        fiscal_year=year,
        deleted=False,
        outturn__isnull=False,
        revised_budget__isnull=False,
    )
    found = (
        known.values("organisation_id")
        .annotate(
            part=Sum(Cast("outturn", BigIntegerField())), whole=Sum(Cast("revised_budget", BigIntegerField()))
        )
        .order_by()
    )
    return {one["organisation_id"]: (int(one["part"]), int(one["whole"])) for one in found}
