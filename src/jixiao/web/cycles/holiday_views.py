"""The page of the holidays of a place."""

from datetime import MAXYEAR, MINYEAR

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_POST

from jixiao.web.actions import carry_out
from jixiao.web.cycles.actions.remove_holiday import RemoveHoliday
from jixiao.web.cycles.actions.save_holidays import SaveHolidays
from jixiao.web.cycles.models import DayKind, Holiday
from jixiao.web.cycles.permissions import OPENS, SEES_YEARS
from jixiao.web.numbers import whole
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User
from jixiao.web.people.permissions import ask, needs
from jixiao.web.people.roles import Role

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class HolidayForm(forms.Form):
    """Days of a notice."""

    jurisdiction = forms.ModelChoiceField(label=_lazy("地区"), queryset=Organisation.objects.none())
    first = forms.DateField(label=_lazy("自"), widget=_DAY)
    last = forms.DateField(label=_lazy("至"), widget=_DAY)
    kind = forms.ChoiceField(label=_lazy("类别"), choices=DayKind.choices)
    name = forms.CharField(label=_lazy("名称"), max_length=40, help_text=_lazy("例如 国庆节。"))
    source = forms.CharField(
        label=_lazy("依据"),
        max_length=200,
        help_text=_lazy("放假通知的名称和文号，例如 国办发明电〔年份〕号。"),
    )

    def __init__(self, *args, user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        tops = [top.pk for top in user.scopes({Role.PERFORMANCE_OFFICER})]
        self.fields["jurisdiction"].queryset = Organisation.objects.filter(
            pk__in=tops, kind=Kind.JURISDICTION
        )
        if len(tops) == 1:
            self.fields["jurisdiction"].initial = tops[0]


@require_http_methods(["GET", "HEAD", "POST"])
@needs(SEES_YEARS)
def holidays(request: HttpRequest) -> HttpResponse:
    """The days that are off or worked; a post enters some."""
    enters = OPENS.test(request.user, None)
    form = HolidayForm(request.POST or None, user=request.user) if enters else None
    if request.method == "POST":
        ask(OPENS, request.user)
        if form is not None and form.is_valid():
            try:
                made = carry_out(SaveHolidays(**form.cleaned_data), request.user)
            except ValidationError as refused:
                form.add_error(None, refused)
            else:
                messages.success(request, _("已录入 %(count)s 天。") % {"count": len(made)})
                return redirect("cycles:holidays")
    visible = Holiday.objects.visible_to(request.user).select_related("jurisdiction")
    years = sorted({day.year for day in visible.dates("day", "year")}, reverse=True)
    asked = whole(request.GET.get("year"))
    this = asked if asked is not None and MINYEAR <= asked <= MAXYEAR else timezone.localdate().year
    given = {
        "form": form, "rows": visible.filter(day__year=this), "years": years, "this": this,
        "own": {one.pk for one in form.fields["jurisdiction"].queryset} if form else set(),
    }  # fmt: skip
    return render(
        request, "cycles/holidays.html", given, status=422 if form is not None and form.errors else 200
    )


@require_POST
@needs(OPENS)
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a day out."""
    found = get_object_or_404(Holiday.objects.visible_to(request.user).select_related("jurisdiction"), pk=pk)
    carry_out(RemoveHoliday(found), request.user)
    messages.success(request, _("已删除。"))
    return redirect("cycles:holidays")
