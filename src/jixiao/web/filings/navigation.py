"""The lines of the menu; the library is of places, and an evaluator, who has forms only, finds none there."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.permissions import READS, SEES_YEARS
from jixiao.web.navigation import Entry

ENTRIES = (
    Entry("filings:progress", _("填报进度"), READS, order=12, icon="progress"),
    Entry("filings:library", _("指标库"), SEES_YEARS, order=14, icon="library"),
)
