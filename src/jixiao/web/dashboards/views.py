"""County, department, project: each page is a choice of tables, narrowed by the filters of its address."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jixiao.web.actions import Refused
from jixiao.web.cycles.models import StageKind, Task
from jixiao.web.cycles.past_figures import before
from jixiao.web.dashboards import failing
from jixiao.web.dashboards.choice import Choice
from jixiao.web.dashboards.exporting import separated, workbook
from jixiao.web.dashboards.permissions import SEE
from jixiao.web.dashboards.printing import printed
from jixiao.web.dashboards.tables import Table, indicators, risks, tables
from jixiao.web.dashboards.tables import results as applied
from jixiao.web.filings.models import MonitoringPeriod, Project
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User
from jixiao.web.people.permissions import ask, needs
from jixiao.web.rectifications.listing import about_forms

PAGE = 20
BLOCKS = ("late", "grades", "execution", "stages", "trend")
_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@require_safe
@needs(SEE)
def overview(request: HttpRequest) -> HttpResponse:
    """The county, or the part of it that the person sees."""
    choice = Choice.of(request)
    return render(
        request,
        "dashboards/overview.html",
        {
            **_common(choice),
            **_blocks(request, choice),
        },
    )


@require_safe
@needs(SEE)
def department(request: HttpRequest, pk: int) -> HttpResponse:
    """A department, or a unit of one."""
    visible = Organisation.objects.visible_to(request.user).filing()
    body = get_object_or_404(visible, pk=pk)
    ask(SEE, request.user, body)
    choice = Choice.of(request, body)
    return render(
        request,
        "dashboards/department.html",
        {
            **_common(choice),
            "body": body,
            **_blocks(request, choice),
        },
    )


@require_safe
@needs(SEE)
def project(request: HttpRequest, pk: int) -> HttpResponse:
    """A project with its indicators, periods and forms."""
    visible = Project.objects.visible_to(request.user).select_related("organisation")
    found = get_object_or_404(visible, pk=pk, deleted=False)
    ask(SEE, request.user, found.organisation)
    above = found.organisation
    if above.kind != Kind.DEPARTMENT:
        above = above.ancestors().filter(kind=Kind.DEPARTMENT).first() or above
    choice = Choice.of(request, above)
    choice.year = found.fiscal_year
    rows = [indicators.row(one) for one in found.indicators.select_related("project")]
    columns = [one for one in indicators.COLUMNS if one.name != "project"]
    forms = list(
        Task.objects.visible_to(request.user).filter(project=found).select_related("stage", "organisation")
    )
    return render(
        request,
        "dashboards/project.html",
        {
            **_common(choice),
            "body": above,
            "project": found,
            "before": before(found, request.user),
            "table": shown(columns, rows),
            "periods": _periods(found, forms, request.user),
            "results": _results(found, choice),
            "forms": forms,
            "all": reverse("dashboards:export", args=["indicators", "xlsx"]) + "?" + choice.query(),
        },
    )


@require_safe
@needs(SEE)
def results(request: HttpRequest) -> HttpResponse:
    """What the grades mean for the next budget, a page at a time."""
    choice = Choice.of(request)
    page = Paginator(applied.judged(choice), PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "dashboards/results.html",
        {
            **_common(choice),
            **_exports(choice, tables()["results"]),
            "title": applied.TITLE,
            "page": page,
            "table": shown(applied.COLUMNS, applied.told(page, choice)),
        },
    )


@require_safe
@needs(SEE)
def export(request: HttpRequest, name: str, ending: str) -> HttpResponse:
    """A table with the filters of the address, all its rows; too many: back to the page, which says so."""
    table = tables().get(name)
    if table is None:
        raise Http404
    choice = Choice.of(request)
    try:
        rows = table.rows(choice)
    except Refused as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect(reverse("dashboards:overview") + "?" + choice.query())
    title = str(table.title)
    data = workbook(title, table.columns, rows) if ending == "xlsx" else separated(table.columns, rows)
    response = HttpResponse(data, content_type=_TYPES[ending])
    response.headers["Content-Disposition"] = _attachment(f"{title}-{choice.year}.{ending}")
    return response


def block(choice: Choice, name: str) -> dict[str, Any]:
    """A table for a page, with what draws it and where its exports are."""
    table = tables()[name]
    rows = table.rows(choice)
    chart = table.chart(choice, rows) if table.chart and rows else None
    return {"name": name, "title": str(table.title), "chart": chart, "chart_id": f"chart-{name}",
            **shown(table.columns, rows[: table.limit]), "more": len(rows) > table.limit, "count": len(rows),
            **_exports(choice, table)}  # fmt: skip


def shown(columns: Sequence[Any], rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Columns and rows as the template prints them."""
    return {"columns": columns, "body": printed(columns, rows)}


def _blocks(request: HttpRequest, choice: Choice) -> dict[str, Any]:
    """The blocks of a page, and the forms that their sums lack."""
    return {
        "unscored": failing.told(choice),
        "blocks": [block(choice, name) for name in BLOCKS],
        "risks": _risks(request, choice),
    }


def _risks(request: HttpRequest, choice: Choice) -> dict[str, Any]:
    page = risks.page(choice, PAGE, request.GET.get("page"))
    known = risks.bases(choice, page)
    rows = [risks.row(one, choice, known) for one in page]
    return {"page": page, "query": choice.query(), "title": risks.TITLE, **shown(risks.COLUMNS, rows),
            **_exports(choice, tables()["risks"])}  # fmt: skip


def _results(found: Project, choice: Choice) -> list[dict[str, Any]]:
    """What the grade of a project means for its next budget; empty until there is a final one."""
    return applied.told(applied.judged(choice).filter(project=found), choice)


def _periods(found: Project, forms: Sequence[Task], user: User) -> list[dict[str, Any]]:
    """The monitored months, each with its form and the demands about it, where the person sees them."""
    by_month = {one.stage.through_month: one for one in forms if one.stage.kind == StageKind.MONITORING}
    demands = about_forms(user, by_month.values())
    made = []
    for period in MonitoringPeriod.objects.filter(project=found):
        form = by_month.get(period.through_month)
        made.append({"row": period, "form": form, "demands": demands.get(form.pk, []) if form else []})
    return made


def _exports(choice: Choice, table: Table) -> dict[str, str]:
    query = choice.query()
    return {
        ending: reverse("dashboards:export", args=[table.name, ending]) + "?" + query
        for ending in ("xlsx", "csv")
    }


def _common(choice: Choice) -> dict[str, Any]:
    return {
        "choice": choice,
        "lamps": [("red", _("红灯")), ("yellow", _("黄灯")), ("green", _("绿灯")), ("none", _("无"))],
        "query": choice.query(),
        "home": reverse("dashboards:overview") + "?" + choice.query(department=""),
    }


def _attachment(name: str) -> str:
    from django.utils.http import content_disposition_header

    return str(content_disposition_header(as_attachment=True, filename=name))
