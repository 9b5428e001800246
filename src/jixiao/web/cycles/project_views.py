"""A project that comes during the year."""

from decimal import Decimal

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from jixiao.core.dossier.projects import Origin
from jixiao.core.money import Money, MoneyUnit
from jixiao.web.actions import carry_out
from jixiao.web.cycles.actions.create_project import CreateProject
from jixiao.web.cycles.models import Cycle, Task
from jixiao.web.filings.models import Project
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.permissions import needs
from jixiao.web.people.roles import Role


class ProjectForm(forms.ModelForm):
    """What is known of it on the first day; the rest is filled in in its forms."""

    revised_budget = forms.DecimalField(
        label=gettext_lazy("全年预算数（万元）"),
        required=False,
        decimal_places=6,
        help_text=gettext_lazy("以万元填，最多六位小数；不知道则留空。"),
    )
    targets_by = forms.DateField(
        label=gettext_lazy("绩效目标申报截止日期"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("本年度绩效目标申报已截止时填写。"),
    )

    class Meta:
        model = Project
        fields = ("organisation", "code", "name", "origin", "document_number", "revised_budget")

    def __init__(self, *args, actor: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        roles = {Role.UNIT_CLERK, Role.PERFORMANCE_OFFICER}
        below = [
            body.pk
            for top in actor.scopes(roles)
            for body in Organisation.objects.descendants(top, include_self=True)
        ]
        self.fields["organisation"].queryset = Organisation.objects.filter(pk__in=below).filing()

    def clean_revised_budget(self) -> Decimal | None:
        """In yuan, from what is typed in 万元 here as in every form."""
        typed: Decimal | None = self.cleaned_data["revised_budget"]
        return None if typed is None else Money(typed, MoneyUnit.TEN_THOUSAND).yuan


@require_http_methods(["GET", "HEAD", "POST"])
@needs(CreateProject.permission)
def create(request: HttpRequest, pk: int) -> HttpResponse:
    """Add it to a year."""
    cycle = get_object_or_404(Cycle.objects.visible_to(request.user).select_related("jurisdiction"), pk=pk)
    running = Task.objects.filter(stage__cycle=cycle).exists()
    origin = Origin.SUPPLEMENTARY if running else Origin.INITIAL
    form = ProjectForm(request.POST or None, initial={"origin": origin.value}, actor=request.user)
    if request.method == "POST" and form.is_valid():
        action = CreateProject(cycle, form.instance, form.cleaned_data["targets_by"])
        try:
            made = carry_out(action, request.user)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            sent = made.tasks.count()
            messages.success(request, _("已新增项目，并下达 %(count)s 份表。") % {"count": sent})
            if not sent:  # no stage of the year is dispatched yet: there is no form to look for
                return redirect("cycles:cycle", pk=cycle.pk)
            return redirect(f"{reverse('cycles:tasks')}?q={made.name}")
    status = 422 if form.errors else 200
    context = {"form": form, "heading": _("新增项目"), "cycle": cycle}
    return render(request, "cycles/edit.html", context, status=status)
