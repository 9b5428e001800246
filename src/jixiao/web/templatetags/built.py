"""Addresses of what Vite built, by its manifest."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
_BUILT: Final = Path(__file__).resolve().parents[1] / "static" / "built"


@cache
def _manifest() -> dict[str, dict]:
    path = _BUILT / ".vite" / "manifest.json"
    if not path.is_file():
        return {}
    found: dict[str, dict] = json.loads(path.read_text(encoding="utf-8"))
    return found


@register.simple_tag
def built(name: str) -> SafeString:
    """The link and script elements of an entry such as ``main``; nothing before the front end is built."""
    entry = _manifest().get(f"src/{name}.ts")
    if entry is None:
        return SafeString("")
    styles = [(static(f"built/{file}"),) for file in entry.get("css", ())]
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', styles) + format_html_join(
        "\n", '<script type="module" src="{}"></script>', [(static(f"built/{entry['file']}"),)]
    )


@register.simple_tag
def built_style(name: str) -> SafeString:
    """The link element of an entry that is a style alone, such as ``sheet``: for pages that run no script."""
    entry = _manifest().get(f"src/styles/{name}.css")
    if entry is None:
        return SafeString("")
    return format_html('<link rel="stylesheet" href="{}">', static(f"built/{entry['file']}"))


@register.simple_tag
def options(choices: Iterable[tuple[object, str]], chosen: str) -> SafeString:
    """The options of a select, of values and words: a loop of a template takes long over thousands."""
    made = []
    for value, words in choices:
        sign = " selected" if str(value) == chosen else ""
        made.append(f'<option value="{escape(value)}"{sign}>{escape(words)}</option>')
    return mark_safe("".join(made))  # noqa: S308  # both are escaped


@register.filter
def setting(name: str) -> object:
    """A setting that pages may show."""
    return getattr(settings, name) if name == "DEMO" else None
