"""What is typed on the pages of an appraisal."""

from decimal import Decimal
from functools import cache

from django import forms
from django.utils.translation import gettext_lazy as _

from jixiao.pipeline.rulebooks import rulebook_titles
from jixiao.rulebooks.faults import RulebookError
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User
from jixiao.web.rulebooks import rulebook


@cache
def _offered() -> tuple[tuple[str, str], ...]:
    """The rulebooks whose departments are appraised by categories and converted; read once."""
    return tuple((key, title) for key, title in rulebook_titles() if _appraises(key))


def _appraises(key: str) -> bool:
    try:
        found = rulebook(key)
        year = found.latest_year
        scheme = found.rules(year).schemes.get("department") if year else None
    except RulebookError:
        return False
    return scheme is not None and scheme.value.convert


class OpenForm(forms.Form):
    """A new appraisal."""

    jurisdiction = forms.ModelChoiceField(label=_("地区"), queryset=Organisation.objects.none())
    fiscal_year = forms.IntegerField(label=_("预算年度"), min_value=2000, max_value=2100)
    rulebook = forms.ChoiceField(
        label=_("考核规则"), help_text=_("取这个规则库中换算成百分制的部门考核方案的类别。")
    )

    def __init__(self, *args, user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jurisdiction"].queryset = Organisation.objects.visible_to(user).filter(
            kind=Kind.JURISDICTION
        )
        self.fields["rulebook"].choices = _offered()


class DrawForm(forms.Form):
    """A sample."""

    percent = forms.DecimalField(
        label=_("复核比例（%）"), min_value=Decimal("0.01"), max_value=100, decimal_places=2, initial=20
    )
    seed = forms.CharField(label=_("抽样号"), max_length=60, required=False, help_text=_("不填则随机产生。"))


class MarkForm(forms.Form):
    """A mark."""

    points = forms.DecimalField(label=_("得分"), decimal_places=2, max_digits=8, required=False)
    applicable = forms.BooleanField(label=_("适用"), required=False)
    reason = forms.CharField(label=_("理由"), max_length=1000, required=False)
    revision = forms.IntegerField()
