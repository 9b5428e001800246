"""Where a role can be held, and beside which others: for one that is given and for many from a workbook."""

from collections.abc import Set as AbstractSet

from django.utils.translation import gettext as _

from jixiao.web.organisations.models import Kind
from jixiao.web.people.roles import ADMINISTRATORS, BUREAU, FILING, exclude


def objection(role: str, kind: str, held: AbstractSet[str]) -> str | None:
    """Why this role may not be given at a body of the kind to who holds these; None where nothing objects."""
    if exclude(set(held), role):
        return _("系统、安全、审计三员须由不同的人担任，且不兼任业务角色。")
    if role in BUREAU and kind != Kind.BUREAU:
        return _("这个角色只能设在财政部门。")
    if role in FILING and kind not in {Kind.DEPARTMENT, Kind.UNIT}:
        return _("这个角色只能设在部门或单位。")
    if role in ADMINISTRATORS and kind != Kind.JURISDICTION:
        return _("管理员只能设在地区。")
    return None
