"""Forms of years, stages and what many new projects have in common."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.actions.save_stage import REVIEWERS
from jixiao.web.cycles.models import Cycle, Stage
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role

_ORDER = (
    Role.UNIT_REVIEWER,
    Role.DEPARTMENT_LEAD,
    Role.LINE_OFFICER,
    Role.PERFORMANCE_OFFICER,
)


class CycleForm(forms.ModelForm):
    """A year's work."""

    class Meta:
        model = Cycle
        fields = ("jurisdiction", "fiscal_year", "title", "state")

    def __init__(self, *args, actor: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jurisdiction"].queryset = Organisation.objects.filter(
            pk__in=[top.pk for top in actor.scopes({Role.PERFORMANCE_OFFICER})], kind=Kind.JURISDICTION
        )
        own = self.fields["jurisdiction"].queryset[:2]
        if not self.instance.pk and len(own) == 1:
            self.initial["jurisdiction"] = own[0].pk  # nothing to choose


class StageForm(forms.ModelForm):
    """A stage; the reviewers are ticked, their order is that of the list."""

    nodes = forms.MultipleChoiceField(
        label=_("审核环节"),
        required=False,
        choices=[(role.value, role.label) for role in _ORDER if role in REVIEWERS],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("自上而下依次审核，最后一个环节通过即为终审；都不选则报送即终审。"),
    )

    class Meta:
        model = Stage
        fields = ("kind", "subject", "name", "through_month", "opens", "deadline", "nodes", "instructions")
        widgets = {
            "opens": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "deadline": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "instructions": forms.Textarea(attrs={"rows": 4}),
        }


class TargetsForm(forms.Form):
    """The deadline of targets, of all projects that come at once."""

    targets_by = forms.DateField(
        label=_("绩效目标申报截止日期"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("本年度绩效目标申报已截止时填写，用于全部新增项目。"),
    )
