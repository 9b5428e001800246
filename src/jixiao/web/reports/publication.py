"""The way of a final report to the public: reviewed for secrecy, published, withdrawn or corrected."""

from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from jixiao.web.organisations.models import Organisation
from jixiao.web.reports.models import OfPaper

if TYPE_CHECKING:
    from jixiao.web.reports.models import Papers


class PublicationState(models.TextChoices):
    """How far a final report is on its way; a step says to which state it led."""

    PENDING = "pending", _("待保密审查")
    PASSED = "passed", _("审查通过，待公开")
    REFUSED = "refused", _("保密审查未通过")
    PUBLISHED = "published", _("已公开")
    WITHDRAWN = "withdrawn", _("已撤回")
    CORRECTED = "corrected", _("已更正")
    VOID = "void", _("作废")


class PublicationStep(models.Model):
    """One step of a frozen report, never changed afterwards; the one with the highest ``number`` holds.

    ``words`` is the opinion or the reason; ``day`` and ``where`` say when and where it was published.
    """

    paper = models.ForeignKey("reports.Paper", on_delete=models.PROTECT, related_name="publication_steps")
    number = models.PositiveIntegerField()
    state = models.CharField(_("公开状态"), max_length=10, choices=PublicationState)
    words = models.CharField(_("意见或原因"), max_length=500, blank=True)
    day = models.DateField(_("公开日期"), null=True, blank=True)
    where = models.CharField(_("网址或渠道"), max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = OfPaper.as_manager()

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("paper", "number"), name="one_publication_step_once"),)
        verbose_name = _("公开记录")

    def place(self) -> Organisation:
        """The department."""
        return self.paper.year.organisation


OUT: Final = (PublicationState.PUBLISHED, PublicationState.WITHDRAWN, PublicationState.CORRECTED)
"""States of a report that the public has seen: they stand even where its form is opened again."""


def with_publication(papers: "Papers") -> "Papers":
    """Reports with ``publication``: the `PublicationState` of a final one; of a draft it means nothing."""
    steps = PublicationStep.objects.filter(paper=OuterRef("pk")).order_by("-number")
    latest = Coalesce(Subquery(steps.values("state")[:1]), Value(PublicationState.PENDING.value))
    void = Q(lifted_at__isnull=False) & ~Q(latest_step__in=[one.value for one in OUT])
    state = Case(When(void, then=Value(PublicationState.VOID.value)), default=F("latest_step"))
    return papers.alias(latest_step=latest).annotate(publication=state)
