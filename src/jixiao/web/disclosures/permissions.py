"""Who looks, who records the bureau's approval, and who records the publication."""

from typing import Final

from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import BUREAU, FILING, Role

READS = holds(*FILING, *BUREAU, Role.AUDITOR)
APPROVERS: Final = frozenset({Role.PERFORMANCE_OFFICER})
APPROVES = holds(*APPROVERS)
"""The bureau approves, so it says when, and which department does not publish."""
PUBLISHERS: Final = frozenset({Role.UNIT_CLERK, Role.DEPARTMENT_LEAD})
PUBLISHES = holds(*PUBLISHERS)
"""Each department publishes its own; a unit's clerk does not reach up to it."""
