"""What allauth asks about this site: nobody signs up by himself, accounts are given."""

import logging
from typing import Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jixiao.web.people.encryption import UnreadableSecretError, decrypted, encrypted
from jixiao.web.people.models import User
from jixiao.web.people.outer import account_name

UNREADABLE: Final = "unreadable_factor"
_LOG: Final = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the system administrator."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("这个账号已停用。"),
        "enter_current_password": _("现在的口令不对。"),
        "incorrect_code": _("数字不对，请看应用上当前显示的六位数字。"),
        "incorrect_password": _("口令不对。"),
        "rate_limited": _("操作太频繁，请稍后再试。"),
        "too_many_login_attempts": _("登录失败次数太多，请稍后再试。"),
        "username_password_mismatch": _("账号或口令不对。"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Home, where the day's work is."""
        return reverse("home")

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """No mail leaves a closed network."""


class MfaAdapter(DefaultMFAAdapter):
    """Our words; secrets are kept encrypted."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("数字不对，请看应用上当前显示的六位数字。"),
        UNREADABLE: _("这个账号的动态口令读不出来，因为服务器的签名密钥已更换。请安全管理员重置动态口令。"),
    }

    def encrypt(self, text: str) -> str:
        """For the database."""
        return encrypted(text)

    def decrypt(self, encrypted_text: str) -> str:
        """From the database.

        Raises:
            ValidationError: an installation with another secret encrypted it (code `UNREADABLE`).
        """
        try:
            return decrypted(encrypted_text)
        except UnreadableSecretError as error:
            _LOG.error("a second factor cannot be read: the secret key is not the one that encrypted it")
            raise self.validation_error(UNREADABLE) from error


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Somebody known to the outer directory enters the account of the same name, if there is one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        """No."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin) -> None:
        """Join the login with the account of the same name; refuse where there is none."""
        if sociallogin.is_existing:
            return
        account = sociallogin.account
        name = account_name(account.extra_data, account.get_provider(request).app.settings)
        user = User.objects.filter(username=name, is_active=True).first() if name else None
        if user is None:
            raise ImmediateHttpResponse(render(request, "account/unknown.html", {"name": name}, status=403))
        sociallogin.connect(request, user)
