"""Who may what with documents."""

from typing import TYPE_CHECKING

from jixiao.web.cycles.permissions import evaluates
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import BUREAU, BUSINESS, FILING, Role

if TYPE_CHECKING:
    from jixiao.web.documents.models import Document
    from jixiao.web.people.models import User

SEE = holds(*BUSINESS)
UPLOAD = holds(*FILING, *BUREAU) | evaluates
"""The body's own people, the bureau's officers, and evaluators where they are assigned."""
REVIEW_SECRECY = holds(Role.UNIT_REVIEWER, Role.DEPARTMENT_LEAD, *BUREAU)
_OWN = frozenset({*FILING, *BUREAU})


def may_judge(user: "User", document: "Document") -> bool:
    """Whether the person gives verdicts and further versions: an evaluator only in documents of their own."""
    if user.holds(_OWN, document.organisation):
        return True
    return document.uploaded_by_id == user.pk and evaluates.test(user, document.organisation)
