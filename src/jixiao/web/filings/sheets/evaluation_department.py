"""绩效评价表：部门整体."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.filings.sheets import Sheet
from jixiao.web.filings.sheets._columns import judging_tables

SHEET = Sheet(
    "evaluation", "department", (*judging_tables(full=True, given=False, grouped=False, words=_("评价意见")),)
)
