"""Addresses of reports."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from jixiao.web.reports import publication_views, self_check_views, views
from jixiao.web.reports.writing import FORMATS

app_name = "reports"


class Format(StringConverter):
    """A format that can be written."""

    regex = "|".join(FORMATS)


register_converter(Format, "report_format")
urlpatterns = [
    path("", views.years, name="years"),
    path("publications/", publication_views.publications, name="publications"),
    path("<int:pk>/", views.year, name="year"),
    path("<int:pk>/listing/", views.listing, name="listing"),
    path("<int:pk>/ask/", views.ask, name="ask"),
    path("forms/<int:pk>/self-check/", self_check_views.part, name="self_check"),
    path("forms/<int:pk>/waive/", self_check_views.waive, name="waive"),
    path("forms/<int:pk>/waivers/<int:waiver>/withdraw/", self_check_views.withdraw, name="withdraw_waiver"),
    path("papers/<int:pk>/", views.paper, name="paper"),
    path("papers/<int:pk>/review/", publication_views.review, name="review_publication"),
    path("papers/<int:pk>/publish/", publication_views.publish, name="record_publication"),
    path("papers/<int:pk>/withdraw/", publication_views.withdraw, name="withdraw_publication"),
    path("papers/<int:pk>/state/", views.state, name="state"),
    path("papers/<int:pk>/again/", views.again, name="again"),
    path("papers/<int:pk>/sheet/", views.sheet, name="sheet"),
    path("papers/<int:pk>/copies/<report_format:form>/", views.copy, name="copy"),
    path("papers/<int:pk>/files/<report_format:form>/", views.file, name="file"),
]
