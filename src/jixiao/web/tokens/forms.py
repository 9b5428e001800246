"""The form of a new token."""

from datetime import timedelta
from typing import Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jixiao.web.forms import RefusableForm
from jixiao.web.tokens.actions.make_token import LONGEST

_USUAL: Final = 90
"""Days that are offered."""


class TokenForm(RefusableForm, forms.Form):
    """What the token is for, and until when."""

    name = forms.CharField(
        label=_("用途"), max_length=60, help_text=_("哪个程序使用，如“预算系统”“办公系统”。")
    )
    until = forms.DateField(
        label=_("有效至"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].initial = timezone.localdate() + timedelta(days=_USUAL)
        self.fields["until"].help_text = _("最长 %(days)s 天。") % {"days": LONGEST}
