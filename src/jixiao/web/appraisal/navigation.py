"""The line of the menu."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.appraisal.permissions import SEES
from jixiao.web.navigation import Entry

ENTRIES = (Entry("appraisal:appraisals", _("工作考核"), SEES, order=40, icon="medal"),)
