"""What an account has to do before it may do anything else: change its password, set up a second factor."""

from datetime import timedelta
from typing import TYPE_CHECKING

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.web.people.roles import ADMINISTRATORS

if TYPE_CHECKING:
    from jixiao.web.people.models import User


def comes_first(user: "User", *, outside: bool) -> tuple[str, str] | None:
    """The name of the page that comes first, and why; None where nothing does.

    ``outside``: the person logged in at the office's own directory, and knows no password of ours.
    """
    if not outside:
        oldest = timezone.now() - timedelta(days=settings.PASSWORD_DAYS)
        if user.must_change_password:
            return "account_change_password", _("首次登录请先修改口令。")
        if settings.PASSWORD_DAYS and (user.password_changed_at or user.date_joined) < oldest:
            return "account_change_password", _("口令已到期，请修改。")
    wanted = settings.TOTP_FOR_ADMINISTRATORS and user.roles() & ADMINISTRATORS
    if (wanted or user.must_add_factor) and not is_mfa_enabled(user):
        if wanted:
            return "mfa_activate_totp", _("管理员登录须启用动态口令。")
        return "mfa_activate_totp", _("动态口令已由安全管理员重置，请重新启用。")
    return None
