"""The form of a body."""

from functools import cache

from django import forms
from django.utils.translation import gettext_lazy as _

from jixiao.pipeline.rulebooks import rulebook_titles
from jixiao.web.forms import RevisedForm
from jixiao.web.organisations.models import Organisation
from jixiao.web.organisations.under_way import open_forms
from jixiao.web.people.models import User


@cache
def _rulebooks() -> tuple[tuple[str, str], ...]:
    """Reading them all takes a while; a new one is seen at the next start."""
    return tuple(rulebook_titles())


class OrganisationForm(RevisedForm):
    """Name, code, kind, the body above and the rules that apply."""

    rulebook = forms.ChoiceField(label=_("适用规则"), required=False)
    anyway = forms.BooleanField(label=_("仍要停用"), required=False, widget=forms.HiddenInput)

    class Meta:
        model = Organisation
        fields = ("parent", "kind", "code", "name", "short_name", "rulebook", "position", "active")

    def __init__(self, *args, actor: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].label = _("上级")
        self.fields["parent"].queryset = Organisation.objects.filter(
            pk__in=Organisation.objects.visible_to(actor).values("pk")
        )
        self.fields["parent"].required = not self.instance.pk or self.instance.parent_id is not None
        ends = self.is_bound and self.instance.pk and self.instance.active and not self.data.get("active")
        if ends and open_forms(self.instance):  # asked only then
            self.fields["anyway"].widget = forms.CheckboxInput()
        self.fields["rulebook"].choices = [("", _("同上级")), *_rulebooks()]
