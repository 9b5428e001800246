"""Who looks, who records the approval and what does not apply, and who records the publication."""

from typing import Final

from jixiao.web.disclosures.models import Disclosure, Recorder
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import BUREAU, FILING, Role

READS = holds(*FILING, *BUREAU, Role.AUDITOR)
APPROVERS: Final = frozenset({Role.PERFORMANCE_OFFICER})
APPROVES = holds(*APPROVERS)
"""The bureau, which approves: it records of many at once, and corrects what departments recorded."""
PUBLISHERS: Final = frozenset({Role.UNIT_CLERK, Role.DEPARTMENT_LEAD})
PUBLISHES = holds(*PUBLISHERS)
"""Each department publishes its own; a unit's clerk does not reach up to it."""
RECORDERS: Final = APPROVERS | PUBLISHERS
RECORDS = holds(*RECORDERS)
"""The department holds the document by which the bureau approved, so it knows the day as well."""
EXEMPTS = holds(*APPROVERS, Role.DEPARTMENT_LEAD)
"""What is classified the department decides, and its lead answers for it."""


def may_correct(user: User, record: Disclosure) -> bool:
    """Whether the person corrects its approval: the bureau any, the department what it recorded itself."""
    own = record.approved_by == Recorder.DEPARTMENT and RECORDS.test(user, record.organisation)
    return APPROVES.test(user, record.organisation) or own


def may_lift(user: User, record: Disclosure) -> bool:
    """Whether the person takes back that it does not apply, as `may_correct`."""
    own = record.exempt_by == Recorder.DEPARTMENT and EXEMPTS.test(user, record.organisation)
    return APPROVES.test(user, record.organisation) or own


def recorder(user: User, body: Organisation) -> Recorder:
    """For whom the person records something of the department."""
    return Recorder(Recorder.BUREAU if APPROVES.test(user, body) else Recorder.DEPARTMENT)
