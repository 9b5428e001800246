"""Addresses of the year."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from jixiao.web.cycles import (
    approve_views,
    assignment_views,
    carry_views,
    holiday_views,
    list_views,
    project_import_views,
    project_views,
    task_views,
    undo_views,
    version_views,
    views,
)

app_name = "cycles"


class Verb(StringConverter):
    """A move of a form."""

    regex = "submit|withdraw|approve|return|cancel_final|extend|adjust"


register_converter(Verb, "verb")
urlpatterns = [
    path("", views.cycles, name="cycles"),
    path("new/", views.edit_cycle, name="new"),
    path("holidays/", holiday_views.holidays, name="holidays"),
    path("holidays/<int:pk>/remove/", holiday_views.remove, name="remove_holiday"),
    path("<int:pk>/", views.cycle, name="cycle"),
    path("<int:pk>/edit/", views.edit_cycle, name="edit"),
    path("<int:pk>/projects/new/", project_views.create, name="new_project"),
    path("<int:pk>/projects/import/", project_import_views.import_projects, name="import_projects"),
    path("<int:pk>/projects/carry/", carry_views.carry, name="carry_projects"),
    path("<int:cycle_pk>/stages/new/", views.edit_stage, name="new_stage"),
    path("<int:cycle_pk>/stages/<int:pk>/", views.edit_stage, name="stage"),
    path("stages/<int:pk>/dispatch/", views.dispatch, name="dispatch"),
    path("stages/<int:pk>/assignments/", assignment_views.assignments, name="assignments"),
    path("stages/<int:pk>/assignments/<int:assignment>/end/", assignment_views.end, name="end_assignment"),
    path("tasks/", list_views.tasks, name="tasks"),
    path("tasks/approve/", approve_views.approve, name="approve"),
    path("tasks/<int:pk>/", task_views.task, name="task"),
    path("tasks/<int:pk>/handle/", task_views.handle, name="handle"),
    path("tasks/<int:pk>/recall/", undo_views.recall, name="recall"),
    path("tasks/<int:pk>/remove-project/", undo_views.remove_project, name="remove_project"),
    path("tasks/<int:pk>/versions/", version_views.versions, name="versions"),
    path("tasks/<int:pk>/comment/", task_views.comment, name="comment"),
    path("tasks/<int:pk>/comments/<int:comment>/solve/", task_views.solve, name="solve"),
    path("tasks/<int:pk>/<verb:verb>/", task_views.move, name="move"),
]
