"""Addresses of the appraisal."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from jixiao.web.appraisal import review_views, views

app_name = "appraisal"


class Verb(StringConverter):
    """A step of an appraisal."""

    regex = "submit|return|publish|reopen"


register_converter(Verb, "appraisal_verb")
urlpatterns = [
    path("", views.appraisals, name="appraisals"),
    path("new/", views.new, name="new"),
    path("<int:pk>/", views.appraisal, name="appraisal"),
    path("<int:pk>/full/", views.full_marks, name="full"),
    path("<int:pk>/steps/<appraisal_verb:verb>/", review_views.step, name="step"),
    path("<int:pk>/propose/", views.propose, name="propose"),
    path("<int:pk>/draw/", views.draw, name="draw"),
    path("<int:pk>/departments/<int:department>/", views.department, name="department"),
    path("<int:pk>/scores/", views.scores, name="scores"),
    path("<int:pk>/export/", views.export, name="export"),
    path("<int:pk>/scores/export/", views.export_scores, name="export_scores"),
    path("marks/<int:pk>/", views.mark, name="mark"),
]
