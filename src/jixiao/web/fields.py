"""Exact numbers in the database: whole numbers of the smallest step, sums in SQL stay exact on SQLite too.

Django stores DecimalField as REAL on SQLite, so that sums drift and filters miss: a test forbids it.
"""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from jixiao.core.interval import decimal

_MOST = models.BigIntegerField.MAX_BIGINT


class StepField(models.BigIntegerField):
    """A Decimal kept as a whole number of steps of ``10 ** -places``; in Python always a Decimal.

    Raises ValidationError for a number with more decimals than the field keeps: nothing is rounded.
    """

    places = 0

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: int | None, *_: object) -> Decimal | None:
        """The Decimal of a stored whole number."""
        return None if value is None else Decimal(value).scaleb(-self.places)

    def to_python(self, value: Any) -> Decimal | None:
        """A Decimal from a Decimal, an int or text."""
        if value is None or value == "":
            return None
        try:
            return decimal(value.replace(",", "").strip() if isinstance(value, str) else value)
        except (ValueError, TypeError) as error:
            raise ValidationError(_("“%(value)s”不是数"), code="invalid", params={"value": value}) from error

    def get_prep_value(self, value: Any) -> int | None:
        """The whole number to store."""
        number = self.to_python(value)
        if number is None:
            return None
        steps = number.scaleb(self.places)
        if steps != steps.to_integral_value():
            raise ValidationError(
                _("“%(value)s”的小数超过 %(places)s 位"),
                code="decimals",
                params={"value": f"{number:f}", "places": self.places},
            )
        if abs(steps) > _MOST:
            raise ValidationError(_("“%(value)s”太大"), code="large", params={"value": f"{number:f}"})
        return int(steps)

    def clean(self, value: Any, model_instance: models.Model | None) -> Decimal | None:
        """As the base class; too many decimals are told here, not when the row is saved."""
        number: Decimal | None = super().clean(value, model_instance)
        self.get_prep_value(number)
        return number

    @property
    def validators(self) -> list[Any]:
        """Without the limits of whole numbers, which are about the stored value."""
        return list(self._validators)

    def formfield(self, **kwargs: Any) -> Any:
        """A field for decimals."""
        from django import forms

        return models.Field.formfield(
            self, form_class=forms.DecimalField, decimal_places=self.places, **kwargs
        )


class MoneyField(StepField):
    """An amount in yuan, kept as whole 分."""

    places = 2


class ScoreField(StepField):
    """A score, a weight or a rate, kept in steps of a millionth: exchange tables print six decimals."""

    places = 6
