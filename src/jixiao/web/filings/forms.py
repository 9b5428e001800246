"""Forms of the indicator library."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jixiao.web.filings.library import LibraryIndicator, LibraryKind
from jixiao.web.filings.sheets import LEVELS, OPERATORS
from jixiao.web.forms import RevisedForm
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role

_WORDS = {"range": _("区间"), "定性": _("定性")}


class LibraryIndicatorForm(RevisedForm):
    """An indicator of the library; the first level is one of those of projects, or a place's own."""

    operator = forms.ChoiceField(
        label=_("指标性质"),
        required=False,
        choices=[("", "—"), *((one, _WORDS.get(one, one)) for one in OPERATORS)],
    )

    class Meta:
        model = LibraryIndicator
        fields = ("jurisdiction", "kind", "sector", "level1", "level2", "name", "operator", "target", "unit")
        widgets = {"level1": forms.TextInput(attrs={"list": "levels"})}

    levels = LEVELS

    def __init__(self, *args, actor: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jurisdiction"].queryset = Organisation.objects.filter(
            pk__in=[top.pk for top in actor.scopes({Role.PERFORMANCE_OFFICER})], kind=Kind.JURISDICTION
        )
        if not self.instance.pk:
            self.initial |= {
                "jurisdiction": self.fields["jurisdiction"].queryset.first(),
                "kind": LibraryKind.COMMON,
            }
