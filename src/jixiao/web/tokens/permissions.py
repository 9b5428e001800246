"""Who may have tokens, and who may revoke those of others."""

from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import EVERYONE, Role

HAS = holds(*EVERYONE - {Role.AUDITOR})
"""Whoever works with the site; who only reads makes nothing, also no token."""
REVOKES = holds(Role.SYSTEM_ADMINISTRATOR)
"""Of others: whoever may deactivate their accounts."""
