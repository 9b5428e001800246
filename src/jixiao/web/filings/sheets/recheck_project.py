"""自评复核表：项目."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.filings.sheets import Sheet
from jixiao.web.filings.sheets._columns import judged_project, judging_tables

SHEET = Sheet(
    "recheck",
    "project",
    (
        judged_project(),
        *judging_tables(
            full=False, given=True, grouped=True, words=_("扣分理由"), help_=_("复核得分低于自评得分的必填。")
        ),
    ),
)
