"""Who demands, who answers, and who may look."""

from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import BUREAU, FILING, Role
from jixiao.web.rectifications.models import ROLES_OF, Demand, Office

READS = holds(*FILING, *BUREAU, Role.AUDITOR)
ISSUES = holds(*(FILING | BUREAU) - {Role.UNIT_CLERK})
"""At the door and for the body; `may_issue_as` and `issued` decide about the demand."""
ANSWERS = holds(Role.UNIT_CLERK)


def office_of(user: User, body: Organisation) -> Office | None:
    """As what the person may issue a demand to the body: the highest office held there, else None."""
    for office, roles in ROLES_OF.items():
        if user.holds(roles, body):
            return Office(office)
    return None


def issued(user: User, demand: Demand) -> bool:
    """Whether the person holds a role of the office that issued the demand."""
    return user.holds(ROLES_OF[demand.office], demand.organisation)


def seat_of(user: User, office: str) -> Organisation:
    """The body that the person speaks for in this office: where the role is held."""
    for one in user.held():
        if one.role in ROLES_OF[office]:
            return one.organisation
    return user.organisation
