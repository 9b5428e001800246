"""The line of the menu."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.audit.views import SEE
from jixiao.web.navigation import Entry

ENTRIES = (Entry("audit:log", _("审计日志"), SEE, order=90, icon="log"),)
