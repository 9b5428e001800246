"""The bell of every page: what is late or due soon among the forms that wait for the person."""

from dataclasses import dataclass

from django import template
from django.template import Context

from jixiao.web.cycles.permissions import READS
from jixiao.web.cycles.todo import Counts, counted

register = template.Library()


@dataclass(frozen=True, slots=True)
class Bell:
    """How many of the person's forms are late, and how many are due soon."""

    late: int
    soon: int

    @property
    def all(self) -> int:
        """Both."""
        return self.late + self.soon


@register.simple_tag(takes_context=True)
def bell(context: Context) -> Bell | None:
    """The numbers, by one query at most; None for those who have no forms."""
    user = getattr(context.get("request"), "user", None)
    if user is None or not user.is_authenticated or not READS.test(user, None):
        return None
    known = context.get("counts")  # the first page shows them as well
    found = known if isinstance(known, Counts) else counted(user)
    return Bell(found.late, found.soon)
