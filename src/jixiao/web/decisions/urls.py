"""Addresses of decisions."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from jixiao.web.decisions import views

app_name = "decisions"


class Verb(StringConverter):
    """A step of a decision."""

    regex = "confirm|withdraw"


register_converter(Verb, "decision_verb")
urlpatterns = [
    path("", views.decisions, name="decisions"),
    path("new/", views.record, name="record"),
    path("<int:pk>/", views.decision, name="decision"),
    path("<int:pk>/<decision_verb:verb>/", views.step, name="step"),
]
