"""The line of the menu."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.navigation import Entry
from jixiao.web.rectifications.permissions import READS

ENTRIES = (Entry("rectifications:demands", _("整改"), READS, order=16, icon="rectification"),)
