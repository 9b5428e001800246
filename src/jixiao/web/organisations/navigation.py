"""The line of the menu."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.navigation import Entry
from jixiao.web.organisations.views import SEE

ENTRIES = (Entry("organisations:tree", _("组织"), SEE, order=80, icon="organisation"),)
