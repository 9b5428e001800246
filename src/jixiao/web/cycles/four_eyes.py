"""Four eyes: whoever handed a form in does not approve it, whatever other roles the person holds."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jixiao.web.cycles.models import Move, Task


def handed_in_by(tasks: Iterable[Task]) -> dict[int, int]:
    """Who handed each form in last, by the form's number, in one query; one never handed in is not in it."""
    moves = Move.objects.filter(task__in=[task.pk for task in tasks], verb="submit").order_by("pk")
    return dict(moves.values_list("task", "by"))


def own_form() -> str:
    """Why the person may not approve."""
    return _(
        "这份表是您本人报送的，报送和审核不能是同一个人，任何审核环节您都不能通过；"
        "请由担任本环节审核的其他人办理，没有其他人的，请安全管理员另行授予角色。"
    )
