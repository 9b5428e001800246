"""Rules of passwords beside Django's own."""

import string
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

RULES: Final = _lazy(
    "至少 10 位，含大写字母、小写字母、数字、符号中的三类；"
    "不要与账号、姓名相近，不要用常见的和最近用过的口令。"
)


class LongEnough(MinimumLengthValidator):
    """Django's, whose sentence has no Chinese."""

    def get_error_message(self) -> str:
        """What is wrong."""
        return _("口令太短，至少要 %(count)s 位。") % {"count": self.min_length}


class NotLikeThePerson(UserAttributeSimilarityValidator):
    """Django's, with the names that our accounts have and the word that our pages use."""

    def __init__(self) -> None:
        super().__init__(user_attributes=("username", "full_name", "email"))

    def get_error_message(self) -> str:
        """What is wrong."""
        return _("口令与账号、姓名或邮箱太相近。")


class NotACommonOne(CommonPasswordValidator):
    """Django's, with the word that our pages use."""

    def get_error_message(self) -> str:
        """What is wrong."""
        return _("这个口令太常见，容易被猜到。")


class NotAFormerOne:
    """None of the last that the account had (``settings.PASSWORDS_REMEMBERED``); 0 remembers none."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError for a former one, or today's."""
        if not settings.PASSWORDS_REMEMBERED or user is None or not user.pk:
            return
        former = user.former_passwords.order_by("-pk").values_list("password", flat=True)
        known = {user.password, *former[: settings.PASSWORDS_REMEMBERED]}
        if any(check_password(password, one) for one in known):
            raise ValidationError(self.get_help_text(), code="password_former")

    def password_changed(self, password: str, user: Any = None) -> None:
        """Remember it; Django calls this when an account with a new password is saved."""
        del password
        from jixiao.web.people.storing import remember

        if user is not None and settings.PASSWORDS_REMEMBERED:
            remember(user)

    def get_help_text(self) -> str:
        """The rule as a sentence."""
        return _("不能用最近 %(count)s 次用过的口令。") % {"count": settings.PASSWORDS_REMEMBERED}


class ThreeKindsValidator:
    """Three of: small letters, capitals, digits, other signs (网络安全等级保护 practice)."""

    def validate(self, password: str, user: object = None) -> None:
        """Raise ValidationError for fewer than three kinds."""
        del user
        kinds = (string.ascii_lowercase, string.ascii_uppercase, string.digits)
        present = sum(any(sign in kind for sign in password) for kind in kinds)
        present += any(not (sign.isascii() and sign.isalnum()) for sign in password)
        if present < 3:
            raise ValidationError(self.get_help_text(), code="password_kinds")

    def get_help_text(self) -> str:
        """The rule as a sentence."""
        return _("口令须含大写字母、小写字母、数字、符号中的三类。")
