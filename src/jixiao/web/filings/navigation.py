"""The lines of the menu."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.permissions import READS
from jixiao.web.navigation import Entry

ENTRIES = (
    Entry("filings:progress", _("填报进度"), READS, order=12, icon="progress"),
    Entry("filings:library", _("指标库"), READS, order=14, icon="library"),
)
