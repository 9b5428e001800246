"""The first line of the menu."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.navigation import Entry
from jixiao.web.people.permissions import ANYONE

ENTRIES = (Entry("home", _("今日"), ANYONE, order=0, icon="home"),)
