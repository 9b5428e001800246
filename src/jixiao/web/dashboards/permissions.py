"""Who sees the dashboards: the finance bureau's officers and the auditor, each for their own departments."""

from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import BUREAU, Role

SEE = holds(*BUREAU, Role.AUDITOR)
SCORES_AGAIN = holds(*BUREAU)
