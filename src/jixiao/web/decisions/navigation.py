"""The line of the menu."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.decisions.permissions import READS
from jixiao.web.navigation import Entry

ENTRIES = (Entry("decisions:decisions", _("结果应用"), READS, order=34, icon="decision"),)
