"""The line of the menu."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.disclosures.permissions import READS
from jixiao.web.navigation import Entry

ENTRIES = (Entry("disclosures:disclosures", _("预决算公开"), READS, order=32, icon="publication"),)
