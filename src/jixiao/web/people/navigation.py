"""The line of the menu."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.navigation import Entry
from jixiao.web.people.views import SEE

ENTRIES = (Entry("people:accounts", _("账号"), SEE, order=81, icon="people"),)
