"""The line of the menu."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.dashboards.permissions import SEE
from jixiao.web.navigation import Entry

ENTRIES = (Entry("dashboards:overview", _("总览"), SEE, order=5, icon="chart"),)
