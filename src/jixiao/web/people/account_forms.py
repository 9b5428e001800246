"""Allauth's forms with our words: its own are only partly translated, and offer a reset by mail."""

import unicodedata
from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django.utils.translation import gettext_lazy as _

from jixiao.web.limits.storing import first_time, spend
from jixiao.web.people.adapters import MfaAdapter
from jixiao.web.people.passwords import RULES

_VALID = 120  # seconds: longer than a code is taken, with clocks half a minute apart

_WORDS = {
    "login": _("账号"),
    "password": _("口令"),
    "oldpassword": _("现在的口令"),
    "password1": _("新口令"),
    "password2": _("再输一遍新口令"),
    "code": _("动态口令或备用码"),
}


class OurWords:
    """Labels from the table above, no placeholders, no help but the rules of a new password."""

    words = _WORDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.words.get(name, field.label)
            field.help_text = ""
            field.widget.attrs.pop("placeholder", None)
        if "password1" in self.fields:
            self.fields["password1"].help_text = RULES


class LoginForm(OurWords, account.LoginForm):
    """The login."""


class ChangePasswordForm(OurWords, account.ChangePasswordForm):
    """Old and new password."""

    def clean(self) -> dict[str, Any]:
        """The same new password twice, said in the word that our pages use."""
        cleaned: dict[str, Any] = super().clean()
        if self.has_error("password2") and self.data.get("password2"):
            self.errors["password2"] = self.error_class([_("两次输入的新口令不一样。")])
        return cleaned


class ReauthenticateForm(OurWords, account.ReauthenticateForm):
    """The password again."""


class AsShown:
    """A code as the application shows it, however it was typed: 123 456, １２３４５６, 123-456."""

    def clean_code(self) -> str:
        """The code without gaps and hyphens, its signs of half width."""
        typed = unicodedata.normalize("NFKC", self.cleaned_data["code"])
        self.cleaned_data["code"] = "".join(sign for sign in typed if sign.isalnum())
        code: str = super().clean_code()
        return code


class OnlyOnce(AsShown):
    """Few tries, and a code that was accepted is not accepted again; both whichever process is asked."""

    def clean_code(self) -> str:
        """The code.

        Raises:
            ValidationError: it is wrong, or was used.
            TooOften: there were too many tries.
        """
        spend("code", f"{self.user.pk}")
        code = super().clean_code()
        if not first_time("code used", f"{self.user.pk} {code}", _VALID):
            raise MfaAdapter().validation_error("incorrect_code")
        return code


class AuthenticateForm(OurWords, OnlyOnce, mfa.AuthenticateForm):
    """The second factor at the login."""


class ReauthenticateCodeForm(OurWords, OnlyOnce, mfa.ReauthenticateForm):
    """The second factor again."""


class ActivateTotpForm(OurWords, AsShown, totp.ActivateTOTPForm):
    """The first code of an application."""

    words = {"code": _("六位数字")}

    def clean_code(self) -> str:
        """The code, from now on a used one: whoever saw it typed here must not enter with it."""
        code = super().clean_code()
        first_time("code used", f"{self.user.pk} {code}", _VALID)
        return code
