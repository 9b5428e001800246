"""The lines of the menu."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jixiao.web.cycles.permissions import READS, SEES_YEARS
from jixiao.web.navigation import Entry

ENTRIES = (
    Entry("cycles:tasks", pgettext_lazy("several", "表单"), READS, order=10, icon="form"),
    Entry("cycles:cycles", _("年度工作"), SEES_YEARS, order=20, icon="cycle"),
)
