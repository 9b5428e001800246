"""Who decides, and who looks."""

from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import BUREAU, FILING, Role

READS = holds(*FILING, *BUREAU, Role.AUDITOR)
DECIDES = holds(Role.PERFORMANCE_OFFICER)
"""Records, confirms what somebody else recorded, and withdraws."""
