"""The line of the menu."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.documents.permissions import SEE
from jixiao.web.navigation import Entry

ENTRIES = (Entry("documents:documents", _("检查文件"), SEE, order=50, icon="document"),)
