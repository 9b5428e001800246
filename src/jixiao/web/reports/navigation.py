"""The line of the menu."""

from django.utils.translation import pgettext_lazy

from jixiao.web.navigation import Entry
from jixiao.web.reports.permissions import SEES_DEPARTMENTS

ENTRIES = (Entry("reports:years", pgettext_lazy("several", "报告"), SEES_DEPARTMENTS, order=30, icon="report"),)
