"""What a person typed besides numbers: a reason, a day, and a web address."""

import re
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.web.actions import Refused

SHORTEST: Final = 4
LONGEST: Final = 500
"""Characters of a reason, and the most of an address."""
SIGN_OF_ADDRESS: Final = "://"
"""What a web address has, and the name of a channel (单位公告栏) has not."""
_ADDRESS: Final = URLValidator(schemes=["http", "https"])
_DAY: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{4})(\d{2})(\d{2})")


def explained(words: str, name: str, label: str) -> str:
    """A reason of 4 to 500 characters, without blanks around; ``label`` is what the page calls the field.

    Raises:
        Refused: it is too short or too long, at the field ``name``.
    """
    words = words.strip()
    if not SHORTEST <= len(words) <= LONGEST:
        told = {"label": label, "least": SHORTEST, "most": LONGEST}
        raise Refused({name: _("请写明%(label)s，%(least)s 至 %(most)s 字。") % told})
    return words


def day_of(text: str) -> date | None:
    """The day in a usual way: 2024-02-08, 20240208, 2024/2/8, 2024年2月8日; None for what is none."""
    if not (found := _DAY.fullmatch(text.strip())):
        return None
    try:
        return date(*(int(part) for part in found.groups() if part))
    except ValueError:  # 2024-02-30
        return None


def typed_day(text: str, name: str, label: str) -> date:
    """As `day_of`, where there has to be a day.

    Raises:
        Refused: it is none, at the field ``name``.
    """
    if (day := day_of(text)) is None:
        raise Refused({name: _("请填写%(label)s，例如 2024-08-31。") % {"label": label}})
    return day


def past_day(text: str, name: str, label: str) -> date:
    """As `typed_day`, of what happened: today at the latest.

    Raises:
        Refused: it is none, or still to come, at the field ``name``.
    """
    if (day := typed_day(text, name, label)) > timezone.localdate():
        told = {"label": label, "day": day}
        raise Refused({name: _("%(label)s %(day)s 还没有到，请在当天或之后登记。") % told})
    return day


def is_address(text: str) -> bool:
    """Whether it is a whole web address, without name and password; nothing is opened."""
    try:
        _ADDRESS(text)
        return urlsplit(text).username is None and len(text) <= LONGEST
    except (ValidationError, ValueError):
        return False
