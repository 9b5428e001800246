"""The roles: those who work on forms, and three administrators apart from them and from each other."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person is at a body."""

    UNIT_CLERK = "unit_clerk", _("单位经办人")
    UNIT_REVIEWER = "unit_reviewer", _("单位审核人")
    DEPARTMENT_LEAD = "department_lead", _("部门负责人")
    LINE_OFFICER = "line_officer", _("财政业务股室")
    PERFORMANCE_OFFICER = "performance_officer", _("财政绩效股室")
    EVALUATOR = "evaluator", _("评价人员")
    AUDITOR = "auditor", _("审计查阅")
    SYSTEM_ADMINISTRATOR = "system_administrator", _("系统管理员")
    SECURITY_ADMINISTRATOR = "security_administrator", _("安全管理员")
    AUDIT_ADMINISTRATOR = "audit_administrator", _("审计管理员")


ADMINISTRATORS = frozenset({Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR})
BUREAU = frozenset({Role.LINE_OFFICER, Role.PERFORMANCE_OFFICER})
FILING = frozenset({Role.UNIT_CLERK, Role.UNIT_REVIEWER, Role.DEPARTMENT_LEAD})
BUSINESS = BUREAU | FILING | {Role.EVALUATOR, Role.AUDITOR}
EVERYONE = BUSINESS | ADMINISTRATORS


def exclude(held: set[str], new: str) -> bool:
    """Whether a role may not be given beside those held: administrators hold nothing else (三员分立)."""
    return any(role != new for role in held) and bool((held | {new}) & ADMINISTRATORS)
