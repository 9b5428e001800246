"""绩效评价表：项目."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.filings.sheets import Sheet
from jixiao.web.filings.sheets._columns import judged_project, judging_tables

SHEET = Sheet(
    "evaluation",
    "project",
    (judged_project(), *judging_tables(full=True, given=False, grouped=False, words=_("评价意见"))),
)
