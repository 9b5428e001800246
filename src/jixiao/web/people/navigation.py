"""The line of the menu."""

from django.utils.translation import pgettext_lazy

from jixiao.web.navigation import Entry
from jixiao.web.people.views import SEE

ENTRIES = (Entry("people:accounts", pgettext_lazy("several", "账号"), SEE, order=81, icon="people"),)
