"""Addresses of disclosures."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from jixiao.web.disclosures import import_views, one_views, views
from jixiao.web.disclosures.models import DisclosureKind, Verb

app_name = "disclosures"


class KindOfAddress(StringConverter):
    """What is published."""

    regex = "|".join(DisclosureKind.values)


class VerbOfAddress(StringConverter):
    """What is recorded of one."""

    regex = "|".join(Verb.values)


register_converter(KindOfAddress, "disclosure_kind")
register_converter(VerbOfAddress, "disclosure_verb")
urlpatterns = [
    path("", views.disclosures, name="disclosures"),
    path("approvals/", views.approvals, name="approvals"),
    path("approvals/import/", import_views.import_approvals, name="import_approvals"),
    path("<int:body>/<int:year>/<disclosure_kind:kind>/", one_views.disclosure, name="disclosure"),
    path("<int:body>/<int:year>/<disclosure_kind:kind>/<disclosure_verb:verb>/", one_views.step, name="step"),
]
