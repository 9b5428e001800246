"""Keys of the program in words that people at work use."""

from typing import Any, Final

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jixiao.rulebooks.faults import RulebookError
from jixiao.web.refusals import came_from
from jixiao.web.rulebooks import rulebook

register = template.Library()
_FILES: Final[dict[str, Any]] = {
    "docx": "Word",
    "xlsx": "Excel",
    "pdf": "PDF",
    "html": _("网页"),
    "csv": "CSV",
    "ofd": "OFD",
}


@register.filter
def place_of(key: str) -> str:
    """The name of a rulebook's place, which is Chinese; else, or where it cannot be used, the key itself."""
    if not key or get_language() == "en":
        return key
    try:
        return rulebook(key).name
    except RulebookError:
        return key


@register.filter
def file_words(ending: str) -> str:
    """What people call a kind of file."""
    return str(_FILES.get(ending, ending))


@register.simple_tag(takes_context=True)
def this_page(context: Any) -> str:
    """Where the person stands: after a press, the page of the button, as its own address may show nothing."""
    request = context.get("request")
    if request is None:  # a page of an error, which is told without it
        return "/"
    return request.get_full_path() if request.method in {"GET", "HEAD"} else came_from(request)


@register.filter
def in_fours(secret: str) -> str:
    """A long key as people read and type it: in groups of four, which every application takes."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
