"""The form of a demand, and that of what the body did about it."""

from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models import Handling, StageKind, Task
from jixiao.web.filings.models import MonitoringPeriod
from jixiao.web.forms import RefusableForm, RevisedForm
from jixiao.web.organisations.models import Organisation, within
from jixiao.web.people.models import User
from jixiao.web.people.roles import BUREAU, FILING, Role
from jixiao.web.rectifications.models import SOURCE_OF, Demand, Source
from jixiao.web.rectifications.moving import LONGEST_TERM

USUAL_TERM: Final = 15
"""Working days that the form begins with; no document prescribes any."""


class DemandForm(RefusableForm, forms.ModelForm):
    """A demand: about a form, whose body and year it takes over, or about a body that is chosen."""

    days = forms.IntegerField(
        label=_("整改期限（工作日）"), min_value=1, max_value=LONGEST_TERM, initial=USUAL_TERM,
        help_text=_("自发出的次日起算，跳过周末和录入的节假日。"),
    )  # fmt: skip
    about = forms.ChoiceField(label=_("针对的预警"), required=False)
    field_order = (
        "organisation", "fiscal_year", "about", "source", "basis", "reference", "problem", "requirement",
        "responsible", "days",
    )  # fmt: skip

    class Meta:
        model = Demand
        fields = (
            "organisation", "fiscal_year", "source", "basis", "reference", "problem", "requirement",
            "responsible",
        )  # fmt: skip
        widgets = {
            "problem": forms.Textarea(attrs={"rows": 3}),
            "requirement": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "basis": _("例如审计报告、检查文件的名称和文号；没有关联表单的必须写明。"),
            "reference": _("通知书的文号，没有可不填。"),
        }

    def __init__(self, *args: Any, actor: User, task: Task | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.warnings: list[dict[str, str]] = []
        if task is None:
            del self.fields["about"]
            roles = (FILING | BUREAU) - {Role.UNIT_CLERK}
            bodies = Organisation.objects.filing().filter(within(actor, "pk", roles), active=True)
            self.fields["organisation"].queryset = bodies
            self.fields["fiscal_year"] = forms.IntegerField(
                label=_("预算年度"), min_value=2000, max_value=2100
            )
            self.fields["organisation"].empty_label = _("请选择")
            self.initial |= {"source": Source.AUDIT, "fiscal_year": timezone.localdate().year}
            return
        del self.fields["organisation"], self.fields["fiscal_year"]
        self.initial["source"] = SOURCE_OF.get(StageKind(task.stage.kind), Source.REVIEW)
        self._offer_warnings(task)

    def _offer_warnings(self, task: Task) -> None:
        """What monitoring warns of; the demand begins with the first warning and the advice of the period."""
        handling = Handling.objects.filter(task=task).first()
        self.warnings = list(handling.warnings) if handling else []
        if not self.warnings:
            del self.fields["about"]
        else:
            language = "en" if get_language() == "en" else "zh"
            told = [(str(number), one.get(language, "")) for number, one in enumerate(self.warnings)]
            self.fields["about"].choices = [("", _("不针对预警")), *told]
            self.initial["about"] = "0"
            self.initial["problem"] = self.warnings[0].get("zh", "")
        if task.stage.kind == StageKind.MONITORING and task.project_id:
            period = MonitoringPeriod.objects.filter(
                project=task.project_id, through_month=task.stage.through_month
            ).first()
            self.initial["requirement"] = period.advice if period else ""

    @property
    def warning(self) -> dict[str, str]:
        """The warning that was chosen; empty for none."""
        number = self.cleaned_data.get("about")
        return self.warnings[int(number)] if number else {}


class ResultForm(RevisedForm):
    """What the body did."""

    class Meta:
        model = Demand
        fields = ("measures", "result")
        widgets = {
            "measures": forms.Textarea(attrs={"rows": 4}),
            "result": forms.Textarea(attrs={"rows": 4}),
        }
