"""The line of the menu."""

from django.utils.translation import pgettext_lazy

from jixiao.web.navigation import Entry
from jixiao.web.reports.permissions import SEES_DEPARTMENTS

_NAME = pgettext_lazy("several", "报告")
ENTRIES = (Entry("reports:years", _NAME, SEES_DEPARTMENTS, order=30, icon="report"),)
