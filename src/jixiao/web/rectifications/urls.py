"""Addresses of demands."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from jixiao.web.rectifications import demand_views, proof_views, views

app_name = "rectifications"


class Verb(StringConverter):
    """A step of a demand, by its issuer."""

    regex = "accept|return|extend|withdraw"


register_converter(Verb, "demand_verb")
urlpatterns = [
    path("", views.demands, name="demands"),
    path("new/", views.issue, name="issue"),
    path("<int:pk>/", demand_views.demand, name="demand"),
    path("<int:pk>/notice/", demand_views.notice, name="notice"),
    path("<int:pk>/result/", demand_views.result, name="result"),
    path("<int:pk>/result/take-back/", demand_views.take_back, name="take_back"),
    path("<int:pk>/files/", proof_views.add, name="add_proof"),
    path("<int:pk>/files/<int:file>/", proof_views.given, name="proof"),
    path("<int:pk>/files/<int:file>/review/", proof_views.review, name="review_proof"),
    path("<int:pk>/files/<int:file>/remove/", proof_views.remove, name="remove_proof"),
    path("<int:pk>/<demand_verb:verb>/", demand_views.step, name="step"),
]
