"""The line of the menu."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.navigation import Entry
from jixiao.web.reports.permissions import SEES_DEPARTMENTS

ENTRIES = (Entry("reports:years", _("报告"), SEES_DEPARTMENTS, order=30, icon="report"),)
