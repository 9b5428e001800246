"""The form of a decision."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jixiao.core.money import Money, MoneyUnit
from jixiao.web.decisions.proposing import Proposal
from jixiao.web.forms import RefusableForm


class DecisionForm(RefusableForm, forms.Form):
    """As the rules propose, or differently; the amount is typed in 万元."""

    follows = forms.ChoiceField(label=_("决定方式"))
    words = forms.CharField(
        label=_("决定"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("按规则建议的可不填；另作决定的必须写明，例如“压减下年预算”“调整支出方向”。"),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("不按规则建议的理由"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}), help_text=_("另作决定的必须写明。"),
    )  # fmt: skip
    amount = forms.DecimalField(
        label=_("下年预算调整额（万元）"), required=False, max_digits=16, decimal_places=6,
        help_text=_("压减填负数，例如 -12.5；增加填正数；不涉及金额的不填。"),
    )  # fmt: skip
    day = forms.DateField(
        label=_("决定日期"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reference = forms.CharField(label=_("文号"), max_length=60, required=False, help_text=_("没有则不填。"))

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways = [("differ", _("另作决定"))]
        if proposal.action:
            ways.insert(0, ("follow", _("按规则建议")))
        self.fields["follows"].choices = ways
        self.fields["day"].initial = timezone.localdate()

    @property
    def yuan(self) -> Decimal | None:
        """The amount in yuan."""
        amount: Decimal | None = self.cleaned_data["amount"]
        return None if amount is None else Money(amount, MoneyUnit.TEN_THOUSAND).yuan
