"""自评复核表：部门整体."""

from django.utils.translation import gettext_lazy as _

from jixiao.web.filings.sheets import Sheet
from jixiao.web.filings.sheets._columns import judging_tables

SHEET = Sheet(
    "recheck",
    "department",
    (
        *judging_tables(
            full=False, given=True, grouped=True, words=_("扣分理由"), help_=_("复核得分低于自评得分的必填。")
        ),
    ),
)
