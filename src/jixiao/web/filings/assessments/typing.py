"""Whether what was typed is an answer to its line."""

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from jixiao.core.money import Money, MoneyUnit
from jixiao.web.filings.columns import shortest

if TYPE_CHECKING:
    from jixiao.web.filings.assessment import AssessmentLine
    from jixiao.web.filings.assessments.defining import Line

_PARTS: Final = re.compile(r"[、,，;；\s]+")


def fitting(row: "AssessmentLine", column: str, words: str) -> None:
    """Refuse an answer that is none.

    Raises:
        ValidationError: points outside of the full mark, a word that is no choice, no amount, no number.
    """
    words, line = words.strip(), row.line
    if not words:
        return
    if column in {"points", "full"}:
        _points(row, column, words)
    elif line.kind == "choice" and words not in line.choices:
        raise ValidationError(_("只能填：%(choices)s") % {"choices": "、".join(line.choices)})
    elif line.kind == "money":
        amount(words)
    elif line.kind == "numbers":
        numbers(words)


def amount(words: str) -> Money:
    """An amount in 万元.

    Raises:
        ValidationError: it is none.
    """
    try:
        return Money.read(words, MoneyUnit.TEN_THOUSAND)
    except ValueError as error:
        raise ValidationError(
            _("“%(words)s”不是金额，应写成 65.26 或 65.26万元") % {"words": words}
        ) from error


def numbers(words: str) -> list[Decimal]:
    """Scores, one a person.

    Raises:
        ValidationError: one of them is no number from 0 to 100.
    """
    found = []
    for part in filter(None, _PARTS.split(words)):
        try:
            number = Decimal(part)
        except InvalidOperation as error:
            raise ValidationError(_("“%(words)s”不是数。") % {"words": part}) from error
        if not number.is_finite() or not 0 <= number <= 100:
            raise ValidationError(_("得分在 0 和 %(full)s 之间。") % {"full": 100})
        found.append(number)
    return found


def parts(words: str, line: "Line") -> list[str]:
    """The members of a list."""
    pattern = r"[；;\n]" if line.separator == "；" else r"[、；;\n]"
    return [one.strip() for one in re.split(pattern, words) if one.strip()]


def _points(row: "AssessmentLine", column: str, words: str) -> None:
    try:
        points = Decimal(words)
    except InvalidOperation as error:
        raise ValidationError(_("“%(words)s”不是数。") % {"words": words}) from error
    if not points.is_finite():
        raise ValidationError(_("“%(words)s”不是数。") % {"words": words})
    if column == "full":
        if not 0 < points <= 100:
            raise ValidationError(_("分值在 0 和 100 之间。"))
    else:
        _within(points, row.full)


def _within(points: Decimal, full: Decimal | None) -> None:
    if full is None and points < 0:
        raise ValidationError(_("得分不能是负数。"))
    if full is not None and not 0 <= points <= full:
        raise ValidationError(_("得分在 0 和 %(full)s 之间。") % {"full": f"{shortest(full):f}"})
