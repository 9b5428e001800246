"""Who appraises, and who may look."""

from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import BUREAU, Role

MANAGES = holds(Role.PERFORMANCE_OFFICER)
REVIEWS = holds(*BUREAU)
"""At the door; nobody reviews what they decided themselves (`moving.second`)."""
SEES_UNPUBLISHED = holds(*BUREAU, Role.AUDITOR)
SEES = holds(*BUREAU, Role.AUDITOR, Role.DEPARTMENT_LEAD)
"""A department's lead sees the department's own marks and rank when they are published."""
